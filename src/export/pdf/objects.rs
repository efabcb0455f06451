//! The small objects that every part of a PDF file is written with.
//!
//! Standard: ISO 32000-1, 7.3.5 (names) and 7.9.2 (text strings). Does not know: what they are used for.

use super::text::clean;
use lopdf::{Object, StringFormat};

/// A name such as `/S`.
pub fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

/// A text string, which readers show: ASCII as it is, anything else as UTF-16. Cleaned as in [`one_line`].
pub fn text_string(text: &str) -> Object {
    let text = one_line(text);
    if text.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return Object::string_literal(text);
    }
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}

/// The text on one line, without control characters, soft hyphens and blanks at its ends.
pub fn one_line(text: &str) -> String {
    let text: String =
        clean(text).map(|ch| if ch == '\n' { ' ' } else { ch }).filter(|ch| *ch != '\u{AD}').collect();
    text.trim().to_owned()
}
