//! Tests of the store, and the store that tests of the session use, too: several windows can share one.

use super::*;
use crate::notice::Notice;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A store in memory that its clones share, as windows share localStorage. It can be short of room, or fail.
#[derive(Clone, Default)]
pub(crate) struct Shared {
    texts: Rc<RefCell<Vec<(String, String)>>>,
    /// What every call answers, where it is set.
    pub failing: Rc<Cell<Option<StoreError>>>,
    /// How many drafts fit; `None` for any number.
    pub room: Rc<Cell<Option<usize>>>,
}

impl DraftStore for Shared {
    fn usable(&self) -> Result<(), StoreError> {
        self.failing.get().map_or(Ok(()), Err)
    }

    fn ids(&self) -> Vec<String> {
        let texts = self.texts.borrow();
        texts.iter().filter(|_| self.failing.get().is_none()).map(|(id, _)| id.clone()).collect()
    }

    fn read(&self, id: &str) -> Option<String> {
        self.usable().ok()?;
        self.texts.borrow().iter().find(|(kept, _)| kept == id).map(|(_, text)| text.clone())
    }

    fn write(&mut self, id: &str, text: &str) -> Result<(), StoreError> {
        self.usable()?;
        let mut texts = self.texts.borrow_mut();
        let others = texts.iter().filter(|(kept, _)| kept != id).count();
        if self.room.get().is_some_and(|room| others >= room) {
            return Err(StoreError::Full);
        }
        texts.retain(|(kept, _)| kept != id);
        texts.push((id.to_owned(), text.to_owned()));
        Ok(())
    }

    fn remove(&mut self, id: &str) -> Result<(), StoreError> {
        self.usable()?;
        self.texts.borrow_mut().retain(|(kept, _)| kept != id);
        Ok(())
    }
}

fn json(updated: &str) -> String {
    Draft::new("x", updated, Notice::default()).to_json().unwrap()
}

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

#[test]
fn newest_first_and_damaged_last_with_its_text() {
    let mut store = Shared::default();
    store.write("old", &json("2026-01-01T00:00:00Z")).unwrap();
    store.write("broken", "{oops").unwrap();
    store.write("new", &json("2026-02-01T00:00:00Z")).unwrap();
    let list = store.list();
    assert_eq!(list.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), ["new", "old", "broken"]);
    assert_eq!(list[0].draft.as_ref().unwrap().id, "new", "the key overrides the id inside");
    assert_eq!(list[2].raw, "{oops");
    assert!(list[2].draft.is_err());
}

/// A store with room for one draft, which has one.
fn full() -> (Shared, Fallback<Shared>) {
    let shared = Shared::default();
    shared.room.set(Some(1));
    let mut store = Fallback::new(shared.clone());
    store.write("a", "1").unwrap();
    (shared, store)
}

#[test]
fn what_does_not_fit_is_held_in_memory_and_says_so() {
    let (_, mut store) = full();
    assert_eq!((store.problem(), store.holds_any()), (None, false));
    assert_eq!(store.write("b", "2"), Err(StoreError::Full));
    assert_eq!(store.read("b").as_deref(), Some("2"));
    assert_eq!(store.ids(), ["a", "b"]);
    assert_eq!((store.problem(), store.holds_any()), (Some(StoreError::Full), true));
    store.remove("a").unwrap();
    assert_eq!(store.write("b", "3"), Ok(()));
    assert_eq!((store.problem(), store.holds_any()), (None, false));
    assert_eq!(store.ids(), ["b"]);
    assert_eq!(store.read("b").as_deref(), Some("3"));
}

#[test]
fn room_that_becomes_free_is_used() {
    let (shared, mut store) = full();
    store.write("b", "2").unwrap_err();
    assert!(!store.retry(), "there is no room yet");
    assert_eq!(store.problem(), Some(StoreError::Full));
    shared.room.set(None);
    assert!(store.retry());
    assert_eq!((store.problem(), store.holds_any()), (None, false));
    assert_eq!(shared.read("b").as_deref(), Some("2"));
}

#[test]
fn what_is_held_never_replaces_what_another_window_wrote() {
    let shared = Shared::default();
    let mut store = Fallback::new(shared.clone());
    store.write("a", "0").unwrap();
    shared.room.set(Some(0));
    store.write("a", "mine").unwrap_err();
    store.write("a", "mine again").unwrap_err();
    shared.room.set(None);
    shared.clone().write("a", "theirs").unwrap();
    assert!(!store.retry());
    assert_eq!(shared.read("a").as_deref(), Some("theirs"));
    assert_eq!(store.replaced("a"), Some(Some("0")));
    assert_eq!(store.read("a").as_deref(), Some("mine again"));
    store.release("a");
    assert_eq!(store.read("a").as_deref(), Some("theirs"));
    assert_eq!(store.problem(), None);
}

#[test]
fn a_blocked_store_works_in_memory() {
    let shared = Shared::default();
    shared.failing.set(Some(StoreError::Blocked));
    let mut store = Fallback::new(shared.clone());
    assert_eq!(store.problem(), Some(StoreError::Blocked));
    assert_eq!(store.write("a", "1"), Err(StoreError::Blocked));
    assert_eq!(store.read("a").as_deref(), Some("1"));
    assert_eq!(store.remove("a"), Err(StoreError::Blocked));
    assert_eq!((store.problem(), store.holds_any()), (Some(StoreError::Blocked), false));
}

#[test]
fn a_store_that_begins_to_fail_is_said_to_be_blocked_and_not_full() {
    let (shared, mut store) = full();
    shared.failing.set(Some(StoreError::Blocked));
    assert_eq!(store.remove("a"), Err(StoreError::Blocked));
    assert_eq!(store.problem(), Some(StoreError::Blocked));
    assert_eq!(store.write("a", "2"), Err(StoreError::Blocked));
    shared.failing.set(None);
    // The draft was kept before the failure, which hid it: so it counts as another window's.
    assert!(!store.retry());
    store.release("a");
    assert_eq!((store.problem(), store.read("a").as_deref()), (None, Some("1")));
}

#[test]
fn a_removal_that_fails_is_a_problem_until_the_next_write() {
    let (shared, mut store) = full();
    shared.failing.set(Some(StoreError::Blocked));
    store.remove("a").unwrap_err();
    shared.failing.set(None);
    assert!(!store.retry());
    assert_eq!(store.problem(), Some(StoreError::Blocked));
    store.write("a", "2").unwrap();
    assert_eq!(store.problem(), None);
}
