//! Direct marketing: seen as such wherever it stands, with its own objection and the consent that it needs.
//!
//! Law: GDPR 21(2)–(4); SVPL 200 § and 202 §.

use crate::law::Citation;
use crate::notice::purpose::{BasisKind, Topic};
use crate::rules::Kind::Conflict;
use crate::rules::Rule;
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::field::part;
use crate::rules::known::{self, is};
use crate::rules::statements::words;
use crate::rules::walk::clauses_in;
use crate::section::SectionId::{DirectMarketing, Purposes};

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: "marketing-objection-not-separate",
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 21(2)–(4)")],
        anchor: &["C4", "Right to Object"],
        check: |c, found| {
            // The box of its own comes with the topic; marketing under another topic has none.
            for purpose in &c.notice.purposes {
                if is(&purpose.what, known::MARKETING) && purpose.topic != Topic::Marketing {
                    found.with(Purposes, part("purposes", purpose, "topic"), words(&purpose.what));
                }
            }
        },
    },
    Rule {
        id: "email-marketing-without-consent",
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("SVPL 200 §"), Citation::new("GDPR 6(1)(a)")],
        anchor: &[],
        check: |c, found| {
            for purpose in &c.notice.purposes {
                let on_consent = purpose.basis.yes().is_none_or(|basis| basis.kind() == BasisKind::Consent);
                if is(&purpose.what, known::ELECTRONIC_MARKETING) && !on_consent {
                    found.at(Purposes, part("purposes", purpose, "basis"));
                }
            }
        },
    },
    Rule {
        id: "marketing-without-purpose",
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(c)"), Citation::new("GDPR 21(2)–(4)")],
        anchor: &["C18", "Processing Purpose"],
        check: |c, found| {
            if c.notice.has_topic(Topic::Marketing) || c.notice.purposes.is_empty() {
                return;
            }
            let sent = c.notice.direct_marketing.iter().any(|item| !item.what.is_blank());
            if sent {
                found.at(DirectMarketing, "direct-marketing");
            } else if clauses_in(c.notice).any(|id| known::OF_MARKETING.contains(&id)) {
                found.at(Purposes, "purposes");
            }
        },
    },
];

#[cfg(test)]
cases! {
    "marketing-objection-not-separate":
        fires "marketing called service" at "purposes.1.topic" => |n| {
            each(&mut n.purposes, |p| { p.what = Statement::clause("purpose.direct-marketing"); p.topic = Topic::Service });
        };
        silent "marketing called marketing" => |n| {
            each(&mut n.purposes, |p| { p.what = Statement::clause("purpose.direct-marketing"); p.topic = Topic::Marketing });
        };
        silent "service called service" => |n| each(&mut n.purposes, |p| p.what = Statement::clause("purpose.orders"));
    "email-marketing-without-consent":
        fires "newsletters on an interest" at "purposes.1.basis" => |n| {
            each(&mut n.purposes, |p| {
                p.what = Statement::clause("purpose.email-marketing");
                p.basis = Answer::Yes(BasisKind::LegitimateInterests.blank());
            });
        };
        silent "on consent" => |n| {
            consent(n, "withdrawal.unsubscribe");
            each(&mut n.purposes, |p| p.what = Statement::clause("purpose.email-marketing"));
        };
        silent "similar products to customers" => |n| {
            each(&mut n.purposes, |p| {
                p.what = Statement::clause("purpose.customer-email-marketing");
                p.basis = Answer::Yes(BasisKind::LegitimateInterests.blank());
            });
        };
        silent "basis not known yet" => |n| {
            each(&mut n.purposes, |p| { p.what = Statement::clause("purpose.email-marketing"); p.basis = Answer::Unknown });
        };
    "marketing-without-purpose":
        fires "channels of a marketing that is no purpose" at "direct-marketing" => |n| n.purposes.truncate(1);
        fires "subscribers without a newsletter" at "purposes" => |n| {
            n.purposes.truncate(1);
            n.direct_marketing.clear();
            n.data_subjects = clauses(&["subjects.newsletter"]);
        };
        silent "marketing is a purpose" => |n| n.data_subjects = clauses(&["subjects.newsletter"]);
        silent "no marketing at all" => |n| { n.purposes.truncate(1); n.direct_marketing.clear() };
}
