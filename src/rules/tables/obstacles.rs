//! Obstacles in the way of people's rights: a form, a number of times, a price or a wait that the regulation does not allow.
//!
//! Law: GDPR 12(2)–(3), 12(5), 15(3); EDPB 01/2022 on access. Looks at all sections on rights, and elsewhere at sentences
//! that speak of a request.

use crate::content::patterns::{self, Phrase};
use crate::content::rule_id;
use crate::law::Citation;
use crate::rules::Kind::Conflict;
use crate::rules::Severity::{Blocking, Hint};
use crate::rules::passages::Hit;
use crate::rules::{Context, Rule};
use crate::section::{SectionId, Task};

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::REQUEST_FORM_DEMANDED,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(2)")],
        anchor: &[],
        check: |c, found| {
            let free = c.text.sentences(patterns::REQUEST_FORM_FREE);
            found.hits(about_rights(c, patterns::REQUEST_FORM).filter(|hit| !hit.is_in(&free)));
        },
    },
    Rule {
        id: rule_id::REQUESTS_LIMITED,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(5)"), Citation::new("GDPR 15")],
        anchor: &[],
        check: |c, found| found.hits(about_rights(c, patterns::REQUEST_LIMIT)),
    },
    Rule {
        id: rule_id::REQUEST_FEE,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(5)")],
        anchor: &[],
        check: |c, found| {
            let allowed = c.text.sentences(patterns::FEE_ALLOWED);
            found.hits(about_rights(c, patterns::FEE).filter(|hit| !hit.is_in(&allowed)));
        },
    },
    Rule {
        id: rule_id::ANSWER_TOO_LATE,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(3)")],
        anchor: &[],
        check: |c, found| {
            let answers = c.text.sentences(patterns::ANSWERING);
            let others = c.text.sentences(patterns::LONGER_BY_LAW);
            let hits = about_rights(c, patterns::LONG_ANSWER_TIME);
            found.hits(hits.filter(|hit| hit.is_in(&answers) && !hit.is_in(&others)));
        },
    },
    Rule {
        id: rule_id::REQUEST_LANGUAGES_LIMITED,
        severity: Hint,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(1)"), Citation::new("GDPR 12(2)")],
        anchor: &[],
        check: |c, found| {
            // Readers in Finland speak Finnish or Swedish: a sentence that names languages and leaves one of these out excludes them.
            let national = [patterns::IN_FINNISH, patterns::IN_SWEDISH].map(|one| c.text.sentences(one));
            let open = c.text.sentences(patterns::LANGUAGE_OPEN);
            let excludes = |hit: &Hit<'_>| national.iter().any(|sentences| !hit.is_in(sentences));
            let hits = about_rights(c, patterns::IN_LANGUAGE);
            found.hits(hits.filter(|hit| excludes(hit) && !hit.is_in(&open)));
        },
    },
];

/// The hits in what is said about rights, wherever it stands.
pub(in crate::rules) fn about_rights<'s>(
    c: &'s Context<'_>,
    phrase: Phrase,
) -> impl Iterator<Item = Hit<'s>> {
    let requests = c.text.sentences(patterns::REQUEST);
    c.text.hits(phrase).filter(move |hit| in_rights(hit) || hit.is_in(&requests))
}

/// Whether a hit is in a section on rights. The sections on complaints and on changes of the notice belong to the same task, but
/// are about no request to the firm.
fn in_rights(hit: &Hit<'_>) -> bool {
    let section = hit.passage.section;
    section.task() == Task::Rights && !matches!(section, SectionId::Changes | SectionId::Complaint)
}

#[cfg(test)]
cases! {
    "request-languages-limited":
        fires "Swedish is left out" at "additions.right-access" => |n| {
            add(n, SectionId::RightAccess, "Pyydä tietosi meiltä suomeksi tai englanniksi.");
        };
        fires "Finnish is left out" at "additions.exercising-rights" => |n| {
            add(n, SectionId::ExercisingRights, "Pyyntöjä otetaan vastaan ainoastaan ruotsin kielellä.");
        };
        fires "about a request, pasted elsewhere" at "additions.sources" => |n| {
            add(n, SectionId::Sources, "Tarkastuspyyntö tehdään suomenkielisellä hakemuksella.");
        };
        fires "in Swedish" at "additions.right-access" => |n| {
            say_at(n, SectionId::RightAccess, Lang::Sv, "Begär dina uppgifter på finska eller engelska.");
        };
        fires "in English" at "additions.right-access" => |n| {
            say_at(n, SectionId::RightAccess, Lang::En, "Send your request in English.");
        };
        silent "both, and one more" => |n| {
            add(n, SectionId::RightAccess, "Voit tehdä pyynnön suomeksi, ruotsiksi tai englanniksi.");
        };
        silent "one more language" => |n| add(n, SectionId::RightAccess, "Voit pyytää tietosi myös englanniksi.");
        silent "how we serve in general" => |n| add(n, SectionId::Purposes, "Palvelemme asiakkaita suomeksi ja englanniksi.");
        silent "both, in Swedish" => |n| {
            say_at(n, SectionId::RightAccess, Lang::Sv, "Skriv till oss på svenska eller finska.");
        };
    "request-form-demanded":
        fires "in writing" at "additions.right-access" => |n| {
            add(n, SectionId::RightAccess, "Tarkastuspyyntö tulee tehdä kirjallisena.");
        };
        fires "in writing by post" at "additions.exercising-rights" => |n| {
            add(n, SectionId::ExercisingRights, "Pyynnöt on lähetettävä kirjallisesti postitse osoitteeseen Esimerkkikatu 2.");
        };
        fires "in person only" at "additions.right-erasure" => |n| {
            add(n, SectionId::RightErasure, "Voit pyytää tietojesi poistamista vain käymällä henkilökohtaisesti toimistollamme.");
        };
        fires "a written request" at "other-rights.1" => |n| n.other_rights = list(&["Toimita kirjallinen pyyntö yhteyshenkilölle."]);
        fires "not by e-mail" at "additions.right-portability" => |n| {
            add(n, SectionId::RightPortability, "Emme ota siirtopyyntöjä vastaan sähköpostilla.");
        };
        fires "among the purposes" at "additions.purposes" => |n| {
            add(n, SectionId::Purposes, "Korjauspyyntö on tehtävä kirjallisesti.");
        };
        fires "in Swedish" at "additions.right-access" => |n| {
            say_at(n, SectionId::RightAccess, Lang::Sv, "Begäran ska lämnas skriftligen.");
        };
        fires "by post in Swedish" at "additions.right-rectification" => |n| {
            say_at(n, SectionId::RightRectification, Lang::Sv, "Rättelse begärs endast per post.");
        };
        fires "in English" at "additions.right-access" => |n| {
            say_at(n, SectionId::RightAccess, Lang::En, "Requests for access must be made in writing.");
        };
        fires "in person in English" at "additions.right-objection" => |n| {
            say_at(n, SectionId::RightObjection, Lang::En, "You can object only in person at our office.");
        };
        silent "one of several ways" => |n| {
            add(n, SectionId::RightAccess, "Pyyntö tulee tehdä kirjallisesti tai puhelimitse.");
        };
        silent "what people may do" => |n| add(n, SectionId::RightAccess, "Voit tehdä pyynnön kirjallisesti.");
        silent "no form is needed" => |n| {
            add(n, SectionId::ExercisingRights, "Pyyntöä ei tarvitse tehdä kirjallisesti.");
        };
        silent "a copy in writing" => |n| add(n, SectionId::RightAccess, "Sinulla on oikeus saada tiedot kirjallisesti.");
        silent "an order in writing" => |n| add(n, SectionId::Purposes, "Tilaus tulee tehdä kirjallisesti.");
    "requests-limited":
        fires "once a year" at "additions.right-access" => |n| {
            add(n, SectionId::RightAccess, "Voit tarkastaa tietosi maksutta kerran vuodessa.");
        };
        fires "in a calendar year" at "additions.exercising-rights" => |n| {
            add(n, SectionId::ExercisingRights, "Tiedot annetaan kerran kalenterivuoden aikana.");
        };
        fires "in Swedish" at "additions.right-access" => |n| {
            say_at(n, SectionId::RightAccess, Lang::Sv, "Du kan se dina uppgifter en gång om året.");
        };
        fires "in English" at "additions.right-access" => |n| {
            say_at(n, SectionId::RightAccess, Lang::En, "You can ask for access once a year.");
        };
        silent "what the firm does once a year" => |n| add(n, SectionId::Changes, "Tarkistamme selosteen kerran vuodessa.");
        silent "always" => |n| add(n, SectionId::RightAccess, "Voit tarkastaa tietosi milloin tahansa.");
    "request-fee":
        fires "a price" at "additions.right-access" => |n| {
            add(n, SectionId::RightAccess, "Tietojen tarkastamisesta peritään 30 euroa.");
        };
        fires "costs" at "additions.exercising-rights" => |n| {
            add(n, SectionId::ExercisingRights, "Pyynnöistä veloitetaan käsittelykulut.");
        };
        fires "in Swedish" at "additions.right-access" => |n| {
            say_at(n, SectionId::RightAccess, Lang::Sv, "För en begäran tar vi ut en avgift.");
        };
        fires "in English" at "additions.right-access" => |n| {
            say_at(n, SectionId::RightAccess, Lang::En, "We charge 20 euros for a copy of your data.");
        };
        silent "where the regulation allows it" => |n| {
            add(n, SectionId::RightAccess, "Jos pyyntö on ilmeisen kohtuuton, perimme kohtuullisen maksun.");
        };
        silent "none" => |n| add(n, SectionId::RightAccess, "Emme peri pyynnöstä maksua.");
        silent "none, in English" => |n| say_at(n, SectionId::RightAccess, Lang::En, "We do not charge a fee for this.");
        silent "the price of an order" => |n| add(n, SectionId::Provision, "Toimituksesta veloitetaan 5 euroa.");
    "answer-too-late":
        fires "three months" at "additions.exercising-rights" => |n| {
            add(n, SectionId::ExercisingRights, "Vastaamme pyyntöön kolmen kuukauden kuluessa.");
        };
        fires "ninety days" at "additions.right-rectification" => |n| {
            add(n, SectionId::RightRectification, "Korjaamme tiedot 90 päivän sisällä.");
        };
        fires "in Swedish" at "additions.right-access" => |n| {
            say_at(n, SectionId::RightAccess, Lang::Sv, "Vi svarar inom två månader.");
        };
        fires "in English" at "additions.right-access" => |n| {
            say_at(n, SectionId::RightAccess, Lang::En, "We reply within 3 months.");
        };
        silent "one month" => |n| add(n, SectionId::ExercisingRights, "Vastaamme kuukauden kuluessa.");
        silent "two weeks" => |n| add(n, SectionId::ExercisingRights, "Vastaamme 2 viikon kuluessa.");
        silent "a longer time that the law allows" => |n| {
            add(n, SectionId::ExercisingRights, "Monimutkaisiin pyyntöihin vastaamme kolmen kuukauden kuluessa.");
        };
        silent "an authority's time" => |n| {
            add(n, SectionId::OtherRights, "Jos valvontaviranomainen ei vastaa kolmen kuukauden kuluessa, voit valittaa.");
        };
}
