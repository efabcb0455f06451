//! How things are worded: vague terms, exaggerated promises, parties without a name, terms and addresses of a repealed law.
//!
//! Law: GDPR 5(1)(a), 12(1)–(2), 12(4), 13(1)(c), 13(1)(e), 13(2)(d), 14(2)(f), 77; WP260 rev.01 on clear and plain language.

use crate::content::patterns;
use crate::content::rule_id;
use crate::law::Citation;
use crate::rules::Kind::Conflict;
use crate::rules::Severity::{Blocking, Hint, Warning};
use crate::rules::passages::Hit;
use crate::rules::{Context, Rule};
use crate::section::{SectionId, Task};

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::VAGUE_WORDING,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(1)"), Citation::new("GDPR 13(1)(c)")],
        anchor: &[],
        check: |c, found| {
            found.hits(vague(c).filter(in_key_section));
        },
    },
    Rule {
        id: rule_id::VAGUE_WORDING_ELSEWHERE,
        severity: Hint,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(1)")],
        anchor: &[],
        check: |c, found| {
            found.hits(vague(c).filter(|hit| !in_key_section(hit)));
        },
    },
    Rule {
        id: rule_id::ABSOLUTE_PROMISE,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 5(1)(a)")],
        anchor: &[],
        check: |c, found| found.hits(c.text.hits(patterns::ABSOLUTE).filter(is_text)),
    },
    Rule {
        id: rule_id::PARTY_UNNAMED,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(e)"), Citation::new("GDPR 14(2)(f)")],
        anchor: &["C15", "Data Recipients"],
        check: |c, found| {
            // A sentence that contradicts itself is found by other rules.
            let contradictions =
                [patterns::TRANSFER_UNLESS, patterns::DISCLOSURE_UNLESS].map(|group| c.text.sentences(group));
            let contradicts = |hit: &Hit<'_>| contradictions.iter().any(|sentences| hit.is_in(sentences));
            let hits = c.text.hits(patterns::UNNAMED_PARTY).filter(is_text);
            let hits = hits.filter(|hit| in_key_section(hit) && !names_somebody(hit));
            found.hits(hits.filter(|hit| !contradicts(hit)));
        },
    },
    Rule {
        id: rule_id::CUSTOMER_SERVICE_UNREACHABLE,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(2)")],
        anchor: &[],
        check: |c, found| {
            let mut hits = c.text.hits(patterns::TO_CUSTOMER_SERVICE).filter(is_text);
            // If the contact is called customer service, its details say where to write; other rules find missing details.
            let is_contact = c.text.hits(patterns::CUSTOMER_SERVICE).any(|hit| !is_text(&hit));
            // One address is enough, so this is reported once.
            if !is_contact && let Some(hit) = hits.find(|hit| !has_channel(hit)) {
                found.hit(&hit);
            }
        },
    },
    Rule {
        id: rule_id::ROLES_MIXED,
        severity: Hint,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(1)")],
        anchor: &[],
        check: |c, found| {
            use patterns::{ROLE_CONTACT, ROLE_KEEPER, ROLE_RESPONSIBLE, TO_CUSTOMER_SERVICE};
            let roles = [ROLE_CONTACT, ROLE_RESPONSIBLE, ROLE_KEEPER, TO_CUSTOMER_SERVICE];
            let named = roles.map(|role| c.text.hits(role).find(is_text).map(|hit| hit.text().to_owned()));
            let named: Vec<_> = named.into_iter().flatten().collect();
            if named.len() > 2 {
                found.at_with_evidence("contact.name", named.join(", "));
            }
        },
    },
    Rule {
        id: rule_id::AUTHORITY_OUTDATED,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(2)(d)")],
        anchor: &[],
        // Names and addresses are left out: the firm itself may have its address there.
        check: |c, found| found.hits(c.text.hits(patterns::OLD_AUTHORITY).filter(is_text)),
    },
    Rule {
        id: rule_id::REPEALED_LAW,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(1)"), Citation::new("GDPR 12(4)")],
        anchor: &[],
        check: |c, found| found.hits(c.text.hits(patterns::OLD_LAW).filter(is_text)),
    },
    Rule {
        id: rule_id::COMPLAINT_WORD_OLD,
        severity: Hint,
        kind: Conflict,
        law: &[Citation::new("GDPR 77")],
        anchor: &[],
        // Only in this section: in others a care firm may mean the complaints that it answers itself.
        check: |c, found| found.hits(c.text.hits_in(SectionId::Complaint, patterns::OLD_COMPLAINT_WORD)),
    },
];

/// The vague words, without those that only look like one.
fn vague<'s>(c: &'s Context<'_>) -> impl Iterator<Item = Hit<'s>> {
    let start = |hit: &Hit<'_>| (hit.sentence_position(), hit.span().start);
    let otherwise: Vec<_> = c.text.hits(patterns::BRINGS_BEFORE).map(|hit| start(&hit)).collect();
    c.text.hits(patterns::VAGUE).filter(move |hit| is_text(hit) && !otherwise.contains(&start(hit)))
}

/// Whether a hit is in a text in some language, not in a name or an address.
fn is_text(hit: &Hit<'_>) -> bool {
    hit.passage.lang.is_some()
}

/// Whether a hit is in a section by which readers decide: why, what, from whom, to whom, how long.
fn in_key_section(hit: &Hit<'_>) -> bool {
    let section = hit.passage.section;
    let secured = matches!(section, SectionId::SecurityManual | SectionId::SecurityElectronic);
    !secured && !matches!(section.task(), Task::Firm | Task::Rights)
}

/// Whether a name follows within 25 words: `yhteistyökumppanille, Posti Oyj`.
fn names_somebody(hit: &Hit<'_>) -> bool {
    const SOON: usize = 25;
    let mut words = hit.rest_of_sentence().split_whitespace().skip(1).take(SOON);
    words.any(|word| word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase))
}

/// Whether the sentence says how to reach them: an e-mail address or a phone number.
fn has_channel(hit: &Hit<'_>) -> bool {
    let sentence = hit.sentence();
    sentence.contains('@') || sentence.chars().filter(char::is_ascii_digit).count() > 4
}

#[cfg(test)]
cases! {
    "vague-wording":
        fires "may be used" at "additions.purposes" => |n| add(n, SectionId::Purposes, "Tietoja voidaan käyttää kehittämiseen.");
        fires "as far as applicable" at "recipients.1.what" => |n| {
            each(&mut n.recipients, |row| row.what = said("kumppanit soveltuvin osin"));
        };
        fires "an abbreviation" at "retention.1.ground" => |n| each(&mut n.retention, |row| row.ground = said("kirjanpito ym."));
        fires "a word with a soft hyphen in it" at "additions.purposes" => |n| {
            add(n, SectionId::Purposes, "Tietoja mahdolli\u{ad}sesti yhdistetään.");
        };
        fires "in Swedish" at "additions.recipients" => |n| {
            n.languages = vec![Lang::Sv];
            n.additions.insert(SectionId::Recipients, Localized::only(Lang::Sv, "Uppgifter kan komma att lämnas ut, t.ex. till banker."));
        };
        fires "in English" at "additions.recipients" => |n| {
            n.languages = vec![Lang::En];
            n.additions.insert(SectionId::Recipients, Localized::only(Lang::En, "We may share data, e.g. with banks."));
        };
        silent "a plain sentence" => |n| add(n, SectionId::Purposes, "Käytämme ostohistoriaa tuotteiden suositteluun.");
        silent "what cannot be done" => |n| n.provision.consequence = said("Ilman tietoja sopimusta ei voida tehdä.");
        silent "a Finnish word in an English list" => |n| n.data_content = list(&["some-tilin nimi"]);
        silent "a month" => |n| {
            n.languages = vec![Lang::En];
            n.additions.insert(SectionId::Retention, Localized::only(Lang::En, "We erase data in May 2027."));
        };
    "vague-wording-elsewhere":
        fires "in a text about rights" at "additions.right-access" => |n| {
            add(n, SectionId::RightAccess, "Tarkastamme pyynnön tarvittaessa.");
        };
        fires "a vague word before the same word" at "additions.right-access" => |n| {
            add(n, SectionId::RightAccess, "Tarkastus saattaa viivästyä. Voit saattaa asian ratkaistavaksi.");
        };
        fires "in Swedish" at "additions.changes" => |n| say(n, Lang::Sv, "Ändringarna meddelas vid behov.");
        fires "in English" at "additions.changes" => |n| say(n, Lang::En, "We tell about changes where necessary.");
        silent "bringing a matter before the authority" => |n| {
            add(n, SectionId::RightRectification, "Voit saattaa epäämisen tietosuojavaltuutetun ratkaistavaksi.");
            add(n, SectionId::OtherRights, "Asianomainen voi saattaa asian tuomioistuimen käsiteltäväksi.");
        };
        silent "what readers may do" => |n| add(n, SectionId::RightAccess, "Voit pyytää tietosi sähköpostilla.");
        silent "where it weighs more" => |n| add(n, SectionId::Purposes, "Tietoja voidaan käyttää.");
    "absolute-promise":
        fires "everybody has signed" at "security-electronic.1" => |n| {
            n.security_electronic = list(&["Jokainen käyttäjä on allekirjoittanut salassapitositoumuksen."]);
        };
        fires "fireproof" at "security-manual.1" => |n| n.security_manual = list(&["Paloturvalliset tilat."]);
        fires "in Swedish" at "additions.changes" => |n| say(n, Lang::Sv, "Vi garanterar att uppgifterna är säkra.");
        fires "in English" at "additions.changes" => |n| say(n, Lang::En, "Your data is 100% safe.");
        silent "what is done" => |n| n.security_manual = list(&["Lukittu kaappi."]);
    "party-unnamed":
        fires "partners" at "additions.purposes" => |n| add(n, SectionId::Purposes, "Tietoja siirtyy yhteistyökumppanin palvelimille.");
        fires "authorities and firms" at "sources.1.what" => |n| {
            each(&mut n.sources, |row| row.what = said("päivitykset viranomaisilta ja yrityksiltä"));
        };
        fires "in Swedish" at "additions.recipients" => |n| {
            n.languages = vec![Lang::Sv];
            n.additions.insert(SectionId::Recipients, Localized::only(Lang::Sv, "Uppgifter lämnas till våra samarbetspartner."));
        };
        fires "in English" at "additions.recipients" => |n| {
            n.languages = vec![Lang::En];
            n.additions.insert(SectionId::Recipients, Localized::only(Lang::En, "We share data with our partners."));
        };
        silent "a partner with a name" => |n| add(n, SectionId::Purposes, "Annamme osoitteen yhteistyökumppanille, joka on Posti Oyj.");
        silent "a kind of firm" => |n| add(n, SectionId::Purposes, "Annamme osoitteen kuljetusyritykselle.");
    "customer-service-unreachable":
        fires "no address for it" at "additions.right-access" => |n| {
            add(n, SectionId::RightAccess, "Lähetä pyyntö yrityksen asiakaspalveluun.");
        };
        fires "in Swedish" at "additions.changes" => |n| say(n, Lang::Sv, "Kontakta vår kundtjänst.");
        fires "in English" at "additions.changes" => |n| say(n, Lang::En, "Ask our customer service.");
        silent "as a purpose" => |n| add(n, SectionId::Purposes, "Asiakaspalvelu: kysymyksiin vastaaminen.");
        silent "with its address" => |n| add(n, SectionId::RightAccess, "Kysy asiakaspalvelusta, apu@yritys.example.");
        silent "it is the contact" => |n| {
            n.contact.name = "Asiakaspalvelu".into();
            add(n, SectionId::RightAccess, "Lähetä pyyntö yrityksen asiakaspalveluun.");
        };
    "roles-mixed":
        fires "three different roles" at "contact.name" => |n| {
            add(n, SectionId::RightAccess, "Kysy rekisterin yhteyshenkilöltä.");
            add(n, SectionId::RightRectification, "Kysy vastuuhenkilöltä tai asiakaspalvelusta.");
        };
        silent "one of them" => |n| add(n, SectionId::RightAccess, "Kysy yhteyshenkilöltä.");
    "authority-outdated":
        fires "the old street" at "additions.complaint" => |n| add(n, SectionId::Complaint, "PL 800, Ratapihantie 9, Helsinki");
        fires "the old code" at "additions.complaint" => |n| say_at(n, SectionId::Complaint, Lang::En, "PO Box 800, 00521 Helsinki");
        fires "the old street in Swedish" at "additions.complaint" => |n| {
            say_at(n, SectionId::Complaint, Lang::Sv, "Bangårdsvägen 9, Helsingfors");
        };
        silent "the present address" => |n| add(n, SectionId::Complaint, "Lintulahdenkuja 4, 00530 Helsinki");
        silent "the firm lives there" => |n| n.controller.street = "Ratapihantie 9".into();
    "repealed-law":
        fires "the Personal Data Act" at "additions.changes" => |n| add(n, SectionId::Changes, "Noudatamme henkilötietolain 24 pykälää.");
        fires "its number" at "additions.changes" => |n| say(n, Lang::En, "According to act 523/1999.");
        fires "ADP" at "additions.changes" => |n| add(n, SectionId::Changes, "ATK:lla käsiteltävät tiedot.");
        fires "a certificate of refusal" at "additions.right-rectification" => |n| {
            add(n, SectionId::RightRectification, "Korjauspyynnön epäämisestä annetaan kirjallisen todistuksen muodossa tieto.");
        };
        fires "in Swedish" at "additions.changes" => |n| say(n, Lang::Sv, "Enligt personuppgiftslagen.");
        silent "the laws on personal data" => |n| add(n, SectionId::Changes, "Noudatamme henkilötietolainsäädäntöä.");
        silent "the Data Protection Act" => |n| add(n, SectionId::Changes, "Noudatamme tietosuojalakia.");
    "complaint-word-old":
        fires "kantelu" at "additions.complaint" => |n| add(n, SectionId::Complaint, "Voit tehdä kantelun.");
        fires "in Swedish" at "additions.complaint" => |n| say_at(n, SectionId::Complaint, Lang::Sv, "Du kan anföra besvär.");
        fires "in English" at "additions.complaint" => |n| say_at(n, SectionId::Complaint, Lang::En, "You can raise a grievance.");
        silent "what a care firm answers" => |n| add(n, SectionId::Purposes, "Kantelujen selvittäminen.");
        silent "valitus" => |n| add(n, SectionId::Complaint, "Voit tehdä valituksen.");
}
