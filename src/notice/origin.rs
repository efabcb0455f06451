//! Where each answer of a draft came from: kept beside the notice, by the path of the field.
//!
//! A guess that Seloste made is not an answer of the firm: origins tell what the firm has said from what it has yet to confirm.
//! They stand beside the notice because they are no part of what is published.
//! Knows: fields and their paths. Does not know: screens.

use super::Notice;
use super::parts::{self, Content};
use super::path::FieldPath;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    /// It was suggested or added, and the firm has said that it is so.
    Confirmed,
    /// It was read from an old notice, at these bytes of its text. Nobody has said that it is still so.
    Read(Span),
}

impl Origin {
    /// Whether the firm itself answers for it.
    pub const fn is_said(&self) -> bool {
        matches!(self, Self::Said | Self::Confirmed)
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
    fn keep_only(&mut self, notice: &Notice) {
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
