//! Phrases that betray a defect of a text, in every language: `patterns.toml`, compiled into a table.
//!
//! A phrase is made of words (`ei siirretä`), beginnings of words (`allekirjoit*`), choices (`ellei|paitsi`), gaps
//! (`…`) and a few signs; the head of `patterns.toml` explains them. Rules know a phrase group by its name, never its wording.
//! Knows: how phrases are written and stored. Does not know: what a hit means, or which texts are searched.

mod bucket;
mod grammar;

pub use grammar::{Element, WordPattern, elements};

use super::{FIELDS, SECTIONS, texts};
use crate::lang::{Lang, LangSet};
use bucket::bucket;

/// A group of phrases that betray the same defect, or speak of the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Phrase(u16);

impl Phrase {
    /// The group's index, from 0.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// If the group is the name of a service that firms use: whether it processes data outside the EEA.
    pub fn service_abroad(self) -> Option<bool> {
        ABROAD.get(usize::from(self.0.checked_sub(FIRST_SERVICE)?)).copied()
    }
}

/// One phrase. One with a choice of first words is stored once for each of them.
#[derive(Debug)]
pub struct Pattern {
    /// Its index in the table, below [`COUNT`].
    pub index: usize,
    /// The first word.
    pub first: WordPattern<'static>,
    /// What must follow, for [`elements`]; empty when the first word is all.
    pub rest: &'static str,
    /// The group.
    pub group: Phrase,
    /// The languages in which it means that.
    pub langs: LangSet,
}

include!(concat!(env!("OUT_DIR"), "/patterns.rs"));

/// The number of phrases in the table.
pub const COUNT: usize = ROWS.len();

/// A phrase as it is stored: offsets into [`TEXT`], which take a third of what pointers would.
struct Row {
    first: u16,
    rest: u16,
    group: u16,
    first_length: u8,
    rest_length: u8,
    /// The first byte of the second word, if all choices of that word share it; else 0.
    second: u8,
    /// Signs and languages: see [`flags`].
    flags: u8,
}

/// Packs the signs of the first word (lower half) and the languages (upper half) into one byte.
const fn flags(signs: u8, langs: LangSet) -> u8 {
    assert!(signs < 1 << 4 && langs.0 < 1 << 4, "four bits for the signs, four for the languages");
    signs | langs.0 << 4
}

impl Row {
    fn pattern(&self, index: usize) -> Pattern {
        let text = |offset: u16, length: u8| {
            let start = usize::from(offset);
            TEXT.get(start..start + usize::from(length)).unwrap_or_default()
        };
        Pattern {
            index,
            first: WordPattern { letters: text(self.first, self.first_length), signs: self.flags & 0xf },
            rest: text(self.rest, self.rest_length),
            group: Phrase(self.group),
            langs: LangSet(self.flags >> 4),
        }
    }
}

/// The phrases whose first word may be `word` (`#` for any number), and whose second may begin with the byte `next`.
pub fn candidates(word: &[u8], next: u8) -> impl Iterator<Item = Pattern> {
    let bucket = bucket(word);
    let start = |bucket: usize| BUCKET_STARTS.get(bucket).copied().map_or(0, usize::from);
    let rows = (start(bucket)..).zip(ROWS.get(start(bucket)..start(bucket + 1)).unwrap_or_default());
    rows.filter(move |(_, row)| row.second == 0 || row.second == next).map(|(index, row)| row.pattern(index))
}

/// All phrases.
#[cfg(test)]
pub fn all() -> impl Iterator<Item = Pattern> {
    (0..).zip(ROWS).map(|(index, row)| row.pattern(index))
}

/// Our guidance in one language: what screens say to the person who fills them in, and what no notice should repeat.
/// Hints of choices are left out: some are written so that they may be said in a notice. `None` while the language is not
/// loaded.
pub fn guidance(lang: Lang) -> Option<impl Iterator<Item = &'static str>> {
    let sections = SECTIONS.iter().flat_map(|section| [section.intro, section.why]);
    let fields = FIELDS.iter().flat_map(|field| [field.hint, field.why]);
    let texts = sections.chain(fields).map(move |text| text.get(lang)).filter(|text| !text.is_empty());
    texts::is_loaded(lang).then_some(texts)
}
