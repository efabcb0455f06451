//! Whose clients a care register is about: the first question of that kind.
//!
//! Law: ATL 13–14 §. In private care the controller is the provider with whom the client made the contract; who gives
//! the service on another's behalf records into the other's register, and is a processor there (GDPR 28). With a
//! service voucher the client agrees with the firm, and yet the county is the controller (569/2009, 11 §).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whose clients the patients or social-care clients are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(rename_all = "kebab-case")]
pub enum ClientsOf {
    /// The firm's own: they have made the contract with it.
    Own,
    /// Another controller's: a wellbeing services county or another provider buys the service.
    AnotherController,
}

impl ClientsOf {
    /// Both, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Own, Self::AnotherController];
}
