//! Fonts in the file: each is reduced to the glyphs in use, and printpdf writes the objects that describe it.
//!
//! The only file that names printpdf. Taken from it: a file with a catalogue and a tree of pages, and for each font its
//! objects (font file, descriptor, widths, and the table by which a reader copies text). They are many, and a mistake in
//! them shows only in some readers. All else is our own, because printpdf has no tags, no PDF/A and no fixed bytes: what
//! is drawn (`content`), what the file says of itself (`finish`), how it is saved (`save`).
//! printpdf also brings what is never used: exported functions in any wasm module that links it, with the parser and SVG
//! code that they reach, a CMYK profile, and a font reader with brotli's dictionary. `.ci/slim-worker` takes them out of
//! the built worker; whoever updates printpdf checks both.

use super::content::PageFont;
use super::font::{Family, Font, Glyph, Weight};
use super::page::{Layout, Shape};
use crate::fingerprint::fingerprint;
use lopdf::Document as File;
use printpdf::{
    FontId, FontMetrics, Mm, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfFontMetricsStub,
    PdfPage, PdfSaveOptions, Pt, TextItem,
};
use std::collections::{BTreeMap, HashMap};

/// A file with as many pages as the layout, still blank, and the fonts that they may draw with: regular and bold. `None`
/// when a font cannot be reduced to the glyphs in use.
pub fn embed(layout: &Layout, family: &Family<'_>) -> Option<(File, [PageFont; 2])> {
    let mut pdf = PdfDocument::new("");
    let mut specimen = Vec::new();
    let mut add = |weight: Weight| {
        let used = used(layout, weight);
        let mut page_font = PageFont { name: name(weight), glyphs: HashMap::new() };
        if !used.is_empty() {
            let font = subset(family.get(weight), &used, &mut page_font)?;
            pdf.resources.fonts.map.insert(id(weight), PdfFont::new(font));
        }
        specimen.extend([
            Op::StartTextSection,
            Op::SetFont { font: PdfFontHandle::External(id(weight)), size: Pt(1.0) },
            Op::ShowText { items: vec![TextItem::Text(used.into_keys().collect())] },
            Op::EndTextSection,
        ]);
        Some(page_font)
    };
    let fonts = [add(Weight::Regular)?, add(Weight::Bold)?];
    pdf.pages.extend(layout.pages.iter().map(|_| PdfPage::new(Mm(210.0), Mm(297.0), Vec::new())));
    // printpdf embeds only the glyphs that it sees drawn: so the first page draws each of them once. `finish` puts the
    // real content in the place of this page's.
    if let Some(first) = pdf.pages.first_mut() {
        first.ops = specimen;
    }
    // Nothing to optimize: the fonts are subset already, and the specimen is thrown away.
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    Some((pdf.to_lopdf_document(&options, &mut Vec::new()), fonts))
}

/// The font's resource name in the file. Not `F1`, which printpdf takes for one of the fonts that every reader has.
fn id(weight: Weight) -> FontId {
    FontId(name(weight).to_owned())
}

const fn name(weight: Weight) -> &'static str {
    match weight {
        Weight::Regular => "NotoSans-Regular",
        Weight::Bold => "NotoSans-Bold",
    }
}

/// The glyphs in use, by character. By character and not by glyph number, because a reader copies text by going from the
/// glyph to its character.
fn used(layout: &Layout, weight: Weight) -> BTreeMap<char, Glyph> {
    let mut used = BTreeMap::new();
    for item in layout.pages.iter().flatten() {
        if let Shape::Run(run) = &item.shape
            && run.weight == weight
        {
            used.extend(run.glyphs.iter().map(|glyph| (glyph.ch, *glyph)));
        }
    }
    used
}

/// The font with only the glyphs in use, which are numbered anew: `page_font` gets the new numbers.
fn subset(font: &Font<'_>, used: &BTreeMap<char, Glyph>, page_font: &mut PageFont) -> Option<ParsedFont> {
    let mut glyphs: Vec<u16> = used.values().map(|glyph| glyph.id).collect();
    glyphs.sort_unstable();
    glyphs.dedup();
    let remapper = subsetter::GlyphRemapper::new_from_glyphs_sorted(&glyphs);
    let bytes = subsetter::subset(font.data, 0, &remapper).ok()?;
    let new_id = |glyph: &Glyph| remapper.get(glyph.id).unwrap_or_default();
    page_font.glyphs = used.values().map(|glyph| (glyph.ch, new_id(glyph))).collect();
    let short = |measure: i32| i16::try_from(measure).unwrap_or_default();
    let [x_min, y_min, x_max, y_max] = font.bounds().map(short);
    Some(ParsedFont {
        font_name: Some(format!("{}+{}", tag(&bytes), page_font.name)),
        original_bytes: bytes,
        font_index: 0,
        codepoint_to_glyph: used.values().map(|glyph| (u32::from(glyph.ch), new_id(glyph))).collect(),
        glyph_widths: used
            .values()
            .map(|glyph| (new_id(glyph), u16::try_from(glyph.advance).unwrap_or_default()))
            .collect(),
        units_per_em: 1000,
        font_metrics: FontMetrics { ascent: short(font.ascent()), descent: short(font.descent()) },
        font_type: printpdf::font::FontType::TrueType,
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em: 1000,
            x_min,
            y_min,
            x_max,
            y_max,
            caret_slope_rise: 1,
            caret_slope_run: 0,
            us_weight_class: font.weight(),
        },
    })
}

/// The six letters that mark a font as a subset (ISO 32000-1, 9.6.4). Taken from its content and not from chance, so that
/// the same notice gives the same file.
fn tag(bytes: &[u8]) -> String {
    let mut hash = fingerprint(bytes);
    let letters = std::iter::repeat_with(|| {
        let letter = u8::try_from(hash % 26).unwrap_or_default();
        hash /= 26;
        char::from(b'A' + letter)
    });
    letters.take(6).collect()
}
