//! The data: its kinds, special categories, the identity code, and where it comes from.
//!
//! Law: GDPR 9(2), 14(1)(d), 14(2)(f), 87; Tietosuojalaki 6 § and 29 §.

use super::Kind::Gap;
use super::Rule;
use super::Severity::{Blocking, Warning};
use super::field::part;
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::statement::Statement;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::DATA_CATEGORIES_EMPTY,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 14(1)(d)")],
        anchor: &["C13", "Data Categories"],
        check: |c, found| {
            // The kinds of data and the items are two views of one answer: either will do.
            if c.notice.data_statements().all(Statement::is_blank) {
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
        id: rule_id::SOURCES_EMPTY,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 14(2)(f)")],
        anchor: &["C11", "Source of Data"],
        check: |c, found| {
            if c.notice.sources.is_empty() {
                found.at("sources");
            }
        },
    },
    Rule {
        id: rule_id::SOURCE_BLANK,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 14(2)(f)")],
        anchor: &["C12", "Source of Data"],
        check: |c, found| {
            for source in c.notice.sources.iter().filter(|source| source.what.is_blank()) {
                found.at(part("sources", source, "what"));
            }
        },
    },
];

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
        silent "items only" => |n| n.data_categories.clear();
        silent "kinds only" => |n| n.data_content.clear();
    "special-categories-unanswered":
        fires "not answered" at "special-categories" => |n| n.special_categories = Answer::Unanswered;
        fires "I do not know" at "special-categories" => |n| n.special_categories = Answer::Unknown;
        silent "none" => |n| n.special_categories = Answer::No;
    "special-categories-empty":
        fires "yes, but which?" at "special-categories.data" => |n| {
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
        fires "used, and why?" at "identity-code.ground" => |n| {
            n.identity_code = Answer::Yes(IdentityCode { ground: said(" ") });
        };
        silent "credit" => |n| n.identity_code = Answer::Yes(IdentityCode { ground: said("luotonanto") });
    "sources-empty":
        fires "no source" at "sources" => |n| n.sources.clear();
        silent "the person" => |n| n.sources.truncate(1);
    "source-blank":
        fires "a row of blanks" at "sources.1.what" => |n| each(&mut n.sources, |s| s.what = said("\t"));
        silent "a named register" => |n| each(&mut n.sources, |s| s.what = said("kaupparekisteri"));
}
