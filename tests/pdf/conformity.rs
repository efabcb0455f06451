//! PDF/UA-1 and PDF/A-3a, asserted by a validator that shares no code with the exporter; and our own check of the
//! structure, which sees what the validator does not.

use super::{FONTS, inspect, render, sample};
use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};
use seloste::compose::{as_published, compose};
use seloste::defaults::{self, Firm};
use seloste::draft::Draft;
use seloste::export::pdf::pdf;
use seloste::lang::Lang;
use seloste::notice::RegisterKind;

/// A firm that does not exist, and whose name XML and PDF must escape.
const FIRM: &str = r#"{
    "name": "Ruusu & <Tähti> (Oy) \\", "business_id": "1234567-1", "street": "Esimerkkikatu 2",
    "postal_code": "20380", "city": "Turku", "email": "toimisto@puutarha.example", "phone": "044 000 0004",
    "website": "www.puutarha.example", "date": "2026-11-20",
    "contact": { "name": "Asiakaspalvelu", "email": "tietosuoja@puutarha.example", "phone": "044 000 0005" }
}"#;

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

/// The defaults of a kind for a firm, as a draft.
pub fn draft(kind: RegisterKind) -> Draft {
    let firm: Firm = serde_json::from_str(FIRM).unwrap();
    let mut notice = defaults::notice(kind, None);
    defaults::apply(&firm, &mut notice);
    Draft::new("conformity", "2026-11-20T12:00:00Z", notice)
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
            assert_eq!(file.missing, [], "{what}");
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
