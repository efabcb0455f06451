//! What mends a finding where there is one right answer: a number in its usual form, the authority's present address, a
//! sentence in its own section.
//!
//! A fix is data: parts of a notice as they will be. Applying one hands back the parts as they were, so that it can be
//! taken back without losing what was written elsewhere since.
//! Knows: the rules' ids and the model. Does not know: what a fix is called, or who applies it.

mod part;
mod rows;
mod texts;

use super::Finding;
use crate::notice::Notice;
use crate::section::SectionId;
use part::Part;

/// What a fix does, for the words of a button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FixKind {
    /// Writes a number or an address in its usual form: this.
    Write(String),
    /// Puts the supervisory authority's present address in the place of an old one.
    Authority,
    /// Hides a number that nobody may read.
    Hide,
    /// Puts the contact's own address or number where one was to be filled in: this.
    FillIn(String),
    /// Moves a sentence to the section where it belongs.
    Move(SectionId),
    /// Takes tags and other signs of a format out of a text.
    Plain,
    /// Says that a recipient is in the EU or EEA.
    InEea,
    /// Names the EU–US Data Privacy Framework as the ground of a transfer.
    Framework,
    /// Says where a source stands: with the person, with somebody else, or in public.
    Origin,
    /// Says that a recipient is an authority.
    Authoritative,
    /// Makes a purpose direct marketing, which brings its own objection.
    Marketing,
    /// Takes the shortest period that the law allows, from the day from which the law counts.
    LegalPeriod,
    /// Removes a row that says nothing new.
    RemoveRow,
}

/// A fix of one finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// What it does.
    pub kind: FixKind,
    parts: Vec<Part>,
}

impl Fix {
    fn new(kind: FixKind, parts: impl IntoIterator<Item = Part>) -> Option<Self> {
        let parts: Vec<_> = parts.into_iter().collect();
        (!parts.is_empty()).then_some(Self { kind, parts })
    }

    /// Writes the parts into a notice, and hands back those that were there.
    #[must_use = "what was there can be put back"]
    pub fn apply(&self, notice: &mut Notice) -> Undo {
        Undo(self.parts.iter().filter_map(|part| part.clone().swap(notice)).collect())
    }
}

/// The parts of a notice as they were before a fix.
#[derive(Clone, Debug, PartialEq)]
pub struct Undo(Vec<Part>);

impl Undo {
    /// Puts them back.
    pub fn apply(&self, notice: &mut Notice) {
        for part in self.0.iter().rev() {
            let _ = part.clone().swap(notice);
        }
    }
}

/// The fix of a finding, if there is one right answer. A finding of a text is mended in its whole field.
pub fn fix(finding: &Finding, notice: &Notice) -> Option<Fix> {
    match finding.rule.id {
        "business-id-format" | "phone-format" | "email-format" | "website-format" => {
            texts::usual_form(&finding.field, notice)
        }
        "postal-code-invalid" => texts::part_code_and_town(notice),
        "authority-outdated" => texts::authority(&finding.field, notice),
        "identity-code-in-text" | "identity-code-suspected" | "card-number-in-text" => {
            texts::hide_codes(&finding.field, notice)
        }
        "placeholder-left" => texts::fill_in(&finding.field, notice),
        "markup-in-text" => texts::without_markup(&finding.field, notice),
        "topic-in-wrong-section" | "objection-not-described" | "erasure-missing" => {
            texts::to_its_section(finding, notice)
        }
        "marketing-objection-not-separate" if finding.section != SectionId::Purposes => {
            texts::to_marketing(finding, notice)
        }
        _ => rows::fix(finding, notice),
    }
}

#[cfg(test)]
mod tests;
