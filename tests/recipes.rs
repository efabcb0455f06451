//! README's recipes: what they name exists, and each names at least what its row in the table below says.

use crate::support::files::root;
use std::fs;
use std::path::Path;

/// Each recipe, by its first words, with the files and folders that it must name, as README writes them: those of the sources
/// from `src/` on, all others from the top.
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
    (
        "A field",
        &[
            "notice/",
            "notice/parts.rs",
            "notice/columns.rs",
            "draft.rs",
            "content/fields.toml",
            "ui/steps/",
            "content/clauses/labels.toml",
        ],
    ),
    (
        "A rule",
        &["rules/tables/", "rules/tables.rs", "content/rules.toml", "rules/cases/fill.rs", "docs/rules.md"],
    ),
    ("A phrase that gives bad text away", &["content/patterns.toml"]),
    ("A sentence", &["content/clauses/", "src/content/about.rs"]),
    ("A kind of register", &["content/registers/", "content/clauses/kind-", "tests/kinds.rs", "draft.rs"]),
    ("A trade", &["notice/kind.rs", "content/trades/"]),
    ("A service", &["content/vendors.toml"]),
    ("A term", &["content/glossary.toml"]),
    ("A word that the spellers lack", &["tests/spelling/"]),
    ("A language", &["lang/set.rs", "lang.rs", "draft.rs", "tests/spelling/", "tests/golden/"]),
];

/// The recipes, each from its first words to the next empty line.
fn recipes() -> Vec<String> {
    let readme = fs::read_to_string(root().join("README.md")).unwrap();
    let (_, after) = readme.split_once("\n## Recipes\n").unwrap();
    let (recipes, _) = after.split_once("\n## ").unwrap();
    let mut found: Vec<String> = Vec::new();
    for paragraph in recipes.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
        match found.last_mut() {
            Some(recipe) if !paragraph.starts_with("**") => *recipe = [recipe, paragraph].join("\n\n"),
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
    let file = |name: &str| Path::new(name).extension().is_some_and(|its| its == "rs" || its == "toml");
    quoted.filter(|name| !name.contains(' ') && (name.contains('/') || file(name))).collect()
}

#[test]
fn what_a_recipe_names_exists() {
    for recipe in recipes() {
        for path in paths(&recipe) {
            // A path with a star, such as `content/clauses/kind-*.toml`, stands for its folder.
            let known = path
                .split_once('*')
                .map_or(path, |(before, _)| before.rsplit_once('/').map_or("", |(folder, _)| folder));
            let exists =
                [root().join(known), root().join("src").join(known)].iter().any(|path| path.exists());
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
