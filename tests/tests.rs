//! All tests that look at Seloste from outside: one binary, one module per theme.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod cli;
mod content;
mod fixtures;
mod golden;
mod pdf;
mod samples;
mod slim_worker;
mod tidy;
