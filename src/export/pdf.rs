//! The notice as a PDF.
