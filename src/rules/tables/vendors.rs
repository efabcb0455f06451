//! Services that are named anywhere in the notice: they get data, and so must be listed as recipients with their location.
//!
//! So must whoever gets data when its time is over. Law: GDPR 13(1)(e)–(f), 44–49. Which services process data outside the EEA is a dated fact in `content/vendors.toml`.

use crate::content::patterns::{self, Phrase};
use crate::content::rule_id;
use crate::lang::Lang;
use crate::law::Citation;
use crate::notice::recipient::{Location, Role};
use crate::rules::Kind::Conflict;
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::field::{column, words_or_list};
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
    Rule {
        id: rule_id::RECIPIENT_ONLY_IN_RETENTION,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(e)")],
        anchor: &["C15", "Data Recipients"],
        check: |c, found| {
            let own_use = |role| matches!(role, Role::Controller | Role::Joint | Role::Authority);
            let listed =
                c.notice.recipients.iter().filter_map(|row| row.role.yes()).any(|role| own_use(*role))
                    || c.notice.disclosures.is_yes()
                    || TELL_WHO.into_iter().any(|section| c.text.says(section, patterns::TAKES_OVER));
            let recipients = words_or_list(c.notice, SectionId::Recipients, "recipients");
            let mut handed = c.text.hits_in(SectionId::Retention, patterns::HANDED_OVER);
            if let Some(hit) = handed.find(|_| !listed) {
                found.at_hit(recipients, &hit);
            }
            // Every sentence on keeping names a time or says that data is erased.
            let services: Vec<_> = c.text.services().map(|(hit, ..)| hit.sentence_position()).collect();
            let kinds = [patterns::PERIOD, patterns::KEPT_UNTIL, patterns::KEEPING, patterns::TOPIC_ERASURE];
            let mut kept = kinds.into_iter().flat_map(|phrase| c.text.hits_in(SectionId::Retention, phrase));
            let unlisted = |hit: &Hit<'_>| {
                let name = named_system(hit.sentence());
                !services.contains(&hit.sentence_position()) && name.is_some_and(|name| !is_told(c, name))
            };
            if let Some(hit) = kept.find(unlisted) {
                found.at_hit(recipients, &hit);
            }
        },
    },
];

/// The sections that tell who gets data.
const TELL_WHO: [SectionId; 2] = [SectionId::Recipients, SectionId::Disclosures];

/// The name of a system that a sentence names: `Esimerkki-järjestelmästä`, `Esimerkki-systemet`. Not the first word, which has a
/// capital anyway, nor a kind of system, such as `CRM-järjestelmä`.
fn named_system(sentence: &str) -> Option<&str> {
    const SYSTEMS: [&str; 6] = ["järjestelm", "ohjelm", "sovellu", "system", "program", "tjänst"];
    let mut parts = sentence.split_whitespace().skip(1).filter_map(|word| word.split_once('-'));
    let is_name = |name: &str| name.starts_with(char::is_uppercase) && name.chars().any(char::is_lowercase);
    parts.find_map(|(name, what)| {
        (is_name(name) && SYSTEMS.iter().any(|system| what.starts_with(system))).then_some(name)
    })
}

/// Whether the recipients or the disclosures name it.
fn is_told(c: &Context<'_>, name: &str) -> bool {
    let names = |text: &str| text.to_lowercase().contains(&name.to_lowercase());
    c.said.iter().filter(|said| TELL_WHO.contains(&said.section)).any(|said| {
        said.line().is_some_and(names)
            || said.own().is_some_and(|own| Lang::ALL.into_iter().any(|lang| names(own.get(lang))))
    })
}

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
    "recipient-only-in-retention":
        fires "data goes to the municipality when its time is over" at "recipients" => |n| {
            add(n, SectionId::Retention, "Asiakassuhteen päättyessä asiakirjat luovutetaan hyvinvointialueelle.");
        };
        fires "a system by its name" at "recipients" => |n| {
            add(n, SectionId::Retention, "Poistamme tiedot Esimerkki-järjestelmästä vuoden kuluttua.");
        };
        fires "recipients in own words that do not name it" at "replacements.recipients" => |n| {
            instead(n, SectionId::Recipients, "Tiedot saa tilitoimistomme.");
            instead(n, SectionId::Retention, "Poistamme tiedot Esimerkki-järjestelmästä vuoden kuluttua.");
        };
        fires "in Swedish" at "recipients" => |n| {
            say_at(n, SectionId::Retention, Lang::Sv, "Handlingarna överförs till kommunen efter två år.");
        };
        fires "a system, in Swedish" at "recipients" => |n| {
            say_at(n, SectionId::Retention, Lang::Sv, "Uppgifterna raderas ur Exempel-systemet efter ett år.");
        };
        fires "in English" at "recipients" => |n| {
            say_at(n, SectionId::Retention, Lang::En, "The files are handed over to the municipality when the care ends.");
        };
        silent "the one who takes over is told" => |n| {
            add(n, SectionId::Retention, "Asiakassuhteen päättyessä asiakirjat luovutetaan hyvinvointialueelle.");
            add(n, SectionId::Recipients, "Hyvinvointialue saa asiakirjat.");
        };
        silent "an authority is a recipient" => |n| {
            add(n, SectionId::Retention, "Asiakassuhteen päättyessä asiakirjat luovutetaan hyvinvointialueelle.");
            each(&mut n.recipients, |r| r.role = Answer::Yes(Role::Authority));
        };
        silent "the system is a recipient" => |n| {
            add(n, SectionId::Retention, "Poistamme tiedot Esimerkki-järjestelmästä vuoden kuluttua.");
            each(&mut n.recipients, |r| r.name = "Esimerkki".into());
        };
        silent "a kind of system" => |n| {
            add(n, SectionId::Retention, "Poistamme tiedot CRM-järjestelmästä vuoden kuluttua.");
        };
        silent "moved within the firm" => |n| {
            add(n, SectionId::Retention, "Vanhat kuitit siirretään lukittuun arkistoon kahden vuoden kuluttua.");
        };
        silent "a law of the authorities" => |n| {
            add(n, SectionId::Retention, "Säilytämme tiedot niin kauan kuin viranomaiset vaativat.");
        };
}
