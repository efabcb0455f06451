//! Bad input: whatever somebody types, the file follows both standards, and its text can be read.

use super::{conformity, inspect};
use crate::support::pdf::{one, render, section};
use proptest::prelude::*;
use seloste::document::{Block, Document, Inline, Table, para};
use seloste::lang::Lang;

fn inlines(text: &str) -> Vec<Inline> {
    vec![Inline::Text(text.to_owned())]
}

/// The same text in each place where a text can stand.
fn everywhere(text: &str) -> Document {
    let entry = (inlines(text), inlines(text));
    let link = Inline::Link { text: text.to_owned(), href: "https://esimerkki.example/ä?a=b&c=(d)".into() };
    let mut notice = one(vec![
        para(text),
        Block::Para(vec![Inline::Strong(text.to_owned()), Inline::Text(" ".into()), link]),
        Block::Para(vec![Inline::Lang { lang: Lang::Sv, text: text.to_owned() }]),
        Block::Heading(inlines(text)),
        Block::List(vec![inlines(text), inlines(text)]),
        Block::DefinitionList(vec![entry.clone(), entry]),
        Block::Table(Table::new(
            vec![text.to_owned(); 3],
            vec![vec![inlines(text), inlines(text), inlines(text)]],
        )),
        Block::Box(vec![para(text), Block::List(vec![inlines(text)])]),
    ]);
    text.clone_into(&mut notice.title);
    text.clone_into(&mut notice.firm);
    notice.facts = vec![(text.to_owned(), text.to_owned())];
    notice.sections.push(section(text, Vec::new()));
    notice
}

#[track_caller]
fn holds(notice: &Document, what: &str) -> Vec<char> {
    let file = render(notice);
    conformity::conforms(&file.bytes, what);
    inspect::readable(&file.bytes, what);
    file.missing
}

#[test]
fn each_kind_of_bad_text_is_a_valid_file() {
    let mut faults = Vec::new();
    for (what, text, missing) in [
        ("a word of 300 letters", "abcdefghij".repeat(30), ""),
        ("a word of 300 wide letters", "W".repeat(300), ""),
        ("emoji", "kiitos 😀👨‍👩‍👧🇫🇮 paljon".into(), "🇫🇮👧👨👩😀"),
        (
            "Arabic and Hebrew",
            "nimi مرحبا שלום loppu".into(),
            "\u{5D5}\u{5DC}\u{5DD}\u{5E9}\u{627}\u{628}\u{62D}\u{631}\u{645}",
        ),
        ("Chinese without blanks", "漢字".repeat(150), "字漢"),
        ("combining accents", "a\u{308}o\u{308}e\u{301}x\u{302}\u{303}\u{304}".into(), ""),
        ("Zalgo", format!("s{}e", "\u{300}\u{316}".repeat(60)), "\u{316}"),
        (
            "zero width",
            "a\u{200B}b\u{200C}c\u{200D}d\u{2060}e\u{FEFF}f\u{AD}g\u{61C}h\u{200E}i\u{202E}j".into(),
            "",
        ),
        ("controls", (0u8..32).map(char::from).chain(['\u{7F}', '\u{85}', '\u{9F}']).collect(), ""),
        ("nothing that can be seen", "\u{200B}\u{AD}\u{2060} \u{A0}\u{3000}".into(), ""),
        ("no characters", "\u{FFFE}\u{FFFF}\u{E000}\u{10FFFF}".into(), "\u{E000}\u{FFFE}\u{FFFF}\u{10FFFF}"),
        ("the replacement itself", "\u{FFFD}".into(), ""),
        ("PDF and XML", "<</S>> stream endstream ]]> <?xpacket end=\"w\"?> & \\ ) ( /SELO_Draft".into(), ""),
        ("nothing", String::new(), ""),
    ] {
        let found: String = holds(&everywhere(&text), what).into_iter().collect();
        if found != missing {
            faults.push(format!("{what}: {found:?} instead of {missing:?}"));
        }
    }
    assert!(faults.is_empty(), "characters that are told to be missing:\n{}", faults.join("\n"));
}

#[test]
fn a_section_of_20_000_words_is_a_valid_file() {
    holds(&one(vec![para("sana henkilötietojen käsittelystä ".repeat(6700))]), "20,000 words");
}

#[test]
fn two_hundred_purposes_are_a_valid_file() {
    let row = |n: usize| {
        let cells = [&format!("{n}. Asiakassuhteen hoitaminen ja tilausten toimittaminen"), "GDPR 6(1)(b)"];
        cells.map(inlines).to_vec()
    };
    let rows: Vec<_> = (1..=200).map(row).collect();
    let terms = rows.iter().map(|row| (row[0].clone(), row[1].clone())).collect();
    let table = Block::Table(Table::new(vec!["Tarkoitus".into(), "Peruste".into()], rows));
    holds(&one(vec![table, Block::DefinitionList(terms)]), "200 purposes");
}

/// What people paste: long words, blanks of all kinds, scripts that the fonts lack.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-zåäö,. \u{AD}-]{0,400}",
        "[A-Za-z]{250,320}",
        "[ \u{A0}\u{200B}\u{2009}\n\t]{0,60}[a-z]{0,3}",
        "[a-z😀\u{5D0}-\u{5EA}\u{627}-\u{64A}\u{300}-\u{310}\u{200B}-\u{200F}\u{0}-\u{1F}]{0,60}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_anywhere_is_a_valid_file(text in text()) {
        holds(&everywhere(&text), &format!("{text:?}"));
    }
}
