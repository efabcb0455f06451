//! What holds for every rule, and for the report as a whole.

use super::fill::fill;
use super::prelude::*;
use crate::compose::section_of;
use crate::content::{self, rule_id};
use crate::notice::EXPLICIT_CONSENT;
use crate::notice::date::Date;
use crate::notice::dismissal::Dismissal;
use crate::notice::path::FieldPath;
use crate::rules::tables::CASES;
use crate::rules::{
    AS_OF, Beside, Finding, Kind, Report, Severity, Status, VERSION, all, check, check_with, status,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

pub(in crate::rules) fn today() -> Date {
    Date::new(2026, 11, 21).unwrap()
}

/// Each change under which a rule fires, with its name.
pub(in crate::rules) fn firing() -> impl Iterator<Item = (&'static str, fn(&mut Notice))> {
    tables().flat_map(|cases| cases.fires.iter().map(|case| (case.when, case.change)))
}

fn tables() -> impl Iterator<Item = &'static Cases> {
    CASES.iter().copied().flatten()
}

fn changed(change: fn(&mut Notice)) -> Report {
    let mut notice = full();
    change(&mut notice);
    check(&notice, today())
}

#[test]
fn every_rule_fires_where_it_should_and_only_there() {
    let mut faults = Vec::new();
    for cases in tables() {
        for case in cases.fires {
            let report = changed(case.change);
            let of_rule: Vec<_> = report.findings.iter().filter(|f| f.rule.id == cases.rule).collect();
            let Some(hit) = of_rule.iter().find(|f| Ok(f.field) == case.field.parse()) else {
                let fields: Vec<_> = of_rule.iter().map(|f| f.field.to_string()).collect();
                let others: BTreeSet<_> = report.findings.iter().map(|f| f.rule.id.as_str()).collect();
                faults.push(format!("{} is silent when: {} ({fields:?}, {others:?})", cases.rule, case.when));
                continue;
            };
            let section = report.section(hit.section);
            let minor = hit.rule.severity == Severity::Hint;
            assert!(
                minor || hit.rule.kind != Kind::Gap || section.status != Status::Complete,
                "{}",
                cases.rule
            );
            assert!(minor || hit.rule.kind != Kind::Conflict || section.attention, "{}", cases.rule);
            assert!(report.completeness < 100 || hit.rule.severity != Severity::Blocking, "{}", cases.rule);
        }
        for case in cases.silent {
            let report = changed(case.change);
            if let Some(hit) = report.findings.iter().find(|f| f.rule.id == cases.rule) {
                let place = (&hit.field, &hit.evidence);
                faults.push(format!("{} fires when: {} {place:?}", cases.rule, case.when));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_rule_has_an_id_words_cases_and_law_that_parses() {
    let ids: BTreeSet<_> = all().map(|rule| rule.id.as_str()).collect();
    assert_eq!(ids.len(), all().count(), "an id is used twice");
    let with_cases: Vec<_> = tables().map(|cases| cases.rule).collect();
    assert_eq!(with_cases.iter().copied().collect::<BTreeSet<_>>(), ids, "rules and cases differ");
    assert_eq!(with_cases.len(), ids.len(), "a rule has two tables of cases");
    let with_words: BTreeSet<_> = content::RULES.iter().map(|words| words.id.as_str()).collect();
    assert_eq!(with_words, ids, "rules and words differ");
    for rule in all() {
        assert!(
            rule.id.as_str().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'),
            "{}",
            rule.id
        );
        assert!(rule.law.iter().all(|citation| citation.act_and_provision().is_some()), "{}", rule.id);
        let words = content::rule(rule.id).unwrap();
        for lang in Lang::ALL {
            assert!(!words.message.get(lang).is_empty() && !words.advice.get(lang).is_empty(), "{}", rule.id);
        }
    }
}

/// The table of all rules in `docs/rules.md`, made of the rules themselves; where each fires, its cases tell.
#[test]
fn the_book_of_rules_is_up_to_date() {
    let mut sections: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for cases in tables() {
        for case in cases.fires {
            let found = changed(case.change).findings;
            let of_rule = found.iter().filter(|finding| finding.rule.id == cases.rule);
            sections.entry(cases.rule).or_default().extend(of_rule.map(|finding| finding.section.id()));
        }
    }
    let mut book = String::from(
        "# The rules\n\nMade by `UPDATE_GOLDEN=1 cargo test --lib book_of_rules`; do not edit by hand. Criteria: C1–C23 are the \
         23 completeness criteria,\nnames the 21 transparency requirements. A section is where the finding is mended; rules on \
         words may fire in any.\n\n",
    );
    writeln!(book, "Version {} ({}), {} rules.\n", VERSION, AS_OF, all().count()).unwrap();
    book.push_str(
        "| Rule | Severity | Law | Criteria | Sections | What it says |\n|---|---|---|---|---|---|\n",
    );
    let mut rules: Vec<_> = all().collect();
    rules.sort_by_key(|rule| rule.id);
    for rule in rules {
        let law: Vec<_> = rule.law.iter().map(|law| law.code()).collect();
        let places: Vec<_> = sections.get(rule.id.as_str()).into_iter().flatten().copied().collect();
        let says = content::rule(rule.id).map_or("", |words| words.message.get(Lang::En));
        let (severity, law, criteria) = (rule.severity.id(), law.join(", "), rule.anchor.join(", "));
        writeln!(
            book,
            "| `{}` | {severity} | {law} | {criteria} | {} | {says} |",
            rule.id,
            places.join(", ")
        )
        .unwrap();
    }
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(path, book).unwrap();
        return;
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    let differs = kept.lines().zip(book.lines()).find(|(old, new)| old != new);
    assert!(kept == book, "docs/rules.md: UPDATE_GOLDEN=1 cargo test --lib book_of_rules\n{differs:?}");
}

#[test]
fn sections_wait_for_rules_that_exist() {
    let ids: BTreeSet<_> = all().map(|rule| rule.id.as_str()).collect();
    for section in SectionId::ALL {
        assert!(status::waits_for(section).iter().all(|id| ids.contains(id.as_str())), "{}", section.id());
    }
}

#[test]
fn a_full_notice_has_no_finding_and_is_complete() {
    let report = check(&full(), today());
    assert_eq!(report.findings, []);
    assert_eq!(report.completeness, 100);
    let status = |section| report.section(section).status;
    assert_eq!(status(SectionId::Transfers), Status::Complete, "that nothing is transferred is said");
    assert_eq!(status(SectionId::LegitimateInterests), Status::Complete);
    for section in [SectionId::Consent, SectionId::Dpo, SectionId::SecurityManual, SectionId::OtherRights] {
        assert_eq!(status(section), Status::NotNeeded, "{}", section.id());
    }
}

#[test]
fn a_blank_notice_is_empty_and_nothing_of_it_is_done() {
    let report = check(&Notice::default(), today());
    assert_eq!(report.completeness, 0);
    assert!(!report.publishable());
    for section in SectionId::ALL {
        let expected = match section {
            SectionId::Register
            | SectionId::SecurityManual
            | SectionId::SecurityElectronic
            | SectionId::OtherRights
            | SectionId::Changes => Status::NotNeeded,
            SectionId::Complaint => Status::Complete,
            section if status::waits_for(section).contains(&rule_id::CONTACT_MISSING) => Status::Incomplete,
            _ => Status::Empty,
        };
        assert_eq!(report.section(section).status, expected, "{}", section.id());
    }
}

#[test]
fn a_status_agrees_with_what_is_composed() {
    assert!(content::find_clause(EXPLICIT_CONSENT).is_some());
    let consent =
        SpecialCategories { data: list(&["allergiat"]), ground: Statement::clause(EXPLICIT_CONSENT) };
    let mut special = full();
    special.special_categories = Answer::Yes(consent);
    let changes = tables().flat_map(|cases| {
        cases.fires.iter().map(|case| case.change).chain(cases.silent.iter().map(|case| case.change))
    });
    let notices = changes.map(|change| {
        let mut notice = full();
        change(&mut notice);
        notice
    });
    for notice in notices.chain([full(), special]) {
        let report = check(&notice, today());
        let lang = notice.languages.first().copied().unwrap_or_default();
        for section in SectionId::ALL {
            let composed = section_of(&notice, section, lang).is_some();
            match report.section(section).status {
                Status::Complete => assert!(composed, "{} is complete but not composed", section.id()),
                Status::NotNeeded => assert!(!composed, "{} is composed but not needed", section.id()),
                Status::Empty | Status::Incomplete | Status::Unconfirmed => {}
            }
        }
    }
}

#[test]
fn an_addition_brings_a_section_in() {
    let mut notice = full();
    notice.additions.insert(SectionId::Dpo, own("Kysy tietosuojasta toimistolta."));
    assert_eq!(check(&notice, today()).section(SectionId::Dpo).status, Status::Complete);
}

/// The name of a draft is not published, but a file with an identity code in it is passed on as easily as one with a
/// code in its text.
#[test]
fn an_identity_code_in_the_name_of_a_draft_is_found() {
    let beside = Beside { draft_name: "Asiakas 131052-308T", ..Beside::default() };
    let found = check_with(&full(), today(), &beside).findings;
    let [finding] = &found[..] else { panic!("{found:?}") };
    assert_eq!(finding.rule.id, rule_id::IDENTITY_CODE_IN_TEXT);
    assert_eq!(finding.field, FieldPath::section_of(SectionId::Register));
    assert!(!finding.evidence.contains("308T"));
}

#[test]
fn a_section_that_waits_says_for_what() {
    let mut notice = full();
    each(&mut notice.recipients, |row| row.location = Answer::Unknown);
    let report = check(&notice, today());
    assert_eq!(report.section(SectionId::Transfers).status, Status::Empty);
    assert_eq!(report.in_section(SectionId::Transfers).count(), 0);
    let concerning: Vec<_> = report.concerning(SectionId::Transfers).map(|f| f.field.to_string()).collect();
    assert_eq!(concerning, ["recipients.1.location"]);
}

fn aside(rule: &str, field: &str) -> Dismissal {
    let (rule, field) = (rule.to_owned(), field.parse().expect("a path"));
    Dismissal { rule, field, reason: "Ei koske meitä.".into(), on: "2026-11-21".into() }
}

#[test]
fn what_is_set_aside_is_found_and_not_counted() {
    let mut notice = full();
    notice.drawn_up.0 = "1.5.2018".into();
    let dismissals = [aside("notice-old", "drawn-up")];
    let report = check_with(&notice, today(), &Beside { dismissals: &dismissals, ..Beside::default() });
    assert_eq!(report.findings, []);
    let set_aside: Vec<_> =
        report.dismissed.iter().map(|d| (d.finding.rule.id.as_str(), d.reason.as_str())).collect();
    assert_eq!(set_aside, [("notice-old", "Ei koske meitä.")]);
    assert_eq!(report.count(Severity::Warning), 0);
    assert!(!report.section(SectionId::Date).attention);
    // Other words, the same decision; another field, or another rule, and it does not hold.
    notice.drawn_up.0 = "2.5.2018".into();
    assert_eq!(
        check_with(&notice, today(), &Beside { dismissals: &dismissals, ..Beside::default() }).findings,
        []
    );
    notice.updated.0 = "3.5.2018".into();
    let fields: Vec<_> =
        check_with(&notice, today(), &Beside { dismissals: &dismissals, ..Beside::default() })
            .findings
            .into_iter()
            .map(|f| f.field)
            .collect();
    assert_eq!(fields, [FieldPath::from("updated")]);
}

#[test]
fn what_blocks_cannot_be_set_aside() {
    let mut notice = full();
    notice.controller.name.clear();
    let report = check_with(
        &notice,
        today(),
        &Beside { dismissals: &[aside("controller-incomplete", "controller.name")], ..Beside::default() },
    );
    assert_eq!((report.findings.len(), report.dismissed.len()), (1, 0));
    assert!(!report.publishable());
}

#[test]
fn a_gap_that_is_set_aside_leaves_its_section_out() {
    let mut notice = full();
    notice.data_subjects.clear();
    let report = check_with(
        &notice,
        today(),
        &Beside { dismissals: &[aside("data-subjects-empty", "data-subjects")], ..Beside::default() },
    );
    assert_eq!(report.section(SectionId::DataSubjects).status, Status::NotNeeded);
    assert!(section_of(&notice, SectionId::DataSubjects, Lang::Fi).is_none());
    assert_eq!(report.completeness, 100);
}

/// Cookies that nobody has named yet may need consent, so the section on consent waits for their names.
#[test]
fn naming_the_first_cookie_takes_no_completeness_away() {
    let mut notice = full();
    cookies(&mut notice).rows.clear();
    let before = check(&notice, today());
    assert_eq!(before.section(SectionId::Consent).status, Status::Empty);
    cookies(&mut notice).rows = rows(vec![Cookie::default()]);
    let after = check(&notice, today());
    assert!(after.completeness >= before.completeness, "{} → {}", before.completeness, after.completeness);
}

proptest! {
    // A failing notice is shrunk for seconds, not for minutes.
    #![proptest_config(ProptestConfig { cases: 256, max_shrink_iters: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_notice_is_checked_and_the_report_agrees_with_itself(notice: Notice) {
        let report = check(&notice, today());
        let place = |finding: &Finding| (finding.section.index(), finding.rule.severity);
        prop_assert!(report.findings.is_sorted_by_key(place));
        let done = SectionId::ALL.into_iter()
            .all(|section| matches!(report.section(section).status, Status::Complete | Status::NotNeeded));
        prop_assert_eq!(report.completeness == 100, done && report.publishable());
    }

    #[test]
    fn filling_a_gap_never_takes_completeness_away(notice: Notice, choices in proptest::collection::vec(0..4u8, 8)) {
        let mut notice = notice;
        notice.number_rows();
        let mut before = check(&notice, today());
        for choice in choices {
            let gaps: Vec<_> = before.findings.iter().filter(|finding| finding.rule.kind == Kind::Gap).collect();
            let Some(gap) = gaps.get(usize::from(choice) * gaps.len() / 4) else { break };
            fill(&mut notice, gap, choice);
            let after = check(&notice, today());
            let open = after.findings.iter().any(|finding| finding == *gap);
            prop_assert!(!open, "still open: {:?}", gap);
            prop_assert!(after.completeness >= before.completeness,
                "{} → {} by filling {} at {}", before.completeness, after.completeness, gap.rule.id, gap.field);
            before = after;
        }
    }
}
