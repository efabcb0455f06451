//! Fixes of answers in rows: where a thing is, what it is, how long it is kept, or that it stands there twice.
//!
//! Knows: the facts of clauses. Does not know: words.

use super::edit::Edit;
use super::{Fix, FixKind};
use crate::content::facts::year_end;
use crate::content::rule_id;
use crate::law::facts::{CountryStatus, country_status};
use crate::notice::Notice;
use crate::notice::path::FieldPath;
use crate::notice::purpose::Topic;
use crate::notice::recipient::{Location, Recipient, Role, Safeguard};
use crate::notice::retention::{Fixed, Period, Retention, Unit};
use crate::notice::row::Row;
use crate::notice::statement::Statement;
use crate::rules::Finding;
use crate::rules::facts::{facts_of, least_months};

/// The fix of a finding in a row, if there is one right answer.
pub(super) fn fix(finding: &Finding, notice: &Notice) -> Option<Fix> {
    let path = finding.field;
    match finding.rule.id {
        rule_id::TRANSFER_INSIDE_EEA => {
            Fix::new(FixKind::InEea, [Edit::Location(path.row_id()?, Location::Eea)])
        }
        rule_id::SAFEGUARD_MISMATCH => framework(row(&notice.recipients, path)?),
        rule_id::RECIPIENT_ROLE_WRONG => {
            // Only authorities are certain. Whether others are processors or controllers depends on their contracts.
            let authority = facts_of(&row(&notice.recipients, path)?.what).role == Some(Role::Authority);
            let edit = Edit::Role(path.row_id()?, Role::Authority);
            Fix::new(FixKind::Authoritative, authority.then_some(edit))
        }
        rule_id::SOURCE_ORIGIN_WRONG => {
            let origin = facts_of(&row(&notice.sources, path)?.what).origin?;
            Fix::new(FixKind::Origin, [Edit::Origin(path.row_id()?, origin)])
        }
        rule_id::MARKETING_OBJECTION_NOT_SEPARATE => {
            Fix::new(FixKind::Marketing, [Edit::Topic(path.row_id()?, Topic::Marketing)])
        }
        rule_id::RETENTION_BELOW_LAW => legal_period(row(&notice.retention, path)?),
        rule_id::ROW_EMPTY | rule_id::CLAUSE_TWICE => Fix::new(FixKind::RemoveRow, [Edit::RemoveRow(path)]),
        _ => None,
    }
}

/// The row that a path leads to.
fn row<R: Row>(rows: &[R], path: FieldPath) -> Option<&R> {
    rows.iter().find(|row| Some(row.id()) == path.row_id())
}

/// For the United States, an adequacy decision is the Data Privacy Framework (GDPR 45).
fn framework(row: &Recipient) -> Option<Fix> {
    let transfer = row.transfer()?;
    let mut countries = transfer.named_countries();
    let fits = countries.all(|country| country_status(country) == Some(CountryStatus::UnitedStates))
        && transfer.safeguard.yes() == Some(&Safeguard::Adequacy);
    let edit = Edit::Safeguard(row.id, Safeguard::DataPrivacyFramework);
    Fix::new(FixKind::Framework, fits.then_some(edit))
}

/// The shortest period that the law allows, counted as the law counts.
fn legal_period(row: &Retention) -> Option<Fix> {
    let years = least_months(row)? / 12;
    let Some(Period::Fixed(now)) = row.period.yes() else { return None };
    let mut fixed = Fixed { amount: Some(years), unit: Unit::Years, start: now.start.clone() };
    if fixed.start.clause_id().is_some() && !facts_of(&fixed.start).year_end {
        fixed.start = Statement::clause(year_end()?);
    }
    Fix::new(FixKind::LegalPeriod, [Edit::Period(row.id, fixed)])
}
