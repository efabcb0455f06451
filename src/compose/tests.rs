//! What a reader gets, by section; and that any notice composes.

use super::*;
use crate::defaults;
use crate::document::plain;
use crate::export::html::{html, tests::well_nested};
use crate::export::text::text;
use crate::lang::Localized;
use crate::notice::RegisterKind;
use crate::notice::answer::Answer;
use crate::notice::automated::AutomatedDecision;
use crate::notice::contact::{ContactDetails, JointControllers};
use crate::notice::cookies::{Cookie, CookieKind, Cookies};
use crate::notice::data::{IdentityCode, SpecialCategories};
use crate::notice::purpose::{BasisKind, Interest, LegalBasis, Purpose, Topic, Withdrawal};
use crate::notice::recipient::{Location, Recipient, Safeguard, Transfer};
use crate::notice::statement::{Item, Statement};
use crate::tests::json::with_each_value;
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
    let document = compose(&Notice::default(), Lang::Fi);
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
    assert_eq!(fi(&notice, SectionId::Transfers), "Emme siirrä tietoja EU:n tai ETA:n ulkopuolelle.");
    notice.recipients.push(Recipient { name: "Pilvi Inc.".into(), ..Recipient::default() });
    assert_eq!(fi(&notice, SectionId::Transfers), "", "where one recipient is, is not known");
    notice.recipients[3].location = Answer::Yes(Location::ThirdCountry(Transfer {
        country: "Yhdysvallat".into(),
        safeguard: Answer::Yes(Safeguard::StandardClauses),
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
fn a_clause_from_a_newer_version_is_left_out() {
    let item = Item { what: Statement::clause("subjects.martians"), ..Item::default() };
    let notice = Notice { data_subjects: vec![item], ..Notice::default() };
    assert_eq!(fi(&notice, SectionId::DataSubjects), "");
}

#[test]
fn what_looks_like_an_address_becomes_a_link_and_the_rest_stays_text() {
    let href = |run: words::Run| match run.as_slice() {
        [Inline::Link { href, .. }] => href.clone(),
        _ => String::new(),
    };
    let cases = [
        (href(words::email("a.b@c.example")), "mailto:a.b@c.example"),
        (href(words::email("a@b@c")), ""),
        (href(words::email("a@b?bcc=x@y")), ""),
        (href(words::phone("+358 40 123 4567")), "tel:+358401234567"),
        (href(words::phone("044-0000004")), "tel:0440000004"),
        (href(words::phone("soita vaan")), ""),
        (href(words::website("www.firma.example")), "https://www.firma.example"),
        (href(words::website("javascript:alert(1)")), ""),
        (href(words::website("firma")), ""),
    ];
    for (found, expected) in cases {
        assert_eq!(found, expected);
    }
}

#[test]
fn dates_are_written_as_each_language_writes_them() {
    let mut notice = defaults();
    notice.drawn_up.0 = "2026-11-20".into();
    let facts = |lang| compose(&notice, lang).facts.first().cloned().unwrap_or_default();
    assert_eq!(facts(Lang::Fi), ("Laadittu".into(), "20.11.2026".into()));
    assert_eq!(facts(Lang::Sv), ("Upprättad".into(), "20.11.2026".into()));
    assert_eq!(facts(Lang::En), ("Drawn up".into(), "20 November 2026".into()));
    notice.updated.0 = "eilen".into();
    assert_eq!(compose(&notice, Lang::Fi).facts, [("Päivitetty".into(), "eilen".into())]);
    assert_eq!(compose(&notice, Lang::Fi).date.as_deref(), Some("2026-11-20"));
}

#[test]
fn a_title_that_already_says_what_it_is_stays_as_it_is() {
    let register_name = Localized::only(Lang::Fi, "Asiakasrekisterin tietosuojaseloste");
    let mut notice = Notice { register_name, ..Notice::default() };
    assert_eq!(compose(&notice, Lang::Fi).title, "Asiakasrekisterin tietosuojaseloste");
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
            let document = compose(&notice, lang);
            for section in &document.sections {
                prop_assert!(!section.title.is_empty() && !section.blocks.is_empty());
            }
            well_nested(&html(&document, None));
            text(&document);
        }
    }
}

/// A notice in which every question has been answered with "yes" and every statement is the firm's own.
fn full() -> Notice {
    let text = || Localized { fi: "x".to_owned(), sv: "x".to_owned(), en: "x".to_owned() };
    let own_text = || Statement::own(Lang::Fi, "x");
    let list = || vec![Item { what: own_text(), ..Item::default() }];
    let person =
        || ContactDetails { name: "x".into(), address: "x".into(), email: "x".into(), phone: "x".into() };
    let mut notice = defaults();
    notice.drawn_up.0 = "x".into();
    notice.updated.0 = "x".into();
    notice.contact = person();
    notice.dpo = Answer::Yes(person());
    notice.representative = Answer::Yes(person());
    notice.joint_controllers = Answer::Yes(JointControllers { parties: "x".into(), arrangement: text() });
    notice.children = Answer::Yes(text());
    notice.special_categories = Answer::Yes(SpecialCategories { data: list(), ground: own_text() });
    notice.identity_code = Answer::Yes(IdentityCode { ground: own_text() });
    notice.disclosures = Answer::Yes(list());
    notice.cookies = Answer::Yes(Cookies {
        rows: vec![Cookie { purpose: text(), lifetime: text(), ..Cookie::default() }],
        consent_tool: Answer::Yes(own_text()),
    });
    notice.automated_decisions.profiling = Answer::Yes(text());
    notice.automated_decisions.decisions = Answer::Yes(AutomatedDecision { logic: text(), effect: text() });
    notice.purposes.push(Purpose {
        what: own_text(),
        topic: Topic::Marketing,
        basis: Answer::Yes(LegalBasis::Consent(Withdrawal { how: own_text() })),
        ..Purpose::default()
    });
    let abroad = Transfer { country: "x".into(), safeguard: Answer::Yes(Safeguard::Adequacy) };
    let location = Answer::Yes(Location::ThirdCountry(abroad));
    notice.recipients.push(Recipient { what: own_text(), location, ..Recipient::default() });
    notice.direct_marketing = list();
    notice.other_rights = list();
    notice.additions = SectionId::ALL.into_iter().map(|id| (id, text())).collect();
    with_each_value(&notice, |value| {
        if value.get("clause").is_some() {
            *value = serde_json::json!({"own": {"text": {"fi": "x", "sv": "x", "en": "x"}, "from": "x"}});
        }
    })
}

#[test]
fn markup_in_every_field_stays_text() {
    let evil = "<script>alert(1)</script>&\"'";
    let notice = with_every_text(&full(), evil);
    let json = serde_json::to_string(&notice).unwrap();
    assert!(json.matches("alert(1)").count() > 100);
    for lang in Lang::ALL {
        let document = compose(&notice, lang);
        assert_eq!(document.sections.len(), SectionId::ALL.len(), "every section is shown");
        let file = html(&document, Some(&json));
        let tags = well_nested(&file);
        assert_eq!(tags.iter().filter(|tag| *tag == "script").count(), 1);
        assert!(file.matches("&lt;script&gt;alert(1)").count() > 100);
        assert!(!file.contains("href=\"mailto:&lt;"));
    }
}
