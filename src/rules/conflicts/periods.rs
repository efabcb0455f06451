//! Retention periods against each other and against the laws that they name.
//!
//! Law: GDPR 5(1)(e), 13(2)(a); Kirjanpitolaki 2:10 § (vouchers six years from the end of the calendar year, books ten).

use crate::content::patterns;
use crate::content::rule_id;
use crate::law::{Act, Citation};
use crate::notice::retention::{Fixed, Period, Retention as Row, Unit};
use crate::rules::Kind::Conflict;
use crate::rules::Rule;
use crate::rules::Severity::Warning;
use crate::rules::facts::{self, cites, least_months};
use crate::rules::field::part;
use crate::rules::statements::{name, words};
use crate::section::SectionId::Retention;
use std::collections::BTreeMap;

/// Ten years: what old notices promise for everything.
const TEN_YEARS: u32 = 120;
/// Six years: the longest period that the bookkeeping law asks for vouchers.
const SIX_YEARS: u32 = 72;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::RETENTION_CONFLICT,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(2)(a)"), Citation::new("GDPR 5(1)(a)")],
        anchor: &["C16", "Data Retention Period"],
        check: |c, found| {
            let mut periods = BTreeMap::new();
            for row in &c.notice.retention {
                let Some((what, period)) = name(&row.what).zip(row.period.yes()) else { continue };
                if *periods.entry(what).or_insert(period) != period {
                    found.at_with_evidence(part("retention", row, "period"), words(&row.what));
                }
            }
        },
    },
    Rule {
        id: rule_id::RETENTION_FLAT_TEN_YEARS,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 5(1)(e)"), Citation::new("Kirjanpitolaki 2:10 §")],
        anchor: &["C16", "Data Retention Period"],
        check: |c, found| {
            let ten = |row: &Row| fixed(row).and_then(months) == Some(TEN_YEARS);
            let all = c.notice.retention.iter().all(ten);
            let by_law = |row: &&Row| u32::from(facts::of(&row.what).least_months) >= TEN_YEARS;
            for row in c.notice.retention.iter().filter(|row| ten(row) && !by_law(row)) {
                if all || facts::of(&row.ground).least_months > 0 {
                    found.at_with_evidence(part("retention", row, "period.amount"), words(&row.what));
                }
            }
            let books = c.text.fields(patterns::BOOKS);
            let said = c.text.hits_in(Retention, patterns::TEN_YEARS);
            found.hits(said.filter(|hit| !books.contains(&hit.passage.field)));
        },
    },
    Rule {
        id: rule_id::RETENTION_INDEFINITE,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 5(1)(e)"), Citation::new("GDPR 13(2)(a)")],
        anchor: &["C16", "Data Retention Period"],
        check: |c, found| found.hits(c.text.hits_in(Retention, patterns::NO_END)),
    },
    Rule {
        id: rule_id::RETENTION_BELOW_LAW,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("Kirjanpitolaki 2:10 §")],
        anchor: &[],
        check: |c, found| {
            for row in &c.notice.retention {
                let Some(least) = least_months(row).map(u32::from) else { continue };
                let Some((fixed, length)) = fixed(row).and_then(|fixed| Some((fixed, months(fixed)?))) else {
                    continue;
                };
                // Counted from a day in the year, the time to the end of that year is missing. A start in own words may be right.
                let early = fixed.start.clause_id().is_some() && !facts::of(&fixed.start).year_end;
                if length < least {
                    found.at_with_evidence(part("retention", row, "period.amount"), words(&row.what));
                } else if early && length < least + 24 {
                    found.at_with_evidence(part("retention", row, "period.start"), words(&row.what));
                }
            }
        },
    },
    Rule {
        id: rule_id::RETENTION_LONG_WITHOUT_LAW,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 5(1)(e)"), Citation::new("GDPR 13(2)(a)")],
        anchor: &["Data Retention Period"],
        check: |c, found| {
            for row in &c.notice.retention {
                let long = fixed(row).and_then(months).is_some_and(|months| months > SIX_YEARS);
                if long && row.ground.clause_id().is_some() && !cites(&row.ground, |act| act != Act::Gdpr) {
                    found.at_with_evidence(part("retention", row, "ground"), words(&row.what));
                }
            }
        },
    },
];

fn fixed(row: &Row) -> Option<&Fixed> {
    match row.period.yes() {
        Some(Period::Fixed(fixed)) => Some(fixed),
        Some(Period::Until(_)) | None => None,
    }
}

/// A length in whole months; days and weeks are rounded down.
fn months(fixed: &Fixed) -> Option<u32> {
    let amount = fixed.amount.filter(|amount| *amount > 0).map(u32::from)?;
    Some(match fixed.unit {
        Unit::Days => amount / 30,
        Unit::Weeks => amount * 7 / 30,
        Unit::Months => amount,
        Unit::Years => amount * 12,
    })
}

#[cfg(test)]
cases! {
    "retention-conflict":
        fires "two ends for the same data" at "retention.2.period" => |n| keep_too(n, "laskut", "kunnes asiakkuus päättyy");
        silent "two kinds of data" => |n| keep_too(n, "viestit", "kunnes asia on hoidettu");
    "retention-flat-ten-years":
        fires "ten years for everything" at "retention.1.period.amount" => |n| fixed(n, Some(10), "asiakkuuden päättymisestä");
        fires "ten years, and the bookkeeping law" at "retention.1.period.amount" => |n| {
            fixed(n, Some(10), "asiakkuuden päättymisestä");
            each(&mut n.retention, |r| r.ground = Statement::clause("retention-ground.accounting"));
            again(&mut n.retention, |r| {
                r.what = said("tarjoukset");
                r.period = Answer::Yes(Period::Until(Until { criterion: said("kunnes tarjous raukeaa"), ..Until::default() }));
            });
        };
        fires "in own words" at "additions.retention" => |n| {
            add(n, SectionId::Retention, "Säilytämme tiedot kymmenen vuotta asiakkuuden päättymisestä.");
        };
        fires "in Swedish" at "additions.retention" => |n| {
            say_at(n, SectionId::Retention, Lang::Sv, "Uppgifterna bevaras i 10 år.");
        };
        fires "in English" at "additions.retention" => |n| {
            say_at(n, SectionId::Retention, Lang::En, "We keep the data for ten years.");
        };
        silent "books of account in own words" => |n| {
            add(n, SectionId::Retention, "Tilinpäätöksen säilytämme 10 vuotta.");
        };
        silent "books of account" => |n| {
            fixed(n, Some(10), "tilikauden päättymisestä");
            each(&mut n.retention, |r| r.what = Statement::clause("retention-what.ledgers"));
        };
        silent "six years" => |n| fixed(n, Some(6), "tilikauden päättymisvuoden lopusta");
    "retention-indefinite":
        fires "until further notice" at "retention.1.period.criterion" => |n| each(&mut n.retention, |r| {
            r.period = Answer::Yes(Period::Until(Until { criterion: said("toistaiseksi"), ..Until::default() }));
        });
        fires "in Swedish" at "additions.retention" => |n| {
            say_at(n, SectionId::Retention, Lang::Sv, "Uppgifterna bevaras tills vidare.");
        };
        fires "in English" at "additions.retention" => |n| {
            say_at(n, SectionId::Retention, Lang::En, "We keep the information indefinitely.");
        };
        silent "until something happens" => |n| each(&mut n.retention, |r| {
            r.period = Answer::Yes(Period::Until(Until { criterion: said("kunnes suljet tilisi"), ..Until::default() }));
        });
    "retention-below-law":
        fires "five years for vouchers" at "retention.1.period.amount" => |n| {
            fixed(n, Some(5), "tilikauden päättymisvuoden lopusta");
            each(&mut n.retention, |r| r.what = Statement::clause("retention-what.vouchers"));
        };
        fires "six years from delivery" at "retention.1.period.start" => |n| vouchers(n, 6, "start.delivery");
        silent "six years from the end of the year" => |n| vouchers(n, 6, "start.financial-year");
        silent "eight years from delivery" => |n| vouchers(n, 8, "start.delivery");
        silent "a start in own words" => |n| {
            each(&mut n.retention, |r| r.what = Statement::clause("retention-what.vouchers"));
        };
    "retention-long-without-law":
        fires "seven years because we like to" at "retention.1.ground" => |n| {
            fixed(n, Some(7), "asiakkuuden päättymisestä");
            each(&mut n.retention, |r| r.ground = Statement::clause("retention-ground.returning-customer"));
        };
        silent "ten years by law" => |n| {
            fixed(n, Some(10), "tilikauden päättymisestä");
            each(&mut n.retention, |r| r.ground = Statement::clause("retention-ground.accounting"));
        };
        silent "three years because we like to" => |n| {
            fixed(n, Some(3), "asiakkuuden päättymisestä");
            each(&mut n.retention, |r| r.ground = Statement::clause("retention-ground.returning-customer"));
        };
}
