//! From the blocks of a section to strips: paragraphs, lists, definitions, boxes.
//!
//! Knows: the spaces between blocks. Does not know: pages.

use super::page::{Item, Owner, Role, Shape};
use super::setter::{Look, Place, Setter, beside, measure, points};
use super::strip::{Frame, Strip, gap_above, height, keep_all};
use crate::document::{Block, Inline, plain};
use crate::export::code::Code;

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
/// A code is at most this large, and its squares at most that.
const CODE: f32 = 110.0;
const SQUARE: f32 = 3.4;
/// More than a camera wants as the quiet zone around a code.
const CODE_GAP: f32 = 14.0;

/// Terms that are no higher than this together stay on one page: an address is not parted.
const LOW_LIST: f32 = 130.0;
/// A box that is no higher than this stays on one page: it is there to be seen.
const LOW_BOX: f32 = 300.0;

/// Rows one below the other; neither the first nor the last stands on a page alone.
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

/// Keeps on one page what is no higher than `limit`.
fn keep_low(strips: &mut [Strip], limit: f32) {
    if height(strips.iter(), limit) <= limit {
        keep_all(strips);
    }
}

impl Setter<'_> {
    /// Sets the blocks of a section one below the other.
    pub fn blocks(&mut self, blocks: &[Block], place: Place) -> Vec<Strip> {
        let mut strips: Vec<Strip> = Vec::new();
        let mut after_heading = false;
        let mut after_para = false;
        for block in blocks {
            let mut set = self.block(block, place);
            if after_heading && let Some(first) = set.first_mut() {
                first.keep = true;
                first.gap = ITEM_GAP;
            }
            // A paragraph before a list or a table announces it: it does not stay behind alone.
            let announced = matches!(block, Block::List(_) | Block::Table(_) | Block::DefinitionList(_));
            if after_para
                && announced
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
            Block::Code { text, alt } => self.code(text, alt, place),
        }
    }

    /// A code for a camera, and nothing where the text is too long for one.
    fn code(&mut self, text: &str, alt: &str, place: Place) -> Vec<Strip> {
        let Some(squares) = Code::new(text) else { return Vec::new() };
        let element = self.element(Role::Figure, place.parent);
        if let Some(figure) = self.layout.elements.last_mut() {
            figure.alt = Some(alt.to_owned());
        }
        let square = (CODE / f32::from(squares.side())).min(SQUARE);
        let height = f32::from(squares.side()) * square;
        let shape = Shape::Code { x: place.x, y: 0.0, square, squares };
        let mut strip =
            Strip::new(height, vec![(self.next_turn(), Item { owner: Owner::Element(element), shape })]);
        strip.gap = CODE_GAP;
        // It belongs to the words that announce it.
        strip.keep = true;
        vec![strip]
    }

    fn list(&mut self, items: &[Vec<Inline>], place: Place) -> Vec<Strip> {
        let mut rows: Vec<Vec<Strip>> = Vec::new();
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
            gap_above(&mut set, if rows.is_empty() { PARA_GAP - ITEM_GAP } else { ITEM_GAP });
            rows.push(set);
        }
        keep_neighbours(rows)
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
        let mut rows = Vec::new();
        for (term, value) in set {
            let term = self.text(&term, Look::TERM, place.x, left);
            let value = self.text(&value, Look::BODY, right.x, right.width);
            let mut row = beside([term, value]);
            gap_above(&mut row, if rows.is_empty() { PARA_GAP } else { ITEM_GAP });
            rows.push(row);
        }
        let mut strips = keep_neighbours(rows);
        keep_low(&mut strips, LOW_LIST);
        strips
    }

    fn boxed(&mut self, blocks: &[Block], place: Place) -> Vec<Strip> {
        let parent = self.element(Role::Division, place.parent);
        // A box inside a box is set in from it, as long as there is room, and shares its frame.
        let side = if place.width > NARROWEST { BOX_SIDE } else { 0.0 };
        let inner = Place { x: place.x + side, width: place.width - 2.0 * side, parent };
        let mut strips = self.blocks(blocks, inner);
        keep_low(&mut strips, LOW_BOX);
        self.boxes += 1;
        let frame = Frame { id: self.boxes, x: place.x, width: place.width };
        for strip in &mut strips {
            strip.boxed = Some(frame);
        }
        gap_above(&mut strips, BOX_GAP);
        strips
    }
}
