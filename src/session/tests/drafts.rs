//! Drafts that are not in hand, and undo.

use super::*;
use crate::content::VENDORS;
use crate::defaults;

#[test]
fn a_copy_is_a_draft_of_its_own() {
    let store = store();
    let mut window = Window::open(&store, "a");
    assert_eq!(window.session.copy(&window.draft, fresh("c")), "Alku (kopio)");
    let copy = store.get("c").unwrap().draft.unwrap();
    assert_eq!((copy.name.as_str(), copy.revision, copy.created.as_str()), ("Alku (kopio)", 0, NOW));
}

#[test]
fn an_import_replaces_nothing() {
    let mut session = Session::new(store());
    let draft = |id: &str| Draft::new(id, NOW, Notice::default());
    assert_eq!(session.import(draft("b"), fresh("n1")), "b");
    assert_eq!(session.import(draft("a"), fresh("n2")), "n2");
    assert_eq!(session.import(draft("<id>"), fresh("n3")), "n3");
    session.import_text("a", "{broken", "n4");
    session.import_text("d", "{broken", "n5");
    session.import_text("odd id", "{broken", "n6");
    let entries = session.drafts();
    let name =
        |id: &str| entries.iter().find(|entry| entry.id == id).unwrap().draft.as_ref().unwrap().name.clone();
    assert_eq!((name("n2").as_str(), name("n3").as_str()), ("Nimetön luonnos (tuotu)", ""));
    let mut ids: Vec<_> = entries.iter().map(|entry| entry.id.as_str()).collect();
    ids.sort_unstable();
    assert_eq!(ids, ["a", "b", "d", "n2", "n3", "n4", "n6"]);
}

#[test]
fn a_draft_with_an_id_that_is_no_link_moves_to_one_that_is() {
    let mut store = store();
    let text = store.read("a").unwrap();
    store.write("oma luonnos", &text).unwrap();
    store.room.set(Some(2));
    let mut session = Session::new(store.clone());
    session.move_to("oma luonnos", "b");
    assert!(store.read("oma luonnos").is_some(), "there was no room, so it stays");
    session.remove("b");
    store.room.set(None);
    session.move_to("oma luonnos", "b");
    assert_eq!(store.read("oma luonnos"), None);
    assert_eq!(session.open("b").unwrap().notice.controller.name, "Alku");
}

#[test]
fn every_change_of_the_list_is_counted() {
    let store = store();
    let mut window = Window::open(&store, "a");
    let mut before = window.session.changes();
    let mut grew = |session: &Session<Shared>| {
        let grew = session.changes() > before;
        before = session.changes();
        grew
    };
    assert!(!grew(&window.session));
    window.saves("Uusi");
    assert!(grew(&window.session));
    window.session.rename("a", "Nimi");
    assert!(grew(&window.session));
    window.session.remove("a");
    assert!(grew(&window.session));
    window.session.heard(&mut window.draft, Some("b"));
    assert!(grew(&window.session));
}

#[test]
fn an_offer_is_merged_once_and_taken_back_without_later_answers() {
    let mut draft = Draft::new("a", NOW, Notice::default());
    let offer = defaults::vendor(&VENDORS[0]);
    let before = draft.notice.clone();
    let undo = merge_offer(&mut draft, &offer).expect("it says something new");
    assert_ne!(draft.notice, before);
    firm(&mut draft, "Myöhemmin");
    assert!(merge_offer(&mut draft, &offer).is_none(), "all of it is there already");
    undo.apply(&mut draft);
    assert_eq!(draft.notice.controller.name, "Myöhemmin");
    assert!(draft.notice.purposes.is_empty() && draft.notice.recipients.is_empty());
}
