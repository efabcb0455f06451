//! How long: one row per kind of data, with its period and its ground.
//!
//! Law: GDPR 13(2)(a), 5(1)(e).

use super::words::{Run, Words, run};
use crate::content::choices::length;
use crate::content::clause;
use crate::document::{Block, Inline};
use crate::notice::Notice;
use crate::notice::retention::{Period, Retention};

/// R12.
pub(super) fn retention(notice: &Notice, words: Words) -> Vec<Block> {
    let rows = notice
        .retention
        .iter()
        .map(|row| [words.opening(&row.what), period(row, words), words.opening(&row.ground)])
        .filter(|[what, period, _]| !what.is_empty() || !period.is_empty())
        .collect();
    words.rows([&clause::LABEL_WHAT, &clause::LABEL_PERIOD, &clause::LABEL_WHY], rows)
}

/// "6 vuotta sen kalenterivuoden lopusta, jonka aikana tilikausi päättyi".
fn period(row: &Retention, words: Words) -> Run {
    match row.period.yes() {
        Some(Period::Fixed(fixed)) => {
            let Some(amount) = fixed.amount.filter(|amount| *amount > 0) else { return Vec::new() };
            let mut period = length(amount, fixed.unit, words.lang);
            let start = words.statement(&fixed.start);
            if !start.is_empty() {
                period.push(' ');
            }
            let mut period = vec![Inline::Text(period)];
            period.extend(start);
            period
        }
        Some(Period::Until(until)) => words.opening(&until.criterion),
        None => run(""),
    }
}
