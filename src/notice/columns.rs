//! The columns of each kind of row: the second half of the table of parts.
//!
//! Knows: the rows of the model. Does not know: the lists in which they stand, or what a column is called on a screen.

use super::answer::Answer;
use super::changes::ChangeEntry;
use super::cookies::Cookie;
use super::data::{Audience, Consequence, Datum, Source};
use super::parts::{Content, choice, of, question};
use super::purpose::{LegalBasis, Purpose};
use super::recipient::Location;
use super::recipient::{Recipient, Transfer};
use super::retention::{Fixed, Period, Retention, Until};
use super::row::{Column, Row, RowId};
use super::statement::Item;

/// Makes a structure with a field `id` a [`Row`] with these columns.
macro_rules! rows {
    ($($row:ty: $($column:literal => $read:expr,)+;)+) => {
        $(impl Row for $row {
            const COLUMNS: &'static [Column<Self>] = &[$(Column { name: $column, read: $read }),+];
            fn id(&self) -> RowId {
                self.id
            }
            fn set_id(&mut self, id: RowId) {
                self.id = id;
            }
        })+
    };
}

rows! {
    Item: "" => |row| Content::Statement(&row.what),;
    Audience:
        "" => |row| Content::Statement(&row.what),
        "situation" => |row| Content::Text(&row.situation),;
    Datum:
        "" => |row| Content::Statement(&row.what),
        "groups" => |row| Content::Links(&row.groups),
        "needed" => |row| choice(&row.needed, |needed| needed as u32),
        "ground" => |row| Content::Statement(&row.ground),;
    Purpose:
        "what" => |row| Content::Statement(&row.what),
        "topic" => |row| Content::Choice(row.topic as u32),
        "basis" => |row| match row.basis.yes() {
            Some(basis) => Content::Answer(Answer::Yes(basis.kind() as u32)),
            None => question(&row.basis),
        },
        "basis.how" => |row| of(&row.basis, |basis| match basis {
            LegalBasis::Consent(withdrawal) => Content::Statement(&withdrawal.how),
            _ => Content::Absent,
        }),
        "basis.law" => |row| of(&row.basis, |basis| match basis {
            LegalBasis::LegalObligation(statute) | LegalBasis::PublicTask(statute) => Content::Statement(&statute.law),
            _ => Content::Absent,
        }),
        "basis.interest" => |row| of(&row.basis, |basis| match basis {
            LegalBasis::LegitimateInterests(interest) => Content::Statement(&interest.interest),
            _ => Content::Absent,
        }),
        "basis.balanced" => |row| of(&row.basis, |basis| match basis {
            LegalBasis::LegitimateInterests(interest) => question(&interest.balanced),
            _ => Content::Absent,
        }),
        "short" => |row| Content::Text(&row.short),
        "people" => |row| Content::Links(&row.people),
        "data" => |row| Content::Links(&row.data),
        "recipients" => |row| Content::Links(&row.recipients),
        "retention" => |row| Content::Links(&row.retention),;
    Consequence:
        "people" => |row| Content::Links(&row.people),
        "what" => |row| Content::Statement(&row.what),;
    Source:
        "what" => |row| Content::Statement(&row.what),
        "origin" => |row| Content::Choice(row.origin as u32),
        "data" => |row| Content::Links(&row.data),
        "people" => |row| Content::Links(&row.people),;
    Recipient:
        "what" => |row| Content::Statement(&row.what),
        "name" => |row| Content::Line(&row.name),
        "role" => |row| choice(&row.role, |role| role as u32),
        "location" => |row| match row.location.yes() {
            Some(location) => Content::Answer(Answer::Yes(u32::from(matches!(location, Location::ThirdCountry(_))))),
            None => question(&row.location),
        },
        "location.countries" => |row| transfer(row, |transfer| Content::Lines(&transfer.countries)),
        "location.safeguard" => |row| transfer(row, |transfer| choice(&transfer.safeguard, |ground| ground as u32)),
        "location.copy" => |row| transfer(row, |transfer| Content::Text(&transfer.copy)),
        "condition" => |row| Content::Text(&row.condition),;
    Retention:
        "what" => |row| Content::Statement(&row.what),
        "period" => |row| match row.period.yes() {
            Some(period) => Content::Answer(Answer::Yes(u32::from(matches!(period, Period::Until(_))))),
            None => question(&row.period),
        },
        "period.amount" => |row| fixed(row, |fixed| Content::Number(fixed.amount)),
        "period.unit" => |row| fixed(row, |fixed| Content::Choice(fixed.unit as u32)),
        "period.start" => |row| fixed(row, |fixed| Content::Statement(&fixed.start)),
        "period.criterion" => |row| until(row, |until| Content::Statement(&until.criterion)),
        "period.limit" => |row| until(row, |until| question(&until.limit)),
        "period.limit.amount" => |row| until(row, |until| of(&until.limit, |limit| Content::Number(limit.amount))),
        "period.limit.unit" => |row| until(row, |until| of(&until.limit, |limit| Content::Choice(limit.unit as u32))),
        "period.limit.start" => |row| until(row, |until| of(&until.limit, |limit| Content::Statement(&limit.start))),
        "ground" => |row| Content::Statement(&row.ground),;
    Cookie:
        "name" => |row| Content::Line(&row.name),
        "purpose" => |row| Content::Text(&row.purpose),
        "kind" => |row| choice(&row.kind, |kind| kind as u32),
        "lifetime" => |row| Content::Text(&row.lifetime),
        "party" => |row| Content::Line(&row.party),;
    ChangeEntry:
        "on" => |row| Content::Date(&row.on.0),
        "what" => |row| Content::Text(&row.what),;
}

fn transfer(row: &Recipient, read: fn(&Transfer) -> Content<'_>) -> Content<'_> {
    row.location.yes().and_then(Location::transfer).map_or(Content::Absent, read)
}

fn fixed(row: &Retention, read: fn(&Fixed) -> Content<'_>) -> Content<'_> {
    match row.period.yes() {
        Some(Period::Fixed(fixed)) => read(fixed),
        _ => Content::Absent,
    }
}

fn until(row: &Retention, read: fn(&Until) -> Content<'_>) -> Content<'_> {
    match row.period.yes() {
        Some(Period::Until(until)) => read(until),
        _ => Content::Absent,
    }
}
