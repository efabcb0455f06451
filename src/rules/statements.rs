//! What is said, whatever it is about: known clauses, no empty rows, every published language.
//!
//! Law: GDPR 12(1): the notice must be whole in each language in which it is given.

use super::Kind::Gap;
use super::Rule;
use super::Severity::{Blocking, Warning};
use super::walk::{list_rows, walk};
use crate::content::find_clause;
use crate::content::rule_id;
use crate::lang::Lang;
use crate::law::Citation;
use crate::notice::statement::Statement;
use crate::section::SectionId;
use crate::text::safe_excerpt;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::CLAUSE_UNKNOWN,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 12(1)")],
        anchor: &[],
        check: |c, found| {
            walk(c.notice, |_, field, said| {
                // A clause that this version lacks would vanish from the notice without a word.
                if let Some(id) = said.clause().filter(|id| find_clause(id).is_none()) {
                    found.at_with_evidence(field, id);
                }
            });
        },
    },
    Rule {
        id: rule_id::TRANSLATION_MISSING,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 12(1)")],
        anchor: &[],
        check: |c, found| {
            walk(c.notice, |_, field, said| {
                let Some(own) = said.own().filter(|own| !own.is_blank()) else { return };
                let lacks = |lang: &&Lang| own.is_blank_in(**lang);
                if c.notice.languages.iter().any(|lang| lacks(&lang)) {
                    let missing = c.notice.languages.iter().filter(lacks).map(|lang| lang.tag());
                    found.at_with_evidence(field, missing.collect::<Vec<_>>().join(", "));
                }
            });
        },
    },
    Rule {
        id: rule_id::ROW_EMPTY,
        severity: Warning,
        kind: Gap,
        law: &[],
        anchor: &[],
        check: |c, found| {
            list_rows(c.notice, |section, field, what| {
                let needed = section != SectionId::DirectMarketing || c.notice.is_marketing();
                if needed && what.is_blank() {
                    found.at(field);
                }
            });
        },
    },
];

/// The firm's own words in a statement, cut to what fits in a line; a clause has none.
pub(super) fn words(statement: &Statement) -> String {
    const MOST: usize = 80;
    let Statement::Own(own) = statement else { return String::new() };
    let text = Lang::ALL.into_iter().map(|lang| own.text.get(lang).trim()).find(|text| !text.is_empty());
    let text = safe_excerpt(text.unwrap_or_default());
    match text.char_indices().nth(MOST).and_then(|(end, _)| text.get(..end)) {
        Some(start) => format!("{}…", start.trim_end()),
        None => text,
    }
}

/// What tells one statement from another: the clause's id, or the firm's own words in the first language that has any.
/// `None` for a blank one.
pub(super) fn name(statement: &Statement) -> Option<&str> {
    match statement {
        Statement::Clause(clause) => Some(clause.id.as_str()),
        Statement::Own(own) => {
            Lang::ALL.into_iter().map(|lang| own.text.get(lang).trim()).find(|text| !text.is_empty())
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
}
