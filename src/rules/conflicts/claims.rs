//! What the firm says in its own words against what it answered: only, never, not, and other claims.
//!
//! Law: GDPR 5(1)(a), 13(1)(b)–(f); Tietosuojalaki 29 §. A sentence that only denies something is no mention of it.

use crate::content::patterns::{self, Phrase};
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::purpose::BasisKind;
use crate::notice::recipient::Role;
use crate::rules::Kind::Conflict;
use crate::rules::Rule;
use crate::rules::Severity::{Blocking, Warning};
use crate::section::{SectionId as S, Task};

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::DPO_DENIED,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(b)"), Citation::new("GDPR 37(1)")],
        anchor: &["C19", "DPO Contact"],
        check: |c, found| {
            if c.notice.dpo.is_no() {
                found.hits(c.text.hits_without(patterns::OFFICER, patterns::NO_OFFICER));
            }
        },
    },
    Rule {
        id: rule_id::ONLY_BESIDE_SEVERAL_PURPOSES,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 5(1)(a)"), Citation::new("GDPR 13(1)(c)")],
        anchor: &["C18", "Processing Purpose"],
        check: |c, found| {
            if c.notice.purposes.len() > 1 {
                found.hits(c.text.hits_in(S::Purposes, patterns::ONLY));
            }
        },
    },
    Rule {
        id: rule_id::INTEREST_IS_A_RELATION,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(d)"), Citation::new("GDPR 14(2)(b)")],
        anchor: &["Legitimate Interests"],
        check: |c, found| {
            // Longer words may name a relation and say what is gained from it.
            const SHORT: usize = 40;
            let short = |text: &str| text.trim().chars().count() < SHORT;
            let interests: Vec<_> = c
                .notice
                .purposes
                .iter()
                .filter(|row| {
                    row.basis.yes().is_some_and(|basis| basis.kind() == BasisKind::LegitimateInterests)
                })
                .map(|row| row.id)
                .collect();
            let hits = c.text.hits(patterns::RELATION).filter(|hit| {
                let of = hit.passage;
                let detail = of.field.is_column("purposes", "basis.interest")
                    && of.field.row_id().is_some_and(|row| interests.contains(&row));
                let addition = of.section == S::LegitimateInterests && !interests.is_empty();
                (detail || addition) && short(of.text)
            });
            found.hits(hits);
        },
    },
    Rule {
        id: rule_id::DISCLOSURE_DENIED,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(e)"), Citation::new("GDPR 5(1)(a)")],
        anchor: &["C15", "Data Recipients"],
        check: |c, found| {
            let own_use = c.notice.recipients.iter().any(|row| row.role.yes() == Some(&Role::Controller));
            if own_use || c.notice.disclosures.is_yes() {
                let unless = c.text.sentences(patterns::DISCLOSURE_UNLESS);
                let denied = c.text.hits_without(patterns::NO_DISCLOSURE, patterns::NO_DISCLOSURE_OF_A_KIND);
                found.hits(denied.filter(|hit| !hit.is_in(&unless)));
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
        id: rule_id::IDENTITY_CODE_SOLE_MEANS,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("Tietosuojalaki 29 §")],
        anchor: &[],
        check: |c, found| found.hits(c.text.hits(patterns::SOLE_MEANS)),
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
                let told = |section: S| matches!(section.task(), Task::Purposes | Task::Data);
                found.hits(c.text.hits(patterns::SECTOR_RETAIL).filter(|hit| told(hit.passage.section)));
            }
        },
    },
];

#[cfg(test)]
cases! {
    "dpo-denied":
        fires "the contact is the officer" at "contact.name" => |n| n.contact.name = "Tietosuojavastaava Outi Esimerkki".into();
        fires "in Swedish" at "additions.changes" => |n| say(n, Lang::Sv, "Fråga vårt dataskyddsombud.");
        fires "in English" at "additions.changes" => |n| say(n, Lang::En, "Ask our data protection officer.");
        silent "there is one" => |n| {
            n.dpo = Answer::Yes(n.contact.clone());
            n.contact.name = "Tietosuojavastaava".into();
        };
        silent "there is none" => |n| add(n, SectionId::Dpo, "Emme ole nimenneet tietosuojavastaavaa.");
    "only-beside-several-purposes":
        fires "only for one thing" at "additions.purposes" => |n| {
            add(n, SectionId::Purposes, "Tietoja käsitellään ainoastaan asiakassuhteen ylläpitämiseen.");
        };
        fires "in Swedish" at "additions.purposes" => |n| {
            say_at(n, SectionId::Purposes, Lang::Sv, "Uppgifterna används endast för kundförhållandet.");
        };
        fires "in English" at "additions.purposes" => |n| {
            say_at(n, SectionId::Purposes, Lang::En, "Data is used only for the customer relation.");
        };
        silent "one purpose" => |n| {
            n.purposes.truncate(1);
            add(n, SectionId::Purposes, "Tietoja käsitellään ainoastaan asiakassuhteen ylläpitämiseen.");
        };
        silent "only those who need them" => |n| {
            n.security_electronic = list(&["Tietoja käsittelevät vain ne, joiden työhön se kuuluu."]);
        };
    "interest-is-a-relation":
        fires "a relation as the interest" at "purposes.2.basis.interest" => |n| interest(n, "Asiakassuhde");
        fires "a contract as the interest" at "purposes.2.basis.interest" => |n| interest(n, "Käsittelyn oikeusperusteena on sopimus");
        fires "said beside it" at "additions.legitimate-interests" => |n| {
            add(n, SectionId::LegitimateInterests, "Asiakassuhde.");
        };
        silent "what is gained from the relation" => |n| {
            interest(n, "pidämme yhteyttä asiakkaisiimme, jotta asiakassuhde jatkuu ja saamme uusia tilauksia");
        };
        silent "no relation" => |n| interest(n, "myynnin kasvattaminen");
    "disclosure-denied":
        fires "to nobody, and then to a firm" at "additions.recipients" => |n| {
            each(&mut n.recipients, |r| r.role = Answer::Yes(Role::Controller));
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
    "transfer-denied":
        fires "nowhere, and then to India" at "additions.transfers" => |n| {
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
    "identity-code-sole-means":
        fires "tell us your code, and we know you" at "additions.exercising-rights" => |n| {
            add(n, SectionId::ExercisingRights, "Tunnistamme sinut henkilötunnuksella.");
        };
        fires "in Swedish" at "additions.changes" => |n| say(n, Lang::Sv, "Vi identifierar dig med din personbeteckning.");
        fires "in English" at "additions.changes" => |n| say(n, Lang::En, "We identify you by your identity code.");
        silent "telling people apart" => |n| {
            add(n, SectionId::IdentityCode, "Henkilötunnus on tarpeen, jotta kaksi samannimistä eivät sekoitu.");
        };
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
