//! Changes that can be undone while other answers stay.

use crate::defaults::Offer;
use crate::draft::Draft;
use crate::notice::Notice;
use crate::notice::tree;

/// What a change did, so that it can be undone later.
#[derive(Debug)]
pub struct Undo {
    before: Notice,
    after: Notice,
}

impl Undo {
    /// Makes a change. `None` when it changes nothing.
    pub fn of(draft: &mut Draft, change: impl FnOnce(&mut Draft)) -> Option<Self> {
        let before = draft.notice.clone();
        change(draft);
        (draft.notice != before).then(|| Self { before, after: draft.notice.clone() })
    }

    /// Undoes the change. What was written since stays.
    pub fn apply(&self, draft: &mut Draft) {
        tree::take_back(&mut draft.notice, &self.before, &self.after);
    }
}

/// Writes what a purpose or a service offers beside what the draft says. `None` when that says nothing new.
pub fn merge_offer(draft: &mut Draft, offer: &Offer) -> Option<Undo> {
    Undo::of(draft, |draft| offer.accept(&mut draft.notice))
}
