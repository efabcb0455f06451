//! Tables on stdout, and the few statistics that stand in them.
//!
//! Knows: text and numbers. Does not know: what they measure.

use std::fmt::Write;

/// A table with a title, a head and rows; the first column is words, the others are figures.
pub struct Table {
    title: String,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// An empty table.
    pub fn new(title: impl Into<String>, head: &[&str]) -> Self {
        Self { title: title.into(), rows: vec![head.iter().map(|&cell| cell.to_owned()).collect()] }
    }

    /// Adds a row.
    pub fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows.push(cells.into());
    }

    /// Prints the table.
    pub fn print(&self) {
        print!("\n{}\n{}", self.title, self.layout());
    }

    fn layout(&self) -> String {
        let width =
            |column: usize| self.rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
        let mut text = String::new();
        for row in &self.rows {
            let _ = write!(text, "  {:<1$}", row[0], width(0));
            for (column, cell) in row.iter().enumerate().skip(1) {
                let _ = write!(text, "  {cell:>0$}", width(column));
            }
            text.push('\n');
        }
        text
    }
}

/// The value below which a share of all values lies: 0.5 is the median.
pub fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let index = ((sorted.len() as f64 * share).ceil() as usize).saturating_sub(1);
    sorted.get(index).copied().unwrap_or(f64::NAN)
}

/// The median.
pub fn median(values: &[f64]) -> f64 {
    quantile(values, 0.5)
}

/// `12.3 ms`.
pub fn ms(value: f64) -> String {
    format!("{value:.1} ms")
}

/// `12.3 KiB`.
#[allow(clippy::cast_precision_loss)]
pub fn kib(bytes: usize) -> String {
    format!("{:.1} KiB", bytes as f64 / 1024.0)
}
