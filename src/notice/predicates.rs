//! Questions about a notice that several parts of Seloste ask: screens, statuses, rules, the composer and the evidence report
//! all ask them here, so that they cannot disagree.
//!
//! Law: GDPR 6(1), 7(3), 9(2)(a), 13(1)(f), 21, 28. Knows: the model, and the one clause id that stands for explicit consent.

use super::answer::Answer;
use super::clients::ClientsOf;
use super::cookies::Cookies;
use super::data::Origin;
use super::purpose::{BasisKind, LegalBasis, Purpose, Topic};
use super::recipient::{Recipient, Transfer};
use super::row::RowId;
use super::statement::Statement;
use super::{Notice, RegisterKind};

/// The clause that grounds special categories on consent (9(2)(a)).
pub const EXPLICIT_CONSENT: &str = "special-ground.explicit-consent";

impl Notice {
    /// Whether a purpose rests on this point of 6(1): the rights follow from it.
    pub fn has_basis(&self, kind: BasisKind) -> bool {
        self.purposes.iter().any(|purpose| purpose.basis_kind() == Some(kind))
    }

    /// Whether a purpose is of this topic.
    pub fn has_topic(&self, topic: Topic) -> bool {
        self.purposes.iter().any(|purpose| purpose.topic == topic)
    }

    /// Whether data is used for direct marketing, to which people have a right of their own to object (21(2)).
    pub fn is_marketing(&self) -> bool {
        self.has_topic(Topic::Marketing)
    }

    /// Whether anything rests on consent: a purpose, cookies, or special categories of data (9(2)(a)).
    pub fn rests_on_consent(&self) -> bool {
        self.has_basis(BasisKind::Consent)
            || self.cookies.yes().is_some_and(Cookies::need_consent)
            || self.rests_on_explicit_consent()
    }

    /// Whether special categories of data rest on explicit consent (9(2)(a)).
    pub fn rests_on_explicit_consent(&self) -> bool {
        let is_consent = |ground: &Statement| ground.clause_id() == Some(EXPLICIT_CONSENT);
        self.special_categories.yes().is_some_and(|special| {
            is_consent(&special.ground) || special.data.iter().any(|datum| is_consent(&datum.ground))
        })
    }

    /// Whether a purpose gives a right to object on grounds of one's own situation (21(1)).
    pub fn rests_on_interest(&self) -> bool {
        self.purposes.iter().any(Purpose::rests_on_interest)
    }

    /// Whether every purpose has its basis: only then can the notice say that a right does not apply.
    pub fn bases_are_known(&self) -> bool {
        !self.purposes.is_empty() && self.purposes.iter().all(|purpose| purpose.basis.is_yes())
    }

    /// The recipients outside the EEA, with where and on what ground.
    pub fn transfers(&self) -> impl Iterator<Item = (&Recipient, &Transfer)> {
        self.recipients.iter().filter_map(|recipient| Some((recipient, recipient.transfer()?)))
    }

    /// Whether data goes outside the EEA, or nobody has said yet where a recipient is.
    pub fn may_leave_eea(&self) -> bool {
        self.recipients.iter().any(|recipient| recipient.transfer().is_some() || recipient.location.is_open())
    }

    /// The recipients of which nobody has said where they process data.
    pub fn unplaced_recipients(&self) -> Vec<RowId> {
        let unplaced = self.recipients.iter().filter(|recipient| recipient.location.is_open());
        unplaced.map(|recipient| recipient.id).collect()
    }

    /// Whether some data comes from somebody else than the person: Article 14 then applies too.
    pub fn has_indirect_source(&self) -> bool {
        self.sources.iter().any(|source| source.origin != Origin::Person)
    }

    /// What is said of data: the kinds, then the items. Two views of one answer.
    pub fn data_statements(&self) -> impl Iterator<Item = &Statement> {
        let kinds = self.data_categories.iter().map(|row| &row.what);
        kinds.chain(self.data_content.iter().map(|row| &row.what))
    }

    /// Whether it is a care register: patients or social-care clients.
    pub fn is_care(&self) -> bool {
        self.kind == RegisterKind::Care
    }

    /// Whether the firm only works for another controller, whose notice this would be (28; in care ATL 14 §).
    pub fn is_processor(&self) -> bool {
        self.is_care() && self.clients == Answer::Yes(ClientsOf::AnotherController)
    }
}

impl Purpose {
    /// Which point of 6(1) it rests on, if that is known.
    pub fn basis_kind(&self) -> Option<BasisKind> {
        self.basis.yes().map(LegalBasis::kind)
    }

    /// Whether it rests on a public task or a legitimate interest.
    pub fn rests_on_interest(&self) -> bool {
        matches!(self.basis_kind(), Some(BasisKind::PublicTask | BasisKind::LegitimateInterests))
    }
}

impl Recipient {
    /// The transfer, where they are in a third country.
    pub fn transfer(&self) -> Option<&Transfer> {
        self.location.yes().and_then(super::recipient::Location::transfer)
    }
}
