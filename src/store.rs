//! Where drafts are kept: a port, and a store in memory that stands in where the browser's is blocked or full.
//!
//! Knows: drafts as text. Does not know: the browser (its adapter is `ui::local_store`).

use crate::draft::{Draft, OpenError};
use crate::lang::Lang;
use crate::order;
use serde_json::Value;

/// Why a store did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser does not let the page store anything.
    Blocked,
    /// There is no room left.
    Full,
}

/// A draft in a store: readable, or kept as it is because it cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The id under which it is kept.
    pub id: String,
    /// The text as it is kept, so that it can be downloaded whatever it is.
    pub raw: String,
    /// The draft, or why it is none.
    pub draft: Result<Draft, OpenError>,
}

impl Entry {
    fn new(id: String, raw: String) -> Self {
        let draft = Draft::open(&raw);
        Self { id, raw, draft }
    }
}

/// A store of drafts. Texts that do not parse are never changed, only listed or removed on request.
pub trait DraftStore {
    /// The ids of all drafts, in no particular order.
    fn ids(&self) -> Vec<String>;
    /// The text kept under an id.
    fn read(&self, id: &str) -> Option<String>;
    /// Keeps a text under an id.
    ///
    /// # Errors
    /// When the store is blocked or full; what was kept before is still there.
    fn write(&mut self, id: &str, text: &str) -> Result<(), StoreError>;
    /// Removes what is kept under an id.
    fn remove(&mut self, id: &str);

    /// One draft.
    fn get(&self, id: &str) -> Option<Entry> {
        self.read(id).map(|raw| Entry::new(id.to_owned(), raw))
    }

    /// All drafts, newest first; those that cannot be read come last.
    fn list(&self) -> Vec<Entry> {
        let mut entries: Vec<_> = self.ids().iter().filter_map(|id| self.get(id)).collect();
        order::by_number(&mut entries, |entry| {
            u64::MAX - entry.draft.as_ref().map_or(0, |draft| moment(&draft.updated))
        });
        entries
    }
}

/// An ISO moment as a number that grows with time: its digits. A text that is no moment sorts anywhere.
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
    /// What a kept text says; the defaults for what it does not.
    pub fn read(text: &str) -> Self {
        let kept: Option<Value> = serde_json::from_str(text).ok();
        let lang = kept.as_ref().and_then(|kept| kept.get("lang")).and_then(Value::as_str);
        Self { lang: lang.and_then(Lang::from_tag).unwrap_or_default() }
    }

    /// The text to be kept.
    pub fn written(self) -> String {
        format!("{{\"lang\":\"{}\"}}", self.lang.tag())
    }
}

/// A store that lives as long as the page.
#[derive(Clone, Debug, Default)]
pub struct MemoryStore(Vec<(String, String)>);

impl DraftStore for MemoryStore {
    fn ids(&self) -> Vec<String> {
        self.0.iter().map(|(id, _)| id.clone()).collect()
    }

    fn read(&self, id: &str) -> Option<String> {
        self.0.iter().find(|(kept, _)| kept == id).map(|(_, text)| text.clone())
    }

    fn write(&mut self, id: &str, text: &str) -> Result<(), StoreError> {
        self.remove(id);
        self.0.push((id.to_owned(), text.to_owned()));
        Ok(())
    }

    fn remove(&mut self, id: &str) {
        self.0.retain(|(kept, _)| kept != id);
    }
}

/// A lasting store with memory behind it: what the first refuses is kept in the second, and read from there.
#[derive(Debug, Default)]
pub struct Fallback<S> {
    lasting: Option<S>,
    memory: MemoryStore,
}

impl<S: DraftStore> Fallback<S> {
    /// A store over a lasting one, or over none where the browser blocks it.
    pub fn new(lasting: Option<S>) -> Self {
        Self { lasting, memory: MemoryStore::default() }
    }

    /// Keeps a text, in memory if it must be; the error says why it will not last.
    ///
    /// # Errors
    /// The text is kept, but only until the page is closed.
    pub fn keep(&mut self, id: &str, text: &str) -> Result<(), StoreError> {
        let result =
            self.lasting.as_mut().map_or(Err(StoreError::Blocked), |lasting| lasting.write(id, text));
        match result {
            Ok(()) => self.memory.remove(id),
            Err(_) => self.memory.write(id, text)?,
        }
        result
    }
}

impl<S: DraftStore> DraftStore for Fallback<S> {
    fn ids(&self) -> Vec<String> {
        let mut ids = self.lasting.as_ref().map(S::ids).unwrap_or_default();
        for id in self.memory.ids() {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids
    }

    fn read(&self, id: &str) -> Option<String> {
        self.memory.read(id).or_else(|| self.lasting.as_ref()?.read(id))
    }

    fn write(&mut self, id: &str, text: &str) -> Result<(), StoreError> {
        self.keep(id, text)
    }

    fn remove(&mut self, id: &str) {
        self.memory.remove(id);
        if let Some(lasting) = &mut self.lasting {
            lasting.remove(id);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::Notice;

    #[test]
    fn settings_are_read_as_they_are_written_and_damage_is_no_setting() {
        for lang in Lang::ALL {
            assert_eq!(Settings::read(&Settings { lang }.written()), Settings { lang });
        }
        for damaged in ["", "{", "{}", "[]", "{\"lang\":7}", "{\"lang\":\"de\"}"] {
            assert_eq!(Settings::read(damaged), Settings::default());
        }
    }

    #[test]
    fn moments_grow_with_time_whatever_a_file_says() {
        let moments = ["", "2026-11-20", "2026-11-20T12:00:00Z", "2026-11-20T12:00:01Z", "2027"];
        assert!(moments.map(moment).is_sorted());
        assert_eq!(moment("2026-11-20T12:00:00.123456789Z"), moment("2026-11-20T12:00:00Z"));
    }

    /// A store with room for one text.
    #[derive(Default)]
    struct Tiny(MemoryStore);

    impl DraftStore for Tiny {
        fn ids(&self) -> Vec<String> {
            self.0.ids()
        }
        fn read(&self, id: &str) -> Option<String> {
            self.0.read(id)
        }
        fn write(&mut self, id: &str, text: &str) -> Result<(), StoreError> {
            if self.ids().iter().all(|kept| kept == id) {
                self.0.write(id, text)
            } else {
                Err(StoreError::Full)
            }
        }
        fn remove(&mut self, id: &str) {
            self.0.remove(id);
        }
    }

    fn json(updated: &str) -> String {
        Draft::new("x", updated, Notice::default()).to_json().unwrap()
    }

    #[test]
    fn newest_first_and_damaged_last_with_its_text() {
        let mut store = MemoryStore::default();
        store.write("old", &json("2026-01-01T00:00:00Z")).unwrap();
        store.write("broken", "{oops").unwrap();
        store.write("new", &json("2026-02-01T00:00:00Z")).unwrap();
        let list = store.list();
        assert_eq!(list.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["new", "old", "broken"]);
        assert_eq!(list[2].raw, "{oops");
        assert!(list[2].draft.is_err());
    }

    #[test]
    fn what_does_not_fit_is_kept_in_memory_and_says_so() {
        let mut store = Fallback::new(Some(Tiny::default()));
        assert_eq!(store.keep("a", "1"), Ok(()));
        assert_eq!(store.keep("b", "2"), Err(StoreError::Full));
        assert_eq!(store.read("b").as_deref(), Some("2"));
        store.remove("a");
        assert_eq!(store.keep("b", "3"), Ok(()));
        assert_eq!(store.ids(), ["b"]);
        assert_eq!(store.read("b").as_deref(), Some("3"));
    }

    #[test]
    fn a_blocked_store_works_in_memory() {
        let mut store = Fallback::<Tiny>::new(None);
        assert_eq!(store.keep("a", "1"), Err(StoreError::Blocked));
        assert_eq!(store.read("a").as_deref(), Some("1"));
    }
}
