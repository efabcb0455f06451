//! The file around the pages: its catalogue, title, language, links, outline and identity.
//!
//! Standard: ISO 32000-1 (PDF 1.7). Knows: lopdf's objects. Does not know: how pages are drawn.
//! What the library put there from chance or the clock (ids, dates) is replaced.

use super::archive;
use super::metadata::Metadata;
use super::objects::{name, text_string};
use super::page::{Bookmark, HEIGHT, Layout, WIDTH};
use super::tags::{self, Marks};
use crate::document::Document;
use crate::fingerprint;
use lopdf::{Dictionary, Document as File, Object, ObjectId, Stream, StringFormat, dictionary};
use std::collections::BTreeSet;

/// Completes a file of blank pages. `drawings` is the content of each page, `draft` the draft that the file carries.
///
/// # Errors
/// When the file lacks an object that every PDF has.
pub fn finish(
    file: &mut File,
    document: &Document,
    layout: &Layout,
    marks: &Marks,
    drawings: Vec<Vec<u8>>,
    draft: Option<&str>,
) -> Result<(), lopdf::Error> {
    let catalog = file.trailer.get(b"Root")?.as_reference()?;
    let tree = file.get_dictionary(catalog)?.get(b"Pages")?.as_reference()?;
    let pages = file.get_dictionary(tree)?.get(b"Kids")?.as_array()?.iter();
    let pages: Vec<ObjectId> = pages.filter_map(|page| page.as_reference().ok()).collect();

    let annotations = annotations(file, layout, marks, &pages);
    // The areas were noted page by page, so each page takes those that come next.
    let mut areas = marks.areas.iter().zip(&annotations).peekable();
    for ((index, page), drawing) in pages.iter().enumerate().zip(drawings) {
        let own = std::iter::from_fn(|| areas.next_if(|(area, _)| area.page == index));
        let own: Vec<Object> = own.map(|(_, annotation)| Object::Reference(*annotation)).collect();
        complete_page(file, *page, index, own, drawing)?;
    }
    let structure = tags::write(file, layout, marks, &pages, &annotations);
    let outline = outline(file, &layout.outline, &pages);

    let mut entries = dictionary! {
        "Type" => "Catalog",
        "Pages" => tree,
        "Lang" => text_string(document.lang.tag()),
        "MarkInfo" => dictionary! { "Marked" => true },
        "StructTreeRoot" => structure,
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
    };
    if let Some(outline) = outline {
        entries.set("Outlines", outline);
    }
    let metadata = Metadata::of(document);
    archive::complete(file, &mut entries, document, &metadata, draft);
    file.objects.insert(catalog, Object::Dictionary(entries));
    let info = file.add_object(metadata.info());
    file.trailer.set("Info", info);
    prune(file);
    let id = identity(file, layout);
    file.trailer.set("ID", vec![id.clone(), id]);
    Ok(())
}

/// Drops the objects that nothing refers to any more. lopdf's own `prune_objects` takes a second for each hundred pages.
fn prune(file: &mut File) {
    let mut reached = BTreeSet::new();
    let mut waiting: Vec<&Object> = file.trailer.iter().map(|(_, value)| value).collect();
    while let Some(object) = waiting.pop() {
        match object {
            Object::Reference(id) if reached.insert(*id) => waiting.extend(file.objects.get(id)),
            Object::Array(items) => waiting.extend(items),
            Object::Dictionary(entries) => waiting.extend(entries.iter().map(|(_, value)| value)),
            Object::Stream(stream) => waiting.extend(stream.dict.iter().map(|(_, value)| value)),
            _ => {}
        }
    }
    file.objects.retain(|id, _| reached.contains(id));
}

/// Gives a page its size, content and annotations, and its index in the structure tree's list of parents.
fn complete_page(
    file: &mut File,
    page: ObjectId,
    index: usize,
    annotations: Vec<Object>,
    drawing: Vec<u8>,
) -> Result<(), lopdf::Error> {
    let entries = file.get_dictionary_mut(page)?;
    entries.set("MediaBox", vec![0.into(), 0.into(), WIDTH.into(), HEIGHT.into()]);
    for key in [b"TrimBox".as_slice(), b"CropBox", b"Annots"] {
        entries.remove(key);
    }
    if !annotations.is_empty() {
        entries.set("Annots", annotations);
    }
    entries.set("StructParents", i64::try_from(index).unwrap_or_default());
    entries.set("Tabs", name("S"));
    let resources = entries.get(b"Resources")?.as_reference()?;
    let contents = entries.get(b"Contents")?.as_reference()?;
    file.objects.insert(contents, Object::Stream(Stream::new(Dictionary::new(), drawing)));
    let entries = file.get_dictionary_mut(resources)?;
    for key in [b"XObject".as_slice(), b"ExtGState", b"Shading"] {
        entries.remove(key);
    }
    Ok(())
}

/// Adds one annotation for each area in which a link can be clicked; a link over two pages has two.
fn annotations(file: &mut File, layout: &Layout, marks: &Marks, pages: &[ObjectId]) -> Vec<ObjectId> {
    let mut ids = Vec::new();
    for (parent_index, area) in (tags::first_annotation(pages)..).zip(&marks.areas) {
        let (shown, href) =
            layout.links.get(area.link).map_or(("", ""), |link| (link.text.as_str(), link.href.as_str()));
        let contents = if href.contains(shown) { href.to_owned() } else { format!("{shown} ({href})") };
        let numbers = |edges: &mut dyn Iterator<Item = f32>| edges.map(|edge| round(edge).into()).collect();
        let whole = area
            .lines
            .iter()
            .copied()
            .reduce(|[a, b, c, d], [e, f, g, h]| [a.min(e), b.min(f), c.max(g), d.max(h)]);
        let edges: Vec<Object> = numbers(&mut whole.unwrap_or_default().into_iter());
        let corners =
            area.lines.iter().flat_map(|[x0, y0, x1, y1]| [x0, y1, x1, y1, x0, y0, x1, y0]).copied();
        let corners: Vec<Object> = numbers(&mut { corners });
        ids.push(file.add_object(dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "F" => 4,
            "Rect" => edges,
            "QuadPoints" => corners,
            "Border" => vec![0.into(), 0.into(), 0.into()],
            "Contents" => text_string(&contents),
            "StructParent" => parent_index,
            "A" => dictionary! { "Type" => "Action", "S" => "URI", "URI" => Object::string_literal(uri(href)) },
        }));
    }
    ids
}

/// Rounds to hundredths of a point: finer than any printer, and shorter in the file.
fn round(length: f32) -> f32 {
    (length * 100.0).round() / 100.0
}

/// A link's address in ASCII, as PDF wants it: other bytes are written as `%C3`.
fn uri(href: &str) -> String {
    let byte =
        |byte: u8| if byte.is_ascii_graphic() { char::from(byte).into() } else { format!("%{byte:02X}") };
    href.bytes().map(byte).collect()
}

/// The sections as bookmarks, nested under their language where a file holds several. `None` when there are none.
fn outline(file: &mut File, bookmarks: &[Bookmark], pages: &[ObjectId]) -> Option<ObjectId> {
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = bookmarks.iter().map(|_| file.new_object_id()).collect();
    // Each parent, and the indices of the bookmarks directly under it.
    let mut levels: Vec<(ObjectId, Vec<usize>)> = vec![(root, Vec::new())];
    for (index, (bookmark, id)) in bookmarks.iter().zip(&ids).enumerate() {
        let level = if bookmark.nested { levels.len() - 1 } else { 0 };
        if let Some((_, children)) = levels.get_mut(level) {
            children.push(index);
        }
        if !bookmark.nested {
            levels.push((*id, Vec::new()));
        }
    }
    let mut items: Vec<Dictionary> = Vec::new();
    for bookmark in bookmarks {
        let page = Object::Reference(*pages.get(bookmark.page).or(pages.first())?);
        let destination = vec![page, name("XYZ"), 0.into(), round(HEIGHT - bookmark.y).into(), Object::Null];
        items.push(dictionary! { "Title" => text_string(&bookmark.title), "Dest" => destination });
    }
    let mut outline = dictionary! { "Type" => "Outlines" };
    let id = |index: &usize| ids.get(*index).copied();
    for (parent, children) in &levels {
        let Some((first, last)) = children.first().and_then(id).zip(children.last().and_then(id)) else {
            continue;
        };
        for (order, index) in children.iter().enumerate() {
            let Some(item) = items.get_mut(*index) else { continue };
            item.set("Parent", *parent);
            if let Some(before) = order.checked_sub(1).and_then(|before| children.get(before)).and_then(id) {
                item.set("Prev", before);
            }
            if let Some(after) = children.get(order + 1).and_then(id) {
                item.set("Next", after);
            }
        }
        let owner = if *parent == root {
            Some(&mut outline)
        } else {
            ids.iter().position(|id| id == parent).and_then(|index| items.get_mut(index))
        };
        if let Some(owner) = owner {
            owner.set("First", first);
            owner.set("Last", last);
            // A negative count: languages are shown closed, so that all of them are seen at a glance.
            let count = i64::try_from(children.len()).unwrap_or_default();
            owner.set("Count", if *parent == root { count } else { -count });
        }
    }
    if bookmarks.is_empty() {
        return None;
    }
    file.objects.extend(ids.into_iter().zip(items.into_iter().map(Object::Dictionary)));
    file.objects.insert(root, Object::Dictionary(outline));
    Some(root)
}

/// The file's identifier, computed from its content, so that the same notice gives the same file. Title, author, date and
/// language are covered by the XML stream that repeats them; links are in no stream, so their addresses are added.
fn identity(file: &File, layout: &Layout) -> Object {
    let mut sum = fingerprint::START;
    for object in file.objects.values() {
        if let Object::Stream(stream) = object {
            sum = fingerprint::extend(sum, &stream.content);
        }
    }
    for link in &layout.links {
        sum = fingerprint::extend(fingerprint::extend(sum, &[0]), link.href.as_bytes());
    }
    let more = fingerprint::fingerprint(&sum.to_be_bytes());
    Object::String([sum.to_be_bytes(), more.to_be_bytes()].concat(), StringFormat::Hexadecimal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_ascii() {
        assert_eq!(uri("https://a.example/tietosuoja"), "https://a.example/tietosuoja");
        assert_eq!(uri("https://a.example/ä b)\n"), "https://a.example/%C3%A4%20b)%0A");
    }
}
