//! What "I do not know" shows: where the answer is found, and a message to the person who knows it.

use super::question::Card;
use crate::content::ui;
use crate::interview::State;
use crate::ui::browser::copied;
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::i18n::{fill, t};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// Whom to ask, and the message, while that is the answer.
pub fn whom_to_ask(card: Card, state: Memo<State>) -> AnyView {
    dynamic_view(move || (state.get() == State::Unknown).then(|| hint_and_message(card)))
}

fn hint_and_message(card: Card) -> AnyView {
    let hint = t(card.question.unknown);
    let message = fill(ui::QUESTIONS_MESSAGE_TEXT, &[("what", t(card.question.text)), ("value", hint)]);
    // Whether copying has worked; nothing before it was tried.
    let done = RwSignal::new(None::<bool>);
    let copy = {
        let message = message.clone();
        move |_| {
            let message = message.clone();
            spawn_local(async move { done.set(Some(copied(&message).await)) });
        }
    };
    let label = dynamic_view(move || {
        t(if done.get() == Some(true) { ui::QUESTIONS_COPIED } else { ui::QUESTIONS_COPY })
    });
    // A browser that lets nothing be copied shows what a person can copy.
    let by_hand = dynamic_view(move || {
        let (id, message) = (card.id("message"), message.clone());
        (done.get() == Some(false)).then(|| {
            view! {
                <label class="field-label field-label-small" for=id.clone()>{t(ui::QUESTIONS_MESSAGE)}</label>
                <textarea class="input textarea" id=id rows="4" readonly prop:value=message></textarea>
            }
        })
    });
    view! {
        <div class="question-unknown">
            <p>{hint}</p>
            <button type="button" class="button button-secondary" on:click=listener(copy)>{label}</button>
            {by_hand}
        </div>
    }
    .into_any()
}
