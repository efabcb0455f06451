//! Shows: the start of new notices. What the firm does comes first and proposes which notices it needs; then their languages, and
//! the firm. Writes: one draft for each notice that was chosen.

mod choices;

use crate::content::{self, ui};
use crate::defaults;
use crate::notice::RegisterKind;
use crate::route::Route;
use crate::session::{Card, Firm, Start, begin, group, tell_of_each_other, title_in_firm};
use crate::ui::beginning::{Beginning, FirmChoice, Missing, TradeChoice};
use crate::ui::browser::{focus_soon, go_instead, new_id, now, today};
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::firm_card::{card_fields, fault_line};
use crate::ui::i18n::{fill, lang, t};
use crate::ui::icon::{Icon, icon};
use crate::ui::messages::Scope;
use crate::ui::state::{App, use_app};
use choices::{choice, kinds, languages, trades};
use leptos::prelude::*;

/// The screen.
pub fn new_notice() -> AnyView {
    let app = use_app();
    let new = app.beginning;
    let firms = Memo::new(move |_| group(app.session.drafts()).firms);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        finish(app, &firms.get_untracked());
    };
    let begun = Memo::new(move |_| new.trade.get() != TradeChoice::Open);
    let rest = dynamic_view(move || {
        begun.get().then(|| {
            view! {
                {kinds(new, firms)}
                {languages(new)}
                {firm(new, firms)}
                <p class="quiet">{t(ui::NEW_LATER)}</p>
                <div class="buttons">
                    <button type="submit" class="button button-large">{t(ui::NEW_BEGIN)}</button>
                </div>
            }
        })
    });
    view! {
        <main class="page page-narrow" id="main">
            <a class="back" href="#/">{icon(Icon::Back)} {t(ui::NEW_BACK)}</a>
            <h1 id="title" tabindex="-1">{t(ui::NEW_TITLE)}</h1>
            <p class="intro">{t(ui::NEW_INTRO)}</p>
            <form novalidate on:submit=listener(submit)>
                {trades(new, firms)}
                {rest}
            </form>
        </main>
    }
    .into_any()
}

/// A known firm, or the card of a new one.
fn firm(new: Beginning, firms: Memo<Vec<Firm>>) -> AnyView {
    let fault = move |of: Missing, text| move || (new.missing.get() == Some(of)).then(|| t(text));
    let known = Memo::new(move |_| firms.with(|firms| !firms.is_empty()));
    let list = dynamic_view(move || {
        known.get().then(|| {
            let rows = dynamic_view(move || {
                firms.with(|firms| firms.iter().map(|firm| known_firm(new, firm)).collect_view())
            });
            let other = firm_choice(new, "firm-new", t(ui::NEW_FIRM_OTHER), "", FirmChoice::New, |choice| {
                *choice == FirmChoice::New
            });
            view! { <div class="choices">{rows} {other}</div> }
        })
    });
    let is_new = Memo::new(move |_| !known.get() || new.firm.with(|firm| *firm == FirmChoice::New));
    let card = dynamic_view(move || {
        is_new.get().then(|| {
            let same = move || new.same_address.get();
            view! {
                <p class="hint">{t(ui::NEW_FIRM_HINT)}</p>
                {card_fields(new.card, fault(Missing::Name, ui::NEW_NAME_MISSING))}
                {choice(
                    "checkbox",
                    "same-address",
                    t(ui::NEW_SAME_ADDRESS),
                    t(ui::NEW_SAME_ADDRESS_HINT),
                    same,
                    move || new.same_address.update(|same| *same = !*same),
                )}
            }
        })
    });
    let missing = fault(Missing::Firm, ui::NEW_FIRM_MISSING);
    view! {
        <fieldset class="field" id="firm" tabindex="-1" aria-describedby="firm-found">
            <legend class="field-title">{t(ui::NEW_FIRM)}</legend>
            <div class="found" id="firm-found">{dynamic_view(move || missing().map(fault_line))}</div>
            {list}
            {card}
        </fieldset>
    }
    .into_any()
}

fn known_firm(new: Beginning, firm: &Firm) -> AnyView {
    let drafts: Vec<_> = firm.drafts.iter().map(|kept| kept.draft.id.clone()).collect();
    let first = drafts.first().cloned().unwrap_or_default();
    let controller = &firm.card.controller;
    let is_chosen =
        move |choice: &FirmChoice| matches!(choice, FirmChoice::Of(draft) if drafts.contains(draft));
    firm_choice(
        new,
        &format!("firm-{first}"),
        &controller.name,
        &controller.business_id.0,
        FirmChoice::Of(first.clone()),
        is_chosen,
    )
}

fn firm_choice(
    new: Beginning,
    id: &str,
    name: &str,
    hint: &str,
    value: FirmChoice,
    is_chosen: impl Fn(&FirmChoice) -> bool + Send + Sync + 'static,
) -> AnyView {
    let checked = move || new.firm.with(&is_chosen);
    choice("radio", id, name, hint, checked, move || {
        new.firm.set(value.clone());
        new.missing.set(None);
    })
}

/// Makes the drafts and goes to the first of them, or to what is still missing.
fn finish(app: App, firms: &[Firm]) {
    let new = app.beginning;
    let kinds = in_order(new);
    let card = match new.firm.get_untracked() {
        FirmChoice::Of(draft) => firms.iter().find(|firm| firm.has(&draft)).map(|firm| firm.card.clone()),
        FirmChoice::Open if !firms.is_empty() => None,
        FirmChoice::New | FirmChoice::Open => Some(typed(new)),
    };
    let missing = match &card {
        _ if kinds.is_empty() => Some((Missing::Kinds, "kinds")),
        None => Some((Missing::Firm, "firm")),
        Some(card) if !card.is_named() => Some((Missing::Name, content::field::CONTROLLER_NAME.id)),
        Some(_) => None,
    };
    new.missing.set(missing.map(|(missing, _)| missing));
    let (None, Some(card)) = (missing, card) else {
        return focus_soon(missing.map_or("firm", |(_, id)| id));
    };
    let start = Start {
        trade: new.trade.get_untracked().trade(),
        languages: new.languages.get_untracked(),
        card,
        today: today(),
    };
    let mut made: Vec<_> = kinds.iter().map(|kind| begin(&start, *kind, new_id(), &now())).collect();
    tell_of_each_other(&mut made);
    app.session.change(|session| made.iter().for_each(|draft| session.keep(draft)));
    if made.len() > 1 {
        let names: Vec<_> = made.iter().map(|draft| title_in_firm(draft, lang())).collect();
        app.messages.say(Scope::Page, fill(ui::NEW_MADE, &[("name", &names.join(", "))]));
    }
    if let Some(first) = made.first() {
        go_instead(&Route::Questions(first.id.clone()));
    }
}

/// The card of a new firm.
fn typed(new: Beginning) -> Card {
    let mut card = new.card.get_untracked().tidied();
    if new.same_address.get_untracked() {
        card.send_requests_to_the_firm();
    }
    card
}

/// The chosen kinds as they stand on the screen: what the trade proposes comes first.
fn in_order(new: Beginning) -> Vec<RegisterKind> {
    let needs = defaults::needs(new.trade.get_untracked().trade());
    let all = [needs.proposed, needs.asked, needs.others].concat();
    new.kinds.with_untracked(|chosen| all.into_iter().filter(|kind| chosen.contains(kind)).collect())
}
