//! What must be told: the items of GDPR 13 and 14 and their kin, the 23 criteria and the 21 requirements, each with where
//! in the notice it is told.
//!
//! Law: GDPR 12–22, 26, 77; Tietosuojalaki 29 §; SVPL 205 §. The 23 criteria: Amaral et al., IEEE TSE 2021; the 21
//! requirements: Cory et al., arXiv 2503.10727. C5 is corrected: who consented withdraws, and Article 21 gives no objection.

use super::look::Look;
use crate::content::clause;
use crate::law::Citation;
use crate::notice::Notice;
use crate::notice::purpose::BasisKind;
use crate::notice::recipient::Safeguard;
use crate::section::SectionId::{self, self as S};

/// Which list a requirement belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Set {
    /// Articles of law.
    Articles,
    /// The 23 completeness criteria.
    Criteria,
    /// The 21 transparency requirements.
    Labels,
}

impl Set {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Articles => "articles",
            Self::Criteria => "criteria",
            Self::Labels => "labels",
        }
    }
}

/// Something that a notice must tell.
#[derive(Debug)]
pub struct Requirement {
    /// The list that it belongs to.
    pub set: Set,
    /// What the list calls it: `C20`, `Controller Name`; an article stands for itself.
    pub code: &'static str,
    /// What it is about, as the criterion's authors name it; empty where the code says it.
    pub name: &'static str,
    /// What it rests on.
    pub law: &'static [Citation],
    /// The section under which it is told.
    pub section: SectionId,
    /// Where it is told; all of it must be.
    pub(super) looks: &'static [(SectionId, Look)],
    /// Whether a notice must tell it. What is not answered yet may be.
    pub applies: fn(&Notice) -> bool,
}

/// `set, code, name, [law…], section: looks, applies`.
macro_rules! requirements {
    ($($set:ident $code:literal $name:literal [$($law:literal),*] $section:ident: $($in:ident $look:expr),+; $applies:expr;)+) => {
        /// All requirements.
        pub static REQUIREMENTS: &[Requirement] = &[$(Requirement {
            set: Set::$set,
            code: $code,
            name: $name,
            law: &[$(Citation::new($law)),*],
            section: S::$section,
            looks: &[$((S::$in, $look)),+],
            applies: $applies,
        }),+];
    };
}

/// Name of a person or a firm.
const NAME: Look = Look::Term(&[&clause::LABEL_NAME]);
/// The name of the authority.
const AUTHORITY: Look = Look::Names;
/// A way to reach them.
const CHANNEL: Look = Look::Term(&[&clause::LABEL_EMAIL, &clause::LABEL_PHONE, &clause::LABEL_ADDRESS]);
/// The basis of every purpose.
const BASES: Look = Look::Column(&clause::LABEL_BASIS);
/// The period of everything that is kept.
const PERIODS: Look = Look::Column(&clause::LABEL_PERIOD);
/// The ground of every transfer.
const SAFEGUARDS: Look = Look::Column(&clause::LABEL_SAFEGUARD);
/// The country of every transfer.
const COUNTRIES: Look = Look::Column(&clause::LABEL_COUNTRY);
/// That consent can be withdrawn.
const WITHDRAWAL: Look = Look::Says(&[&clause::CONSENT_ANYTIME]);

requirements! {
    Articles "GDPR 13(1)(a)" "" ["GDPR 13(1)(a)", "GDPR 14(1)(a)"] Controller: Controller NAME, Controller CHANNEL; |_| true;
    Articles "GDPR 27" "" ["GDPR 27"] Representative: Representative NAME, Representative CHANNEL; |n| !n.representative.is_no();
    Articles "GDPR 26(2)" "" ["GDPR 26(2)"] JointControllers: JointControllers Look::Term(&[&clause::LABEL_ARRANGEMENT]); |n| !n.joint_controllers.is_no();
    Articles "GDPR 13(1)(b)" "" ["GDPR 13(1)(b)", "GDPR 14(1)(b)"] Dpo: Dpo CHANNEL; |n| !n.dpo.is_no();
    Articles "GDPR 13(1)(c)" "" ["GDPR 13(1)(c)", "GDPR 14(1)(c)", "GDPR 6(1)"] Purposes: Purposes Look::Column(&clause::LABEL_PURPOSE), Purposes BASES; |_| true;
    Articles "GDPR 13(1)(d)" "" ["GDPR 13(1)(d)", "GDPR 14(2)(b)"] LegitimateInterests: LegitimateInterests Look::Column(&clause::LABEL_INTEREST); on_interests;
    Articles "GDPR 14(1)(d)" "" ["GDPR 14(1)(d)"] DataCategories: DataCategories Look::Either(SectionId::DataContent); |_| true;
    Articles "GDPR 13(1)(e)" "" ["GDPR 13(1)(e)", "GDPR 14(1)(e)"] Recipients: Recipients Look::Any; |_| true;
    Articles "GDPR 13(1)(f)" "" ["GDPR 13(1)(f)", "GDPR 14(1)(f)", "GDPR 44–49"] Transfers: Transfers COUNTRIES, Transfers SAFEGUARDS; Notice::may_leave_eea;
    Articles "GDPR 13(2)(a)" "" ["GDPR 13(2)(a)", "GDPR 14(2)(a)"] Retention: Retention PERIODS; |_| true;
    Articles "GDPR 15" "" ["GDPR 15", "GDPR 13(2)(b)"] RightAccess: RightAccess Look::Any; |_| true;
    Articles "GDPR 16" "" ["GDPR 16"] RightRectification: RightRectification Look::Any; |_| true;
    Articles "GDPR 17" "" ["GDPR 17"] RightErasure: RightErasure Look::Any; |_| true;
    Articles "GDPR 18" "" ["GDPR 18"] RightRestriction: RightRestriction Look::Any; |_| true;
    Articles "GDPR 20" "" ["GDPR 20"] RightPortability: RightPortability Look::Any; |_| true;
    Articles "GDPR 21(1)" "" ["GDPR 21", "GDPR 21(1)"] RightObjection: RightObjection Look::Any; |_| true;
    Articles "GDPR 21(4)" "" ["GDPR 21(2)–(4)", "GDPR 21(4)", "SVPL 200 §", "SVPL 202 §"] DirectMarketing: DirectMarketing Look::Says(&[&clause::DIRECT_MARKETING_RIGHT, &clause::PLAIN_NO_MARKETING]); Notice::is_marketing;
    Articles "GDPR 13(2)(c)" "" ["GDPR 13(2)(c)", "GDPR 14(2)(d)"] Consent: Consent WITHDRAWAL; Notice::rests_on_consent;
    Articles "GDPR 7(3)" "" ["GDPR 7(3)"] Consent: Consent Look::Column(&clause::LABEL_WITHDRAWAL); |n| n.has_basis(BasisKind::Consent);
    Articles "GDPR 13(2)(d)" "" ["GDPR 13(2)(d)", "GDPR 14(2)(e)"] Complaint: Complaint Look::Says(&[&clause::COMPLAINT_TEXT, &clause::PLAIN_COMPLAIN]), Complaint AUTHORITY; |_| true;
    Articles "GDPR 13(2)(e)" "" ["GDPR 13(2)(e)"] Provision: Provision Look::Any; |_| true;
    Articles "GDPR 13(2)(f)" "" ["GDPR 13(2)(f)", "GDPR 14(2)(g)", "GDPR 22", "GDPR 22(2)"] AutomatedDecisions: AutomatedDecisions Look::Any; |_| true;
    Articles "GDPR 14(2)(f)" "" ["GDPR 14(2)(f)"] Sources: Sources Look::Any; |_| true;
    Articles "GDPR 13(3)" "" ["GDPR 13(3)", "GDPR 14(4)"] Changes: Changes Look::Any; |_| true;
    Articles "GDPR 12(2)" "" ["GDPR 12(2)", "GDPR 12(6)"] ExercisingRights: ExercisingRights Look::Any; |_| true;
    Articles "GDPR 9(2)" "" ["GDPR 9(2)", "GDPR 9(1)", "Tietosuojalaki 6 §"] SpecialCategories: SpecialCategories Look::Term(&[&clause::LABEL_GROUND]); |n| !n.special_categories.is_no();
    Articles "Tietosuojalaki 29 §" "" ["Tietosuojalaki 29 §", "GDPR 87"] IdentityCode: IdentityCode Look::Term(&[&clause::LABEL_GROUND]); |n| !n.identity_code.is_no();
    Articles "GDPR 8" "" ["GDPR 8", "GDPR 8(2)", "Tietosuojalaki 5 §"] Children: Children Look::Any; |n| !n.children.is_no();
    Articles "SVPL 205 §" "" ["SVPL 205 §"] Cookies: Cookies Look::Column(&clause::LABEL_COOKIE_PURPOSE), Cookies Look::Column(&clause::LABEL_LIFETIME); |n| !n.cookies.is_no();

    Criteria "C1" "Mandatory Rights" ["GDPR 13(2)(b)", "GDPR 13(2)(d)"] RightAccess: RightAccess Look::Any, RightRectification Look::Any, RightRestriction Look::Any, Complaint Look::Any; |_| true;
    Criteria "C2" "Supervisory Authority" ["GDPR 13(2)(d)"] Complaint: Complaint AUTHORITY; |_| true;
    Criteria "C3" "Portability Right" ["GDPR 20"] RightPortability: RightPortability Look::Any; |n| n.has_basis(BasisKind::Contract);
    Criteria "C4" "Object Right" ["GDPR 21(1)"] RightObjection: RightObjection Look::Any; |n| on_interests(n) || n.has_basis(BasisKind::PublicTask);
    Criteria "C5" "Consent Related Rights" ["GDPR 7(3)", "GDPR 17", "GDPR 20"] Consent: RightErasure Look::Any, RightPortability Look::Any, Consent WITHDRAWAL; Notice::rests_on_consent;
    Criteria "C6" "Transfer outside EU" ["GDPR 13(1)(f)"] Transfers: Transfers Look::Any; Notice::may_leave_eea;
    Criteria "C7" "Transfer details" ["GDPR 13(1)(f)"] Transfers: Transfers SAFEGUARDS; Notice::may_leave_eea;
    Criteria "C8" "Explicit Consent" ["GDPR 49"] Transfers: Transfers Look::Says(&[&clause::TRANSFERS_EXPLICIT_CONSENT]); |n| safeguard(n, &[Safeguard::ExplicitConsent]);
    Criteria "C9" "Safeguard Details" ["GDPR 46"] Transfers: Transfers SAFEGUARDS; |n| safeguard(n, &[Safeguard::StandardClauses, Safeguard::BindingRules]);
    Criteria "C10" "Adequacy Decision Details" ["GDPR 45"] Transfers: Transfers COUNTRIES; |n| safeguard(n, &[Safeguard::Adequacy, Safeguard::DataPrivacyFramework]);
    Criteria "C11" "Indirect Data Collection" ["GDPR 14(2)(f)"] Sources: Sources Look::Any; Notice::has_indirect_source;
    Criteria "C12" "Indirect Collection Details" ["GDPR 14(2)(f)"] Sources: Sources Look::Any; Notice::has_indirect_source;
    Criteria "C13" "Category" ["GDPR 14(1)(d)"] DataCategories: DataCategories Look::Either(SectionId::DataContent); Notice::has_indirect_source;
    Criteria "C14" "Category Type Collected Indirectly" ["GDPR 14(1)(d)"] DataContent: DataContent Look::Either(SectionId::DataCategories); Notice::has_indirect_source;
    Criteria "C15" "Recipients" ["GDPR 13(1)(e)"] Recipients: Recipients Look::Any; |_| true;
    Criteria "C16" "Retention Period" ["GDPR 13(2)(a)"] Retention: Retention PERIODS; |_| true;
    Criteria "C17" "Failure to Provide Data" ["GDPR 13(2)(e)"] Provision: Provision Look::Any; |n| n.has_basis(BasisKind::Contract) || n.has_basis(BasisKind::LegalObligation);
    Criteria "C18" "Processing Purposes" ["GDPR 13(1)(c)"] Purposes: Purposes Look::Column(&clause::LABEL_PURPOSE); |_| true;
    Criteria "C19" "DPO Contact" ["GDPR 13(1)(b)"] Dpo: Dpo CHANNEL; |n| !n.dpo.is_no();
    Criteria "C20" "Controller Identity" ["GDPR 13(1)(a)"] Controller: Controller NAME; |_| true;
    Criteria "C21" "Controller Contact" ["GDPR 13(1)(a)"] Controller: Controller CHANNEL; |_| true;
    Criteria "C22" "Controller Representative Identity" ["GDPR 13(1)(a)"] Representative: Representative NAME; |n| !n.representative.is_no();
    Criteria "C23" "Controller Representative Contact" ["GDPR 13(1)(a)"] Representative: Representative CHANNEL; |n| !n.representative.is_no();

    Labels "Controller Name" "" ["GDPR 13(1)(a)"] Controller: Controller NAME; |_| true;
    Labels "Controller Contact" "" ["GDPR 13(1)(a)"] Controller: Controller CHANNEL; |_| true;
    Labels "DPO Contact" "" ["GDPR 13(1)(b)"] Dpo: Dpo CHANNEL; |n| !n.dpo.is_no();
    Labels "Data Categories" "" ["GDPR 14(1)(d)"] DataCategories: DataCategories Look::Either(SectionId::DataContent); |_| true;
    Labels "Processing Purpose" "" ["GDPR 13(1)(c)"] Purposes: Purposes Look::Column(&clause::LABEL_PURPOSE); |_| true;
    Labels "Legal Basis" "" ["GDPR 13(1)(c)"] Purposes: Purposes BASES; |_| true;
    Labels "Legitimate Interests" "" ["GDPR 13(1)(d)"] LegitimateInterests: LegitimateInterests Look::Column(&clause::LABEL_INTEREST); on_interests;
    Labels "Source of Data" "" ["GDPR 14(2)(f)"] Sources: Sources Look::Any; |_| true;
    Labels "Data Retention Period" "" ["GDPR 13(2)(a)"] Retention: Retention PERIODS; |_| true;
    Labels "Data Recipients" "" ["GDPR 13(1)(e)"] Recipients: Recipients Look::Any; |_| true;
    Labels "Third-country Transfers" "" ["GDPR 13(1)(f)"] Transfers: Transfers Look::Any; |_| true;
    Labels "Mandatory Data Disclosure" "" ["GDPR 13(2)(e)"] Provision: Provision Look::Any; |_| true;
    Labels "Automated Decision-Making" "" ["GDPR 13(2)(f)"] AutomatedDecisions: AutomatedDecisions Look::Any; |_| true;
    Labels "Right to Access" "" ["GDPR 15"] RightAccess: RightAccess Look::Any; |_| true;
    Labels "Right to Rectification" "" ["GDPR 16"] RightRectification: RightRectification Look::Any; |_| true;
    Labels "Right to Erasure" "" ["GDPR 17"] RightErasure: RightErasure Look::Any; |_| true;
    Labels "Right to Restrict" "" ["GDPR 18"] RightRestriction: RightRestriction Look::Any; |_| true;
    Labels "Right to Object" "" ["GDPR 21(1)"] RightObjection: RightObjection Look::Any; |_| true;
    Labels "Right to Portability" "" ["GDPR 20"] RightPortability: RightPortability Look::Any; |_| true;
    Labels "Right to Withdraw Consent" "" ["GDPR 7(3)"] Consent: Consent WITHDRAWAL; Notice::rests_on_consent;
    Labels "Right to Lodge Complaint" "" ["GDPR 77"] Complaint: Complaint Look::Says(&[&clause::COMPLAINT_TEXT, &clause::PLAIN_COMPLAIN]); |_| true;
}

fn on_interests(notice: &Notice) -> bool {
    notice.has_basis(BasisKind::LegitimateInterests)
}

fn safeguard(notice: &Notice, any: &[Safeguard]) -> bool {
    notice.transfers().any(|(_, to)| to.safeguard.yes().is_some_and(|safeguard| any.contains(safeguard)))
}
