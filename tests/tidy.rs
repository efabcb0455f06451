//! The house rules as tests: headers, sizes, who may import whom, and words that nobody uses.
//!
//! When one of these fails, the message says which file, which line, and what the rule is.
//! Rules know no words: what they look for in free text stands in `patterns.toml`, and they name a group of phrases as they
//! name a clause, by its id. So `content::patterns` is open to them, and the rest of the catalogue is not.

mod circles;

use crate::support::files::{files_in, root};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use toml::{Table, Value};

/// The most lines that a file may have.
const MOST_LINES: usize = 400;

/// What may stand at the top of the repository.
const TOP: &[&str] = &[
    ".cargo",
    ".ci",
    ".clippy.toml",
    ".gitignore",
    ".readme",
    ".rustfmt.toml",
    "CHANGELOG.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "Makefile",
    "README.md",
    "Trunk.toml",
    "docs",
    "public",
    "src",
    "style",
    "tests",
];

/// Who may import whom inside the library: a module, and the top-level modules that it may name.
/// Modules that are not listed here, and `ui`, may name any but `ui`.
const MAY: &[(&str, &[&str])] = &[
    ("lang", &[]),
    ("fingerprint", &[]),
    ("law", &["lang"]),
    ("section", &["law"]),
    ("route", &["section", "draft"]),
    ("notice", &["lang", "section"]),
    ("document", &["lang", "section"]),
    ("content", &["fingerprint", "lang", "law", "section", "notice", "draft"]),
    ("text", &["lang", "content"]),
    ("rules", &["lang", "law", "section", "notice", "content", "text"]),
    ("defaults", &["lang", "section", "notice", "content"]),
    ("interview", &["lang", "section", "notice", "content", "defaults", "draft"]),
    ("compose", &["lang", "law", "section", "notice", "content", "document"]),
    ("draft", &["lang", "section", "notice"]),
    ("store", &["draft", "lang"]),
    (
        "session",
        &[
            "fingerprint",
            "lang",
            "section",
            "notice",
            "content",
            "rules",
            "defaults",
            "compose",
            "draft",
            "interview",
            "store",
        ],
    ),
    ("export", &["document", "fingerprint", "lang", "section"]),
    ("evidence", &["lang", "law", "section", "notice", "content", "rules", "compose", "document"]),
    (
        "review",
        &[
            "lang", "law", "section", "notice", "content", "rules", "defaults", "compose", "document",
            "export",
        ],
    ),
];

/// Who may name an outside crate: the crate's name in code, and the files that may.
const OUTSIDE: &[(&[&str], &[&str])] = &[
    (&["printpdf"], &["src/export/pdf/embed.rs"]),
    (&["lopdf", "subsetter", "ttf_parser"], &["src/export/pdf"]),
    (&["toml"], &["src/build"]),
    (&["miniz_oxide"], &["src/draft/inflate.rs", "src/export/pdf"]),
    (&["clap"], &["src/bin/seloste"]),
    (
        &["serde_json"],
        &[
            "src/build",
            "src/draft",
            "src/export/pdf_job.rs",
            "src/evidence/json.rs",
            "src/store.rs",
            "src/defaults",
            "src/interview/firm_file.rs",
            "src/notice/tree",
            "src/bin",
        ],
    ),
    (
        &["leptos", "web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures"],
        &["src/ui", "src/main.rs", "src/bin/pdf_worker.rs"],
    ),
];

/// A source file: its path from the root, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// Whether the file is only compiled for tests, which may look at everything.
    fn is_test(&self) -> bool {
        ["/tests.rs", "/tests/", "/testing.rs", "rules/cases"].iter().any(|part| self.path.contains(part))
    }

    /// The lines of code with their numbers: no comments, and no tests.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let text = if self.is_test() { "" } else { self.text.as_str() };
        let lines = text.lines().enumerate().map(|(number, line)| (number + 1, line));
        let mut after_cfg_test = false;
        lines
            .take_while(move |(_, line)| {
                let module = after_cfg_test && line.starts_with("mod ") && line.ends_with('{');
                after_cfg_test = *line == "#[cfg(test)]";
                !module
            })
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// The top-level module of the library that the file belongs to; `None` for entries and the crate's root.
    fn module(&self) -> Option<&str> {
        let path = self.path.strip_prefix("src/")?;
        let first = path.split('/').next()?;
        let name = first.strip_suffix(".rs").unwrap_or(first);
        (!["bin", "main", "build", "lib"].contains(&name)).then_some(name)
    }
}

fn files(folders: &[&str], extension: &str) -> Vec<Source> {
    let paths = folders.iter().flat_map(|folder| files_in(&root().join(folder), extension));
    let source = |path: PathBuf| Source {
        text: fs::read_to_string(&path).expect("UTF-8"),
        path: path.strip_prefix(root()).expect("a path inside").display().to_string(),
    };
    paths.map(source).collect()
}

fn sources() -> Vec<Source> {
    files(&["src", "tests"], "rs")
}

/// Whether a line names something as a path: `name::…` or `use name…`, and not as a part of a longer name.
fn names(line: &str, name: &str) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = &line[at + name.len()..];
        let starts = !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '"');
        let path = after.starts_with("::") || after.starts_with(';') && line.trim_start().starts_with("use ");
        starts && path
    })
}

/// The top-level modules that a line names: `crate::lang::…`, `use crate::{lang::Lang, law}`.
fn modules(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (_, rest) in line.match_indices("crate::").map(|(at, _)| line.split_at(at + "crate::".len())) {
        let group = rest.strip_prefix('{').map_or(rest, |inside| inside.split(';').next().unwrap_or(inside));
        let many = if rest.starts_with('{') { group.split(',').collect() } else { vec![group] };
        let name = |part: &str| {
            part.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()
        };
        found.extend(many.into_iter().map(name).filter(|name| !name.is_empty()));
    }
    found
}

#[track_caller]
fn none(faults: &[String], rule: &str) {
    assert!(faults.is_empty(), "{rule}:\n{}", faults.join("\n"));
}

/// What brings large tables, or a copy of its own for every type, into the app: the word, and what does instead.
const HEAVY: &[(&str, &str)] = &[("json!(", "a type that is written")];

/// Where weight does not matter: what is in no wasm, or only in the worker's, and what the others are made of.
const UNWEIGHED: &[&str] = &[
    "src/bin",
    "src/build",
    "src/review",
    "src/interview/firm_file.rs",
    "src/export/pdf",
    "src/ui/erased.rs",
];

#[test]
fn nothing_heavy_comes_into_the_first_load() {
    let mut found = Vec::new();
    for source in files(&["src"], "rs") {
        if UNWEIGHED.iter().any(|place| source.path.starts_with(place)) {
            continue;
        }
        for (number, line) in source.code() {
            for (word, instead) in HEAVY.iter().filter(|(word, _)| line.contains(word)) {
                found.push(format!("{}:{number}: {word} is heavy; {instead} is not", source.path));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_file_opens_with_what_it_is() {
    let faults: Vec<_> = sources()
        .iter()
        .filter(|source| !source.text.starts_with("//! "))
        .map(|source| source.path.clone())
        .collect();
    none(&faults, "a file begins with a `//!` header that says what it is and what it may not know");
}

#[test]
fn every_file_can_be_read_at_one_sitting() {
    let mut faults = Vec::new();
    for source in sources() {
        let lines = source.text.lines().count();
        if source.path.starts_with("src/") && lines > MOST_LINES {
            faults.push(format!("{}: {lines} lines", source.path));
        }
    }
    none(&faults, "a file holds one concept in at most 400 lines");
}

#[test]
fn nothing_is_left_half_done() {
    let words =
        [["to", "do!"], ["db", "g!"], ["unimple", "mented!"], ["TO", "DO"], ["FIX", "ME"], ["X", "XX"]];
    let words = words.map(|halves| halves.concat());
    let mut faults = Vec::new();
    for source in sources() {
        for (number, line) in source.text.lines().enumerate() {
            let whole = |word: &String| {
                line.match_indices(word.as_str()).any(|(at, _)| {
                    let around = [line[..at].chars().next_back(), line[at + word.len()..].chars().next()];
                    !around.into_iter().flatten().any(|c| c.is_alphanumeric() || c == '_')
                })
            };
            if words.iter().any(whole) || line.ends_with(char::is_whitespace) {
                faults.push(format!("{}:{}: {}", source.path, number + 1, line.trim()));
            }
        }
    }
    none(&faults, "no marker of unfinished work, no debug output, no trailing blank");
}

#[test]
fn modules_know_only_what_they_may() {
    let mut faults = Vec::new();
    for source in sources() {
        let Some(module) = source.module() else { continue };
        let may = MAY.iter().find(|(name, _)| *name == module).map(|(_, may)| *may);
        for (number, line) in source.code() {
            for named in modules(line).iter().filter(|named| *named != module) {
                let known = fs::exists(root().join(format!("src/{named}.rs"))).unwrap_or(false);
                let fine = may.map_or(named != "ui", |may| may.contains(&named.as_str()));
                if known && !fine {
                    faults.push(format!("{}:{number}: {module} must not know {named}", source.path));
                }
            }
        }
    }
    none(&faults, "lang, law, section ← notice ← content, rules, defaults, compose, draft ← ui");
}

#[test]
fn rules_know_no_words() {
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| matches!(source.module(), Some("rules" | "text"))) {
        for (number, line) in source.code() {
            let may = ["facts", "find_clause;", "patterns", "rule_id;", "RuleId;", "{RuleId, rule_id};"]
                .map(|name| format!("use crate::content::{name}"));
            if line.contains("crate::content") && !may.iter().any(|may| line.starts_with(may.as_str())) {
                faults.push(format!("{}:{number}: {line}", source.path));
            }
        }
    }
    none(
        &faults,
        "rules, and the reading of texts, may ask whether a clause exists, what its facts are and what phrase groups are called, and \
         nothing else of the catalogue",
    );
}

#[test]
fn rules_name_no_clause() {
    let mut faults = Vec::new();
    let rules = sources();
    for source in rules.iter().filter(|source| source.module() == Some("rules") && !source.is_test()) {
        let tests = ["#[cfg(test)]\ncases!", "#[cfg(test)]\nmod tests"];
        let end = tests.iter().filter_map(|tests| source.text.find(tests)).min();
        let code = &source.text[..end.unwrap_or(source.text.len())];
        for clause in seloste::content::CLAUSES {
            if code.contains(&format!("\"{}\"", clause.id)) {
                faults.push(format!("{}: {}", source.path, clause.id));
            }
        }
    }
    none(&faults, "what a rule must know of a clause stands beside the clause, as a fact");
}

#[test]
fn outside_crates_are_named_only_where_they_belong() {
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| source.path.starts_with("src/")) {
        for (crates, places) in OUTSIDE {
            if places.iter().any(|place| source.path.starts_with(place)) {
                continue;
            }
            for (number, line) in source.code() {
                for name in crates.iter().filter(|name| names(line, name)) {
                    faults.push(format!("{}:{number}: {name} belongs in {}", source.path, places.join(", ")));
                }
            }
        }
    }
    none(&faults, "each outside crate has its place");
}

#[test]
fn the_top_of_the_repository_is_tidy() {
    let output = Command::new("git").args(["ls-files"]).current_dir(root()).output();
    // An unpacked archive has no history to ask.
    let Some(output) = output.ok().filter(|output| output.status.success()) else { return };
    let listed = String::from_utf8_lossy(&output.stdout).into_owned();
    let top: BTreeSet<_> = listed.lines().filter_map(|path| path.split('/').next()).collect();
    let faults: Vec<_> = top.into_iter().filter(|name| !TOP.contains(name)).map(ToOwned::to_owned).collect();
    none(
        &faults,
        "only these stand at the top of the repository: code, its tests, its chores, its documents",
    );
}

/// A plain `cargo test` leaves out what needs programs of the system. Nothing may be left out of `make test` with it.
#[test]
fn make_test_runs_every_test_target() {
    let manifest: Table =
        toml::from_str(&fs::read_to_string(root().join("Cargo.toml")).expect("text")).expect("TOML");
    let targets = manifest["test"].as_array().expect("test targets").iter();
    let makefile = fs::read_to_string(root().join("Makefile")).expect("text");
    let (_, recipe) = makefile.split_once("\ntest:").expect("a target `test`");
    let (recipe, _) = recipe.split_once("\n\n").expect("an end of the recipe");
    assert!(
        recipe.contains("\tcargo test --locked\n"),
        "make test runs the tests that need no programs:\n{recipe}"
    );
    for target in targets {
        let name = target["name"].as_str().expect("a name");
        assert!(target.get("required-features").is_none(), "{name} would be skipped in silence");
        let named = recipe.contains(&format!("--test {name}"));
        assert!(
            named || target.get("test").and_then(Value::as_bool) != Some(false),
            "make test leaves out {name}"
        );
    }
}

/// The ids in a content file, as the constants that the build makes of them: `home.start-new` → `HOME_START_NEW`.
fn constants(file: &str) -> Vec<String> {
    let text = fs::read_to_string(root().join("src/content").join(file)).expect("a content file");
    let ids = text.lines().filter_map(|line| {
        let value = line.strip_prefix("id")?.trim_start().strip_prefix('=')?.trim();
        value.strip_prefix('"')?.split('"').next()
    });
    let upper = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' };
    ids.map(|id| id.chars().map(upper).collect()).collect()
}

#[test]
fn every_word_of_the_interface_is_used() {
    let mut used = BTreeSet::new();
    for source in sources().iter().filter(|source| source.path.starts_with("src/")) {
        let part = |c: char| !(c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
        used.extend(source.text.split(part).filter(|name| !name.is_empty()).map(ToOwned::to_owned));
    }
    let mut faults = Vec::new();
    for file in ["ui.toml", "fields.toml", "choices.toml", "patterns.toml"] {
        let unused = constants(file).into_iter().filter(|constant| !used.contains(constant));
        faults.extend(unused.map(|constant| format!("{file}: {constant}")));
    }
    none(&faults, "a text that nobody shows is removed");
}
