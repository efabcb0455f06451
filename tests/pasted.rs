//! Old notices, pasted row by row into the sections of a new draft: what is wrong in them is found.

use crate::samples::{fixture, rows};
use crate::support::firm::{firm, notice_of};
use seloste::draft::Draft;
use seloste::lang::{Lang, Localized};
use seloste::notice::date::Date;
use seloste::notice::{Notice, RegisterKind};
use seloste::rules::{Finding, check};
use seloste::section::SectionId;

/// A new draft for customers with the sample's firm, and each row of the sample in the box for own words of its section.
fn pasted(name: &str) -> Notice {
    let old = Draft::open(&fixture(&format!("notice-{name}.json"))).expect("a draft").notice;
    let mut notice = notice_of(&firm(), RegisterKind::Customers, None);
    notice.languages = vec![Lang::Fi];
    (notice.controller, notice.contact, notice.drawn_up) = (old.controller, old.contact, old.drawn_up);
    for (sections, text) in rows(&fixture(&format!("notice-{name}.txt"))) {
        let section = sections.first().and_then(|id| SectionId::from_id(id)).expect("a section");
        notice.additions.insert(section, Localized::only(Lang::Fi, text));
    }
    notice
}

fn found(name: &str) -> Vec<Finding> {
    check(&pasted(name), Date::parse("20.11.2026").expect("a date")).findings
}

#[test]
fn show() {
    for name in ["a", "c", "d"] {
        for finding in found(name) {
            println!("{name} {} {} {} | {}", finding.rule.severity.id(), finding.rule.id, finding.field, finding.evidence);
        }
    }
}
