//! Firms: which drafts are of the same one, and what a change of the card does to them, to other windows, and when it is taken back.

use super::*;
use crate::notice::ids::BusinessId;
use crate::notice::origin::Origin;
use crate::notice::{RegisterKind, Trade};

const NAME: &str = "Mallikampaamo Oy";

fn card(name: &str, number: &str, email: &str) -> Card {
    let mut card = Card::default();
    card.controller.name = name.into();
    card.controller.business_id = BusinessId(number.into());
    card.controller.email = email.into();
    card
}

fn keep(store: &Shared, id: &str, kind: RegisterKind, card: &Card) {
    let start = Start {
        trade: Some(Trade::Hairdresser),
        languages: vec![Lang::Fi],
        card: card.clone(),
        today: Date::new(2026, 11, 21).unwrap(),
    };
    Session::new(store.clone()).keep(&begin(&start, kind, id, NOW));
}

/// Two notices of a firm that send requests to its own address.
fn two() -> (Shared, Card) {
    let store = Shared::default();
    let mut card = card(NAME, "1234567-1", "posti@malli.example");
    card.send_requests_to_the_firm();
    keep(&store, "a", RegisterKind::Bookings, &card);
    keep(&store, "b", RegisterKind::Web, &card);
    (store, card)
}

fn grouped(store: &Shared) -> Grouped {
    group(Session::new(store.clone()).drafts())
}

fn ids(firm: &Firm) -> Vec<&str> {
    let mut ids: Vec<_> = firm.drafts.iter().map(|kept| kept.draft.id.as_str()).collect();
    ids.sort_unstable();
    ids
}

fn email(store: &Shared, id: &str) -> [String; 2] {
    let notice = store.get(id).unwrap().draft.unwrap().notice;
    [notice.controller.email, notice.contact.email]
}

fn both() -> Vec<String> {
    vec!["a".to_owned(), "b".to_owned()]
}

#[test]
fn drafts_are_of_one_firm_by_number_or_by_name() {
    let store = Shared::default();
    keep(&store, "a", RegisterKind::Bookings, &card(NAME, "1234567-1", ""));
    keep(&store, "b", RegisterKind::Web, &card("Uusi nimi Oy", "FI12345671", "b@malli.example"));
    keep(&store, "c", RegisterKind::Web, &card(" mallikampaamo  oy", "", ""));
    keep(&store, "d", RegisterKind::Web, &card(NAME, "7654321-2", ""));
    keep(&store, "e", RegisterKind::Web, &card("", "", ""));
    let mut damaged = store.clone();
    damaged.write("f", "{\"format\": \"selo").unwrap();
    damaged.write("g", "").unwrap();

    let all = grouped(&store);
    let firms: Vec<_> = all.firms.iter().map(ids).collect();
    assert_eq!(firms.len(), 2, "{firms:?}");
    // All were saved in the same second, so that either of the two firms of this name may come first and take the third.
    let parted = [vec![vec!["a", "b", "c"], vec!["d"]], vec![vec!["a", "b"], vec!["c", "d"]]];
    let mut firms = firms;
    firms.sort();
    assert!(parted.contains(&firms), "{firms:?}");
    assert_eq!(all.nameless.len(), 1);
    assert_eq!(all.damaged.len(), 2);
}

#[test]
fn a_number_that_is_none_joins_nothing() {
    let store = Shared::default();
    keep(&store, "a", RegisterKind::Web, &card("Yksi", "x", ""));
    keep(&store, "b", RegisterKind::Web, &card("Kaksi", "x", ""));
    assert_eq!(grouped(&store).firms.len(), 2);
}

#[test]
fn a_firm_knows_what_any_of_its_drafts_knows() {
    let store = Shared::default();
    keep(&store, "a", RegisterKind::Bookings, &card(NAME, "1234567-1", ""));
    keep(&store, "b", RegisterKind::Web, &card(NAME, "", "posti@malli.example"));
    let all = grouped(&store);
    let [firm] = &all.firms[..] else { panic!("{}", all.firms.len()) };
    assert_eq!(firm.card, card(NAME, "1234567-1", "posti@malli.example"));
    assert_eq!(firm.trade(), Some(Trade::Hairdresser));
    assert!(firm.has("b") && !firm.has("x"));
    assert!(firm.has_kind(RegisterKind::Web) && !firm.has_kind(RegisterKind::Care));
    assert!(!firm.differs(), "what one does not say it does not deny");
    keep(&store, "c", RegisterKind::Marketing, &card(NAME, "", "muu@malli.example"));
    assert!(grouped(&store).firms[0].differs());
}

#[test]
fn a_changed_card_changes_every_notice_that_says_what_it_said() {
    let (store, before) = two();
    let mut own = card(NAME, "1234567-1", "verkko@malli.example");
    own.contact.email = "verkko@malli.example".into();
    keep(&store, "c", RegisterKind::Marketing, &own);
    let mut after = before.clone();
    after.controller.email = "uusi@malli.example".into();

    let all = grouped(&store);
    let planned = plan(&all.firms[0], &before, &after);
    let changing: Vec<_> = planned.iter().filter(|one| one.changes()).map(|one| &one.draft.id).collect();
    assert_eq!(changing.len(), 2, "{changing:?}");
    let kept = planned.iter().find(|one| one.draft.id == "c").unwrap();
    assert_eq!((kept.changes(), kept.follows.kept.len()), (false, 1));

    let mut session = Session::new(store.clone());
    let done = session.change_firm(&both(), &before, &after, "2026-11-22T08:00:00Z");
    assert_eq!((done.count(), done.refused), (2, 0));
    for id in ["a", "b"] {
        assert_eq!(email(&store, id), ["uusi@malli.example"; 2]);
        let draft = store.get(id).unwrap().draft.unwrap();
        assert_eq!((draft.updated.as_str(), draft.revision), ("2026-11-22T08:00:00Z", 1));
        assert_eq!(draft.origins.get("controller.email".into()), Some(&Origin::Said));
    }

    // What was written since stays when the change is taken back.
    let mut draft = store.get("a").unwrap().draft.unwrap();
    draft.notice.controller.phone = "040 123 4567".into();
    session.keep(&draft);
    session.take_back_firm(&mut Draft::new("", "", Notice::default()), &done, NOW);
    for id in ["a", "b"] {
        assert_eq!(email(&store, id), ["posti@malli.example"; 2]);
    }
    assert_eq!(store.get("a").unwrap().draft.unwrap().notice.controller.phone, "040 123 4567");
}

#[test]
fn what_is_stored_counts_and_not_what_was_listed() {
    let (store, before) = two();
    let mut after = before.clone();
    after.controller.email = "uusi@malli.example".into();
    // Another window saves after the list was made: its own e-mail, and a damaged draft.
    let mut other = Window::open(&store, "a");
    other.draft.notice.controller.email = "toinen@malli.example".into();
    assert!(other.flush());
    store.clone().write("b", "{").unwrap();
    let done = Session::new(store.clone()).change_firm(&both(), &before, &after, NOW);
    assert_eq!((done.count(), done.refused), (1, 1), "the contact of a follows; b cannot be read");
    assert_eq!(email(&store, "a"), ["toinen@malli.example", "uusi@malli.example"]);
    assert_eq!(store.read("b").as_deref(), Some("{"));
}

#[test]
fn a_window_that_has_the_draft_in_hand_is_asked() {
    let (store, before) = two();
    let mut other = Window::open(&store, "a");
    other.types("Kirjoitettu toisaalla");
    let mut after = before.clone();
    after.controller.email = "uusi@malli.example".into();
    Session::new(store.clone()).change_firm(&both(), &before, &after, NOW);
    assert!(!other.flush());
    assert_eq!(other.session.saved(), Saved::Conflict);
    assert_eq!(email(&store, "a"), ["uusi@malli.example"; 2], "nothing was overwritten");
}

#[test]
fn a_draft_that_memory_holds_against_another_window_s_is_left_alone() {
    let (store, before) = two();
    let mut session = Session::new(store.clone());
    store.failing.set(Some(crate::store::StoreError::Full));
    let mut draft = begin(
        &Start {
            trade: None,
            languages: vec![Lang::Fi],
            card: before.clone(),
            today: Date::new(2026, 11, 21).unwrap(),
        },
        RegisterKind::Web,
        "b",
        NOW,
    );
    draft.notice.controller.phone = "040 123 4567".into();
    session.keep(&draft);
    store.failing.set(None);
    let mut after = before.clone();
    after.controller.email = "uusi@malli.example".into();
    let done = session.change_firm(&both(), &before, &after, NOW);
    assert_eq!((done.count(), done.refused), (1, 1));
    assert_eq!(email(&store, "b"), ["posti@malli.example"; 2]);
}

#[test]
fn taking_back_reaches_the_draft_in_hand() {
    let (store, before) = two();
    let mut after = before.clone();
    after.controller.name = "Uusi nimi Oy".into();
    let mut window = Window::open(&store, "b");
    window.session.open = None;
    let done = window.session.change_firm(&both(), &before, &after, NOW);
    window.draft = window.session.open("b").unwrap();
    window.session.take_back_firm(&mut window.draft, &done, NOW);
    assert_eq!(window.draft.notice.controller.name, NAME);
    assert!(window.flush());
    assert_eq!(stored_firm(&store, "a").as_deref(), Some(NAME));
    assert_eq!(stored_firm(&store, "b").as_deref(), Some(NAME));
}
