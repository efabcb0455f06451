//! What holds for the reading of any text: every phrase of the table can be found, nothing panics, no secret is repeated.

use super::*;
use crate::content::patterns::{self, Pattern};
use crate::notice::date::Date;
use crate::rules::cases::prelude::*;
use crate::rules::{Rule, check, leftovers, rights, secrets, takebacks, wording};
use crate::tests::json::with_each_value;
use proptest::prelude::*;

fn today() -> Date {
    Date::new(2026, 11, 21).unwrap()
}

/// A word as somebody may write one of the phrase's words.
fn written(word: &str) -> String {
    match word {
        "#" => "7".to_owned(),
        "#.#" => "7.3".to_owned(),
        word => word.replace('*', "aa"),
    }
}

/// The texts that a phrase stands for, each choice taken at least once.
fn texts(pattern: &Pattern) -> Vec<String> {
    let sign = |bit, sign| if pattern.signs & bit == 0 { "" } else { sign };
    let first = [
        sign(Pattern::OPEN, "("),
        &written(pattern.first),
        sign(Pattern::STEM, "aa"),
        sign(Pattern::STOP, "."),
        sign(Pattern::CLOSE, ")"),
    ];
    let elements: Vec<Vec<&str>> = pattern
        .rest
        .split(' ')
        .filter(|element| !element.is_empty())
        .map(|element| element.split('|').collect())
        .collect();
    let most = elements.iter().map(Vec::len).max().unwrap_or(1);
    let with = |choice: usize| {
        let rest = elements.iter().map(|words| words[choice.min(words.len() - 1)]);
        let rest = rest.map(|word| if word == "…" { "väli kolme sanaa".to_owned() } else { written(word) });
        std::iter::once(first.concat()).chain(rest).collect::<Vec<_>>().join(" ")
    };
    (0..most).map(with).collect()
}

#[test]
fn every_phrase_of_the_table_is_found() {
    for pattern in patterns::all() {
        let lang = Lang::ALL.into_iter().find(|lang| pattern.langs & 1 << *lang as u8 != 0).unwrap();
        for text in texts(&pattern) {
            let mut notice = Notice { languages: vec![lang], ..Notice::default() };
            for text in [text.clone(), format!("Alku {}, loppu.", text.to_uppercase().replace(". ", "."))] {
                notice.additions.insert(SectionId::Changes, Localized::only(lang, text.clone()));
                assert!(Texts::of(&notice).says(SectionId::Changes, pattern.group), "{text}: {pattern:?}");
            }
        }
    }
}

#[test]
fn a_phrase_keeps_to_its_language_its_words_and_its_sentence() {
    let says = |lang: Lang, text: &str| {
        let mut notice = Notice { languages: vec![lang], ..Notice::default() };
        notice.additions.insert(SectionId::Changes, Localized::only(lang, text));
        Texts::of(&notice).says(SectionId::Changes, patterns::TRANSFER_UNLESS)
    };
    assert!(says(Lang::Fi, "Emme siirrä tietoja, ellei lakia muuteta."));
    assert!(!says(Lang::Sv, "Emme siirrä tietoja, ellei lakia muuteta."));
    assert!(!says(Lang::Fi, "Emme siirrä tietoja. Ellei lakia muuteta, näin on."));
    assert!(!says(Lang::Fi, "Emme siirräkään tietoja, ellei lakia muuteta."));
    let long = format!("Emme siirrä {}, ellei lakia muuteta.", "tietoja ".repeat(13));
    assert!(!says(Lang::Fi, &long), "a gap has an end");
}

#[test]
fn our_own_guidance_is_known_again_also_with_some_words_changed() {
    for lang in Lang::ALL {
        let intro = crate::content::section(SectionId::LegitimateInterests).intro.get(lang);
        let changed = intro.replacen(' ', " muutama sana ", 1);
        for text in [intro.to_owned(), intro.to_uppercase(), changed] {
            let mut notice = Notice { languages: vec![lang], ..Notice::default() };
            notice.additions.insert(SectionId::Changes, Localized::only(lang, &text));
            assert!(Texts::of(&notice).says(SectionId::Changes, Seen::Guidance), "{text}");
        }
    }
}

#[test]
fn our_own_sentences_and_examples_are_not_complained_of() {
    let clauses = crate::content::CLAUSES.iter().map(|clause| (clause.id, clause.text));
    let examples = crate::content::FIELDS.iter().map(|field| (field.id, field.example));
    let mut complaints = Vec::new();
    let tables = [leftovers::RULES, secrets::RULES, wording::RULES, takebacks::RULES, rights::RULES];
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
                let field = format!("additions.{}", section.id());
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
    notice.disclosures = Answer::Yes(list(&["x"]));
    notice.children = Answer::Yes(own("x"));
    notice.automated_decisions.profiling = Answer::Yes(own("x"));
    decide(&mut notice, "x", "x");
    transfer(&mut notice, "x", Answer::Unknown);
    for section in [SectionId::Sources, SectionId::Cookies, SectionId::RightObjection] {
        notice.additions.insert(section, own("x"));
    }
    let typed = ["fi", "name", "address", "phone", "parties", "country", "party"];
    with_each_value(&notice, |value| {
        for (_, field) in
            value.as_object_mut().into_iter().flatten().filter(|(key, _)| typed.contains(&key.as_str()))
        {
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
        "cookies.1.party",
        "joint-controllers.parties",
    ] {
        assert_eq!(fields.iter().filter(|finding| finding.field == long).count(), 3, "{long}");
    }
    assert!(report.findings.len() < 2000, "{}", report.findings.len());
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

/// A piece of text that the reader has something to do with, or one that it has nothing to do with.
fn piece() -> impl Strategy<Value = String> {
    let known = proptest::sample::select(vec![
        "ei siirretä",
        "ellei",
        "paitsi",
        "voidaan",
        "mm.",
        "esim. ",
        "(s-postiosoite)",
        "[",
        "]",
        "<",
        "<p",
        "</ul>",
        "&nbsp;",
        "{",
        "}",
        "___",
        ".....",
        "**",
        "131052-308T",
        "010190-999K",
        "131052",
        "-308T",
        "FI21 1234 5600 0007 85",
        "4111 1111 1111 1111",
        ". ",
        "\n",
        "\n\n",
        "\u{ad}",
        "\u{a0}",
        "\u{200b}",
        "a\u{308}",
        "–",
        "-",
        "7.3 art.",
        "(",
        ")",
        "ÄÖ",
        "İ",
        "ǅ",
        "ß",
        "\u{301}",
        "💶",
        "٣",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 2 => "\\PC{0,12}", 1 => "[a-zäö]{1,9} ", 1 => any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_is_read_and_no_secret_is_repeated(pieces in proptest::collection::vec(piece(), 0..60)) {
        let text = pieces.concat();
        let report = check(&everywhere(&text), today());
        for finding in &report.findings {
            prop_assert!(finding.evidence.chars().count() <= 160, "{}", finding.evidence);
            let codes = codes::find(&finding.evidence);
            prop_assert!(codes.is_empty(), "{:?} in {:?}", codes, finding.evidence);
        }
    }

    #[test]
    fn what_was_found_stands_in_the_text(pieces in proptest::collection::vec(piece(), 0..40)) {
        let text = pieces.concat();
        let mut notice = Notice::default();
        notice.additions.insert(SectionId::Changes, own(&text));
        let texts = Texts::of(&notice);
        for sighting in &texts.hits {
            let frame = &texts.sentences[sighting.sentence].range;
            prop_assert!(frame.start <= sighting.start && sighting.end <= frame.end);
            prop_assert!(text.get(sighting.start..sighting.end).is_some_and(|words| !words.is_empty()));
        }
    }
}
