//! From the blocks of a section to strips: paragraphs, lists, definitions, boxes.
//!
//! Knows: the type sizes and spaces of running text. Does not know: pages.

use super::font::{Family, Weight};
use super::line::{Hyphens, Line, lines};
use super::page::{Element, Ink, Item, Layout, Link, Owner, Role, Run, Shape};
use super::strip::{Frame, Strip, gap_above, keep_all, keep_pairs};
use super::text::{Letter, Paragraph, Piece, Style};
use crate::document::{Block, Inline, is_safe_href, plain};
use crate::lang::Lang;
use std::collections::BTreeSet;

/// A way of setting text.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Which font.
    pub weight: Weight,
    /// Which colour.
    pub ink: Ink,
    /// The type size.
    pub size: f32,
    /// From one baseline to the next.
    pub leading: f32,
    /// Whether words are divided.
    pub hyphens: Hyphens,
}

impl Look {
    /// Running text.
    pub const BODY: Self =
        Self { weight: Weight::Regular, ink: Ink::Text, size: 9.5, leading: 13.2, hyphens: Hyphens::Sparing };
    /// A term that is explained beside it.
    const TERM: Self = Self { weight: Weight::Bold, ..Self::BODY };
    /// A heading inside a section.
    const HEADING: Self =
        Self { weight: Weight::Bold, ink: Ink::Accent, hyphens: Hyphens::Never, ..Self::BODY };
}

const PARA_GAP: f32 = 5.0;
const HEADING_GAP: f32 = 9.0;
const ITEM_GAP: f32 = 2.0;
const BOX_GAP: f32 = 5.0;
const BOX_SIDE: f32 = 9.0;
/// Text narrower than this is not set in any further.
const NARROWEST: f32 = 200.0;
const BULLET_INDENT: f32 = 11.0;
/// The share of the width that terms may take from what they stand for.
const TERM_SHARE: f32 = 0.36;
const COLUMN_GAP: f32 = 10.0;

/// Where a block stands: its left edge, its width, and the element that it is part of.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// The left edge.
    pub x: f32,
    /// The width.
    pub width: f32,
    /// The element that it is part of.
    pub parent: usize,
}

/// Sets blocks, and keeps what all of them share.
pub struct Setter<'a> {
    family: &'a Family<'a>,
    lang: Lang,
    /// The elements and links so far.
    pub layout: Layout,
    /// The heads of tables, for new pages.
    pub heads: Vec<Vec<Strip>>,
    /// What the fonts lack.
    pub missing: BTreeSet<char>,
    turn: usize,
    boxes: usize,
}

impl<'a> Setter<'a> {
    /// Begins with nothing but the root element.
    pub fn new(family: &'a Family<'a>, lang: Lang) -> Self {
        let root = Element { role: Role::Document, parent: None, lang: None };
        let layout = Layout { elements: vec![root], ..Layout::default() };
        Self { family, lang, layout, heads: Vec::new(), missing: BTreeSet::new(), turn: 0, boxes: 0 }
    }

    /// Adds an element.
    pub fn element(&mut self, role: Role, parent: usize) -> usize {
        self.layout.elements.push(Element { role, parent: Some(parent), lang: None });
        self.layout.elements.len() - 1
    }

    /// Sets the blocks of a section one below the other.
    pub fn blocks(&mut self, blocks: &[Block], place: Place) -> Vec<Strip> {
        let mut strips: Vec<Strip> = Vec::new();
        let mut after_heading = false;
        for block in blocks {
            let mut set = self.block(block, place);
            if after_heading && let Some(first) = set.first_mut() {
                first.keep = true;
                first.gap = ITEM_GAP;
            }
            after_heading = matches!(block, Block::Heading(_)) || (after_heading && set.is_empty());
            strips.append(&mut set);
        }
        strips
    }

    fn block(&mut self, block: &Block, place: Place) -> Vec<Strip> {
        match block {
            Block::Heading(inlines) => {
                let element = self.element(Role::Heading3, place.parent);
                let mut strips = self.inlines(inlines, element, Look::HEADING, place);
                keep_all(&mut strips);
                gap_above(&mut strips, HEADING_GAP);
                strips
            }
            Block::Para(inlines) => {
                let element = self.element(Role::Paragraph, place.parent);
                let mut strips = self.inlines(inlines, element, Look::BODY, place);
                gap_above(&mut strips, PARA_GAP);
                strips
            }
            Block::List(items) => self.list(items, place),
            Block::Table(table) => self.table(table, place),
            Block::DefinitionList(entries) => self.definitions(entries, place),
            Block::Box(blocks) => self.boxed(blocks, place),
        }
    }

    fn list(&mut self, items: &[Vec<Inline>], place: Place) -> Vec<Strip> {
        let mut strips = Vec::new();
        let list = self.element(Role::List, place.parent);
        let inner = Place { x: place.x + BULLET_INDENT, width: place.width - BULLET_INDENT, ..place };
        for inlines in items.iter().filter(|inlines| !plain(inlines).trim().is_empty()) {
            let item = self.element(Role::ListItem, list);
            let label = self.element(Role::Label, item);
            let body = self.element(Role::ListBody, item);
            let bullet = self.plain("•", label, Look::BODY, place);
            let mut set = self.inlines(inlines, body, Look::BODY, inner);
            if let (Some(first), Some(bullet)) = (set.first_mut(), bullet.into_iter().next()) {
                first.items.splice(0..0, bullet.items);
            }
            gap_above(&mut set, if strips.is_empty() { PARA_GAP - ITEM_GAP } else { ITEM_GAP });
            strips.append(&mut set);
        }
        strips
    }

    /// Terms in bold, and beside them what they stand for.
    pub fn definitions(&mut self, entries: &[(Vec<Inline>, Vec<Inline>)], place: Place) -> Vec<Strip> {
        let list = self.element(Role::Definitions, place.parent);
        let mut set = Vec::new();
        let mut widest: i64 = 0;
        for (term, value) in entries {
            let item = self.element(Role::ListItem, list);
            let (label, body) = (self.element(Role::Label, item), self.element(Role::ListBody, item));
            let term = self.paragraph(term, label, Look::TERM);
            widest = widest.max(measure(&term).natural);
            set.push((term, self.paragraph(value, body, Look::BODY)));
        }
        let left = (points(widest, Look::TERM.size) + 0.5).min(place.width * TERM_SHARE);
        let right = Place { x: place.x + left + COLUMN_GAP, width: place.width - left - COLUMN_GAP, ..place };
        let mut strips = Vec::new();
        for (term, value) in set {
            let term = self.text(&term, Look::TERM, place.x, left);
            let value = self.text(&value, Look::BODY, right.x, right.width);
            let mut row = beside([term, value]);
            gap_above(&mut row, if strips.is_empty() { PARA_GAP } else { ITEM_GAP });
            strips.append(&mut row);
        }
        strips
    }

    fn boxed(&mut self, blocks: &[Block], place: Place) -> Vec<Strip> {
        let parent = self.element(Role::Division, place.parent);
        // A box inside a box is set in from it, as long as there is room, and shares its frame.
        let side = if place.width > NARROWEST { BOX_SIDE } else { 0.0 };
        let inner = Place { x: place.x + side, width: place.width - 2.0 * side, parent };
        let mut strips = self.blocks(blocks, inner);
        self.boxes += 1;
        let frame = Frame { id: self.boxes, x: place.x, width: place.width };
        for strip in &mut strips {
            strip.boxed = Some(frame);
        }
        gap_above(&mut strips, BOX_GAP);
        strips
    }

    /// Sets text without markup.
    pub fn plain(&mut self, text: &str, element: usize, look: Look, place: Place) -> Vec<Strip> {
        let paragraph = self.paragraph(&[Inline::Text(text.to_owned())], element, look);
        self.text(&paragraph, look, place.x, place.width)
    }

    fn inlines(&mut self, inlines: &[Inline], element: usize, look: Look, place: Place) -> Vec<Strip> {
        let paragraph = self.paragraph(inlines, element, look);
        self.text(&paragraph, look, place.x, place.width)
    }

    /// Turns inlines into glyphs, and links and foreign words into elements.
    pub fn paragraph(&mut self, inlines: &[Inline], element: usize, look: Look) -> Paragraph {
        let base = Style { weight: look.weight, ink: look.ink, element, link: None, lang: self.lang };
        let mut pieces = Vec::new();
        for inline in inlines {
            let style = match inline {
                Inline::Strong(_) => Style { weight: Weight::Bold, ..base },
                Inline::Link { text, href } if is_safe_href(href) && !text.trim().is_empty() => {
                    let element = self.element(Role::Link, element);
                    self.layout.links.push(Link { href: href.clone(), text: text.clone(), element });
                    Style { ink: Ink::Link, element, link: Some(self.layout.links.len() - 1), ..base }
                }
                Inline::Lang { lang, .. } if *lang != self.lang => {
                    let element = self.element(Role::Span, element);
                    if let Some(span) = self.layout.elements.last_mut() {
                        span.lang = Some(*lang);
                    }
                    Style { element, lang: *lang, ..base }
                }
                Inline::Text(_) | Inline::Link { .. } | Inline::Lang { .. } => base,
            };
            pieces.push(Piece { text: inline.text(), style });
        }
        Paragraph::new(self.family, &pieces, &mut self.missing)
    }

    /// Breaks a paragraph into strips.
    pub fn text(&mut self, paragraph: &Paragraph, look: Look, x: f32, width: f32) -> Vec<Strip> {
        self.turn += 1;
        #[allow(
            clippy::cast_possible_truncation,
            reason = "a width in 1/1000 of the type size is some 60 000"
        )]
        let units = (width * 1000.0 / look.size) as i64;
        let lines = lines(paragraph, self.family, units.max(1), look.hyphens);
        let mut strips: Vec<Strip> =
            lines.iter().map(|line| Strip::new(look.leading, self.line(paragraph, line, look, x))).collect();
        keep_pairs(&mut strips);
        strips
    }

    fn line(&self, paragraph: &Paragraph, line: &Line, look: Look, x: f32) -> Vec<(usize, Item)> {
        let letters = paragraph.letters.get(line.letters.clone()).unwrap_or_default();
        let font = self.family.get(look.weight);
        let room = look.leading - points((font.ascent() - font.descent()).into(), look.size);
        let y = room / 2.0 + points(font.ascent().into(), look.size);
        let mut items = Vec::new();
        let mut x = x;
        let mut rest = letters;
        while let Some(first) = rest.first() {
            let count = rest.iter().take_while(|letter| letter.style == first.style).count();
            let (stretch, after) = rest.split_at_checked(count).unwrap_or((rest, &[]));
            rest = after;
            let Some(style) = paragraph.styles.get(first.style) else { continue };
            let run = self.run(stretch, *style, line.hyphen && rest.is_empty(), [x, y, look.size]);
            x += points(advance(&run), look.size);
            if run.glyphs.is_empty() {
                continue;
            }
            let owner = Owner::Element(style.element);
            if style.link.is_some() && run.width > 0.0 {
                let shape =
                    Shape::Rule { x: run.x, y: y + 1.4, width: run.width, thickness: 0.45, ink: Ink::Link };
                items.push((self.turn, Item { owner, shape }));
            }
            items.push((self.turn, Item { owner, shape: Shape::Run(run) }));
        }
        items
    }

    /// Letters of one style. A divided word ends in a soft hyphen, which copies as nothing.
    fn run(&self, letters: &[Letter], style: Style, hyphen: bool, [x, y, size]: [f32; 3]) -> Run {
        let seen = letters.iter().rposition(|letter| !letter.is_blank()).map_or(0, |last| last + 1);
        let mut glyphs: Vec<_> =
            letters.iter().filter(|letter| !letter.is_hidden()).map(|letter| letter.glyph).collect();
        let font = self.family.get(style.weight);
        if hyphen && let Some(mark) = font.glyph('\u{AD}').or_else(|| font.glyph('-')) {
            glyphs.push(mark);
        }
        let width =
            letters.iter().take(seen).map(|letter| i64::from(letter.glyph.advance + letter.glyph.kern)).sum();
        let width = points(width, size);
        Run { x, y, size, weight: style.weight, ink: style.ink, glyphs, width, link: style.link }
    }
}

fn advance(run: &Run) -> i64 {
    run.glyphs.iter().map(|glyph| i64::from(glyph.advance + glyph.kern)).sum()
}

/// From 1/1000 of the type size to points.
#[allow(clippy::cast_precision_loss, reason = "no line is so long that it would matter")]
pub fn points(units: i64, size: f32) -> f32 {
    units as f32 * size / 1000.0
}

/// How wide a paragraph wants to be and may be, in 1/1000 of the type size.
#[derive(Clone, Copy, Debug, Default)]
pub struct Measure {
    /// Without any break that the text does not ask for.
    pub natural: i64,
    /// With a break wherever there may be one.
    pub least: i64,
}

/// Measures a paragraph for the width of a column.
pub fn measure(paragraph: &Paragraph) -> Measure {
    use super::text::Break;
    let mut measure = Measure::default();
    let (mut line, mut word) = (0, 0);
    for letter in &paragraph.letters {
        let advance = i64::from(letter.glyph.advance + letter.glyph.kern);
        line += advance;
        word += if letter.is_blank() { 0 } else { advance };
        measure.natural = measure.natural.max(line);
        measure.least = measure.least.max(word);
        match letter.after {
            Break::No => {}
            Break::Allowed | Break::Soft => word = 0,
            Break::Forced => (line, word) = (0, 0),
        }
    }
    measure
}

/// Puts cells side by side, line by line. A low row stays together.
pub fn beside(cells: impl IntoIterator<Item = Vec<Strip>>) -> Vec<Strip> {
    const LOW: usize = 4;
    let mut row: Vec<Strip> = Vec::new();
    for cell in cells {
        for (at, strip) in cell.into_iter().enumerate() {
            match row.get_mut(at) {
                Some(line) => {
                    line.height = line.height.max(strip.height);
                    line.items.extend(strip.items);
                }
                None => row.push(strip),
            }
        }
    }
    if row.len() <= LOW {
        keep_all(&mut row);
    } else {
        keep_pairs(&mut row);
    }
    row
}
