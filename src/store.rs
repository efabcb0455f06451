//! The port to wherever drafts are kept, and a wrapper that holds in memory what the lasting store refuses.
//!
//! Knows: drafts as text. Does not know: the browser (its adapter is `ui::local_store`), or which draft is open
//! (`session`).

use crate::draft::{Draft, OpenError};
use crate::lang::Lang;
use serde_json::Value;
use std::cmp::Reverse;

/// Why a store did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser does not let the page store anything.
    Blocked,
    /// There is no room left.
    Full,
}

/// A draft in a store, readable or damaged.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The id under which it is kept.
    pub id: String,
    /// The stored text, unchanged, so that a damaged draft can be downloaded.
    pub raw: String,
    /// The draft with the id under which it is kept (which overrides the id inside the file), or why it cannot be read.
    pub draft: Result<Draft, OpenError>,
}

impl Entry {
    fn new(id: String, raw: String) -> Self {
        let draft = Draft::open(&raw).map(|draft| Draft { id: id.clone(), ..draft });
        Self { id, raw, draft }
    }
}

/// A store of drafts. A text that cannot be read as a draft is never changed, only listed, and removed on request.
pub trait DraftStore {
    /// Whether the store can be used at all.
    ///
    /// # Errors
    /// Why it cannot.
    fn usable(&self) -> Result<(), StoreError>;
    /// The ids of all drafts, in no particular order.
    fn ids(&self) -> Vec<String>;
    /// The text kept under an id.
    fn read(&self, id: &str) -> Option<String>;
    /// Keeps a text under an id.
    ///
    /// # Errors
    /// When the store is blocked or full; the text that was kept before is still there.
    fn write(&mut self, id: &str, text: &str) -> Result<(), StoreError>;
    /// Removes what is kept under an id.
    ///
    /// # Errors
    /// When the store is blocked; what was kept is still there.
    fn remove(&mut self, id: &str) -> Result<(), StoreError>;

    /// One draft.
    fn get(&self, id: &str) -> Option<Entry> {
        self.read(id).map(|raw| Entry::new(id.to_owned(), raw))
    }

    /// All drafts, newest first; those that cannot be read come last.
    fn list(&self) -> Vec<Entry> {
        let mut entries: Vec<_> = self.ids().iter().filter_map(|id| self.get(id)).collect();
        entries.sort_by_key(|entry| Reverse(entry.draft.as_ref().map_or(0, |draft| moment(&draft.updated))));
        entries
    }
}

/// An ISO timestamp as a number to sort by: its first 14 digits. For any other text the number means nothing.
fn moment(iso: &str) -> u64 {
    let digits = iso.bytes().filter(u8::is_ascii_digit).chain(std::iter::repeat(b'0'));
    digits.take(14).fold(0, |number, digit| number * 10 + u64::from(digit - b'0'))
}

/// What the app remembers about itself. boot.js reads it, too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The interface's language.
    pub lang: Lang,
}

impl Settings {
    /// Reads the stored text; the defaults where it says nothing.
    pub fn read(text: &str) -> Self {
        let kept: Option<Value> = serde_json::from_str(text).ok();
        let lang = kept.as_ref().and_then(|kept| kept.get("lang")).and_then(Value::as_str);
        Self { lang: lang.and_then(Lang::from_tag).unwrap_or_default() }
    }

    /// The text to store.
    pub fn written(self) -> String {
        format!("{{\"lang\":\"{}\"}}", self.lang.tag())
    }
}

/// A text that the lasting store refused.
#[derive(Clone, Debug)]
struct Held {
    id: String,
    text: String,
    /// What the lasting store had under this id when it refused: as long as it still has that, nobody else has written
    /// there, and the text may replace it.
    replaces: Option<String>,
}

/// A lasting store with memory behind it. A text that the lasting store refuses is held in memory until there is room.
#[derive(Debug)]
pub struct Fallback<S> {
    lasting: S,
    held: Vec<Held>,
    problem: Option<StoreError>,
}

impl<S: DraftStore> Fallback<S> {
    /// A store over a lasting one, which may be out of use.
    pub fn new(lasting: S) -> Self {
        let problem = lasting.usable().err();
        Self { lasting, held: Vec::new(), problem }
    }

    /// The lasting store, without what is held in memory.
    pub const fn lasting(&self) -> &S {
        &self.lasting
    }

    /// Why drafts do not last at the moment; `None` while they do.
    pub const fn problem(&self) -> Option<StoreError> {
        self.problem
    }

    /// Whether memory holds anything that closing the page would lose.
    pub const fn holds_any(&self) -> bool {
        !self.held.is_empty()
    }

    /// Whether what is kept under this id is only in memory.
    pub fn holds(&self, id: &str) -> bool {
        self.held(id).is_some()
    }

    /// What the lasting store had under this id when it refused the text that is held for it; `None` for an id that
    /// is not held.
    pub fn replaced(&self, id: &str) -> Option<Option<&str>> {
        self.held(id).map(|held| held.replaces.as_deref())
    }

    /// Says which stored text the one that is held for this id is meant to replace. Its caller may know better than the
    /// store, which could not be read while it failed.
    pub fn set_replaced(&mut self, id: &str, text: Option<String>) {
        if let Some(held) = self.held.iter_mut().find(|held| held.id == id) {
            held.replaces = text;
        }
    }

    /// Gives up what memory holds under an id: from now on the lasting store's text counts.
    pub fn release(&mut self, id: &str) {
        self.held.retain(|held| held.id != id);
        self.settle();
    }

    /// Tries again to write what is held. Texts under which the lasting store has changed meanwhile stay held: which of
    /// the two counts is not for the store to say. Returns whether anything was written.
    pub fn retry(&mut self) -> bool {
        let before = self.held.len();
        if before == 0 {
            return false;
        }
        let (lasting, problem) = (&mut self.lasting, &mut self.problem);
        self.held.retain(|held| {
            if lasting.read(&held.id) != held.replaces {
                return true;
            }
            let written = lasting.write(&held.id, &held.text);
            *problem = written.err().or(*problem);
            written.is_err()
        });
        self.settle();
        self.held.len() < before
    }

    fn held(&self, id: &str) -> Option<&Held> {
        self.held.iter().find(|held| held.id == id)
    }

    /// Brings [`problem`](Self::problem) up to date: with nothing held, only a store that cannot be used at all is one.
    fn settle(&mut self) {
        if self.held.is_empty() {
            self.problem = self.lasting.usable().err();
        }
    }
}

impl<S: DraftStore> DraftStore for Fallback<S> {
    /// Always `Ok`, because memory can be used; [`problem`](Fallback::problem) tells what is wrong with the lasting store.
    fn usable(&self) -> Result<(), StoreError> {
        Ok(())
    }

    fn ids(&self) -> Vec<String> {
        let mut ids = self.lasting.ids();
        let held = self.held.iter().map(|held| &held.id);
        let more: Vec<_> = held.filter(|id| !ids.contains(*id)).cloned().collect();
        ids.extend(more);
        ids
    }

    fn read(&self, id: &str) -> Option<String> {
        self.held(id).map(|held| held.text.clone()).or_else(|| self.lasting.read(id))
    }

    /// The error says why the text will not last; it is held in memory.
    fn write(&mut self, id: &str, text: &str) -> Result<(), StoreError> {
        let held = self.held.iter().position(|held| held.id == id).map(|index| self.held.swap_remove(index));
        let result = self.lasting.write(id, text);
        if result.is_err() {
            let replaces = held.map_or_else(|| self.lasting.read(id), |held| held.replaces);
            self.held.push(Held { id: id.to_owned(), text: text.to_owned(), replaces });
            self.problem = result.err();
        }
        self.settle();
        result
    }

    fn remove(&mut self, id: &str) -> Result<(), StoreError> {
        let result = self.lasting.remove(id);
        if result.is_ok() || self.lasting.read(id).is_none() {
            self.held.retain(|held| held.id != id);
        }
        self.settle();
        self.problem = result.err().or(self.problem);
        result
    }
}

#[cfg(test)]
pub(crate) mod tests;
