//! README's recipes: what they name exists, and each names at least what its row in the table below says.

use crate::support::files::root;
use std::fs;
use std::path::Path;

/// Each recipe, by its first words, with the files and folders that it must name.
const RECIPES: &[(&str, &[&str])] = &[
    (
        "A section",
        &[
            "section.rs",
            "content/sections.toml",
            "compose/",
            "compose.rs",
            "ui/steps/",
            "ui/steps.rs",
            "rules/status.rs",
        ],
    ),
    ("A field", &["notice/parts.rs", "notice/columns.rs", "draft.rs", "content/fields.toml", "ui/steps/"]),
    (
        "A rule",
        &["rules/tables/", "rules/tables.rs", "content/rules.toml", "rules/cases/fill.rs", "docs/rules.md"],
    ),
    ("A phrase that gives bad text away", &["content/patterns.toml"]),
    ("A sentence", &["content/clauses/"]),
    ("A kind of register", &["content/registers/", "content/clauses/", "tests/kinds.rs", "draft.rs"]),
    ("A trade", &["notice/kind.rs", "content/trades/"]),
    ("A service", &["content/vendors.toml"]),
    ("A term", &["content/glossary.toml"]),
    ("A word that the spellers lack", &["tests/spelling/"]),
    (
        "A language",
        &[
            "lang.rs",
            "lang/set.rs",
            "build.rs",
            "build/shapes.rs",
            "build/file.rs",
            "content/texts.rs",
            ".ci/words",
            "public/boot.js",
            "tests/spelling/",
        ],
    ),
];

/// The recipes, each from its first words to the next empty line.
fn recipes() -> Vec<String> {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let (_, after) = readme.split_once("\n## Recipes\n").unwrap();
    let (recipes, _) = after.split_once("\n## ").unwrap();
    let mut found: Vec<String> = Vec::new();
    for paragraph in recipes.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        match found.last_mut() {
            Some(recipe) if !paragraph.starts_with("**") => recipe.extend(["\n\n", paragraph]),
            _ => found.push(paragraph.to_owned()),
        }
    }
    found
}

/// The recipe that begins with these words.
pub fn recipe(name: &str) -> String {
    let start = format!("**{name}.**");
    recipes()
        .into_iter()
        .find(|recipe| recipe.starts_with(&start))
        .unwrap_or_else(|| panic!("README: {start}"))
}

/// What stands in backticks and looks like a path.
fn paths(recipe: &str) -> Vec<&str> {
    let quoted = recipe.split('`').skip(1).step_by(2);
    quoted
        .filter(|name| {
            !name.contains(' ')
                && (name.contains('/') || Path::new(name).extension().is_some_and(|kind| kind == "rs"))
        })
        .collect()
}

#[test]
fn what_a_recipe_names_exists() {
    for recipe in recipes() {
        for path in paths(&recipe) {
            // `src/content/clauses/*.toml` stands for its folder.
            let path = path.split('*').next().unwrap_or(path);
            let folder = if path.ends_with('-') {
                path.rsplit_once('/').map_or("", |(folder, _)| folder)
            } else {
                path
            };
            // Source files are named from `src/`.
            let exists = root().join(folder).exists() || root().join("src").join(folder).exists();
            assert!(exists, "{path} does not exist:\n{recipe}");
        }
    }
}

#[test]
fn each_recipe_names_the_files_that_it_takes() {
    let written: Vec<_> = recipes();
    assert_eq!(written.len(), RECIPES.len(), "a recipe has no row in the table, or a row has no recipe");
    for (name, wanted) in RECIPES {
        let recipe = recipe(name);
        for path in *wanted {
            assert!(
                paths(&recipe).iter().any(|named| named.starts_with(path)),
                "{name} does not name {path}"
            );
        }
    }
}
