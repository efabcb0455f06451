//! The questions of the interview as the catalogue has them.
//!
//! Knows: texts. Does not know: what an answer does to a notice.

use super::Text;
use crate::notice::retention::Unit;

/// A question of the interview, in plain words.
#[derive(Debug)]
pub struct Question {
    /// The stable id: a key in drafts and in the firm's file.
    pub id: &'static str,
    /// The question.
    pub text: Text,
    /// What helps to answer it; may be empty.
    pub help: Text,
    /// Whom to ask, or where to look, when the firm does not know.
    pub unknown: Text,
    /// The kinds of register for which it is asked; empty for all.
    pub kinds: &'static [&'static str],
    /// The trades for which it is asked; empty for all.
    pub trades: &'static [&'static str],
    /// The trades for which it is not asked.
    pub not_for: &'static [&'static str],
    /// Options, or groups of services, of which one must have been chosen before, as far as the kind is offered them; where it is
    /// offered none, the question is always asked.
    pub after: &'static [&'static str],
    /// Whether only one option can be true.
    pub one: bool,
    /// Services that are offered by name, as what they do: the ids of those clauses.
    pub services: &'static [&'static str],
    /// What a service by a name of the firm's own does; `None` where none can be named.
    pub own: Option<&'static str>,
    /// Suggested rows that go once the question is answered, unless the answer brings or keeps them: by clause.
    pub settles: &'static [&'static str],
    /// Suggested periods that the answer sets, and so says: the clauses of what is kept.
    pub periods: &'static [&'static str],
    /// What any answer says of matters of which the chosen options say nothing: a piece of a notice as JSON.
    pub otherwise: &'static str,
    /// What can be chosen, beside services and "I do not know".
    pub options: &'static [QuestionOption],
}

/// Something that can be chosen in answer to a question.
#[derive(Debug)]
pub struct QuestionOption {
    /// The stable id, `question.option`.
    pub id: &'static str,
    /// What it says.
    pub text: Text,
    /// What helps to choose; may be empty.
    pub hint: Text,
    /// Whether it excludes every other answer: "nothing of this".
    pub alone: bool,
    /// The kinds of register for which it is offered; empty for all.
    pub kinds: &'static [&'static str],
    /// The trades for which it is offered; empty for all.
    pub trades: &'static [&'static str],
    /// The trades for which it is not offered.
    pub not_for: &'static [&'static str],
    /// Suggested rows that the question settles and that stay with this option: by clause.
    pub keeps: &'static [&'static str],
    /// Whether it says that all recipients are in the EU or EEA whose place nothing else has told.
    pub all_in_eea: bool,
    /// How long what the question names in `periods` is kept; `None` where the option says nothing of that.
    pub kept: Option<Kept>,
    /// Purposes that come with it, each with what belongs to it.
    pub purposes: &'static [&'static str],
    /// What the answer itself says, a piece of a notice as JSON: it counts as said.
    pub says: &'static str,
    /// What usually comes with it, a piece of a notice as JSON: it waits for a yes.
    pub adds: &'static str,
}

/// How long data is kept, as an option says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The length; `None` where the firm erases nothing, and so has to settle on one.
    pub length: Option<(u16, Unit)>,
    /// Why that long.
    pub why: Why,
}

/// Why data is kept as long as an option says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// For the reason that is suggested with the usual length.
    Usual,
    /// For this one, a clause, which waits for a yes.
    Clause(&'static str),
    /// The firm has to say it: no usual reason carries that length.
    Own,
}
