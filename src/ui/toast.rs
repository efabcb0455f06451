//! The bar at the foot of the page with the last message.

use crate::content::ui;
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::i18n::t;
use crate::ui::state::use_app;
use leptos::prelude::*;

/// The last message, and its undo. It stays until the next one, or until it is closed: no time limit.
#[component]
pub fn ToastBar() -> impl IntoView {
    let messages = use_app().messages;
    let content = dynamic_view(move || {
        messages.shown().map(|message| {
            let undo = message.undo.map(|undo| {
                let take_back = move |_| {
                    messages.close();
                    undo();
                };
                view! {
                    <button type="button" class="toast-button" on:click=listener(take_back)>{t(ui::TOAST_UNDO)}</button>
                }
            });
            view! {
                <div class="toast">
                    <span>{message.text}</span>
                    {undo}
                    <button type="button" class="toast-button" on:click=listener(move |_| messages.close())>
                        {t(ui::TOAST_CLOSE)}
                    </button>
                </div>
            }
        })
    });
    let told = move || messages.shown().is_some_and(|message| message.only_tells());
    view! { <div class="toast-region" class:toast-told=told role="status">{content}</div> }
}
