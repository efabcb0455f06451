//! What rests on consent and how it is withdrawn, beside the consent that it concerns.
//!
//! Law: GDPR 7(3), 9(2), 13(2)(c); SVPL 205 §.

use super::{led, row};
use crate::compose::cookies as table_of_cookies;
use crate::compose::phrasing::{Phrasing, Run};
use crate::content::{Clause, clause};
use crate::document::{Block, Inline};
use crate::notice::Notice;
use crate::notice::cookies::Cookies;
use crate::notice::purpose::{LegalBasis, Purpose, Withdrawal};
use crate::section::SectionId as S;

/// The way to withdraw that leads to the settings of the site's cookies.
const COOKIE_SETTINGS: &str = "withdrawal.cookie-settings";

/// Named after what stands in it.
pub(super) fn title(notice: &Notice) -> &'static Clause {
    if consents(notice, false).next().is_some()
        || notice.is_replaced(S::Consent)
        || notice.rests_on_explicit_consent()
    {
        &clause::PLAIN_PERMISSION
    } else if notice.special_categories.is_yes() || notice.identity_code.is_yes() {
        &clause::PLAIN_SENSITIVE
    } else {
        &clause::PLAIN_CHILDREN
    }
}

/// The purposes on consent: those of the site, whose consent is given and withdrawn with its cookies, or the others.
fn consents(notice: &Notice, of_site: bool) -> impl Iterator<Item = (&Purpose, &Withdrawal)> {
    let has_cookies = notice.cookies.yes().is_some_and(Cookies::need_consent);
    let all = notice.purposes.iter().filter_map(|purpose| match purpose.basis.yes() {
        Some(LegalBasis::Consent(withdrawal)) => Some((purpose, withdrawal)),
        _ => None,
    });
    all.filter(move |(_, withdrawal)| {
        (has_cookies && withdrawal.how.clause_id() == Some(COOKIE_SETTINGS)) == of_site
    })
}

/// That consent can be withdrawn at any time, and how.
pub(super) fn consent(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let consents: Vec<_> = consents(notice, false).collect();
    if consents.is_empty() && !notice.rests_on_explicit_consent() {
        return Vec::new();
    }
    let mut blocks = vec![phrasing.para(&clause::CONSENT_ANYTIME)];
    blocks.extend(ways(&consents, notice, phrasing));
    blocks
}

/// How each consent is withdrawn; once where it is the same way for all.
fn ways(consents: &[(&Purpose, &Withdrawal)], notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let how = |withdrawal: &Withdrawal| phrasing.statement(&withdrawal.how);
    let Some((_, first)) = consents.first() else { return Vec::new() };
    if consents.iter().all(|(_, withdrawal)| withdrawal.how == first.how) {
        return led(&clause::PLAIN_WITHDRAWAL, sentence(how(first)), phrasing);
    }
    let rows = row::rows(notice);
    let lines = consents.iter().map(|(purpose, withdrawal)| {
        let row = rows.iter().find(|row| row.purposes.iter().any(|one| one.id == purpose.id));
        let situation = row.and_then(|row| row.situation);
        let mut line = match situation {
            Some(situation) => vec![Inline::Text(phrasing.text(situation.title).to_owned())],
            None => phrasing.statement(&purpose.what),
        };
        line.push(Inline::Text(": ".to_owned()));
        line.extend(how(withdrawal));
        line
    });
    phrasing.led_list(&clause::PLAIN_WITHDRAWAL, lines.collect())
}

fn sentence(mut run: Run) -> Run {
    if let Some(Inline::Text(last)) = run.last_mut()
        && !last.ends_with(['.', '!', '?'])
    {
        last.push('.');
    }
    run
}

/// The cookies, and how their consent is withdrawn.
pub(super) fn cookies(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let mut blocks = table_of_cookies::cookies(notice, phrasing);
    let of_site: Vec<_> = consents(notice, true).collect();
    if blocks.is_empty() || notice.is_replaced(S::Consent) || of_site.is_empty() {
        return blocks;
    }
    // Once is enough, and the other consents come first.
    if consent(notice, phrasing).is_empty() {
        blocks.push(phrasing.para(&clause::CONSENT_ANYTIME));
    }
    blocks.extend(ways(&of_site, notice, phrasing));
    blocks
}
