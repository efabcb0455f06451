//! Ten kinds of register in three languages: what a firm's details leave open, and that the notice can be published
//! once the few questions that only the firm can answer have been answered.

use crate::support::document::{texts, texts_of};
use crate::support::firm::{firm, notice_of};
use seloste::compose::compose;
use seloste::content::{CHOICES, CLAUSES, SECTIONS};
use seloste::lang::Lang;
use seloste::notice::answer::Answer;
use seloste::notice::clients::ClientsOf;
use seloste::notice::date::Date;
use seloste::notice::recipient::Location;
use seloste::notice::{Notice, RegisterKind, Trade};
use seloste::rules::{Report, check};
use std::collections::{BTreeMap, BTreeSet};

fn checked(notice: &Notice) -> Report {
    check(notice, Date::new(2026, 11, 21).expect("a day"))
}

fn with_firm(kind: RegisterKind, trade: Option<Trade>, lang: Lang) -> Notice {
    let mut notice = notice_of(&firm(), kind, trade);
    notice.languages = vec![lang];
    notice
}

/// The questions that the defaults leave to the firm: the rule that asks, and nothing else may be found.
fn left_to_the_firm(kind: RegisterKind) -> &'static [&'static str] {
    match kind {
        // Where are the recordings: in a service's cloud, or in a box of one's own?
        RegisterKind::Cameras => &["recipient-location-unanswered"],
        // What membership tells of a person, and whether a federation gets the list.
        RegisterKind::Members => &["special-categories-unanswered", "disclosures-unanswered"],
        // Whose clients they are, and how to reach the officer.
        RegisterKind::Care => &["care-clients-unanswered", "dpo-contact-missing"],
        _ => &[],
    }
}

/// The answers of a small firm to those questions.
fn answer(kind: RegisterKind, notice: &mut Notice) {
    match kind {
        RegisterKind::Members => {
            notice.special_categories = Answer::No;
            notice.disclosures = Answer::No;
        }
        RegisterKind::Care => {
            notice.clients = Answer::Yes(ClientsOf::Own);
            let officer = notice.dpo.yes_mut().expect("care has an officer");
            "tietosuojavastaava@verstas.example".clone_into(&mut officer.email);
        }
        RegisterKind::Cameras => {
            for recipient in &mut notice.recipients {
                if !recipient.location.is_yes() {
                    recipient.location = Answer::Yes(Location::Eea);
                }
            }
        }
        _ => {}
    }
}

fn open(report: &Report) -> Vec<String> {
    report.findings.iter().map(|finding| format!("{} at {}", finding.rule.id, finding.field)).collect()
}

#[test]
fn with_a_firm_only_questions_for_the_firm_are_open() {
    for kind in RegisterKind::ALL {
        for lang in Lang::ALL {
            let report = checked(&with_firm(kind, None, lang));
            let open: BTreeSet<&str> = report.findings.iter().map(|finding| finding.rule.id).collect();
            let expected: BTreeSet<&str> = left_to_the_firm(kind).iter().copied().collect();
            assert_eq!(open, expected, "{} {}: {:?}", kind.id(), lang.tag(), self::open(&report));
        }
    }
}

#[test]
fn answered_each_kind_can_be_published_in_each_language() {
    for kind in RegisterKind::ALL {
        for lang in Lang::ALL {
            let mut notice = with_firm(kind, None, lang);
            answer(kind, &mut notice);
            let report = checked(&notice);
            assert_eq!(open(&report), Vec::<String>::new(), "{} {}", kind.id(), lang.tag());
            assert_eq!(report.completeness, 100, "{}", kind.id());
        }
    }
}

/// A trade leaves nothing to find where its kind leaves nothing.
#[test]
fn a_trade_leaves_no_more_open_than_its_kind() {
    for trade in Trade::ALL {
        for kind in RegisterKind::ALL {
            let mut notice = with_firm(kind, Some(trade), Lang::Fi);
            answer(kind, &mut notice);
            let report = checked(&notice);
            // Care by a trade outside the care flow is found on purpose.
            let fine = |id: &str| id == "care-trade-in-other-kind" && trade == Trade::SocialServices;
            let faults: Vec<_> =
                report.findings.iter().filter(|f| !fine(f.rule.id)).map(|f| f.rule.id).collect();
            assert!(faults.is_empty(), "{} {}: {:?}", kind.id(), trade.id(), open(&report));
        }
    }
}

/// Our sentences in the other languages that this one does not have too.
fn foreign(lang: Lang) -> BTreeMap<String, &'static str> {
    let all = || {
        let clauses = CLAUSES.iter().map(|clause| (clause.id, clause.text));
        let choices = CHOICES.iter().map(|choice| (choice.id, choice.label));
        clauses.chain(choices).chain(SECTIONS.iter().map(|section| (section.id, section.title)))
    };
    let own: BTreeSet<_> = all().map(|(_, text)| text.get(lang).to_lowercase()).collect();
    let others = Lang::ALL.into_iter().filter(|other| *other != lang);
    others
        .flat_map(|other| all().map(move |(id, text)| (text.get(other).to_lowercase(), id)))
        .filter(|(text, _)| !own.contains(text))
        .collect()
}

#[test]
fn a_rendered_notice_is_whole_and_in_one_language() {
    for lang in Lang::ALL {
        let foreign = foreign(lang);
        for kind in RegisterKind::ALL {
            for trade in Trade::ALL.into_iter().map(Some).chain([None]) {
                let mut notice = with_firm(kind, trade, lang);
                answer(kind, &mut notice);
                let document = compose(&notice, lang);
                let of = format!("{} {trade:?} {}", kind.id(), lang.tag());
                for section in &document.sections {
                    let said = texts(&section.blocks, "").iter().any(|text| !text.trim().is_empty());
                    assert!(said, "{of}: {:?} is empty", section.id);
                }
                for line in texts_of(&document) {
                    assert!(!line.contains(['{', '}']), "{of}: a slot is left in {line}");
                    let other = foreign.get(&line.to_lowercase());
                    assert_eq!(other, None, "{of}: {line}");
                }
            }
        }
    }
}
