//! The label of the field that a finding names: its question, and which row if there are several.

use crate::content::{FIELDS, Field};
use crate::notice::Notice;
use crate::notice::row::{Row, RowId};
use crate::ui::i18n::t;

/// Lists of rows: how their paths begin, and how the ids of their questions do.
const LISTS: [(&str, &str); 5] = [
    ("purposes", "purpose"),
    ("sources", "source"),
    ("recipients", "recipient"),
    ("retention", "retention"),
    ("cookies", "cookie"),
];

fn field(id: &str) -> Option<&'static Field> {
    FIELDS.iter().copied().find(|field| field.id == id)
}

/// The question that a path belongs to; `None` for a path that does not name one question.
pub fn label(notice: &Notice, path: &str) -> Option<String> {
    if let Some(field) = field(path) {
        return Some(t(field.label).to_owned());
    }
    let mut parts = path.split('.');
    let (list, row, question) = (parts.next()?, parts.next()?, parts.next()?);
    let singular = LISTS.iter().find(|(plural, _)| *plural == list).map(|(_, singular)| *singular)?;
    let names = [
        format!("{singular}.{question}"),
        // What a recipient outside the EEA is asked, and what a basis needs, have questions of their own.
        format!("transfer.{question}"),
        format!("{singular}.what"),
    ];
    let words = names.iter().find_map(|name| field(name))?;
    let number = row_number(notice, list, RowId(row.parse().ok()?))?;
    Some(format!("{number}. {}", t(words.label)))
}

/// Where a row stands in its list, counted from one: as its card shows it.
fn row_number(notice: &Notice, list: &str, id: RowId) -> Option<usize> {
    fn place<R: Row>(rows: &[R], id: RowId) -> Option<usize> {
        rows.iter().position(|row| row.id() == id).map(|place| place + 1)
    }
    match list {
        "purposes" => place(&notice.purposes, id),
        "sources" => place(&notice.sources, id),
        "recipients" => place(&notice.recipients, id),
        "retention" => place(&notice.retention, id),
        "cookies" => place(&notice.cookies.yes()?.rows, id),
        _ => None,
    }
}
