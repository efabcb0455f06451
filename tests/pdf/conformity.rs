//! PDF/UA-1 and PDF/A-3a, asserted by a validator that shares no code with the exporter; and our own check of the
//! structure, which sees what the validator does not.

use super::inspect;
use crate::support::pdf::{FONTS, draft, render, sample};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use seloste::compose::{as_published, compose};
use seloste::export::pdf::pdf;
use seloste::lang::Lang;
use seloste::notice::RegisterKind;

/// Both standards, and the structure.
#[track_caller]
pub fn conforms(bytes: &[u8], what: &str) {
    for profile in [ValidationProfile::PdfUa1, ValidationProfile::PdfA3a] {
        let report = validate_pdf_bytes(bytes, &ValidationOptions::default().profile(profile));
        let report = report.unwrap_or_else(|error| panic!("{what}, {profile}: {error}"));
        let failures: Vec<_> = report.failures.iter().map(ToString::to_string).collect();
        assert!(report.is_compliant, "{what}, {profile}:\n{}", failures.join("\n"));
        assert!(report.rules.total > 100, "{what}, {profile}: only {} rules", report.rules.total);
    }
    inspect::structure(bytes, what);
}

#[test]
fn every_kind_in_every_language_follows_both_standards() {
    for kind in RegisterKind::ALL {
        let draft = draft(kind);
        let json = draft.to_json().unwrap();
        for lang in Lang::ALL {
            let what = format!("{} {}", kind.id(), lang.tag());
            let document = compose(&draft.notice, lang);
            let file = pdf(&document, &FONTS, Some(&json)).unwrap();
            conforms(&file.bytes, &what);
            assert_eq!(file.missing, Vec::<char>::new(), "{what}");
            let kib = file.bytes.len().div_ceil(1024);
            // The goal is set for customers; employees have the most to read.
            let most = if kind == RegisterKind::Customers { 40 } else { 48 };
            assert!(kib <= most, "{what}: {kib} KiB");
            conforms(&render(&as_published(document, false)).bytes, &what);
        }
    }
}

#[test]
fn a_full_notice_follows_both_standards() {
    let json = draft(RegisterKind::Customers).to_json().unwrap();
    let file = pdf(&sample::notice(), &FONTS, Some(&json)).unwrap();
    conforms(&file.bytes, "sample");
    let kib = file.bytes.len().div_ceil(1024);
    assert!(kib <= 40, "{kib} KiB");
}
