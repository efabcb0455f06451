//! Explicit consent to sensitive data: consent that can be taken back, and a notice that says how.
//!
//! Law: GDPR 7(3), 9(2)(a), 13(2)(c). Consent as the basis of a purpose is in `bases`.

use crate::content::patterns;
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::path::FieldPath;
use crate::notice::purpose::BasisKind;
use crate::rules::Kind::Gap;
use crate::rules::Rule;
use crate::rules::Severity::Blocking;
use crate::section::SectionId;

pub(in crate::rules) const RULES: &[Rule] = &[Rule {
    id: rule_id::EXPLICIT_CONSENT_WITHOUT_WITHDRAWAL,
    severity: Blocking,
    kind: Gap,
    law: &[Citation::new("GDPR 9(2)(a)"), Citation::new("GDPR 7(3)"), Citation::new("GDPR 13(2)(c)")],
    anchor: &["C5", "Right to Withdraw Consent"],
    check: |c, found| {
        let said = c.text.fields(patterns::CONSENT_GROUND);
        let is_said = said.iter().any(|field| *field == FieldPath::from("special-categories.ground"));
        if !c.notice.rests_on_explicit_consent() && !is_said {
            return;
        }
        // A purpose on consent says how it is withdrawn; another rule asks for that where it is missing.
        let told = [SectionId::Consent, SectionId::SpecialCategories, SectionId::ExercisingRights]
            .into_iter()
            .any(|section| c.text.says(section, patterns::WITHDRAWAL));
        if !c.notice.has_basis(BasisKind::Consent) && !told {
            found.at("special-categories.ground");
        }
    },
}];

#[cfg(test)]
cases! {
    "explicit-consent-without-withdrawal":
        fires "no purpose on consent" at "special-categories.ground" => |n| {
            n.special_categories = Answer::Yes(SpecialCategories {
                data: list(&["allergiat"]),
                ground: Statement::clause("special-ground.explicit-consent"),
            });
        };
        fires "in own words" at "special-categories.ground" => |n| {
            n.special_categories = Answer::Yes(SpecialCategories { data: list(&["allergiat"]), ground: said("nimenomainen suostumus") });
        };
        fires "in Swedish" at "special-categories.ground" => |n| {
            n.languages.push(Lang::Sv);
            let ground = Statement::own(Lang::Sv, "ditt uttryckliga samtycke");
            n.special_categories = Answer::Yes(SpecialCategories { data: list(&["allergiat"]), ground });
        };
        silent "a purpose on consent says how" => |n| {
            n.special_categories = Answer::Yes(SpecialCategories {
                data: list(&["allergiat"]),
                ground: Statement::clause("special-ground.explicit-consent"),
            });
            consent(n, "withdrawal.email");
        };
        silent "own words say how" => |n| {
            n.special_categories = Answer::Yes(SpecialCategories {
                data: list(&["allergiat"]),
                ground: Statement::clause("special-ground.explicit-consent"),
            });
            add(n, SectionId::Consent, "Perut suostumuksen soittamalla meille.");
        };
        silent "a law is the ground" => |n| {
            n.special_categories = Answer::Yes(SpecialCategories { data: list(&["allergiat"]), ground: said("työlainsäädäntö") });
        };
}
