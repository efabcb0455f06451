//! `seloste new`: a draft with guided defaults.

use crate::clock::Now;
use crate::failure::Failure;
use crate::files;
use crate::lang_arg;
use clap::builder::PossibleValuesParser;
use seloste::defaults::{self, Firm};
use seloste::draft::Draft;
use seloste::lang::{Lang, TAGS};
use seloste::notice::{RegisterKind, Trade};
use serde_json::Value;
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
    /// The firm's details as JSON; `-` reads stdin.
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
    let suggested = defaults::new_notice(kind, args.trade.as_deref().and_then(Trade::from_id));
    let mut notice = suggested.clone();
    notice.languages = vec![args.lang];
    if let Some(path) = &args.firm {
        let firm = firm(&files::text(path)?).map_err(|error| Failure::Firm { reason: error.to_string() })?;
        defaults::apply(&firm, &mut notice);
    }
    if notice.drawn_up.is_blank() {
        notice.drawn_up = now.date().into();
    }
    // Unique enough for a file that a script makes; the app gives its own id to what it imports twice.
    let id = format!("{}-{}", kind.id(), now.iso().to_lowercase().replace(':', "-"));
    let origins = defaults::origins(&suggested, &notice);
    let json = Draft { origins, ..Draft::new(id, now.iso(), notice) }.to_json();
    files::print(&format!("{}\n", json.map_err(|error| Failure::Internal(error.to_string()))?))?;
    Ok(ExitCode::SUCCESS)
}

/// Reads a firm's details. Through a map, because serde would also take a list for them, by position.
fn firm(json: &str) -> serde_json::Result<Firm> {
    let fields: serde_json::Map<String, Value> = serde_json::from_str(json.trim_start_matches('\u{feff}'))?;
    serde_json::from_value(Value::Object(fields))
}
