//! The variants of a notice as other programs read them: several languages in one file, and one page for the counter.

use super::{check, tool, words};
use crate::support::pdf::{document, malli, one_page, printer, render, section};
use seloste::compose::{compose, first_layer};
use seloste::document::{Block, Inline};
use seloste::lang::{Lang, Localized};
use seloste::notice::statement::{Own, Statement};

#[test]
fn each_language_is_a_part_with_its_own_words() {
    let documents = Lang::ALL.map(|lang| compose(&malli(), lang));
    let file = printer().print(&documents, None).unwrap();
    check(&file.bytes);
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
    assert_eq!(parts.len(), Lang::ALL.len());
    let langs: Vec<_> = read
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|entry| entry.get(b"S").is_ok_and(|role| role.as_name().unwrap() == b"Part"))
        .map(|part| String::from_utf8(part.get(b"Lang").unwrap().as_str().unwrap().to_vec()).unwrap())
        .collect();
    assert_eq!(langs, Lang::ALL.map(Lang::tag));
}

#[test]
fn the_first_layer_is_one_page_with_a_code() {
    for lang in Lang::ALL {
        let file = one_page(&first_layer(&malli(), lang));
        check(&file.bytes);
        assert_eq!(file.pages, 1);
        assert!(words(&file.bytes).contains("www.malli.example/tietosuoja"));
        let tree = tool("pdfinfo", &["-struct"], &file.bytes, &[]);
        assert!(tree.contains("Figure"), "{tree}");
        assert!(!words(&file.bytes).contains('…'));
    }
}

#[test]
fn what_does_not_fit_is_left_to_the_full_malli() {
    let mut long = malli();
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
fn ten_times_the_paragraphs_keep_their_lines() {
    // A break depends on its own paragraph alone: the same text gives the same lines, however much there is of it.
    let text = "Henkilötietojen käsittely perustuu oikeutettuun etuun, ja säilytysaika on 10 vuotta sopimuksen päättymisestä.";
    let lines = |times: usize| {
        let blocks = vec![Block::Para(vec![Inline::Text(text.repeat(3))]); times];
        let file = render(&document(vec![section("Osa", blocks)]));
        tool("pdftotext", &["-raw"], &file.bytes, &["-"]).matches("oikeutettuun").count()
    };
    assert_eq!(lines(20), 10 * lines(2));
}
