//! `seloste render`: a draft as a notice, in one of the formats.

use crate::LangArg;
use crate::clock::Now;
use crate::failure::Failure;
use crate::files;
use clap::ValueEnum;
use seloste::compose::{compose, mark_as_draft};
use seloste::content::{fill, ui};
use seloste::document::Document;
use seloste::draft::Draft;
use seloste::export::pdf::{Fonts, PdfError, pdf};
use seloste::export::{html, text};
use seloste::lang::Lang;
use seloste::rules::{self, Severity};
use std::path::PathBuf;
use std::process::ExitCode;

const FONTS: Fonts<'_> = Fonts {
    regular: include_bytes!("../../../public/fonts/NotoSans-Regular.ttf"),
    bold: include_bytes!("../../../public/fonts/NotoSans-Bold.ttf"),
};

/// Write a draft as a notice.
#[derive(clap::Args)]
pub struct Args {
    /// The draft: JSON, or an HTML or PDF notice that Seloste made; `-` reads stdin.
    draft: PathBuf,
    /// The format.
    #[arg(long, value_enum)]
    to: Format,
    /// The language of the notice; the first of the draft's languages if not given.
    #[arg(long, value_enum)]
    lang: Option<LangArg>,
    /// Where to write; stdout if not given.
    #[arg(short, value_name = "OUT")]
    out: Option<PathBuf>,
}

impl Args {
    /// The language that was asked for.
    pub fn lang(&self) -> Option<Lang> {
        self.lang.map(Lang::from)
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Html,
    Pdf,
    Text,
    Json,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let draft = files::draft(&args.draft)?;
    let lang = args.lang().or_else(|| draft.notice.languages.first().copied()).unwrap_or_default();
    let bytes = match args.to {
        Format::Html => html::html(&document(&draft, lang), Some(&json(&draft)?)).into_bytes(),
        Format::Text => text::text(&document(&draft, lang)).into_bytes(),
        Format::Pdf => write_pdf(&document(&draft, lang), Some(&json(&draft)?), lang)?,
        Format::Json => format!("{}\n", json(&draft)?).into_bytes(),
    };
    files::write(args.out.as_deref(), &bytes)?;
    Ok(ExitCode::SUCCESS)
}

/// The notice as a document. One that must not be published yet is rendered all the same, marked as a draft.
fn document(draft: &Draft, lang: Lang) -> Document {
    let mut document = compose(&draft.notice, lang);
    let report = rules::check(&draft.notice, Now::read().date());
    if !report.publishable() {
        mark_as_draft(&mut document);
        let count = report.count(Severity::Blocking).to_string();
        eprintln!("seloste: {}", fill(ui::CLI_DRAFT_WARNING.get(lang), &[("count", &count)]));
    }
    document
}

fn json(draft: &Draft) -> Result<String, Failure> {
    draft.to_json().map_err(|error| Failure::Internal(error.to_string()))
}

/// The PDF of a document, with the draft in it if there is one. Characters that the font lacks are told, with their code, since they may not show here either.
pub fn write_pdf(document: &Document, draft: Option<&str>, lang: Lang) -> Result<Vec<u8>, Failure> {
    let rendered = pdf(document, &FONTS, draft).map_err(|error| match error {
        PdfError::Font => Failure::Internal("font".to_owned()),
        PdfError::Writer(reason) => Failure::Internal(reason),
    })?;
    if !rendered.missing.is_empty() {
        let list: Vec<_> =
            rendered.missing.iter().map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
        let list = list.join(", ");
        eprintln!("seloste: {}", fill(ui::CLI_MISSING_CHARACTERS.get(lang), &[("characters", &list)]));
    }
    Ok(rendered.bytes)
}
