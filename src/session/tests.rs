//! The session on a store that several windows share.

mod drafts;
mod firms;
mod storage;

use super::*;
use crate::compose::as_own_words;
use crate::defaults::Offer;
use crate::notice::date::Date;
use crate::notice::origin::Origin;
use crate::section::SectionId;
use crate::store::tests::Shared;

const NOW: &str = "2026-11-21T12:00:00Z";

fn fresh(id: &str) -> Fresh {
    Fresh { id: id.to_owned(), now: NOW.to_owned(), lang: Lang::Fi }
}

fn firm(draft: &mut Draft, name: &str) {
    name.clone_into(&mut draft.notice.controller.name);
}

/// The firm that a stored draft names.
fn stored_firm(store: &Shared, id: &str) -> Option<String> {
    store.get(id).map(|entry| entry.draft.unwrap().notice.controller.name)
}

/// A window with a draft in hand.
struct Window {
    session: Session<Shared>,
    draft: Draft,
}

impl Window {
    fn open(store: &Shared, id: &str) -> Self {
        let mut session = Session::new(store.clone());
        let draft = session.open(id).unwrap();
        Self { session, draft }
    }

    /// Types the firm's name, without saving.
    fn types(&mut self, name: &str) {
        firm(&mut self.draft, name);
        self.session.changed(&self.draft, Duration::ZERO);
    }

    fn flush(&mut self) -> bool {
        self.session.flush(&mut self.draft, NOW)
    }

    fn saves(&mut self, name: &str) {
        self.types(name);
        assert!(self.flush());
        assert_eq!(self.session.saved(), Saved::Done);
    }

    /// Accepts what comes with a purpose or a service.
    fn change(&mut self, offer: &Offer) -> Option<Change> {
        self.session.change(&mut self.draft, &offer.origin(), |notice| offer.accept(notice))
    }

    fn take_theirs(&mut self, copy: &str) -> Result<Draft, NotOpened> {
        self.session.take_theirs(&mut self.draft, fresh(copy)).0
    }

    fn leave(&mut self, copy: &str) -> Option<String> {
        self.session.leave(&mut self.draft, fresh(copy))
    }

    fn may_close(&mut self) -> bool {
        self.session.may_close(&mut self.draft, NOW)
    }
}

/// A store that holds the draft `a` of the firm "Alku".
fn store() -> Shared {
    let store = Shared::default();
    let mut draft = Draft::new("a", NOW, Notice::default());
    firm(&mut draft, "Alku");
    Session::new(store.clone()).keep(&draft);
    store
}

/// Two windows with the same draft in hand. The second has saved "Toinen", the first has typed "Oma" and knows nothing.
fn two_windows() -> (Shared, Window, Window) {
    let store = store();
    let (mut mine, mut other) = (Window::open(&store, "a"), Window::open(&store, "a"));
    other.saves("Toinen");
    mine.types("Oma");
    (store, mine, other)
}

// ---- loading and saving ----

#[test]
fn a_draft_that_is_not_there_or_damaged_is_not_opened() {
    let mut store = store();
    store.write("broken", "{oops").unwrap();
    let mut session = Session::new(store.clone());
    assert_eq!(session.open("none"), Err(NotOpened::Missing));
    let Err(NotOpened::Damaged(entry, _)) = session.open("broken") else { panic!("it is damaged") };
    assert_eq!(entry.raw, "{oops");
    assert_eq!(session.saved(), Saved::Untouched);
    assert_eq!(session.leave(&mut Draft::new("", "", Notice::default()), fresh("c")), None);
    assert_eq!(store.read("broken").as_deref(), Some("{oops"));
}

#[test]
fn what_is_typed_is_saved_when_it_is_due() {
    let store = store();
    let mut window = Window::open(&store, "a");
    assert_eq!(window.session.changed(&window.draft, Duration::ZERO), None, "nothing is changed");
    assert_eq!(window.session.saved(), Saved::Untouched);
    firm(&mut window.draft, "Uusi");
    let due = window.session.changed(&window.draft, Duration::from_secs(5));
    assert_eq!(due, Some(Duration::from_millis(300)));
    assert_eq!(window.session.saved(), Saved::Pending);
    assert!(window.session.unsaved(&window.draft));
    assert_eq!(stored_firm(&store, "a").as_deref(), Some("Alku"));
    assert!(window.flush());
    assert_eq!(window.session.saved(), Saved::Done);
    assert!(!window.session.unsaved(&window.draft));
    assert_eq!(stored_firm(&store, "a").as_deref(), Some("Uusi"));
    assert_eq!((window.draft.revision, window.draft.updated.as_str()), (1, NOW));
    // What is undone again needs no saving.
    window.types("Virhe");
    window.types("Uusi");
    assert_eq!(window.session.saved(), Saved::Done);
    window.flush();
    assert_eq!(window.draft.revision, 1);
}

#[test]
fn leaving_and_closing_save() {
    let store = store();
    let mut window = Window::open(&store, "a");
    window.types("Yksi");
    assert!(window.may_close());
    assert_eq!(stored_firm(&store, "a").as_deref(), Some("Yksi"));
    window.types("Kaksi");
    assert_eq!(window.leave("copy"), None);
    assert_eq!(stored_firm(&store, "a").as_deref(), Some("Kaksi"));
    assert_eq!(store.ids(), ["a"]);
}

// ---- two windows ----

#[test]
fn a_save_never_overwrites_what_this_window_has_not_seen() {
    let (store, mut mine, _) = two_windows();
    assert!(!mine.flush(), "no event was heard, and still nothing is lost");
    assert!(mine.session.in_conflict());
    assert_eq!(mine.session.saved(), Saved::Conflict);
    assert_eq!(stored_firm(&store, "a").as_deref(), Some("Toinen"));
    mine.types("Oma jatkuu");
    assert_eq!(mine.session.saved(), Saved::Conflict, "not “saving”: it will not be");
    assert_eq!(mine.session.changed(&mine.draft, Duration::ZERO), None);
}

#[test]
fn only_a_change_of_the_draft_in_hand_is_a_conflict() {
    let (_, mut mine, mut other) = two_windows();
    mine.session.heard(&mut mine.draft, Some("b"));
    assert!(!mine.session.in_conflict());
    mine.session.heard(&mut mine.draft, Some("a"));
    assert!(mine.session.in_conflict());
    // The window that saved is not disturbed.
    other.session.heard(&mut other.draft, Some("a"));
    assert!(!other.session.in_conflict());
}

#[test]
fn a_window_that_changed_nothing_hears_of_it_too_and_keeps_no_copy() {
    let (store, mut mine, _) = two_windows();
    mine.types("Alku");
    mine.session.heard(&mut mine.draft, Some("a"));
    assert!(mine.session.in_conflict());
    assert!(mine.may_close());
    assert_eq!(mine.leave("copy"), None);
    assert_eq!(store.ids(), ["a"]);
}

#[test]
fn two_windows_that_say_the_same_are_no_conflict() {
    let (store, mut mine, mut other) = two_windows();
    mine.types("Toinen");
    mine.session.heard(&mut mine.draft, Some("a"));
    assert!(!mine.session.in_conflict());
    assert!(!mine.session.unsaved(&mine.draft));
    // And work goes on in turns.
    mine.saves("Kolmas");
    other.session.heard(&mut other.draft, Some("a"));
    assert!(other.session.in_conflict());
    other.draft = other.take_theirs("n").unwrap();
    other.saves("Neljäs");
    assert_eq!(stored_firm(&store, "a").as_deref(), Some("Neljäs"));
}

#[test]
fn two_windows_that_say_the_same_for_different_reasons_come_to_rest() {
    let store = store();
    let (mut mine, mut other) = (Window::open(&store, "a"), Window::open(&store, "a"));
    let offer = defaults::purpose("purpose.newsletter").expect("a purpose of the catalogue");
    other.change(&offer);
    assert!(other.flush());
    // The same answers, typed by the firm itself.
    mine.draft.notice = other.draft.notice.clone();
    mine.session.heard(&mut mine.draft, Some("a"));
    assert!(!mine.session.in_conflict());
    assert!(
        !mine.session.unsaved(&mine.draft),
        "another save would call for yet another one in the other window"
    );
    assert_eq!(mine.draft.origins, other.draft.origins);
}

#[test]
fn what_was_exported_is_saved_and_known_in_the_other_window() {
    let store = store();
    let (mut mine, mut other) = (Window::open(&store, "a"), Window::open(&store, "a"));
    mine.draft.exported = Some(exported(&mine.draft.notice, Date::new(2026, 11, 21).unwrap()));
    assert!(mine.session.unsaved(&mine.draft));
    assert!(mine.flush());
    other.session.heard(&mut other.draft, Some("a"));
    assert!(!other.session.in_conflict() && !other.session.unsaved(&other.draft));
    assert_eq!(changed_since_export(&other.draft), Some(Vec::new()));
    other.saves("Uusi nimi");
    assert!(changed_since_export(&other.draft).unwrap().contains(&SectionId::Controller));
}

#[test]
fn own_words_begun_from_ours_can_be_taken_back() {
    let store = store();
    let mut window = Window::open(&store, "a");
    let begin = |notice: &mut Notice| {
        let words = as_own_words(notice, SectionId::Complaint);
        notice.replacements.insert(SectionId::Complaint, words);
    };
    let change = window.session.change(&mut window.draft, &Origin::Said, begin).unwrap();
    assert!(window.draft.notice.is_replaced(SectionId::Complaint));
    window.session.take_back(&mut window.draft, &change);
    assert!(window.draft.notice.replacements.is_empty());
    let change = window.session.change(&mut window.draft, &Origin::Said, begin).unwrap();
    window.draft.notice.replacements.get_mut(&SectionId::Complaint).unwrap().fi = "Omat sanani.".into();
    window.session.take_back(&mut window.draft, &change);
    let kept = window.draft.notice.replacement(SectionId::Complaint).unwrap();
    assert_eq!(kept.fi, "Omat sanani.", "what was typed since stays");
}

#[test]
fn a_conflict_ends_when_both_come_to_say_the_same() {
    let (_, mut mine, mut other) = two_windows();
    assert!(!mine.flush());
    other.saves("Oma");
    mine.session.heard(&mut mine.draft, Some("a"));
    assert!(!mine.session.in_conflict());
}

#[test]
fn another_name_from_another_window_is_taken_up() {
    let store = store();
    let mut mine = Window::open(&store, "a");
    mine.types("Oma");
    Session::new(store.clone()).rename("a", " Syksy ");
    mine.session.heard(&mut mine.draft, Some("a"));
    assert!(!mine.session.in_conflict());
    assert_eq!((mine.session.saved(), mine.draft.name.as_str()), (Saved::Pending, "Syksy"));
    assert!(mine.flush());
    let kept = store.get("a").unwrap().draft.unwrap();
    assert_eq!((kept.name.as_str(), kept.notice.controller.name.as_str()), ("Syksy", "Oma"));
    assert_eq!(kept.revision, 2);
}

#[test]
fn leaving_a_conflict_keeps_both() {
    let (store, mut mine, _) = two_windows();
    mine.session.heard(&mut mine.draft, Some("a"));
    assert_eq!(mine.leave("copy").as_deref(), Some("Oma (kopio)"));
    assert_eq!(stored_firm(&store, "a").as_deref(), Some("Toinen"));
    assert_eq!(stored_firm(&store, "copy").as_deref(), Some("Oma"));
}

#[test]
fn closing_in_a_conflict_asks_and_keeps_one_copy() {
    let (store, mut mine, _) = two_windows();
    assert!(!mine.may_close());
    assert_eq!(store.ids(), ["a"], "asking keeps nothing yet");
    mine.session.closing(&mut mine.draft, fresh("copy"));
    assert_eq!(stored_firm(&store, "copy").as_deref(), Some("Oma"));
    // The page came back: still the same conflict, and still one copy.
    assert!(mine.session.in_conflict());
    mine.types("Oma jatkuu");
    mine.session.closing(&mut mine.draft, fresh("copy2"));
    assert_eq!(stored_firm(&store, "copy").as_deref(), Some("Oma jatkuu"));
    mine.session.keep_both(&mut mine.draft, fresh("copy3"));
    assert_eq!(mine.draft.id, "copy");
    let mut ids = store.ids();
    ids.sort();
    assert_eq!(ids, ["a", "copy"]);
}

#[test]
fn keeping_both_goes_on_with_the_copy() {
    let (store, mut mine, _) = two_windows();
    mine.flush();
    mine.session.keep_both(&mut mine.draft, fresh("copy"));
    assert_eq!((mine.draft.id.as_str(), mine.draft.name.as_str()), ("copy", "Oma (kopio)"));
    assert_eq!(mine.session.saved(), Saved::Done);
    mine.saves("Oma jatkuu");
    assert_eq!(stored_firm(&store, "a").as_deref(), Some("Toinen"));
    assert_eq!(stored_firm(&store, "copy").as_deref(), Some("Oma jatkuu"));
}

#[test]
fn a_draft_that_another_window_deleted_is_a_conflict() {
    let (store, mut mine, other) = two_windows();
    let mut elsewhere = other.session;
    assert!(elsewhere.remove("a"));
    mine.session.heard(&mut mine.draft, Some("a"));
    assert!(mine.session.in_conflict());
    assert_eq!(mine.leave("copy").as_deref(), Some("Oma (kopio)"));
    assert_eq!(store.ids(), ["copy"]);
    let mut late = Window::open(&store, "copy");
    elsewhere.remove("copy");
    late.session.heard(&mut late.draft, None);
    assert_eq!(late.take_theirs("n"), Err(NotOpened::Missing));
}
