//! Profiling and automated decisions.
//!
//! Law: GDPR 4(4), 13(2)(f), 22. Where neither exists, the notice says so.

use super::answer::Answer;
use crate::lang::{Localized, is_default};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is done by machine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct AutomatedDecisions {
    /// Is data used to assess or predict something about a person? What, from which data, to what end?
    pub profiling: Answer<Profiling>,
    /// Does a machine alone take decisions that bind or affect a person?
    pub decisions: Answer<AutomatedDecision>,
}

/// Profiling (4(4)).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Profiling {
    /// What is assessed, from which data, to what end.
    pub how: Localized<String>,
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
    /// What allows the decision (22(2)); no "no" here: without a ground it is forbidden.
    #[serde(skip_serializing_if = "is_default")]
    pub ground: Answer<DecisionGround>,
    /// How a person can have a human look at it, and contest it (22(3)).
    #[serde(skip_serializing_if = "is_default")]
    pub review: Localized<String>,
}

/// The ground of a decision taken by machine alone (22(2)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(rename_all = "kebab-case")]
pub enum DecisionGround {
    /// Needed for a contract with the person (22(2)(a)).
    Contract,
    /// A law allows it and protects the person (22(2)(b)).
    Law,
    /// Explicit consent (22(2)(c)).
    ExplicitConsent,
}
