//! The rights, each in one sentence, and the right to object set apart from them as GDPR 21(4) asks.
//!
//! Law: GDPR 12, 15–22, 77. Which rights there are follows from the bases, as in the register layout.

use super::row;
use crate::compose::firm::channels;
use crate::compose::phrasing::{Phrasing, Run, email, filled, phone, run, website};
use crate::compose::rights as full;
use crate::content::{Clause, clause};
use crate::document::{Block, Inline};
use crate::law::facts::AUTHORITY;
use crate::notice::Notice;
use crate::notice::purpose::{BasisKind, Topic};
use crate::section::SectionId::{self, self as S};

/// "Your other rights" after the box on objection.
pub(super) fn title(notice: &Notice) -> &'static Clause {
    let objected = notice.is_marketing() || notice.rests_on_interest();
    if objected { &clause::PLAIN_OTHER_RIGHTS } else { &clause::PLAIN_RIGHTS }
}

/// The rights, each in one sentence. One that the firm tells in its own words is left to those.
pub(super) fn list(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let rights =
        [S::RightAccess, S::RightRectification, S::RightErasure, S::RightRestriction, S::RightPortability];
    let ours = rights.into_iter().filter(|id| !notice.is_replaced(*id));
    let items = ours.filter_map(|id| item(id, notice)).map(|right| run(phrasing.clause(right)));
    phrasing.led_list(&clause::PLAIN_RIGHT_LEAD, items.collect())
}

/// The sentence about a right; `None` where there is no such right here. Portability comes from consent and contract alone (GDPR 20),
/// and objection is an example of restriction (18) only where one can object.
pub(super) fn item(id: SectionId, notice: &Notice) -> Option<&'static Clause> {
    let portable = (notice.has_basis(BasisKind::Consent), notice.has_basis(BasisKind::Contract));
    Some(match (id, portable) {
        (S::RightAccess, _) => &clause::PLAIN_RIGHT_ACCESS,
        (S::RightRectification, _) => &clause::PLAIN_RIGHT_RECTIFICATION,
        (S::RightErasure, _) => &clause::PLAIN_RIGHT_ERASURE,
        (S::RightRestriction, _) if notice.rests_on_interest() => &clause::PLAIN_RIGHT_RESTRICTION_OBJECTION,
        (S::RightRestriction, _) => &clause::PLAIN_RIGHT_RESTRICTION,
        (S::RightPortability, (true, true)) => &clause::PLAIN_RIGHT_PORTABILITY_BOTH,
        (S::RightPortability, (true, false)) => &clause::PLAIN_RIGHT_PORTABILITY_CONSENT,
        (S::RightPortability, (false, true)) => &clause::PLAIN_RIGHT_PORTABILITY_CONTRACT,
        _ => return None,
    })
}

/// How to use the rights, within what time and at what cost (GDPR 12(2)–(6)), and in care what the Client Data Act says besides.
pub(super) fn exercising(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let channels = channels(notice);
    let mut how = Run::new();
    if !channels.is_empty() {
        how.extend(filled(phrasing.clause(&clause::PLAIN_HOW), "{channels}", channels));
        how.push(Inline::Text(". ".to_owned()));
    }
    how.push(Inline::Text(phrasing.clause(&clause::PLAIN_IDENTITY).to_owned()));
    let mut blocks = vec![Block::Para(how), phrasing.para(&clause::PLAIN_TIME)];
    blocks.extend(full::care(notice, phrasing));
    blocks
}

/// The right to object on grounds of one's own situation (GDPR 21(1)), in a box with the situations that it concerns.
pub(super) fn objection(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let mut situations: Vec<Run> = Vec::new();
    for row in row::rows(notice) {
        let open = |kind| matches!(kind, BasisKind::PublicTask | BasisKind::LegitimateInterests);
        let marketing = row.purposes.iter().all(|purpose| purpose.topic == Topic::Marketing);
        if !row.basis().is_some_and(open) || marketing {
            continue;
        }
        let named = match (row.situation, row.purposes.first()) {
            (Some(situation), _) => run(phrasing.text(situation.title)),
            (None, Some(purpose)) if !purpose.short.is_blank() => phrasing.local(&purpose.short),
            (None, Some(purpose)) => phrasing.statement(&purpose.what),
            (None, None) => Vec::new(),
        };
        if !named.is_empty() && !situations.contains(&named) {
            situations.push(named);
        }
    }
    let mut blocks = phrasing.led_list(&clause::PLAIN_OBJECT_LEAD, situations);
    if blocks.is_empty() {
        return blocks;
    }
    blocks.push(phrasing.para(&clause::PLAIN_OBJECT_EFFECT));
    vec![Block::Box(blocks)]
}

/// How marketing is sent, and the right to refuse it, which nobody weighs (GDPR 21(2)–(3)).
pub(super) fn direct_marketing(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let mut blocks = phrasing.bullets(&notice.direct_marketing);
    if notice.is_marketing() || !blocks.is_empty() {
        blocks.push(Block::Box(vec![phrasing.para(&clause::PLAIN_NO_MARKETING)]));
    }
    blocks
}

/// Where to complain (GDPR 13(2)(d), 77).
pub(super) fn complaint(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let authority = AUTHORITY.fact;
    let lang = phrasing.lang;
    let details = [
        run(authority.visit.get(lang)),
        run(authority.post.get(lang)),
        phone(authority.phone.get(lang)),
        email(authority.email),
        website(authority.web.get(lang)),
    ];
    let mut name = vec![Inline::Strong((*authority.name.get(lang)).to_owned())];
    for detail in details.into_iter().filter(|detail| !detail.is_empty()) {
        name.push(Inline::Text(", ".to_owned()));
        name.extend(detail);
    }
    let mut elsewhere = run(phrasing.clause(&clause::PLAIN_COMPLAIN_ELSEWHERE));
    if notice.cookies.is_yes() {
        elsewhere.push(Inline::Text(format!(" {}", phrasing.clause(&clause::PLAIN_COMPLAIN_COOKIES))));
    }
    vec![phrasing.para(&clause::PLAIN_COMPLAIN), Block::Para(name), Block::Para(elsewhere)]
}
