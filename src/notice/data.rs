//! What must be known about the data itself: sources, special categories, the identity code, the duty to provide.
//!
//! Law: GDPR 9(2), 13(2)(e), 14(2)(f), 87; Tietosuojalaki 6 § and 29 §.

use super::answer::Answer;
use super::row::{RowId, RowIds};
use super::statement::{Statement, Statements};
use crate::lang::{Localized, is_default};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A group of people whose data is in the register.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Audience {
    /// The row's id.
    pub id: RowId,
    /// Who they are: "kuluttaja-asiakkaat".
    pub what: Statement,
    /// The same as a situation, said to the person: "Ostat itsellesi". A heading of the plain notice.
    #[serde(skip_serializing_if = "is_default")]
    pub situation: Localized<String>,
}

/// A datum: one item of data, or one item of special-category data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Datum {
    /// The row's id.
    pub id: RowId,
    /// What it is: "sähköpostiosoite".
    pub what: Statement,
    /// The kinds of data that it belongs to: rows of `data-categories`.
    #[serde(skip_serializing_if = "is_default")]
    pub groups: RowIds,
    /// Whether it must be given (13(2)(e)). "No" is said as optional.
    #[serde(skip_serializing_if = "is_default")]
    pub needed: Answer<Needed>,
    /// The ground for having it, where it needs one of its own: 9(2), or Tietosuojalaki 29 §.
    #[serde(skip_serializing_if = "is_default")]
    pub ground: Statement,
}

/// Why a datum is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(rename_all = "kebab-case")]
pub enum Needed {
    /// The contract cannot be made or kept without it.
    ForContract,
    /// A law requires it.
    ByLaw,
    /// It is voluntary.
    Optional,
    /// Nobody is asked for it: it arises as the person acts.
    ArisesByItself,
}

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
    /// Which data comes from it: rows of `data-categories` and `data-content`. None: all of it.
    #[serde(skip_serializing_if = "is_default")]
    pub data: RowIds,
    /// Whose data: rows of `data-subjects`. None: everybody's.
    #[serde(skip_serializing_if = "is_default")]
    pub people: RowIds,
}

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
    pub data: Vec<Datum>,
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
    /// What follows for some of the people, where it differs from that.
    #[serde(skip_serializing_if = "is_default")]
    pub consequences: Vec<Consequence>,
}

/// What follows for some people when they do not give their data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Consequence {
    /// The row's id.
    pub id: RowId,
    /// For whom: rows of `data-subjects`.
    pub people: RowIds,
    /// What follows.
    pub what: Statement,
}

/// Online services offered to children on consent (GDPR 8).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Children {
    /// How a guardian gives or authorises the consent (8(2)).
    pub how: Localized<String>,
}

/// Data that is regularly given to others for their own use.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Disclosures {
    /// To whom, and what.
    pub list: Statements,
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
