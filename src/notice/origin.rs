//! Where each answer of a draft came from: kept beside the notice, by the path of the field.
//!
//! A guess that Seloste made is not an answer of the firm: origins tell what the firm has said from what it has yet to confirm.
//! They stand beside the notice because they are no part of what is published.
//! Knows: fields and their paths. Does not know: screens.

use super::Notice;
use super::answer::Answer;
use super::parts::{self, Content};
use super::path::FieldPath;
use crate::section::SectionId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The question whose "no" is not published.
const REPRESENTATIVE: &str = "representative";

/// Where an answer came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// Seloste suggested it for the kind of register or the trade; nobody has said that it is so.
    Suggested,
    /// It came along with a service or a purpose that the firm chose: the id of that one. Nobody has said that it is so.
    AddedWith(String),
    /// The firm typed it or chose it.
    Said,
    /// It follows from an answer of the interview: the id of the question. The firm has said it in that answer.
    Answered(String),
    /// It was suggested, and the firm has said that it is so.
    Confirmed,
    /// It came along, as with [`AddedWith`](Self::AddedWith), and the firm has said that it is so.
    ConfirmedWith(String),
    /// It was read from an old notice, at these bytes of its text. Nobody has said that it is still so.
    Read(Span),
}

impl Origin {
    /// Whether the firm itself answers for it.
    pub const fn is_said(&self) -> bool {
        matches!(self, Self::Said | Self::Answered(_) | Self::Confirmed | Self::ConfirmedWith(_))
    }

    /// The same answer, once the firm has said that it is so.
    #[must_use]
    pub fn confirmed(&self) -> Self {
        match self {
            Self::Suggested | Self::Read(_) => Self::Confirmed,
            Self::AddedWith(source) => Self::ConfirmedWith(source.clone()),
            Self::Said | Self::Answered(_) | Self::Confirmed | Self::ConfirmedWith(_) => self.clone(),
        }
    }

    /// The service, the purpose or the question with which the answer came.
    pub fn source(&self) -> Option<&str> {
        match self {
            Self::AddedWith(source) | Self::Answered(source) | Self::ConfirmedWith(source) => Some(source),
            Self::Suggested | Self::Said | Self::Confirmed | Self::Read(_) => None,
        }
    }
}

/// A range of a text, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

/// The origin of each answer of a draft.
///
/// A row has one origin as a whole; a field of the row has one of its own only where it was changed after the row came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Origins(BTreeMap<FieldPath, Origin>);

impl Origins {
    /// The origin of a field, or of its row where the field has none of its own. `None` where none was recorded: the field says
    /// nothing, or the draft is older than origins.
    pub fn get(&self, path: FieldPath) -> Option<&Origin> {
        let of_row = || self.0.get(&path.column("")).filter(|_| path.row_id().is_some());
        self.0.get(&path).or_else(of_row)
    }

    /// Records where a field, or a row as a whole, came from.
    pub fn set(&mut self, path: FieldPath, origin: Origin) {
        self.0.insert(path, origin);
    }

    /// Records where a row as a whole came from. Fields of it that came from there too need no origin of their own.
    pub fn set_row(&mut self, row: FieldPath, origin: Origin) {
        self.0.retain(|path, old| path.row_id().is_none() || path.column("") != row || *old != origin);
        self.set(row, origin);
    }

    /// Parts what the firm has said in a notice from what waits for a yes. A field that has no origin was said: see
    /// [`get`](Self::get). A "no" to the representative neither waits nor counts as said, because nothing is published of it.
    pub fn told(&self, notice: &Notice) -> Told {
        let mut told = Told::default();
        parts::visit(notice, |section, path, content| {
            if !content.is_said() {
                return;
            }
            let own = self.0.get(&path);
            if own.or_else(|| self.get(path)).is_none_or(Origin::is_said) {
                if told.said.last() != Some(&section) {
                    told.said.push(section);
                }
            } else if !matches!((path.part(), content), (REPRESENTATIVE, Content::Answer(Answer::No))) {
                let path = if own.is_some() { path } else { path.column("") };
                if told.waiting.last() != Some(&(section, path)) {
                    told.waiting.push((section, path));
                }
            }
        });
        told
    }

    /// Records that the firm has said that these fields and rows are so.
    pub fn confirm(&mut self, paths: impl IntoIterator<Item = FieldPath>) {
        for path in paths {
            if let Some(origin) = self.0.get_mut(&path) {
                *origin = origin.confirmed();
            }
        }
    }

    /// Whether nothing is recorded.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Everything that is recorded, in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (FieldPath, &Origin)> {
        self.0.iter().map(|(path, origin)| (*path, origin))
    }

    /// Records `origin` for every field and row that `after` has and `before` had not, or had otherwise, and forgets those that
    /// `after` has no longer.
    pub fn note(&mut self, before: &Notice, after: &Notice, origin: &Origin) {
        for change in changes(before, after) {
            match change {
                Change::Gone(path) => drop(self.0.remove(&path)),
                Change::RowGone(row) => self.0.retain(|path, _| path.column("") != row),
                Change::New(path) | Change::Changed(path) => self.set(path, origin.clone()),
            }
        }
    }

    /// Undoes the step from `before` to `after`: paths whose origin is still that of `after` get that of `before` again. What came with
    /// the step and still stands in the notice, because somebody has edited it, keeps its origin.
    pub fn take_back(&mut self, before: &Self, after: &Self, notice: &Notice) {
        for (path, old) in &before.0 {
            if self.0.get(path) == after.0.get(path) {
                self.0.insert(*path, old.clone());
            }
        }
        self.keep_only(notice);
    }

    /// Forgets rows and fields that this notice does not have, and fields that are blank in it.
    pub fn keep_only(&mut self, notice: &Notice) {
        let mut said = std::collections::BTreeSet::new();
        parts::visit(notice, |_, path, content| {
            if content.is_said() || matches!(content, Content::Choice(_) | Content::Links(_)) {
                said.insert(path);
                said.insert(path.column(""));
            }
        });
        self.0.retain(|path, _| said.contains(path));
    }
}

/// What the firm has said in a notice, and what nobody has said yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// The sections in which the firm has said something.
    pub said: Vec<SectionId>,
    /// The fields and rows that wait for a yes, each under the section whose screen asks for it.
    pub waiting: Vec<(SectionId, FieldPath)>,
}

/// A difference between two notices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// A new row, or a field that was blank.
    New(FieldPath),
    /// A field that said something else before.
    Changed(FieldPath),
    /// A field that is blank now.
    Gone(FieldPath),
    /// A removed row, with all of its fields.
    RowGone(FieldPath),
}

/// The differences between two notices, field by field. A row that was added or removed is one difference, not one for each
/// of its fields.
pub fn changes(before: &Notice, after: &Notice) -> Vec<Change> {
    let mut changes = Vec::new();
    let (old, new) = (fields(before), fields(after));
    let row_of = |path: FieldPath| Some(path.column("")).filter(|_| path.row_id().is_some());
    let rows = |notice: &BTreeMap<FieldPath, Content<'_>>| {
        notice.keys().filter_map(|path| row_of(*path)).collect::<std::collections::BTreeSet<_>>()
    };
    let (old_rows, new_rows) = (rows(&old), rows(&new));
    changes.extend(old_rows.difference(&new_rows).copied().map(Change::RowGone));
    changes.extend(new_rows.difference(&old_rows).copied().map(Change::New));
    for (path, content) in &new {
        if row_of(*path).is_some_and(|row| !old_rows.contains(&row)) {
            continue;
        }
        let was = old.get(path).copied().unwrap_or(Content::Absent);
        if !content.same(&was) {
            changes.push(match (is_there(&was), is_there(content)) {
                (false, true) => Change::New(*path),
                (true, true) => Change::Changed(*path),
                (_, false) => Change::Gone(*path),
            });
        }
    }
    let gone = old.iter().filter(|(path, content)| {
        let row_is_gone = row_of(**path).is_some_and(|row| !new_rows.contains(&row));
        !new.contains_key(*path) && !row_is_gone && is_there(content)
    });
    changes.extend(gone.map(|(path, _)| Change::Gone(*path)));
    changes
}

/// Whether a field has a value that can differ: one that says something, a choice, or links.
fn is_there(content: &Content<'_>) -> bool {
    match content {
        Content::Choice(_) => true,
        Content::Links(ids) => !ids.is_empty(),
        other => other.is_said(),
    }
}

fn fields(notice: &Notice) -> BTreeMap<FieldPath, Content<'_>> {
    let mut all = BTreeMap::new();
    parts::visit(notice, |_, path, content| {
        all.insert(path, content);
    });
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::purpose::Purpose;
    use crate::notice::row::RowId;
    use crate::notice::statement::Statement;

    fn purposes() -> Notice {
        let row = |id| Purpose {
            id: RowId(id),
            what: Statement::clause("purpose.orders"),
            basis: Answer::Yes(crate::notice::purpose::LegalBasis::Contract),
            ..Purpose::default()
        };
        let mut notice = Notice { purposes: vec![row(1), row(2)], ..Notice::default() };
        notice.dpo = Answer::No;
        notice.representative = Answer::No;
        notice
    }

    #[test]
    fn what_nobody_has_said_waits_row_by_row_until_it_is_confirmed() {
        let notice = purposes();
        let list = FieldPath::from("purposes");
        let mut origins = Origins::default();
        origins.note(&Notice::default(), &notice, &Origin::Suggested);
        let rows = [1, 2].map(|id| (SectionId::Purposes, list.row(RowId(id))));
        let told = origins.told(&notice);
        assert!(told.waiting.contains(&rows[0]) && told.waiting.contains(&rows[1]), "{told:?}");
        assert!(told.waiting.contains(&(SectionId::Dpo, "dpo".into())));
        assert!(!told.waiting.iter().any(|(section, _)| *section == SectionId::Representative));
        assert!(!told.said.contains(&SectionId::Purposes));

        // A column that the firm has changed is said; the rest of its row still waits.
        origins.set(rows[0].1.column("basis"), Origin::Said);
        let told = origins.told(&notice);
        assert!(told.waiting.contains(&rows[0]) && told.said.contains(&SectionId::Purposes));

        origins.confirm(told.waiting.iter().map(|(_, path)| *path));
        assert_eq!(origins.told(&notice).waiting, []);
        assert_eq!(origins.get(rows[1].1), Some(&Origin::Confirmed));
        assert_eq!(origins.get(rows[0].1.column("basis")), Some(&Origin::Said));
    }

    #[test]
    fn a_confirmed_answer_still_tells_with_what_it_came() {
        let with = Origin::AddedWith("mailchimp".into());
        assert_eq!(with.confirmed(), Origin::ConfirmedWith("mailchimp".into()));
        assert_eq!(with.confirmed().source(), Some("mailchimp"));
        assert_eq!(Origin::Said.confirmed(), Origin::Said);
    }
}
