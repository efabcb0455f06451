//! Shows: the form of a service that is not in the catalogue. Writes: `recipients`.

use super::add::add_other;
use crate::content::{capitalised, country_code, find_clause};
use crate::content::{choice, field, ui};
use crate::defaults::follow_up::OtherService;
use crate::notice::answer::Answer;
use crate::notice::recipient::{Location, Transfer};
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::i18n::t;
use crate::ui::state::use_app;
use leptos::prelude::*;

/// In the EEA, elsewhere, or not known: the index of the answer about the place.
const EEA: usize = 0;
const ELSEWHERE: usize = 1;

/// Its name, what it does, and where it processes data.
pub fn other_service() -> AnyView {
    let app = use_app();
    let name = RwSignal::new(String::new());
    let what = RwSignal::new(String::new());
    let place = RwSignal::new(None::<usize>);
    let country = RwSignal::new(String::new());
    let incomplete = RwSignal::new(false);
    let add = move |_| {
        let clause = find_clause(&what.get_untracked());
        incomplete.set(clause.is_none() || name.with_untracked(|name| name.trim().is_empty()));
        let Some(clause) = clause.filter(|_| !incomplete.get_untracked()) else { return };
        let abroad = || {
            Location::ThirdCountry(Transfer {
                countries: vec![country_code(&country.get_untracked()).to_owned()],
                ..Transfer::default()
            })
        };
        let location = match place.get_untracked() {
            Some(EEA) => Answer::Yes(Location::Eea),
            Some(ELSEWHERE) => Answer::Yes(abroad()),
            Some(_) => Answer::Unknown,
            None => Answer::Unanswered,
        };
        add_other(app, OtherService { name: name.get_untracked(), what: clause.id, location });
        name.set(String::new());
        what.set(String::new());
        place.set(None);
        country.set(String::new());
    };
    let kinds = app
        .offered("recipient")
        .map(|clause| view! { <option value=clause.id>{capitalised(t(clause.text))}</option> })
        .collect_view();
    let places = [&choice::LOCATION_EEA, &choice::LOCATION_THIRD_COUNTRY, &choice::ANSWER_UNKNOWN];
    let places = places.into_iter().enumerate().map(|(index, words)| {
        let id = format!("service-other-place-{index}");
        view! {
            <div class="choice">
                <input
                    type="radio"
                    id=id.clone()
                    name="service-other-place"
                    prop:checked=move || place.get() == Some(index)
                    on:change=listener(move |_| place.set(Some(index)))
                />
                <label for=id>{t(words.label)}</label>
            </div>
        }
    });
    view! {
        <details class="service-other">
            <summary>{t(ui::SERVICE_OTHER)}</summary>
            <div class="field">
                <label class="field-label" for="service-other-name">{t(field::RECIPIENTS_NAME.label)}</label>
                <input
                    class="input"
                    id="service-other-name"
                    type="text"
                    autocomplete="off"
                    prop:value=move || name.get()
                    on:input:target=move |event| name.set(event.target().value())
                />
            </div>
            <div class="field">
                <label class="field-label" for="service-other-what">{t(field::RECIPIENTS_WHAT.label)}</label>
                <select
                    class="input select"
                    id="service-other-what"
                    prop:value=move || what.get()
                    on:change:target=move |event| what.set(event.target().value())
                >
                    <option value="">{t(ui::STATEMENT_CHOOSE)}</option>
                    {kinds}
                </select>
            </div>
            <fieldset class="field">
                <legend class="field-label">{t(field::RECIPIENTS_LOCATION.label)}</legend>
                <div class="choices">{places.collect_view()}</div>
            </fieldset>
            {dynamic_view(move || (place.get() == Some(ELSEWHERE)).then(|| country_box(country)))}
            <div role="alert">
                {dynamic_view(move || {
                    incomplete.get().then(|| view! { <p class="hint">{t(ui::SERVICE_OTHER_MISSING)}</p> })
                })}
            </div>
            <button
                type="button"
                class="button button-secondary"
                id="service-other-add"
                on:click=listener(add)
            >
                {t(ui::SERVICE_OTHER_ADD)}
            </button>
        </details>
    }
    .into_any()
}

fn country_box(country: RwSignal<String>) -> AnyView {
    view! {
        <div class="field">
            <label class="field-label" for="service-other-country">
                {t(field::RECIPIENTS_LOCATION_COUNTRIES.label)}
            </label>
            <input
                class="input input-medium"
                id="service-other-country"
                type="text"
                autocomplete="off"
                prop:value=move || country.get()
                on:input:target=move |event| country.set(event.target().value())
            />
        </div>
    }
    .into_any()
}
