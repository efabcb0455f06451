//! Read aloud, the PDF says what the notice says: all of it, in the same order, and nothing else.

use super::tool;
use crate::support::document::texts;
use crate::support::pdf::{draft, render, sample};
use seloste::compose::compose;
use seloste::document::{Document, plain};
use seloste::lang::Lang;
use seloste::notice::RegisterKind;
use std::collections::BTreeMap;

/// A text without blanks, and without the marks that only say where a line may end.
fn bare(text: &str) -> String {
    let invisible = |ch: &char| !ch.is_whitespace() && !matches!(ch, '\u{AD}' | '\u{200B}' | '\u{2060}');
    text.chars().filter(invisible).collect()
}

/// All words of a notice in order.
fn said(document: &Document) -> String {
    let mut out = format!("{}{}", document.title, document.firm);
    out.extend(document.facts.iter().flat_map(|(label, value)| [label.as_str(), value]));
    out.push_str(&plain(&document.intro));
    for section in &document.sections {
        out.extend([section.title.as_str(), &section.law]);
        out.extend(texts(&section.blocks, "•"));
    }
    bare(&out)
}

/// All words of a file in the order of its structure, in quotation marks one line each, as poppler finds them.
fn heard(bytes: &[u8]) -> String {
    let tree = tool("pdfinfo", &["-struct-text"], bytes, &[]);
    let quoted = |line: &str| line.trim().strip_prefix('"')?.strip_suffix('"').map(ToOwned::to_owned);
    bare(&tree.lines().filter_map(quoted).collect::<String>())
}

#[track_caller]
fn same(document: &Document, what: &str) {
    let bytes = render(document).bytes;
    let (said, heard) = (said(document), heard(&bytes));
    let at = said.chars().zip(heard.chars()).take_while(|(a, b)| a == b).count();
    let from = |text: &str| text.chars().skip(at.saturating_sub(20)).take(60).collect::<String>();
    assert_eq!(said, heard, "{what}: “{}” is heard as “{}”", from(&said), from(&heard));
    // Tools that know no structure go page by page, and so does a row of a table that is parted between two. They
    // find every letter all the same, and beside them only each page's furniture.
    let raw = tool("pdftotext", &["-raw"], &bytes, &["-"]);
    let pages = raw.matches('\u{C}').count();
    let mut letters = BTreeMap::new();
    for ch in bare(&raw).chars() {
        *letters.entry(ch).or_insert(0) += 1;
    }
    for ch in said.chars() {
        let left = letters.entry(ch).or_insert(0);
        *left -= 1;
        assert!(*left >= 0, "{what}: pdftotext finds too few of “{ch}”");
    }
    let more: i32 = letters.values().sum();
    assert!(more <= 200 * i32::try_from(pages).unwrap(), "{what}: {more} more characters on {pages} pages");
}

#[test]
fn a_screen_reader_reads_what_the_notice_says() {
    same(&sample::notice(), "sample");
    for kind in RegisterKind::ALL {
        for lang in Lang::ALL {
            let draft = draft(kind);
            same(&compose(&draft.notice, lang), &format!("{} {}", kind.id(), lang.tag()));
        }
    }
}
