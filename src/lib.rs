//! Seloste: a privacy-notice builder that runs wholly in the browser.
//!
//! This crate is the pure library; the browser app (`main.rs`, `ui`), the PDF worker and the command
//! line are thin front doors to it. Data flows one way:
//!
//! ```text
//! localStorage or a file ──import──▶ Draft ──▶ rules::check ──▶ findings, statuses
//!                                      └─────▶ compose ──▶ Document ──▶ export::{html, pdf, text}
//! ```
//!
//! Who may know whom: `lang, law, section ← notice ← content, rules, defaults, compose, draft ← interview ← session ← ui`, and
//! `lang, content ← text ← rules`: free text is read without knowing what a notice is.
//! Exporters see only [`document`]; `rules` knows no words, `compose` no formats, and nothing knows `ui`.
//! `tests/tidy.rs` holds the code to this.

pub mod compose;
pub mod content;
pub mod defaults;
pub mod document;
pub mod draft;
pub mod evidence;
pub mod export;
pub mod fingerprint;
pub mod interview;
pub mod lang;
pub mod law;
pub mod notice;
#[cfg(not(target_arch = "wasm32"))]
pub mod review;
pub mod route;
pub mod rules;
pub mod section;
pub mod session;
pub mod store;
#[cfg(test)]
mod tests;
pub mod text;
#[cfg(target_arch = "wasm32")]
pub mod ui;
