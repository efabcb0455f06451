//! Who gets the data, in what role, and where they are.
//!
//! Law: GDPR 13(1)(e)–(f), 28, 44–49. The transfer section is composed from recipients, so the two cannot disagree.

use super::answer::Answer;
use super::row::RowId;
use super::statement::Statement;
use crate::lang::{Localized, is_default};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A recipient, or a category of recipients.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Recipient {
    /// The row's id.
    pub id: RowId,
    /// What they are and do: "Tilitoimisto: kirjanpito".
    pub what: Statement,
    /// The name of the firm or service, where it is given.
    pub name: String,
    /// In what role they get the data.
    pub role: Answer<Role>,
    /// Where they process it.
    pub location: Answer<Location>,
    /// When they get it, where that is not always: "vain jos lasku jää maksamatta".
    #[serde(skip_serializing_if = "is_default")]
    pub condition: Localized<String>,
}

/// A recipient's role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Works on the controller's behalf (28).
    Processor,
    /// Uses the data for its own purposes.
    Controller,
    /// Decides together with the firm why and how (26).
    Joint,
    /// An authority, by law.
    Authority,
}

impl Role {
    /// All roles, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Processor, Self::Controller, Self::Joint, Self::Authority];
}

/// Where a recipient processes the data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(rename_all = "kebab-case")]
pub enum Location {
    /// In the EU or EEA.
    Eea,
    /// In a third country.
    ThirdCountry(Transfer),
}

/// A transfer to a third country.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Transfer {
    /// Which countries; each is a code of the catalogue, or the firm's own text.
    pub countries: Vec<String>,
    /// What makes the transfer lawful.
    pub safeguard: Answer<Safeguard>,
    /// Where a copy of the safeguards can be had (13(1)(f)): an address on the web, or whom to ask.
    #[serde(skip_serializing_if = "is_default")]
    pub copy: Localized<String>,
}

/// The ground of a transfer (45–49).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(rename_all = "kebab-case")]
pub enum Safeguard {
    /// An adequacy decision for the country (45).
    Adequacy,
    /// The EU–US Data Privacy Framework: adequacy for firms on its list (45).
    DataPrivacyFramework,
    /// Standard contractual clauses (46(2)(c)).
    StandardClauses,
    /// Binding corporate rules (47).
    BindingRules,
    /// Explicit consent in a single case (49(1)(a)).
    ExplicitConsent,
}

impl Safeguard {
    /// All grounds, in the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Adequacy,
        Self::DataPrivacyFramework,
        Self::StandardClauses,
        Self::BindingRules,
        Self::ExplicitConsent,
    ];
}

impl Transfer {
    /// The countries that have been named.
    pub fn named_countries(&self) -> impl Iterator<Item = &str> {
        self.countries.iter().map(|country| country.trim()).filter(|country| !country.is_empty())
    }
}

impl Location {
    /// The transfer, where it is in a third country.
    pub const fn transfer(&self) -> Option<&Transfer> {
        match self {
            Self::ThirdCountry(transfer) => Some(transfer),
            Self::Eea => None,
        }
    }
}
