//! The suggestions that an answer settles: they go where the answer does not speak of them, and come back when it is changed.
//!
//! Knows: what is suggested for a kind of register and a trade. Does not know: what an answer writes.

use super::facts::Facts;
use super::find;
use super::write::{About, rows};
use crate::content::Question;
use crate::defaults::Offer;
use crate::draft::Draft;
use crate::notice::Notice;
use crate::notice::origin::Origin;
use crate::notice::tree;

/// Removes the suggested rows that an answer settles, unless it brings or keeps them.
pub(super) fn settle(draft: &mut Draft, facts: &Facts) {
    let question = facts.question;
    let is_guess = |row: &About| match draft.origins.get(row.row) {
        Some(Origin::Suggested) => true,
        // What came along with another answer is a guess too, and this question asks for it.
        Some(Origin::AddedWith(source)) => find(source).is_some(),
        // How long something is kept does not say that it is kept at all.
        Some(Origin::Answered(source)) => {
            find(source).is_some_and(|question| question.periods.contains(&row.clause.as_str()))
        }
        _ => false,
    };
    let mut guesses = rows(&draft.notice);
    guesses.retain(|row| is_settled(question, &row.clause) && is_guess(row));
    if guesses.is_empty() {
        return;
    }
    let picks = draft.answers.of(question.id);
    let chosen = question.options.iter().filter(|option| picks.iter().any(|pick| pick.is(option.id)));
    let kept: Vec<&str> = chosen.flat_map(|option| option.keeps).copied().collect();
    guesses.retain(|row| {
        !kept.contains(&row.clause.as_str()) && !facts.brings().iter().any(|other| other.is_same(row))
    });
    let gone: Vec<_> = guesses.into_iter().map(|row| row.row).collect();
    tree::clear(&mut draft.notice, &gone);
    draft.origins.keep_only(&draft.notice);
}

/// Brings back the suggested rows that an earlier answer to a question had settled, or had taken over and left again (`gone`):
/// another answer may want them.
pub(super) fn restore(draft: &mut Draft, question: &'static Question, gone: &[String]) {
    let Notice { kind, trade, .. } = draft.notice;
    let offer = Offer::suggested(question.id, kind, trade, |clause| {
        is_settled(question, clause) || gone.iter().any(|one| one == clause)
    });
    let before = draft.notice.clone();
    offer.accept(&mut draft.notice);
    draft.origins.note(&before, &draft.notice, &Origin::Suggested);
}

fn is_settled(question: &Question, clause: &str) -> bool {
    question.settles.contains(&clause) || question.services.contains(&clause) || question.own == Some(clause)
}
