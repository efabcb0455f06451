//! What can be chosen: real checkboxes, or radio buttons where one answer is true, each as large as a finger.

use super::card::Card;
use super::{own, services};
use crate::content::{self, QuestionOption};
use crate::draft::answers::{Pick, UNKNOWN};
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

/// One choice.
pub fn one(
    card: Card,
    id: &'static str,
    text: &'static str,
    hint: &'static str,
    class: &'static str,
) -> AnyView {
    let choose = move |on: bool| card.toggle(Pick::id(id), on);
    box_and_words(card, id, class, Signal::derive(move || card.has(id)), choose, text, hint)
}

/// A box with its words, however its state is kept.
pub fn box_and_words(
    card: Card,
    id: &str,
    class: &'static str,
    chosen: Signal<bool>,
    choose: impl Fn(bool) + Send + 'static,
    text: &'static str,
    hint: &'static str,
) -> AnyView {
    view! {
        <label class=class>
            <input
                type=if card.question.one { "radio" } else { "checkbox" }
                id=card.id(id)
                name=card.id("")
                prop:checked=move || chosen.get()
                on:change:target=move |event| choose(event.target().checked())
            />
            <span>
                {text}
                {(!hint.is_empty()).then(|| view! { <span class="choice-hint">{hint}</span> })}
            </span>
        </label>
    }
    .into_any()
}
