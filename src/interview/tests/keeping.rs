//! How long data is kept: an answer sets the periods that its question shows, says them, and gives them back when it changes.

use super::*;
use crate::content::{Kept, Why};
use crate::notice::path::FieldPath;
use crate::notice::retention::{Fixed, Period, Retention, Unit};
use crate::notice::row::Row;

fn kept<'a>(draft: &'a Draft, clause: &str) -> &'a Retention {
    let row = draft.notice.retention.iter().find(|row| row.what.clause_id() == Some(clause));
    row.unwrap_or_else(|| panic!("{clause} is not kept"))
}

fn length(row: &Retention) -> Option<(u16, Unit)> {
    match row.period.yes()? {
        Period::Fixed(Fixed { amount, unit, .. }) => Some(((*amount)?, *unit)),
        Period::Until(_) => None,
    }
}

fn origin<'a>(draft: &'a Draft, clause: &str, column: &'static str) -> Option<&'a Origin> {
    let path = FieldPath::from("retention").row(kept(draft, clause).id()).column(column);
    draft.origins.get(path)
}

const CUSTOMER_DATA: &str = "retention-what.customer-data";

#[test]
fn a_yes_says_the_period_that_the_question_shows() {
    let mut draft = draft_of(RegisterKind::Customers, None);
    let before = kept(&draft, CUSTOMER_DATA).clone();
    answer(&mut draft, "keeping", &["yes"]);
    assert_eq!(kept(&draft, CUSTOMER_DATA), &before);
    for clause in [CUSTOMER_DATA, "retention-what.messages"] {
        assert_eq!(origin(&draft, clause, ""), Some(&Origin::Answered("keeping".into())), "{clause}");
    }
    let statutory = origin(&draft, "retention-what.vouchers", "");
    assert_eq!(statutory, Some(&Origin::Suggested), "what a law sets was not asked");
}

#[test]
fn another_period_is_said_and_its_reason_waits_or_has_to_be_told() {
    let mut draft = draft_of(RegisterKind::Customers, None);
    answer(&mut draft, "keeping", &["one"]);
    assert_eq!(length(kept(&draft, CUSTOMER_DATA)), Some((1, Unit::Years)));
    assert_eq!(kept(&draft, CUSTOMER_DATA).ground.clause_id(), Some("retention-ground.claims"));
    assert_eq!(origin(&draft, CUSTOMER_DATA, "period"), Some(&Origin::Answered("keeping".into())));
    assert_eq!(origin(&draft, CUSTOMER_DATA, "ground"), Some(&Origin::AddedWith("keeping".into())));
    answer(&mut draft, "keeping", &["later"]);
    assert_eq!(length(kept(&draft, CUSTOMER_DATA)), Some((5, Unit::Years)));
    assert!(kept(&draft, CUSTOMER_DATA).ground.is_blank(), "three years of limitation do not explain five");
}

#[test]
fn who_erases_nothing_promises_no_period() {
    let mut draft = draft_of(RegisterKind::Customers, None);
    answer(&mut draft, "keeping", &["never"]);
    assert_eq!(kept(&draft, CUSTOMER_DATA).period, Answer::Unknown);
    answer(&mut draft, "keeping", &["unknown"]);
    assert_eq!(length(kept(&draft, CUSTOMER_DATA)), Some((3, Unit::Years)), "the suggestion is back");
    assert_eq!(origin(&draft, CUSTOMER_DATA, ""), Some(&Origin::Suggested));
}

/// Also where another answer brings the row: the period was not that answer's.
#[test]
fn a_period_goes_with_its_answer_and_comes_with_every_row_that_another_answer_brings() {
    let mut draft = draft_of(RegisterKind::Customers, None);
    answer(&mut draft, "keeping", &["two"]);
    answer(&mut draft, "people", &["consumers", "companies"]);
    assert_eq!(length(kept(&draft, CUSTOMER_DATA)), Some((2, Unit::Years)));
    let question = question("keeping");
    reply(&mut draft, question, vec![]);
    assert_eq!(length(kept(&draft, CUSTOMER_DATA)), Some((3, Unit::Years)));
    assert!(!origin(&draft, CUSTOMER_DATA, "").unwrap().is_said());
}

#[test]
fn what_the_firm_wrote_itself_stays() {
    let mut draft = draft_of(RegisterKind::Customers, None);
    let before = draft.notice.clone();
    let row =
        draft.notice.retention.iter_mut().find(|row| row.what.clause_id() == Some(CUSTOMER_DATA)).unwrap();
    let Some(Period::Fixed(fixed)) = row.period.yes_mut() else { panic!("a length") };
    fixed.amount = Some(4);
    let path = FieldPath::from("retention").row(row.id).column("");
    draft.origins.note(&before, &draft.notice, &Origin::Said);
    draft.origins.set(path, Origin::Said);
    answer(&mut draft, "keeping", &["yes"]);
    assert_eq!(length(kept(&draft, CUSTOMER_DATA)), Some((4, Unit::Years)));
}

/// How long a client card is kept does not say that there is one.
#[test]
fn a_period_keeps_no_row_that_another_answer_has_settled() {
    let card = |draft: &Draft| {
        draft.notice.retention.iter().any(|row| row.what.clause_id() == Some("retention-what.client-card"))
    };
    for order in [["keeping-visits", "notes"], ["notes", "keeping-visits"]] {
        let mut draft = bookings();
        for question in order {
            answer(&mut draft, question, if question == "notes" { &["none"] } else { &["yes"] });
        }
        assert!(!card(&draft), "{order:?}");
        answer(&mut draft, "notes", &["visits"]);
        assert!(card(&draft), "{order:?}");
        let said = Origin::Answered("keeping-visits".into());
        assert_eq!(origin(&draft, "retention-what.client-card", ""), Some(&said), "{order:?}");
    }
}

/// What is asked about is in the defaults of every kind that is asked, and "yes" is the usual reason.
#[test]
fn every_question_on_a_period_finds_it_among_the_suggestions() {
    for question in QUESTIONS.iter().filter(|question| !question.periods.is_empty()) {
        let yes = question.options.iter().find(|option| option.id == format!("{}.yes", question.id)).unwrap();
        assert!(matches!(yes.kept, Some(Kept { length: Some(_), why: Why::Usual })), "{}", yes.id);
        for kind in RegisterKind::ALL.into_iter().filter(|kind| question.kinds.contains(&kind.id())) {
            for trade in Trade::ALL.into_iter().map(Some).chain([None]) {
                if !questions(kind, trade, &Answers::default()).any(|asked| asked.id == question.id)
                    && question.after.is_empty()
                {
                    continue;
                }
                let notice = defaults::new_notice(kind, trade);
                let mut asked = notice.retention.iter().filter_map(|row| row.what.clause_id());
                assert!(asked.any(|id| question.periods.contains(&id)), "{} {kind:?} {trade:?}", question.id);
            }
        }
    }
}

#[test]
fn a_page_on_two_services_has_both_as_joint_controllers() {
    let mut draft = draft_of(RegisterKind::Customers, None);
    answer(&mut draft, "newsletter", &["facebook", "linkedin"]);
    answer(&mut draft, "exceptions", &["none"]);
    let joint = draft.notice.joint_controllers.yes().expect("the page makes them joint");
    for (party, short) in
        [("Meta Platforms Ireland Limited", "Meta"), ("LinkedIn Ireland Unlimited Company", "LinkedIn")]
    {
        assert!(joint.parties.contains(party), "{}", joint.parties);
        for lang in Lang::ALL {
            assert!(joint.arrangement.get(lang).contains(short), "{party}");
        }
    }
    answer(&mut draft, "newsletter", &["none"]);
    assert!(draft.notice.joint_controllers.is_no());
    assert!(recipient(&draft, "recipient.social-media").is_none());
}

/// The ledger is kept for as long as the law says, and only where there is one.
#[test]
fn a_customer_ledger_is_kept_for_ten_years() {
    let mut draft = draft_of(RegisterKind::Customers, None);
    answer(&mut draft, "invoices", &["office", "ledger"]);
    assert_eq!(length(kept(&draft, "retention-what.customer-ledger")), Some((10, Unit::Years)));
    assert!(draft.notice.data_content.iter().any(|row| row.what.clause_id() == Some("data.customer-ledger")));
    answer(&mut draft, "invoices", &["office"]);
    assert!(
        draft
            .notice
            .retention
            .iter()
            .all(|row| row.what.clause_id() != Some("retention-what.customer-ledger"))
    );
}
