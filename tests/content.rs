//! Our texts: complete in every language, with their law, plain, and free of what a notice must not say.

use crate::support::catalogue::{files, texts};
use seloste::content::{CHOICES, CLAUSES, MISSING, REGISTERS, SECTIONS, Text};
use seloste::lang::Lang;
use toml::Value;

/// Groups of labels and of phrases that carry no claim of law of their own.
const WITHOUT_LAW: &[&str] = &["label", "lead", "start", "until", "withdrawal", "authority"];

/// Everything that a published notice may be made of.
fn published() -> impl Iterator<Item = (&'static str, &'static Text)> {
    let clauses = CLAUSES.iter().map(|clause| (clause.id, &clause.text));
    let choices = CHOICES.iter().map(|choice| (choice.id, &choice.label));
    clauses.chain(choices).chain(SECTIONS.iter().map(|section| (section.id, &section.title)))
}

/// Words of a text, lower case, without marks.
fn words(text: &str) -> Vec<String> {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
}

/// The build lists every text that exists in one language and not in another.
#[test]
fn every_text_exists_in_every_language() {
    for (lang, missing) in Lang::ALL.into_iter().zip(MISSING) {
        assert!(missing.is_empty(), "{} lacks {} texts:\n{}", lang.tag(), missing.len(), missing.join("\n"));
    }
    for (id, text) in published() {
        assert!(!text.get(Lang::Fi).is_empty(), "{id} says nothing");
    }
}

#[test]
fn no_text_has_blanks_around_it_or_two_in_it() {
    for written in texts() {
        for text in &written.texts {
            assert!(text == text.trim() && !text.contains("  "), "{}: {text:?}", written.place);
        }
    }
}

/// A clause says what it rests on, in a group whose clauses claim anything.
#[test]
fn every_clause_cites_its_law() {
    let group = |id: &'static str| id.split_once('.').map_or(id, |(group, _)| group);
    let silent: Vec<_> = CLAUSES
        .iter()
        .filter(|clause| clause.law.is_empty() && !WITHOUT_LAW.contains(&group(clause.id)))
        .map(|clause| clause.id)
        .collect();
    assert!(silent.is_empty(), "no law: {silent:?}");
}

/// An unknown key, a doubled id or a slot that one language lacks fails the build; here, that ids are what
/// they should be.
#[test]
fn ids_are_kebab_case() {
    fn ids(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Table(table) => {
                found.extend(table.get("id").and_then(Value::as_str).map(str::to_owned));
                table.values().for_each(|value| ids(value, found));
            }
            Value::Array(values) => values.iter().for_each(|value| ids(value, found)),
            _ => {}
        }
    }
    for (file, table) in files().into_iter().filter(|(file, _)| file != "countries.toml") {
        let mut found = Vec::new();
        ids(&Value::Table(table), &mut found);
        for id in found {
            let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '.';
            assert!(id.chars().all(fine), "{file}: {id}");
        }
    }
}

#[test]
fn the_notes_of_a_kind_stand_on_screens_that_exist() {
    for kind in REGISTERS {
        for (section, _) in kind.notes {
            assert!(SECTIONS.iter().any(|known| known.id == *section), "{}: {section}", kind.id);
        }
    }
}

/// "Emme voi toimittaa tilausta" says plainly what does not happen; only "voi" alone hides whether it does.
fn denied(before: &[String], word: &str) -> bool {
    word == "voi" && before.last().is_some_and(|last| last == "emme" || last == "et")
}

#[test]
fn no_published_text_is_vague() {
    const FI: [&str; 17] = [
        "voidaan",
        "voida",
        "voi",
        "saatetaan",
        "saattaa",
        "mahdollisesti",
        "esimerkiksi",
        "esim",
        "mm",
        "ym",
        "jne",
        "soveltuvin",
        "tarvittaessa",
        "pääsääntöisesti",
        "usein",
        "yleensä",
        "atk",
    ];
    const SV: [&str; 6] = ["eventuellt", "möjligen", "kanske", "bland", "vid behov", "ofta"];
    const EN: [&str; 6] = ["might", "some", "often", "possibly", "perhaps", "etc"];
    // "Some of the data is necessary": the two parts are told.
    const TOLD: [&str; 1] = ["provision.partly"];
    for (id, text) in published().filter(|(id, _)| !TOLD.contains(id) && !id.starts_with("requirement.")) {
        for (written, vague) in [
            (text.get(Lang::Fi), FI.as_slice()),
            (text.get(Lang::Sv), SV.as_slice()),
            (text.get(Lang::En), EN.as_slice()),
        ] {
            let words = words(written);
            let found = vague.iter().find(|word| {
                words.iter().enumerate().any(|(at, written)| written == *word && !denied(&words[..at], word))
            });
            assert_eq!(found, None, "{id}: {written}");
        }
    }
}

/// A notice tells what is done; that it is lawful is not for the notice to say, and no signature is asked for.
#[test]
fn no_published_text_claims_compliance() {
    for (id, text) in published() {
        for claim in
            ["noudatamme lakia", "tietosuoja-asetuksen mukaisesti", "gdpr-yhteensopiva", "rekisteriseloste"]
        {
            assert!(!text.get(Lang::Fi).to_lowercase().contains(claim), "{id}: {}", text.get(Lang::Fi));
        }
        for claim in ["complies with", "compliant"] {
            assert!(!text.get(Lang::En).to_lowercase().contains(claim), "{id}: {}", text.get(Lang::En));
        }
    }
}

#[test]
fn sentences_are_short_enough_to_be_read_once() {
    for (id, text) in published() {
        for sentence in text.get(Lang::Fi).split(['.', ':', '?']) {
            let words = sentence.split_whitespace().count();
            assert!(words <= 26, "{id}: {words} words: {sentence}");
        }
    }
}

#[test]
fn the_purposes_are_called_what_readers_look_for() {
    let purposes = SECTIONS.iter().find(|section| section.id == "purposes").expect("the section");
    assert!(purposes.title.get(Lang::Fi).starts_with("Henkilötietojen käsittelyn tarkoitus"));
}
