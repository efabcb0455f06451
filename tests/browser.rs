//! The app in a real browser: `cargo test --test browser`.
//!
//! Knows: the built app (made with trunk, or handed over in `SELOSTE_DIST`) and Chromium. Does not know: the library.
//! Each module holds the flows of one part of the app; `harness` holds what they stand on.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "in a test, failing loudly is the point"
)]

#[path = "browser/actions.rs"]
mod actions;
#[path = "browser/bad_input.rs"]
mod bad_input;
#[path = "browser/care.rs"]
mod care;
#[path = "browser/drafts.rs"]
mod drafts;
#[path = "browser/findings.rs"]
mod findings;
#[path = "browser/flow.rs"]
mod flow;
#[path = "browser/glossary.rs"]
mod glossary;
#[path = "browser/harness.rs"]
mod harness;
#[path = "browser/interview.rs"]
mod interview;
#[path = "browser/languages.rs"]
mod languages;
#[path = "browser/notice_d.rs"]
mod notice_d;
#[path = "browser/own_section.rs"]
mod own_section;
#[path = "browser/pdf.rs"]
mod pdf;
#[path = "browser/quick.rs"]
mod quick;
#[path = "browser/readback.rs"]
mod readback;
#[path = "browser/rows.rs"]
mod rows;
mod samples;
#[path = "browser/screens.rs"]
mod screens;
#[path = "browser/services.rs"]
mod services;
#[path = "browser/smoke.rs"]
mod smoke;
#[path = "browser/start.rs"]
mod start;
#[path = "browser/storage.rs"]
mod storage;
#[path = "browser/windows.rs"]
mod windows;
#[path = "browser/words.rs"]
mod words;
