//! Excerpts to be shown: a hit with some of its sentence around it, cut between words, with secret numbers hidden.
//!
//! Law: Tietosuojalaki 29 §: an identity code is not written where it need not be, so a report never repeats one.
//! Knows: characters, secret numbers. Does not know: phrases, where the text comes from.

use super::codes;
use std::ops::Range;

/// The most characters of an excerpt.
const MOST: usize = 160;
/// The bytes searched beyond a cut, for the rest of a secret number that the cut divides.
const MARGIN: usize = 64;

/// The text around `hit`, inside its sentence: at most [`MOST`] characters, each run of blanks as one.
pub(super) fn around(text: &str, sentence: Range<usize>, hit: Range<usize>) -> String {
    quote(text, sentence, hit).0
}

/// As [`around`], with the bytes of the excerpt that the hit takes: as much of it as is shown.
pub(super) fn quote(text: &str, sentence: Range<usize>, hit: Range<usize>) -> (String, Range<usize>) {
    let part = window(text, &sentence, &hit);
    let near = floor(text, part.start.saturating_sub(MARGIN))..floor(text, part.end + MARGIN);
    let secrets = codes::find(text.get(near.clone()).unwrap_or_default());
    let secret = |at: usize| secrets.iter().any(|(_, range)| range.contains(&(at - near.start)));
    let mut shown = String::with_capacity(part.len() + 8);
    if part.start > sentence.start {
        shown.push('…');
    }
    // Counted in characters: hiding a number changes the bytes.
    let (mut marked, mut count) = (0..0, shown.chars().count());
    for (at, c) in text.get(part.clone()).unwrap_or_default().char_indices() {
        let hidden = c.is_alphanumeric() && secret(part.start + at);
        let blank = c.is_whitespace();
        if part.start + at == hit.start {
            marked = count..count;
        }
        if !(blank && shown.ends_with(' ')) {
            count += 1;
            shown.push(if hidden {
                '•'
            } else if blank {
                ' '
            } else {
                c
            });
        }
        if hit.contains(&(part.start + at)) {
            marked.end = count;
        }
    }
    if part.end < sentence.end {
        shown.push('…');
    }
    // A cut, or blanks that became one, may have made a number out of what was none.
    let secrets = codes::find(&shown);
    let secret = |at: usize| secrets.iter().any(|(_, range)| range.contains(&at));
    if !secrets.is_empty() {
        let hide = |(at, c): (usize, char)| if c.is_alphanumeric() && secret(at) { '•' } else { c };
        shown = shown.char_indices().map(hide).collect();
    }
    let byte = |count: usize| shown.char_indices().nth(count).map_or(shown.len(), |(at, _)| at);
    let marked = byte(marked.start)..byte(marked.end);
    (shown, marked)
}

/// The beginning of a text that somebody typed, fit to be shown: cut, and with secret numbers hidden.
pub fn safe_excerpt(text: &str) -> String {
    let whole = text.trim();
    around(whole, 0..whole.len(), 0..0)
}

/// The bytes to show: the hit, and as much of the sentence before and after it as there is room for.
fn window(text: &str, sentence: &Range<usize>, hit: &Range<usize>) -> Range<usize> {
    // Two characters are for the ellipses at the cuts.
    let room = MOST - 2;
    let hit_end = advance(text, hit.start, hit.end, room);
    let used = chars(text, hit.start..hit_end);
    let before = back(text, sentence.start, hit.start, (room - used) / 2);
    let end = advance(text, hit_end, sentence.end, room - used - chars(text, before..hit.start));
    // Give the room that the end did not need to the beginning.
    let start = back(text, sentence.start, hit.start, room - chars(text, hit.start..end));
    let start = if start > sentence.start { word_start(text, start, hit.start) } else { start };
    let whole = if hit_end < hit.end { hit.start } else { hit_end };
    let end = if end < sentence.end { word_end(text, whole, end) } else { end };
    start..end
}

fn chars(text: &str, range: Range<usize>) -> usize {
    text.get(range).unwrap_or_default().chars().count()
}

/// The byte `most` characters after `from`, but not after `to`.
fn advance(text: &str, from: usize, to: usize, most: usize) -> usize {
    let part = text.get(from..to).unwrap_or_default();
    part.char_indices().nth(most).map_or(from + part.len(), |(at, _)| from + at)
}

/// The byte `most` characters before `from`, but not before `to`.
fn back(text: &str, to: usize, from: usize, most: usize) -> usize {
    let part = text.get(to..from).unwrap_or_default();
    match most.checked_sub(1) {
        Some(last) => part.char_indices().rev().nth(last).map_or(to, |(at, _)| to + at),
        None => from,
    }
}

/// The start of the first word after a cut at the beginning; the cut itself if one word reaches to the hit.
fn word_start(text: &str, cut: usize, hit: usize) -> usize {
    let part = text.get(cut..hit).unwrap_or_default();
    part.find(char::is_whitespace).map_or(cut, |at| cut + at + part.get(at..).map_or(0, leading_blanks))
}

/// The end of the last word before a cut at the end; the cut itself if one word reaches to it from the hit.
fn word_end(text: &str, hit: usize, cut: usize) -> usize {
    if text.get(cut..).is_some_and(|rest| rest.starts_with(char::is_whitespace)) {
        return cut;
    }
    let part = text.get(hit..cut).unwrap_or_default();
    part.rfind(char::is_whitespace).map_or(cut, |at| hit + at)
}

fn leading_blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// The nearest character boundary at or before `at`.
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
        assert_eq!(around(text, 6..23, 16..23), "Tunnus on tässä");
        assert_eq!(safe_excerpt("  Rivi\n  toinen\u{a0}\t "), "Rivi toinen");
    }

    #[test]
    fn the_hit_is_marked_in_its_excerpt() {
        for (text, hit) in [
            ("Alku. Tunnus  on\ttässä.", "on\ttässä"),
            ("Hetu 131052-308T: voidaan käyttää", "voidaan"),
            ("💶 131052  -308T voidaan", "voidaan"),
        ] {
            let at = text.find(hit).unwrap();
            let (shown, marked) = quote(text, 0..text.len(), at..at + hit.len());
            assert_eq!(&shown[marked], hit.replace('\t', " "), "{shown}");
        }
        let text = format!("{}voidaan {}", "ä ".repeat(200), "ö ".repeat(200));
        let (shown, marked) = quote(&text, 0..text.len(), 600..607);
        assert_eq!(&shown[marked], "voidaan");
        // Nothing was found, so nothing is marked; of a very long hit what is shown.
        assert_eq!(quote("Nimi", 0..4, 0..0).1, 0..0);
        let long = "å".repeat(500);
        let (shown, marked) = quote(&long, 0..long.len(), 0..long.len());
        assert_eq!(format!("{}…", &shown[marked]), shown);
    }

    #[test]
    fn a_long_one_is_cut_between_words() {
        let text = "sähköpostiosoite ".repeat(60);
        let hit = text.char_indices().nth(17 * 30).unwrap().0;
        let cut = around(&text, 0..text.len(), hit..hit + 10);
        assert!(cut.chars().count() <= MOST && cut.chars().count() > MOST - 40, "{cut}");
        let inner = cut.trim_matches('…').trim();
        assert!(inner.split(' ').all(|word| word == "sähköpostiosoite"), "{cut}");
        let whole = around(&text, 0..text.len(), 0..text.len());
        assert!(whole.ends_with("sähköpostiosoite…") && whole.chars().count() <= MOST, "{whole}");
        assert!(safe_excerpt(&"å".repeat(500)).chars().count() <= MOST);
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
                    let cut = around(&text, 0..text.len(), hit);
                    assert!(!cut.contains(|c: char| c.is_ascii_digit()), "{cut}");
                }
            }
            assert!(!safe_excerpt(&format!("Nimi ({secret})")).contains(|c: char| c.is_ascii_digit()));
        }
        assert_eq!(safe_excerpt("hetu 131052-308T, 4 kpl"), "hetu ••••••-••••, 4 kpl");
    }

    #[test]
    fn a_cut_makes_no_secret_number_of_what_was_none() {
        let text = format!("{}010190-999K{}", "💶".repeat(MOST - 2 - 11), "E".repeat(MOST));
        let shown = safe_excerpt(&text);
        assert!(shown.ends_with("••••••-••••…"), "{shown}");
        assert_eq!(safe_excerpt("hetu 131052  -308T"), "hetu •••••• -••••");
    }
}
