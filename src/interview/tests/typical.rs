//! The answers of typical small firms, kind by kind: they leave no claim open that is never guessed, and nothing that blocks.
//!
//! The answers stand in `tests/fixtures/firm-*.json`, each with the firm that gives them.

use super::{answer, draft_of};
use crate::compose::to_confirm;
use crate::content::{QUESTIONS, Question, rule_id};
use crate::defaults::{self, Firm};
use crate::draft::Draft;
use crate::draft::answers::{Answers, Pick};
use crate::interview::{self, State};
use crate::lang::Lang;
use crate::notice::answer::Answer;
use crate::notice::date::Date;
use crate::notice::{Notice, RegisterKind, Trade};
use crate::rules::{self, Kind, Severity};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

/// A typical firm: the file with its answers, and the notice that it needs.
type Case = (&'static str, RegisterKind, Option<Trade>);

const CASES: [Case; 11] = [
    ("hairdresser", RegisterKind::Bookings, Some(Trade::Hairdresser)),
    ("heat-pumps", RegisterKind::Customers, Some(Trade::HeatPumps)),
    ("heat-pumps-web", RegisterKind::Web, Some(Trade::HeatPumps)),
    ("wholesale", RegisterKind::Customers, Some(Trade::Wholesale)),
    ("social-services", RegisterKind::Care, Some(Trade::SocialServices)),
    ("association", RegisterKind::Members, Some(Trade::Association)),
    ("marketing", RegisterKind::Marketing, None),
    ("stakeholders", RegisterKind::Stakeholders, None),
    ("employees", RegisterKind::Employees, None),
    ("applicants", RegisterKind::Applicants, None),
    ("cameras", RegisterKind::Cameras, None),
];

/// The firm of a case, and its answers.
fn firm(case: &str) -> (Firm, Vec<(String, Vec<Pick>)>) {
    let path = format!("{}/tests/fixtures/firm-{case}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut file: serde_json::Map<String, Value> = serde_json::from_str(&text).unwrap();
    file.remove("confirmed");
    let answers = file.remove("answers").unwrap();
    let answers = answers.as_object().unwrap().iter().map(|(question, picks)| {
        let picks = if picks.is_array() { picks.clone() } else { Value::from(vec![picks.clone()]) };
        (question.clone(), serde_json::from_value(picks).unwrap())
    });
    let answers = answers.collect();
    (serde_json::from_value(file.into()).unwrap(), answers)
}

/// A draft in which a firm has answered what its file answers.
fn answered(case: &str, kind: RegisterKind, trade: Option<Trade>) -> Draft {
    let mut draft = draft_of(kind, trade);
    let (firm, answers) = firm(case);
    defaults::apply(&firm, &mut draft.notice);
    for (question, picks) in answers {
        let (question, picks) = interview::read(&question, &picks)
            .unwrap_or_else(|error| panic!("{case}: {question}: {error:?}"));
        assert!(asked(&draft).any(|id| id == question.id), "{case}: {} is not asked", question.id);
        interview::reply(&mut draft, question, picks);
    }
    draft
}

fn asked(draft: &Draft) -> impl Iterator<Item = &'static str> {
    interview::questions(draft.notice.kind, draft.notice.trade, &draft.answers).map(|question| question.id)
}

fn today() -> Date {
    Date::parse("2026-11-21").unwrap()
}

/// The claims that are never guessed and that a notice leaves open.
fn open_claims(notice: &Notice) -> Vec<String> {
    let open = |name: &str, is_open: bool| is_open.then(|| name.to_owned());
    let automated = &notice.automated_decisions;
    let fields = [
        open("clients", notice.is_care() && notice.clients.is_open()),
        open("dpo", notice.dpo.is_open()),
        open("joint-controllers", notice.joint_controllers.is_open()),
        open("children", notice.children.is_open()),
        open("special-categories", notice.special_categories.is_open()),
        open("identity-code", notice.identity_code.is_open()),
        open("disclosures", notice.disclosures.is_open()),
        open("cookies", notice.cookies.is_open()),
        open("profiling", automated.profiling.is_open()),
        open("decisions", automated.decisions.is_open()),
        open("security", notice.security_manual.is_empty() && notice.security_electronic.is_empty()),
    ];
    let places = notice.recipients.iter().filter(|row| row.location == Answer::Unanswered);
    let places = places.filter_map(|row| row.what.clause_id()).map(|clause| format!("place of {clause}"));
    let mut claims: Vec<_> = fields.into_iter().flatten().chain(places).collect();
    claims.sort();
    claims
}

#[test]
fn there_is_a_case_for_every_kind() {
    for kind in RegisterKind::ALL {
        assert!(CASES.iter().any(|(_, of, _)| *of == kind), "{kind:?}");
    }
}

#[test]
fn a_typical_firm_leaves_no_claim_open_and_nothing_that_blocks() {
    let mut problems = Vec::new();
    for (case, kind, trade) in CASES {
        let draft = answered(case, kind, trade);
        let unanswered: Vec<_> = asked(&draft).filter(|id| draft.answers.of(id).is_empty()).collect();
        assert!(unanswered.is_empty(), "{case}: {unanswered:?} are asked and not answered");
        let open = open_claims(&draft.notice);
        problems.extend(open.iter().map(|claim| format!("{case}: {claim} is open")));
        for langs in [vec![Lang::Fi], Lang::ALL.to_vec()] {
            let notice = Notice { languages: langs, ..draft.notice.clone() };
            let report = rules::check(&notice, today());
            let blocking =
                report.findings.iter().filter(|finding| finding.rule.severity == Severity::Blocking);
            problems.extend(blocking.map(|finding| {
                format!("{case}: {} at {}: {}", finding.rule.id, finding.field, finding.evidence)
            }));
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
}

/// What a typical firm clicks from the first page to the file: what it chooses, a yes for each group of facts that waits, and the
/// steps that everybody takes. `tests/browser/quick.rs` clicks them.
#[test]
fn a_typical_firm_clicks_no_more_than_this() {
    const START_AND_END: usize = 9;
    let most = [
        ("hairdresser", 33),
        ("heat-pumps", 43),
        ("wholesale", 46),
        ("social-services", 37),
        ("association", 30),
    ];
    for (case, most) in most {
        let (_, kind, trade) = *CASES.iter().find(|(name, ..)| *name == case).unwrap();
        let draft = answered(case, kind, trade);
        let picks: usize = asked(&draft).map(|question| draft.answers.of(question).len()).sum();
        let yes = to_confirm(&draft.notice, &draft.origins, Lang::Fi).len();
        let clicks = START_AND_END + picks + yes;
        assert!(clicks <= most, "{case}: {picks} choices, {yes} times yes, {clicks} clicks");
    }
}

/// The typical path of a kind and a trade: the answers of the kind's case where the trade is offered them, and else the first
/// answer that is offered.
fn typical(kind: RegisterKind, trade: Option<Trade>) -> Draft {
    let (case, ..) = CASES
        .iter()
        .find(|case| case.1 == kind && case.2 == trade)
        .unwrap_or_else(|| CASES.iter().find(|(case, of, _)| *of == kind && *case != "wholesale").unwrap());
    let (firm, answers) = firm(case);
    let mut draft = draft_of(kind, trade);
    defaults::apply(&firm, &mut draft.notice);
    for question in QUESTIONS {
        if !asked(&draft).any(|id| id == question.id) {
            continue;
        }
        let options: Vec<_> = interview::options(question, kind, trade).map(|option| option.id).collect();
        let usual = answers.iter().find(|(id, _)| id == question.id);
        let picks =
            usual.map(|(_, picks)| interview::read(question.id, picks).unwrap().1).unwrap_or_default();
        let is_offered = |pick: &Pick| match pick {
            Pick::Id(id) => {
                !question.options.iter().any(|option| option.id == id) || options.contains(&id.as_str())
            }
            Pick::Own(_) => true,
        };
        let mut picks: Vec<_> = picks.into_iter().filter(is_offered).collect();
        if picks.is_empty() {
            picks.push(Pick::id(options.first().unwrap_or_else(|| panic!("{}: no option", question.id))));
        }
        interview::reply(&mut draft, question, picks);
    }
    draft
}

/// The trades that change something in a kind of register, and none.
fn usual_trades(kind: RegisterKind) -> impl Iterator<Item = Option<Trade>> {
    let changes = move |trade: &Trade| {
        let words = crate::content::trade(*trade).unwrap();
        words.changes.iter().any(|change| change.kinds.is_empty() || change.kinds.contains(&kind.id()))
    };
    Trade::ALL.into_iter().filter(changes).map(Some).chain([None])
}

#[test]
fn eight_to_fourteen_questions_and_no_contradiction_on_the_typical_path() {
    let mut problems = Vec::new();
    for kind in RegisterKind::ALL {
        for trade in usual_trades(kind) {
            let draft = typical(kind, trade);
            let count = asked(&draft).count();
            if !(8..=14).contains(&count) {
                problems.push(format!("{kind:?} {trade:?}: {count} questions"));
            }
            let open = open_claims(&draft.notice);
            problems.extend(open.iter().map(|claim| format!("{kind:?} {trade:?}: {claim} is open")));
            let notice = Notice { languages: Lang::ALL.to_vec(), ..draft.notice.clone() };
            let report = rules::check(&notice, today());
            let conflicts = report.findings.iter().filter(|finding| finding.rule.kind == Kind::Conflict);
            // Whether a small care firm needs an officer is a question of scale: the firm answers it knowingly.
            let conflicts = conflicts.filter(|finding| finding.rule.id != rule_id::CARE_WITHOUT_DPO);
            problems.extend(conflicts.map(|finding| {
                format!("{kind:?} {trade:?}: {} at {}: {}", finding.rule.id, finding.field, finding.evidence)
            }));
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
}

#[test]
fn each_answer_alone_leaves_a_notice_that_can_be_read() {
    for kind in RegisterKind::ALL {
        for trade in usual_trades(kind) {
            let fresh = draft_of(kind, trade);
            for question in interview::questions(kind, trade, &Answers::default()) {
                // Of a trade only what is asked of it alone: the rest is the same as without one.
                let of_trade = |trades: &[&str]| trade.is_none() || !trades.is_empty();
                let options = interview::options(question, kind, trade)
                    .filter(|option| of_trade(question.trades) || of_trade(option.trades))
                    .map(|option| option.id);
                let services = interview::services(question).map(|service| service.id);
                for pick in options.chain(services.take(usize::from(trade.is_none()))) {
                    let mut draft = fresh.clone();
                    answer(&mut draft, question.id, &[pick]);
                    let text = draft.to_json().unwrap();
                    assert!(Draft::open(&text).is_ok_and(|opened| opened.notice == draft.notice), "{pick}");
                }
            }
        }
    }
}

/// Something that a question offers, by number: its options, its services, "I do not know", and a service of the firm's own.
pub(super) fn pick(question: &'static Question, index: Index) -> Pick {
    let ids = question.options.iter().map(|option| option.id);
    let mut picks: Vec<_> =
        ids.chain(interview::services(question).map(|service| service.id)).map(Pick::id).collect();
    picks.push(Pick::id(crate::draft::answers::UNKNOWN));
    if question.own.is_some() {
        picks.push(Pick::own("Oma palvelu"));
    }
    index.get(&picks).clone()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn any_answers_leave_a_draft_that_can_be_read(
        kind in any::<RegisterKind>(),
        trade in proptest::option::of(any::<Trade>()),
        replies in proptest::collection::vec(
            (any::<Index>(), proptest::collection::vec(any::<Index>(), 0..4)), 1..10),
    ) {
        let mut draft = draft_of(kind, trade);
        for (question, picks) in replies {
            let open: Vec<_> = interview::questions(kind, trade, &draft.answers).collect();
            let question = *question.get(&open);
            let picks: Vec<_> = picks.into_iter().map(|index| pick(question, index)).collect();
            let contradictory = interview::state(question, &picks) == State::Contradictory;
            interview::reply(&mut draft, question, picks);
            let from = |origin: &crate::notice::origin::Origin| origin.source() == Some(question.id);
            prop_assert!(!contradictory || !draft.origins.iter().any(|(_, origin)| from(origin)));
        }
        let opened = Draft::open(&draft.to_json().unwrap()).unwrap();
        prop_assert_eq!(opened.notice, draft.notice);
        prop_assert_eq!(opened.answers, draft.answers);
    }

    /// An answer that is taken back leaves no trace: the notice says what it said before, for every claim.
    #[test]
    fn an_answer_that_is_taken_back_leaves_nothing(
        kind in select(RegisterKind::ALL.to_vec()),
        question in any::<Index>(),
        index in any::<Index>(),
    ) {
        let fresh = draft_of(kind, None);
        let open: Vec<_> = interview::questions(kind, None, &fresh.answers).collect();
        let question = *question.get(&open);
        let mut draft = fresh.clone();
        interview::reply(&mut draft, question, vec![pick(question, index)]);
        interview::reply(&mut draft, question, vec![]);
        prop_assert_eq!(open_claims(&draft.notice), open_claims(&fresh.notice));
        let left: Vec<_> = draft.origins.iter().filter(|(_, origin)| origin.source().is_some()).collect();
        prop_assert!(left.is_empty(), "{left:?}");
    }
}
