//! The answer to a question, where "not answered" and "I do not know" are answers of their own.
//!
//! Knows: nothing but the four cases. A missing answer must never read as a "no" in a published notice.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An answer. In JSON: `"unanswered"`, `"unknown"`, `"no"` or `{"yes": …}`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Answer<T> {
    /// Not answered yet.
    #[default]
    Unanswered,
    /// "En tiedä": an open task, never a claim in the output.
    Unknown,
    /// No. A question that has no "no" (such as a period) treats it as not answered.
    No,
    /// Yes, and what that needs.
    Yes(T),
}

impl<T> Answer<T> {
    /// What the "yes" holds.
    pub const fn yes(&self) -> Option<&T> {
        match self {
            Self::Yes(value) => Some(value),
            Self::Unanswered | Self::Unknown | Self::No => None,
        }
    }

    /// What the "yes" holds, to be changed.
    pub const fn yes_mut(&mut self) -> Option<&mut T> {
        match self {
            Self::Yes(value) => Some(value),
            Self::Unanswered | Self::Unknown | Self::No => None,
        }
    }

    /// Answered with "yes".
    pub const fn is_yes(&self) -> bool {
        matches!(self, Self::Yes(_))
    }

    /// Answered with "no".
    pub const fn is_no(&self) -> bool {
        matches!(self, Self::No)
    }

    /// Neither answered nor known: an open task.
    pub const fn is_open(&self) -> bool {
        matches!(self, Self::Unanswered | Self::Unknown)
    }
}
