//! Who gets data and who gives it is asked: no guided default names somebody of whom no question speaks.

use super::*;
use crate::content::find_clause;
use crate::notice::data::Origin as SourceOrigin;

/// What a question speaks of: what it settles, what it offers by name, and what an option brings.
fn speaks_of(question: &'static Question, kind: RegisterKind, trade: Option<Trade>, clause: &str) -> bool {
    let mut brought = options(question, kind, trade).flat_map(|option| {
        let pieces = [option.says, option.adds].map(|piece| defaults::Offer::of(option.id, piece));
        let purposes = option.purposes.iter().filter_map(|purpose| defaults::purpose(purpose));
        pieces.into_iter().chain(purposes).flat_map(|offer| write::rows(&offer.notice()))
    });
    question.settles.contains(&clause)
        || question.services.contains(&clause)
        || question.own == Some(clause)
        || brought.any(|row| row.clause == clause)
}

#[test]
fn every_recipient_and_every_other_source_in_the_defaults_is_asked_about() {
    let mut unasked = Vec::new();
    for kind in RegisterKind::ALL {
        for trade in Trade::ALL.into_iter().map(Some).chain([None]) {
            if trade.is_some() && defaults::trade_for(kind, trade).is_none() {
                continue;
            }
            let notice = defaults::new_notice(kind, trade);
            let recipients = notice.recipients.iter().filter_map(|row| row.what.clause_id());
            let sources = notice.sources.iter().filter(|row| row.origin != SourceOrigin::Person);
            let sources = sources.filter_map(|row| row.what.clause_id());
            let asked: Vec<_> = QUESTIONS
                .iter()
                .filter(|question| fits(question.kinds, question.trades, question.not_for, kind, trade))
                .collect();
            for clause in recipients.chain(sources) {
                assert!(find_clause(clause).is_some());
                if !asked.iter().any(|question| speaks_of(question, kind, trade, clause)) {
                    unasked.push(format!("{} {}: {clause}", kind.id(), trade.map_or("", Trade::id)));
                }
            }
        }
    }
    assert!(unasked.is_empty(), "{unasked:#?}");
}
