//! The variants of a notice as PDF: several languages in one file, and one page for the counter.

use super::conformity::conforms;
use crate::support::pdf::{document, malli, one_page, printer, render, section};
use proptest::prelude::*;
use seloste::compose::{compose, first_layer};
use seloste::document::{Block, para};
use seloste::lang::{Lang, Localized};
use seloste::notice::statement::{Own, Statement};

#[test]
fn all_languages_in_one_file_and_each_first_layer_follow_both_standards() {
    let documents = Lang::ALL.map(|lang| compose(&malli(), lang));
    conforms(&printer().print(&documents, None).unwrap().bytes, "all languages");
    for lang in Lang::ALL {
        conforms(&one_page(&first_layer(&malli(), lang)).bytes, "first layer");
    }
}

#[test]
fn a_code_is_drawn_and_named() {
    let text = "https://www.malli.example/".to_owned();
    let code = Block::Code { text, alt: "QR-koodi: malli.example".into() };
    let file = render(&document(vec![section("Osoite", vec![para("Täältä:"), code])]));
    conforms(&file.bytes, "a code");
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
        let mut long = malli();
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
