//! The facts of a clause, such as a recipient's role: by them rules compare answers without reading a sentence.
//!
//! They stand beside each clause in `src/content/clauses/*.toml`, and the build checks that none is forgotten.
//! Knows: the model's enums. Does not know: rules, or what a notice says.

pub use super::about::About;
use super::{find_clause, group};
use crate::notice::data::Origin;
use crate::notice::recipient::Role;

/// The facts of a clause. Lists of ids are empty where there is nothing to compare with.
#[derive(Debug)]
pub struct Facts {
    /// Of a recipient: its role. `None` where the contract decides.
    pub role: Option<Role>,
    /// Of a source: its nature. `None` where that depends.
    pub origin: Option<Origin>,
    /// Of a way to withdraw consent: what must exist for it to lead somewhere.
    pub needs: Option<Needs>,
    /// Of what is kept, or of a ground for keeping it: the months that a law demands at least, counted from the end of a
    /// year or of a financial period. 0 where no law counts so.
    pub least_months: u16,
    /// Of a start: whether it is the end of a year or of a financial period.
    pub year_end: bool,
    /// The matters that it is about.
    pub about: &'static [About],
    /// Of a disclosure: the recipients of which one must be listed.
    pub recipients: &'static [&'static str],
    /// The kinds and items of data of which one must be listed.
    pub data: &'static [&'static str],
    /// Of data: the sources of which one must be listed.
    pub sources: &'static [&'static str],
    /// Of people, data, a recipient or what is kept: the purposes that it serves.
    pub serves: Serves,
}

impl Facts {
    /// The facts of a clause that rules compare with nothing.
    pub const NONE: Self = Self {
        role: None,
        origin: None,
        needs: None,
        least_months: 0,
        year_end: false,
        about: &[],
        recipients: &[],
        data: &[],
        sources: &[],
        serves: Serves::Only(&[]),
    };

    /// Whether the clause is about a matter.
    pub fn is_about(&self, matter: About) -> bool {
        self.about.contains(&matter)
    }
}

/// What must exist for a way to withdraw consent to lead somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// An e-mail address in the notice.
    Email,
    /// A phone number in the notice.
    Phone,
    /// A customer account.
    Account,
    /// Nothing that the notice would say.
    Nothing,
}

/// The purposes that a row serves, by clause id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Serves {
    /// Every purpose but these; with none named, every purpose.
    AllBut(&'static [&'static str]),
    /// Only these.
    Only(&'static [&'static str]),
}

impl Serves {
    /// Whether a purpose is served.
    pub fn includes(self, purpose: &str) -> bool {
        match self {
            Self::AllBut(others) => !others.contains(&purpose),
            Self::Only(these) => these.contains(&purpose),
        }
    }
}

/// The facts of the clause with this id; [`Facts::NONE`] for a clause that this version does not have.
pub fn of(clause: &str) -> &'static Facts {
    find_clause(clause).map_or(&Facts::NONE, |clause| clause.facts)
}

/// The group of a clause, such as `data`: the list that offers it.
pub fn group_of(clause: &str) -> &str {
    clause.split('.').next().unwrap_or_default()
}

/// The id of the clause that starts a period at the end of a year, as laws count: the first such clause.
pub fn year_end() -> Option<&'static str> {
    group("start").find(|clause| clause.facts.year_end).map(|clause| clause.id)
}

/// The purposes that a clause serves; none for a clause about anything but people, data, recipients and retention.
pub fn serves(clause: &str) -> Serves {
    of(clause).serves
}
