//! The rows of the plain notice: which purposes a reader sees as one situation, and what the firm does in it.
//!
//! Knows: `situations.toml`. Does not know: the model, or how a row is laid out.

use super::{SITUATIONS, Text};

/// What the firm does with data in a situation that a person knows: "Ostat itsellesi".
#[derive(Debug)]
pub struct Situation {
    /// The stable id.
    pub id: &'static str,
    /// The situation, said to the person.
    pub title: Text,
    /// Its purposes, each with what the firm does: a phrase that follows "we". Empty where the title says all.
    pub does: &'static [(&'static str, Text)],
}

impl Situation {
    /// What the firm does for a purpose of this situation.
    pub fn phrase(&self, purpose: &str) -> Option<Text> {
        self.does.iter().find(|(id, _)| *id == purpose).map(|(_, words)| *words)
    }
}

/// The situation in which a purpose stands, and its place in the order of rows; `None` for a purpose that is not ours.
pub fn of_purpose(purpose: &str) -> Option<(usize, &'static Situation)> {
    SITUATIONS.iter().enumerate().find(|(_, situation)| situation.phrase(purpose).is_some())
}
