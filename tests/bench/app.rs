//! What the measures ask of the app: the only file here that knows its screens.
//!
//! Knows: how a full notice is opened, which elements show status and preview, which button makes a PDF.
//! Does not know: how anything is timed.

use crate::harness::page::{Download, Page};
use crate::table::NotYet;

/// The elements in which a key press shows: the statuses and the preview. What else changes in the meantime
/// (the note that the draft was saved) is not waited for.
pub const WATCHED: &str = "[data-status], #preview";

/// Opens a notice with every section filled in, on a section with a text field, with the cursor in that field.
#[allow(clippy::unused_async, reason = "it will act on the page")]
pub async fn open_full_notice(_page: &Page) -> Result<(), NotYet> {
    Err(NotYet("the app has no wizard yet"))
}

/// Makes the PDF of that notice through the interface, as a person would, and returns the file.
#[allow(clippy::unused_async, reason = "it will act on the page")]
pub async fn export_pdf(_page: &Page) -> Result<Download, NotYet> {
    Err(NotYet("the app has no PDF export yet"))
}
