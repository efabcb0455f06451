//! The texts of a composed notice, in reading order.

use seloste::document::{Block, Document, plain};

/// All texts of some blocks: of a table its head too, of a code what stands in its place. List items begin with `bullet`.
pub fn texts(blocks: &[Block], bullet: &str) -> Vec<String> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Heading(run) | Block::Para(run) => found.push(plain(run)),
            Block::List(items) => found.extend(items.iter().map(|run| format!("{bullet}{}", plain(run)))),
            Block::Table(table) => {
                found.extend(table.head.iter().cloned());
                found.extend(table.rows.iter().flatten().map(|run| plain(run)));
            }
            Block::DefinitionList(terms) => {
                found.extend(terms.iter().flat_map(|(term, text)| [plain(term), plain(text)]));
            }
            Block::Box(blocks) => found.extend(texts(blocks, bullet)),
            Block::Code { alt, .. } => found.push(alt.clone()),
        }
    }
    found
}

/// All texts of a notice, its title and its sections' titles among them.
pub fn texts_of(document: &Document) -> Vec<String> {
    let mut found = vec![document.title.clone()];
    for section in &document.sections {
        found.push(section.title.clone());
        found.extend(texts(&section.blocks, ""));
    }
    found
}
