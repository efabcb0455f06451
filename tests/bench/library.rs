//! The library by itself, natively: all rules, and composing, over a full notice and over one ten times as big.
//!
//! Knows: the library. Does not know: the browser.

use crate::table::{NotYet, Table, median, ms};
use std::time::Instant;

/// One row each for the rules and for composing.
pub fn rules_and_compose() -> Table {
    let mut table =
        Table::new("Rules and compose, native (goal: rules ≤ 1 ms)", &["", "a full notice", "ten times"]);
    match works() {
        Ok(works) => {
            for (name, once, tenfold) in works {
                table.row([name.to_owned(), ms(time(&*once)), ms(time(&*tenfold))]);
            }
        }
        Err(why) => table.missing("rules, compose", why),
    }
    table
}

/// What is measured: a name, the work over a full notice, and the same over ten times the content. The work keeps its
/// result from being optimised away with `std::hint::black_box`.
type Work = (&'static str, Box<dyn Fn()>, Box<dyn Fn()>);

fn works() -> Result<Vec<Work>, NotYet> {
    Err(NotYet("the library has no rules and no compose yet"))
}

/// The median duration of a piece of work in milliseconds, after a warm-up.
fn time(work: &dyn Fn()) -> f64 {
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
