//! The files of texts in languages that are not inside the app, fetched from the app's own folder when they are needed.
//!
//! Finnish is inside the app. Another language is fetched when the interface is shown in it, or a notice is published in
//! it. Knows: the address of each file, and whether it has arrived. Does not know: what is in it.

use crate::content::{texts, ui};
use crate::lang::{Lang, Localized};
use crate::ui::i18n::{fill, t};
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

/// The state of a language's file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrival {
    /// Not asked for.
    #[default]
    Not,
    /// Being fetched.
    Coming,
    /// Its texts can be used.
    Here,
    /// It could not be fetched, or it belongs to another version of the app.
    Failed,
}

thread_local! {
    /// The files that are being fetched. Whoever asks for the same language meanwhile waits for the same file.
    static COMING: RefCell<Vec<(Lang, js_sys::Promise)>> = const { RefCell::new(Vec::new()) };
}

/// Fetches the texts of a language, unless they are here. Returns whether they are here now.
pub async fn load(lang: Lang) -> bool {
    let Some(name) = texts::file_name(lang).filter(|_| !texts::is_loaded(lang)) else { return true };
    let asked =
        COMING.with_borrow(|all| all.iter().find(|(of, _)| *of == lang).map(|(_, file)| file.clone()));
    let coming = asked.unwrap_or_else(|| {
        let file = future_to_promise(async move {
            let fit = fetch(name).await.is_some_and(|file| texts::provide(lang, file).is_ok());
            // What failed can be asked for again.
            COMING.with_borrow_mut(|all| all.retain(|(of, _)| *of != lang));
            Ok(JsValue::from_bool(fit))
        });
        COMING.with_borrow_mut(|all| all.push((lang, file.clone())));
        file
    });
    JsFuture::from(coming).await.is_ok_and(|fit| fit.is_truthy())
}

/// The text of a file in the app's folder; `None` if the server sends anything else.
async fn fetch(name: &str) -> Option<String> {
    let response = JsFuture::from(window().fetch_with_str(&format!("./{name}"))).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok().filter(web_sys::Response::ok)?;
    JsFuture::from(response.text().ok()?).await.ok()?.as_string()
}

/// The states of all files, as a signal: whatever shows or composes texts of a language follows it.
#[derive(Clone, Copy)]
pub struct LanguageFiles {
    arrivals: RwSignal<Localized<Arrival>>,
}

impl LanguageFiles {
    /// The states at the start. The file of the interface's language has been asked for already.
    pub fn new(interface: Lang) -> Self {
        let mut arrivals = Localized::default();
        for lang in Lang::ALL {
            *arrivals.get_mut(lang) = match (texts::is_loaded(lang), lang == interface) {
                (true, _) => Arrival::Here,
                (false, true) => Arrival::Failed,
                (false, false) => Arrival::Not,
            };
        }
        Self { arrivals: RwSignal::new(arrivals) }
    }

    /// Follows every arrival.
    pub fn track(self) {
        self.arrivals.track();
    }

    /// The state of a language's file, followed.
    pub fn arrival(self, lang: Lang) -> Arrival {
        self.arrivals.with(|all| *all.get(lang))
    }

    /// Whether the texts of a language can be used, followed.
    pub fn here(self, lang: Lang) -> bool {
        self.arrival(lang) == Arrival::Here
    }

    /// Asks for a language that is going to be used. Does nothing after a failure: then the user says when to try again.
    pub fn want(self, lang: Lang) {
        if untrack(|| self.arrival(lang)) == Arrival::Not {
            spawn_local(async move {
                self.fetch(lang).await;
            });
        }
    }

    /// Fetches the texts of a language. Returns whether they are here now.
    pub async fn fetch(self, lang: Lang) -> bool {
        let set = |arrival| self.arrivals.update(|all| *all.get_mut(lang) = arrival);
        if !texts::is_loaded(lang) {
            set(Arrival::Coming);
            set(if load(lang).await { Arrival::Here } else { Arrival::Failed });
        }
        texts::is_loaded(lang)
    }

    /// Runs `then` once the texts of all these languages are here, or with the language that could not be fetched.
    pub fn once_here(self, langs: Vec<Lang>, then: impl FnOnce(Result<(), Lang>) + 'static) {
        if langs.iter().all(|lang| texts::is_loaded(*lang)) {
            return then(Ok(()));
        }
        spawn_local(async move {
            for lang in langs {
                if !self.fetch(lang).await {
                    return then(Err(lang));
                }
            }
            then(Ok(()));
        });
    }
}

/// The message that the texts of a language could not be fetched.
pub fn missing(lang: Lang) -> String {
    fill(ui::WORDS_MISSING, &[("name", own_name(lang))])
}

/// A language's name in that language, for those who read no other.
pub fn own_name(lang: Lang) -> &'static str {
    t(match lang {
        Lang::Fi => ui::LANG_OWN_FI,
        Lang::Sv => ui::LANG_OWN_SV,
        Lang::En => ui::LANG_OWN_EN,
    })
}
