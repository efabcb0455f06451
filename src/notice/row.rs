//! Rows of a repeatable thing: a purpose, a recipient, a cookie.
//!
//! A row has an id of its own, so that a form keeps its focus and a finding its place while rows move.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The id of a row, unique in its list.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(transparent)]
pub struct RowId(pub u32);

/// A row of a list.
pub trait Row {
    /// The row's id.
    fn id(&self) -> RowId;
    /// Gives the row another id.
    fn set_id(&mut self, id: RowId);
}

/// Makes a structure with a field `id` a [`Row`].
macro_rules! row {
    ($row:ty) => {
        impl $crate::notice::row::Row for $row {
            fn id(&self) -> $crate::notice::row::RowId {
                self.id
            }
            fn set_id(&mut self, id: $crate::notice::row::RowId) {
                self.id = id;
            }
        }
    };
}
pub(super) use row;

/// Appends a row under an id that the list has not used, and returns that id.
pub fn push<R: Row>(rows: &mut Vec<R>, mut row: R) -> RowId {
    let next = rows.iter().map(|row| row.id().0).max().map_or(1, |highest| highest.saturating_add(1));
    row.set_id(RowId(next));
    rows.push(row);
    RowId(next)
}

/// Makes ids unique: rows without one, or with one that an earlier row has, get a new one.
///
/// A file that somebody wrote by hand need not number its rows.
pub fn number<R: Row>(rows: &mut [R]) {
    let mut seen = std::collections::BTreeSet::new();
    let mut next = rows.iter().map(|row| row.id().0).max().unwrap_or_default();
    for row in rows {
        if row.id() == RowId(0) || !seen.insert(row.id()) {
            next = next.saturating_add(1);
            row.set_id(RowId(next));
            seen.insert(row.id());
        }
    }
}

/// Moves a row one place up (`-1`) or down (`1`); a row at the end stays where it is.
pub fn shift<R: Row>(rows: &mut [R], id: RowId, by: isize) {
    let Some(from) = rows.iter().position(|row| row.id() == id) else { return };
    if let Some(to) = from.checked_add_signed(by).filter(|to| *to < rows.len()) {
        rows.swap(from, to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::statement::Item;

    fn ids(rows: &[Item]) -> Vec<u32> {
        rows.iter().map(|row| row.id.0).collect()
    }

    #[test]
    fn rows_get_ids_that_are_not_used_again_while_they_live() {
        let mut rows = Vec::new();
        push(&mut rows, Item::default());
        push(&mut rows, Item::default());
        rows.remove(0);
        push(&mut rows, Item::default());
        assert_eq!(ids(&rows), [2, 3]);
    }

    #[test]
    fn rows_of_a_file_are_numbered_once() {
        let mut rows = vec![Item::default(), Item::default(), Item::default()];
        rows[2].id = RowId(7);
        number(&mut rows);
        assert_eq!(ids(&rows), [8, 9, 7]);
        let before = rows.clone();
        number(&mut rows);
        assert_eq!(rows, before);
    }

    #[test]
    fn shifting_stays_inside_the_list() {
        let mut rows = vec![Item::default(), Item::default()];
        number(&mut rows);
        shift(&mut rows, RowId(1), -1);
        shift(&mut rows, RowId(2), 1);
        assert_eq!(ids(&rows), [1, 2]);
        shift(&mut rows, RowId(1), 1);
        assert_eq!(ids(&rows), [2, 1]);
    }
}
