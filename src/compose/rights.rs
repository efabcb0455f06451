//! People's rights: which of them there are follows from the legal bases of the purposes.
//!
//! Law: GDPR 12, 15–22, 77. The matrix of bases and rights: access, rectification and restriction always;
//! portability from consent and contract; objection from public task and legitimate interest; erasure
//! as far as no law obliges to keep the data; direct marketing can always be refused. In a care register the Client Data
//! Act (ATL 11–12, 23 §) and Tietosuojalaki 34 § say more: log data, and where a right ends.

use super::firm::{channels, details};
use super::phrasing::{Phrasing, Run, email, filled, phone, run, website};
use crate::content::{Clause, clause};
use crate::document::Block;
use crate::law::facts::AUTHORITY;
use crate::notice::Notice;
use crate::notice::purpose::{BasisKind, Purpose, Topic};

/// How to use the rights, within what time, and at what cost (GDPR 12(2)–(6)). No line with channels while no way to reach
/// the firm is known.
pub(super) fn exercising(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let mut blocks = Vec::new();
    blocks.extend(channel_line(&clause::EXERCISING_CHANNELS, notice, phrasing));
    for sentence in [
        &clause::EXERCISING_FORM,
        &clause::EXERCISING_IDENTITY,
        &clause::EXERCISING_TIME,
        &clause::EXERCISING_FREE,
        &clause::EXERCISING_REFUSAL,
    ] {
        blocks.push(phrasing.para(sentence));
    }
    blocks
}

/// A clause with `{channels}`; nothing while no way to reach the firm is known.
pub(super) fn channel_line(clause: &Clause, notice: &Notice, phrasing: Phrasing) -> Option<Block> {
    let channels = channels(notice);
    (!channels.is_empty()).then(|| Block::Para(filled(phrasing.clause(clause), "{channels}", channels)))
}

/// The right of access (GDPR 15); in care also log data.
pub(super) fn access(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let mut blocks = vec![phrasing.para(&clause::ACCESS_TEXT), phrasing.para(&clause::ACCESS_COPIES)];
    let care = [&clause::ACCESS_CARE_LIMITS, &clause::ACCESS_CARE_LOGS, &clause::ACCESS_CARE_MISUSE];
    blocks.extend(in_care(notice, care, phrasing));
    blocks
}

/// What the Client Data Act says of all rights in a care register, in the order of the rights.
pub(super) fn care(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let all = [
        &clause::ACCESS_CARE_LIMITS,
        &clause::ACCESS_CARE_LOGS,
        &clause::ACCESS_CARE_MISUSE,
        &clause::ERASURE_CARE_RECORDS,
        &clause::RESTRICTION_CARE_REFUSAL,
    ];
    in_care(notice, all, phrasing)
}

/// What the Client Data Act adds to a right, or takes from it, in a care register.
fn in_care<const N: usize>(notice: &Notice, clauses: [&Clause; N], phrasing: Phrasing) -> Vec<Block> {
    if !notice.is_care() {
        return Vec::new();
    }
    clauses.into_iter().map(|clause| phrasing.para(clause)).collect()
}

/// The right to rectification (GDPR 16), and that recipients are told (19).
pub(super) fn rectification(phrasing: Phrasing) -> Vec<Block> {
    vec![phrasing.para(&clause::RECTIFICATION_TEXT), phrasing.para(&clause::RECTIFICATION_NOTIFY)]
}

/// The right to erasure (GDPR 17): of its cases those that can happen with the bases of this notice, and where the right
/// ends.
pub(super) fn erasure(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let when = |applies: bool, clause: &'static Clause| applies.then_some(clause);
    let cases = [
        Some(&clause::ERASURE_NOT_NEEDED),
        when(notice.has_basis(BasisKind::Consent), &clause::ERASURE_CONSENT),
        when(notice.rests_on_interest(), &clause::ERASURE_OBJECTION),
        when(notice.is_marketing(), &clause::ERASURE_MARKETING),
        Some(&clause::ERASURE_UNLAWFUL),
        Some(&clause::ERASURE_DUTY),
    ];
    let cases = cases.into_iter().flatten().map(|case| run(phrasing.clause(case))).collect();
    let bound = notice.has_basis(BasisKind::LegalObligation) || notice.has_basis(BasisKind::PublicTask);
    let limits = if bound { &clause::ERASURE_LIMITS_LAW } else { &clause::ERASURE_LIMITS };
    let mut blocks = phrasing.led_list(&clause::ERASURE_LEAD, cases);
    blocks.push(phrasing.para(limits));
    blocks.extend(in_care(notice, [&clause::ERASURE_CARE_RECORDS], phrasing));
    blocks
}

/// The right to restriction, with the four cases of GDPR 18(1).
pub(super) fn restriction(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let cases = [
        &clause::RESTRICTION_ACCURACY,
        &clause::RESTRICTION_UNLAWFUL,
        &clause::RESTRICTION_CLAIMS,
        &clause::RESTRICTION_OBJECTION,
    ];
    let cases = cases.into_iter().map(|case| run(phrasing.clause(case))).collect();
    let mut blocks = phrasing.led_list(&clause::RESTRICTION_LEAD, cases);
    blocks.push(phrasing.para(&clause::RESTRICTION_MEANWHILE));
    blocks.extend(in_care(notice, [&clause::RESTRICTION_CARE_REFUSAL], phrasing));
    blocks
}

/// The right to portability (GDPR 20), which only consent and contract give. That it does not apply is said only when every
/// purpose has its basis: until then nobody knows.
pub(super) fn portability(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let covered = match (notice.has_basis(BasisKind::Consent), notice.has_basis(BasisKind::Contract)) {
        (true, true) => &clause::PORTABILITY_BOTH,
        (true, false) => &clause::PORTABILITY_CONSENT,
        (false, true) => &clause::PORTABILITY_CONTRACT,
        (false, false) if notice.bases_are_known() => {
            return vec![phrasing.para(&clause::PORTABILITY_NOT_APPLICABLE)];
        }
        (false, false) => return Vec::new(),
    };
    let mut blocks = vec![phrasing.para(covered), phrasing.para(&clause::PORTABILITY_TEXT)];
    blocks.extend(in_care(notice, [&clause::PORTABILITY_CARE_RECORDS], phrasing));
    blocks
}

/// The right to object (GDPR 21(1)), in a box apart from the rest as 21(4) asks. Direct marketing has a section and a box of
/// its own, to which this one points.
pub(super) fn objection(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let open = |purpose: &&Purpose| purpose.rests_on_interest() && purpose.topic != Topic::Marketing;
    let marketing = notice.is_marketing().then(|| phrasing.para(&clause::OBJECTION_MARKETING));
    if notice.purposes.iter().any(|purpose| open(&purpose)) {
        let purposes: Vec<Run> = notice
            .purposes
            .iter()
            .filter(open)
            .map(|purpose| phrasing.statement(&purpose.what))
            .filter(|what| !what.is_empty())
            .collect();
        let mut blocks = phrasing.led_list(&clause::OBJECTION_LEAD, purposes);
        if blocks.is_empty() {
            blocks.push(phrasing.para(&clause::OBJECTION_GENERAL));
        }
        blocks.push(phrasing.para(&clause::OBJECTION_EFFECT));
        let mut blocks = vec![Block::Box(blocks)];
        blocks.extend(marketing);
        if notice.has_basis(BasisKind::Consent) {
            blocks.push(phrasing.para(&clause::OBJECTION_CONSENT_INSTEAD));
        }
        return blocks;
    }
    match marketing {
        Some(marketing) => vec![marketing],
        None if notice.bases_are_known() => {
            let care = notice.is_care() && !notice.has_basis(BasisKind::Consent);
            let none =
                if care { &clause::OBJECTION_CARE_NOT_APPLICABLE } else { &clause::OBJECTION_NOT_APPLICABLE };
            vec![phrasing.para(none)]
        }
        None => Vec::new(),
    }
}

/// How direct marketing is sent, and in a box the right to refuse it (GDPR 21(2)–(4)). No section where no data is used for it.
pub(super) fn direct_marketing(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let mut how = phrasing.bullets(&notice.direct_marketing);
    if how.is_empty() && !notice.is_marketing() {
        return Vec::new();
    }
    let mut right = vec![phrasing.para(&clause::DIRECT_MARKETING_RIGHT)];
    right.extend(channel_line(&clause::DIRECT_MARKETING_CHANNELS, notice, phrasing));
    how.push(Block::Box(right));
    how
}

/// Rights beyond those of the GDPR, and in a care register who helps with them.
pub(super) fn other(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let mut blocks = phrasing.bullets(&notice.other_rights);
    if notice.is_care() && !notice.ombudsperson.is_blank() {
        blocks.push(phrasing.para(&clause::LEAD_OMBUDSPERSON));
        blocks.extend(details(&notice.ombudsperson, phrasing));
    }
    blocks
}

/// The right to complain (GDPR 13(2)(d), 77). The authority's details are dated facts of ours, not the firm's text.
pub(super) fn complaint(phrasing: Phrasing) -> Vec<Block> {
    let authority = AUTHORITY.fact;
    let mut blocks = vec![phrasing.para(&clause::COMPLAINT_TEXT)];
    blocks.extend(phrasing.terms([
        (&clause::LABEL_NAME, run(authority.name.get(phrasing.lang))),
        (&clause::LABEL_VISIT, run(authority.visit.get(phrasing.lang))),
        (&clause::LABEL_ADDRESS, run(authority.post.get(phrasing.lang))),
        (&clause::LABEL_PHONE, phone(authority.phone.get(phrasing.lang))),
        (&clause::LABEL_EMAIL, email(authority.email)),
        (&clause::LABEL_WEBSITE, website(authority.web.get(phrasing.lang))),
    ]));
    blocks.push(phrasing.para(&clause::COMPLAINT_ELSEWHERE));
    blocks
}
