//! From inlines to strips: text in a given look, with its links, emphasis and passages in other languages.
//!
//! Knows: type sizes, the elements of the structure tree. Does not know: blocks, pages.

use super::font::{Family, Weight};
use super::line::{Hyphens, Line, lines};
use super::page::{Element, Ink, Item, Layout, Link, Owner, Role, Run, Shape};
use super::strip::{Strip, keep_all, keep_pairs};
use super::text::{Break, Letter, Paragraph, Piece, Style};
use crate::document::{Inline, is_safe_href};
use crate::lang::Lang;
use std::collections::BTreeSet;

/// How a paragraph is set: font, colour, size and line spacing.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Which font.
    pub weight: Weight,
    /// Which colour.
    pub ink: Ink,
    /// The type size in points.
    pub size: f32,
    /// The distance from one baseline to the next, in points.
    pub leading: f32,
    /// When words are hyphenated.
    pub hyphens: Hyphens,
}

impl Look {
    /// Running text.
    pub const BODY: Self =
        Self { weight: Weight::Regular, ink: Ink::Text, size: 9.5, leading: 13.2, hyphens: Hyphens::Sparing };
    /// A term that is explained beside it.
    pub const TERM: Self = Self { weight: Weight::Bold, ..Self::BODY };
    /// A heading inside a section.
    pub const HEADING: Self =
        Self { weight: Weight::Bold, ink: Ink::Accent, hyphens: Hyphens::Never, ..Self::BODY };
}

/// Where a block is set, from left to right, and under which element.
#[derive(Clone, Copy, Debug)]
pub struct Region {
    /// The left edge.
    pub x: f32,
    /// The width.
    pub width: f32,
    /// The block's parent in the structure tree: an index into [`Layout::elements`].
    pub parent: usize,
}

/// Sets the blocks of a file, and collects what they have in common: elements, links, missing characters.
pub struct Typesetter<'a> {
    family: &'a Family<'a>,
    /// The language of the notice that is being set.
    pub lang: Lang,
    /// The elements and links so far.
    pub layout: Layout,
    /// The heads of the section's tables, to be repeated on new pages.
    pub heads: Vec<Vec<Strip>>,
    /// The characters that the fonts lack.
    pub missing: BTreeSet<char>,
    /// The reading order of the text that was set last, from 1.
    order: usize,
    /// The number of boxes so far.
    pub boxes: usize,
}

impl<'a> Typesetter<'a> {
    /// A typesetter that has set nothing: there is only the root element.
    pub fn new(family: &'a Family<'a>, lang: Lang) -> Self {
        let root = Element { role: Role::Document, parent: None, lang: None, alt: None };
        let layout = Layout { elements: vec![root], ..Layout::default() };
        Self { family, lang, layout, heads: Vec::new(), missing: BTreeSet::new(), order: 0, boxes: 0 }
    }

    /// Adds an element, and returns its index.
    pub fn element(&mut self, role: Role, parent: usize) -> usize {
        self.layout.elements.push(Element { role, parent: Some(parent), lang: None, alt: None });
        self.layout.elements.len() - 1
    }

    /// Sets text without markup.
    pub fn plain(&mut self, text: &str, element: usize, look: Look, region: Region) -> Vec<Strip> {
        let paragraph = self.paragraph(&[Inline::Text(text.to_owned())], element, look);
        self.text(&paragraph, look, region.x, region.width)
    }

    /// Sets text with links and emphasis.
    pub fn inlines(&mut self, inlines: &[Inline], element: usize, look: Look, region: Region) -> Vec<Strip> {
        let paragraph = self.paragraph(inlines, element, look);
        self.text(&paragraph, look, region.x, region.width)
    }

    /// Turns inlines into glyphs. Links and passages in other languages become elements of their own.
    pub fn paragraph(&mut self, inlines: &[Inline], element: usize, look: Look) -> Paragraph {
        let base = Style { weight: look.weight, ink: look.ink, element, link: None, lang: self.lang };
        let mut pieces = Vec::new();
        for inline in inlines {
            let style = match inline {
                Inline::Strong(_) => Style { weight: Weight::Bold, ..base },
                Inline::Link { text, href } if is_safe_href(href) && !text.trim().is_empty() => {
                    let element = self.element(Role::Link, element);
                    self.layout.links.push(Link { href: href.clone(), text: text.clone(), element });
                    Style { ink: Ink::Link, element, link: Some(self.layout.links.len() - 1), ..base }
                }
                Inline::Lang { lang, .. } if *lang != self.lang => {
                    let element = self.element(Role::Span, element);
                    if let Some(span) = self.layout.elements.last_mut() {
                        span.lang = Some(*lang);
                    }
                    Style { element, lang: *lang, ..base }
                }
                Inline::Text(_) | Inline::Link { .. } | Inline::Lang { .. } => base,
            };
            pieces.push(Piece { text: inline.text(), style });
        }
        Paragraph::new(self.family, &pieces, &mut self.missing)
    }

    /// The reading order of what is set next: after all that was set before.
    pub const fn next_order(&mut self) -> usize {
        self.order += 1;
        self.order
    }

    /// Breaks a paragraph into lines, one strip each.
    pub fn text(&mut self, paragraph: &Paragraph, look: Look, x: f32, width: f32) -> Vec<Strip> {
        self.next_order();
        #[allow(
            clippy::cast_possible_truncation,
            reason = "a width in 1/1000 of the type size is some 60 000"
        )]
        let units = (width * 1000.0 / look.size) as i64;
        let lines = lines(paragraph, self.family, units.max(1), look.hyphens);
        let mut strips: Vec<Strip> =
            lines.iter().map(|line| Strip::new(look.leading, self.line(paragraph, line, look, x))).collect();
        keep_pairs(&mut strips);
        strips
    }

    /// The items of one line: a run for each stretch of one style, and a rule under each link.
    fn line(&self, paragraph: &Paragraph, line: &Line, look: Look, x: f32) -> Vec<(usize, Item)> {
        let letters = paragraph.letters.get(line.letters.clone()).unwrap_or_default();
        let font = self.family.get(look.weight);
        let room = look.leading - points((font.ascent() - font.descent()).into(), look.size);
        let y = room / 2.0 + points(font.ascent().into(), look.size);
        let mut items = Vec::new();
        let mut x = x;
        let mut rest = letters;
        while let Some(first) = rest.first() {
            let count = rest.iter().take_while(|letter| letter.style == first.style).count();
            let (stretch, after) = rest.split_at_checked(count).unwrap_or((rest, &[]));
            rest = after;
            let Some(style) = paragraph.styles.get(first.style) else { continue };
            let run = self.run(stretch, *style, line.hyphen && rest.is_empty(), [x, y, look.size]);
            x += points(advance(&run), look.size);
            if run.glyphs.is_empty() {
                continue;
            }
            let owner = Owner::Element(style.element);
            if style.link.is_some() && run.width > 0.0 {
                let shape =
                    Shape::Rule { x: run.x, y: y + 1.4, width: run.width, thickness: 0.45, ink: Ink::Link };
                items.push((self.order, Item { owner, shape }));
            }
            items.push((self.order, Item { owner, shape: Shape::Run(run) }));
        }
        items
    }

    /// A run of letters of one style. A hyphen at its end is drawn as a soft hyphen, which is not copied with the text.
    fn run(&self, letters: &[Letter], style: Style, hyphen: bool, [x, y, size]: [f32; 3]) -> Run {
        let seen = letters.iter().rposition(|letter| !letter.is_blank()).map_or(0, |last| last + 1);
        let mut glyphs: Vec<_> =
            letters.iter().filter(|letter| !letter.is_hidden()).map(|letter| letter.glyph).collect();
        let font = self.family.get(style.weight);
        if hyphen && let Some(mark) = font.glyph('\u{AD}').or_else(|| font.glyph('-')) {
            glyphs.push(mark);
        }
        let width =
            letters.iter().take(seen).map(|letter| i64::from(letter.glyph.advance + letter.glyph.kern)).sum();
        let width = points(width, size);
        Run { x, y, size, weight: style.weight, ink: style.ink, glyphs, width, link: style.link }
    }
}

/// How far the pen moves along a run, in 1/1000 of the type size.
fn advance(run: &Run) -> i64 {
    run.glyphs.iter().map(|glyph| i64::from(glyph.advance + glyph.kern)).sum()
}

/// Converts from 1/1000 of the type size to points.
#[allow(clippy::cast_precision_loss, reason = "no line is so long that it would matter")]
pub fn points(units: i64, size: f32) -> f32 {
    units as f32 * size / 1000.0
}

/// The widest and the narrowest that a paragraph can sensibly be set, in 1/1000 of the type size.
#[derive(Clone, Copy, Debug, Default)]
pub struct Measure {
    /// The width of its longest line when only the text's own line breaks are used.
    pub natural: i64,
    /// The width of its longest piece that cannot be broken.
    pub least: i64,
}

/// Measures a paragraph, to choose the width of its column.
pub fn measure(paragraph: &Paragraph) -> Measure {
    let mut measure = Measure::default();
    let (mut line, mut word) = (0, 0);
    for letter in &paragraph.letters {
        let advance = i64::from(letter.glyph.advance + letter.glyph.kern);
        line += advance;
        word += if letter.is_blank() { 0 } else { advance };
        measure.natural = measure.natural.max(line);
        measure.least = measure.least.max(word);
        match letter.after {
            Break::No => {}
            Break::Allowed | Break::Soft => word = 0,
            Break::Forced => (line, word) = (0, 0),
        }
    }
    measure
}

/// Puts cells side by side, line by line. A row of at most four lines is not split between pages.
pub fn beside(cells: impl IntoIterator<Item = Vec<Strip>>) -> Vec<Strip> {
    const LOW: usize = 4;
    let mut row: Vec<Strip> = Vec::new();
    for cell in cells {
        for (at, strip) in cell.into_iter().enumerate() {
            match row.get_mut(at) {
                Some(line) => {
                    line.height = line.height.max(strip.height);
                    line.items.extend(strip.items);
                }
                None => row.push(strip),
            }
        }
    }
    if row.len() <= LOW {
        keep_all(&mut row);
    } else {
        keep_pairs(&mut row);
    }
    row
}
