//! Short ways to name the field at which a rule fires.

use crate::notice::path::FieldPath;
use crate::notice::row::Row;

/// A row of a list as a whole: `data-content.3`.
pub(super) fn row(list: &'static str, row: &impl Row) -> FieldPath {
    FieldPath::from(list).row(row.id())
}

/// One column of a row: `purposes.2.basis`.
pub(super) fn column(list: &'static str, of: &impl Row, name: &'static str) -> FieldPath {
    row(list, of).column(name)
}
