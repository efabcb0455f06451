//! What mends a finding where there is one right answer: a number in its usual form, the authority's present address, a
//! sentence in its own section.
//!
//! A fix is data: what it changes, and where. [`tree::take_back`](crate::notice::tree::take_back) takes one back.
//! Knows: the rules' ids and the model. Does not know: what a fix is called, or who applies it.

mod edit;
mod rows;
mod texts;

use super::Finding;
use crate::content::rule_id;
use crate::notice::Notice;
use crate::section::SectionId;
use edit::Edit;

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
    edits: Vec<Edit>,
}

impl Fix {
    fn new(kind: FixKind, edits: impl IntoIterator<Item = Edit>) -> Option<Self> {
        let edits: Vec<_> = edits.into_iter().collect();
        (!edits.is_empty()).then_some(Self { kind, edits })
    }

    /// Makes the changes in a notice.
    pub fn apply(&self, notice: &mut Notice) {
        for edit in &self.edits {
            edit.apply(notice);
        }
    }
}

/// The fix of a finding, if there is one right answer. A finding of a text is mended in its whole field.
pub fn fix(finding: &Finding, notice: &Notice) -> Option<Fix> {
    match finding.rule.id {
        rule_id::BUSINESS_ID_FORMAT
        | rule_id::PHONE_FORMAT
        | rule_id::EMAIL_FORMAT
        | rule_id::WEBSITE_FORMAT => texts::usual_form(finding.field, notice),
        rule_id::POSTAL_CODE_INVALID => texts::part_code_and_town(notice),
        rule_id::AUTHORITY_OUTDATED => texts::authority(finding.field, notice),
        rule_id::IDENTITY_CODE_IN_TEXT | rule_id::IDENTITY_CODE_SUSPECTED | rule_id::CARD_NUMBER_IN_TEXT => {
            texts::hide_codes(finding.field, notice)
        }
        rule_id::PLACEHOLDER_LEFT => texts::fill_in(finding.field, notice),
        rule_id::MARKUP_IN_TEXT => texts::without_markup(finding.field, notice),
        rule_id::TOPIC_IN_WRONG_SECTION | rule_id::OBJECTION_NOT_DESCRIBED | rule_id::ERASURE_MISSING => {
            texts::to_its_section(finding, notice)
        }
        rule_id::MARKETING_OBJECTION_NOT_SEPARATE if finding.section != SectionId::Purposes => {
            texts::to_marketing(finding, notice)
        }
        _ => rows::fix(finding, notice),
    }
}

#[cfg(test)]
mod tests;
