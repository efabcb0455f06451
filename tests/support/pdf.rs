//! What the tests of the PDF exporter share: its fonts, small documents, and the draft of a kind of register.

pub mod sample;

use super::firm::{firm, notice_of};
use seloste::defaults::{self, Firm};
use seloste::document::{Block, Document, Section};
use seloste::draft::Draft;
use seloste::export::pdf::{Fonts, Printer, Rendered, pdf};
use seloste::lang::Lang;
use seloste::notice::{Notice, RegisterKind};
use seloste::section::SectionId;

/// The fonts that the app and the command line use.
pub const FONTS: Fonts<'static> = Fonts {
    regular: include_bytes!("../../public/fonts/NotoSans-Regular.ttf"),
    bold: include_bytes!("../../public/fonts/NotoSans-Bold.ttf"),
};

/// A document as a PDF that carries no draft.
pub fn render(document: &Document) -> Rendered {
    pdf(document, &FONTS, None).unwrap_or_else(|error| panic!("{error}"))
}

/// A Finnish document of these sections.
pub fn document(sections: Vec<Section>) -> Document {
    let title = "Asiakasrekisterin tietosuojaseloste".to_owned();
    let (firm, facts, date) = ("Malli Oy".to_owned(), Vec::new(), None);
    Document {
        lang: Lang::Fi,
        title,
        firm,
        facts,
        intro: Vec::new(),
        labels: sample::labels(),
        date,
        sections,
    }
}

/// A section of this title, on purposes as far as the file can tell.
pub fn section(title: &str, blocks: Vec<Block>) -> Section {
    Section {
        id: SectionId::Purposes,
        tells: Vec::new(),
        title: title.to_owned(),
        law: "GDPR 13(1)(c)".to_owned(),
        blocks,
    }
}

/// A document of one section.
pub fn one(blocks: Vec<Block>) -> Document {
    document(vec![section("Tarkoitukset", blocks)])
}

/// The defaults of a kind as a draft, for a firm whose name XML and PDF must escape.
pub fn draft(kind: RegisterKind) -> Draft {
    let firm = Firm { name: Some(r"Ruusu & <Tähti> (Oy) \".to_owned()), ..firm() };
    Draft::new("conformity", "2026-11-20T12:00:00Z", notice_of(&firm, kind, None))
}

/// What sets several documents into one file.
pub fn printer() -> Printer<'static> {
    Printer::new(&FONTS).unwrap()
}

/// A document on one page, shortened until it fits.
pub fn one_page(document: &Document) -> Rendered {
    printer().print_on_one_page(document, None).unwrap()
}

/// The customers' defaults of a firm of which only the name and two addresses are known.
pub fn malli() -> Notice {
    let mut notice = defaults::notice(RegisterKind::Customers, None);
    let firm = &mut notice.controller;
    "Malli Oy".clone_into(&mut firm.name);
    "malli@malli.example".clone_into(&mut firm.email);
    "www.malli.example/tietosuoja".clone_into(&mut firm.website);
    notice
}
