//! From a paragraph to lines: as much as fits on each, words divided only where it helps.
//!
//! Knows: widths, breaks, hyphens. Does not know: pages, what the text means.
//! Each glyph is looked at a bounded number of times, so that the time grows with the length of the text.

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

/// A line that is filled less than this without a divided word is worth dividing one: in 1/100 of its width.
const FULL_ENOUGH: i64 = 86;
/// Divided words on lines that follow each other.
const LADDER: usize = 2;
/// How far a word is followed to either side of the end of a line. No real word is longer.
const REACH: usize = 64;

/// Breaks a paragraph into lines of a width in 1/1000 of the type size.
pub fn lines(paragraph: &Paragraph, family: &Family<'_>, width: i64, hyphens: Hyphens) -> Vec<Line> {
    Breaker::new(paragraph, family, width, hyphens).run()
}

struct Breaker<'p> {
    paragraph: &'p Paragraph,
    letters: &'p [Letter],
    /// `pens[i]`: where the pen stands before glyph `i`, had the paragraph only one line.
    pens: Vec<i64>,
    width: i64,
    hyphen: i64,
    hyphens: Hyphens,
    lines: Vec<Line>,
    ladder: usize,
}

impl<'p> Breaker<'p> {
    fn new(paragraph: &'p Paragraph, family: &Family<'_>, width: i64, hyphens: Hyphens) -> Self {
        let mut pen = 0;
        let mut pens = vec![0];
        pens.extend(paragraph.letters.iter().map(|letter| {
            pen += i64::from(letter.glyph.advance + letter.glyph.kern);
            pen
        }));
        let hyphen = [Weight::Regular, Weight::Bold].map(|weight| family.get(weight).glyph('-'));
        let hyphen = hyphen.into_iter().flatten().map(|glyph| glyph.advance.into()).max().unwrap_or_default();
        let letters = &paragraph.letters;
        Self { paragraph, letters, pens, width, hyphen, hyphens, lines: Vec::new(), ladder: 0 }
    }

    fn run(mut self) -> Vec<Line> {
        let letters = self.letters;
        let mut start = 0;
        let mut fit = None;
        for (end, letter) in (1..).zip(letters) {
            if matches!(letter.after, Break::No | Break::Soft) && end < letters.len() {
                continue;
            }
            let seen = self.trim(start, end);
            let whole = start;
            while start < seen && self.measure(start, seen) > self.width {
                start = self.cut(start, fit.take(), seen);
            }
            if whole < start && start >= seen {
                // The last cut took all that can be seen; the blanks that follow make no line.
                (start, fit) = (end, None);
            } else if letter.after == Break::Forced || end == letters.len() {
                self.push(start, end, false);
                start = end;
                fit = None;
            } else if start < end {
                fit = Some(end);
            }
        }
        self.lines
    }

    /// Ends a line that begins at `start` somewhere before `end`, and says where the next one begins.
    fn cut(&mut self, start: usize, fit: Option<usize>, end: usize) -> usize {
        let full = fit.map_or(0, |fit| self.measure(start, self.trim(start, fit)));
        let wanted = fit.is_none()
            || (self.hyphens == Hyphens::Sparing
                && self.ladder < LADDER
                && full * 100 < self.width * FULL_ENOUGH
                && !self.is_last(end));
        let divided = wanted.then(|| self.divide(start, fit.unwrap_or(start), end)).flatten();
        match (divided, fit) {
            (Some(at), _) => {
                self.push(start, at, true);
                at
            }
            (None, Some(at)) => {
                self.push(start, at, false);
                at
            }
            (None, None) => {
                let over = self.overflow(start, end).max(start + 1);
                let space = (start + 1..over).rev().find(|at| self.is_space(at - 1));
                let at = space.unwrap_or(over);
                self.push(start, at, false);
                at
            }
        }
    }

    /// Whether a word is the last of its paragraph: a line with nothing but the end of a word looks lost.
    fn is_last(&self, end: usize) -> bool {
        let last = self.letters.get(end.saturating_sub(1)..).unwrap_or_default();
        let blanks = last.iter().skip(1).take_while(|letter| letter.is_blank());
        last.first().into_iter().chain(blanks).take(REACH).any(|letter| letter.after == Break::Forced)
    }

    fn is_space(&self, at: usize) -> bool {
        self.letters.get(at).is_some_and(|letter| letter.glyph.ch == ' ')
    }

    /// The first glyph that does not fit on a line from `start`.
    fn overflow(&self, start: usize, end: usize) -> usize {
        (start..end).find(|at| self.measure(start, at + 1) > self.width).unwrap_or(end)
    }

    /// The last place on the line where the word that runs over its end may be divided.
    fn divide(&self, start: usize, from: usize, end: usize) -> Option<usize> {
        let over = self.overflow(start, end);
        let fits = |at: usize| at > from && self.measure(start, at) + self.hyphen <= self.width;
        let soft = (from + 1..=over).rev().find(|at| {
            let before = at.checked_sub(1).and_then(|before| self.letters.get(before));
            fits(*at) && before.is_some_and(|letter| letter.after == Break::Soft)
        });
        if soft.is_some() {
            return soft;
        }
        let word = self.word(over, end)?;
        let letters = self.letters.get(word.clone())?;
        let first = letters.first()?;
        let text: String = letters.iter().map(|letter| letter.glyph.ch).collect();
        let lang = self.paragraph.styles.get(first.style)?.lang;
        hyphen::points(&text, lang).into_iter().rev().map(|point| word.start + point).find(|at| fits(*at))
    }

    /// The letters around a place; `None` in addresses and numbers, which are not divided with a hyphen.
    fn word(&self, over: usize, end: usize) -> Option<Range<usize>> {
        let letter = |at: &usize| self.letters.get(*at).is_some_and(|letter| letter.glyph.ch.is_alphabetic());
        let start = (over.saturating_sub(REACH)..over).rev().take_while(letter).last()?;
        let stop = (over..end.min(over + REACH)).take_while(letter).last().map_or(over, |last| last + 1);
        let joint = |at: Option<usize>| {
            at.and_then(|at| self.letters.get(at)).is_some_and(|letter| {
                let ch = letter.glyph.ch;
                matches!(ch, '@' | '/' | '_' | ':' | '&' | '=' | '.') || ch.is_ascii_digit()
            })
        };
        let after = Some(stop).filter(|stop| *stop < end);
        (!joint(start.checked_sub(1)) && !joint(after)).then_some(start..stop)
    }

    fn push(&mut self, start: usize, end: usize, hyphen: bool) {
        let seen = self.trim(start, end);
        let space = self.letters.get(seen).is_some_and(|letter| letter.glyph.ch == ' ');
        let stop = if space && seen < end { seen + 1 } else { seen };
        self.ladder = if hyphen { self.ladder + 1 } else { 0 };
        self.lines.push(Line { letters: start..stop, hyphen });
    }

    /// The end of a stretch without the blanks that stand there.
    fn trim(&self, start: usize, end: usize) -> usize {
        let letters = self.letters.get(start..end).unwrap_or_default();
        start + letters.iter().rposition(|letter| !letter.is_blank()).map_or(0, |last| last + 1)
    }

    fn measure(&self, start: usize, end: usize) -> i64 {
        let pen = |at: usize| self.pens.get(at).copied().unwrap_or_default();
        pen(end) - pen(start)
    }
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
