//! Opening a draft from a file: chosen, or dropped on the page. No stored draft is overwritten.

use crate::content::{self, ui};
use crate::draft::{BEGINNING, Draft, OpenError, file_text, max_bytes, rescued};
use crate::route::Route;
use crate::ui::browser::{focus_soon, go, new_id};
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::i18n::{fill, lang, t};
use crate::ui::icon::{Icon, icon};
use crate::ui::session::fresh;
use crate::ui::state::{App, use_app};
use leptos::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Why a file was not opened.
#[derive(Clone, Debug, PartialEq)]
enum Refused {
    /// It is not a draft.
    Open(OpenError),
    /// The browser could not read it.
    Unreadable,
    /// It is a rescue file, and no draft was rescued.
    NoDrafts,
}

/// The content of a file.
enum Opened {
    /// A draft.
    Draft(Box<Draft>),
    /// A rescue file: the drafts of a browser in which the program had crashed, by id.
    Rescued(Vec<(String, String)>),
}

/// The area to choose or drop a file, and why the last one was refused.
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
    let message = dynamic_view(move || {
        refused.get().map(|(name, reason)| {
            let reason = match reason {
                Refused::Open(error) => content::explain(&error, lang()),
                Refused::Unreadable => t(ui::OPEN_UNREADABLE).to_owned(),
                Refused::NoDrafts => t(ui::OPEN_NO_DRAFTS).to_owned(),
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
            class:drop-over=move || over.get()
            on:dragover=listener(dragged)
            on:dragleave=listener(move |_| over.set(false))
            on:drop=listener(dropped)
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
                    // So that choosing the same file again is a change.
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
            let id = app.session.change(|session| session.import(*draft, &fresh()));
            go(&Route::Tasks(id));
        }
        Ok(Opened::Rescued(texts)) => {
            app.session.change(|session| {
                for (id, text) in texts {
                    session.import_text(&id, &text, &new_id());
                }
            });
            focus_soon("drafts-title");
        }
        Err(reason) => {
            refused.set(Some((name, reason)));
            focus_soon("open-refused");
        }
    }
}

/// The content of a file. As bytes, because a PDF is no text.
async fn bytes(blob: &web_sys::Blob) -> Result<Vec<u8>, Refused> {
    let buffer = JsFuture::from(blob.array_buffer()).await.map_err(|_| Refused::Unreadable)?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

async fn read(file: &web_sys::File) -> Result<Opened, Refused> {
    // A file that is far too large is not read beyond its beginning, which tells how large it may be.
    #[allow(clippy::cast_precision_loss)]
    let beginning = file.slice_with_f64_and_f64(0.0, BEGINNING as f64).map_err(|_| Refused::Unreadable)?;
    let most = max_bytes(&bytes(&beginning).await?);
    #[allow(clippy::cast_precision_loss)]
    if file.size() > most as f64 {
        return Err(Refused::Open(OpenError::TooLarge));
    }
    let bytes = bytes(file).await?;
    let text = file_text(&bytes).map_err(Refused::Open)?;
    match rescued(&text) {
        Some(texts) if texts.is_empty() => return Err(Refused::NoDrafts),
        Some(texts) => return Ok(Opened::Rescued(texts)),
        None => {}
    }
    Draft::open(&text).map(|draft| Opened::Draft(Box::new(draft))).map_err(Refused::Open)
}
