//! Pieces of a notice that are not in the catalogue as such: a service by the firm's own name, and a part of the guided defaults.
//!
//! Knows: the catalogue, and the notice as JSON. Does not know: why somebody asks for the piece.

use super::{Offer, new_notice};
use crate::content::find_clause;
use crate::notice::answer::Answer;
use crate::notice::recipient::Recipient;
use crate::notice::statement::Statement;
use crate::notice::tree;
use crate::notice::{Notice, RegisterKind, Trade};
use serde_json::{Map, Value};

/// What links a row to others by their ids, which differ from notice to notice.
const LINKS: [&str; 5] = ["people", "data", "recipients", "retention", "groups"];

impl Offer {
    /// A recipient by a name of the firm's own. Its role is that of what it does, where that alone decides it.
    pub(crate) fn own_service(what: &'static str, name: &str) -> Self {
        let role = find_clause(what).and_then(|clause| clause.facts.role);
        let recipient = Recipient {
            what: Statement::clause(what),
            name: name.trim().to_owned(),
            role: role.map_or(Answer::Unanswered, Answer::Yes),
            ..Recipient::default()
        };
        let notice = Notice { recipients: vec![recipient], ..Notice::default() };
        let mut piece = tree::tree(&notice);
        if let Some(fields) = piece.as_object_mut() {
            fields.retain(|name, _| name == "recipients");
        }
        Self { id: what, piece }
    }

    /// The rows of the guided defaults whose clauses are wanted, without links: those are set where the piece is merged in.
    pub(crate) fn suggested(
        id: &'static str,
        kind: RegisterKind,
        trade: Option<Trade>,
        wanted: impl Fn(&str) -> bool,
    ) -> Self {
        let mut piece = Map::new();
        for (list, rows) in tree::tree(&new_notice(kind, trade)).as_object().into_iter().flatten() {
            let rows = rows.as_array().into_iter().flatten();
            let wanted: Vec<Value> =
                rows.filter(|row| clause(row).is_some_and(&wanted)).map(without_links).collect();
            if !wanted.is_empty() {
                piece.insert(list.clone(), wanted.into());
            }
        }
        Self { id, piece: piece.into() }
    }

    /// What it says in single fields, without its rows. `None` where it says nothing there.
    pub(crate) fn without_rows(&self) -> Option<Self> {
        fn fields_only(value: &Value) -> Option<Value> {
            match value {
                Value::Array(_) => None,
                Value::Object(fields) => {
                    let fields =
                        fields.iter().filter_map(|(name, field)| Some((name.clone(), fields_only(field)?)));
                    Some(Value::Object(fields.collect()))
                }
                other => Some(other.clone()),
            }
        }
        let piece = fields_only(&self.piece)?;
        let says_something = piece.as_object().is_some_and(|fields| !fields.is_empty());
        says_something.then_some(Self { id: self.id, piece })
    }
}

fn clause(row: &Value) -> Option<&str> {
    row.get("what")?.get("clause")?.get("id")?.as_str()
}

fn without_links(row: &Value) -> Value {
    let mut row = row.clone();
    if let Some(fields) = row.as_object_mut() {
        fields.retain(|name, _| !LINKS.contains(&name.as_str()));
    }
    row
}
