//! Writing a prepared piece of a notice into a draft, and taking it back.

use crate::defaults::{self, Clash};
use crate::draft::Draft;
use crate::notice::Notice;

/// What a merge changed, so that it can be taken back while other answers stay.
#[derive(Debug)]
pub struct Merged {
    before: Notice,
    after: Notice,
}

/// Writes what a purpose or a service offers beside what the draft says. `None` when that says nothing new.
pub fn merge_offer(draft: &mut Draft, offer: Notice) -> Option<Merged> {
    let before = draft.notice.clone();
    defaults::merge(&mut draft.notice, offer, Clash::Keep);
    (draft.notice != before).then(|| Merged { before, after: draft.notice.clone() })
}

impl Merged {
    /// Takes the merge back; what was written since stays.
    pub fn take_back(&self, draft: &mut Draft) {
        defaults::take_back(&mut draft.notice, &self.before, &self.after);
    }
}
