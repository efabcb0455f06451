//! The file around the pages: its catalogue, title, language, links, outline and identity.
//!
//! Knows: lopdf, what a PDF 1.7 must say of itself. Does not know: how pages are drawn.
//! Whatever the writer put there of its own (random ids, dates of its own) is replaced.

use super::PdfError;
use super::archive;
use super::page::{Entry, HEIGHT, Layout, WIDTH};
use super::save;
use super::squeeze::Kept;
use super::tags::{self, Marks};
use super::text::clean;
use super::write::round;
use crate::document::Document;
use crate::fingerprint;
use lopdf::{Dictionary, Document as File, Object, ObjectId, Stream, StringFormat, dictionary};
use std::collections::BTreeSet;

/// Completes a file and gives its bytes.
///
/// # Errors
/// [`PdfError::Writer`] when the file lacks a part that every PDF has.
pub fn finish(
    mut file: File,
    document: &Document,
    layout: &Layout,
    marks: &Marks,
    drawn: Vec<Vec<u8>>,
    kept: &Kept,
    draft: Option<&str>,
) -> Result<Vec<u8>, PdfError> {
    complete(&mut file, document, layout, marks, drawn, draft)
        .map_err(|error| PdfError::Writer(error.to_string()))?;
    Ok(save::save(file, kept))
}

fn complete(
    file: &mut File,
    document: &Document,
    layout: &Layout,
    marks: &Marks,
    drawn: Vec<Vec<u8>>,
    draft: Option<&str>,
) -> Result<(), lopdf::Error> {
    let catalog = file.trailer.get(b"Root")?.as_reference()?;
    let list = file.get_dictionary(catalog)?.get(b"Pages")?.as_reference()?;
    let sheets = file.get_dictionary(list)?.get(b"Kids")?.as_array()?.iter();
    let sheets: Vec<ObjectId> = sheets.filter_map(|sheet| sheet.as_reference().ok()).collect();

    let links = links(file, layout, marks, &sheets);
    // Areas were noted page by page.
    let mut areas = marks.areas.iter().zip(&links).peekable();
    for ((at, sheet), drawn) in sheets.iter().enumerate().zip(drawn) {
        let own = std::iter::from_fn(|| areas.next_if(|(area, _)| area.page == at));
        let own: Vec<Object> = own.map(|(_, link)| reference(*link)).collect();
        complete_sheet(file, *sheet, at, own, drawn)?;
    }
    let tree = tags::write(file, layout, marks, &sheets, &links);
    let outline = outline(file, &layout.outline, &sheets);

    let mut entries = dictionary! {
        "Type" => "Catalog",
        "Pages" => list,
        "Lang" => text(document.lang.tag()),
        "MarkInfo" => dictionary! { "Marked" => true },
        "StructTreeRoot" => tree,
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
    };
    if let Some(outline) = outline {
        entries.set("Outlines", outline);
    }
    let told = Told::of(document);
    archive::complete(file, &mut entries, document, &told, draft);
    file.objects.insert(catalog, Object::Dictionary(entries));
    let info = file.add_object(info(&told));
    file.trailer.set("Info", info);
    prune(file);
    let id = identity(file, layout);
    file.trailer.set("ID", vec![id.clone(), id]);
    Ok(())
}

/// Drops what nothing refers to any more. The library's own way of doing so takes a second for each hundred pages.
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

/// The size of the page, its links, and its place in the structure tree.
fn complete_sheet(
    file: &mut File,
    sheet: ObjectId,
    at: usize,
    links: Vec<Object>,
    drawn: Vec<u8>,
) -> Result<(), lopdf::Error> {
    let entries = file.get_dictionary_mut(sheet)?;
    entries.set("MediaBox", vec![0.into(), 0.into(), WIDTH.into(), HEIGHT.into()]);
    for key in [b"TrimBox".as_slice(), b"CropBox", b"Annots"] {
        entries.remove(key);
    }
    if !links.is_empty() {
        entries.set("Annots", links);
    }
    entries.set("StructParents", i64::try_from(at).unwrap_or_default());
    entries.set("Tabs", name("S"));
    let resources = entries.get(b"Resources")?.as_reference()?;
    let contents = entries.get(b"Contents")?.as_reference()?;
    file.objects.insert(contents, Object::Stream(Stream::new(Dictionary::new(), drawn)));
    let entries = file.get_dictionary_mut(resources)?;
    for key in [b"XObject".as_slice(), b"ExtGState", b"Shading"] {
        entries.remove(key);
    }
    Ok(())
}

/// One annotation per link and page.
fn links(file: &mut File, layout: &Layout, marks: &Marks, sheets: &[ObjectId]) -> Vec<ObjectId> {
    let mut ids = Vec::new();
    for (place, area) in (tags::first_link(sheets)..).zip(&marks.areas) {
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
            "Contents" => text(&contents),
            "StructParent" => place,
            "A" => dictionary! { "Type" => "Action", "S" => "URI", "URI" => Object::string_literal(uri(href)) },
        }));
    }
    ids
}

/// An address in ASCII, as PDF wants it.
fn uri(href: &str) -> String {
    let byte =
        |byte: u8| if byte.is_ascii_graphic() { char::from(byte).into() } else { format!("%{byte:02X}") };
    href.bytes().map(byte).collect()
}

/// The sections as bookmarks; those of a part stand under it.
fn outline(file: &mut File, entries: &[Entry], sheets: &[ObjectId]) -> Option<ObjectId> {
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| file.new_object_id()).collect();
    let mut levels: Vec<(ObjectId, Vec<usize>)> = vec![(root, Vec::new())];
    for (at, (entry, id)) in entries.iter().zip(&ids).enumerate() {
        let level = if entry.inner { levels.len() - 1 } else { 0 };
        if let Some((_, own)) = levels.get_mut(level) {
            own.push(at);
        }
        if !entry.inner {
            levels.push((*id, Vec::new()));
        }
    }
    let mut items: Vec<Dictionary> = Vec::new();
    for entry in entries {
        let sheet = sheets.get(entry.page).or(sheets.first())?;
        let place =
            vec![reference(*sheet), name("XYZ"), 0.into(), round(HEIGHT - entry.y).into(), Object::Null];
        items.push(dictionary! { "Title" => text(&entry.title), "Dest" => place });
    }
    let mut outline = dictionary! { "Type" => "Outlines" };
    let id = |at: &usize| ids.get(*at).copied();
    for (parent, own) in &levels {
        let Some((first, last)) = own.first().and_then(id).zip(own.last().and_then(id)) else { continue };
        for (place, at) in own.iter().enumerate() {
            let Some(item) = items.get_mut(*at) else { continue };
            item.set("Parent", *parent);
            if let Some(before) = place.checked_sub(1).and_then(|before| own.get(before)).and_then(id) {
                item.set("Prev", before);
            }
            if let Some(after) = own.get(place + 1).and_then(id) {
                item.set("Next", after);
            }
        }
        let owner = if *parent == root {
            Some(&mut outline)
        } else {
            ids.iter().position(|id| id == parent).and_then(|at| items.get_mut(at))
        };
        if let Some(owner) = owner {
            owner.set("First", first);
            owner.set("Last", last);
            // Parts are shown closed, so that the languages are seen at a glance.
            let count = i64::try_from(own.len()).unwrap_or_default();
            owner.set("Count", if *parent == root { count } else { -count });
        }
    }
    if entries.is_empty() {
        return None;
    }
    file.objects.extend(ids.into_iter().zip(items.into_iter().map(Object::Dictionary)));
    file.objects.insert(root, Object::Dictionary(outline));
    Some(root)
}

/// What the file says of itself, in two places that must agree.
pub struct Told {
    /// The notice's title; never empty.
    pub title: String,
    /// The firm.
    pub author: Option<String>,
    /// The only date is the notice's own.
    pub date: Option<Date>,
    /// What made it.
    pub tool: &'static str,
}

/// A date in the two ways in which a file writes it.
#[derive(Debug, PartialEq)]
pub struct Date {
    /// `D:20261120`.
    pub info: String,
    /// `2026-11-20`.
    pub xmp: String,
}

impl Told {
    fn of(document: &Document) -> Self {
        let tool = "Seloste";
        let author = Some(plain(&document.firm)).filter(|firm| !firm.is_empty());
        let title =
            [plain(&document.title)].into_iter().chain(author.clone()).find(|title| !title.is_empty());
        let date = document.date.as_deref().and_then(date);
        Self { title: title.unwrap_or_else(|| tool.to_owned()), author, date, tool }
    }
}

fn info(told: &Told) -> Dictionary {
    let mut info = dictionary! { "Title" => text(&told.title), "Creator" => text(told.tool) };
    if let Some(author) = &told.author {
        info.set("Author", text(author));
    }
    if let Some(date) = &told.date {
        info.set("CreationDate", text(&date.info));
        info.set("ModDate", text(&date.info));
    }
    info
}

/// A date from `2026-11-20`; `None` for anything that is no such date.
fn date(iso: &str) -> Option<Date> {
    let mut parts = iso.split('-');
    let mut number = |digits: usize| {
        let part = parts
            .next()
            .filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))?;
        part.parse::<u32>().ok()
    };
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    let real = parts.next().is_none() && (1..=12).contains(&month) && (1..=31).contains(&day);
    real.then(|| Date { info: format!("D:{year:04}{month:02}{day:02}"), xmp: iso.to_owned() })
}

/// A file's identity, taken from its content, so that the same notice gives the same file. Title, author, date and
/// language count through the XML that repeats them.
fn identity(file: &File, layout: &Layout) -> Object {
    let mut sum = fingerprint::START;
    for object in file.objects.values() {
        if let Object::Stream(stream) = object {
            sum = fingerprint::with(sum, &stream.content);
        }
    }
    for link in &layout.links {
        sum = fingerprint::with(fingerprint::with(sum, &[0]), link.href.as_bytes());
    }
    let more = fingerprint::fingerprint(&sum.to_be_bytes());
    Object::String([sum.to_be_bytes(), more.to_be_bytes()].concat(), StringFormat::Hexadecimal)
}

/// A reference to an object.
pub const fn reference(id: ObjectId) -> Object {
    Object::Reference(id)
}

/// A name such as `/S`.
pub fn name(name: &str) -> Object {
    Object::Name(name.as_bytes().to_vec())
}

/// Text on one line and without what cannot be seen.
pub fn plain(words: &str) -> String {
    let words: String =
        clean(words).map(|ch| if ch == '\n' { ' ' } else { ch }).filter(|ch| *ch != '\u{AD}').collect();
    words.trim().to_owned()
}

/// Text for a reader: ASCII as it is, anything else as UTF-16. On one line and without what cannot be seen.
pub fn text(words: &str) -> Object {
    let words = plain(words);
    if words.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
        return Object::string_literal(words);
    }
    let units = std::iter::once(0xFEFF).chain(words.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_dates_enter_the_file() {
        let date_of = |info: &str, xmp: &str| Some(Date { info: info.into(), xmp: xmp.into() });
        assert_eq!(date("2026-11-20"), date_of("D:20261120", "2026-11-20"));
        for bad in
            ["", "2026", "2026-11", "20.11.2026", "2026-13-01", "2026-11-20-1", "2026-11-20T10", "+026-11-20"]
        {
            assert_eq!(date(bad), None, "{bad}");
        }
    }

    #[test]
    fn addresses_are_ascii() {
        assert_eq!(uri("https://a.example/tietosuoja"), "https://a.example/tietosuoja");
        assert_eq!(uri("https://a.example/ä b)\n"), "https://a.example/%C3%A4%20b)%0A");
    }
}
