//! All tests that look at Seloste from outside: one binary, one module per theme.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod cli;
mod content;
mod fixtures;
mod golden;
mod pdf;
mod samples;
mod tidy;
