//! Every fix that any rule's cases call for mends what it is for, adds nothing, and can be taken back.

use super::*;
use crate::notice::tree::take_back;
use crate::rules::cases::prelude::*;
use crate::rules::cases::{firing, today};
use crate::rules::{Severity, check};
use std::collections::{BTreeMap, BTreeSet};

/// Findings as rule and field, with how often. A sentence that moves takes its other findings along: then by rule only.
fn tally(notice: &Notice, kind: &FixKind) -> BTreeMap<(&'static str, String), usize> {
    let moves = matches!(kind, FixKind::Move(_));
    let mut tally = BTreeMap::new();
    for finding in check(notice, today()).findings {
        if finding.rule.severity != Severity::Hint {
            let field = if moves { String::new() } else { finding.field.to_string() };
            *tally.entry((finding.rule.id.as_str(), field)).or_insert(0) += 1;
        }
    }
    tally
}

#[test]
fn a_fix_mends_its_finding_and_brings_no_other_and_can_be_taken_back() {
    let mut fixed = BTreeSet::new();
    for (when, change) in firing() {
        let mut notice = full();
        change(&mut notice);
        notice.number_rows();
        let before = notice.clone();
        for finding in check(&before, today()).findings {
            let Some(fix) = fix(&finding, &before) else { continue };
            let rule = finding.rule.id.as_str();
            fixed.insert(rule);
            fix.apply(&mut notice);
            let after = notice.clone();
            let left = check(&notice, today()).findings;
            let same = |f: &&Finding| {
                f.rule == finding.rule && f.field == finding.field && f.evidence == finding.evidence
            };
            assert!(!left.iter().any(|f| same(&f)), "{rule} is still there: {when}, {:?}", fix.kind);
            let (was, is) = (tally(&before, &fix.kind), tally(&notice, &fix.kind));
            for (place, count) in &is {
                assert!(count <= was.get(place).unwrap_or(&0), "{rule}, {when}: brings {place:?}");
            }
            take_back(&mut notice, &before, &after);
            assert_eq!(notice, before, "{rule}, {when}");
        }
    }
    let all = [
        "authority-outdated",
        "business-id-format",
        "card-number-in-text",
        "clause-twice",
        "email-format",
        "identity-code-in-text",
        "identity-code-suspected",
        "marketing-objection-not-separate",
        "markup-in-text",
        "objection-not-described",
        "phone-format",
        "placeholder-left",
        "recipient-role-wrong",
        "retention-below-law",
        "row-empty",
        "safeguard-mismatch",
        "source-origin-wrong",
        "topic-in-wrong-section",
        "transfer-inside-eea",
        "website-format",
    ];
    let missing: Vec<_> = all.iter().filter(|rule| !fixed.contains(**rule)).collect();
    assert!(missing.is_empty(), "no case calls for a fix of {missing:?}; {fixed:?}");
}

fn fixed(rule: &str, notice: &mut Notice) -> FixKind {
    let found = check(notice, today()).findings;
    let finding = found.iter().find(|finding| finding.rule.id == rule).expect(rule);
    let fix = fix(finding, notice).expect("a fix");
    fix.apply(notice);
    fix.kind
}

#[test]
fn an_old_address_of_the_authority_becomes_todays() {
    for (old, new) in [
        (
            "Toimisto, PL 800, Ratapihantie 9, 00521 Helsinki (puh. 029).",
            "Toimisto, Lintulahdenkuja 4, 00530 Helsinki; PL\u{a0}800, 00531 Helsinki (puh. 029).",
        ),
        ("Ratapihantie 9, 6. krs", "Lintulahdenkuja 4, 00530 Helsinki; PL\u{a0}800, 00531 Helsinki, 6. krs"),
        ("PL 800, 00521 Helsinki", "PL 800, 00531 Helsinki"),
    ] {
        let mut notice = full();
        add(&mut notice, SectionId::Complaint, old);
        assert_eq!(fixed("authority-outdated", &mut notice), FixKind::Authority);
        assert_eq!(notice.addition(SectionId::Complaint, Lang::Fi), new);
    }
}

#[test]
fn a_blank_for_an_address_takes_the_contacts() {
    let mut notice = full();
    add(
        &mut notice,
        SectionId::RightAccess,
        "Kirjoita meille sähköpostitse (s-postiosoite), kun haluat tietosi.",
    );
    let kind = fixed("placeholder-left", &mut notice);
    assert_eq!(kind, FixKind::FillIn("tietosuoja@esimerkki.example".into()));
    let text = notice.addition(SectionId::RightAccess, Lang::Fi);
    assert_eq!(text, "Kirjoita meille sähköpostitse tietosuoja@esimerkki.example, kun haluat tietosi.");
}

#[test]
fn a_sentence_moves_to_its_section_and_leaves_the_rest() {
    let mut notice = full();
    add(
        &mut notice,
        SectionId::Sources,
        "Saamme tietoja rekistereistä. Tietoja ei luovuteta muille. Kysy lisää.",
    );
    add(&mut notice, SectionId::Disclosures, "Perintätoimisto saa laskun tiedot.");
    assert_eq!(fixed("topic-in-wrong-section", &mut notice), FixKind::Move(SectionId::Disclosures));
    assert_eq!(notice.addition(SectionId::Sources, Lang::Fi), "Saamme tietoja rekistereistä. Kysy lisää.");
    let there = notice.addition(SectionId::Disclosures, Lang::Fi);
    assert_eq!(there, "Perintätoimisto saa laskun tiedot.\n\nTietoja ei luovuteta muille.");
}

#[test]
fn a_secret_number_is_hidden_and_the_words_around_it_stay() {
    let mut notice = full();
    add(&mut notice, SectionId::Changes, "Kerro tunnus 131052-308T ja nimi.");
    assert_eq!(fixed("identity-code-in-text", &mut notice), FixKind::Hide);
    assert_eq!(notice.addition(SectionId::Changes, Lang::Fi), "Kerro tunnus ••••••-•••• ja nimi.");
}

#[test]
fn a_postal_code_and_its_town_part() {
    let mut notice = full();
    notice.controller.postal_code = "20100 Turku".into();
    notice.controller.city.clear();
    assert_eq!(fixed("postal-code-invalid", &mut notice), FixKind::Write("20100".into()));
    assert_eq!((notice.controller.postal_code.as_str(), notice.controller.city.as_str()), ("20100", "Turku"));
}
