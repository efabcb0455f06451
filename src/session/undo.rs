//! Changes of the draft in hand that can be taken back, and where each answer came from.
//!
//! What the firm types is noted as its own when it is saved. What an offer brings is noted as that before.

use super::Session;
use crate::draft::Draft;
use crate::notice::Notice;
use crate::notice::origin::{Origin, Origins};
use crate::notice::path::FieldPath;
use crate::notice::tree::take_back;
use crate::store::DraftStore;

/// What a change made of the draft, so that it can be taken back while other answers stay.
#[derive(Debug)]
pub struct Change {
    before: (Notice, Origins),
    after: (Notice, Origins),
}

impl Change {
    /// A change of a draft, from what it was to what it is.
    pub(super) fn new(before: (Notice, Origins), after: &Draft) -> Self {
        Self { before, after: (after.notice.clone(), after.origins.clone()) }
    }

    /// Takes the change back in a draft; what was written since stays.
    pub(super) fn take_back_in(&self, draft: &mut Draft) {
        let Self { before, after } = self;
        take_back(&mut draft.notice, &before.0, &after.0);
        draft.origins.take_back(&before.1, &after.1, &draft.notice);
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
        let before = (draft.notice.clone(), draft.origins.clone());
        change(&mut draft.notice);
        if draft.notice == before.0 {
            return None;
        }
        draft.origins.note(&before.0, &draft.notice, origin);
        self.set_noted(draft);
        Some(Change::new(before, draft))
    }

    /// Records that the firm says that these facts are so. `None` when none of them waits.
    pub fn confirm(&mut self, draft: &mut Draft, facts: &[FieldPath]) -> Option<Change> {
        self.note_said(draft);
        let before = (draft.notice.clone(), draft.origins.clone());
        draft.origins.confirm(facts.iter().copied());
        (draft.origins != before.1).then(|| Change::new(before, draft))
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
