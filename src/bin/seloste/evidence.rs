//! `seloste evidence`: for each requirement, where in the notice it is told, and what the rules found.

use crate::clock::Now;
use crate::failure::Failure;
use crate::files;
use crate::lang_arg;
use crate::render::{Format, Variant, write_pdf};
use seloste::evidence::{document, gather, json};
use seloste::export::{html, text};
use seloste::lang::Lang;
use seloste::session::beside;
use std::path::PathBuf;
use std::process::ExitCode;

/// Show where a draft tells what it must, with findings and dismissals.
#[derive(clap::Args)]
pub struct Args {
    /// The draft: JSON, or an HTML or PDF notice that Seloste made; `-` reads stdin.
    draft: PathBuf,
    /// The format.
    #[arg(long, value_enum)]
    to: Format,
    /// The language of the report; the first of the draft's languages if not given.
    #[arg(long, value_parser = lang_arg())]
    pub lang: Option<Lang>,
    /// Where to write; stdout if not given.
    #[arg(short, value_name = "OUT")]
    out: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let draft = files::draft(&args.draft)?;
    let lang = args.lang.or_else(|| draft.notice.languages.first().copied()).unwrap_or_default();
    let evidence = gather(&draft.notice, &beside(&draft), Now::read().date(), lang);
    let bytes = match args.to {
        Format::Html => html::html(&document(&evidence), None).into_bytes(),
        Format::Text => text::text(&document(&evidence)).into_bytes(),
        Format::Pdf => write_pdf(&[document(&evidence)], Variant::Full, None, lang)?,
        Format::Json => json(&evidence).map_err(|error| Failure::Internal(error.to_string()))?.into_bytes(),
    };
    files::write(args.out.as_deref(), &bytes)?;
    Ok(ExitCode::SUCCESS)
}
