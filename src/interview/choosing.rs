//! Choosing an answer: what is chosen after a click, what is asked back, and how far the interview is.
//!
//! Knows: the catalogue, answers. Does not know: screens, or what follows from an answer.

use super::{State, excludes, questions, services, state};
use crate::content::{Question, Vendor};
use crate::draft::answers::{Answers, Pick};
use crate::notice::{RegisterKind, Trade};

/// What is chosen once this is chosen too, or not any more.
pub fn toggled(question: &Question, picks: &[Pick], pick: Pick, on: bool) -> Vec<Pick> {
    if question.one && on {
        return vec![pick];
    }
    let mut picks: Vec<_> = picks.iter().filter(|other| **other != pick).cloned().collect();
    if on {
        picks.push(pick);
    }
    picks
}

/// What is chosen once the service of one's own at this place has another name. A place after the last one adds a service, no name
/// removes it, and the name of a service that the catalogue has chooses that one.
pub fn renamed(question: &'static Question, picks: &[Pick], place: usize, name: &str) -> Vec<Pick> {
    let name = name.trim();
    let known = services(question).find(|vendor| fold(vendor.name) == fold(name));
    let new = known.map_or_else(|| Pick::own(name), |vendor| Pick::id(vendor.id));
    if question.one {
        return if name.is_empty() { Vec::new() } else { vec![new] };
    }
    let is_own = |pick: &Pick| matches!(pick, Pick::Own(_));
    let old = picks.iter().filter(|pick| is_own(pick)).nth(place);
    let mut chosen: Vec<Pick> = Vec::new();
    for pick in picks {
        let pick = if Some(pick) == old { &new } else { pick };
        if !chosen.contains(pick) {
            chosen.push(pick.clone());
        }
    }
    if old.is_none() && !chosen.contains(&new) {
        chosen.push(new);
    }
    chosen.retain(|pick| !matches!(pick, Pick::Own(own) if own.name.is_empty()));
    chosen
}

/// What cannot be true at the same time: one choice, and all the others. `None` where nothing contradicts.
pub fn contradiction(question: &Question, picks: &[Pick]) -> Option<(Pick, Vec<Pick>)> {
    if state(question, picks) != State::Contradictory {
        return None;
    }
    let one = picks.iter().find(|pick| excludes(question, pick)).or_else(|| picks.first())?;
    Some((one.clone(), picks.iter().filter(|pick| *pick != one).cloned().collect()))
}

/// How far the interview is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The questions that are answered so that something follows.
    pub answered: usize,
    /// Those whose answer is "I do not know": somebody else has to be asked.
    pub unknown: usize,
    /// All that are asked.
    pub of: usize,
}

/// How far the interview is.
pub fn progress(kind: RegisterKind, trade: Option<Trade>, answers: &Answers) -> Progress {
    let mut progress = Progress::default();
    for question in questions(kind, trade, answers) {
        progress.of += 1;
        match state(question, answers.of(question.id)) {
            State::Answered => progress.answered += 1,
            State::Unknown => progress.unknown += 1,
            State::Open | State::Contradictory => {}
        }
    }
    progress
}

/// Whether a service is found by what somebody has typed: a part of its name or of another name of it, in any case, with or without
/// accents.
pub fn finds(vendor: &Vendor, typed: &str) -> bool {
    let typed = fold(typed.trim());
    fold(vendor.name).contains(&typed) || vendor.aliases.iter().any(|alias| fold(alias).contains(&typed))
}

/// A text in lower case and without accents, as people type who are in a hurry.
fn fold(text: &str) -> String {
    let plain = |c: char| match c {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        'š' => 's',
        'ž' => 'z',
        c => c,
    };
    text.to_lowercase().chars().map(plain).collect()
}
