//! The structure tree: what the text means, for screen readers and for reflowing.
//!
//! Law: accessibility of digital services asks for tagged files; the form is ISO 32000-1, 14.7 and 14.8.
//! Knows: elements, and where their content was drawn. Does not know: how it looks.

use super::finish::{name, reference, text};
use super::page::{Element, HEIGHT, Layout, Role, Run};
use lopdf::{Dictionary, Document as File, Object, ObjectId, dictionary};

/// Which content was drawn for which element, gathered while pages are drawn.
pub struct Marks {
    /// Per page, the element of each mark in order.
    pages: Vec<Vec<usize>>,
    /// Per element, what it holds in reading order.
    kids: Vec<Vec<Kid>>,
    /// The parent of each inline element that has not been drawn yet.
    waiting: Vec<Option<usize>>,
    /// The areas of links.
    pub areas: Vec<Area>,
}

/// Where a link can be clicked on one page.
pub struct Area {
    /// The link.
    pub link: usize,
    /// The page.
    pub page: usize,
    /// One rectangle per line, in the file's own measure: left, bottom, right, top.
    pub lines: Vec<[f32; 4]>,
}

#[derive(Clone, Copy)]
enum Kid {
    Element(usize),
    Content { page: usize, mark: usize },
    Area(usize),
}

impl Marks {
    /// Begins with the elements that stand where they were made.
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

    /// Notes that content of an element is drawn next, and gives its number on the page.
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

    /// Which elements are worth writing: those with content, and the cells that make a row complete.
    fn living(&self, elements: &[Element]) -> Vec<bool> {
        let mut living = vec![false; elements.len()];
        // Children were made after their parents.
        for (at, (element, kids)) in elements.iter().zip(&self.kids).enumerate().rev() {
            let alive = matches!(element.role, Role::Cell | Role::ColumnHead | Role::Document)
                || kids.iter().any(|kid| match kid {
                    Kid::Element(child) => living.get(*child).copied().unwrap_or_default(),
                    Kid::Content { .. } | Kid::Area(_) => true,
                });
            if let Some(own) = living.get_mut(at) {
                *own = alive;
            }
        }
        living
    }
}

/// Writes the tree, and returns its root. `sheets` are the pages, and `links` the annotations, one per area.
pub fn write(
    file: &mut File,
    layout: &Layout,
    marks: &Marks,
    sheets: &[ObjectId],
    links: &[ObjectId],
) -> ObjectId {
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = layout.elements.iter().map(|_| file.new_object_id()).collect();
    let living = marks.living(&layout.elements);
    let mut kids = marks.kids.clone();
    for (at, area) in marks.areas.iter().enumerate() {
        let element = layout.links.get(area.link).and_then(|link| kids.get_mut(link.element));
        if let Some(kids) = element {
            kids.push(Kid::Area(at));
        }
    }
    let target = Target { ids: &ids, living: &living, sheets, links, marks };
    let mut level = 0;
    for (((element, own), kids), alive) in layout.elements.iter().zip(&ids).zip(&kids).zip(&living) {
        if *alive {
            let parent = element.parent.and_then(|parent| ids.get(parent)).copied().unwrap_or(root);
            let tag = tag(element.role, &mut level);
            file.objects.insert(*own, Object::Dictionary(target.element(element, tag, parent, kids)));
        }
    }
    let mut numbers: Vec<Object> = Vec::new();
    for (at, page) in (0_i64..).zip(&marks.pages) {
        let elements: Vec<Object> =
            page.iter().filter_map(|at| ids.get(*at)).map(|id| reference(*id)).collect();
        let elements = file.add_object(elements);
        numbers.extend([at.into(), reference(elements)]);
    }
    for (at, area) in (first_link(sheets)..).zip(&marks.areas) {
        if let Some(id) = layout.links.get(area.link).and_then(|link| ids.get(link.element)) {
            numbers.extend([at.into(), reference(*id)]);
        }
    }
    let next = i64::try_from(numbers.len() / 2).unwrap_or_default();
    let parents = file.add_object(dictionary! { "Nums" => numbers });
    let document: Vec<Object> = ids.first().map(|id| reference(*id)).into_iter().collect();
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => document,
        "ParentTree" => parents,
        "ParentTreeNextKey" => next,
    };
    file.objects.insert(root, Object::Dictionary(tree));
    root
}

/// The name of a role. A heading is never more than one level below the one before it: where the notice has no title,
/// its sections' titles take the first level, because readers take a skipped level for a part that is missing.
fn tag(role: Role, level: &mut usize) -> &'static str {
    const HEADINGS: [Role; 3] = [Role::Heading1, Role::Heading2, Role::Heading3];
    let Some(own) = HEADINGS.iter().position(|heading| *heading == role) else { return role.tag() };
    let own = own.min(*level);
    *level = own + 1;
    HEADINGS.get(own).map_or_else(|| role.tag(), |heading| heading.tag())
}

/// The number of the first link in the tree's list of parents: pages come first.
pub fn first_link(sheets: &[ObjectId]) -> i64 {
    i64::try_from(sheets.len()).unwrap_or_default()
}

/// What elements refer to.
struct Target<'a> {
    ids: &'a [ObjectId],
    living: &'a [bool],
    sheets: &'a [ObjectId],
    links: &'a [ObjectId],
    marks: &'a Marks,
}

impl Target<'_> {
    fn element(&self, element: &Element, tag: &str, parent: ObjectId, kids: &[Kid]) -> Dictionary {
        // Content on the element's own page is named by its mark alone.
        let own = kids.iter().find_map(|kid| match kid {
            Kid::Content { page, .. } => Some(*page),
            Kid::Element(_) | Kid::Area(_) => None,
        });
        let mut kids: Vec<Object> = kids.iter().filter_map(|kid| self.kid(*kid, own)).collect();
        let mut entry = dictionary! { "Type" => "StructElem", "S" => name(tag), "P" => parent };
        if let Some(sheet) = own.and_then(|page| self.sheets.get(page)) {
            entry.set("Pg", *sheet);
        }
        match kids.len() {
            0 => {}
            1 => entry.set("K", kids.remove(0)),
            _ => entry.set("K", kids),
        }
        if let Some(alt) = &element.alt {
            entry.set("Alt", text(alt));
        }
        if let Some(lang) = element.lang {
            entry.set("Lang", text(lang.tag()));
        }
        match element.role {
            Role::ColumnHead => entry.set("A", dictionary! { "O" => "Table", "Scope" => "Column" }),
            Role::List => entry.set("A", dictionary! { "O" => "List", "ListNumbering" => "Disc" }),
            _ => {}
        }
        entry
    }

    fn kid(&self, kid: Kid, own: Option<usize>) -> Option<Object> {
        let sheet = |page: usize| self.sheets.get(page).copied();
        Some(match kid {
            Kid::Element(at) => {
                let alive = self.living.get(at).copied().unwrap_or_default();
                reference(*self.ids.get(at).filter(|_| alive)?)
            }
            Kid::Content { page, mark } => {
                let mark = i64::try_from(mark).unwrap_or_default();
                if own == Some(page) {
                    return Some(mark.into());
                }
                Object::Dictionary(dictionary! { "Type" => "MCR", "Pg" => sheet(page)?, "MCID" => mark })
            }
            Kid::Area(at) => {
                let page = sheet(self.marks.areas.get(at)?.page)?;
                Object::Dictionary(
                    dictionary! { "Type" => "OBJR", "Pg" => page, "Obj" => *self.links.get(at)? },
                )
            }
        })
    }
}
