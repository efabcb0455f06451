//! The languages of a notice, and a value that exists once per language.
//!
//! Law: GDPR 12(1): the notice must be in a language that its readers understand.
//! Knows: the three languages. Does not know: any word of them.

mod set;

pub use set::{LangSet, TAGS};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A language that Seloste writes notices and its own interface in.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Finnish: written first, and the language that every text exists in.
    #[default]
    Fi,
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Lang {
    /// All languages, in the order of [`TAGS`].
    pub const ALL: [Self; TAGS.len()] = [Self::Fi, Self::Sv, Self::En];

    /// The BCP 47 tag, for `lang` attributes and the command line.
    pub const fn tag(self) -> &'static str {
        let [fi, sv, en] = TAGS;
        match self {
            Self::Fi => fi,
            Self::Sv => sv,
            Self::En => en,
        }
    }

    /// Reads a tag such as `sv` or `sv-FI`; `None` for a language that Seloste does not write.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(primary))
    }
}

impl LangSet {
    /// Only this language.
    pub const fn of(lang: Lang) -> Self {
        Self::only(lang as usize)
    }

    /// Whether the two sets share a language.
    pub const fn intersects(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The months as English names them, in order: the other languages write dates in figures.
pub const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// One value per language, side by side: `Localized<String>` for what the user wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields)]
pub struct Localized<T: Default + PartialEq> {
    /// Finnish.
    #[serde(skip_serializing_if = "is_default")]
    pub fi: T,
    /// Swedish.
    #[serde(skip_serializing_if = "is_default")]
    pub sv: T,
    /// English.
    #[serde(skip_serializing_if = "is_default")]
    pub en: T,
}

impl<T: Default + PartialEq> Localized<T> {
    /// The value in one language.
    pub const fn get(&self, lang: Lang) -> &T {
        match lang {
            Lang::Fi => &self.fi,
            Lang::Sv => &self.sv,
            Lang::En => &self.en,
        }
    }

    /// The value in one language, to be written to.
    pub const fn get_mut(&mut self, lang: Lang) -> &mut T {
        match lang {
            Lang::Fi => &mut self.fi,
            Lang::Sv => &mut self.sv,
            Lang::En => &mut self.en,
        }
    }
}

impl Localized<String> {
    /// What somebody wrote in one language only.
    pub fn only(lang: Lang, text: impl Into<String>) -> Self {
        let mut all = Self::default();
        *all.get_mut(lang) = text.into();
        all
    }

    /// Nothing but blanks in any language.
    pub fn is_blank(&self) -> bool {
        Lang::ALL.into_iter().all(|lang| self.is_blank_in(lang))
    }

    /// Nothing but blanks in this language.
    pub fn is_blank_in(&self, lang: Lang) -> bool {
        self.get(lang).trim().is_empty()
    }
}

/// For `skip_serializing_if`: a draft stays short when defaults are left out.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tables with an entry per language are indexed by the variant, and files name languages by their tags.
    #[test]
    fn variants_stand_in_the_order_of_their_tags_and_files_call_them_so() {
        for (index, lang) in Lang::ALL.into_iter().enumerate() {
            assert_eq!((lang as usize, lang.tag()), (index, TAGS[index]));
            assert_eq!(serde_json::json!(lang), lang.tag());
            assert_eq!(serde_json::json!(Localized::only(lang, "x")), serde_json::json!({ lang.tag(): "x" }));
        }
    }

    #[test]
    fn tags_go_there_and_back() {
        for lang in Lang::ALL {
            assert_eq!(Lang::from_tag(lang.tag()), Some(lang));
        }
        assert_eq!(Lang::from_tag("sv-FI"), Some(Lang::Sv));
        assert_eq!(Lang::from_tag("de"), None);
        assert_eq!(Lang::from_tag(""), None);
    }

    #[test]
    fn a_set_of_one_language_follows_the_order_of_the_tags() {
        for (index, lang) in Lang::ALL.into_iter().enumerate() {
            assert_eq!(LangSet::of(lang), LangSet::only(index));
            assert!(LangSet::of(lang).intersects(LangSet::ALL));
            let others = Lang::ALL.into_iter().filter(|other| *other != lang);
            assert!(others.into_iter().all(|other| !LangSet::of(other).intersects(LangSet::of(lang))));
        }
    }

    #[test]
    fn a_text_in_one_language_is_blank_in_the_others() {
        let text = Localized::only(Lang::Sv, "kunder");
        assert!(!text.is_blank());
        assert!(text.is_blank_in(Lang::Fi));
    }
}
