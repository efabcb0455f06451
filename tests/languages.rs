//! The languages are listed once, in `src/lang/set.rs`. Here stand the files that name one of them all the same: a further
//! language needs a look at each, so README's recipe for a language names them too.

use crate::support::files::{files_in, root};
use seloste::lang::{Lang, TAGS};
use std::collections::BTreeSet;
use std::fs;

/// The files that spell out a language, and what happens there when a language is added and nobody looks.
const BY_HAND: &[(&str, &str)] = &[
    ("src/lang.rs", "does not compile"),
    ("src/law.rs", "does not compile: the names of acts"),
    ("src/law/facts.rs", "does not compile: the authority's addresses"),
    ("src/export/pdf/hyphen.rs", "does not compile: the pattern that words are divided by"),
    ("src/ui/language_files.rs", "does not compile for the browser: what a language calls itself"),
    ("src/ui/fields/own.rs", "does not compile for the browser: what the interface calls a language"),
    ("src/compose/phrasing.rs", "dates are written in figures, as in Finnish"),
    ("src/export/pdf/nobreak.rs", "no day keeps its month on its line, and five digits are a postal code"),
    ("src/review.rs", "days are written as in Finnish"),
    ("src/bin/seloste/main.rs", "nothing: messages about the schema are in English"),
    ("public/boot.js", "a test below fails"),
    ("public/index.html", "a test below fails"),
    (".ci/tools", "its spell checker is missing, and `tests/tools/spelling.rs` does not compile"),
];

/// What gives a language away in code: a variant, a field of a value per language, or a tag in quotation marks.
fn spells_out(line: &str) -> bool {
    Lang::ALL.into_iter().skip(1).any(|lang| {
        let (tag, variant) = (lang.tag(), format!("{lang:?}"));
        let quoted = [format!("\"{tag}\""), format!("'{tag}'"), format!("{{ {tag}: "), format!(", {tag}: ")];
        let field = format!(".{tag}");
        let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
        line.contains(&format!("Lang::{variant}"))
            || line.contains(&format!("hunspell-{tag}"))
            || quoted.iter().any(|form| line.contains(form))
            || line.match_indices(&field).any(|(at, _)| ends(&line[at + field.len()..]))
    })
}

/// The code of a file: no comments, and nothing that only tests compile.
fn code(text: &str) -> impl Iterator<Item = &str> {
    let tests = text.find("#[cfg(test)]\nmod tests {").or_else(|| text.find("#[cfg(test)]\ncases!"));
    text[..tests.unwrap_or(text.len())].lines().filter(|line| {
        let line = line.trim_start();
        !line.starts_with("//") && !line.starts_with("* ") && !line.starts_with('#') || line.starts_with("#[")
    })
}

#[test]
fn a_language_is_spelt_out_only_where_the_recipe_says_so() {
    let mut paths = files_in(&root().join("src"), "rs");
    paths.extend(files_in(&root().join("public"), "js"));
    paths.extend(files_in(&root().join("public"), "html"));
    paths.extend(fs::read_dir(root().join(".ci")).unwrap().map(|entry| entry.unwrap().path()));
    let only_tests = ["/tests.rs", "/tests/", "src/rules/cases", "src/lang/set.rs"];
    let mut found = BTreeSet::new();
    for path in paths {
        let name = path.strip_prefix(root()).unwrap().display().to_string();
        let text = fs::read_to_string(&path).unwrap();
        if !only_tests.iter().any(|part| name.contains(part)) && code(&text).any(spells_out) {
            found.insert(name);
        }
    }
    let listed: BTreeSet<_> = BY_HAND.iter().map(|(path, _)| (*path).to_owned()).collect();
    let new: Vec<_> = found.difference(&listed).collect();
    assert!(new.is_empty(), "loop over `Lang::ALL` instead, or list the file here and in README: {new:?}");
    let gone: Vec<_> = listed.difference(&found).collect();
    assert!(gone.is_empty(), "these spell out no language any more: {gone:?}");
}

/// What the page says before the app runs, and when it never does, is written into the page by hand.
#[test]
fn the_page_speaks_every_language_before_the_app_does() {
    let page = fs::read_to_string(root().join("public/index.html")).unwrap();
    let script = fs::read_to_string(root().join("public/boot.js")).unwrap();
    let (_, opening) = script.split_once("const OPENING = {").unwrap();
    let (opening, _) = opening.split_once('}').unwrap();
    for tag in TAGS.into_iter().skip(1) {
        assert!(opening.contains(&format!("{tag}: ")), "boot.js: OPENING lacks {tag}");
        for element in ["<div", "<p", "<span"] {
            let said = format!("{element} lang=\"{tag}\">");
            assert_eq!(
                page.matches(&said).count(),
                1,
                "index.html: {said} (crash, no JavaScript, error details)"
            );
        }
    }
}

#[test]
fn the_recipe_for_a_language_names_every_file_that_spells_one_out() {
    let recipe = crate::recipes::recipe("A language");
    for (path, _) in BY_HAND {
        let path = path.trim_start_matches("src/");
        assert!(recipe.contains(&format!("`{path}`")), "README's recipe for a language does not name {path}");
    }
}
