//! Finds the phrases of the table in a sentence: each word is looked up once, and only what begins like it is compared.
//!
//! A search of its own instead of a crate for many strings or expressions: phrases are made of words and gaps, and the words
//! are folded anyhow; the table costs a few KiB, and looking a word up a few nanoseconds.
//! Knows: the form of phrases. Does not know: what they say, or where the sentence stands.

use super::fold::Token;
use crate::content::patterns::{Pattern, Phrase, starting_like};
use std::ops::Range;

/// How many words may stand in a gap.
const GAP: usize = 12;

/// Calls `hit` for each phrase in a sentence, with the words that it takes.
pub(super) fn phrases(tokens: &[Token], fold: &[u8], langs: u8, mut hit: impl FnMut(Phrase, Range<usize>)) {
    for (place, token) in tokens.iter().enumerate() {
        let word = fold.get(token.fold.clone()).unwrap_or_default();
        let numbers = if word.first().is_some_and(u8::is_ascii_digit) { starting_like(b"#") } else { &[] };
        let rest = tokens.get(place + 1..).unwrap_or_default();
        for pattern in starting_like(word).iter().chain(numbers) {
            if pattern.langs & langs != 0
                && begins(pattern, token, word)
                && let Some(taken) = follows(pattern.rest, rest, fold)
            {
                hit(pattern.group, place..place + 1 + taken);
            }
        }
    }
}

fn begins(pattern: &Pattern, token: &Token, word: &[u8]) -> bool {
    let signs = |sign| pattern.signs & sign != 0;
    let first = pattern.first.as_bytes();
    let same = if signs(Pattern::STEM) { word.starts_with(first) } else { word == first };
    (same || is_number(pattern.first, word))
        && (token.open || !signs(Pattern::OPEN))
        && (token.close || !signs(Pattern::CLOSE))
        && (token.stop || !signs(Pattern::STOP))
}

/// How many words a phrase's rest takes, if the words go on with it.
fn follows(rest: &str, tokens: &[Token], fold: &[u8]) -> Option<usize> {
    if rest.is_empty() {
        return Some(0);
    }
    let (element, after) = rest.split_once(' ').unwrap_or((rest, ""));
    if element == "…" {
        return (0..=GAP.min(tokens.len()))
            .find_map(|gap| follows(after, tokens.get(gap..)?, fold).map(|taken| gap + taken));
    }
    let (token, others) = tokens.split_first()?;
    let word = fold.get(token.fold.clone())?;
    element
        .split('|')
        .any(|one| is(one, token, word))
        .then(|| follows(after, others, fold))
        .flatten()
        .map(|taken| taken + 1)
}

/// Whether a word is one of the phrase's: `word`, `word*`, `(word`, `word)`, `word.`, `#`.
fn is(written: &str, token: &Token, word: &[u8]) -> bool {
    let (written, open) = written.strip_prefix('(').map_or((written, false), |rest| (rest, true));
    let (written, close) = written.strip_suffix(')').map_or((written, false), |rest| (rest, true));
    let (written, stop) = written.strip_suffix('.').map_or((written, false), |rest| (rest, true));
    let signs = (token.open || !open) && (token.close || !close) && (token.stop || !stop);
    signs
        && match written.strip_suffix('*') {
            Some(stem) => word.starts_with(stem.as_bytes()),
            None => word == written.as_bytes() || is_number(written, word),
        }
}

/// Whether a phrase asks for a number, and the word is one: `#`, or `#.#` with a full stop inside.
fn is_number(written: &str, word: &[u8]) -> bool {
    let number = word.first().is_some_and(u8::is_ascii_digit);
    number && (written == "#" || written == "#.#" && word.contains(&b'.'))
}
