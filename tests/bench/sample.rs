//! The notice that everything is measured on: the customers' defaults of a firm that does not exist, and its text for the
//! PDF peers, so that they set the same words as our own exporter.
//!
//! Knows: defaults, compose, the document tree. Does not know: PDF, the browser.

use seloste::compose::compose;
use seloste::defaults::{self, Firm};
use seloste::document::{Block, Document, Inline, plain};
use seloste::draft::Draft;
use seloste::lang::{Lang, Localized};
use seloste::notice::RegisterKind;
use serde_json::{Value, json};

const FIRM: &str = r#"{
    "name": "Metsälän Puutarha Oy", "business_id": "1234567-1", "street": "Esimerkkikatu 2",
    "postal_code": "20380", "city": "Turku", "email": "toimisto@puutarha.example", "phone": "044 000 0004",
    "website": "www.puutarha.example", "date": "2026-11-20",
    "contact": { "name": "Asiakaspalvelu", "email": "tietosuoja@puutarha.example", "phone": "044 000 0005" }
}"#;

/// The draft of a full notice.
pub fn draft() -> Draft {
    let firm: Firm = serde_json::from_str(FIRM).expect("the firm is JSON");
    let mut notice = defaults::notice(RegisterKind::Customers, None);
    defaults::apply(&firm, &mut notice);
    let mut draft = Draft::new("full", "2026-11-20T12:00:00Z", notice);
    draft.notice.number_rows();
    draft
}

/// The same with ten times the rows, wherever rows can be added.
pub fn tenfold() -> Draft {
    let mut draft = draft();
    let notice = &mut draft.notice;
    repeat(&mut notice.data_subjects);
    repeat(&mut notice.purposes);
    repeat(&mut notice.data_content);
    repeat(&mut notice.sources);
    repeat(&mut notice.recipients);
    repeat(&mut notice.retention);
    repeat(&mut notice.security_electronic);
    draft.notice.number_rows();
    draft
}

/// The same with ten times the text: what each section says stands in it nine times more, as the firm's own words.
pub fn tenfold_text() -> Draft {
    let mut draft = draft();
    for section in document().sections {
        let once = section.blocks.iter().flat_map(paragraphs).collect::<Vec<_>>().join("\n");
        let nine = [once.as_str(); 9].join("\n");
        draft.notice.additions.insert(section.id, Localized::only(Lang::Fi, nine));
    }
    draft
}

fn repeat<T: Clone>(rows: &mut Vec<T>) {
    *rows = std::iter::repeat_n(&*rows, 10).flatten().cloned().collect();
}

/// The finished notice.
pub fn document() -> Document {
    compose(&draft().notice, Lang::Fi)
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
        Block::Code { alt, .. } => vec![alt.clone()],
    }
}
