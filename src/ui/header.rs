//! The header of every page: the product's name, how saving stands, the language; and bars for what needs attention.

use crate::content::{self, ui};
use crate::lang::Lang;
use crate::session::Saved;
use crate::store::StoreError;
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::exports::download_json;
use crate::ui::i18n::{lang, t};
use crate::ui::language_files::own_name;
use crate::ui::language_notices::MissingLanguages;
use crate::ui::state::{Loaded, use_app};
use leptos::prelude::*;

/// The header of the page.
#[component]
pub fn Header(
    /// Changes the interface's language.
    set_lang: Callback<Lang>,
) -> impl IntoView {
    let app = use_app();
    let saved = dynamic_view(move || match app.session.saved.get() {
        Saved::Untouched => "",
        Saved::Pending => t(ui::SAVED_PENDING),
        Saved::Done => t(ui::SAVED_DONE),
        Saved::MemoryOnly => t(ui::SAVED_MEMORY),
        Saved::Conflict => t(ui::SAVED_CONFLICT),
    });
    let languages: Vec<_> = content::languages().collect();
    let choice = (languages.len() > 1).then(|| {
        let buttons = languages
            .into_iter()
            .map(|each| {
                view! {
                    <button
                        type="button"
                        class="lang-tab"
                        lang=each.tag()
                        aria-pressed=(each == lang()).to_string()
                        on:click=listener(move |_| set_lang.run(each))
                    >
                        {own_name(each)}
                    </button>
                }
            })
            .collect_view();
        view! { <div class="lang-tabs" role="group" aria-label=t(ui::LANG_CHOOSE)>{buttons}</div> }
    });
    view! {
        <a class="skip" href="#main" on:click=listener(|event: leptos::ev::MouseEvent| {
            // The URL hash is the route, so the focus is moved by hand.
            event.prevent_default();
            crate::ui::browser::focus("title");
        })>{t(ui::SKIP)}</a>
        <header class="top">
            <a class="brand" href="#/">
                <svg class="brand-mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden="true" focusable="false">
                    <path d="M7 3h13l6 6v20H7Z" fill="currentColor"></path>
                    <path class="brand-line" d="M11 12h10M11 17h10M11 22h6" fill="none" stroke-width="2"></path>
                </svg>
                {t(ui::APP_NAME)}
            </a>
            <p class="saved" role="status">{saved}</p>
            {choice}
        </header>
        <StorageNotice/>
        <ConflictNotice/>
        <MissingLanguages/>
    }
    .into_any()
}

/// A bar for as long as drafts do not last: why, and what to do.
#[component]
fn StorageNotice() -> impl IntoView {
    let app = use_app();
    dynamic_view(move || {
        app.session.problem.get().map(|error| {
            let text = t(match error {
                StoreError::Blocked => ui::STORAGE_BLOCKED,
                StoreError::Full => ui::STORAGE_FULL,
            });
            let button = (app.location.loaded.get() == Loaded::Ready).then(|| {
                view! {
                    <button type="button" class="button button-secondary" on:click=listener(move |_| download_json(app))>
                        {t(ui::EXPORT_JSON)}
                    </button>
                }
            });
            view! { <div class="notice-bar" role="alert"><p>{text}</p> {button}</div> }
        })
    })
}

/// A bar while another window has changed the draft in hand: which of the two shall it be? It stays in view, because
/// nothing is saved meanwhile.
#[component]
fn ConflictNotice() -> impl IntoView {
    let app = use_app();
    dynamic_view(move || {
        (app.session.saved.get() == Saved::Conflict).then(|| {
            view! {
                <div class="notice-bar notice-bar-conflict" role="alert">
                    <p>{t(ui::CONFLICT_TEXT)}</p>
                    <button type="button" class="button button-secondary" on:click=listener(move |_| app.take_theirs())>
                        {t(ui::CONFLICT_THEIRS)}
                    </button>
                    <button type="button" class="button button-secondary" on:click=listener(move |_| app.keep_both())>
                        {t(ui::CONFLICT_BOTH)}
                    </button>
                </div>
            }
        })
    })
}
