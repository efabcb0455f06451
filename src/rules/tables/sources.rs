//! Where the data comes from.
//!
//! Law: GDPR 14(2)(f).

use crate::content::rule_id;
use crate::law::Citation;
use crate::rules::Kind::{Conflict, Gap};
use crate::rules::Rule;
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::facts::{facts_of, is_one_of};
use crate::rules::field::column;
use crate::section::SectionId;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::SOURCES_EMPTY,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 14(2)(f)")],
        anchor: &["C11", "Source of Data"],
        check: |c, found| {
            if c.notice.sources.is_empty() && !c.adds_to(SectionId::Sources) {
                found.at("sources");
            }
        },
    },
    Rule {
        id: rule_id::SOURCE_BLANK,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 14(2)(f)")],
        anchor: &["C12", "Source of Data"],
        check: |c, found| {
            for source in c.notice.sources.iter().filter(|source| source.what.is_blank()) {
                found.at(column("sources", source, "what"));
            }
        },
    },
    Rule {
        id: rule_id::SOURCE_ORIGIN_WRONG,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 14(2)(f)")],
        anchor: &["C12", "Source of Data"],
        check: |c, found| {
            for source in &c.notice.sources {
                if facts_of(&source.what).origin.is_some_and(|origin| origin != source.origin) {
                    found.at(column("sources", source, "origin"));
                }
            }
        },
    },
    Rule {
        id: rule_id::SOURCE_MISMATCH,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 14(2)(f)")],
        anchor: &["C11", "Source of Data"],
        check: |c, found| {
            let own = c.notice.sources.iter().any(|source| source.what.clause_id().is_none());
            let from =
                |needed: &[&str]| c.notice.sources.iter().any(|source| is_one_of(&source.what, needed));
            let needed = c.notice.data_statements().map(|what| facts_of(what).sources);
            let lacks = needed.filter(|needed| !needed.is_empty()).any(|needed| !from(needed));
            if lacks && !own {
                found.at("sources");
            }
        },
    },
];

#[cfg(test)]
cases! {
    "sources-empty":
        fires "no source" at "sources" => |n| n.sources.clear();
        silent "told in own words" => |n| {
            n.sources.clear();
            add(n, SectionId::Sources, "Saamme tiedot sinulta itseltäsi.");
        };
        silent "the person" => |n| n.sources.truncate(1);
    "source-blank":
        fires "a row of blanks" at "sources.1.what" => |n| each(&mut n.sources, |s| s.what = said("\t"));
        silent "a named register" => |n| each(&mut n.sources, |s| s.what = said("kaupparekisteri"));
    "source-origin-wrong":
        fires "a public register that is not said to be one" at "sources.1.origin" => |n| {
            each(&mut n.sources, |s| s.what = Statement::clause("source.ytj"));
        };
        fires "the employer as the person" at "sources.1.origin" => |n| {
            each(&mut n.sources, |s| { s.what = Statement::clause("source.employer"); s.origin = Origin::Person });
        };
        fires "a list of sanctions as the person's own word" at "sources.1.origin" => |n| {
            each(&mut n.sources, |s| { s.what = Statement::clause("source.sanctions"); s.origin = Origin::Person });
        };
        silent "a public register" => |n| {
            each(&mut n.sources, |s| { s.what = Statement::clause("source.ytj"); s.origin = Origin::Public });
        };
        silent "where it depends" => |n| {
            each(&mut n.sources, |s| { s.what = Statement::clause("source.supervisor"); s.origin = Origin::Other });
        };
        silent "own words" => |n| each(&mut n.sources, |s| s.origin = Origin::Public);
    "source-mismatch":
        fires "credit data from the person" at "sources" => |n| {
            n.data_content = clauses(&["data.credit"]);
            each(&mut n.sources, |s| s.what = Statement::clause("source.person"));
        };
        silent "a credit information company" => |n| {
            n.data_content = clauses(&["data.credit"]);
            each(&mut n.sources, |s| s.what = Statement::clause("source.credit-agency"));
        };
        silent "a source in own words" => |n| n.data_content = clauses(&["data.credit"]);
}
