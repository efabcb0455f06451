//! Transfers outside the EEA: to which countries, and on what legal ground.
//!
//! Law: GDPR 13(1)(f), 44–49. A transfer is part of a recipient's answers, and most findings are mended there. Which
//! countries have an adequacy decision is a dated fact in `law::facts`.

use crate::content::patterns;
use crate::content::rule_id;
use crate::law::Citation;
use crate::law::facts::{CountryStatus, country_status};
use crate::notice::path::FieldPath;
use crate::notice::recipient::Safeguard;
use crate::rules::Kind::{Conflict, Gap};
use crate::rules::Rule;
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::field::column;
use crate::rules::labels::recipient_label;
use crate::section::SectionId;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::TRANSFERS_UNTOLD,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)(f)")],
        anchor: &["C6", "Third-country Transfers"],
        check: |c, found| {
            // This section is composed from the rows of recipients: own words on recipients leave it empty.
            let in_prose = |section| c.adds_to(section) || c.notice.is_replaced(section);
            let only_in_prose = c.notice.recipients.is_empty() && in_prose(SectionId::Recipients);
            if only_in_prose && !in_prose(SectionId::Transfers) {
                found.at(FieldPath::section_of(SectionId::Transfers));
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
                    found.at_with_evidence(
                        column("recipients", row, "location.countries"),
                        recipient_label(row),
                    );
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
                    found.at_with_evidence(
                        column("recipients", row, "location.safeguard"),
                        recipient_label(row),
                    );
                }
            }
        },
    },
    Rule {
        id: rule_id::TRANSFER_DENIED,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(f)"), Citation::new("GDPR 5(1)(a)")],
        anchor: &["C6", "Third-country Transfers"],
        check: |c, found| {
            if c.notice.transfers().next().is_some() {
                found.hits(c.text.hits_without(patterns::NO_TRANSFER, patterns::TRANSFER_UNLESS));
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
                    found.at_with_evidence(column("recipients", recipient, "location.countries"), country);
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
                    // A country in the EEA is found by `TRANSFER_INSIDE_EEA`.
                    Some(Safeguard::Adequacy) => {
                        matches!(status, Some(CountryStatus::Adequate | CountryStatus::Eea))
                    }
                    Some(
                        Safeguard::StandardClauses | Safeguard::BindingRules | Safeguard::ExplicitConsent,
                    )
                    | None => true,
                };
                if let Some(country) = transfer.named_countries().find(|name| !fits(country_status(name))) {
                    found.at_with_evidence(column("recipients", recipient, "location.safeguard"), country);
                }
            }
        },
    },
];

#[cfg(test)]
cases! {
    "transfers-untold":
        fires "recipients in own words, and no word on where they are" at "transfers" => |n| {
            n.recipients.clear();
            add(n, SectionId::Recipients, "Tiedot saa tilitoimistomme.");
        };
        fires "own words instead of our text" at "transfers" => |n| {
            n.recipients.clear();
            instead(n, SectionId::Recipients, "Tiedot saa tilitoimistomme.");
        };
        silent "told in own words too" => |n| {
            n.recipients.clear();
            add(n, SectionId::Recipients, "Tiedot saa tilitoimistomme.");
            add(n, SectionId::Transfers, "Tiedot pysyvät EU:ssa.");
        };
        silent "a row says where" => |n| add(n, SectionId::Recipients, "Tiedot saa tilitoimistomme.");
        silent "no recipient at all, which another rule says" => |n| n.recipients.clear();
    "transfer-without-country":
        fires "somewhere outside" at "recipients.1.location.countries" => |n| transfer(n, "", Answer::Unanswered);
        silent "the United States" => |n| transfer(n, "Yhdysvallat", Answer::Unanswered);
    "transfer-without-safeguard":
        fires "not answered" at "recipients.1.location.safeguard" => |n| transfer(n, "Yhdysvallat", Answer::Unanswered);
        fires "none, it seems" at "recipients.1.location.safeguard" => |n| transfer(n, "Yhdysvallat", Answer::No);
        silent "standard clauses" => |n| transfer(n, "Intia", Answer::Yes(Safeguard::StandardClauses));
    "transfer-denied":
        fires "said not to happen, beside a recipient in India" at "additions.transfers" => |n| {
            transfer(n, "Intia", Answer::Yes(Safeguard::StandardClauses));
            add(n, SectionId::Transfers, "Tietoja ei siirretä EU:n ulkopuolelle.");
        };
        fires "in Swedish" at "additions.changes" => |n| {
            transfer(n, "Intia", Answer::Yes(Safeguard::StandardClauses));
            say(n, Lang::Sv, "Uppgifter överförs inte till länder utanför EU.");
        };
        fires "in English" at "additions.changes" => |n| {
            transfer(n, "Intia", Answer::Yes(Safeguard::StandardClauses));
            say(n, Lang::En, "Data is not transferred outside the EU.");
        };
        silent "nowhere" => |n| add(n, SectionId::Transfers, "Tietoja ei siirretä EU:n ulkopuolelle.");
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
