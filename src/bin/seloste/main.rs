//! The command line: `seloste new | check | render | evidence | schema | review-pack`. A thin front door: everything it says
//! and does is the library's; what is its own is reading files, the clock, and exit codes.
//!
//! Exit codes: 0 done (for `check`: publishable), 1 blocking findings, 2 unusable input, arguments or output.
//! Knows: files, the clock, the library. Does not know: how anything is found, said or drawn.

mod check;
mod clock;
mod evidence;
mod failure;
mod files;
mod new;
mod render;
mod review_pack;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};
use failure::Failure;
use seloste::draft::Draft;
use seloste::interview::FirmFile;
use seloste::lang::{Lang, TAGS};
use seloste::notice::layout::Layout;
use std::process::ExitCode;

/// Writes privacy notices for small firms in Finland, and checks what they lack.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make a draft with guided defaults, as JSON on stdout.
    New(new::Args),
    /// List what a draft lacks. Exit 0: publishable; 1: something blocks; 2: the input is unusable.
    Check(check::Args),
    /// Write a draft as a notice.
    Render(render::Args),
    /// Show for each requirement where a draft tells it, with findings and dismissals.
    Evidence(evidence::Args),
    /// Print the JSON Schema of drafts, or of a firm's file.
    Schema {
        /// Of what.
        #[arg(value_enum, default_value_t = SchemaOf::Draft)]
        of: SchemaOf,
    },
    /// Write every clause, rule and default with its law, as HTML for a lawyer to read and sign.
    ReviewPack(review_pack::Args),
}

/// What has a schema.
#[derive(Clone, Copy, clap::ValueEnum)]
enum SchemaOf {
    /// A draft.
    Draft,
    /// The file that `new --firm` reads.
    Firm,
}

/// A language, as an argument.
fn lang_arg() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(TAGS).map(|tag| Lang::from_tag(&tag).unwrap_or_default())
}

/// Reads a layout by its id.
fn layout_arg() -> impl TypedValueParser<Value = Layout> {
    PossibleValuesParser::new(Layout::ALL.map(Layout::id))
        .map(|id| Layout::ALL.into_iter().find(|layout| layout.id() == id).unwrap_or_default())
}

fn main() -> ExitCode {
    let (lang, outcome) = match Args::parse().command {
        Command::New(args) => (args.lang, new::run(&args)),
        Command::Check(args) => (args.lang, check::run(&args)),
        Command::Render(args) => (args.lang().unwrap_or_default(), render::run(&args)),
        Command::Evidence(args) => (args.lang.unwrap_or_default(), evidence::run(&args)),
        Command::Schema { of } => (Lang::En, schema(of, Lang::En)),
        Command::ReviewPack(args) => (args.lang, review_pack::run(&args)),
    };
    outcome.unwrap_or_else(|failure| {
        eprintln!("seloste: {}", failure.explain(lang));
        ExitCode::from(2)
    })
}

fn schema(of: SchemaOf, lang: Lang) -> Result<ExitCode, Failure> {
    let schema = match of {
        SchemaOf::Draft => Draft::schema(),
        SchemaOf::Firm => serde_json::to_string_pretty(&FirmFile::schema(lang)),
    };
    let schema = schema.map_err(|error| Failure::Internal(error.to_string()))?;
    files::print(&format!("{schema}\n"))?;
    Ok(ExitCode::SUCCESS)
}
