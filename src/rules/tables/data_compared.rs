//! The data that is listed, compared with the rest of the notice: what other answers imply, what the firm's own words name, and
//! whether a list in own words says which data must be given.
//!
//! Law: GDPR 5(1)(a), 13(2)(e), 14(1)(d). Data that other answers mention must be listed too.

use super::data::holds;
use crate::content::facts::{self, About};
use crate::content::patterns::{self, Phrase};
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::Notice;
use crate::notice::cookies::Cookies;
use crate::notice::data::Requirement;
use crate::notice::statement::Statement;
use crate::rules::Kind::Conflict;
use crate::rules::Severity::{Hint, Warning};
use crate::rules::facts::{is_about, is_one_of};
use crate::rules::field::words_or_list;
use crate::rules::passages::Hit;
use crate::rules::{Context, Rule};
use crate::section::SectionId;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::DATA_MISMATCH,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 14(1)(d)"), Citation::new("GDPR 5(1)(a)")],
        anchor: &["C13", "Data Categories"],
        check: |c, found| {
            let mut listed = c.notice.data_statements().filter(|what| !what.is_blank()).peekable();
            let prose = DATA_SECTIONS.into_iter().any(|section| tells_in_prose(c, section));
            if listed.peek().is_none() && !prose {
                return;
            }
            let replaced = DATA_SECTIONS.into_iter().any(|section| c.notice.is_replaced(section));
            let own = replaced || listed.peek().is_none() || listed.any(|what| what.clause_id().is_none());
            // The firm's own words may mean any data: then only data that can be recognised in texts is looked for.
            let behind = !own
                && c.clauses().map(|id| facts::of(id).data).any(|needed| {
                    !needed.is_empty() && !c.notice.data_statements().any(|what| is_one_of(what, needed))
                });
            let online = c.notice.cookies.yes().is_some_and(Cookies::need_consent)
                && !tells(c, About::Online, patterns::ONLINE_DATA);
            let code =
                c.notice.identity_code.is_yes() && !tells(c, About::IdentityCode, patterns::IDENTITY_CODE);
            let field = words_or_list(c.notice, SectionId::DataContent, "data-content");
            let quoted = [collected_by_cookies(c), billing_in_categories_only(c)];
            quoted.iter().flatten().for_each(|hit| found.at_hit(field, hit));
            if quoted.iter().all(Option::is_none) && (behind || online || code || only_in_categories(c)) {
                found.at(field);
            }
        },
    },
    Rule {
        id: rule_id::DATA_UNMARKED,
        severity: Hint,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(2)(e)")],
        anchor: &["C17", "Mandatory Data Disclosure"],
        check: |c, found| {
            use Requirement::{Partly, PartlyStatutory, StatutoryAndContractual};
            // Where all of it must be given, or none, one answer says so for the whole list.
            let some = c.notice.provision.requirement.yes().is_some_and(|requirement| {
                matches!(requirement, Partly | PartlyStatutory | StatutoryAndContractual)
            });
            let marked = [SectionId::DataContent, SectionId::DataCategories, SectionId::Provision]
                .into_iter()
                .any(|section| c.text.says(section, patterns::MUST_BE_GIVEN));
            // A row that the firm adds to our list is one of many; a text of its own is the list.
            let mut told = c.text.hits_in(SectionId::DataContent, patterns::DATUM);
            let lists = |hit: &Hit<'_>| hit.passage.field.row_id().is_none();
            if some
                && !marked
                && let Some(hit) = told.find(lists)
            {
                found.at(hit.passage.field);
            }
        },
    },
];

/// The sections that tell which data there is.
const DATA_SECTIONS: [SectionId; 2] = [SectionId::DataCategories, SectionId::DataContent];

/// Whether the firm tells of a section in its own words, beside our text or instead of it.
fn tells_in_prose(c: &Context<'_>, section: SectionId) -> bool {
    c.adds_to(section) || c.notice.is_replaced(section)
}

/// Whether the sections on data tell of such data, as a clause or in the firm's own words.
fn tells(c: &Context<'_>, matter: About, phrase: Phrase) -> bool {
    holds(c, matter, phrase) || DATA_SECTIONS.into_iter().any(|section| c.text.says(section, phrase))
}

/// The first mention, in the firm's own words on cookies, of data that the sections on data do not tell of.
fn collected_by_cookies<'s>(c: &'s Context<'_>) -> Option<Hit<'s>> {
    let denied = c.text.sentences(patterns::COOKIE_DATA_DENIED);
    let untold = |(collected, matter, listed)| {
        let mut hits = c.text.hits_in(SectionId::Cookies, collected).filter(|hit| !hit.is_in(&denied));
        hits.next().filter(|_| !tells(c, matter, listed))
    };
    // Guesses about a person first: they are what a reader would not expect.
    let guessed = (patterns::COOKIE_GUESSES, About::Profiling, patterns::GUESSED_DATA);
    let technical = (patterns::COOKIE_DATA, About::Online, patterns::ONLINE_DATA);
    [guessed, technical].into_iter().find_map(untold)
}

/// The firm's own words that list invoices and payments among the kinds of data, where the items do not.
fn billing_in_categories_only<'s>(c: &'s Context<'_>) -> Option<Hit<'s>> {
    let mut said = c.text.hits_in(SectionId::DataCategories, patterns::BILLING_DATA);
    said.next().filter(|_| only_in_categories(c))
}

/// Whether invoices and payments are listed among the kinds of data, but not among the items.
fn only_in_categories(c: &Context<'_>) -> bool {
    let Notice { data_categories: kinds, data_content: items, .. } = c.notice;
    let of_billing = |what: &Statement| is_about(what, About::Billing);
    let billing_in_kinds = kinds.iter().any(|row| of_billing(&row.what))
        || c.text.says(SectionId::DataCategories, patterns::BILLING_DATA);
    let billing_in_items = items.iter().any(|row| of_billing(&row.what))
        || c.text.says(SectionId::DataContent, patterns::BILLING_DATA);
    let told = items.iter().any(|row| !row.what.is_blank()) || tells_in_prose(c, SectionId::DataContent);
    told && billing_in_kinds && !billing_in_items
}

#[cfg(test)]
cases! {
    "data-mismatch":
        fires "vouchers are kept, and no invoices listed" at "data-content" => |n| {
            data(n, &["data.name"]);
            each(&mut n.retention, |r| r.what = Statement::clause("retention-what.vouchers"));
        };
        fires "certificates are kept, and no employment is listed" at "data-content" => |n| {
            data(n, &["data.name"]);
            each(&mut n.retention, |r| r.what = Statement::clause("retention-what.certificate"));
        };
        fires "analytics cookies, and nothing about visits" at "data-content" => |n| {
            data(n, &["data.name"]);
            each(&mut cookies(n).rows, |r| r.kind = Answer::Yes(CookieKind::Analytics));
        };
        fires "the identity code has a ground, and is not listed" at "data-content" => |n| {
            data(n, &["data.name"]);
            n.identity_code = Answer::Yes(IdentityCode { ground: said("luotonanto") });
        };
        fires "invoices among the kinds of data only" at "data-content" => |n| {
            n.data_categories = list(&["nimi, laskutustiedot"]);
            n.data_content = list(&["nimi", "osoite"]);
        };
        fires "analytics cookies, and no data on visits" at "data-content" => |n| {
            each(&mut cookies(n).rows, |r| r.kind = Answer::Yes(CookieKind::Analytics));
        };
        fires "what cookies collect, told in own words" at "data-content" => |n| {
            add(n, SectionId::Cookies, "Evästeillä tallennamme vierailijan IP-osoitteen.");
        };
        fires "instead of our lists" at "replacements.data-content" => |n| {
            instead(n, SectionId::DataCategories, "Yhteystiedot ja laskutustiedot.");
            instead(n, SectionId::DataContent, "Nimi, osoite ja puhelinnumero.");
        };
        fires "what cookies guess" at "data-content" => |n| {
            n.data_content = list(&["nimi", "IP-osoite"]);
            add(n, SectionId::Cookies, "Saamme tietää kävijöiden iän ja sukupuolen.");
        };
        fires "in Swedish" at "data-content" => |n| {
            say_at(n, SectionId::Cookies, Lang::Sv, "Vi sparar besökarnas ip-adresser.");
        };
        fires "in English" at "data-content" => |n| {
            say_at(n, SectionId::Cookies, Lang::En, "The tool shows us the age, gender and interests of visitors.");
        };
        fires "invoices among the kinds only, all in own words" at "data-content" => |n| {
            (n.data_categories, n.data_content) = Default::default();
            add(n, SectionId::DataCategories, "Yhteystiedot ja laskutustiedot.");
            add(n, SectionId::DataContent, "Nimi, osoite ja puhelinnumero.");
        };
        silent "cookies, and visits in own words" => |n| {
            each(&mut cookies(n).rows, |r| r.kind = Answer::Yes(CookieKind::Analytics));
            n.data_content = list(&["nimi", "IP-osoite ja käydyt sivut"]);
        };
        silent "vouchers and invoices" => |n| {
            data(n, &["data.name", "data.invoices"]);
            each(&mut n.retention, |r| r.what = Statement::clause("retention-what.vouchers"));
        };
        silent "necessary cookies" => |n| data(n, &["data.name"]);
        silent "own words, which may mean anything" => |n| {
            n.data_content = list(&["laskujen tiedot"]);
            each(&mut n.retention, |r| r.what = Statement::clause("retention-what.vouchers"));
        };
        silent "invoices in both, all in own words" => |n| {
            (n.data_categories, n.data_content) = Default::default();
            add(n, SectionId::DataCategories, "Yhteystiedot ja laskutustiedot.");
            add(n, SectionId::DataContent, "Nimi, osoite, laskut ja maksut.");
        };
        silent "cookies collect what is told in own words" => |n| {
            add(n, SectionId::Cookies, "Evästeillä tallennamme vierailijan IP-osoitteen.");
            add(n, SectionId::DataContent, "Sivuilla kävijöistä tallennamme IP-osoitteen.");
        };
        silent "cookies collect nothing" => |n| {
            add(n, SectionId::Cookies, "Emme tallenna kävijöiden IP-osoitteita, ikää tai sukupuolta.");
        };
        silent "the age of a cookie" => |n| add(n, SectionId::Cookies, "Evästeen ikä on kaksi vuotta.");
        silent "an address that is no data" => |n| {
            add(n, SectionId::Cookies, "Muuta valintojasi sivun alareunan linkistä.");
        };
    "data-unmarked":
        fires "a list in own words, of which some is needed" at "additions.data-content" => |n| {
            n.provision.requirement = Answer::Yes(Requirement::Partly);
            add(n, SectionId::DataContent, "Nimi, osoite, puhelinnumero ja syntymäaika.");
        };
        fires "instead of our list" at "replacements.data-content" => |n| {
            n.provision.requirement = Answer::Yes(Requirement::StatutoryAndContractual);
            instead(n, SectionId::DataContent, "Nimi, osoite ja verotiedot.");
        };
        fires "in Swedish" at "additions.data-content" => |n| {
            n.provision.requirement = Answer::Yes(Requirement::PartlyStatutory);
            say_at(n, SectionId::DataContent, Lang::Sv, "Namn, adress och hemort.");
        };
        fires "in English" at "additions.data-content" => |n| {
            n.provision.requirement = Answer::Yes(Requirement::Partly);
            say_at(n, SectionId::DataContent, Lang::En, "Name, address and phone number.");
        };
        silent "marked in the list" => |n| {
            n.provision.requirement = Answer::Yes(Requirement::Partly);
            add(n, SectionId::DataContent, "Nimi ja osoite ovat pakollisia, puhelinnumero vapaaehtoinen.");
        };
        silent "told where the giving is told" => |n| {
            n.provision.requirement = Answer::Yes(Requirement::Partly);
            add(n, SectionId::DataContent, "Nimi, osoite ja puhelinnumero.");
            add(n, SectionId::Provision, "Tarvitsemme aina nimen ja osoitteen.");
        };
        silent "all of it is needed" => |n| add(n, SectionId::DataContent, "Nimi, osoite ja puhelinnumero.");
        silent "a row beside ours" => |n| {
            n.provision.requirement = Answer::Yes(Requirement::Partly);
            n.data_content = list(&["nimi", "kengännumero"]);
        };
        silent "own words that list nothing" => |n| {
            n.provision.requirement = Answer::Yes(Requirement::Partly);
            add(n, SectionId::DataContent, "Emme kerää muuta.");
        };
}
