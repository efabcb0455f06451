//! A font: the glyph of each character, its advance width, and the kerning of each pair.
//!
//! Knows: TrueType tables. Does not know: lines, pages, files.
//! Every length is in 1/1000 of the type size, as in PDF.

use super::hyphen;
use std::cell::RefCell;
use std::collections::HashMap;
use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, Tag};

/// Which of the two fonts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Running text.
    Regular,
    /// Titles, terms and emphasis.
    Bold,
}

/// A character as one font draws it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyph {
    /// The character that is drawn; copying text out of the file gives this one.
    pub ch: char,
    /// The glyph's number in the font.
    pub id: u16,
    /// How far the pen moves.
    pub advance: i32,
    /// Kerning: how much further the pen moves before the glyph that follows; mostly negative.
    pub kern: i32,
}

/// Both fonts of a notice.
pub struct Family<'a> {
    /// Running text.
    pub regular: Font<'a>,
    /// Titles, terms and emphasis.
    pub bold: Font<'a>,
    /// Where words can be hyphenated, for the words looked up so far: a notice repeats its words.
    pub hyphenation: hyphen::Cache,
}

impl<'a> Family<'a> {
    /// Two fonts, and no word looked up yet.
    pub fn new(regular: Font<'a>, bold: Font<'a>) -> Self {
        Self { regular, bold, hyphenation: hyphen::Cache::default() }
    }

    /// The font of a weight.
    pub const fn get(&self, weight: Weight) -> &Font<'a> {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }
}

/// The glyphs of all characters below this are looked up when the font is read: Latin, Greek and Cyrillic.
const COMMON: u32 = 0x530;

/// A font that has been read.
pub struct Font<'a> {
    /// The TrueType file.
    pub data: &'a [u8],
    face: Face<'a>,
    /// The glyphs of the characters below [`COMMON`].
    common: Vec<Option<Glyph>>,
    pairs: Vec<Vec<PairAdjustment<'a>>>,
    /// The kerning of the pairs looked up so far.
    kerns: RefCell<HashMap<(u16, u16), i32>>,
}

impl<'a> Font<'a> {
    /// Reads a font; `None` when the bytes are not a font with outlines.
    pub fn parse(data: &'a [u8]) -> Option<Self> {
        let face = Face::parse(data, 0).ok()?;
        face.tables().cmap?;
        let mut font =
            Self { data, pairs: pairs(&face), face, common: Vec::new(), kerns: RefCell::new(HashMap::new()) };
        font.common = (0..COMMON).map(|code| char::from_u32(code).and_then(|ch| font.look_up(ch))).collect();
        Some(font)
    }

    /// The glyph that shows a character; `None` when the font has none.
    pub fn glyph(&self, ch: char) -> Option<Glyph> {
        match self.common.get(ch as usize) {
            Some(glyph) => *glyph,
            None => self.look_up(ch),
        }
    }

    /// The kerning between two glyphs, by their numbers; mostly zero or negative.
    pub fn kern(&self, left: u16, right: u16) -> i32 {
        if let Some(kern) = self.kerns.borrow().get(&(left, right)) {
            return *kern;
        }
        let (first, second) = (GlyphId(left), GlyphId(right));
        let kern =
            self.pairs.iter().filter_map(|lookup| lookup.iter().find_map(|pair| adjust(pair, first, second)));
        let kern = self.scale(kern.map(i32::from).sum());
        self.kerns.borrow_mut().insert((left, right), kern);
        kern
    }

    /// How far letters reach above the baseline.
    pub fn ascent(&self) -> i32 {
        self.scale(self.face.ascender().into())
    }

    /// How far letters reach below the baseline, as a negative number.
    pub fn descent(&self) -> i32 {
        self.scale(self.face.descender().into())
    }

    /// The box that holds every glyph: left, bottom, right, top.
    pub fn bounds(&self) -> [i32; 4] {
        let bounds = self.face.global_bounding_box();
        [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max].map(|edge| self.scale(edge.into()))
    }

    /// The weight class: 400 for regular, 700 for bold.
    pub fn weight(&self) -> u16 {
        self.face.weight().to_number()
    }

    fn look_up(&self, ch: char) -> Option<Glyph> {
        let id = self.face.glyph_index(ch).filter(|id| id.0 != 0)?;
        let advance = self.scale(self.face.glyph_hor_advance(id).unwrap_or_default().into());
        Some(Glyph { ch, id: id.0, advance, kern: 0 })
    }

    /// Font units to 1/1000, rounded: the file gives widths as whole numbers, and ours must be the same.
    fn scale(&self, units: i32) -> i32 {
        let per_em = i32::from(self.face.units_per_em()).max(1);
        let scaled = i64::from(units) * 1000 + i64::from(per_em / 2);
        i32::try_from(scaled.div_euclid(per_em.into())).unwrap_or_default()
    }
}

/// The pair tables of the font's `kern` feature, grouped by lookup, in the order in which lookups apply.
fn pairs<'a>(face: &Face<'a>) -> Vec<Vec<PairAdjustment<'a>>> {
    let Some(gpos) = face.tables().gpos else { return Vec::new() };
    let kern = gpos.features.into_iter().filter(|feature| feature.tag == Tag::from_bytes(b"kern"));
    let mut lookups: Vec<u16> = kern.flat_map(|feature| feature.lookup_indices).collect();
    lookups.sort_unstable();
    lookups.dedup();
    let subtables = lookups.into_iter().filter_map(|at| gpos.lookups.get(at)).map(|lookup| {
        let pairs =
            lookup.subtables.into_iter::<PositioningSubtable>().filter_map(|subtable| match subtable {
                PositioningSubtable::Pair(pair) => Some(pair),
                _ => None,
            });
        pairs.collect()
    });
    subtables.collect()
}

/// The kerning that one subtable gives a pair; `None` when it does not have the pair and the next one is asked.
fn adjust(pair: &PairAdjustment<'_>, left: GlyphId, right: GlyphId) -> Option<i16> {
    let at = pair.coverage().get(left)?;
    let (first, _) = match pair {
        PairAdjustment::Format1 { sets, .. } => sets.get(at)?.get(right)?,
        PairAdjustment::Format2 { classes, matrix, .. } => {
            matrix.get((classes.0.get(left), classes.1.get(right)))?
        }
    };
    Some(first.x_advance)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::pdf::tests::REGULAR;

    #[test]
    fn the_letters_of_three_languages_are_there() {
        let font = Font::parse(REGULAR).unwrap();
        for ch in "aåäöÅÄÖšžé€–—”’…§•\u{A0}\u{AD}\u{2011}\u{FFFD}".chars() {
            assert!(font.glyph(ch).is_some_and(|glyph| glyph.ch == ch && glyph.advance > 0), "{ch:?}");
        }
        assert_eq!(font.glyph('\u{5D0}'), None);
    }

    #[test]
    fn no_two_characters_that_we_set_share_a_glyph() {
        // Copying text out of a PDF goes from glyph to character: a shared glyph would copy as the wrong one.
        let font = Font::parse(REGULAR).unwrap();
        let mut seen = HashMap::new();
        for ch in (' '..='\u{17F}').chain("–—‘’‚“”„•…‑€™−".chars()) {
            if let Some(glyph) = font.glyph(ch) {
                assert_eq!(seen.insert(glyph.id, ch), None, "{ch:?}");
            }
        }
    }

    #[test]
    fn a_capital_t_stands_closer_to_an_o() {
        let font = Font::parse(REGULAR).unwrap();
        let id = |ch| font.glyph(ch).unwrap().id;
        assert!(font.kern(id('T'), id('o')) < 0);
        assert_eq!(font.kern(id('n'), id('n')), 0);
    }

    #[test]
    fn what_is_no_font_is_refused() {
        assert!(Font::parse(b"").is_none());
        assert!(Font::parse(b"<!doctype html>").is_none());
        assert!(Font::parse(REGULAR.get(..1000).unwrap()).is_none());
    }
}
