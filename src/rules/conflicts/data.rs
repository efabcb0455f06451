//! The data against everything that speaks of data: what is kept, checked, collected or bought must also be listed.
//!
//! Law: GDPR 9, 13(1)(c), 14(1)(d), 14(2)(f), 87; Tietosuojalaki 29 §.

use crate::law::Citation;
use crate::notice::cookies::Cookies as Web;
use crate::notice::purpose::Topic;
use crate::rules::Kind::Conflict;
use crate::rules::Rule;
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::field::{part, row};
use crate::rules::known::{self, data_clauses, is};
use crate::rules::statements::words;
use crate::rules::walk::clauses_in;
use crate::section::SectionId::{DataContent, IdentityCode, Purposes, Sources, SpecialCategories};
use std::collections::BTreeSet;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: "data-categories-are-subjects",
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 14(1)(d)")],
        anchor: &["C13", "Data Categories"],
        check: |c, found| {
            let lists =
                [("data-categories", &c.notice.data_categories), ("data-content", &c.notice.data_content)];
            for (path, item) in
                lists.into_iter().flat_map(|(path, list)| list.iter().map(move |item| (path, item)))
            {
                if item.what.clause_id().is_some_and(|id| id.starts_with("subjects.")) {
                    found.with(section_of(path), row(path, item), words(&item.what));
                }
            }
        },
    },
    Rule {
        id: "special-data-undeclared",
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 9(1)"), Citation::new("GDPR 9(2)")],
        anchor: &["Data Categories"],
        check: |c, found| {
            let special = |id: &str| known::SPECIAL.contains(&id) || id.starts_with("special.");
            if c.notice.special_categories.is_no() && clauses_in(c.notice).any(special) {
                found.at(SpecialCategories, "special-categories");
            }
        },
    },
    Rule {
        id: "identity-code-undeclared",
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 87"), Citation::new("Tietosuojalaki 29 §")],
        anchor: &[],
        check: |c, found| {
            let mut rows = c.notice.data_categories.iter().chain(&c.notice.data_content);
            if c.notice.identity_code.is_no() && rows.any(|item| is(&item.what, known::IDENTITY_CODE)) {
                found.at(IdentityCode, "identity-code");
            }
        },
    },
    Rule {
        id: "credit-without-purpose",
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(c)"), Citation::new("GDPR 14(2)(f)")],
        anchor: &["C18", "Processing Purpose"],
        check: |c, found| {
            let credit = |id: &str| known::CREDIT.contains(&id);
            if !c.notice.purposes.is_empty()
                && !c.notice.has_topic(Topic::Credit)
                && clauses_in(c.notice).any(credit)
            {
                found.at(Purposes, "purposes");
            }
        },
    },
    Rule {
        id: "data-mismatch",
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 14(1)(d)"), Citation::new("GDPR 5(1)(a)")],
        anchor: &["C13", "Data Categories"],
        check: |c, found| {
            let Some(data) = data_clauses(c.notice).filter(|data| !data.is_empty()) else { return };
            let lacks = |needed: &[&str]| !data.iter().any(|id| needed.contains(id));
            let said: BTreeSet<_> = clauses_in(c.notice).collect();
            let behind =
                known::DATA_BEHIND.iter().any(|(clause, needed)| said.contains(clause) && lacks(needed));
            let online = c.notice.cookies.yes().is_some_and(Web::need_consent) && lacks(known::ONLINE);
            let code = c.notice.identity_code.is_yes() && lacks(known::IDENTITY_CODE);
            if behind || online || code {
                found.at(DataContent, "data-content");
            }
        },
    },
    Rule {
        id: "source-origin-wrong",
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 14(2)(f)")],
        anchor: &["C12", "Source of Data"],
        check: |c, found| {
            for source in &c.notice.sources {
                let known = known::ORIGINS.iter().find(|(id, _)| source.what.clause_id() == Some(id));
                if known.is_some_and(|(_, origin)| *origin != source.origin) {
                    found.at(Sources, part("sources", source, "origin"));
                }
            }
        },
    },
    Rule {
        id: "source-mismatch",
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 14(2)(f)")],
        anchor: &["C11", "Source of Data"],
        check: |c, found| {
            let own = c.notice.sources.iter().any(|source| source.what.clause_id().is_none());
            let rows = c.notice.data_categories.iter().chain(&c.notice.data_content);
            let data: BTreeSet<_> = rows.filter_map(|item| item.what.clause_id()).collect();
            let from = |needed: &[&str]| c.notice.sources.iter().any(|source| is(&source.what, needed));
            let lacks =
                known::SOURCES_BEHIND.iter().any(|(item, needed)| data.contains(item) && !from(needed));
            if lacks && !own {
                found.at(Sources, "sources");
            }
        },
    },
];

/// The section of one of the two lists of data.
fn section_of(path: &str) -> crate::section::SectionId {
    if path == "data-content" { DataContent } else { crate::section::SectionId::DataCategories }
}

#[cfg(test)]
cases! {
    "data-categories-are-subjects":
        fires "people as data" at "data-categories.1" => |n| n.data_categories = clauses(&["subjects.consumers"]);
        fires "people among the items" at "data-content.2" => |n| {
            n.data_content = clauses(&["data.name", "subjects.company-contacts"]);
        };
        silent "data" => |n| n.data_categories = clauses(&["category.identification"]);
    "special-data-undeclared":
        fires "health among the kinds of data" at "special-categories" => |n| n.data_categories = clauses(&["category.health"]);
        silent "declared" => |n| {
            n.data_categories = clauses(&["category.health"]);
            let data = list(&["allergiat"]);
            n.special_categories = Answer::Yes(SpecialCategories { ground: said("suostumus"), data });
        };
        silent "no such data" => |n| n.data_categories = clauses(&["category.orders"]);
    "identity-code-undeclared":
        fires "listed, and denied" at "identity-code" => |n| n.data_content = clauses(&["data.name", "data.identity-code"]);
        silent "listed, and grounded" => |n| {
            n.data_content = clauses(&["data.identity-code"]);
            n.identity_code = Answer::Yes(IdentityCode { ground: said("luotonanto") });
        };
        silent "a date of birth" => |n| n.data_content = clauses(&["data.birth-date"]);
    "credit-without-purpose":
        fires "a collection agency without collection" at "purposes" => |n| {
            each(&mut n.recipients, |r| r.what = Statement::clause("recipient.collection"));
        };
        fires "credit data that nobody uses" at "purposes" => |n| n.data_content = clauses(&["data.name", "data.credit"]);
        silent "collection is a purpose" => |n| {
            each(&mut n.recipients, |r| r.what = Statement::clause("recipient.collection"));
            each(&mut n.purposes, |p| p.topic = Topic::Credit);
        };
        silent "no purposes yet, which another rule finds" => |n| {
            n.data_content = clauses(&["data.credit"]);
            n.purposes.clear();
        };
    "data-mismatch":
        fires "vouchers are kept, and no invoices listed" at "data-content" => |n| {
            data(n, &["data.name"]);
            each(&mut n.retention, |r| r.what = Statement::clause("retention-what.vouchers"));
        };
        fires "analytics cookies, and nothing about visits" at "data-content" => |n| {
            data(n, &["data.name"]);
            each(&mut cookies(n).rows, |r| r.kind = Answer::Yes(CookieKind::Analytics));
        };
        fires "the identity code has a ground, and is not listed" at "data-content" => |n| {
            data(n, &["data.name"]);
            n.identity_code = Answer::Yes(IdentityCode { ground: said("luotonanto") });
        };
        silent "vouchers and invoices" => |n| {
            data(n, &["data.name", "data.invoices"]);
            each(&mut n.retention, |r| r.what = Statement::clause("retention-what.vouchers"));
        };
        silent "necessary cookies" => |n| data(n, &["data.name"]);
        silent "own words, which may mean anything" => |n| {
            n.data_content = list(&["laskujen tiedot"]);
            each(&mut n.retention, |r| r.what = Statement::clause("retention-what.vouchers"));
        };
    "source-origin-wrong":
        fires "a public register that is not said to be one" at "sources.1.origin" => |n| {
            each(&mut n.sources, |s| s.what = Statement::clause("source.ytj"));
        };
        fires "the employer as the person" at "sources.1.origin" => |n| {
            each(&mut n.sources, |s| { s.what = Statement::clause("source.employer"); s.origin = Origin::Person });
        };
        silent "a public register" => |n| {
            each(&mut n.sources, |s| { s.what = Statement::clause("source.ytj"); s.origin = Origin::Public });
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
