//! A whole number, typed.

use super::frame::{described_by, frame};
use crate::content::Field;
use crate::ui::lens::Lens;
use crate::ui::state::use_app;
use leptos::prelude::*;

/// A whole number under its label. Anything else that is typed leaves the answer open.
#[component]
pub fn NumberField(
    /// Reads and writes the number.
    lens: Lens<Option<u16>>,
    /// The field's path.
    #[prop(into)]
    path: String,
    /// Its label, hint and reason.
    words: &'static Field,
) -> impl IntoView {
    let app = use_app();
    let number = lens.watch(app, |number| *number);
    // The box keeps what was typed, number or not. It is only overwritten by a number from elsewhere, such as an undo.
    let typed = RwSignal::new(String::new());
    let shown = move || match number.get().flatten() {
        Some(number) if typed.with(|typed| typed.trim().parse() != Ok(number)) => number.to_string(),
        _ => typed.get(),
    };
    let control = view! {
        <input
            class="input input-short"
            id=path.clone()
            name=path.clone()
            type="text"
            inputmode="numeric"
            autocomplete="off"
            aria-describedby=described_by(&path)
            prop:value=shown
            on:input:target=move |event| {
                let text = event.target().value();
                let value = text.trim().parse().ok();
                typed.set(text);
                lens.change(app, |number| *number = value);
            }
        />
    };
    frame(&path, words, control)
}
