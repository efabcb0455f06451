//! A PDF taken apart: whether its structure tree, its marks and its pages agree, and where its text stands.

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::{BTreeMap, BTreeSet};

/// A mark on a page: the page, and the number.
type Mark = (usize, i64);

/// What the structure tree says.
struct Tree<'a> {
    file: &'a Document,
    pages: BTreeMap<ObjectId, usize>,
    what: &'a str,
    /// The element of each mark.
    marks: BTreeMap<Mark, ObjectId>,
    /// The element of each annotation.
    annotations: BTreeMap<ObjectId, ObjectId>,
    /// The roles in reading order.
    roles: Vec<String>,
}

/// The elements that may stand in another.
fn may_hold(parent: &str, child: &str) -> bool {
    match parent {
        "Document" => !matches!(child, "LI" | "Lbl" | "LBody" | "TR" | "TH" | "TD"),
        "Part" => matches!(child, "H1" | "P" | "L" | "Sect"),
        "Sect" | "Div" | "LBody" => {
            matches!(child, "Div" | "Figure" | "H1" | "H2" | "H3" | "P" | "L" | "Table" | "Link" | "Span")
        }
        "L" => child == "LI",
        "LI" => matches!(child, "Lbl" | "LBody"),
        "Table" => child == "TR",
        "TR" => matches!(child, "TH" | "TD"),
        "H1" | "H2" | "H3" | "P" | "Lbl" => matches!(child, "Link" | "Span"),
        "TH" | "TD" => matches!(child, "P" | "Link" | "Span"),
        _ => false,
    }
}

/// What an element holds: none, one or a list.
fn kids(element: &Dictionary) -> Vec<Object> {
    match element.get(b"K") {
        Ok(Object::Array(kids)) => kids.clone(),
        Ok(kid) => vec![kid.clone()],
        Err(_) => Vec::new(),
    }
}

impl Tree<'_> {
    fn walk(&mut self, id: ObjectId, parent: ObjectId, above: &str) {
        let what = self.what;
        let element = self.file.get_dictionary(id).unwrap();
        assert_eq!(
            element.get(b"P").unwrap().as_reference().unwrap(),
            parent,
            "{what}: {id:?} and its parent"
        );
        let role = String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap();
        assert!(
            above.is_empty() && role == "Document" || may_hold(above, &role),
            "{what}: {role} in {above}"
        );
        self.roles.push(role.clone());
        if role == "Figure" {
            assert!(!element.get(b"Alt").unwrap().as_str().unwrap().is_empty(), "{what}");
        }
        if role == "TH" {
            let scope = element.get(b"A").unwrap().as_dict().unwrap().get(b"Scope").unwrap();
            assert!([&b"Column"[..], b"Row"].contains(&scope.as_name().unwrap()), "{what}: {scope:?}");
        }
        let held = kids(element);
        if role == "Table" {
            let width = |row: &Object| {
                let row = self.file.get_dictionary(row.as_reference().unwrap()).unwrap();
                kids(row).len()
            };
            let widths: BTreeSet<usize> = held.iter().map(width).collect();
            assert!(widths.len() <= 1, "{what}: rows of {widths:?} cells");
        }
        let own = element.get(b"Pg").and_then(Object::as_reference).ok();
        let mut objects = 0;
        for kid in held {
            match kid {
                Object::Reference(child) => self.walk(child, id, &role),
                Object::Integer(mark) => self.mark(own.unwrap(), mark, id),
                Object::Dictionary(kid) => {
                    let page = kid.get(b"Pg").and_then(Object::as_reference).ok().or(own).unwrap();
                    match kid.get(b"Type").unwrap().as_name().unwrap() {
                        b"MCR" => self.mark(page, kid.get(b"MCID").unwrap().as_i64().unwrap(), id),
                        b"OBJR" => {
                            objects += 1;
                            let object = kid.get(b"Obj").unwrap().as_reference().unwrap();
                            assert_eq!(self.annotations.insert(object, id), None, "{what}: {object:?} twice");
                        }
                        other => panic!("{what}: a kid of type {other:?}"),
                    }
                }
                other => panic!("{what}: a kid that is {other:?}"),
            }
        }
        assert_eq!(objects > 0, role == "Link", "{what}: {role} with {objects} annotations");
    }

    fn mark(&mut self, page: ObjectId, mark: i64, element: ObjectId) {
        let mark = (self.pages[&page], mark);
        assert_eq!(self.marks.insert(mark, element), None, "{}: {mark:?} twice", self.what);
    }
}

/// Asserts that every mark on a page belongs to one element, that every element's kids exist, that every link has
/// its annotation, and that nothing is drawn outside marks. Gives the roles in reading order.
#[track_caller]
pub fn structure(bytes: &[u8], what: &str) -> Vec<String> {
    let file = Document::load_mem(bytes).unwrap();
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let root = file.catalog().unwrap().get(b"StructTreeRoot").unwrap().as_reference().unwrap();
    let entries = file.get_dictionary(root).unwrap();
    let numbers = entries.get(b"ParentTree").unwrap().as_reference().unwrap();
    let numbers = file.get_dictionary(numbers).unwrap().get(b"Nums").unwrap().as_array().unwrap();
    let parents: BTreeMap<i64, &Object> =
        numbers.as_chunks::<2>().0.iter().map(|[at, parent]| (at.as_i64().unwrap(), parent)).collect();
    assert!(numbers.iter().step_by(2).map(|at| at.as_i64().unwrap()).is_sorted(), "{what}");
    assert_eq!(parents.len() * 2, numbers.len(), "{what}: a number twice");
    let next = entries.get(b"ParentTreeNextKey").unwrap().as_i64().unwrap();
    assert!(parents.keys().all(|key| *key < next), "{what}");

    let mut tree = Tree {
        file: &file,
        pages: pages.iter().enumerate().map(|(at, id)| (*id, at)).collect(),
        what,
        marks: BTreeMap::new(),
        annotations: BTreeMap::new(),
        roles: Vec::new(),
    };
    for child in entries.get(b"K").unwrap().as_array().unwrap() {
        tree.walk(child.as_reference().unwrap(), root, "");
    }
    let mut drawn = BTreeSet::new();
    for (at, id) in pages.iter().enumerate() {
        let page = file.get_dictionary(*id).unwrap();
        let own = parents[&page.get(b"StructParents").unwrap().as_i64().unwrap()];
        let own = file.get_object(own.as_reference().unwrap()).unwrap().as_array().unwrap();
        let marks = marks(&file, *id, what);
        assert_eq!(marks.len(), own.len(), "{what}: page {at}");
        for mark in marks {
            let element = own[usize::try_from(mark).unwrap()].as_reference().unwrap();
            assert_eq!(tree.marks.get(&(at, mark)), Some(&element), "{what}: page {at}, mark {mark}");
            assert!(drawn.insert((at, mark)), "{what}: page {at}, mark {mark} twice");
        }
        let annotations = page.get(b"Annots").map(|all| all.as_array().unwrap().clone()).unwrap_or_default();
        for annotation in annotations {
            let annotation = annotation.as_reference().unwrap();
            let entries = file.get_dictionary(annotation).unwrap();
            let parent = parents[&entries.get(b"StructParent").unwrap().as_i64().unwrap()];
            let element = tree.annotations.remove(&annotation);
            assert_eq!(element, parent.as_reference().ok(), "{what}: {annotation:?}");
            assert!(element.is_some() && !entries.get(b"Contents").unwrap().as_str().unwrap().is_empty());
        }
    }
    assert!(tree.annotations.is_empty(), "{what}: elements name annotations that no page has");
    assert_eq!(drawn, tree.marks.keys().copied().collect(), "{what}: elements name marks that no page has");
    tree.roles
}

fn operations(file: &Document, page: ObjectId) -> Vec<Operation> {
    Content::decode(&file.get_page_content(page)).unwrap().operations
}

/// The marks of a page in order. Nothing may be drawn outside marks, and marks do not stand in each other.
fn marks(file: &Document, page: ObjectId, what: &str) -> Vec<i64> {
    let mut marks = Vec::new();
    let (mut marked, mut text) = (false, false);
    for operation in operations(file, page) {
        match operation.operator.as_str() {
            "BDC" | "BMC" => {
                assert!(!marked && !text, "{what}: marks in each other or in text");
                marked = true;
                let properties = operation.operands.get(1).and_then(|it| it.as_dict().ok());
                marks.extend(properties.and_then(|it| it.get(b"MCID").ok()).map(|it| it.as_i64().unwrap()));
            }
            "EMC" => {
                assert!(marked && !text, "{what}");
                marked = false;
            }
            "BT" => text = true,
            "ET" => text = false,
            "Tj" | "TJ" | "'" | "\"" | "S" | "s" | "f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "Do"
            | "sh" | "BI" => {
                assert!(marked, "{what}: {} outside marks", operation.operator);
            }
            _ => {}
        }
    }
    assert!(!marked && !text, "{what}");
    marks
}

/// A piece of text on a page, in points from the lower left corner.
#[derive(Clone, Copy, Debug)]
struct Run {
    left: f32,
    right: f32,
    baseline: f32,
    size: f32,
}

fn number(object: &Object) -> f32 {
    object.as_float().unwrap()
}

/// The widths of a font's glyphs, by code.
fn widths(file: &Document, font: &Dictionary) -> BTreeMap<usize, f32> {
    let own = &font.get(b"DescendantFonts").unwrap().as_array().unwrap()[0];
    let own =
        own.as_reference().map_or_else(|_| own.as_dict().unwrap(), |id| file.get_dictionary(id).unwrap());
    let mut widths = BTreeMap::new();
    let mut rest = own.get(b"W").unwrap().as_array().unwrap().iter();
    while let Some(first) = rest.next() {
        let list = rest.next().unwrap().as_array().unwrap();
        let first = usize::try_from(first.as_i64().unwrap()).unwrap();
        widths.extend(list.iter().enumerate().map(|(at, width)| (first + at, number(width))));
    }
    widths
}

/// All text of a page that can be seen. No glyph may be `.notdef`, and each must have a width of its own.
fn runs(file: &Document, page: ObjectId, what: &str) -> Vec<Run> {
    let fonts = file.get_page_fonts(page).unwrap().into_iter();
    let fonts: BTreeMap<_, _> =
        fonts.map(|(name, font)| (name, (widths(file, font), meanings(file, font)))).collect();
    let mut font = None;
    let (mut size, mut left, mut baseline) = (0.0, 0.0, 0.0);
    let mut runs = Vec::new();
    for Operation { operator, operands } in operations(file, page) {
        match operator.as_str() {
            "Tf" => (font, size) = (fonts.get(operands[0].as_name().unwrap()), number(&operands[1])),
            "BT" => (left, baseline) = (0.0, 0.0),
            "Td" => (left, baseline) = (left + number(&operands[0]), baseline + number(&operands[1])),
            "Tm" => (left, baseline) = (number(&operands[4]), number(&operands[5])),
            "Tj" | "TJ" => {
                let items = operands[0].as_array().cloned().unwrap_or_else(|_| operands.clone());
                let (mut right, mut seen) = (left, left);
                for item in items {
                    let Ok(codes) = item.as_str() else {
                        right -= number(&item) * size / 1000.0;
                        continue;
                    };
                    for code in codes.as_chunks::<2>().0 {
                        let code = usize::from(u16::from_be_bytes(*code));
                        assert_ne!(code, 0, "{what}: .notdef is drawn");
                        let (widths, meanings) = font.unwrap();
                        let width = widths.get(&code).unwrap_or_else(|| panic!("{what}: no width"));
                        right += width * size / 1000.0;
                        let meaning = meanings.get(&code).unwrap_or_else(|| panic!("{what}: no meaning"));
                        // The space at the end of a line may hang over.
                        if !meaning.is_whitespace() {
                            seen = right;
                        }
                    }
                }
                if seen > left {
                    runs.push(Run { left, right: seen, baseline, size });
                }
            }
            _ => {}
        }
    }
    runs
}

/// What each code of a font stands for, from its table for copying.
fn meanings(file: &Document, font: &Dictionary) -> BTreeMap<usize, char> {
    let table = font.get(b"ToUnicode").unwrap().as_reference().unwrap();
    let table = file.get_object(table).unwrap().as_stream().unwrap().decompressed_content().unwrap();
    let table = String::from_utf8(table).unwrap();
    let mut meanings = BTreeMap::new();
    for line in table.lines().filter(|line| line.starts_with('<')) {
        let codes: Vec<_> = line.split(['<', '>', ' ']).filter(|part| !part.is_empty()).collect();
        let code = |at: usize| usize::from_str_radix(codes[at], 16).unwrap();
        let first = u32::from_str_radix(&codes[codes.len() - 1][..4], 16).unwrap();
        for (ch, code) in (first..).zip(code(0)..=code(codes.len() - 2)) {
            meanings.insert(code, char::from_u32(ch).unwrap_or('\u{FFFD}'));
        }
    }
    meanings
}

/// Asserts that all text stands on the paper with a margin round it, and none on other text.
#[track_caller]
pub fn readable(bytes: &[u8], what: &str) {
    let file = Document::load_mem(bytes).unwrap();
    for (at, page) in file.get_pages().into_values().enumerate() {
        let mut runs = runs(&file, page, what);
        for run in &runs {
            assert!(run.left >= 40.0 && run.right <= 555.3, "{what}: page {at}: {run:?} in the margin");
            assert!(run.baseline > 20.0 && run.baseline + run.size < 830.0, "{what}: page {at}: {run:?}");
        }
        runs.sort_by(|a, b| b.baseline.total_cmp(&a.baseline));
        for (at_run, run) in runs.iter().enumerate() {
            let below = runs[at_run + 1..].iter();
            // Two thirds of the type size: the height of a small letter, and what hangs below the line.
            for other in below.take_while(|other| run.baseline - other.baseline < 0.66 * other.size) {
                let beside = run.right <= other.left + 0.2 || other.right <= run.left + 0.2;
                assert!(beside, "{what}: page {at}: {run:?} on {other:?}");
            }
        }
    }
}
