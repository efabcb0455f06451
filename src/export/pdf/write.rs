//! Layout as a PDF file: the fonts in use, and the drawing of every item.
//!
//! Knows: printpdf. Does not know: how the layout came about, or the document's catalogue (that is `finish`).

use super::PdfError;
use super::finish;
use super::font::{Family, Font, Weight};
use super::page::{HEIGHT, Ink, Item, Layout, Owner, Role, Run, Shape};
use super::squeeze::Kept;
use super::tags::Marks;
use crate::document::Document;
use crate::export::code::Code;
use printpdf::{
    Color, DictItem, FontId, FontMetrics, Greyscale, Line, LinePoint, Mm, Op, PaintMode, ParsedFont,
    PdfDocument, PdfFont, PdfFontHandle, PdfFontMetricsStub, PdfPage, PdfSaveOptions, Point, Polygon,
    PolygonRing, Pt, Rect, Rgb, TextItem, TextMatrix, WindingOrder,
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
) -> Result<Vec<u8>, PdfError> {
    let mut pdf = PdfDocument::new("");
    for weight in [Weight::Regular, Weight::Bold] {
        if let Some(font) = embed(layout, family.get(weight), weight)? {
            pdf.resources.fonts.map.insert(id(weight), PdfFont::new(font));
        }
    }
    let mut marks = Marks::new(layout);
    for (at, items) in layout.pages.iter().enumerate() {
        pdf.pages.push(PdfPage::new(
            Mm(210.0),
            Mm(297.0),
            Sheet::default().draw(layout, items, at, &mut marks),
        ));
    }
    // Fonts are subset already, and printpdf knows no text here that it could drop.
    let options =
        PdfSaveOptions { optimize: false, subset_fonts: false, secure: true, image_optimization: None };
    let file = pdf.to_lopdf_document(&options, &mut Vec::new());
    finish::finish(file, document, layout, &marks, kept)
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
fn embed(layout: &Layout, font: &Font<'_>, weight: Weight) -> Result<Option<ParsedFont>, PdfError> {
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
    let placed = |glyph: u16| remapper.get(glyph).unwrap_or_default();
    let short = |measure: i32| i16::try_from(measure).unwrap_or_default();
    let [x_min, y_min, x_max, y_max] = font.bounds().map(short);
    Ok(Some(ParsedFont {
        font_name: Some(format!("{}+{}", tag(&bytes), name(weight))),
        original_bytes: bytes,
        font_index: 0,
        codepoint_to_glyph: used.values().map(|glyph| (u32::from(glyph.ch), placed(glyph.id))).collect(),
        glyph_widths: used
            .values()
            .map(|glyph| (placed(glyph.id), u16::try_from(glyph.advance).unwrap_or_default()))
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
    let mut hash = finish::hash(bytes, finish::SEED);
    let letters = std::iter::repeat_with(|| {
        let letter = u8::try_from(hash % 26).unwrap_or_default();
        hash /= 26;
        char::from(b'A' + letter)
    });
    letters.take(6).collect()
}

/// The operators of one page, and the colours that are set so far.
#[derive(Default)]
struct Sheet {
    ops: Vec<Op>,
    fill: Option<Ink>,
    stroke: Option<Ink>,
}

impl Sheet {
    /// Draws items, each stretch of one owner between marks.
    fn draw(mut self, layout: &Layout, items: &[Item], page: usize, marks: &mut Marks) -> Vec<Op> {
        for stretch in items.chunk_by(|a, b| a.owner == b.owner) {
            let Some(first) = stretch.first() else { continue };
            self.ops.push(match first.owner {
                Owner::Element(element) => {
                    let role = layout.elements.get(element).map_or(Role::Paragraph, |element| element.role);
                    let mark = i64::try_from(marks.content(element, page)).unwrap_or_default();
                    marked(role.tag(), [("MCID", DictItem::Int(mark))])
                }
                Owner::Artifact => Op::BeginMarkedContent { tag: "Artifact".into() },
                Owner::Header => pagination("Header"),
                Owner::Footer => pagination("Footer"),
            });
            for item in stretch {
                match &item.shape {
                    Shape::Run(run) => {
                        self.text(run);
                        if let Some(link) = run.link {
                            marks.link(link, page, run);
                        }
                    }
                    Shape::Rule { x, y, width, thickness, ink } => {
                        self.stroke(*ink);
                        self.ops.push(Op::SetOutlineThickness { pt: Pt(*thickness) });
                        let points = vec![point(*x, *y), point(x + width, *y)];
                        self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
                    }
                    Shape::Panel { x, y, width, height, ink, edge } => {
                        self.fill(*ink);
                        if let Some(edge) = edge {
                            self.stroke(*edge);
                            self.ops.push(Op::SetOutlineThickness { pt: Pt(0.5) });
                        }
                        let mode = if edge.is_some() { PaintMode::FillStroke } else { PaintMode::Fill };
                        let rectangle = Rect {
                            x: Pt(round(*x)),
                            y: Pt(round(HEIGHT - y - height)),
                            width: Pt(round(*width)),
                            height: Pt(round(*height)),
                            mode: Some(mode),
                            winding_order: None,
                        };
                        self.ops.push(Op::DrawRectangle { rectangle });
                    }
                    Shape::Code { x, y, square, squares } => self.code(*x, *y, *square, squares),
                }
            }
            self.ops.push(Op::EndMarkedContent);
        }
        self.ops
    }

    fn text(&mut self, run: &Run) {
        self.fill(run.ink);
        self.ops.push(Op::StartTextSection);
        self.ops.push(Op::SetFont { font: PdfFontHandle::External(id(run.weight)), size: Pt(run.size) });
        let matrix = TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, round(run.x), round(HEIGHT - run.y)]);
        self.ops.push(Op::SetTextMatrix { matrix });
        let mut items = Vec::new();
        let mut text = String::new();
        for (at, glyph) in (1..).zip(&run.glyphs) {
            text.push(glyph.ch);
            if glyph.kern != 0 && at < run.glyphs.len() {
                items.push(TextItem::Text(std::mem::take(&mut text)));
                #[allow(clippy::cast_precision_loss, reason = "a kern is a few hundred at most")]
                items.push(TextItem::Offset(-(glyph.kern as f32)));
            }
        }
        if !text.is_empty() {
            items.push(TextItem::Text(text));
        }
        self.ops.push(Op::ShowText { items });
        self.ops.push(Op::EndTextSection);
    }

    /// The dark squares, those that stand side by side as one rectangle, and all of them filled at once.
    fn code(&mut self, left: f32, top: f32, square: f32, squares: &Code) {
        self.fill(Ink::Text);
        let bars = squares.bars().map(|[column, row, count]| {
            let (x, y) = (left + f32::from(column) * square, top + f32::from(row) * square);
            let (right, bottom) = (x + f32::from(count) * square, y + square);
            let corners = [(x, y), (right, y), (right, bottom), (x, bottom)];
            PolygonRing { points: corners.into_iter().map(|(x, y)| point(x, y)).collect() }
        });
        let polygon =
            Polygon { rings: bars.collect(), mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    fn fill(&mut self, ink: Ink) {
        if self.fill != Some(ink) {
            self.ops.push(Op::SetFillColor { col: color(ink) });
            self.fill = Some(ink);
        }
    }

    fn stroke(&mut self, ink: Ink) {
        if self.stroke != Some(ink) {
            self.ops.push(Op::SetOutlineColor { col: color(ink) });
            self.stroke = Some(ink);
        }
    }
}

fn marked<const N: usize>(tag: &str, properties: [(&str, DictItem); N]) -> Op {
    let map = properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties: DictItem::Dict { map } }
}

fn pagination(kind: &str) -> Op {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    marked("Artifact", [("Type", name("Pagination")), ("Subtype", name(kind))])
}

fn point(x: f32, y: f32) -> LinePoint {
    LinePoint { p: Point { x: Pt(round(x)), y: Pt(round(HEIGHT - y)) }, bezier: false }
}

fn color(ink: Ink) -> Color {
    let [r, g, b] = ink.rgb();
    #[allow(clippy::float_cmp, reason = "a grey is written with three equal constants")]
    if r == g && g == b {
        Color::Greyscale(Greyscale { percent: r, icc_profile: None })
    } else {
        Color::Rgb(Rgb { r, g, b, icc_profile: None })
    }
}

/// A hundredth of a point is finer than any printer, and shorter in the file.
pub fn round(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}
