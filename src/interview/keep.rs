//! How long data is kept, as an answer says it: sets the suggested periods that the question is about, and counts them as said.
//!
//! Periods that a law sets are not asked for. Law: GDPR 13(2)(a), 5(1)(e).
//! Knows: the catalogue, where each fact came from. Does not know: what else an answer writes.

use super::facts::Facts;
use crate::content::{Kept, Why};
use crate::draft::Draft;
use crate::notice::answer::Answer;
use crate::notice::origin::Origin;
use crate::notice::path::FieldPath;
use crate::notice::retention::{Period, Retention};
use crate::notice::row::Row;
use crate::notice::statement::Statement;

/// Sets the periods that the answers tell, in all rows that nobody has said yet.
pub(super) fn keep(draft: &mut Draft, in_force: &[Facts]) {
    let asked = in_force.iter().map(|facts| facts.question);
    for question in asked.filter(|question| !question.periods.is_empty()) {
        let picks = draft.answers.of(question.id);
        let mut chosen = question.options.iter().filter(|option| picks.iter().any(|pick| pick.is(option.id)));
        let Some(kept) = chosen.find_map(|option| option.kept) else { continue };
        for row in &mut draft.notice.retention {
            let path = FieldPath::from("retention").row(row.id());
            let is_asked = row.what.clause_id().is_some_and(|clause| question.periods.contains(&clause));
            let waits = matches!(draft.origins.get(path), Some(Origin::Suggested | Origin::AddedWith(_)));
            if is_asked && waits && set(row, kept) {
                draft.origins.set(path, Origin::Answered(question.id.to_owned()));
                if let Why::Clause(_) = kept.why {
                    draft.origins.set(path.column("ground"), Origin::AddedWith(question.id.to_owned()));
                }
            }
        }
    }
}

/// Writes the length, and what is said of the reason. From when it is counted stays. Returns whether the row has a length to set: what
/// ends with a criterion has none.
fn set(row: &mut Retention, kept: Kept) -> bool {
    match (kept.length, row.period.yes_mut()) {
        (Some((amount, unit)), Some(Period::Fixed(fixed))) => {
            (fixed.amount, fixed.unit) = (Some(amount), unit);
        }
        (Some(_), _) => return false,
        (None, _) => row.period = Answer::Unknown,
    }
    match kept.why {
        Why::Usual => {}
        Why::Clause(clause) => row.ground = Statement::clause(clause),
        Why::Own => row.ground = Statement::default(),
    }
    true
}
