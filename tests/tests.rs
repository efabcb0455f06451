//! All tests that look at Seloste from outside: one binary, one module per theme.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod catalogue;
mod cli;
mod content;
mod damage;
mod fixtures;
mod golden;
mod kinds;
mod pdf;
mod review;
mod samples;
mod slim_worker;
mod spelling;
mod tidy;
mod words;
