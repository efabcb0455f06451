//! Countries as people write them, and what the GDPR says of each: in the EEA, or with an adequacy decision.
//!
//! Law: GDPR 44–45. A country that is not listed here may have a decision that is newer than this list.

use super::Dated;

/// What the GDPR says of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the European Economic Area: nothing is transferred.
    Eea,
    /// The Commission has found its data protection adequate.
    Adequate,
    /// Adequate only for firms that take part in the EU–US Data Privacy Framework.
    UnitedStates,
}

/// Countries with their ISO codes, their names in Finnish, Swedish and English, and common short forms, in small letters.
type Countries = &'static [(Place, &'static [&'static str])];

/// The EEA, and the decisions of the Commission (45(3)).
pub const COUNTRIES: Dated<Countries> = Dated {
    fact: &[
        (Place::Eea, &["suomi", "finland"]),
        (Place::Eea, &["ruotsi", "sverige", "sweden"]),
        (Place::Eea, &["norja", "norge", "norway"]),
        (Place::Eea, &["tanska", "danmark", "denmark"]),
        (Place::Eea, &["islanti", "island", "iceland"]),
        (Place::Eea, &["viro", "estland", "estonia"]),
        (Place::Eea, &["latvia", "lettland"]),
        (Place::Eea, &["liettua", "litauen", "lithuania"]),
        (Place::Eea, &["saksa", "tyskland", "germany"]),
        (
            Place::Eea,
            &["alankomaat", "hollanti", "nederländerna", "holland", "netherlands", "the netherlands"],
        ),
        (Place::Eea, &["belgia", "belgien", "belgium"]),
        (Place::Eea, &["luxemburg", "luxembourg"]),
        (Place::Eea, &["ranska", "frankrike", "france"]),
        (Place::Eea, &["irlanti", "irland", "ireland"]),
        (Place::Eea, &["itävalta", "österrike", "austria"]),
        (Place::Eea, &["espanja", "spanien", "spain"]),
        (Place::Eea, &["portugali", "portugal"]),
        (Place::Eea, &["italia", "italien", "italy"]),
        (Place::Eea, &["malta"]),
        (Place::Eea, &["kreikka", "grekland", "greece"]),
        (Place::Eea, &["kypros", "cypern", "cyprus"]),
        (Place::Eea, &["puola", "polen", "poland"]),
        (Place::Eea, &["tšekki", "tsekki", "tjeckien", "czechia", "czech republic"]),
        (Place::Eea, &["slovakia", "slovakien"]),
        (Place::Eea, &["slovenia", "slovenien"]),
        (Place::Eea, &["unkari", "ungern", "hungary"]),
        (Place::Eea, &["romania", "rumänien"]),
        (Place::Eea, &["bulgaria", "bulgarien"]),
        (Place::Eea, &["kroatia", "kroatien", "croatia"]),
        (Place::Eea, &["liechtenstein"]),
        (Place::Eea, &["eu", "eta", "ees", "eea", "eu/eta", "eu/ees", "eu/eea"]),
        (
            Place::UnitedStates,
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
            Place::Adequate,
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
        (Place::Adequate, &["ch", "sveitsi", "schweiz", "switzerland"]),
        (Place::Adequate, &["ad", "andorra"]),
        (Place::Adequate, &["ar", "argentiina", "argentina"]),
        (Place::Adequate, &["br", "brasilia", "brasilien", "brazil"]),
        (Place::Adequate, &["ca", "kanada", "canada"]),
        (Place::Adequate, &["fo", "färsaaret", "färöarna", "faroe islands"]),
        (Place::Adequate, &["gg", "guernsey"]),
        (Place::Adequate, &["je", "jersey"]),
        (Place::Adequate, &["im", "mansaari", "man", "isle of man"]),
        (Place::Adequate, &["il", "israel"]),
        (Place::Adequate, &["jp", "japani", "japan"]),
        (Place::Adequate, &["nz", "uusi-seelanti", "nya zeeland", "new zealand"]),
        (
            Place::Adequate,
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
        (Place::Adequate, &["uy", "uruguay"]),
        (
            Place::Adequate,
            &["euroopan patenttijärjestö", "europeiska patentorganisationen", "european patent organisation"],
        ),
    ],
    verified_on: "2026-11-20",
    source: "tietosuoja.fi/siirto-tietosuojan-riittavyytta-koskevan-paatoksen-perusteella",
};

/// What the GDPR says of a country, as somebody typed it; `None` for one that is not listed.
pub fn place(typed: &str) -> Option<Place> {
    let typed = typed.trim().trim_end_matches('.').to_lowercase();
    let found = COUNTRIES.fact.iter().find(|(_, names)| names.contains(&typed.as_str()));
    found.map(|(place, _)| *place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn countries_are_known_in_three_languages() {
        for typed in ["Yhdysvallat", " USA ", "Förenta staterna", "United States"] {
            assert_eq!(place(typed), Some(Place::UnitedStates), "{typed}");
        }
        assert_eq!(place("Norge"), Some(Place::Eea));
        assert_eq!(place("Iso-Britannia"), Some(Place::Adequate));
        for typed in ["Intia", "", "Yhdysvallat ja Intia"] {
            assert_eq!(place(typed), None, "{typed}");
        }
    }

    #[test]
    fn no_name_stands_for_two_countries() {
        let names: Vec<_> = COUNTRIES.fact.iter().flat_map(|(_, names)| *names).collect();
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
        assert!(names.iter().all(|name| name.to_lowercase() == **name));
    }
}
