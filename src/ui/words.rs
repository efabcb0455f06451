//! The words of the languages that are not inside the app: fetched when a language is used, from the app's own folder.
//!
//! Finnish is always here. Another language is fetched when the interface is read in it, or a notice is published in it.
//! Knows: where a file lies, and how far it has come. Does not know: what is in it.

use crate::content::{ui, words};
use crate::lang::{Lang, Localized};
use crate::ui::i18n::{fill, t};
use crate::ui::state::use_app;
use crate::ui::status::{Icon, icon};
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

/// How far the words of a language have come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Arrival {
    /// Nobody has asked for them.
    #[default]
    Not,
    /// They were asked for.
    Coming,
    /// They can be used.
    Here,
    /// They could not be had, or they are not those of this program.
    Failed,
}

thread_local! {
    /// What is being fetched: who asks for the same words meanwhile waits for the same file.
    static COMING: RefCell<Vec<(Lang, js_sys::Promise)>> = const { RefCell::new(Vec::new()) };
}

/// Fetches the words of a language, unless they are here. Whether they are here now.
pub async fn load(lang: Lang) -> bool {
    let Some(name) = words::file_name(lang).filter(|_| !words::is_loaded(lang)) else { return true };
    let asked =
        COMING.with_borrow(|all| all.iter().find(|(of, _)| *of == lang).map(|(_, file)| file.clone()));
    let coming = asked.unwrap_or_else(|| {
        let file = future_to_promise(async move {
            let fit = fetch(name).await.is_some_and(|file| words::provide(lang, file).is_ok());
            // What failed can be asked for again.
            COMING.with_borrow_mut(|all| all.retain(|(of, _)| *of != lang));
            Ok(JsValue::from_bool(fit))
        });
        COMING.with_borrow_mut(|all| all.push((lang, file.clone())));
        file
    });
    JsFuture::from(coming).await.is_ok_and(|fit| fit.is_truthy())
}

/// The text of a file in the app's folder; `None` for anything but the file.
async fn fetch(name: &str) -> Option<String> {
    let response = JsFuture::from(window().fetch_with_str(&format!("./{name}"))).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok().filter(web_sys::Response::ok)?;
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// Which words are here, as signals: what shows or composes them follows.
#[derive(Clone, Copy)]
pub struct Words {
    arrivals: RwSignal<Localized<Arrival>>,
}

impl Words {
    /// What is here at the start; the words of the interface's language were asked for already.
    pub fn new(interface: Lang) -> Self {
        let mut arrivals = Localized::default();
        for lang in Lang::ALL {
            *arrivals.get_mut(lang) = match (words::is_loaded(lang), lang == interface) {
                (true, _) => Arrival::Here,
                (false, true) => Arrival::Failed,
                (false, false) => Arrival::Not,
            };
        }
        Self { arrivals: RwSignal::new(arrivals) }
    }

    /// Follows whatever arrives.
    pub fn track(self) {
        self.arrivals.track();
    }

    fn arrival(self, lang: Lang) -> Arrival {
        self.arrivals.with(|all| *all.get(lang))
    }

    /// Whether the words of a language can be used. Whoever asks follows.
    pub fn here(self, lang: Lang) -> bool {
        self.arrival(lang) == Arrival::Here
    }

    /// Asks for a language that is going to be used, unless that was tried in vain: then people say when to try again.
    pub fn want(self, lang: Lang) {
        if untrack(|| self.arrival(lang)) == Arrival::Not {
            spawn_local(async move {
                self.bring(lang).await;
            });
        }
    }

    /// Brings the words of a language. Whether they are here now.
    async fn bring(self, lang: Lang) -> bool {
        let set = |arrival| self.arrivals.update(|all| *all.get_mut(lang) = arrival);
        if !words::is_loaded(lang) {
            set(Arrival::Coming);
            set(if load(lang).await { Arrival::Here } else { Arrival::Failed });
        }
        words::is_loaded(lang)
    }

    /// Does something that needs these languages: at once when they are here, or else as soon as they are. Where one
    /// cannot be had, it is named instead.
    pub fn once_here(self, langs: Vec<Lang>, then: impl FnOnce(Result<(), Lang>) + 'static) {
        if langs.iter().all(|lang| words::is_loaded(*lang)) {
            return then(Ok(()));
        }
        spawn_local(async move {
            for lang in langs {
                if !self.bring(lang).await {
                    return then(Err(lang));
                }
            }
            then(Ok(()));
        });
    }
}

/// That the words of a language could not be had.
pub fn missing(lang: Lang) -> String {
    fill(ui::WORDS_MISSING, &[("name", own_name(lang))])
}

/// A language by its own name: for those who read no other.
pub fn own_name(lang: Lang) -> &'static str {
    t(match lang {
        Lang::Fi => ui::LANG_OWN_FI,
        Lang::Sv => ui::LANG_OWN_SV,
        Lang::En => ui::LANG_OWN_EN,
    })
}

/// Stands while words that are needed could not be had: what does not work, and a way to try again.
#[component]
pub fn WordsNotice(
    /// Which words are here.
    words: Words,
) -> impl IntoView {
    let one = move |lang: Lang| {
        let again = move |_| {
            spawn_local(async move {
                words.bring(lang).await;
            });
        };
        (words.arrival(lang) == Arrival::Failed).then(|| {
            view! {
                <div class="notice-bar" role="alert">
                    <p>{missing(lang)} " " {t(ui::WORDS_ADVICE)}</p>
                    <button type="button" class="button button-secondary" on:click=again>{t(ui::WORDS_AGAIN)}</button>
                </div>
            }
        })
    };
    move || Lang::ALL.map(one).into_iter().flatten().collect_view()
}

/// In place of a notice whose words are not here: that they are on their way, or that they could not be had.
#[component]
pub fn Awaited() -> impl IntoView {
    let app = use_app();
    move || {
        let lang = app.notice_lang.get();
        match app.words.arrival(lang) {
            Arrival::Here => ().into_any(),
            Arrival::Failed => {
                view! { <p class="finding finding-warning">{icon(Icon::Warning)} <span>{missing(lang)}</span></p> }
                    .into_any()
            }
            Arrival::Not | Arrival::Coming => view! { <p class="quiet">{t(ui::WORDS_COMING)}</p> }.into_any(),
        }
    }
}
