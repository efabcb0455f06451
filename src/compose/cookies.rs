//! The web and machines: cookies, profiling and automated decisions.
//!
//! Law: SVPL 205 §; GDPR 4(4), 13(2)(f), 22.

use super::phrasing::{Phrasing, Run, run};
use crate::content::clause;
use crate::document::{Block, Inline};
use crate::notice::Notice;
use crate::notice::answer::Answer;

/// The cookies as a table, and how consent is given and withdrawn (SVPL 205 §). No section where there are none.
pub(super) fn cookies(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let Some(cookies) = notice.cookies.yes() else { return Vec::new() };
    let mut blocks = vec![phrasing.para(&clause::COOKIES_WHAT)];
    let rows: Vec<[Run; 5]> = cookies
        .rows
        .iter()
        .map(|cookie| {
            [
                run(&cookie.name),
                phrasing.local(&cookie.purpose),
                cookie.kind.yes().map(|kind| phrasing.cell(*kind)).unwrap_or_default(),
                phrasing.local(&cookie.lifetime),
                run(if cookie.party.trim().is_empty() { &notice.controller.name } else { &cookie.party }),
            ]
        })
        .collect();
    if !rows.is_empty() {
        let consent =
            if cookies.need_consent() { &clause::COOKIES_CONSENT } else { &clause::COOKIES_NECESSARY_ONLY };
        blocks.push(phrasing.para(consent));
    }
    blocks.extend(phrasing.rows(
        [
            &clause::LABEL_COOKIE,
            &clause::LABEL_COOKIE_PURPOSE,
            &clause::LABEL_COOKIE_KIND,
            &clause::LABEL_LIFETIME,
            &clause::LABEL_PARTY,
        ],
        rows,
    ));
    let tool = cookies.consent_tool.yes().map(|tool| phrasing.statement(tool)).unwrap_or_default();
    if !tool.is_empty() {
        blocks.push(Block::Para(tool));
    }
    blocks
}

/// Profiling and automated decisions (GDPR 13(2)(f), 22). A "no" is said too: readers look for it.
pub(super) fn automated_decisions(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let automated = &notice.automated_decisions;
    let mut blocks = Vec::new();
    match &automated.profiling {
        Answer::No => blocks.push(phrasing.para(&clause::AUTOMATED_NO_PROFILING)),
        Answer::Yes(profiling) => {
            let text = phrasing.local(&profiling.how);
            if !text.is_empty() {
                let mut para = vec![
                    Inline::Strong(phrasing.clause(&clause::AUTOMATED_PROFILING).to_owned()),
                    Inline::Text(" ".into()),
                ];
                para.extend(text);
                blocks.push(Block::Para(para));
            }
        }
        Answer::Unanswered | Answer::Unknown => {}
    }
    match &automated.decisions {
        Answer::No => blocks.push(phrasing.para(&clause::AUTOMATED_NO_DECISIONS)),
        Answer::Yes(decision) => {
            blocks.push(phrasing.para(&clause::AUTOMATED_DECISIONS));
            blocks.extend(phrasing.terms([
                (&clause::LABEL_LOGIC, phrasing.local(&decision.logic)),
                (&clause::LABEL_EFFECT, phrasing.local(&decision.effect)),
            ]));
            blocks.push(phrasing.para(&clause::AUTOMATED_RIGHTS));
        }
        Answer::Unanswered | Answer::Unknown => {}
    }
    blocks
}
