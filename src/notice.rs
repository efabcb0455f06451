//! The notice: what is true about one register, as typed data.
//!
//! Law: GDPR 13–14. Knows: the model's own words. Does not know: sentences, screens, formats.
//! A question that has not been answered is not an empty string: see [`Answer`].

pub mod answer;
pub mod automated;
pub mod clients;
pub mod contact;
pub mod cookies;
pub mod data;
pub mod date;
pub mod dismissal;
pub mod ids;
pub mod kind;
pub mod purpose;
pub mod recipient;
pub mod retention;
pub mod row;
pub mod statement;

pub use kind::{RegisterKind, Trade};

use crate::lang::{Lang, Localized, is_default};
use crate::section::SectionId;
use answer::Answer;
use automated::AutomatedDecisions;
use clients::ClientsOf;
use contact::{ContactDetails, Controller, JointControllers};
use cookies::Cookies;
use data::{IdentityCode, Provision, Source, SpecialCategories};
use date::DateText;
use purpose::Purpose;
use recipient::Recipient;
use retention::Retention;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use statement::Statements;
use std::collections::BTreeMap;

/// A notice about one register: the root of the model.
///
/// Every part may be missing in a file: it is then as in an empty notice, so that version 1 can grow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Notice {
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
    pub data_subjects: Statements,
    /// R05, N03, R06, R09: why, and on what basis.
    pub purposes: Vec<Purpose>,
    /// N08, GDPR 13(2)(e).
    pub provision: Provision,
    /// N16, GDPR 8: is an online service offered to children on consent? How do guardians consent?
    pub children: Answer<Localized<String>>,
    /// R07: kinds of data.
    pub data_categories: Statements,
    /// R10: the data, item by item.
    pub data_content: Statements,
    /// N11, GDPR 9.
    pub special_categories: Answer<SpecialCategories>,
    /// N12, Tietosuojalaki 29 §.
    pub identity_code: Answer<IdentityCode>,
    /// R11, N09, GDPR 14(2)(f).
    pub sources: Vec<Source>,
    /// R08, R14, N05: who gets the data, and where they are.
    pub recipients: Vec<Recipient>,
    /// R13: is data regularly disclosed to others for their own use?
    pub disclosures: Answer<Statements>,
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
    /// N10: how changes are told.
    pub changes: Statements,
    /// What the firm adds to a section in its own words; blank lines part paragraphs.
    #[serde(skip_serializing_if = "is_default")]
    pub additions: BTreeMap<SectionId, Localized<String>>,
}

impl Default for Notice {
    fn default() -> Self {
        Self {
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
            data_subjects: Statements::default(),
            purposes: Vec::new(),
            provision: Provision::default(),
            children: Answer::default(),
            data_categories: Statements::default(),
            data_content: Statements::default(),
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
            changes: Statements::default(),
            additions: BTreeMap::new(),
        }
    }
}

impl Notice {
    /// What the firm added to a section in its own words, in one language; empty when nothing.
    pub fn addition(&self, section: SectionId, lang: Lang) -> &str {
        self.additions.get(&section).map_or("", |text| text.get(lang).trim())
    }

    /// Numbers all rows, so that forms and findings can name them. Done once, when a notice is made or opened.
    pub fn number_rows(&mut self) {
        row::number(&mut self.data_subjects);
        row::number(&mut self.purposes);
        row::number(&mut self.data_categories);
        row::number(&mut self.data_content);
        if let Some(special) = self.special_categories.yes_mut() {
            row::number(&mut special.data);
        }
        row::number(&mut self.sources);
        row::number(&mut self.recipients);
        if let Some(disclosures) = self.disclosures.yes_mut() {
            row::number(disclosures);
        }
        row::number(&mut self.retention);
        row::number(&mut self.security_manual);
        row::number(&mut self.security_electronic);
        if let Some(cookies) = self.cookies.yes_mut() {
            row::number(&mut cookies.rows);
        }
        row::number(&mut self.direct_marketing);
        row::number(&mut self.other_rights);
        row::number(&mut self.changes);
    }
}
