//! What the content files look like: one type per kind of record. An unknown key is an error.

use super::lang_set::TAGS;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// One value per language, in the order of [`TAGS`]; a file has the tags as keys, and may leave some out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PerLang<T>(pub [T; TAGS.len()]);

/// A text of ours.
pub type Text = PerLang<String>;

impl<'de, T: Default + Deserialize<'de>> Deserialize<'de> for PerLang<T> {
    fn deserialize<D: Deserializer<'de>>(file: D) -> Result<Self, D::Error> {
        struct Tags<T>(PhantomData<T>);

        impl<'de, T: Default + Deserialize<'de>> Visitor<'de> for Tags<T> {
            type Value = PerLang<T>;

            fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
                write!(to, "a table with the keys {}", TAGS.join(", "))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut table: A) -> Result<PerLang<T>, A::Error> {
                let mut values = PerLang::default();
                while let Some(key) = table.next_key::<String>()? {
                    let index = TAGS.iter().position(|tag| *tag == key);
                    let index = index.ok_or_else(|| Error::unknown_field(&key, &TAGS))?;
                    values.0[index] = table.next_value()?;
                }
                Ok(values)
            }
        }

        file.deserialize_map(Tags(PhantomData))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sections {
    pub section: Vec<Section>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub id: String,
    pub title: Text,
    pub intro: Text,
    #[serde(default)]
    pub why: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fields {
    pub field: Vec<Field>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    pub id: String,
    pub label: Text,
    #[serde(default)]
    pub hint: Text,
    #[serde(default)]
    pub why: Text,
    #[serde(default)]
    pub example: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choices {
    pub choice: Vec<Choice>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub id: String,
    pub label: Text,
    #[serde(default)]
    pub hint: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Situations {
    pub situation: Vec<Situation>,
}

/// A row of the plain notice.
#[derive(Deserialize)]
pub struct Situation {
    pub id: String,
    #[serde(flatten)]
    pub title: Text,
    pub does: Vec<Phrase>,
}

/// What the firm does for a purpose of a situation.
#[derive(Deserialize)]
pub struct Phrase {
    pub purpose: String,
    #[serde(flatten)]
    pub words: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clauses {
    /// The kinds of register for which the whole file is offered; empty for all.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// The trades for which the whole file is offered; empty for all.
    #[serde(default)]
    pub trades: Vec<String>,
    pub clause: Vec<Clause>,
}

/// Keys that no field has are read as languages, which refuse the unknown: so here and below, where `flatten` stands.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Clause {
    pub id: String,
    #[serde(default)]
    pub law: Vec<String>,
    pub reviewed: toml::value::Datetime,
    #[serde(flatten)]
    pub text: Text,
    #[serde(default)]
    pub why: Text,
    #[serde(default)]
    pub kinds: Vec<String>,
    #[serde(default)]
    pub trades: Vec<String>,
    /// Of a purpose: its topic, its usual basis, and what else comes with choosing it.
    pub topic: Option<String>,
    pub basis: Option<toml::Value>,
    pub brings: Option<toml::Table>,
    /// What it is beyond its words; `build/facts.rs` says which group of clauses needs which of these.
    pub role: Option<Role>,
    pub origin: Option<Origin>,
    pub needs: Option<Needs>,
    pub to: Option<Compared>,
    pub data: Option<Compared>,
    pub sources: Option<Compared>,
    pub serves: Option<Serves>,
    pub least_months: Option<u16>,
    pub year_end: Option<bool>,
    #[serde(default)]
    pub about: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    Processor,
    Controller,
    Authority,
    Depends,
}

#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    Person,
    Other,
    Public,
    Depends,
}

#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Needs {
    Email,
    Phone,
    Account,
    Nothing,
}

/// The clauses of which one must stand in the notice too, or the words that there are none.
#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a list of clause ids, or \"not comparable\"")]
pub enum Compared {
    With(Vec<String>),
    Not(NotComparable),
}

#[derive(Deserialize)]
pub enum NotComparable {
    #[serde(rename = "not comparable")]
    Words,
}

/// The purposes that a clause serves.
#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a list of purposes, \"all\" or { all-but = [a list of purposes] }")]
pub enum Serves {
    Only(Vec<String>),
    All(All),
    But(AllBut),
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum All {
    All,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct AllBut {
    pub all_but: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    pub rule: Vec<Rule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    pub id: String,
    pub message: Text,
    pub advice: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UiTexts {
    pub text: Vec<UiText>,
}

#[derive(Deserialize)]
pub struct UiText {
    pub id: String,
    #[serde(flatten)]
    pub words: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Register {
    pub id: String,
    pub name: Text,
    pub help: Text,
    pub title: Text,
    pub applies: Text,
    pub notice: toml::Table,
    /// Why a section does not apply to the kind, or is answered beforehand; by section id.
    #[serde(default)]
    pub notes: BTreeMap<String, Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trade {
    pub id: String,
    /// The kinds of register that firms of the trade usually need, the first one first.
    pub proposes: Vec<String>,
    /// The kinds that some of them need.
    pub asks: Vec<String>,
    pub name: Text,
    pub help: Text,
    pub change: Vec<Change>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    pub kinds: Vec<String>,
    #[serde(default)]
    pub remove: Vec<String>,
    #[serde(default)]
    pub notice: toml::Table,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Countries {
    pub country: Vec<Country>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Country {
    pub id: String,
    pub name: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Vendors {
    pub as_of: toml::value::Datetime,
    pub ordinary: Vec<String>,
    pub joint_arrangement: Text,
    pub vendor: Vec<Vendor>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vendor {
    pub id: String,
    pub name: String,
    pub what: String,
    pub role: String,
    /// The firm behind a joint controller.
    pub joint: Option<String>,
    /// Where data is processed is asked: neither in the EEA nor elsewhere for all customers.
    pub place: Option<Place>,
    pub country: Option<String>,
    pub safeguard: Option<String>,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub purpose: Option<String>,
    #[serde(default)]
    pub cookies: Vec<Cookie>,
}

#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    Ask,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Cookie {
    pub name: String,
    pub kind: String,
    /// Missing where the firm is asked.
    pub lifetime: Option<Text>,
    pub purpose: Text,
    /// The firm's own site sets it.
    #[serde(default)]
    pub first_party: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Patterns {
    pub pattern: Vec<Pattern>,
}

/// Phrases that mean the same, per language; `any` for what means it in every language.
#[derive(Deserialize)]
pub struct Pattern {
    pub id: String,
    pub note: String,
    #[serde(flatten)]
    pub phrases: PerLang<Vec<String>>,
    #[serde(default)]
    pub any: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Glossary {
    pub entry: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub id: String,
    pub law: Vec<String>,
    pub term: Text,
    pub forms: PerLang<Vec<String>>,
    pub text: Text,
}
