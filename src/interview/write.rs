//! Writes what follows from an answer into a draft, and takes back what came from the answer before.
//!
//! Knows: where each fact came from. Does not know: the questions.

use super::facts::{Facts, facts};
use super::keep::keep;
use super::settle::{restore, settle};
use super::{State, questions, state};
use crate::content::Question;
use crate::defaults::Offer;
use crate::draft::Draft;
use crate::draft::answers::Pick;
use crate::notice::Notice;
use crate::notice::answer::Answer;
use crate::notice::origin::Origin;
use crate::notice::parts::{self, Content};
use crate::notice::path::FieldPath;
use crate::notice::recipient::Location;
use crate::notice::row::Row;
use crate::notice::tree;

/// Answers a question: what came from its earlier answer goes unless the firm has edited it, and what follows from this one comes.
/// Questions that this opens or closes bring their own facts, or take them along.
pub fn reply(draft: &mut Draft, question: &'static Question, picks: Vec<Pick>) {
    let before = in_force(draft);
    draft.answers.set(question.id, picks);
    let compose = |question: &'static Question| facts(question, draft.answers.of(question.id));
    let after: Vec<Facts> = in_force(draft).into_iter().map(compose).collect();
    let is_changed = |one: &Question| one.id == question.id;
    let still_counts = |one: &Question| after.iter().any(|facts| facts.question.id == one.id);
    let counted = |one: &Question| before.iter().any(|other| other.id == one.id);
    for gone in before.iter().filter(|one| is_changed(one) || !still_counts(one)) {
        let clauses = forget(draft, gone, &after);
        restore(draft, gone, &clauses);
    }
    for new in after.iter().filter(|facts| is_changed(facts.question) || !counted(facts.question)) {
        let id = new.question.id;
        write(draft, &new.says, &Origin::Answered(id.to_owned()));
        write(draft, &new.adds, &Origin::AddedWith(id.to_owned()));
    }
    // Also those that were answered before: the earlier answer may have taken something along that they say too, and what came
    // just now, or came back, may be theirs to settle.
    for facts in &after {
        settle(draft, facts);
        refill(draft, facts);
    }
    keep(draft, &after);
    places(draft, &after);
}

/// The questions that are asked, and answered so that something follows.
fn in_force(draft: &Draft) -> Vec<&'static Question> {
    let asked = questions(draft.notice.kind, draft.notice.trade, &draft.answers);
    asked.filter(|question| state(question, draft.answers.of(question.id)) == State::Answered).collect()
}

/// A row by what it is about: its list, its clause, and its name where it has one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct About {
    pub(super) row: FieldPath,
    pub(super) clause: String,
    name: String,
}

impl About {
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let names_fit = self.name == other.name || self.name.is_empty() || other.name.is_empty();
        self.row.part() == other.row.part() && self.clause == other.clause && names_fit
    }
}

/// The rows of a notice that are clauses.
pub(super) fn rows(notice: &Notice) -> Vec<About> {
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
/// brings too stays and belongs to that. Returns the clauses of the rows that went.
fn forget(draft: &mut Draft, question: &Question, in_force: &[Facts]) -> Vec<String> {
    let came_with: Vec<FieldPath> = draft
        .origins
        .iter()
        .filter(|(_, origin)| origin.source() == Some(question.id))
        .map(|(path, _)| path)
        .collect();
    let here = rows(&draft.notice);
    // The period of a row goes with the answer that set it: the row comes back as it is suggested.
    let others =
        in_force.iter().filter(|other| other.question.id != question.id && question.periods.is_empty());
    let others: Vec<_> =
        others.flat_map(|other| other.brings().iter().map(|row| (row, other.question.id))).collect();
    let edited = |path: FieldPath| {
        draft.origins.iter().any(|(other, origin)| {
            let inside =
                if path.row_id().is_some() { other.column("") == path } else { other.is_inside(path) };
            inside && other != path && *origin == Origin::Said
        })
    };
    // Links came to be when rows came; those to other rows hold still.
    let mut links = Vec::new();
    parts::visit(&draft.notice, |_, path, content| {
        if matches!(content, Content::Links(_)) {
            links.push(path);
        }
    });
    let mut gone = Vec::new();
    let mut clauses = Vec::new();
    let mut kept = Vec::new();
    for path in came_with {
        if links.contains(&path) {
            let of_row = draft.origins.get(path.column("")).cloned();
            kept.push((path, of_row.unwrap_or(Origin::Suggested)));
            continue;
        }
        let about = here.iter().find(|row| row.row == path);
        let other = about.and_then(|about| others.iter().find(|(row, _)| row.is_same(about)));
        match other {
            _ if edited(path) => kept.push((path, Origin::Said)),
            Some((_, other)) => kept.push((path, Origin::AddedWith((*other).to_owned()))),
            None => {
                gone.push(path);
                clauses.extend(about.map(|about| about.clause.clone()));
            }
        }
    }
    tree::clear(&mut draft.notice, &gone);
    for (path, origin) in kept {
        draft.origins.set(path, origin);
    }
    draft.origins.keep_only(&draft.notice);
    clauses
}

/// Writes a piece of a notice beside what the firm has said. What was only a suggestion gives way, and what was suggested alike
/// has come with the answer now. A "no" does not take away what came with another answer: that stands, and waits for a yes.
fn write(draft: &mut Draft, offer: &Offer, origin: &Origin) {
    let piece = offer.notice();
    let mut guesses = Vec::new();
    parts::visit(&piece, |_, path, content| {
        let gives_way = match draft.origins.get(path) {
            Some(Origin::AddedWith(_)) => !matches!(content, Content::Answer(Answer::No)),
            Some(origin) => !origin.is_said(),
            None => false,
        };
        if gives_way && path.row_id().is_none() && content.is_said() {
            guesses.push(path);
        }
    });
    tree::clear(&mut draft.notice, &guesses);
    let before = draft.notice.clone();
    offer.accept(&mut draft.notice);
    draft.origins.note(&before, &draft.notice, origin);
    let brought = rows(&piece);
    for row in rows(&draft.notice) {
        let suggested = draft.origins.get(row.row) == Some(&Origin::Suggested);
        if suggested && brought.iter().any(|other| other.is_same(&row)) {
            draft.origins.set_row(row.row, origin.clone());
        }
    }
}

/// Says again what an answer says of matters of which the notice says nothing now. Rows are left alone: the firm may have removed
/// them.
fn refill(draft: &mut Draft, facts: &Facts) {
    let Some(says) = facts.says.without_rows() else { return };
    let mut is_missing = false;
    parts::visit(&says.notice(), |_, path, content| {
        let said_now = parts::find(path.part()).is_some_and(|part| (part.read)(&draft.notice).is_said());
        is_missing |= content.is_said() && !said_now;
    });
    if is_missing {
        let before = draft.notice.clone();
        says.accept(&mut draft.notice);
        draft.origins.note(&before, &draft.notice, &Origin::Answered(facts.question.id.to_owned()));
    }
}

/// An answer can say that all recipients are in the EU or EEA: writes that for those whose place nothing else has told.
fn places(draft: &mut Draft, in_force: &[Facts]) {
    let tells = |question: &&'static Question| {
        let picks = draft.answers.of(question.id);
        question.options.iter().any(|option| option.all_in_eea && picks.iter().any(|pick| pick.is(option.id)))
    };
    let Some(question) = in_force.iter().map(|facts| facts.question).find(tells) else { return };
    for recipient in &mut draft.notice.recipients {
        if recipient.location == Answer::Unanswered {
            recipient.location = Answer::Yes(Location::Eea);
            let path = FieldPath::from("recipients").row(recipient.id()).column("location");
            draft.origins.set(path, Origin::Answered(question.id.to_owned()));
        }
    }
}
