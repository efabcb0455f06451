//! Why, on what basis, and what follows from it: purposes, interests, consent, provision, children.
//!
//! Law: GDPR 6(1), 7(3), 8, 13(1)(c)–(d), 13(2)(c), 13(2)(e).

use super::phrasing::{Phrasing, Run};
use crate::content::clause;
use crate::document::{Block, Inline};
use crate::law::Citation;
use crate::notice::Notice;
use crate::notice::data::Requirement;
use crate::notice::purpose::{BasisKind, LegalBasis, Purpose};

/// Each purpose with its legal basis (GDPR 13(1)(c)), as a table.
pub(super) fn purposes(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let rows = notice.purposes.iter().filter(|purpose| !purpose.what.is_blank());
    let rows = rows.map(|purpose| [phrasing.opening(&purpose.what), basis(purpose, phrasing)]).collect();
    phrasing.rows([&clause::LABEL_PURPOSE, &clause::LABEL_BASIS], rows)
}

/// "Oikeutettu etu (tietosuoja-asetus 6(1)(f))", with the law where the basis is a law.
fn basis(purpose: &Purpose, phrasing: Phrasing) -> Run {
    let Some(basis) = purpose.basis.yes() else { return Vec::new() };
    let kind = basis.kind();
    let article = match kind {
        BasisKind::Consent => "GDPR 6(1)(a)",
        BasisKind::Contract => "GDPR 6(1)(b)",
        BasisKind::LegalObligation => "GDPR 6(1)(c)",
        BasisKind::VitalInterests => "GDPR 6(1)(d)",
        BasisKind::PublicTask => "GDPR 6(1)(e)",
        BasisKind::LegitimateInterests => "GDPR 6(1)(f)",
    };
    let article = phrasing.citations(&[Citation::new(article)]);
    let mut cell = phrasing.cell(kind);
    cell.push(Inline::Text(format!(" ({article})")));
    if let LegalBasis::LegalObligation(statute) | LegalBasis::PublicTask(statute) = basis {
        let law = phrasing.statement(&statute.law);
        if !law.is_empty() {
            cell.push(Inline::Text(": ".to_owned()));
            cell.extend(law);
        }
    }
    cell
}

/// The interests behind the purposes that rest on 6(1)(f) (GDPR 13(1)(d)). A purpose whose interest is not filled in yet is left
/// out.
pub(super) fn legitimate_interests(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let rows: Vec<[Run; 2]> = notice
        .purposes
        .iter()
        .filter_map(|purpose| match purpose.basis.yes() {
            Some(LegalBasis::LegitimateInterests(interest)) => {
                Some([phrasing.opening(&purpose.what), phrasing.opening(&interest.interest)])
            }
            _ => None,
        })
        .filter(|[_, interest]| !interest.is_empty())
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![phrasing.para(&clause::LEAD_LEGITIMATE_INTERESTS)];
    blocks.extend(phrasing.rows([&clause::LABEL_PURPOSE, &clause::LABEL_INTEREST], rows));
    blocks.push(phrasing.para(&clause::LEAD_SEE_OBJECTION));
    blocks
}

/// How to withdraw consent (GDPR 7(3), 13(2)(c)), where a purpose, special categories of data or cookies rest on it.
pub(super) fn consent(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let on_consent = notice.purposes.iter().filter_map(|purpose| match purpose.basis.yes() {
        Some(LegalBasis::Consent(withdrawal)) => Some((purpose, withdrawal)),
        _ => None,
    });
    let rows: Vec<[Run; 2]> = on_consent
        .map(|(purpose, withdrawal)| [phrasing.opening(&purpose.what), phrasing.opening(&withdrawal.how)])
        .collect();
    let special = notice.rests_on_explicit_consent();
    let cookies =
        notice.cookies.yes().is_some_and(|cookies| !cookies.rows.is_empty() && cookies.need_consent());
    if rows.is_empty() && !special && !cookies {
        return Vec::new();
    }
    let mut blocks = vec![phrasing.para(&clause::CONSENT_ANYTIME)];
    blocks.extend(phrasing.rows([&clause::LABEL_PURPOSE, &clause::LABEL_WITHDRAWAL], rows));
    if special {
        blocks.push(phrasing.para(&clause::CONSENT_SPECIAL));
    }
    if cookies {
        blocks.push(phrasing.para(&clause::CONSENT_COOKIES));
    }
    blocks
}

/// Whether the data must be given, and what follows if it is not (GDPR 13(2)(e)).
pub(super) fn provision(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let requirement = notice.provision.requirement.yes().map(|requirement| match requirement {
        Requirement::Statutory => &clause::PROVISION_STATUTORY,
        Requirement::Contractual => &clause::PROVISION_CONTRACTUAL,
        Requirement::ToContract => &clause::PROVISION_TO_CONTRACT,
        Requirement::Partly => &clause::PROVISION_PARTLY,
        Requirement::PartlyStatutory => &clause::PROVISION_PARTLY_STATUTORY,
        Requirement::StatutoryAndContractual => &clause::PROVISION_STATUTORY_AND_CONTRACTUAL,
        Requirement::Observed => &clause::PROVISION_OBSERVED,
        Requirement::Voluntary => &clause::PROVISION_VOLUNTARY,
    });
    let mut blocks: Vec<_> = requirement.map(|clause| phrasing.para(clause)).into_iter().collect();
    let consequence = phrasing.statement(&notice.provision.consequence);
    if !consequence.is_empty() {
        blocks.push(Block::Para(consequence));
    }
    blocks
}

/// From what age children consent themselves, and how their guardians consent for them (GDPR 8, Tietosuojalaki 5 §).
pub(super) fn children(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let Some(guardians) = notice.children.yes() else { return Vec::new() };
    let mut blocks = vec![phrasing.para(&clause::CHILDREN_AGE)];
    blocks.extend(phrasing.own_words(&guardians.how));
    blocks
}
