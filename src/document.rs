//! The finished notice as a tree: what the preview shows and every exporter writes.
//!
//! Knows: headings, paragraphs, lists, tables, languages. Does not know: law, HTML, PDF or screens.
//! Everything in it is plain text: an exporter escapes, and nothing that a user typed is markup.

use crate::lang::Lang;
use crate::section::SectionId;
use serde::{Deserialize, Serialize};

/// A whole notice in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The language of everything that does not say otherwise.
    pub lang: Lang,
    /// The heading: "Asiakasrekisterin tietosuojaseloste" or what the firm calls it.
    pub title: String,
    /// The firm's name, shown under the title and in the running header. Empty when not given yet.
    pub firm: String,
    /// Dates and the like under the title, each a label and its value.
    pub facts: Vec<(String, String)>,
    /// Texts that exporters add, in the document's language.
    pub labels: Labels,
    /// Whom the notice is for, under the title; empty in the register layout, which has a row for it.
    #[serde(default)]
    pub intro: Vec<Inline>,
    /// When the notice was last changed, ISO `yyyy-mm-dd`; the only date that may enter a file's metadata.
    pub date: Option<String>,
    /// The sections that apply, in order.
    pub sections: Vec<Section>,
}

/// Texts that exporters add, such as the word before a page number. `compose` gives them, so that exporters hold no texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels {
    /// "Sivu": before a page number, as in "Sivu 1 / 4".
    pub page: String,
    /// "(jatkuu)": after a section's title that is repeated on the next page.
    pub continued: String,
    /// "Sisällys": the heading of a list of sections.
    pub contents: String,
    /// "Loput ovat koko selosteessa": the last item of a list that was cut short.
    #[serde(default)]
    pub more: String,
    /// "Luonnos": stands on a notice that must not be published yet; empty on a finished one.
    pub draft: String,
}

/// One section of the notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Which section this is: the anchor in HTML, and the form that a click in the preview opens.
    pub id: SectionId,
    /// The other sections whose facts it tells: the plain notice has fewer sections than the wizard has screens.
    #[serde(default)]
    pub tells: Vec<SectionId>,
    /// The section's title.
    pub title: String,
    /// The article or paragraph that the section rests on, in small type; may be empty.
    pub law: String,
    /// Its text.
    pub blocks: Vec<Block>,
}

/// A block of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A heading inside a section, one level below the section's title.
    Heading(Vec<Inline>),
    /// A paragraph.
    Para(Vec<Inline>),
    /// An unordered list.
    List(Vec<Vec<Inline>>),
    /// A table with a header row.
    Table(Table),
    /// Terms with their definitions: "Sähköposti: …".
    DefinitionList(Vec<(Vec<Inline>, Vec<Inline>)>),
    /// Blocks in a frame: the right to object must be presented separately from other information (GDPR 21(4)).
    Box(Vec<Block>),
    /// A QR code.
    Code {
        /// The encoded text: an address.
        text: String,
        /// The alternative text, for those who cannot see the code.
        alt: String,
    },
}

/// A table: every row has as many cells as there are heads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// The column heads.
    pub head: Vec<String>,
    /// Rows of cells.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

impl Table {
    /// Makes the head and all rows equally long: as many cells as the longest has, the missing ones empty.
    pub fn new(head: Vec<String>, rows: Vec<Vec<Vec<Inline>>>) -> Self {
        let width = rows.iter().map(Vec::len).chain([head.len()]).max().unwrap_or_default();
        let mut head = head;
        head.resize(width, String::new());
        let rows = rows
            .into_iter()
            .map(|mut row| {
                row.resize(width, Vec::new());
                row
            })
            .collect();
        Self { head, rows }
    }
}

/// A run of text inside a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Inline {
    /// Plain text. A line break that the user typed is `\n`.
    Text(String),
    /// Text in bold.
    Strong(String),
    /// A link. Only `https:`, `http:`, `mailto:` and `tel:` leave an exporter as links.
    Link {
        /// The text that is shown.
        text: String,
        /// The address.
        href: String,
    },
    /// Text in another language than the document's.
    Lang {
        /// The text's language.
        lang: Lang,
        /// The text.
        text: String,
    },
}

impl Inline {
    /// The visible text.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Strong(text) | Self::Link { text, .. } | Self::Lang { text, .. } => text,
        }
    }
}

impl Section {
    /// Whether it needs the whole width of a page, and not the column beside its title.
    pub fn is_wide(&self) -> bool {
        /// The most columns of a table that stands beside its title.
        const BESIDE: usize = 3;
        self.blocks.iter().any(|block| matches!(block, Block::Table(table) if table.head.len() > BESIDE))
    }
}

impl Document {
    /// The section that tells the facts of this one, if the document has one.
    pub fn section(&self, id: SectionId) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id || section.tells.contains(&id))
    }

    /// The same document with at most `items` items in each list and `characters` characters in each text, for a notice that
    /// must fit on one page. A list that is cut short ends in [`Labels::more`], and a text in "…".
    #[must_use]
    pub fn shortened(&self, items: usize, characters: usize) -> Self {
        let limits = Limits { items, characters, more: &self.labels.more };
        let section = |section: &Section| Section {
            id: section.id,
            tells: section.tells.clone(),
            title: limits.text(&section.title),
            law: limits.text(&section.law),
            blocks: limits.blocks(&section.blocks),
        };
        Self {
            title: limits.text(&self.title),
            firm: limits.text(&self.firm),
            facts: self.facts.iter().map(|(label, value)| (limits.text(label), limits.text(value))).collect(),
            sections: self.sections.iter().map(section).collect(),
            ..self.clone()
        }
    }
}

/// How much is kept of each list and text.
struct Limits<'a> {
    items: usize,
    characters: usize,
    more: &'a str,
}

impl Limits<'_> {
    fn text(&self, text: &str) -> String {
        self.clipped(text, &mut self.characters.clone())
    }

    /// The text on one line, cut after `room` characters, which are then used up.
    fn clipped(&self, text: &str, room: &mut usize) -> String {
        let count = text.chars().count();
        if count <= *room && count <= self.characters {
            *room -= count;
            return text.replace(['\n', '\r', '\u{2028}', '\u{2029}'], " ");
        }
        let kept = std::mem::take(room);
        if kept == 0 {
            return String::new();
        }
        let kept: String = text.chars().take(kept).map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
        format!("{}…", kept.trim_end())
    }

    fn inlines(&self, inlines: &[Inline]) -> Vec<Inline> {
        let mut room = self.characters;
        let cut = inlines.iter().map(|inline| {
            let mut inline = inline.clone();
            let (Inline::Text(text)
            | Inline::Strong(text)
            | Inline::Link { text, .. }
            | Inline::Lang { text, .. }) = &mut inline;
            *text = self.clipped(text, &mut room);
            inline
        });
        cut.filter(|inline| !inline.text().is_empty()).collect()
    }

    fn blocks(&self, blocks: &[Block]) -> Vec<Block> {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &Block) -> Block {
        match block {
            Block::Heading(inlines) => Block::Heading(self.inlines(inlines)),
            Block::Para(inlines) => Block::Para(self.inlines(inlines)),
            Block::List(items) => {
                let mut kept: Vec<_> = items.iter().take(self.items).map(|item| self.inlines(item)).collect();
                if kept.len() < items.len() {
                    kept.push(vec![Inline::Text(self.more.to_owned())]);
                }
                Block::List(kept)
            }
            Block::Table(table) => Block::Table(Table {
                head: table.head.iter().map(|head| self.text(head)).collect(),
                rows: table
                    .rows
                    .iter()
                    .take(self.items)
                    .map(|row| row.iter().map(|cell| self.inlines(cell)).collect())
                    .collect(),
            }),
            Block::DefinitionList(entries) => Block::DefinitionList(
                entries.iter().map(|(term, value)| (self.inlines(term), self.inlines(value))).collect(),
            ),
            Block::Box(blocks) => Block::Box(self.blocks(blocks)),
            Block::Code { .. } => block.clone(),
        }
    }
}

/// The visible text of inlines.
pub fn plain(inlines: &[Inline]) -> String {
    inlines.iter().map(Inline::text).collect()
}

/// A paragraph of plain text.
pub fn para(text: impl Into<String>) -> Block {
    Block::Para(vec![Inline::Text(text.into())])
}

/// Whether exporters may write a link to this address. With any other kind (`javascript:`, `data:`) they write plain text.
pub fn is_safe_href(href: &str) -> bool {
    ["https://", "http://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| href.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_known_schemes_are_links() {
        for good in ["https://yritys.example", "HTTP://a", "mailto:a@b.example", "tel:+358401234567"] {
            assert!(is_safe_href(good), "{good}");
        }
        for bad in ["javascript:alert(1)", "data:text/html,x", " https://a", "//a", "", "ä"] {
            assert!(!is_safe_href(bad), "{bad}");
        }
    }

    #[test]
    fn a_table_is_rectangular() {
        let cell = || vec![Inline::Text("x".into())];
        let table = Table::new(vec!["a".into()], vec![vec![cell(), cell()], vec![]]);
        assert_eq!(table.head.len(), 2);
        assert!(table.rows.iter().all(|row| row.len() == 2));
    }
}
