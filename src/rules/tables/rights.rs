//! What a firm adds about people's rights: no hurdles, no general refusals, no rights that do not exist.
//!
//! Law: GDPR 5(1)(c), 12(1)–(2), 12(6), 13(2)(b), 15–21. Our own sentences describe each right; these rules read what the
//! firm adds to them.

use crate::content::patterns::{self, Phrase};
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::purpose::{BasisKind, Purpose};
use crate::rules::Kind::Conflict;
use crate::rules::Severity::{Blocking, Hint, Warning};
use crate::rules::passages::Hit;
use crate::rules::tables::obstacles::about_rights;
use crate::rules::{Context, Rule};
use crate::section::SectionId;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::SIGNATURE_DEMANDED,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(2)"), Citation::new("GDPR 12(6)"), Citation::new("GDPR 5(1)(c)")],
        anchor: &[],
        check: |c, found| {
            // In other sections a signature may be that of a worker who promises secrecy.
            let denied = c.text.sentences(patterns::SIGNATURE_NOT_NEEDED);
            found.hits(about_rights(c, patterns::SIGNATURE).filter(|hit| !hit.is_in(&denied)));
        },
    },
    Rule {
        id: rule_id::ERASURE_REFUSED,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 17"), Citation::new("GDPR 21")],
        anchor: &[],
        check: |c, found| found.hits(c.text.hits(patterns::ERASURE_REFUSED)),
    },
    Rule {
        id: rule_id::OVERPROMISED_RIGHT,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(1)"), Citation::new("GDPR 17(3)")],
        anchor: &[],
        check: |c, found| found.hits(c.text.hits(patterns::NO_SUCH_RIGHT)),
    },
    Rule {
        id: rule_id::OBJECTION_NOT_DESCRIBED,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(2)(b)"), Citation::new("GDPR 21(4)")],
        anchor: &["Right to Object"],
        check: |c, found| {
            if let Some(hit) = other_right(c, SectionId::RightObjection) {
                found.hit(&hit);
            }
        },
    },
    Rule {
        id: rule_id::ERASURE_MISSING,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(2)(b)"), Citation::new("GDPR 17")],
        anchor: &["C5", "Right to Erasure"],
        check: |c, found| {
            if let Some(hit) = other_right(c, SectionId::RightErasure) {
                found.hit(&hit);
            }
        },
    },
    Rule {
        id: rule_id::PORTABILITY_UNCONDITIONAL,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 20(1)"), Citation::new("GDPR 12(1)")],
        anchor: &["Right to Portability"],
        check: |c, found| {
            let gives = |kind| matches!(kind, BasisKind::Consent | BasisKind::Contract);
            if c.notice.purposes.iter().filter_map(Purpose::basis_kind).all(gives) {
                return;
            }
            // The condition may stand in another sentence of the same text.
            let limited = c.text.fields(patterns::PORTABILITY_CONDITION);
            let promised = about_rights(c, patterns::PORTABILITY_PROMISED);
            found.hits(promised.filter(|hit| !limited.contains(&hit.passage.field)));
        },
    },
    Rule {
        id: rule_id::RECTIFICATION_MIXED_WITH_ERASURE,
        severity: Hint,
        kind: Conflict,
        law: &[Citation::new("GDPR 16"), Citation::new("GDPR 17")],
        anchor: &["Right to Rectification"],
        check: |c, found| {
            let erased = c.text.sentences(patterns::TOPIC_ERASURE);
            let needless = c.text.hits_in(SectionId::RightRectification, patterns::NEEDLESS_DATA);
            found.hits(needless.filter(|hit| hit.is_in(&erased)));
        },
    },
    Rule {
        id: rule_id::TOPIC_IN_WRONG_SECTION,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(1)")],
        anchor: &[],
        check: |c, found| {
            let rights = TOPICS.iter().map(|(section, _)| *section);
            let told = [SectionId::RightObjection, SectionId::RightErasure];
            for section in rights.filter(|section| !told.contains(section)) {
                if let Some(hit) = other_right(c, section) {
                    found.hit(&hit);
                }
            }
            found.hits(c.text.hits_in(SectionId::Sources, patterns::TOPIC_NOT_A_SOURCE));
            found.hits(c.text.hits_in(SectionId::Disclosures, patterns::TOPIC_DESTROYED));
        },
    },
];

/// The section of each right, and the phrases that speak of that right.
pub(in crate::rules) const TOPICS: [(SectionId, Phrase); 6] = [
    (SectionId::RightAccess, patterns::TOPIC_ACCESS),
    (SectionId::RightRectification, patterns::TOPIC_RECTIFICATION),
    (SectionId::RightErasure, patterns::TOPIC_ERASURE),
    (SectionId::RightRestriction, patterns::TOPIC_RESTRICTION),
    (SectionId::RightPortability, patterns::TOPIC_PORTABILITY),
    (SectionId::RightObjection, patterns::TOPIC_OBJECTION),
];

/// The first mention of another right in a section's additions, if they never mention the section's own right. Additions
/// that mention no right, such as an address, are fine: our sentence on the right stands above them.
fn other_right<'s>(c: &'s Context<'_>, section: SectionId) -> Option<Hit<'s>> {
    let own = TOPICS.iter().any(|(of, topic)| *of == section && c.text.says(section, *topic));
    let others = TOPICS.iter().filter(|(of, _)| *of != section);
    others.filter(|_| !own).find_map(|(_, topic)| c.text.hits_in(section, *topic).next())
}

#[cfg(test)]
cases! {
    "signature-demanded":
        fires "a signed request" at "additions.right-access" => |n| {
            add(n, SectionId::RightAccess, "Tarkastuspyyntö on allekirjoitettava.");
        };
        fires "pasted among the purposes" at "additions.purposes" => |n| {
            add(n, SectionId::Purposes, "Tarkastuspyyntö on allekirjoitettava.");
        };
        fires "by hand" at "additions.right-rectification" => |n| {
            add(n, SectionId::RightRectification, "Pyydä korjausta omakätisesti kirjoitetulla pyynnöllä.");
        };
        fires "in a list of rights" at "other-rights.1" => |n| n.other_rights = list(&["Pyyntöön tarvitaan allekirjoitus."]);
        fires "in Swedish" at "additions.right-access" => |n| {
            say_at(n, SectionId::RightAccess, Lang::Sv, "Begäran om tillgång ska vara undertecknad.");
        };
        fires "in English" at "additions.right-access" => |n| {
            say_at(n, SectionId::RightAccess, Lang::En, "Send a signed request for access.");
        };
        silent "a signed promise of secrecy" => |n| n.security_manual = list(&["Salassapitositoumuksen allekirjoittaneet työntekijät."]);
        silent "none is needed" => |n| add(n, SectionId::RightAccess, "Tarkastuspyyntöä ei tarvitse allekirjoittaa.");
        silent "none is needed, in English" => |n| {
            say_at(n, SectionId::RightAccess, Lang::En, "You need not sign your request for access.");
        };
    "erasure-refused":
        fires "contacts are refused" at "additions.right-objection" => |n| {
            add(n, SectionId::RightObjection, "Mikäli toimit yrityksen yhteyshenkilönä ei tietojasi voida poistaa tänä aikana.");
        };
        fires "in Swedish" at "additions.right-erasure" => |n| {
            say_at(n, SectionId::RightErasure, Lang::Sv, "Är du kontaktperson kan uppgifterna inte raderas.");
        };
        fires "in English" at "additions.right-erasure" => |n| {
            say_at(n, SectionId::RightErasure, Lang::En, "If you are a contact person, we cannot and will not erase your data.");
        };
        silent "a case by itself" => |n| add(n, SectionId::RightErasure, "Poistamme yhteyshenkilön tiedot, kun tehtävä päättyy.");
    "overpromised-right":
        fires "anonymisation" at "other-rights.1" => |n| n.other_rights = list(&["Sinulla on oikeus vaatia tietojen anonymisointia."]);
        fires "wholly forgotten" at "other-rights.1" => |n| n.other_rights = list(&["oikeus tulla kokonaan unohdetuksi"]);
        fires "in Swedish" at "additions.changes" => |n| say(n, Lang::Sv, "Du har rätt att bli helt bortglömd.");
        fires "in English" at "additions.changes" => |n| say(n, Lang::En, "You may request anonymisation of your data.");
        silent "what we do ourselves" => |n| n.security_electronic = list(&["Vanhojen tilausten anonymisointi."]);
    "objection-not-described":
        fires "another right is described" at "additions.right-objection" => |n| {
            add(n, SectionId::RightObjection, "Voit pyytää tietojen oikaisemista tai poistamista.");
        };
        fires "in Swedish" at "additions.right-objection" => |n| {
            say_at(n, SectionId::RightObjection, Lang::Sv, "Du kan begära rättelse eller radering.");
        };
        fires "in English" at "additions.right-objection" => |n| {
            say_at(n, SectionId::RightObjection, Lang::En, "You can ask for correction or deletion.");
        };
        silent "objecting, and what follows" => |n| {
            add(n, SectionId::RightObjection, "Kun vastustat käsittelyä, poistamme tiedot.");
        };
        silent "an address" => |n| add(n, SectionId::RightObjection, "Kirjoita Outille: outi@yritys.example.");
    "erasure-missing":
        fires "about rectification" at "additions.right-erasure" => |n| {
            add(n, SectionId::RightErasure, "Voit pyytää virheellisen tiedon korjaamista.");
        };
        fires "in Swedish" at "additions.right-erasure" => |n| {
            say_at(n, SectionId::RightErasure, Lang::Sv, "Du kan begära rättelse av uppgifterna.");
        };
        fires "in English" at "additions.right-erasure" => |n| {
            say_at(n, SectionId::RightErasure, Lang::En, "You can ask us to correct your data.");
        };
        silent "about erasure" => |n| {
            add(n, SectionId::RightErasure, "Poistamme tiedot myös varmuuskopioista.");
        };
        silent "where to write" => |n| {
            add(n, SectionId::RightErasure, "Kirjoita meille: tuki@esimerkki.example.");
        };
    "portability-unconditional":
        fires "to everybody, beside an interest" at "additions.right-portability" => |n| {
            add(n, SectionId::RightPortability, "Sinulla on oikeus siirtää tietosi järjestelmästä toiseen.");
        };
        fires "instead of our text" at "replacements.right-portability" => |n| {
            instead(n, SectionId::RightPortability, "Saat pyynnöstä tietosi siirrettyä toiselle rekisterinpitäjälle.");
        };
        fires "in a list of rights" at "other-rights.1" => |n| {
            n.other_rights = list(&["oikeus saada tiedot siirretyksi toiseen palveluun"]);
        };
        fires "in Swedish" at "additions.right-portability" => |n| {
            say_at(n, SectionId::RightPortability, Lang::Sv, "Du har rätt att överföra dina uppgifter till ett annat system.");
        };
        fires "in English" at "additions.right-portability" => |n| {
            say_at(n, SectionId::RightPortability, Lang::En, "You have the right to move your data to another service.");
        };
        silent "with its conditions" => |n| {
            add(n, SectionId::RightPortability, "Sinulla on oikeus siirtää itse antamasi tiedot, jos käsittely perustuu sopimukseen.");
        };
        silent "with its conditions in another sentence" => |n| {
            say_at(n, SectionId::RightPortability, Lang::En, "You may move your data to another service. This applies to data used with your consent.");
        };
        silent "all on contract" => |n| {
            each(&mut n.purposes, |p| p.basis = Answer::Yes(LegalBasis::Contract));
            add(n, SectionId::RightPortability, "Sinulla on oikeus siirtää tietosi järjestelmästä toiseen.");
        };
        silent "how it is done" => |n| {
            add(n, SectionId::RightPortability, "Annamme siirrettävät tiedot CSV-tiedostona.");
        };
    "rectification-mixed-with-erasure":
        fires "needless data among wrong data" at "additions.right-rectification" => |n| {
            add(n, SectionId::RightRectification, "Virheellinen tai tarpeeton tieto on oikaistava tai poistettava.");
        };
        fires "in Swedish" at "additions.right-rectification" => |n| {
            say_at(n, SectionId::RightRectification, Lang::Sv, "Vi rättar eller raderar felaktiga och onödiga uppgifter.");
        };
        fires "in English" at "additions.right-rectification" => |n| {
            say_at(n, SectionId::RightRectification, Lang::En, "Inaccurate or unnecessary data is corrected or deleted.");
        };
        silent "in the section on erasure" => |n| add(n, SectionId::RightErasure, "Poistamme tarpeettomat tiedot.");
        silent "wrong data alone" => |n| {
            add(n, SectionId::RightRectification, "Korjaamme virheellisen tiedon ja poistamme vanhan.");
        };
    "topic-in-wrong-section":
        fires "disclosures among the sources" at "sources.1.what" => |n| each(&mut n.sources, |row| {
            row.what = said("Saamme tiedot sinulta. Tietoja ei luovuteta muille.");
        });
        fires "destroying among the disclosures" at "additions.disclosures" => |n| {
            add(n, SectionId::Disclosures, "Tiedot hävitetään pyynnöstäsi.");
        };
        fires "restriction instead of access" at "additions.right-access" => |n| {
            add(n, SectionId::RightAccess, "Voit pyytää käsittelyn rajoittamista.");
        };
        fires "in Swedish" at "additions.sources" => |n| say_at(n, SectionId::Sources, Lang::Sv, "Uppgifterna överförs inte utanför EU.");
        fires "in English" at "additions.sources" => |n| say_at(n, SectionId::Sources, Lang::En, "Your data is deleted on request.");
        silent "a source that transfers" => |n| each(&mut n.sources, |row| row.what = said("kassajärjestelmä, josta tiedot siirretään meille"));
        silent "access, and then more" => |n| add(n, SectionId::RightAccess, "Tarkastettuasi tiedot voit pyytää korjausta.");
}
