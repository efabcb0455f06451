//! A finding that the firm has looked at and set aside, with its reason.
//!
//! Law: GDPR 5(2): who decides must be able to show why. Kept with the draft and never published with the notice.
//! Knows: fields by their paths, and rules by their ids as text, so that a dismissal of a rule that is gone can still be opened.

use super::path::FieldPath;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What was set aside: one rule at one field.
///
/// It holds for that rule and that field whatever the field says: when its text changes, the decision stays until it is taken
/// back. A finding that blocks cannot be set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(deny_unknown_fields)]
pub struct Dismissal {
    /// The rule's id.
    pub rule: String,
    /// The field, or the section as a whole.
    pub field: FieldPath,
    /// Why it does not matter here, in the firm's own words.
    #[serde(default)]
    pub reason: String,
    /// The day of the decision, ISO.
    #[serde(default)]
    pub on: String,
}
