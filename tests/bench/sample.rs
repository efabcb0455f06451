//! The text of a full notice, for the PDF peers: the same words that our own exporter sets.
//!
//! Knows: the document tree. Does not know: PDF.

use seloste::document::{Block, Document, Inline, para, plain};
use seloste::lang::Lang;
use seloste::section::SectionId;
use serde_json::{Value, json};

/// A full notice. Until `compose` can make one from a draft, a stand-in of the usual size (11 kB of text): every
/// section, with sentences of the length and letters that such notices have.
pub fn document() -> Document {
    const SENTENCES: [&str; 3] = [
        "Käsittelemme tietoja vain siinä laajuudessa kuin tilauksen hoitaminen, laskutus ja yhteydenpito edellyttävät.",
        "Tiedot ovat peräisin asiakkaalta itseltään: puhelusta, sähköpostista tai verkkosivun lomakkeelta.",
        "Säilytämme tositteet kuusi vuotta sen vuoden lopusta, jona tilikausi päättyi – sen jälkeen ne hävitetään.",
    ];
    let section = |id: SectionId| seloste::document::Section {
        id,
        title: format!("{} ja siihen kuuluvat tiedot", id.id().replace('-', " ")),
        law: "GDPR 13(1)".into(),
        blocks: vec![
            para(SENTENCES.concat()),
            Block::List(vec![
                vec![Inline::Text("nimi ja osoite".into())],
                vec![Inline::Text("tilaus, 12,50 €".into())],
            ]),
        ],
    };
    Document {
        lang: Lang::Fi,
        title: "Asiakasrekisterin tietosuojaseloste".into(),
        firm: "Metsälän Hieronta Oy".into(),
        facts: vec![("Päivitetty".into(), "20.11.2026".into())],
        labels: seloste::document::Labels::default(),
        date: Some("2026-11-20".into()),
        sections: SectionId::ALL.into_iter().map(section).collect(),
    }
}

/// The same text as plain sections, as the peers' page takes it.
pub fn sections(document: &Document) -> Value {
    let section = |section: &seloste::document::Section| {
        let paragraphs: Vec<_> = section.blocks.iter().flat_map(paragraphs).collect();
        json!({ "title": section.title, "law": section.law, "paragraphs": paragraphs })
    };
    let sections: Vec<_> = document.sections.iter().map(section).collect();
    json!({ "title": document.title, "firm": document.firm, "sections": sections })
}

/// The paragraphs of a block, as a reader would copy them.
fn paragraphs(block: &Block) -> Vec<String> {
    match block {
        Block::Heading(text) | Block::Para(text) => vec![plain(text)],
        Block::List(items) => items.iter().map(|item| format!("• {}", plain(item))).collect(),
        Block::Table(table) => {
            let cells =
                |row: &Vec<Vec<Inline>>| row.iter().map(|cell| plain(cell)).collect::<Vec<_>>().join(" · ");
            std::iter::once(table.head.join(" · ")).chain(table.rows.iter().map(cells)).collect()
        }
        Block::DefinitionList(pairs) => {
            pairs.iter().map(|(term, text)| format!("{}: {}", plain(term), plain(text))).collect()
        }
        Block::Box(blocks) => blocks.iter().flat_map(paragraphs).collect(),
    }
}
