//! The PDF exporter from outside, as far as our own code and a validator written in Rust can tell. What other programs read in
//! its files is tested in `tools`.

mod bad;
mod conformity;
mod inspect;
mod reopen;
mod variants;

use crate::support::pdf::{FONTS, one, render, sample};
use proptest::prelude::*;
use seloste::document::{Block, Document, Inline, Table};
use seloste::export::pdf::{Fonts, PdfError, pdf};
use seloste::lang::Lang;

#[test]
fn the_same_notice_gives_the_same_file() {
    let notice = sample::notice();
    assert_eq!(render(&notice), render(&notice));
    let other = Document { title: "Toinen".into(), ..sample::notice() };
    assert_ne!(render(&notice).bytes, render(&other).bytes);
}

#[test]
fn links_lead_where_they_say() {
    let file = render(&sample::notice());
    let read = lopdf::Document::load_mem(&file.bytes).unwrap();
    let mut addresses = Vec::new();
    for page in read.get_pages().values() {
        for link in read.get_page_annotations(*page).unwrap() {
            let action = link.get(b"A").unwrap().as_dict().unwrap();
            addresses
                .push(String::from_utf8(action.get(b"URI").unwrap().as_str().unwrap().to_vec()).unwrap());
        }
    }
    assert_eq!(
        addresses,
        [
            "mailto:tietosuoja@lampopumppumalli.example",
            "https://www.lampopumppumalli.example/yhteys?kieli=fi",
            "https://www.lampopumppumalli.example/evasteet",
            "https://tietosuoja.example/valitus",
        ]
    );
}

#[test]
fn bad_fonts_are_an_error() {
    for bytes in [&b""[..], b"<!doctype html>", &FONTS.regular[..2000]] {
        let fonts = Fonts { regular: bytes, bold: FONTS.bold };
        assert_eq!(pdf(&sample::notice(), &fonts, None), Err(PdfError::Font));
    }
}

fn inline() -> impl Strategy<Value = Inline> {
    prop_oneof![
        any::<String>().prop_map(Inline::Text),
        "[a-zäö \u{AD}\n]{0,200}".prop_map(Inline::Text),
        any::<String>().prop_map(Inline::Strong),
        (any::<String>(), any::<String>())
            .prop_map(|(text, rest)| Inline::Link { text, href: format!("https://{rest}") }),
        any::<String>().prop_map(|text| Inline::Lang { lang: Lang::Sv, text }),
    ]
}

fn inlines() -> impl Strategy<Value = Vec<Inline>> {
    prop::collection::vec(inline(), 0..4)
}

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![
        inlines().prop_map(Block::Heading),
        inlines().prop_map(Block::Para),
        prop::collection::vec(inlines(), 0..4).prop_map(Block::List),
        prop::collection::vec((inlines(), inlines()), 0..3).prop_map(Block::DefinitionList),
        (
            prop::collection::vec(any::<String>(), 0..12),
            prop::collection::vec(prop::collection::vec(inlines(), 0..4), 0..4)
        )
            .prop_map(|(head, rows)| Block::Table(Table { head, rows })),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| prop::collection::vec(inner, 0..3).prop_map(Block::Box))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_a_file(
        title in any::<String>(),
        firm in any::<String>(),
        date in any::<Option<String>>(),
        blocks in prop::collection::vec(block(), 0..5),
    ) {
        let mut notice = one(blocks);
        (notice.title, notice.firm, notice.date) = (title, firm, date);
        let file = render(&notice);
        let read = lopdf::Document::load_mem(&file.bytes).unwrap();
        prop_assert_eq!(read.get_pages().len(), file.pages);
        prop_assert_eq!(&render(&notice), &file);
    }
}
