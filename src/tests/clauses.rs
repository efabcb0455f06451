//! Every clause of the catalogue reaches a reader: screens offer it, or some notice says it without being asked.

use crate::compose::{as_published, compose, first_layer};
use crate::content::{self, CLAUSES, Clause};
use crate::lang::Lang;
use crate::notice::Notice;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use std::fs;
use std::path::Path;

/// Whether a text has the clause's sentence in it, whatever stands in its slots and wherever its first letter is a capital.
fn says(text: &str, clause: &Clause) -> bool {
    let written = clause.text.get(Lang::Fi);
    let quoted =
        serde_json::to_string(written.split_at(written.chars().next().map_or(0, char::len_utf8)).1).unwrap();
    let pieces = quoted
        .trim_matches('"')
        .split('{')
        .map(|piece| piece.split_once('}').map_or(piece, |(_, after)| after));
    let mut rest = text;
    pieces.into_iter().all(|piece| match rest.split_once(piece) {
        Some((_, after)) => {
            rest = after;
            true
        }
        None => false,
    })
}

/// The groups that screens offer in their lists. All other clauses get into notices by composition alone.
const OFFERED: &[&str] = &[
    "subjects",
    "purpose",
    "interest",
    "withdrawal",
    "statute",
    "category",
    "data",
    "special",
    "special-ground",
    "identity-ground",
    "source",
    "recipient",
    "disclosure",
    "retention-what",
    "start",
    "until",
    "retention-ground",
    "security-manual",
    "security-electronic",
    "consent-tool",
    "consequence",
    "marketing",
    "other-right",
    "change",
];

fn group(clause: &Clause) -> &'static str {
    clause.id.split_once('.').map_or("", |(group, _)| group)
}

/// Screens are not compiled for this machine, so their text has to do: a list names its group in quotation marks.
#[test]
fn every_offered_group_has_a_list_on_a_screen_and_clauses_for_it() {
    fn named_in(folder: &Path, group: &str) -> bool {
        let mut entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries.any(|path| {
            if path.is_dir() {
                return named_in(&path, group);
            }
            fs::read_to_string(path).unwrap().contains(&format!("\"{group}\""))
        })
    }
    let steps = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui/steps");
    for name in OFFERED {
        assert!(named_in(&steps, name), "no screen offers {name}");
        assert!(content::group(name).count() >= 2, "{name} has nothing to choose from");
    }
}

#[test]
fn every_clause_that_no_list_offers_is_said_by_some_notice() {
    let mut runner = TestRunner::deterministic();
    let mut silent: Vec<_> = CLAUSES.iter().filter(|clause| !OFFERED.contains(&group(clause))).collect();
    assert!(silent.len() > 100, "only {} clauses are composed", silent.len());
    for _ in 0..400 {
        let notice = any::<Notice>().new_tree(&mut runner).unwrap().current();
        let full = as_published(compose(&notice, Lang::Fi), false);
        for document in [full, first_layer(&notice, Lang::Fi)] {
            let text = serde_json::to_string(&document).unwrap();
            silent.retain(|clause| !says(&text, clause));
        }
    }
    let silent: Vec<_> = silent.iter().map(|clause| clause.id).collect();
    assert!(silent.is_empty(), "no notice says: {silent:?}");
}
