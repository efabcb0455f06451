//! The bar at the foot of the page with the last message.

use crate::content::ui;
use crate::ui::i18n::t;
use crate::ui::live::{act, redrawn};
use crate::ui::state::use_app;
use leptos::prelude::*;

/// The last message, and its undo. It stays until the next one, or until it is closed: no time limit.
#[component]
pub fn ToastBar() -> impl IntoView {
    let messages = use_app().messages;
    let content = redrawn(move || {
        messages.shown().map(|message| {
            let undo = message.undo.map(|undo| {
                let take_back = move |_| {
                    messages.close();
                    undo();
                };
                view! {
                    <button type="button" class="toast-button" on:click=act(take_back)>{t(ui::TOAST_UNDO)}</button>
                }
            });
            view! {
                <div class="toast">
                    <span>{message.text}</span>
                    {undo}
                    <button type="button" class="toast-button" on:click=act(move |_| messages.close())>
                        {t(ui::TOAST_CLOSE)}
                    </button>
                </div>
            }
        })
    });
    view! { <div class="toast-region" role="status">{content}</div> }
}
