//! The formats in which a notice leaves Seloste.
//!
//! Knows: the [`Document`](crate::document::Document). Does not know: law, the model, the browser.

pub mod code;
mod format;
pub mod html;
pub mod json;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod text;

pub use format::Format;
