//! The label of the field that a finding names: its question, and which row if there are several.

use crate::content::{FIELDS, Field, ui};
use crate::notice::Notice;
use crate::notice::parts::{self, Content};
use crate::notice::path::FieldPath;
use crate::ui::i18n::t;

/// The question with this id. A question's id is its field's path without the row; people are asked the same everywhere.
fn question(id: &str) -> Option<&'static Field> {
    let find = |id: &str| FIELDS.iter().copied().find(|field| field.id == id);
    let of_person = || find(&format!("person.{}", id.rsplit('.').next()?));
    find(id).or_else(of_person)
}

/// The question that a path belongs to; `None` for a path that is no single question.
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
    let index = rows.ids().into_iter().position(|id| Some(id) == path.row_id())?;
    Some(format!("{}. {}", index + 1, t(field.label)))
}
