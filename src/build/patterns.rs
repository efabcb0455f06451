//! Compiles `content/patterns.toml` into a table of phrases, sorted by their first word. Behind its groups stand the
//! names of the services in `content/vendors.toml`, each service a group of its own.
//!
//! Stops the build on a phrase that could never be found, or that every word of a text would have to be compared with.

use super::File;
use super::bucket::{BUCKETS, bucket};
use super::grammar::{WordPattern, elements};
use super::lang_set::{LangSet, TAGS};
use super::shapes::{Patterns, Vendor, Vendors};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// A phrase with one first word; in the order of the table.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    bucket: usize,
    first: String,
    rest: String,
    signs: u8,
    group: usize,
}

/// A row of the table has four bits for its languages.
const _: () = assert!(TAGS.len() <= 4);

pub fn patterns(content: &Path) -> String {
    let mut file = File::read(content.join("patterns.toml"));
    let mut out = String::new();
    // The languages of each entry, as the bits of a `LangSet`.
    let mut entries = BTreeMap::<Entry, u8>::new();
    for (group, pattern) in file.parse::<Patterns>().pattern.into_iter().enumerate() {
        file.id(&pattern.id);
        let name = super::constant(&pattern.id);
        let note = &pattern.note;
        writeln!(out, "/// {note}\npub const {name}: Phrase = Phrase({group});").unwrap();
        let of_one = (0..).map(LangSet::only).zip(&pattern.phrases.0);
        for (langs, phrases) in of_one.chain([(LangSet::ALL, &pattern.any)]) {
            for phrase in phrases {
                for entry in entries_of(phrase, group).unwrap_or_else(|what| file.fail(phrase, &what)) {
                    *entries.entry(entry).or_default() |= langs.0;
                }
            }
        }
    }
    let first_service = file.ids.len();
    let vendors = File::read(content.join("vendors.toml"));
    let Vendors { vendor, ordinary, .. } = vendors.parse();
    let mut abroad = Vec::new();
    for (group, vendor) in (first_service..).zip(&vendor) {
        for name in names(vendor).filter(|name| !ordinary.contains(name)) {
            for entry in
                entries_of(&as_phrase(&name), group).unwrap_or_else(|what| vendors.fail(&name, &what))
            {
                entries.insert(entry, LangSet::ALL.0);
            }
        }
        abroad.push(vendor.country.is_some());
    }
    writeln!(out, "const FIRST_SERVICE: u16 = {first_service};").unwrap();
    writeln!(out, "static ABROAD: &[bool] = &{abroad:?};").unwrap();
    let (mut bucket_starts, mut text) = (vec![0_u16; BUCKETS + 1], String::new());
    out.push_str("/// By the bucket of their first word.\nstatic ROWS: &[Row] = &[\n");
    for (Entry { bucket, first, rest, signs, group }, langs) in entries {
        for start in bucket_starts.iter_mut().skip(bucket + 1) {
            *start += 1;
        }
        let second = second_initial(&rest);
        let [(first, first_length), (rest, rest_length)] =
            [&first, &rest].map(|part| stored(part, &mut text));
        writeln!(
            out,
            "Row {{ first: {first}, rest: {rest}, group: {group}, first_length: {first_length}, rest_length: {rest_length}, second: {second}, flags: flags({signs}, LangSet({langs})) }},"
        )
        .unwrap();
    }
    writeln!(out, "];\nstatic TEXT: &str = {text:?};\nstatic BUCKET_STARTS: &[u16] = &{bucket_starts:?};")
        .unwrap();
    out
}

/// The first byte of the second word, if that is no number and all its choices begin alike; else 0.
fn second_initial(rest: &str) -> u8 {
    let Some(element) = elements(rest).next().filter(|element| !element.after_gap) else { return 0 };
    let mut initials = element.choices.iter().map(WordPattern::initial);
    let initial = initials.next().unwrap_or_default();
    if initial == b'#' || initials.any(|other| other != initial) { 0 } else { initial }
}

/// Adds a part of a phrase to the text of all phrases, unless it stands there already; its offset and length there.
fn stored(part: &str, text: &mut String) -> (u16, u8) {
    let offset = text.find(part).unwrap_or_else(|| {
        text.push_str(part);
        text.len() - part.len()
    });
    (
        u16::try_from(offset).expect("fewer than 65,536 bytes"),
        u8::try_from(part.len()).expect("fewer than 256 bytes"),
    )
}

/// What texts call a service, in small letters.
fn names(vendor: &Vendor) -> impl Iterator<Item = String> {
    std::iter::once(vendor.name.to_lowercase()).chain(vendor.aliases.clone())
}

/// A name as a phrase: a full stop separates words, and a last word of five letters or more may have an ending (`googlen`).
fn as_phrase(name: &str) -> String {
    let phrase = name.replace('.', " ");
    let last = phrase.rsplit(' ').next().unwrap_or_default();
    let may_end = last.len() >= 5 && last.bytes().all(|byte| byte.is_ascii_alphabetic());
    if may_end { format!("{phrase}*") } else { phrase }
}

/// One entry for each choice of the first word.
fn entries_of(phrase: &str, group: usize) -> Result<Vec<Entry>, String> {
    let fault = |what: &str| Err(format!("\"{phrase}\": {what}"));
    if phrase != phrase.to_lowercase() || phrase.split(' ').any(str::is_empty) {
        return fault("small letters, and one blank between words");
    }
    if phrase.matches('…').count() > 2 || phrase.ends_with('…') {
        return fault("at most two gaps, and none at the end");
    }
    let malformed = |word: &WordPattern<'_>| word.letters.is_empty() || word.letters.contains(['*', '…']);
    if phrase.starts_with('…') || elements(phrase).any(|element| element.choices.iter().any(malformed)) {
        return fault("a phrase begins with a word, no choice is empty, and a star stands at a word's end");
    }
    let firsts = elements(phrase).next().map_or(Vec::new(), |first| first.choices);
    if firsts.iter().any(|first| first.has(WordPattern::STEM) && first.letters.len() < 3) {
        return fault("a beginning has at least three bytes");
    }
    let rest = phrase.split_once(' ').map_or("", |(_, rest)| rest);
    let entry = |first: &WordPattern<'_>| Entry {
        // Numbers share one bucket, whatever their form.
        bucket: bucket(if first.is_number() { b"#" } else { first.letters.as_bytes() }),
        first: first.letters.to_owned(),
        rest: rest.to_owned(),
        signs: first.signs,
        group,
    };
    Ok(firsts.iter().map(entry).collect())
}
