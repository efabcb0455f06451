//! What own words instead of ours do to the findings: gaps and contradictions behind them are silent, and what other sections print
//! is judged as before.

use super::all::{firing, today};
use super::prelude::*;
use crate::rules::{Finding, Kind, Status, check};
use std::collections::BTreeSet;

#[test]
fn own_words_instead_of_ours_are_all_that_a_section_needs() {
    let mut blank = Notice { languages: vec![Lang::Fi], ..Notice::default() };
    for section in SectionId::ALL {
        let text = "Sopimus, 6 vuotta, peru se. Tietosuojavaltuutettu. Voit tarkastaa, oikaista, poistaa, rajoittaa, siirtää ja \
                    vastustaa. Kirjoita: a@b.example.";
        instead(&mut blank, section, text);
    }
    let report = check(&blank, today());
    let all_complete = |section| report.section(section).status == Status::Complete;
    assert!(SectionId::ALL.into_iter().all(all_complete));
    let gaps: Vec<_> = report.findings.iter().filter(|finding| finding.rule.kind == Kind::Gap).collect();
    assert!(gaps.is_empty(), "{gaps:?}");
}

/// Answers behind own words contradict nothing any more, and their absence does not either: replacing a section brings no finding but
/// those about the new words.
#[test]
fn replacing_a_section_brings_no_finding_elsewhere() {
    let words = "Sopimus, 6 vuotta, peru se. Tietosuojavaltuutettu. Tarkasta, oikaise, poista, rajoita, siirrä, vastusta: a@b.example.";
    let mut faults = BTreeSet::new();
    let changes = firing().map(|(when, change)| (when, Some(change))).chain([("as it is", None)]);
    for (number, (when, change)) in changes.enumerate() {
        let mut notice = full();
        if let Some(change) = change {
            change(&mut notice);
        }
        let place = |finding: &Finding| (finding.rule.id.as_str(), finding.field);
        let before: BTreeSet<_> = check(&notice, today()).findings.iter().map(place).collect();
        // Of each notice some of the sections, of all notices together each section many times.
        for section in SectionId::ALL.into_iter().filter(|section| (section.index() + number) % 6 == 0) {
            if notice.replacements.contains_key(&section) {
                continue;
            }
            let mut replaced = notice.clone();
            instead(&mut replaced, section, words);
            for finding in check(&replaced, today()).findings {
                if finding.field.replaces() != Some(section) && !before.contains(&place(&finding)) {
                    faults.insert(format!(
                        "{} at {} when {section:?} is replaced and: {when}",
                        finding.rule.id, finding.field
                    ));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn answers_behind_own_words_contradict_nothing() {
    let mut notice = full();
    transfer(&mut notice, "Intia", Answer::Unanswered);
    instead(&mut notice, SectionId::Transfers, "Tietoja ei siirretä EU:n ulkopuolelle.");
    let ids = |notice: &Notice| -> Vec<_> {
        check(notice, today()).findings.iter().map(|finding| finding.rule.id.as_str()).collect()
    };
    let recipients_stand = ids(&notice);
    assert!(recipients_stand.contains(&"transfer-denied"), "{recipients_stand:?}");
    assert!(!recipients_stand.contains(&"transfer-without-safeguard"), "nobody would read it");
    instead(&mut notice, SectionId::Recipients, "Tiedot saa tilitoimistomme.");
    assert!(!ids(&notice).contains(&"transfer-denied"), "{:?}", ids(&notice));
    // A secret number is found even where nobody reads it: the draft is passed on whole.
    notice.recipients.first_mut().unwrap().what = said("131052-308T");
    assert!(ids(&notice).contains(&"identity-code-in-text"));
}
