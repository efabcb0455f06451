//! The structure tree: what is a heading, a list or a cell, for screen readers and for reflowing.
//!
//! Law: the act on digital services (306/2019) asks for accessible files. Standard: ISO 32000-1, 14.7 and 14.8.
//! Content belongs to an element through a number in the page's drawing (MCID, here a mark), counted from 0 on each page.
//! Knows: elements, and which marks were drawn for them. Does not know: how they look.

use super::objects::{name, text_string};
use super::page::{Element, HEIGHT, Layout, Role, Run};
use lopdf::{Dictionary, Document as File, Object, ObjectId, dictionary};

/// Which content was drawn for which element, gathered while pages are drawn.
pub struct Marks {
    /// For each page, the element of each mark.
    pages: Vec<Vec<usize>>,
    /// For each element, what it holds in reading order.
    kids: Vec<Vec<Kid>>,
    /// For each inline element that was not drawn yet, its parent.
    waiting: Vec<Option<usize>>,
    /// Where links can be clicked, page by page.
    pub areas: Vec<Area>,
}

/// Where a link can be clicked on one page.
pub struct Area {
    /// An index into [`Layout::links`].
    pub link: usize,
    /// The page, from 0.
    pub page: usize,
    /// One rectangle per line of text: left, bottom, right, top, in points from the lower left corner of the page.
    pub lines: Vec<[f32; 4]>,
}

/// What an element can hold.
#[derive(Clone, Copy)]
enum Kid {
    /// Another element: an index into [`Layout::elements`].
    Element(usize),
    /// Content drawn on a page.
    Content { page: usize, mark: usize },
    /// The annotation of a link: an index into [`Marks::areas`].
    Area(usize),
}

impl Marks {
    /// Begins with the block elements, whose order is known; inline ones are added when their text is drawn.
    pub fn new(layout: &Layout) -> Self {
        let mut kids = vec![Vec::new(); layout.elements.len()];
        let mut waiting = Vec::new();
        for (at, Element { role, parent, .. }) in layout.elements.iter().enumerate() {
            waiting.push(parent.filter(|_| role.is_inline()));
            if let Some(parent) = parent.filter(|_| !role.is_inline()).and_then(|parent| kids.get_mut(parent))
            {
                parent.push(Kid::Element(at));
            }
        }
        Self { pages: vec![Vec::new(); layout.pages.len()], kids, waiting, areas: Vec::new() }
    }

    /// Notes that content of an element is drawn next, and returns its mark.
    pub fn content(&mut self, element: usize, page: usize) -> usize {
        if let Some(parent) = self.waiting.get_mut(element).and_then(Option::take) {
            self.add(parent, Kid::Element(element));
        }
        let Some(marks) = self.pages.get_mut(page) else { return 0 };
        let mark = marks.len();
        marks.push(element);
        self.add(element, Kid::Content { page, mark });
        mark
    }

    /// Notes that a run of a link was drawn.
    pub fn link(&mut self, link: usize, page: usize, run: &Run) {
        let y = HEIGHT - run.y;
        let edges = [run.x, y - 0.25 * run.size, run.x + run.width, y + 0.85 * run.size];
        match self.areas.last_mut() {
            Some(area) if area.link == link && area.page == page => area.lines.push(edges),
            _ => self.areas.push(Area { link, page, lines: vec![edges] }),
        }
    }

    fn add(&mut self, element: usize, kid: Kid) {
        if let Some(kids) = self.kids.get_mut(element) {
            kids.push(kid);
        }
    }

    /// Which elements are written: those with content, and empty cells too, because each row needs all of its cells.
    fn kept(&self, elements: &[Element]) -> Vec<bool> {
        let mut kept = vec![false; elements.len()];
        // Backwards, so that children come first: they were made after their parents.
        for (at, (element, kids)) in elements.iter().zip(&self.kids).enumerate().rev() {
            let keep = matches!(element.role, Role::Cell | Role::ColumnHead | Role::Document)
                || kids.iter().any(|kid| match kid {
                    Kid::Element(child) => kept.get(*child).copied().unwrap_or_default(),
                    Kid::Content { .. } | Kid::Area(_) => true,
                });
            if let Some(own) = kept.get_mut(at) {
                *own = keep;
            }
        }
        kept
    }
}

/// Writes the tree, and returns its root. `annotations` are those of the links, one for each of [`Marks::areas`].
pub fn write(
    file: &mut File,
    layout: &Layout,
    marks: &Marks,
    pages: &[ObjectId],
    annotations: &[ObjectId],
) -> ObjectId {
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = layout.elements.iter().map(|_| file.new_object_id()).collect();
    let kept = marks.kept(&layout.elements);
    let mut kids = marks.kids.clone();
    for (at, area) in marks.areas.iter().enumerate() {
        let element = layout.links.get(area.link).and_then(|link| kids.get_mut(link.element));
        if let Some(kids) = element {
            kids.push(Kid::Area(at));
        }
    }
    let context = Ids { elements: &ids, kept: &kept, pages, annotations, marks };
    let mut level = 0;
    for (((element, own), kids), keep) in layout.elements.iter().zip(&ids).zip(&kids).zip(&kept) {
        if *keep {
            let parent = element.parent.and_then(|parent| ids.get(parent)).copied().unwrap_or(root);
            let tag = tag(element.role, &mut level);
            file.objects.insert(*own, Object::Dictionary(context.element(element, tag, parent, kids)));
        }
    }
    let mut numbers: Vec<Object> = Vec::new();
    for (at, page) in (0_i64..).zip(&marks.pages) {
        let elements: Vec<Object> =
            page.iter().filter_map(|at| ids.get(*at)).map(|id| Object::Reference(*id)).collect();
        let elements = file.add_object(elements);
        numbers.extend([at.into(), Object::Reference(elements)]);
    }
    for (at, area) in (first_annotation(pages)..).zip(&marks.areas) {
        if let Some(id) = layout.links.get(area.link).and_then(|link| ids.get(link.element)) {
            numbers.extend([at.into(), Object::Reference(*id)]);
        }
    }
    let next = i64::try_from(numbers.len() / 2).unwrap_or_default();
    let parents = file.add_object(dictionary! { "Nums" => numbers });
    let document: Vec<Object> = ids.first().map(|id| Object::Reference(*id)).into_iter().collect();
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => document,
        "ParentTree" => parents,
        "ParentTreeNextKey" => next,
    };
    file.objects.insert(root, Object::Dictionary(tree));
    root
}

/// The name of a role in the file. A heading is never more than one level below the heading before it, because a screen
/// reader's user takes a skipped level for missing text: where the notice has no title, its sections' titles are `H1`.
/// `level` is the level of the heading before, 0 for none.
fn tag(role: Role, level: &mut usize) -> &'static str {
    const HEADINGS: [Role; 3] = [Role::Heading1, Role::Heading2, Role::Heading3];
    let Some(own) = HEADINGS.iter().position(|heading| *heading == role) else { return role.tag() };
    let own = own.min(*level);
    *level = own + 1;
    HEADINGS.get(own).map_or_else(|| role.tag(), |heading| heading.tag())
}

/// The index of the first link's annotation in the tree's list of parents: the pages come before it.
pub fn first_annotation(pages: &[ObjectId]) -> i64 {
    i64::try_from(pages.len()).unwrap_or_default()
}

/// The objects that an element can refer to.
struct Ids<'a> {
    elements: &'a [ObjectId],
    /// Which elements are written.
    kept: &'a [bool],
    pages: &'a [ObjectId],
    annotations: &'a [ObjectId],
    marks: &'a Marks,
}

impl Ids<'_> {
    fn element(&self, element: &Element, tag: &str, parent: ObjectId, kids: &[Kid]) -> Dictionary {
        // The element names the page of its first content; content on that page is then written as its mark alone.
        let own = kids.iter().find_map(|kid| match kid {
            Kid::Content { page, .. } => Some(*page),
            Kid::Element(_) | Kid::Area(_) => None,
        });
        let mut kids: Vec<Object> = kids.iter().filter_map(|kid| self.kid(*kid, own)).collect();
        let mut entry = dictionary! { "Type" => "StructElem", "S" => name(tag), "P" => parent };
        if let Some(page_id) = own.and_then(|page| self.pages.get(page)) {
            entry.set("Pg", *page_id);
        }
        match kids.len() {
            0 => {}
            1 => entry.set("K", kids.remove(0)),
            _ => entry.set("K", kids),
        }
        if let Some(alt) = &element.alt {
            entry.set("Alt", text_string(alt));
        }
        if let Some(lang) = element.lang {
            entry.set("Lang", text_string(lang.tag()));
        }
        match element.role {
            Role::ColumnHead => entry.set("A", dictionary! { "O" => "Table", "Scope" => "Column" }),
            Role::List => entry.set("A", dictionary! { "O" => "List", "ListNumbering" => "Disc" }),
            _ => {}
        }
        entry
    }

    fn kid(&self, kid: Kid, own: Option<usize>) -> Option<Object> {
        let page_id = |page: usize| self.pages.get(page).copied();
        Some(match kid {
            Kid::Element(at) => {
                let keep = self.kept.get(at).copied().unwrap_or_default();
                Object::Reference(*self.elements.get(at).filter(|_| keep)?)
            }
            Kid::Content { page, mark } => {
                let mark = i64::try_from(mark).unwrap_or_default();
                if own == Some(page) {
                    return Some(mark.into());
                }
                Object::Dictionary(dictionary! { "Type" => "MCR", "Pg" => page_id(page)?, "MCID" => mark })
            }
            Kid::Area(at) => {
                let page = page_id(self.marks.areas.get(at)?.page)?;
                Object::Dictionary(
                    dictionary! { "Type" => "OBJR", "Pg" => page, "Obj" => *self.annotations.get(at)? },
                )
            }
        })
    }
}
