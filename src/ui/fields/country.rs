//! A country: typed, with the catalogue's names offered; the model holds the code of a known one.

use super::frame::{described_by, frame};
use crate::content::{self, COUNTRIES, Field};
use crate::ui::i18n::lang;
use crate::ui::lens::Lens;
use crate::ui::state::use_app;
use leptos::prelude::*;

/// A country outside the EU and EEA.
#[component]
pub fn CountryField(
    /// Reads and writes the countries: each a code of the catalogue, or own text.
    lens: Lens<Vec<String>>,
    /// Which of them this box holds; the one after the last adds one.
    index: usize,
    /// The field's path.
    #[prop(into)]
    path: String,
    /// Its label, hint and reason.
    words: &'static Field,
) -> impl IntoView {
    let app = use_app();
    let value = lens.watch(app, move |countries| {
        countries.get(index).map(|country| content::country(country, lang()).to_owned()).unwrap_or_default()
    });
    let list = format!("{path}-names");
    let names =
        COUNTRIES.iter().map(|(_, name)| view! { <option value=*name.get(lang())></option> }).collect_view();
    let control = view! {
        <input
            class="input input-medium"
            id=path.clone()
            name=path.clone()
            type="text"
            autocomplete="off"
            list=list.clone()
            aria-describedby=described_by(&path)
            prop:value=move || value.get().unwrap_or_default()
            on:input:target=move |event| {
                let typed = event.target().value();
                lens.change(app, |countries| {
                    if countries.len() <= index {
                        countries.resize(index + 1, String::new());
                    }
                    if let Some(country) = countries.get_mut(index) {
                        content::country_code(&typed).clone_into(country);
                    }
                });
            }
        />
        <datalist id=list>{names}</datalist>
    };
    frame(&path, words, control)
}
