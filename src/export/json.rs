//! The document as JSON: how it travels to the PDF worker.

use crate::document::Document;

/// Writes a document.
///
/// # Errors
/// None in practice: every part of a document has a JSON form.
pub fn write(document: &Document) -> Result<String, serde_json::Error> {
    serde_json::to_string(document)
}

/// Reads a document that [`write`] wrote.
///
/// # Errors
/// When the text is no document.
pub fn read(json: &str) -> Result<Document, serde_json::Error> {
    serde_json::from_str(json)
}
