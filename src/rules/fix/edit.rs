//! One change that a fix makes: a text written anew, a row removed, one answer of a row.
//!
//! Knows: the model and the paths of fields. Does not know: why anything changes.

use crate::lang::Localized;
use crate::notice::Notice;
use crate::notice::answer::Answer;
use crate::notice::data::Origin;
use crate::notice::path::FieldPath;
use crate::notice::purpose::Topic;
use crate::notice::recipient::{Location, Role, Safeguard};
use crate::notice::retention::{Fixed, Period};
use crate::notice::row::{Row, RowId};
use crate::notice::tree;

/// A change, with where it is made.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Edit {
    /// A name, number or address becomes this.
    Line(FieldPath, String),
    /// The firm's own words in a field become this.
    Text(FieldPath, Localized<String>),
    /// A row goes.
    RemoveRow(FieldPath),
    /// A purpose is of this topic.
    Topic(RowId, Topic),
    /// A source stands here.
    Origin(RowId, Origin),
    /// A recipient is here.
    Location(RowId, Location),
    /// A recipient has this role.
    Role(RowId, Role),
    /// A transfer has this ground.
    Safeguard(RowId, Safeguard),
    /// Data is kept for this long.
    Period(RowId, Fixed),
}

impl Edit {
    /// Makes the change; nothing where its row or field is gone.
    pub(super) fn apply(&self, notice: &mut Notice) {
        match self {
            Self::Line(path, line) => tree::change(notice, |tree| tree::set_line(tree, *path, line)),
            Self::Text(path, text) => tree::change(notice, |tree| tree::set_text(tree, *path, text)),
            Self::RemoveRow(path) => tree::change(notice, |tree| tree::remove_row(tree, *path)),
            Self::Topic(id, topic) => in_row(&mut notice.purposes, *id, |row| row.topic = *topic),
            Self::Origin(id, origin) => in_row(&mut notice.sources, *id, |row| row.origin = *origin),
            Self::Location(id, location) => {
                in_row(&mut notice.recipients, *id, |row| row.location = Answer::Yes(location.clone()));
            }
            Self::Role(id, role) => {
                in_row(&mut notice.recipients, *id, |row| row.role = Answer::Yes(*role));
            }
            Self::Safeguard(id, safeguard) => in_row(&mut notice.recipients, *id, |row| {
                if let Some(Location::ThirdCountry(transfer)) = row.location.yes_mut() {
                    transfer.safeguard = Answer::Yes(*safeguard);
                }
            }),
            Self::Period(id, fixed) => in_row(&mut notice.retention, *id, |row| {
                row.period = Answer::Yes(Period::Fixed(fixed.clone()));
            }),
        }
    }
}

fn in_row<R: Row>(rows: &mut [R], id: RowId, change: impl FnOnce(&mut R)) {
    if let Some(row) = rows.iter_mut().find(|row| row.id() == id) {
        change(row);
    }
}
