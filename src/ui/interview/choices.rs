//! What can be chosen: real checkboxes, or radio buttons where one answer is true, each as large as a finger.

use super::card::Card;
use crate::content;
use crate::draft::answers::{Pick, UNKNOWN};
use crate::ui::i18n::t;
use leptos::prelude::*;

/// The options of a question.
pub fn options(card: Card) -> AnyView {
    let options = card.options();
    let chip = |option: &&'static content::QuestionOption| {
        one(card, option.id, t(option.text), t(option.hint), "chip chip-option")
    };
    (!options.is_empty())
        .then(|| view! { <div class="chips-options">{options.iter().map(chip).collect_view()}</div> })
        .into_any()
}

/// "I do not know", the last choice of every question.
pub fn unknown(card: Card) -> AnyView {
    one(card, UNKNOWN, t(content::choice::ANSWER_UNKNOWN.label), "", "chip chip-unknown")
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
