//! Consent that can be taken back: a way that exists, and a notice that says how.
//!
//! Law: GDPR 7(3), 9(2)(a), 13(2)(c). Whether a purpose has a basis at all is in `bases`.

use crate::content::facts::{About, Needs};
use crate::content::patterns;
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::Notice;
use crate::notice::path::FieldPath;
use crate::notice::purpose::{BasisKind, LegalBasis};
use crate::notice::statement::Statement;
use crate::rules::Kind::{Conflict, Gap};
use crate::rules::Rule;
use crate::rules::Severity::Blocking;
use crate::rules::facts::{facts_of, is_about};
use crate::rules::field::column;
use crate::section::SectionId;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::WITHDRAWAL_CHANNEL_MISSING,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 7(3)"), Citation::new("GDPR 13(2)(c)")],
        anchor: &["C5", "Right to Withdraw Consent"],
        check: |c, found| {
            for purpose in &c.notice.purposes {
                let Some(LegalBasis::Consent(consent)) = purpose.basis.yes() else { continue };
                if !leads_somewhere(c.notice, &consent.how) {
                    found.at_statement(column("purposes", purpose, "basis.how"), &purpose.what);
                }
            }
        },
    },
    Rule {
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
    },
];

/// Whether the way to withdraw consent exists: an e-mail address, a phone number, or an account. While the firm has given
/// no contact details at all, another rule says so.
fn leads_somewhere(notice: &Notice, how: &Statement) -> bool {
    let (firm, contact) = (&notice.controller, &notice.contact);
    let given = |texts: [&String; 2]| texts.iter().any(|text| !text.trim().is_empty());
    let (email, phone) = (given([&firm.email, &contact.email]), given([&firm.phone, &contact.phone]));
    match facts_of(how).needs {
        Some(Needs::Email) => email || !phone,
        Some(Needs::Phone) => phone || !email,
        Some(Needs::Account) => {
            let purposes = notice.purposes.iter().map(|row| &row.what);
            let kept = notice.retention.iter().map(|row| &row.what);
            let data = notice.data_statements();
            // A statement in the firm's own words may mean an account.
            let shows = |what: &Statement| {
                is_about(what, About::Account) || what.clause_id().is_none() && !what.is_blank()
            };
            purposes.chain(kept).chain(data).any(shows)
        }
        Some(Needs::Nothing) | None => true,
    }
}

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
    "withdrawal-channel-missing":
        fires "by phone, without a number" at "purposes.1.basis.how" => |n| {
            consent(n, "withdrawal.phone");
            n.controller.phone.clear();
            n.contact.phone.clear();
        };
        fires "by e-mail, without an address" at "purposes.1.basis.how" => |n| {
            consent(n, "withdrawal.email");
            n.controller.email.clear();
            n.contact.email.clear();
        };
        fires "by an account that is mentioned nowhere" at "purposes.1.basis.how" => |n| {
            consent(n, "withdrawal.account");
            n.data_categories = clauses(&["category.identification"]);
            n.data_content = clauses(&["data.name"]);
            n.retention.clear();
            each(&mut n.purposes, |p| p.what = Statement::clause("purpose.email-marketing"));
        };
        silent "the contact has a phone" => |n| {
            consent(n, "withdrawal.phone");
            n.controller.phone.clear();
            n.contact.phone = "040 123 4567".into();
        };
        silent "an account" => |n| {
            consent(n, "withdrawal.account");
            n.data_content = clauses(&["data.account"]);
        };
        silent "no contact details yet" => |n| {
            consent(n, "withdrawal.email");
            (n.controller.email, n.controller.phone, n.contact) = Default::default();
        };
}
