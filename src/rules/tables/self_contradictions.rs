//! Texts that contradict themselves, such as "no transfers, unless", "nobody is identified" beside an IP address, or two
//! different periods for the same data.
//!
//! Law: GDPR 4(1), 4(11), 5(1)(a)–(b), 6(1), 7, 13(1)(e)–(f), 13(2)(a), 44–49; SVPL 205 §.

use crate::content::patterns;
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::Notice;
use crate::notice::cookies::{CookieKind, Cookies};
use crate::rules::Kind::Conflict;
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::passages::Hit;
use crate::rules::{Context, Rule};
use crate::section::SectionId;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::TRANSFER_UNLESS,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(f)"), Citation::new("GDPR 44–49")],
        anchor: &["C7", "Third-country Transfers"],
        check: |c, found| found.hits(c.text.hits(patterns::TRANSFER_UNLESS)),
    },
    Rule {
        id: rule_id::DISCLOSURE_UNLESS,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(e)")],
        anchor: &["C15", "Data Recipients"],
        check: |c, found| found.hits(c.text.hits(patterns::DISCLOSURE_UNLESS)),
    },
    Rule {
        id: rule_id::PUBLICATION_CLAUSE,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 4(11)"), Citation::new("GDPR 5(1)(b)"), Citation::new("GDPR 6(1)")],
        anchor: &[],
        check: |c, found| found.hits(c.text.hits(patterns::PUBLICATION)),
    },
    Rule {
        id: rule_id::BROWSER_SETTINGS_OPTOUT,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("SVPL 205 §"), Citation::new("GDPR 4(11)"), Citation::new("GDPR 7")],
        anchor: &[],
        check: |c, found| {
            if !asks_for_consent(c.notice) {
                let cookies = c.text.sentences(patterns::COOKIE);
                let hits = c.text.hits(patterns::BROWSER_SETTINGS);
                found.hits(
                    hits.filter(|hit| hit.passage.section == SectionId::Cookies || hit.is_in(&cookies)),
                );
            }
        },
    },
    Rule {
        id: rule_id::FALSE_ANONYMITY,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 4(1)"), Citation::new("GDPR 5(1)(a)")],
        anchor: &[],
        check: |c, found| {
            let follows = c.notice.cookies.yes().is_some_and(|cookies| {
                let follows = |kind| matches!(kind, Some(&(CookieKind::Analytics | CookieKind::Marketing)));
                cookies.rows.iter().any(|row| follows(row.kind.yes()))
            });
            let mut known = c.text.sections(patterns::IDENTIFIES);
            if follows {
                known.push(SectionId::Cookies);
            }
            let hits = c.text.hits(patterns::NOT_IDENTIFIED);
            found.hits(hits.filter(|hit| known.contains(&hit.passage.section)));
        },
    },
    Rule {
        id: rule_id::TWO_PERIODS,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(2)(a)")],
        anchor: &[],
        check: |c, found| {
            // Compares neighbouring periods in the same row and language.
            let rows = c.text.hits_in(SectionId::Retention, patterns::PERIOD);
            let rows: Vec<_> = rows.filter(|hit| hit.passage.field.is_in("retention")).collect();
            for (one, other) in rows.iter().zip(rows.iter().skip(1)) {
                let same_row =
                    one.passage.field == other.passage.field && one.passage.lang == other.passage.lang;
                if same_row && one.text() != other.text() {
                    found.hit(other);
                }
            }
            for later in all_erased_twice(c) {
                found.hit(&later);
            }
        },
    },
    Rule {
        id: rule_id::RETENTION_ON_REQUEST,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(2)(a)"), Citation::new("GDPR 5(1)(e)")],
        anchor: &["C16", "Data Retention Period"],
        check: |c, found| {
            let period =
                !c.notice.retention.is_empty() || c.text.says(SectionId::Retention, patterns::PERIOD);
            // A request may well end the keeping before its time.
            let earlier = [patterns::PERIOD, patterns::KEPT_UNTIL, patterns::EARLIER_TOO];
            let earlier = earlier.map(|phrase| c.text.sentences(phrase));
            let about_keeping = |hit: &Hit<'_>| {
                use SectionId as S;
                matches!(hit.passage.section, S::Retention | S::Sources | S::Recipients | S::Disclosures)
            };
            let hits = c.text.hits(patterns::ERASED_ON_REQUEST).filter(about_keeping);
            found.hits(hits.filter(|hit| period && !earlier.iter().any(|sentences| hit.is_in(sentences))));
        },
    },
];

/// What says of all data alike that it is erased at another time than a sentence before it in the same text: at once when something
/// ends, and some time after it; or after two different times.
fn all_erased_twice<'s>(c: &'s Context<'_>) -> Vec<Hit<'s>> {
    let until = c.text.sentences(patterns::KEPT_UNTIL);
    let periods: Vec<_> = c.text.hits_in(SectionId::Retention, patterns::PERIOD).collect();
    let same_sentence = |one: &Hit<'_>, other: &Hit<'_>| one.sentence_position() == other.sentence_position();
    // The time that each sentence gives: a length, or none where the end of something is the time.
    let erased = c.text.hits_in(SectionId::Retention, patterns::ALL_DATA_ERASED).filter(speaks_of_all);
    let erased = erased.filter_map(|hit| match periods.iter().find(|period| same_sentence(period, &hit)) {
        Some(period) => Some((*period, Some(period.text().to_lowercase()))),
        None => hit.is_in(&until).then_some((hit, None)),
    });
    let mut last: Option<(Hit<'s>, Option<String>)> = None;
    let mut twice = Vec::new();
    for (hit, time) in erased {
        let differs = last.as_ref().is_some_and(|(before, earlier)| {
            let same_text =
                before.passage.field == hit.passage.field && before.passage.lang == hit.passage.lang;
            same_text && !same_sentence(before, &hit) && *earlier != time
        });
        if differs {
            twice.push(hit);
        }
        last = Some((hit, time));
    }
    twice
}

/// Whether a sentence begins with the data: what stands before it, as in "laskun tiedot", says which data is meant. A short word that
/// joins two sentences says nothing.
fn speaks_of_all(hit: &Hit<'_>) -> bool {
    const JOINS: usize = 4;
    hit.span().start.saturating_sub(hit.sentence_span().start) <= JOINS
}

/// Whether a consent tool is described, or all cookies are strictly necessary, so that none needs consent.
fn asks_for_consent(notice: &Notice) -> bool {
    notice.cookies.yes().is_some_and(|cookies: &Cookies| {
        let necessary = |kind| matches!(kind, Some(&CookieKind::Necessary));
        let all_necessary =
            !cookies.rows.is_empty() && cookies.rows.iter().all(|row| necessary(row.kind.yes()));
        all_necessary || cookies.consent_tool.yes().is_some_and(|tool| !tool.is_blank())
    })
}

#[cfg(test)]
cases! {
    "transfer-unless":
        fires "unless it is needed" at "additions.transfers" => |n| {
            add(n, SectionId::Transfers, "Tietoja ei siirretä EU:n ulkopuolelle, ellei se ole teknisesti tarpeellista.");
        };
        fires "over a line break, with no-break spaces" at "additions.transfers" => |n| {
            add(n, SectionId::Transfers, "Tietoja ei\u{a0}SIIRRETÄ\nunionin ulkopuolelle – paitsi joskus.");
        };
        fires "in Swedish" at "additions.transfers" => |n| {
            say_at(n, SectionId::Transfers, Lang::Sv, "Uppgifter överförs inte utanför EU, om inte tekniken kräver det.");
        };
        fires "in English" at "additions.transfers" => |n| {
            say_at(n, SectionId::Transfers, Lang::En, "Data is not transferred outside the EU unless technically needed.");
        };
        silent "not at all" => |n| add(n, SectionId::Transfers, "Tietoja ei siirretä EU:n ulkopuolelle.");
        silent "the exception belongs to another sentence" => |n| {
            add(n, SectionId::Transfers, "Tietoja ei siirretä. Vastaamme kuukaudessa, ellei pyyntö ole laaja.");
        };
    "disclosure-unless":
        fires "except for credit" at "disclosures.list.1" => |n| {
            n.disclosures = disclosed(list(&["Tietoja ei luovuteta yrityksen ulkopuolelle, paitsi luottihakemukseen."]));
        };
        fires "only we, except" at "disclosures.list.1" => |n| {
            n.disclosures = disclosed(list(&["Tiedot ovat ainoastaan yrityksen käytössä, paitsi kumppania käytettäessä."]));
        };
        fires "in Swedish" at "additions.changes" => |n| say(n, Lang::Sv, "Uppgifterna lämnas inte ut, om inte kunden vill.");
        fires "in English" at "additions.changes" => |n| say(n, Lang::En, "Data is not shared with anybody except our lenders.");
        silent "who gets them" => |n| n.disclosures = disclosed(list(&["Luovutamme perittävän saatavan perintätoimistolle."]));
    "publication-clause":
        fires "the right to publish" at "additions.purposes" => |n| {
            add(n, SectionId::Purposes, "Yrityksellä on oikeus julkaista tietoja, ellei asiakas kiellä.");
        };
        fires "a list that means labels" at "additions.purposes" => |n| {
            add(n, SectionId::Purposes, "Luettelolla tarkoitetaan postitustarroja.");
        };
        fires "in Swedish" at "additions.changes" => |n| say(n, Lang::Sv, "Företaget har rätt att publicera uppgifterna.");
        fires "in English" at "additions.changes" => |n| say(n, Lang::En, "We have the right to publish the register.");
        silent "publishing with consent" => |n| add(n, SectionId::Purposes, "Julkaisemme kuvasi, jos annat suostumuksen.");
    "browser-settings-optout":
        fires "the only way, for analytics" at "additions.cookies" => |n| {
            each(&mut cookies(n).rows, |row| row.kind = Answer::Yes(CookieKind::Analytics));
            add(n, SectionId::Cookies, "Voit estää evästeet muuttamalla selaimesi asetuksia.");
        };
        fires "pasted among the purposes" at "additions.purposes" => |n| {
            n.cookies = Answer::Unknown;
            add(n, SectionId::Purposes, "Voit estää evästeet muuttamalla selaimesi asetuksia.");
        };
        fires "in Swedish" at "additions.cookies" => |n| {
            n.cookies = Answer::Unknown;
            say_at(n, SectionId::Cookies, Lang::Sv, "Ändra webbläsarens inställningar.");
        };
        fires "in English" at "additions.cookies" => |n| {
            n.cookies = Answer::Unknown;
            say_at(n, SectionId::Cookies, Lang::En, "Change your browser’s settings.");
        };
        silent "beside a consent tool" => |n| {
            each(&mut cookies(n).rows, |row| row.kind = Answer::Yes(CookieKind::Analytics));
            cookies(n).consent_tool = Answer::Yes(said("evästepainike sivun alareunassa"));
            add(n, SectionId::Cookies, "Lisäksi voit muuttaa selaimen asetuksia.");
        };
        silent "necessary cookies only" => |n| add(n, SectionId::Cookies, "Voit muuttaa selaimen asetuksia.");
    "false-anonymity":
        fires "nobody can be told apart, but for the address" at "additions.cookies" => |n| {
            add(n, SectionId::Cookies, "Vierailijaa ei voida tunnistaa. Keräämme vierailijan IP-osoitteen.");
        };
        fires "beside analytics" at "additions.cookies" => |n| {
            each(&mut cookies(n).rows, |row| row.kind = Answer::Yes(CookieKind::Analytics));
            add(n, SectionId::Cookies, "Datasta ei voida yksilöidä käyttäjää.");
        };
        fires "in Swedish" at "additions.changes" => |n| say(n, Lang::Sv, "Du kan inte identifieras. Vi sparar din ip-adress.");
        fires "in English" at "additions.changes" => |n| say(n, Lang::En, "You cannot be identified. We store your IP address.");
        silent "and nothing that would" => |n| add(n, SectionId::RightAccess, "Jos emme voi tunnistaa sinua, pyydämme lisätietoja.");
    "two-periods":
        fires "one row with two" at "retention.1.period.criterion" => |n| each(&mut n.retention, |row| {
            row.period = Answer::Yes(Period::Until(Until { criterion: said("10 vuotta; tiedot poistuvat kahden viikon kuluttua"), ..Until::default() }));
        });
        fires "all data at the end, and all data later" at "additions.retention" => |n| {
            add(n, SectionId::Retention, "Tiedot hävitetään sopimuksen päättyessä. Ja tiedot poistuvat kuukauden kuluttua. Tiedot poistetaan 3 kuukauden kuluttua sopimuksen päättymisestä.");
        };
        fires "in Swedish" at "additions.retention" => |n| {
            say_at(n, SectionId::Retention, Lang::Sv, "Uppgifterna raderas när avtalet upphör. Uppgifterna raderas två år efter att avtalet upphörde.");
        };
        fires "in English" at "additions.retention" => |n| {
            say_at(n, SectionId::Retention, Lang::En, "Your data is deleted when the contract ends. All data is erased 2 years after that.");
        };
        silent "the same said twice" => |n| each(&mut n.retention, |row| {
            row.period = Answer::Yes(Period::Until(Until { criterion: said("6 vuotta; laskut 6 vuotta"), ..Until::default() }));
        });
        silent "each about other data" => |n| {
            add(n, SectionId::Retention, "Tilauksen tiedot poistetaan sopimuksen päättyessä. Laskun tiedot poistetaan 6 vuoden kuluttua.");
        };
        silent "the same length twice" => |n| {
            add(n, SectionId::Retention, "Tiedot poistetaan 2 vuoden kuluttua. Tiedot hävitetään 2 vuoden kuluttua.");
        };
        silent "data of a kind, in English" => |n| {
            say_at(n, SectionId::Retention, Lang::En, "Booking data is deleted when the visit ends. Payment data is deleted after 6 years.");
        };
    "retention-on-request":
        fires "among the sources, beside a period" at "additions.sources" => |n| {
            add(n, SectionId::Sources, "Henkilötiedot hävitetään käyttäjän pyynnöstä.");
        };
        fires "the person asks" at "additions.retention" => |n| {
            add(n, SectionId::Retention, "Tuhoamme tiedot, kun pyydät sitä.");
        };
        fires "in Swedish" at "additions.retention" => |n| {
            say_at(n, SectionId::Retention, Lang::Sv, "Uppgifterna raderas på kundens begäran.");
        };
        fires "in English" at "additions.disclosures" => |n| {
            say_at(n, SectionId::Disclosures, Lang::En, "Your data is deleted on request.");
        };
        silent "sooner, if asked" => |n| {
            add(n, SectionId::Retention, "Poistamme tiedot pyynnöstäsi jo aiemmin.");
        };
        silent "in one sentence with the period" => |n| {
            add(n, SectionId::Retention, "Poistamme tiedot pyynnöstäsi tai viimeistään 3 vuoden kuluttua.");
        };
        silent "as a right" => |n| add(n, SectionId::RightErasure, "Poistamme tietosi pyynnöstäsi.");
        silent "and no period at all" => |n| {
            n.retention.clear();
            add(n, SectionId::Retention, "Poistamme tiedot pyynnöstäsi.");
        };
}
