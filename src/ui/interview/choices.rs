//! What can be chosen in answer to a question.

use super::chip::one;
use super::question::Card;
use super::{own, services};
use crate::content::{self, QuestionOption};
use crate::draft::answers::UNKNOWN;
use crate::ui::i18n::t;
use leptos::prelude::*;

/// The most letters of an option that leaves room for another one beside it.
const SHORT: usize = 24;

/// All choices: the options, the services, and "I do not know" as the last one.
pub fn choices(card: Card) -> AnyView {
    let unknown = |class| one(card, UNKNOWN, t(content::choice::ANSWER_UNKNOWN.label), "", class);
    if card.question.services.is_empty() && card.question.own.is_none() {
        return options(card, Some(unknown("chip chip-option chip-unknown")));
    }
    view! {
        {options(card, None)}
        {services::services(card)}
        {own::own(card, unknown("chip chip-unknown"))}
    }
    .into_any()
}

/// The options of a question, and what is chosen like one of them.
fn options(card: Card, last: Option<AnyView>) -> AnyView {
    let options = card.options();
    let is_short =
        |option: &&QuestionOption| t(option.hint).is_empty() && t(option.text).chars().count() <= SHORT;
    let short = options.iter().all(is_short);
    let chip = |option: &&'static QuestionOption| {
        one(card, option.id, t(option.text), t(option.hint), "chip chip-option")
    };
    let chips = options.iter().map(chip).collect_view();
    let class = if short { "chips-options chips-short" } else { "chips-options" };
    (!options.is_empty() || last.is_some())
        .then(|| view! { <div class=class>{chips} {last}</div> })
        .into_any()
}
