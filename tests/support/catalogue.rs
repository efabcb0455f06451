//! The content files as they are written: every text with its file, its id and its languages.

use super::files::{files_in, root};
use seloste::lang::{Lang, TAGS};
use std::fs;
use std::path::PathBuf;
use toml::{Table, Value};

/// One text of ours.
pub struct Written {
    /// `clauses/data.toml: data.name`.
    pub place: String,
    /// The text per language, in the order of [`Lang::ALL`]; empty where it is missing.
    pub texts: [String; TAGS.len()],
}

/// The content files with their names from `src/content` on, parsed.
pub fn files() -> Vec<(String, Table)> {
    let root = root().join("src/content");
    let read = |path: PathBuf| {
        let name = path.strip_prefix(&root).expect("inside").display().to_string();
        let text = fs::read_to_string(&path).expect("UTF-8");
        (name, toml::from_str(&text).expect("TOML"))
    };
    files_in(&root, "toml").into_iter().map(read).collect()
}

/// Every text: each table that has a text in one of the languages.
pub fn texts() -> Vec<Written> {
    let mut found = Vec::new();
    for (file, table) in files() {
        collect(&file, "", &Value::Table(table), &mut found);
    }
    assert!(found.len() > 1000, "only {} texts were found", found.len());
    found
}

fn collect(file: &str, id: &str, value: &Value, found: &mut Vec<Written>) {
    match value {
        Value::Table(table) => {
            let id = table.get("id").and_then(Value::as_str).unwrap_or(id);
            // A phrase list of the text rules is a list per language, and looks for bad text: no text of ours.
            let text = |lang: Lang| table.get(lang.tag()).and_then(Value::as_str);
            if Lang::ALL.into_iter().any(|lang| text(lang).is_some()) {
                let texts = Lang::ALL.map(|lang| text(lang).unwrap_or_default().to_owned());
                found.push(Written { place: format!("{file}: {id}"), texts });
            }
            for value in table.values() {
                collect(file, id, value, found);
            }
        }
        Value::Array(values) => values.iter().for_each(|value| collect(file, id, value, found)),
        _ => {}
    }
}
