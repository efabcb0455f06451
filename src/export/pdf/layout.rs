//! The notice on pages: the title, the register table with one row per section, running header and footer.
//!
//! Knows: the margins and the two columns. Does not know: what a section is about, or any file format.
//! A row that does not fit goes on overleaf under its title, repeated in lighter type.

use super::font::{Family, Weight};
use super::furniture::Furniture;
use super::line::Hyphens;
use super::page::{Entry, HEIGHT, Ink, Item, Layout, Owner, Role, Shape, WIDTH};
use super::setter::{Look, Place, Setter};
use super::strip::{Strip, fit, gap_above, height, keep_all, place};
use crate::document::{Block, Document, Inline, Section, plain};
use std::collections::{BTreeSet, VecDeque};

/// The margin on either side.
pub const SIDE: f32 = 52.0;
const TOP: f32 = 62.0;
const BOTTOM: f32 = HEIGHT - 62.0;
/// The width between the margins.
pub const FULL: f32 = WIDTH - 2.0 * SIDE;
const TITLES: f32 = 122.0;
const GUTTER: f32 = 16.0;
const ROW_PAD: f32 = 7.5;
/// A row that is no higher than this is not parted.
const LOW_ROW: f32 = 110.0;
/// A last page that is filled no further down than this holds a few lines only.
pub const FEW_LINES: f32 = TOP + 100.0;
/// A repeated title has this many lines at most.
const AGAIN_LINES: usize = 4;

const BOLD: Look = Look { weight: Weight::Bold, ink: Ink::Accent, hyphens: Hyphens::Never, ..Look::BODY };
const TITLE: Look = Look { size: 21.0, leading: 26.0, ..BOLD };
const FIRM: Look = Look { size: 12.0, leading: 17.0, ink: Ink::Text, weight: Weight::Regular, ..BOLD };
const DRAFT: Look = Look { size: 9.5, leading: 16.0, ink: Ink::Draft, ..BOLD };
const SECTION: Look = BOLD;
const LAW: Look = Look { size: 7.5, leading: 10.0, ink: Ink::Muted, weight: Weight::Regular, ..SECTION };
const AGAIN: Look = Look { ink: Ink::Muted, weight: Weight::Regular, size: 8.5, leading: 11.6, ..SECTION };

/// Lays notices out one after the other, `scale` times as large as usual, and says which characters the fonts lack.
pub fn layout(documents: &[Document], family: &Family<'_>, scale: f32) -> (Layout, BTreeSet<char>) {
    let mut setter = Setter::new(family, documents.first().map(|first| first.lang).unwrap_or_default());
    // What is to be larger is set on a smaller sheet, and the sheet is enlarged.
    let sheet = Sheet { left: SIDE / scale, top: TOP / scale, bottom: BOTTOM / scale, width: FULL / scale };
    let mut press = Press { pages: Vec::new(), y: sheet.top, sheet };
    let mut outline = Vec::new();
    let mut begins = Vec::new();
    let several = documents.len() > 1;
    for document in documents {
        setter.lang = document.lang;
        let mut parent = 0;
        press.turn_page();
        begins.push(press.pages.len() - 1);
        if several {
            parent = setter.element(Role::Part, 0);
            if let Some(part) = setter.layout.elements.last_mut() {
                part.lang = Some(document.lang);
            }
            outline.push(Entry {
                title: document.title.clone(),
                page: press.pages.len() - 1,
                y: 0.0,
                inner: false,
            });
        }
        let opening = opening(&mut setter, document, sheet.whole(parent));
        press.row(Row { right: opening.into(), ..Row::default() }, &setter.heads);
        press.y += ROW_PAD;
        let first = outline.len();
        for section in &document.sections {
            setter.heads.clear();
            let row = row(&mut setter, document, section, sheet.whole(parent));
            if row.left.is_empty() && row.right.is_empty() {
                continue;
            }
            let (page, y) = press.row(row, &setter.heads);
            outline.push(Entry { title: section.title.clone(), page, y: y * scale, inner: several });
        }
        if outline.len() > first {
            press.rule(press.y);
        }
    }
    for item in press.pages.iter_mut().flatten() {
        item.scale(scale);
    }
    let count = press.pages.len();
    let mut rest = press.pages.as_mut_slice();
    let ends = begins.iter().skip(1).copied().chain([count]);
    for ((document, begin), end) in documents.iter().zip(&begins).zip(ends) {
        let Some((own, others)) = std::mem::take(&mut rest).split_at_mut_checked(end - begin) else { break };
        Furniture { document, family, missing: &mut setter.missing }.draw(own, *begin, count);
        rest = others;
    }
    let layout = Layout { pages: press.pages, outline, end: press.y * scale, ..setter.layout };
    (layout, setter.missing)
}

/// The sheet that is set on.
#[derive(Clone, Copy)]
struct Sheet {
    left: f32,
    top: f32,
    bottom: f32,
    width: f32,
}

impl Sheet {
    const fn whole(&self, parent: usize) -> Place {
        Place { x: self.left, width: self.width, parent }
    }
}

/// The title, the firm and the facts.
fn opening(setter: &mut Setter<'_>, document: &Document, whole: Place) -> Vec<Strip> {
    let mut strips = Vec::new();
    for (text, role, look, gap) in [
        (document.labels.draft.to_uppercase(), Role::Paragraph, DRAFT, 0.0),
        (document.title.clone(), Role::Heading1, TITLE, 0.0),
        (document.firm.clone(), Role::Paragraph, FIRM, 3.0),
    ] {
        if text.trim().is_empty() {
            continue;
        }
        let element = setter.element(role, whole.parent);
        let mut set = setter.plain(&text, element, look, whole);
        gap_above(&mut set, gap);
        strips.append(&mut set);
    }
    keep_all(&mut strips);
    if !document.facts.is_empty() {
        let inline = |text: &String| vec![Inline::Text(text.clone())];
        let facts: Vec<_> =
            document.facts.iter().map(|(label, value)| (inline(label), inline(value))).collect();
        let mut set = setter.definitions(&facts, whole);
        gap_above(&mut set, 8.0);
        strips.append(&mut set);
    }
    strips
}

/// A row of the register table before it is put on pages.
#[derive(Default)]
struct Row {
    left: VecDeque<Strip>,
    right: VecDeque<Strip>,
    /// What stands on the left where the row goes on.
    again: Vec<Strip>,
}

fn row(setter: &mut Setter<'_>, document: &Document, section: &Section, whole: Place) -> Row {
    let parent = setter.element(Role::Section, whole.parent);
    let titles = Place { width: TITLES, parent, ..whole };
    let indent = TITLES + GUTTER;
    let texts = Place { x: whole.x + indent, width: whole.width - indent, parent };
    let mut left = Vec::new();
    let mut again = Vec::new();
    if !section.title.trim().is_empty() {
        let heading = setter.element(Role::Heading2, parent);
        left = setter.plain(&section.title, heading, SECTION, titles);
        let label = format!("{} {}", section.title, document.labels.continued);
        again = setter.plain(&label, heading, AGAIN, titles);
        again.truncate(AGAIN_LINES);
    }
    if !section.law.trim().is_empty() {
        let law = setter.element(Role::Paragraph, parent);
        let mut law = setter.plain(&section.law, law, LAW, titles);
        gap_above(&mut law, 2.0);
        left.append(&mut law);
    }
    keep_all(&mut left);
    for (_, item) in again.iter_mut().flat_map(|strip| &mut strip.items) {
        *item = item.clone().repeated();
    }
    let blocks: Vec<Block> = section.blocks.iter().filter(|block| !is_blank(block)).cloned().collect();
    let right = setter.blocks(&blocks, texts);
    Row { left: left.into(), right: right.into(), again }
}

/// A block that would leave nothing but a gap.
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

/// Fills pages from the top.
struct Press {
    pages: Vec<Vec<Item>>,
    y: f32,
    sheet: Sheet,
}

impl Press {
    fn draw(&mut self, item: Item) {
        if let Some(page) = self.pages.last_mut() {
            page.push(item);
        }
    }

    /// A hairline from margin to margin.
    fn rule(&mut self, y: f32) {
        let shape = Shape::Rule {
            x: self.sheet.left,
            y,
            width: self.sheet.width,
            thickness: 0.5,
            ink: Ink::Hairline,
        };
        self.draw(Item { owner: Owner::Artifact, shape });
    }

    fn turn_page(&mut self) {
        self.pages.push(Vec::new());
        self.y = self.sheet.top;
    }

    /// Puts a row on as many pages as it needs, and says on which and where it begins.
    fn row(&mut self, mut row: Row, heads: &[Vec<Strip>]) -> (usize, f32) {
        let ruled = !row.left.is_empty() || row.again.len() > AGAIN_LINES;
        let mut begin = None;
        loop {
            let empty = self.y <= self.sheet.top;
            let room = self.sheet.bottom - self.y - 2.0 * ROW_PAD;
            let head = row.right.front().and_then(|strip| strip.head).and_then(|head| heads.get(head));
            let head_height = head.map_or(0.0, |head| height(head, HEIGHT));
            let (left, right) = (fit(&row.left, room), fit(&row.right, room - head_height));
            let (left, right) = if empty {
                (or_most(left.whole, left.most), or_most(right.whole, right.most))
            } else {
                (left.whole, right.whole)
            };
            let parted = right < row.right.len();
            let starved = left < row.left.len() || (right == 0 && parted);
            let low = parted && height(&row.right, LOW_ROW) <= LOW_ROW;
            if !empty && begin.is_none() && (starved || low) {
                self.turn_page();
                continue;
            }
            let top = self.y;
            if ruled {
                self.rule(top);
            }
            let mut drawn = Vec::new();
            let mut end = top + ROW_PAD;
            if begin.is_some() && row.left.is_empty() {
                end = end.max(place(row.again.iter().cloned(), top + ROW_PAD, &mut drawn));
            }
            end = end.max(place(row.left.drain(..left), top + ROW_PAD, &mut drawn));
            let head = head.map(|head| head.iter().cloned()).into_iter().flatten();
            end = end.max(place(head.chain(row.right.drain(..right)), top + ROW_PAD, &mut drawn));
            // Lines of cells that stand side by side are drawn cell by cell, as they are read.
            drawn.sort_by_key(|(turn, _)| *turn);
            for (_, item) in drawn {
                self.draw(item);
            }
            self.y = end + ROW_PAD;
            let begin = *begin.get_or_insert((self.pages.len() - 1, top));
            if row.left.is_empty() && row.right.is_empty() {
                return begin;
            }
            if ruled {
                self.rule(self.y);
            }
            self.turn_page();
        }
    }
}

const fn or_most(whole: usize, most: usize) -> usize {
    if whole == 0 { most } else { whole }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Labels, Table, para};
    use crate::export::pdf::tests::family;
    use crate::lang::Lang;
    use crate::section::SectionId;

    fn notice(title: &str, blocks: Vec<Block>) -> Document {
        let section = Section { id: SectionId::Purposes, title: title.into(), law: title.into(), blocks };
        let [page, continued, draft] = ["Sivu", "(jatkuu)", "Luonnos"].map(str::to_owned);
        let labels = Labels { page, continued, draft, ..Labels::default() };
        let facts = vec![(title.to_owned(), title.to_owned())];
        let (title, firm, sections) = (title.to_owned(), title.to_owned(), vec![section]);
        Document { lang: Lang::Fi, title, firm, facts, labels, date: None, sections }
    }

    /// Every run must be on the paper, with a margin all round, and above the footer unless it is the footer.
    fn assert_inside(layout: &Layout) {
        for item in layout.pages.iter().flatten() {
            let lowest = if item.owner == Owner::Footer { HEIGHT - 20.0 } else { BOTTOM };
            match &item.shape {
                Shape::Run(run) => {
                    assert!(run.x >= SIDE && run.x + run.width <= WIDTH - SIDE + 0.5, "{run:?}");
                    assert!(run.y > 20.0 && run.y <= lowest, "{run:?}");
                }
                Shape::Rule { x, y, width, .. } => {
                    assert!(*x >= SIDE && x + width <= WIDTH - SIDE + 0.5 && *y > 20.0 && *y <= BOTTOM + 0.5);
                }
                Shape::Code { x, y, square, squares } => {
                    let side = square * f32::from(squares.side());
                    assert!(
                        *x >= SIDE && x + side <= WIDTH - SIDE + 0.5 && *y > 20.0 && y + side <= BOTTOM + 0.5
                    );
                }
                Shape::Panel { x, y, width, height, .. } => {
                    assert!(
                        *x >= SIDE
                            && x + width <= WIDTH - SIDE + 0.5
                            && *y > 20.0
                            && y + height <= BOTTOM + 0.5
                    );
                }
            }
        }
    }

    #[test]
    fn nothing_is_drawn_outside_the_margins() {
        let inlines = |text: &str| vec![Inline::Text(text.to_owned())];
        for text in
            ["x".repeat(300), "W ".repeat(700), "rivi\n".repeat(150), "\u{A0}".repeat(400), "ä".into()]
        {
            let table = |columns| {
                Block::Table(Table::new(vec![text.clone(); columns], vec![vec![inlines(&text); columns]; 3]))
            };
            let entry = (inlines(&text), inlines(&text));
            let nested = (0..60).fold(para(text.as_str()), |inner, _| Block::Box(vec![inner]));
            let blocks = vec![
                para(text.as_str()),
                Block::Heading(inlines(&text)),
                Block::List(vec![inlines(&text); 3]),
                Block::DefinitionList(vec![entry; 2]),
                table(1),
                table(6),
                table(40),
                Block::Box(vec![table(3), para(text.as_str())]),
                nested,
                Block::Code { text: text.clone(), alt: text.clone() },
            ];
            let (layout, _) = layout(&[notice(&text, blocks)], &family(), 1.0);
            assert_inside(&layout);
        }
    }

    #[test]
    fn a_row_that_goes_on_says_so() {
        let family = family();
        let (layout, _) = layout(&[notice("Otsikko", vec![para("sana ".repeat(3000))])], &family, 1.0);
        assert!(layout.pages.len() > 3);
        for page in layout.pages.iter().skip(1) {
            let said = page.iter().any(|item| match &item.shape {
                Shape::Run(run) => {
                    let text: String = run.glyphs.iter().map(|glyph| glyph.ch).collect();
                    text == "Otsikko (jatkuu)" && item.owner == Owner::Artifact
                }
                _ => false,
            });
            assert!(said);
        }
        assert_eq!(layout.outline.len(), 1);
    }

    #[test]
    fn two_lines_at_least_stand_on_each_page() {
        // Whatever the number of lines, no page has a single line of a paragraph.
        for lines in 2..130 {
            let (layout, _) = layout(&[notice("O", vec![para("rivi\n".repeat(lines))])], &family(), 1.0);
            for page in &layout.pages {
                let own = page
                    .iter()
                    .filter(|item| matches!(&item.shape, Shape::Run(run) if run.x > SIDE + TITLES))
                    .filter(|item| matches!(item.owner, Owner::Element(_)));
                assert_ne!(own.count(), 1, "{lines} lines");
            }
        }
    }
}
