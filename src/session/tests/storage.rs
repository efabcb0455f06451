//! The session on a store that is full, blocked, or begins to fail.

use super::*;
use crate::store::StoreError;

/// A window that typed "Oma" after storage had become full.
fn full() -> (Shared, Window) {
    let store = store();
    let mut window = Window::open(&store, "a");
    store.room.set(Some(0));
    window.types("Oma");
    assert!(window.flush());
    (store, window)
}

#[test]
fn what_only_memory_holds_is_asked_about_wherever_one_is() {
    let (_, mut window) = full();
    assert_eq!(window.session.saved(), Saved::MemoryOnly);
    assert_eq!(window.session.problem(), Some(StoreError::Full));
    assert!(!window.may_close());
    window.leave("copy");
    assert!(!window.may_close(), "on the first page, too");
    window.draft = window.session.open("a").unwrap();
    assert_eq!(window.draft.notice.controller.name, "Oma");
    assert_eq!(window.session.saved(), Saved::MemoryOnly);
}

#[test]
fn room_is_used_as_soon_as_there_is_some() {
    let (store, mut window) = full();
    store.room.set(None);
    assert!(window.may_close(), "the question itself tries again");
    assert_eq!(window.session.saved(), Saved::Done);
    assert_eq!(window.session.problem(), None);
    assert_eq!(stored_firm(&store, "a").as_deref(), Some("Oma"));
    assert!(!window.session.in_conflict(), "its own text is not another window's");
    window.saves("Oma jatkuu");
}

#[test]
fn a_deletion_makes_room() {
    let (store, mut window) = full();
    store.room.set(Some(2));
    store.clone().write("b", "toinen").unwrap();
    store.room.set(Some(1));
    window.leave("copy");
    window.session.remove("b");
    assert_eq!(stored_firm(&store, "a").as_deref(), Some("Oma"));
    // As when it happens in another window.
    let (store, mut window) = full();
    store.room.set(None);
    window.session.heard(&mut window.draft, Some("b"));
    assert_eq!(stored_firm(&store, "a").as_deref(), Some("Oma"));
    assert_eq!(window.session.saved(), Saved::Done);
}

#[test]
fn the_other_windows_version_is_the_other_windows() {
    let (store, mut mine) = full();
    store.room.set(None);
    Window::open(&store, "a").saves("Toinen");
    assert!(!mine.flush());
    let draft = mine.take_theirs("n").unwrap();
    assert_eq!(draft.notice.controller.name, "Toinen");
    assert_eq!((mine.session.in_conflict(), mine.session.problem()), (false, None));
}

#[test]
fn a_draft_that_memory_holds_and_another_window_changed_opens_in_conflict() {
    let (store, mut mine) = full();
    mine.leave("copy");
    store.room.set(None);
    Window::open(&store, "a").saves("Toinen");
    mine.session.heard(&mut mine.draft, Some("a"));
    assert_eq!(stored_firm(&store, "a").as_deref(), Some("Toinen"));
    mine.draft = mine.session.open("a").unwrap();
    assert_eq!(mine.draft.notice.controller.name, "Oma");
    assert!(mine.session.in_conflict());
    assert_eq!(mine.leave("copy").as_deref(), Some("Oma (kopio)"));
    assert_eq!(stored_firm(&store, "copy").as_deref(), Some("Oma"));
    assert!(mine.may_close());
}

#[test]
fn an_import_into_full_storage_is_asked_about() {
    let store = store();
    store.room.set(Some(1));
    let mut session = Session::new(store.clone());
    let id = session.import(Draft::new("b", NOW, Notice::default()), &fresh("c"));
    assert_eq!((id.as_str(), session.problem()), ("b", Some(StoreError::Full)));
    let mut none = Draft::new("", "", Notice::default());
    assert!(!session.may_close(&mut none, NOW));
    assert_eq!(session.drafts().len(), 2);
}

#[test]
fn blocked_storage_is_blocked_from_the_start_and_asked_about() {
    let store = Shared::default();
    store.failing.set(Some(StoreError::Blocked));
    let mut session = Session::new(store);
    assert_eq!(session.problem(), Some(StoreError::Blocked));
    let mut none = Draft::new("", "", Notice::default());
    assert!(session.may_close(&mut none, NOW), "there is nothing to lose yet");
    session.keep(&Draft::new("b", NOW, Notice::default()));
    assert!(!session.may_close(&mut none, NOW));
}

#[test]
fn storage_that_begins_to_fail_stops_nothing_and_recovers() {
    let store = store();
    let mut window = Window::open(&store, "a");
    window.session.keep(&Draft::new("b", NOW, Notice::default()));
    store.failing.set(Some(StoreError::Blocked));
    window.types("Oma");
    assert!(window.flush(), "a store that cannot be read shows no conflict");
    assert_eq!(
        (window.session.saved(), window.session.problem()),
        (Saved::MemoryOnly, Some(StoreError::Blocked))
    );
    assert!(window.session.remove("b"), "nobody can see it any more");
    store.failing.set(None);
    assert!(window.may_close());
    assert_eq!((window.session.saved(), window.session.problem()), (Saved::Done, None));
    assert_eq!(stored_firm(&store, "a").as_deref(), Some("Oma"));
    assert!(store.read("b").is_some(), "it could not be removed");
}
