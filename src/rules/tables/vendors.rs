//! Services that are named anywhere in the notice: they get data, and so must be listed as recipients with their location.
//!
//! Law: GDPR 13(1)(e)–(f), 44–49. Which services process data outside the EEA is a dated fact in `content/vendors.toml`.

use crate::content::patterns::Phrase;
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::recipient::Location;
use crate::rules::Kind::Conflict;
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::field::column;
use crate::rules::passages::Hit;
use crate::rules::{Context, Rule};
use crate::section::SectionId;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::VENDOR_NOT_IN_RECIPIENTS,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(e)")],
        anchor: &["C15", "Data Recipients"],
        check: |c, found| {
            for named in unlisted(c) {
                found.at_hit("recipients", &named.hit);
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
                found.at_hit("transfers", &named.hit);
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
            let named: Vec<_> = named_recipients(c).filter(|named| named.abroad).collect();
            for row in c.notice.recipients.iter().filter(|row| row.location.yes() == Some(&Location::Eea)) {
                if let Some(named) =
                    named.iter().find(|named| named.hit.passage.field.row_id() == Some(row.id))
                {
                    found.at_with_evidence(column("recipients", row, "location"), named.hit.text());
                }
            }
        },
    },
];

/// A service that a text of the firm names.
struct Named<'s> {
    hit: Hit<'s>,
    service: Phrase,
    /// Whether it processes data outside the EEA.
    abroad: bool,
    /// The first word of the service's name, in small letters.
    firm: String,
}

impl Named<'_> {
    /// Whether both belong to the same firm: the same service, or names of which the first five letters are the same, as in
    /// "Google Analytics" and "Googlen".
    fn is_of(&self, other: &Named<'_>) -> bool {
        const ALIKE: usize = 5;
        let alike = self.firm.bytes().zip(other.firm.bytes()).take_while(|(a, b)| a == b).count();
        self.service == other.service || alike >= ALIKE || self.firm == other.firm
    }
}

/// All services that are named anywhere in the notice.
fn named_services<'s>(c: &'s Context<'_>) -> impl Iterator<Item = Named<'s>> {
    c.text.services().map(|(hit, service, abroad)| {
        let first = hit.text().split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let firm = first.to_lowercase();
        Named { hit, service, abroad, firm }
    })
}

/// The services that are named among the recipients.
fn named_recipients<'s>(c: &'s Context<'_>) -> impl Iterator<Item = Named<'s>> {
    named_services(c).filter(|named| named.hit.passage.field.is_in("recipients"))
}

/// The services that are named elsewhere and are not among the recipients, each firm once. Sections in which the firm gives
/// its own details are left out: there the name may be the firm's own, or that of a social network on which to follow it.
fn unlisted<'s>(c: &'s Context<'_>) -> Vec<Named<'s>> {
    let own = [
        SectionId::Register,
        SectionId::Controller,
        SectionId::Contact,
        SectionId::Dpo,
        SectionId::JointControllers,
        SectionId::Representative,
        SectionId::Complaint,
    ];
    let listed: Vec<_> = named_recipients(c).collect();
    let mut found: Vec<Named<'s>> = Vec::new();
    for named in named_services(c) {
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
        fires "an analytics service that is no recipient" at "recipients" => |n| {
            add(n, SectionId::Cookies, "Käytämme Google Analyticsia kävijöiden laskemiseen.");
        };
        fires "the party that sets a cookie" at "recipients" => |n| each(&mut cookies(n).rows, |r| r.party = "Hotjar".into());
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
        fires "a service in the United States that is not listed" at "transfers" => |n| {
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
