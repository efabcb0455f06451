//! Whose data is processed, and for what purposes.
//!
//! Law: GDPR 5(1)(a), 12(1), 13(1)(c), 14(2)(f).

use crate::content::facts::About;
use crate::content::patterns;
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::purpose::Topic;
use crate::rules::Kind::{Conflict, Gap};
use crate::rules::Rule;
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::facts::speaks_of;
use crate::rules::field::column;
use crate::section::SectionId;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::DATA_SUBJECTS_EMPTY,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 12(1)")],
        anchor: &[],
        check: |c, found| {
            let blank = c.notice.data_subjects.iter().all(|item| item.what.is_blank());
            if blank && !c.adds_to(SectionId::DataSubjects) {
                found.at("data-subjects");
            }
        },
    },
    Rule {
        id: rule_id::PURPOSES_EMPTY,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)(c)")],
        anchor: &["C18", "Processing Purpose"],
        check: |c, found| {
            if c.notice.purposes.is_empty() {
                found.at("purposes");
            }
        },
    },
    Rule {
        id: rule_id::PURPOSE_BLANK,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)(c)")],
        anchor: &["C18", "Processing Purpose"],
        check: |c, found| {
            for purpose in c.notice.purposes.iter().filter(|purpose| purpose.what.is_blank()) {
                found.at(column("purposes", purpose, "what"));
            }
        },
    },
    Rule {
        id: rule_id::ONLY_BESIDE_SEVERAL_PURPOSES,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 5(1)(a)"), Citation::new("GDPR 13(1)(c)")],
        anchor: &["C18", "Processing Purpose"],
        check: |c, found| {
            if c.notice.purposes.len() > 1 {
                found.hits(c.text.hits_in(SectionId::Purposes, patterns::ONLY));
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
            let mut rows = c.text.hits_in(SectionId::Purposes, patterns::CREDIT);
            let is_purpose =
                c.notice.has_topic(Topic::Credit) || rows.any(|hit| hit.passage.field.is_in("purposes"));
            if is_purpose || c.notice.purposes.is_empty() {
                return;
            }
            if let Some(hit) = c.text.hits(patterns::CREDIT).next() {
                found.at_hit("purposes", &hit);
            } else if speaks_of(c, About::Credit) {
                found.at("purposes");
            }
        },
    },
];

#[cfg(test)]
cases! {
    "data-subjects-empty":
        fires "no group" at "data-subjects" => |n| n.data_subjects.clear();
        fires "a group of blanks" at "data-subjects" => |n| n.data_subjects = list(&[" "]);
        silent "told in own words" => |n| {
            n.data_subjects.clear();
            add(n, SectionId::DataSubjects, "Asiakkaat ja heidän läheisensä.");
        };
        silent "one group" => |n| n.data_subjects = list(&["asiakkaat"]);
    "purposes-empty":
        fires "no purpose" at "purposes" => |n| n.purposes.clear();
        silent "one purpose" => |n| n.purposes.truncate(1);
    "purpose-blank":
        fires "a basis, but no purpose" at "purposes.1.what" => |n| each(&mut n.purposes, |p| p.what = said(""));
        silent "in Swedish only, which another rule finds" => |n| {
            each(&mut n.purposes, |p| p.what = Statement::own(Lang::Sv, "leverans"));
        };
    "only-beside-several-purposes":
        fires "only for one thing" at "additions.purposes" => |n| {
            add(n, SectionId::Purposes, "Tietoja käsitellään ainoastaan asiakassuhteen ylläpitämiseen.");
        };
        fires "in Swedish" at "additions.purposes" => |n| {
            say_at(n, SectionId::Purposes, Lang::Sv, "Uppgifterna används endast för kundförhållandet.");
        };
        fires "in English" at "additions.purposes" => |n| {
            say_at(n, SectionId::Purposes, Lang::En, "Data is used only for the customer relation.");
        };
        silent "one purpose" => |n| {
            n.purposes.truncate(1);
            add(n, SectionId::Purposes, "Tietoja käsitellään ainoastaan asiakassuhteen ylläpitämiseen.");
        };
        silent "only those who need them" => |n| {
            n.security_electronic = list(&["Tietoja käsittelevät vain ne, joiden työhön se kuuluu."]);
        };
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
}
