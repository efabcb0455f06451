//! What has changed in a published notice: told to readers, newest first.
//!
//! Law: GDPR 13(3) asks to tell people of a new purpose before it begins; the list shows what was told when.

use super::date::DateText;
use super::row::RowId;
use crate::lang::Localized;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One change of the notice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct ChangeEntry {
    /// The row's id.
    pub id: RowId,
    /// When the change took effect.
    pub on: DateText,
    /// What changed, in the firm's own words.
    pub what: Localized<String>,
}
