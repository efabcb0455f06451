//! The formats in which a notice leaves Seloste.
//!
//! Knows: the [`Document`](crate::document::Document). Does not know: law, the model, the browser.

pub mod code;
mod format;
pub mod html;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod pdf_job;
pub mod text;

pub use format::Format;
