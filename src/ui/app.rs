//! The page: its head, the screen of the place, and what binds them to the browser.

use crate::content::{self, ui};
use crate::lang::Lang;
use crate::route::Route;
use crate::ui::browser::{focus, scroll_to_top};
use crate::ui::header::Header;
use crate::ui::i18n::{self, t};
use crate::ui::local_store::Settings;
use crate::ui::state::{App, Loaded, Saved, draft_name, use_app};
use crate::ui::toast::ToastBar;
use crate::ui::{check_answers, exports, home, new_notice, step, tasks, words};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

/// Draws the app into the page, in the language that was chosen last. Where its words have to be fetched first, the shell
/// stands until they are here: nobody sees a page in another language come and go.
pub fn mount() {
    let settings = Settings::load();
    let wanted = content::languages().find(|lang| *lang == settings.lang).unwrap_or_default();
    if content::words::is_loaded(wanted) {
        return draw(wanted);
    }
    spawn_local(async move {
        words::load(wanted).await;
        draw(wanted);
    });
}

/// Draws the app in place of the shell: in the wanted language, or in Finnish where its words could not be had.
fn draw(wanted: Lang) {
    let Some(root) = document().get_element_by_id("app").and_then(|root| root.dyn_into().ok()) else {
        return;
    };
    i18n::set_lang(if content::words::is_loaded(wanted) { wanted } else { Lang::Fi });
    mount_to(root, move || view! { <Page wanted=wanted/> }).forget();
    if let Some(shell) = document().get_element_by_id("shell") {
        shell.remove();
    }
    // From the start of the navigation to a usable app.
    if let Some(performance) = window().performance() {
        let _ = performance.measure("seloste:start");
    }
}

#[component]
fn Page(
    /// The language in which the interface is wanted.
    wanted: Lang,
) -> impl IntoView {
    let app = App::start(wanted);
    provide_context(app);
    follow_the_url(app);
    save_while_typing(app);
    name_the_page(app);
    guard_the_page(app);
    fetch_words(app);
    let set_lang = Callback::new(move |chosen: Lang| {
        Settings { lang: chosen }.save();
        app.wanted_lang.set(chosen);
    });
    move || {
        let lang = app.ui_lang.get();
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", lang.tag());
        }
        view! {
            <Header set_lang=set_lang/>
            <Screen/>
            <ToastBar/>
        }
    }
}

/// The screen of the place. Keyed, so that another place is another piece of page: a field that was reused for
/// another question would keep its caret, its listeners and its open details.
#[component]
fn Screen() -> impl IntoView {
    let app = use_app();
    let place = move || (app.route.get(), app.loaded.get());
    view! {
        <For each=move || [place()] key=|(route, loaded)| (route.to_string(), std::mem::discriminant(loaded)) let:place>
            {screen(place.0, place.1)}
        </For>
    }
}

fn screen(route: Route, loaded: Loaded) -> AnyView {
    match (route, loaded) {
        (Route::New, _) => new_notice::new_notice(),
        (Route::Home, _) | (_, Loaded::None) => home::home(),
        (_, Loaded::Missing) => missing(),
        (_, Loaded::Damaged(entry, error)) => damaged(entry.raw, &content::explain(&error, i18n::lang())),
        (Route::Tasks(draft), Loaded::Ready) => tasks::task_list(&draft),
        (Route::Section(draft, section), Loaded::Ready) => step::step(&draft, section),
        (Route::Check(draft), Loaded::Ready) => check_answers::check_answers(&draft),
    }
}

fn missing() -> AnyView {
    view! {
        <main class="page page-narrow" id="main">
            <h1 id="title" tabindex="-1">{t(ui::MISSING_TITLE)}</h1>
            <p>{t(ui::MISSING_TEXT)}</p>
            <p><a class="button" href="#/">{t(ui::MISSING_HOME)}</a></p>
        </main>
    }
    .into_any()
}

fn damaged(raw: String, reason: &str) -> AnyView {
    let save = move |_| exports::save_raw(&raw);
    view! {
        <main class="page page-narrow" id="main">
            <h1 id="title" tabindex="-1">{t(ui::DAMAGED_TITLE)}</h1>
            <p>{reason.to_owned()} " " {t(ui::OPEN_NOTHING_LOST)}</p>
            <div class="buttons">
                <button type="button" class="button" on:click=save>{t(ui::DRAFT_SAVE_RAW)}</button>
                <a class="button button-secondary" href="#/">{t(ui::MISSING_HOME)}</a>
            </div>
        </main>
    }
    .into_any()
}

/// Back, forward, links and typed URLs all come as a change of the hash.
fn follow_the_url(app: App) {
    let handle = window_event_listener(leptos::ev::hashchange, move |_| {
        app.open_place();
        request_animation_frame(|| {
            scroll_to_top();
            focus("title");
        });
    });
    on_cleanup(move || handle.remove());
}

/// Saves after a pause in typing, and at once when the page is about to go.
fn save_while_typing(app: App) {
    Effect::new(move |_| {
        app.draft.track();
        app.save_soon();
    });
    let leaving = window_event_listener(leptos::ev::pagehide, move |_| app.flush());
    let hiding = window_event_listener(leptos::ev::visibilitychange, move |_| {
        if document().visibility_state() == web_sys::VisibilityState::Hidden {
            app.flush();
        }
    });
    let elsewhere = window_event_listener(leptos::ev::storage, move |event| {
        app.heard_from_another_window(event.key().as_deref());
    });
    on_cleanup(move || {
        elsewhere.remove();
        leaving.remove();
        hiding.remove();
    });
}

/// Fetches the words of the language in which the interface is wanted, and of those that the notice is published in. The
/// interface changes once they are here.
fn fetch_words(app: App) {
    Effect::new(move |_| {
        let wanted = app.wanted_lang.get();
        app.words.want(wanted);
        if app.words.here(wanted) && app.ui_lang.get_untracked() != wanted {
            i18n::set_lang(wanted);
            app.ui_lang.set(wanted);
        }
    });
    let published = Memo::new(move |_| app.draft.with(|draft| draft.notice.languages.clone()));
    Effect::new(move |_| {
        for lang in published.get() {
            app.words.want(lang);
        }
    });
}

/// The page's title says where one is: first the screen, then the firm, then the product.
fn name_the_page(app: App) {
    let title = Memo::new(move |_| {
        app.ui_lang.track();
        let name = t(ui::APP_NAME);
        let screen = match (app.route.get(), app.loaded.get()) {
            (Route::New, _) => return format!("{} – {name}", t(ui::NEW_TITLE)),
            (Route::Home, _) | (_, Loaded::None) => return format!("{name} – {}", t(ui::HOME_TITLE)),
            (_, Loaded::Missing) => return format!("{} – {name}", t(ui::MISSING_TITLE)),
            (_, Loaded::Damaged(..)) => return format!("{} – {name}", t(ui::DAMAGED_TITLE)),
            (Route::Tasks(_), Loaded::Ready) => t(ui::TASKS_TITLE),
            (Route::Section(_, section), Loaded::Ready) => t(content::section(section).title),
            (Route::Check(_), Loaded::Ready) => t(ui::CHECK_TITLE),
        };
        format!("{screen} – {} – {name}", app.draft.with(draft_name))
    });
    Effect::new(move |_| document().set_title(&title.get()));
}

/// A file dropped beside the place for files must not replace the app, and what is only in memory must not go
/// without a question.
fn guard_the_page(app: App) {
    let over = window_event_listener(leptos::ev::dragover, |event| event.prevent_default());
    let drop = window_event_listener(leptos::ev::drop, |event| event.prevent_default());
    let leaving = window_event_listener(leptos::ev::beforeunload, move |event| {
        if matches!(app.saved.get_untracked(), Saved::MemoryOnly(_)) {
            event.prevent_default();
        }
    });
    on_cleanup(move || {
        over.remove();
        drop.remove();
        leaving.remove();
    });
}
