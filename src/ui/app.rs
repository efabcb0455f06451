//! The page: its header, the screen of the current URL, and what binds them to the browser.

use crate::content::{self, ui};
use crate::lang::Lang;
use crate::route::Route;
use crate::session::NotOpened;
use crate::store::Settings;
use crate::ui::browser::{focus, follow_pointer, scroll_to_top};
use crate::ui::erased::{dynamic_view, each, listener};
use crate::ui::header::Header;
use crate::ui::i18n::{self, t};
use crate::ui::selection::select_awaited;
use crate::ui::state::{App, Loaded, draft_name, use_app};
use crate::ui::toast::ToastBar;
use crate::ui::{
    check_answers, confirm, exports, firm, home, interview, language_files, new_notice, step, tasks,
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;

/// Draws the app into the page, in the language that was chosen last. If its texts have to be fetched, the shell that says
/// "opening" stays until they are here, so that nobody sees the page in another language first.
pub fn mount() {
    let settings = Settings::load();
    let wanted = content::languages().find(|lang| *lang == settings.lang).unwrap_or_default();
    if content::texts::is_loaded(wanted) {
        return draw(wanted);
    }
    spawn_local(async move {
        language_files::load(wanted).await;
        draw(wanted);
    });
}

/// Draws the app in place of the shell: in the wanted language, or in Finnish if its texts could not be fetched.
fn draw(wanted: Lang) {
    let Some(root) = document().get_element_by_id("app").and_then(|root| root.dyn_into().ok()) else {
        return;
    };
    i18n::set_lang(if content::texts::is_loaded(wanted) { wanted } else { Lang::Fi });
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
    name_the_page(app);
    ignore_dropped_files();
    follow_pointer();
    app.session.listen(move || app.check_the_day());
    app.languages.follow(app.draft);
    let set_lang = Callback::new(move |chosen: Lang| {
        Settings { lang: chosen }.save();
        app.languages.wanted.set(chosen);
    });
    dynamic_view(move || {
        let lang = app.languages.interface.get();
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("lang", lang.tag());
        }
        view! {
            <Header set_lang=set_lang/>
            <ToastBar/>
            <Screen/>
        }
    })
}

/// The screen of the current URL. Each URL gets a screen built anew: a field that was reused for another question would
/// keep its caret, its listeners and its open details.
#[component]
fn Screen() -> impl IntoView {
    let app = use_app();
    let current =
        Memo::new(move |_| (app.location.route.get(), app.location.loaded.with(std::mem::discriminant)));
    let number = StoredValue::new(0);
    let next_number = move || {
        // Read, not only tracked: a memo that nobody has read yet follows nothing.
        current.with(|_| number.update_value(|number| *number += 1));
        vec![number.get_value()]
    };
    each(next_number, move |_| {
        screen(app.location.route.get_untracked(), app.location.loaded.get_untracked())
    })
}

fn screen(route: Route, loaded: Loaded) -> AnyView {
    match (route, loaded) {
        (Route::New | Route::NewFor(_), _) => new_notice::new_notice(),
        (Route::Firm(draft), _) => firm::firm(&draft).unwrap_or_else(missing),
        (Route::Home, _) | (_, Loaded::None) => home::home(),
        (_, Loaded::Not(NotOpened::Missing)) => missing(),
        (_, Loaded::Not(NotOpened::Damaged(entry, error))) => {
            damaged(entry.raw, &content::explain(&error, i18n::lang()))
        }
        (Route::Tasks(draft), Loaded::Ready) => tasks::task_list(&draft),
        (Route::Questions(draft), Loaded::Ready) => interview::interview(&draft),
        (Route::Section(draft, section), Loaded::Ready) => step::step(&draft, section),
        (Route::Confirm(draft), Loaded::Ready) => confirm::confirm(&draft),
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
                <button type="button" class="button" on:click=listener(save)>{t(ui::DRAFT_SAVE_RAW)}</button>
                <a class="button button-secondary" href="#/">{t(ui::MISSING_HOME)}</a>
            </div>
        </main>
    }
    .into_any()
}

/// Back, forward, links and typed URLs all come as a change of the hash.
fn follow_the_url(app: App) {
    let handle = window_event_listener(leptos::ev::hashchange, move |_| {
        app.follow_url();
        request_animation_frame(|| {
            scroll_to_top();
            focus("title");
            select_awaited();
        });
    });
    on_cleanup(move || handle.remove());
}

/// The page's title: first the screen, then the firm, then the product.
fn name_the_page(app: App) {
    let title = Memo::new(move |_| {
        app.languages.interface.track();
        let name = t(ui::APP_NAME);
        let screen = match (app.location.route.get(), app.location.loaded.get()) {
            (Route::New | Route::NewFor(_), _) => return format!("{} – {name}", t(ui::NEW_TITLE)),
            (Route::Firm(_), _) => return format!("{} – {name}", t(ui::FIRM_TITLE)),
            (Route::Home, _) | (_, Loaded::None) => return format!("{name} – {}", t(ui::HOME_TITLE)),
            (_, Loaded::Not(NotOpened::Missing)) => return format!("{} – {name}", t(ui::MISSING_TITLE)),
            (_, Loaded::Not(NotOpened::Damaged(..))) => return format!("{} – {name}", t(ui::DAMAGED_TITLE)),
            (Route::Tasks(_), Loaded::Ready) => t(ui::TASKS_TITLE),
            (Route::Questions(_), Loaded::Ready) => t(ui::QUESTIONS_TITLE),
            (Route::Section(_, section), Loaded::Ready) => t(content::section(section).title),
            (Route::Confirm(_), Loaded::Ready) => t(ui::CONFIRM_TITLE),
            (Route::Check(_), Loaded::Ready) => t(ui::CHECK_TITLE),
        };
        format!("{screen} – {} – {name}", app.draft.with(draft_name))
    });
    Effect::new(move |_| document().set_title(&title.get()));
}

/// A file dropped beside the drop area must not replace the app.
fn ignore_dropped_files() {
    let over = window_event_listener(leptos::ev::dragover, |event| event.prevent_default());
    let drop = window_event_listener(leptos::ev::drop, |event| event.prevent_default());
    on_cleanup(move || {
        over.remove();
        drop.remove();
    });
}
