//! In which languages the notice is published.

use super::frame::Fieldset;
use super::own::lang_name;
use crate::content::{self, field};
use crate::lang::Lang;
use crate::ui::erased::listener;
use crate::ui::lens::lens;
use crate::ui::state::use_app;
use leptos::prelude::*;

/// A checkbox for each language, of which the last ticked one cannot be unticked; nothing if only one is available.
#[component]
pub fn LanguagesField() -> impl IntoView {
    let offered: Vec<_> = content::languages().collect();
    (offered.len() > 1).then(|| {
        let ticks = offered.into_iter().map(tick).collect_view();
        view! {
            <Fieldset path="languages" words=&field::LANGUAGES>
                <div class="choices">{ticks}</div>
            </Fieldset>
        }
    })
}

fn tick(lang: Lang) -> AnyView {
    let app = use_app();
    let languages = lens!(languages);
    let ticked = languages.watch(app, move |all| (all.contains(&lang), all.len() == 1));
    let ticked = move || ticked.get().unwrap_or_default();
    let toggle = move |_| {
        languages.change(app, |all| {
            if all.contains(&lang) {
                all.retain(|other| *other != lang);
            } else {
                all.push(lang);
                *all = Lang::ALL.into_iter().filter(|lang| all.contains(lang)).collect();
            }
        });
    };
    let id = format!("languages-{}", lang.tag());
    view! {
        <div class="choice">
            <input
                type="checkbox"
                id=id.clone()
                prop:checked=move || ticked().0
                disabled=move || ticked() == (true, true)
                on:change=listener(toggle)
            />
            <label for=id>{lang_name(lang)}</label>
        </div>
    }
    .into_any()
}
