//! Three notices that small firms published, entered as drafts: every statement of theirs comes out again,
//! in HTML and in text, in the section where it belongs, and what is wrong in their wording is found.
//! (Names and addresses are invented.)

use crate::samples::{fixture, sections_of_html, squeezed, statements, wanted};
use seloste::compose::compose;
use seloste::document::Document;
use seloste::draft::Draft;
use seloste::export::{html::html, text::text};
use seloste::lang::Lang;
use seloste::notice::Notice;
use seloste::notice::date::Date;
use seloste::notice::layout::Layout;
use seloste::rules::check;

fn in_text(document: &Document) -> Vec<(String, String)> {
    let file = text(document);
    let mut rest = file.as_str();
    let mut found = Vec::new();
    for section in &document.sections {
        let underline = "-".repeat(section.title.chars().count());
        let (before, after) = rest.split_once(&format!("{}\n{underline}\n", section.title)).expect("a title");
        found.push(before);
        rest = after;
    }
    found.push(rest);
    let bodies = found.into_iter().skip(1).map(|body| {
        let lines = body.lines().map(|line| line.strip_prefix("| ").unwrap_or(line));
        squeezed(&lines.collect::<Vec<_>>().join("\n"))
    });
    document.sections.iter().map(|section| section.id.id().to_owned()).zip(bodies).collect()
}

#[test]
fn every_statement_of_an_old_notice_comes_out_in_its_section() {
    for name in ["a", "c", "d"] {
        let draft = Draft::open(&fixture(&format!("notice-{name}.json"))).expect("a draft");
        let document = compose(&Notice { layout: Layout::Register, ..draft.notice }, Lang::Fi);
        let statements = statements(&fixture(&format!("notice-{name}.txt")));
        assert!(statements.len() > 60, "{name}: only {} statements found", statements.len());
        let html = sections_of_html(&html(&document, None));
        for (format, exported) in [("html", html), ("text", in_text(&document))] {
            for (sections, statement) in &statements {
                let bodies: Vec<&str> = exported
                    .iter()
                    .filter(|(id, _)| sections.contains(&id.as_str()))
                    .map(|(_, body)| body.as_str())
                    .collect();
                for words in wanted(sections, statement) {
                    let found = bodies.iter().any(|body| body.contains(&words));
                    assert!(found, "{name}, {format}, {}: {words}\n{bodies:#?}", sections[0]);
                }
            }
        }
    }
}

/// What is wrong in the texts of the three notices: the notices that have it, the rule
/// that finds it, in which section, and a piece of the evidence.
const DEFECTS: [(&str, &str, &str, &str); 58] = [
    ("acd", "placeholder-left", "purposes", "(s-postiosoite)"),
    ("d", "guidance-left", "consent", "tulisi pitää sisällään"),
    ("acd", "vague-wording", "purposes", "Tietoja voidaan käyttää"),
    ("acd", "vague-wording", "purposes", "saattaa käyttää"),
    ("acd", "vague-wording", "recipients", "osin"),
    ("acd", "vague-wording", "sources", "voidaan saada"),
    ("acd", "vague-wording", "cookies", "mahdollisesti"),
    ("acd", "publication-clause", "purposes", "oikeus julkaista"),
    ("acd", "publication-clause", "purposes", "Luettelolla tarkoitetaan"),
    ("acd", "party-unnamed", "sources", "viranomaisilta ja yrityksiltä"),
    ("acd", "party-unnamed", "sources", "alihankkijoilta"),
    ("acd", "party-unnamed", "sources", "muista digitaalisista"),
    ("acd", "party-unnamed", "purposes", "yhteistyökumppaneita"),
    ("acd", "disclosure-unless", "disclosures", "käytössä, paitsi"),
    ("acd", "disclosure-unless", "disclosures", "Tietoja ei luovuteta"),
    ("acd", "disclosure-unless", "sources", "Tietoja ei luovuteta"),
    ("acd", "topic-in-wrong-section", "sources", "Tietoja ei luovuteta"),
    ("acd", "topic-in-wrong-section", "sources", "ei siirretä"),
    ("acd", "topic-in-wrong-section", "sources", "hävitetään"),
    ("acd", "topic-in-wrong-section", "disclosures", "hävitetään"),
    ("d", "retention-conflict", "retention", "asiakastiedot"),
    ("acd", "transfer-unless", "transfers", "ei siirretä"),
    ("acd", "transfer-unless", "sources", "ei siirretä"),
    ("acd", "duplicate-text", "sources", "Asiakasrekisterin tiedot"),
    ("acd", "duplicate-text", "sources", "Tietoja ei luovuteta"),
    ("acd", "duplicate-text", "sources", "Rekisteröityneen henkilötiedot"),
    ("acd", "duplicate-text", "transfers", "ei siirretä"),
    ("c", "duplicate-text", "security-electronic", "suojaamisessa ja käsittelyssä"),
    ("acd", "copied-text", "security-electronic", "asiakasomistaja"),
    ("acd", "copied-text", "security-electronic", "suojaa ulkopuolelta tulevia"),
    ("acd", "absolute-promise", "security-manual", "paloturvallisissa"),
    ("acd", "absolute-promise", "security-electronic", "Jokainen käyttäjä on allekirjoittanut"),
    ("c", "repealed-law", "security-manual", "hyvää tietojenkäsittelytapaa"),
    ("acd", "browser-settings-optout", "cookies", "selaimensa asetuksia"),
    ("acd", "false-anonymity", "cookies", "Vierailijaa ei voida tunnistaa"),
    ("acd", "false-anonymity", "cookies", "ei voida yksilöidä"),
    ("acd", "link-outdated", "cookies", "google.com/settings/ads"),
    ("acd", "link-outdated", "cookies", "lisäosalla"),
    ("acd", "signature-demanded", "right-access", "allekirjoitettava"),
    ("acd", "signature-demanded", "right-rectification", "omakätisesti"),
    ("acd", "objection-not-described", "right-objection", "oikaisemista tai poistamista"),
    ("acd", "erasure-refused", "right-objection", "yhteyshenkilönä"),
    ("acd", "repealed-law", "right-rectification", "kirjallisen todistuksen"),
    ("acd", "repealed-law", "right-rectification", "jolta virheelliset"),
    ("acd", "authority-outdated", "complaint", "Ratapihantie 9"),
    ("acd", "complaint-word-old", "complaint", "kantelu"),
    ("acd", "overpromised-right", "other-rights", "anonymisointia"),
    ("acd", "customer-service-unreachable", "direct-marketing", "asiakaspalvelupisteeseen"),
    ("acd", "roles-mixed", "contact", "vastuuhenkilö"),
    ("a", "typo-known", "purposes", "tietosuojasetuksen"),
    ("ac", "typo-known", "purposes", "henkilökohtai-semman"),
    ("ad", "typo-known", "purposes", "yhteys henkilölle"),
    ("a", "typo-known", "data-content", "Puhelinumero"),
    ("c", "typo-known", "purposes", "riorganisaation"),
    ("c", "typo-known", "data-content", "IP numero"),
    ("d", "typo-known", "right-objection", "yrityk-"),
    ("ad", "typo-known", "cookies", "katseluaajat"),
    ("acd", "typo-known", "recipients", "ulkoituskumppanit"),
];

#[test]
fn what_is_wrong_in_the_wording_of_an_old_notice_is_found() {
    for name in ["a", "c", "d"] {
        let draft = Draft::open(&fixture(&format!("notice-{name}.json"))).expect("a draft");
        let report = check(&draft.notice, Date::parse("20.11.2026").expect("a date"));
        for (_, rule, section, piece) in DEFECTS.iter().filter(|(has, ..)| has.contains(name)) {
            let hit = report.findings.iter().any(|finding| {
                finding.rule.id == *rule
                    && finding.section.id() == *section
                    && finding.evidence.contains(piece)
            });
            assert!(hit, "{name}: {rule} in {section}: {piece}\n{:#?}", report.findings);
        }
        let long = report.findings.iter().find(|finding| finding.evidence.chars().count() > 160);
        assert!(long.is_none(), "{name}: {long:?}");
    }
}
