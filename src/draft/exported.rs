//! What was last exported: kept beside the notice, so that the session can tell whether its content has changed since.
//!
//! Knows: the day, and what tells one content from another. Does not know: how that is made, or what to do about a change.

use crate::lang::Lang;
use crate::section::SectionId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The last export of a publishable notice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(deny_unknown_fields)]
pub struct Exported {
    /// The day, ISO.
    pub on: String,
    /// The language whose text was looked at.
    pub lang: Lang,
    /// A fingerprint of what each section said, in hexadecimal digits. Sections that were not shown are left out.
    pub sections: BTreeMap<SectionId, String>,
}
