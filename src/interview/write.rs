//! Writes what follows from an answer into a draft, and takes back what came from the answer before.
//!
//! Knows: where each fact came from. Does not know: the questions.

use super::facts::facts;
use super::{State, questions, state};
use crate::content::Question;
use crate::defaults::Offer;
use crate::draft::Draft;
use crate::draft::answers::Pick;
use crate::notice::Notice;
use crate::notice::origin::Origin;
use crate::notice::parts::{self, Content};
use crate::notice::path::FieldPath;
use crate::notice::tree;

/// Answers a question: what came from its earlier answer goes unless the firm has edited it, and what follows from this one comes.
/// Questions that this opens or closes bring their own facts, or take them along.
pub fn reply(draft: &mut Draft, question: &'static Question, picks: Vec<Pick>) {
    let before = in_force(draft);
    draft.answers.set(question.id, picks);
    let after = in_force(draft);
    for gone in before.iter().filter(|one| one.id == question.id || !is_among(&after, one)) {
        forget(draft, gone, &after);
    }
    for new in after.iter().filter(|one| one.id == question.id || !is_among(&before, one)) {
        let facts = facts(new, draft.answers.of(new.id));
        settle(draft, new, &[&facts.says, &facts.adds]);
        write(draft, &facts.says, &Origin::Answered(new.id.to_owned()));
        write(draft, &facts.adds, &Origin::AddedWith(new.id.to_owned()));
    }
}

/// The questions that are asked, and answered so that something follows.
fn in_force(draft: &Draft) -> Vec<&'static Question> {
    let asked = questions(draft.notice.kind, draft.notice.trade, &draft.answers);
    asked.filter(|question| state(question, draft.answers.of(question.id)) == State::Answered).collect()
}

fn is_among(questions: &[&'static Question], one: &&'static Question) -> bool {
    questions.iter().any(|other| other.id == one.id)
}

/// A row by what it is about: its list, its clause, and its name where it has one.
#[derive(Clone, Debug, PartialEq)]
struct About {
    row: FieldPath,
    clause: String,
    name: String,
}

impl About {
    fn is_same(&self, other: &Self) -> bool {
        let names_fit = self.name == other.name || self.name.is_empty() || other.name.is_empty();
        self.row.part() == other.row.part() && self.clause == other.clause && names_fit
    }
}

/// The rows of a notice that are clauses.
fn rows(notice: &Notice) -> Vec<About> {
    let mut rows: Vec<About> = Vec::new();
    parts::visit(notice, |_, path, content| match content {
        Content::Statement(what) if path.row_id().is_some() && ["", "what"].contains(&path.column_name()) => {
            if let Some(clause) = what.clause_id() {
                rows.push(About { row: path.column(""), clause: clause.to_owned(), name: String::new() });
            }
        }
        Content::Line(name) if path.column_name() == "name" => {
            if let Some(row) = rows.last_mut().filter(|row| row.row == path.column("")) {
                name.trim().clone_into(&mut row.name);
            }
        }
        _ => {}
    });
    rows
}

/// Takes back what came from a question. A row that the firm has edited stays and is its own from now on; one that another answer
/// brings too stays and belongs to that.
fn forget(draft: &mut Draft, question: &Question, in_force: &[&'static Question]) {
    let came_with: Vec<FieldPath> = draft
        .origins
        .iter()
        .filter(|(_, origin)| origin.source() == Some(question.id))
        .map(|(path, _)| path)
        .collect();
    let here = rows(&draft.notice);
    let others = in_force.iter().filter(|other| other.id != question.id);
    let others: Vec<_> = others
        .flat_map(|other| {
            let facts = facts(other, draft.answers.of(other.id));
            let brought = [facts.says, facts.adds].map(|offer| rows(&offer.notice()));
            brought.into_iter().flatten().map(|row| (row, other.id))
        })
        .collect();
    let edited = |path: FieldPath| {
        draft.origins.iter().any(|(other, origin)| {
            let inside =
                if path.row_id().is_some() { other.column("") == path } else { other.is_inside(path) };
            inside && other != path && *origin == Origin::Said
        })
    };
    let mut gone = Vec::new();
    let mut kept = Vec::new();
    for path in came_with {
        let about = here.iter().find(|row| row.row == path);
        let other = about.and_then(|about| others.iter().find(|(row, _)| row.is_same(about)));
        match other {
            _ if edited(path) => kept.push((path, Origin::Said)),
            Some((_, other)) => kept.push((path, Origin::AddedWith((*other).to_owned()))),
            None => gone.push(path),
        }
    }
    tree::clear(&mut draft.notice, &gone);
    for (path, origin) in kept {
        draft.origins.set(path, origin);
    }
    draft.origins.keep_only(&draft.notice);
}

/// Removes the suggested rows that an answer settles, unless it brings them itself.
fn settle(draft: &mut Draft, question: &Question, brought: &[&Offer]) {
    let brought: Vec<_> = brought.iter().flat_map(|offer| rows(&offer.notice())).collect();
    let settled = |clause: &str| {
        question.settles.contains(&clause)
            || question.services.contains(&clause)
            || question.own == Some(clause)
    };
    let gone: Vec<_> = rows(&draft.notice)
        .into_iter()
        .filter(|row| settled(&row.clause) && draft.origins.get(row.row) == Some(&Origin::Suggested))
        .filter(|row| !brought.iter().any(|other| other.is_same(row)))
        .map(|row| row.row)
        .collect();
    tree::clear(&mut draft.notice, &gone);
    draft.origins.keep_only(&draft.notice);
}

/// Writes a piece of a notice beside what the firm has said. What was only a suggestion gives way, and what was suggested alike
/// has come with the answer now.
fn write(draft: &mut Draft, offer: &Offer, origin: &Origin) {
    let piece = offer.notice();
    let mut piece_fields = Vec::new();
    parts::visit(&piece, |_, path, content| {
        if path.row_id().is_none() && content.is_said() {
            piece_fields.push(path);
        }
    });
    let waits = |path: &FieldPath| draft.origins.get(*path).is_some_and(|origin| !origin.is_said());
    let guesses: Vec<_> = piece_fields.iter().copied().filter(waits).collect();
    tree::clear(&mut draft.notice, &guesses);
    let before = draft.notice.clone();
    offer.accept(&mut draft.notice);
    draft.origins.note(&before, &draft.notice, origin);
    let brought = rows(&piece);
    for row in rows(&draft.notice) {
        let suggested = draft.origins.get(row.row) == Some(&Origin::Suggested);
        if suggested && brought.iter().any(|other| other.is_same(&row)) {
            draft.origins.set(row.row, origin.clone());
        }
    }
}
