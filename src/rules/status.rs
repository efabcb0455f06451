//! How each section stands, and how far the whole notice has come.
//!
//! Law: GDPR 13–14 for which sections apply when (13(1)(d) only with 6(1)(f), and so on).
//! Knows: the model and the findings. Does not know: what any single rule asks, beyond its id and kind.

use super::{Dismissed, Finding, Kind, Severity};
use crate::content::{RuleId, rule_id};
use crate::notice::Notice;
use crate::notice::origin::Told;
use crate::notice::parts;
use crate::notice::purpose::BasisKind;
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
    /// Nothing is missing, but something in it is only a suggestion: nobody has said that it is so.
    Unconfirmed,
    /// Nothing is missing, and the firm has said all of it.
    Complete,
}

impl Status {
    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotNeeded => "not-needed",
            Self::Empty => "empty",
            Self::Incomplete => "incomplete",
            Self::Unconfirmed => "unconfirmed",
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
    /// Whether the firm itself has said something in it.
    pub said: bool,
}

/// The rules whose findings, though mended elsewhere, keep a section from being complete: sections that are
/// composed from other answers say only what those answers hold.
pub(super) const fn waits_for(section: SectionId) -> &'static [RuleId] {
    use SectionId as S;
    match section {
        S::LegitimateInterests => {
            &[rule_id::PURPOSES_EMPTY, rule_id::PURPOSE_WITHOUT_BASIS, rule_id::BASIS_WITHOUT_INTEREST]
        }
        S::Consent => &[
            rule_id::PURPOSES_EMPTY,
            rule_id::PURPOSE_WITHOUT_BASIS,
            rule_id::CONSENT_WITHOUT_WITHDRAWAL,
            rule_id::COOKIES_UNANSWERED,
            rule_id::COOKIES_EMPTY,
            rule_id::COOKIE_CONSENT_MISSING,
        ],
        S::DataContent => &[rule_id::DATA_CATEGORIES_EMPTY],
        S::Transfers => &[
            rule_id::RECIPIENTS_EMPTY,
            rule_id::RECIPIENT_LOCATION_UNANSWERED,
            rule_id::TRANSFER_WITHOUT_COUNTRY,
            rule_id::TRANSFER_WITHOUT_SAFEGUARD,
        ],
        S::DirectMarketing => &[rule_id::PURPOSES_EMPTY],
        S::RightPortability | S::RightObjection => {
            &[rule_id::CONTACT_MISSING, rule_id::PURPOSES_EMPTY, rule_id::PURPOSE_WITHOUT_BASIS]
        }
        // The authority's details are ours: nothing is waited for.
        S::Complaint => &[],
        _ if is_fixed(section) => &[rule_id::CONTACT_MISSING],
        _ => &[],
    }
}

/// What the status of a section depends on.
pub(super) struct Seen<'a> {
    pub(super) notice: &'a Notice,
    pub(super) findings: &'a [Finding],
    pub(super) dismissed: &'a [Dismissed],
    /// What was said and what waits for a yes; `None` where nobody asks, and everything counts as said.
    pub(super) told: Option<&'a Told>,
}

/// The section whose facts a section is composed from: mostly itself.
pub const fn source(section: SectionId) -> SectionId {
    match section {
        SectionId::LegitimateInterests | SectionId::Consent => SectionId::Purposes,
        SectionId::Transfers => SectionId::Recipients,
        other => other,
    }
}

/// The sections whose answers also decide whether this one has anything to say.
const fn decided_by(section: SectionId) -> &'static [SectionId] {
    use SectionId as S;
    match section {
        S::LegitimateInterests | S::Consent | S::DirectMarketing => &[S::Purposes],
        S::Transfers => &[S::Recipients],
        // One answer, two views.
        S::DataCategories => &[S::DataContent],
        S::DataContent => &[S::DataCategories],
        _ => &[],
    }
}

/// How one section stands.
///
/// A gap that was set aside keeps nothing open: where nothing is said then, the section is not needed.
pub(super) fn of(seen: &Seen<'_>, section: SectionId) -> SectionReport {
    let Seen { notice, findings, dismissed, told } = *seen;
    // Own words wait for no answer.
    let waits = if notice.is_replaced(section) { &[] } else { waits_for(section) };
    let (mut gap, mut attention) = (false, false);
    for finding in findings.iter().filter(|finding| finding.rule.severity != Severity::Hint) {
        let here = finding.section == section;
        match finding.rule.kind {
            Kind::Gap => gap |= here || waits.contains(&finding.rule.id),
            Kind::Conflict => attention |= here,
        }
    }
    let filled = is_said(notice, section) || has_own_words(notice, section);
    let unconfirmed = told.is_some_and(|told| told.waiting.iter().any(|(of, _)| *of == source(section)));
    let status = match (gap, filled) {
        (true, true) => Status::Incomplete,
        // Its text is there; what it waits for is not.
        (true, false) if is_fixed(section) => Status::Incomplete,
        (true, false) => Status::Empty,
        (false, false) if !is_fixed(section) && waived(section, dismissed) => Status::NotNeeded,
        (false, _) if !applies(notice, section) && !has_own_words(notice, section) => Status::NotNeeded,
        (false, _) if unconfirmed => Status::Unconfirmed,
        (false, _) => Status::Complete,
    };
    let said = |section| told.map_or_else(|| is_said(notice, section), |told| told.said.contains(&section));
    let said = said(section)
        || has_own_words(notice, section)
        || waived(section, dismissed)
        || decided_by(section).iter().any(|other| said(*other));
    SectionReport { status, attention, said }
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
/// something in it. What is only suggested counts nothing, so a new notice stands at 0. Which sections are counted depends
/// only on optional ones that are in use, so that filling a gap, which may bring another section into play, never takes points
/// away. In no language, nothing is said at all.
pub(super) fn completeness(sections: &[SectionReport], findings: &[Finding]) -> u8 {
    let (mut points, mut of) = (0_usize, 0_usize);
    for (section, report) in SectionId::ALL.into_iter().zip(sections) {
        if !is_counted(section, *report) {
            continue;
        }
        of += 2;
        points += match report.status {
            Status::Complete => 2,
            Status::NotNeeded => 2 * usize::from(report.said),
            Status::Incomplete if is_given(section) => 0,
            Status::Incomplete | Status::Unconfirmed => usize::from(report.said),
            Status::Empty => 0,
        };
    }
    if findings.iter().any(|finding| finding.rule.id == rule_id::LANGUAGES_EMPTY) {
        return 0;
    }
    let blocked = findings.iter().any(|finding| finding.rule.severity == Severity::Blocking);
    let most = if blocked { 99 } else { 100 };
    u8::try_from(points * 100 / of.max(1)).unwrap_or(most).min(most)
}

/// How many of the counted sections that apply are done, and how many there are.
pub(super) fn progress(sections: &[SectionReport]) -> (usize, usize) {
    let counted =
        SectionId::ALL.into_iter().zip(sections).filter(|(section, report)| is_counted(*section, **report));
    let applies: Vec<_> = counted.filter(|(_, report)| report.status != Status::NotNeeded).collect();
    (applies.iter().filter(|(_, report)| report.status == Status::Complete).count(), applies.len())
}

/// Whether a section counts towards how far the notice has come: what the firm has to answer for.
fn is_counted(section: SectionId, report: SectionReport) -> bool {
    match report.status {
        _ if is_fixed(section) => false,
        Status::NotNeeded => !is_optional(section) && (report.said || section != SectionId::Representative),
        Status::Complete | Status::Unconfirmed => !is_given(section),
        Status::Empty | Status::Incomplete => true,
    }
}

/// Sections that beginning a notice fills in: its name, from the kind that was chosen, and the day.
const fn is_given(section: SectionId) -> bool {
    matches!(section, SectionId::Register | SectionId::Date)
}

/// Sections whose text follows from the law and from other answers: the firm need not say anything in them.
pub const fn is_fixed(section: SectionId) -> bool {
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
        S::Consent => notice.rests_on_consent(),
        S::Children => !notice.children.is_no(),
        S::SpecialCategories => !notice.special_categories.is_no(),
        S::IdentityCode => !notice.identity_code.is_no(),
        S::Cookies => !notice.cookies.is_no(),
        S::DirectMarketing => notice.is_marketing() || is_said(notice, section),
        // One answer, two views: either will do.
        S::DataCategories | S::DataContent => is_said(notice, section),
        _ => !is_optional(section) || is_said(notice, section),
    }
}

/// Whether the firm's own words stand in a section, beside our text or instead of it.
fn has_own_words(notice: &Notice, section: SectionId) -> bool {
    notice.is_replaced(section) || notice.additions.get(&section).is_some_and(|text| !text.is_blank())
}

/// Whether anything has been said in a section, be it "I do not know". Of a section that is composed from other answers:
/// whether those give it anything to say.
fn is_said(notice: &Notice, section: SectionId) -> bool {
    match section {
        SectionId::LegitimateInterests => notice.has_basis(BasisKind::LegitimateInterests),
        SectionId::Consent => notice.rests_on_consent(),
        SectionId::Transfers => notice.recipients.iter().any(|row| row.location.is_yes()),
        _ => parts::is_said(notice, section),
    }
}
