//! Who is responsible, and whom to ask.
//!
//! Law: GDPR 13(1)(a)–(b), 26, 27; SVPL 176 § and Yritys- ja yhteisötietolaki 15 § ask for the business id.

use super::ids::BusinessId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::lang::{Localized, is_default};

/// The controller: who decides why and how the data is used.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Controller {
    /// Registered name with its form: "Yritys Oy".
    pub name: String,
    /// Y-tunnus.
    pub business_id: BusinessId,
    /// Street and number, or a P.O. box.
    pub street: String,
    /// Five digits in Finland.
    pub postal_code: String,
    /// Town.
    pub city: String,
    /// The town's name in the languages in which it has another one: Åbo for Turku.
    #[serde(skip_serializing_if = "is_default")]
    pub city_names: Localized<String>,
    /// E-mail of the firm, best a shared mailbox.
    pub email: String,
    /// Phone of the firm.
    pub phone: String,
    /// Address on the web.
    pub website: String,
}

impl Controller {
    /// `Esimerkkikatu 2, 00100 Helsinki`, as far as it is known.
    pub fn postal_address(&self) -> String {
        let town = [self.postal_code.trim(), self.city.trim()].join(" ");
        let lines = [self.street.trim(), town.trim()];
        lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// A person or function that can be reached: the contact, the data protection officer, a representative.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ContactDetails {
    /// Name of a person or a function.
    pub name: String,
    /// Postal address in one line.
    pub address: String,
    /// E-mail.
    pub email: String,
    /// Phone.
    pub phone: String,
}

impl ContactDetails {
    /// Whether there is a way to reach them at all.
    pub fn has_channel(&self) -> bool {
        [&self.address, &self.email, &self.phone].iter().any(|channel| !channel.trim().is_empty())
    }

    /// Nothing has been filled in.
    pub fn is_blank(&self) -> bool {
        self.name.trim().is_empty() && !self.has_channel()
    }
}

/// Two or more controllers that decide together (GDPR 26).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct JointControllers {
    /// The other controllers with their contact details, one a line.
    pub parties: String,
    /// The essence of the arrangement (26(2)): who answers for what.
    pub arrangement: Localized<String>,
}
