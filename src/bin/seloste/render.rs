//! `seloste render`: a draft as a notice, in one of the formats.

use crate::clock::Now;
use crate::failure::Failure;
use crate::files;
use crate::{lang_arg, layout_arg};
use clap::ValueEnum;
use seloste::compose::{as_published, compose, first_layer};
use seloste::content::{fill, ui};
use seloste::document::Document;
use seloste::draft::Draft;
use seloste::export::pdf::{Fonts, PdfError, Printer};
use seloste::export::{html, text};
use seloste::lang::Lang;
use seloste::notice::layout::Layout;
use seloste::rules::{self, Severity};
use seloste::session::beside;
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
    /// How much of it: the whole notice, or its first layer on one page for the counter.
    #[arg(long, value_enum, default_value_t = Variant::Full)]
    variant: Variant,
    /// How the notice is laid out; as the draft says if not given.
    #[arg(long, value_parser = layout_arg())]
    layout: Option<Layout>,
    /// The language of the notice; the first of the draft's languages if not given. Several, as in `fi,sv`, make one
    /// file with a part for each; PDF only.
    #[arg(long, value_parser = lang_arg(), value_delimiter = ',')]
    lang: Vec<Lang>,
    /// Where to write; stdout if not given.
    #[arg(short, value_name = "OUT")]
    out: Option<PathBuf>,
}

impl Args {
    /// The language that was asked for first.
    pub fn lang(&self) -> Option<Lang> {
        self.lang.first().copied()
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Variant {
    Full,
    FirstLayer,
}

/// What to write.
#[derive(Clone, Copy, ValueEnum)]
pub enum Format {
    Html,
    Pdf,
    Text,
    Json,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let mut draft = files::draft(&args.draft)?;
    draft.notice.layout = args.layout.unwrap_or(draft.notice.layout);
    let mut langs: Vec<Lang> = Vec::new();
    for lang in args.lang.iter().copied() {
        if !langs.contains(&lang) {
            langs.push(lang);
        }
    }
    if langs.is_empty() {
        langs.push(draft.notice.languages.first().copied().unwrap_or_default());
    }
    let lang = langs.first().copied().unwrap_or_default();
    if langs.len() > 1 && (!matches!(args.to, Format::Pdf) || args.variant == Variant::FirstLayer) {
        return Err(Failure::OneLanguage);
    }
    let mut documents: Vec<Document> =
        langs.iter().map(|lang| document(&draft, args.variant, *lang)).collect();
    let bytes = match args.to {
        Format::Html => html::html(&documents.swap_remove(0), Some(&json(&draft.to_publish())?)).into_bytes(),
        Format::Text => text::text(&documents.swap_remove(0)).into_bytes(),
        Format::Pdf => write_pdf(&documents, args.variant, Some(&json(&draft.to_publish())?), lang)?,
        Format::Json => format!("{}\n", json(&draft)?).into_bytes(),
    };
    files::write(args.out.as_deref(), &bytes)?;
    Ok(ExitCode::SUCCESS)
}

/// The notice as a document. One that must not be published yet is rendered all the same, marked as a draft.
fn document(draft: &Draft, variant: Variant, lang: Lang) -> Document {
    let document = match variant {
        Variant::Full => compose(&draft.notice, lang),
        Variant::FirstLayer => first_layer(&draft.notice, lang),
    };
    let report = rules::check_with(&draft.notice, Now::read().date(), &beside(draft));
    if !report.publishable() {
        let count = report.count(Severity::Blocking).to_string();
        eprintln!(
            "seloste: {}",
            fill(
                ui::CLI_DRAFT_WARNING.get(lang),
                &[("count", &count), ("n", &report.waiting_sections().count().to_string())]
            )
        );
    }
    as_published(document, report.publishable())
}

fn json(draft: &Draft) -> Result<String, Failure> {
    draft.to_json().map_err(|error| Failure::Internal(error.to_string()))
}

/// The PDF, with the draft in it if there is one. Characters that the font lacks are told, with their code, since they may
/// not show here either.
pub fn write_pdf(
    documents: &[Document],
    variant: Variant,
    draft: Option<&str>,
    lang: Lang,
) -> Result<Vec<u8>, Failure> {
    let rendered = Printer::new(&FONTS).and_then(|printer| match (variant, documents) {
        (Variant::FirstLayer, [document]) => printer.print_on_one_page(document, draft),
        _ => printer.print(documents, draft),
    });
    let rendered = rendered.map_err(|error| match error {
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
