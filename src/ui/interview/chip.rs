//! One choice: a real checkbox, or a radio button where one answer is true, with its words, as large as a finger.

use super::question::Card;
use crate::draft::answers::Pick;
use leptos::prelude::*;

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
