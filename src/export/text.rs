//! The notice as plain text: for e-mail, for reading aloud, and for comparing two versions.
//!
//! Knows: the document tree. Does not know: law, the model, languages.
//! Tables become lists of rows, so that a line stays readable at any width.

use crate::document::{Block, Document, Inline, Table, plain};

/// A line has at most this many characters, as is usual in e-mail.
const WIDTH: usize = 76;

/// The whole notice.
pub fn text(document: &Document) -> String {
    let mut out = String::with_capacity(16 * 1024);
    if !document.labels.draft.is_empty() {
        wrapped(&document.labels.draft.to_uppercase(), "", "", &mut out);
    }
    titled(&document.title, '=', &mut out);
    if !document.firm.is_empty() {
        wrapped(&document.firm, "", "", &mut out);
    }
    for (label, value) in &document.facts {
        wrapped(&format!("{label} {value}"), "", "", &mut out);
    }
    if !document.intro.is_empty() {
        out.push('\n');
        wrapped(&shown(&document.intro), "", "", &mut out);
    }
    for section in &document.sections {
        out.push('\n');
        titled(&section.title, '-', &mut out);
        if !section.law.is_empty() {
            wrapped(&format!("({})", section.law), "", "", &mut out);
        }
        for each in &section.blocks {
            block(each, "", &mut out);
        }
    }
    out
}

/// Writes a title with a line of `line` characters under it.
fn titled(title: &str, line: char, out: &mut String) {
    wrapped(title, "", "", out);
    let longest = title.chars().count().clamp(3, WIDTH);
    out.extend(std::iter::repeat_n(line, longest));
    out.push('\n');
}

fn block(block: &Block, indent: &str, out: &mut String) {
    out.push('\n');
    match block {
        Block::Heading(inlines) | Block::Para(inlines) => wrapped(&shown(inlines), indent, indent, out),
        Block::List(items) => {
            for item in items {
                wrapped(&shown(item), &format!("{indent}- "), &format!("{indent}  "), out);
            }
        }
        Block::DefinitionList(terms) => {
            for (term, value) in terms {
                let term = plain(term);
                wrapped(
                    &format!("{}: {}", term.trim_end_matches(':'), shown(value)),
                    indent,
                    &format!("{indent}  "),
                    out,
                );
            }
        }
        Block::Table(rows) => table(rows, indent, out),
        // Only the alternative text: the address stands in the text beside it, and no camera reads a code made of letters.
        Block::Code { alt, .. } => wrapped(&format!("[{alt}]"), indent, indent, out),
        Block::Box(blocks) => {
            let inner = format!("{indent}| ");
            for (index, each) in blocks.iter().enumerate() {
                let mut boxed = String::new();
                self::block(each, "", &mut boxed);
                for (line, text) in boxed.trim_end().lines().enumerate() {
                    // The box's own first blank line is left out: there is one before the box already.
                    if index > 0 || line > 0 {
                        out.push_str(format!("{inner}{text}").trim_end());
                        out.push('\n');
                    }
                }
            }
        }
    }
}

/// Writes each row as an item, named after its first cell.
fn table(table: &Table, indent: &str, out: &mut String) {
    let inner = format!("{indent}  ");
    for row in &table.rows {
        for (column, (head, cell)) in table.head.iter().zip(row).enumerate() {
            let cell = shown(cell);
            if column == 0 {
                wrapped(&cell, &format!("{indent}- "), &inner, out);
            } else if !cell.trim().is_empty() {
                wrapped(&format!("{head}: {cell}"), &inner, &format!("{inner}  "), out);
            }
        }
    }
}

/// The visible text, with the address of each link after it in parentheses, unless the text is the address itself.
fn shown(inlines: &[Inline]) -> String {
    let mut out = String::new();
    for inline in inlines {
        out.push_str(inline.text());
        if let Inline::Link { text, href } = inline {
            let bare = href.split_once(':').map_or(href.as_str(), |(_, rest)| rest.trim_start_matches('/'));
            let digits = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            if !digits(text).ends_with(&digits(bare)) {
                out.extend([" (", href.as_str(), ")"]);
            }
        }
    }
    out
}

/// Writes text with lines broken at blanks; a word longer than a line gets a line of its own. Line breaks in the text are
/// kept. `first` stands before the first line and `rest` before the others.
fn wrapped(text: &str, first: &str, rest: &str, out: &mut String) {
    let mut prefix = first;
    for line in text.split('\n') {
        let mut used = 0;
        // A no-break space is not a blank here: "6 vuotta" stays together.
        for word in line.split([' ', '\t', '\r']).filter(|word| !word.is_empty()) {
            let length = word.chars().count();
            if used > 0 && used + 1 + length > WIDTH {
                out.push('\n');
                used = 0;
            }
            if used == 0 {
                out.push_str(prefix);
                used = prefix.chars().count();
                prefix = rest;
            } else {
                out.push(' ');
                used += 1;
            }
            out.push_str(word);
            used += length;
        }
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrap(text: &str) -> String {
        let mut out = String::new();
        wrapped(text, "- ", "  ", &mut out);
        out
    }

    #[test]
    fn lines_break_at_blanks_and_nothing_is_lost() {
        let text = "sana ".repeat(40);
        let out = wrap(&text);
        assert!(out.lines().all(|line| line.chars().count() <= WIDTH), "{out}");
        assert_eq!(out.split_whitespace().filter(|word| *word == "sana").count(), 40);
        assert!(wrap(&"x".repeat(200)).contains(&"x".repeat(200)));
        assert_eq!(wrap("a\nb"), "- a\n  b\n");
    }

    #[test]
    fn an_address_that_is_shown_is_not_repeated() {
        let link = |text: &str, href: &str| shown(&[Inline::Link { text: text.into(), href: href.into() }]);
        assert_eq!(link("a@b.example", "mailto:a@b.example"), "a@b.example");
        assert_eq!(link("040 123", "tel:040123"), "040 123");
        assert_eq!(link("täältä", "https://b.example"), "täältä (https://b.example)");
    }
}
