//! Rows of a list: a purpose, a recipient, a cookie.
//!
//! A row has an id of its own, so that a form keeps its focus, a finding its field and a link its target while rows are moved.
//! An id is used once in the life of a draft: a link, a dismissal or an origin of a removed row can never be taken for one of a
//! later row.

use super::parts::Content;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The id of a row, unique in its notice; 0 until the row has been given one.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(transparent)]
pub struct RowId(#[cfg_attr(test, proptest(strategy = "0..100_000_u32"))] pub u32);

impl RowId {
    /// The id after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// Links from one row to others, by their ids.
pub type RowIds = Vec<RowId>;

/// One field of a row: its name in paths, and how it is read.
#[derive(Debug)]
pub struct Column<R> {
    /// The rest of the path behind the row's id: `basis.interest`. Empty where the row is hardly more than a statement.
    pub name: &'static str,
    /// Reads it.
    pub read: fn(&R) -> Content<'_>,
}

/// A row of a list.
pub trait Row: Sized + 'static {
    /// Its fields, each once.
    const COLUMNS: &'static [Column<Self>];
    /// The row's id.
    fn id(&self) -> RowId;
    /// Gives the row another id.
    fn set_id(&mut self, id: RowId);
}

/// A list of rows of any type, as the table of parts reads it.
pub trait Rows {
    /// The names of the columns.
    fn columns(&self) -> Vec<&'static str>;
    /// The ids, in the order of the rows.
    fn ids(&self) -> RowIds;
    /// Visits each field of each row.
    fn visit<'a>(&'a self, visit: &mut dyn FnMut(RowId, &'static str, Content<'a>));
}

impl<R: Row> Rows for Vec<R> {
    fn columns(&self) -> Vec<&'static str> {
        R::COLUMNS.iter().map(|column| column.name).collect()
    }

    fn ids(&self) -> RowIds {
        self.iter().map(Row::id).collect()
    }

    fn visit<'a>(&'a self, visit: &mut dyn FnMut(RowId, &'static str, Content<'a>)) {
        for row in self {
            for column in R::COLUMNS {
                visit(row.id(), column.name, (column.read)(row));
            }
        }
    }
}

/// Moves a row one up (`-1`) or down (`1`); a row at the end stays where it is.
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

    #[test]
    fn shifting_stays_inside_the_list() {
        let ids = |rows: &Vec<Item>| rows.ids().into_iter().map(|id| id.0).collect::<Vec<_>>();
        let mut rows: Vec<_> = [1, 2].map(|id| Item { id: RowId(id), ..Item::default() }).into();
        shift(&mut rows, RowId(1), -1);
        shift(&mut rows, RowId(2), 1);
        assert_eq!(ids(&rows), [1, 2]);
        shift(&mut rows, RowId(1), 1);
        assert_eq!(ids(&rows), [2, 1]);
    }
}
