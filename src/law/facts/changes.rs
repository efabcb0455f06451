//! Changes of law, and of what the authorities ask, since which an older notice is not up to date.
//!
//! Each concerns only notices that say something about its matter. A change that is added here is reported in every notice that is
//! dated before it.

use super::Dated;

/// What a change is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Concern {
    /// Cookies that need consent.
    Cookies,
    /// Credit data.
    Credit,
    /// Transfers to the United States.
    UnitedStates,
    /// The personal identity code.
    IdentityCode,
    /// Client data of social welfare and health care.
    Care,
}

/// A change.
#[derive(Clone, Copy, Debug)]
pub struct Change {
    /// The day from which it holds, ISO.
    pub since: &'static str,
    /// What it is about.
    pub about: Concern,
    /// The source in short: a paragraph, a decision, a guide.
    pub source: &'static str,
}

/// The changes, oldest first.
pub const CHANGES: Dated<&[Change]> = Dated {
    fact: &[
        Change { since: "2021-09-13", about: Concern::Cookies, source: "SVPL 205 § (Traficom)" },
        Change { since: "2022-06-01", about: Concern::Credit, source: "Luottotietolaki (331/2022)" },
        Change { since: "2023-07-10", about: Concern::UnitedStates, source: "(EU) 2023/1795" },
        Change {
            since: "2024-01-01",
            about: Concern::IdentityCode,
            source: "Tietosuojalaki 29 § (1225/2023)",
        },
        Change { since: "2024-01-01", about: Concern::Care, source: "Asiakastietolaki (703/2023)" },
    ],
    verified_on: "2026-11-20",
    source: "finlex.fi, traficom.fi, eur-lex.europa.eu",
};
