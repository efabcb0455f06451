//! The notice as a PDF: an accessible A4 file with its own fonts.
//!
//! Knows: the [`Document`], two fonts. Does not know: law, the clock, files, the browser.
//! Text is set by `text`, `line`, `setter`, `block` and `table`, put on pages by `layout`, and only `write`, `finish` and
//! `tags` know the file format. The same document gives the same bytes.

mod block;
mod finish;
mod font;
mod furniture;
mod hyphen;
mod layout;
mod line;
mod nobreak;
mod page;
mod setter;
mod strip;
mod table;
mod tags;
mod text;
mod write;

use crate::document::Document;
use font::{Family, Font};
use std::fmt;

/// The two fonts of a notice, as TrueType files. They are handed in because the browser fetches them.
#[derive(Clone, Copy, Debug)]
pub struct Fonts<'a> {
    /// Noto Sans Regular, for running text.
    pub regular: &'a [u8],
    /// Noto Sans Bold, for titles.
    pub bold: &'a [u8],
}

/// A finished file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rendered {
    /// The file.
    pub bytes: Vec<u8>,
    /// The characters that the fonts lack, each once and in order. They stand in the file as U+FFFD.
    pub missing: Vec<char>,
    /// How many pages it has.
    pub pages: usize,
}

/// Why there is no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PdfError {
    /// A font is not a TrueType font, or is damaged.
    Font,
    /// The file could not be put together; the message is the writer's own, for a bug report.
    Writer(String),
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Font => f.write_str("a font could not be read"),
            Self::Writer(message) => write!(f, "the PDF could not be written: {message}"),
        }
    }
}

impl std::error::Error for PdfError {}

/// Renders a notice.
///
/// # Errors
/// [`PdfError::Font`] when a font cannot be read or reduced to the glyphs in use, and [`PdfError::Writer`] when
/// the file cannot be put together. Nothing that a document holds leads to an error.
pub fn pdf(document: &Document, fonts: &Fonts<'_>) -> Result<Rendered, PdfError> {
    let regular = Font::parse(fonts.regular).ok_or(PdfError::Font)?;
    let bold = Font::parse(fonts.bold).ok_or(PdfError::Font)?;
    let family = Family { regular, bold };
    let (layout, missing) = layout::layout(document, &family);
    let bytes = write::write(document, &layout, &family)?;
    Ok(Rendered { bytes, missing: missing.into_iter().collect(), pages: layout.pages.len() })
}

#[cfg(test)]
mod tests {
    use super::font::{Family, Font};

    pub const REGULAR: &[u8] = include_bytes!("../../public/fonts/NotoSans-Regular.ttf");
    pub const BOLD: &[u8] = include_bytes!("../../public/fonts/NotoSans-Bold.ttf");

    /// The fonts that the app ships.
    pub fn family() -> Family<'static> {
        Family { regular: Font::parse(REGULAR).unwrap(), bold: Font::parse(BOLD).unwrap() }
    }
}
