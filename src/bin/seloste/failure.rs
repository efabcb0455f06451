//! Why a command could not do its work, in the reader's language.

use seloste::content::{explain, fill, ui};
use seloste::draft::OpenError;
use seloste::interview::{What, Wrong};
use seloste::lang::Lang;

/// Why a command could not do its work. All of these end in exit code 2.
#[derive(Debug)]
pub enum Failure {
    /// The input is no draft that can be opened.
    Open(OpenError),
    /// A file cannot be read.
    Read { path: String, reason: String },
    /// A file cannot be written.
    Write { path: String, reason: String },
    /// A firm's file is not what it should be.
    Firm(Wrong),
    /// More than one language was asked for where a file holds one.
    OneLanguage,
    /// Something that must not happen: for a bug report.
    Internal(String),
}

impl Failure {
    /// What happened, and what to do.
    pub fn explain(&self, lang: Lang) -> String {
        match self {
            Self::Open(error) => explain(error, lang),
            Self::Read { path, reason } => {
                fill(ui::CLI_UNREADABLE.get(lang), &[("path", path), ("reason", reason)])
            }
            Self::Write { path, reason } => {
                fill(ui::CLI_UNWRITABLE.get(lang), &[("path", path), ("reason", reason)])
            }
            Self::Firm(wrong) => firm(wrong, lang),
            Self::OneLanguage => (*ui::CLI_ONE_LANGUAGE.get(lang)).to_owned(),
            Self::Internal(reason) => fill(ui::CLI_INTERNAL.get(lang), &[("reason", reason)]),
        }
    }
}

fn firm(wrong: &Wrong, lang: Lang) -> String {
    let text = match &wrong.what {
        What::Type(reason) if wrong.path.is_empty() => {
            return fill(ui::CLI_FIRM_DAMAGED.get(lang), &[("reason", reason)]);
        }
        What::Type(reason) => {
            return fill(ui::CLI_FIRM_WRONG_TYPE.get(lang), &[("path", &wrong.path), ("reason", reason)]);
        }
        What::NoQuestion => ui::CLI_FIRM_NO_QUESTION,
        What::NoOption => ui::CLI_FIRM_NO_OPTION,
        What::OtherNotice => ui::CLI_FIRM_OTHER_NOTICE,
        What::Contradictory => ui::CLI_FIRM_CONTRADICTORY,
        What::NoSection => ui::CLI_FIRM_NO_SECTION,
    };
    fill(text.get(lang), &[("path", &wrong.path)])
}
