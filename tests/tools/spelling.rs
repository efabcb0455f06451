//! Spelling: every word of every content file, by the dictionaries of the language.
//!
//! Finnish by voikko, Swedish and English by hunspell, from Debian's packages (`.ci/tools browser` installs them).
//! Terms and names that no dictionary has are listed in `tests/spelling/*.txt`; a listed word that no text uses fails.

use crate::support::catalogue::texts;
use crate::support::files::root;
use seloste::lang::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

fn folder() -> PathBuf {
    root().join("tests/spelling")
}

/// The speller of a language: reads one word per line, and prints those that it does not know.
fn speller(lang: Lang) -> Command {
    let mut command;
    match lang {
        Lang::Fi => {
            // The system's own Python: the bindings are a package of the system.
            command = Command::new("/usr/bin/python3");
            command.arg(folder().join("voikko.py"));
        }
        Lang::Sv | Lang::En => {
            command = Command::new("hunspell");
            command.args(["-i", "utf-8", "-l", "-d", if lang == Lang::Sv { "sv_FI" } else { "en_GB" }]);
        }
    }
    command
}

fn unknown(lang: Lang, words: &BTreeSet<&str>) -> BTreeSet<String> {
    let what = "a speller is missing: `make tools` installs python3-libvoikko, voikko-fi and hunspell";
    let mut command = speller(lang);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect(what);
    let mut input = child.stdin.take().expect("a pipe");
    let list = words.iter().copied().collect::<Vec<_>>().join("\n");
    let writer = std::thread::spawn(move || input.write_all(format!("{list}\n").as_bytes()));
    let output = child.wait_with_output().expect("an answer");
    writer.join().expect("no panic").expect("the speller reads to the end");
    assert!(output.status.success(), "{what}");
    String::from_utf8(output.stdout).expect("UTF-8").lines().map(str::to_owned).collect()
}

/// The words of a text: no slots, no addresses, nothing with a digit, no abbreviations in capitals.
fn words(text: &str) -> Vec<String> {
    let mut bare = String::new();
    for (number, part) in text.split('{').enumerate() {
        bare.push_str(if number == 0 { part } else { part.split_once('}').map_or("", |(_, after)| after) });
        bare.push(' ');
    }
    let bare = bare.replace('’', "'").replace(['\u{a0}', '\u{ad}'], " ");
    let ends = |c: char| !c.is_alphanumeric();
    bare.split(|c: char| c.is_whitespace() || "–/()”“\"…,;".contains(c))
        .map(|word| without_abbreviation(word.trim_matches(ends)))
        .filter(|word| word.chars().any(char::is_lowercase) && word.chars().count() > 1)
        .filter(|word| !word.contains(|c: char| c.is_numeric() || ".@_%+=*<>[]".contains(c)))
        .map(str::to_owned)
        .collect()
}

/// `ETA-maassa` is spelt as `maassa` is, and `ETA:n` is not spelt at all: no dictionary has our abbreviations.
fn without_abbreviation(word: &str) -> &str {
    if word.contains(':') {
        return "";
    }
    match word.split_once('-') {
        Some((short, rest)) if short.chars().all(char::is_uppercase) => without_abbreviation(rest),
        _ => word,
    }
}

fn allowed(lang: Lang) -> BTreeSet<String> {
    let path = folder().join(format!("{}.txt", lang.tag()));
    let list = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    list.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

/// All words in a language, each with the file and id of the text that uses it first.
fn all(lang: Lang) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for written in texts() {
        for word in words(&written.texts[lang as usize]) {
            found.entry(word).or_insert_with(|| written.place.clone());
        }
    }
    found
}

fn check(lang: Lang) {
    let found = all(lang);
    let allowed = allowed(lang);
    let asked = found.keys().map(String::as_str).filter(|word| !allowed.contains(*word)).collect();
    let faults: Vec<_> = unknown(lang, &asked)
        .iter()
        .map(|word| format!("{word}  ({})", found.get(word).map_or("", String::as_str)))
        .collect();
    assert!(faults.is_empty(), "{} words in {}:\n{}", faults.len(), lang.tag(), faults.join("\n"));
    let idle: Vec<_> = allowed.iter().filter(|word| !found.contains_key(*word)).collect();
    assert!(idle.is_empty(), "allowed in {}, and used nowhere: {idle:?}", lang.tag());
}

#[test]
fn finnish_is_spelt_right() {
    check(Lang::Fi);
}

#[test]
fn swedish_is_spelt_right() {
    check(Lang::Sv);
}

#[test]
fn english_is_spelt_right() {
    check(Lang::En);
}

/// A speller that knows every word, or none, would prove nothing.
#[test]
fn the_spellers_know_right_from_wrong() {
    for (lang, right, wrong) in [
        (Lang::Fi, "tietosuojaseloste", "tietosuojaselotse"),
        (Lang::Sv, "personuppgifter", "personupgifter"),
        (Lang::En, "controller", "controler"),
    ] {
        assert_eq!(unknown(lang, &BTreeSet::from([right, wrong])), BTreeSet::from([wrong.to_owned()]));
    }
}
