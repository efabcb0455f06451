//! Opening a draft from a file: chosen, or dropped on the page. Nothing that is kept is overwritten.

use crate::content::{self, ui};
use crate::draft::{Draft, MAX_BYTES, OpenError, file_text, is_draft_id, rescued};
use crate::route::Route;
use crate::ui::browser::{focus_soon, go, new_id};
use crate::ui::i18n::{fill, lang, t};
use crate::ui::live::{act, live, redrawn};
use crate::ui::state::{App, use_app};
use crate::ui::status::{Icon, icon};
use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Why a file was not opened.
#[derive(Clone, Debug, PartialEq)]
enum Refused {
    /// It is no draft.
    Open(OpenError),
    /// The browser could not read it.
    Unreadable,
}

/// What a file held.
enum Opened {
    /// A draft.
    Draft(Box<Draft>),
    /// All drafts of a browser in which the program had stopped, by id.
    Rescued(Vec<(String, String)>),
}

/// The place to choose or drop a file, and what became of the last one.
#[component]
pub fn OpenFile() -> impl IntoView {
    let app = use_app();
    let refused = RwSignal::new(None::<(String, Refused)>);
    let over = RwSignal::new(false);
    let take = move |file: Option<web_sys::File>| {
        if let Some(file) = file {
            spawn_local(open(app, file, refused));
        }
    };
    let dropped = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        take(event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)));
    };
    let dragged = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(true);
    };
    let message = redrawn(move || {
        refused.get().map(|(name, reason)| {
            let reason = match reason {
                Refused::Open(error) => content::explain(&error, lang()),
                Refused::Unreadable => t(ui::OPEN_UNREADABLE).to_owned(),
            };
            view! {
                <p class="finding finding-blocking">
                    {icon(Icon::Stop)}
                    <span><strong>{fill(ui::OPEN_REFUSED, &[("file", &name)])}</strong> " " {reason} " " {t(ui::OPEN_NOTHING_LOST)}</span>
                </p>
            }
        })
    });
    view! {
        <div
            class="drop"
            class:drop-over=live(move || over.get())
            on:dragover=act(dragged)
            on:dragleave=act(move |_| over.set(false))
            on:drop=act(dropped)
        >
            <label class="field-label" for="open-file">{t(ui::OPEN_LABEL)}</label>
            <p class="hint" id="open-file-hint">{t(ui::OPEN_HINT)}</p>
            <input
                class="file-input"
                type="file"
                id="open-file"
                accept=".json,.pdf,.html,.htm,application/json,application/pdf,text/html"
                aria-describedby="open-file-hint"
                on:change:target=move |event| {
                    let input = event.target();
                    take(input.files().and_then(|files| files.get(0)));
                    // The same file can be chosen again.
                    input.set_value("");
                }
            />
            <div id="open-refused" tabindex="-1" role="alert">{message}</div>
        </div>
    }
    .into_any()
}

async fn open(app: App, file: web_sys::File, refused: RwSignal<Option<(String, Refused)>>) {
    refused.set(None);
    let name = file.name();
    match read(&file).await {
        Ok(Opened::Draft(draft)) => {
            let id = import(app, *draft);
            go(&Route::Tasks(id));
        }
        Ok(Opened::Rescued(texts)) => {
            for (id, text) in texts {
                // What is here already is at least as new: a rescue file never replaces it.
                let id = if app.has_draft(&id) { new_id() } else { id };
                let _ = app.keep_text(&id, &text);
            }
            focus_soon("drafts-title");
        }
        Err(reason) => {
            refused.set(Some((name, reason)));
            focus_soon("open-refused");
        }
    }
}

async fn read(file: &web_sys::File) -> Result<Opened, Refused> {
    // A file that is far too large is not even read.
    #[allow(clippy::cast_precision_loss)]
    if file.size() > MAX_BYTES as f64 {
        return Err(Refused::Open(OpenError::TooLarge));
    }
    // As bytes: a PDF is no text.
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| Refused::Unreadable)?;
    let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
    let text = file_text(&bytes).map_err(Refused::Open)?;
    if let Some(texts) = rescued(&text) {
        return Ok(Opened::Rescued(texts));
    }
    Draft::open(&text).map(|draft| Opened::Draft(Box::new(draft))).map_err(Refused::Open)
}

/// Keeps an opened draft. Under its own id, unless a draft of that id is here already: then as another one.
pub fn import(app: App, mut draft: Draft) -> String {
    if !is_draft_id(&draft.id) || app.has_draft(&draft.id) {
        if app.has_draft(&draft.id) {
            draft.name = fill(ui::OPEN_COPY_NAME, &[("name", &crate::ui::state::draft_name(&draft))]);
        }
        draft.id = new_id();
    }
    let id = draft.id.clone();
    let _ = app.keep(&draft);
    id
}
