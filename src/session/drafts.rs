//! What the session does to drafts that are not in hand: lists, copies, renames, imports and removes them.

use super::{Fresh, Session, copy_name};
use crate::content::ui;
use crate::draft::{Draft, is_draft_id};
use crate::store::{DraftStore, Entry, StoreError};

impl<S: DraftStore> Session<S> {
    /// All drafts, newest first.
    pub fn drafts(&self) -> Vec<Entry> {
        self.store.list()
    }

    /// Grows when the list of drafts may have changed.
    pub const fn changes(&self) -> u32 {
        self.changes
    }

    /// Why drafts do not last at the moment.
    pub const fn problem(&self) -> Option<StoreError> {
        self.store.problem()
    }

    /// Keeps a draft that is not in hand. Where the store refuses it, memory holds it and [`problem`](Self::problem)
    /// says why.
    pub fn keep(&mut self, draft: &Draft) {
        self.keep_text(&draft.id, &draft.to_json().unwrap_or_default());
    }

    /// Keeps a stored text under an id, whatever it is: for undoing a deletion.
    pub fn keep_text(&mut self, id: &str, text: &str) {
        // Memory holds what is refused.
        let _ = self.store.write(id, text);
        self.changes += 1;
    }

    /// Keeps a copy of a draft. Returns the copy's name.
    pub fn copy(&mut self, draft: &Draft, copy: Fresh) -> String {
        let name = copy_name(ui::DRAFT_COPY_NAME, draft, copy.lang);
        let Fresh { id, now, .. } = copy;
        self.keep(&Draft {
            id,
            name: name.clone(),
            created: now.clone(),
            updated: now,
            revision: 0,
            ..draft.clone()
        });
        name
    }

    /// Keeps a draft from a file: under its own id, or under a new one if that is in use or cannot be a link. Returns
    /// the id.
    pub fn import(&mut self, mut draft: Draft, copy: &Fresh) -> String {
        let in_use = self.has(&draft.id);
        if in_use {
            draft.name = copy_name(ui::OPEN_COPY_NAME, &draft, copy.lang);
        }
        if in_use || !is_draft_id(&draft.id) {
            draft.id.clone_from(&copy.id);
        }
        for moment in [&mut draft.created, &mut draft.updated] {
            if moment.is_empty() {
                moment.clone_from(&copy.now);
            }
        }
        self.keep(&draft);
        draft.id
    }

    /// Keeps a stored text from a rescue file. It never replaces a draft that is here, which is at least as new: then
    /// it is kept under the new id.
    pub fn import_text(&mut self, id: &str, text: &str, new_id: &str) {
        let id = if self.has(id) || !is_draft_id(id) { new_id } else { id };
        self.keep_text(id, text);
    }

    /// Gives a stored draft another name.
    pub fn rename(&mut self, id: &str, name: &str) {
        if let Some(Entry { draft: Ok(mut draft), .. }) = self.store.get(id) {
            name.trim().clone_into(&mut draft.name);
            draft.revision += 1;
            self.keep(&draft);
        }
    }

    /// Moves a draft whose id cannot be a link to a new id. The old one goes only once the new one lasts.
    pub fn move_to(&mut self, id: &str, new_id: &str) {
        let Some(text) = self.store.read(id) else { return };
        self.keep_text(new_id, &text);
        if !self.store.holds(new_id) {
            self.remove(id);
        }
    }

    /// Removes a draft, and uses the room that it leaves. Returns whether it is gone; why it is not, says
    /// [`problem`](Self::problem).
    pub fn remove(&mut self, id: &str) -> bool {
        let result = self.store.remove(id);
        self.changes += 1;
        self.retry();
        result.is_ok() || !self.has(id)
    }

    fn has(&self, id: &str) -> bool {
        self.store.read(id).is_some()
    }
}
