//! Dated facts: what is true today, may change without a change in the GDPR, and must be checked again.
//!
//! Law: GDPR 13(2)(d) (the authority), 44–49 (transfers). Each fact says where and when it was verified.

mod changes;
mod countries;

pub use changes::{CHANGES, Change, Concern};
pub use countries::{COUNTRIES, CountryStatus, country_status};

use crate::lang::Localized;

/// A name or an address in three languages.
type Text = Localized<&'static str>;

/// A fact with the day on which somebody last compared it with its source.
#[derive(Clone, Copy, Debug)]
pub struct Dated<T> {
    /// The fact itself.
    pub fact: T,
    /// ISO date of the last check.
    pub verified_on: &'static str,
    /// Where it was checked.
    pub source: &'static str,
}

/// The supervisory authority to complain to.
#[derive(Clone, Copy, Debug)]
pub struct Authority {
    /// Its name.
    pub name: Text,
    /// Where to visit.
    pub visit: Text,
    /// Where to write.
    pub post: Text,
    /// The switchboard.
    pub phone: Text,
    /// The registry's e-mail.
    pub email: &'static str,
    /// The page in the reader's language, without the scheme.
    pub web: Text,
}

/// The Office of the Data Protection Ombudsman (Tietosuojalaki 8 §).
pub const AUTHORITY: Dated<Authority> = Dated {
    fact: Authority {
        name: Text {
            fi: "Tietosuojavaltuutetun toimisto",
            sv: "Dataombudsmannens byrå",
            en: "Office of the Data Protection Ombudsman",
        },
        visit: Text {
            fi: "Lintulahdenkuja 4, 00530 Helsinki",
            sv: "Fågelviksgränden 4, 00530 Helsingfors",
            en: "Lintulahdenkuja 4, 00530 Helsinki, Finland",
        },
        post: Text {
            fi: "PL\u{a0}800, 00531 Helsinki",
            sv: "PB\u{a0}800, 00531 Helsingfors",
            en: "P.O. Box\u{a0}800, 00531 Helsinki, Finland",
        },
        phone: Text { fi: "029 566 6700", sv: "029 566 6700", en: "+358 29 566 6700" },
        email: "tietosuoja@om.fi",
        web: Text { fi: "tietosuoja.fi", sv: "tietosuoja.fi/sv", en: "tietosuoja.fi/en" },
    },
    verified_on: "2026-11-20",
    source: "tietosuoja.fi/yhteystiedot",
};
