//! Old notices, pasted row by row into the sections of a new draft: what is wrong in them is found.

use crate::samples::{LAST, ROWS, fixture, without_tags};
use crate::support::firm::{firm, notice_of};
use seloste::draft::Draft;
use seloste::lang::{Lang, Localized};
use seloste::notice::date::Date;
use seloste::notice::{Notice, RegisterKind};
use seloste::rules::{Finding, check};
use seloste::section::SectionId;

/// The rows of an old notice as somebody copies them, each with the sections that may hold it. Facts of the firm are left out:
/// they have fields of their own.
fn rows(sample: &str) -> Vec<(&'static [&'static str], String)> {
    let text = without_tags(sample, '\n').replace('|', " ").replace('\t', "\n");
    let mut rows: Vec<(&[&str], String)> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| line.contains(char::is_alphanumeric)) {
        if let Some((_, sections)) = ROWS.iter().chain([&LAST]).find(|(title, _)| *title == line) {
            rows.push((sections, String::new()));
        } else if let Some((_, row)) = rows.last_mut() {
            row.push_str(line);
            row.push('\n');
        }
    }
    let fields = ["date", "controller", "contact", "register"];
    rows.retain(|(sections, text)| {
        !text.is_empty() && sections.iter().all(|section| !fields.contains(section))
    });
    rows
}

/// Where the rows of an old notice are pasted.
#[derive(Clone, Copy)]
enum Place {
    /// Beside our text of a section.
    Beside,
    /// Instead of it: what stands there is all that a reader sees.
    Instead,
}

/// A new draft for customers with the sample's firm, and each row of the sample in the box for own words of its section.
fn pasted(name: &str, place: Place) -> Notice {
    let old = Draft::open(&fixture(&format!("notice-{name}.json"))).expect("a draft").notice;
    let mut notice = notice_of(&firm(), RegisterKind::Customers, None);
    notice.languages = vec![Lang::Fi];
    (notice.controller, notice.contact, notice.drawn_up) = (old.controller, old.contact, old.drawn_up);
    for (sections, text) in rows(&fixture(&format!("notice-{name}.txt"))) {
        let section = sections.first().and_then(|id| SectionId::from_id(id)).expect("a section");
        let boxes = match place {
            Place::Beside => &mut notice.additions,
            Place::Instead => &mut notice.replacements,
        };
        boxes.insert(section, Localized::only(Lang::Fi, text));
    }
    notice
}

/// A defect by its number in the list that it was catalogued in: which notices have it, the rule, the field, and a piece of what it
/// quotes.
type Defect = (&'static str, &'static str, &'static str, &'static str, &'static str);

/// The defects of the three notices that are found.
const DEFECTS: &[Defect] = &[
    ("D01", "acd", "placeholder-left", "additions.purposes", "(s-postiosoite)"),
    ("D02", "d", "guidance-left", "additions.consent", "tulisi pitää sisällään"),
    ("D07", "acd", "notice-old", "drawn-up", ""),
    ("D08", "acd", "duplicate-text", "additions.disclosures", "Tietoja ei luovuteta"),
    ("D10", "acd", "request-languages-limited", "additions.right-access", "suomeksi tai englanniksi"),
    ("D11", "a", "controller-incomplete", "controller.street", ""),
    ("D12", "c", "address-incomplete", "contact.address", "Esimerkkitie 8"),
    ("D15", "a", "contact-same-as-controller", "contact.name", ""),
    ("D16", "d", "phone-format", "contact.phone", "044-0000004"),
    ("D17", "acd", "customer-service-unreachable", "additions.purposes", "asiakaspalveluun"),
    ("D18", "acd", "roles-mixed", "contact.name", "vastuuhenkilö"),
    ("D20", "acd", "vague-wording", "additions.purposes", "tilastollisiin"),
    ("D23", "ad", "contract-basis-said", "additions.purposes", "perustuu sopimukseen"),
    ("D26", "c", "contract-basis-said", "additions.legitimate-interests", "sopimus"),
    ("D25", "ad", "interest-is-a-relation", "additions.legitimate-interests", "Asiakassuhde"),
    ("D27", "acd", "publication-clause", "additions.purposes", "oikeus julkaista"),
    ("D28", "acd", "publication-clause", "additions.purposes", "Luettelolla tarkoitetaan"),
    ("D30", "acd", "only-beside-several-purposes", "additions.purposes", "ainoastaan"),
    ("D31", "acd", "credit-without-purpose", "purposes", "luottopäätöksen"),
    ("D32", "acd", "marketing-without-purpose", "purposes", "mainonnan kohdistamiseen"),
    ("D40", "a", "data-categories-are-subjects", "additions.data-categories", "Asiakasyritykset"),
    ("D43", "acd", "data-mismatch", "data-content", "sukupuoli"),
    ("D44", "d", "identity-code-undeclared", "identity-code", "Henkilötunnus"),
    ("D46", "acd", "data-unmarked", "additions.data-content", ""),
    ("D50", "acd", "party-unnamed", "additions.sources", "viranomaisilta ja yrityksiltä"),
    ("D51", "acd", "tracking-untold", "additions.sources", "digitaalisessa ympäristössä"),
    ("D52", "d", "sector-mismatch", "additions.sources", "yrityksen liikkeissä"),
    ("D53", "acd", "topic-in-wrong-section", "additions.sources", "hävitetään"),
    ("D55", "acd", "vague-wording", "additions.recipients", "osin"),
    ("D56", "d", "recipient-only-in-retention", "recipients", "sosiaalitoimelle"),
    ("D56", "d", "recipient-only-in-retention", "recipients", "Nappula-järjestelmästä"),
    ("D57", "acd", "disclosure-unless", "additions.disclosures", "Tietoja ei luovuteta"),
    ("D58", "acd", "party-unnamed", "additions.purposes", "yhteistyökumppaneita"),
    ("D60", "ac", "retention-flat-ten-years", "additions.retention", "10 vuotta"),
    ("D61", "acd", "retention-on-request", "additions.sources", "käyttäjän pyynnöstä"),
    ("D61", "acd", "retention-on-request", "additions.disclosures", "käyttäjän pyynnöstä"),
    ("D62", "d", "two-periods", "additions.retention", "kahden viikon"),
    ("D65", "acd", "transfer-unless", "additions.transfers", "ei siirretä"),
    ("D66", "acd", "vendor-not-in-transfers", "transfers", "GOOGLE ANALYTICS"),
    ("D68", "acd", "copied-text", "additions.security-electronic", "asiakasomistaja"),
    ("D69", "acd", "copied-text", "additions.security-electronic", "ulkopuolelta tulevia"),
    ("D70", "acd", "absolute-promise", "additions.security-manual", "paloturvallisissa"),
    ("D71", "c", "repealed-law", "additions.security-manual", "hyvää tietojenkäsittelytapaa"),
    ("D75", "acd", "browser-settings-optout", "additions.cookies", "selaimensa asetuksia"),
    ("D76", "acd", "cookies-denied", "cookies", "eväste"),
    ("D77", "acd", "false-anonymity", "additions.cookies", "ei voida tunnistaa"),
    ("D78", "acd", "tracking-untold", "additions.cookies", "aihepiiritiedon"),
    ("D79", "acd", "link-outdated", "additions.cookies", "lisäosalla"),
    ("D80", "acd", "vendor-not-in-recipients", "recipients", "GOOGLE ANALYTICS"),
    ("D82", "acd", "profiling-denied", "automated-decisions.profiling", "kohdennetun sisällön"),
    ("D85", "acd", "signature-demanded", "additions.right-access", "allekirjoitettava"),
    ("D85", "acd", "request-form-demanded", "additions.right-access", "kirjallisena"),
    ("D86", "acd", "signature-demanded", "additions.right-rectification", "omakätisesti"),
    ("D87", "acd", "marketing-objection-not-separate", "additions.right-access", "etämyyntiä"),
    ("D88", "acd", "objection-not-described", "additions.right-objection", "oikaisemista tai poistamista"),
    ("D89", "acd", "erasure-refused", "additions.right-objection", "yhteyshenkilönä"),
    ("D91", "acd", "portability-unconditional", "additions.right-portability", "järjestelmästä toiseen"),
    ("D94", "acd", "repealed-law", "additions.right-rectification", "kirjallisen todistuksen"),
    ("D95", "acd", "rectification-mixed-with-erasure", "additions.right-rectification", "tarpeeton"),
    ("D97", "acd", "authority-outdated", "additions.complaint", "Ratapihantie 9"),
    ("D98", "acd", "complaint-word-old", "additions.complaint", "kantelu"),
    ("D99", "acd", "overpromised-right", "additions.other-rights", "anonymisointia"),
];

/// Those that show where the old text stands instead of ours, too: there our own rows tell nothing that the old text leaves out.
const DEFECTS_INSTEAD: &[Defect] = &[
    ("D32", "acd", "marketing-without-purpose", "replacements.purposes", "mainonnan kohdistamiseen"),
    ("D42", "c", "data-mismatch", "replacements.data-content", "laskutustiedot"),
    ("D43", "acd", "data-mismatch", "replacements.data-content", "sukupuoli"),
    ("D56", "d", "recipient-only-in-retention", "replacements.recipients", "sosiaalitoimelle"),
];

#[test]
fn what_is_wrong_in_a_pasted_notice_is_found_and_leads_to_its_words() {
    let mut missed = Vec::new();
    for (place, defects) in [(Place::Beside, DEFECTS), (Place::Instead, DEFECTS_INSTEAD)] {
        for name in ["a", "c", "d"] {
            let notice = pasted(name, place);
            let found = check(&notice, Date::parse("20.11.2026").expect("a date")).findings;
            for (defect, _, rule, field, piece) in defects.iter().filter(|(_, has, ..)| has.contains(name)) {
                let is_it = |finding: &&Finding| {
                    finding.rule.id == *rule
                        && finding.field.to_string() == *field
                        && finding.evidence.contains(piece)
                };
                if !found.iter().any(|finding| is_it(&finding)) {
                    missed.push(format!("{name}: {defect} {rule} {field} {piece}"));
                }
            }
            for place in found.iter().filter_map(|finding| finding.place.as_ref()) {
                assert!(place.units(&notice).is_some_and(|units| !units.is_empty()), "{name}: {place:?}");
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

/// Bringing a refusal before the authority is a right, and no vague word.
#[test]
fn what_is_right_in_a_pasted_notice_is_not_complained_of() {
    for name in ["a", "c", "d"] {
        let vague = check(&pasted(name, Place::Beside), Date::parse("20.11.2026").expect("a date")).findings;
        let mut vague = vague.iter().filter(|finding| finding.rule.id.as_str().starts_with("vague"));
        let wrong = vague.find(|finding| finding.evidence.contains("ratkaistavaksi"));
        assert_eq!(wrong, None, "{name}");
    }
}
