//! From a paragraph to lines, which are chosen for the whole paragraph at once.
//!
//! Knows: widths, breaks, hyphens. Does not know: pages, what the text means.
//! The lines are those of least total cost (Knuth and Plass 1981). The text is ragged on the right: short lines cost, and
//! so do hyphens. For each end of a line only a limited number of beginnings is tried, so that the time grows linearly
//! with the length of the text.

use super::font::{Family, Weight};
use super::hyphen;
use super::text::{Break, Letter, Paragraph};
use std::ops::Range;

/// A line of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its glyphs, with at most one space at its end: indices into [`Paragraph::letters`].
    pub letters: Range<usize>,
    /// Whether it ends in the middle of a word, with a hyphen.
    pub hyphen: bool,
}

/// When words are hyphenated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hyphens {
    /// Where a line would otherwise be too short.
    Sparing,
    /// Only where a word is longer than a line: for titles.
    Never,
}

/// Words are hyphenated when a line would leave more than this empty, in 1/1000 of its width.
const TOO_LOOSE: i64 = 140;
/// A last line shorter than this looks lost, in 1/1000 of the width.
const FRAGMENT: i64 = 120;
/// At most this many beginnings are tried for each end of a line. A line of real words has fewer breakpoints.
const BEGINNINGS: usize = 160;
/// A "word" with more letters than this is not hyphenated: it is no real word.
const REACH: usize = 64;

// The costs. A line that leaves n/1000 of the width empty costs n²: one that is a tenth too short costs 10,000.
const LINE: i64 = 50_000; // Each line.
const AFTER_NO_BLANK: i64 = 8_000; // A break after something else than a blank, such as a dash.
const SEAM: i64 = 14_000; // A hyphen between the members of a compound, or where the text has a soft hyphen.
const SYLLABLE: i64 = 30_000; // A hyphen elsewhere.
const LADDER: i64 = 2_000_000; // Two hyphens one below the other.
const LOST_END: i64 = 500_000; // A last line that holds only the end of a hyphenated word.
const LOST_LINE: i64 = 25_000; // A last line shorter than `FRAGMENT`.
const ANYWHERE: i64 = 400_000; // A break in the middle of a word, without a hyphen.

/// Breaks a paragraph into lines. `width` is in 1/1000 of the type size.
pub fn lines(paragraph: &Paragraph, family: &Family<'_>, width: i64, hyphens: Hyphens) -> Vec<Line> {
    let breaker = Breaker::new(paragraph, family, width.max(1), hyphens);
    let mut lines = Vec::new();
    let mut start = 0;
    for (end, letter) in (1..).zip(&paragraph.letters) {
        if letter.after == Break::Forced || end == paragraph.letters.len() {
            breaker.break_segment(start, end, &mut lines);
            start = end;
        }
    }
    lines
}

/// A point where a line may end, and the cost of ending it there.
#[derive(Clone, Copy, Debug)]
struct Breakpoint {
    /// The glyph before which the next line begins.
    at: usize,
    cost: i64,
    hyphen: bool,
}

/// The cheapest way to break the text up to a breakpoint.
#[derive(Clone, Copy)]
struct Path {
    cost: i64,
    /// Where its last line begins: 0 for the beginning, or else an index into the breakpoints plus 1.
    from: usize,
    /// How much its emptiest line leaves empty, in 1/1000 of the width.
    loosest: i64,
}

struct Breaker<'p> {
    paragraph: &'p Paragraph,
    hyphenation: &'p hyphen::Cache,
    letters: &'p [Letter],
    /// `positions[i]`: how far glyph `i` is from the beginning, if all were on one line.
    positions: Vec<i64>,
    /// `visible_ends[i]`: the index after the last visible glyph before `i`.
    visible_ends: Vec<usize>,
    width: i64,
    /// The width of a hyphen.
    hyphen: i64,
    hyphens: Hyphens,
}

impl<'p> Breaker<'p> {
    fn new(paragraph: &'p Paragraph, family: &'p Family<'_>, width: i64, hyphens: Hyphens) -> Self {
        let letters = &paragraph.letters;
        let (mut pen, mut last) = (0, 0);
        let (mut positions, mut visible_ends) = (vec![0], vec![0]);
        for (end, letter) in (1..).zip(letters) {
            pen += i64::from(letter.glyph.advance + letter.glyph.kern);
            last = if letter.is_blank() { last } else { end };
            positions.push(pen);
            visible_ends.push(last);
        }
        let hyphen = [Weight::Regular, Weight::Bold].map(|weight| family.get(weight).glyph('-'));
        let hyphen = hyphen.into_iter().flatten().map(|glyph| glyph.advance.into()).max().unwrap_or_default();
        let hyphenation = &family.hyphenation;
        Self { paragraph, hyphenation, letters, positions, visible_ends, width, hyphen, hyphens }
    }

    /// Breaks the text between two forced breaks.
    fn break_segment(&self, start: usize, end: usize, lines: &mut Vec<Line>) {
        if self.measure(start, end, false) <= self.width {
            lines.push(self.line(start, end, false));
            return;
        }
        let plain = self.breakpoints(start, end, false);
        let mut chosen = self.choose(start, &plain);
        if self.hyphens == Hyphens::Sparing && chosen.loosest > TOO_LOOSE {
            let breakpoints = self.breakpoints(start, end, true);
            if breakpoints.len() > plain.len() {
                chosen = self.choose(start, &breakpoints);
            }
        }
        let mut start = start;
        for stop in chosen.breakpoints {
            lines.push(self.line(start, stop.at, stop.hyphen));
            start = stop.at;
        }
    }

    /// Every point where a line may end. What lies between two neighbours always fits on a line (if one letter does).
    fn breakpoints(&self, start: usize, end: usize, hyphenate: bool) -> Vec<Breakpoint> {
        let mut breakpoints: Vec<Breakpoint> = Vec::new();
        let mut from = start;
        for (at, letter) in (start + 1..=end).zip(self.letters.get(start..end).unwrap_or_default()) {
            if at < end && letter.after != Break::Allowed {
                continue;
            }
            let long = self.measure(from, at, false) > self.width;
            if hyphenate || long {
                let seen = self.visible_end(from, at);
                self.hyphenate(from, seen, &mut breakpoints);
                if long {
                    self.break_anywhere(from, seen, &mut breakpoints);
                }
            }
            let cost = if letter.is_blank() { 0 } else { AFTER_NO_BLANK };
            breakpoints.push(Breakpoint { at, cost, hyphen: false });
            from = at;
        }
        breakpoints
    }

    /// Adds the points where the words of a piece of text may be hyphenated.
    fn hyphenate(&self, from: usize, to: usize, breakpoints: &mut Vec<Breakpoint>) {
        let is_letter =
            |at: usize| self.letters.get(at).is_some_and(|letter| letter.glyph.ch.is_alphabetic());
        let mut at = from;
        while at < to {
            if !is_letter(at) {
                at += 1;
                continue;
            }
            let word_end = (at..to).find(|end| !is_letter(*end)).unwrap_or(to);
            self.hyphenate_word(at, word_end, breakpoints);
            at = word_end;
        }
    }

    fn hyphenate_word(&self, start: usize, end: usize, breakpoints: &mut Vec<Breakpoint>) {
        let Some(letters) = self.letters.get(start..end) else { return };
        let before = breakpoints.len();
        // A soft hyphen after the last letter is left out: there is nothing to hyphenate.
        for (at, letter) in (start + 1..end).zip(letters) {
            if letter.after == Break::Soft {
                breakpoints.push(Breakpoint { at, cost: SEAM, hyphen: true });
            }
        }
        if breakpoints.len() > before || letters.len() > REACH || self.is_joined(start, end) {
            return;
        }
        let Some(style) = letters.first().and_then(|first| self.paragraph.styles.get(first.style)) else {
            return;
        };
        let text: String = letters.iter().map(|letter| letter.glyph.ch).collect();
        breakpoints.extend(self.hyphenation.points(text, style.lang).iter().map(|point| Breakpoint {
            at: start + point.at,
            cost: if point.seam { SEAM } else { SYLLABLE },
            hyphen: true,
        }));
    }

    /// Whether a word belongs to an address or a number, which are never hyphenated.
    fn is_joined(&self, start: usize, end: usize) -> bool {
        let joint = |at: Option<usize>| {
            at.and_then(|at| self.letters.get(at)).is_some_and(|letter| {
                let ch = letter.glyph.ch;
                matches!(ch, '@' | '/' | '_' | ':' | '&' | '=' | '.') || ch.is_ascii_digit()
            })
        };
        // A full stop or colon before a blank ends a sentence, and is not inside an address.
        let after = self.letters.get(end).is_some_and(|letter| {
            let last = self.letters.get(end + 1).is_none_or(Letter::is_blank);
            !(last && matches!(letter.glyph.ch, '.' | ':'))
        });
        joint(start.checked_sub(1)) || (after && joint(Some(end)))
    }

    /// Adds points in the middle of words, as a last resort, where the others are too far apart to fit on a line.
    fn break_anywhere(&self, from: usize, to: usize, breakpoints: &mut Vec<Breakpoint>) {
        let own = breakpoints.iter().rposition(|stop| stop.at <= from).map_or(0, |last| last + 1);
        let mut start = from;
        let known = breakpoints.split_off(own);
        for stop in known.into_iter().map(Some).chain([None]) {
            let (end, hyphen) = stop.map_or((to, false), |stop| (stop.at, stop.hyphen));
            while start < end && self.measure(start, end, hyphen) > self.width {
                let over = (start..end).find(|at| self.measure(start, at + 1, false) > self.width);
                let over = over.unwrap_or(end).max(start + 1);
                let space = (start + 1..over)
                    .rev()
                    .find(|at| self.letters.get(at - 1).is_some_and(|letter| letter.glyph.ch == ' '));
                let at = space.unwrap_or(over);
                if at >= end {
                    break;
                }
                breakpoints.push(Breakpoint { at, cost: ANYWHERE, hyphen: false });
                start = at;
            }
            if let Some(stop) = stop {
                breakpoints.push(stop);
                start = stop.at;
            }
        }
    }

    /// Chooses the breakpoints of least cost. The last one, the end of the text, is always among them.
    fn choose(&self, start: usize, breakpoints: &[Breakpoint]) -> Chosen {
        let mut paths: Vec<Path> = Vec::with_capacity(breakpoints.len());
        for (at, stop) in breakpoints.iter().enumerate() {
            let mut best: Option<Path> = None;
            let last = at + 1 == breakpoints.len();
            for from in (0..=at).rev().take(BEGINNINGS) {
                let (begin, before, path) = match from.checked_sub(1) {
                    None => (start, None, Path { cost: 0, from: 0, loosest: 0 }),
                    Some(from) => match (breakpoints.get(from), paths.get(from)) {
                        (Some(before), Some(path)) => (before.at, Some(before), *path),
                        _ => continue,
                    },
                };
                let used = self.measure(begin, stop.at, stop.hyphen);
                // Neighbouring breakpoints are accepted even if too wide: a single letter may be wider than the line.
                if used > self.width && from < at {
                    break;
                }
                let empty = (self.width - used).max(0) * 1000 / self.width;
                let mut cost = path.cost + LINE + stop.cost;
                if last {
                    let whole_word =
                        breakpoints.get(from..at).unwrap_or_default().iter().any(|stop| !stop.hyphen);
                    let hyphenated = before.is_some_and(|before| before.hyphen);
                    cost += if hyphenated && !whole_word { LOST_END } else { 0 };
                    cost += if 1000 - empty < FRAGMENT { LOST_LINE } else { 0 };
                } else {
                    cost += empty * empty;
                }
                if stop.hyphen && before.is_some_and(|before| before.hyphen) {
                    cost += LADDER;
                }
                let loosest = if last { path.loosest } else { path.loosest.max(empty) };
                if best.is_none_or(|best| cost < best.cost) {
                    best = Some(Path { cost, from, loosest });
                }
            }
            paths.push(best.unwrap_or(Path { cost: 0, from: at, loosest: 0 }));
        }
        let loosest = paths.last().map_or(0, |path| path.loosest);
        let mut chosen = Vec::new();
        let mut next = breakpoints.len();
        while let Some(at) = next.checked_sub(1) {
            chosen.extend(breakpoints.get(at));
            next = paths.get(at).map_or(0, |path| path.from.min(at));
        }
        chosen.reverse();
        Chosen { breakpoints: chosen, loosest }
    }

    fn line(&self, start: usize, end: usize, hyphen: bool) -> Line {
        let seen = self.visible_end(start, end);
        let space = self.letters.get(seen).is_some_and(|letter| letter.glyph.ch == ' ');
        let shown = if space && seen < end { seen + 1 } else { seen };
        Line { letters: start..shown, hyphen }
    }

    /// The index after the last visible glyph of a line.
    fn visible_end(&self, start: usize, end: usize) -> usize {
        self.visible_ends.get(end).copied().unwrap_or_default().max(start)
    }

    /// The width of a line, without the blanks at its end, in 1/1000 of the type size.
    fn measure(&self, start: usize, end: usize, hyphen: bool) -> i64 {
        let pen = |at: usize| self.positions.get(at).copied().unwrap_or_default();
        pen(self.visible_end(start, end)) - pen(start) + if hyphen { self.hyphen } else { 0 }
    }
}

/// The chosen ends of lines.
struct Chosen {
    breakpoints: Vec<Breakpoint>,
    /// How much the emptiest line leaves empty, in 1/1000 of the width.
    loosest: i64,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::pdf::page::Ink;
    use crate::export::pdf::tests::family;
    use crate::export::pdf::text::{Piece, Style};
    use crate::lang::Lang;
    use std::collections::BTreeSet;

    fn broken(text: &str, width: i64, hyphens: Hyphens) -> Vec<String> {
        let style = Style { weight: Weight::Regular, ink: Ink::Text, element: 0, link: None, lang: Lang::Fi };
        let family = family();
        let paragraph = Paragraph::new(&family, &[Piece { text, style }], &mut BTreeSet::new());
        let lines = lines(&paragraph, &family, width, hyphens).into_iter().map(|line| {
            let letters = paragraph.letters.get(line.letters).unwrap();
            let seen = letters.iter().rposition(|letter| !letter.is_blank()).map_or(0, |last| last + 1);
            let wide: i32 = letters.iter().take(seen).map(|l| l.glyph.advance + l.glyph.kern).sum();
            assert!(i64::from(wide) <= width.max(1000), "{text:?}");
            let text: String = letters.iter().map(|letter| letter.glyph.ch).collect();
            text + if line.hyphen { "-" } else { "" }
        });
        lines.collect()
    }

    #[test]
    fn short_text_is_one_line() {
        assert_eq!(broken("Nimi", 9000, Hyphens::Sparing), ["Nimi"]);
        assert!(broken("", 9000, Hyphens::Sparing).is_empty());
    }

    #[test]
    fn typed_line_breaks_are_kept() {
        assert_eq!(broken("a\n\nb\n", 9000, Hyphens::Sparing), ["a", "", "b"]);
    }

    #[test]
    fn words_are_divided_where_the_line_would_be_short() {
        let text = "Nimi ja henkilötietojen säilytysaika on";
        assert_eq!(
            broken(text, 9000, Hyphens::Sparing),
            ["Nimi ja henkilötie-", "tojen säilytysaika ", "on"]
        );
        assert_eq!(broken(text, 9000, Hyphens::Never), ["Nimi ja ", "henkilötietojen ", "säilytysaika on"]);
    }

    #[test]
    fn the_last_word_is_not_divided_for_looks() {
        assert_eq!(broken("Nimi ja henkilötiedot", 9000, Hyphens::Sparing), ["Nimi ja ", "henkilötiedot"]);
    }

    #[test]
    fn a_soft_hyphen_goes_first() {
        assert_eq!(
            broken("etukäteis\u{AD}ilmoituslomake", 8000, Hyphens::Never),
            ["etukäteis-", "ilmoituslomake"]
        );
    }

    #[test]
    fn addresses_are_not_hyphenated() {
        for line in
            broken("asiakaspalvelukeskus.tietosuojavastaava@esimerkkiyritys.example", 8000, Hyphens::Sparing)
        {
            assert!(!line.ends_with('-'), "{line}");
        }
    }

    #[test]
    fn a_word_longer_than_any_line_is_broken() {
        for ch in ["a", "\u{A0}", "漢", "x\u{2060}", "äitiys"] {
            assert!(broken(&ch.repeat(300), 5000, Hyphens::Never).len() > 2, "{ch:?}");
        }
        assert_eq!(broken("abc", 1, Hyphens::Never), ["a", "b", "c"]);
    }

    #[test]
    fn spaces_do_not_run_off_the_line() {
        let lines = broken(&format!("a{}b", " ".repeat(500)), 5000, Hyphens::Sparing);
        assert_eq!(lines, ["a ", "b"]);
    }
}
