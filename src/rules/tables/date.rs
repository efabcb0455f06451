//! The dates of the notice: given, real, in the right order, and recent enough.
//!
//! Law: none asks for a date; GDPR 5(2) asks the controller to show what it told people and when, 5(1)(a) to tell the truth.

use crate::content::rule_id;
use crate::law::Citation;
use crate::law::facts::{CHANGES, Concern, CountryStatus, country_status};
use crate::notice::Notice;
use crate::notice::cookies::Cookies;
use crate::notice::date::{Date, DateText};
use crate::notice::purpose::Topic;
use crate::rules::Kind::{Conflict, Gap};
use crate::rules::Rule;
use crate::rules::Severity::{Hint, Warning};

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::DATE_MISSING,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 5(2)")],
        anchor: &[],
        check: |c, found| {
            if c.notice.drawn_up.is_blank() && c.notice.updated.is_blank() {
                found.at("drawn-up");
            }
        },
    },
    Rule {
        id: rule_id::DATE_INVALID,
        severity: Warning,
        kind: Conflict,
        law: &[],
        anchor: &[],
        check: |c, found| {
            for (field, text) in dates(c.notice) {
                if !text.is_blank() && text.date().is_none() {
                    found.at_with_evidence(field, text.0.trim());
                }
            }
        },
    },
    Rule {
        id: rule_id::DATE_ORDER,
        severity: Warning,
        kind: Conflict,
        law: &[],
        anchor: &[],
        check: |c, found| {
            if let (Some(drawn_up), Some(updated)) = (c.notice.drawn_up.date(), c.notice.updated.date())
                && updated < drawn_up
            {
                found.at_with_evidence("updated", updated.dotted());
            }
        },
    },
    Rule {
        id: rule_id::DATE_FUTURE,
        severity: Hint,
        kind: Conflict,
        law: &[],
        anchor: &[],
        check: |c, found| {
            for (field, text) in dates(c.notice) {
                if let Some(date) = text.date().filter(|date| *date > c.today) {
                    found.at_with_evidence(field, date.dotted());
                }
            }
        },
    },
    Rule {
        id: rule_id::NOTICE_OLD,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 5(1)(a)"), Citation::new("GDPR 5(2)")],
        anchor: &[],
        check: |c, found| {
            let (drawn_up, updated) = (c.notice.drawn_up.date(), c.notice.updated.date());
            if let Some(latest) = drawn_up.max(updated).filter(|latest| over_a_year(*latest, c.today)) {
                let field = if updated.is_some() { "updated" } else { "drawn-up" };
                found.at_with_evidence(field, latest.dotted());
            }
        },
    },
    Rule {
        id: rule_id::DATE_BEFORE_LAW_CHANGE,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 5(1)(a)"), Citation::new("GDPR 5(2)")],
        anchor: &[],
        check: |c, found| {
            let (drawn_up, updated) = (c.notice.drawn_up.date(), c.notice.updated.date());
            let Some(latest) = drawn_up.max(updated).filter(|latest| *latest <= c.today) else { return };
            let missed = CHANGES.fact.iter().filter_map(|change| {
                let since = Date::parse(change.since).filter(|since| latest < *since)?;
                concerns(c.notice, change.about).then(|| format!("{}: {}", since.dotted(), change.source))
            });
            let missed: Vec<_> = missed.collect();
            if !missed.is_empty() {
                let field = if updated.is_some() { "updated" } else { "drawn-up" };
                found.at_with_evidence(field, missed.join("; "));
            }
        },
    },
];

/// Whether a change of the law concerns this notice.
fn concerns(notice: &Notice, about: Concern) -> bool {
    match about {
        Concern::Cookies => notice.cookies.yes().is_some_and(Cookies::need_consent),
        Concern::Credit => notice.has_topic(Topic::Credit),
        Concern::UnitedStates => notice.transfers().any(|(_, to)| {
            to.named_countries().any(|name| country_status(name) == Some(CountryStatus::UnitedStates))
        }),
        Concern::IdentityCode => notice.identity_code.is_yes(),
        Concern::Care => notice.is_care(),
    }
}

/// The two dates of a notice, with their fields.
const fn dates(notice: &Notice) -> [(&'static str, &DateText); 2] {
    [("drawn-up", &notice.drawn_up), ("updated", &notice.updated)]
}

/// Whether more than a year has passed since this date.
fn over_a_year(date: Date, today: Date) -> bool {
    (date.year() + 1, date.month(), date.day()) < (today.year(), today.month(), today.day())
}

#[cfg(test)]
cases! {
    "date-missing":
        fires "neither date" at "drawn-up" => |n| { n.drawn_up.0.clear(); n.updated.0.clear() };
        silent "only the update" => |n| { n.drawn_up.0.clear(); n.updated.0 = "1.11.2026".into() };
    "date-invalid":
        fires "a day that no calendar has" at "drawn-up" => |n| n.drawn_up.0 = "31.11.2026".into();
        fires "words" at "updated" => |n| n.updated.0 = "viime viikolla".into();
        silent "the Finnish way" => |n| n.drawn_up.0 = "20.11.2026".into();
    "date-order":
        fires "updated before it was drawn up" at "updated" => |n| n.updated.0 = "1.1.2026".into();
        silent "updated on the same day" => |n| n.updated.0.clone_from(&n.drawn_up.0);
    "date-future":
        fires "tomorrow" at "drawn-up" => |n| n.drawn_up.0 = "22.11.2026".into();
        silent "today" => |n| n.drawn_up.0 = "21.11.2026".into();
    "notice-old":
        fires "a year and a day" at "drawn-up" => |n| n.drawn_up.0 = "20.11.2025".into();
        fires "an update of long ago" at "updated" => |n| {
            n.drawn_up.0 = "1.5.2018".into();
            n.updated.0 = "29.5.2019".into();
        };
        silent "a year to the day" => |n| n.drawn_up.0 = "21.11.2025".into();
        silent "old, but updated since" => |n| {
            n.drawn_up.0 = "1.5.2018".into();
            n.updated.0 = "1.11.2026".into();
        };
    "date-before-law-change":
        fires "analytics cookies of before the guide" at "drawn-up" => |n| {
            n.drawn_up.0 = "12.9.2021".into();
            each(&mut cookies(n).rows, |r| r.kind = Answer::Yes(CookieKind::Analytics));
        };
        fires "the identity code, updated long ago" at "updated" => |n| {
            n.drawn_up.0 = "1.5.2018".into();
            n.updated.0 = "31.12.2023".into();
            n.identity_code = Answer::Yes(IdentityCode { ground: said("luotonanto") });
        };
        fires "the United States" at "drawn-up" => |n| {
            n.drawn_up.0 = "1.5.2018".into();
            transfer(n, "Yhdysvallat", Answer::Yes(Safeguard::StandardClauses));
        };
        silent "drawn up since" => |n| {
            n.drawn_up.0 = "1.1.2024".into();
            n.identity_code = Answer::Yes(IdentityCode { ground: said("luotonanto") });
        };
        silent "old, and speaks of none of them" => |n| n.drawn_up.0 = "1.5.2018".into();
}
