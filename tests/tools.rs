//! The tests that need a program of the system: `cargo test --test tools`, which `make test` runs after `.ci/tools` has
//! installed the programs. Without its program a test fails, and says which one is missing.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

#[path = "tools/pdf.rs"]
mod pdf;
#[path = "tools/slim_worker.rs"]
mod slim_worker;
#[path = "tools/spelling.rs"]
mod spelling;
mod support;
