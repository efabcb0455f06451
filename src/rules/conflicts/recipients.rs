//! Recipients against disclosures, roles, countries and the grounds of transfers.
//!
//! Law: GDPR 13(1)(e)–(f), 28, 44–49. Which countries have an adequacy decision is a dated fact.

use crate::content::rule_id;
use crate::law::Citation;
use crate::law::facts::{CountryStatus, country_status};
use crate::notice::recipient::{Role, Safeguard};
use crate::rules::Kind::Conflict;
use crate::rules::Rule;
use crate::rules::Severity::Warning;
use crate::rules::facts::{self, is_one_of};
use crate::rules::field::{part, row};

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::RECIPIENT_ROLE_WRONG,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(e)"), Citation::new("GDPR 28(3)")],
        anchor: &["Data Recipients"],
        check: |c, found| {
            for recipient in &c.notice.recipients {
                // Whether another one is a processor or a controller of its own, its contract says.
                let roles = recipient.role.yes().zip(facts::of(&recipient.what).role);
                if roles.is_some_and(|(said, is)| (*said == Role::Authority) != (is == Role::Authority)) {
                    found.at_with_evidence(part("recipients", recipient, "role"), recipient.name.trim());
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
            // A recipient in own words may be the one.
            if c.notice.recipients.iter().any(|recipient| recipient.what.clause_id().is_none()) {
                return;
            }
            for item in c.notice.disclosures.yes().into_iter().flat_map(|given| &given.list) {
                let to = facts::of(&item.what).recipients;
                if !to.is_empty() && !c.notice.recipients.iter().any(|row| is_one_of(&row.what, to)) {
                    found.at(row("disclosures.list", item));
                }
            }
        },
    },
    Rule {
        id: rule_id::TRANSFER_INSIDE_EEA,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(f)"), Citation::new("GDPR 44–49")],
        anchor: &["Third-country Transfers"],
        check: |c, found| {
            for (recipient, transfer) in c.notice.transfers() {
                for country in
                    transfer.named_countries().filter(|name| country_status(name) == Some(CountryStatus::Eea))
                {
                    found.at_with_evidence(part("recipients", recipient, "location.countries"), country);
                }
            }
        },
    },
    Rule {
        id: rule_id::SAFEGUARD_MISMATCH,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 45"), Citation::new("GDPR 13(1)(f)")],
        anchor: &["C7", "C10", "Third-country Transfers"],
        check: |c, found| {
            for (recipient, transfer) in c.notice.transfers() {
                let fits = |status| match transfer.safeguard.yes() {
                    Some(Safeguard::DataPrivacyFramework) => status == Some(CountryStatus::UnitedStates),
                    // A place in the EEA is another rule's finding.
                    Some(Safeguard::Adequacy) => {
                        matches!(status, Some(CountryStatus::Adequate | CountryStatus::Eea))
                    }
                    Some(
                        Safeguard::StandardClauses | Safeguard::BindingRules | Safeguard::ExplicitConsent,
                    )
                    | None => true,
                };
                if let Some(country) = transfer.named_countries().find(|name| !fits(country_status(name))) {
                    found.at_with_evidence(part("recipients", recipient, "location.safeguard"), country);
                }
            }
        },
    },
];

#[cfg(test)]
cases! {
    "recipient-role-wrong":
        fires "a tax authority that works for the firm" at "recipients.1.role" => |n| {
            each(&mut n.recipients, |r| r.what = Statement::clause("recipient.tax"));
        };
        fires "a bookkeeper with public power" at "recipients.1.role" => |n| {
            each(&mut n.recipients, |r| {
                r.what = Statement::clause("recipient.accounting");
                r.role = Answer::Yes(Role::Authority);
            });
        };
        fires "a camera service with public power" at "recipients.1.role" => |n| {
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
        fires "collection, but to whom?" at "disclosures.list.1" => |n| {
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
    "transfer-inside-eea":
        fires "Norway is in the EEA" at "recipients.1.location.countries" => |n| {
            transfer(n, " norja", Answer::Yes(Safeguard::StandardClauses));
        };
        fires "Finland, in Swedish" at "recipients.1.location.countries" => |n| transfer(n, "Finland", Answer::Unanswered);
        silent "Switzerland is not" => |n| transfer(n, "Sveitsi", Answer::Yes(Safeguard::Adequacy));
    "safeguard-mismatch":
        fires "the framework of another country" at "recipients.1.location.safeguard" => |n| {
            transfer(n, "Intia", Answer::Yes(Safeguard::DataPrivacyFramework));
        };
        fires "no decision for India" at "recipients.1.location.safeguard" => |n| {
            transfer(n, "Intia", Answer::Yes(Safeguard::Adequacy));
        };
        fires "the decision on the United States is the framework" at "recipients.1.location.safeguard" => |n| {
            transfer(n, "USA", Answer::Yes(Safeguard::Adequacy));
        };
        silent "the United Kingdom" => |n| transfer(n, "Storbritannien", Answer::Yes(Safeguard::Adequacy));
        silent "the framework" => |n| transfer(n, "Yhdysvallat", Answer::Yes(Safeguard::DataPrivacyFramework));
        silent "standard clauses hold anywhere" => |n| transfer(n, "Intia", Answer::Yes(Safeguard::StandardClauses));
}
