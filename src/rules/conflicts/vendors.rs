//! Services that are named anywhere against the recipients: who is named gets data, and must be listed with a place.
//!
//! Law: GDPR 13(1)(e)–(f). Which services process data outside the EEA is a dated fact of `content/vendors.toml`.

use crate::content::patterns::Phrase;
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::recipient::Location;
use crate::rules::Kind::Conflict;
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::field::part;
use crate::rules::passages::Hit;
use crate::rules::{Context, Rule};
use crate::section::SectionId as S;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::VENDOR_NOT_IN_RECIPIENTS,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(e)")],
        anchor: &["C15", "Data Recipients"],
        check: |c, found| {
            for named in unlisted(c) {
                found.at_with_evidence("recipients", named.hit.excerpt());
            }
        },
    },
    Rule {
        id: rule_id::VENDOR_NOT_IN_TRANSFERS,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(f)"), Citation::new("GDPR 44–49")],
        anchor: &["C6", "Third-country Transfers"],
        check: |c, found| {
            for named in unlisted(c).iter().filter(|named| named.abroad) {
                found.at_with_evidence("transfers", named.hit.excerpt());
            }
        },
    },
    Rule {
        id: rule_id::VENDOR_SAID_TO_BE_IN_EEA,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(f)"), Citation::new("GDPR 44–49")],
        anchor: &["C6", "Third-country Transfers"],
        check: |c, found| {
            let named: Vec<_> = listed(c).filter(|named| named.abroad).collect();
            for row in c.notice.recipients.iter().filter(|row| row.location.yes() == Some(&Location::Eea)) {
                if let Some(named) =
                    named.iter().find(|named| named.hit.passage.field.row_id() == Some(row.id))
                {
                    found.at_with_evidence(part("recipients", row, "location"), named.hit.text());
                }
            }
        },
    },
];

/// A service that is named.
struct Named<'s> {
    hit: Hit<'s>,
    service: Phrase,
    abroad: bool,
    /// The first word of the name, in small letters.
    firm: String,
}

impl Named<'_> {
    /// Whether both are of the same firm: the same service, or names that begin alike, as those of Google do.
    fn is_of(&self, other: &Named<'_>) -> bool {
        const ALIKE: usize = 5;
        let alike = self.firm.bytes().zip(other.firm.bytes()).take_while(|(a, b)| a == b).count();
        self.service == other.service || alike >= ALIKE || self.firm == other.firm
    }
}

/// The services that are named anywhere.
fn all<'s>(c: &'s Context<'_>) -> impl Iterator<Item = Named<'s>> {
    c.text.services().map(|(hit, service, abroad)| {
        let first = hit.text().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let firm = first.to_lowercase();
        Named { hit, service, abroad, firm }
    })
}

/// Those among the recipients.
fn listed<'s>(c: &'s Context<'_>) -> impl Iterator<Item = Named<'s>> {
    all(c).filter(|named| named.hit.passage.field.is_in("recipients"))
}

/// Those that are named elsewhere and are no recipients, each firm once. Where the firm speaks of itself, a name may be
/// its own, or where to follow it.
fn unlisted<'s>(c: &'s Context<'_>) -> Vec<Named<'s>> {
    let own = [
        S::Register,
        S::Controller,
        S::Contact,
        S::Dpo,
        S::JointControllers,
        S::Representative,
        S::Complaint,
    ];
    let listed: Vec<_> = listed(c).collect();
    let mut found: Vec<Named<'s>> = Vec::new();
    for named in all(c) {
        let elsewhere =
            !named.hit.passage.field.is_in("recipients") && !own.contains(&named.hit.passage.section);
        if elsewhere && !listed.iter().chain(&found).any(|other| other.is_of(&named)) {
            found.push(named);
        }
    }
    found
}

#[cfg(test)]
cases! {
    "vendor-not-in-recipients":
        fires "analytics that nobody gets" at "recipients" => |n| {
            add(n, SectionId::Cookies, "Käytämme Google Analyticsia kävijöiden laskemiseen.");
        };
        fires "whose cookie it is" at "recipients" => |n| each(&mut cookies(n).rows, |r| r.party = "Hotjar".into());
        fires "in Swedish, with an ending" at "recipients" => |n| say(n, Lang::Sv, "Breven skickas med Mailchimps verktyg.");
        fires "in English" at "recipients" => |n| say(n, Lang::En, "We book with Calendly.");
        silent "listed by name" => |n| {
            add(n, SectionId::Cookies, "Käytämme Google Analyticsia kävijöiden laskemiseen.");
            each(&mut n.recipients, |r| r.name = "Google".into());
        };
        silent "listed under another name of the same firm" => |n| {
            add(n, SectionId::Cookies, "Facebook saa tiedon käynnistä.");
            each(&mut n.recipients, |r| r.name = "Meta Pixel".into());
        };
        silent "the firm's own pages" => |n| n.controller.website = "www.facebook.com/esimerkki".into();
        silent "a word of everyday language" => |n| add(n, SectionId::Changes, "Ilmoitamme muutoksista kirjeellä, jonka posti tuo.");
    "vendor-not-in-transfers":
        fires "in the United States, and nobody knows" at "transfers" => |n| {
            add(n, SectionId::Cookies, "Käytämme Google Analyticsia kävijöiden laskemiseen.");
        };
        silent "in the EEA" => |n| add(n, SectionId::Cookies, "Käytämme Hotjaria.");
        silent "listed with its country" => |n| {
            add(n, SectionId::Cookies, "Käytämme Google Analyticsia kävijöiden laskemiseen.");
            each(&mut n.recipients, |r| r.name = "Google Analytics".into());
            transfer(n, "Yhdysvallat", Answer::Yes(Safeguard::DataPrivacyFramework));
        };
    "vendor-said-to-be-in-eea":
        fires "an American service" at "recipients.1.location" => |n| each(&mut n.recipients, |r| r.name = "Mailchimp".into());
        silent "a Finnish one" => |n| each(&mut n.recipients, |r| r.name = "Procountor".into());
        silent "in its country" => |n| {
            each(&mut n.recipients, |r| r.name = "Mailchimp".into());
            transfer(n, "Yhdysvallat", Answer::Yes(Safeguard::StandardClauses));
        };
}
