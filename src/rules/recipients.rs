//! Recipients, where they are, what makes a transfer lawful, and regular disclosures.
//!
//! Law: GDPR 13(1)(e)–(f), 28, 44–49. Transfers are part of the recipients' answers, and mended there.

use super::Kind::Gap;
use super::Rule;
use super::Severity::{Blocking, Warning};
use super::field::part;
use super::statements::words;
use crate::content::rule_id;
use crate::law::Citation;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::RECIPIENTS_EMPTY,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)(e)")],
        anchor: &["C15", "Data Recipients"],
        check: |c, found| {
            if c.notice.recipients.is_empty() {
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
                    found.at(part("recipients", row, "what"));
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
                found.at_with_evidence(part("recipients", row, "role"), label(row));
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
                found.at_with_evidence(part("recipients", row, "location"), label(row));
            }
        },
    },
    Rule {
        id: rule_id::TRANSFER_WITHOUT_COUNTRY,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)(f)")],
        anchor: &["C10", "Third-country Transfers"],
        check: |c, found| {
            for (row, transfer) in c.notice.transfers() {
                if transfer.named_countries().next().is_none() {
                    found.at_with_evidence(part("recipients", row, "location.countries"), label(row));
                }
            }
        },
    },
    Rule {
        id: rule_id::TRANSFER_WITHOUT_SAFEGUARD,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)(f)"), Citation::new("GDPR 44–49")],
        anchor: &["C7", "C9", "Third-country Transfers"],
        check: |c, found| {
            for (row, transfer) in c.notice.transfers() {
                if !transfer.safeguard.is_yes() {
                    found.at_with_evidence(part("recipients", row, "location.safeguard"), label(row));
                }
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
];

/// What the user calls a recipient.
fn label(row: &crate::notice::recipient::Recipient) -> String {
    if row.name.trim().is_empty() { words(&row.what) } else { row.name.trim().to_owned() }
}

#[cfg(test)]
cases! {
    "recipients-empty":
        fires "no recipient" at "recipients" => |n| n.recipients.clear();
        silent "a bookkeeper" => |n| n.recipients.truncate(1);
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
    "transfer-without-country":
        fires "somewhere outside" at "recipients.1.location.countries" => |n| transfer(n, "", Answer::Unanswered);
        silent "the United States" => |n| transfer(n, "Yhdysvallat", Answer::Unanswered);
    "transfer-without-safeguard":
        fires "not answered" at "recipients.1.location.safeguard" => |n| transfer(n, "Yhdysvallat", Answer::Unanswered);
        fires "none, it seems" at "recipients.1.location.safeguard" => |n| transfer(n, "Yhdysvallat", Answer::No);
        silent "standard clauses" => |n| transfer(n, "Intia", Answer::Yes(Safeguard::StandardClauses));
    "disclosures-unanswered":
        fires "not answered" at "disclosures" => |n| n.disclosures = Answer::Unanswered;
        fires "I do not know" at "disclosures" => |n| n.disclosures = Answer::Unknown;
        silent "none" => |n| n.disclosures = Answer::No;
    "disclosures-empty":
        fires "yes, but to whom?" at "disclosures.list" => |n| n.disclosures = disclosed(list(&[]));
        silent "to a named firm" => |n| n.disclosures = disclosed(list(&["Perintä Oy"]));
}
