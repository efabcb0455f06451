//! Compiles `clauses/*.toml`: the sentences of the notice with their facts, and what comes with choosing a purpose.

use super::facts::{Catalogue, Entry};
use super::shapes::{Clause, Clauses};
use super::{File, Texts, constant, toml_files};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

/// Returns the ids of the purposes.
pub fn clauses(content: &Path, out: &mut String, texts: &mut Texts) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    let mut files = Vec::new();
    for path in toml_files(&content.join("clauses")) {
        let mut file = File::read(path);
        file.ids = ids;
        let parsed: Clauses = file.parse();
        parsed.clause.iter().for_each(|clause| file.id(&clause.id));
        ids = std::mem::take(&mut file.ids);
        files.push((file, parsed));
    }
    let mut catalogue = Catalogue::default();
    for (file, Clauses { kinds, trades, clause }) in &files {
        for clause in clause {
            let kinds = [kinds.clone(), clause.kinds.clone()].concat();
            let trades = [trades.clone(), clause.trades.clone()].concat();
            catalogue.add(Entry { file, clause, kinds, trades });
        }
    }
    out.push_str("/// Sentences of the notice.\npub mod clause { use super::*;\n");
    let mut in_order = String::new();
    let mut purposes = Vec::new();
    for entry in &catalogue.entries {
        if let Some(defaults) = purpose(entry) {
            purposes.push((&entry.clause.id, defaults));
        }
        one(entry, &catalogue.facts(entry), out, texts);
        write!(in_order, "&clause::{}, ", constant(&entry.clause.id)).unwrap();
    }
    writeln!(
        out,
        "}}\n/// All clauses, in the order of their files.\npub static CLAUSES: &[&Clause] = &[{in_order}];"
    )
    .unwrap();
    purposes.sort();
    let ids = purposes.iter().map(|(id, _)| (*id).clone()).collect();
    writeln!(
        out,
        "/// What comes with choosing a purpose, as a partial notice in JSON; sorted by clause id.\npub(super) static PURPOSES: &[(&str, &str)] = &{purposes:?};"
    )
    .unwrap();
    ids
}

/// Writes one clause as a Rust static.
fn one(entry: &Entry<'_>, facts: &str, out: &mut String, texts: &mut Texts) {
    let Entry { file, clause, kinds, trades } = entry;
    let text = file.text(&clause.id, &clause.text, true, texts);
    let why = file.text(&clause.id, &clause.why, false, texts);
    let laws: String = clause.law.iter().fold(String::new(), |mut all, law| {
        write!(all, "Citation::new({law:?}), ").unwrap();
        all
    });
    let (id, name, reviewed) = (&clause.id, constant(&clause.id), clause.reviewed.to_string());
    writeln!(
        out,
        "/// `{id}`\npub static {name}: Clause = Clause {{ id: {id:?}, law: &[{laws}], reviewed: {reviewed:?}, text: {text}, why: {why}, kinds: &{kinds:?}, trades: &{trades:?}, facts: {facts} }};"
    )
    .unwrap();
}

/// The partial notice that comes with a purpose: the purpose itself with topic and basis, and what it brings.
fn purpose(Entry { file, clause, .. }: &Entry<'_>) -> Option<String> {
    let Clause { id, topic, basis, brings, .. } = clause;
    if !id.starts_with("purpose.") {
        if topic.is_some() || basis.is_some() || brings.is_some() {
            file.fail_in(id, id, "is no purpose, and brings nothing");
        }
        return None;
    }
    let (Some(topic), Some(basis)) = (topic, basis) else { file.fail_in(id, id, "has no topic or no basis") };
    let row = serde_json::json!({
        "id": 0, "what": { "clause": { "id": id } }, "topic": topic, "basis": { "yes": basis },
    });
    let mut notice: serde_json::Map<_, _> = brings
        .iter()
        .flatten()
        .map(|(name, value)| (name.clone(), serde_json::to_value(value).expect("TOML is JSON")))
        .collect();
    notice.insert("purposes".to_owned(), serde_json::json!([row]));
    Some(serde_json::Value::Object(notice).to_string())
}
