//! How long: one row per kind of data, with its period and its ground.
//!
//! Law: GDPR 13(2)(a), 5(1)(e).

use super::phrasing::{Phrasing, Run, run};
use crate::content::choices::length;
use crate::content::clause;
use crate::document::{Block, Inline};
use crate::notice::Notice;
use crate::notice::retention::{Fixed, Period, Retention};

/// What is kept, how long and why (GDPR 13(2)(a)), as a table.
pub(super) fn retention(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let rows = notice
        .retention
        .iter()
        .map(|row| [phrasing.opening(&row.what), period(row, phrasing), phrasing.opening(&row.ground)])
        .filter(|[what, period, _]| !what.is_empty() || !period.is_empty())
        .collect();
    phrasing.rows([&clause::LABEL_WHAT, &clause::LABEL_PERIOD, &clause::LABEL_WHY], rows)
}

/// "6 vuotta sen kalenterivuoden lopusta, jonka aikana tilikausi päättyi".
pub(super) fn period(row: &Retention, phrasing: Phrasing) -> Run {
    match row.period.yes() {
        Some(Period::Fixed(fixed)) => length_from(fixed, phrasing),
        Some(Period::Until(until)) => {
            let mut period = phrasing.opening(&until.criterion);
            let limit = until.limit.yes().map(|limit| length_from(limit, phrasing)).unwrap_or_default();
            if !limit.is_empty() {
                let at_most = phrasing.clause(&clause::PLAIN_AT_MOST);
                let between = if period.is_empty() { "" } else { ", " };
                period.push(Inline::Text(format!("{between}{at_most} ")));
                period.extend(limit);
            }
            period
        }
        None => run(""),
    }
}

/// "6 vuotta tilikauden päättymisestä"; nothing while no number has been given.
fn length_from(fixed: &Fixed, phrasing: Phrasing) -> Run {
    let Some(amount) = fixed.amount.filter(|amount| *amount > 0) else { return Vec::new() };
    let mut period = length(amount, fixed.unit, phrasing.lang);
    let start = phrasing.statement(&fixed.start);
    if !start.is_empty() {
        period.push(' ');
    }
    let mut period = vec![Inline::Text(period)];
    period.extend(start);
    period
}
