//! The guided defaults with a firm's details, as a reader sees them, kept as files that a person can read.
//!
//! `UPDATE_GOLDEN=1 cargo test --test tests golden` writes them anew; the difference is then reviewed like code.

use crate::support::firm::{firm, notice_of};
use seloste::compose::compose;
use seloste::draft::Draft;
use seloste::export::{html::html, text::text};
use seloste::lang::Lang;
use seloste::notice::layout::Layout;
use seloste::notice::{Notice, RegisterKind};
use std::fs;
use std::path::{Path, PathBuf};

fn notice(kind: RegisterKind) -> Notice {
    notice_of(&firm(), kind, None)
}

/// Each layout in each language.
fn variants() -> impl Iterator<Item = (Layout, Lang)> {
    Layout::ALL.into_iter().flat_map(|layout| Lang::ALL.map(|lang| (layout, lang)))
}

fn name(kind: RegisterKind, layout: Layout, lang: Lang, extension: &str) -> String {
    format!("{}.{}.{}.{extension}", kind.id(), layout.id(), lang.tag())
}

fn matches(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, actual).expect("a writable tests/golden");
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    if expected == actual {
        return;
    }
    let line = expected.lines().zip(actual.lines()).position(|(old, new)| old != new);
    let line = line.unwrap_or_else(|| expected.lines().count().min(actual.lines().count()));
    panic!(
        "{name} differs from line {}:\n  golden: {}\n  now:    {}\nIf it should: UPDATE_GOLDEN=1 cargo test --test tests golden",
        line + 1,
        expected.lines().nth(line).unwrap_or("(end)"),
        actual.lines().nth(line).unwrap_or("(end)"),
    );
}

#[test]
fn the_defaults_read_as_they_were_reviewed() {
    for kind in RegisterKind::ALL {
        let notice = notice(kind);
        let draft = Draft::new("golden", "2026-11-20T12:00:00Z", notice.clone());
        let json = draft.to_json().expect("a draft has a JSON form");
        for (layout, lang) in variants() {
            let document = compose(&Notice { layout, ..notice.clone() }, lang);
            matches(&name(kind, layout, lang, "txt"), &text(&document));
            // What HTML makes of a notice is the same for all kinds: one of them shows it.
            if kind == RegisterKind::Customers {
                matches(&name(kind, layout, lang, "html"), &html(&document, Some(&json)));
            }
        }
    }
}

#[test]
fn the_html_opens_again_as_its_draft() {
    let draft = Draft::new("golden", "2026-11-20T12:00:00Z", notice(RegisterKind::Customers));
    let file = html(&compose(&draft.notice, Lang::Fi), draft.to_json().ok().as_deref());
    assert_eq!(Draft::open(&file), Ok(draft));
}

#[test]
fn no_golden_file_is_left_over() {
    let known: Vec<PathBuf> = RegisterKind::ALL
        .iter()
        .flat_map(|kind| variants().map(|(layout, lang)| (*kind, layout, lang)))
        .flat_map(|(kind, layout, lang)| ["txt", "html"].map(|extension| name(kind, layout, lang, extension)))
        // Of the library's own tests: the format, and drafts of its versions.
        .chain(["schema.json", "draft-1.json", "draft-2.json"].map(str::to_owned))
        .map(PathBuf::from)
        .collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    for entry in fs::read_dir(folder).expect("tests/golden") {
        let name = PathBuf::from(entry.expect("a readable folder").file_name());
        assert!(known.contains(&name), "{} belongs to nothing", name.display());
    }
}
