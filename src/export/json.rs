//! Documents as JSON: how they travel to the PDF worker.

use crate::document::Document;
use serde::{Deserialize, Serialize};

/// What the PDF worker is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Job {
    /// The notices of one file, one after the other.
    pub documents: Vec<Document>,
    /// Whether all must fit on one page: then there is one document only.
    pub one_page: bool,
    /// The draft as JSON, which the file carries along.
    pub draft: Option<String>,
}

/// Writes a job.
///
/// # Errors
/// None in practice: every part of a document has a JSON form.
pub fn write(job: &Job) -> Result<String, serde_json::Error> {
    serde_json::to_string(job)
}

/// Reads a job that [`write`] wrote.
///
/// # Errors
/// When the text is no job.
pub fn read(json: &str) -> Result<Job, serde_json::Error> {
    serde_json::from_str(json)
}
