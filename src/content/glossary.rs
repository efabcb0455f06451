//! The glossary: which terms of the law a screen uses, and what they mean in plain words.
//!
//! Knows: `glossary.toml`, and the words of sections, questions and choices. Does not know: how a screen shows them.

use super::{CHOICES, FIELDS, GLOSSARY, Text, section};
use crate::lang::Lang;
use crate::law::Citation;
use crate::notice::RegisterKind;
use crate::section::SectionId;

/// A term.
#[derive(Debug)]
pub struct Entry {
    /// The stable id.
    pub id: &'static str,
    /// The term as a dictionary has it.
    pub term: Text,
    /// What it means, in a sentence or two.
    pub text: Text,
    /// Where the law speaks of it.
    pub law: &'static [Citation],
    /// How texts of each language have it: forms with a bar between, see `glossary.toml`.
    pub forms: Text,
}

/// The terms in some texts, in the order in which they first occur.
pub fn find<'a>(texts: impl IntoIterator<Item = &'a str>, lang: Lang) -> Vec<&'static Entry> {
    let mut words = Vec::new();
    for text in texts {
        let lower = text.to_lowercase();
        words
            .extend(lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned));
        // No term reaches from one text into the next.
        words.push(String::new());
    }
    let position =
        |entry: &Entry| entry.forms.get(lang).split('|').filter_map(|form| first(&words, form)).min();
    let mut found: Vec<_> =
        GLOSSARY.iter().filter_map(|entry| position(entry).map(|position| (position, entry))).collect();
    found.sort_by_key(|(position, _)| *position);
    found.into_iter().map(|(_, entry)| entry).collect()
}

/// The index of the word at which a form first occurs. A form is made of whole words, or of beginnings of words with a star.
fn first(words: &[String], form: &str) -> Option<usize> {
    let pattern: Vec<_> = form.split(' ').collect();
    let is = |word: &str, expected: &str| match expected.strip_suffix('*') {
        Some(start) => word.starts_with(start),
        None => word == expected,
    };
    words
        .windows(pattern.len())
        .position(|window| window.iter().zip(&pattern).all(|(word, expected)| is(word, expected)))
}

/// The terms on the screen of a section: in its title and introduction, its questions and the choices they offer.
pub fn of_section(id: SectionId, kind: RegisterKind, lang: Lang) -> Vec<&'static Entry> {
    let section = section(id);
    let mut texts = vec![section.title, section.intro];
    let here = |of: &str| {
        let is =
            |name: &str| of.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        is(id.id()) || asked(id, kind).iter().any(|name| is(name))
    };
    for field in FIELDS.iter().filter(|field| here(field.id)) {
        texts.extend([field.label, field.hint]);
    }
    for choice in CHOICES.iter().filter(|choice| here(choice.id)) {
        texts.extend([choice.label, choice.hint]);
    }
    find(texts.into_iter().map(|text| text.get(lang)), lang)
}

/// How the ids of a section's questions and choices begin, where they do not begin with the section's own id.
const fn asked(id: SectionId, kind: RegisterKind) -> &'static [&'static str] {
    match id {
        SectionId::Register if matches!(kind, RegisterKind::Care) => {
            &["clients", "register-name", "languages"]
        }
        SectionId::Register => &["register-name", "languages"],
        SectionId::Date => &["drawn-up", "updated"],
        SectionId::Contact | SectionId::Dpo | SectionId::Representative => &["person"],
        SectionId::Purposes => &["purpose", "basis", "topic"],
        SectionId::Provision => &["requirement"],
        SectionId::Sources => &["source", "origin"],
        SectionId::Recipients => &["recipient", "role", "location", "transfer", "safeguard"],
        SectionId::Transfers => &["transfer", "safeguard"],
        SectionId::Cookies => &["cookie", "cookie-kind"],
        SectionId::AutomatedDecisions => &["profiling", "decisions"],
        SectionId::OtherRights if matches!(kind, RegisterKind::Care) => &["ombudsperson", "person"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn ids(texts: &[&str], lang: Lang) -> Vec<&'static str> {
        find(texts.iter().copied(), lang).iter().map(|entry| entry.id).collect()
    }

    #[test]
    fn terms_are_found_as_whole_words_inflected_and_in_order() {
        let text = "Jos oikeutettuun etuun vedotaan, Suostumuksia ei kysytä.";
        assert_eq!(ids(&[text], Lang::Fi), ["legitimate-interest", "consent"]);
        assert_eq!(ids(&["Rekisterinpitäjän nimi"], Lang::Fi), ["controller"], "not the register in it");
        assert_eq!(ids(&["EU:n tai ETA:n ulkopuolelle"], Lang::Fi), ["eea"]);
        assert_eq!(ids(&["etapit, metatieto"], Lang::Fi), [""; 0]);
        assert_eq!(ids(&["ett berättigat", "intresse"], Lang::Sv), [""; 0], "two texts are two texts");
        assert_eq!(ids(&["kakor och kakor"], Lang::Sv), ["cookie"], "once");
        assert_eq!(ids(&[], Lang::En), [""; 0]);
    }

    #[test]
    fn every_entry_is_on_some_screen_in_every_language() {
        for lang in Lang::ALL {
            let shown: BTreeSet<_> = SectionId::ALL
                .into_iter()
                .flat_map(|id| of_section(id, RegisterKind::Customers, lang))
                .map(|entry| entry.id)
                .collect();
            let idle: Vec<_> =
                GLOSSARY.iter().map(|entry| entry.id).filter(|id| !shown.contains(id)).collect();
            assert!(idle.is_empty(), "{lang:?}: {idle:?}");
        }
        assert!(GLOSSARY.len() >= 25);
    }

    #[test]
    fn every_question_belongs_to_a_screen() {
        let mut sections: Vec<_> = SectionId::ALL.into_iter().map(SectionId::id).collect();
        sections.extend(SectionId::ALL.into_iter().flat_map(|id| asked(id, RegisterKind::Care)));
        for field in FIELDS {
            let name = field.id.split('.').next().unwrap_or_default();
            assert!(sections.contains(&name), "{}", field.id);
        }
    }

    #[test]
    fn explanations_are_short_and_cite_known_acts() {
        for entry in GLOSSARY {
            for lang in Lang::ALL {
                let text = entry.text.get(lang);
                let sentences: Vec<_> = text.split_inclusive(". ").collect();
                assert!(sentences.len() <= 2, "{} {lang:?}: {} sentences", entry.id, sentences.len());
                for sentence in sentences {
                    let words = sentence.split_whitespace().count();
                    assert!(words <= 30, "{} {lang:?}: {words} words: {sentence}", entry.id);
                }
                assert!(text.ends_with('.'), "{}", entry.id);
                assert!(!find([entry.term.get(lang)], lang).is_empty(), "{} {lang:?}", entry.id);
            }
            assert!(!entry.law.is_empty(), "{}", entry.id);
            for citation in entry.law {
                assert!(citation.act_and_provision().is_some(), "{}: {}", entry.id, citation.code());
            }
        }
    }
}
