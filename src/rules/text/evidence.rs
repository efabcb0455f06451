//! What a finding shows: the hit with some words around it, cut at word borders, with no secret number in it.
//!
//! Law: Tietosuojalaki 29 §: an identity code is not written where it need not be, so a report never repeats one.
//! Knows: characters and numbers. Does not know: rules, fields.

use super::codes;
use std::ops::Range;

/// The most characters of an evidence.
pub(super) const MOST: usize = 160;
/// How many bytes beyond a cut may belong to a number that the cut runs through.
const MARGIN: usize = 64;

/// The part of `text` around `hit`, inside `frame` (its sentence): at most [`MOST`] characters.
pub(super) fn excerpt(text: &str, frame: Range<usize>, hit: Range<usize>) -> String {
    let part = window(text, &frame, &hit);
    let near = floor(text, part.start.saturating_sub(MARGIN))..floor(text, part.end + MARGIN);
    let secrets = codes::find(text.get(near.clone()).unwrap_or_default());
    let secret = |at: usize| secrets.iter().any(|(_, range)| range.contains(&(at - near.start)));
    let mut shown = String::with_capacity(part.len() + 8);
    if part.start > frame.start {
        shown.push('…');
    }
    for (at, c) in text.get(part.clone()).unwrap_or_default().char_indices() {
        let hidden = c.is_alphanumeric() && secret(part.start + at);
        let blank = c.is_whitespace();
        if !(blank && shown.ends_with(' ')) {
            shown.push(if hidden {
                '•'
            } else if blank {
                ' '
            } else {
                c
            });
        }
    }
    if part.end < frame.end {
        shown.push('…');
    }
    shown
}

/// A text that somebody typed, as evidence: cut, and with no secret number in it.
pub(in crate::rules) fn shown(text: &str) -> String {
    let whole = text.trim();
    excerpt(whole, 0..whole.len(), 0..0)
}

/// The bytes to show: the hit, and as much of the frame before and after it as there is room for.
fn window(text: &str, frame: &Range<usize>, hit: &Range<usize>) -> Range<usize> {
    // Two characters are for the dots of the cuts.
    let room = MOST - 2;
    let hit_end = advance(text, hit.start, hit.end, room);
    let used = chars(text, hit.start..hit_end);
    let before = back(text, frame.start, hit.start, (room - used) / 2);
    let end = advance(text, hit_end, frame.end, room - used - chars(text, before..hit.start));
    // What the end left over, the beginning may have.
    let start = back(text, frame.start, hit.start, room - chars(text, hit.start..end));
    let start = if start > frame.start { word_start(text, start, hit.start) } else { start };
    let whole = if hit_end < hit.end { hit.start } else { hit_end };
    let end = if end < frame.end { word_end(text, whole, end) } else { end };
    start..end
}

fn chars(text: &str, range: Range<usize>) -> usize {
    text.get(range).unwrap_or_default().chars().count()
}

/// `most` characters on from `from`, at most to `to`.
fn advance(text: &str, from: usize, to: usize, most: usize) -> usize {
    let part = text.get(from..to).unwrap_or_default();
    part.char_indices().nth(most).map_or(from + part.len(), |(at, _)| from + at)
}

/// `most` characters back from `from`, at most to `to`.
fn back(text: &str, to: usize, from: usize, most: usize) -> usize {
    let part = text.get(to..from).unwrap_or_default();
    match most.checked_sub(1) {
        Some(last) => part.char_indices().rev().nth(last).map_or(to, |(at, _)| to + at),
        None => from,
    }
}

/// The first word border at or after a cut; the cut itself where a word is longer than all there is.
fn word_start(text: &str, cut: usize, hit: usize) -> usize {
    let part = text.get(cut..hit).unwrap_or_default();
    part.find(char::is_whitespace).map_or(cut, |at| cut + at + part.get(at..).map_or(0, blanks))
}

fn word_end(text: &str, hit: usize, cut: usize) -> usize {
    if text.get(cut..).is_some_and(|rest| rest.starts_with(char::is_whitespace)) {
        return cut;
    }
    let part = text.get(hit..cut).unwrap_or_default();
    part.rfind(char::is_whitespace).map_or(cut, |at| hit + at)
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// The nearest border of a character at or before `at`.
fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_sentence_is_shown_whole() {
        let text = "Alku. Tunnus on tässä.";
        assert_eq!(excerpt(text, 6..23, 16..23), "Tunnus on tässä");
        assert_eq!(shown("  Rivi\n  toinen\u{a0}\t "), "Rivi toinen");
    }

    #[test]
    fn a_long_one_is_cut_between_words() {
        let text = "sähköpostiosoite ".repeat(60);
        let hit = text.char_indices().nth(17 * 30).unwrap().0;
        let cut = excerpt(&text, 0..text.len(), hit..hit + 10);
        assert!(cut.chars().count() <= MOST && cut.chars().count() > MOST - 40, "{cut}");
        let inner = cut.trim_matches('…').trim();
        assert!(inner.split(' ').all(|word| word == "sähköpostiosoite"), "{cut}");
        let whole = excerpt(&text, 0..text.len(), 0..text.len());
        assert!(whole.ends_with("sähköpostiosoite…") && whole.chars().count() <= MOST, "{whole}");
        assert!(shown(&"å".repeat(500)).chars().count() <= MOST);
    }

    #[test]
    fn no_secret_number_is_repeated_even_where_the_cut_runs_through_it() {
        for secret in
            ["131052-308T", "010190-999K", "FI21 1234 5600 0007 85", "4111 1111 1111 1111", "131052 – 308T"]
        {
            for before in 0..40 {
                let text = format!("{} {secret} {}", "å ".repeat(60 + before), "loppu ".repeat(60));
                let hit = text.find("loppu").unwrap();
                for hit in [0..1, hit..hit + 5] {
                    let cut = excerpt(&text, 0..text.len(), hit);
                    assert!(!cut.contains(|c: char| c.is_ascii_digit()), "{cut}");
                }
            }
            assert!(!shown(&format!("Nimi ({secret})")).contains(|c: char| c.is_ascii_digit()));
        }
        assert_eq!(shown("hetu 131052-308T, 4 kpl"), "hetu ••••••-••••, 4 kpl");
    }
}
