//! The running header, from a notice's second page on, and the footer with the page number.
//!
//! Knows: the margins, the notice's title and firm. Does not know: what else is on the page.

use super::font::{Family, Glyph, Weight};
use super::line::Hyphens;
use super::page::{HEIGHT, Ink, Item, MARGIN, Owner, Run, Shape, TEXT_WIDTH};
use super::text;
use super::typesetter::{Look, points};
use crate::document::Document;
use std::collections::BTreeSet;

const SMALL: Look =
    Look { weight: Weight::Regular, ink: Ink::Muted, size: 8.0, leading: 11.0, hyphens: Hyphens::Never };
const DRAFT: Look = Look { weight: Weight::Bold, ink: Ink::Draft, ..SMALL };

/// Draws header and footer.
pub struct Furniture<'a> {
    /// The notice.
    pub document: &'a Document,
    /// Its fonts.
    pub family: &'a Family<'a>,
    /// Collects the characters that the fonts lack.
    pub missing: &'a mut BTreeSet<char>,
}

impl Furniture<'_> {
    /// Adds header and footer to the pages of one notice. `before`: the number of pages in the file before these.
    /// `count`: the number of pages in the file.
    pub fn draw(mut self, pages: &mut [Vec<Item>], before: usize, count: usize) {
        const HEAD_LINE: f32 = 40.0;
        const FOOT_LINE: f32 = HEIGHT - 34.0;
        let Document { title, firm, labels, .. } = self.document;
        let draft = self.set(&labels.draft.to_uppercase(), DRAFT.weight, TEXT_WIDTH / 3.0);
        let named: Vec<&str> =
            [firm, title].into_iter().map(|text| text.trim()).filter(|text| !text.is_empty()).collect();
        let head = self.set(&named.join("  ·  "), Weight::Regular, TEXT_WIDTH * 0.64);
        for (at, page) in pages.iter_mut().enumerate() {
            if at > 0 {
                page.push(run(&head, SMALL, Side::Left, HEAD_LINE, Owner::Header));
                page.push(run(&draft, DRAFT, Side::Right, HEAD_LINE, Owner::Header));
            }
            let number = format!("{} {} / {count}", labels.page, before + at + 1);
            let number = self.set(&number, Weight::Regular, TEXT_WIDTH);
            page.push(run(&number, SMALL, Side::Right, FOOT_LINE, Owner::Footer));
            page.retain(|item| !matches!(&item.shape, Shape::Run(run) if run.glyphs.is_empty()));
        }
    }

    /// Sets one line of small type, which ends in "…" where the text is wider than `width` points.
    fn set(&mut self, text: &str, weight: Weight, width: f32) -> Vec<Glyph> {
        let font = self.family.get(weight);
        let mut glyphs: Vec<Glyph> = Vec::new();
        let mut wide = 0;
        let spaced = |ch| if ch == '\n' { ' ' } else { ch };
        for ch in text::clean(text.trim())
            .map(spaced)
            .filter(|ch| !matches!(ch, '\u{AD}' | '\u{200B}' | '\u{2060}'))
        {
            let glyph = text::glyph(font, ch, self.missing);
            if let Some(last) = glyphs.last_mut() {
                last.kern = font.kern(last.id, glyph.id);
                wide += i64::from(last.kern);
            }
            wide += i64::from(glyph.advance);
            glyphs.push(glyph);
            if points(wide, SMALL.size) > width {
                glyphs.truncate(glyphs.len().saturating_sub(2));
                if let Some(last) = glyphs.last_mut() {
                    last.kern = 0;
                }
                glyphs.push(text::glyph(font, '…', self.missing));
                break;
            }
        }
        glyphs
    }
}

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

fn run(glyphs: &[Glyph], look: Look, side: Side, y: f32, owner: Owner) -> Item {
    let width = points(glyphs.iter().map(|glyph| i64::from(glyph.advance + glyph.kern)).sum(), look.size);
    let x = match side {
        Side::Left => MARGIN,
        Side::Right => MARGIN + TEXT_WIDTH - width,
    };
    let Look { size, weight, ink, .. } = look;
    let run = Run { x, y, size, weight, ink, glyphs: glyphs.to_vec(), width, link: None };
    Item { owner, shape: Shape::Run(run) }
}
