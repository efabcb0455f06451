//! The message from the page to the PDF worker, as JSON.
//!
//! Knows: documents. Does not know: the browser, or how a PDF is made. (The draft's own JSON format is `draft`'s.)

use crate::document::Document;
use serde::{Deserialize, Serialize};

/// One PDF that the worker is to make.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// The notices of the file, one after the other.
    pub documents: Vec<Document>,
    /// Whether it must fit on one page. Then there must be only one document.
    pub one_page: bool,
    /// The draft as JSON, to be attached to the file.
    pub draft: Option<String>,
}

/// Writes a job as JSON.
///
/// # Errors
/// None in practice: every field of a document has a JSON form.
pub fn write(job: &Job) -> Result<String, serde_json::Error> {
    serde_json::to_string(job)
}

/// Reads a job that [`write`] wrote.
///
/// # Errors
/// When the text is not a job.
pub fn read(json: &str) -> Result<Job, serde_json::Error> {
    serde_json::from_str(json)
}
