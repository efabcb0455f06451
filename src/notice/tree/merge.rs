//! Merging a piece of a notice into a notice: how a trade changes the defaults of a kind, and what choosing a purpose or a
//! service adds.
//!
//! The piece is JSON and writes only what it names. Rows are added, unless the notice has a row about the same thing already.

use super::{ID, LAST_ROW, change, is_blank, is_rows};
use crate::notice::Notice;
use serde_json::{Map, Value};

/// Which side wins where the notice and the piece say something about the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clash {
    /// The notice: the firm may have thought about it.
    Keep,
    /// The piece: a trade knows better than the kind in general.
    Replace,
}

/// Writes a piece of a notice into a notice: rows are added, answers are set.
pub fn merge(into: &mut Notice, from: &Value, clash: Clash) {
    change(into, |into| value(into, from, clash));
}

/// Removes every row that is one of these clauses, from any list.
pub fn remove_clauses(notice: &mut Notice, clauses: &[&str]) {
    change(notice, |tree| remove(tree, clauses));
}

fn remove(value: &mut Value, clauses: &[&str]) {
    match value {
        Value::Array(rows) => {
            rows.retain(|row| !clause(row).and_then(Value::as_str).is_some_and(|id| clauses.contains(&id)));
            for row in rows {
                remove(row, clauses);
            }
        }
        Value::Object(fields) => fields.values_mut().for_each(|field| remove(field, clauses)),
        _ => {}
    }
}

fn value(into: &mut Value, from: &Value, clash: Clash) {
    let wins = clash == Clash::Replace || is_open(into);
    match (&mut *into, from) {
        (Value::Array(into), Value::Array(from)) if is_rows(into) || is_rows(from) => rows(into, from, clash),
        (Value::Array(into), Value::Array(from)) => {
            let new: Vec<_> = from.iter().filter(|item| !into.contains(item)).cloned().collect();
            into.extend(new);
        }
        (Value::Object(into), Value::Object(from)) if !is_statement(from) => object(into, from, clash),
        // A "yes" with rows wins even over a "no": the piece names data, and a notice that denies it would be wrong.
        (Value::String(_), Value::Object(answer)) if wins || answer.values().any(holds_rows) => {
            *into = without_ids(from.clone());
        }
        _ if wins && !is_blank(from) => into.clone_from(from),
        _ => {}
    }
}

fn object(into: &mut Map<String, Value>, from: &Map<String, Value>, clash: Clash) {
    for (name, new) in from.iter().filter(|(name, _)| *name != LAST_ROW) {
        match into.get_mut(name) {
            Some(old) => value(old, new, clash),
            None => drop(into.insert(name.clone(), without_ids(new.clone()))),
        }
    }
}

fn rows(into: &mut Vec<Value>, from: &[Value], clash: Clash) {
    for new in from {
        let mut new = without_ids(new.clone());
        match into.iter_mut().find(|old| is_same(old, &new)) {
            Some(old) if clash == Clash::Replace => {
                if let (Some(row), Some(id)) = (new.as_object_mut(), old.get(ID)) {
                    row.insert(ID.to_owned(), id.clone());
                }
                *old = new;
            }
            // The row becomes the service that it is named after, with its role and its country; what else stands in it stays.
            Some(old) if is_fuller(&new, old) => value(old, &new, Clash::Replace),
            Some(_) => {}
            None => into.push(new),
        }
    }
}

/// The value without row ids: its rows get new ones in the notice into which they are merged.
fn without_ids(mut value: Value) -> Value {
    super::for_each_row(&mut value, &mut |row| drop(row.remove(ID)));
    if let Value::Object(row) = &mut value {
        row.remove(ID);
    }
    value
}

/// Whether the notice says nothing here, or "I do not know": then the piece's value is taken. A "yes" of which nothing more has been
/// told is an answer.
fn is_open(value: &Value) -> bool {
    (is_blank(value) && value.get("yes").is_none()) || value == "unknown"
}

fn holds_rows(value: &Value) -> bool {
    match value {
        Value::Array(items) => is_rows(items),
        Value::Object(fields) => fields.values().any(holds_rows),
        _ => false,
    }
}

/// A statement is taken whole: half of one and half of another would be neither.
fn is_statement(fields: &Map<String, Value>) -> bool {
    fields.contains_key("clause") || fields.contains_key("own")
}

/// The id of a row's clause, where the row is one.
fn clause(row: &Value) -> Option<&Value> {
    row.get("what")?.get("clause")?.get("id")
}

/// Whether two rows speak of the same thing: the same clause, and where recipients are named, the same name or one without.
/// Two texts of the firm's own never are the same. Cookies are compared by their name and who sets them.
fn is_same(one: &Value, other: &Value) -> bool {
    let name = |row: &Value| row.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
    let same_name = name(one) == name(other);
    if one.get("what").or(other.get("what")).is_none() {
        return same_name && one.get("party") == other.get("party");
    }
    let names_fit = same_name || name(one).is_empty() || name(other).is_empty();
    clause(one).is_some() && clause(one) == clause(other) && names_fit
}

/// Whether a row names somebody where the other one, which speaks of the same thing, names nobody.
fn is_fuller(new: &Value, old: &Value) -> bool {
    let named = |row: &Value| row.get("name").and_then(Value::as_str).is_some_and(|name| !name.is_empty());
    new.get("what").is_some() && named(new) && !named(old)
}

/// Writes one piece of a notice into another one, which keeps what it says.
pub fn merge_pieces(into: &mut Value, from: &Value) {
    value(into, from, Clash::Keep);
}
