//! Finding a service of the catalogue by what somebody types.
//!
//! Knows: the services, and what they do in each language. Does not know: screens.

use crate::content::{VENDORS, Vendor, find_clause};
use crate::lang::Lang;

/// The service of the catalogue with this id.
pub fn service(id: &str) -> Option<&'static Vendor> {
    VENDORS.iter().find(|vendor| vendor.id == id)
}

/// The services that fit what was typed, those whose names begin with it first; none for a blank text.
///
/// A service is found by its name, by what else it is called, and by what it does in this language.
pub fn search(typed: &str, lang: Lang) -> Vec<&'static Vendor> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<_> =
        VENDORS.iter().filter_map(|vendor| Some((rank(vendor, &typed, lang)?, vendor))).collect();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, vendor)| vendor).collect()
}

/// How well a service fits: 0 is best. `None` where it does not.
fn rank(vendor: &Vendor, typed: &str, lang: Lang) -> Option<u8> {
    let name = vendor.name.to_lowercase();
    let does =
        || find_clause(vendor.what).is_some_and(|what| what.text.get(lang).to_lowercase().contains(typed));
    if name.starts_with(typed) {
        Some(0)
    } else if name.contains(typed) || vendor.aliases.iter().any(|alias| alias.contains(typed)) {
        Some(1)
    } else {
        does().then_some(2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(typed: &str, lang: Lang) -> Vec<&'static str> {
        search(typed, lang).into_iter().map(|vendor| vendor.id).collect()
    }

    #[test]
    fn a_service_is_found_by_name_other_name_and_by_what_it_does() {
        assert_eq!(ids(" COOKIE", Lang::Fi), ["cookiebot", "cookiehub"]);
        assert_eq!(ids("facebook", Lang::Fi), ["meta-pixel"]);
        assert_eq!(ids("g", Lang::Fi)[..2], ["google-workspace", "google-analytics"]);
        assert!(ids("uutiskirje", Lang::Fi).contains(&"mailchimp"));
        assert!(ids("nyhetsbrev", Lang::Sv).contains(&"mailchimp"));
        assert!(ids("uutiskirje", Lang::En).is_empty());
    }

    #[test]
    fn nothing_typed_finds_nothing() {
        assert!(ids("  ", Lang::Fi).is_empty());
        assert!(ids("Esimerkkipalvelu", Lang::Fi).is_empty());
    }
}
