//! Profiling and automated decisions.
//!
//! Law: GDPR 4(4), 13(2)(f), 22. Where neither exists, the notice says so.

use super::answer::Answer;
use crate::lang::Localized;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is done by machine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct AutomatedDecisions {
    /// Is data used to assess or predict something about a person? What, from which data, to what end?
    pub profiling: Answer<Localized<String>>,
    /// Does a machine alone take decisions that bind or affect a person?
    pub decisions: Answer<AutomatedDecision>,
}

/// A decision taken by machine alone (22(1)).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct AutomatedDecision {
    /// The logic involved, in plain words.
    pub logic: Localized<String>,
    /// What it means for the person.
    pub effect: Localized<String>,
}
