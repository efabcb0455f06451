//! The data against everything that speaks of data: what is kept, checked, collected or bought must also be listed.
//!
//! Law: GDPR 9, 13(1)(c), 14(1)(d), 14(2)(f), 87; Tietosuojalaki 29 §.

use crate::content::facts::{self, About, group_of};
use crate::content::patterns::{self, Phrase};
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::Notice;
use crate::notice::cookies::Cookies as Web;
use crate::notice::path::FieldPath;
use crate::notice::purpose::Topic;
use crate::notice::statement::Statement;
use crate::rules::Kind::Conflict;
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::facts::{self as clause, is_about, is_one_of, speaks_of};
use crate::rules::field::part;
use crate::rules::statements::words;
use crate::rules::walk::{clauses_in, list_rows};
use crate::rules::{Context, Rule};
use crate::section::SectionId::{self, DataCategories, DataContent, Purposes};

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::DATA_CATEGORIES_ARE_SUBJECTS,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 14(1)(d)")],
        anchor: &["C13", "Data Categories"],
        check: |c, found| {
            let (people, data) = (c.text.fields(patterns::PEOPLE), c.text.fields(patterns::DATUM));
            for (_, field, what) in listed(c.notice) {
                let is_person = what.clause_id().is_some_and(|id| group_of(id) == "subjects");
                if is_person || people.contains(&field) && !data.contains(&field) {
                    found.at_with_evidence(field, words(what));
                }
            }
        },
    },
    Rule {
        id: rule_id::SPECIAL_DATA_UNDECLARED,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 9(1)"), Citation::new("GDPR 9(2)")],
        anchor: &["Data Categories"],
        check: |c, found| {
            let special = |id: &str| group_of(id) == "special" || facts::of(id).is_about(About::SpecialData);
            if c.notice.special_categories.is_no()
                && (clauses_in(c.notice).any(special) || said(c, patterns::SPECIAL_DATA))
            {
                found.at("special-categories");
            }
        },
    },
    Rule {
        id: rule_id::IDENTITY_CODE_UNDECLARED,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 87"), Citation::new("Tietosuojalaki 29 §")],
        anchor: &[],
        check: |c, found| {
            if c.notice.identity_code.is_no() && holds(c, About::IdentityCode, patterns::IDENTITY_CODE) {
                found.at("identity-code");
            }
        },
    },
    Rule {
        id: rule_id::CREDIT_WITHOUT_PURPOSE,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(c)"), Citation::new("GDPR 14(2)(f)")],
        anchor: &["C18", "Processing Purpose"],
        check: |c, found| {
            let mut rows = c.text.hits_in(Purposes, patterns::CREDIT);
            let is_purpose =
                c.notice.has_topic(Topic::Credit) || rows.any(|hit| hit.passage.field.is_in("purposes"));
            if is_purpose || c.notice.purposes.is_empty() {
                return;
            }
            if let Some(hit) = c.text.hits(patterns::CREDIT).next() {
                found.at_with_evidence("purposes", hit.excerpt());
            } else if speaks_of(c.notice, About::Credit) {
                found.at("purposes");
            }
        },
    },
    Rule {
        id: rule_id::DATA_MISMATCH,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 14(1)(d)"), Citation::new("GDPR 5(1)(a)")],
        anchor: &["C13", "Data Categories"],
        check: |c, found| {
            if listed(c.notice).next().is_none() {
                return;
            }
            let own = listed(c.notice).any(|(_, _, what)| what.clause_id().is_none());
            // Own words may mean any of it: then only the data that every firm names alike is looked for.
            let behind = !own
                && clauses_in(c.notice).map(|id| facts::of(id).data).any(|needed| {
                    !needed.is_empty() && !listed(c.notice).any(|(_, _, what)| is_one_of(what, needed))
                });
            let online = c.notice.cookies.yes().is_some_and(Web::need_consent)
                && !holds(c, About::Online, patterns::ONLINE_DATA);
            let code =
                c.notice.identity_code.is_yes() && !holds(c, About::IdentityCode, patterns::IDENTITY_CODE);
            if behind || online || code || only_in_categories(c) {
                found.at("data-content");
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
                if clause::of(&source.what).origin.is_some_and(|origin| origin != source.origin) {
                    found.at(part("sources", source, "origin"));
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
            let needed = listed(c.notice).map(|(_, _, what)| clause::of(what).sources);
            let lacks = needed.filter(|needed| !needed.is_empty()).any(|needed| !from(needed));
            if lacks && !own {
                found.at("sources");
            }
        },
    },
];

/// The rows of the two lists of data that say something.
fn listed(notice: &Notice) -> impl Iterator<Item = (SectionId, FieldPath, &Statement)> {
    let mut listed = Vec::new();
    list_rows(notice, |section, field, what| {
        if matches!(section, DataCategories | DataContent) && !what.is_blank() {
            listed.push((section, field, what));
        }
    });
    listed.into_iter()
}

/// Whether the firm's own words in the lists of data speak of it.
fn said(c: &Context<'_>, phrase: Phrase) -> bool {
    let rows = ["data-categories", "data-content"];
    c.text.hits(phrase).any(|hit| rows.iter().any(|list| hit.passage.field.is_in(list)))
}

/// Whether the lists of data hold it, as a clause or in own words.
fn holds(c: &Context<'_>, matter: About, phrase: Phrase) -> bool {
    listed(c.notice).any(|(_, _, what)| is_about(what, matter)) || said(c, phrase)
}

/// Invoices and payments stand among the kinds of data, and not among the items.
fn only_in_categories(c: &Context<'_>) -> bool {
    let items = listed(c.notice).any(|(section, _, _)| section == DataContent);
    let holds = |section: SectionId| {
        let mut rows = listed(c.notice).filter(|(of, _, _)| *of == section);
        rows.any(|(_, _, what)| is_about(what, About::Billing))
            || c.text.says(section, patterns::BILLING_DATA)
    };
    items && holds(DataCategories) && !holds(DataContent)
}

#[cfg(test)]
cases! {
    "data-categories-are-subjects":
        fires "people as data" at "data-categories.1" => |n| n.data_categories = clauses(&["subjects.consumers"]);
        fires "people among the items" at "data-content.2" => |n| {
            n.data_content = clauses(&["data.name", "subjects.company-contacts"]);
        };
        fires "people in own words" at "data-categories.1" => |n| n.data_categories = list(&["Asiakasyritykset."]);
        fires "a list of people and bodies" at "data-categories.1" => |n| {
            n.data_categories = list(&["Asiakkaat: yritykset, yksityiset, julkishallinto, viranomaiset"]);
        };
        fires "in Swedish" at "data-content.1" => |n| {
            n.languages = vec![Lang::Sv];
            n.data_content = rows(vec![Datum { what: Statement::own(Lang::Sv, "kunder"), ..Datum::default() }]);
        };
        fires "in English" at "data-content.1" => |n| {
            n.languages = vec![Lang::En];
            n.data_content = rows(vec![Datum { what: Statement::own(Lang::En, "customers"), ..Datum::default() }]);
        };
        silent "data" => |n| n.data_categories = clauses(&["category.identification"]);
        silent "data on people" => |n| n.data_categories = list(&["asiakkaat: nimi ja yhteystiedot"]);
    "special-data-undeclared":
        fires "health among the kinds of data" at "special-categories" => |n| n.data_categories = clauses(&["category.health"]);
        fires "health in own words" at "special-categories" => |n| n.data_content = list(&["nimi", "allergiat"]);
        silent "declared" => |n| {
            n.data_categories = clauses(&["category.health"]);
            let data = list(&["allergiat"]);
            n.special_categories = Answer::Yes(SpecialCategories { ground: said("suostumus"), data });
        };
        silent "no such data" => |n| n.data_categories = clauses(&["category.orders"]);
    "identity-code-undeclared":
        fires "listed, and denied" at "identity-code" => |n| n.data_content = clauses(&["data.name", "data.identity-code"]);
        fires "in own words" at "identity-code" => |n| n.data_content = list(&["nimi", "Henkilötunnus"]);
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
        fires "in own words" at "purposes" => |n| {
            n.disclosures = disclosed(list(&["Tietoja käytetään luottopäätöksen tueksi."]));
        };
        silent "a purpose in own words" => |n| {
            add(n, SectionId::Recipients, "Perintätoimisto saa laskun tiedot.");
            each(&mut n.purposes, |p| p.what = said("saatavien perintä"));
        };
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
        fires "certificates are kept, and no employment is listed" at "data-content" => |n| {
            data(n, &["data.name"]);
            each(&mut n.retention, |r| r.what = Statement::clause("retention-what.certificate"));
        };
        fires "analytics cookies, and nothing about visits" at "data-content" => |n| {
            data(n, &["data.name"]);
            each(&mut cookies(n).rows, |r| r.kind = Answer::Yes(CookieKind::Analytics));
        };
        fires "the identity code has a ground, and is not listed" at "data-content" => |n| {
            data(n, &["data.name"]);
            n.identity_code = Answer::Yes(IdentityCode { ground: said("luotonanto") });
        };
        fires "invoices among the kinds of data only" at "data-content" => |n| {
            n.data_categories = list(&["nimi, laskutustiedot"]);
            n.data_content = list(&["nimi", "osoite"]);
        };
        fires "cookies, and no word of visits" at "data-content" => |n| {
            each(&mut cookies(n).rows, |r| r.kind = Answer::Yes(CookieKind::Analytics));
        };
        silent "cookies, and visits in own words" => |n| {
            each(&mut cookies(n).rows, |r| r.kind = Answer::Yes(CookieKind::Analytics));
            n.data_content = list(&["nimi", "IP-osoite ja käydyt sivut"]);
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
