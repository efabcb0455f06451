//! The tests of Seloste from outside that need nothing but Rust: one program, so that it links once.
//!
//! What needs another program (a browser, a spell checker, poppler, Node.js) is in `tools` and `browser`, which `make test`
//! runs as well.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod cli;
mod content;
mod damage;
mod fixtures;
mod golden;
mod kinds;
mod languages;
mod pasted;
mod pdf;
mod recipes;
mod review;
mod samples;
mod services;
mod support;
mod tidy;
