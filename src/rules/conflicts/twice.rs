//! The same clause twice in one list.
//!
//! Law: GDPR 12(1) asks for concise words.

use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::row::Row;
use crate::notice::statement::Statement;
use crate::rules::Kind::Conflict;
use crate::rules::Severity::Hint;
use crate::rules::field::part;
use crate::rules::walk::list_rows;
use crate::rules::{Found, Rule};
use std::collections::BTreeSet;

pub(in crate::rules) const RULES: &[Rule] = &[Rule {
    id: rule_id::CLAUSE_TWICE,
    severity: Hint,
    kind: Conflict,
    law: &[Citation::new("GDPR 12(1)")],
    anchor: &[],
    check: |c, found| {
        let mut seen = BTreeSet::new();
        list_rows(c.notice, |_, field, what| {
            if what.clause_id().is_some_and(|id| !seen.insert((field.part(), id))) {
                found.at(field);
            }
        });
        let notice = c.notice;
        rows(found, "sources", &notice.sources, |source| (&source.what, ""));
        // One kind of recipient may have two names.
        rows(found, "recipients", &notice.recipients, |to| (&to.what, to.name.trim()));
    },
}];

fn rows<R: Row>(found: &mut Found, path: &'static str, rows: &[R], what: impl Fn(&R) -> (&Statement, &str)) {
    let mut seen = BTreeSet::new();
    for row in rows {
        let (statement, name) = what(row);
        if statement.clause_id().is_some_and(|id| !seen.insert((id, name))) {
            found.at(part(path, row, "what"));
        }
    }
}

#[cfg(test)]
cases! {
    "clause-twice":
        fires "a datum twice" at "data-content.2" => |n| n.data_content = clauses(&["data.name", "data.name"]);
        fires "a recipient twice" at "recipients.2.what" => |n| {
            each(&mut n.recipients, |r| r.what = Statement::clause("recipient.accounting"));
            again(&mut n.recipients, |_| {});
        };
        silent "two bookkeepers" => |n| {
            each(&mut n.recipients, |r| r.what = Statement::clause("recipient.accounting"));
            again(&mut n.recipients, |r| r.name = "Toinen Oy".into());
        };
        silent "own words, which another rule compares" => |n| n.data_content = list(&["nimi", "nimi"]);
}
