//! The notice on pages: the title, then a table with one row per section, its title on the left and its text on the right.
//!
//! Knows: the margins and the two columns. Does not know: what a section is about, or any file format.
//! A row that does not fit goes on overleaf, where its title is repeated in lighter type.

use super::font::{Family, Weight};
use super::furniture::Furniture;
use super::page::{Bookmark, HEIGHT, Ink, Item, Layout, MARGIN, Owner, Role, Shape, TEXT_WIDTH};
use super::row::{BOLD, Row, row};
use super::strip::{Strip, fit, gap_above, height, keep_all, stack};
use super::typesetter::{Look, Region, Typesetter};
use crate::document::{Block, Document, Inline, plain};
use std::collections::BTreeSet;

/// The upper and lower edges of the text.
const TOP: f32 = 62.0;
const BOTTOM: f32 = HEIGHT - 62.0;
/// The space between a row's text and the rules above and below it.
const ROW_PAD: f32 = 7.5;
/// A row no higher than this is not split between pages.
const LOW_ROW: f32 = 110.0;
/// A last page whose content ends above this has only a few lines.
pub const FEW_LINES: f32 = TOP + 100.0;
const TITLE: Look = Look { size: 21.0, leading: 26.0, ..BOLD };
const FIRM: Look = Look { size: 12.0, leading: 17.0, ink: Ink::Text, weight: Weight::Regular, ..BOLD };
const DRAFT: Look = Look { size: 9.5, leading: 16.0, ink: Ink::Draft, ..BOLD };
/// Lays notices out one after the other, `scale` times as large as usual. Also returns the characters that the fonts lack.
pub fn layout(documents: &[Document], family: &Family<'_>, scale: f32) -> (Layout, BTreeSet<char>) {
    let mut typesetter =
        Typesetter::new(family, documents.first().map(|first| first.lang).unwrap_or_default());
    // Everything is laid out on a page of 1/scale of the size, and the coordinates are scaled up afterwards.
    let area = TypeArea {
        left: MARGIN / scale,
        top: TOP / scale,
        bottom: BOTTOM / scale,
        width: TEXT_WIDTH / scale,
    };
    let mut paginator = Paginator { pages: Vec::new(), y: area.top, area };
    let mut outline = Vec::new();
    let mut begins = Vec::new();
    let several = documents.len() > 1;
    for document in documents {
        typesetter.lang = document.lang;
        let mut parent = 0;
        paginator.new_page();
        begins.push(paginator.pages.len() - 1);
        if several {
            parent = typesetter.element(Role::Part, 0);
            if let Some(element) = typesetter.layout.elements.last_mut() {
                element.lang = Some(document.lang);
            }
            outline.push(Bookmark {
                title: document.title.clone(),
                page: paginator.pages.len() - 1,
                y: 0.0,
                nested: false,
            });
        }
        let opening = opening(&mut typesetter, document, area.whole(parent));
        paginator.row(Row { right: opening.into(), ..Row::default() }, &typesetter.heads);
        paginator.y += ROW_PAD;
        let first = outline.len();
        for section in &document.sections {
            typesetter.heads.clear();
            let row = row(&mut typesetter, document, section, area.whole(parent));
            if row.left.is_empty() && row.right.is_empty() {
                continue;
            }
            let (page, y) = paginator.row(row, &typesetter.heads);
            outline.push(Bookmark { title: section.title.clone(), page, y: y * scale, nested: several });
        }
        if outline.len() > first {
            paginator.rule(paginator.y);
        }
    }
    for item in paginator.pages.iter_mut().flatten() {
        item.scale(scale);
    }
    let count = paginator.pages.len();
    let mut rest = paginator.pages.as_mut_slice();
    let ends = begins.iter().skip(1).copied().chain([count]);
    for ((document, begin), end) in documents.iter().zip(&begins).zip(ends) {
        let Some((own, others)) = std::mem::take(&mut rest).split_at_mut_checked(end - begin) else { break };
        Furniture { document, family, missing: &mut typesetter.missing }.draw(own, *begin, count);
        rest = others;
    }
    let layout = Layout { pages: paginator.pages, outline, end: paginator.y * scale, ..typesetter.layout };
    (layout, typesetter.missing)
}

/// The edges of the text on a page.
#[derive(Clone, Copy)]
struct TypeArea {
    left: f32,
    top: f32,
    bottom: f32,
    width: f32,
}

impl TypeArea {
    /// The region from margin to margin.
    const fn whole(&self, parent: usize) -> Region {
        Region { x: self.left, width: self.width, parent }
    }
}

/// The title, the firm and the facts.
fn opening(typesetter: &mut Typesetter<'_>, document: &Document, whole: Region) -> Vec<Strip> {
    let mut strips = Vec::new();
    for (text, role, look, gap) in [
        (document.labels.draft.to_uppercase(), Role::Paragraph, DRAFT, 0.0),
        (document.title.clone(), Role::Heading1, TITLE, 0.0),
        (document.firm.clone(), Role::Paragraph, FIRM, 3.0),
    ] {
        if text.trim().is_empty() {
            continue;
        }
        let element = typesetter.element(role, whole.parent);
        let mut set = typesetter.plain(&text, element, look, whole);
        gap_above(&mut set, gap);
        strips.append(&mut set);
    }
    keep_all(&mut strips);
    if !document.facts.is_empty() {
        let inline = |text: &String| vec![Inline::Text(text.clone())];
        let facts: Vec<_> =
            document.facts.iter().map(|(label, value)| (inline(label), inline(value))).collect();
        let mut set = typesetter.definitions(&facts, whole);
        gap_above(&mut set, 8.0);
        strips.append(&mut set);
    }
    if !plain(&document.intro).trim().is_empty() {
        let mut set = typesetter.blocks(&[Block::Para(document.intro.clone())], whole);
        gap_above(&mut set, 8.0);
        strips.append(&mut set);
    }
    strips
}

/// Fills pages from the top down.
struct Paginator {
    pages: Vec<Vec<Item>>,
    /// Where the next row begins on the last page.
    y: f32,
    area: TypeArea,
}

impl Paginator {
    fn draw(&mut self, item: Item) {
        if let Some(page) = self.pages.last_mut() {
            page.push(item);
        }
    }

    /// Draws a hairline from margin to margin.
    fn rule(&mut self, y: f32) {
        let shape =
            Shape::Rule { x: self.area.left, y, width: self.area.width, thickness: 0.5, ink: Ink::Hairline };
        self.draw(Item { owner: Owner::Artifact, shape });
    }

    fn new_page(&mut self) {
        self.pages.push(Vec::new());
        self.y = self.area.top;
    }

    /// Puts a row on as many pages as it needs. Returns the page on which it begins, from 0, and its upper edge there.
    /// `heads`: the heads of its tables, which are repeated.
    fn row(&mut self, mut row: Row, heads: &[Vec<Strip>]) -> (usize, f32) {
        let ruled = row.ruled;
        let mut begin = None;
        loop {
            let empty = self.y <= self.area.top;
            let room = self.area.bottom - self.y - 2.0 * ROW_PAD;
            let head = row.right.front().and_then(|strip| strip.head).and_then(|head| heads.get(head));
            let head_height = head.map_or(0.0, |head| height(head, HEIGHT));
            let (left, right) = (fit(&row.left, room), fit(&row.right, room - head_height));
            let (left, right) = if empty {
                (or_most(left.unsplit, left.most), or_most(right.unsplit, right.most))
            } else {
                (left.unsplit, right.unsplit)
            };
            let split = right < row.right.len();
            let starved = left < row.left.len() || (right == 0 && split);
            let low = split && height(&row.right, LOW_ROW) <= LOW_ROW;
            if !empty && begin.is_none() && (starved || low) {
                self.new_page();
                continue;
            }
            let top = self.y;
            if ruled {
                self.rule(top);
            }
            let mut drawn = Vec::new();
            let mut end = top + ROW_PAD;
            if begin.is_some() && row.left.is_empty() {
                end = end.max(stack(row.continued.iter().cloned(), top + ROW_PAD, &mut drawn));
            }
            end = end.max(stack(row.left.drain(..left), top + ROW_PAD, &mut drawn));
            let head = head.map(|head| head.iter().cloned()).into_iter().flatten();
            end = end.max(stack(head.chain(row.right.drain(..right)), top + ROW_PAD, &mut drawn));
            // Draws in reading order: cells that stand side by side one after the other, and not line by line.
            drawn.sort_by_key(|(order, _)| *order);
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
            self.new_page();
        }
    }
}

/// The second number if the first is 0.
const fn or_most(unsplit: usize, most: usize) -> usize {
    if unsplit == 0 { most } else { unsplit }
}

#[cfg(test)]
mod tests {
    use super::super::row::TITLES;
    use super::*;
    use crate::document::{Labels, Section, Table, para};
    use crate::export::pdf::page::WIDTH;
    use crate::export::pdf::tests::family;
    use crate::lang::Lang;
    use crate::section::SectionId;

    fn notice(title: &str, blocks: Vec<Block>) -> Document {
        let section = Section {
            id: SectionId::Purposes,
            tells: Vec::new(),
            title: title.into(),
            law: title.into(),
            blocks,
        };
        let [page, continued, draft] = ["Sivu", "(jatkuu)", "Luonnos"].map(str::to_owned);
        let labels = Labels { page, continued, draft, ..Labels::default() };
        let facts = vec![(title.to_owned(), title.to_owned())];
        let (title, firm, sections) = (title.to_owned(), title.to_owned(), vec![section]);
        Document { lang: Lang::Fi, title, firm, facts, labels, intro: Vec::new(), date: None, sections }
    }

    /// Every run must be on the paper, with a margin all round, and above the footer unless it is the footer.
    fn assert_inside(layout: &Layout) {
        for item in layout.pages.iter().flatten() {
            let lowest = if item.owner == Owner::Footer { HEIGHT - 20.0 } else { BOTTOM };
            match &item.shape {
                Shape::Run(run) => {
                    assert!(run.x >= MARGIN && run.x + run.width <= WIDTH - MARGIN + 0.5, "{run:?}");
                    assert!(run.y > 20.0 && run.y <= lowest, "{run:?}");
                }
                Shape::Rule { x, y, width, .. } => {
                    assert!(
                        *x >= MARGIN && x + width <= WIDTH - MARGIN + 0.5 && *y > 20.0 && *y <= BOTTOM + 0.5
                    );
                }
                Shape::Code { x, y, square, squares } => {
                    let side = square * f32::from(squares.side());
                    assert!(
                        *x >= MARGIN
                            && x + side <= WIDTH - MARGIN + 0.5
                            && *y > 20.0
                            && y + side <= BOTTOM + 0.5
                    );
                }
                Shape::Panel { x, y, width, height, .. } => {
                    assert!(
                        *x >= MARGIN
                            && x + width <= WIDTH - MARGIN + 0.5
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
            let nested = (0..60).fold(para(text.as_str()), |nested, _| Block::Box(vec![nested]));
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
                    .filter(|item| matches!(&item.shape, Shape::Run(run) if run.x > MARGIN + TITLES))
                    .filter(|item| matches!(item.owner, Owner::Element(_)));
                assert_ne!(own.count(), 1, "{lines} lines");
            }
        }
    }
}
