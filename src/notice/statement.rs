//! A statement: a clause of the catalogue, or the firm's own words.
//!
//! Knows: clause ids as text. Does not know: the catalogue's words, so an id from a newer Seloste survives.

use super::row::RowId;
use crate::lang::{Lang, Localized, is_default};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One statement. In JSON: `{"clause": {"id": "data.name"}}` or `{"own": {"text": {"fi": "…"}}}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(rename_all = "kebab-case")]
pub enum Statement {
    /// A clause of the catalogue: exists in every language.
    Clause(Clause),
    /// The firm's own words.
    Own(Own),
}

/// A clause, by its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// The id in `content/clauses`.
    pub id: String,
}

/// Text of one's own, per language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(deny_unknown_fields)]
pub struct Own {
    /// The text; what is missing in a published language is an open task.
    #[serde(default)]
    pub text: Localized<String>,
    /// The clause that was edited into this text, if one was: it can be brought back.
    #[serde(default, skip_serializing_if = "is_default")]
    pub from: Option<String>,
}

impl Default for Statement {
    fn default() -> Self {
        Self::Own(Own::default())
    }
}

impl Statement {
    /// A clause of the catalogue.
    pub fn clause(id: impl Into<String>) -> Self {
        Self::Clause(Clause { id: id.into() })
    }

    /// Own words in one language.
    pub fn own(lang: Lang, text: impl Into<String>) -> Self {
        Self::Own(Own { text: Localized::only(lang, text), from: None })
    }

    /// The clause's id, if it is a clause.
    pub fn clause_id(&self) -> Option<&str> {
        match self {
            Self::Clause(clause) => Some(&clause.id),
            Self::Own(_) => None,
        }
    }

    /// Whether it says nothing at all.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Clause(_) => false,
            Self::Own(own) => own.text.is_blank(),
        }
    }
}

/// A statement in a list, with an id that stays when the list is reordered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields)]
pub struct Item {
    /// The row's id.
    pub id: RowId,
    /// What it says.
    pub what: Statement,
}

/// A list of statements, in the order in which they are shown.
pub type Statements = Vec<Item>;

/// A row that is mainly a statement, so that lists to tick are shown, read and counted in one way.
pub trait Says: super::row::Row + Default + Clone {
    /// The statement.
    fn what(&self) -> &Statement;
    /// The statement, to be changed.
    fn what_mut(&mut self) -> &mut Statement;
}

/// Makes rows with a field `what` rows that say something.
macro_rules! says {
    ($($row:ty),+) => {
        $(impl Says for $row {
            fn what(&self) -> &Statement {
                &self.what
            }
            fn what_mut(&mut self) -> &mut Statement {
                &mut self.what
            }
        })+
    };
}

says!(Item, super::data::Audience, super::data::Datum);
