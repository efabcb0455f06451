//! Nothing is missing from the content files: languages, the law, and somebody who uses each clause.

use crate::support::catalogue::{files, texts};
use seloste::content::CLAUSES;
use seloste::lang::Lang;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use toml::Value;

/// Groups whose clauses a screen offers: it finds them by the group, not by their names.
pub const OFFERED: &[&str] = &[
    "subjects",
    "purpose",
    "interest",
    "withdrawal",
    "statute",
    "category",
    "data",
    "special",
    "special-ground",
    "identity-ground",
    "source",
    "recipient",
    "disclosure",
    "retention-what",
    "start",
    "until",
    "retention-ground",
    "security-manual",
    "security-electronic",
    "consent-tool",
    "consequence",
    "marketing",
    "other-right",
    "change",
];

/// Groups of labels and of phrases that carry no claim of law of their own.
const WITHOUT_LAW: &[&str] = &["label", "lead", "start", "until", "withdrawal", "authority"];

#[test]
fn every_text_exists_in_three_languages() {
    let missing: Vec<_> = texts()
        .iter()
        .flat_map(|written| {
            let lacks = Lang::ALL.into_iter().filter(|lang| written.texts[*lang as usize].trim().is_empty());
            lacks.map(|lang| format!("{} lacks {}", written.place, lang.tag())).collect::<Vec<_>>()
        })
        .collect();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

/// A clause says what it rests on, in a group whose clauses claim anything.
#[test]
fn every_clause_cites_its_law() {
    let group = |id: &'static str| id.split_once('.').map_or(id, |(group, _)| group);
    let silent: Vec<_> = CLAUSES
        .iter()
        .filter(|clause| clause.law.is_empty() && !WITHOUT_LAW.contains(&group(clause.id)))
        .map(|clause| clause.id)
        .collect();
    assert!(silent.is_empty(), "no law: {silent:?}");
}

fn sources(folder: &Path, text: &mut String) {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    for path in entries.collect::<BTreeSet<PathBuf>>() {
        if path.is_dir() {
            sources(&path, text);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            text.push_str(&fs::read_to_string(&path).expect("UTF-8"));
        }
    }
}

/// A screen offers the clause, or the composition names it.
#[test]
fn every_clause_is_used() {
    let mut code = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut code);
    for group in OFFERED {
        assert!(code.contains(&format!("\"{group}\"")), "nothing offers {group}");
    }
    let idle: Vec<_> = CLAUSES
        .iter()
        .filter(|clause| !OFFERED.iter().any(|group| clause.id.starts_with(&format!("{group}."))))
        .map(|clause| clause.id)
        .filter(|id| {
            let constant = id.replace(['.', '-'], "_").to_uppercase();
            !code.contains(&format!("clause::{constant}")) && !code.contains(&format!("\"{id}\""))
        })
        .collect();
    assert!(idle.is_empty(), "used nowhere: {idle:?}");
}

/// An unknown key, a doubled id or a slot that one language lacks fails the build; here, that ids are what
/// they should be.
#[test]
fn ids_are_kebab_case() {
    fn ids(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Table(table) => {
                found.extend(table.get("id").and_then(Value::as_str).map(str::to_owned));
                table.values().for_each(|value| ids(value, found));
            }
            Value::Array(values) => values.iter().for_each(|value| ids(value, found)),
            _ => {}
        }
    }
    for (file, table) in files().into_iter().filter(|(file, _)| file != "countries.toml") {
        let mut found = Vec::new();
        ids(&Value::Table(table), &mut found);
        for id in found {
            let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
            assert!(id.chars().all(fine), "{file}: {id}");
        }
    }
}
