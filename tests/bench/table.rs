//! Tables on stdout, and the few statistics that stand in them.
//!
//! Knows: text and numbers. Does not know: what they measure.

use std::fmt::Write;

/// Why something could not be measured.
#[derive(Clone, Copy, Debug)]
pub struct NotYet(pub &'static str);

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

    /// Adds a row that says why there are no figures.
    pub fn missing(&mut self, what: &str, why: NotYet) {
        self.rows.push(vec![what.to_owned(), format!("not measured: {}", why.0)]);
    }

    /// Prints the table.
    pub fn print(&self) {
        print!("\n{}\n{}", self.title, self.layout());
    }

    fn layout(&self) -> String {
        let columns = self.rows.first().map_or(0, Vec::len);
        // A reason may be long and must not widen its column.
        let whole = || self.rows.iter().filter(|row| row.len() == columns);
        let width = |column: usize| whole().map(|row| row[column].chars().count()).max().unwrap_or_default();
        let first = self.rows.iter().map(|row| row[0].chars().count()).max().unwrap_or_default();
        let mut text = String::new();
        for row in &self.rows {
            let _ = write!(text, "  {:<first$}", row[0]);
            for (column, cell) in row.iter().enumerate().skip(1) {
                let width = if row.len() == columns { width(column) } else { 0 };
                let _ = write!(text, "  {cell:>width$}");
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
