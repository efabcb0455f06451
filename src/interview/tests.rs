//! Answers and what follows from them, and that changing an answer takes back what came from it and nothing else.

mod asked;
mod choosing;
mod keeping;
mod said;
mod typical;
mod website;

use super::*;
use crate::defaults;
use crate::draft::Draft;
use crate::lang::Lang;
use crate::notice::Notice;
use crate::notice::answer::Answer;
use crate::notice::data;
use crate::notice::origin::{Origin, Origins};
use crate::notice::path::FieldPath;
use crate::notice::recipient::{Location, Recipient, Role};

fn bookings() -> Draft {
    let notice = defaults::new_notice(RegisterKind::Bookings, Some(Trade::Hairdresser));
    let mut origins = Origins::default();
    origins.note(&Notice::default(), &notice, &Origin::Suggested);
    Draft { origins, ..Draft::new("a", "2026-11-21T12:00:00Z", notice) }
}

fn question(id: &str) -> &'static Question {
    find(id).unwrap_or_else(|| panic!("{id}"))
}

fn booked_with(draft: &Draft) -> Vec<&str> {
    let booking =
        draft.notice.recipients.iter().filter(|row| row.what.clause_id() == Some("recipient.booking"));
    booking.map(|row| row.name.as_str()).collect()
}

#[test]
fn an_answer_is_said_and_what_comes_with_it_waits() {
    let mut draft = bookings();
    reply(&mut draft, question("site"), vec![Pick::id("site.no-site")]);
    assert_eq!(draft.notice.cookies, Answer::No);
    assert_eq!(draft.origins.get("cookies".into()), Some(&Origin::Answered("site".into())));
    reply(&mut draft, question("booking"), vec![Pick::id("timma")]);
    assert_eq!(booked_with(&draft), ["Timma"], "the suggested row without a name has become the service");
}

/// The suggested row that became the service is one fact, not one for its name, one for its role and one for its place.
#[test]
fn a_service_waits_for_one_yes() {
    let mut draft = bookings();
    answer(&mut draft, "booking", &["timma"]);
    let row =
        FieldPath::from("recipients").row(recipient(&draft, "recipient.booking").unwrap().id).column("");
    let waiting = draft.origins.told(&draft.notice).waiting.into_iter().map(|(_, path)| path);
    let of_row: Vec<_> = waiting.filter(|path| path.row_id().is_some() && path.column("") == row).collect();
    assert_eq!(of_row, [row]);
}

#[test]
fn a_changed_answer_takes_back_what_came_from_it_and_keeps_what_the_firm_wrote() {
    let mut draft = bookings();
    reply(&mut draft, question("booking"), vec![Pick::id("timma"), Pick::id("vello")]);
    assert_eq!(booked_with(&draft).len(), 2);
    let before = draft.notice.clone();
    let row = draft.notice.recipients.iter_mut().find(|row| row.name == "Vello").unwrap();
    *row.condition.get_mut(Lang::Fi) = "Vain verkkovaraukset".into();
    draft.origins.note(&before, &draft.notice, &Origin::Said);
    reply(&mut draft, question("booking"), vec![Pick::id("booking.phone")]);
    assert_eq!(booked_with(&draft), ["Vello"], "the edited row stays");
    reply(&mut draft, question("booking"), vec![]);
    assert!(draft.answers.is_empty());
}

#[test]
fn what_cannot_all_be_true_brings_nothing() {
    let mut draft = bookings();
    let picks = vec![Pick::id("site.no-site"), Pick::id("site.own-notice")];
    assert_eq!(state(question("site"), &picks), State::Contradictory);
    reply(&mut draft, question("site"), picks);
    assert_eq!(draft.notice.cookies, Answer::Unanswered);
    reply(&mut draft, question("site"), vec![Pick::id(UNKNOWN)]);
    assert_eq!(draft.notice.cookies, Answer::Unanswered);
    assert_eq!(state(question("site"), draft.answers.of("site")), State::Unknown);
}

#[test]
fn answers_from_outside_are_read_or_named() {
    let (question, picks) = read("booking", &[Pick::id("phone"), Pick::id("timma")]).unwrap();
    assert_eq!((question.id, picks), ("booking", vec![Pick::id("booking.phone"), Pick::id("timma")]));
    assert_eq!(read("nothing", &[]).unwrap_err(), NoAnswer::NoQuestion);
    assert_eq!(read("site", &[Pick::id("maybe")]).unwrap_err(), NoAnswer::NoOption(0));
    assert_eq!(
        read("site", &[Pick::id("no-site"), Pick::id("own-notice")]).unwrap_err(),
        NoAnswer::Contradictory
    );
}

#[test]
fn every_piece_of_every_option_can_be_read() {
    for question in QUESTIONS {
        for option in question.options {
            for piece in [option.says, option.adds, question.otherwise] {
                let read = crate::notice::tree::notice(serde_json::from_str(piece).unwrap());
                assert!(read.is_ok(), "{}: {:?}", option.id, read.err());
            }
            for purpose in option.purposes {
                assert!(defaults::purpose(purpose).is_some(), "{}: {purpose}", option.id);
            }
        }
        for clause in question.services.iter().chain(question.settles).chain(question.own.as_ref()) {
            assert!(crate::content::find_clause(clause).is_some(), "{}: {clause}", question.id);
        }
    }
}

fn draft_of(kind: RegisterKind, trade: Option<Trade>) -> Draft {
    let notice = defaults::new_notice(kind, trade);
    let origins = defaults::origins(&notice, &notice);
    Draft { origins, ..Draft::new("a", "2026-11-21T12:00:00Z", notice) }
}

fn answer(draft: &mut Draft, question: &str, picks: &[&str]) {
    let picks: Vec<_> = picks.iter().map(|pick| Pick::id(pick)).collect();
    let (question, picks) = read(question, &picks).unwrap_or_else(|error| panic!("{question}: {error:?}"));
    reply(draft, question, picks);
}

fn recipient<'a>(draft: &'a Draft, clause: &str) -> Option<&'a Recipient> {
    draft.notice.recipients.iter().find(|row| row.what.clause_id() == Some(clause))
}

/// Whoever ticks some of a list has denied the rest of it; and what was ticked is never denied, in whatever order.
#[test]
fn what_was_not_ticked_is_denied() {
    for picks in [["identity-code", "skin"], ["skin", "identity-code"]] {
        let mut draft = bookings();
        answer(&mut draft, "notes", &picks[..1]);
        assert_ne!(draft.notice.special_categories.is_no(), draft.notice.identity_code.is_no(), "{picks:?}");
        answer(&mut draft, "notes", &picks);
        assert!(draft.notice.special_categories.is_yes() && draft.notice.identity_code.is_yes(), "{picks:?}");
        answer(&mut draft, "notes", &["none"]);
        assert!(draft.notice.special_categories.is_no() && draft.notice.identity_code.is_no());
        assert_eq!(draft.origins.get("identity-code".into()), Some(&Origin::Answered("notes".into())));
    }
}

#[test]
fn the_place_of_unnamed_recipients_is_told_once_for_all_that_come() {
    let mut draft = bookings();
    answer(&mut draft, "invoices", &["office"]);
    assert_eq!(recipient(&draft, "recipient.accounting").unwrap().location, Answer::Unanswered);
    answer(&mut draft, "places", &["eea"]);
    answer(&mut draft, "files", &["it-support"]);
    for clause in ["recipient.accounting", "recipient.it-support"] {
        let row = recipient(&draft, clause).unwrap();
        assert_eq!(row.location, Answer::Yes(Location::Eea), "{clause}");
        let path = FieldPath::from("recipients").row(row.id).column("location");
        assert_eq!(draft.origins.get(path), Some(&Origin::Answered("places".into())), "{clause}");
    }
    answer(&mut draft, "places", &["outside"]);
    assert_eq!(recipient(&draft, "recipient.accounting").unwrap().location, Answer::Unanswered);
    answer(&mut draft, "files", &["microsoft-365"]);
    answer(&mut draft, "places", &["eea"]);
    let hosting = recipient(&draft, "recipient.hosting").unwrap();
    assert!(
        hosting.location.yes().is_some_and(|place| place.transfer().is_some()),
        "a service keeps its own place"
    );
}

/// GDPR 26(2): each platform decides together with the firm, also where one answer names several.
#[test]
fn every_platform_of_an_answer_is_a_joint_controller_with_its_arrangement() {
    let parties =
        ["Meta Platforms Ireland Limited", "LinkedIn Ireland Unlimited Company", "TikTok Technology Limited"];
    let mut draft = draft_of(RegisterKind::Web, None);
    answer(&mut draft, "web-pages", &["read"]);
    answer(&mut draft, "tracking", &["meta-pixel", "linkedin-insight", "tiktok-pixel"]);
    let joint = draft.notice.joint_controllers.yes().expect("joint controllers").clone();
    assert_eq!(joint.parties, parties.join("; "));
    for lang in Lang::ALL {
        let told = |party: &&str| joint.arrangement.get(lang).matches(*party).count();
        assert_eq!(parties.iter().map(told).collect::<Vec<_>>(), [2, 2, 2], "{lang:?}");
    }
    answer(&mut draft, "tracking", &["tiktok-pixel"]);
    let joint = draft.notice.joint_controllers.yes().expect("a joint controller");
    assert_eq!(joint.parties, parties[2]);
    assert!(Lang::ALL.into_iter().all(|lang| !joint.arrangement.get(lang).contains("Meta")));
}

/// A suggestion that was asked about goes unless the answer speaks of it, and comes back when the answer does.
#[test]
fn a_settled_suggestion_comes_back_with_the_answer_that_keeps_it() {
    let mut draft = draft_of(RegisterKind::Customers, None);
    let has = |draft: &Draft, clause: &str| {
        draft.notice.purposes.iter().any(|row| row.what.clause_id() == Some(clause))
    };
    answer(&mut draft, "payment", &["cash"]);
    assert!(!has(&draft, "purpose.invoicing"));
    answer(&mut draft, "payment", &["cash", "transfer"]);
    assert!(has(&draft, "purpose.invoicing"));
    answer(&mut draft, "people", &["companies"]);
    assert!(!has(&draft, "purpose.orders") && !has(&draft, "purpose.invoicing"));
    answer(&mut draft, "people", &["companies", "consumers"]);
    assert!(has(&draft, "purpose.orders") && has(&draft, "purpose.invoicing"));
    answer(&mut draft, "sources", &["none"]);
    assert!(
        draft.notice.sources.iter().all(|row| row.origin == data::Origin::Person),
        "nothing came with people"
    );
}

/// Residents are people whose home is the site while somebody else has ordered the work: an installer who gets no data from housing
/// companies or their managers has none.
#[test]
fn residents_come_with_housing_companies_that_order_work() {
    for trade in [Trade::HeatPumps, Trade::Construction] {
        let mut draft = draft_of(RegisterKind::Customers, Some(trade));
        let has =
            |draft: &Draft, clause: &str| write::rows(&draft.notice).iter().any(|row| row.clause == clause);
        for (picks, residents) in [("none", false), ("housing-company", true), ("employer", false)] {
            answer(&mut draft, "sources", &[picks]);
            for clause in ["subjects.residents", "purpose.site-visits"] {
                assert_eq!(has(&draft, clause), residents, "{trade:?} {picks}: {clause}");
            }
        }
    }
}

/// "There are no cookies" does not take away those of a service that the firm uses: they stay, and wait for a yes.
#[test]
fn a_no_does_not_deny_what_another_answer_brings() {
    let orders = [["platform", "tracking"], ["tracking", "platform"]];
    for order in orders {
        let mut draft = draft_of(RegisterKind::Web, None);
        answer(&mut draft, "web-pages", &["shop"]);
        for question in order {
            answer(&mut draft, question, if question == "platform" { &["shopify"] } else { &["none"] });
        }
        assert!(draft.notice.cookies.yes().is_some_and(|cookies| !cookies.rows.is_empty()), "{order:?}");
        answer(&mut draft, "platform", &["own-server"]);
        assert!(draft.notice.cookies.is_no(), "{order:?}: the answer that denies them counts again");
    }
}

#[test]
fn a_service_by_its_own_name_has_the_role_of_what_it_does() {
    let mut draft = bookings();
    reply(&mut draft, question("booking"), vec![Pick::own("Oma varaus")]);
    let row = recipient(&draft, "recipient.booking").unwrap();
    assert_eq!((row.name.as_str(), &row.role), ("Oma varaus", &Answer::Yes(Role::Processor)));
}

#[test]
fn questions_that_do_not_apply_are_not_asked() {
    let asked = |kind, trade, id: &str| questions(kind, trade, &Answers::default()).any(|one| one.id == id);
    assert!(asked(RegisterKind::Customers, None, "delivery"));
    assert!(!asked(RegisterKind::Customers, Some(Trade::Accounting), "delivery"));
    assert!(!asked(RegisterKind::Customers, None, "booking"));
    let offered = |trade, id: &str| {
        options(question("notes"), RegisterKind::Bookings, trade).any(|option| option.id == id)
    };
    assert!(offered(Some(Trade::Hairdresser), "notes.skin") && !offered(Some(Trade::Cafe), "notes.skin"));
    assert!(offered(None, "notes.health") && !offered(Some(Trade::Hairdresser), "notes.health"));
}

/// The way in which a site asks for consent is asked after any service that needs it.
#[test]
fn a_question_can_follow_a_group_of_services() {
    let asked = |draft: &Draft| {
        questions(RegisterKind::Web, None, &draft.answers).any(|one| one.id == "consent-tool")
    };
    let mut draft = draft_of(RegisterKind::Web, None);
    answer(&mut draft, "web-pages", &["read"]);
    answer(&mut draft, "tracking", &["none"]);
    assert!(!asked(&draft));
    answer(&mut draft, "tracking", &["matomo"]);
    assert!(asked(&draft));
    answer(&mut draft, "tracking", &["login"]);
    assert!(!asked(&draft));
}
