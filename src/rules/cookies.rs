//! Cookies: listed one by one, and consent where it is needed.
//!
//! Law: SVPL 205 §; GDPR 4(11), 7.

use super::Kind::Gap;
use super::Rule;
use super::Severity::Blocking;
use super::field::part;
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::cookies::Cookie;

pub(super) const RULES: &[Rule] = &[
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
                for missing in missing(row).into_iter().flatten() {
                    found.at_with_evidence(part("cookies.rows", row, missing), row.name.trim());
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
];

/// The parts that a cookie's row lacks.
fn missing(row: &Cookie) -> [Option<&'static str>; 4] {
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
        fires "yes, but which?" at "cookies.rows" => |n| cookies(n).rows.clear();
        silent "one" => |n| cookies(n).rows.truncate(1);
    "cookie-incomplete":
        fires "no name" at "cookies.rows.1.name" => |n| each(&mut cookies(n).rows, |r| r.name.clear());
        fires "what for?" at "cookies.rows.1.purpose" => |n| each(&mut cookies(n).rows, |r| r.purpose = own(""));
        fires "kind not answered" at "cookies.rows.1.kind" => |n| each(&mut cookies(n).rows, |r| r.kind = Answer::Unknown);
        fires "how long?" at "cookies.rows.1.lifetime" => |n| each(&mut cookies(n).rows, |r| r.lifetime = own(""));
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
}
