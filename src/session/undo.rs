//! Changes of the draft in hand that can be taken back, and where each answer came from.
//!
//! What the firm types is noted as its own when it is saved. What an offer brings is noted as that before.

use super::Session;
use crate::content::Question;
use crate::draft::Draft;
use crate::draft::answers::{Answers, Pick};
use crate::interview;
use crate::notice::Notice;
use crate::notice::origin::{Origin, Origins};
use crate::notice::path::FieldPath;
use crate::notice::tree::take_back;
use crate::store::DraftStore;

/// What a change made of the draft, so that it can be taken back while other answers stay.
#[derive(Debug)]
pub struct Change {
    before: Moment,
    after: Moment,
}

/// What a change can touch, as it was at one moment.
#[derive(Debug, PartialEq)]
pub(super) struct Moment {
    pub(super) notice: Notice,
    origins: Origins,
    answers: Answers,
}

impl Moment {
    pub(super) fn of(draft: &Draft) -> Self {
        let Draft { notice, origins, answers, .. } = draft;
        Self { notice: notice.clone(), origins: origins.clone(), answers: answers.clone() }
    }
}

impl Change {
    /// A change of a draft, from what it was to what it is.
    pub(super) fn new(before: Moment, after: &Draft) -> Self {
        Self { before, after: Moment::of(after) }
    }

    /// Takes the change back in a draft; what was written since stays.
    pub(super) fn take_back_in(&self, draft: &mut Draft) {
        let Self { before, after } = self;
        take_back(&mut draft.notice, &before.notice, &after.notice);
        draft.origins.take_back(&before.origins, &after.origins, &draft.notice);
        draft.answers.take_back(&before.answers, &after.answers);
    }
}

impl<S: DraftStore> Session<S> {
    /// Changes the notice, and notes where that came from. `None` when it changed nothing.
    pub fn change(
        &mut self,
        draft: &mut Draft,
        origin: &Origin,
        change: impl FnOnce(&mut Notice),
    ) -> Option<Change> {
        self.note_said(draft);
        let before = Moment::of(draft);
        change(&mut draft.notice);
        if draft.notice == before.notice {
            return None;
        }
        draft.origins.note(&before.notice, &draft.notice, origin);
        self.set_noted(draft);
        Some(Change::new(before, draft))
    }

    /// Answers a question of the interview, with all that follows from the answer. `None` when that is the answer already.
    pub fn reply(
        &mut self,
        draft: &mut Draft,
        question: &'static Question,
        picks: Vec<Pick>,
    ) -> Option<Change> {
        if draft.answers.of(question.id) == picks {
            return None;
        }
        self.note_said(draft);
        let before = Moment::of(draft);
        interview::reply(draft, question, picks);
        self.set_noted(draft);
        Some(Change::new(before, draft))
    }

    /// Takes over the answers that the firm gave for another notice. `None` when there is nothing to take over.
    pub fn carry(&mut self, draft: &mut Draft, from: &Answers) -> Option<Change> {
        if interview::carried(draft, from).is_empty() {
            return None;
        }
        self.note_said(draft);
        let before = Moment::of(draft);
        interview::carry(draft, from);
        self.set_noted(draft);
        Some(Change::new(before, draft))
    }

    /// Records that the firm says that these facts are so. `None` when none of them waits.
    pub fn confirm(&mut self, draft: &mut Draft, facts: &[FieldPath]) -> Option<Change> {
        self.note_said(draft);
        let before = Moment::of(draft);
        draft.origins.confirm(facts.iter().copied());
        (draft.origins != before.origins).then(|| Change::new(before, draft))
    }

    /// Takes a change back; what was written since stays.
    pub fn take_back(&mut self, draft: &mut Draft, change: &Change) {
        self.note_said(draft);
        change.take_back_in(draft);
        self.set_noted(draft);
    }

    /// Notes what the firm has typed or chosen since the last time.
    pub(super) fn note_said(&mut self, draft: &mut Draft) {
        if let Some(open) = self.open.as_ref().filter(|open| open.noted != draft.notice) {
            draft.origins.note(&open.noted, &draft.notice, &Origin::Said);
            self.set_noted(draft);
        }
    }

    fn set_noted(&mut self, draft: &Draft) {
        if let Some(open) = &mut self.open {
            open.noted.clone_from(&draft.notice);
        }
    }
}
