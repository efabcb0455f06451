//! No two files of a folder import each other, directly or through others.
//!
//! Knows: which file declares which module, and paths that begin with `crate::`, `self::`, `super::` or the name of a
//! module that the file declares. That a file declares a module is no import. Does not know: macros, or `use` of a glob.

use super::{Source, files, none};
use std::collections::{BTreeMap, BTreeSet};

/// Folders without circles. Each counts with the file beside it that declares its modules (`export/pdf.rs`).
const FOLDERS: &[&str] = &["src/export", "src/ui"];

/// Each file's imports: both by the path of the module, such as `["export", "pdf", "page"]`.
type Imports = BTreeMap<Vec<String>, BTreeSet<Vec<String>>>;

/// The path of the module that a file holds.
fn module(path: &str) -> Vec<String> {
    let path = path.trim_start_matches("src/").trim_end_matches(".rs");
    path.split('/').map(ToOwned::to_owned).collect()
}

/// The identifiers, `::`, and single characters of code, without strings and comments at the end of a line.
fn tokens(code: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = code.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = if first.is_alphanumeric() || first == '_' {
            rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())
        } else if rest.starts_with("//") {
            rest = rest.split_once('\n').map_or("", |(_, after)| after).trim_start();
            continue;
        } else if first == '"' {
            let mut escaped = false;
            let end = rest[1..].find(|c| {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            });
            end.map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with("::") || rest.starts_with("'\"") {
            2
        } else {
            first.len_utf8()
        };
        found.push(&rest[..length]);
        rest = rest[length..].trim_start();
    }
    found
}

/// Reads a path, or a tree of paths in braces, and adds each whole path to `found`. Returns the number of tokens read.
fn read(tokens: &[&str], from: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let mut path = from.to_vec();
    let mut at = 0;
    loop {
        match tokens.get(at) {
            Some(&"{") => {
                at += 1;
                while tokens.get(at).is_some_and(|token| *token != "}") {
                    at += read(&tokens[at..], &path, found).max(1);
                }
                return at + 1;
            }
            Some(&"self") => {}
            Some(&"super") => drop(path.pop()),
            Some(name) if name.starts_with(|c: char| c.is_alphabetic() || c == '_') => {
                path.push((*name).to_owned());
            }
            _ => return at,
        }
        at += 1;
        if tokens.get(at) != Some(&"::") {
            found.push(path);
            return at;
        }
        at += 1;
    }
}

/// The paths that a file names, from the root of the crate.
fn paths(source: &Source) -> Vec<Vec<String>> {
    let code: Vec<&str> = source.code().map(|(_, line)| line).collect();
    let code = code.join("\n");
    let tokens = tokens(&code);
    let own = module(&source.path);
    let declared: BTreeSet<&str> = tokens
        .windows(3)
        .filter(|three| three[0] == "mod" && three[2] == ";")
        .map(|three| three[1])
        .collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let begins = at == 0 || tokens[at - 1] != "::";
        let path = tokens.get(at + 1) == Some(&"::") && begins;
        at += match *token {
            "crate" if path => 2 + read(&tokens[at + 2..], &[], &mut found),
            "self" | "super" if path => read(&tokens[at..], &own, &mut found).max(1),
            name if path && declared.contains(name) => read(&tokens[at..], &own, &mut found).max(1),
            _ => 1,
        };
    }
    found
}

/// What each file imports of the others.
fn imports(sources: &[Source]) -> Imports {
    let modules: BTreeSet<Vec<String>> = sources.iter().map(|source| module(&source.path)).collect();
    let file = |path: &Vec<String>| {
        (1..=path.len()).rev().map(|length| path[..length].to_vec()).find(|path| modules.contains(path))
    };
    let named = |source: &Source| {
        let own = module(&source.path);
        paths(source).iter().filter_map(file).filter(|path| *path != own).collect()
    };
    sources.iter().map(|source| (module(&source.path), named(source))).collect()
}

/// One circle for each file that can be reached from itself: the shortest way back, unless it was already found from
/// another of its files.
fn circles(imports: &Imports) -> Vec<String> {
    let mut known = BTreeSet::new();
    let mut found = Vec::new();
    for start in imports.keys() {
        let mut ways = vec![vec![start]];
        let mut seen = BTreeSet::new();
        let mut next = 0;
        let circle = 'search: loop {
            let Some(way) = ways.get(next).cloned() else { break None };
            next += 1;
            for import in way.last().and_then(|last| imports.get(*last)).into_iter().flatten() {
                if import == start {
                    break 'search Some(way);
                }
                if seen.insert(import) {
                    ways.push(way.iter().copied().chain([import]).collect());
                }
            }
        };
        let Some(circle) = circle else { continue };
        if known.insert(circle.iter().copied().collect::<BTreeSet<_>>()) {
            let names: Vec<String> = circle.into_iter().chain([start]).map(|path| path.join("::")).collect();
            found.push(names.join(" → "));
        }
    }
    found
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    for folder in FOLDERS {
        let mut sources = files(&["src"], "rs");
        sources.retain(|source| {
            source.path.starts_with(&format!("{folder}/")) || source.path == format!("{folder}.rs")
        });
        assert!(sources.len() > 1, "{folder} has files");
        none(&circles(&imports(&sources)), "files import each other in one direction: move what both need");
    }
}

#[test]
fn a_circle_is_found_however_it_is_written() {
    let source = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    let found = |files: &[(&str, &str)]| {
        let sources: Vec<Source> = files.iter().map(|(path, text)| source(path, text)).collect();
        circles(&imports(&sources))
    };
    let a = |text| found(&[("src/x/a.rs", text), ("src/x/b.rs", "use super::a::A;")]);
    for text in [
        "use super::b::B;",
        "use super::{c, b::{self, B}};",
        "use crate::x::b;",
        "use crate::{lang::Lang, x::{\n    c,\n    b::B,\n}};",
        "fn f() -> super::b::B { b() }",
        "fn f() { let c = '\"'; crate::x::b::f(\"\\\"\") }",
    ] {
        assert_eq!(a(text), ["x::a → x::b → x::a"], "{text}");
    }
    for text in [
        "use super::bb::B; use other::x::b;",
        "// use super::b::B;",
        "/// ```super::b```",
        "const B: &str = \"super::b::B\";",
        "#[cfg(test)]\nmod tests {\n    use crate::x::b;\n}",
    ] {
        assert!(a(text).is_empty(), "{text}");
    }
    // A file that uses its own module, which uses the file.
    let (x, y) = (("src/x.rs", "mod y;\nuse y::Y;"), ("src/x/y.rs", "use super::X;"));
    assert_eq!(found(&[x, y]), ["x → x::y → x"]);
    assert!(found(&[("src/x.rs", "mod y;"), y]).is_empty());
    // Through a third, and told once.
    let third = [("src/a.rs", "use crate::b;"), ("src/b.rs", "use crate::c;"), ("src/c.rs", "use crate::a;")];
    assert_eq!(found(&third), ["a → b → c → a"]);
}
