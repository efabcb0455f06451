//! A message at the foot of the page with a way back: what was removed can be restored.

use crate::content::ui;
use crate::ui::i18n::t;
use crate::ui::live::{act, redrawn};
use crate::ui::state::use_app;
use leptos::prelude::*;

/// The last thing that can be taken back. It stays until the next one, or until it is closed: no time limit.
#[component]
pub fn ToastBar() -> impl IntoView {
    let app = use_app();
    let content = redrawn(move || {
        app.toast.get().map(|toast| {
            let undo = toast.undo.map(|undo| {
                let take_back = move |_| {
                    app.toast.set(None);
                    undo();
                };
                view! {
                    <button type="button" class="toast-button" on:click=act(take_back)>{t(ui::TOAST_UNDO)}</button>
                }
            });
            view! {
                <div class="toast">
                    <span>{toast.text}</span>
                    {undo}
                    <button type="button" class="toast-button" on:click=act(move |_| app.toast.set(None))>
                        {t(ui::TOAST_CLOSE)}
                    </button>
                </div>
            }
        })
    });
    view! { <div class="toast-region" role="status">{content}</div> }
}
