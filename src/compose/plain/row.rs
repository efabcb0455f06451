//! A row of the table of situations: purposes that a reader sees as one, and what is linked to them.
//!
//! Rows that no purpose names serve all purposes (`notice/purpose.rs`).

use crate::content::facts::{self, About};
use crate::content::situations::{self, Situation};
use crate::notice::Notice;
use crate::notice::purpose::{BasisKind, Purpose};
use crate::notice::recipient::Recipient;
use crate::notice::retention::Retention;
use crate::notice::row::{RowId, RowIds};
use crate::notice::statement::Statement;

/// A row.
pub(super) struct Row<'a> {
    /// The situation; `None` for a purpose in the firm's own words.
    pub(super) situation: Option<&'static Situation>,
    /// Its purposes; never empty, and all on the same basis.
    pub(super) purposes: Vec<&'a Purpose>,
}

/// The rows of a notice in their order: duties of law last, and before them what the firm says in its own words.
pub(super) fn rows(notice: &Notice) -> Vec<Row<'_>> {
    let mut rows: Vec<((bool, usize), Row<'_>)> = Vec::new();
    for purpose in notice.purposes.iter().filter(|purpose| !purpose.what.is_blank()) {
        let found = purpose.what.clause_id().and_then(situations::of_purpose);
        let same = rows.iter_mut().find(|(_, row)| {
            let situation = row.situation.zip(found).is_some_and(|(one, (_, other))| one.id == other.id);
            situation && row.basis() == purpose.basis_kind()
        });
        if let Some((_, row)) = same {
            row.purposes.push(purpose);
            continue;
        }
        let is_duty = purpose.basis_kind() == Some(BasisKind::LegalObligation);
        let place = found.map_or(usize::MAX, |(place, _)| place);
        let row = Row { situation: found.map(|(_, situation)| situation), purposes: vec![purpose] };
        rows.push(((is_duty, place), row));
    }
    rows.sort_by_key(|(place, _)| *place);
    rows.into_iter().map(|(_, row)| row).collect()
}

impl Row<'_> {
    /// The basis of its purposes.
    pub(super) fn basis(&self) -> Option<BasisKind> {
        self.purposes.first().and_then(|purpose| purpose.basis_kind())
    }

    fn names(&self, links: fn(&Purpose) -> &RowIds, id: RowId) -> bool {
        self.purposes.iter().any(|purpose| links(purpose).contains(&id))
    }

    /// The kinds and items of data that are used here. What the firm wrote itself and linked to nothing stands beside the table.
    pub(super) fn data<'a>(&self, notice: &'a Notice) -> (Vec<&'a Statement>, Vec<&'a Statement>) {
        let used = |id: RowId, what: &Statement| {
            self.names(DATA, id) || (!is_named(notice, DATA, id) && what.clause_id().is_some())
        };
        let kinds = notice.data_categories.iter().filter(|row| used(row.id, &row.what)).map(|row| &row.what);
        let items = notice.data_content.iter().filter(|row| used(row.id, &row.what)).map(|row| &row.what);
        (kinds.collect(), items.collect())
    }

    /// Whether special categories of data are used here.
    pub(super) fn is_sensitive(&self, notice: &Notice) -> bool {
        let (kinds, items) = self.data(notice);
        let mut clauses = kinds.into_iter().chain(items).filter_map(Statement::clause_id);
        clauses.any(|id| facts::of(id).is_about(About::SpecialData))
    }

    /// Those who get the data of this situation in particular.
    pub(super) fn recipients<'a>(&self, notice: &'a Notice) -> Vec<&'a Recipient> {
        notice.recipients.iter().filter(|row| self.names(|purpose| &purpose.recipients, row.id)).collect()
    }

    /// How long the data of this situation is kept.
    pub(super) fn retention<'a>(&self, notice: &'a Notice) -> Vec<&'a Retention> {
        notice.retention.iter().filter(|row| self.names(RETENTION, row.id)).collect()
    }
}

const DATA: fn(&Purpose) -> &RowIds = |purpose| &purpose.data;
const RETENTION: fn(&Purpose) -> &RowIds = |purpose| &purpose.retention;

/// Whether a purpose that has a row names it.
fn is_named(notice: &Notice, links: fn(&Purpose) -> &RowIds, id: RowId) -> bool {
    notice.purposes.iter().any(|purpose| !purpose.what.is_blank() && links(purpose).contains(&id))
}

/// Whether it is data in the firm's own words that no purpose names.
pub(super) fn is_of_all(notice: &Notice, id: RowId, what: &Statement) -> bool {
    what.clause_id().is_none() && !is_named(notice, DATA, id)
}

/// The periods that no purpose names.
pub(super) fn retention_of_all(notice: &Notice) -> Vec<&Retention> {
    notice.retention.iter().filter(|row| !is_named(notice, RETENTION, row.id)).collect()
}
