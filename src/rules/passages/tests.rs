//! What rules on free text do with a whole notice: no complaint about our own sentences, no secret repeated, no text too long.

use crate::notice::path::FieldPath;
use crate::rules::cases::prelude::*;
use crate::rules::cases::today;
use crate::rules::tables::{leftovers, obstacles, rights, secrets, self_contradictions, wording};
use crate::rules::{Rule, check};
use crate::tests::json::with_each_value;
use crate::text::tests::{piece, secret_numbers};
use proptest::prelude::*;

#[test]
fn our_own_sentences_and_examples_are_not_complained_of() {
    let clauses = crate::content::CLAUSES.iter().map(|clause| (clause.id, clause.text));
    let examples = crate::content::FIELDS.iter().map(|field| (field.id, field.example));
    let mut complaints = Vec::new();
    let tables = [
        leftovers::RULES,
        secrets::RULES,
        wording::RULES,
        self_contradictions::RULES,
        rights::RULES,
        obstacles::RULES,
    ];
    let ours = |rule: &Rule| tables.iter().any(|table| table.contains(rule));
    // A clause with a slot is filled before anybody sees it.
    let whole = clauses.chain(examples).filter(|(_, text)| !text.get(Lang::Fi).contains('{'));
    for (id, text) in whole {
        for lang in Lang::ALL {
            // A signing service is a recipient, and no right.
            let rights = Some(SectionId::OtherRights).filter(|_| !id.starts_with("recipient."));
            for section in [Some(SectionId::Purposes), rights].into_iter().flatten() {
                let mut notice = full();
                notice.languages = vec![lang];
                notice.additions.insert(section, Localized::only(lang, text.get(lang)));
                let field = FieldPath::addition(section);
                let found = check(&notice, today())
                    .findings
                    .into_iter()
                    .filter(|finding| finding.field == field && ours(finding.rule));
                complaints
                    .extend(found.map(|finding| format!("{id}: {}: {}", finding.rule.id, finding.evidence)));
            }
        }
    }
    assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
}

/// The full notice with the same text in every field that takes one.
fn everywhere(text: &str) -> Notice {
    let mut notice = full();
    notice.dpo = Answer::Yes(ContactDetails::default());
    notice.joint_controllers = Answer::Yes(JointControllers::default());
    notice.special_categories = Answer::Yes(SpecialCategories { data: list(&["x"]), ground: said("x") });
    notice.disclosures = disclosed(list(&["x"]));
    notice.children = Answer::Yes(Children { how: own("x") });
    notice.automated_decisions.profiling = Answer::Yes(Profiling { how: own("x") });
    decide(&mut notice, "x", "x");
    transfer(&mut notice, "x", Answer::Unknown);
    for section in [SectionId::Sources, SectionId::Cookies, SectionId::RightObjection] {
        notice.additions.insert(section, own("x"));
    }
    let typed = ["fi", "name", "address", "phone", "parties", "country", "party"];
    with_each_value(&notice, |value| {
        let fields = value.as_object_mut().into_iter().flatten();
        for (_, field) in fields.filter(|(key, _)| typed.contains(&key.as_str())) {
            if field.is_string() {
                *field = text.into();
            }
        }
    })
}

#[test]
fn a_megabyte_in_a_field_is_read_and_so_is_much_text_in_every_field() {
    let sentence = "Tietoja voidaan käyttää, ellei 131052-308T [kiellä] <b>sitä</b>. ";
    let long = |bytes: usize| sentence.repeat(bytes / sentence.len());
    let mut notice = everywhere(&long(1 << 15));
    notice.register_name = own(&long(1 << 20));
    notice.contact.name = long(1 << 20);
    notice.retention[0].ground = said(&long(1 << 20));
    let report = check(&notice, today());
    let fields: Vec<_> =
        report.findings.iter().filter(|finding| finding.rule.id == "identity-code-in-text").collect();
    for long in [
        "register-name",
        "contact.name",
        "retention.1.ground",
        "cookies.rows.1.party",
        "joint-controllers.parties",
    ] {
        let here = fields.iter().filter(|finding| finding.field.to_string() == long).count();
        assert!((3..=300).contains(&here), "{long}: {here}");
    }
    assert!(report.findings.len() < 5000, "{}", report.findings.len());
}

#[test]
fn every_place_is_told_and_leads_to_its_words() {
    let mut notice = full();
    let text = "Tietoja voidaan 💶 käyttää.\r\nTämä on selvää. ".repeat(40);
    notice.languages.push(Lang::Sv);
    notice.additions.insert(SectionId::Purposes, Localized { fi: text.clone(), ..Localized::default() });
    notice.controller.name = "Nimi [täytä]".into();
    let found = check(&notice, today()).findings;
    let places: Vec<_> = found.iter().filter(|finding| finding.rule.id == "vague-wording").collect();
    assert_eq!(places.len(), 40);
    for (finding, at) in places.iter().zip(text.match_indices("voidaan")) {
        let place = finding.place.clone().expect("a place");
        assert_eq!((place.lang, place.span.start), (Some(Lang::Fi), at.0));
        assert_eq!(finding.quoted(), Some(("Tietoja ", "voidaan", " 💶 käyttää")));
        // As a browser counts in a text box, where each line break is one.
        let shown: Vec<u16> = text.replace("\r\n", "\n").encode_utf16().collect();
        let units = place.units(&notice).expect("units");
        assert_eq!(String::from_utf16_lossy(&shown[units.start as usize..units.end as usize]), "voidaan");
    }
    let name = found.iter().find(|finding| finding.field.to_string() == "controller.name").expect("a blank");
    assert_eq!(name.place.as_ref().and_then(|place| place.units(&notice)), Some(5..12));
}

#[test]
fn no_rule_repeats_a_secret_that_stands_beside_what_it_found() {
    let mut notice = full();
    let secrets = "131052-308T, 4111 1111 1111 1111, FI21 1234 5600 0007 85";
    add(
        &mut notice,
        SectionId::Purposes,
        &format!("Tunnus {secrets}: voidaan kysyä sähköpostitse (s-postiosoite)."),
    );
    each(&mut notice.recipients, |row| (row.what, row.role) = (said(secrets), Answer::Unknown));
    let report = check(&notice, today());
    let found = |rule| {
        report
            .findings
            .iter()
            .any(|finding| finding.rule.id == rule && finding.evidence.contains("••••••-••••"))
    };
    assert!(
        found("placeholder-left") && found("vague-wording") && found("recipient-role-unanswered"),
        "{report:#?}"
    );
    let digits = |finding: &&crate::rules::Finding| finding.evidence.contains(|c: char| c.is_ascii_digit());
    assert_eq!(report.findings.iter().find(digits), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_is_read_and_no_secret_is_repeated(pieces in proptest::collection::vec(piece(), 0..60)) {
        let text = pieces.concat();
        let report = check(&everywhere(&text), today());
        for finding in &report.findings {
            prop_assert!(finding.evidence.chars().count() <= 160, "{}", finding.evidence);
            let codes = secret_numbers(&finding.evidence);
            prop_assert!(codes.is_empty(), "{:?} in {:?}", codes, finding.evidence);
            prop_assert_eq!(finding.quoted().is_some(), finding.place.is_some());
        }
    }
}
