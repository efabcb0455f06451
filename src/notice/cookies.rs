//! Cookies and the like: which, why, how long, whose, and how consent is given and withdrawn.
//!
//! Law: SVPL 205 §; GDPR 4(11), 7.

use super::answer::Answer;
use super::row::RowId;
use super::statement::Statement;
use crate::lang::Localized;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The cookies of a web service.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Cookies {
    /// The cookies, one a row.
    pub rows: Vec<Cookie>,
    /// How a visitor gives, refuses and withdraws consent. "No" where none needs it.
    pub consent_tool: Answer<Statement>,
}

/// One cookie, or one group of cookies that one service sets.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Cookie {
    /// The row's id.
    pub id: RowId,
    /// Its name, as a browser shows it.
    pub name: String,
    /// What it is for.
    pub purpose: Localized<String>,
    /// Whether it needs consent.
    pub kind: Answer<CookieKind>,
    /// How long it lives: "istunto", "13 kuukautta".
    pub lifetime: Localized<String>,
    /// The third party that sets it, by name; blank where the firm's own site does.
    pub party: String,
}

/// What a cookie is for, as SVPL 205 § parts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(rename_all = "kebab-case")]
pub enum CookieKind {
    /// Necessary for a service that the visitor asked for: no consent.
    Necessary,
    /// Comfort and settings: consent.
    Functional,
    /// Analytics: consent.
    Analytics,
    /// Advertising: consent.
    Marketing,
}

impl CookieKind {
    /// All kinds, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Necessary, Self::Functional, Self::Analytics, Self::Marketing];

    /// Whether SVPL 205 § asks for consent.
    pub const fn needs_consent(self) -> bool {
        !matches!(self, Self::Necessary)
    }
}

impl Cookies {
    /// Whether a cookie needs consent. One whose kind is not known counts as needing it.
    pub fn need_consent(&self) -> bool {
        self.rows.iter().any(|row| row.kind.yes().is_none_or(|kind| kind.needs_consent()))
    }
}
