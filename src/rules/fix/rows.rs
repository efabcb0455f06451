//! Fixes of answers in rows: where a thing is, what it is, how long it is kept, or that it stands there twice.
//!
//! Knows: what the rules know of single clauses. Does not know: words.

use super::part::{Part, list_mut};
use super::{Fix, FixKind};
use crate::law::facts::{Place, place};
use crate::notice::Notice;
use crate::notice::answer::Answer;
use crate::notice::purpose::Topic;
use crate::notice::recipient::{Location, Recipient, Role, Safeguard};
use crate::notice::retention::{Fixed, Period, Retention, Unit};
use crate::notice::row::{Row, RowId};
use crate::notice::statement::Statement;
use crate::rules::Finding;
use crate::rules::known::{self, is};

/// The fix of a finding in a row, if there is one right answer.
pub(super) fn fix(finding: &Finding, notice: &Notice) -> Option<Fix> {
    let path = finding.field.as_str();
    match finding.rule.id {
        "transfer-inside-eea" => {
            let row =
                Recipient { location: Answer::Yes(Location::Eea), ..row(&notice.recipients, path)?.clone() };
            Fix::new(FixKind::InEea, [Part::Recipient(row)])
        }
        "safeguard-mismatch" => framework(row(&notice.recipients, path)?),
        "recipient-role-wrong" => {
            let row = row(&notice.recipients, path)?;
            // Whether another one is a processor or a controller of its own, its contract says.
            let authority = is(&row.what, known::AUTHORITIES);
            let row = Recipient { role: Answer::Yes(Role::Authority), ..row.clone() };
            Fix::new(FixKind::Authoritative, authority.then_some(Part::Recipient(row)))
        }
        "source-origin-wrong" => {
            let mut row = row(&notice.sources, path)?.clone();
            let (_, origin) = known::ORIGINS.iter().find(|(id, _)| row.what.clause_id() == Some(id))?;
            row.origin = *origin;
            Fix::new(FixKind::Origin, [Part::Source(row)])
        }
        "marketing-objection-not-separate" => {
            let mut row = row(&notice.purposes, path)?.clone();
            row.topic = Topic::Marketing;
            Fix::new(FixKind::Marketing, [Part::Purpose(row)])
        }
        "retention-below-law" => legal_period(row(&notice.retention, path)?),
        "row-empty" | "clause-twice" => without(path, notice),
        _ => None,
    }
}

/// The row that a path leads to.
fn row<'a, R: Row>(rows: &'a [R], path: &str) -> Option<&'a R> {
    let id = path.split('.').find_map(|part| part.parse().ok()).map(RowId)?;
    rows.iter().find(|row| row.id() == id)
}

/// The adequacy of the United States is that of the framework.
fn framework(row: &Recipient) -> Option<Fix> {
    let mut row = row.clone();
    let Some(Location::ThirdCountry(transfer)) = row.location.yes_mut() else { return None };
    let fits = place(&transfer.country) == Some(Place::UnitedStates)
        && transfer.safeguard.yes() == Some(&Safeguard::Adequacy);
    transfer.safeguard = Answer::Yes(Safeguard::DataPrivacyFramework);
    Fix::new(FixKind::Framework, fits.then_some(Part::Recipient(row)))
}

/// The shortest period that the law allows, counted as the law counts.
fn legal_period(row: &Retention) -> Option<Fix> {
    let least = known::LEAST_MONTHS.iter().filter(|(id, _)| is(&row.what, &[id]) || is(&row.ground, &[id]));
    let years = u16::try_from(least.map(|(_, months)| *months).max()? / 12).ok()?;
    let mut row = row.clone();
    let Some(Period::Fixed(fixed)) = row.period.yes_mut() else { return None };
    *fixed = Fixed { amount: Some(years), unit: Unit::Years, start: fixed.start.clone() };
    if fixed.start.clause_id().is_some() && !is(&fixed.start, known::YEAR_ENDS) {
        fixed.start = Statement::clause(known::YEAR_END);
    }
    Fix::new(FixKind::LegalPeriod, [Part::Retention(row)])
}

/// The list without a row.
fn without(path: &str, notice: &Notice) -> Option<Fix> {
    let part = if path.starts_with("sources.") {
        let gone = row(&notice.sources, path)?.id;
        Part::Sources(notice.sources.iter().filter(|row| row.id != gone).cloned().collect())
    } else if path.starts_with("recipients.") {
        let gone = row(&notice.recipients, path)?.id;
        Part::Recipients(notice.recipients.iter().filter(|row| row.id != gone).cloned().collect())
    } else {
        let (list, id) = path.rsplit_once('.')?;
        let id = RowId(id.parse().ok()?);
        let mut rows = list_mut(&mut notice.clone(), list)?.clone();
        rows.retain(|row| row.id != id);
        Part::List(list.to_owned(), rows)
    };
    Fix::new(FixKind::RemoveRow, [part])
}
