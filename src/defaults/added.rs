//! What a change added to a notice, by section: the list that a user sees after choosing a service.
//!
//! Knows: the differences of two notices, and what rows are called. Does not know: screens, or why something was added.

use crate::content::{self, capitalised, find_clause};
use crate::lang::Lang;
use crate::notice::Notice;
use crate::notice::origin::{Change, changes};
use crate::notice::parts::{self, Content};
use crate::notice::path::FieldPath;
use crate::notice::statement::Statement;
use crate::section::SectionId;
use std::collections::{BTreeMap, BTreeSet};

/// What was added to one section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Added {
    /// The section whose screen shows it.
    pub section: SectionId,
    /// What the new or changed rows, names and countries are called; empty where nothing in it has a name.
    pub names: Vec<String>,
}

/// The sections to which a change added something, in the order of the notice, with what was added in a language.
///
/// Links between rows are left out: they say nothing by themselves. A recipient outside the EEA adds to the section on transfers
/// too, which is composed from the recipients.
pub fn added(before: &Notice, after: &Notice, lang: Lang) -> Vec<Added> {
    let mut contents = BTreeMap::new();
    parts::visit(after, |_, path, content| {
        contents.insert(path, content);
    });
    let mut seen = BTreeSet::new();
    let mut found: BTreeMap<usize, Added> = BTreeMap::new();
    let mut add = |section: SectionId, name: Option<String>| {
        let one = found.entry(section.index()).or_insert_with(|| Added { section, names: Vec::new() });
        one.names.extend(name.filter(|name| !one.names.contains(name)));
    };
    for change in changes(before, after) {
        let (Change::New(path) | Change::Changed(path)) = change else { continue };
        let content = contents.get(&path).copied().unwrap_or(Content::Absent);
        let Some(section) = path.section().filter(|_| !matches!(content, Content::Links(_))) else {
            continue;
        };
        if path.row_id().is_none() {
            if let Content::Line(name) = content {
                add(section, Some(name.to_owned()));
            } else if !matches!(content, Content::Answer(_) | Content::Rows(_)) {
                add(section, None);
            }
        } else if seen.insert(path.column("")) {
            add(section, row_name(&contents, path.column(""), lang));
        }
    }
    for (recipient, transfer) in after.transfers() {
        if seen.contains(&FieldPath::from("recipients").row(recipient.id)) {
            for country in transfer.named_countries() {
                add(SectionId::Transfers, Some(content::country(country, lang).to_owned()));
            }
        }
    }
    found.into_values().collect()
}

/// What a row is called: its name, or else what it says.
fn row_name(contents: &BTreeMap<FieldPath, Content<'_>>, row: FieldPath, lang: Lang) -> Option<String> {
    let mut said = None;
    for (path, content) in
        contents.iter().filter(|(path, _)| path.row_id().is_some() && path.column("") == row)
    {
        match (path.column_name(), content) {
            ("name", Content::Line(name)) if !name.trim().is_empty() => return Some(name.trim().to_owned()),
            ("" | "what", Content::Statement(statement)) => said = text(statement, lang),
            _ => {}
        }
    }
    said
}

/// A statement as it stands in a list.
fn text(statement: &Statement, lang: Lang) -> Option<String> {
    let text = match statement {
        Statement::Clause(clause) => capitalised(find_clause(&clause.id)?.text.get(lang)),
        Statement::Own(own) => own.text.get(lang).trim().to_owned(),
    };
    Some(text).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::defaults::{notice, service, vendor};
    use crate::notice::RegisterKind;
    use crate::notice::answer::Answer;

    fn of(id: &str, notice: &mut Notice) -> Vec<(&'static str, Vec<String>)> {
        let before = notice.clone();
        vendor(service(id).unwrap()).accept(notice);
        added(&before, notice, Lang::Fi).into_iter().map(|one| (one.section.id(), one.names)).collect()
    }

    #[test]
    fn what_came_is_listed_by_section_in_the_order_of_the_notice() {
        let mut made = notice(RegisterKind::Customers, None);
        let listed = of("google-analytics", &mut made);
        let sections: Vec<_> = listed.iter().map(|(section, _)| *section).collect();
        assert_eq!(sections, ["purposes", "data-content", "sources", "recipients", "transfers", "cookies"]);
        let names = |section: &str| listed.iter().find(|(id, _)| *id == section).unwrap().1.join(" | ");
        assert_eq!(names("purposes"), "Verkkosivujen kävijämäärien ja käytön seuranta");
        assert_eq!(names("recipients"), "Google Analytics");
        assert_eq!(names("transfers"), "Yhdysvallat");
        assert_eq!(names("cookies"), "_ga, _ga_*");
        assert!(names("data-content").contains("IP-osoite"), "{listed:?}");
    }

    #[test]
    fn a_row_that_became_the_service_is_listed_and_nothing_twice() {
        let mut made = notice(RegisterKind::Web, None);
        made.recipients.iter_mut().for_each(|row| row.name.clear());
        let listed = of("mycashflow", &mut made);
        let recipients = listed.iter().find(|(section, _)| *section == "recipients").unwrap();
        assert_eq!(recipients.1, ["MyCashflow"]);
        assert!(of("mycashflow", &mut made).is_empty(), "it is there already");
    }

    #[test]
    fn a_pixel_names_its_joint_controller_and_taking_away_is_no_addition() {
        let mut made = notice(RegisterKind::Web, None);
        let listed = of("meta-pixel", &mut made);
        let joint = listed.iter().find(|(section, _)| *section == "joint-controllers").unwrap();
        assert_eq!(joint.1, ["Meta Platforms Ireland Limited"]);
        let before = made.clone();
        made.recipients.clear();
        made.joint_controllers = Answer::Unanswered;
        assert!(added(&before, &made, Lang::Fi).is_empty());
    }
}
