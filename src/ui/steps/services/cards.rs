//! Shows: each service that was added, with what came with it, its undo, and what it asks.

use super::add::card_id;
use super::questions::questions;
use crate::content::{self, ui};
use crate::defaults::Added;
use crate::route::Route;
use crate::section::SectionId;
use crate::ui::added::Card;
use crate::ui::browser::focus_soon;
use crate::ui::erased::{each, listener};
use crate::ui::i18n::{fill, t};
use crate::ui::messages::Scope;
use crate::ui::state::{App, use_app};
use leptos::prelude::*;

/// The cards, the last one first.
pub fn cards() -> AnyView {
    let app = use_app();
    each(move || app.cards.numbers(), move |id| app.cards.get(id).map(|card| one(app, card)).into_any())
}

fn one(app: App, card: Card) -> AnyView {
    let id = card_id(card.id);
    let title = format!("{id}-title");
    let lines = card.added.iter().map(|added| line(app, added)).collect_view();
    let asks = questions(app, &card);
    let Card { id: number, name, undo, .. } = card;
    let heading = fill(ui::SERVICE_ADDED, &[("name", &name)]);
    let take_back = move |_| {
        undo();
        app.cards.remove(number);
        app.messages.say(Scope::Screen, fill(ui::SERVICE_UNDONE, &[("name", &name)]));
        focus_soon("service");
    };
    view! {
        <div class="added" role="group" id=id tabindex="-1" aria-labelledby=title.clone()>
            <p class="added-title" id=title.clone()>{heading}</p>
            <ul class="added-list">{lines}</ul>
            <button
                type="button"
                class="link-button added-undo"
                aria-describedby=title.clone()
                on:click=listener(take_back)
            >
                {t(ui::SERVICE_UNDO)}
            </button>
            {asks}
        </div>
    }
    .into_any()
}

/// What was added to one section, with a link to it. On the section's own screen the link moves the focus.
fn line(app: App, added: &Added) -> AnyView {
    let section = added.section;
    let here: SectionId = expect_context();
    let draft = app.draft.with_untracked(|draft| draft.id.clone());
    let title = t(content::section(section).title);
    let link = if section == here {
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            focus_soon(section.id());
        };
        view! { <a href="#" on:click=listener(go)>{title}</a> }.into_any()
    } else {
        view! { <a href=Route::Section(draft, section).to_string()>{title}</a> }.into_any()
    };
    let names = added.names.join(" · ");
    let names = (!names.is_empty()).then(|| view! { ": " {names} });
    view! { <li>{link} {names}</li> }.into_any()
}
