//! The notice as a tree of JSON, as a draft's file holds it: for every change that does not depend on which field it is.
//!
//! That is numbering rows, writing by path, merging one notice into another, and taking a change back. serde makes the tree, so a
//! new field needs no line here. A [`FieldPath`] leads to a field by names and row ids, and leaves out the levels that JSON adds
//! for answers and variants (`yes`, `third-country`); they are skipped here.
//! Knows: JSON and paths. Does not know: what a field means.

mod merge;
mod take_back;

pub use merge::{Clash, merge, merge_pieces, remove_clauses};
pub use take_back::take_back;

use super::Notice;
use super::parts::{self, Content};
use super::path::{FieldPath, Step};
use super::row::RowId;
use crate::lang::{Lang, Localized};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The name of a row's id.
const ID: &str = "id";
/// The name of the highest id that was ever given.
const LAST_ROW: &str = "last-row";

/// The tree of a notice.
///
/// Made from the notice's JSON text: `serde_json::to_value` would compile the model's serialisation into the app a second time.
pub fn tree(notice: &Notice) -> Value {
    let text = serde_json::to_string_pretty(notice).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// The notice of a tree. Rows that have no id, or one that another row has, get a new one.
///
/// # Errors
/// Names the first value that does not fit the model.
pub fn notice(mut tree: Value) -> Result<Notice, serde_json::Error> {
    number_rows(&mut tree);
    Notice::deserialize(&tree)
}

/// Changes a notice through its tree. A change after which the tree is no notice any more is dropped.
pub(crate) fn change(notice_now: &mut Notice, change: impl FnOnce(&mut Value)) {
    let mut tree = tree(notice_now);
    change(&mut tree);
    if let Ok(changed) = notice(tree) {
        *notice_now = changed;
    }
}

impl Notice {
    /// Gives each row an id of its own. Notices that were opened, merged or made from defaults have them already.
    pub fn number_rows(&mut self) {
        change(self, |_| {});
    }
}

/// Gives every row of a notice an id that no other row has or ever had. Returns the highest id.
pub(crate) fn number_rows(tree: &mut Value) -> RowId {
    let mut last = last_row(tree);
    let mut seen = BTreeSet::new();
    for_each_row(tree, &mut |row| {
        let id = row.get(ID).and_then(Value::as_u64).unwrap_or_default();
        if id == 0 || !seen.insert(id) {
            last = last.next();
            seen.insert(last.0.into());
            row.insert(ID.to_owned(), last.0.into());
        }
    });
    if let Some(fields) = tree.as_object_mut() {
        fields.insert(LAST_ROW.to_owned(), last.0.into());
    }
    last
}

/// The highest id that was ever given in a notice: the one that it remembers, or that of a row where an edited file has a higher one.
fn last_row(tree: &mut Value) -> RowId {
    let mut last = tree.get(LAST_ROW).and_then(Value::as_u64).unwrap_or_default();
    for_each_row(tree, &mut |row| last = last.max(row.get(ID).and_then(Value::as_u64).unwrap_or_default()));
    RowId(u32::try_from(last).unwrap_or(u32::MAX))
}

/// Calls `visit` for each row of each list, wherever the list stands. Rows are the objects in arrays.
fn for_each_row(value: &mut Value, visit: &mut dyn FnMut(&mut Map<String, Value>)) {
    match value {
        Value::Array(items) => {
            for item in items {
                if let Value::Object(row) = item {
                    visit(row);
                }
                for_each_row(item, visit);
            }
        }
        Value::Object(fields) => fields.values_mut().for_each(|field| for_each_row(field, visit)),
        _ => {}
    }
}

/// Whether an array is a list of rows.
fn is_rows(items: &[Value]) -> bool {
    items.iter().any(Value::is_object)
}

/// The value at a path, to be changed.
fn at_mut(tree: &mut Value, path: FieldPath) -> Option<&mut Value> {
    path.steps().try_fold(tree, step_mut)
}

fn step_mut(value: &mut Value, step: Step) -> Option<&mut Value> {
    let here = match step {
        Step::Name(name) => value.get(name).is_some(),
        Step::Row(_) => value.is_array(),
    };
    if !here {
        // An answer or a variant is an object with one name; the step leads through what it holds.
        let fields = value.as_object_mut().filter(|fields| fields.len() == 1)?;
        return step_mut(fields.values_mut().next()?, step);
    }
    match step {
        Step::Name(name) => value.get_mut(name),
        Step::Row(RowId(id)) => {
            let rows = value.as_array_mut()?;
            rows.iter_mut().find(|row| row.get(ID).and_then(Value::as_u64) == Some(id.into()))
        }
    }
}

/// Writes a field that holds a single string, such as a name, a number or an address; other fields stay as they are.
pub(crate) fn set_line(tree: &mut Value, path: FieldPath, text: &str) {
    if let Some(field) = at_mut(tree, path).filter(|field| field.is_string()) {
        *field = text.into();
    }
}

/// Writes the firm's own words into a text, a statement in own words, or what a section says in own words; other fields stay as they are.
pub(crate) fn set_text(tree: &mut Value, path: FieldPath, text: &Localized<String>) {
    let langs = Lang::ALL.into_iter().filter(|lang| !text.get(*lang).is_empty());
    let written: Map<_, _> =
        langs.map(|lang| (lang.tag().to_owned(), text.get(lang).as_str().into())).collect();
    if let Some(section) = path.own_words_in() {
        let Some(sections) =
            tree.as_object_mut().map(|fields| fields.entry(path.part()).or_insert(Value::Object(Map::new())))
        else {
            return;
        };
        match sections.as_object_mut() {
            Some(sections) if written.is_empty() => drop(sections.remove(section.id())),
            Some(sections) => drop(sections.insert(section.id().to_owned(), written.into())),
            None => {}
        }
    } else if let Some(field) = at_mut(tree, path).and_then(own_text) {
        *field = written.into();
    }
}

/// The object with one text per language in a field: the field itself, or inside a row, an answer or a statement in own words.
fn own_text(field: &mut Value) -> Option<&mut Value> {
    let inner = ["what", "yes", "own", "text"].into_iter().find(|name| field.get(name).is_some());
    match inner {
        Some(name) => own_text(field.get_mut(name)?),
        None => Some(field).filter(|field| field.is_object() && field.get("clause").is_none()),
    }
}

/// Removes a row.
pub(crate) fn remove_row(tree: &mut Value, path: FieldPath) {
    let list = at_mut(tree, FieldPath::from(path.part())).and_then(Value::as_array_mut);
    if let (Some(rows), Some(RowId(id))) = (list, path.row_id()) {
        rows.retain(|row| row.get(ID).and_then(Value::as_u64) != Some(id.into()));
    }
}

/// Removes these rows, and takes back what these fields say, as if nobody had said anything there.
pub fn clear(notice: &mut Notice, paths: &[FieldPath]) {
    if paths.is_empty() {
        return;
    }
    let blank = |content: &Content<'_>| match content {
        Content::Answer(_) => Some(Value::from("unanswered")),
        Content::Line(_) | Content::Date(_) => Some(Value::from("")),
        Content::Lines(_) | Content::Links(_) => Some(Value::Array(Vec::new())),
        Content::Text(_) => Some(Value::Object(Map::new())),
        Content::Statement(_) => serde_json::from_str(r#"{"own": {"text": {}}}"#).ok(),
        Content::Number(_) => Some(Value::Null),
        Content::Absent | Content::Choice(_) | Content::Rows(_) => None,
    };
    let is_row = |path: FieldPath| path.row_id().is_some() && path.column_name().is_empty();
    let mut fields = Vec::new();
    parts::visit(notice, |_, path, content| {
        if paths.contains(&path) && !is_row(path) {
            fields.extend(blank(&content).map(|blank| (path, blank)));
        }
    });
    change(notice, |tree| {
        for (path, blank) in fields {
            if let Some(field) = at_mut(tree, path) {
                *field = blank;
            }
        }
        paths.iter().filter(|path| is_row(**path)).for_each(|row| remove_row(tree, *row));
    });
}

/// Removes the texts in languages in which the notice is not published. Where a published language lacks a text, the one that
/// readers see in its stead stays.
pub(crate) fn keep_published_languages(notice: &mut Notice) {
    let langs = notice.languages.clone();
    change(notice, |tree| keep_languages(tree, &langs));
}

fn keep_languages(value: &mut Value, langs: &[Lang]) {
    let Value::Object(fields) = value else {
        return value.as_array_mut().into_iter().flatten().for_each(|item| keep_languages(item, langs));
    };
    let is_text = !fields.is_empty()
        && fields
            .iter()
            .all(|(name, text)| text.is_string() && Lang::ALL.iter().any(|lang| lang.tag() == name));
    if !is_text {
        return fields.values_mut().for_each(|field| keep_languages(field, langs));
    }
    let written = |lang: &Lang| {
        fields.get(lang.tag()).and_then(Value::as_str).is_some_and(|text| !text.trim().is_empty())
    };
    let stands_in = Lang::ALL.into_iter().find(written).filter(|_| !langs.iter().all(written));
    fields.retain(|name, _| {
        let of = |lang: &Lang| lang.tag() == name;
        langs.iter().any(of) || stands_in.as_ref().is_some_and(of)
    });
}

/// Whether nothing is said in a value: no text, no clause, no answer, no row. Ids of rows, and choices that always have a value,
/// say nothing.
fn is_blank(value: &Value) -> bool {
    const SAYS_NOTHING: [&str; 4] = [ID, "topic", "origin", "unit"];
    match value {
        Value::Null => true,
        Value::Bool(_) | Value::Number(_) => false,
        Value::String(text) => text.trim().is_empty() || text == "unanswered",
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) if fields.contains_key("clause") => false,
        Value::Object(fields) => {
            fields.iter().all(|(name, field)| SAYS_NOTHING.contains(&name.as_str()) || is_blank(field))
        }
    }
}

#[cfg(test)]
mod tests;
