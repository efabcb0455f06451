//! The notice: what is true about one register, as typed data. The root of the model; its modules hold the rest.
//!
//! Law: GDPR 13–14. Knows: facts, answers, and the ids of clauses. Does not know: what a clause says, screens, file formats.
//! A question that has not been answered is not an empty string: see [`Answer`].
//! The types are one of three views of a notice: [`parts`] reads any field by its path, and [`tree`] writes one.

pub mod answer;
pub mod automated;
pub mod changes;
pub mod claims;
pub mod clients;
mod columns;
pub mod contact;
pub mod cookies;
pub mod data;
pub mod date;
pub mod dismissal;
pub mod ids;
pub mod kind;
pub mod layout;
pub mod origin;
pub mod parts;
pub mod path;
mod predicates;
pub mod printed;
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
use layout::Layout;
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
    /// Whose clients a care register is about (ATL 13–14 §). Other kinds of register leave it unanswered.
    #[serde(skip_serializing_if = "is_default")]
    pub clients: Answer<ClientsOf>,
    /// The languages in which the notice is published; never empty when made by [`Notice::default`].
    pub languages: Vec<Lang>,
    /// How it is laid out.
    #[serde(skip_serializing_if = "is_default")]
    pub layout: Layout,
    /// What the firm calls the register.
    pub register_name: Localized<String>,
    /// When the notice was drawn up.
    pub drawn_up: DateText,
    /// When it was last updated.
    pub updated: DateText,
    /// The firm that answers for the register (GDPR 13(1)(a)).
    pub controller: Controller,
    /// Whom to ask, and where requests go (GDPR 12(2)).
    pub contact: ContactDetails,
    /// Has a data protection officer been appointed (GDPR 13(1)(b))? "Yes" holds how to reach them.
    pub dpo: Answer<ContactDetails>,
    /// Are there joint controllers (GDPR 26)?
    pub joint_controllers: Answer<JointControllers>,
    /// Is the controller outside the EU, with a representative inside (GDPR 27)?
    pub representative: Answer<ContactDetails>,
    /// Whose data is in the register.
    pub data_subjects: Vec<Audience>,
    /// What the data is used for, each purpose with its legal basis and what the basis needs (GDPR 13(1)(c)–(d)).
    pub purposes: Vec<Purpose>,
    /// Whether the data must be given, and what follows if it is not (GDPR 13(2)(e)).
    pub provision: Provision,
    /// Is an online service offered to children on consent (GDPR 8)? "Yes" holds how guardians consent.
    pub children: Answer<Children>,
    /// The kinds of data (GDPR 14(1)(d)).
    pub data_categories: Statements,
    /// The data, item by item.
    pub data_content: Vec<Datum>,
    /// Is there data of special categories (GDPR 9)?
    pub special_categories: Answer<SpecialCategories>,
    /// Is the personal identity code used (Tietosuojalaki 29 §)?
    pub identity_code: Answer<IdentityCode>,
    /// Where the data comes from (GDPR 14(2)(f)).
    pub sources: Vec<Source>,
    /// Who gets the data, in what role, and where they are (GDPR 13(1)(e)–(f)): transfers follow from it.
    pub recipients: Vec<Recipient>,
    /// Is data regularly disclosed to others for their own use?
    pub disclosures: Answer<Disclosures>,
    /// How long each kind of data is kept (GDPR 13(2)(a)).
    pub retention: Vec<Retention>,
    /// How paper is protected. Optional, and general on purpose: details would help an intruder.
    pub security_manual: Statements,
    /// How systems are protected; likewise.
    pub security_electronic: Statements,
    /// Does the register's web service use cookies (SVPL 205 §)?
    pub cookies: Answer<Cookies>,
    /// Profiling and automated decisions (GDPR 13(2)(f), 22).
    pub automated_decisions: AutomatedDecisions,
    /// How direct marketing is sent (GDPR 21(2)–(4)). Used where a purpose is marketing.
    pub direct_marketing: Statements,
    /// Rights beyond those of the GDPR; optional.
    pub other_rights: Statements,
    /// Who helps a patient or a social-care client with their rights: the ombudsperson of the wellbeing services county
    /// (739/2023). Asked of care registers only.
    #[serde(skip_serializing_if = "is_default")]
    pub ombudsperson: ContactDetails,
    /// How changes to the notice are told.
    pub changes: Statements,
    /// What has changed since the notice was first published, newest first.
    #[serde(skip_serializing_if = "is_default")]
    pub change_log: Vec<ChangeEntry>,
    /// What the firm adds to a section in its own words; blank lines part paragraphs.
    #[serde(skip_serializing_if = "is_default")]
    pub additions: BTreeMap<SectionId, Localized<String>>,
    /// What the firm says in a section instead of our text. A blank one replaces nothing: see [`Notice::replacement`].
    #[serde(skip_serializing_if = "is_default")]
    #[cfg_attr(test, proptest(strategy = "testing::few_replacements()"))]
    pub replacements: BTreeMap<SectionId, Localized<String>>,
}

impl Default for Notice {
    fn default() -> Self {
        Self {
            last_row: RowId::default(),
            kind: RegisterKind::default(),
            trade: None,
            clients: Answer::default(),
            languages: vec![Lang::Fi],
            layout: Layout::default(),
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
            replacements: BTreeMap::new(),
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
