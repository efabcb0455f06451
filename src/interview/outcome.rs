//! What came of an answer: the facts in the notice that an answer of the interview brought, by section.
//!
//! Knows: where each fact came from. Does not know: the questions, or what screens call a fact.

use crate::draft::Draft;
use crate::notice::answer::Answer;
use crate::notice::parts::{self, Content};
use crate::notice::path::FieldPath;
use crate::notice::statement::Statement;
use crate::section::SectionId;
use std::collections::BTreeSet;

/// What came of an answer in one section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The section.
    pub section: SectionId,
    /// The rows that came, by what they are about; empty where only fields came that stand in no row.
    pub rows: Vec<Brought>,
    /// Whether the answer was "no", so that the notice says nothing of it.
    pub left_out: bool,
}

/// A row that came with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// Its path.
    pub row: FieldPath,
    /// Its name, such as that of a service; empty where rows of its kind have none.
    pub name: String,
    /// What it says.
    pub what: Option<Statement>,
}

/// What stands in the notice because of the answer to this question, in the order of the notice.
pub fn outcomes(draft: &Draft, question: &str) -> Vec<Outcome> {
    let whole = |path: FieldPath| if path.row_id().is_some() { path.column("") } else { path };
    let came = draft.origins.iter().filter(|(_, origin)| origin.source() == Some(question));
    let came: BTreeSet<_> = came.map(|(path, _)| whole(path)).collect();
    let mut outcomes: Vec<Outcome> = Vec::new();
    if came.is_empty() {
        return outcomes;
    }
    parts::visit(&draft.notice, |section, path, content| {
        let path_of_row = whole(path);
        if !came.contains(&path_of_row) {
            return;
        }
        if !outcomes.iter().any(|outcome| outcome.section == section) {
            outcomes.push(Outcome { section, rows: Vec::new(), left_out: true });
        }
        let Some(outcome) = outcomes.iter_mut().find(|outcome| outcome.section == section) else { return };
        outcome.left_out &= is_silent(section, &content);
        if path.row_id().is_none() {
            return;
        }
        if outcome.rows.last().is_none_or(|brought| brought.row != path_of_row) {
            outcome.rows.push(Brought { row: path_of_row, name: String::new(), what: None });
        }
        let Some(brought) = outcome.rows.last_mut() else { return };
        match (path.column_name(), content) {
            ("name", Content::Line(name)) => name.trim().clone_into(&mut brought.name),
            ("" | "what", Content::Statement(what)) => brought.what = Some(what.clone()),
            _ => {}
        }
    });
    outcomes
}

/// Whether this is a "no" of which the notice says nothing. Only that nobody is profiled or judged by a machine is said.
fn is_silent(section: SectionId, content: &Content<'_>) -> bool {
    section != SectionId::AutomatedDecisions && matches!(content, Content::Answer(Answer::No))
}
