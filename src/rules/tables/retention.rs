//! How long data is kept: for each kind of data a period that a reader can work out, and a ground for it.
//!
//! Law: GDPR 5(1)(a), 5(1)(e), 13(2)(a); Kirjanpitolaki 2:10 § (vouchers six years from the end of the calendar year,
//! books ten).

use crate::content::facts::About;
use crate::content::patterns::{self, Phrase};
use crate::content::rule_id;
use crate::law::{Act, Citation};
use crate::notice::retention::{Fixed, Period, Retention, Unit};
use crate::notice::statement::Statement;
use crate::rules::Kind::{Conflict, Gap};
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::facts::{cites, facts_of, is_about, least_months};
use crate::rules::field::column;
use crate::rules::labels::identity;
use crate::rules::{Context, Found, Rule};
use crate::section::SectionId;
use std::collections::BTreeMap;

/// Ten years in months: the period that old notices give for all data alike.
const TEN_YEARS: u32 = 120;
/// Six years in months: how long the bookkeeping law wants vouchers to be kept.
const SIX_YEARS: u32 = 72;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::RETENTION_EMPTY,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(2)(a)")],
        anchor: &["C16", "Data Retention Period"],
        check: |c, found| {
            let told = c.text.says(SectionId::Retention, patterns::PERIOD)
                || c.text.says(SectionId::Retention, patterns::KEPT_UNTIL);
            if c.notice.retention.is_empty() && !told {
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
                for missing in missing_columns(row).into_iter().flatten() {
                    found.at_statement(column("retention", row, missing), &row.what);
                }
            }
        },
    },
    Rule {
        id: rule_id::RETENTION_CONFLICT,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(2)(a)"), Citation::new("GDPR 5(1)(a)")],
        anchor: &["C16", "Data Retention Period"],
        check: |c, found| {
            let mut periods = BTreeMap::new();
            for row in &c.notice.retention {
                let Some((what, period)) = identity(&row.what).zip(row.period.yes()) else { continue };
                if *periods.entry(what).or_insert(period) != period {
                    found.at_statement(column("retention", row, "period"), &row.what);
                }
            }
            said_otherwise(c, found);
        },
    },
    Rule {
        id: rule_id::RETENTION_FLAT_TEN_YEARS,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 5(1)(e)"), Citation::new("Kirjanpitolaki 2:10 §")],
        anchor: &["C16", "Data Retention Period"],
        check: |c, found| {
            let ten = |row: &Retention| fixed(row).and_then(months) == Some(TEN_YEARS);
            let all = c.notice.retention.iter().all(ten);
            let by_law = |row: &&Retention| u32::from(facts_of(&row.what).least_months) >= TEN_YEARS;
            for row in c.notice.retention.iter().filter(|row| ten(row) && !by_law(row)) {
                if all || facts_of(&row.ground).least_months > 0 {
                    found.at_statement(column("retention", row, "period.amount"), &row.what);
                }
            }
            let books = c.text.fields(patterns::BOOKS);
            let kept = c.text.sentences(patterns::KEEPING);
            let said = c.text.hits(patterns::TEN_YEARS);
            let said = said.filter(|hit| hit.passage.section == SectionId::Retention || hit.is_in(&kept));
            found.hits(said.filter(|hit| !books.contains(&hit.passage.field)));
        },
    },
    Rule {
        id: rule_id::RETENTION_INDEFINITE,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 5(1)(e)"), Citation::new("GDPR 13(2)(a)")],
        anchor: &["C16", "Data Retention Period"],
        check: |c, found| found.hits(c.text.hits_in(SectionId::Retention, patterns::NO_END)),
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
                // Six years from a day in the year end before six years from the end of that year. A start in the firm's own
                // words is not judged.
                let early = fixed.start.clause_id().is_some() && !facts_of(&fixed.start).year_end;
                if length < least {
                    found.at_statement(column("retention", row, "period.amount"), &row.what);
                } else if early && length < least + 24 {
                    found.at_statement(column("retention", row, "period.start"), &row.what);
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
            let named = c.text.fields(patterns::LAW_OR_CLAIM);
            for row in &c.notice.retention {
                let ground = column("retention", row, "ground");
                let by_law = match &row.ground {
                    Statement::Clause(_) => cites(&row.ground, |act| act != Act::Gdpr),
                    own @ Statement::Own(_) => own.is_blank() || named.contains(&ground),
                };
                if fixed(row).and_then(months).is_some_and(|months| months > SIX_YEARS) && !by_law {
                    found.at_statement(ground, &row.what);
                }
            }
        },
    },
];

/// What rows may be about: in the firm's own words, and as a clause.
const KEPT: [(Phrase, About); 6] = [
    (patterns::KEPT_CUSTOMERS, About::CustomerRecords),
    (patterns::KEPT_VOUCHERS, About::Vouchers),
    (patterns::KEPT_MESSAGES, About::Messages),
    (patterns::KEPT_MARKETING, About::MarketingRecords),
    (patterns::KEPT_BOOKINGS, About::Bookings),
    (patterns::KEPT_MEMBERS, About::MemberRecords),
];

/// Fires for each row in own words that gives another length than a clause that says the same.
fn said_otherwise(c: &Context<'_>, found: &mut Found) {
    let rows = &c.notice.retention;
    let length = |row: &Retention| fixed(row).and_then(months);
    for row in rows.iter().filter(|row| row.what.clause_id().is_none() && length(row).is_some()) {
        let what = column("retention", row, "what");
        let says = |phrase: Phrase| c.text.hits(phrase).any(|hit| hit.passage.field == what);
        let differs = |matter: About| {
            let mut same =
                rows.iter().filter(|other| is_about(&other.what, matter)).filter_map(length).peekable();
            same.peek().is_some() && same.all(|other| Some(other) != length(row))
        };
        if KEPT.into_iter().any(|(phrase, matter)| says(phrase) && differs(matter)) {
            found.at_statement(column("retention", row, "period"), &row.what);
        }
    }
}

/// The columns of a row that are not filled in.
fn missing_columns(row: &Retention) -> [Option<&'static str>; 4] {
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

/// The period of a row, if it is a fixed length of time.
fn fixed(row: &Retention) -> Option<&Fixed> {
    match row.period.yes() {
        Some(Period::Fixed(fixed)) => Some(fixed),
        Some(Period::Until(_)) | None => None,
    }
}

/// The length of a period in whole months, rounded down; a month has 30 days. `None` while no length is given.
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
    "retention-empty":
        fires "no row" at "retention" => |n| n.retention.clear();
        silent "told in own words" => |n| {
            n.retention.clear();
            add(n, SectionId::Retention, "Poistamme tiedot, kun asiakkuus päättyy.");
        };
        silent "told in own words in English" => |n| {
            n.retention.clear();
            say_at(n, SectionId::Retention, Lang::En, "We erase your data two years after your last visit.");
        };
        silent "one row" => |n| n.retention.truncate(1);
    "retention-incomplete":
        fires "not said what is kept" at "retention.1.what" => |n| each(&mut n.retention, |r| r.what = said(""));
        fires "no period" at "retention.1.period" => |n| each(&mut n.retention, |r| r.period = Answer::Unanswered);
        fires "I do not know" at "retention.1.period" => |n| each(&mut n.retention, |r| r.period = Answer::Unknown);
        fires "no length" at "retention.1.period.amount" => |n| fixed(n, None, "asiakkuuden päättymisestä");
        fires "no time at all" at "retention.1.period.amount" => |n| fixed(n, Some(0), "asiakkuuden päättymisestä");
        fires "no start of the period" at "retention.1.period.start" => |n| fixed(n, Some(10), " ");
        fires "no criterion" at "retention.1.period.criterion" => |n| {
            each(&mut n.retention, |r| r.period = Answer::Yes(Period::Until(Until::default())));
        };
        fires "no ground" at "retention.1.ground" => |n| each(&mut n.retention, |r| r.ground = said(""));
        silent "length, start and ground" => |n| fixed(n, Some(6), "tilikauden päättymisvuoden lopusta");
        silent "a criterion" => |n| {
            let until = Until { criterion: said("kunnes kiellät markkinoinnin"), ..Until::default() };
            each(&mut n.retention, |r| r.period = Answer::Yes(Period::Until(until.clone())));
        };
    "retention-conflict":
        fires "two ends for the same data" at "retention.2.period" => |n| keep_too(n, "laskut", "kunnes asiakkuus päättyy");
        fires "own words that say the same as a clause" at "retention.1.period" => |n| {
            fixed(n, Some(10), "asiakkuuden päättymisestä");
            each(&mut n.retention, |r| r.what = said("Asiakkaiden tiedot"));
            again(&mut n.retention, |r| {
                r.what = Statement::clause("retention-what.customer-data");
                r.period = Answer::Yes(Period::Fixed(Fixed { amount: Some(3), start: said("asiakkuuden päättymisestä"), ..Fixed::default() }));
            });
        };
        fires "the same in Swedish" at "retention.1.period" => |n| {
            n.languages.push(Lang::Sv);
            fixed(n, Some(10), "asiakkuuden päättymisestä");
            again(&mut n.retention, |r| {
                r.what = Statement::clause("retention-what.customer-data");
                r.period = Answer::Yes(Period::Fixed(Fixed { amount: Some(3), start: said("asiakkuuden päättymisestä"), ..Fixed::default() }));
            });
            if let Some(first) = n.retention.first_mut() {
                first.what = Statement::own(Lang::Sv, "Kunduppgifter");
            }
        };
        silent "own words and a clause of the same length" => |n| {
            fixed(n, Some(36), "asiakkuuden päättymisestä");
            each(&mut n.retention, |r| {
                r.what = said("Asiakastiedot");
                r.period = Answer::Yes(Period::Fixed(Fixed { amount: Some(36), unit: Unit::Months, start: said("asiakkuuden päättymisestä") }));
            });
            again(&mut n.retention, |r| {
                r.what = Statement::clause("retention-what.customer-data");
                r.period = Answer::Yes(Period::Fixed(Fixed { amount: Some(3), start: said("asiakkuuden päättymisestä"), ..Fixed::default() }));
            });
        };
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
        fires "pasted among the purposes" at "additions.purposes" => |n| {
            add(n, SectionId::Purposes, "Tietoja säilytetään 10 vuotta asiakkuuden päättymisestä.");
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
        fires "seven years on a ground that is no law" at "retention.1.ground" => |n| {
            fixed(n, Some(7), "asiakkuuden päättymisestä");
            each(&mut n.retention, |r| r.ground = Statement::clause("retention-ground.returning-customer"));
        };
        fires "the firm's need" at "retention.1.ground" => |n| {
            fixed(n, Some(10), "asiakkuuden päättymisestä");
            each(&mut n.retention, |r| r.ground = said("yrityksen tarve"));
        };
        fires "the firm's need in Swedish" at "retention.1.ground" => |n| {
            n.languages.push(Lang::Sv);
            fixed(n, Some(8), "asiakkuuden päättymisestä");
            each(&mut n.retention, |r| r.ground = Statement::own(Lang::Sv, "affärsbehov"));
        };
        fires "the firm's need in English" at "retention.1.ground" => |n| {
            n.languages.push(Lang::En);
            fixed(n, Some(8), "asiakkuuden päättymisestä");
            each(&mut n.retention, |r| r.ground = Statement::own(Lang::En, "business needs"));
        };
        silent "a law in own words" => |n| {
            fixed(n, Some(10), "tilikauden päättymisestä");
            each(&mut n.retention, |r| r.ground = said("Kirjanpitolaissa säädetty velvollisuus"));
        };
        silent "a claim in own words" => |n| {
            fixed(n, Some(10), "luovutuksesta");
            each(&mut n.retention, |r| r.ground = said("rakennusvirheen vastuuaika"));
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
