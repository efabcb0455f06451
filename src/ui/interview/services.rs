//! The services that a question offers by name, by what they do, and a filter where there are many.

use super::chip::box_and_words;
use super::question::Card;
use crate::content::{Vendor, capitalised, find_clause, ui};
use crate::draft::answers::Pick;
use crate::interview;
use crate::ui::erased::dynamic_view;
use crate::ui::i18n::t;
use leptos::prelude::*;

/// From more services than this on, there is a filter.
const MANY: usize = 8;

/// The services.
pub fn services(card: Card) -> AnyView {
    let services: Vec<_> = interview::services(card.question).collect();
    if services.is_empty() {
        return ().into_any();
    }
    let typed = RwSignal::new(String::new());
    let filter = (services.len() > MANY).then(|| filter(card, typed, services.clone()));
    let groups = card.question.services.iter().enumerate().filter_map(|(place, what)| {
        let of: Vec<_> = services.iter().copied().filter(|vendor| vendor.what == *what).collect();
        let shown = Signal::derive({
            let of = of.clone();
            move || of.iter().any(|vendor| is_shown(card, vendor, typed))
        });
        let chips = of.iter().map(|vendor| chip(card, vendor, typed)).collect_view();
        let title = find_clause(what).map(|clause| capitalised(t(clause.text)))?;
        let id = card.id(&format!("group-{place}"));
        (!of.is_empty()).then(|| {
            view! {
                <div role="group" aria-labelledby=id.clone() hidden=move || !shown.get()>
                    <p class="chips-title" id=id.clone()>{title}</p>
                    <div class="chips">{chips}</div>
                </div>
            }
        })
    });
    let groups: Vec<_> = groups.collect();
    view! { <div class="question-services">{filter} {groups}</div> }.into_any()
}

/// What is chosen stays in view, whatever is typed.
fn is_shown(card: Card, vendor: &Vendor, typed: RwSignal<String>) -> bool {
    card.has(vendor.id) || typed.with(|typed| interview::finds(vendor, typed))
}

fn chip(card: Card, vendor: &'static Vendor, typed: RwSignal<String>) -> AnyView {
    let chosen = Signal::derive(move || card.has(vendor.id));
    let choose = move |on: bool| card.toggle(Pick::id(vendor.id), on);
    let chip = box_and_words(card, vendor.id, "chip", chosen, choose, vendor.name, "");
    view! { <div class="chip-place" hidden=move || !is_shown(card, vendor, typed)>{chip}</div> }.into_any()
}

fn filter(card: Card, typed: RwSignal<String>, services: Vec<&'static Vendor>) -> AnyView {
    let id = card.id("filter");
    let nothing = Memo::new(move |_| {
        !services.iter().any(|vendor| typed.with(|typed| interview::finds(vendor, typed)))
    });
    let not_found = dynamic_view(move || {
        nothing.get().then(|| view! { <p class="hint">{t(ui::QUESTIONS_NOT_FOUND)}</p> })
    });
    view! {
        <label class="field-label field-label-small" for=id.clone()>{t(ui::QUESTIONS_FILTER)}</label>
        <input
            class="input input-medium"
            type="search"
            id=id
            autocomplete="off"
            prop:value=move || typed.get()
            on:input:target=move |event| typed.set(event.target().value())
        />
        {not_found}
    }
    .into_any()
}
