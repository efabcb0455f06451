//! What a reader gets, by section; and that any notice composes.

use super::*;
use crate::defaults;
use crate::document::plain;
use crate::draft::Draft;
use crate::export::html::{html, tests::well_nested};
use crate::export::text::text;
use crate::lang::Localized;
use crate::notice::RegisterKind;
use crate::notice::answer::Answer;
use crate::notice::contact::ContactDetails;
use crate::notice::cookies::{Cookie, CookieKind, Cookies};
use crate::notice::data::Audience;
use crate::notice::purpose::{BasisKind, Interest, LegalBasis, Purpose, Topic, Withdrawal};
use crate::notice::recipient::{Location, Recipient, Safeguard, Transfer};
use crate::notice::statement::Statement;
use crate::notice::testing::everything;
use proptest::prelude::*;

fn defaults() -> Notice {
    defaults::notice(RegisterKind::Customers, None)
}

/// The text of a section as a reader sees it; empty where the section is not shown.
fn shown(notice: &Notice, id: SectionId, lang: Lang) -> String {
    fn text(block: &Block) -> String {
        match block {
            Block::Heading(run) | Block::Para(run) => plain(run),
            Block::List(items) => items.iter().map(|run| plain(run)).collect::<Vec<_>>().join("\n"),
            Block::Table(table) => {
                let rows = table.rows.iter().map(|row| row.iter().map(|run| plain(run)).collect::<Vec<_>>());
                rows.map(|row| row.join(" | ")).collect::<Vec<_>>().join("\n")
            }
            Block::DefinitionList(terms) => {
                let terms = terms.iter().map(|(term, value)| format!("{}: {}", plain(term), plain(value)));
                terms.collect::<Vec<_>>().join("\n")
            }
            Block::Box(blocks) => blocks.iter().map(text).collect::<Vec<_>>().join("\n"),
            Block::Code { alt, .. } => alt.clone(),
        }
    }
    section_of(notice, id, lang)
        .map(|section| section.blocks.iter().map(text).collect::<Vec<_>>().join("\n"))
        .unwrap_or_default()
}

fn fi(notice: &Notice, id: SectionId) -> String {
    shown(notice, id, Lang::Fi)
}

fn on(basis: LegalBasis) -> Notice {
    let purpose =
        Purpose {
            what: Statement::own(Lang::Fi, "käyttö"), basis: Answer::Yes(basis), ..Purpose::default()
        };
    Notice { purposes: vec![purpose], ..Notice::default() }
}

#[test]
fn an_empty_notice_claims_nothing_about_the_firm() {
    let document = facts_by_section(&Notice::default(), Lang::Fi);
    assert_eq!(document.title, "Tietosuojaseloste");
    let ids: Vec<_> = document.sections.iter().map(|section| section.id.id()).collect();
    let rights = [
        "exercising-rights",
        "right-access",
        "right-rectification",
        "right-erasure",
        "right-restriction",
        "complaint",
    ];
    assert_eq!(ids, rights);
    assert!(!fi(&Notice::default(), SectionId::ExercisingRights).contains('{'));
}

#[test]
fn rights_follow_the_bases() {
    let interest = LegalBasis::LegitimateInterests(Interest::default());
    let consent = LegalBasis::Consent(Withdrawal::default());
    // (basis, portability is there, objection is there)
    let cases = [
        (consent, true, false),
        (LegalBasis::Contract, true, false),
        (LegalBasis::VitalInterests, false, false),
        (interest, false, true),
    ];
    for (basis, portable, objectable) in cases {
        let kind = basis.kind();
        let notice = on(basis);
        let says_no = |id| fi(&notice, id).starts_with("Tässä rekisterissä tätä oikeutta ei ole");
        assert_eq!(!says_no(SectionId::RightPortability), portable, "{kind:?}");
        assert_eq!(!says_no(SectionId::RightObjection), objectable, "{kind:?}");
    }
    let mut open = on(LegalBasis::VitalInterests);
    open.purposes.push(Purpose::default());
    assert_eq!(fi(&open, SectionId::RightObjection), "", "a basis that is not known may bring the right");
}

#[test]
fn marketing_has_its_box_and_leaves_the_other_objection_alone() {
    let mut notice = defaults();
    assert_eq!(fi(&notice, SectionId::DirectMarketing), "");
    notice.contact.email = "a@b.example".into();
    notice.purposes.push(Purpose {
        what: Statement::clause("purpose.direct-marketing"),
        topic: Topic::Marketing,
        basis: Answer::Yes(LegalBasis::LegitimateInterests(Interest::default())),
        ..Purpose::default()
    });
    let section = section_of(&notice, SectionId::DirectMarketing, Lang::Fi).unwrap();
    assert!(matches!(section.blocks.as_slice(), [Block::Box(_)]));
    assert!(fi(&notice, SectionId::DirectMarketing).contains("Ilmoita kiellosta: a@b.example"));
    assert!(!fi(&notice, SectionId::RightObjection).contains("postitse"));
    assert!(notice.has_basis(BasisKind::LegitimateInterests));
}

#[test]
fn transfers_follow_the_recipients() {
    let mut notice = defaults();
    assert_eq!(fi(&notice, SectionId::Transfers), "Emme siirrä tietoja EU:n ja ETA:n ulkopuolelle.");
    notice.recipients.push(Recipient { name: "Pilvi Inc.".into(), ..Recipient::default() });
    assert_eq!(fi(&notice, SectionId::Transfers), "", "where one recipient is, is not known");
    notice.recipients[3].location = Answer::Yes(Location::ThirdCountry(Transfer {
        countries: vec!["Yhdysvallat".into()],
        safeguard: Answer::Yes(Safeguard::StandardClauses),
        ..Transfer::default()
    }));
    let text = fi(&notice, SectionId::Transfers);
    for part in ["Pilvi Inc.", "Yhdysvallat", "Vakiosopimuslausekkeet", "2021/914", "jäljennöksen"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!text.contains("Emme siirrä"));
}

#[test]
fn cookies_that_need_consent_bring_the_consent_section() {
    let cookie = |kind| Cookie { name: "k".into(), kind: Answer::Yes(kind), ..Cookie::default() };
    let notice = |kind| Notice {
        cookies: Answer::Yes(Cookies { rows: vec![cookie(kind)], ..Cookies::default() }),
        ..Notice::default()
    };
    assert_eq!(fi(&notice(CookieKind::Necessary), SectionId::Consent), "");
    assert!(fi(&notice(CookieKind::Necessary), SectionId::Cookies).contains("Ne eivät vaadi suostumusta."));
    assert!(fi(&notice(CookieKind::Analytics), SectionId::Consent).contains("Evästeet"));
}

#[test]
fn additions_end_their_section_and_make_it_appear() {
    let mut notice = Notice::default();
    let text = "Eka.\nSama kappale.\n \n\n\nToka.\n";
    notice.additions.insert(SectionId::Dpo, Localized::only(Lang::Fi, text));
    let section = section_of(&notice, SectionId::Dpo, Lang::Fi).unwrap();
    let paras: Vec<_> = section
        .blocks
        .iter()
        .map(|block| match block {
            Block::Para(run) => plain(run),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(paras, ["Eka.\nSama kappale.", "Toka."]);
    let swedish = section_of(&notice, SectionId::Dpo, Lang::Sv).unwrap();
    let Some(Block::Para(run)) = swedish.blocks.first() else { panic!("a paragraph") };
    assert!(matches!(run.as_slice(), [Inline::Lang { lang: Lang::Fi, .. }]), "nothing is lost");
}

#[test]
fn own_words_replace_ours_and_what_the_firm_added() {
    let mut notice = defaults();
    let ours = section_of(&notice, SectionId::Recipients, Lang::Sv).unwrap();
    notice.additions.insert(SectionId::Recipients, Localized::only(Lang::Fi, "Lisäys."));
    notice
        .replacements
        .insert(SectionId::Recipients, Localized::only(Lang::Fi, "Tiedot saavat:\n- tilitoimisto\n- posti"));
    let section = section_of(&notice, SectionId::Recipients, Lang::Sv).unwrap();
    assert_eq!((&section.title, &section.law), (&ours.title, &ours.law));
    let finnish = |text: &str| vec![Inline::Lang { lang: Lang::Fi, text: text.to_owned() }];
    let list = Block::List(vec![finnish("tilitoimisto"), finnish("posti")]);
    assert_eq!(section.blocks, [Block::Para(finnish("Tiedot saavat:")), list]);
    // What is composed from the answers behind it stays.
    assert!(section_of(&notice, SectionId::Transfers, Lang::Fi).is_some());
    notice.replacements.remove(&SectionId::Recipients);
    assert!(fi(&notice, SectionId::Recipients).ends_with("Lisäys."));
}

#[test]
fn the_register_s_name_and_the_dates_take_own_words_too() {
    let mut notice = defaults();
    notice.updated.0 = "21.11.2026".into();
    for section in [SectionId::Register, SectionId::Date] {
        notice.additions.insert(section, Localized::only(Lang::Fi, "Lisäys."));
        assert!(fi(&notice, section).ends_with("Lisäys."), "{section:?}");
    }
    assert_eq!(facts_by_section(&notice, Lang::Fi).facts.len(), 1);
    notice.replacements.insert(SectionId::Date, Localized::only(Lang::Fi, "Päivitämme joka keväänä."));
    let document = facts_by_section(&notice, Lang::Fi);
    assert_eq!(
        (document.facts.len(), document.date),
        (0, None),
        "no date of ours beside the firm's own words"
    );
}

#[test]
fn the_first_layer_says_nothing_of_ours_on_a_section_in_own_words() {
    let mut notice = defaults();
    notice.controller.email = "me@yritys.example".into();
    let words = |id: SectionId| Localized::only(Lang::Fi, format!("Omat sanat: {}", id.id()));
    let text = |notice: &Notice| text(&first_layer(notice, Lang::Fi)).replace('\n', " ");
    let before = text(&notice);
    assert!(before.contains("me@yritys.example"));
    for id in [SectionId::Controller, SectionId::Purposes, SectionId::RightObjection, SectionId::Complaint] {
        notice.replacements.insert(id, words(id));
    }
    let layer = first_layer(&notice, Lang::Fi);
    for id in [SectionId::Controller, SectionId::Purposes, SectionId::Complaint] {
        let own = [Block::Para(vec![Inline::Text(format!("Omat sanat: {}", id.id()))])];
        assert_eq!(layer.section(id).unwrap().blocks, own, "{id:?}");
    }
    assert!(text(&notice).contains("Omat sanat: right-objection"));
    assert!(!text(&notice).contains("me@yritys.example"), "how to reach the firm is in its own words");
    let rights = |notice: &Notice| match first_layer(notice, Lang::Fi).section(SectionId::ExercisingRights) {
        Some(section) => section
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::List(items) => Some(items.len()),
                _ => None,
            })
            .sum(),
        None => 0,
    };
    let all: usize = rights(&notice);
    notice.replacements.insert(SectionId::RightErasure, words(SectionId::RightErasure));
    assert_eq!(rights(&notice), all - 1, "a right in own words is left to the full notice");
}

#[test]
fn who_helps_the_client_is_told_in_a_care_register() {
    let person = ContactDetails {
        name: "Potilasasiavastaava".into(),
        phone: "029 123 4567".into(),
        ..Default::default()
    };
    let mut notice = Notice { ombudsperson: person, ..defaults() };
    assert!(!fi(&notice, SectionId::OtherRights).contains("Potilasasiavastaava"));
    notice.kind = RegisterKind::Care;
    let text = fi(&notice, SectionId::OtherRights);
    assert!(text.contains("neuvoo sinua maksutta") && text.contains("029 123 4567"), "{text}");
}

#[test]
fn a_clause_from_a_newer_version_is_left_out() {
    let row = Audience { what: Statement::clause("subjects.martians"), ..Audience::default() };
    let notice = Notice { data_subjects: vec![row], ..Notice::default() };
    assert_eq!(fi(&notice, SectionId::DataSubjects), "");
}

#[test]
fn what_looks_like_an_address_becomes_a_link_and_the_rest_stays_text() {
    let href = |run: phrasing::Run| match run.as_slice() {
        [Inline::Link { href, .. }] => href.clone(),
        _ => String::new(),
    };
    let cases = [
        (href(phrasing::email("a.b@c.example")), "mailto:a.b@c.example"),
        (href(phrasing::email("a@b@c")), ""),
        (href(phrasing::email("a@b?bcc=x@y")), ""),
        (href(phrasing::phone("+358 40 123 4567")), "tel:+358401234567"),
        (href(phrasing::phone("044-0000004")), "tel:0440000004"),
        (href(phrasing::email("eiole")), ""),
        (href(phrasing::email("info@firma")), ""),
        (href(phrasing::phone("358 (0)40 000 0002")), "tel:+358400000002"),
        (href(phrasing::phone("12345")), ""),
        (href(phrasing::phone("soita vaan")), ""),
        (href(phrasing::website("www.firma.example")), "https://www.firma.example"),
        (href(phrasing::website("javascript:alert(1)")), ""),
        (href(phrasing::website("firma")), ""),
    ];
    for (found, expected) in cases {
        assert_eq!(found, expected);
    }
}

#[test]
fn dates_are_written_as_each_language_writes_them() {
    let mut notice = defaults();
    notice.drawn_up.0 = "2026-11-20".into();
    let facts = |lang| facts_by_section(&notice, lang).facts.first().cloned().unwrap_or_default();
    assert_eq!(facts(Lang::Fi), ("Laadittu".into(), "20.11.2026".into()));
    assert_eq!(facts(Lang::Sv), ("Upprättad".into(), "20.11.2026".into()));
    assert_eq!(facts(Lang::En), ("Drawn up".into(), "20 November 2026".into()));
    notice.updated.0 = "eilen".into();
    assert_eq!(facts_by_section(&notice, Lang::Fi).facts, [("Päivitetty".into(), "eilen".into())]);
    assert_eq!(facts_by_section(&notice, Lang::Fi).date.as_deref(), Some("2026-11-20"));
}

#[test]
fn a_title_that_already_says_what_it_is_stays_as_it_is() {
    let register_name = Localized::only(Lang::Fi, "Asiakasrekisterin tietosuojaseloste");
    let mut notice = Notice { register_name, ..Notice::default() };
    assert_eq!(facts_by_section(&notice, Lang::Fi).title, "Asiakasrekisterin tietosuojaseloste");
    notice.dpo = Answer::Yes(ContactDetails::default());
    assert_eq!(fi(&notice, SectionId::Dpo), "", "an officer who has no name yet is not shown");
}

/// Replaces each text in the JSON in turn; where it is the name of a variant, the file no longer opens
/// and the text stays.
fn with_every_text(notice: &Notice, text: &str) -> Notice {
    fn leaves(value: &serde_json::Value, at: &str, out: &mut Vec<String>) {
        match value {
            serde_json::Value::String(_) => out.push(at.to_owned()),
            serde_json::Value::Array(items) => {
                items.iter().enumerate().for_each(|(key, item)| leaves(item, &format!("{at}/{key}"), out));
            }
            serde_json::Value::Object(fields) => {
                fields.iter().for_each(|(key, item)| leaves(item, &format!("{at}/{key}"), out));
            }
            _ => {}
        }
    }
    let mut value = serde_json::to_value(notice).unwrap();
    let mut paths = Vec::new();
    leaves(&value, "", &mut paths);
    for path in paths {
        let leaf = value.pointer_mut(&path).unwrap();
        let before = std::mem::replace(leaf, text.into());
        if serde_json::from_value::<Notice>(value.clone()).is_err() {
            *value.pointer_mut(&path).unwrap() = before;
        }
    }
    serde_json::from_value(value).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_notice_composes_and_exports(notice: Notice) {
        for lang in Lang::ALL {
            let document = facts_by_section(&notice, lang);
            for section in &document.sections {
                prop_assert!(!section.title.is_empty() && !section.blocks.is_empty());
            }
            well_nested(&html(&document, None));
            text(&document);
        }
    }

    /// What rides along in a published notice composes to the same text, and holds nothing in a language that no reader sees.
    #[test]
    fn what_is_published_reads_as_the_draft(mut notice: Notice) {
        notice.number_rows();
        notice.languages.sort();
        notice.languages.dedup();
        let published = Draft::new("a", "", notice.clone()).to_publish().notice;
        for lang in &notice.languages {
            prop_assert_eq!(text(&facts_by_section(&published, *lang)), text(&facts_by_section(&notice, *lang)));
        }
    }
}

#[test]
fn an_unpublished_language_stays_at_home() {
    let mut notice = defaults();
    notice.register_name = Localized { fi: "Rekisteri".into(), sv: "Hemligt".into(), en: String::new() };
    let mut draft =
        Draft { name: "Sisäinen".into(), ..Draft::new("tunnus", "2026-11-21T12:00:00Z", notice) };
    let json = draft.to_publish().to_json().unwrap();
    assert!(json.contains("Rekisteri"));
    for secret in ["Hemligt", "Sisäinen", "tunnus", "12:00:00"] {
        assert!(!json.contains(secret), "{secret}");
    }
    // Where a published language lacks the text, readers see the one that stands in for it.
    draft.notice.languages = vec![Lang::En];
    draft.notice.register_name.fi.clear();
    assert!(draft.to_publish().to_json().unwrap().contains("Hemligt"));
}

/// A notice in which every question has been answered with "yes" and every statement is the firm's own.
#[test]
fn markup_in_every_field_stays_text() {
    let evil = "<script>alert(1)</script>&\"'";
    let notice = with_every_text(&everything(), evil);
    let json = serde_json::to_string(&notice).unwrap();
    assert!(json.matches("alert(1)").count() > 100);
    for lang in Lang::ALL {
        let document = facts_by_section(&notice, lang);
        assert_eq!(document.sections.len(), SectionId::ALL.len(), "every section is shown");
        let file = html(&document, Some(&json));
        let tags = well_nested(&file);
        assert_eq!(tags.iter().filter(|tag| *tag == "script").count(), 1);
        assert!(file.matches("&lt;script&gt;alert(1)").count() > 100);
        assert!(!file.contains("href=\"mailto:&lt;"));
    }
}
