//! What was left in a text by mistake: blanks, guidance, markup, typing errors, repetitions, sentences of other firms.
//!
//! Law: GDPR 5(1)(a), 5(2), 12(1)–(2): true, concise and in plain language; SVPL 205 § and GDPR 7 for outdated links on cookies.

use crate::content::patterns::{self, Phrase};
use crate::content::rule_id;
use crate::law::Citation;
use crate::rules::Kind::Conflict;
use crate::rules::Rule;
use crate::rules::Severity::{Blocking, Hint, Warning};
use crate::section::{SectionId, Task};
use crate::text::HitKind;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::PLACEHOLDER_LEFT,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(1)"), Citation::new("GDPR 12(2)")],
        anchor: &[],
        check: |c, found| {
            found.hits(c.text.hits(HitKind::Blank));
            // In a list of data, "(sähköposti)" is no blank to be filled in: it names a kind of data.
            let hits = c.text.hits(patterns::PLACEHOLDER);
            found.hits(hits.filter(|hit| hit.passage.section.task() != Task::Data));
        },
    },
    Rule {
        id: rule_id::GUIDANCE_LEFT,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(1)")],
        anchor: &[],
        check: |c, found| {
            let ours = c.text.hits(HitKind::Guidance).chain(c.text.hits(patterns::GUIDANCE));
            // In a section on rights such a phrase may say what a request must contain.
            let others = c.text.hits(patterns::GUIDANCE_ELSEWHERE);
            found.hits(ours.chain(others.filter(|hit| hit.passage.section.task() != Task::Rights)));
        },
    },
    Rule {
        id: rule_id::MARKUP_IN_TEXT,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(1)")],
        anchor: &[],
        check: |c, found| found.hits(c.text.hits(HitKind::Markup)),
    },
    Rule {
        id: rule_id::COPIED_TEXT,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 5(2)"), Citation::new("GDPR 12(1)")],
        anchor: &[],
        check: |c, found| found.hits(c.text.hits(patterns::COPIED_TEXT)),
    },
    Rule {
        id: rule_id::DUPLICATE_TEXT,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(1)")],
        anchor: &[],
        check: |c, found| found.hits(c.text.hits(HitKind::Repeated)),
    },
    Rule {
        id: rule_id::TYPO_KNOWN,
        severity: Hint,
        kind: Conflict,
        law: &[],
        anchor: &[],
        check: |c, found| {
            found.hits(c.text.hits(patterns::TYPO).filter(|hit| hit.passage.lang.is_some()));
        },
    },
    Rule {
        id: rule_id::LINK_OUTDATED,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("SVPL 205 §"), Citation::new("GDPR 7")],
        anchor: &[],
        check: |c, found| found.hits(c.text.hits_in(SectionId::Cookies, patterns::OUTDATED_LINK)),
    },
    Rule {
        id: rule_id::SECTOR_MISMATCH,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 5(1)(a)"), Citation::new("GDPR 5(2)")],
        anchor: &[],
        check: |c, found| {
            let says = |what: Phrase| c.text.hits(what).next().is_some();
            if says(patterns::SECTOR_CARE) {
                let told = |section: SectionId| matches!(section.task(), Task::Purposes | Task::Data);
                found.hits(c.text.hits(patterns::SECTOR_RETAIL).filter(|hit| told(hit.passage.section)));
            }
        },
    },
];

#[cfg(test)]
cases! {
    "placeholder-left":
        fires "an address to be filled in" at "additions.purposes" => |n| {
            add(n, SectionId::Purposes, "Kiellä julkaiseminen sähköpostitse (s-postiosoite).");
        };
        fires "square brackets" at "register-name" => |n| n.register_name = own("[rekisterin nimi]");
        fires "a line to write on" at "controller.name" => |n| n.controller.name = "______ Oy".into();
        fires "a row of dots" at "contact.name" => |n| n.contact.name = "Nimi .........".into();
        fires "a row of x" at "provision.consequence" => |n| n.provision.consequence = said("Ilman tietoja xxxx.");
        fires "in Swedish" at "additions.changes" => |n| say(n, Lang::Sv, "Skicka e-post (e\u{2011}postadress).");
        fires "in English" at "additions.changes" => |n| say(n, Lang::En, "Write to us (e-mail address here): (address)");
        silent "a kind of data in brackets" => |n| n.data_content = list(&["yhteystiedot (sähköposti)"]);
        silent "an address written for people" => |n| n.contact.address = "tietosuoja[at]yritys.example".into();
        silent "a text in a language that is not published" => |n| {
            n.additions.insert(SectionId::Changes, Localized::only(Lang::Sv, "(namn)"));
        };
    "guidance-left":
        fires "a template's guidance" at "additions.consent" => |n| {
            add(n, SectionId::Consent, "Tämän informaation tulisi pitää sisällään tieto siitä, miten suostumus perutaan (7.3 art.).");
        };
        fires "in Swedish" at "additions.changes" => |n| say(n, Lang::Sv, "Beskriv här hur ändringarna meddelas.");
        fires "in English" at "additions.changes" => |n| say(n, Lang::En, "This section should say how changes are told.");
        silent "what a request must hold" => |n| add(n, SectionId::ExercisingRights, "Pyynnön tulisi sisältää nimesi.");
        silent "a citation" => |n| add(n, SectionId::RightAccess, "Oikeus perustuu asetukseen (15 art.).");
    "markup-in-text":
        fires "a paragraph" at "additions.changes" => |n| add(n, SectionId::Changes, "<p>Kerromme muutoksista.</p>");
        fires "an entity" at "provision.consequence" => |n| n.provision.consequence = said("Ilman tietoja&nbsp;ei tilausta.");
        fires "the asterisks of Markdown" at "additions.changes" => |n| add(n, SectionId::Changes, "Kerromme **aina** ajoissa.");
        silent "signs of less and more" => |n| add(n, SectionId::Changes, "Jos ikä < 18 ja > 12, kerromme huoltajalle.");
        silent "two names and an ampersand" => |n| n.controller.name = "Virta & Niemi Oy".into();
    "copied-text":
        fires "another firm's owners" at "security-electronic.1" => |n| {
            n.security_electronic = list(&["Vain nimetyt työntekijät käyttävät asiakasomistaja- ja asiakasrekisteriä."]);
        };
        fires "a firewall that protects the attackers" at "security-electronic.1" => |n| {
            n.security_electronic = list(&["Palomuuri, joka suojaa ulkopuolelta tulevia yhteydenottoja järjestelmään."]);
        };
        fires "in Swedish" at "additions.changes" => |n| say(n, Lang::Sv, "Registret gäller ägarkunder.");
        fires "in English" at "additions.changes" => |n| say(n, Lang::En, "The register is about co-op members.");
        silent "a firewall" => |n| n.security_electronic = list(&["Palomuuri suojaa järjestelmän."]);
    "duplicate-text":
        fires "the same sentence in two sections" at "additions.disclosures" => |n| {
            let text = "Asiakasrekisterin tiedot ovat vain yrityksen oman henkilöstön ja sen tilitoimiston käytössä.";
            add(n, SectionId::Sources, text);
            add(n, SectionId::Disclosures, text);
        };
        fires "a sentence with one word changed" at "additions.disclosures" => |n| {
            add(n, SectionId::Sources, "Alku. Tietoja ei anneta yrityksen ulkopuolelle muuten kuin lain tai päätöksen niin vaatiessa.");
            add(n, SectionId::Disclosures, "Tietoja ei anneta organisaation ulkopuolelle muuten kuin lain tai päätöksen niin vaatiessa.");
        };
        silent "a short one" => |n| {
            add(n, SectionId::Sources, "Ota yhteyttä Outiin.");
            add(n, SectionId::Disclosures, "Ota yhteyttä Outiin.");
        };
        silent "the same words in another language" => |n| {
            n.languages = vec![Lang::Fi, Lang::Sv];
            let text = "Asiakasrekisterin tiedot ovat vain yrityksen oman henkilöstön ja sen tilitoimiston käytössä.";
            add(n, SectionId::Sources, text);
            n.additions.insert(SectionId::Disclosures, Localized::only(Lang::Sv, text));
        };
        silent "two sentences that only begin alike" => |n| {
            add(n, SectionId::Sources, "Saamme sinua koskevat tiedot ensisijaisesti sinulta itseltäsi tilauksen yhteydessä.");
            add(n, SectionId::Disclosures, "Saamme sinua koskevat tiedot luovuttaa poliisille, kun laki siihen meidät velvoittaa.");
        };
    "typo-known":
        fires "one word in two" at "additions.changes" => |n| add(n, SectionId::Changes, "Kerromme yhteys henkilölle.");
        fires "a hyphen of a line break" at "additions.purposes" => |n| {
            add(n, SectionId::Purposes, "Tuotamme henkilökohtai\u{2011}semman sisällön.");
        };
        fires "in Swedish" at "additions.changes" => |n| say(n, Lang::Sv, "Personuppgiftansvarig meddelar.");
        fires "in English" at "additions.changes" => |n| say(n, Lang::En, "You recieve a message.");
        silent "written right" => |n| add(n, SectionId::Changes, "Kerromme yhteyshenkilölle puhelinnumerosta.");
    "link-outdated":
        fires "a page that is gone" at "additions.cookies" => |n| {
            add(n, SectionId::Cookies, "Muuta asetuksia osoitteessa https://www.google.com/settings/ads");
        };
        fires "an add-on, in Swedish" at "additions.cookies" => |n| {
            n.languages = vec![Lang::Sv];
            n.additions.insert(SectionId::Cookies, Localized::only(Lang::Sv, "Installera ett tillägg i din webbläsare."));
        };
        fires "an add-on, in English" at "additions.cookies" => |n| {
            n.languages = vec![Lang::En];
            n.additions.insert(SectionId::Cookies, Localized::only(Lang::En, "Install the browser add-on."));
        };
        silent "the firm's own page" => |n| add(n, SectionId::Cookies, "Muuta asetuksia: www.yritys.example/evasteet");
    "sector-mismatch":
        fires "social services with resellers" at "sources.1.what" => |n| {
            n.controller.name = "Esimerkin Sosiaalipalvelut Oy".into();
            each(&mut n.sources, |s| s.what = said("ostokset yrityksen liikkeissä tai jälleenmyyjillä"));
        };
        fires "in Swedish" at "additions.sources" => |n| {
            say_at(n, SectionId::Sources, Lang::Sv, "Patienternas inköp i vår butik.");
        };
        fires "in English" at "additions.sources" => |n| {
            say_at(n, SectionId::Sources, Lang::En, "Patients and their purchases in our shop.");
        };
        silent "a shop" => |n| each(&mut n.sources, |s| s.what = said("ostokset liikkeessämme"));
        silent "social services" => |n| n.controller.name = "Esimerkin Sosiaalipalvelut Oy".into();
}
