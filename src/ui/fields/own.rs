//! Text of one's own: one box per language in which the notice is published.

use super::frame::{FieldFindings, described_by, hint, why};
use crate::content::{self, Field};
use crate::lang::{Lang, Localized};
use crate::section::SectionId;
use crate::ui::erased::dynamic_view;
use crate::ui::i18n::{fill, t};
use crate::ui::lens::{Lens, lens};
use crate::ui::state::use_app;
use leptos::prelude::*;

/// The name of a language, in the interface's language.
pub fn lang_name(lang: Lang) -> &'static str {
    t(match lang {
        Lang::Fi => content::ui::LANG_FI,
        Lang::Sv => content::ui::LANG_SV,
        Lang::En => content::ui::LANG_EN,
    })
}

/// A box for text of one's own.
#[component]
pub fn OwnField(
    /// Reads and writes the text.
    lens: Lens<Localized<String>>,
    /// The field's path.
    #[prop(into)]
    path: String,
    /// Its label, hint and reason.
    words: &'static Field,
    /// How many lines to show.
    #[prop(default = 3)]
    lines: u32,
) -> impl IntoView {
    view! {
        <div class="field">
            {hint(&path, words)}
            <FieldFindings path=path.clone()/>
            {boxes(&lens, &path, t(words.label), lines)}
            {why(words)}
        </div>
    }
    .into_any()
}

/// One labelled box per published language. The label names the language only where there are several.
pub fn boxes(lens: &Lens<Localized<String>>, path: &str, label: &'static str, lines: u32) -> AnyView {
    let app = use_app();
    let languages = lens!(languages).watch(app, Clone::clone);
    let (lens, path) = (lens.clone(), path.to_owned());
    view! {
        {dynamic_view(move || {
            let languages = languages.get().unwrap_or_default();
            let several = languages.len() > 1;
            languages
                .into_iter()
                .enumerate()
                .map(|(place, lang)| {
                    // The first box bears the path itself, so that a finding's link leads to it.
                    let id = if place == 0 { path.clone() } else { format!("{path}-{}", lang.tag()) };
                    let label = if several { format!("{label} ({})", lang_name(lang)) } else { label.to_owned() };
                    one_box(lens.clone(), lang, id, label, lines)
                })
                .collect_view()
        })}
    }
    .into_any()
}

fn one_box(lens: Lens<Localized<String>>, lang: Lang, id: String, label: String, lines: u32) -> AnyView {
    let app = use_app();
    let value = lens.watch(app, move |text| text.get(lang).clone());
    view! {
        <label class="field-label field-label-small" for=id.clone()>{label}</label>
        <textarea
            class="input textarea"
            id=id.clone()
            name=id.clone()
            rows=lines
            lang=lang.tag()
            aria-describedby=described_by(&id)
            prop:value=move || value.get().unwrap_or_default()
            on:input:target=move |event| {
                let typed = event.target().value();
                lens.change(app, |text| *text.get_mut(lang) = typed);
            }
        ></textarea>
    }
    .into_any()
}

/// What the firm adds to a section in its own words. Closed until there is something in it.
#[component]
pub fn AdditionField(
    /// The section.
    section: SectionId,
) -> impl IntoView {
    let app = use_app();
    let lens = Lens::new(
        // An addition that is not there yet is an empty one.
        move |notice| notice.additions.get(&section).or(Some(empty())),
        move |notice| Some(notice.additions.entry(section).or_default()),
    );
    let open = lens.peek(app, |text| !text.is_blank()).unwrap_or_default();
    let path = format!("additions.{}", section.id());
    view! {
        <details class="addition" prop:open=open>
            <summary>{t(content::ui::ADDITION_SUMMARY)}</summary>
            <p class="hint" id=super::frame::hint_id(&path)>
                {fill(content::ui::ADDITION_HINT, &[("section", t(content::section(section).title))])}
            </p>
            {boxes(&lens, &path, t(content::ui::ADDITION_LABEL), 4)}
        </details>
    }
    .into_any()
}

/// A text that is not there yet.
pub fn empty() -> &'static Localized<String> {
    static EMPTY: Localized<String> = Localized { fi: String::new(), sv: String::new(), en: String::new() };
    &EMPTY
}
