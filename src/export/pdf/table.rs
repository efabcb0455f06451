//! Tables inside a section: the widths of columns, and rows whose head is repeated when they go on overleaf.
//!
//! Knows: cells and heads. Does not know: pages.

use super::font::Weight;
use super::line::Hyphens;
use super::page::{Ink, Item, Owner, Role, Shape};
use super::strip::{Strip, gap_above, height, keep_all};
use super::text::Paragraph;
use super::typesetter::{Look, Measure, Region, Typesetter, beside, measure, points};
use crate::document::{Inline, Table};

const CELL: Look =
    Look { weight: Weight::Regular, ink: Ink::Text, size: 8.5, leading: 11.4, hyphens: Hyphens::Sparing };
const HEAD: Look = Look { weight: Weight::Bold, ..CELL };
/// The space above a table.
const GAP: f32 = 6.0;
/// The padding on the left and right of a cell.
const SIDE: f32 = 4.0;
/// The padding above and below a cell.
const PAD: f32 = 3.0;
/// A table whose columns would be narrower than this on average is set row by row instead.
const NARROWEST: f32 = 40.0;
/// A word longer than this, in 1/1000 of the type size, is broken rather than given a wider column.
const LONG_WORD: i64 = 6200;
/// A head higher than this is not repeated.
const HIGHEST_HEAD: f32 = 150.0;

impl Typesetter<'_> {
    /// Sets a table as a grid, or row by row where it has too many columns to stand side by side.
    pub fn table(&mut self, table: &Table, region: Region) -> Vec<Strip> {
        // Makes the rows equally long: the worker gets the document as JSON, which does not promise it.
        let table = Table::new(table.head.clone(), table.rows.clone());
        let columns = table.head.len();
        if columns == 0 {
            return Vec::new();
        }
        #[allow(clippy::cast_precision_loss, reason = "columns are few")]
        let narrow = columns > 1 && region.width / (columns as f32) < NARROWEST;
        if narrow { self.records(&table, region) } else { self.grid(&table, region) }
    }

    /// Sets a table with its columns side by side.
    fn grid(&mut self, table: &Table, region: Region) -> Vec<Strip> {
        let element = self.element(Role::Table, region.parent);
        let row = self.element(Role::TableRow, element);
        let head: Vec<Paragraph> = table
            .head
            .iter()
            .map(|text| {
                let cell = self.element(Role::ColumnHead, row);
                self.paragraph(&[Inline::Text(text.clone())], cell, HEAD)
            })
            .collect();
        let mut measures: Vec<Measure> = head.iter().map(measure).collect();
        let mut rows = Vec::new();
        for cells in &table.rows {
            let row = self.element(Role::TableRow, element);
            let mut set = Vec::new();
            for (inlines, widest) in cells.iter().zip(&mut measures) {
                let cell = self.element(Role::Cell, row);
                let paragraph = self.paragraph(inlines, cell, CELL);
                let own = measure(&paragraph);
                widest.natural = widest.natural.max(own.natural);
                widest.least = widest.least.max(own.least);
                set.push(paragraph);
            }
            rows.push(set);
        }
        let widths = widths(&measures, region.width);
        let mut strips = self.head(&head, &widths, region);
        let repeated = height(&strips, HIGHEST_HEAD) <= HIGHEST_HEAD;
        let above = repeated.then_some(self.heads.len());
        if repeated {
            let mut copy = strips.clone();
            for (_, item) in copy.iter_mut().flat_map(|strip| &mut strip.items) {
                item.make_decoration();
            }
            self.heads.push(copy);
        }
        for (at, row) in rows.iter().enumerate() {
            let mut set = self.row(row, CELL, &widths, region);
            for strip in &mut set {
                strip.head = above;
            }
            // The head stays with the first two rows, and the last row with the one before it.
            let neighbour = at <= 1 || at + 1 == rows.len();
            if let (true, Some(first)) = (neighbour, set.first_mut()) {
                first.keep = true;
            }
            strips.append(&mut set);
        }
        if let Some(last) = strips.last_mut() {
            last.items.push((0, rule(region, last.height)));
        }
        gap_above(&mut strips, GAP);
        strips
    }

    fn head(&mut self, head: &[Paragraph], widths: &[f32], region: Region) -> Vec<Strip> {
        let mut strips = self.row(head, HEAD, widths, region);
        keep_all(&mut strips);
        for strip in &mut strips {
            let (Region { x, width, .. }, Strip { height, .. }) = (region, &*strip);
            let shape = Shape::Panel { x, y: 0.0, width, height: *height, ink: Ink::Shade, edge: None };
            strip.items.insert(0, (0, Item { owner: Owner::Artifact, shape }));
        }
        strips
    }

    /// Sets one row: its cells side by side under a hairline.
    fn row(&mut self, cells: &[Paragraph], look: Look, widths: &[f32], region: Region) -> Vec<Strip> {
        let mut x = region.x;
        let mut set = Vec::new();
        for (cell, width) in cells.iter().zip(widths) {
            set.push(self.text(cell, look, x + SIDE, width - 2.0 * SIDE));
            x += width;
        }
        let mut strips = beside(set);
        if strips.is_empty() {
            strips.push(Strip::new(look.leading, Vec::new()));
        }
        if let Some(first) = strips.first_mut() {
            first.pad_above(PAD);
            first.items.insert(0, (0, rule(region, 0.0)));
        }
        if let Some(last) = strips.last_mut() {
            last.height += PAD;
        }
        strips
    }

    /// Sets each row as a list of definitions: each head with its cell.
    fn records(&mut self, table: &Table, region: Region) -> Vec<Strip> {
        let mut strips = Vec::new();
        for row in &table.rows {
            let heads = table.head.iter().map(|head| vec![Inline::Text(head.clone())]);
            let entries: Vec<_> = heads.zip(row.iter().cloned()).collect();
            let mut set = self.definitions(&entries, region);
            if let Some(first) = set.first_mut() {
                first.pad_above(PAD);
                first.items.insert(0, (0, rule(region, 0.0)));
            }
            strips.append(&mut set);
        }
        strips
    }
}

/// A hairline across the table.
fn rule(region: Region, y: f32) -> Item {
    let shape = Shape::Rule { x: region.x, y, width: region.width, thickness: 0.4, ink: Ink::Hairline };
    Item { owner: Owner::Artifact, shape }
}

/// Divides a width in points among columns. Each gets the width of its longest word; what is left is shared by the square
/// root of how much more each could use, so that one long cell does not squeeze the others.
fn widths(columns: &[Measure], width: f32) -> Vec<f32> {
    let pads = 2.0 * SIDE + 0.5;
    let least = |column: &Measure| points(column.least.min(LONG_WORD), CELL.size) + pads;
    let natural = |column: &Measure| points(column.natural, CELL.size) + pads;
    let mut widths: Vec<f32> = columns.iter().map(least).collect();
    let needed: f32 = widths.iter().sum();
    if needed >= width {
        return widths.into_iter().map(|own| own * width / needed).collect();
    }
    // What a column cannot use is shared again; after three rounds little is left.
    for _ in 0..3 {
        let spare = width - widths.iter().sum::<f32>();
        let wants = columns.iter().zip(&widths).map(|(column, own)| (natural(column) - own).max(0.0).sqrt());
        let wants: Vec<f32> = wants.collect();
        let all: f32 = wants.iter().sum();
        if spare < 1.0 || all <= 0.0 {
            break;
        }
        for ((own, want), column) in widths.iter_mut().zip(&wants).zip(columns) {
            *own = (*own + spare * want / all).min(natural(column).max(*own));
        }
    }
    let used: f32 = widths.iter().sum();
    widths.into_iter().map(|own| own * width / used).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_width_and_keep_their_words() {
        let column = |natural, least| Measure { natural, least };
        for columns in [
            vec![column(3000, 3000), column(90_000, 5000), column(4000, 4000)],
            vec![column(1000, 1000), column(1000, 1000)],
            vec![column(900_000, 900_000); 6],
            vec![column(0, 0)],
        ] {
            let widths = widths(&columns, 360.0);
            assert!((widths.iter().sum::<f32>() - 360.0).abs() < 0.1, "{widths:?}");
            assert!(widths.iter().all(|width| *width > 30.0), "{widths:?}");
        }
        let widths = widths(&[column(3000, 3000), column(90_000, 5000)], 360.0);
        assert!(widths[0] >= points(3000, CELL.size) + 2.0 * SIDE);
        assert!(widths[1] > 3.0 * widths[0]);
    }
}
