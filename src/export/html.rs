//! The notice as one self-contained HTML file, and its parts for the live preview.
//!
//! Knows: the document tree and HTML. Does not know: law, the model, languages.
//! Everything in the tree is text and is escaped here; only safe addresses become links; there is no script,
//! and the file's own policy forbids any. The draft rides along as inert JSON, so that the file opens again.

use super::code::Code;
use crate::document::{Block, Document, Inline, Section, Table, is_safe_href};
use std::fmt::Write as _;

/// The look of a notice, on screen, in the dark and on paper. Everything in it is scoped under `.notice`.
pub const STYLE: &str = include_str!("../../style/notice.css");

/// What a file may do: nothing but show itself.
pub(crate) const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The level of a heading, 1–6: a preview stands inside a page that has headings of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadingLevel(u8);

impl HeadingLevel {
    /// The title of a file.
    pub const TITLE: Self = Self(1);

    /// A level; what lies outside 1–6 becomes the nearest there is.
    pub const fn new(level: u8) -> Self {
        match level {
            0 | 1 => Self(1),
            2..=6 => Self(level),
            _ => Self(6),
        }
    }

    /// The next level down.
    #[must_use]
    pub const fn below(self) -> Self {
        Self::new(self.0 + 1)
    }
}

/// The whole file. `draft_json` is a draft's JSON, and is what opens again when the file is imported.
pub fn html(document: &Document, draft_json: Option<&str>) -> String {
    let mut out = String::with_capacity(STYLE.len() + 16 * 1024 + draft_json.map_or(0, str::len));
    out.push_str("<!doctype html>\n<html lang=\"");
    out.push_str(document.lang.tag());
    out.push_str(
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
    );
    out.push_str(POLICY);
    out.push_str("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.push_str("<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"Seloste\">\n<title>");
    escape(&document.title, &mut out);
    if !document.firm.is_empty() {
        out.push_str(" – ");
        escape(&document.firm, &mut out);
    }
    out.push_str("</title>\n<style>\n");
    out.push_str(STYLE);
    out.push_str("</style>\n</head>\n<body class=\"notice-page\">\n<div class=\"notice\">\n<header>\n");
    header(document, HeadingLevel::TITLE, &mut out);
    out.push_str("</header>\n");
    contents(document, &mut out);
    out.push_str("<main>\n");
    for part in &document.sections {
        let id = part.id.id();
        let _ = writeln!(out, "<section aria-labelledby=\"{id}\">");
        section(part, HeadingLevel::TITLE.below(), Some(id), &mut out);
        out.push_str("</section>\n");
    }
    out.push_str("</main>\n</div>\n");
    if let Some(json) = draft_json {
        out.push_str("<script type=\"application/json\" id=\"seloste-draft\">");
        out.push_str(&json.replace('<', "\\u003c"));
        out.push_str("</script>\n");
    }
    out.push_str("</body>\n</html>\n");
    out
}

/// The inside of a section for the preview: its heading at `level`, and its blocks. No ids.
pub fn section_html(part: &Section, level: HeadingLevel) -> String {
    let mut out = String::with_capacity(1024);
    section(part, level, None, &mut out);
    out
}

/// The blocks of a section alone, for a page that shows its title in another way. `level` is the title's.
pub fn blocks_html(part: &Section, level: HeadingLevel) -> String {
    let mut out = String::with_capacity(1024);
    for each in &part.blocks {
        block(each, level.below(), &part.title, &mut out);
    }
    out
}

/// The inside of the header for the preview: the title at `level`, the firm, the dates.
pub fn header_html(document: &Document, level: HeadingLevel) -> String {
    let mut out = String::with_capacity(256);
    header(document, level, &mut out);
    out
}

fn header(document: &Document, level: HeadingLevel, out: &mut String) {
    if !document.labels.draft.is_empty() {
        out.push_str("<p class=\"draft\">");
        escape(&document.labels.draft, out);
        out.push_str("</p>\n");
    }
    heading(&document.title, level, None, out);
    if !document.firm.is_empty() {
        out.push_str("<p class=\"firm\">");
        escape(&document.firm, out);
        out.push_str("</p>\n");
    }
    if !document.facts.is_empty() {
        out.push_str("<p class=\"facts\">");
        for (place, (label, value)) in document.facts.iter().enumerate() {
            if place > 0 {
                out.push_str(" · ");
            }
            escape(label, out);
            out.push(' ');
            escape(value, out);
        }
        out.push_str("</p>\n");
    }
}

fn contents(document: &Document, out: &mut String) {
    if document.sections.is_empty() {
        return;
    }
    out.push_str("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">");
    escape(&document.labels.contents, out);
    out.push_str("</h2>\n<ul>\n");
    for part in &document.sections {
        let _ = write!(out, "<li><a href=\"#{}\">", part.id.id());
        escape(&part.title, out);
        out.push_str("</a></li>\n");
    }
    out.push_str("</ul>\n</nav>\n");
}

fn section(part: &Section, level: HeadingLevel, id: Option<&str>, out: &mut String) {
    out.push_str("<div class=\"title\">\n");
    heading(&part.title, level, id, out);
    if !part.law.is_empty() {
        out.push_str("<p class=\"law\">");
        escape(&part.law, out);
        out.push_str("</p>\n");
    }
    out.push_str("</div>\n<div class=\"body\">\n");
    for each in &part.blocks {
        block(each, level.below(), &part.title, out);
    }
    out.push_str("</div>\n");
}

fn heading(text: &str, level: HeadingLevel, id: Option<&str>, out: &mut String) {
    let _ = match id {
        Some(id) => write!(out, "<h{} id=\"{id}\">", level.0),
        None => write!(out, "<h{}>", level.0),
    };
    escape(text, out);
    let _ = writeln!(out, "</h{}>", level.0);
}

fn block(block: &Block, level: HeadingLevel, title: &str, out: &mut String) {
    match block {
        Block::Heading(text) => {
            let _ = write!(out, "<h{}>", level.0);
            inlines(text, out);
            let _ = writeln!(out, "</h{}>", level.0);
        }
        Block::Para(text) => {
            out.push_str("<p>");
            inlines(text, out);
            out.push_str("</p>\n");
        }
        Block::List(items) => {
            out.push_str("<ul>\n");
            for item in items {
                out.push_str("<li>");
                inlines(item, out);
                out.push_str("</li>\n");
            }
            out.push_str("</ul>\n");
        }
        Block::Table(rows) => table(rows, title, out),
        Block::DefinitionList(terms) => {
            out.push_str("<dl>\n");
            for (term, value) in terms {
                out.push_str("<div><dt>");
                inlines(term, out);
                out.push_str("</dt><dd>");
                inlines(value, out);
                out.push_str("</dd></div>\n");
            }
            out.push_str("</dl>\n");
        }
        Block::Box(blocks) => {
            out.push_str("<div class=\"box\">\n");
            for inner in blocks {
                self::block(inner, level, title, out);
            }
            out.push_str("</div>\n");
        }
        Block::Code { text, alt } => code(text, alt, out),
    }
}

/// A code for a camera, drawn in the file itself; where the text is too long for one, what would be said of it.
fn code(text: &str, alt: &str, out: &mut String) {
    // The white that a camera needs around it: four squares.
    const QUIET: u8 = 4;
    let Some(squares) = Code::new(text) else {
        out.push_str("<p>");
        escape(alt, out);
        out.push_str("</p>\n");
        return;
    };
    let side = squares.side().saturating_add(2 * QUIET);
    out.push_str("<svg class=\"code\" role=\"img\" aria-label=\"");
    escape(alt, out);
    let _ = write!(
        out,
        "\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#000\" d=\""
    );
    for [column, row, count] in squares.bars() {
        let _ = write!(
            out,
            "M{} {}h{count}v1h-{count}z",
            column.saturating_add(QUIET),
            row.saturating_add(QUIET)
        );
    }
    out.push_str("\"/></svg>\n");
}

/// A table in a frame that scrolls by itself, and that the keyboard can reach, when the screen is narrow.
fn table(table: &Table, title: &str, out: &mut String) {
    out.push_str("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"");
    escape(title, out);
    out.push_str("\">\n<table>\n<thead>\n<tr>");
    for head in &table.head {
        out.push_str("<th scope=\"col\">");
        escape(head, out);
        out.push_str("</th>");
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for (column, cell) in row.iter().enumerate() {
            let (open, close) = if column == 0 { ("<th scope=\"row\">", "</th>") } else { ("<td>", "</td>") };
            out.push_str(open);
            inlines(cell, out);
            out.push_str(close);
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n");
}

fn inlines(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Strong(text) => {
                out.push_str("<strong>");
                lines(text, out);
                out.push_str("</strong>");
            }
            Inline::Link { text, href } if is_safe_href(href) => {
                out.push_str("<a href=\"");
                escape(href, out);
                out.push_str("\">");
                escape(text, out);
                out.push_str("</a>");
            }
            // A link that does not lead to a safe address is text.
            Inline::Text(text) | Inline::Link { text, .. } => lines(text, out),
            Inline::Lang { lang, text } => {
                let _ = write!(out, "<span lang=\"{}\">", lang.tag());
                lines(text, out);
                out.push_str("</span>");
            }
        }
    }
}

/// Text whose line breaks stay line breaks.
fn lines(text: &str, out: &mut String) {
    for (place, line) in text.lines().enumerate() {
        if place > 0 {
            out.push_str("<br>");
        }
        escape(line, out);
    }
    // `lines` drops a text that is only blanks between two links; it has no line break to lose.
    if text.ends_with('\n') {
        out.push_str("<br>");
    }
}

/// Escapes for both text and quoted attributes. Control characters, which HTML does not allow, become U+FFFD.
pub(crate) fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' => out.push(c),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
