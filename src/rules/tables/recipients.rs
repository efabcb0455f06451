//! Who gets the data: recipients, their roles and locations, and regular disclosures.
//!
//! Law: GDPR 5(1)(a), 13(1)(e)–(f), 28(3).

use crate::content::patterns;
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::recipient::Role;
use crate::rules::Kind::{Conflict, Gap};
use crate::rules::Rule;
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::facts::{facts_of, is_one_of};
use crate::rules::field::{column, row};
use crate::rules::labels::recipient_label;
use crate::section::SectionId;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::RECIPIENTS_EMPTY,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)(e)")],
        anchor: &["C15", "Data Recipients"],
        check: |c, found| {
            if c.notice.recipients.is_empty() && !c.adds_to(SectionId::Recipients) {
                found.at("recipients");
            }
        },
    },
    Rule {
        id: rule_id::RECIPIENT_BLANK,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)(e)")],
        anchor: &["C15", "Data Recipients"],
        check: |c, found| {
            for row in &c.notice.recipients {
                if row.what.is_blank() && row.name.trim().is_empty() {
                    found.at(column("recipients", row, "what"));
                }
            }
        },
    },
    Rule {
        id: rule_id::RECIPIENT_ROLE_UNANSWERED,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)(e)"), Citation::new("GDPR 28(3)")],
        anchor: &[],
        check: |c, found| {
            for row in c.notice.recipients.iter().filter(|row| !row.role.is_yes()) {
                found.at_with_evidence(column("recipients", row, "role"), recipient_label(row));
            }
        },
    },
    Rule {
        id: rule_id::RECIPIENT_LOCATION_UNANSWERED,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)(f)")],
        anchor: &["C6", "Third-country Transfers"],
        check: |c, found| {
            for row in c.notice.recipients.iter().filter(|row| !row.location.is_yes()) {
                found.at_with_evidence(column("recipients", row, "location"), recipient_label(row));
            }
        },
    },
    Rule {
        id: rule_id::DISCLOSURES_UNANSWERED,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)(e)")],
        anchor: &["Data Recipients"],
        check: |c, found| {
            if c.notice.disclosures.is_open() {
                found.at("disclosures");
            }
        },
    },
    Rule {
        id: rule_id::DISCLOSURES_EMPTY,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)(e)")],
        anchor: &["C15", "Data Recipients"],
        check: |c, found| {
            if c.notice
                .disclosures
                .yes()
                .is_some_and(|given| given.list.iter().all(|item| item.what.is_blank()))
            {
                found.at("disclosures.list");
            }
        },
    },
    Rule {
        id: rule_id::DISCLOSURE_DENIED,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(e)"), Citation::new("GDPR 5(1)(a)")],
        anchor: &["C15", "Data Recipients"],
        check: |c, found| {
            let own_use = c
                .notice
                .recipients
                .iter()
                .any(|row| matches!(row.role.yes(), Some(Role::Controller | Role::Joint)));
            if own_use || c.notice.disclosures.is_yes() {
                let unless = c.text.sentences(patterns::DISCLOSURE_UNLESS);
                let denied = c.text.hits_without(patterns::NO_DISCLOSURE, patterns::NO_DISCLOSURE_OF_A_KIND);
                found.hits(denied.filter(|hit| !hit.is_in(&unless)));
            }
        },
    },
    Rule {
        id: rule_id::RECIPIENT_ROLE_WRONG,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(e)"), Citation::new("GDPR 28(3)")],
        anchor: &["Data Recipients"],
        check: |c, found| {
            for recipient in &c.notice.recipients {
                // Only authorities are certain. Whether others are processors or controllers depends on their contracts.
                let roles = recipient.role.yes().zip(facts_of(&recipient.what).role);
                if roles.is_some_and(|(said, is)| (*said == Role::Authority) != (is == Role::Authority)) {
                    found.at_with_evidence(column("recipients", recipient, "role"), recipient.name.trim());
                }
            }
        },
    },
    Rule {
        id: rule_id::DISCLOSURE_WITHOUT_RECIPIENT,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(e)")],
        anchor: &["C15", "Data Recipients"],
        check: |c, found| {
            // A recipient in the firm's own words may be the one to whom data is disclosed.
            if c.notice.is_replaced(SectionId::Recipients) {
                return;
            }
            if c.notice.recipients.iter().any(|recipient| recipient.what.clause_id().is_none()) {
                return;
            }
            for item in c.notice.disclosures.yes().into_iter().flat_map(|given| &given.list) {
                let to = facts_of(&item.what).recipients;
                if !to.is_empty() && !c.notice.recipients.iter().any(|row| is_one_of(&row.what, to)) {
                    found.at(row("disclosures.list", item));
                }
            }
        },
    },
];

#[cfg(test)]
cases! {
    "recipients-empty":
        fires "no recipient" at "recipients" => |n| n.recipients.clear();
        silent "a bookkeeper" => |n| n.recipients.truncate(1);
        silent "told in own words" => |n| {
            n.recipients.clear();
            add(n, SectionId::Recipients, "Tiedot saa tilitoimistomme Esimerkkitilit Oy.");
        };
    "recipient-blank":
        fires "neither kind nor name" at "recipients.1.what" => |n| {
            each(&mut n.recipients, |r| { r.what = said(""); r.name.clear() });
        };
        silent "a name alone" => |n| {
            each(&mut n.recipients, |r| { r.what = said(""); r.name = "Tilitoimisto Oy".into() });
        };
    "recipient-role-unanswered":
        fires "not answered" at "recipients.1.role" => |n| each(&mut n.recipients, |r| r.role = Answer::Unanswered);
        fires "I do not know" at "recipients.1.role" => |n| each(&mut n.recipients, |r| r.role = Answer::Unknown);
        silent "a processor" => |n| each(&mut n.recipients, |r| r.role = Answer::Yes(Role::Processor));
    "recipient-location-unanswered":
        fires "not answered" at "recipients.1.location" => |n| {
            each(&mut n.recipients, |r| r.location = Answer::Unanswered);
        };
        fires "I do not know" at "recipients.1.location" => |n| {
            each(&mut n.recipients, |r| r.location = Answer::Unknown);
        };
        silent "in the EEA" => |n| each(&mut n.recipients, |r| r.location = Answer::Yes(Location::Eea));
    "disclosures-unanswered":
        fires "not answered" at "disclosures" => |n| n.disclosures = Answer::Unanswered;
        fires "I do not know" at "disclosures" => |n| n.disclosures = Answer::Unknown;
        silent "none" => |n| n.disclosures = Answer::No;
    "disclosures-empty":
        fires "yes, and nobody listed" at "disclosures.list" => |n| n.disclosures = disclosed(list(&[]));
        silent "to a named firm" => |n| n.disclosures = disclosed(list(&["Perintä Oy"]));
    "disclosure-denied":
        fires "said to be given to nobody, beside a recipient" at "additions.recipients" => |n| {
            each(&mut n.recipients, |r| r.role = Answer::Yes(Role::Controller));
            add(n, SectionId::Recipients, "Tietoja ei luovuteta.");
        };
        fires "said to be given to nobody, beside a joint controller" at "additions.recipients" => |n| {
            each(&mut n.recipients, |r| r.role = Answer::Yes(Role::Joint));
            add(n, SectionId::Recipients, "Tietoja ei luovuteta.");
        };
        fires "in Swedish" at "additions.changes" => |n| {
            n.disclosures = disclosed(list(&["inkassobyrån"]));
            say(n, Lang::Sv, "Uppgifterna lämnas inte ut.");
        };
        fires "in English" at "additions.changes" => |n| {
            n.disclosures = disclosed(list(&["debt collectors"]));
            say(n, Lang::En, "Your data is never sold.");
        };
        silent "only helpers" => |n| add(n, SectionId::Recipients, "Tietoja ei luovuteta.");
        silent "not for marketing" => |n| {
            each(&mut n.recipients, |r| r.role = Answer::Yes(Role::Controller));
            add(n, SectionId::Recipients, "Emme luovuta tietojasi suoramarkkinointiin.");
        };
    "recipient-role-wrong":
        fires "a tax authority called a processor" at "recipients.1.role" => |n| {
            each(&mut n.recipients, |r| r.what = Statement::clause("recipient.tax"));
        };
        fires "a bookkeeper called an authority" at "recipients.1.role" => |n| {
            each(&mut n.recipients, |r| {
                r.what = Statement::clause("recipient.accounting");
                r.role = Answer::Yes(Role::Authority);
            });
        };
        fires "a camera service called an authority" at "recipients.1.role" => |n| {
            each(&mut n.recipients, |r| {
                r.what = Statement::clause("recipient.camera-system");
                r.role = Answer::Yes(Role::Authority);
            });
        };
        silent "a tax authority" => |n| {
            each(&mut n.recipients, |r| {
                r.what = Statement::clause("recipient.tax");
                r.role = Answer::Yes(Role::Authority);
            });
        };
        silent "where it depends who pays" => |n| {
            each(&mut n.recipients, |r| {
                r.what = Statement::clause("recipient.service-buyer");
                r.role = Answer::Yes(Role::Authority);
            });
        };
        silent "a carrier may be either" => |n| {
            each(&mut n.recipients, |r| r.what = Statement::clause("recipient.delivery"));
        };
    "disclosure-without-recipient":
        fires "collection, without a collection agency" at "disclosures.list.1" => |n| {
            n.disclosures = disclosed(clauses(&["disclosure.collection"]));
            each(&mut n.recipients, |r| r.what = Statement::clause("recipient.accounting"));
        };
        fires "authorities, and none is listed" at "disclosures.list.1" => |n| {
            n.disclosures = disclosed(clauses(&["disclosure.authorities"]));
            each(&mut n.recipients, |r| r.what = Statement::clause("recipient.accounting"));
        };
        silent "any authority will do" => |n| {
            n.disclosures = disclosed(clauses(&["disclosure.authorities"]));
            each(&mut n.recipients, |r| r.what = Statement::clause("recipient.safety-authority"));
        };
        silent "a group of companies, which no recipient of ours is" => |n| {
            n.disclosures = disclosed(clauses(&["disclosure.group"]));
            each(&mut n.recipients, |r| r.what = Statement::clause("recipient.accounting"));
        };
        silent "the agency is a recipient" => |n| {
            n.disclosures = disclosed(clauses(&["disclosure.collection"]));
            each(&mut n.recipients, |r| r.what = Statement::clause("recipient.collection"));
        };
        silent "a recipient in own words may be it" => |n| {
            n.disclosures = disclosed(clauses(&["disclosure.collection"]));
        };
}
