//! Own words instead of our text of a section, and which of the other answers are still printed then.
//!
//! An answer that no reader sees must neither contradict what the firm wrote in its stead, nor leave the firm in a published
//! file. But sections are also composed from the answers of others: transfers from the recipients, consent from the purposes.
//! What those print stays.
//! Knows: the model, and which section prints which answers. Does not know: the words of any section.

use super::Notice;
use super::answer::Answer;
use super::automated::AutomatedDecisions;
use super::contact::ContactDetails;
use super::cookies::{Cookie, Cookies};
use super::data::{Provision, SpecialCategories};
use super::date::DateText;
use super::purpose::{BasisKind, LegalBasis, Purpose, Topic};
use super::recipient::{Location, Recipient};
use super::statement::Statement;
use crate::lang::Localized;
use crate::section::SectionId;
use std::borrow::Cow;

impl Notice {
    /// What the firm says in a section instead of our text. Blank words replace nothing, so that a section cannot be lost by
    /// emptying a box.
    pub fn replacement(&self, section: SectionId) -> Option<&Localized<String>> {
        self.replacements.get(&section).filter(|text| !text.is_blank())
    }

    /// Whether the firm's own words stand instead of our text of a section.
    pub fn is_replaced(&self, section: SectionId) -> bool {
        self.replacement(section).is_some()
    }

    /// The notice without the answers that nothing prints because own words stand in their stead. It composes to the same text.
    pub fn printed(&self) -> Cow<'_, Self> {
        let replaced: Vec<_> =
            SectionId::ALL.into_iter().filter(|section| self.is_replaced(*section)).collect();
        if replaced.is_empty() {
            return Cow::Borrowed(self);
        }
        let mut printed = self.clone();
        for section in replaced {
            printed.additions.remove(&section);
            printed.leave_out(section);
        }
        Cow::Owned(printed)
    }

    /// Takes out the answers of a replaced section that no other section prints. The register's name stands in the title, and how to
    /// reach the firm under the rights: they stay.
    fn leave_out(&mut self, section: SectionId) {
        use SectionId as S;
        match section {
            S::Date => (self.drawn_up, self.updated) = (DateText::default(), DateText::default()),
            S::Dpo => self.dpo = Answer::Unanswered,
            S::JointControllers => self.joint_controllers = Answer::Unanswered,
            S::Representative => self.representative = Answer::Unanswered,
            S::DataSubjects => self.data_subjects.clear(),
            S::Purposes => {
                self.purposes = self.purposes.iter().map(|row| self.rest_of_purpose(row)).collect();
            }
            S::LegitimateInterests => self.leave_out_details(BasisKind::LegitimateInterests),
            S::Consent => self.leave_out_details(BasisKind::Consent),
            S::Provision => self.provision = Provision::default(),
            S::Children => self.children = Answer::Unanswered,
            S::DataCategories => self.data_categories.clear(),
            S::DataContent => self.data_content.clear(),
            S::SpecialCategories => self.special_categories = self.rest_of_special_categories(),
            S::IdentityCode => self.identity_code = Answer::Unanswered,
            S::Sources => self.sources.clear(),
            S::Recipients if self.is_replaced(S::Transfers) => self.recipients.clear(),
            S::Recipients => self.recipients = self.recipients.iter().map(rest_of_recipient).collect(),
            S::Disclosures => self.disclosures = Answer::Unanswered,
            S::Retention => self.retention.clear(),
            S::SecurityManual => self.security_manual.clear(),
            S::SecurityElectronic => self.security_electronic.clear(),
            S::Cookies => self.cookies = self.rest_of_cookies(),
            S::AutomatedDecisions => self.automated_decisions = AutomatedDecisions::default(),
            S::DirectMarketing => self.direct_marketing.clear(),
            S::OtherRights => {
                self.other_rights.clear();
                self.ombudsperson = ContactDetails::default();
            }
            S::Changes => {
                self.changes.clear();
                self.change_log.clear();
            }
            S::Transfers => self.leave_out_safeguards(),
            S::Register
            | S::Controller
            | S::Contact
            | S::ExercisingRights
            | S::RightAccess
            | S::RightRectification
            | S::RightErasure
            | S::RightRestriction
            | S::RightPortability
            | S::RightObjection
            | S::Complaint => {}
        }
    }

    /// What other sections print of a purpose, or decide by it: its basis decides which rights there are, its topic whether there is
    /// direct marketing. Its own words stand under the interests, the consents and the right to object.
    fn rest_of_purpose(&self, row: &Purpose) -> Purpose {
        use SectionId as S;
        let kind = row.basis_kind();
        let printed = match kind {
            Some(BasisKind::LegitimateInterests) if !self.is_replaced(S::LegitimateInterests) => true,
            Some(BasisKind::Consent) if !self.is_replaced(S::Consent) => true,
            _ => {
                let objected = row.rests_on_interest() && row.topic != Topic::Marketing;
                objected && !self.is_replaced(S::RightObjection)
            }
        };
        let what = if printed { row.what.clone() } else { Statement::default() };
        let mut basis = row.basis.clone();
        if let Some(LegalBasis::LegalObligation(statute) | LegalBasis::PublicTask(statute)) = basis.yes_mut()
        {
            statute.law = Statement::default();
        }
        Purpose { id: row.id, what, topic: row.topic, basis, ..Purpose::default() }
    }

    /// Empties what the purposes on this basis say beside its name.
    fn leave_out_details(&mut self, kind: BasisKind) {
        let on_it = self.purposes.iter_mut().filter(|purpose| purpose.basis_kind() == Some(kind));
        for detail in on_it.filter_map(|purpose| purpose.basis.yes_mut()?.detail_mut()) {
            *detail = Statement::default();
        }
    }

    /// That sensitive data rests on explicit consent is told under consent.
    fn rest_of_special_categories(&self) -> Answer<SpecialCategories> {
        if self.rests_on_explicit_consent() {
            let ground = Statement::clause(super::EXPLICIT_CONSENT);
            Answer::Yes(SpecialCategories { ground, ..SpecialCategories::default() })
        } else {
            Answer::Unanswered
        }
    }

    /// That cookies rest on consent is told under consent.
    fn rest_of_cookies(&self) -> Answer<Cookies> {
        let Some(cookies) = self.cookies.yes().filter(|cookies| cookies.need_consent()) else {
            return Answer::Unanswered;
        };
        let kind = |row: &Cookie| Cookie { id: row.id, kind: row.kind, ..Cookie::default() };
        Answer::Yes(Cookies { rows: cookies.rows.iter().map(kind).collect(), ..Cookies::default() })
    }

    /// Where recipients are is told in their own section; on what ground, only under transfers.
    fn leave_out_safeguards(&mut self) {
        for location in self.recipients.iter_mut().filter_map(|row| row.location.yes_mut()) {
            if let Location::ThirdCountry(transfer) = location {
                transfer.safeguard = Answer::Unanswered;
                transfer.copy = Localized::default();
            }
        }
    }
}

/// What the section on transfers prints of a recipient: all of one outside the EEA; of another only where it is, because "no transfers"
/// is said when all are inside.
fn rest_of_recipient(row: &Recipient) -> Recipient {
    let (id, location) = (row.id, row.location.clone());
    match row.transfer() {
        Some(_) => {
            Recipient { id, location, what: row.what.clone(), name: row.name.clone(), ..Recipient::default() }
        }
        None => Recipient { id, location, ..Recipient::default() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::{compose, first_layer};
    use crate::draft::Draft;
    use crate::lang::Lang;
    use proptest::prelude::*;

    #[test]
    fn blank_words_replace_nothing() {
        let mut notice = Notice::default();
        notice.replacements.insert(SectionId::Retention, Localized::only(Lang::Fi, " \n"));
        assert!(!notice.is_replaced(SectionId::Retention));
        assert!(matches!(notice.printed(), Cow::Borrowed(_)));
    }

    #[test]
    fn a_published_file_holds_no_answer_that_nobody_reads() {
        let mut notice = crate::notice::testing::everything();
        let secret = "vain meille";
        notice.retention.first_mut().unwrap().what = Statement::own(Lang::Fi, secret);
        notice.additions.insert(SectionId::Retention, Localized::only(Lang::Fi, secret));
        let holds = |notice: &Notice| {
            Draft::new("", "", notice.clone()).to_publish().to_json().unwrap().contains(secret)
        };
        assert!(holds(&notice));
        notice
            .replacements
            .insert(SectionId::Retention, Localized::only(Lang::Fi, "Poistamme tiedot vuosittain."));
        assert!(!holds(&notice));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn what_is_left_out_is_printed_nowhere(
            mut notice: Notice,
            sections in proptest::collection::vec(any::<SectionId>(), 1..8),
        ) {
            for section in sections {
                notice.replacements.insert(section, Localized::only(Lang::Fi, "Omin sanoin."));
            }
            for lang in Lang::ALL {
                let left = notice.printed();
                prop_assert_eq!(compose(&notice, lang), compose(&left, lang));
                prop_assert_eq!(first_layer(&notice, lang), first_layer(&left, lang));
            }
        }
    }
}
