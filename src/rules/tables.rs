//! The tables of rules, one file for each topic, with its gaps and its conflicts.
//!
//! A new table is named here only: as a module, and in the list below, which sets the order in which rules run.

mod automated;
mod bases;
mod care;
mod consent;
mod controller;
mod cookies;
mod data;
mod data_compared;
mod date;
mod dpo_and_joint;
mod formats;
pub(super) mod leftovers;
mod marketing;
pub(super) mod obstacles;
mod own_words;
mod provision;
mod purposes;
mod recipients;
mod retention;
pub(super) mod rights;
pub(super) mod secrets;
pub(super) mod self_contradictions;
mod sources;
mod statements;
mod tracking;
mod transfers;
mod vendors;
pub(super) mod wording;

use super::Rule;

/// Lists the rules of these tables, and for tests their cases.
macro_rules! tables {
    ($($table:ident),+ $(,)?) => {
        pub(super) static TABLES: &[&[Rule]] = &[$($table::RULES),+];

        #[cfg(test)]
        pub(super) static CASES: &[&[super::cases::prelude::Cases]] = &[$($table::table::CASES),+];
    };
}

// In the order of the sections; then the rules on free text, wherever it stands. Findings of one section that are equally
// severe are shown in this order.
tables! {
    controller,
    date,
    dpo_and_joint,
    purposes,
    bases,
    provision,
    data,
    data_compared,
    consent,
    sources,
    recipients,
    transfers,
    vendors,
    retention,
    cookies,
    tracking,
    automated,
    care,
    marketing,
    statements,
    formats,
    secrets,
    leftovers,
    wording,
    self_contradictions,
    rights,
    obstacles,
    own_words,
}
