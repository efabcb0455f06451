//! Identifiers and addresses as people in Finland write them: read in any form, and written in the usual one.
//!
//! Each reader answers with the usual form, or with nothing where a text is no such thing. What was typed is never changed
//! by reading it. (Identity codes, account and card numbers are looked for in free text: `text::Code`.)
//! Knows: forms and check digits. Does not know: whether a number is in use.

mod business;
pub mod email;
pub mod phone;
pub mod postal;
pub mod web;

pub use business::{BusinessId, ovt, vat};
