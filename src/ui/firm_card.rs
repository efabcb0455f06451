//! Shows: the firm's card as fields to type in. Writes: a card that belongs to no draft yet.

use crate::content::{Field, field};
use crate::session::{CARD_FIELDS, Card, CardField};
use crate::ui::erased::dynamic_view;
use crate::ui::fields::{Input, hint, hint_id};
use crate::ui::i18n::t;
use crate::ui::icon::{Icon, icon};
use leptos::prelude::*;

/// The fields of a card. `fault` says what is wrong with the name, if anything is.
pub fn card_fields(
    card: RwSignal<Card>,
    fault: impl Fn() -> Option<&'static str> + Copy + Send + Sync + 'static,
) -> AnyView {
    let view_of = |one: &'static CardField| {
        let is_name = one.words.id == field::CONTROLLER_NAME.id;
        card_field(card, one, move || fault().filter(|_| is_name))
    };
    let [name, number, street, postal_code, city, email, phone, website] = &CARD_FIELDS;
    view! {
        {view_of(name)}
        {view_of(number)}
        {view_of(street)}
        <div class="field-pair">{view_of(postal_code)} {view_of(city)}</div>
        {view_of(email)}
        {view_of(phone)}
        {view_of(website)}
    }
    .into_any()
}

fn card_field(
    card: RwSignal<Card>,
    one: &'static CardField,
    fault: impl Fn() -> Option<&'static str> + Copy + Send + Sync + 'static,
) -> AnyView {
    let id = one.words.id;
    let input = input(one.words);
    let (kind, mode, autocomplete) = input.attributes();
    let found = format!("{id}-found");
    let described = format!("{} {found}", hint_id(id));
    view! {
        <div class="field">
            <label class="field-label" for=id>{t(one.words.label)}</label>
            {hint(id, one.words)}
            <div class="found" id=found>{dynamic_view(move || fault().map(fault_line))}</div>
            <input
                class=input.class()
                id=id
                name=id
                type=kind
                inputmode=mode
                autocomplete=autocomplete
                aria-describedby=described
                aria-invalid=move || fault().map(|_| "true")
                prop:value=move || card.with(|card| (one.read)(&card.controller).clone())
                on:input:target=move |event| {
                    let typed = event.target().value();
                    card.update(|card| *(one.write)(&mut card.controller) = typed);
                }
            />
        </div>
    }
    .into_any()
}

/// What keeps somebody from going on, above the field that it is about.
pub fn fault_line(text: &'static str) -> AnyView {
    view! { <p class="finding finding-blocking">{icon(Icon::Stop)} <span>{text}</span></p> }.into_any()
}

fn input(words: &'static Field) -> Input {
    [
        (&field::CONTROLLER_NAME, Input::Organization),
        (&field::CONTROLLER_STREET, Input::Street),
        (&field::CONTROLLER_POSTAL_CODE, Input::PostalCode),
        (&field::CONTROLLER_CITY, Input::City),
        (&field::CONTROLLER_EMAIL, Input::Email),
        (&field::CONTROLLER_PHONE, Input::Phone),
        (&field::CONTROLLER_WEBSITE, Input::Url),
    ]
    .into_iter()
    .find(|(of, _)| of.id == words.id)
    .map_or(Input::Text, |(_, input)| input)
}
