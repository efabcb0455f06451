//! Whose data, the purposes, and a basis for each that carries what it needs.
//!
//! Law: GDPR 6(1), 13(1)(c)–(d), 13(2)(c), 7(3). A purpose without a basis of its own is the most common
//! fault of published notices, and a contract carries only what it cannot be fulfilled without.

use super::Kind::{Conflict, Gap};
use super::Severity::{Blocking, Warning};
use super::facts::is_about;
use super::field::part;
use super::statements::words;
use super::{Context, Found, Rule};
use crate::content::facts::About;
use crate::content::patterns;
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::purpose::{BasisKind, Topic};

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::DATA_SUBJECTS_EMPTY,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 12(1)")],
        anchor: &[],
        check: |c, found| {
            if c.notice.data_subjects.iter().all(|item| item.what.is_blank()) {
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
                found.at(part("purposes", purpose, "what"));
            }
        },
    },
    Rule {
        id: rule_id::PURPOSE_WITHOUT_BASIS,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 6(1)"), Citation::new("GDPR 13(1)(c)")],
        anchor: &["Legal Basis"],
        check: |c, found| {
            for purpose in c.notice.purposes.iter().filter(|purpose| !purpose.basis.is_yes()) {
                found.at_with_evidence(part("purposes", purpose, "basis"), words(&purpose.what));
            }
        },
    },
    Rule {
        id: rule_id::BASIS_WITHOUT_INTEREST,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)(d)"), Citation::new("GDPR 14(2)(b)")],
        anchor: &["Legitimate Interests"],
        check: |c, found| blank_detail(c, found, &[BasisKind::LegitimateInterests]),
    },
    Rule {
        id: rule_id::BASIS_WITHOUT_STATUTE,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 6(3)"), Citation::new("GDPR 13(1)(c)")],
        anchor: &["Legal Basis"],
        check: |c, found| blank_detail(c, found, &[BasisKind::LegalObligation, BasisKind::PublicTask]),
    },
    Rule {
        id: rule_id::CONSENT_WITHOUT_WITHDRAWAL,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 7(3)"), Citation::new("GDPR 13(2)(c)")],
        anchor: &["C5", "Right to Withdraw Consent"],
        check: |c, found| blank_detail(c, found, &[BasisKind::Consent]),
    },
    Rule {
        id: rule_id::CONTRACT_BASIS_FOR_MARKETING,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 6(1)(b)")],
        anchor: &[],
        check: |c, found| {
            let said = c.text.fields(patterns::BEYOND_CONTRACT);
            for purpose in &c.notice.purposes {
                let beyond =
                    matches!(purpose.topic, Topic::Marketing | Topic::Development | Topic::Analytics)
                        || is_about(&purpose.what, About::Marketing)
                        || said.contains(&part("purposes", purpose, "what"));
                if beyond && purpose.basis.yes().is_some_and(|basis| basis.kind() == BasisKind::Contract) {
                    found.at_with_evidence(part("purposes", purpose, "basis"), words(&purpose.what));
                }
            }
        },
    },
];

/// Fires for each purpose whose basis is one of these and lacks what it needs.
fn blank_detail(c: &Context<'_>, found: &mut Found, kinds: &[BasisKind]) {
    for purpose in &c.notice.purposes {
        let Some(basis) = purpose.basis.yes().filter(|basis| kinds.contains(&basis.kind())) else { continue };
        if basis.detail().is_some_and(crate::notice::statement::Statement::is_blank) {
            found.at_with_evidence(
                part("purposes", purpose, basis.kind().detail_column()),
                words(&purpose.what),
            );
        }
    }
}

#[cfg(test)]
cases! {
    "data-subjects-empty":
        fires "no group" at "data-subjects" => |n| n.data_subjects.clear();
        fires "a group of blanks" at "data-subjects" => |n| n.data_subjects = list(&[" "]);
        silent "one group" => |n| n.data_subjects = list(&["asiakkaat"]);
    "purposes-empty":
        fires "no purpose" at "purposes" => |n| n.purposes.clear();
        silent "one purpose" => |n| n.purposes.truncate(1);
    "purpose-blank":
        fires "a basis for nothing" at "purposes.1.what" => |n| each(&mut n.purposes, |p| p.what = said(""));
        silent "in Swedish only, which another rule finds" => |n| {
            each(&mut n.purposes, |p| p.what = Statement::own(Lang::Sv, "leverans"));
        };
    "purpose-without-basis":
        fires "not answered" at "purposes.1.basis" => |n| each(&mut n.purposes, |p| p.basis = Answer::Unanswered);
        fires "I do not know" at "purposes.1.basis" => |n| each(&mut n.purposes, |p| p.basis = Answer::Unknown);
        fires "no" at "purposes.1.basis" => |n| each(&mut n.purposes, |p| p.basis = Answer::No);
        silent "vital interests need no detail" => |n| {
            each(&mut n.purposes, |p| p.basis = Answer::Yes(LegalBasis::VitalInterests));
        };
    "basis-without-interest":
        fires "an interest of blanks" at "purposes.1.basis.interest" => |n| {
            each(&mut n.purposes, |p| p.basis = Answer::Yes(BasisKind::LegitimateInterests.blank()));
        };
        silent "a contract needs none" => |n| n.purposes.truncate(1);
    "basis-without-statute":
        fires "a duty of no law" at "purposes.1.basis.law" => |n| {
            each(&mut n.purposes, |p| p.basis = Answer::Yes(BasisKind::LegalObligation.blank()));
        };
        fires "a public task of no law" at "purposes.1.basis.law" => |n| {
            each(&mut n.purposes, |p| p.basis = Answer::Yes(BasisKind::PublicTask.blank()));
        };
        silent "the law is named" => |n| {
            each(&mut n.purposes, |p| {
                p.basis = Answer::Yes(LegalBasis::LegalObligation(Statute { law: said("kirjanpitolaki") }));
            });
        };
    "consent-without-withdrawal":
        fires "no way back" at "purposes.1.basis.how" => |n| {
            each(&mut n.purposes, |p| p.basis = Answer::Yes(BasisKind::Consent.blank()));
        };
        silent "a link in each message" => |n| {
            each(&mut n.purposes, |p| {
                p.basis = Answer::Yes(LegalBasis::Consent(Withdrawal { how: said("viestin linkistä") }));
            });
        };
    "contract-basis-for-marketing":
        fires "advertising under a contract" at "purposes.1.basis" => |n| {
            each(&mut n.purposes, |p| { p.topic = Topic::Marketing; p.basis = Answer::Yes(LegalBasis::Contract) });
        };
        fires "statistics under a contract" at "purposes.1.basis" => |n| {
            each(&mut n.purposes, |p| { p.topic = Topic::Development; p.basis = Answer::Yes(LegalBasis::Contract) });
        };
        fires "statistics in own words, whatever the topic says" at "purposes.1.basis" => |n| {
            each(&mut n.purposes, |p| { p.what = said("palvelun kehittäminen ja tilastointi"); p.basis = Answer::Yes(LegalBasis::Contract) });
        };
        silent "an order under a contract" => |n| {
            n.purposes.truncate(1);
            each(&mut n.purposes, |p| { p.topic = Topic::Service; p.basis = Answer::Yes(LegalBasis::Contract) });
        };
}
