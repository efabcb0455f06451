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
use crate::notice::tree::take_back;
use crate::section::SectionId;
use crate::store::DraftStore;

/// What a change made of the draft, so that it can be taken back while other answers stay.
#[derive(Debug)]
pub struct Change {
    before: Moment,
    after: Moment,
}

/// What a change can touch, as it was at one moment.
#[derive(Debug, PartialEq)]
struct Moment {
    notice: Notice,
    origins: Origins,
    answers: Answers,
}

impl Moment {
    fn of(draft: &Draft) -> Self {
        let Draft { notice, origins, answers, .. } = draft;
        Self { notice: notice.clone(), origins: origins.clone(), answers: answers.clone() }
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
        Some(Change { before, after: Moment::of(draft) })
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
        Some(Change { before, after: Moment::of(draft) })
    }

    /// Records that the firm says that everything that waits in a section is so. `None` when nothing waits there.
    pub fn confirm(&mut self, draft: &mut Draft, section: SectionId) -> Option<Change> {
        self.note_said(draft);
        let before = Moment::of(draft);
        let waiting = draft.origins.told(&draft.notice).waiting.into_iter();
        draft.origins.confirm(waiting.filter(|(of, _)| *of == section).map(|(_, path)| path));
        (draft.origins != before.origins).then(|| Change { before, after: Moment::of(draft) })
    }

    /// Takes a change back; what was written since stays.
    pub fn take_back(&mut self, draft: &mut Draft, change: &Change) {
        self.note_said(draft);
        let Change { before, after } = change;
        take_back(&mut draft.notice, &before.notice, &after.notice);
        draft.origins.take_back(&before.origins, &after.origins, &draft.notice);
        draft.answers.take_back(&before.answers, &after.answers);
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
