//! What a lawyer's edit can get wrong in a content file stops the build, with the file and the line.

#[allow(dead_code, reason = "the entry point is the build's")]
#[path = "../src/build.rs"]
mod build;

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder to write to");
    for entry in fs::read_dir(from).expect("a folder") {
        let path = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() { copy(&path, &target) } else { fs::copy(&path, &target).map(drop).expect("a copy") }
    }
}

/// What the build says of the content after a change to one file; `None` when it is content.
fn build_with(name: &str, file: &str, change: impl Fn(&str) -> String) -> Option<String> {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("damage").join(name);
    let _ = fs::remove_dir_all(&root);
    let (content, out) = (root.join("content"), root.join("out"));
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/content"), &content);
    fs::create_dir_all(&out).expect("a folder to write to");
    let path = content.join(file);
    let before = fs::read_to_string(&path).expect("UTF-8");
    let after = change(&before);
    fs::write(&path, after).expect("a writable copy");
    let told = catch_unwind(|| build::compile(&content, &out)).err()?;
    let told = told.downcast_ref::<String>().cloned().unwrap_or_default();
    let _ = fs::remove_dir_all(&root);
    Some(told)
}

#[test]
fn sound_content_is_compiled() {
    assert_eq!(build_with("sound", "ui.toml", str::to_owned), None);
}

#[test]
fn damage_stops_the_build_and_says_where() {
    let more = |text: &'static str| move |before: &str| format!("{before}\n{text}\n");
    let ui = "[[text]]\nid = \"test.new\"\n";
    let phrase = "[[pattern]]\nid = \"test-phrase\"\nnote = \"a\"\nfi = [";
    for (name, file, text, told) in [
        ("syntax", "ui.toml", "[[text]\nid = 1".to_owned(), "TOML parse error at line"),
        ("key", "ui.toml", format!("{ui}fi = \"a\"\nnl = \"b\""), "unknown field `nl`"),
        ("twice", "ui.toml", "[[text]]\nid = \"home.start\"\nfi = \"a\"".repeat(2).replace("\"[[", "\"\n[["), "used twice"),
        ("empty", "ui.toml", format!("{ui}fi = \"\""), "has no Finnish text"),
        ("slots", "ui.toml", format!("{ui}fi = \"a {{n}}\"\nsv = \"b\"\nen = \"c {{n}}\""), "has other slots in sv"),
        ("unknown", "ui.toml", format!("{ui}fi = \"a {{nimi}}\"\nsv = \"a {{nimi}}\"\nen = \"a {{nimi}}\""), "nobody fills {nimi}"),
        ("glued", "ui.toml", format!("{ui}fi = \"{{name}}lle\"\nsv = \"{{name}}\"\nen = \"{{name}}\""), "never inflected"),
        (
            "purpose",
            "clauses/purposes.toml",
            "[[clause]]\nid = \"purpose.new\"\nlaw = []\nreviewed = 2026-11-20\nfi = \"a\"\nsv = \"b\"\nen = \"c\"".to_owned(),
            "has no topic or no basis",
        ),
        ("choice", "patterns.toml", format!("{phrase}\"ei siirretä||luovuteta\"]"), "no choice is empty"),
        ("star", "patterns.toml", format!("{phrase}\"ei siir*retä\"]"), "at a word's end"),
        ("stem", "patterns.toml", format!("{phrase}\"ei|a* siirretä\"]"), "at least three bytes"),
        ("gap", "patterns.toml", format!("{phrase}\"… siirretä\"]"), "begins with a word"),
    ] {
        let text: &'static str = text.leak();
        stops(name, file, more(text), told);
    }
}

/// A change to a file stops the build, which says what is wrong, in which file and on which line.
fn stops(name: &str, file: &str, change: impl Fn(&str) -> String, told: &str) {
    let found = build_with(name, file, change).unwrap_or_else(|| panic!("{name}: nothing was said"));
    assert!(found.contains(told), "{name}: {found}");
    assert!(found.contains(file), "{name} does not name its file: {found}");
    let place = found.split_once(&format!("{file}:")).map_or("", |(_, rest)| rest);
    let line = place.starts_with(|c: char| c.is_ascii_digit()) || place.contains("at line");
    assert!(line, "{name} does not name its line: {found}");
}

#[test]
fn a_clause_without_its_facts_stops_the_build() {
    // In the record of a clause, one text becomes another; a text ending in `*` reaches to the end of its line.
    let change = |id: &'static str, from: &'static str, to: &'static str| {
        move |before: &str| {
            let record = before.find(&format!("\"{id}\"\n")).unwrap_or_else(|| panic!("no {id}"));
            let (head, rest) = before.split_at(record);
            let start = rest.find(from.trim_end_matches('*')).unwrap_or_else(|| panic!("no {from} in {id}"));
            let end = if from.ends_with('*') {
                start + rest[start..].find('\n').unwrap()
            } else {
                start + from.len()
            };
            format!("{head}{}{to}{}", &rest[..start], &rest[end..])
        }
    };
    for (name, file, id, from, to, told) in [
        (
            "no-role",
            "recipients.toml",
            "recipient.accounting",
            "role*",
            "",
            "\"recipient.accounting\" lacks \"role\"",
        ),
        (
            "word",
            "recipients.toml",
            "recipient.accounting",
            "\"processor\"",
            "\"procesor\"",
            "unknown variant `procesor`",
        ),
        ("no-serves", "data.toml", "data.website", "serves*", "", "\"data.website\" lacks \"serves\""),
        (
            "no-purpose",
            "data.toml",
            "data.website",
            "purpose.b2b-",
            "purpose.b3b-",
            "there is no such clause",
        ),
        ("no-data", "retention.toml", "retention-what.ledgers", "data*", "", "lacks \"data\""),
        (
            "no-words",
            "retention.toml",
            "retention-what.ledgers",
            "[\"about:billing\"]",
            "\"none\"",
            "or \"not comparable\"",
        ),
        (
            "group",
            "retention.toml",
            "retention-what.ledgers",
            "about:billing",
            "source.ytj",
            "only category and data",
        ),
        (
            "matter",
            "data.toml",
            "data.credit",
            "[\"credit\"]",
            "[\"kredit\"]",
            "about \"kredit\", which nobody knows",
        ),
        (
            "dead",
            "kind-members.toml",
            "subjects.guardians",
            "purpose.membership",
            "purpose.pay",
            "no notice can hold both",
        ),
        (
            "elsewhere",
            "data.toml",
            "data.website",
            "law*",
            "role = \"depends\"",
            "has \"role\", which belongs to these only",
        ),
    ] {
        stops(name, &format!("clauses/{file}"), change(id, from, to), told);
    }
}
