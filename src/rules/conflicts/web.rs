//! Cookies and automation against the purposes, sources and data that speak of them.
//!
//! Law: SVPL 205 §; GDPR 4(4), 13(1)(c), 13(2)(f).

use crate::law::Citation;
use crate::notice::cookies::CookieKind;
use crate::notice::purpose::Topic;
use crate::rules::Kind::Conflict;
use crate::rules::Rule;
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::field::part;
use crate::rules::known;
use crate::rules::walk::clauses_in;
use crate::section::SectionId::{AutomatedDecisions, Cookies};

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: "cookies-denied",
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("SVPL 205 §"), Citation::new("GDPR 5(1)(a)")],
        anchor: &[],
        check: |c, found| {
            if c.notice.cookies.is_no() && clauses_in(c.notice).any(|id| known::OF_COOKIES.contains(&id)) {
                found.at(Cookies, "cookies");
            }
        },
    },
    Rule {
        id: "cookie-without-purpose",
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(c)"), Citation::new("SVPL 205 §")],
        anchor: &["C18", "Processing Purpose"],
        check: |c, found| {
            let has = |topics: &[Topic]| topics.iter().any(|topic| c.notice.has_topic(*topic));
            for row in c.notice.cookies.yes().into_iter().flat_map(|cookies| &cookies.rows) {
                let served = match row.kind.yes() {
                    Some(CookieKind::Analytics) => has(&[Topic::Analytics, Topic::Development]),
                    Some(CookieKind::Marketing) => has(&[Topic::Marketing]),
                    Some(CookieKind::Necessary | CookieKind::Functional) | None => true,
                };
                if !served {
                    found.with(Cookies, part("cookies", row, "kind"), row.name.trim());
                }
            }
        },
    },
    Rule {
        id: "profiling-denied",
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 4(4)"), Citation::new("GDPR 13(2)(f)")],
        anchor: &["Automated Decision-Making"],
        check: |c, found| {
            let profiling = |id: &str| known::PROFILING.contains(&id);
            if c.notice.automated_decisions.profiling.is_no() && clauses_in(c.notice).any(profiling) {
                found.at(AutomatedDecisions, "automated-decisions.profiling");
            }
        },
    },
];

#[cfg(test)]
cases! {
    "cookies-denied":
        fires "data from cookies that are not there" at "cookies" => |n| {
            n.cookies = Answer::No;
            each(&mut n.sources, |s| s.what = Statement::clause("source.cookies"));
        };
        silent "cookies" => |n| each(&mut n.sources, |s| s.what = Statement::clause("source.cookies"));
        silent "neither" => |n| n.cookies = Answer::No;
    "cookie-without-purpose":
        fires "analytics for nothing" at "cookies.1.kind" => |n| {
            each(&mut cookies(n).rows, |r| r.kind = Answer::Yes(CookieKind::Analytics));
        };
        fires "advertising for nothing" at "cookies.1.kind" => |n| {
            each(&mut cookies(n).rows, |r| r.kind = Answer::Yes(CookieKind::Marketing));
            n.purposes.truncate(1);
        };
        silent "analytics is a purpose" => |n| {
            each(&mut cookies(n).rows, |r| r.kind = Answer::Yes(CookieKind::Analytics));
            each(&mut n.purposes, |p| p.topic = Topic::Analytics);
        };
        silent "necessary ones" => |n| { cookies(n); };
    "profiling-denied":
        fires "advertisements by earlier visits" at "automated-decisions.profiling" => |n| {
            each(&mut n.purposes, |p| p.what = Statement::clause("purpose.personalised-content"));
        };
        silent "described" => |n| {
            each(&mut n.purposes, |p| p.what = Statement::clause("purpose.personalised-content"));
            n.automated_decisions.profiling = Answer::Yes(own("Valitsemme mainokset käyntien perusteella."));
        };
        silent "nothing of the kind" => |n| n.purposes.truncate(1);
}
