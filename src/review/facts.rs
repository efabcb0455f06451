//! The dated facts of a review pack: the authority, services, and the status of countries for transfers.
//!
//! Law: GDPR 13(2)(d), 44–49. Knows: the dated facts and the catalogue. Does not know: HTML.

use super::sheet::{Group, Part, Row};
use super::written_day;
use crate::content::choices::Worded;
use crate::content::{self, COUNTRIES, VENDORS, VENDORS_AS_OF, Vendor, choice, clause, ui};
use crate::defaults;
use crate::lang::{Lang, Localized};
use crate::law::facts::{self, AUTHORITY, CountryStatus};
use crate::notice::cookies::Cookie;
use crate::notice::recipient::Location;

/// The facts, each with the day on which it was checked.
pub(super) fn dated(lang: Lang) -> Part {
    let group = |id: &str, title: content::Text, rows| Group {
        id: id.to_owned(),
        title: title.get(lang).to_owned(),
        rows,
    };
    let country =
        |(code, name): &(&str, Localized<&str>)| Row::new(format!("country.{code}"), *name.get(lang));
    Part {
        id: "facts",
        title: ui::REVIEW_PART_FACTS,
        lead: ui::REVIEW_LEAD_FACTS,
        groups: vec![
            group("authority", ui::REVIEW_AUTHORITY, vec![authority(lang)]),
            group("vendors", ui::REVIEW_VENDORS, VENDORS.iter().map(|one| vendor(one, lang)).collect()),
            group(
                "places",
                ui::REVIEW_PLACES,
                STATUSES.map(|(id, status)| countries(id, status, lang)).into(),
            ),
            group("countries", ui::REVIEW_COUNTRIES, COUNTRIES.iter().map(country).collect()),
        ],
    }
}

fn authority(lang: Lang) -> Row {
    let fact = &AUTHORITY.fact;
    Row::new("authority", *fact.name.get(lang))
        .fact(ui::REVIEW_VISIT, *fact.visit.get(lang))
        .fact(ui::REVIEW_POST, *fact.post.get(lang))
        .fact(ui::REVIEW_PHONE, *fact.phone.get(lang))
        .fact(ui::REVIEW_EMAIL, fact.email)
        .fact(ui::REVIEW_WEB, *fact.web.get(lang))
        .fact(ui::REVIEW_REVIEWED, written_day(AUTHORITY.verified_on, lang))
        .fact(ui::REVIEW_SOURCE, AUTHORITY.source)
}

const STATUSES: [(&str, CountryStatus); 3] = [
    ("eea", CountryStatus::Eea),
    ("adequate", CountryStatus::Adequate),
    ("united-states", CountryStatus::UnitedStates),
];

/// The countries of which the law says the same, each by the names under which it is known.
fn countries(id: &str, status: CountryStatus, lang: Lang) -> Row {
    let choice = match status {
        CountryStatus::Eea => &choice::LOCATION_EEA,
        CountryStatus::Adequate => &choice::SAFEGUARD_ADEQUACY,
        CountryStatus::UnitedStates => &choice::SAFEGUARD_DATA_PRIVACY_FRAMEWORK,
    };
    let countries = facts::COUNTRIES.fact.iter().filter(|(of, _)| *of == status);
    Row::new(format!("place.{id}"), choice.label.get(lang))
        .list(ui::REVIEW_COUNTRY_NAMES, countries.map(|(_, names)| names.join(" · ")).collect())
        .fact(ui::REVIEW_REVIEWED, written_day(facts::COUNTRIES.verified_on, lang))
        .fact(ui::REVIEW_SOURCE, facts::COUNTRIES.source)
}

fn vendor(vendor: &Vendor, lang: Lang) -> Row {
    let says = |id: &str| content::find_clause(id).map_or("", |clause| clause.text.get(lang)).to_owned();
    let notice = defaults::vendor(vendor).notice();
    let recipient = notice.recipients.first();
    let role = recipient.and_then(|row| row.role.yes()).map_or("", |role| role.words().label.get(lang));
    let (country, ground) = match recipient.and_then(|row| row.location.yes()) {
        Some(Location::ThirdCountry(transfer)) => (
            content::country(transfer.named_countries().next().unwrap_or_default(), lang),
            transfer.safeguard.yes().map_or("", |safeguard| safeguard.words().label.get(lang)),
        ),
        Some(Location::Eea) => (choice::LOCATION_EEA.label.get(lang), ""),
        None => (ui::SERVICE_PLACE_ASKED.get(lang), ""),
    };
    let joint = notice.joint_controllers.yes();
    let party = joint.map_or("", |joint| joint.parties.as_str());
    let arrangement = joint.map_or("", |joint| joint.arrangement.get(lang).as_str());
    let cookies = notice.cookies.yes().map_or(&[][..], |cookies| &cookies.rows);
    Row::new(format!("vendor.{}", vendor.id), vendor.name)
        .fact(ui::REVIEW_WHAT, says(vendor.what))
        .fact(ui::REVIEW_ROLE, role)
        .fact(ui::REVIEW_COUNTRY, country)
        .fact(ui::REVIEW_SAFEGUARD, ground)
        .fact(clause::LABEL_PARTIES.text, party)
        .fact(clause::LABEL_ARRANGEMENT.text, arrangement)
        .fact(ui::REVIEW_BRINGS_PURPOSE, vendor.purpose.map_or_else(String::new, says))
        .list(ui::REVIEW_COOKIES, cookies.iter().map(|one| cookie(one, lang)).collect())
        .fact(ui::REVIEW_AS_OF, written_day(VENDORS_AS_OF, lang))
}

fn cookie(cookie: &Cookie, lang: Lang) -> String {
    let kind = cookie.kind.yes().map_or("", |kind| kind.words().label.get(lang));
    // What is not known of a service is asked of the firm.
    let parts = [&cookie.name, kind, cookie.lifetime.get(lang), cookie.purpose.get(lang)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
