//! The library by itself, natively: all rules, and composing, over a full notice and over one ten times as big.
//!
//! Knows: the library. Does not know: the browser.

use crate::sample;
use crate::table::{Table, median};
use seloste::compose::compose;
use seloste::lang::Lang;
use seloste::notice::Notice;
use seloste::notice::date::Date;
use seloste::rules::check;
use std::hint::black_box;
use std::time::Instant;

/// One row each for the rules and for composing.
pub fn rules_and_compose() -> Table {
    let title =
        "Rules and compose, native (goals: rules ≤ 1 ms; ten times the rows in at most ten times the time)";
    let mut table = Table::new(title, &["", "a full notice", "ten times", "ratio"]);
    let today = Date::parse("20.11.2026").expect("a date");
    let (full, tenfold) = (sample::draft().notice, sample::tenfold().notice);
    let mut add = |name: &str, work: &dyn Fn(&Notice)| {
        let (once, ten) = (time(|| work(&full)), time(|| work(&tenfold)));
        table.row([
            name.to_owned(),
            format!("{once:.3} ms"),
            format!("{ten:.3} ms"),
            format!("{:.1}", ten / once),
        ]);
    };
    add("rules (check)", &|notice| drop(black_box(check(notice, today))));
    add("compose", &|notice| drop(black_box(compose(notice, Lang::Fi))));
    table
}

/// The median duration of a piece of work in milliseconds, after a warm-up.
fn time(work: impl Fn()) -> f64 {
    let once = || {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64() * 1000.0
    };
    for _ in 0..20 {
        once();
    }
    median(&(0..200).map(|_| once()).collect::<Vec<_>>())
}
