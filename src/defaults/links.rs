//! The links from purposes to the rows that serve them, as guided defaults, trades, purposes and services set them.
//!
//! A clause says which purposes it serves (`serves` in `content/clauses`). Rows that no purpose names serve all of them, so the
//! firm's own rows need no link. Links that the firm has changed stay as they are.

use crate::content::{Serves, serves};
use crate::notice::Notice;
use crate::notice::row::{Row, RowId, RowIds, Rows};
use crate::notice::statement::Statement;

/// A row that can be linked: its id, and what it says.
type Target<'a> = (RowId, &'a Statement);

/// Sets the links that came into question since `before`: those of new rows to all purposes, and those of purposes that are new, or
/// have become another one, to all rows.
pub(super) fn link(notice: &mut Notice, before: &Notice) {
    fn targets<R: Row>(rows: &[R], what: fn(&R) -> &Statement) -> Vec<(RowId, Statement)> {
        rows.iter().map(|row| (row.id(), what(row).clone())).collect()
    }
    let people = targets(&notice.data_subjects, |row| &row.what);
    let mut data = targets(&notice.data_categories, |row| &row.what);
    data.extend(targets(&notice.data_content, |row| &row.what));
    let recipients = targets(&notice.recipients, |row| &row.what);
    let retention = targets(&notice.retention, |row| &row.what);
    let known: Vec<RowId> = [
        before.data_subjects.ids(),
        before.data_categories.ids(),
        before.data_content.ids(),
        before.recipients.ids(),
        before.retention.ids(),
    ]
    .concat();
    for purpose in &mut notice.purposes {
        let Some(clause) = purpose.what.clause_id().map(str::to_owned) else { continue };
        let lists = [
            (&mut purpose.people, &people),
            (&mut purpose.data, &data),
            (&mut purpose.recipients, &recipients),
            (&mut purpose.retention, &retention),
        ];
        let is_new = !before.purposes.iter().any(|old| old.id == purpose.id && old.what == purpose.what);
        for (links, targets) in lists {
            if is_new {
                links.clear();
            }
            let fresh = targets.iter().filter(|(id, _)| is_new || !known.contains(id));
            add(links, &clause, fresh.map(|(id, what)| (*id, what)));
        }
    }
}

/// Adds links to those of the rows that serve a purpose.
fn add<'a>(links: &mut RowIds, purpose: &str, rows: impl Iterator<Item = Target<'a>>) {
    for (id, what) in rows {
        let serves = what.clause_id().map_or(Serves::AllBut(&[]), serves);
        // What serves every purpose needs no link.
        if serves != Serves::AllBut(&[]) && serves.includes(purpose) && !links.contains(&id) {
            links.push(id);
        }
    }
}
