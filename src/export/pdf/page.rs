//! A laid-out notice: pages of positioned text, rules and panels, and a tree of elements that says what they are.
//!
//! Knows: points, fonts, the roles of text. Does not know: how lines are broken, or any file format.
//! Lengths are in points (1/72 inch); `x` runs right and `y` runs down from the top left corner of the page.

use super::font::{Glyph, Weight};
use crate::export::code::Code;
use crate::lang::Lang;

/// Width of an A4 page.
pub const WIDTH: f32 = 595.28;
/// Height of an A4 page.
pub const HEIGHT: f32 = 841.89;
/// The margin on the left and on the right.
pub const MARGIN: f32 = 52.0;
/// The width between the margins.
pub const TEXT_WIDTH: f32 = WIDTH - 2.0 * MARGIN;

/// Everything that is needed to write the file.
#[derive(Debug, Default)]
pub struct Layout {
    /// The pages in order, at least one.
    pub pages: Vec<Vec<Item>>,
    /// The tree of elements; the first one is the root, and each comes after its parent.
    pub elements: Vec<Element>,
    /// The links; each has an element of its own.
    pub links: Vec<Link>,
    /// The bookmarks, in the order of the notice.
    pub outline: Vec<Bookmark>,
    /// Where the content of the last page ends, from its upper edge.
    pub end: f32,
}

/// Something drawn on a page, and what it belongs to.
#[derive(Clone, Debug)]
pub struct Item {
    /// The element whose content it is, or why it belongs to none.
    pub owner: Owner,
    /// What is drawn.
    pub shape: Shape,
}

/// What an item belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Owner {
    /// Content of an element: an index into [`Layout::elements`].
    Element(usize),
    /// Decoration, which a screen reader skips: rules, tints and what is repeated from another page.
    Artifact,
    /// The running header.
    Header,
    /// The running footer.
    Footer,
}

/// What is drawn.
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
    /// A QR code.
    Code {
        /// The left edge.
        x: f32,
        /// The upper edge.
        y: f32,
        /// The side of one square.
        square: f32,
        /// Which squares are dark.
        squares: Code,
    },
}

impl Item {
    /// Moves the item down.
    pub fn move_down(&mut self, by: f32) {
        match &mut self.shape {
            Shape::Run(Run { y, .. })
            | Shape::Rule { y, .. }
            | Shape::Panel { y, .. }
            | Shape::Code { y, .. } => *y += by,
        }
    }

    /// Makes the item `by` times as large, and its distance from the upper left corner of the page with it.
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

    /// Makes the item decoration: what is repeated on another page must be read aloud only once.
    pub const fn make_decoration(&mut self) {
        self.owner = Owner::Artifact;
        if let Shape::Run(run) = &mut self.shape {
            run.link = None;
        }
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
    /// The glyphs, with their advances and kerning.
    pub glyphs: Vec<Glyph>,
    /// The visible width: without a space at the end of the line.
    pub width: f32,
    /// Its link, if it has one: an index into [`Layout::links`].
    pub link: Option<usize>,
}

/// The colours of a notice. Text has a contrast of at least 4.5 : 1 on its background.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Running text.
    Text,
    /// Small type: law references, running header and footer.
    Muted,
    /// The title and the headings.
    Accent,
    /// Links.
    Link,
    /// The word "draft" on a notice that must not be published yet.
    Draft,
    /// Hairlines.
    Hairline,
    /// The background of a box.
    Tint,
    /// The background of a table's head.
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

/// A node of the structure tree. Block elements stand under their parent in the order in which they were made;
/// [inline](Role::is_inline) ones stand where their text is first drawn.
#[derive(Debug)]
pub struct Element {
    /// What it is.
    pub role: Role,
    /// Its parent: an index into [`Layout::elements`]; `None` for the root.
    pub parent: Option<usize>,
    /// Its language, if that is not its parent's.
    pub lang: Option<Lang>,
    /// The alternative text of a figure.
    pub alt: Option<String>,
}

/// What an element is, in the terms of ISO 32000-1, 14.8.4.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the standard's own names")]
pub enum Role {
    Document,
    /// One language of a notice in several languages.
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
    /// A box.
    Division,
    Link,
    Span,
    /// A QR code.
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

    /// Whether the element is a run inside its parent's text, and not a block.
    pub const fn is_inline(self) -> bool {
        matches!(self, Self::Link | Self::Span)
    }
}

/// A link. Where it can be clicked follows from the runs that name it.
#[derive(Debug)]
pub struct Link {
    /// The address; only of a kind that is safe to follow (`document::is_safe_href`).
    pub href: String,
    /// The text that is shown.
    pub text: String,
    /// Its element: an index into [`Layout::elements`].
    pub element: usize,
}

/// A bookmark: where a section begins, or one language of several.
#[derive(Debug)]
pub struct Bookmark {
    /// The section's title, or the notice's.
    pub title: String,
    /// The page, from 0.
    pub page: usize,
    /// The position on the page, from its upper edge.
    pub y: f32,
    /// True for a section under the bookmark of its language.
    pub nested: bool,
}
