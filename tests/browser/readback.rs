//! Exported files, read back: what a PDF says, what each section of a page says, what a draft holds.
//!
//! Knows: poppler's tools, JSON. Does not know: the app.

use crate::harness::tools;
use crate::samples::squeezed;
use serde_json::Value;
use std::process::{Command, Stdio};

/// What a poppler tool prints about a PDF.
fn poppler(program: &str, before: &[&str], bytes: &[u8], after: &[&str]) -> String {
    let name = format!("read-{:?}.pdf", std::thread::current().id()).replace(['(', ')'], "");
    let path = tools::output().join(name);
    std::fs::write(&path, bytes).expect("a place for a PDF");
    let output = Command::new(program).args(before).arg(&path).args(after).stdin(Stdio::null()).output();
    let output = output.unwrap_or_else(|error| panic!("{program} ({error}): run `make tools`"));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{program}: {said}");
    let _ = std::fs::remove_file(path);
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The text of a PDF, without its blanks: a line may end at a hyphen that belongs there, as in "tietosuoja-asetus",
/// and then nothing tells whether a blank stood behind it. Divided words are in one piece again, and what stands at
/// the foot and the head of each page is gone.
pub fn pdf_text(bytes: &[u8]) -> String {
    let text = poppler("pdftotext", &["-raw", "-enc", "UTF-8"], bytes, &["-"]);
    let pages: String = text.split('\u{c}').map(without_furniture).collect();
    without_blanks(&pages.replace('\u{ad}', ""))
}

/// A text without its blanks, to be sought in [`pdf_text`].
pub fn without_blanks(text: &str) -> String {
    text.split_whitespace().collect()
}

/// A page without its foot (firm and title, number) and without the title that goes on from the page before.
fn without_furniture(page: &str) -> String {
    let mut lines: Vec<&str> = page.lines().collect();
    let foot = |line: &str| line.trim().is_empty() || line.starts_with("Sivu ") || line.contains(" · ");
    while lines.last().is_some_and(|line| foot(line)) {
        lines.pop();
    }
    let head = lines.iter().take(3).position(|line| line.contains("(jatkuu)"));
    if let Some(place) = head {
        let rest = lines[place].split_once("(jatkuu)").map_or("", |(_, rest)| rest);
        lines.splice(..=place, [rest]);
    }
    lines.join("\n") + "\n"
}

/// How many pages a PDF has.
pub fn pdf_pages(bytes: &[u8]) -> u32 {
    let said = poppler("pdfinfo", &[], bytes, &[]);
    let pages = said.lines().find_map(|line| line.strip_prefix("Pages:")).expect("a number of pages");
    pages.trim().parse().expect("a number")
}

/// All texts that a JSON value holds, each in one line.
pub fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![squeezed(text)],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// A draft without what may differ between two exports of one notice: times, count of saves, id, name.
pub fn notice_of(bytes: &[u8]) -> Value {
    let mut draft: Value = serde_json::from_slice(bytes).expect("a JSON export is JSON");
    draft["notice"].take()
}
