//! The session: which draft this window has in hand, whether that is saved, and what another window did to it meanwhile.
//!
//! Knows: the store port, drafts, the texts that name copies, and what a notice says. Does not know: the browser. The shell (`ui::session`)
//! sets the timers, listens to events, passes in the time and new ids, and copies the answers to signals.
//!
//! Saving reads before it writes. The session remembers the stored text that it last read or wrote. When the store holds
//! another one, another window has saved, and nothing is overwritten: unless both say the same, that is a conflict,
//! and the user chooses.

mod begin;
mod card;
mod drafts;
mod exported;
mod firms;
mod names;
mod schedule;
mod undo;

#[cfg(test)]
mod tests;

pub use begin::{Start, begin, tell_of_each_other};
pub use card::{CARD_FIELDS, Card, CardField, Followed};
pub use exported::{changed_since_export, exported};
pub use firms::{Firm, FirmChange, Grouped, Kept, Planned, group, plan};
pub use names::{copy_name, draft_name, file_title, title_in_firm};
pub use undo::Change;

use crate::content::ui;
use crate::defaults;
use crate::draft::answers::Answers;
use crate::draft::{Draft, Exported, MINOR, OpenError};
use crate::lang::Lang;
use crate::notice::Notice;
use crate::notice::dismissal::Dismissal;
use crate::notice::origin::Origins;
use crate::rules::Beside;
use crate::store::{DraftStore, Entry, Fallback};
use schedule::Schedule;
use std::time::Duration;

/// How saving the draft in hand stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Saved {
    /// Nothing has been changed since it was opened.
    #[default]
    Untouched,
    /// Changed, and about to be saved.
    Pending,
    /// Saved in the lasting store.
    Done,
    /// Held in memory only, because the lasting store refused it.
    MemoryOnly,
    /// Not saved: another window changed the draft, and the user has not chosen yet.
    Conflict,
}

/// Why no draft is in hand after one was to be opened.
#[derive(Clone, Debug, PartialEq)]
pub enum NotOpened {
    /// There is no draft with this id.
    Missing,
    /// It cannot be read, and is kept as it is.
    Damaged(Box<Entry>, OpenError),
}

/// What a new draft or a copy needs from outside.
#[derive(Clone, Debug)]
pub struct Fresh {
    /// An id that is not in use.
    pub id: String,
    /// The present moment, as in [`Draft::updated`].
    pub now: String,
    /// The language of the interface, in which copies are named.
    pub lang: Lang,
}

/// The session of one window.
#[derive(Debug)]
pub struct Session<S> {
    store: Fallback<S>,
    open: Option<Open>,
    changes: u32,
}

/// Drafts from a time before origins say where their answers came from only by what the answers are.
pub fn infer_origins(draft: &mut Draft) {
    if draft.origins.is_empty() && draft.minor == 0 {
        draft.origins = defaults::infer_origins(&draft.notice);
    }
    draft.minor = MINOR;
}

/// What a check looks at in a draft, beside its notice.
pub fn beside(draft: &Draft) -> Beside<'_> {
    Beside { draft_name: &draft.name, dismissals: &draft.dismissals, origins: Some(&draft.origins) }
}

/// What the session knows of the draft in hand. The draft itself is the caller's.
#[derive(Debug)]
struct Open {
    id: String,
    /// What the draft said when it was last read or saved: where it differs now, it needs saving.
    notice: Notice,
    dismissals: Vec<Dismissal>,
    answers: Answers,
    origins: Origins,
    exported: Option<Exported>,
    /// What the notice said when the origins of its answers were last noted.
    noted: Notice,
    /// The text that the lasting store had when this window last read or wrote it.
    stored: Option<String>,
    /// Another window has saved something else since.
    conflict: bool,
    /// The id of the copy that holds the unsaved changes, once the page seemed to close during a conflict.
    copy: Option<String>,
    /// Whether it has been saved since it was opened.
    saved: bool,
    schedule: Schedule,
}

impl Open {
    fn is_clean(&self, draft: &Draft) -> bool {
        draft.notice == self.notice
            && draft.dismissals == self.dismissals
            && draft.answers == self.answers
            && draft.origins == self.origins
            && draft.exported == self.exported
    }

    fn set_clean(&mut self, draft: &Draft) {
        self.notice.clone_from(&draft.notice);
        self.dismissals.clone_from(&draft.dismissals);
        self.answers.clone_from(&draft.answers);
        self.origins.clone_from(&draft.origins);
        self.exported.clone_from(&draft.exported);
    }
}

impl<S: DraftStore> Session<S> {
    /// A session with no draft in hand.
    pub fn new(store: S) -> Self {
        Self { store: Fallback::new(store), open: None, changes: 0 }
    }

    // ---- the draft in hand ----

    /// Takes up a draft. What was in hand must have been left before.
    ///
    /// # Errors
    /// When there is no such draft, or it cannot be read.
    pub fn open(&mut self, id: &str) -> Result<Draft, NotOpened> {
        self.open = None;
        let entry = self.store.get(id).ok_or(NotOpened::Missing)?;
        let mut draft = match entry.draft.clone() {
            Ok(draft) => draft,
            Err(error) => return Err(NotOpened::Damaged(Box::new(entry), error)),
        };
        infer_origins(&mut draft);
        let stored = match self.store.replaced(id) {
            Some(replaced) => replaced.map(str::to_owned),
            None => Some(entry.raw),
        };
        self.open = Some(Open {
            id: id.to_owned(),
            notice: draft.notice.clone(),
            dismissals: draft.dismissals.clone(),
            answers: draft.answers.clone(),
            origins: draft.origins.clone(),
            exported: draft.exported.clone(),
            noted: draft.notice.clone(),
            stored,
            conflict: false,
            copy: None,
            saved: false,
            schedule: Schedule::default(),
        });
        self.look(&mut draft);
        Ok(draft)
    }

    /// Puts the draft in hand away, saved. During a conflict, unsaved changes become a copy beside the other window's
    /// version; returns the copy's name then.
    pub fn leave(&mut self, draft: &mut Draft, copy: Fresh) -> Option<String> {
        let kept = self.closing(draft, copy);
        if let Some(open) = self.open.take().filter(|_| kept.is_some()) {
            self.store.release(&open.id);
        }
        kept
    }

    /// Whether the draft in hand differs from what was last read or saved.
    pub fn unsaved(&self, draft: &Draft) -> bool {
        self.open.as_ref().is_some_and(|open| !open.is_clean(draft))
    }

    /// Whether another window has changed the draft in hand, and the user has to choose.
    pub fn in_conflict(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.conflict)
    }

    /// How saving stands.
    pub fn saved(&self) -> Saved {
        let Some(open) = &self.open else { return Saved::Untouched };
        if open.conflict {
            Saved::Conflict
        } else if open.schedule.is_pending() {
            Saved::Pending
        } else if self.store.holds(&open.id) {
            Saved::MemoryOnly
        } else if open.saved {
            Saved::Done
        } else {
            Saved::Untouched
        }
    }

    /// The draft may have changed. Returns after how long to call [`flush`](Self::flush), if there is anything to save;
    /// an earlier appointment is void.
    pub fn changed(&mut self, draft: &Draft, now: Duration) -> Option<Duration> {
        let open = self.open.as_mut().filter(|open| !open.conflict)?;
        if open.is_clean(draft) {
            open.schedule.clear();
            return None;
        }
        Some(open.schedule.changed(now))
    }

    /// Saves now what is not saved yet, and tries again to save what memory holds. Returns `false` if changes remain
    /// that cannot be saved because another window has changed the draft.
    pub fn flush(&mut self, draft: &mut Draft, now: &str) -> bool {
        self.look(draft);
        if !self.in_conflict() && self.unsaved(draft) {
            self.save(draft, now);
        }
        self.retry();
        let at_stake = |open: &Open| open.conflict && (!open.is_clean(draft) || self.store.holds(&open.id));
        !self.open.as_ref().is_some_and(at_stake)
    }

    /// Whether closing the page would lose nothing. Saves first what can be saved.
    pub fn may_close(&mut self, draft: &mut Draft, now: &str) -> bool {
        self.flush(draft, now) && !self.store.holds_any()
    }

    /// The page may be closing for good: saves, and keeps as a copy what a conflict does not let it save. Returns the
    /// copy's name. The page may also come back; then the next time writes the same copy.
    pub fn closing(&mut self, draft: &mut Draft, copy: Fresh) -> Option<String> {
        if self.flush(draft, &copy.now) {
            return None;
        }
        let open = self.open.as_mut()?;
        let id = open.copy.get_or_insert(copy.id).clone();
        Some(self.copy(draft, Fresh { id, ..copy }))
    }

    // ---- other windows ----

    /// Another window changed what is stored under this id, or everything if there is none.
    pub fn heard(&mut self, draft: &mut Draft, id: Option<&str>) {
        self.changes += 1;
        if id.is_none_or(|id| self.open.as_ref().is_some_and(|open| open.id == id)) {
            self.look(draft);
        }
        // It may have made room.
        self.retry();
    }

    /// Puts away what is in hand, and takes up what the other window saved. Unsaved changes become a copy beside it: returns the
    /// copy's name too.
    pub fn take_theirs(
        &mut self,
        draft: &mut Draft,
        copy: Fresh,
    ) -> (Result<Draft, NotOpened>, Option<String>) {
        let kept = self.closing(draft, copy);
        let id = self.open.take().map(|open| open.id).unwrap_or_default();
        // What memory holds is in the copy, or it is all that there is.
        if kept.is_some() {
            self.store.release(&id);
        }
        (self.open(&id), kept)
    }

    /// Goes on with what is in hand as a draft of its own, beside what the other window saved.
    pub fn keep_both(&mut self, draft: &mut Draft, copy: Fresh) {
        let Some(open) = &mut self.open else { return };
        self.store.release(&open.id);
        draft.name = copy_name(ui::DRAFT_COPY_NAME, draft, copy.lang);
        draft.id = open.copy.take().unwrap_or(copy.id);
        open.id.clone_from(&draft.id);
        open.conflict = false;
        open.stored = self.store.lasting().read(&open.id);
        self.save(draft, &copy.now);
    }

    /// Looks whether another window has changed the draft in hand.
    fn look(&mut self, draft: &mut Draft) {
        let Some(open) = &mut self.open else { return };
        let lasting = self.store.lasting();
        if lasting.usable().is_err() {
            return;
        }
        let stored = lasting.read(&open.id);
        if stored == open.stored {
            open.conflict = false;
            return;
        }
        let theirs = stored.as_deref().and_then(|text| Draft::open(text).ok()).map(|mut theirs| {
            infer_origins(&mut theirs);
            theirs
        });
        // Both say the same, or the other window only gave the draft another name: there is nothing to choose.
        let agrees = |theirs: &Draft| {
            let says = |notice: &Notice, dismissals: &[Dismissal], answers: &Answers| {
                theirs.notice == *notice && theirs.dismissals == dismissals && theirs.answers == *answers
            };
            says(&open.notice, &open.dismissals, &open.answers)
                || says(&draft.notice, &draft.dismissals, &draft.answers)
        };
        let Some(theirs) = theirs.filter(agrees) else {
            open.conflict = true;
            open.schedule.clear();
            return;
        };
        draft.revision = draft.revision.max(theirs.revision);
        draft.name.clone_from(&theirs.name);
        // What another window has exported is exported here too; this window saves at once what it exports.
        draft.exported.clone_from(&theirs.exported);
        if draft.notice == theirs.notice {
            // Otherwise two windows that say the same would overwrite each other's origins for ever.
            draft.origins.clone_from(&theirs.origins);
            open.noted.clone_from(&draft.notice);
        }
        open.set_clean(&theirs);
        if open.is_clean(draft) {
            open.schedule.clear();
        }
        open.conflict = false;
        open.stored = stored;
        self.store.release(&open.id);
    }

    fn save(&mut self, draft: &mut Draft, now: &str) {
        self.note_said(draft);
        let Some(open) = &mut self.open else { return };
        now.clone_into(&mut draft.updated);
        draft.revision += 1;
        let text = draft.to_json().unwrap_or_default();
        open.set_clean(draft);
        open.schedule.clear();
        open.saved = true;
        match self.store.write(&open.id, &text) {
            Ok(()) => open.stored = Some(text),
            Err(_) => self.store.set_replaced(&open.id, open.stored.clone()),
        }
        self.changes += 1;
    }

    /// Tries again to save what memory holds.
    fn retry(&mut self) {
        let held = self.open.as_mut().filter(|open| self.store.holds(&open.id));
        if self.store.retry() {
            self.changes += 1;
        }
        if let Some(open) = held.filter(|open| !self.store.holds(&open.id)) {
            open.stored = self.store.lasting().read(&open.id);
        }
    }
}
