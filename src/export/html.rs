//! The notice as one self-contained HTML file, and its sections one by one for the live preview.
//!
//! Knows: the document tree and HTML. Does not know: law, the model, languages.
//! Everything in the tree is text and is escaped here; only safe addresses become links; there is no script, and the
//! file's content security policy forbids any. The file carries the draft as JSON that is never run, so that it opens again.

use super::code::Code;
use crate::document::{Block, Document, Inline, Section, Table, is_safe_href};
use std::fmt::Write as _;

/// The style of a notice, on screen (light and dark) and on paper. All of its rules are scoped under `.notice`.
pub const STYLE: &str = include_str!("../../style/notice.css");

/// The file's content security policy: it may load and send nothing, and run no script.
pub(crate) const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// The level of a heading, 1–6. It is variable because the preview stands inside a page that has headings of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeadingLevel(u8);

impl HeadingLevel {
    /// The level of a file's title.
    pub const TITLE: Self = Self(1);

    /// A level. A number outside 1–6 becomes the nearest inside.
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

/// The whole file. `draft_json` is the draft that the file carries, as JSON: it is read when the file is opened again.
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
    for section in &document.sections {
        let id = section.id.id();
        let class = if section.is_wide() { " class=\"wide\"" } else { "" };
        let _ = writeln!(out, "<section aria-labelledby=\"{id}\"{class}>");
        write_section(section, HeadingLevel::TITLE.below(), Some(id), &mut out);
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
pub fn section_html(section: &Section, level: HeadingLevel) -> String {
    let mut out = String::with_capacity(1024);
    write_section(section, level, None, &mut out);
    out
}

/// The blocks of a section alone, for a page that shows its title in another way. `level` is the title's.
pub fn blocks_html(section: &Section, level: HeadingLevel) -> String {
    let mut out = String::with_capacity(1024);
    for each in &section.blocks {
        block(each, level.below(), &section.title, &mut out);
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
        for (index, (label, value)) in document.facts.iter().enumerate() {
            if index > 0 {
                out.push_str(" · ");
            }
            escape(label, out);
            out.push(' ');
            escape(value, out);
        }
        out.push_str("</p>\n");
    }
    if !document.intro.is_empty() {
        out.push_str("<p class=\"intro\">");
        inlines(&document.intro, out);
        out.push_str("</p>\n");
    }
}

fn contents(document: &Document, out: &mut String) {
    if document.sections.is_empty() {
        return;
    }
    // Closed, so that the notice itself begins on the first screen of a phone.
    out.push_str("<nav aria-labelledby=\"contents\">\n<details>\n<summary id=\"contents\">");
    escape(&document.labels.contents, out);
    out.push_str("</summary>\n<ul>\n");
    for section in &document.sections {
        let _ = write!(out, "<li><a href=\"#{}\">", section.id.id());
        escape(&section.title, out);
        out.push_str("</a></li>\n");
    }
    out.push_str("</ul>\n</details>\n</nav>\n");
}

fn write_section(section: &Section, level: HeadingLevel, id: Option<&str>, out: &mut String) {
    out.push_str("<div class=\"title\">\n");
    heading(&section.title, level, id, out);
    if !section.law.is_empty() {
        out.push_str("<p class=\"law\">");
        escape(&section.law, out);
        out.push_str("</p>\n");
    }
    out.push_str("</div>\n<div class=\"body\">\n");
    for each in &section.blocks {
        block(each, level.below(), &section.title, out);
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

/// Writes a QR code as SVG; its alternative text where the text is too long for a code.
fn code(text: &str, alt: &str, out: &mut String) {
    /// The width of the white margin that a camera needs around it, in squares.
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

/// Writes a table. On a narrow screen each row becomes a card, in which every cell shows the head of its column; the roles say
/// that it is a table all the same.
fn table(table: &Table, title: &str, out: &mut String) {
    out.push_str("<table role=\"table\" aria-label=\"");
    escape(title, out);
    out.push_str("\">\n<thead role=\"rowgroup\">\n<tr role=\"row\">");
    for head in &table.head {
        out.push_str("<th scope=\"col\" role=\"columnheader\">");
        escape(head, out);
        out.push_str("</th>");
    }
    out.push_str("</tr>\n</thead>\n<tbody role=\"rowgroup\">\n");
    for row in &table.rows {
        out.push_str("<tr role=\"row\">");
        for (column, (cell, head)) in row.iter().zip(&table.head).enumerate() {
            if column == 0 {
                out.push_str("<th scope=\"row\" role=\"rowheader\">");
                inlines(cell, out);
                out.push_str("</th>");
            } else if cell.is_empty() {
                out.push_str("<td role=\"cell\"></td>");
            } else {
                out.push_str("<td role=\"cell\" data-head=\"");
                escape(head, out);
                out.push_str("\">");
                inlines(cell, out);
                out.push_str("</td>");
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
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

/// Writes text and keeps its line breaks.
fn lines(text: &str, out: &mut String) {
    for (index, line) in text.lines().enumerate() {
        if index > 0 {
            out.push_str("<br>");
        }
        escape(line, out);
    }
    // `str::lines` leaves out a line break at the very end.
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
