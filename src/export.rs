//! The formats in which a notice leaves Seloste.
//!
//! Knows: the [`Document`](crate::document::Document). Does not know: law, the model, the browser.

pub mod html;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod text;
