//! The variants of a notice as PDF: several languages in one file, and one page for the counter.

use super::conformity::conforms;
use super::{FONTS, check, document, section, tool, words};
use proptest::prelude::*;
use seloste::compose::{compose, first_layer};
use seloste::defaults;
use seloste::document::{Block, Document, Inline, para};
use seloste::export::pdf::{Printer, Rendered};
use seloste::lang::{Lang, Localized};
use seloste::notice::statement::{Own, Statement};
use seloste::notice::{Notice, RegisterKind};

fn printer() -> Printer<'static> {
    Printer::new(&FONTS).unwrap()
}

fn one_page(document: &Document) -> Rendered {
    printer().print_on_one_page(document, None).unwrap()
}

fn notice() -> Notice {
    let mut notice = defaults::notice(RegisterKind::Customers, None);
    let firm = &mut notice.controller;
    "Malli Oy".clone_into(&mut firm.name);
    "malli@malli.example".clone_into(&mut firm.email);
    "www.malli.example/tietosuoja".clone_into(&mut firm.website);
    notice
}

#[test]
fn each_language_is_a_part_with_its_own_words() {
    let documents = Lang::ALL.map(|lang| compose(&notice(), lang));
    let file = printer().print(&documents, None).unwrap();
    check(&file.bytes);
    conforms(&file.bytes, "three languages");
    let text = words(&file.bytes);
    let last = file.pages;
    for word in [format!("Sivu 1 / {last}"), format!("Page {last} / {last}"), "Sida ".to_owned()] {
        assert!(text.contains(&word), "{word}");
    }
    let read = lopdf::Document::load_mem(&file.bytes).unwrap();
    let outlines = read.catalog().unwrap().get(b"Outlines").unwrap().as_reference().unwrap();
    let mut item = read.get_dictionary(outlines).unwrap().get(b"First").unwrap().as_reference().ok();
    let mut parts = Vec::new();
    while let Some(id) = item {
        let entry = read.get_dictionary(id).unwrap();
        let inner = entry.get(b"First").unwrap().as_reference().unwrap();
        assert_eq!(read.get_dictionary(inner).unwrap().get(b"Parent").unwrap().as_reference().unwrap(), id);
        parts.push(entry.get(b"Title").unwrap().clone());
        item = entry.get(b"Next").ok().and_then(|next| next.as_reference().ok());
    }
    assert_eq!(parts.len(), 3);
    let langs: Vec<_> = read
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|entry| entry.get(b"S").is_ok_and(|role| role.as_name().unwrap() == b"Part"))
        .map(|part| String::from_utf8(part.get(b"Lang").unwrap().as_str().unwrap().to_vec()).unwrap())
        .collect();
    assert_eq!(langs, ["fi", "sv", "en"]);
}

#[test]
fn the_first_layer_is_one_page_with_a_code() {
    for lang in Lang::ALL {
        let file = one_page(&first_layer(&notice(), lang));
        check(&file.bytes);
        conforms(&file.bytes, "first layer");
        assert_eq!(file.pages, 1);
        assert!(words(&file.bytes).contains("www.malli.example/tietosuoja"));
        let tree = tool("pdfinfo", &["-struct"], &file.bytes, &[]);
        assert!(tree.contains("Figure"), "{tree}");
        assert!(!words(&file.bytes).contains('…'));
    }
}

#[test]
fn what_does_not_fit_is_left_to_the_full_notice() {
    let mut long = notice();
    let own = |text: String| {
        Statement::Own(Own { text: Localized { fi: text, ..Localized::default() }, ..Own::default() })
    };
    for at in 0..60 {
        let mut purpose = long.purposes[0].clone();
        purpose.what = own(format!("tarkoitus {at} ja sen pitkä selitys, joka vie rivin toisensa jälkeen"));
        long.purposes.push(purpose);
    }
    let file = one_page(&first_layer(&long, Lang::Fi));
    assert_eq!(file.pages, 1);
    let text = words(&file.bytes);
    assert!(text.contains("loput ovat koko selosteessa"), "{text}");
    assert!(text.contains("www.malli.example/tietosuoja"));
}

#[test]
fn a_code_is_drawn_and_named() {
    let text = "https://www.malli.example/".to_owned();
    let code = Block::Code { text, alt: "QR-koodi: malli.example".into() };
    let file = super::render(&document(vec![section("Osoite", vec![para("Täältä:"), code])]));
    check(&file.bytes);
    let read = lopdf::Document::load_mem(&file.bytes).unwrap();
    let figure = read
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .find(|entry| entry.get(b"S").is_ok_and(|role| role.as_name().unwrap() == b"Figure"))
        .unwrap();
    assert_eq!(figure.get(b"Alt").unwrap().as_str().unwrap(), b"QR-koodi: malli.example");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_first_layer_is_one_page(
        name in ".{0,600}",
        website in "([a-z]{1,40}\\.example(/[a-z]{0,400})?)|.{0,400}",
        email in ".{0,300}",
        purposes in prop::collection::vec("(.|\n){0,900}", 0..40),
        lang in prop::sample::select(Lang::ALL.to_vec()),
    ) {
        let mut long = notice();
        long.register_name.fi.clone_from(&name);
        (long.controller.name, long.controller.website, long.controller.email) = (name, website, email);
        let first = long.purposes[0].clone();
        for text in purposes {
            let mut purpose = first.clone();
            let text = Localized { fi: text, ..Localized::default() };
            purpose.what = Statement::Own(Own { text, ..Own::default() });
            long.purposes.push(purpose);
        }
        prop_assert_eq!(one_page(&first_layer(&long, lang)).pages, 1);
    }
}

#[test]
fn ten_times_the_paragraphs_keep_their_lines() {
    // A break depends on its own paragraph alone: the same text gives the same lines, however much there is of it.
    let text = "Henkilötietojen käsittely perustuu oikeutettuun etuun, ja säilytysaika on 10 vuotta sopimuksen päättymisestä.";
    let lines = |times: usize| {
        let blocks = vec![Block::Para(vec![Inline::Text(text.repeat(3))]); times];
        let file = super::render(&document(vec![section("Osa", blocks)]));
        tool("pdftotext", &["-raw"], &file.bytes, &["-"]).matches("oikeutettuun").count()
    };
    assert_eq!(lines(20), 10 * lines(2));
}
