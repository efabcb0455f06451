//! Who gets the data, in what role, and where they are.
//!
//! Law: GDPR 13(1)(e)–(f), 28, 44–49. The transfer section is composed from recipients, so the two cannot disagree.

use super::answer::Answer;
use super::row::{RowId, row};
use super::statement::Statement;
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
}

row!(Recipient);

/// A recipient's role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Works on the controller's behalf (28).
    Processor,
    /// Uses the data for its own purposes.
    Controller,
    /// An authority, by law.
    Authority,
}

impl Role {
    /// All roles, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Processor, Self::Controller, Self::Authority];
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
    /// Which country.
    pub country: String,
    /// What makes the transfer lawful.
    pub safeguard: Answer<Safeguard>,
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

impl crate::notice::Notice {
    /// The recipients outside the EEA, with where and on what ground.
    pub fn transfers(&self) -> impl Iterator<Item = (&Recipient, &Transfer)> {
        self.recipients.iter().filter_map(|recipient| match recipient.location.yes() {
            Some(Location::ThirdCountry(transfer)) => Some((recipient, transfer)),
            Some(Location::Eea) | None => None,
        })
    }
}
