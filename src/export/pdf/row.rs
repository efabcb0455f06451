//! A section of a notice as a row of the page: its title on the left and its text on the right.
//!
//! Knows: the two columns. Does not know: pages.

use super::font::Weight;
use super::line::Hyphens;
use super::page::{Ink, Role};
use super::strip::{Strip, gap_above, keep_all};
use super::typesetter::{Look, Region, Typesetter};
use crate::document::{Block, Document, Section, plain};
use std::collections::VecDeque;

/// The width of the left column, and the space between the two.
pub(super) const TITLES: f32 = 122.0;
const GUTTER: f32 = 16.0;
/// A repeated title is cut after this many lines.
const CONTINUED_LINES: usize = 4;

/// Titles of any rank.
pub(super) const BOLD: Look =
    Look { weight: Weight::Bold, ink: Ink::Accent, hyphens: Hyphens::Never, ..Look::BODY };
const SECTION: Look = BOLD;
const LAW: Look = Look { size: 7.5, leading: 10.0, ink: Ink::Muted, weight: Weight::Regular, ..SECTION };
const CONTINUED: Look =
    Look { ink: Ink::Muted, weight: Weight::Regular, size: 8.5, leading: 11.6, ..SECTION };
/// The space between the title of a wide section and what follows.
const TITLE_GAP: f32 = 4.0;

/// A row of the table before it is put on pages.
#[derive(Default)]
pub(super) struct Row {
    pub(super) left: VecDeque<Strip>,
    pub(super) right: VecDeque<Strip>,
    /// What stands on the left on each further page: the title, "continued".
    pub(super) continued: Vec<Strip>,
    /// Whether hairlines part it from the other rows.
    pub(super) ruled: bool,
}

/// Sets a section: its title on the left and its text on the right, or one below the other where a table takes the whole width.
pub(super) fn row(
    typesetter: &mut Typesetter<'_>,
    document: &Document,
    section: &Section,
    whole: Region,
) -> Row {
    let parent = typesetter.element(Role::Section, whole.parent);
    if section.is_wide() {
        return wide_row(typesetter, section, Region { parent, ..whole });
    }
    let titles = Region { width: TITLES, parent, ..whole };
    let indent = TITLES + GUTTER;
    let texts = Region { x: whole.x + indent, width: whole.width - indent, parent };
    let mut left = Vec::new();
    let mut continued = Vec::new();
    if !section.title.trim().is_empty() {
        let heading = typesetter.element(Role::Heading2, parent);
        left = typesetter.plain(&section.title, heading, SECTION, titles);
        let label = format!("{} {}", section.title, document.labels.continued);
        continued = typesetter.plain(&label, heading, CONTINUED, titles);
        continued.truncate(CONTINUED_LINES);
    }
    if !section.law.trim().is_empty() {
        let law = typesetter.element(Role::Paragraph, parent);
        let mut law = typesetter.plain(&section.law, law, LAW, titles);
        gap_above(&mut law, 2.0);
        left.append(&mut law);
    }
    keep_all(&mut left);
    for (_, item) in continued.iter_mut().flat_map(|strip| &mut strip.items) {
        item.make_decoration();
    }
    let right = typesetter.blocks(&printed(section), texts);
    let ruled = !left.is_empty();
    Row { left: left.into(), right: right.into(), continued, ruled }
}

/// A section whose table takes the whole width: its title stands above.
fn wide_row(typesetter: &mut Typesetter<'_>, section: &Section, whole: Region) -> Row {
    let heading = typesetter.element(Role::Heading2, whole.parent);
    let mut strips = typesetter.plain(&section.title, heading, SECTION, whole);
    if !section.law.trim().is_empty() {
        let law = typesetter.element(Role::Paragraph, whole.parent);
        let mut law = typesetter.plain(&section.law, law, LAW, whole);
        gap_above(&mut law, 2.0);
        strips.append(&mut law);
    }
    keep_all(&mut strips);
    let mut body = typesetter.blocks(&printed(section), whole);
    gap_above(&mut body, TITLE_GAP);
    if let Some(first) = body.first_mut() {
        first.keep = true;
    }
    strips.append(&mut body);
    Row { right: strips.into(), ruled: true, ..Row::default() }
}

/// The blocks of a section that have content.
fn printed(section: &Section) -> Vec<Block> {
    section.blocks.iter().filter(|block| !is_blank(block)).cloned().collect()
}

/// Whether a block has no content, so that it would only leave a gap.
fn is_blank(block: &Block) -> bool {
    match block {
        Block::Heading(inlines) | Block::Para(inlines) => plain(inlines).trim().is_empty(),
        Block::List(items) => items.iter().all(|inlines| plain(inlines).trim().is_empty()),
        Block::Table(table) => table.head.is_empty() && table.rows.is_empty(),
        Block::DefinitionList(entries) => entries.is_empty(),
        Block::Box(blocks) => blocks.iter().all(is_blank),
        Block::Code { text, .. } => text.is_empty(),
    }
}
