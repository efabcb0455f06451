//! Short ways to name the field at which a rule fires.

use crate::notice::Notice;
use crate::notice::path::FieldPath;
use crate::notice::row::Row;
use crate::section::SectionId;

/// A row of a list as a whole: `data-content.3`.
pub(super) fn row(list: &'static str, row: &impl Row) -> FieldPath {
    FieldPath::from(list).row(row.id())
}

/// One column of a row: `purposes.2.basis`.
pub(super) fn column(list: &'static str, of: &impl Row, name: &'static str) -> FieldPath {
    row(list, of).column(name)
}

/// Where a section is mended: in the firm's own words instead of our text where there are some, or else in its list of answers.
pub(super) fn words_or_list(notice: &Notice, section: SectionId, list: &'static str) -> FieldPath {
    if notice.is_replaced(section) { FieldPath::replacement(section) } else { FieldPath::from(list) }
}
