//! The interview: plain questions that an owner can answer, and the facts that follow from the answers.
//!
//! A question and its options are content (`content/interview.toml`). What the answer itself says counts as said by the firm; what
//! usually comes with it waits for a yes. An answer can be changed: what came from it goes, and what the firm has written stays.
//! Knows: the catalogue, drafts. Does not know: screens, or what is published.

mod carry;
mod choosing;
mod facts;
#[cfg(not(target_arch = "wasm32"))]
mod firm_file;
mod keep;
mod outcome;
mod settle;
mod write;

#[cfg(test)]
mod tests;

pub use carry::{carried, carry};
pub use choosing::{Progress, contradiction, finds, progress, renamed, toggled};
#[cfg(not(target_arch = "wasm32"))]
pub use firm_file::{FirmFile, What, Wrong};
pub use outcome::{Outcome, outcomes};
pub use write::reply;

use crate::content::{QUESTIONS, Question, QuestionOption, VENDORS, Vendor};
use crate::draft::answers::{Answers, Pick, UNKNOWN};
use crate::notice::{RegisterKind, Trade};

/// How a question stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Not answered yet.
    Open,
    /// "I do not know": an open task.
    Unknown,
    /// What was chosen cannot all be true, such as "no newsletters" and a newsletter service.
    Contradictory,
    /// Answered.
    Answered,
}

/// The questions that are asked of a firm, in order: those for its kind of register and its trade, as far as earlier answers
/// have opened them.
pub fn questions(
    kind: RegisterKind,
    trade: Option<Trade>,
    answers: &Answers,
) -> impl Iterator<Item = &'static Question> {
    QUESTIONS.iter().filter(move |question| {
        fits(question.kinds, question.trades, question.not_for, kind, trade)
            && is_open(question, kind, trade, answers)
    })
}

/// Whether an earlier answer has opened this question. What this kind and trade are never offered is not waited for: whoever is offered
/// nothing of it is asked at once.
fn is_open(question: &Question, kind: RegisterKind, trade: Option<Trade>, answers: &Answers) -> bool {
    question.after.is_empty()
        || question.after.iter().any(|id| is_chosen(id, answers))
        || !question.after.iter().any(|id| is_offered(id, kind, trade))
}

/// Whether some question offers this option, or services of this group, to this kind and trade.
fn is_offered(id: &str, kind: RegisterKind, trade: Option<Trade>) -> bool {
    let mut asked = QUESTIONS
        .iter()
        .filter(|question| fits(question.kinds, question.trades, question.not_for, kind, trade));
    let offers = |question: &'static Question| {
        question.services.contains(&id) || options(question, kind, trade).any(|option| option.id == id)
    };
    asked.any(offers)
}

/// Whether an answer has this option, or a service of this group.
fn is_chosen(id: &str, answers: &Answers) -> bool {
    let of_group = |pick: &Pick, question: &Question| match pick {
        Pick::Own(_) => question.own == Some(id),
        Pick::Id(service) => VENDORS.iter().any(|vendor| vendor.id == service && vendor.what == id),
    };
    answers.contain(id)
        || QUESTIONS.iter().any(|question| {
            question.services.contains(&id)
                && answers.of(question.id).iter().any(|pick| of_group(pick, question))
        })
}

/// The options of a question that are offered.
pub fn options(
    question: &'static Question,
    kind: RegisterKind,
    trade: Option<Trade>,
) -> impl Iterator<Item = &'static QuestionOption> {
    question
        .options
        .iter()
        .filter(move |option| fits(option.kinds, option.trades, option.not_for, kind, trade))
}

fn fits(kinds: &[&str], trades: &[&str], not_for: &[&str], kind: RegisterKind, trade: Option<Trade>) -> bool {
    let among = |trades: &[&str]| trade.is_some_and(|trade| trades.contains(&trade.id()));
    (trades.is_empty() || among(trades))
        && !among(not_for)
        && (kinds.is_empty() || kinds.contains(&kind.id()))
}

/// The services that a question offers by name.
pub fn services(question: &'static Question) -> impl Iterator<Item = &'static Vendor> {
    VENDORS.iter().filter(|vendor| question.services.contains(&vendor.what))
}

/// The question with this id.
pub fn find(id: &str) -> Option<&'static Question> {
    QUESTIONS.iter().find(|question| question.id == id)
}

/// How a question stands with what was chosen.
pub fn state(question: &Question, picks: &[Pick]) -> State {
    match picks {
        [] => State::Open,
        [one] if one.is(UNKNOWN) => State::Unknown,
        [_] => State::Answered,
        _ if picks.iter().any(|pick| excludes(question, pick)) || question.one => State::Contradictory,
        _ => State::Answered,
    }
}

/// Whether this choice leaves no room for any other.
fn excludes(question: &Question, pick: &Pick) -> bool {
    pick.is(UNKNOWN) || question.options.iter().any(|option| option.alone && pick.is(option.id))
}

/// Why what somebody wrote is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoAnswer {
    /// There is no question with this id.
    NoQuestion,
    /// The question does not offer what stands at this place of the answer, counted from 0.
    NoOption(usize),
    /// What was chosen cannot all be true.
    Contradictory,
}

/// Reads an answer that was written outside, in a firm's file: options by their own name (`phone`) or in full (`booking.phone`),
/// services by id.
///
/// # Errors
/// Says what is wrong with the first thing that is no answer.
pub fn read(question: &str, picks: &[Pick]) -> Result<(&'static Question, Vec<Pick>), NoAnswer> {
    let question = find(question).ok_or(NoAnswer::NoQuestion)?;
    let mut read = Vec::new();
    for (index, pick) in picks.iter().enumerate() {
        read.push(match pick {
            Pick::Own(_) if question.own.is_none() => return Err(NoAnswer::NoOption(index)),
            Pick::Own(_) => pick.clone(),
            Pick::Id(id) => Pick::id(known(question, id).ok_or(NoAnswer::NoOption(index))?),
        });
    }
    match state(question, &read) {
        State::Contradictory => Err(NoAnswer::Contradictory),
        _ => Ok((question, read)),
    }
}

/// The full id of what a question offers under this name.
fn known(question: &'static Question, name: &str) -> Option<&'static str> {
    if name == UNKNOWN {
        return Some(UNKNOWN);
    }
    let short = |id: &'static str| id.strip_prefix(question.id).and_then(|rest| rest.strip_prefix('.'));
    let option = question.options.iter().find(|option| option.id == name || short(option.id) == Some(name));
    option
        .map(|option| option.id)
        .or_else(|| services(question).find(|vendor| vendor.id == name).map(|vendor| vendor.id))
}
