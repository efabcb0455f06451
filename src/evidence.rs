//! The evidence report: for each thing that must be told, where in the notice it is told, and what the rules found.
//!
//! Law: GDPR 5(2) (who is responsible must be able to show it), 13–14. Beside the articles stand two published lists: the 23
//! completeness criteria (C1–C23) and the 21 transparency requirements.
//! Knows: rules, the composed notice, the catalogue. Does not know: formats beyond its JSON, screens, whether anything is true.

mod document;
mod json;
mod look;
mod requirements;

pub use document::document;
pub use json::{FindingJson, json};
pub use requirements::{REQUIREMENTS, Requirement, Set};

use crate::compose::told_by_section;
use crate::lang::Lang;
use crate::notice::Notice;
use crate::notice::date::Date;
use crate::notice::origin::{Origin, Origins};
use crate::notice::parts;
use crate::rules::{self, Beside, Dismissed, Finding, Rule};
use crate::section::SectionId;

/// Whether a thing that must be told is told. Never more than that: a notice may say it, and it may be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// The notice says it.
    Found,
    /// The section where it is told is in the firm's own words: these stand there, and nobody looked whether they tell it.
    OwnWords,
    /// The notice does not say it.
    NotFound,
    /// This notice need not say it.
    NotApplicable,
}

impl Status {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::OwnWords => "own-words",
            Self::NotFound => "not-found",
            Self::NotApplicable => "not-applicable",
        }
    }
}

/// Who answers for what a notice says in a section: the least certain of its facts decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SaidBy {
    /// It follows from the law, or from other sections: the firm is asked nothing.
    Law,
    /// The firm typed it or chose it.
    Firm,
    /// The firm answered it in the interview.
    Answer,
    /// It was suggested, and the firm said that it is so.
    Confirmation,
    /// Nobody has said that it is so.
    Nobody,
}

impl SaidBy {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Firm => "said",
            Self::Answer => "answered",
            Self::Confirmation => "confirmed",
            Self::Nobody => "suggested",
        }
    }

    /// Of the facts of a section.
    fn of(notice: &Notice, origins: &Origins, section: SectionId) -> Self {
        let mut said = Self::Law;
        parts::visit(notice, |of, path, content| {
            if of == rules::source(section) && content.is_said() {
                said = said.max(match origins.get(path) {
                    None | Some(Origin::Said) => Self::Firm,
                    Some(Origin::Answered(_)) => Self::Answer,
                    Some(Origin::Confirmed | Origin::ConfirmedWith(_)) => Self::Confirmation,
                    Some(Origin::Suggested | Origin::AddedWith(_) | Origin::Read(_)) => Self::Nobody,
                });
            }
        });
        said
    }
}

/// A requirement, and what the notice says of it.
#[derive(Clone, Debug)]
pub struct Met {
    /// The requirement.
    pub requirement: &'static Requirement,
    /// Whether it is told.
    pub status: Status,
    /// The words of the notice that tell it; empty where none do.
    pub sentence: String,
    /// Who answers for them; `None` where nobody asked.
    pub by: Option<SaidBy>,
}

/// The report on one notice in one language.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The language.
    pub lang: Lang,
    /// The notice's title.
    pub title: String,
    /// The firm.
    pub firm: String,
    /// The day of the check.
    pub checked_on: Date,
    /// All requirements, in the order of their list.
    pub requirements: Vec<Met>,
    /// What the rules found.
    pub findings: Vec<Finding>,
    /// What the firm has set aside, with its reasons.
    pub dismissed: Vec<Dismissed>,
}

impl Evidence {
    /// How many requirements are told, and how many there are for this notice.
    pub fn count(&self) -> (usize, usize) {
        let of = |status| self.requirements.iter().filter(|met| met.status == status).count();
        (of(Status::Found), of(Status::Found) + of(Status::OwnWords) + of(Status::NotFound))
    }
}

/// Gathers the evidence of a notice in one language.
pub fn gather(notice: &Notice, beside: &Beside<'_>, today: Date, lang: Lang) -> Evidence {
    let composed = told_by_section(notice, lang);
    let report = rules::check_with(notice, today, beside);
    let requirements = REQUIREMENTS.iter().map(|requirement| {
        let replaced = |section| notice.is_replaced(section);
        let sentence = look::sentence(requirement, &composed, replaced);
        let status = match (requirement.applies)(notice) {
            false => Status::NotApplicable,
            true if sentence.is_some() && look::any_section(requirement, replaced) => Status::OwnWords,
            true if sentence.is_some() => Status::Found,
            true => Status::NotFound,
        };
        let sentence = sentence.filter(|_| status != Status::NotApplicable).unwrap_or_default();
        let found = beside.origins.filter(|_| status == Status::Found);
        let by = found.map(|origins| SaidBy::of(notice, origins, requirement.section));
        Met { requirement, status, sentence, by }
    });
    Evidence {
        lang,
        title: composed.title.clone(),
        firm: composed.firm.clone(),
        checked_on: today,
        requirements: requirements.collect(),
        findings: report.findings,
        dismissed: report.dismissed,
    }
}

/// The rules that ask for the same as a requirement.
pub fn rules_of(requirement: &Requirement) -> impl Iterator<Item = &'static Rule> {
    let asks = move |rule: &&'static Rule| match requirement.set {
        Set::Articles => rule.law.iter().any(|law| requirement.law.contains(law)),
        Set::Criteria | Set::Labels => rule.anchor.contains(&requirement.code),
    };
    rules::all().filter(asks)
}

#[cfg(test)]
mod tests;
