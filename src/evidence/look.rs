//! Finds in a composed notice the words that tell a requirement.
//!
//! Knows: the document. Does not know: the model; what is not in the document, no reader sees.

use super::Requirement;
use crate::content::Clause;
use crate::document::{Block, Document, Inline, Section, plain};
use crate::law::facts::AUTHORITY;
use crate::section::SectionId;

/// The most characters of the words that are shown as evidence.
const MOST: usize = 280;

/// Where in a section something is told.
#[derive(Clone, Copy, Debug)]
pub enum Look {
    /// Its first words.
    Any,
    /// Its first words, or those of this other section where it is missing: the kinds and the items of data answer the same.
    Either(SectionId),
    /// The value of one of these terms.
    Term(&'static [&'static Clause]),
    /// The supervisory authority by its name.
    Names,
    /// Every cell of the column with this head, or the value of the term that stands for it in a table of one row. If one is blank,
    /// the requirement is not met.
    Column(&'static Clause),
    /// One of these clauses, as a paragraph of its own.
    Says(&'static [&'static Clause]),
}

/// Whether this holds of a section where a requirement is told.
pub(super) fn any_section(requirement: &Requirement, holds: impl Fn(SectionId) -> bool) -> bool {
    requirement.looks.iter().any(|(section, look)| match look {
        Look::Either(other) => holds(*section) || holds(*other),
        _ => holds(*section),
    })
}

/// The words that tell a requirement, one quotation for each of its [`Look`]s; `None` where one of them finds nothing. Of a section
/// that the firm wrote itself, its first words.
pub(super) fn sentence(
    requirement: &Requirement,
    document: &Document,
    replaced: impl Fn(SectionId) -> bool,
) -> Option<String> {
    let pieces = requirement.looks.iter().map(|(section, look)| match look {
        Look::Term(_) | Look::Names | Look::Column(_) | Look::Says(_) if replaced(*section) => {
            piece(document, *section, Look::Any)
        }
        look => piece(document, *section, *look),
    });
    let pieces: Vec<String> = pieces.collect::<Option<_>>()?;
    let mut sentence = String::new();
    for piece in pieces {
        if !sentence.is_empty() {
            sentence.push_str(" … ");
        }
        sentence.push_str(&piece);
    }
    Some(cut(&sentence))
}

fn piece(document: &Document, id: SectionId, look: Look) -> Option<String> {
    let find = |id| document.sections.iter().find(|section| section.id == id);
    let lang = document.lang;
    let label = |clause: &Clause| clause.text.get(lang);
    match look {
        Look::Any => first(find(id)?),
        Look::Either(other) => find(id).or_else(|| find(other)).and_then(first),
        Look::Term(any) => {
            let is = |term: &[Inline]| any.iter().any(|clause| plain(term) == label(clause));
            let mut terms = find(id)?.blocks.iter().filter_map(|block| match block {
                Block::DefinitionList(terms) => Some(terms),
                _ => None,
            });
            terms.find_map(|terms| terms.iter().find(|(term, _)| is(term))).map(|(_, value)| plain(value))
        }
        Look::Names => {
            let name = AUTHORITY.fact.name.get(lang);
            texts(&find(id)?.blocks).into_iter().find(|text| text.contains(name))
        }
        Look::Column(head) => {
            // A table with a single row is written as terms with their values.
            let cells = find(id)?.blocks.iter().find_map(|block| match block {
                Block::Table(table) => {
                    let column = table.head.iter().position(|written| written == label(head))?;
                    Some(
                        table
                            .rows
                            .iter()
                            .map(|row| row.get(column).map(|cell| plain(cell)))
                            .collect::<Vec<_>>(),
                    )
                }
                Block::DefinitionList(terms) => {
                    let (_, value) = terms.iter().find(|(term, _)| plain(term) == label(head))?;
                    Some(vec![Some(plain(value))])
                }
                _ => None,
            })?;
            let mut said: Vec<String> = Vec::new();
            for cell in cells {
                let cell = cell.filter(|cell| !cell.trim().is_empty())?;
                // What several rows say alike is said once.
                if !said.contains(&cell) {
                    said.push(cell);
                }
            }
            (!said.is_empty()).then(|| said.join("; "))
        }
        Look::Says(any) => {
            let is = |text: &String| any.iter().any(|clause| text == label(clause));
            let says = texts(&find(id)?.blocks).into_iter().find(is);
            says.filter(|text| !text.is_empty())
        }
    }
}

/// The first words of a section. A lead and the first item that it announces go together.
fn first(section: &Section) -> Option<String> {
    let texts = texts(&section.blocks);
    let mut texts = texts.into_iter().filter(|text| !text.trim().is_empty());
    let lead = texts.next()?;
    if !lead.ends_with(['.', '!', '?']) {
        let items: Vec<_> = texts.take(3).collect();
        return Some([lead, items.join("; ")].join(" ").trim().to_owned());
    }
    Some(lead)
}

/// All texts of some blocks, in reading order.
fn texts(blocks: &[Block]) -> Vec<String> {
    let mut all = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(run) | Block::Para(run) => all.push(plain(run)),
            Block::List(items) => all.extend(items.iter().map(|item| plain(item))),
            Block::Table(table) => {
                for row in &table.rows {
                    let cells: Vec<_> =
                        row.iter().map(|cell| plain(cell)).filter(|cell| !cell.is_empty()).collect();
                    all.push(cells.join(" – "));
                }
            }
            Block::DefinitionList(terms) => {
                all.extend(terms.iter().map(|(term, value)| format!("{}: {}", plain(term), plain(value))));
            }
            Block::Box(inner) => all.extend(texts(inner)),
            Block::Code { text, .. } => all.push(text.clone()),
        }
    }
    all
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(MOST).and_then(|(end, _)| text.get(..end)) {
        Some(start) => {
            let end = start.rfind(char::is_whitespace).unwrap_or(start.len());
            format!("{}…", start.get(..end).unwrap_or(start).trim_end())
        }
        None => text.to_owned(),
    }
}
