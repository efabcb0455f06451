//! How long data is kept, from when, and why: one row per kind of data.
//!
//! Law: GDPR 13(2)(a), 5(1)(e). A reader must be able to work out the end date, or the criterion that decides it.
//! Knows: the model's own words. Does not know: sentences, languages, screens.

use super::answer::Answer;
use super::row::RowId;
use super::statement::Statement;
use crate::lang::is_default;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One row: what is kept, for how long, and on what ground.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Retention {
    /// The row's id.
    pub id: RowId,
    /// What is kept.
    pub what: Statement,
    /// For how long. There is no "no" here: data is always kept for some time.
    pub period: Answer<Period>,
    /// Why that long: a law, or the firm's own need said out loud.
    pub ground: Statement,
}

/// A period that has an end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(rename_all = "kebab-case")]
pub enum Period {
    /// A length from a start. The start matters: Kirjanpitolaki 2:10 § counts from the end of a year.
    Fixed(Fixed),
    /// Allowed only where a length cannot be given (13(2)(a)); says how the end is decided.
    Until(Until),
}

/// A length of time from an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Fixed {
    /// How many; `None` until a number has been typed.
    pub amount: Option<u16>,
    /// Of what.
    pub unit: Unit,
    /// From when: "asiakassuhteen päättymisestä".
    pub start: Statement,
}

/// The criterion that decides the end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Until {
    /// The criterion: "kunnes kiellät markkinoinnin".
    pub criterion: Statement,
    /// The longest that it can take, where the criterion alone may never come true.
    #[serde(skip_serializing_if = "is_default")]
    pub limit: Answer<Fixed>,
}

/// A unit of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    #[default]
    Years,
}

impl Unit {
    /// All units, shortest first.
    pub const ALL: [Self; 4] = [Self::Days, Self::Weeks, Self::Months, Self::Years];
}
