//! What must be known about the data itself: sources, special categories, the identity code, the duty to provide.
//!
//! Law: GDPR 9(2), 13(2)(e), 14(2)(f), 87; Tietosuojalaki 6 § and 29 §.

use super::answer::Answer;
use super::row::{RowId, row};
use super::statement::{Statement, Statements};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where data comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Source {
    /// The row's id.
    pub id: RowId,
    /// The source, by name.
    pub what: Statement,
    /// Whether it is the person, somebody else, or a publicly accessible source (14(2)(f)).
    pub origin: Origin,
}

row!(Source);

/// The nature of a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The person: Article 13 applies.
    #[default]
    Person,
    /// Somebody else, not public: Article 14 applies.
    Other,
    /// Publicly accessible: Article 14 applies, and this must be said.
    Public,
}

impl Origin {
    /// All origins, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Person, Self::Other, Self::Public];
}

/// Special categories of data, and the ground for having them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct SpecialCategories {
    /// Which data.
    pub data: Statements,
    /// The condition of 9(2), with the national provision where one is needed.
    pub ground: Statement,
}

/// Use of the personal identity code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct IdentityCode {
    /// The ground of Tietosuojalaki 29 § 1–2 mom.
    pub ground: Statement,
}

/// Must the data be given, and what follows if it is not (13(2)(e)).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Provision {
    /// What requires the data.
    pub requirement: Answer<Requirement>,
    /// What follows when it is not given.
    pub consequence: Statement,
}

/// What requires that data be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(rename_all = "kebab-case")]
pub enum Requirement {
    /// A law.
    Statutory,
    /// A contract.
    Contractual,
    /// Needed to enter into a contract.
    ToContract,
    /// Some of it is needed for the contract, the rest is voluntary.
    Partly,
    /// A law requires some of it to be held, the rest is voluntary: an association's membership list.
    PartlyStatutory,
    /// A law requires some of it, and the contract cannot be performed without some more: an employee's data.
    StatutoryAndContractual,
    /// Nothing, and nobody is asked: the data arises as people move or act, as in camera surveillance.
    Observed,
    /// Nothing: it is voluntary.
    Voluntary,
}

impl Requirement {
    /// All requirements, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::ToContract,
        Self::Partly,
        Self::Contractual,
        Self::Statutory,
        Self::PartlyStatutory,
        Self::StatutoryAndContractual,
        Self::Observed,
        Self::Voluntary,
    ];
}
