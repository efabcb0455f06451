//! Messages about texts that are not here: that they are being fetched, or could not be, and a way to try again.

use crate::content::ui;
use crate::lang::Lang;
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::i18n::t;
use crate::ui::icon::{Icon, icon};
use crate::ui::language_files::{Arrival, missing};
use crate::ui::state::use_app;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// A bar for each language whose texts are needed and could not be fetched, with a way to try again.
#[component]
pub fn MissingLanguages() -> impl IntoView {
    let files = use_app().languages.files;
    let one = move |lang: Lang| {
        let again = move |_| {
            spawn_local(async move {
                files.fetch(lang).await;
            });
        };
        (files.arrival(lang) == Arrival::Failed).then(|| {
            view! {
                <div class="notice-bar" role="alert">
                    <p>{missing(lang)} " " {t(ui::WORDS_ADVICE)}</p>
                    <button type="button" class="button button-secondary" on:click=listener(again)>{t(ui::WORDS_AGAIN)}</button>
                </div>
            }
        })
    };
    dynamic_view(move || Lang::ALL.map(one).into_iter().flatten().collect_view())
}

/// Shown in place of a notice whose texts are not here: that they are being fetched, or could not be.
#[component]
pub fn Awaited() -> impl IntoView {
    let languages = use_app().languages;
    dynamic_view(move || {
        let lang = languages.notice.get();
        match languages.files.arrival(lang) {
            Arrival::Here => ().into_any(),
            Arrival::Failed => {
                view! { <p class="finding finding-warning">{icon(Icon::Warning)} <span>{missing(lang)}</span></p> }
                    .into_any()
            }
            Arrival::Not | Arrival::Coming => view! { <p class="quiet">{t(ui::WORDS_COMING)}</p> }.into_any(),
        }
    })
}
