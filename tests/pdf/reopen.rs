//! The PDF opens again as the draft that it was made of, and is the same file whenever and wherever it is made.

use crate::support::pdf::{FONTS, draft};
use seloste::compose::compose;
use seloste::draft::{Draft, OpenError, file_text};
use seloste::export::pdf::pdf;
use seloste::lang::Lang;
use seloste::notice::RegisterKind;
use std::process::Command;

fn file(draft: &Draft, lang: Lang) -> Vec<u8> {
    pdf(&compose(&draft.notice, lang), &FONTS, draft.to_json().ok().as_deref()).unwrap().bytes
}

fn open(bytes: &[u8]) -> Result<Draft, OpenError> {
    Draft::open(&file_text(bytes)?)
}

#[test]
fn a_pdf_opens_as_its_draft() {
    for kind in RegisterKind::ALL {
        let draft = draft(kind);
        for lang in Lang::ALL {
            assert_eq!(open(&file(&draft, lang)), Ok(draft.clone()), "{} {}", kind.id(), lang.tag());
        }
    }
}

#[test]
fn a_damaged_pdf_never_opens_as_another_draft() {
    let draft = draft(RegisterKind::Customers);
    let bytes = file(&draft, Lang::Fi);
    for cut in (0..bytes.len()).step_by(499) {
        match open(&bytes[..cut]) {
            Ok(read) => assert_eq!(read, draft, "cut at {cut}"),
            Err(OpenError::Empty) => assert_eq!(cut, 0),
            Err(OpenError::PdfWithoutDraft | OpenError::Damaged { .. }) => {}
            Err(other) => panic!("cut at {cut}: {other:?}"),
        }
    }
    let without = pdf(&compose(&draft.notice, Lang::Fi), &FONTS, None).unwrap().bytes;
    assert_eq!(open(&without), Err(OpenError::PdfWithoutDraft));
}

/// The command line makes the file in a process of its own, with chance of its own.
#[test]
fn each_process_makes_the_same_file_also_from_a_file() {
    let draft = draft(RegisterKind::Customers);
    let folder = std::env::temp_dir().join(format!("seloste-same-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let first = folder.join("0.json");
    std::fs::write(&first, draft.to_json().unwrap()).unwrap();
    let render = |from: &std::path::Path, to: &str| {
        let to = folder.join(to);
        let mut command = Command::new(env!("CARGO_BIN_EXE_seloste"));
        let output = command.arg("render").arg(from).args(["--to", "pdf", "-o"]).arg(&to).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        to
    };
    let pdf = render(&first, "1.pdf");
    let again = render(&first, "2.pdf");
    let from_pdf = render(&pdf, "3.pdf");
    assert_eq!(std::fs::read(&pdf).unwrap(), std::fs::read(again).unwrap());
    assert_eq!(std::fs::read(&pdf).unwrap(), std::fs::read(from_pdf).unwrap());
    std::fs::remove_dir_all(folder).unwrap();
}
