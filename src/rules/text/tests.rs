//! What holds for the reading of any text: every phrase of the table can be found, nothing panics, no secret is repeated.

use super::*;
use crate::content::patterns::{PATTERNS, Pattern};
use crate::notice::date::Date;
use crate::rules::cases::prelude::*;
use crate::rules::check;
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
    for pattern in PATTERNS {
        let lang = Lang::ALL.into_iter().find(|lang| pattern.langs & 1 << *lang as u8 != 0).unwrap();
        for text in texts(pattern) {
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
        Texts::of(&notice).says(SectionId::Changes, crate::content::patterns::TRANSFER_UNLESS)
    };
    assert!(says(Lang::Fi, "Emme siirrä tietoja, ellei lakia muuteta."));
    assert!(!says(Lang::Sv, "Emme siirrä tietoja, ellei lakia muuteta."));
    assert!(!says(Lang::Fi, "Emme siirrä tietoja. Ellei lakia muuteta, näin on."));
    assert!(!says(Lang::Fi, "Emme siirräkään tietoja, ellei lakia muuteta."));
    let long = format!("Emme siirrä {}, ellei lakia muuteta.", "tietoja ".repeat(13));
    assert!(!says(Lang::Fi, &long), "a gap has an end");
}

/// Writes a text into every field that takes one.
fn fill(value: &mut serde_json::Value, text: &str) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                match value {
                    serde_json::Value::String(own)
                        if ["fi", "name", "address", "phone", "parties", "country", "party"]
                            .contains(&key.as_str()) =>
                    {
                        text.clone_into(own);
                    }
                    value => fill(value, text),
                }
            }
        }
        serde_json::Value::Array(values) => values.iter_mut().for_each(|value| fill(value, text)),
        _ => {}
    }
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
    let mut value = serde_json::to_value(&notice).unwrap();
    fill(&mut value, text);
    serde_json::from_value(value).unwrap()
}

#[test]
fn a_megabyte_in_every_field_is_read() {
    let sentence = "Tietoja voidaan käyttää, ellei 131052-308T [kiellä] <b>sitä</b>. ";
    let report = check(&everywhere(&sentence.repeat((1 << 20) / sentence.len())), today());
    let fields = |rule| report.findings.iter().filter(|finding| finding.rule.id == rule).count();
    assert!(
        fields("identity-code-in-text") > 60,
        "at most three a field: {}",
        fields("identity-code-in-text")
    );
    assert!(report.findings.len() < 2000, "{}", report.findings.len());
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
