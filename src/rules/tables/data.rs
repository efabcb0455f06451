//! The data: its kinds and items, special categories, the identity code.
//!
//! Law: GDPR 5(1)(a), 9, 14(1)(d), 87; Tietosuojalaki 6 § and 29 §. What the rest of a notice implies is compared in `data_compared`.

use crate::content::facts::{self, About, group_of};
use crate::content::patterns::{self, Phrase};
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::statement::Statement;
use crate::rules::Kind::{Conflict, Gap};
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::facts::is_about;
use crate::rules::field::row;
use crate::rules::{Context, Rule};
use crate::section::SectionId;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::DATA_CATEGORIES_EMPTY,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 14(1)(d)")],
        anchor: &["C13", "Data Categories"],
        check: |c, found| {
            // The list of kinds and the list of items answer the same question: one of them is enough.
            let told = [SectionId::DataCategories, SectionId::DataContent]
                .into_iter()
                .any(|section| c.adds_to(section));
            if c.notice.data_statements().all(Statement::is_blank) && !told {
                found.at("data-categories");
            }
        },
    },
    Rule {
        id: rule_id::SPECIAL_CATEGORIES_UNANSWERED,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 9(1)")],
        anchor: &[],
        check: |c, found| {
            if c.notice.special_categories.is_open() {
                found.at("special-categories");
            }
        },
    },
    Rule {
        id: rule_id::SPECIAL_CATEGORIES_EMPTY,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 14(1)(d)")],
        anchor: &["C13", "Data Categories"],
        check: |c, found| {
            let Some(special) = c.notice.special_categories.yes() else { return };
            if special.data.iter().all(|item| item.what.is_blank()) {
                found.at("special-categories.data");
            }
        },
    },
    Rule {
        id: rule_id::SPECIAL_CATEGORIES_WITHOUT_GROUND,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 9(2)"), Citation::new("Tietosuojalaki 6 §")],
        anchor: &[],
        check: |c, found| {
            if c.notice.special_categories.yes().is_some_and(|special| special.ground.is_blank()) {
                found.at("special-categories.ground");
            }
        },
    },
    Rule {
        id: rule_id::IDENTITY_CODE_UNANSWERED,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 87"), Citation::new("Tietosuojalaki 29 §")],
        anchor: &[],
        check: |c, found| {
            if c.notice.identity_code.is_open() {
                found.at("identity-code");
            }
        },
    },
    Rule {
        id: rule_id::IDENTITY_CODE_WITHOUT_GROUND,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 87"), Citation::new("Tietosuojalaki 29 §")],
        anchor: &[],
        check: |c, found| {
            if c.notice.identity_code.yes().is_some_and(|code| code.ground.is_blank()) {
                found.at("identity-code.ground");
            }
        },
    },
    Rule {
        id: rule_id::IDENTITY_CODE_SOLE_MEANS,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("Tietosuojalaki 29 §")],
        anchor: &[],
        check: |c, found| found.hits(c.text.hits(patterns::SOLE_MEANS)),
    },
    Rule {
        id: rule_id::DATA_CATEGORIES_ARE_SUBJECTS,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 14(1)(d)")],
        anchor: &["C13", "Data Categories"],
        check: |c, found| {
            let (people, data) = (c.text.fields(patterns::PEOPLE), c.text.fields(patterns::DATUM));
            let kinds =
                c.notice.data_categories.iter().map(|item| (row("data-categories", item), &item.what));
            let items = c.notice.data_content.iter().map(|item| (row("data-content", item), &item.what));
            for (field, what) in kinds.chain(items).filter(|(_, what)| !what.is_blank()) {
                let is_person = what.clause_id().is_some_and(|id| group_of(id) == "subjects");
                if is_person || people.contains(&field) && !data.contains(&field) {
                    found.at_statement(field, what);
                }
            }
            let added = c.text.hits_in(SectionId::DataCategories, patterns::PEOPLE);
            let added = added.filter(|hit| hit.passage.field.added_to().is_some());
            found.hits(added.filter(|hit| !data.contains(&hit.passage.field)));
        },
    },
    Rule {
        id: rule_id::SPECIAL_DATA_UNDECLARED,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 9(1)"), Citation::new("GDPR 9(2)")],
        anchor: &["Data Categories"],
        check: |c, found| {
            let special = |id: &str| group_of(id) == "special" || facts::of(id).is_about(About::SpecialData);
            if c.notice.special_categories.is_no()
                && (c.clauses().any(special) || rows_say(c, patterns::SPECIAL_DATA))
            {
                found.at("special-categories");
            }
        },
    },
    Rule {
        id: rule_id::IDENTITY_CODE_UNDECLARED,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 87"), Citation::new("Tietosuojalaki 29 §")],
        anchor: &[],
        check: |c, found| {
            if !c.notice.identity_code.is_no() {
                return;
            }
            // In prose it may be named only to say that nobody asks for it.
            let mut told = c.text.hits_without(patterns::IDENTITY_CODE, patterns::NO_IDENTITY_CODE);
            let lists = [SectionId::DataCategories, SectionId::DataContent];
            if let Some(hit) = told.find(|hit| lists.contains(&hit.passage.section)) {
                found.at_hit("identity-code", &hit);
            } else if holds(c, About::IdentityCode, patterns::IDENTITY_CODE) {
                found.at("identity-code");
            }
        },
    },
];

/// Whether the firm's own words in the lists of data contain such a phrase.
fn rows_say(c: &Context<'_>, phrase: Phrase) -> bool {
    let rows = ["data-categories", "data-content"];
    c.text.hits(phrase).any(|hit| rows.iter().any(|list| hit.passage.field.is_in(list)))
}

/// Whether the lists of data contain such data, as a clause or in the firm's own words.
pub(super) fn holds(c: &Context<'_>, matter: About, phrase: Phrase) -> bool {
    c.notice.data_statements().any(|what| is_about(what, matter)) || rows_say(c, phrase)
}

#[cfg(test)]
cases! {
    "data-categories-empty":
        fires "neither kinds nor items" at "data-categories" => |n| {
            n.data_categories.clear();
            n.data_content.clear();
        };
        fires "rows of blanks" at "data-categories" => |n| {
            n.data_categories = list(&[""]);
            n.data_content = list(&["  "]);
        };
        silent "told in own words" => |n| {
            (n.data_categories, n.data_content) = Default::default();
            add(n, SectionId::DataContent, "Nimi, osoite ja puhelinnumero.");
        };
        silent "items only" => |n| n.data_categories.clear();
        silent "kinds only" => |n| n.data_content.clear();
    "special-categories-unanswered":
        fires "not answered" at "special-categories" => |n| n.special_categories = Answer::Unanswered;
        fires "I do not know" at "special-categories" => |n| n.special_categories = Answer::Unknown;
        silent "none" => |n| n.special_categories = Answer::No;
    "special-categories-empty":
        fires "yes, and none listed" at "special-categories.data" => |n| {
            n.special_categories = Answer::Yes(SpecialCategories { ground: said("suostumus"), data: list(&[]) });
        };
        silent "allergies" => |n| {
            n.special_categories = Answer::Yes(SpecialCategories { ground: said(""), data: list(&["allergiat"]) });
        };
    "special-categories-without-ground":
        fires "no condition of 9(2)" at "special-categories.ground" => |n| {
            n.special_categories = Answer::Yes(SpecialCategories { ground: said(""), data: list(&["allergiat"]) });
        };
        silent "explicit consent" => |n| {
            n.special_categories = Answer::Yes(SpecialCategories { ground: said("suostumus"), data: list(&[]) });
        };
    "identity-code-unanswered":
        fires "not answered" at "identity-code" => |n| n.identity_code = Answer::Unanswered;
        fires "I do not know" at "identity-code" => |n| n.identity_code = Answer::Unknown;
        silent "not used" => |n| n.identity_code = Answer::No;
    "identity-code-without-ground":
        fires "used, without a ground" at "identity-code.ground" => |n| {
            n.identity_code = Answer::Yes(IdentityCode { ground: said(" ") });
        };
        silent "credit" => |n| n.identity_code = Answer::Yes(IdentityCode { ground: said("luotonanto") });
    "identity-code-sole-means":
        fires "the identity code is asked for to recognise people" at "additions.exercising-rights" => |n| {
            add(n, SectionId::ExercisingRights, "Tunnistamme sinut henkilötunnuksella.");
        };
        fires "in Swedish" at "additions.changes" => |n| say(n, Lang::Sv, "Vi identifierar dig med din personbeteckning.");
        fires "in English" at "additions.changes" => |n| say(n, Lang::En, "We identify you by your identity code.");
        silent "telling people apart" => |n| {
            add(n, SectionId::IdentityCode, "Henkilötunnus on tarpeen, jotta kaksi samannimistä eivät sekoitu.");
        };
    "data-categories-are-subjects":
        fires "people among the kinds of data" at "data-categories.1" => |n| n.data_categories = clauses(&["subjects.consumers"]);
        fires "people as all that is said of the kinds" at "additions.data-categories" => |n| {
            add(n, SectionId::DataCategories, "Asiakkaat: yritykset, yksityiset, viranomaiset.");
        };
        fires "people among the items" at "data-content.2" => |n| {
            n.data_content = clauses(&["data.name", "subjects.company-contacts"]);
        };
        fires "people in own words" at "data-categories.1" => |n| n.data_categories = list(&["Asiakasyritykset."]);
        fires "a list of people and bodies" at "data-categories.1" => |n| {
            n.data_categories = list(&["Asiakkaat: yritykset, yksityiset, julkishallinto, viranomaiset"]);
        };
        fires "in Swedish" at "data-content.1" => |n| {
            n.languages = vec![Lang::Sv];
            n.data_content = rows(vec![Datum { what: Statement::own(Lang::Sv, "kunder"), ..Datum::default() }]);
        };
        fires "in English" at "data-content.1" => |n| {
            n.languages = vec![Lang::En];
            n.data_content = rows(vec![Datum { what: Statement::own(Lang::En, "customers"), ..Datum::default() }]);
        };
        silent "data" => |n| n.data_categories = clauses(&["category.identification"]);
        silent "data on people" => |n| n.data_categories = list(&["asiakkaat: nimi ja yhteystiedot"]);
    "special-data-undeclared":
        fires "health among the kinds of data" at "special-categories" => |n| n.data_categories = clauses(&["category.health"]);
        fires "health in own words" at "special-categories" => |n| n.data_content = list(&["nimi", "allergiat"]);
        silent "declared" => |n| {
            n.data_categories = clauses(&["category.health"]);
            let data = list(&["allergiat"]);
            n.special_categories = Answer::Yes(SpecialCategories { ground: said("suostumus"), data });
        };
        silent "no such data" => |n| n.data_categories = clauses(&["category.orders"]);
    "identity-code-undeclared":
        fires "listed, and denied" at "identity-code" => |n| n.data_content = clauses(&["data.name", "data.identity-code"]);
        fires "in prose" at "identity-code" => |n| add(n, SectionId::DataContent, "Nimi, osoite ja henkilötunnus.");
        fires "in prose in Swedish" at "identity-code" => |n| say_at(n, SectionId::DataContent, Lang::Sv, "Namn och personbeteckning.");
        fires "in own words" at "identity-code" => |n| n.data_content = list(&["nimi", "Henkilötunnus"]);
        silent "not asked for" => |n| add(n, SectionId::DataContent, "Emme kysy henkilötunnustasi.");
        silent "listed, and grounded" => |n| {
            n.data_content = clauses(&["data.identity-code"]);
            n.identity_code = Answer::Yes(IdentityCode { ground: said("luotonanto") });
        };
        silent "a date of birth" => |n| n.data_content = clauses(&["data.birth-date"]);
}
