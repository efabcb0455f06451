//! The label of the field that a finding names: its question, after the name of its row.

use super::statement::summary;
use crate::content::{FIELDS, Field, ui};
use crate::notice::Notice;
use crate::notice::parts::{self, Content};
use crate::notice::path::FieldPath;
use crate::notice::row::{RowId, Rows};
use crate::ui::i18n::t;

/// The question with this id. A question's id is its field's path without the row; people are asked the same everywhere.
fn question(id: &str) -> Option<&'static Field> {
    let find = |id: &str| FIELDS.iter().copied().find(|field| field.id == id);
    let of_person = || find(&format!("person.{}", id.rsplit('.').next()?));
    find(id).or_else(of_person)
}

/// What a row is about: its name, or else what it says.
fn row_name(rows: &dyn Rows, id: RowId) -> String {
    let (mut name, mut what) = (String::new(), String::new());
    rows.visit(&mut |row, column, content| match (column, content) {
        ("name", Content::Line(line)) if row == id => line.trim().clone_into(&mut name),
        ("" | "what", Content::Statement(statement)) if row == id => what = summary(statement),
        _ => {}
    });
    if name.is_empty() { what } else { name }
}

/// The question that a path belongs to, after the name of its row; `None` for a path that is no single question.
pub fn label(notice: &Notice, path: FieldPath) -> Option<String> {
    if path.replaces().is_some() {
        return Some(t(ui::REPLACE_LABEL).to_owned());
    }
    let (list, column) = (path.part(), path.column_name());
    if column.is_empty() {
        return question(list).map(|field| t(field.label).to_owned());
    }
    // What a basis needs has a question of its own, and so has the row as a whole.
    let field = question(&format!("{list}.{column}")).or_else(|| question(&format!("{list}.what")))?;
    let Content::Rows(rows) = (parts::find(list)?.read)(notice) else { return None };
    let id = path.row_id()?;
    let index = rows.ids().into_iter().position(|at| at == id)?;
    let name = row_name(rows, id);
    let name = if name.is_empty() { format!("{}.", index + 1) } else { format!("{name}:") };
    Some(format!("{name} {}", t(field.label)))
}
