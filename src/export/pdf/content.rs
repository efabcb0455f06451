//! The drawing of one page, in the operators of ISO 32000-1, annex A.
//!
//! Knows: operators, and which colour and font are still set from the item before. Does not know: objects, files, how text
//! was laid out. Written as bytes at once: through a library's operators it would take a fifth of the whole export.

use super::font::Weight;
use super::page::{HEIGHT, Ink, Item, Layout, Owner, Role, Run, Shape};
use super::tags::Marks;
use crate::export::code::Code;
use std::collections::HashMap;
use std::fmt::Write as _;

/// A font that pages draw with.
pub struct PageFont {
    /// Its resource name in the file.
    pub name: &'static str,
    /// The glyph of each character: its number in the embedded font, which has only the glyphs in use.
    pub glyphs: HashMap<char, u16>,
}

/// Draws the items of a page, and notes in `marks` what belongs to which element. `fonts`: regular and bold.
pub fn draw(
    layout: &Layout,
    items: &[Item],
    page: usize,
    fonts: &[PageFont; 2],
    marks: &mut Marks,
) -> Vec<u8> {
    let out = Bytes(Vec::with_capacity(items.len() * 100));
    let mut content = Content { out, fonts, fill: None, stroke: None, font: None };
    // Neighbours of one owner share one pair of BDC and EMC.
    for group in items.chunk_by(|a, b| a.owner == b.owner) {
        let Some(first) = group.first() else { continue };
        let _ = match first.owner {
            Owner::Element(element) => {
                let role = layout.elements.get(element).map_or(Role::Paragraph, |element| element.role);
                let mark = marks.content(element, page);
                writeln!(content.out, "/{} <</MCID {mark}>> BDC", role.tag())
            }
            Owner::Artifact => writeln!(content.out, "/Artifact BMC"),
            Owner::Header => writeln!(content.out, "/Artifact <</Type /Pagination /Subtype /Header>> BDC"),
            Owner::Footer => writeln!(content.out, "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"),
        };
        for item in group {
            content.item(item);
            if let Shape::Run(run) = &item.shape
                && let Some(link) = run.link
            {
                marks.link(link, page, run);
            }
        }
        content.out.push_str("EMC\n");
    }
    content.out.0
}

/// The drawing as bytes: operators are text, but the glyphs between them are not UTF-8.
struct Bytes(Vec<u8>);

impl Bytes {
    fn push_str(&mut self, text: &str) {
        self.0.extend_from_slice(text.as_bytes());
    }
}

impl std::fmt::Write for Bytes {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.push_str(text);
        Ok(())
    }
}

/// The drawing so far, and what is set at its end: an operator that would change nothing is left out.
struct Content<'a> {
    out: Bytes,
    fonts: &'a [PageFont; 2],
    fill: Option<Ink>,
    stroke: Option<Ink>,
    font: Option<(Weight, f32)>,
}

impl Content<'_> {
    fn item(&mut self, item: &Item) {
        match &item.shape {
            Shape::Run(run) => self.text(run),
            Shape::Rule { x, y, width, thickness, ink } => {
                self.stroke(*ink);
                let (right, y) = (x + width, HEIGHT - y);
                self.put(&[*thickness], "w");
                self.put(&[*x, y], "m");
                self.put(&[right, y], "l");
                self.out.push_str("S\n");
            }
            Shape::Panel { x, y, width, height, ink, edge } => {
                self.fill(*ink);
                if let Some(edge) = edge {
                    self.stroke(*edge);
                    self.put(&[0.5], "w");
                }
                self.put(&[*x, HEIGHT - y - height, *width, *height], "re");
                self.out.push_str(if edge.is_some() { "B\n" } else { "f\n" });
            }
            Shape::Code { x, y, square, squares } => self.code(*x, *y, *square, squares),
        }
    }

    /// A QR code. All its dark squares are filled by one operator, so that no seam is seen between two of them.
    fn code(&mut self, left: f32, top: f32, square: f32, squares: &Code) {
        self.fill(Ink::Text);
        for [column, row, count] in squares.bars() {
            let x = left + f32::from(column) * square;
            let y = HEIGHT - (top + f32::from(row) * square) - square;
            self.put(&[x, y, f32::from(count) * square, square], "re");
        }
        self.out.push_str("f\n");
    }

    fn text(&mut self, run: &Run) {
        self.fill(run.ink);
        let [regular, bold] = self.fonts;
        let PageFont { name, glyphs } = if run.weight == Weight::Bold { bold } else { regular };
        self.out.push_str("BT\n");
        #[allow(clippy::float_cmp, reason = "the same size is the same constant")]
        if self.font.is_none_or(|(weight, size)| weight != run.weight || size != run.size) {
            let _ = write!(self.out, "/{name} ");
            self.put(&[run.size], "Tf");
            self.font = Some((run.weight, run.size));
        }
        self.put(&[run.x, HEIGHT - run.y], "Td");
        self.out.push_str("[(");
        for (at, glyph) in (1..).zip(&run.glyphs) {
            self.glyph(glyphs.get(&glyph.ch).copied().unwrap_or_default());
            if glyph.kern != 0 && at < run.glyphs.len() {
                let _ = write!(self.out, "){}(", -glyph.kern);
            }
        }
        self.out.push_str(")] TJ\nET\n");
    }

    /// A glyph as two bytes of a literal string: half the length of hexadecimal digits, and less to compress.
    fn glyph(&mut self, glyph: u16) {
        for byte in glyph.to_be_bytes() {
            match byte {
                b'(' | b')' | b'\\' => self.out.0.extend([b'\\', byte]),
                // In a literal string a bare carriage return means a line feed (ISO 32000-1, 7.3.4.2).
                b'\r' => self.out.push_str("\\r"),
                _ => self.out.0.push(byte),
            }
        }
    }

    fn fill(&mut self, ink: Ink) {
        if self.fill != Some(ink) {
            self.color(ink, "g", "rg");
            self.fill = Some(ink);
        }
    }

    fn stroke(&mut self, ink: Ink) {
        if self.stroke != Some(ink) {
            self.color(ink, "G", "RG");
            self.stroke = Some(ink);
        }
    }

    fn color(&mut self, ink: Ink, grey: &str, color: &str) {
        let [r, g, b] = ink.rgb();
        #[allow(clippy::float_cmp, reason = "a grey is written with three equal constants")]
        let is_grey = r == g && g == b;
        // Colours are given in thousandths; lengths need no more than hundredths.
        let channels = if is_grey { &[r][..] } else { &[r, g, b] };
        for channel in channels {
            let _ = write!(self.out, "{} ", (channel * 1000.0).round() / 1000.0);
        }
        self.out.push_str(if is_grey { grey } else { color });
        self.out.push_str("\n");
    }

    /// Writes an operator after its lengths, which are rounded to hundredths of a point: finer than any printer.
    fn put(&mut self, lengths: &[f32], operator: &str) {
        for length in lengths {
            hundredths(*length, &mut self.out);
            self.out.push_str(" ");
        }
        self.out.push_str(operator);
        self.out.push_str("\n");
    }
}

/// Writes a length with at most two decimals: takes half the time of the standard library's formatting.
fn hundredths(length: f32, out: &mut Bytes) {
    #[allow(clippy::cast_possible_truncation, reason = "nothing lies so far outside a page")]
    let units = (length * 100.0).round() as i32;
    if units < 0 {
        out.push_str("-");
    }
    let (whole, rest) = (units.unsigned_abs() / 100, units.unsigned_abs() % 100);
    let _ = match (rest, rest % 10) {
        (0, _) => write!(out, "{whole}"),
        (_, 0) => write!(out, "{whole}.{}", rest / 10),
        _ => write!(out, "{whole}.{rest:02}"),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_short() {
        for (length, written) in
            [(0.0, "0"), (12.0, "12"), (9.5, "9.5"), (0.05, "0.05"), (-1.256, "-1.26"), (595.28, "595.28")]
        {
            let mut out = Bytes(Vec::new());
            hundredths(length, &mut out);
            assert_eq!(out.0, written.as_bytes());
        }
    }
}
