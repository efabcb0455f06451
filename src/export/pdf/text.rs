//! From typed text to glyphs with a style: which characters are drawn, and where a line may end.
//!
//! Knows: Unicode's special characters, the two fonts. Does not know: the width of a line.
//! No visible character is dropped: one that the font lacks is shown as U+FFFD and reported.

use super::font::{Family, Font, Glyph, Weight};
use super::nobreak;
use super::page::Ink;
use crate::lang::Lang;
use std::collections::BTreeSet;
use unicode_linebreak::{BreakOpportunity, linebreaks};

/// The font, colour, element and language of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Which font.
    pub weight: Weight,
    /// Which colour.
    pub ink: Ink,
    /// The element whose content the text is: an index into `Layout::elements`.
    pub element: usize,
    /// Its link, if it has one: an index into `Layout::links`.
    pub link: Option<usize>,
    /// The language, which decides where words are hyphenated.
    pub lang: Lang,
}

/// Text in one style.
pub struct Piece<'t> {
    /// The text as it was typed.
    pub text: &'t str,
    /// Its style.
    pub style: Style,
}

/// Whether a line may end after a glyph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// It may not.
    No,
    /// It may: after a space, for one.
    Allowed,
    /// It may, with a hyphen: there is a soft hyphen in the text.
    Soft,
    /// It must: a line break in the text, or its end.
    Forced,
}

/// A glyph of a paragraph.
#[derive(Clone, Copy, Debug)]
pub struct Letter {
    /// What is drawn.
    pub glyph: Glyph,
    /// An index into [`Paragraph::styles`].
    pub style: usize,
    /// Whether a line may end after it.
    pub after: Break,
}

impl Letter {
    /// Whether it is invisible at the end of a line: a space, or the line break itself.
    pub const fn is_blank(&self) -> bool {
        matches!(self.glyph.ch, ' ' | '\n') || self.is_hidden()
    }

    /// Whether it is never drawn: it only says where lines may end.
    pub const fn is_hidden(&self) -> bool {
        matches!(self.glyph.ch, '\n' | ZERO_SPACE | JOINER)
    }
}

/// A paragraph as glyphs.
#[derive(Debug, Default)]
pub struct Paragraph {
    /// The glyphs.
    pub letters: Vec<Letter>,
    /// The styles that the letters refer to.
    pub styles: Vec<Style>,
}

const ZERO_SPACE: char = '\u{200B}';
const JOINER: char = '\u{2060}';
const SOFT_HYPHEN: char = '\u{AD}';
/// Is shown for a character that the font lacks.
const REPLACEMENT: char = '\u{FFFD}';

impl Paragraph {
    /// Turns text into glyphs. The characters that the fonts lack are added to `missing`.
    pub fn new(family: &Family<'_>, pieces: &[Piece<'_>], missing: &mut BTreeSet<char>) -> Self {
        let mut paragraph =
            Self { letters: Vec::new(), styles: pieces.iter().map(|piece| piece.style).collect() };
        let mut text = String::new();
        for (style, piece) in pieces.iter().enumerate() {
            let font = family.get(piece.style.weight);
            for ch in clean(piece.text) {
                if ch == SOFT_HYPHEN {
                    if let Some(last) = paragraph.letters.last_mut() {
                        last.after = Break::Soft;
                    }
                    continue;
                }
                text.push(ch);
                paragraph.letters.push(Letter { glyph: glyph(font, ch, missing), style, after: Break::No });
            }
        }
        paragraph.mark_breaks(&text);
        paragraph.glue();
        paragraph.kern(family);
        paragraph
    }

    /// Marks the breaks that Unicode allows (UAX 14). `text` has one character for each of the letters.
    fn mark_breaks(&mut self, text: &str) {
        let mut breaks = linebreaks(text).peekable();
        for (letter, (start, ch)) in self.letters.iter_mut().zip(text.char_indices()) {
            let end = start + ch.len_utf8();
            while breaks.next_if(|(at, _)| *at < end).is_some() {}
            if let Some((_, kind)) = breaks.next_if(|(at, _)| *at == end) {
                letter.after = match kind {
                    BreakOpportunity::Mandatory => Break::Forced,
                    BreakOpportunity::Allowed => Break::Allowed,
                };
            }
        }
    }

    /// Removes breaks inside what belongs together: "4 §", "10 vuotta", "PL 800".
    fn glue(&mut self) {
        let text: Vec<char> = self.letters.iter().map(|letter| letter.glyph.ch).collect();
        for (at, letter) in self.letters.iter_mut().enumerate() {
            let lang = self.styles.get(letter.style).map_or(Lang::Fi, |style| style.lang);
            if letter.after == Break::Allowed && nobreak::binds(&text, at, lang) {
                letter.after = Break::No;
            }
        }
    }

    /// Sets the kerning between neighbours of the same style.
    fn kern(&mut self, family: &Family<'_>) {
        let mut next: Option<(u16, usize)> = None;
        for letter in self.letters.iter_mut().rev() {
            if let (Some((id, style)), Some(own)) = (next, self.styles.get(letter.style))
                && style == letter.style
                && !letter.is_hidden()
            {
                letter.glyph.kern = family.get(own.weight).kern(letter.glyph.id, id);
            }
            next = (!letter.is_hidden()).then_some((letter.glyph.id, letter.style));
        }
    }
}

/// Cleans text for setting: every line break becomes `\n`, every tab a space, a letter with a combining mark one
/// character, and control and invisible characters are dropped.
pub fn clean(text: &str) -> impl Iterator<Item = char> {
    let mut chars = text.chars().peekable();
    std::iter::from_fn(move || {
        loop {
            let ch = chars.next()?;
            if let Some(whole) = chars.peek().and_then(|mark| composed(ch, *mark)) {
                chars.next();
                return Some(whole);
            }
            match ch {
                '\r' if chars.peek() == Some(&'\n') => {}
                '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => return Some('\n'),
                '\t' => return Some(' '),
                ZERO_SPACE | JOINER | SOFT_HYPHEN => return Some(ch),
                '\u{FEFF}' => return Some(JOINER),
                _ if ch.is_control() || is_invisible(ch) => {}
                _ => return Some(ch),
            }
        }
    })
}

/// The single character for a letter and a combining mark: some systems write "ä" as "a" and two dots.
const fn composed(letter: char, mark: char) -> Option<char> {
    Some(match (letter, mark) {
        ('a', '\u{308}') => 'ä',
        ('o', '\u{308}') => 'ö',
        ('u', '\u{308}') => 'ü',
        ('A', '\u{308}') => 'Ä',
        ('O', '\u{308}') => 'Ö',
        ('U', '\u{308}') => 'Ü',
        ('a', '\u{30A}') => 'å',
        ('A', '\u{30A}') => 'Å',
        ('e', '\u{301}') => 'é',
        ('E', '\u{301}') => 'É',
        ('s', '\u{30C}') => 'š',
        ('S', '\u{30C}') => 'Š',
        ('z', '\u{30C}') => 'ž',
        ('Z', '\u{30C}') => 'Ž',
        _ => return None,
    })
}

/// Characters that are invisible by definition: joiners, direction marks, variation selectors, tags.
const fn is_invisible(ch: char) -> bool {
    matches!(ch,
        '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2061}'..='\u{206F}' | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// The glyph for a character, or that of U+FFFD where the font has none; then the character is added to `missing`.
pub fn glyph(font: &Font<'_>, ch: char, missing: &mut BTreeSet<char>) -> Glyph {
    if matches!(ch, '\n' | ZERO_SPACE | JOINER) {
        return Glyph { ch, id: 0, advance: 0, kern: 0 };
    }
    if let Some(glyph) = font.glyph(stand_in(ch)).or_else(|| font.glyph(ch)) {
        return glyph;
    }
    let space = matches!(ch, '\u{2000}'..='\u{200A}' | '\u{205F}' | '\u{3000}' | '\u{1680}');
    if !space {
        missing.insert(ch);
    }
    let shown: &[char] = if space { &[' '] } else { &[REPLACEMENT, '?'] };
    let glyph = shown.iter().find_map(|ch| font.glyph(*ch));
    // A font without even a question mark: glyph 0, which every font draws as an empty box or the like.
    glyph.unwrap_or(Glyph { ch: REPLACEMENT, id: 0, advance: 600, kern: 0 })
}

/// Of two characters that share a glyph, the one to use: copying text out of the file could only give one of the two.
const fn stand_in(ch: char) -> char {
    match ch {
        '\u{37E}' => ';',
        '\u{387}' => '·',
        '\u{3BC}' => 'µ',
        '\u{2126}' => 'Ω',
        '\u{212A}' => 'K',
        '\u{212B}' => 'Å',
        _ => ch,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::pdf::tests::family;
    use Break::{Allowed, Forced, No, Soft};

    fn set(text: &str) -> (Paragraph, Vec<char>) {
        let style = Style { weight: Weight::Regular, ink: Ink::Text, element: 0, link: None, lang: Lang::Fi };
        let mut missing = BTreeSet::new();
        let paragraph = Paragraph::new(&family(), &[Piece { text, style }], &mut missing);
        (paragraph, missing.into_iter().collect())
    }

    fn shown(text: &str) -> String {
        set(text)
            .0
            .letters
            .iter()
            .filter(|letter| !letter.is_hidden())
            .map(|letter| letter.glyph.ch)
            .collect()
    }

    #[test]
    fn what_cannot_be_seen_is_not_drawn_and_not_missed() {
        for (typed, expected) in [
            ("a\tb", "a b"),
            ("a\u{0}\u{7}\u{1B}b\u{9F}", "ab"),
            ("a\u{200D}\u{FE0F}\u{202E}b", "ab"),
            ("a\u{200B}b\u{2060}c\u{FEFF}", "abc"),
            ("tieto\u{AD}suoja", "tietosuoja"),
            ("a\u{308}a\u{30A}", "äå"),
            ("1\u{2003}000\u{A0}€", "1 000\u{A0}€"),
        ] {
            assert_eq!(shown(typed), expected);
            assert!(set(typed).1.is_empty(), "{typed:?}");
        }
    }

    #[test]
    fn what_the_font_lacks_is_shown_and_named() {
        let (paragraph, missing) = set("שa😀ש");
        let shown: String = paragraph.letters.iter().map(|letter| letter.glyph.ch).collect();
        assert_eq!(shown, "\u{FFFD}a\u{FFFD}\u{FFFD}");
        assert_eq!(missing, ['ש', '😀']);
    }

    #[test]
    fn lines_end_where_the_text_says() {
        let breaks = |text| -> Vec<Break> { set(text).0.letters.iter().map(|letter| letter.after).collect() };
        assert_eq!(breaks("a b"), [No, Allowed, Forced]);
        assert_eq!(breaks("a\u{A0}b"), [No, No, Forced]);
        assert_eq!(breaks("4 §"), [No, No, Forced]);
        assert_eq!(breaks("3 v"), [No, No, Forced]);
        assert_eq!(breaks("2026 ja").get(4), Some(&Allowed));
        assert_eq!(breaks("a\r\nb"), [No, Forced, Forced]);
        assert_eq!(breaks("a\u{AD}b"), [Soft, Forced]);
        assert_eq!(breaks("\u{AD}"), []);
        assert_eq!(breaks(""), []);
    }
}
