//! `seloste review-pack`: every clause, rule and default with its law, as HTML for a lawyer to read and sign.

use crate::clock::Now;
use crate::failure::Failure;
use crate::files;
use crate::lang_arg;
use seloste::lang::{Lang, TAGS};
use seloste::review;
use std::path::PathBuf;
use std::process::ExitCode;

/// Write everything that Seloste says as one HTML document for a lawyer to review.
#[derive(clap::Args)]
pub struct Args {
    /// The language: each is reviewed on its own.
    #[arg(long, value_parser = lang_arg(), default_value = TAGS[0])]
    pub lang: Lang,
    /// Where to write; stdout if not given.
    #[arg(short, value_name = "OUT")]
    out: Option<PathBuf>,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let pack = review::html(args.lang, Now::read().date());
    files::write(args.out.as_deref(), pack.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
