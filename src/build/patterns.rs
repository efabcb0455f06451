//! Compiles `content/patterns.toml`: phrases in three languages, sorted by their first word; and the names of services
//! out of `content/vendors.toml`, each a group of its own behind those.
//!
//! Stops the build on a phrase that could never be found, or that every text would have to be compared with.

use super::File;
use super::bucket::{BUCKETS, bucket};
use super::shapes::{Patterns, Vendor, Vendors};
use super::tags::TAGS;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// A phrase with one first word.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    bucket: usize,
    first: String,
    rest: String,
    signs: u8,
    group: usize,
}

/// One bit per language. A row has four bits for them.
const EVERY_LANGUAGE: u8 = (1 << TAGS.len()) - 1;
const _: () = assert!(TAGS.len() <= 4);

pub fn patterns(content: &Path) -> String {
    let mut file = File::read(content.join("patterns.toml"));
    let (mut out, mut entries) = (String::new(), BTreeMap::<Entry, u8>::new());
    for (group, pattern) in file.parse::<Patterns>().pattern.into_iter().enumerate() {
        file.id(&pattern.id);
        let name = super::constant(&pattern.id);
        let note = &pattern.note;
        writeln!(out, "/// {note}\npub const {name}: Phrase = Phrase({group});").unwrap();
        let of_one = pattern.phrases.0.iter().enumerate().map(|(index, phrases)| (1 << index, phrases));
        for (langs, phrases) in of_one.chain([(EVERY_LANGUAGE, &pattern.any)]) {
            for phrase in phrases {
                for entry in entries_of(phrase, group).unwrap_or_else(|what| file.fail(phrase, &what)) {
                    *entries.entry(entry).or_default() |= langs;
                }
            }
        }
    }
    let first = file.ids.len();
    let vendors = File::read(content.join("vendors.toml"));
    let Vendors { vendor, ordinary, .. } = vendors.parse();
    let mut abroad = Vec::new();
    for (place, vendor) in vendor.iter().enumerate() {
        for name in names(vendor).filter(|name| !ordinary.contains(name)) {
            for entry in
                entries_of(&searched(&name), first + place).unwrap_or_else(|what| vendors.fail(&name, &what))
            {
                entries.insert(entry, EVERY_LANGUAGE);
            }
        }
        abroad.push(vendor.country.is_some());
    }
    writeln!(out, "const FIRST_SERVICE: u16 = {first};").unwrap();
    writeln!(out, "static ABROAD: &[bool] = &{abroad:?};").unwrap();
    let (mut places, mut text) = (vec![0_u16; BUCKETS + 1], String::new());
    out.push_str("/// By the bucket of their first word.\nstatic ROWS: &[Row] = &[\n");
    for (Entry { bucket, first, rest, signs, group }, langs) in entries {
        for place in places.iter_mut().skip(bucket + 1) {
            *place += 1;
        }
        let second = second(&rest);
        let [(first, first_length), (rest, rest_length)] = [&first, &rest].map(|part| kept(part, &mut text));
        let flags = signs | langs << 4;
        writeln!(
            out,
            "Row {{ first: {first}, rest: {rest}, group: {group}, first_length: {first_length}, rest_length: {rest_length}, second: {second}, flags: {flags} }},"
        )
        .unwrap();
    }
    writeln!(out, "];\nstatic TEXT: &str = {text:?};\nstatic PLACES: &[u16] = &{places:?};").unwrap();
    out
}

/// The byte that the second word begins with, if that is a word and every choice of it begins so; else 0.
fn second(rest: &str) -> u8 {
    let element = rest.split(' ').next().unwrap_or_default();
    let mut bytes = element.split('|').map(|word| word.bytes().next().unwrap_or_default());
    let byte = bytes.next().unwrap_or_default();
    if "(…#".bytes().any(|sign| sign == byte) || bytes.any(|other| other != byte) { 0 } else { byte }
}

/// Keeps a part of a phrase in the text of all phrases, and says where it stands there and how long it is.
fn kept(part: &str, text: &mut String) -> (u16, u8) {
    let at = text.find(part).unwrap_or_else(|| {
        text.push_str(part);
        text.len() - part.len()
    });
    (
        u16::try_from(at).expect("fewer than 65,536 bytes"),
        u8::try_from(part.len()).expect("fewer than 256 bytes"),
    )
}

/// What texts call a service, in small letters.
fn names(vendor: &Vendor) -> impl Iterator<Item = String> {
    std::iter::once(vendor.name.to_lowercase()).chain(vendor.aliases.clone())
}

/// A name as a phrase: words are parted at full stops, and a long last one may have an ending (`googlen`).
fn searched(name: &str) -> String {
    let words = name.replace('.', " ");
    let last = words.rsplit(' ').next().unwrap_or_default();
    let may_end = last.len() >= 5 && last.bytes().all(|byte| byte.is_ascii_alphabetic());
    if may_end { format!("{words}*") } else { words }
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
    let (firsts, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
    let mut entries = Vec::new();
    for written in firsts.split('|') {
        let (first, open) = written.strip_prefix('(').map_or((written, 0), |rest| (rest, 2));
        let (first, close) = first.strip_suffix(')').map_or((first, 0), |rest| (rest, 4));
        let (first, stop) = first.strip_suffix('.').map_or((first, 0), |rest| (rest, 8));
        let (first, stem) = first.strip_suffix('*').map_or((first, 0), |rest| (rest, 1));
        let (first, signs) = (first.to_owned(), open | close | stop | stem);
        if first.is_empty() || first.contains(['*', '…']) {
            return fault("a phrase begins with a word, and a star stands at a word's end");
        }
        if stem > 0 && first.len() < 3 {
            return fault("a beginning has at least three bytes");
        }
        // Numbers have one bucket, whatever their form.
        let bucket = bucket(if first.starts_with('#') { b"#" } else { first.as_bytes() });
        entries.push(Entry { bucket, first, rest: rest.to_owned(), signs, group });
    }
    Ok(entries)
}
