//! Cookies: listed one by one, each for a stated purpose, and with consent where it is needed.
//!
//! Law: SVPL 205 §; GDPR 5(1)(a), 7, 13(1)(c).

use crate::content::facts::About;
use crate::content::patterns;
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::cookies::{Cookie, CookieKind};
use crate::notice::purpose::Topic;
use crate::rules::Kind::{Conflict, Gap};
use crate::rules::Rule;
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::facts::speaks_of;
use crate::rules::field::column;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::COOKIES_UNANSWERED,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("SVPL 205 §")],
        anchor: &[],
        check: |c, found| {
            if c.notice.cookies.is_open() {
                found.at("cookies");
            }
        },
    },
    Rule {
        id: rule_id::COOKIES_EMPTY,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("SVPL 205 §")],
        anchor: &[],
        check: |c, found| {
            if c.notice.cookies.yes().is_some_and(|cookies| cookies.rows.is_empty()) {
                found.at("cookies.rows");
            }
        },
    },
    Rule {
        id: rule_id::COOKIE_INCOMPLETE,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("SVPL 205 §")],
        anchor: &[],
        check: |c, found| {
            for row in c.notice.cookies.yes().into_iter().flat_map(|cookies| &cookies.rows) {
                for missing in missing_columns(row).into_iter().flatten() {
                    found.at_with_evidence(column("cookies.rows", row, missing), row.name.trim());
                }
            }
        },
    },
    Rule {
        id: rule_id::COOKIE_CONSENT_MISSING,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("SVPL 205 §"), Citation::new("GDPR 7")],
        anchor: &["C5", "Right to Withdraw Consent"],
        check: |c, found| {
            let Some(cookies) = c.notice.cookies.yes() else { return };
            let told = cookies.consent_tool.yes().is_some_and(|how| !how.is_blank());
            if cookies.need_consent() && !told {
                found.at("cookies.consent-tool");
            }
        },
    },
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
                found.at_hit("cookies", &hit);
            } else if speaks_of(c, About::Cookies) {
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
                    found.at_with_evidence(column("cookies.rows", row, "kind"), row.name.trim());
                }
            }
        },
    },
];

/// The columns of a cookie that are not filled in.
fn missing_columns(row: &Cookie) -> [Option<&'static str>; 4] {
    [
        row.name.trim().is_empty().then_some("name"),
        row.purpose.is_blank().then_some("purpose"),
        (!row.kind.is_yes()).then_some("kind"),
        row.lifetime.is_blank().then_some("lifetime"),
    ]
}

#[cfg(test)]
cases! {
    "cookies-unanswered":
        fires "not answered" at "cookies" => |n| n.cookies = Answer::Unanswered;
        fires "I do not know" at "cookies" => |n| n.cookies = Answer::Unknown;
        silent "none" => |n| n.cookies = Answer::No;
    "cookies-empty":
        fires "yes, and none listed" at "cookies.rows" => |n| cookies(n).rows.clear();
        silent "one" => |n| cookies(n).rows.truncate(1);
    "cookie-incomplete":
        fires "no name" at "cookies.rows.1.name" => |n| each(&mut cookies(n).rows, |r| r.name.clear());
        fires "no purpose" at "cookies.rows.1.purpose" => |n| each(&mut cookies(n).rows, |r| r.purpose = own(""));
        fires "kind not answered" at "cookies.rows.1.kind" => |n| each(&mut cookies(n).rows, |r| r.kind = Answer::Unknown);
        fires "no lifetime" at "cookies.rows.1.lifetime" => |n| each(&mut cookies(n).rows, |r| r.lifetime = own(""));
        silent "the firm's own, with nobody else to name" => |n| each(&mut cookies(n).rows, |r| r.party.clear());
        silent "all told" => |n| { cookies(n); };
    "cookie-consent-missing":
        fires "analytics without asking" at "cookies.consent-tool" => |n| {
            each(&mut cookies(n).rows, |r| r.kind = Answer::Yes(CookieKind::Analytics));
            cookies(n).consent_tool = Answer::No;
        };
        fires "a tool that is not described" at "cookies.consent-tool" => |n| {
            each(&mut cookies(n).rows, |r| r.kind = Answer::Yes(CookieKind::Marketing));
            cookies(n).consent_tool = Answer::Yes(said(""));
        };
        silent "only necessary ones" => |n| {
            each(&mut cookies(n).rows, |r| r.kind = Answer::Yes(CookieKind::Necessary));
            cookies(n).consent_tool = Answer::No;
        };
        silent "a banner" => |n| {
            each(&mut cookies(n).rows, |r| r.kind = Answer::Yes(CookieKind::Analytics));
            cookies(n).consent_tool = Answer::Yes(said("evästepalkki"));
        };
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
        silent "no cookies and no mention of any" => |n| n.cookies = Answer::No;
    "cookie-without-purpose":
        fires "analytics cookies without a purpose" at "cookies.rows.1.kind" => |n| {
            each(&mut cookies(n).rows, |r| r.kind = Answer::Yes(CookieKind::Analytics));
        };
        fires "advertising cookies without a purpose" at "cookies.rows.1.kind" => |n| {
            each(&mut cookies(n).rows, |r| r.kind = Answer::Yes(CookieKind::Marketing));
            n.purposes.truncate(1);
        };
        silent "analytics is a purpose" => |n| {
            each(&mut cookies(n).rows, |r| r.kind = Answer::Yes(CookieKind::Analytics));
            each(&mut n.purposes, |p| p.topic = Topic::Analytics);
        };
        silent "necessary ones" => |n| { cookies(n); };
}
