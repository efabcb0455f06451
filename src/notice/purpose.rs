//! Why data is processed, and the legal basis for it.
//!
//! Law: GDPR 6(1), 13(1)(c)–(d), 13(2)(c). A basis carries what it needs: an interest, a statute, a way to withdraw.

use super::answer::Answer;
use super::row::{RowId, RowIds};
use super::statement::Statement;
use crate::lang::{Localized, is_default};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One purpose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Purpose {
    /// The row's id.
    pub id: RowId,
    /// What the data is used for.
    pub what: Statement,
    /// What kind of purpose it is: rules and rights look at this, not at words.
    pub topic: Topic,
    /// The legal basis (6(1)).
    pub basis: Answer<LegalBasis>,
    /// The purpose in a few words, for the box on the right to object: "kysymyksiin vastaaminen".
    #[serde(skip_serializing_if = "is_default")]
    pub short: Localized<String>,
    /// Whom it concerns: rows of `data-subjects`. None: everybody.
    #[serde(skip_serializing_if = "is_default")]
    pub people: RowIds,
    /// Which data it uses: rows of `data-categories` and `data-content`. Rows that no purpose names serve all.
    #[serde(skip_serializing_if = "is_default")]
    pub data: RowIds,
    /// Who gets that data: rows of `recipients`. Rows that no purpose names serve all.
    #[serde(skip_serializing_if = "is_default")]
    pub recipients: RowIds,
    /// How long it is kept: rows of `retention`. Rows that no purpose names serve all.
    #[serde(skip_serializing_if = "is_default")]
    pub retention: RowIds,
}

/// What a purpose is about, as far as the law treats it in a way of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(rename_all = "kebab-case")]
pub enum Topic {
    /// Delivering what the person ordered, and caring for the relation.
    #[default]
    Service,
    /// Bookkeeping and other duties of law.
    Duty,
    /// Direct marketing: people have a right of their own to object to it (21(2)–(4)).
    Marketing,
    /// Developing the business, and statistics.
    Development,
    /// Analytics of a web service.
    Analytics,
    /// Credit checks and collection.
    Credit,
    /// Security and misuse.
    Security,
    /// Something else.
    Other,
}

impl Topic {
    /// All topics, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::Service,
        Self::Duty,
        Self::Marketing,
        Self::Development,
        Self::Analytics,
        Self::Credit,
        Self::Security,
        Self::Other,
    ];
}

/// A legal basis of GDPR 6(1), with what it needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(rename_all = "kebab-case")]
pub enum LegalBasis {
    /// 6(1)(a): consent, and how it is withdrawn (7(3)).
    Consent(Withdrawal),
    /// 6(1)(b): a contract with the data subject, or steps before one.
    Contract,
    /// 6(1)(c): a duty laid down by law, and which.
    LegalObligation(Statute),
    /// 6(1)(d): somebody's life is at stake.
    VitalInterests,
    /// 6(1)(e): a task in the public interest, and which law gives it.
    PublicTask(Statute),
    /// 6(1)(f): a legitimate interest, and which.
    LegitimateInterests(Interest),
}

/// How consent is withdrawn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields)]
pub struct Withdrawal {
    /// The channel: as easy as giving consent was.
    pub how: Statement,
}

/// The law that obliges.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields)]
pub struct Statute {
    /// Which law.
    pub law: Statement,
}

/// The interest that is pursued.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields)]
pub struct Interest {
    /// What the controller or a third party gains, in words that a reader can weigh.
    pub interest: Statement,
    /// Whether the interest was weighed against those of the people (6(1)(f)), and is written down.
    #[serde(skip_serializing_if = "is_default")]
    pub balanced: Answer<()>,
}

/// Which point of 6(1) a basis is, without what it carries: for choices, tables and the rights matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BasisKind {
    /// 6(1)(a).
    Consent,
    /// 6(1)(b).
    Contract,
    /// 6(1)(c).
    LegalObligation,
    /// 6(1)(d).
    VitalInterests,
    /// 6(1)(e).
    PublicTask,
    /// 6(1)(f).
    LegitimateInterests,
}

impl BasisKind {
    /// All bases, in the order of the article.
    pub const ALL: [Self; 6] = [
        Self::Consent,
        Self::Contract,
        Self::LegalObligation,
        Self::VitalInterests,
        Self::PublicTask,
        Self::LegitimateInterests,
    ];

    /// The column of a purpose's row that holds what the basis needs to say besides its name; empty where it needs nothing.
    pub const fn detail_column(self) -> &'static str {
        match self {
            Self::Consent => "basis.how",
            Self::LegalObligation | Self::PublicTask => "basis.law",
            Self::LegitimateInterests => "basis.interest",
            Self::Contract | Self::VitalInterests => "",
        }
    }

    /// The letter of 6(1).
    pub const fn letter(self) -> char {
        match self {
            Self::Consent => 'a',
            Self::Contract => 'b',
            Self::LegalObligation => 'c',
            Self::VitalInterests => 'd',
            Self::PublicTask => 'e',
            Self::LegitimateInterests => 'f',
        }
    }

    /// The basis with nothing filled in yet.
    pub fn blank(self) -> LegalBasis {
        match self {
            Self::Consent => LegalBasis::Consent(Withdrawal::default()),
            Self::Contract => LegalBasis::Contract,
            Self::LegalObligation => LegalBasis::LegalObligation(Statute::default()),
            Self::VitalInterests => LegalBasis::VitalInterests,
            Self::PublicTask => LegalBasis::PublicTask(Statute::default()),
            Self::LegitimateInterests => LegalBasis::LegitimateInterests(Interest::default()),
        }
    }
}

impl LegalBasis {
    /// Which point of 6(1) it is.
    pub const fn kind(&self) -> BasisKind {
        match self {
            Self::Consent(_) => BasisKind::Consent,
            Self::Contract => BasisKind::Contract,
            Self::LegalObligation(_) => BasisKind::LegalObligation,
            Self::VitalInterests => BasisKind::VitalInterests,
            Self::PublicTask(_) => BasisKind::PublicTask,
            Self::LegitimateInterests(_) => BasisKind::LegitimateInterests,
        }
    }

    /// What the basis needs to say besides its name, where it needs anything.
    pub const fn detail(&self) -> Option<&Statement> {
        match self {
            Self::Consent(withdrawal) => Some(&withdrawal.how),
            Self::LegalObligation(statute) | Self::PublicTask(statute) => Some(&statute.law),
            Self::LegitimateInterests(interest) => Some(&interest.interest),
            Self::Contract | Self::VitalInterests => None,
        }
    }

    /// As [`detail`](Self::detail), to be changed.
    pub const fn detail_mut(&mut self) -> Option<&mut Statement> {
        match self {
            Self::Consent(withdrawal) => Some(&mut withdrawal.how),
            Self::LegalObligation(statute) | Self::PublicTask(statute) => Some(&mut statute.law),
            Self::LegitimateInterests(interest) => Some(&mut interest.interest),
            Self::Contract | Self::VitalInterests => None,
        }
    }
}
