//! From the blocks of a section to strips: paragraphs, lists, definitions, boxes, QR codes.
//!
//! Knows: the spaces between blocks, in points. Does not know: pages. (Tables are in `table`.)

use super::page::{Item, Owner, Role, Shape};
use super::strip::{Frame, Strip, gap_above, height, keep_all};
use super::typesetter::{Look, Region, Typesetter, beside, measure, points};
use crate::document::{Block, Inline, plain};
use crate::export::code::Code;

const PARA_GAP: f32 = 5.0;
const HEADING_GAP: f32 = 9.0;
const ITEM_GAP: f32 = 2.0;
const BOX_GAP: f32 = 5.0;
const BOX_SIDE: f32 = 9.0;
/// A box in a region narrower than this does not indent its text.
const NARROWEST: f32 = 200.0;
const BULLET_INDENT: f32 = 11.0;
/// The share of the width that terms may take; their definitions get the rest.
const TERM_SHARE: f32 = 0.36;
const COLUMN_GAP: f32 = 10.0;
/// A QR code is at most this wide.
const CODE: f32 = 110.0;
/// One square of a QR code is at most this wide.
const SQUARE: f32 = 3.4;
/// The space above a QR code: more than the four squares that a camera needs around it.
const CODE_GAP: f32 = 14.0;

/// A list of definitions no higher than this is not split between pages: an address stays in one piece.
const LOW_LIST: f32 = 130.0;
/// A box no higher than this is not split between pages.
const LOW_BOX: f32 = 300.0;

/// Joins rows one below the other. The first row stays with the second, and the last with the one before it.
fn keep_neighbours(rows: Vec<Vec<Strip>>) -> Vec<Strip> {
    let count = rows.len();
    let mut strips = Vec::new();
    for (at, mut row) in rows.into_iter().enumerate() {
        if let (true, Some(first)) = (at == 1 || (at > 0 && at + 1 == count), row.first_mut()) {
            first.keep = true;
        }
        strips.append(&mut row);
    }
    strips
}

/// Keeps strips on one page if they are no higher than `limit` together.
fn keep_low(strips: &mut [Strip], limit: f32) {
    if height(strips.iter(), limit) <= limit {
        keep_all(strips);
    }
}

impl Typesetter<'_> {
    /// Sets the blocks of a section one below the other.
    pub fn blocks(&mut self, blocks: &[Block], region: Region) -> Vec<Strip> {
        let mut strips: Vec<Strip> = Vec::new();
        let mut after_heading = false;
        let mut after_para = false;
        for block in blocks {
            let mut set = self.block(block, region);
            if after_heading && let Some(first) = set.first_mut() {
                first.keep = true;
                first.gap = ITEM_GAP;
            }
            // A paragraph before a list or a table introduces it, and stays with its first row.
            let introduced = matches!(block, Block::List(_) | Block::Table(_) | Block::DefinitionList(_));
            if after_para
                && introduced
                && let Some(first) = set.first_mut()
            {
                first.keep = true;
            }
            after_para = matches!(block, Block::Para(_)) || (after_para && set.is_empty());
            after_heading = matches!(block, Block::Heading(_)) || (after_heading && set.is_empty());
            strips.append(&mut set);
        }
        strips
    }

    fn block(&mut self, block: &Block, region: Region) -> Vec<Strip> {
        match block {
            Block::Heading(inlines) => {
                let element = self.element(Role::Heading3, region.parent);
                let mut strips = self.inlines(inlines, element, Look::HEADING, region);
                keep_all(&mut strips);
                gap_above(&mut strips, HEADING_GAP);
                strips
            }
            Block::Para(inlines) => {
                let element = self.element(Role::Paragraph, region.parent);
                let mut strips = self.inlines(inlines, element, Look::BODY, region);
                gap_above(&mut strips, PARA_GAP);
                strips
            }
            Block::List(items) => self.list(items, region),
            Block::Table(table) => self.table(table, region),
            Block::DefinitionList(entries) => self.definitions(entries, region),
            Block::Box(blocks) => self.boxed(blocks, region),
            Block::Code { text, alt } => self.code(text, alt, region),
        }
    }

    /// Sets a QR code; nothing where the text is too long for one.
    fn code(&mut self, text: &str, alt: &str, region: Region) -> Vec<Strip> {
        let Some(squares) = Code::new(text) else { return Vec::new() };
        let element = self.element(Role::Figure, region.parent);
        if let Some(figure) = self.layout.elements.last_mut() {
            figure.alt = Some(alt.to_owned());
        }
        let square = (CODE / f32::from(squares.side())).min(SQUARE);
        let height = f32::from(squares.side()) * square;
        let shape = Shape::Code { x: region.x, y: 0.0, square, squares };
        let mut strip =
            Strip::new(height, vec![(self.next_order(), Item { owner: Owner::Element(element), shape })]);
        strip.gap = CODE_GAP;
        // It stays with the text that introduces it.
        strip.keep = true;
        vec![strip]
    }

    /// Sets a list with bullets. Empty items are left out.
    fn list(&mut self, items: &[Vec<Inline>], region: Region) -> Vec<Strip> {
        let mut rows: Vec<Vec<Strip>> = Vec::new();
        let list = self.element(Role::List, region.parent);
        let inner = Region { x: region.x + BULLET_INDENT, width: region.width - BULLET_INDENT, ..region };
        for inlines in items.iter().filter(|inlines| !plain(inlines).trim().is_empty()) {
            let item = self.element(Role::ListItem, list);
            let label = self.element(Role::Label, item);
            let body = self.element(Role::ListBody, item);
            let bullet = self.plain("•", label, Look::BODY, region);
            let mut set = self.inlines(inlines, body, Look::BODY, inner);
            if let (Some(first), Some(bullet)) = (set.first_mut(), bullet.into_iter().next()) {
                first.items.splice(0..0, bullet.items);
            }
            gap_above(&mut set, if rows.is_empty() { PARA_GAP - ITEM_GAP } else { ITEM_GAP });
            rows.push(set);
        }
        keep_neighbours(rows)
    }

    /// Sets definitions: the terms in bold on the left, and what they stand for on the right.
    pub fn definitions(&mut self, entries: &[(Vec<Inline>, Vec<Inline>)], region: Region) -> Vec<Strip> {
        let list = self.element(Role::Definitions, region.parent);
        let mut set = Vec::new();
        let mut widest: i64 = 0;
        for (term, value) in entries {
            let item = self.element(Role::ListItem, list);
            let (label, body) = (self.element(Role::Label, item), self.element(Role::ListBody, item));
            let term = self.paragraph(term, label, Look::TERM);
            widest = widest.max(measure(&term).natural);
            set.push((term, self.paragraph(value, body, Look::BODY)));
        }
        let left = (points(widest, Look::TERM.size) + 0.5).min(region.width * TERM_SHARE);
        let right =
            Region { x: region.x + left + COLUMN_GAP, width: region.width - left - COLUMN_GAP, ..region };
        let mut rows = Vec::new();
        for (term, value) in set {
            let term = self.text(&term, Look::TERM, region.x, left);
            let value = self.text(&value, Look::BODY, right.x, right.width);
            let mut row = beside([term, value]);
            gap_above(&mut row, if rows.is_empty() { PARA_GAP } else { ITEM_GAP });
            rows.push(row);
        }
        let mut strips = keep_neighbours(rows);
        keep_low(&mut strips, LOW_LIST);
        strips
    }

    /// Sets blocks in a box.
    fn boxed(&mut self, blocks: &[Block], region: Region) -> Vec<Strip> {
        let parent = self.element(Role::Division, region.parent);
        // A box inside a box indents its text, as long as there is room, but only the outer one draws a border.
        let side = if region.width > NARROWEST { BOX_SIDE } else { 0.0 };
        let inner = Region { x: region.x + side, width: region.width - 2.0 * side, parent };
        let mut strips = self.blocks(blocks, inner);
        keep_low(&mut strips, LOW_BOX);
        self.boxes += 1;
        let frame = Frame { id: self.boxes, x: region.x, width: region.width };
        for strip in &mut strips {
            strip.boxed = Some(frame);
        }
        gap_above(&mut strips, BOX_GAP);
        strips
    }
}
