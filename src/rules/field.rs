//! Paths of fields: how a finding says where it is, so that a screen can lead there.
//!
//! Knows: row ids. Does not know: what a screen makes of a path.

use crate::notice::row::{Row, RowId};
use std::fmt;

/// A field's path, kept in parts: it becomes text only where a rule fires.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Field {
    list: &'static str,
    row: Option<RowId>,
    part: &'static str,
}

impl Field {
    /// Whether it belongs to a row of this list.
    pub fn is_in(self, list: &str) -> bool {
        self.row.is_some() && self.list == list
    }

    /// Whether it is this part of a row of this list.
    pub fn is_part(self, list: &str, part: &str) -> bool {
        self.is_in(list) && self.part == part
    }

    /// The row that it belongs to.
    pub const fn row_id(self) -> Option<RowId> {
        self.row
    }
}

/// A row of a list as a whole: `data-content.3`.
pub(super) fn row(list: &'static str, row: &impl Row) -> Field {
    Field { list, row: Some(row.id()), part: "" }
}

/// One part of a row: `purposes.2.basis`.
pub(super) fn part(list: &'static str, row: &impl Row, part: &'static str) -> Field {
    Field { list, row: Some(row.id()), part }
}

/// A part of something that has no rows: `additions.retention`.
pub(super) const fn under(list: &'static str, part: &'static str) -> Field {
    Field { list, row: None, part }
}

impl From<&'static str> for Field {
    fn from(path: &'static str) -> Self {
        under(path, "")
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.list)?;
        if let Some(RowId(row)) = self.row {
            write!(f, ".{row}")?;
        }
        if self.part.is_empty() { Ok(()) } else { write!(f, ".{}", self.part) }
    }
}
