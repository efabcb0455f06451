//! Drafts that are not in hand, and undo.

use super::*;
use crate::defaults;
use crate::draft::answers::{Pick, UNKNOWN};
use crate::interview;
use crate::notice::RegisterKind;
use crate::notice::answer::Answer;
use crate::notice::data::Datum;
use crate::notice::date::Date;
use crate::notice::origin::Origin;
use crate::notice::path::FieldPath;
use crate::notice::purpose::Topic;
use crate::notice::statement::Statement;
use crate::rules::{Beside, check_with};

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
    assert_eq!(session.import(draft("b"), &fresh("n1")), "b");
    assert_eq!(session.import(draft("a"), &fresh("n2")), "n2");
    assert_eq!(session.import(draft("<id>"), &fresh("n3")), "n3");
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
    let mut window = Window::open(&store(), "a");
    let offer = defaults::purpose("purpose.newsletter").expect("a purpose of the catalogue");
    let change = window.change(&offer).expect("it says something new");
    let purpose = FieldPath::from("purposes").row(window.draft.notice.purposes[0].id);
    assert_eq!(window.draft.origins.get(purpose), Some(&Origin::AddedWith("purpose.newsletter".into())));
    firm(&mut window.draft, "Myöhemmin");
    assert!(window.change(&offer).is_none(), "all of it is there already");
    window.session.take_back(&mut window.draft, &change);
    assert_eq!(window.draft.notice.controller.name, "Myöhemmin");
    assert!(window.draft.notice.purposes.is_empty() && window.draft.notice.data_content.is_empty());
    assert_eq!(window.draft.origins.get(purpose), None);
    assert_eq!(window.draft.origins.get("controller.name".into()), Some(&Origin::Said));
}

/// What is typed after an offer was merged is the firm's own; the rest of the row is not.
#[test]
fn an_answer_that_is_changed_becomes_the_firm_s_own() {
    let mut window = Window::open(&store(), "a");
    let offer = defaults::purpose("purpose.newsletter").expect("a purpose of the catalogue");
    window.change(&offer).expect("it says something new");
    let row = FieldPath::from("purposes").row(window.draft.notice.purposes[0].id);
    window.draft.notice.purposes[0].topic = Topic::Other;
    window.session.flush(&mut window.draft, NOW);
    assert_eq!(window.draft.origins.get(row.column("topic")), Some(&Origin::Said));
    assert_eq!(window.draft.origins.get(row.column("what")), window.draft.origins.get(row));
    window.draft.notice.purposes.clear();
    window.session.flush(&mut window.draft, NOW);
    assert_eq!(window.draft.origins.get(row.column("topic")), None, "a row that is gone has no origin");
}

#[test]
fn a_reply_is_saved_and_taken_back_without_what_was_answered_since() {
    let store = store();
    let mut window = Window::open(&store, "a");
    let question = |id| interview::find(id).expect("a question of the interview");
    let reply = |window: &mut Window, id, pick| {
        window.session.reply(&mut window.draft, question(id), vec![Pick::id(pick)])
    };
    firm(&mut window.draft, "Ennen");
    window.draft.notice.kind = RegisterKind::Bookings;
    let before = window.draft.clone();
    let booked = reply(&mut window, "booking", "timma").expect("a new answer");
    assert!(reply(&mut window, "booking", "timma").is_none(), "that is the answer already");
    reply(&mut window, "site", "site.no-site").expect("a new answer");
    assert!(window.flush());
    let stored = Window::open(&store, "a").draft;
    assert_eq!(stored.answers, window.draft.answers);
    assert!(stored.notice.recipients.iter().any(|recipient| recipient.name == "Timma"));

    window.session.take_back(&mut window.draft, &booked);
    assert_eq!(window.draft.notice.recipients, before.notice.recipients);
    assert_eq!(window.draft.answers.questions().collect::<Vec<_>>(), ["site"]);
    assert_eq!(window.draft.notice.cookies, Answer::No);
    assert_eq!(window.draft.origins.get("controller.name".into()), Some(&Origin::Said));
}

/// An answer from which nothing follows changes nothing but itself.
#[test]
fn an_answer_that_brings_nothing_is_saved_too() {
    let store = store();
    let mut window = Window::open(&store, "a");
    let question = interview::find("site").expect("a question of the interview");
    window.session.reply(&mut window.draft, question, vec![Pick::id(UNKNOWN)]).expect("a new answer");
    assert!(window.session.unsaved(&window.draft));
    assert!(window.flush());
    assert!(Window::open(&store, "a").draft.answers.contain(UNKNOWN));
}

/// What was set aside for a row that is gone says nothing about a row that was added later.
#[test]
fn a_dismissal_of_a_deleted_row_does_not_silence_a_new_one() {
    let mut window = Window::open(&store(), "a");
    let add = |draft: &mut Draft, text: &str| {
        let id = draft.notice.new_row_id();
        draft.notice.data_content.push(Datum {
            id,
            what: Statement::own(Lang::Fi, text),
            ..Datum::default()
        });
        FieldPath::from("data-content").row(id)
    };
    let vague = |draft: &Draft, path: FieldPath| {
        let beside = Beside { dismissals: &draft.dismissals, ..Beside::default() };
        let report = check_with(&draft.notice, Date::FIRST, &beside);
        report.findings.iter().any(|finding| finding.rule.id == "vague-wording" && finding.field == path)
    };
    let old = add(&mut window.draft, "Muut tarvittavat tiedot ym.");
    assert!(vague(&window.draft, old));
    let (rule, on) = ("vague-wording".to_owned(), NOW.to_owned());
    window.draft.dismissals.push(Dismissal { rule, field: old, reason: "Kyllä".into(), on });
    assert!(!vague(&window.draft, old));
    window.draft.notice.data_content.clear();
    window.flush();
    let mut reopened = Window::open(&window.session.store.lasting().clone(), "a");
    let new = add(&mut reopened.draft, "Muut tarvittavat tiedot ym.");
    assert_ne!(new, old);
    assert!(vague(&reopened.draft, new));
}

/// Whoever takes up the other window's version loses nothing of their own.
#[test]
fn what_was_typed_is_kept_when_the_other_version_is_taken_up() {
    let (store, mut mine, _other) = two_windows();
    mine.flush();
    let (theirs, copy) = mine.session.take_theirs(&mut mine.draft, fresh("n"));
    assert_eq!(theirs.unwrap().notice.controller.name, "Toinen");
    assert!(copy.is_some());
    assert_eq!(stored_firm(&store, "n").as_deref(), Some("Oma"));
}

/// A notice that was published holds no dates of its draft: it gets those of the day on which it is opened.
#[test]
fn a_published_notice_is_as_old_as_its_opening() {
    let mut session = Session::new(store());
    let published = Draft::new("a", "2020-01-01T00:00:00Z", Notice::default()).to_publish();
    let id = session.import(published, &fresh("n"));
    let Ok(draft) = session.open(&id) else { panic!("a draft") };
    assert_eq!((draft.created.as_str(), draft.updated.as_str()), (NOW, NOW));
}
