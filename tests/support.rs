//! What several tests use: the firm, the content files, the PDF samples.

#![allow(dead_code, reason = "`tests` and `tools` are two programs, and each uses some of it")]

pub mod catalogue;
pub mod document;
pub mod files;
pub mod firm;
pub mod pdf;
