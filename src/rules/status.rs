//! How each section stands, and how far the whole notice has come.
//!
//! Law: GDPR 13–14 for which sections apply when (13(1)(d) only with 6(1)(f), and so on).
//! Knows: the model and the findings. Does not know: what any single rule asks, beyond its id and kind.

use super::{Dismissed, Finding, Kind, Severity};
use crate::notice::Notice;
use crate::notice::answer::Answer;
use crate::notice::cookies::Cookies;
use crate::notice::purpose::{BasisKind, Topic};
use crate::notice::statement::Statements;
use crate::section::SectionId;

/// How a section stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// It does not apply to this register, or is optional and left out.
    NotNeeded,
    /// It applies, and nothing has been said yet.
    #[default]
    Empty,
    /// Something has been said, and something is missing.
    Incomplete,
    /// Nothing is missing.
    Complete,
}

impl Status {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotNeeded => "not-needed",
            Self::Empty => "empty",
            Self::Incomplete => "incomplete",
            Self::Complete => "complete",
        }
    }
}

/// A section in a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct SectionReport {
    /// How it stands.
    pub status: Status,
    /// Whether something in it is wrong, and more than a hint: "needs attention".
    pub attention: bool,
}

/// The rules whose findings, though mended elsewhere, keep a section from being complete: sections that are
/// composed from other answers say only what those answers hold.
pub(super) const fn waits_for(section: SectionId) -> &'static [&'static str] {
    use SectionId as S;
    match section {
        S::LegitimateInterests => &["purposes-empty", "purpose-without-basis", "basis-without-interest"],
        S::Consent => &[
            "purposes-empty",
            "purpose-without-basis",
            "consent-without-withdrawal",
            "cookies-unanswered",
            "cookies-empty",
            "cookie-consent-missing",
        ],
        S::DataContent => &["data-categories-empty"],
        S::Transfers => &[
            "recipients-empty",
            "recipient-location-unanswered",
            "transfer-without-country",
            "transfer-without-safeguard",
        ],
        S::DirectMarketing => &["purposes-empty"],
        S::RightPortability | S::RightObjection => {
            &["contact-missing", "purposes-empty", "purpose-without-basis"]
        }
        // The authority's details are ours: nothing is waited for.
        S::Complaint => &[],
        _ if is_fixed(section) => &["contact-missing"],
        _ => &[],
    }
}

/// The clause that grounds special categories on consent.
pub(super) const EXPLICIT_CONSENT: &str = "special-ground.explicit-consent";

/// How one section stands.
///
/// A gap that was set aside keeps nothing open: where nothing is said then, the section is not needed.
pub(super) fn of(
    notice: &Notice,
    section: SectionId,
    findings: &[Finding],
    dismissed: &[Dismissed],
) -> SectionReport {
    let waits = waits_for(section);
    let (mut gap, mut attention) = (false, false);
    for finding in findings.iter().filter(|finding| finding.rule.severity != Severity::Hint) {
        let here = finding.section == section;
        match finding.rule.kind {
            Kind::Gap => gap |= here || waits.contains(&finding.rule.id),
            Kind::Conflict => attention |= here,
        }
    }
    let said = is_said(notice, section) || has_addition(notice, section);
    let status = match (gap, said) {
        (true, true) => Status::Incomplete,
        // Its text is there; what it waits for is not.
        (true, false) if is_fixed(section) => Status::Incomplete,
        (true, false) => Status::Empty,
        (false, false) if !is_fixed(section) && waived(section, dismissed) => Status::NotNeeded,
        (false, _) if applies(notice, section) || has_addition(notice, section) => Status::Complete,
        (false, _) => Status::NotNeeded,
    };
    SectionReport { status, attention }
}

/// Whether a gap of the section was set aside.
fn waived(section: SectionId, dismissed: &[Dismissed]) -> bool {
    let gap = |set_aside: &Dismissed| {
        set_aside.finding.section == section && set_aside.finding.rule.kind == Kind::Gap
    };
    dismissed.iter().any(gap)
}

/// How far the notice has come, in per cent.
///
/// A section counts two points: both when it is complete or known not to apply, one when the firm has said
/// something in it. Those whose text is fixed ask nothing of the firm and are not counted. Which others are
/// counted depends only on optional ones that are in use, so that filling a gap, which may bring another section
/// into play, never takes points away. In no language, nothing is said at all.
pub(super) fn completeness(sections: &[SectionReport], findings: &[Finding]) -> u8 {
    let (mut points, mut of) = (0_usize, 0_usize);
    for (section, report) in SectionId::ALL.into_iter().zip(sections) {
        if is_fixed(section) || report.status == Status::NotNeeded && is_optional(section) {
            continue;
        }
        of += 2;
        points += match report.status {
            Status::NotNeeded | Status::Complete => 2,
            Status::Incomplete => 1,
            Status::Empty => 0,
        };
    }
    if findings.iter().any(|finding| finding.rule.id == "languages-empty") {
        return 0;
    }
    let blocked = findings.iter().any(|finding| finding.rule.severity == Severity::Blocking);
    let most = if blocked { 99 } else { 100 };
    u8::try_from(points * 100 / of.max(1)).unwrap_or(most).min(most)
}

/// Sections whose text follows from the law and from other answers: the firm need not say anything in them.
const fn is_fixed(section: SectionId) -> bool {
    use SectionId as S;
    matches!(
        section,
        S::ExercisingRights
            | S::RightAccess
            | S::RightRectification
            | S::RightErasure
            | S::RightRestriction
            | S::RightPortability
            | S::RightObjection
            | S::Complaint
    )
}

/// Custom sections that no law asks for: left blank, they are left out.
const fn is_optional(section: SectionId) -> bool {
    use SectionId as S;
    matches!(section, S::Register | S::SecurityManual | S::SecurityElectronic | S::OtherRights | S::Changes)
}

/// Whether a section belongs into this notice, as far as the answers go.
fn applies(notice: &Notice, section: SectionId) -> bool {
    use SectionId as S;
    match section {
        S::Dpo => !notice.dpo.is_no(),
        S::JointControllers => !notice.joint_controllers.is_no(),
        S::Representative => !notice.representative.is_no(),
        S::LegitimateInterests => notice.has_basis(BasisKind::LegitimateInterests),
        S::Consent => rests_on_consent(notice),
        S::Children => !notice.children.is_no(),
        S::SpecialCategories => !notice.special_categories.is_no(),
        S::IdentityCode => !notice.identity_code.is_no(),
        S::Cookies => !notice.cookies.is_no(),
        S::DirectMarketing => notice.has_topic(Topic::Marketing) || is_said(notice, section),
        // One answer, two views: either will do.
        S::DataCategories | S::DataContent => is_said(notice, section),
        _ => !is_optional(section) || is_said(notice, section),
    }
}

/// Consent to a purpose, to cookies, or to special categories of data (9(2)(a)).
fn rests_on_consent(notice: &Notice) -> bool {
    let special = notice.special_categories.yes().and_then(|special| special.ground.clause_id());
    notice.has_basis(BasisKind::Consent)
        || notice.cookies.yes().is_some_and(Cookies::need_consent)
        || special == Some(EXPLICIT_CONSENT)
}

fn has_addition(notice: &Notice, section: SectionId) -> bool {
    notice.additions.get(&section).is_some_and(|text| !text.is_blank())
}

/// Whether anything has been said in a section, be it "I do not know".
fn is_said(notice: &Notice, section: SectionId) -> bool {
    use SectionId as S;
    match section {
        S::Register => !notice.register_name.is_blank() || answered(&notice.clients),
        S::Date => !(notice.drawn_up.is_blank() && notice.updated.is_blank()),
        S::Controller => {
            let firm = &notice.controller;
            let fields = [&firm.name, &firm.street, &firm.postal_code, &firm.city, &firm.email, &firm.phone];
            any(&fields) || any(&[&firm.website, &firm.business_id.0])
        }
        S::Contact => !notice.contact.is_blank(),
        S::Dpo => answered(&notice.dpo),
        S::JointControllers => answered(&notice.joint_controllers),
        S::Representative => answered(&notice.representative),
        S::DataSubjects => some(&notice.data_subjects),
        S::Purposes => notice.purposes.iter().any(|row| !row.what.is_blank() || answered(&row.basis)),
        S::LegitimateInterests => notice.has_basis(BasisKind::LegitimateInterests),
        S::Consent => rests_on_consent(notice),
        S::Provision => answered(&notice.provision.requirement) || !notice.provision.consequence.is_blank(),
        S::Children => answered(&notice.children),
        S::DataCategories => some(&notice.data_categories),
        S::DataContent => some(&notice.data_content),
        S::SpecialCategories => answered(&notice.special_categories),
        S::IdentityCode => answered(&notice.identity_code),
        S::Sources => notice.sources.iter().any(|row| !row.what.is_blank()),
        S::Recipients => {
            notice.recipients.iter().any(|row| !row.what.is_blank() || !row.name.trim().is_empty())
        }
        S::Disclosures => answered(&notice.disclosures),
        S::Transfers => notice.recipients.iter().any(|row| row.location.is_yes()),
        S::Retention => notice.retention.iter().any(|row| !row.what.is_blank() || answered(&row.period)),
        S::SecurityManual => some(&notice.security_manual),
        S::SecurityElectronic => some(&notice.security_electronic),
        S::Cookies => answered(&notice.cookies),
        S::AutomatedDecisions => {
            let automated = &notice.automated_decisions;
            answered(&automated.profiling) || answered(&automated.decisions)
        }
        S::DirectMarketing => some(&notice.direct_marketing),
        S::OtherRights => some(&notice.other_rights),
        S::Changes => some(&notice.changes),
        S::ExercisingRights
        | S::RightAccess
        | S::RightRectification
        | S::RightErasure
        | S::RightRestriction
        | S::RightPortability
        | S::RightObjection
        | S::Complaint => false,
    }
}

fn any(texts: &[&String]) -> bool {
    texts.iter().any(|text| !text.trim().is_empty())
}

fn some(list: &Statements) -> bool {
    list.iter().any(|item| !item.what.is_blank())
}

const fn answered<T>(answer: &Answer<T>) -> bool {
    !matches!(answer, Answer::Unanswered)
}
