//! The notice: what is true about one register, as typed data.
//!
//! Law: GDPR 13–14. Knows: the model's own words. Does not know: sentences, screens, formats.
//! A question that has not been answered is not an empty string: see [`Answer`].

pub mod answer;
#[cfg(test)]
mod arbitrary;
pub mod automated;
pub mod changes;
pub mod clients;
mod columns;
pub mod contact;
pub mod cookies;
pub mod data;
pub mod date;
pub mod dismissal;
pub mod ids;
pub mod kind;
pub mod origin;
pub mod parts;
pub mod path;
mod predicates;
pub mod purpose;
pub mod recipient;
pub mod retention;
pub mod row;
pub mod statement;
#[cfg(test)]
pub(crate) mod testing;
pub mod tree;

pub use kind::{RegisterKind, Trade};
pub use predicates::EXPLICIT_CONSENT;

use crate::lang::{Lang, Localized, is_default};
use crate::section::SectionId;
use answer::Answer;
use automated::AutomatedDecisions;
use changes::ChangeEntry;
use clients::ClientsOf;
use contact::{ContactDetails, Controller, JointControllers};
use cookies::Cookies;
use data::{Audience, Children, Datum, Disclosures, IdentityCode, Provision, Source, SpecialCategories};
use date::DateText;
use purpose::Purpose;
use recipient::Recipient;
use retention::Retention;
use row::RowId;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statement::Statements;
use std::collections::BTreeMap;

/// A notice about one register: the root of the model.
///
/// Every part may be missing in a file: it is then as in an empty notice. [`parts`] lists the fields.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Notice {
    /// The highest row id that was ever given in this notice. It only grows, so that no id is used twice.
    pub last_row: RowId,
    /// The kind of register.
    pub kind: RegisterKind,
    /// The firm's trade, where it changed the guided defaults.
    #[serde(skip_serializing_if = "is_default")]
    pub trade: Option<Trade>,
    /// N17, ATL 13–14 §: of a care register, whose clients it is about. Other kinds leave it unanswered.
    #[serde(skip_serializing_if = "is_default")]
    pub clients: Answer<ClientsOf>,
    /// The languages in which the notice is published; never empty when made by [`Notice::default`].
    pub languages: Vec<Lang>,
    /// R04: what the firm calls the register.
    pub register_name: Localized<String>,
    /// R01: when the notice was drawn up.
    pub drawn_up: DateText,
    /// R01: when it was last updated.
    pub updated: DateText,
    /// R02, GDPR 13(1)(a).
    pub controller: Controller,
    /// R03: whom to ask, and where requests go (GDPR 12(2)).
    pub contact: ContactDetails,
    /// N01, GDPR 13(1)(b): has a data protection officer been appointed?
    pub dpo: Answer<ContactDetails>,
    /// N15, GDPR 26: are there joint controllers?
    pub joint_controllers: Answer<JointControllers>,
    /// N02, GDPR 27: is the controller outside the EU, with a representative?
    pub representative: Answer<ContactDetails>,
    /// N04: whose data.
    pub data_subjects: Vec<Audience>,
    /// R05, N03, R06, R09: why, and on what basis.
    pub purposes: Vec<Purpose>,
    /// N08, GDPR 13(2)(e).
    pub provision: Provision,
    /// N16, GDPR 8: is an online service offered to children on consent? How do guardians consent?
    pub children: Answer<Children>,
    /// R07: kinds of data.
    pub data_categories: Statements,
    /// R10: the data, item by item.
    pub data_content: Vec<Datum>,
    /// N11, GDPR 9.
    pub special_categories: Answer<SpecialCategories>,
    /// N12, Tietosuojalaki 29 §.
    pub identity_code: Answer<IdentityCode>,
    /// R11, N09, GDPR 14(2)(f).
    pub sources: Vec<Source>,
    /// R08, R14, N05: who gets the data, and where they are.
    pub recipients: Vec<Recipient>,
    /// R13: is data regularly disclosed to others for their own use?
    pub disclosures: Answer<Disclosures>,
    /// R12, GDPR 13(2)(a).
    pub retention: Vec<Retention>,
    /// R15: protection of paper; optional and general.
    pub security_manual: Statements,
    /// R16: protection of systems; optional and general.
    pub security_electronic: Statements,
    /// R17, SVPL 205 §: does the register's web service use cookies?
    pub cookies: Answer<Cookies>,
    /// R18, GDPR 13(2)(f), 22.
    pub automated_decisions: AutomatedDecisions,
    /// N13, GDPR 21(2)–(4): how direct marketing is sent; matters where a purpose is marketing.
    pub direct_marketing: Statements,
    /// R25: other rights; optional.
    pub other_rights: Statements,
    /// Who helps a patient or a social-care client with their rights: the ombudsperson of the wellbeing services county
    /// (739/2023). Asked of care registers only.
    #[serde(skip_serializing_if = "is_default")]
    pub ombudsperson: ContactDetails,
    /// N10: how changes are told.
    pub changes: Statements,
    /// What has changed since the notice was first published, newest first.
    #[serde(skip_serializing_if = "is_default")]
    pub change_log: Vec<ChangeEntry>,
    /// What the firm adds to a section in its own words; blank lines part paragraphs.
    #[serde(skip_serializing_if = "is_default")]
    pub additions: BTreeMap<SectionId, Localized<String>>,
}

impl Default for Notice {
    fn default() -> Self {
        Self {
            last_row: RowId::default(),
            kind: RegisterKind::default(),
            trade: None,
            clients: Answer::default(),
            languages: vec![Lang::Fi],
            register_name: Localized::default(),
            drawn_up: DateText::default(),
            updated: DateText::default(),
            controller: Controller::default(),
            contact: ContactDetails::default(),
            dpo: Answer::default(),
            joint_controllers: Answer::default(),
            representative: Answer::default(),
            data_subjects: Vec::new(),
            purposes: Vec::new(),
            provision: Provision::default(),
            children: Answer::default(),
            data_categories: Statements::default(),
            data_content: Vec::new(),
            special_categories: Answer::default(),
            identity_code: Answer::default(),
            sources: Vec::new(),
            recipients: Vec::new(),
            disclosures: Answer::default(),
            retention: Vec::new(),
            security_manual: Statements::default(),
            security_electronic: Statements::default(),
            cookies: Answer::default(),
            automated_decisions: AutomatedDecisions::default(),
            direct_marketing: Statements::default(),
            other_rights: Statements::default(),
            ombudsperson: ContactDetails::default(),
            changes: Statements::default(),
            change_log: Vec::new(),
            additions: BTreeMap::new(),
        }
    }
}

impl Notice {
    /// What the firm added to a section in its own words, in one language; empty when nothing.
    pub fn addition(&self, section: SectionId, lang: Lang) -> &str {
        self.additions.get(&section).map_or("", |text| text.get(lang).trim())
    }

    /// The id for a row that is about to be added.
    pub fn new_row_id(&mut self) -> RowId {
        self.last_row = self.last_row.next();
        self.last_row
    }
}
