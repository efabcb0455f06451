//! The review pack: everything that Seloste may write or propose in one language, as one document for a lawyer to
//! read row by row, mark and sign.
//!
//! Law: each row names its own. Knows: the catalogue, the rules, the defaults, the composer, HTML.
//! Does not know: the clock, files or screens. Only the command line makes it, so it is no part of the app.

mod clauses;
mod defaults;
mod facts;
mod screens;
mod sheet;

use crate::lang::Lang;
use crate::notice::date::Date;
use sheet::Part;

/// The whole document in one language, as self-contained HTML. `made` is the day that it bears.
pub fn html(lang: Lang, made: Date) -> String {
    sheet::html(lang, &day(made, lang), &parts(lang))
}

/// What is to be read, in the order in which a reviewer needs it: what a firm gets first, then what it is made of.
fn parts(lang: Lang) -> Vec<Part> {
    vec![
        defaults::kinds(lang),
        defaults::trades(lang),
        defaults::purposes(lang),
        clauses::clauses(lang),
        clauses::rules(lang),
        screens::screens(lang),
        screens::glossary(lang),
        facts::dated(lang),
    ]
}

/// A day as lawyers of the language write it.
fn day(date: Date, lang: Lang) -> String {
    if lang == Lang::En { date.iso() } else { date.dotted() }
}

/// A day of the catalogue. What is not a day stays as it is written.
fn written_day(iso: &str, lang: Lang) -> String {
    Date::parse(iso).map_or_else(|| iso.to_owned(), |date| day(date, lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::html::tests::well_nested;
    use std::collections::BTreeSet;

    #[test]
    fn the_document_is_well_nested_and_its_ids_are_unique() {
        for lang in Lang::ALL {
            let html = html(lang, Date::FIRST);
            let tags = well_nested(&html);
            assert_eq!(tags.iter().filter(|tag| *tag == "script").count(), 0);
            let ids: Vec<_> =
                html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let unique: BTreeSet<_> = ids.iter().collect();
            assert_eq!(ids.len(), unique.len(), "{lang:?}");
            for link in html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(unique.contains(&link), "{lang:?}: nothing is called {link}");
            }
        }
    }

    #[test]
    fn every_row_has_a_code_and_something_to_read() {
        for lang in Lang::ALL {
            for part in parts(lang) {
                assert!(!part.groups.is_empty() || part.id == "trades", "{}", part.id);
                for row in part.groups.iter().flat_map(|group| &group.rows) {
                    assert!(!row.code.is_empty());
                    assert!(!row.text.is_empty() || !row.composed.is_empty(), "{lang:?}: {}", row.code);
                }
            }
        }
    }
}
