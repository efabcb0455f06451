//! Finds the phrases of the table in a sentence: each token is looked up once, and compared only with phrases that begin
//! like it.
//!
//! A search of our own and not a crate for many strings or for expressions: phrases are made of words and gaps, and the tokens
//! are folded anyway. The table takes a few KiB, and looking a token up a few nanoseconds.
//! Knows: how phrases are written. Does not know: what they mean, or where the sentence stands.

use super::tokenizer::Token;
use crate::content::patterns::{self, COUNT, Element, Pattern, Phrase, WordPattern, candidates};
use crate::lang::LangSet;
use std::ops::Range;
use std::sync::OnceLock;

/// The most tokens in a gap.
const GAP: usize = 12;

/// Calls `hit` for each phrase in a sentence, with the indices of the tokens that it takes.
pub(super) fn find(
    tokens: &[Token],
    folded: &[u8],
    langs: LangSet,
    mut hit: impl FnMut(Phrase, Range<usize>),
) {
    for (index, token) in tokens.iter().enumerate() {
        let word = folded.get(token.folded.clone()).unwrap_or_default();
        let number = word.first().is_some_and(u8::is_ascii_digit);
        let rest = tokens.get(index + 1..).unwrap_or_default();
        let next = rest.first().and_then(|token| folded.get(token.folded.start)).copied().unwrap_or_default();
        let mut near = None;
        let mut search = |first: &[u8]| {
            for pattern in candidates(first, next).filter(|pattern| pattern.langs.intersects(langs)) {
                if !is(&pattern.first, token, folded) {
                    continue;
                }
                let elements = elements(&pattern);
                // Most gaps lead nowhere: no token in reach begins like any that is wanted.
                let in_vain = elements.first().is_some_and(|(element, initials)| {
                    element.after_gap
                        && *initials & *near.get_or_insert_with(|| initials_in_reach(rest, folded)) == 0
                });
                if !in_vain && let Some(taken) = follows(elements, rest, folded) {
                    hit(pattern.group, index..index + 1 + taken);
                }
            }
        };
        search(word);
        if number {
            search(b"#");
        }
    }
}

/// An element of a phrase, and the first bytes of its choices as [`initial`] bits.
type Parsed = (Element<'static>, u64);

/// A byte that a word begins with, as one of 64 bits; some bytes share one.
const fn initial(byte: u8) -> u64 {
    1 << (byte & 63)
}

/// The first bytes of a choice, as [`initial`] bits.
fn initials(word: &WordPattern<'_>) -> u64 {
    /// The bits of the ten digits, one after the other.
    const DIGITS: u64 = 0x3ff << b'0';
    if word.is_number() { DIGITS } else { initial(word.initial()) }
}

/// The first bytes of the tokens that a gap could reach, as [`initial`] bits.
fn initials_in_reach(tokens: &[Token], folded: &[u8]) -> u64 {
    let bytes = tokens.iter().take(GAP + 1).filter_map(|token| folded.get(token.folded.start));
    bytes.fold(0, |all, byte| all | initial(*byte))
}

/// What follows the first word of a phrase. Parsed when the first word is met for the first time.
fn elements(pattern: &Pattern) -> &'static [Parsed] {
    static ALL: OnceLock<Vec<OnceLock<Vec<Parsed>>>> = OnceLock::new();
    let all = ALL.get_or_init(|| std::iter::repeat_with(OnceLock::new).take(COUNT).collect());
    let parsed = |element: Element<'static>| {
        let initials = element.choices.iter().fold(0, |all, word| all | initials(word));
        (element, initials)
    };
    let parse = || patterns::elements(pattern.rest).map(parsed).collect();
    all.get(pattern.index).map_or(&[], |known| known.get_or_init(parse))
}

/// The number of tokens that the rest of a phrase takes, if the tokens continue with it.
fn follows(elements: &[Parsed], tokens: &[Token], folded: &[u8]) -> Option<usize> {
    let Some(((element, _), after)) = elements.split_first() else { return Some(0) };
    let reach = if element.after_gap { GAP + 1 } else { 1 };
    element.choices.iter().find_map(|word| {
        let near = tokens.iter().take(reach).enumerate();
        near.filter(|(_, token)| is(word, token, folded)).find_map(|(index, _)| {
            let taken = follows(after, tokens.get(index + 1..)?, folded)?;
            Some(index + 1 + taken)
        })
    })
}

/// Whether a token is what a word of a phrase stands for.
fn is(word: &WordPattern<'_>, token: &Token, folded: &[u8]) -> bool {
    let letters = word.letters.as_bytes();
    // Nearly every word is ruled out by its first byte.
    if !word.is_number() && folded.get(token.folded.start) != letters.first() {
        return false;
    }
    let Some(found) = folded.get(token.folded.clone()) else { return false };
    let same = if word.has(WordPattern::STEM) { found.starts_with(letters) } else { found == letters };
    (same || is_number(word, found))
        && (token.open || !word.has(WordPattern::OPEN))
        && (token.close || !word.has(WordPattern::CLOSE))
        && (token.stop || !word.has(WordPattern::STOP))
}

/// Whether a phrase asks for a number, and the token is one: any for `#`, one with a full stop inside for `#.#`.
fn is_number(word: &WordPattern<'_>, found: &[u8]) -> bool {
    let number = word.is_number() && found.first().is_some_and(u8::is_ascii_digit);
    number && (word.letters == "#" || found.contains(&b'.'))
}
