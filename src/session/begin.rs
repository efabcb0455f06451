//! The first drafts of a firm: one for each kind of register that it chose.
//!
//! Knows: guided defaults and the firm's card. Does not know: where drafts are kept, the clock.

use super::Card;
use crate::defaults;
use crate::draft::Draft;
use crate::draft::answers::Pick;
use crate::interview;
use crate::lang::Lang;
use crate::notice::date::{Date, DateText};
use crate::notice::{Notice, RegisterKind, Trade};

/// What new notices have in common.
#[derive(Clone, Debug)]
pub struct Start {
    /// The firm's trade, if it is one of the catalogue's.
    pub trade: Option<Trade>,
    /// The languages in which the notices are published.
    pub languages: Vec<Lang>,
    /// The firm.
    pub card: Card,
    /// Today.
    pub today: Date,
}

/// A new draft. What the card and the languages say, the firm has said; the rest is suggested, except for what is never guessed.
pub fn begin(start: &Start, kind: RegisterKind, id: impl Into<String>, now: &str) -> Draft {
    let suggested = defaults::new_notice(kind, defaults::trade_for(kind, start.trade));
    let mut notice = Notice {
        drawn_up: DateText(start.today.dotted()),
        languages: start.languages.clone(),
        ..suggested.clone()
    };
    start.card.write(&mut notice);
    let origins = defaults::origins(&suggested, &notice);
    Draft { origins, ..Draft::new(id, now, notice) }
}

/// Where the site has a notice of its own among these, the others need not ask what they tell of it.
pub fn tell_of_each_other(drafts: &mut [Draft]) {
    if !drafts.iter().any(|draft| draft.notice.kind == RegisterKind::Web) {
        return;
    }
    for draft in drafts.iter_mut().filter(|draft| draft.notice.kind != RegisterKind::Web) {
        let Draft { notice, answers, .. } = &*draft;
        let asked = interview::questions(notice.kind, notice.trade, answers).find(|asked| asked.id == SITE);
        if let Some(question) = asked {
            interview::reply(draft, question, vec![Pick::id(OWN_NOTICE)]);
        }
    }
}

/// The question about the firm's site, and the answer that it has a notice of its own.
const SITE: &str = "site";
const OWN_NOTICE: &str = "site.own-notice";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::answer::Answer;
    use crate::notice::origin::Origin;

    fn start() -> Start {
        let mut card = Card::default();
        card.controller.name = "Mallikampaamo".into();
        card.controller.email = "posti@malli.example".into();
        card.send_requests_to_the_firm();
        Start {
            trade: Some(Trade::Hairdresser),
            languages: vec![Lang::Fi, Lang::Sv],
            card,
            today: Date::new(2026, 11, 21).unwrap(),
        }
    }

    #[test]
    fn the_card_is_said_and_the_rest_is_not() {
        let draft = begin(&start(), RegisterKind::Bookings, "a", "2026-11-21T12:00:00Z");
        assert_eq!(draft.notice.trade, Some(Trade::Hairdresser));
        assert_eq!(draft.notice.drawn_up.0, "21.11.2026");
        assert_eq!(draft.notice.languages, [Lang::Fi, Lang::Sv]);
        for path in ["controller.name", "controller.email", "contact.email"] {
            assert_eq!(draft.origins.get(path.into()), Some(&Origin::Said), "{path}");
        }
        assert_eq!(draft.notice.dpo, Answer::Unanswered, "what is never guessed waits for an answer");
        let first = crate::notice::path::FieldPath::from("purposes").row(draft.notice.purposes[0].id);
        assert_eq!(draft.origins.get(first), Some(&Origin::Suggested));
    }

    #[test]
    fn a_site_with_a_notice_of_its_own_is_not_asked_about_again() {
        let kinds = [RegisterKind::Bookings, RegisterKind::Web];
        let mut drafts = kinds.map(|kind| begin(&start(), kind, kind.id(), ""));
        tell_of_each_other(&mut drafts);
        assert_eq!(drafts[0].answers.of(SITE), [Pick::id(OWN_NOTICE)]);
        assert!(drafts[1].answers.is_empty());
        let mut alone = [begin(&start(), RegisterKind::Bookings, "a", "")];
        tell_of_each_other(&mut alone);
        assert!(alone[0].answers.is_empty());
    }

    #[test]
    fn a_trade_that_changes_nothing_stays_away() {
        assert_eq!(begin(&start(), RegisterKind::Web, "a", "").notice.trade, None);
        let other = Start { trade: None, ..start() };
        assert_eq!(begin(&other, RegisterKind::Bookings, "a", "").notice.trade, None);
    }
}
