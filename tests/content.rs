//! The words themselves: complete in three languages, plain, and free of what a notice must not say.

use crate::words::OFFERED;
use seloste::content::{CHOICES, CLAUSES, MISSING_EN, MISSING_SV, REGISTERS, SECTIONS, Text, group};
use seloste::lang::Lang;

/// Everything that a published notice may be made of.
fn published() -> impl Iterator<Item = (&'static str, &'static Text)> {
    let clauses = CLAUSES.iter().map(|clause| (clause.id, &clause.text));
    let choices = CHOICES.iter().map(|choice| (choice.id, &choice.label));
    clauses.chain(choices).chain(SECTIONS.iter().map(|section| (section.id, &section.title)))
}

fn all() -> impl Iterator<Item = (&'static str, &'static Text)> {
    let whys = CLAUSES.iter().map(|clause| (clause.id, &clause.why));
    let hints = CHOICES.iter().map(|choice| (choice.id, &choice.hint));
    let screens =
        SECTIONS.iter().flat_map(|section| [(section.id, &section.intro), (section.id, &section.why)]);
    let registers = REGISTERS.iter().flat_map(|kind| [(kind.id, &kind.name), (kind.id, &kind.help)]);
    let notes = REGISTERS.iter().flat_map(|kind| kind.notes.iter().map(|(section, note)| (*section, note)));
    published().chain(whys).chain(hints).chain(screens).chain(registers).chain(notes)
}

/// Words of a text, lower case, without marks.
fn words(text: &str) -> Vec<String> {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
}

#[test]
fn every_text_of_ours_exists_in_three_languages() {
    for (id, text) in all() {
        let written = Lang::ALL.map(|lang| !text.get(lang).trim().is_empty());
        assert!(written == [true; 3] || written == [false; 3], "{id}: {written:?}");
        for lang in Lang::ALL {
            let text = text.get(lang);
            assert_eq!(text, text.trim(), "{id}: blanks around it");
            assert!(!text.contains("  "), "{id}: two blanks");
        }
    }
    for (id, text) in published() {
        assert!(!text.get(Lang::Fi).is_empty(), "{id} says nothing");
    }
    for file in ["sections.toml", "choices.toml", "customers.toml", "rights.toml"] {
        let missing = MISSING_SV.iter().chain(MISSING_EN).find(|entry| entry.starts_with(file));
        assert_eq!(missing, None);
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
            let found = vague.iter().find(|word| words.iter().any(|written| written == *word));
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
fn each_list_on_a_screen_has_something_to_offer() {
    for name in OFFERED {
        assert!(group(name).count() >= 2, "{name} offers nothing");
    }
}

#[test]
fn the_purposes_are_called_what_readers_look_for() {
    let purposes = SECTIONS.iter().find(|section| section.id == "purposes").expect("the section");
    assert!(purposes.title.get(Lang::Fi).starts_with("Henkilötietojen käsittelyn tarkoitus"));
}
