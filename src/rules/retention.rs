//! Retention: each kind of data has an end that a reader can work out, and a ground.
//!
//! Law: GDPR 5(1)(e), 13(2)(a); Kirjanpitolaki 2:10 § for vouchers.

use super::Kind::Gap;
use super::Rule;
use super::Severity::Blocking;
use super::field::part;
use super::statements::words;
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::retention::{Period, Retention as Row};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::RETENTION_EMPTY,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(2)(a)")],
        anchor: &["C16", "Data Retention Period"],
        check: |c, found| {
            if c.notice.retention.is_empty() {
                found.at("retention");
            }
        },
    },
    Rule {
        id: rule_id::RETENTION_INCOMPLETE,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(2)(a)"), Citation::new("GDPR 5(1)(e)")],
        anchor: &["C16", "Data Retention Period"],
        check: |c, found| {
            for row in &c.notice.retention {
                for missing in missing(row).into_iter().flatten() {
                    found.at_with_evidence(part("retention", row, missing), words(&row.what));
                }
            }
        },
    },
];

/// The parts that a row lacks.
fn missing(row: &Row) -> [Option<&'static str>; 4] {
    let (length, start) = match row.period.yes() {
        None => (Some("period"), None),
        Some(Period::Fixed(fixed)) => (
            fixed.amount.is_none_or(|amount| amount == 0).then_some("period.amount"),
            fixed.start.is_blank().then_some("period.start"),
        ),
        Some(Period::Until(until)) => (until.criterion.is_blank().then_some("period.criterion"), None),
    };
    [row.what.is_blank().then_some("what"), length, start, row.ground.is_blank().then_some("ground")]
}

#[cfg(test)]
cases! {
    "retention-empty":
        fires "no row" at "retention" => |n| n.retention.clear();
        silent "one row" => |n| n.retention.truncate(1);
    "retention-incomplete":
        fires "what is kept?" at "retention.1.what" => |n| each(&mut n.retention, |r| r.what = said(""));
        fires "no period" at "retention.1.period" => |n| each(&mut n.retention, |r| r.period = Answer::Unanswered);
        fires "I do not know" at "retention.1.period" => |n| each(&mut n.retention, |r| r.period = Answer::Unknown);
        fires "no length" at "retention.1.period.amount" => |n| fixed(n, None, "asiakkuuden päättymisestä");
        fires "no time at all" at "retention.1.period.amount" => |n| fixed(n, Some(0), "asiakkuuden päättymisestä");
        fires "years from when?" at "retention.1.period.start" => |n| fixed(n, Some(10), " ");
        fires "no criterion" at "retention.1.period.criterion" => |n| {
            each(&mut n.retention, |r| r.period = Answer::Yes(Period::Until(Until::default())));
        };
        fires "no ground" at "retention.1.ground" => |n| each(&mut n.retention, |r| r.ground = said(""));
        silent "length, start and ground" => |n| fixed(n, Some(6), "tilikauden päättymisvuoden lopusta");
        silent "a criterion" => |n| {
            let until = Until { criterion: said("kunnes kiellät markkinoinnin"), ..Until::default() };
            each(&mut n.retention, |r| r.period = Answer::Yes(Period::Until(until.clone())));
        };
}
