//! `seloste new`: a draft with guided defaults.

use crate::clock::Now;
use crate::failure::Failure;
use crate::files;
use crate::lang_arg;
use clap::builder::PossibleValuesParser;
use seloste::interview::FirmFile;
use seloste::lang::{Lang, TAGS};
use seloste::notice::{RegisterKind, Trade};
use std::path::PathBuf;
use std::process::ExitCode;

/// Make a draft with guided defaults, as JSON on stdout.
#[derive(clap::Args)]
pub struct Args {
    /// What kind of register the notice is about.
    #[arg(long, value_parser = PossibleValuesParser::new(RegisterKind::ALL.map(RegisterKind::id)))]
    kind: String,
    /// What the firm does: adds to the defaults of the kind, or changes them.
    #[arg(long, value_parser = PossibleValuesParser::new(Trade::ALL.map(Trade::id)))]
    trade: Option<String>,
    /// The firm's details, its answers and what it confirms, as JSON (`seloste schema firm`); `-` reads stdin.
    #[arg(long, value_name = "FIRM.json")]
    firm: Option<PathBuf>,
    /// The language of the notice.
    #[arg(long, value_parser = lang_arg(), default_value = TAGS[0])]
    pub lang: Lang,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let now = Now::read();
    let kind = RegisterKind::from_id(&args.kind).unwrap_or_default();
    let trade = args.trade.as_deref().and_then(Trade::from_id);
    let firm = match &args.firm {
        Some(path) => FirmFile::read(&files::text(path)?).map_err(Failure::Firm)?,
        None => FirmFile::default(),
    };
    // Unique enough for a file that a script makes; the app gives its own id to what it imports twice.
    let id = format!("{}-{}", kind.id(), now.iso().to_lowercase().replace(':', "-"));
    let draft = firm.draft(&id, &now.iso(), now.date(), kind, trade, args.lang).map_err(Failure::Firm)?;
    let json = draft.to_json();
    files::print(&format!("{}\n", json.map_err(|error| Failure::Internal(error.to_string()))?))?;
    Ok(ExitCode::SUCCESS)
}
