//! Finds the phrases of the table in a sentence: each word is looked up once, and only what begins like it is compared.
//!
//! A search of its own instead of a crate for many strings or expressions: phrases are made of words and gaps, and the words
//! are folded anyhow; the table costs a few KiB, and looking a word up a few nanoseconds.
//! Knows: the form of phrases. Does not know: what they say, or where the sentence stands.

use super::fold::Token;
use crate::content::patterns::{COUNT, Pattern, Phrase, starting_like};
use std::ops::Range;
use std::sync::OnceLock;

/// How many words may stand in a gap.
const GAP: usize = 12;

/// Calls `hit` for each phrase in a sentence, with the words that it takes.
pub(super) fn phrases(tokens: &[Token], fold: &[u8], langs: u8, mut hit: impl FnMut(Phrase, Range<usize>)) {
    for (place, token) in tokens.iter().enumerate() {
        let word = fold.get(token.fold.clone()).unwrap_or_default();
        let number = word.first().is_some_and(u8::is_ascii_digit);
        let rest = tokens.get(place + 1..).unwrap_or_default();
        let next = rest.first().and_then(|token| fold.get(token.fold.start)).copied().unwrap_or_default();
        let mut near = None;
        let mut search = |like: &[u8]| {
            for pattern in starting_like(like, next).filter(|pattern| pattern.langs & langs != 0) {
                if !(Written { letters: pattern.first, signs: pattern.signs }).is(token, fold) {
                    continue;
                }
                let elements = elements(&pattern);
                // Most gaps lead nowhere: no word in reach begins like any that is wanted.
                let in_vain = elements.first().is_some_and(|element| {
                    element.reach > 0
                        && element.initials & *near.get_or_insert_with(|| within_reach(rest, fold)) == 0
                });
                if !in_vain && let Some(taken) = follows(elements, rest, fold) {
                    hit(pattern.group, place..place + 1 + taken);
                }
            }
        };
        search(word);
        if number {
            search(b"#");
        }
    }
}

/// What follows a phrase's first word: a word, or one of several; and how many other words may stand before it.
#[derive(Debug)]
struct Element {
    reach: usize,
    choices: Vec<Written<'static>>,
    /// What the choices begin with.
    initials: u64,
}

/// A byte that a word begins with, as one of 64 bits; some share one.
const fn initial(byte: u8) -> u64 {
    1 << (byte & 63)
}

/// What the words in reach of a gap begin with.
fn within_reach(tokens: &[Token], fold: &[u8]) -> u64 {
    let bytes = tokens.iter().take(GAP + 1).filter_map(|token| fold.get(token.fold.start));
    bytes.fold(0, |all, byte| all | initial(*byte))
}

/// A phrase's rest, taken apart when its first word is met for the first time.
fn elements(pattern: &Pattern) -> &'static [Element] {
    static ALL: OnceLock<Vec<OnceLock<Vec<Element>>>> = OnceLock::new();
    let all = ALL.get_or_init(|| std::iter::repeat_with(OnceLock::new).take(COUNT).collect());
    all.get(pattern.number).map_or(&[], |known| known.get_or_init(|| taken_apart(pattern.rest)))
}

fn taken_apart(rest: &'static str) -> Vec<Element> {
    let mut reach = 0;
    let mut elements = Vec::new();
    for element in rest.split(' ').filter(|element| !element.is_empty()) {
        if element == "…" {
            reach = GAP;
        } else {
            let choices: Vec<_> = element.split('|').map(Written::new).collect();
            let initials = choices.iter().fold(0, |all, choice| all | choice.initials());
            elements.push(Element { reach, choices, initials });
            reach = 0;
        }
    }
    elements
}

/// How many words a phrase's rest takes, if the words go on with it.
fn follows(elements: &[Element], tokens: &[Token], fold: &[u8]) -> Option<usize> {
    let Some((element, after)) = elements.split_first() else { return Some(0) };
    element.choices.iter().find_map(|written| {
        let near = tokens.iter().take(element.reach + 1).enumerate();
        near.filter(|(_, token)| written.is(token, fold)).find_map(|(place, _)| {
            let taken = follows(after, tokens.get(place + 1..)?, fold)?;
            Some(place + 1 + taken)
        })
    })
}

/// A word of a phrase, taken apart: `word`, `word*`, `(word`, `word)`, `word.`, `#`.
#[derive(Debug)]
struct Written<'a> {
    letters: &'a str,
    signs: u8,
}

impl<'a> Written<'a> {
    fn new(written: &'a str) -> Self {
        let (letters, open) = written.strip_prefix('(').map_or((written, 0), |rest| (rest, Pattern::OPEN));
        let end = |written: &'a str, sign: char, bit: u8| {
            written.strip_suffix(sign).map_or((written, 0), |rest| (rest, bit))
        };
        let (letters, close) = end(letters, ')', Pattern::CLOSE);
        let (letters, stop) = end(letters, '.', Pattern::STOP);
        let (letters, stem) = end(letters, '*', Pattern::STEM);
        Self { letters, signs: open | close | stop | stem }
    }

    /// What it begins with; a number with any digit.
    fn initials(&self) -> u64 {
        let first = self.letters.bytes().next().unwrap_or_default();
        if first == b'#' { (b'0'..=b'9').fold(0, |all, digit| all | initial(digit)) } else { initial(first) }
    }

    /// Whether a word of the text is it.
    fn is(&self, token: &Token, fold: &[u8]) -> bool {
        let (letters, signs) = (self.letters.as_bytes(), |sign| self.signs & sign != 0);
        // Nearly every word is told by its first letter.
        let first = letters.first();
        if first != Some(&b'#') && fold.get(token.fold.start) != first {
            return false;
        }
        let Some(word) = fold.get(token.fold.clone()) else { return false };
        let same = if signs(Pattern::STEM) { word.starts_with(letters) } else { word == letters };
        (same || is_number(self.letters, word))
            && (token.open || !signs(Pattern::OPEN))
            && (token.close || !signs(Pattern::CLOSE))
            && (token.stop || !signs(Pattern::STOP))
    }
}

/// Whether a phrase asks for a number, and the word is one: `#`, or `#.#` with a full stop inside.
fn is_number(written: &str, word: &[u8]) -> bool {
    let number = written.starts_with('#') && word.first().is_some_and(u8::is_ascii_digit);
    number && (written == "#" || word.contains(&b'.'))
}
