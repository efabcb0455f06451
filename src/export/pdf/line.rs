//! From a paragraph to lines: the whole paragraph is weighed at once, so that no line is filled at the cost of the next.
//!
//! Knows: widths, breaks, hyphens. Does not know: pages, what the text means.
//! The lines are those of least cost (Knuth and Plass 1981), for text that is ragged on the right: short lines cost, and
//! so do divided words. Each end of a line is tried with a bounded number of beginnings: the time grows with the length
//! of the text.

use super::font::{Family, Weight};
use super::hyphen;
use super::text::{Break, Letter, Paragraph};
use std::ops::Range;

/// A line of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its glyphs, with one space at most at its end.
    pub letters: Range<usize>,
    /// Whether a word is divided at its end.
    pub hyphen: bool,
}

/// Whether words are divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hyphens {
    /// Where a line would otherwise stay too short.
    Sparing,
    /// Only where a word is longer than a line: for titles.
    Never,
}

/// The room that a line may leave empty before words are divided for its sake: in 1/1000 of its width, as all of these.
const LOOSE: i64 = 140;
/// A last line shorter than this looks lost.
const FRAGMENT: i64 = 120;
/// How many beginnings are tried for each end. No line of words has more.
const BEGINNINGS: usize = 160;
/// How far a word is followed. No real word is longer.
const REACH: usize = 64;

// What is disliked, on the scale of an empty stretch squared: a line that is a tenth too short costs 10 000.
const LINE: i64 = 50_000;
const AFTER_NO_BLANK: i64 = 8_000;
const SEAM: i64 = 14_000;
const SYLLABLE: i64 = 30_000;
const LADDER: i64 = 2_000_000;
const LOST_END: i64 = 500_000;
const LOST_LINE: i64 = 25_000;
const ANYWHERE: i64 = 400_000;

/// Breaks a paragraph into lines of a width in 1/1000 of the type size.
pub fn lines(paragraph: &Paragraph, family: &Family<'_>, width: i64, hyphens: Hyphens) -> Vec<Line> {
    let breaker = Breaker::new(paragraph, family, width, hyphens);
    let mut lines = Vec::new();
    let mut start = 0;
    for (end, letter) in (1..).zip(&paragraph.letters) {
        if letter.after == Break::Forced || end == paragraph.letters.len() {
            breaker.stretch(start, end, &mut lines);
            start = end;
        }
    }
    lines
}

/// A place where a line may end, and what it costs to end it there.
#[derive(Clone, Copy, Debug)]
struct Stop {
    /// The glyph before which the next line begins.
    at: usize,
    cost: i64,
    hyphen: bool,
}

/// The best way to a stop.
#[derive(Clone, Copy)]
struct Way {
    cost: i64,
    from: usize,
    /// The emptiest line on the way.
    loosest: i64,
}

struct Breaker<'p> {
    paragraph: &'p Paragraph,
    words: &'p hyphen::Memory,
    letters: &'p [Letter],
    /// `pens[i]`: where the pen stands before glyph `i`, had the paragraph only one line.
    pens: Vec<i64>,
    /// `seen[i]`: the end of what can be seen before glyph `i`.
    seen: Vec<usize>,
    width: i64,
    hyphen: i64,
    hyphens: Hyphens,
}

impl<'p> Breaker<'p> {
    fn new(paragraph: &'p Paragraph, family: &'p Family<'_>, width: i64, hyphens: Hyphens) -> Self {
        let letters = &paragraph.letters;
        let (mut pen, mut last) = (0, 0);
        let (mut pens, mut seen) = (vec![0], vec![0]);
        for (end, letter) in (1..).zip(letters) {
            pen += i64::from(letter.glyph.advance + letter.glyph.kern);
            last = if letter.is_blank() { last } else { end };
            pens.push(pen);
            seen.push(last);
        }
        let hyphen = [Weight::Regular, Weight::Bold].map(|weight| family.get(weight).glyph('-'));
        let hyphen = hyphen.into_iter().flatten().map(|glyph| glyph.advance.into()).max().unwrap_or_default();
        Self { paragraph, words: &family.words, letters, pens, seen, width: width.max(1), hyphen, hyphens }
    }

    /// Breaks what stands between two breaks that the text asks for.
    fn stretch(&self, start: usize, end: usize, lines: &mut Vec<Line>) {
        if self.measure(start, end, false) <= self.width {
            lines.push(self.line(start, end, false));
            return;
        }
        let plain = self.stops(start, end, false);
        let mut chosen = self.choose(start, &plain);
        if self.hyphens == Hyphens::Sparing && chosen.loosest > LOOSE {
            let stops = self.stops(start, end, true);
            if stops.len() > plain.len() {
                chosen = self.choose(start, &stops);
            }
        }
        let mut start = start;
        for stop in chosen.stops {
            lines.push(self.line(start, stop.at, stop.hyphen));
            start = stop.at;
        }
    }

    /// Every place where a line may end; from one to the next there is never more than fits on a line.
    fn stops(&self, start: usize, end: usize, divided: bool) -> Vec<Stop> {
        let mut stops: Vec<Stop> = Vec::new();
        let mut from = start;
        for (at, letter) in (start + 1..=end).zip(self.letters.get(start..end).unwrap_or_default()) {
            if at < end && letter.after != Break::Allowed {
                continue;
            }
            let long = self.measure(from, at, false) > self.width;
            if divided || long {
                let seen = self.seen(from, at);
                self.divide(from, seen, &mut stops);
                if long {
                    self.cut(from, seen, &mut stops);
                }
            }
            let cost = if letter.is_blank() { 0 } else { AFTER_NO_BLANK };
            stops.push(Stop { at, cost, hyphen: false });
            from = at;
        }
        stops
    }

    /// Adds the places where the words of a stretch may be divided.
    fn divide(&self, from: usize, to: usize, stops: &mut Vec<Stop>) {
        let is_letter =
            |at: usize| self.letters.get(at).is_some_and(|letter| letter.glyph.ch.is_alphabetic());
        let mut at = from;
        while at < to {
            if !is_letter(at) {
                at += 1;
                continue;
            }
            let stop = (at..to).find(|end| !is_letter(*end)).unwrap_or(to);
            self.word(at, stop, stops);
            at = stop;
        }
    }

    fn word(&self, start: usize, end: usize, stops: &mut Vec<Stop>) {
        let Some(letters) = self.letters.get(start..end) else { return };
        let before = stops.len();
        // The last letter's soft hyphen stands at the end of the word: there is nothing to divide.
        for (at, letter) in (start + 1..end).zip(letters) {
            if letter.after == Break::Soft {
                stops.push(Stop { at, cost: SEAM, hyphen: true });
            }
        }
        if stops.len() > before || letters.len() > REACH || self.is_joined(start, end) {
            return;
        }
        let Some(style) = letters.first().and_then(|first| self.paragraph.styles.get(first.style)) else {
            return;
        };
        let text: String = letters.iter().map(|letter| letter.glyph.ch).collect();
        stops.extend(self.words.points(text, style.lang).iter().map(|point| Stop {
            at: start + point.at,
            cost: if point.seam { SEAM } else { SYLLABLE },
            hyphen: true,
        }));
    }

    /// Whether a word is part of an address or a number, which are not divided with a hyphen.
    fn is_joined(&self, start: usize, end: usize) -> bool {
        let joint = |at: Option<usize>| {
            at.and_then(|at| self.letters.get(at)).is_some_and(|letter| {
                let ch = letter.glyph.ch;
                matches!(ch, '@' | '/' | '_' | ':' | '&' | '=' | '.') || ch.is_ascii_digit()
            })
        };
        // A full stop at the end of a sentence joins nothing.
        let after = self.letters.get(end).is_some_and(|letter| {
            let last = self.letters.get(end + 1).is_none_or(Letter::is_blank);
            !(last && matches!(letter.glyph.ch, '.' | ':'))
        });
        joint(start.checked_sub(1)) || (after && joint(Some(end)))
    }

    /// Adds places anywhere in a stretch, as a last resort, where those that there are lie too far apart.
    fn cut(&self, from: usize, to: usize, stops: &mut Vec<Stop>) {
        let own = stops.iter().rposition(|stop| stop.at <= from).map_or(0, |last| last + 1);
        let mut start = from;
        let known = stops.split_off(own);
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
                stops.push(Stop { at, cost: ANYWHERE, hyphen: false });
                start = at;
            }
            if let Some(stop) = stop {
                stops.push(stop);
                start = stop.at;
            }
        }
    }

    /// The stops of least cost. The last one is always the last of all.
    fn choose(&self, start: usize, stops: &[Stop]) -> Chosen {
        let mut ways: Vec<Way> = Vec::with_capacity(stops.len());
        for (at, stop) in stops.iter().enumerate() {
            let mut best: Option<Way> = None;
            let last = at + 1 == stops.len();
            for from in (0..=at).rev().take(BEGINNINGS) {
                let (begin, before, way) = match from.checked_sub(1) {
                    None => (start, None, Way { cost: 0, from: 0, loosest: 0 }),
                    Some(from) => match (stops.get(from), ways.get(from)) {
                        (Some(before), Some(way)) => (before.at, Some(before), *way),
                        _ => continue,
                    },
                };
                let used = self.measure(begin, stop.at, stop.hyphen);
                // From one stop to the next must do, whatever it takes: a letter may be wider than the line.
                if used > self.width && from < at {
                    break;
                }
                let empty = (self.width - used).max(0) * 1000 / self.width;
                let mut cost = way.cost + LINE + stop.cost;
                if last {
                    let words = stops.get(from..at).unwrap_or_default().iter().any(|stop| !stop.hyphen);
                    let divided = before.is_some_and(|before| before.hyphen);
                    cost += if divided && !words { LOST_END } else { 0 };
                    cost += if 1000 - empty < FRAGMENT { LOST_LINE } else { 0 };
                } else {
                    cost += empty * empty;
                }
                if stop.hyphen && before.is_some_and(|before| before.hyphen) {
                    cost += LADDER;
                }
                let loosest = if last { way.loosest } else { way.loosest.max(empty) };
                if best.is_none_or(|best| cost < best.cost) {
                    best = Some(Way { cost, from, loosest });
                }
            }
            ways.push(best.unwrap_or(Way { cost: 0, from: at, loosest: 0 }));
        }
        let loosest = ways.last().map_or(0, |way| way.loosest);
        let mut chosen = Vec::new();
        let mut next = stops.len();
        while let Some(at) = next.checked_sub(1) {
            chosen.extend(stops.get(at));
            next = ways.get(at).map_or(0, |way| way.from.min(at));
        }
        chosen.reverse();
        Chosen { stops: chosen, loosest }
    }

    fn line(&self, start: usize, end: usize, hyphen: bool) -> Line {
        let seen = self.seen(start, end);
        let space = self.letters.get(seen).is_some_and(|letter| letter.glyph.ch == ' ');
        let stop = if space && seen < end { seen + 1 } else { seen };
        Line { letters: start..stop, hyphen }
    }

    /// The end of a stretch without the blanks that stand there.
    fn seen(&self, start: usize, end: usize) -> usize {
        self.seen.get(end).copied().unwrap_or_default().max(start)
    }

    /// How wide a line is, without the blanks at its end.
    fn measure(&self, start: usize, end: usize, hyphen: bool) -> i64 {
        let pen = |at: usize| self.pens.get(at).copied().unwrap_or_default();
        pen(self.seen(start, end)) - pen(start) + if hyphen { self.hyphen } else { 0 }
    }
}

/// Lines by their ends.
struct Chosen {
    stops: Vec<Stop>,
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
