//! What holds for the reading of any text: every phrase of the table can be found, nothing panics, every hit stands in
//! its sentence.

use super::*;
use crate::content::patterns::{self, Pattern, WordPattern};
use crate::section::SectionId;
use proptest::prelude::*;

pub(crate) use codes::find as secret_numbers;

/// One published text, in a document without sections.
fn read(lang: Lang, text: &str) -> Texts<'_, (), ()> {
    Texts::read(vec![Passage { section: (), field: (), lang: Some(lang), text, published: true }])
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
    let sign = |sign, written| if pattern.first.has(sign) { written } else { "" };
    let first = [
        sign(WordPattern::OPEN, "("),
        &written(pattern.first.letters),
        sign(WordPattern::STEM, "aa"),
        sign(WordPattern::STOP, "."),
        sign(WordPattern::CLOSE, ")"),
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
        let lang = Lang::ALL.into_iter().find(|lang| LangSet::of(*lang).intersects(pattern.langs)).unwrap();
        for text in texts(&pattern) {
            for text in [text.clone(), format!("Alku {}, loppu.", text.to_uppercase().replace(". ", "."))] {
                assert!(read(lang, &text).says((), pattern.group), "{text}: {pattern:?}");
            }
        }
    }
}

#[test]
fn a_phrase_keeps_to_its_language_its_words_and_its_sentence() {
    let says = |lang: Lang, text: &str| read(lang, text).says((), patterns::TRANSFER_UNLESS);
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
            assert!(read(lang, &text).says((), HitKind::Guidance), "{text}");
        }
    }
}

#[test]
fn plain_text_is_read_without_a_notice() {
    let lines = [
        "Tietoja ei siirretä EU:n ulkopuolelle, ellei se ole teknisesti tarpeellista.",
        "Rekisterinpitäjän nimi on [nimi].",
        "Tietoja ei siirretä EU:n ulkopuolelle, ellei se ole teknisesti tarpeellista.",
    ];
    // A chapter for each two lines.
    let passages = lines.iter().enumerate().map(|(line, text)| Passage {
        section: line / 2,
        field: line,
        lang: Some(Lang::Fi),
        text,
        published: line != 1,
    });
    let texts = Texts::read(passages.collect());
    assert_eq!(texts.fields(patterns::TRANSFER_UNLESS), [0, 2]);
    assert_eq!(texts.sections(patterns::TRANSFER_UNLESS), [0, 1]);
    assert_eq!(texts.fields(HitKind::Repeated), [2], "the second time, in another chapter");
    assert_eq!(
        texts.fields(HitKind::Blank),
        [] as [usize; 0],
        "what is not published is read for numbers only"
    );
    let hit = texts.hits_in(1, patterns::TRANSFER_UNLESS).next().unwrap();
    assert_eq!((hit.text(), hit.sentence_position()), ("ei siirretä EU:n ulkopuolelle, ellei", (2, 0)));
    assert_eq!(texts.hits_without(patterns::TRANSFER_UNLESS, patterns::NO_TRANSFER).count(), 0);
    assert_eq!(texts.hits_without(patterns::TRANSFER_UNLESS, patterns::COOKIE).count(), 2);
}

/// A piece of text that means something to the reader, or one that does not.
pub(crate) fn piece() -> impl Strategy<Value = String> {
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
    fn what_was_found_stands_in_the_text(pieces in proptest::collection::vec(piece(), 0..40)) {
        let text = pieces.concat();
        let texts = read(Lang::Fi, &text);
        for record in &texts.index.hits {
            let sentence = &texts.index.sentences[record.sentence];
            prop_assert!(sentence.start <= record.start && record.end <= sentence.end);
            prop_assert!(text.get(record.start..record.end).is_some_and(|found| !found.is_empty()));
        }
    }
}
