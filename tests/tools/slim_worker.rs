//! The step that makes the PDF worker small: it must fail, and say why, when it finds nothing to do.
//!
//! Knows: `.ci/slim-worker` and Node.js. Does not know: trunk.

use crate::support::files::root;
use std::path::Path;
use std::process::{Command, Stdio};

/// Runs the step on a module, and gives whether it succeeded and what it said.
fn slim(module: Option<&[u8]>, profile: &str) -> (bool, String) {
    let folder = std::env::temp_dir().join(format!(
        "seloste-slim-{}-{:?}",
        std::process::id(),
        std::thread::current().id()
    ));
    std::fs::create_dir_all(&folder).unwrap();
    if let Some(module) = module {
        std::fs::write(folder.join("pdf_worker_bg.wasm"), module).unwrap();
    }
    let output = Command::new("node")
        .arg(root().join(".ci/slim-worker"))
        .current_dir(root())
        .env("TRUNK_PROFILE", profile)
        .env("TRUNK_STAGING_DIR", &folder)
        .stdin(Stdio::null())
        .output()
        .unwrap_or_else(|error| panic!("Node.js is needed for this test: {error}"));
    std::fs::remove_dir_all(folder).unwrap();
    (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// A module of nothing but a custom section with these bytes, which must be fewer than two million.
fn module(bytes: &[u8]) -> Vec<u8> {
    let leb =
        |n: usize| [n & 0x7F | 0x80, n >> 7 & 0x7F | 0x80, n >> 14].map(|part| u8::try_from(part).unwrap());
    [b"\0asm\x01\0\0\0\0", &leb(bytes.len() + 2)[..], b"\x01x", bytes].concat()
}

#[test]
fn a_step_that_finds_nothing_fails_loudly() {
    let (done, said) = slim(Some(&module(b"")), "release");
    assert!(!done && said.contains("CoatedFOGRA39.icc is not in the module"), "{said}");
    let (done, said) = slim(None, "release");
    assert!(!done && said.contains("pdf_worker_bg.wasm"), "{said}");

    let profile = std::fs::read(source("printpdf", "src/res/CoatedFOGRA39.icc")).expect("printpdf's profile");
    let (done, said) = slim(Some(&module(&profile.repeat(2))), "release");
    assert!(!done && said.contains("CoatedFOGRA39.icc is in the module twice"), "{said}");
    let (done, said) = slim(Some(&module(&profile)), "release");
    assert!(!done && said.contains("kBrotliDictionary is not in the module"), "{said}");
    let (done, said) = slim(Some(&module(&[profile, dictionary()].concat())), "release");
    assert!(!done && said.contains("the module has no exports of printpdf's"), "{said}");
}

#[test]
fn a_development_build_is_left_alone() {
    assert_eq!(slim(None, "debug"), (true, String::new()));
}

/// Brotli's dictionary, as its crate spells it out.
fn dictionary() -> Vec<u8> {
    let text = std::fs::read_to_string(source("brotli-decompressor", "src/dictionary/mod.rs")).expect("text");
    let (_, from) = text.split_once("kBrotliDictionary: [u8; 122784] =").expect("the dictionary");
    let (_, from) = from.split_once('[').expect("its beginning");
    let (numbers, _) = from.split_once(']').expect("its end");
    let numbers = numbers.split(',').map(|number| number.trim().trim_start_matches("0x"));
    numbers.map(|number| u8::from_str_radix(number, 16).expect("a byte")).collect()
}

/// Where cargo keeps a file of a crate.
fn source(name: &str, file: &str) -> std::path::PathBuf {
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--locked", "--offline"])
        .current_dir(root())
        .output()
        .expect("cargo");
    let metadata: serde_json::Value = serde_json::from_slice(&metadata.stdout).expect("JSON");
    let mut packages = metadata["packages"].as_array().expect("packages").iter();
    let package = packages.find(|package| package["name"] == name).expect("a dependency");
    Path::new(package["manifest_path"].as_str().expect("a path")).with_file_name(file)
}
