//! One of several: a group of radio buttons, or a list to choose from.

use super::frame::{Fieldset, described_by, frame};
use crate::content::choices::Worded;
use crate::content::{self, Choice, Field, capitalised};
use crate::notice::answer::Answer;
use crate::ui::erased::listener;
use crate::ui::i18n::t;
use crate::ui::lens::Lens;
use crate::ui::state::use_app;
use leptos::prelude::*;

/// A choice where "En tiedä" is an answer.
#[component]
pub fn ChoiceField<T: Worded + PartialEq + Send + Sync + 'static>(
    /// Reads and writes the answer.
    lens: Lens<Answer<T>>,
    /// The field's path.
    #[prop(into)]
    path: String,
    /// Its label, hint and reason.
    words: &'static Field,
    /// What is offered.
    options: &'static [T],
) -> impl IntoView {
    let app = use_app();
    let mut offered: Vec<_> = options.iter().map(|option| option.words()).collect();
    offered.push(&content::choice::ANSWER_UNKNOWN);
    let selected = lens.watch(app, |answer| match answer {
        Answer::Yes(value) => options.iter().position(|option| option == value),
        Answer::Unknown => Some(options.len()),
        Answer::Unanswered | Answer::No => None,
    });
    let select = Callback::new(move |place: usize| {
        let answer = options.get(place).map_or(Answer::Unknown, |option| Answer::Yes(*option));
        lens.change(app, |value| *value = answer);
    });
    radios(path, words, offered, Signal::derive(move || selected.get().flatten()), select)
}

/// A choice that is always made: there is a default.
#[component]
pub fn OptionField<T: Worded + PartialEq + Send + Sync + 'static>(
    /// Reads and writes the choice.
    lens: Lens<T>,
    /// The field's path.
    #[prop(into)]
    path: String,
    /// Its label, hint and reason.
    words: &'static Field,
    /// What is offered.
    options: &'static [T],
) -> impl IntoView {
    let app = use_app();
    let selected = lens.watch(app, |value| options.iter().position(|option| option == value));
    let offered: Vec<_> = options.iter().map(|option| option.words()).collect();
    let control = view! {
        <select
            class="input select"
            id=path.clone()
            name=path.clone()
            aria-describedby=described_by(&path)
            prop:value=move || selected.get().flatten().unwrap_or_default().to_string()
            on:change:target=move |event| {
                let chosen = event.target().value().parse::<usize>().ok().and_then(|place| options.get(place));
                if let Some(chosen) = chosen {
                    lens.change(app, |value| *value = *chosen);
                }
            }
        >
            {offered
                .into_iter()
                .enumerate()
                .map(|(place, choice)| {
                    view! {
                        <option value=place.to_string() selected=move || selected.get().flatten() == Some(place)>
                            {capitalised(t(choice.label))}
                        </option>
                    }
                })
                .collect_view()}
        </select>
    };
    frame(&path, words, control)
}

/// A group of radio buttons.
pub fn radios(
    path: String,
    words: &'static Field,
    offered: Vec<&'static Choice>,
    selected: Signal<Option<usize>>,
    select: Callback<usize>,
) -> AnyView {
    let buttons = radio_buttons(&path, offered, selected, select);
    view! { <Fieldset path=path words=words>{buttons}</Fieldset> }.into_any()
}

/// The radio buttons alone.
pub fn radio_buttons(
    path: &str,
    offered: Vec<&'static Choice>,
    selected: Signal<Option<usize>>,
    select: Callback<usize>,
) -> AnyView {
    let buttons = offered
        .into_iter()
        .enumerate()
        .map(|(place, choice)| {
            let id = format!("{path}-{place}");
            let hint = t(choice.hint);
            view! {
                <div class="choice">
                    <input
                        type="radio"
                        id=id.clone()
                        name=path.to_owned()
                        prop:checked=move || selected.get() == Some(place)
                        on:change=listener(move |_| select.run(place))
                    />
                    <label for=id>
                        {t(choice.label)}
                        {(!hint.is_empty()).then(|| view! { <span class="choice-hint">{hint}</span> })}
                    </label>
                </div>
            }
        })
        .collect_view();
    view! { <div class="choices">{buttons}</div> }.into_any()
}
