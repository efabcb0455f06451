//! Answers and what follows from them, and that changing an answer takes back what came from it and nothing else.

use super::*;
use crate::defaults;
use crate::draft::Draft;
use crate::notice::Notice;
use crate::notice::answer::Answer;
use crate::notice::origin::{Origin, Origins};

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
    reply(&mut draft, question("dpo"), vec![Pick::id("dpo.no")]);
    assert_eq!(draft.notice.dpo, Answer::No);
    assert_eq!(draft.origins.get("dpo".into()), Some(&Origin::Answered("dpo".into())));
    reply(&mut draft, question("booking"), vec![Pick::id("timma")]);
    assert_eq!(booked_with(&draft), ["Timma"], "the suggested row without a name has become the service");
}

#[test]
fn a_changed_answer_takes_back_what_came_from_it_and_keeps_what_the_firm_wrote() {
    let mut draft = bookings();
    reply(&mut draft, question("booking"), vec![Pick::id("timma"), Pick::id("vello")]);
    assert_eq!(booked_with(&draft).len(), 2);
    let before = draft.notice.clone();
    let row = draft.notice.recipients.iter_mut().find(|row| row.name == "Vello").unwrap();
    *row.condition.get_mut(crate::lang::Lang::Fi) = "Vain verkkovaraukset".into();
    draft.origins.note(&before, &draft.notice, &Origin::Said);
    reply(&mut draft, question("booking"), vec![Pick::id("booking.phone")]);
    assert_eq!(booked_with(&draft), ["Vello"], "the edited row stays");
    reply(&mut draft, question("booking"), vec![]);
    assert!(draft.answers.is_empty());
}

#[test]
fn what_cannot_all_be_true_brings_nothing() {
    let mut draft = bookings();
    let picks = vec![Pick::id("dpo.no"), Pick::id("dpo.yes")];
    assert_eq!(state(question("dpo"), &picks), State::Contradictory);
    reply(&mut draft, question("dpo"), picks);
    assert_eq!(draft.notice.dpo, Answer::Unanswered);
    reply(&mut draft, question("dpo"), vec![Pick::id(UNKNOWN)]);
    assert_eq!(draft.notice.dpo, Answer::Unanswered);
    assert_eq!(state(question("dpo"), draft.answers.of("dpo")), State::Unknown);
}

#[test]
fn answers_from_outside_are_read_or_named() {
    let (question, picks) = read("booking", &[Pick::id("phone"), Pick::id("timma")]).unwrap();
    assert_eq!((question.id, picks), ("booking", vec![Pick::id("booking.phone"), Pick::id("timma")]));
    assert_eq!(read("nothing", &[]).unwrap_err(), NoAnswer::NoQuestion);
    assert_eq!(read("dpo", &[Pick::id("maybe")]).unwrap_err(), NoAnswer::NoOption(0));
    assert_eq!(read("dpo", &[Pick::id("no"), Pick::id("yes")]).unwrap_err(), NoAnswer::Contradictory);
}

#[test]
fn every_piece_of_every_option_can_be_read() {
    for question in QUESTIONS {
        for option in question.options {
            for piece in [option.says, option.adds] {
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
