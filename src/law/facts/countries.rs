//! Countries as people write them, and what the GDPR says of each: in the EEA, or with an adequacy decision.
//!
//! Law: GDPR 44–45. A country that is not listed here may have a decision that is newer than this list.

use self::CountryStatus::{Adequate, Eea, UnitedStates};
use super::Dated;

/// What the GDPR says of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountryStatus {
    /// In the European Economic Area: nothing is transferred.
    Eea,
    /// The Commission has found its data protection adequate.
    Adequate,
    /// Adequate only for firms that take part in the EU–US Data Privacy Framework.
    UnitedStates,
}

/// Countries with their ISO codes, their names in Finnish, Swedish and English, and common short forms, in small letters.
type Countries = &'static [(CountryStatus, &'static [&'static str])];

/// The EEA, and the decisions of the Commission (45(3)).
pub const COUNTRIES: Dated<Countries> = Dated {
    fact: &[
        (Eea, &["suomi", "finland"]),
        (Eea, &["ruotsi", "sverige", "sweden"]),
        (Eea, &["norja", "norge", "norway"]),
        (Eea, &["tanska", "danmark", "denmark"]),
        (Eea, &["islanti", "island", "iceland"]),
        (Eea, &["viro", "estland", "estonia"]),
        (Eea, &["latvia", "lettland"]),
        (Eea, &["liettua", "litauen", "lithuania"]),
        (Eea, &["saksa", "tyskland", "germany"]),
        (Eea, &["alankomaat", "hollanti", "nederländerna", "holland", "netherlands", "the netherlands"]),
        (Eea, &["belgia", "belgien", "belgium"]),
        (Eea, &["luxemburg", "luxembourg"]),
        (Eea, &["ranska", "frankrike", "france"]),
        (Eea, &["irlanti", "irland", "ireland"]),
        (Eea, &["itävalta", "österrike", "austria"]),
        (Eea, &["espanja", "spanien", "spain"]),
        (Eea, &["portugali", "portugal"]),
        (Eea, &["italia", "italien", "italy"]),
        (Eea, &["malta"]),
        (Eea, &["kreikka", "grekland", "greece"]),
        (Eea, &["kypros", "cypern", "cyprus"]),
        (Eea, &["puola", "polen", "poland"]),
        (Eea, &["tšekki", "tsekki", "tjeckien", "czechia", "czech republic"]),
        (Eea, &["slovakia", "slovakien"]),
        (Eea, &["slovenia", "slovenien"]),
        (Eea, &["unkari", "ungern", "hungary"]),
        (Eea, &["romania", "rumänien"]),
        (Eea, &["bulgaria", "bulgarien"]),
        (Eea, &["kroatia", "kroatien", "croatia"]),
        (Eea, &["liechtenstein"]),
        (Eea, &["eu", "eta", "ees", "eea", "eu/eta", "eu/ees", "eu/eea"]),
        (
            UnitedStates,
            &[
                "yhdysvallat",
                "usa",
                "us",
                "yhdysvallat (usa)",
                "förenta staterna",
                "united states",
                "the united states",
            ],
        ),
        (
            Adequate,
            &[
                "gb",
                "iso-britannia",
                "britannia",
                "yhdistynyt kuningaskunta",
                "storbritannien",
                "united kingdom",
                "the united kingdom",
                "great britain",
                "uk",
            ],
        ),
        (Adequate, &["ch", "sveitsi", "schweiz", "switzerland"]),
        (Adequate, &["ad", "andorra"]),
        (Adequate, &["ar", "argentiina", "argentina"]),
        (Adequate, &["br", "brasilia", "brasilien", "brazil"]),
        (Adequate, &["ca", "kanada", "canada"]),
        (Adequate, &["fo", "färsaaret", "färöarna", "faroe islands"]),
        (Adequate, &["gg", "guernsey"]),
        (Adequate, &["je", "jersey"]),
        (Adequate, &["im", "mansaari", "man", "isle of man"]),
        (Adequate, &["il", "israel"]),
        (Adequate, &["jp", "japani", "japan"]),
        (Adequate, &["nz", "uusi-seelanti", "nya zeeland", "new zealand"]),
        (
            Adequate,
            &[
                "kr",
                "etelä-korea",
                "korean tasavalta",
                "sydkorea",
                "republiken korea",
                "south korea",
                "republic of korea",
            ],
        ),
        (Adequate, &["uy", "uruguay"]),
        (
            Adequate,
            &["euroopan patenttijärjestö", "europeiska patentorganisationen", "european patent organisation"],
        ),
    ],
    verified_on: "2026-11-20",
    source: "tietosuoja.fi/siirto-tietosuojan-riittavyytta-koskevan-paatoksen-perusteella",
};

/// What the GDPR says of a country, as somebody typed it; `None` for one that is not listed.
pub fn country_status(typed: &str) -> Option<CountryStatus> {
    let typed = typed.trim().trim_end_matches('.').to_lowercase();
    let found = COUNTRIES.fact.iter().find(|(_, names)| names.contains(&typed.as_str()));
    found.map(|(status, _)| *status)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn countries_are_known_in_three_languages() {
        for typed in ["Yhdysvallat", " USA ", "Förenta staterna", "United States"] {
            assert_eq!(country_status(typed), Some(UnitedStates), "{typed}");
        }
        assert_eq!(country_status("Norge"), Some(Eea));
        assert_eq!(country_status("Iso-Britannia"), Some(Adequate));
        for typed in ["Intia", "", "Yhdysvallat ja Intia"] {
            assert_eq!(country_status(typed), None, "{typed}");
        }
    }

    #[test]
    fn no_name_stands_for_two_countries() {
        let names: Vec<_> = COUNTRIES.fact.iter().flat_map(|(_, names)| *names).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
        assert!(names.iter().all(|name| name.to_lowercase() == **name));
    }
}
