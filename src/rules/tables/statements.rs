//! Statements whatever they are about: clauses that exist, no empty rows, no clause twice, every published language.
//!
//! Law: GDPR 12(1): concise, and complete in each language in which the notice is given.

use crate::content::find_clause;
use crate::content::rule_id;
use crate::lang::Lang;
use crate::law::Citation;
use crate::notice::row::Row;
use crate::notice::statement::Statement;
use crate::rules::Kind::{Conflict, Gap};
use crate::rules::Severity::{Blocking, Hint, Warning};
use crate::rules::field::column;
use crate::rules::{Found, Rule};
use crate::section::SectionId;
use std::collections::BTreeSet;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::CLAUSE_UNKNOWN,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 12(1)")],
        anchor: &[],
        check: |c, found| {
            // A clause that this version does not know would be left out of the composed notice without a word.
            for said in &c.said {
                if let Some(id) = said.clause().filter(|id| find_clause(id).is_none()) {
                    found.at_with_evidence(said.field, id);
                }
            }
        },
    },
    Rule {
        id: rule_id::TRANSLATION_MISSING,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 12(1)")],
        anchor: &[],
        check: |c, found| {
            for said in &c.said {
                let Some(own) = said.own().filter(|own| !own.is_blank()) else { continue };
                let lacks = |lang: &&Lang| own.is_blank_in(**lang);
                if c.notice.languages.iter().any(|lang| lacks(&lang)) {
                    let missing = c.notice.languages.iter().filter(lacks).map(|lang| lang.tag());
                    found.at_with_evidence(said.field, missing.collect::<Vec<_>>().join(", "));
                }
            }
        },
    },
    Rule {
        id: rule_id::ROW_EMPTY,
        severity: Warning,
        kind: Gap,
        law: &[],
        anchor: &[],
        check: |c, found| {
            for said in &c.said {
                let needed = said.section != SectionId::DirectMarketing || c.notice.is_marketing();
                if needed && said.list_row().is_some_and(Statement::is_blank) {
                    found.at(said.field);
                }
            }
        },
    },
    Rule {
        id: rule_id::CLAUSE_TWICE,
        severity: Hint,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(1)")],
        anchor: &[],
        check: |c, found| {
            let mut seen = BTreeSet::new();
            for said in c.said.iter().filter(|said| said.list_row().is_some()) {
                if said.clause().is_some_and(|id| !seen.insert((said.field.part(), id))) {
                    found.at(said.field);
                }
            }
            let notice = c.notice;
            repeated_rows(found, "sources", &notice.sources, |source| (&source.what, ""));
            // Two recipients of the same kind may have different names.
            repeated_rows(found, "recipients", &notice.recipients, |to| (&to.what, to.name.trim()));
        },
    },
];

/// Fires for each row that repeats the clause and the name of an earlier row.
fn repeated_rows<R: Row>(
    found: &mut Found,
    path: &'static str,
    rows: &[R],
    what: impl Fn(&R) -> (&Statement, &str),
) {
    let mut seen = BTreeSet::new();
    for row in rows {
        let (statement, name) = what(row);
        if statement.clause_id().is_some_and(|id| !seen.insert((id, name))) {
            found.at(column(path, row, "what"));
        }
    }
}

#[cfg(test)]
cases! {
    "clause-unknown":
        fires "a clause of a newer version" at "data-content.1" => |n| {
            each(&mut n.data_content, |item| item.what = Statement::clause("data.not-yet-there"));
        };
        fires "in a row of its own kind" at "retention.1.ground" => |n| {
            each(&mut n.retention, |r| r.ground = Statement::clause("nowhere"));
        };
        silent "own words" => |n| n.data_content = list(&["nimi"]);
    "translation-missing":
        fires "a row in Finnish only" at "data-content.1" => |n| n.languages = vec![Lang::Fi, Lang::Sv];
        fires "an addition in Finnish only" at "additions.retention" => |n| {
            n.additions.insert(SectionId::Retention, own("Poistamme tiedot joka tammikuu."));
            n.languages = vec![Lang::En];
        };
        silent "Finnish for a Finnish notice" => |n| n.languages = vec![Lang::Fi];
        silent "all in Swedish too" => |n| {
            n.languages = vec![Lang::Fi, Lang::Sv];
            in_swedish(n);
        };
    "row-empty":
        fires "a row that was added and left" at "security-manual.2" => |n| n.security_manual = list(&["Lukot.", ""]);
        silent "full rows" => |n| n.security_manual = list(&["Lukot.", "Avaimet."]);
        silent "channels of a marketing that is not done" => |n| {
            n.direct_marketing = list(&[""]);
            each(&mut n.purposes, |p| p.topic = Topic::Service);
        };
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
