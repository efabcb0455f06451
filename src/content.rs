//! The catalogue: our own words, in three languages, each with the law it rests on.
//!
//! The words live in `src/content/*.toml`; a build script checks them and makes the tables below.
//! Knows: texts, and the ids and choices of the model that they belong to. Does not know: screens, or when a text is shown.

mod about;
pub mod choices;
mod explain;
pub mod facts;
pub mod glossary;
pub mod patterns;
mod question;
pub mod situations;
pub mod texts;

pub use explain::explain;
pub use facts::{About, Facts, Needs, Serves, serves};
pub use question::{Kept, Question, QuestionOption, Why};
pub use texts::Text;

use crate::fingerprint::fingerprint;
use crate::lang::{Lang, Localized};
use crate::law::Citation;
use crate::notice::{RegisterKind, Trade};
use crate::section::SectionId;
use serde::Serialize;
use std::fmt;
use std::sync::OnceLock;

/// The words of a section: its title in the notice, and how its screen introduces it.
#[derive(Debug)]
pub struct SectionWords {
    /// The section's id.
    pub id: &'static str,
    /// Title, in the notice and on the screen.
    pub title: Text,
    /// One or two sentences on top of the screen: what belongs here.
    pub intro: Text,
    /// Why it is asked, for those who want to know.
    pub why: Text,
}

/// The words of one question.
#[derive(Debug)]
pub struct Field {
    /// The id, which is also the field's path in the model where it has one.
    pub id: &'static str,
    /// The question.
    pub label: Text,
    /// What a good answer is; may be empty.
    pub hint: Text,
    /// Why we ask; may be empty.
    pub why: Text,
    /// An example; may be empty.
    pub example: Text,
}

/// One choice that a question offers.
#[derive(Debug)]
pub struct Choice {
    /// The id: `basis.contract`.
    pub id: &'static str,
    /// What it says.
    pub label: Text,
    /// When to choose it; may be empty.
    pub hint: Text,
}

/// A sentence of the notice.
#[derive(Debug)]
pub struct Clause {
    /// The id: `group.name`. A list of statements offers the clauses of its group.
    pub id: &'static str,
    /// What it rests on.
    pub law: &'static [Citation],
    /// ISO date of the last review.
    pub reviewed: &'static str,
    /// The sentence, with `{slots}`.
    pub text: Text,
    /// Why this default, for the person who decides; may be empty.
    pub why: Text,
    /// The kinds of register for which it is offered; empty for all.
    pub kinds: &'static [&'static str],
    /// The trades for which it is offered; empty for all.
    pub trades: &'static [&'static str],
    /// What rules compare without reading the sentence.
    pub facts: &'static Facts,
}

impl Clause {
    /// Whether screens offer it to a notice of this kind and trade.
    pub fn offered(&self, kind: RegisterKind, trade: Option<Trade>) -> bool {
        let kind_fits = self.kinds.is_empty() || self.kinds.contains(&kind.id());
        let trade_fits =
            self.trades.is_empty() || trade.is_some_and(|trade| self.trades.contains(&trade.id()));
        kind_fits && trade_fits
    }
}

/// The stable id of a rule, kebab-case: names its words, and scripts and saved dismissals rest on it. Each has a constant in
/// [`rule_id`], so that no rule without words can be named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct RuleId(&'static str);

impl RuleId {
    /// The id as it is written.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl PartialEq<str> for RuleId {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<&str> for RuleId {
    fn eq(&self, other: &&str) -> bool {
        self.0 == *other
    }
}

/// What a rule says when it fires.
#[derive(Debug)]
pub struct RuleWords {
    /// The rule.
    pub id: RuleId,
    /// What was found.
    pub message: Text,
    /// What to do about it.
    pub advice: Text,
}

/// A kind of register with its guided defaults.
#[derive(Debug)]
pub struct Register {
    /// The kind's id.
    pub id: &'static str,
    /// What the kind is called.
    pub name: Text,
    /// Who should choose it.
    pub help: Text,
    /// The title of the plain notice: "Tietosuojaseloste asiakkaille".
    pub title: Text,
    /// When the notice applies, said to the person.
    pub applies: Text,
    /// What a register of this kind is called in a new notice.
    pub usual_name: Text,
    /// The pre-filled notice as JSON: the file is a notice, in TOML, with the names of the JSON format.
    pub notice: &'static str,
    /// Why a section does not apply to the kind, or is answered beforehand: section id and reason.
    pub notes: &'static [(&'static str, Text)],
}

/// A trade, with what it changes in the guided defaults of a kind.
#[derive(Debug)]
pub struct TradeWords {
    /// The trade's id.
    pub id: &'static str,
    /// The ids of the kinds of register that firms of the trade usually need, the first one first.
    pub proposes: &'static [&'static str],
    /// The ids of the kinds that some of them need.
    pub asks: &'static [&'static str],
    /// What the trade is called.
    pub name: Text,
    /// Who should choose it.
    pub help: Text,
    /// What it changes.
    pub changes: &'static [Change],
}

/// What a trade changes in some kinds of register.
#[derive(Debug)]
pub struct Change {
    /// The kinds' ids; empty for all.
    pub kinds: &'static [&'static str],
    /// Rows that go, by the id of their clause.
    pub remove: &'static [&'static str],
    /// A partial notice as JSON: rows that are added, answers that are set.
    pub notice: &'static str,
}

/// A service that small firms use.
#[derive(Debug)]
pub struct Vendor {
    /// The stable id.
    pub id: &'static str,
    /// What it is called; the same in every language.
    pub name: &'static str,
    /// The clause that says what it does for the firm.
    pub what: &'static str,
    /// What else texts call it, in lower case.
    pub aliases: &'static [&'static str],
    /// The purpose that it is used for, where it has one of its own.
    pub purpose: Option<&'static str>,
    /// Where it processes data.
    pub place: VendorPlace,
    /// A partial notice as JSON: the recipient with its country and transfer ground, and the cookies that it sets.
    pub notice: &'static str,
}

/// Where a service processes data, as its terms said on the day of [`VENDORS_AS_OF`]: a proposal that the firm checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VendorPlace {
    /// In the EU or EEA.
    Eea,
    /// In this country, by its code.
    Abroad(&'static str),
    /// That differs from customer to customer, or is not known: the firm is asked.
    Asked,
}

#[allow(clippy::wildcard_imports, clippy::unreadable_literal)]
mod tables {
    use super::glossary::Entry;
    use super::situations::Situation;
    use super::texts::Source;
    use super::*;
    use crate::notice::data::Origin;
    use crate::notice::recipient::Role;
    use crate::notice::retention::Unit;
    include!(concat!(env!("OUT_DIR"), "/content.rs"));
}
pub use tables::*;

/// The words of a section.
pub fn section(id: SectionId) -> &'static SectionWords {
    // A test holds the file to the enum's order; the search is for the case that somebody breaks it.
    static NONE: SectionWords =
        SectionWords { id: "", title: Text::EMPTY, intro: Text::EMPTY, why: Text::EMPTY };
    SECTIONS.get(id.index()).unwrap_or(&NONE)
}

/// The clause with this id; `None` for one that this version does not have.
pub fn find_clause(id: &str) -> Option<&'static Clause> {
    /// By the fingerprints of their ids: a sorted table of pointers would be a part of the first load.
    static INDEX: OnceLock<Vec<(u64, &Clause)>> = OnceLock::new();
    let index = INDEX.get_or_init(|| {
        let mut index: Vec<_> =
            CLAUSES.iter().map(|clause| (fingerprint(clause.id.as_bytes()), *clause)).collect();
        index.sort_by_key(|(number, _)| *number);
        index
    });
    let wanted = fingerprint(id.as_bytes());
    let from = index.partition_point(|(number, _)| *number < wanted);
    let same = index.iter().skip(from).take_while(|(number, _)| *number == wanted);
    same.map(|(_, clause)| *clause).find(|clause| clause.id == id)
}

/// The clauses of a group, such as `data`, in the order of its file.
pub fn group(group: &str) -> impl Iterator<Item = &'static Clause> {
    CLAUSES.iter().copied().filter(move |clause| facts::group_of(clause.id) == group)
}

/// The words and defaults of a kind of register.
pub fn register(kind: RegisterKind) -> Option<&'static Register> {
    REGISTERS.iter().find(|register| register.id == kind.id())
}

/// The words and changes of a trade.
pub fn trade(trade: Trade) -> Option<&'static TradeWords> {
    TRADES.iter().find(|of| of.id == trade.id())
}

/// Why a section does not apply to a kind of register, or is answered beforehand.
pub fn note(kind: RegisterKind, section: SectionId) -> Option<Text> {
    let notes = register(kind)?.notes;
    notes.iter().find(|(id, _)| *id == section.id()).map(|(_, note)| *note)
}

/// The name of a country, where the model holds its code; what is no code of ours is the firm's own text. The names are
/// there in every language at any time: who writes Finnish may type a Swedish one.
pub fn country(code: &str, lang: Lang) -> &str {
    COUNTRIES.iter().find(|(id, _)| *id == code).map_or(code, |(_, name)| name.get(lang))
}

/// The code of a country that somebody typed in any of our languages; other text stays as it is.
pub fn country_code(typed: &str) -> &str {
    let lower = typed.trim().to_lowercase();
    let named =
        |name: &Localized<&str>| Lang::ALL.into_iter().any(|lang| name.get(lang).to_lowercase() == lower);
    COUNTRIES.iter().find(|(_, name)| named(name)).map_or(typed, |(id, _)| id)
}

/// What choosing a purpose adds to a notice: a partial notice as JSON. `None` for a clause that is no purpose of ours.
pub fn purpose(clause: &str) -> Option<&'static str> {
    let found = PURPOSES.binary_search_by(|(id, _)| (*id).cmp(clause)).ok()?;
    PURPOSES.get(found).map(|(_, notice)| *notice)
}

/// What a rule says.
pub fn rule(id: RuleId) -> Option<&'static RuleWords> {
    RULES.binary_search_by(|rule| rule.id.cmp(&id)).ok().and_then(|index| RULES.get(index))
}

/// The languages in which every text exists.
pub fn languages() -> impl Iterator<Item = Lang> {
    Lang::ALL.into_iter().filter(|lang| MISSING.get(*lang as usize).is_some_and(|texts| texts.is_empty()))
}

/// A text with its first letter as a capital. Clauses are written to stand inside a sentence; in a table cell or a list of choices
/// they begin one.
pub fn capitalised(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// Puts values into `{slots}`. A slot without a value stays as it is, and a test finds it.
pub fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let slot = after.split_once('}').and_then(|(slot, tail)| {
            values.iter().find(|(name, _)| *name == slot).map(|(_, value)| (*value, tail))
        });
        if let Some((value, tail)) = slot {
            out.push_str(value);
            rest = tail;
        } else {
            out.push('{');
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_filled_once_and_user_braces_stay() {
        assert_eq!(fill("a {x} b {y}", &[("x", "{y}"), ("y", "2")]), "a {y} b 2");
        assert_eq!(fill("{unknown} {", &[]), "{unknown} {");
        assert_eq!(fill("", &[("x", "1")]), "");
    }

    #[test]
    fn the_sections_file_follows_the_enum() {
        let ids: Vec<_> = SECTIONS.iter().map(|section| section.id).collect();
        let expected: Vec<_> = SectionId::ALL.into_iter().map(SectionId::id).collect();
        assert_eq!(ids, expected);
    }

    #[test]
    fn a_country_has_its_name_in_each_language_and_a_name_its_code() {
        assert_eq!(country("US", Lang::Fi), "Yhdysvallat");
        assert_eq!(country("Bhutan", Lang::Sv), "Bhutan", "own text stays");
        for typed in ["Yhdysvallat", "usa", " United States "] {
            assert_eq!(country_code(typed), "US");
        }
        assert_eq!(country_code("Bhutan"), "Bhutan");
    }

    #[test]
    fn every_citation_names_a_known_act() {
        for clause in CLAUSES {
            for citation in clause.law {
                assert!(citation.act_and_provision().is_some(), "{}: {}", clause.id, citation.code());
            }
        }
    }
}
