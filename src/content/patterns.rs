//! The phrases that give a defect of a text away, in three languages: `patterns.toml`, compiled into a table.
//!
//! A phrase is made of words (`ei siirretä`), beginnings of words (`allekirjoit*`), choices (`ellei|paitsi`), gaps
//! (`…`) and a few signs; the head of `patterns.toml` explains them. Rules know a phrase group by its name, never by its words.
//! Knows: words. Does not know: what a hit means, or where texts stand.

mod bucket;

pub use bucket::bucket;

use super::{FIELDS, SECTIONS, words};
use crate::lang::Lang;

/// A group of phrases that mean the same defect, or speak of the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Phrase(u16);

impl Phrase {
    /// The group's number, from 0.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// If the group is the name of a service that firms use: whether it processes data outside the EEA.
    pub fn service_abroad(self) -> Option<bool> {
        ABROAD.get(usize::from(self.0.checked_sub(FIRST_SERVICE)?)).copied()
    }
}

/// One phrase, by its first word.
#[derive(Debug)]
pub struct Pattern {
    /// Its place among [`COUNT`].
    pub number: usize,
    /// The first word, or what it begins with; `#` for any number.
    pub first: &'static str,
    /// What must follow, in the form of `patterns.toml`; empty when one word is all.
    pub rest: &'static str,
    /// What signs stand at the first word: `*`, `(`, `)`, `.` as bits of [`Pattern::STEM`] and its neighbours.
    pub signs: u8,
    /// The group.
    pub group: Phrase,
    /// The languages in which it means that: bit 0 for Finnish, 1 for Swedish, 2 for English.
    pub langs: u8,
}

impl Pattern {
    /// `word*`: more letters may follow.
    pub const STEM: u8 = 1;
    /// `(word`: a bracket opens right before.
    pub const OPEN: u8 = 2;
    /// `word)`: a bracket closes right after.
    pub const CLOSE: u8 = 4;
    /// `word.`: a full stop follows, as in an abbreviation.
    pub const STOP: u8 = 8;
}

include!(concat!(env!("OUT_DIR"), "/patterns.rs"));

/// How many phrases there are.
pub const COUNT: usize = ROWS.len();

/// A phrase as the table has it: numbers into one text, which are a third of what pointers take.
struct Row {
    first: u16,
    rest: u16,
    group: u16,
    first_length: u8,
    rest_length: u8,
    /// What the second word begins with, where that is the same for all that it may be; else 0.
    second: u8,
    /// The signs, and the languages in the upper half.
    flags: u8,
}

impl Row {
    fn pattern(&self, number: usize) -> Pattern {
        let part = |from: u16, length: u8| {
            let from = usize::from(from);
            TEXT.get(from..from + usize::from(length)).unwrap_or_default()
        };
        Pattern {
            number,
            first: part(self.first, self.first_length),
            rest: part(self.rest, self.rest_length),
            signs: self.flags & 0xf,
            group: Phrase(self.group),
            langs: self.flags >> 4,
        }
    }
}

/// The phrases whose first word may be this one, and whose second may begin with this byte.
pub fn starting_like(word: &[u8], next: u8) -> impl Iterator<Item = Pattern> {
    let place = bucket(word);
    let edge = |place: usize| PLACES.get(place).copied().map_or(0, usize::from);
    let rows = (edge(place)..).zip(ROWS.get(edge(place)..edge(place + 1)).unwrap_or_default());
    rows.filter(move |(_, row)| row.second == 0 || row.second == next).map(|(at, row)| row.pattern(at))
}

/// All phrases.
#[cfg(test)]
pub fn all() -> impl Iterator<Item = Pattern> {
    (0..).zip(ROWS).map(|(at, row)| row.pattern(at))
}

/// Our own guidance in one language: what screens say to the person who fills them in, and no notice should. Not the
/// hints of choices: some are written so that they can be said in a notice. `None` while the language is not loaded.
pub fn guidance(lang: Lang) -> Option<impl Iterator<Item = &'static str>> {
    let sections = SECTIONS.iter().flat_map(|section| [section.intro, section.why]);
    let fields = FIELDS.iter().flat_map(|field| [field.hint, field.why]);
    let texts = sections.chain(fields).map(move |text| text.get(lang)).filter(|text| !text.is_empty());
    words::is_loaded(lang).then_some(texts)
}
