//! What a laid-out notice is: pages of positioned text, rules and panels, and a tree of what they mean.
//!
//! Knows: points, fonts, the roles of text. Does not know: how lines are broken, or any file format.
//! Lengths are points (1/72 inch); `x` runs right and `y` runs down from the top left corner of the page.

use super::font::{Glyph, Weight};
use crate::export::code::Code;
use crate::lang::Lang;

/// Width of an A4 page.
pub const WIDTH: f32 = 595.28;
/// Height of an A4 page.
pub const HEIGHT: f32 = 841.89;

/// Everything that a writer needs.
#[derive(Debug, Default)]
pub struct Layout {
    /// The pages in order, at least one.
    pub pages: Vec<Vec<Item>>,
    /// What the text means; the first element is the root.
    pub elements: Vec<Element>,
    /// The links, each belonging to one element.
    pub links: Vec<Link>,
    /// Where the sections begin.
    pub outline: Vec<Entry>,
    /// How far down the last page is filled, in points from its upper edge.
    pub end: f32,
}

/// A thing on a page, and whose it is.
#[derive(Clone, Debug)]
pub struct Item {
    /// The element that it is content of, or why it is content of none.
    pub owner: Owner,
    /// What is drawn.
    pub shape: Shape,
}

/// What an item belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Content of an element: an index into [`Layout::elements`].
    Element(usize),
    /// Not content: rules, tints and what is repeated from another page.
    Artifact,
    /// The running header.
    Header,
    /// The running footer.
    Footer,
}

/// Something drawn.
#[derive(Clone, Debug)]
pub enum Shape {
    /// Text in one font and colour on one line.
    Run(Run),
    /// A horizontal rule from `x` to `x + width`.
    Rule {
        /// The left end.
        x: f32,
        /// The middle of the rule.
        y: f32,
        /// Its length.
        width: f32,
        /// Its thickness.
        thickness: f32,
        /// Its colour.
        ink: Ink,
    },
    /// A tinted rectangle.
    Panel {
        /// The left edge.
        x: f32,
        /// The upper edge.
        y: f32,
        /// Its width.
        width: f32,
        /// Its height.
        height: f32,
        /// Its colour.
        ink: Ink,
        /// The colour of a hairline round it.
        edge: Option<Ink>,
    },
    /// A code of dark squares, for a camera.
    Code {
        /// The left edge.
        x: f32,
        /// The upper edge.
        y: f32,
        /// The side of one square.
        square: f32,
        /// The dark ones.
        squares: Code,
    },
}

impl Item {
    /// The same item, further down.
    pub fn down(mut self, by: f32) -> Self {
        match &mut self.shape {
            Shape::Run(Run { y, .. })
            | Shape::Rule { y, .. }
            | Shape::Panel { y, .. }
            | Shape::Code { y, .. } => *y += by,
        }
        self
    }

    /// The same item, so many times as large, seen from the upper left corner of the page.
    pub fn scale(&mut self, by: f32) {
        let measures: &mut [&mut f32] = match &mut self.shape {
            Shape::Run(Run { x, y, size, width, .. }) => &mut [x, y, size, width],
            Shape::Rule { x, y, width, .. } => &mut [x, y, width],
            Shape::Panel { x, y, width, height, .. } => &mut [x, y, width, height],
            Shape::Code { x, y, square, .. } => &mut [x, y, square],
        };
        for measure in measures {
            **measure *= by;
        }
    }

    /// The same item as furniture of the page: what is repeated must be read once only.
    pub fn repeated(mut self) -> Self {
        self.owner = Owner::Artifact;
        if let Shape::Run(run) = &mut self.shape {
            run.link = None;
        }
        self
    }
}

/// Text in one font and colour on one line.
#[derive(Clone, Debug)]
pub struct Run {
    /// Where the first glyph begins.
    pub x: f32,
    /// The baseline.
    pub y: f32,
    /// The type size.
    pub size: f32,
    /// Which font.
    pub weight: Weight,
    /// The colour.
    pub ink: Ink,
    /// What is set.
    pub glyphs: Vec<Glyph>,
    /// The width of what can be seen: without the space at the end of a line.
    pub width: f32,
    /// The link that it is part of: an index into [`Layout::links`].
    pub link: Option<usize>,
}

/// The colours that a notice uses. Text in any of them has a contrast of at least 4.5 : 1 on its ground.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Running text.
    Text,
    /// Small type that accompanies.
    Muted,
    /// The title and the headings.
    Accent,
    /// Links.
    Link,
    /// The mark of a draft.
    Draft,
    /// Hairlines.
    Hairline,
    /// The ground of a box.
    Tint,
    /// The ground of a table's head.
    Shade,
}

impl Ink {
    /// Red, green and blue, 0 to 1.
    pub const fn rgb(self) -> [f32; 3] {
        match self {
            Self::Text => [0.1, 0.1, 0.1],
            Self::Muted => [0.36, 0.36, 0.36],
            Self::Accent => [0.06, 0.16, 0.3],
            Self::Link => [0.0, 0.27, 0.55],
            Self::Draft => [0.66, 0.1, 0.1],
            Self::Hairline => [0.72, 0.72, 0.72],
            Self::Tint => [0.94, 0.955, 0.975],
            Self::Shade => [0.93, 0.93, 0.93],
        }
    }
}

/// A piece of the notice's structure. Block-level elements stand under their parent in the order in which they
/// were made; [inline](Role::is_inline) ones stand where their text is first drawn.
#[derive(Debug)]
pub struct Element {
    /// What it is.
    pub role: Role,
    /// The element that it is in; `None` for the root.
    pub parent: Option<usize>,
    /// Its language where that is not the document's.
    pub lang: Option<Lang>,
    /// What is said in its place where it cannot be seen: for figures.
    pub alt: Option<String>,
}

/// What an element is, in the words of ISO 32000-1, 14.8.4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the standard's own names")]
pub enum Role {
    Document,
    /// One language of a notice in several.
    Part,
    Section,
    /// The notice's title.
    Heading1,
    /// A section's title.
    Heading2,
    /// A heading inside a section.
    Heading3,
    Paragraph,
    /// A list with bullets.
    List,
    /// A list whose labels are the terms: definitions and the facts under the title.
    Definitions,
    ListItem,
    Label,
    ListBody,
    Table,
    TableRow,
    ColumnHead,
    Cell,
    /// What is set apart from the rest.
    Division,
    Link,
    Span,
    /// A code for a camera.
    Figure,
}

impl Role {
    /// The role's name in a file.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Part => "Part",
            Self::Section => "Sect",
            Self::Heading1 => "H1",
            Self::Heading2 => "H2",
            Self::Heading3 => "H3",
            Self::Paragraph => "P",
            Self::List | Self::Definitions => "L",
            Self::ListItem => "LI",
            Self::Label => "Lbl",
            Self::ListBody => "LBody",
            Self::Table => "Table",
            Self::TableRow => "TR",
            Self::ColumnHead => "TH",
            Self::Cell => "TD",
            Self::Division => "Div",
            Self::Link => "Link",
            Self::Span => "Span",
            Self::Figure => "Figure",
        }
    }

    /// Whether the element stands inside a line of its parent's text.
    pub const fn is_inline(self) -> bool {
        matches!(self, Self::Link | Self::Span)
    }
}

/// A link. Where it stands follows from the runs that name it.
#[derive(Debug)]
pub struct Link {
    /// Where it leads; always safe to follow.
    pub href: String,
    /// What is shown.
    pub text: String,
    /// The element of the link.
    pub element: usize,
}

/// A place to go to.
#[derive(Debug)]
pub struct Entry {
    /// What it is called.
    pub title: String,
    /// The page, from 0.
    pub page: usize,
    /// Where on the page.
    pub y: f32,
    /// Whether it is part of the entry above it that is not.
    pub inner: bool,
}
