//! What an answer writes into a notice, as pieces of a notice.
//!
//! Knows: the catalogue. Does not know: what the notice says already.

use super::write::{About, rows};
use super::{State, services, state};
use crate::content::Question;
use crate::defaults::{self, Offer};
use crate::draft::answers::Pick;
use std::cell::OnceCell;

/// What follows from the answer to a question.
pub(super) struct Facts {
    /// The question.
    pub(super) question: &'static Question,
    /// What the answer itself says.
    pub(super) says: Offer,
    /// What usually comes with it.
    pub(super) adds: Offer,
    brings: OnceCell<Vec<About>>,
}

impl Facts {
    /// The rows that come with the answer. Told when they are first asked for: most answers are never asked.
    pub(super) fn brings(&self) -> &[About] {
        self.brings.get_or_init(|| {
            [&self.says, &self.adds].into_iter().flat_map(|offer| rows(&offer.notice())).collect()
        })
    }
}

/// The facts that follow from what was chosen. Nothing follows from a question that is open, unknown or contradictory.
pub(super) fn facts(question: &'static Question, picks: &[Pick]) -> Facts {
    let empty = || Offer::of(question.id, "{}");
    let mut facts = Facts { question, says: empty(), adds: empty(), brings: OnceCell::new() };
    if state(question, picks) != State::Answered {
        return facts;
    }
    for pick in picks {
        match pick {
            Pick::Own(own) => {
                if let Some(clause) = question.own {
                    facts.says.add(&Offer::own_service(clause, &own.name));
                }
            }
            Pick::Id(id) => {
                if let Some(option) = question.options.iter().find(|option| option.id == id) {
                    facts.says.add(&Offer::of(option.id, option.says));
                    facts.adds.add(&Offer::of(option.id, option.adds));
                    for purpose in option.purposes.iter().filter_map(|purpose| defaults::purpose(purpose)) {
                        facts.adds.add(&purpose);
                    }
                }
                if let Some(vendor) = services(question).find(|vendor| vendor.id == id) {
                    facts.adds.add(&defaults::vendor(vendor));
                }
            }
        }
    }
    facts.says.add(&Offer::of(question.id, question.otherwise));
    facts
}
