//! A question whose answer is one of several variants, each with fields of its own.

use super::choice::radio_buttons;
use super::frame::Fieldset;
use crate::content::{Choice, Field, choice};
use crate::notice::answer::Answer;
use crate::ui::lens::Lens;
use crate::ui::state::use_app;
use leptos::prelude::*;

/// One kind: its words, and an answer of this kind with nothing filled in yet.
pub type Kind<T> = (&'static Choice, fn() -> T);

/// Radio buttons for the variants, with "En tiedä" last. Also returns the chosen one, which decides what else to ask.
pub fn variants<T: 'static>(
    path: String,
    words: &'static Field,
    lens: &Lens<Answer<T>>,
    kinds: Vec<Kind<T>>,
    kind_of: fn(&T) -> usize,
) -> (AnyView, Signal<Option<usize>>) {
    let app = use_app();
    let unknown = kinds.len();
    let chosen = lens.watch(app, move |answer| match answer {
        Answer::Yes(value) => Some(kind_of(value)),
        Answer::Unknown => Some(unknown),
        Answer::Unanswered | Answer::No => None,
    });
    let chosen = Signal::derive(move || chosen.get().flatten());
    let mut offered: Vec<_> = kinds.iter().map(|(words, _)| *words).collect();
    offered.push(&choice::ANSWER_UNKNOWN);
    let lens = lens.clone();
    let choose = Callback::new(move |place: usize| {
        let answer = kinds.get(place).map_or(Answer::Unknown, |(_, blank)| Answer::Yes(blank()));
        lens.change(app, |value| *value = answer);
    });
    let buttons = radio_buttons(&path, offered, chosen, choose);
    (view! { <Fieldset path=path words=words>{buttons}</Fieldset> }.into_any(), chosen)
}
