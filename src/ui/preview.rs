//! The notice as it will be published, beside the form or behind a tab.
//!
//! Built by the HTML exporter, section by section, so that a key press redraws one section only.

use crate::content::ui;
use crate::export::html::{self, HeadingLevel};
use crate::route::Route;
use crate::section::SectionId;
use crate::ui::browser::{go, measure};
use crate::ui::erased::{dynamic_view, each, listener};
use crate::ui::fields::lang_name;
use crate::ui::i18n::t;
use crate::ui::language_notices::Awaited;
use crate::ui::state::{App, use_app};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// From this width the preview is beside the form. The style sheet uses the same width.
const WIDE: &str = "(min-width: 70rem)";

/// The preview pane, and on narrow screens the tab that opens it.
pub fn pane(current: Option<SectionId>) -> AnyView {
    let open = RwSignal::new(false);
    let wide = is_wide();
    let visible = Memo::new(move |_| wide.get() || open.get());
    let label = dynamic_view(move || t(if open.get() { ui::PREVIEW_HIDE } else { ui::PREVIEW_SHOW }));
    view! {
        <button
            type="button"
            class="preview-tab"
            aria-expanded=move || open.get().to_string()
            aria-controls="preview"
            on:click=listener(move |_| open.update(|open| *open = !*open))
        >
            {label}
        </button>
        <aside
            class="preview"
            class:preview-open=move || open.get()
            id="preview"
            tabindex="0"
            aria-label=t(ui::PREVIEW_TITLE)
        >
            {dynamic_view(move || visible.get().then(|| paper(current)))}
        </aside>
    }
    .into_any()
}

fn is_wide() -> RwSignal<bool> {
    let query = window().match_media(WIDE).ok().flatten();
    let wide = RwSignal::new(query.as_ref().is_none_or(web_sys::MediaQueryList::matches));
    let handle = window_event_listener(leptos::ev::resize, move |_| {
        if let Some(query) = &query {
            wide.set(query.matches());
        }
    });
    on_cleanup(move || handle.remove());
    wide
}

fn paper(current: Option<SectionId>) -> AnyView {
    let app = use_app();
    let header = Memo::new(move |_| {
        app.document.with(|document| {
            document
                .as_ref()
                .map(|document| html::header_html(document, HeadingLevel::new(2)))
                .unwrap_or_default()
        })
    });
    let ids = Memo::new(move |_| {
        app.document.with(|document| {
            let sections = document.iter().flat_map(|document| &document.sections);
            sections.map(|section| section.id as u32).collect::<Vec<_>>()
        })
    });
    view! {
        <div class="preview-bar">
            <p class="preview-title">{t(ui::PREVIEW_TITLE)}</p>
            <LangTabs/>
        </div>
        <Awaited/>
        <div class="paper notice" lang=move || app.languages.notice.get().tag()>
            <header inner_html=move || header.get()></header>
            {each(move || ids.get(), move |place| {
                let id = usize::try_from(place).ok().and_then(|place| SectionId::ALL.get(place).copied());
                id.map(|id| section(app, id, current)).into_any()
            })}
        </div>
    }
    .into_any()
}

/// One section of the preview. A click leads to its form; for the keyboard there is the task list.
fn section(app: App, id: SectionId, current: Option<SectionId>) -> AnyView {
    // Comparing sections is cheap; the HTML is only written for those that changed.
    let section = Memo::new(move |_| {
        app.document.with(|document| document.as_ref().and_then(|document| document.section(id)).cloned())
    });
    let html = move || {
        section.with(|section| {
            let html =
                |section| measure("seloste:preview", || html::section_html(section, HeadingLevel::new(3)));
            section.as_ref().map(html).unwrap_or_default()
        })
    };
    let is_current = move || {
        let tells =
            |current| section.with(|told| told.as_ref().is_some_and(|told| told.tells.contains(&current)));
        current.is_some_and(|current| current == id || tells(current))
    };
    let open = move |event: leptos::ev::MouseEvent| {
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        // A link inside the notice is a link of its own.
        if target.is_none_or(|target| target.closest("a").ok().flatten().is_none()) {
            event.prevent_default();
            go(&Route::Section(app.draft.with_untracked(|draft| draft.id.clone()), id));
        }
    };
    view! {
        <section
            class="paper-section"
            class:paper-current=is_current
            title=t(ui::PREVIEW_CLICK)
            data-section=id.id()
            on:click=listener(open)
            inner_html=html
        ></section>
    }
    .into_any()
}

/// The tabs that choose the language in which the notice is shown; nothing if it has only one.
#[component]
pub fn LangTabs() -> impl IntoView {
    let app = use_app();
    let languages = Memo::new(move |_| app.draft.with(|draft| draft.notice.languages.clone()));
    dynamic_view(move || {
        let languages = languages.get();
        (languages.len() > 1).then(|| {
            let tabs = languages
                .into_iter()
                .map(|lang| {
                    view! {
                        <button
                            type="button"
                            class="lang-tab"
                            aria-pressed=move || (app.languages.notice.get() == lang).to_string()
                            on:click=listener(move |_| app.languages.chosen.set(lang))
                        >
                            {lang_name(lang)}
                        </button>
                    }
                })
                .collect_view();
            view! { <div class="lang-tabs" role="group" aria-label=t(ui::PREVIEW_LANGUAGE)>{tabs}</div> }
        })
    })
}
