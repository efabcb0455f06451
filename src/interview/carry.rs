//! Answers that the firm gave for another of its notices, taken over where the same is asked.
//!
//! Knows: questions and answers. Does not know: which drafts are of one firm.

use super::{options, questions, reply, services};
use crate::content::Question;
use crate::draft::Draft;
use crate::draft::answers::{Answers, Pick, UNKNOWN};

/// The answers that can be taken over now: to questions that are asked here and are open, and of which every choice is offered here.
pub fn carried(draft: &Draft, from: &Answers) -> Vec<(&'static Question, Vec<Pick>)> {
    let open = questions(draft.notice.kind, draft.notice.trade, &draft.answers)
        .filter(|question| draft.answers.of(question.id).is_empty());
    let same = open.filter_map(|question| {
        let picks = from.of(question.id);
        let known = !picks.is_empty() && picks.iter().all(|pick| is_offered(draft, question, pick));
        known.then(|| (question, picks.to_vec()))
    });
    same.collect()
}

/// Takes them over, one after the other: an answer may open a question that was answered there, too.
pub fn carry(draft: &mut Draft, from: &Answers) {
    while let Some((question, picks)) = carried(draft, from).into_iter().next() {
        reply(draft, question, picks);
        if draft.answers.of(question.id).is_empty() {
            return;
        }
    }
}

/// Whether this can be chosen here. "I do not know" is no answer to take over.
fn is_offered(draft: &Draft, question: &'static Question, pick: &Pick) -> bool {
    match pick {
        Pick::Own(_) => question.own.is_some(),
        Pick::Id(id) if id == UNKNOWN => false,
        Pick::Id(id) => {
            let notice = &draft.notice;
            options(question, notice.kind, notice.trade).any(|option| option.id == id)
                || services(question).any(|vendor| vendor.id == id)
        }
    }
}
