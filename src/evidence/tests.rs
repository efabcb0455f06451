//! The lists are whole, each requirement leads to rules and to words, and nothing is claimed that is not there.

use super::*;
use crate::content;
use crate::defaults;
use crate::export::html::html;
use crate::export::text::text;
use crate::lang::Localized;
use crate::notice::answer::Answer;
use crate::notice::contact::ContactDetails;
use crate::notice::data::SpecialCategories;
use crate::notice::dismissal::Dismissal;
use crate::notice::layout::Layout;
use crate::notice::statement::Statement;
use crate::notice::{EXPLICIT_CONSENT, RegisterKind, Trade};
use crate::section::SectionId;
use std::collections::BTreeSet;

fn today() -> Date {
    Date::new(2026, 11, 21).unwrap()
}

fn customers() -> Notice {
    let mut notice = defaults::notice(RegisterKind::Customers, None::<Trade>);
    let firm = &mut notice.controller;
    firm.name = "Esimerkki Oy".into();
    firm.email = "info@esimerkki.example".into();
    notice.contact.email = "tietosuoja@esimerkki.example".into();
    notice
}

fn status(evidence: &Evidence, code: &str) -> Status {
    evidence.requirements.iter().find(|met| met.requirement.code == code).expect(code).status
}

#[test]
fn the_lists_are_whole_and_each_anchor_of_a_rule_is_in_them() {
    let codes = |set| {
        let of = REQUIREMENTS.iter().filter(move |requirement| requirement.set == set);
        of.map(|requirement| requirement.code).collect::<BTreeSet<_>>()
    };
    let criteria: BTreeSet<String> = (1..=23).map(|n| format!("C{n}")).collect();
    assert_eq!(codes(Set::Criteria).into_iter().map(str::to_owned).collect::<BTreeSet<_>>(), criteria);
    assert_eq!(codes(Set::Labels).len(), 21);
    let known: BTreeSet<_> = codes(Set::Criteria).union(&codes(Set::Labels)).copied().collect();
    for rule in rules::all() {
        for anchor in rule.anchor {
            assert!(known.contains(anchor), "{}: {anchor}", rule.id);
        }
    }
    for requirement in REQUIREMENTS {
        assert!(!requirement.law.is_empty() && !requirement.looks.is_empty(), "{}", requirement.code);
        assert!(requirement.law.iter().all(|law| law.act_and_provision().is_some()), "{}", requirement.code);
    }
}

/// What we always compose needs no rule; everything else has one that finds it missing.
#[test]
fn each_requirement_has_a_rule_or_is_always_composed() {
    let composed = [
        "GDPR 15",
        "GDPR 16",
        "GDPR 18",
        "GDPR 20",
        "GDPR 13(2)(d)",
        "GDPR 13(3)",
        "GDPR 21(1)",
        "C1",
        "C2",
        "C3",
        "C8",
        "C14",
        "Right to Access",
        "Right to Rectification",
        "Right to Restrict",
        "Right to Portability",
        "Right to Lodge Complaint",
    ];
    let without: BTreeSet<_> = REQUIREMENTS
        .iter()
        .filter(|requirement| rules_of(requirement).next().is_none())
        .map(|requirement| requirement.code)
        .collect();
    let unknown: Vec<_> = without.iter().filter(|code| !composed.contains(code)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
}

#[test]
fn a_filled_in_default_tells_all_that_it_must_in_each_language() {
    for (layout, lang) in Layout::ALL.into_iter().flat_map(|layout| Lang::ALL.map(|lang| (layout, lang))) {
        let notice = Notice { layout, ..customers() };
        let evidence = gather(&notice, &Beside::default(), today(), lang);
        let missing: Vec<_> = evidence
            .requirements
            .iter()
            .filter(|met| met.status == Status::NotFound)
            .map(|met| met.requirement.code)
            .collect();
        assert!(missing.is_empty(), "{layout:?} {lang:?}: {missing:?}");
        for met in &evidence.requirements {
            assert_eq!(met.status == Status::Found, !met.sentence.is_empty(), "{}", met.requirement.code);
        }
        assert_eq!(status(&evidence, "C6"), Status::NotApplicable);
        assert_eq!(status(&evidence, "DPO Contact"), Status::NotApplicable);
        assert_eq!(status(&evidence, "C5"), Status::NotApplicable);
    }
}

/// Special categories on explicit consent (9(2)(a)) can be withdrawn too (13(2)(c)): the report finds what the notice says of it.
#[test]
fn explicit_consent_to_special_categories_counts_as_consent() {
    let mut notice = customers();
    notice.special_categories = Answer::Yes(SpecialCategories {
        ground: Statement::clause(EXPLICIT_CONSENT),
        ..SpecialCategories::default()
    });
    let evidence = gather(&notice, &Beside::default(), today(), Lang::Fi);
    assert!(told_by_section(&notice, Lang::Fi).section(SectionId::Consent).is_some());
    for code in ["GDPR 13(2)(c)", "C5", "Right to Withdraw Consent"] {
        assert_eq!(status(&evidence, code), Status::Found, "{code}");
    }
    assert_eq!(status(&evidence, "GDPR 7(3)"), Status::NotApplicable, "no purpose rests on consent");
}

#[test]
fn what_is_missing_is_not_found_and_the_rest_stays() {
    let mut notice = customers();
    notice.controller.name.clear();
    notice.dpo = Answer::Yes(ContactDetails { name: "Outi Esimerkki".into(), ..ContactDetails::default() });
    for purpose in notice.purposes.iter_mut().take(1) {
        purpose.basis = Answer::Unknown;
    }
    let evidence = gather(&notice, &Beside::default(), today(), Lang::Fi);
    for code in ["C20", "Controller Name", "C19", "Legal Basis", "GDPR 13(1)(a)", "GDPR 13(1)(c)"] {
        assert_eq!(status(&evidence, code), Status::NotFound, "{code}");
    }
    for code in ["C21", "C18", "Processing Purpose", "C16"] {
        assert_eq!(status(&evidence, code), Status::Found, "{code}");
    }
    let (found, of) = evidence.count();
    assert!(found < of);
}

#[test]
fn the_report_holds_findings_reasons_and_the_version_and_claims_nothing() {
    let mut notice = customers();
    notice.drawn_up.0 = "1.5.2018".into();
    notice.controller.city = "<b>Turku</b>".into();
    let aside = Dismissal {
        rule: "notice-old".into(),
        field: "drawn-up".into(),
        reason: "Tarkistettu & <i>hyväksytty</i>".into(),
        on: "2026-11-20".into(),
    };
    for lang in Lang::ALL {
        let evidence = gather(
            &notice,
            &Beside { dismissals: std::slice::from_ref(&aside), ..Beside::default() },
            today(),
            lang,
        );
        let document = document(&evidence);
        let (page, plain) = (html(&document, None), text(&document));
        assert!(plain.contains("Tarkistettu & <i>hyväksytty</i> (20.11.2026)"), "{plain}");
        assert!(page.contains("Tarkistettu &amp; &lt;i&gt;"));
        let message = content::rule(content::rule_id::CONTROLLER_INCOMPLETE).unwrap().message.get(lang);
        // Lines of text are broken where they are full.
        let first: Vec<_> = message.split(' ').take(3).collect();
        assert!(plain.contains(&first.join(" ")) && plain.contains(rules::VERSION));
        assert!(!plain.contains("controller-incomplete") && !plain.contains("C20"), "codes are for scripts");
        for claim in ["compliant", "lainmukai", "laglig", "förenlig"] {
            assert!(!plain.to_lowercase().contains(claim), "{claim}");
        }
        let report: serde_json::Value = serde_json::from_str(&json(&evidence).unwrap()).unwrap();
        assert_eq!(report["requirements"].as_array().unwrap().len(), REQUIREMENTS.len());
        assert_eq!(report["dismissed"][0]["reason"], "Tarkistettu & <i>hyväksytty</i>");
        assert_eq!(report["rules"]["count"], rules::all().count());
    }
}

#[test]
fn an_empty_notice_has_a_report() {
    let evidence = gather(&Notice::default(), &Beside::default(), today(), Lang::En);
    assert_eq!(status(&evidence, "C20"), Status::NotFound);
    assert!(!document(&evidence).sections.is_empty());
}

#[test]
fn own_words_are_quoted_and_nobody_says_that_they_tell_it() {
    let mut notice = defaults::notice(RegisterKind::Customers, None);
    let words = "Säilytämme tiedot kuusi vuotta.";
    notice.replacements.insert(SectionId::Retention, Localized::only(Lang::Fi, words));
    let evidence = gather(&notice, &Beside::default(), Date::new(2026, 11, 21).unwrap(), Lang::Fi);
    let of_retention =
        evidence.requirements.iter().filter(|met| met.requirement.section == SectionId::Retention);
    let told: Vec<_> = of_retention.map(|met| (met.status, met.sentence.as_str())).collect();
    assert_eq!(told, [(Status::OwnWords, words); 3]);
    assert!(html(&document(&evidence), None).contains("omin sanoin, ei tarkistettu"));
}
