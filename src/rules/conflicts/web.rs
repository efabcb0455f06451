//! Cookies and automation against the purposes, sources and data that speak of them.
//!
//! Law: SVPL 205 §; GDPR 4(4), 13(1)(c), 13(2)(f).

use crate::content::facts::About;
use crate::content::patterns;
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::cookies::CookieKind;
use crate::notice::purpose::Topic;
use crate::rules::Kind::Conflict;
use crate::rules::Rule;
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::facts::speaks_of;
use crate::rules::field::part;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::COOKIES_DENIED,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("SVPL 205 §"), Citation::new("GDPR 5(1)(a)")],
        anchor: &[],
        check: |c, found| {
            if !c.notice.cookies.is_no() {
                return;
            }
            if let Some(hit) = c.text.hits_without(patterns::COOKIE, patterns::NO_COOKIE).next() {
                found.at_with_evidence("cookies", hit.excerpt());
            } else if speaks_of(c.notice, About::Cookies) {
                found.at("cookies");
            }
        },
    },
    Rule {
        id: rule_id::COOKIE_WITHOUT_PURPOSE,
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
                    found.at_with_evidence(part("cookies.rows", row, "kind"), row.name.trim());
                }
            }
        },
    },
    Rule {
        id: rule_id::PROFILING_DENIED,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 4(4)"), Citation::new("GDPR 13(2)(f)")],
        anchor: &["Automated Decision-Making"],
        check: |c, found| {
            if !c.notice.automated_decisions.profiling.is_no() {
                return;
            }
            if let Some(hit) = c.text.hits_without(patterns::PROFILING, patterns::PROFILING_DENIED).next() {
                found.at_with_evidence("automated-decisions.profiling", hit.excerpt());
            } else if speaks_of(c.notice, About::Profiling) {
                found.at("automated-decisions.profiling");
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
        fires "in own words" at "cookies" => |n| {
            n.cookies = Answer::No;
            add(n, SectionId::Sources, "Saamme tietoja myös evästeiden avulla.");
        };
        silent "in own words, to say that there are none" => |n| {
            n.cookies = Answer::No;
            add(n, SectionId::Sources, "Emme käytä evästeitä.");
        };
        silent "cookies" => |n| each(&mut n.sources, |s| s.what = Statement::clause("source.cookies"));
        silent "neither" => |n| n.cookies = Answer::No;
    "cookie-without-purpose":
        fires "analytics for nothing" at "cookies.rows.1.kind" => |n| {
            each(&mut cookies(n).rows, |r| r.kind = Answer::Yes(CookieKind::Analytics));
        };
        fires "advertising for nothing" at "cookies.rows.1.kind" => |n| {
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
        fires "in own words" at "automated-decisions.profiling" => |n| {
            add(n, SectionId::Purposes, "Kohdennamme mainoksia ostosten perusteella.");
        };
        fires "in Swedish" at "automated-decisions.profiling" => |n| say(n, Lang::Sv, "Vi profilerar våra kunder.");
        fires "in English" at "automated-decisions.profiling" => |n| say(n, Lang::En, "We personalise your offers.");
        silent "said again that there is none" => |n| {
            add(n, SectionId::Purposes, "Emme profiloi asiakkaitamme.");
        };
        silent "described" => |n| {
            each(&mut n.purposes, |p| p.what = Statement::clause("purpose.personalised-content"));
            n.automated_decisions.profiling = Answer::Yes(Profiling { how: own("Valitsemme mainokset käyntien perusteella.") });
        };
        silent "nothing of the kind" => |n| n.purposes.truncate(1);
}
