//! The notice as a PDF: an accessible A4 file with its own fonts, which carries its draft and opens again as it.
//!
//! One file follows both PDF/UA-1 (ISO 14289-1: it can be read aloud and reflowed) and PDF/A-3a (ISO 19005-3: it can be
//! archived). Part 3, because only that part allows an attachment that is not PDF/A itself: the draft.
//! Knows: the [`Document`], two fonts, the draft as text. Does not know: law, the clock, files, the browser.
//! The way of a document: `text`, `line`, `typesetter`, `block` and `table` make lines of it, `layout` puts them on pages,
//! `embed` makes a file with the fonts, `content` draws the pages, `finish` adds the rest with `tags`, `metadata` and
//! `archive`, and `save` writes the bytes with `compress`. The same document gives the same bytes.

mod archive;
mod block;
mod compress;
mod content;
mod embed;
mod finish;
mod font;
mod furniture;
mod hyphen;
mod layout;
mod line;
mod metadata;
mod nobreak;
mod objects;
mod page;
mod row;
mod save;
mod strip;
mod table;
mod tags;
mod text;
mod typesetter;

use crate::document::Document;
use compress::StreamCache;
use font::{Family, Font};
use layout::FEW_LINES;
use page::Layout;
use std::collections::BTreeSet;
use std::fmt;
use tags::Marks;

/// The two fonts of a notice, as TrueType files. The caller hands them in, because the browser has to fetch them.
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
    /// The characters that the fonts lack, each once, in order of their numbers. The file shows U+FFFD for them.
    pub missing: Vec<char>,
    /// How many pages it has.
    pub pages: usize,
}

/// Why there is no file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PdfError {
    /// A font is not a TrueType font, or is damaged.
    Font,
    /// The file could not be put together: the library's own message, for a bug report.
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

/// Renders one notice. `draft` is its draft as JSON, which the file carries along.
///
/// # Errors
/// As [`Printer::new`] and [`Printer::print`].
pub fn pdf(document: &Document, fonts: &Fonts<'_>, draft: Option<&str>) -> Result<Rendered, PdfError> {
    Printer::new(fonts)?.print(std::slice::from_ref(document), draft)
}

/// Renders notices with fonts that are read once.
pub struct Printer<'a> {
    family: Family<'a>,
    streams: StreamCache,
}

impl<'a> Printer<'a> {
    /// Reads the fonts.
    ///
    /// # Errors
    /// [`PdfError::Font`] when one of them cannot be read.
    pub fn new(fonts: &Fonts<'a>) -> Result<Self, PdfError> {
        let regular = Font::parse(fonts.regular).ok_or(PdfError::Font)?;
        let bold = Font::parse(fonts.bold).ok_or(PdfError::Font)?;
        Ok(Self { family: Family::new(regular, bold), streams: StreamCache::default() })
    }

    /// Renders one or more notices into one file, each beginning on a page of its own: one notice in several languages.
    /// Where the last page would have only a few lines, all is set 2 or 4 per cent smaller, if that saves the page.
    ///
    /// # Errors
    /// [`PdfError::Font`] when a font cannot be reduced to the glyphs in use, and [`PdfError::Writer`] when the file
    /// cannot be put together. Nothing that a document holds leads to an error.
    pub fn print(&self, documents: &[Document], draft: Option<&str>) -> Result<Rendered, PdfError> {
        const SMALLER: [f32; 2] = [0.98, 0.96];
        let mut laid = layout::layout(documents, &self.family, 1.0);
        let pages = laid.0.pages.len();
        if pages > 1 && laid.0.end < FEW_LINES {
            let mut smaller = SMALLER.iter().map(|scale| layout::layout(documents, &self.family, *scale));
            laid = smaller.find(|(layout, _)| layout.pages.len() < pages).unwrap_or(laid);
        }
        self.write(documents, laid, draft)
    }

    /// Renders a short notice on one page, in the largest of several sizes that fits; if none does, in the smallest and
    /// with lists and texts cut short.
    ///
    /// # Errors
    /// As [`Printer::print`].
    pub fn print_on_one_page(&self, document: &Document, draft: Option<&str>) -> Result<Rendered, PdfError> {
        const SCALES: [f32; 9] = [1.3, 1.24, 1.18, 1.12, 1.06, 1.0, 0.94, 0.88, 0.83];
        /// How many items of a list, and how many characters of a text, are left.
        const CUTS: [(usize, usize); 5] = [(8, 400), (6, 240), (4, 140), (3, 80), (2, 40)];
        let smallest = SCALES.last().copied().unwrap_or(1.0);
        let whole = SCALES.into_iter().map(|scale| (None, scale));
        let cut = CUTS.into_iter().map(|cut| (Some(cut), smallest));
        let mut made = None;
        for (cut, scale) in whole.chain(cut) {
            let document =
                cut.map_or_else(|| document.clone(), |(items, text)| document.shortened(items, text));
            let documents = [document];
            let laid = layout::layout(&documents, &self.family, scale);
            let fits = laid.0.pages.len() <= 1;
            made = Some((documents, laid));
            if fits {
                break;
            }
        }
        match made {
            Some((documents, laid)) => self.write(&documents, laid, draft),
            None => self.print(std::slice::from_ref(document), draft),
        }
    }

    fn write(
        &self,
        documents: &[Document],
        laid: (Layout, BTreeSet<char>),
        draft: Option<&str>,
    ) -> Result<Rendered, PdfError> {
        let (layout, missing) = laid;
        let first = documents.first().ok_or_else(|| PdfError::Writer("no document".to_owned()))?;
        let (mut file, fonts) = embed::embed(&layout, &self.family).ok_or(PdfError::Font)?;
        let mut marks = Marks::new(&layout);
        let pages = layout.pages.iter().enumerate();
        let drawings =
            pages.map(|(page, items)| content::draw(&layout, items, page, &fonts, &mut marks)).collect();
        finish::finish(&mut file, first, &layout, &marks, drawings, draft)
            .map_err(|error| PdfError::Writer(error.to_string()))?;
        let bytes = save::save(file, &self.streams);
        Ok(Rendered { bytes, missing: missing.into_iter().collect(), pages: layout.pages.len() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Labels, Section, para};
    use crate::lang::Lang;
    use crate::section::SectionId;

    pub const REGULAR: &[u8] = include_bytes!("../../public/fonts/NotoSans-Regular.ttf");
    pub const BOLD: &[u8] = include_bytes!("../../public/fonts/NotoSans-Bold.ttf");

    /// The fonts that the app ships.
    pub fn family() -> Family<'static> {
        Family::new(Font::parse(REGULAR).unwrap(), Font::parse(BOLD).unwrap())
    }

    /// A notice of `count` paragraphs of one line each.
    fn paragraphs(count: usize) -> [Document; 1] {
        let blocks = vec![para("rivi"); count];
        let section = Section {
            id: SectionId::Purposes,
            tells: Vec::new(),
            title: "O".into(),
            law: String::new(),
            blocks,
        };
        let (title, sections) = ("Otsikko".to_owned(), vec![section]);
        let (firm, labels) = (String::new(), Labels::default());
        [Document {
            lang: Lang::Fi,
            title,
            firm,
            facts: Vec::new(),
            intro: Vec::new(),
            labels,
            date: None,
            sections,
        }]
    }

    #[test]
    fn a_few_lines_do_not_get_a_page_of_their_own() {
        let printer = Printer::new(&Fonts { regular: REGULAR, bold: BOLD }).unwrap();
        let mut saved = 0;
        for count in 30..140 {
            let documents = paragraphs(count);
            let (plain, _) = layout::layout(&documents, &printer.family, 1.0);
            let pages = printer.print(&documents, None).unwrap().pages;
            if plain.end < FEW_LINES && pages < plain.pages.len() {
                saved += 1;
            } else {
                assert_eq!(pages, plain.pages.len(), "{count} lines");
            }
        }
        assert!(saved > 2, "{saved}");
    }
}
