//! The draft in a PDF, after another program has had the file in hand.

use super::tool;
use crate::support::pdf::{FONTS, draft};
use seloste::compose::compose;
use seloste::draft::{Draft, file_text};
use seloste::export::pdf::pdf;
use seloste::lang::Lang;
use seloste::notice::RegisterKind;
use std::process::{Command, Stdio};

fn customers() -> (Draft, Vec<u8>) {
    let draft = draft(RegisterKind::Customers);
    let document = compose(&draft.notice, Lang::Fi);
    let bytes = pdf(&document, &FONTS, draft.to_json().ok().as_deref()).unwrap().bytes;
    (draft, bytes)
}

/// What qpdf makes of a file.
fn rewritten(bytes: &[u8], options: &[&str]) -> Vec<u8> {
    let folder = std::env::temp_dir().join(format!("seloste-reopen-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (from, to) = (folder.join("from.pdf"), folder.join("to.pdf"));
    std::fs::write(&from, bytes).unwrap();
    let output = Command::new("qpdf").args(options).arg(&from).arg(&to).stdin(Stdio::null()).output();
    let output = output.unwrap_or_else(|error| panic!("qpdf is needed for this test: {error}"));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let bytes = std::fs::read(&to).unwrap();
    std::fs::remove_dir_all(folder).unwrap();
    bytes
}

#[test]
fn a_pdf_that_another_program_wrote_anew_still_opens() {
    let (draft, bytes) = customers();
    for options in [
        &["--linearize"][..],
        &["--stream-data=uncompress"],
        // Lengths stand in objects of their own.
        &["--qdf"],
        &["--object-streams=disable", "--recompress-flate"],
    ] {
        let file = rewritten(&bytes, options);
        let text = file_text(&file).unwrap();
        assert_eq!(Draft::open(&text), Ok(draft.clone()), "{options:?}");
    }
}

#[test]
fn readers_list_the_draft() {
    let listed = tool("pdfdetach", &["-list"], &customers().1, &[]);
    assert!(listed.contains("1 embedded files") && listed.contains("seloste.json"), "{listed}");
}
