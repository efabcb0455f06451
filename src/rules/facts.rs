//! What statements are beyond their words: the facts of the clauses that they stand for.
//!
//! Rules compare answers by these facts and name no clause. The firm's own words have none; rules search their text.
//! Knows: statements and the catalogue. Does not know: any rule.

use super::Context;
use crate::content::facts::{self, About, Facts};
use crate::content::find_clause;
use crate::law::Act;
use crate::notice::retention::Retention;
use crate::notice::statement::Statement;

/// The facts of a statement.
pub(super) fn facts_of(statement: &Statement) -> &'static Facts {
    statement.clause_id().map_or(&Facts::NONE, facts::of)
}

/// Whether a statement is a clause about a matter.
pub(super) fn is_about(statement: &Statement, matter: About) -> bool {
    facts_of(statement).is_about(matter)
}

/// Whether any clause in the notice is about a matter.
pub(super) fn speaks_of(c: &Context<'_>, matter: About) -> bool {
    c.clauses().any(|id| facts::of(id).is_about(matter))
}

/// Whether a statement is one of these clauses.
pub(super) fn is_one_of(statement: &Statement, clauses: &[&str]) -> bool {
    statement.clause_id().is_some_and(|id| clauses.contains(&id))
}

/// Whether a clause cites an act for which this holds.
pub(super) fn cites(statement: &Statement, holds: impl Fn(Act) -> bool) -> bool {
    let law = statement.clause_id().and_then(find_clause).map_or(&[][..], |clause| clause.law);
    law.iter().any(|citation| citation.act_and_provision().is_some_and(|(act, _)| holds(act)))
}

/// The months for which a law demands that a row be kept at least, by what is kept or by its ground.
pub(super) fn least_months(row: &Retention) -> Option<u16> {
    Some(facts_of(&row.what).least_months.max(facts_of(&row.ground).least_months))
        .filter(|months| *months > 0)
}
