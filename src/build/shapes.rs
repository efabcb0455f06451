//! What the content files look like: one type per kind of record. An unknown key is an error.

use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Text {
    pub fi: String,
    pub sv: String,
    pub en: String,
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
pub struct Clauses {
    /// The kinds of register for which the whole file is offered; empty for all.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// The trades for which the whole file is offered; empty for all.
    #[serde(default)]
    pub trades: Vec<String>,
    pub clause: Vec<Clause>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Clause {
    pub id: String,
    #[serde(default)]
    pub law: Vec<String>,
    pub reviewed: toml::value::Datetime,
    pub fi: String,
    #[serde(default)]
    pub sv: String,
    #[serde(default)]
    pub en: String,
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
#[serde(deny_unknown_fields)]
pub struct UiText {
    pub id: String,
    pub fi: String,
    #[serde(default)]
    pub sv: String,
    #[serde(default)]
    pub en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Register {
    pub id: String,
    pub name: Text,
    pub help: Text,
    pub notice: toml::Table,
    /// Why a section does not apply to the kind, or is answered beforehand; by section id.
    #[serde(default)]
    pub notes: BTreeMap<String, Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trade {
    pub id: String,
    pub kind: String,
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
    pub consent_tool: String,
    pub ordinary: Vec<String>,
    pub vendor: Vec<Vendor>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vendor {
    pub id: String,
    pub name: String,
    pub what: String,
    pub role: String,
    pub country: Option<String>,
    pub safeguard: Option<String>,
    #[serde(default)]
    pub aliases: Vec<String>,
    pub purpose: Option<String>,
    #[serde(default)]
    pub cookies: Vec<Cookie>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cookie {
    pub name: String,
    pub kind: String,
    pub lifetime: Text,
    pub purpose: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Patterns {
    pub pattern: Vec<Pattern>,
}

/// Phrases that mean the same, per language; `any` for what means it in every language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    pub id: String,
    pub note: String,
    #[serde(default)]
    pub fi: Vec<String>,
    #[serde(default)]
    pub sv: Vec<String>,
    #[serde(default)]
    pub en: Vec<String>,
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
    pub forms: Forms,
    pub text: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forms {
    pub fi: Vec<String>,
    pub sv: Vec<String>,
    pub en: Vec<String>,
}
