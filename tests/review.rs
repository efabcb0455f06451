//! The review pack misses nothing: every id and every text of the catalogue is in each language's document.

use seloste::content::choices::Worded;
use seloste::content::{
    self, CHOICES, CLAUSES, COUNTRIES, FIELDS, GLOSSARY, REGISTERS, SECTIONS, Serves, TRADES, Text, VENDORS,
    VENDORS_AS_OF,
};
use seloste::lang::Lang;
use seloste::law::facts::{self, AUTHORITY, CountryStatus};
use seloste::notice::date::Date;
use seloste::review;
use seloste::rules;

fn made() -> Date {
    Date::new(2026, 11, 21).expect("a day")
}

fn escaped(text: &str) -> String {
    let marks = [("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;")];
    marks.iter().fold(text.to_owned(), |text, (mark, escaped)| text.replace(mark, escaped))
}

/// A pack, and what was looked for in it in vain.
struct Pack {
    lang: Lang,
    html: String,
    missing: Vec<String>,
}

impl Pack {
    fn new(lang: Lang) -> Self {
        Self { lang, html: review::html(lang, made()), missing: Vec::new() }
    }

    /// The row with this anchor, up to the next one.
    fn row(&mut self, anchor: &str) -> String {
        let start = self.html.find(&format!("id=\"{anchor}\">"));
        let Some(start) = start else {
            self.missing.push(anchor.to_owned());
            return String::new();
        };
        let row = &self.html[start..];
        row[..row.find("<div class=\"row").unwrap_or(row.len())].to_owned()
    }

    /// Whether a row has these texts.
    fn has<'a>(&mut self, anchor: &str, texts: impl IntoIterator<Item = &'a str>) {
        let row = self.row(anchor);
        for text in texts {
            if !row.contains(&escaped(text)) {
                self.missing.push(format!("{anchor}: {text}"));
            }
        }
    }

    fn says(&mut self, anchor: &str, texts: &[Text]) {
        let lang = self.lang;
        for text in texts {
            let empty = text.get(lang).is_empty() && Lang::ALL.iter().any(|lang| !text.get(*lang).is_empty());
            assert!(!empty, "{anchor} lacks {lang:?}");
        }
        self.has(anchor, texts.iter().map(|text| text.get(lang)));
    }
}

fn day(iso: &str, lang: Lang) -> String {
    let date = Date::parse(iso).unwrap_or_else(|| panic!("{iso}"));
    if lang == Lang::En { date.iso() } else { date.dotted() }
}

/// Looks for something in each language's pack, and tells all that was not there.
fn each(check: impl Fn(&mut Pack)) {
    for lang in Lang::ALL {
        let mut pack = Pack::new(lang);
        check(&mut pack);
        assert!(pack.missing.is_empty(), "{lang:?} lacks:\n{}", pack.missing.join("\n"));
    }
}

#[test]
fn every_clause_is_there_with_its_law_its_reason_and_its_day() {
    each(|pack| {
        for clause in CLAUSES {
            let row = format!("clauses.{}", clause.id);
            pack.says(&row, &[clause.text, clause.why]);
            let law: Vec<_> = clause.law.iter().map(|citation| citation.display(pack.lang)).collect();
            pack.has(&row, law.iter().map(String::as_str));
            pack.has(&row, [clause.id, &*day(clause.reviewed, pack.lang)]);
            let kinds = REGISTERS.iter().filter(|kind| clause.kinds.contains(&kind.id));
            pack.has(&row, kinds.map(|kind| kind.name.get(pack.lang)).collect::<Vec<_>>());
            let trades = TRADES.iter().filter(|trade| clause.trades.contains(&trade.id));
            pack.has(&row, trades.map(|trade| trade.name.get(pack.lang)).collect::<Vec<_>>());
        }
    });
}

#[test]
fn every_clause_says_what_it_is_compared_by_and_which_purposes_it_serves() {
    each(|pack| {
        for clause in CLAUSES {
            let row = format!("clauses.{}", clause.id);
            let facts = clause.facts;
            let role = facts.role.map(|role| role.words().label);
            let origin = facts.origin.map(|origin| origin.words().label);
            let (Serves::AllBut(purposes) | Serves::Only(purposes)) = facts.serves;
            let others = [purposes, facts.data, facts.recipients, facts.sources].concat();
            let texts = others.iter().filter_map(|id| content::find_clause(id)).map(|clause| clause.text);
            pack.says(&row, &role.into_iter().chain(origin).chain(texts).collect::<Vec<_>>());
        }
    });
}

#[test]
fn every_rule_is_there_with_its_advice_its_law_and_its_criteria() {
    each(|pack| {
        for rule in rules::all() {
            let row = format!("rules.{}", rule.id);
            let words = content::rule(rule.id).unwrap_or_else(|| panic!("{}", rule.id));
            pack.says(&row, &[words.message, words.advice]);
            let law: Vec<_> = rule.law.iter().map(|citation| citation.display(pack.lang)).collect();
            pack.has(&row, law.iter().map(String::as_str).chain(rule.anchor.iter().copied()));
        }
    });
}

#[test]
fn every_word_of_the_screens_is_there() {
    each(|pack| {
        for section in SECTIONS {
            pack.says(&format!("screens.{}", section.id), &[section.title, section.intro, section.why]);
        }
        for field in FIELDS {
            let row = format!("screens.field.{}", field.id);
            pack.says(&row, &[field.label, field.hint, field.why, field.example]);
        }
        for choice in CHOICES {
            pack.says(&format!("screens.choice.{}", choice.id), &[choice.label, choice.hint]);
        }
        for entry in GLOSSARY {
            let row = format!("glossary.{}", entry.id);
            pack.says(&row, &[entry.term, entry.text]);
            let law: Vec<_> = entry.law.iter().map(|citation| citation.display(pack.lang)).collect();
            pack.has(&row, law.iter().map(String::as_str));
        }
    });
}

#[test]
fn every_kind_is_there_as_the_notice_that_it_yields() {
    each(|pack| {
        for kind in REGISTERS {
            pack.says(&format!("defaults.{}", kind.id), &[kind.help]);
            for (section, note) in kind.notes {
                pack.says(&format!("defaults.{}.{section}", kind.id), &[*note]);
            }
            // Each purpose of the kind stands in its notice; purposes are told apart by their clause.
            let purposes = kind.notice.split("{\"clause\":{\"id\":\"purpose.").skip(1);
            let ids = purposes.filter_map(|rest| rest.split('"').next()).map(|id| format!("purpose.{id}"));
            let texts: Vec<_> = ids
                .map(|id| content::find_clause(&id).unwrap_or_else(|| panic!("{id}")).text.get(pack.lang))
                .collect();
            assert!(!texts.is_empty(), "{}", kind.id);
            // In a cell a text begins with a capital.
            let rest =
                texts.iter().map(|text| text.split_at(text.chars().next().map_or(0, char::len_utf8)).1);
            pack.has(&format!("defaults.{}.purposes", kind.id), rest.collect::<Vec<_>>());
        }
    });
}

#[test]
fn every_trade_is_there_with_what_goes_and_what_comes() {
    each(|pack| {
        for trade in TRADES {
            pack.says(&format!("trades.{}", trade.id), &[trade.help]);
            for (place, change) in trade.changes.iter().enumerate() {
                let row = format!("trades.{}.{}", trade.id, place + 1);
                let ids = change.notice.split("{\"clause\":{\"id\":\"").skip(1);
                let ids: Vec<_> = ids.filter_map(|rest| rest.split('"').next()).collect();
                for id in ids.iter().chain(change.remove) {
                    let clause = content::find_clause(id).unwrap_or_else(|| panic!("{id}"));
                    pack.has(&row, [clause.id, clause.text.get(pack.lang)]);
                }
            }
        }
    });
}

#[test]
fn every_purpose_service_country_and_dated_fact_is_there() {
    each(|pack| {
        for clause in content::group("purpose") {
            pack.says(&format!("purposes.{}", clause.id), &[clause.text]);
        }
        for vendor in VENDORS {
            let row = format!("facts.vendor.{}", vendor.id);
            pack.has(&row, [vendor.name, &*day(VENDORS_AS_OF, pack.lang)]);
            pack.says(&row, &[content::find_clause(vendor.what).expect("a clause").text]);
        }
        for (code, name) in COUNTRIES {
            pack.has(&format!("facts.country.{code}"), [*name.get(pack.lang)]);
        }
        for (place, names) in facts::COUNTRIES.fact {
            let row = match place {
                CountryStatus::Eea => "facts.place.eea",
                CountryStatus::Adequate => "facts.place.adequate",
                CountryStatus::UnitedStates => "facts.place.united-states",
            };
            let verified = day(facts::COUNTRIES.verified_on, pack.lang);
            pack.has(row, names.iter().copied().chain([facts::COUNTRIES.source, &*verified]));
        }
        let fact = &AUTHORITY.fact;
        let texts = [&fact.name, &fact.visit, &fact.post, &fact.phone, &fact.web].map(|t| *t.get(pack.lang));
        pack.has("facts.authority", texts);
        pack.has("facts.authority", [fact.email, AUTHORITY.source, &*day(AUTHORITY.verified_on, pack.lang)]);
    });
}

#[test]
fn a_pack_bears_its_version_and_day_and_a_place_to_sign() {
    each(|pack| {
        let day = if pack.lang == Lang::En { "2026-11-21" } else { "21.11.2026" };
        assert!(pack.html.contains(env!("CARGO_PKG_VERSION")) && pack.html.contains(day));
        assert!(pack.html.contains(&format!("<html lang=\"{}\">", pack.lang.tag())));
        assert!(pack.html.contains("id=\"sign-off\"") && !pack.html.contains("<script"));
        let rows = pack.html.matches("<div class=\"row").count();
        let boxes = pack.html.matches("class=\"box-to-tick\"").count();
        assert_eq!(boxes, rows + 2, "a box for each row, and two for the outcome");
        assert!(pack.html.contains(&rows.to_string()), "{rows} rows are counted");
    });
}
