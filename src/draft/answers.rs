//! What the firm has answered in the interview, as a draft keeps it: by the id of each question.
//!
//! Kept beside the notice so that the interview can be left, taken up again and changed. The facts that follow stand in the notice.
//! Knows: ids. Does not know: which questions and options there are (`crate::interview`).

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was chosen in answer to a question.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(untagged)]
pub enum Pick {
    /// An option of the question, a service of the catalogue, or [`UNKNOWN`].
    Id(String),
    /// A service that the catalogue does not have.
    Own(OwnService),
}

/// A service by a name of the firm's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(deny_unknown_fields)]
pub struct OwnService {
    /// What it is called.
    pub name: String,
}

/// "I do not know", an option of every question: an open task, never a "no".
pub const UNKNOWN: &str = "unknown";

impl Pick {
    /// The option or the service with this id.
    pub fn id(id: &str) -> Self {
        Self::Id(id.to_owned())
    }

    /// A service by a name of the firm's own.
    pub fn own(name: &str) -> Self {
        Self::Own(OwnService { name: name.to_owned() })
    }

    /// Whether it is the option or the service with this id.
    pub fn is(&self, id: &str) -> bool {
        matches!(self, Self::Id(own) if own == id)
    }
}

/// The answers by question; what has no entry has not been answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Answers(BTreeMap<String, Vec<Pick>>);

impl Answers {
    /// What was chosen; nothing for a question that was not answered.
    pub fn of(&self, question: &str) -> &[Pick] {
        self.0.get(question).map_or(&[], Vec::as_slice)
    }

    /// Writes what was chosen; with nothing chosen, the question counts as not answered.
    pub fn set(&mut self, question: &str, picks: Vec<Pick>) {
        if picks.is_empty() {
            self.0.remove(question);
        } else {
            self.0.insert(question.to_owned(), picks);
        }
    }

    /// Whether any question has this option, or this service, in its answer.
    pub fn contain(&self, id: &str) -> bool {
        self.0.values().flatten().any(|pick| pick.is(id))
    }

    /// The questions that have been answered, by id.
    pub fn questions(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Undoes the step from `before` to `after`: what has been answered anew since stays.
    pub fn take_back(&mut self, before: &Self, after: &Self) {
        let both = || before.questions().chain(after.questions());
        for question in both().filter(|question| before.of(question) != after.of(question)) {
            if self.of(question) == after.of(question) {
                self.set(question, before.of(question).to_vec());
            }
        }
    }

    /// Whether nothing has been answered.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
