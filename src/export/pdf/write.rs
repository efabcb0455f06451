//! Layout as a PDF file: the fonts in use, and the pages.
//!
//! Knows: printpdf. Does not know: how the layout came about, how items are drawn (that is `content`), or the document's
//! catalogue (that is `finish`).

use super::PdfError;
use super::content::{self, Pens, Placed};
use super::finish;
use super::font::{Family, Font, Weight};
use super::page::{Layout, Shape};
use super::squeeze::Kept;
use super::tags::Marks;
use crate::document::Document;
use crate::fingerprint::fingerprint;
use printpdf::{
    FontId, FontMetrics, Mm, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfFontMetricsStub,
    PdfPage, PdfSaveOptions, Pt, TextItem,
};
use std::collections::BTreeMap;

/// Writes laid-out pages.
///
/// # Errors
/// [`PdfError::Font`] when a font cannot be reduced to the glyphs in use; [`PdfError::Writer`] when the file
/// cannot be put together.
pub fn write(
    document: &Document,
    layout: &Layout,
    family: &Family<'_>,
    kept: &Kept,
    draft: Option<&str>,
) -> Result<Vec<u8>, PdfError> {
    let mut pdf = PdfDocument::new("");
    let mut placed = [Placed::new(), Placed::new()];
    for (weight, placed) in [Weight::Regular, Weight::Bold].into_iter().zip(&mut placed) {
        if let Some(font) = embed(layout, family.get(weight), weight, placed)? {
            pdf.resources.fonts.map.insert(id(weight), PdfFont::new(font));
        }
    }
    let mut marks = Marks::new(layout);
    let [regular, bold] = &placed;
    let pens = Pens { fonts: [(name(Weight::Regular), regular), (name(Weight::Bold), bold)] };
    let pages = layout.pages.iter().enumerate();
    let drawn: Vec<Vec<u8>> =
        pages.map(|(at, items)| content::draw(layout, items, at, &pens, &mut marks)).collect();
    // printpdf gets pages without content, and each its own drawing afterwards. It only takes along what it sees in
    // use: the first page names every glyph once.
    pdf.pages.extend(drawn.iter().map(|_| PdfPage::new(Mm(210.0), Mm(297.0), Vec::new())));
    if let Some(first) = pdf.pages.first_mut() {
        first.ops = [Weight::Regular, Weight::Bold].into_iter().zip(&placed).flat_map(specimen).collect();
    }
    // Fonts are subset already, and printpdf knows no text here that it could drop.
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    let file = pdf.to_lopdf_document(&options, &mut Vec::new());
    finish::finish(file, document, layout, &marks, drawn, kept, draft)
}

/// Every glyph of a font.
fn specimen((weight, placed): (Weight, &Placed)) -> [Op; 4] {
    let mut text: Vec<char> = placed.keys().copied().collect();
    text.sort_unstable();
    [
        Op::StartTextSection,
        Op::SetFont { font: PdfFontHandle::External(id(weight)), size: Pt(1.0) },
        Op::ShowText { items: vec![TextItem::Text(text.into_iter().collect())] },
        Op::EndTextSection,
    ]
}

/// The name of a font in the file. Not `F1`, which printpdf takes for one of the fonts that every reader has.
fn id(weight: Weight) -> FontId {
    FontId(name(weight).to_owned())
}

const fn name(weight: Weight) -> &'static str {
    match weight {
        Weight::Regular => "NotoSans-Regular",
        Weight::Bold => "NotoSans-Bold",
    }
}

/// A font with only the glyphs in use; `None` when none of it is.
fn embed(
    layout: &Layout,
    font: &Font<'_>,
    weight: Weight,
    places: &mut Placed,
) -> Result<Option<ParsedFont>, PdfError> {
    // By character and not by glyph: what a reader copies is looked up by glyph, and each must name its own.
    let mut used = BTreeMap::new();
    for item in layout.pages.iter().flatten() {
        if let Shape::Run(run) = &item.shape
            && run.weight == weight
        {
            used.extend(run.glyphs.iter().map(|glyph| (glyph.ch, *glyph)));
        }
    }
    if used.is_empty() {
        return Ok(None);
    }
    let mut glyphs: Vec<u16> = used.values().map(|glyph| glyph.id).collect();
    glyphs.sort_unstable();
    glyphs.dedup();
    let remapper = subsetter::GlyphRemapper::new_from_glyphs_sorted(&glyphs);
    let bytes = subsetter::subset(font.data, 0, &remapper).map_err(|_| PdfError::Font)?;
    let moved = |glyph: u16| remapper.get(glyph).unwrap_or_default();
    places.extend(used.values().map(|glyph| (glyph.ch, moved(glyph.id))));
    let short = |measure: i32| i16::try_from(measure).unwrap_or_default();
    let [x_min, y_min, x_max, y_max] = font.bounds().map(short);
    Ok(Some(ParsedFont {
        font_name: Some(format!("{}+{}", tag(&bytes), name(weight))),
        original_bytes: bytes,
        font_index: 0,
        codepoint_to_glyph: used.values().map(|glyph| (u32::from(glyph.ch), moved(glyph.id))).collect(),
        glyph_widths: used
            .values()
            .map(|glyph| (moved(glyph.id), u16::try_from(glyph.advance).unwrap_or_default()))
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
    }))
}

/// The six letters that say that a font is a subset, and which: taken from its content, not from chance.
fn tag(bytes: &[u8]) -> String {
    let mut hash = fingerprint(bytes);
    let letters = std::iter::repeat_with(|| {
        let letter = u8::try_from(hash % 26).unwrap_or_default();
        hash /= 26;
        char::from(b'A' + letter)
    });
    letters.take(6).collect()
}

/// A hundredth of a point is finer than any printer, and shorter in the file.
pub fn round(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}
