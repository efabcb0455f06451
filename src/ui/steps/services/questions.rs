//! Shows: what an added service asks, answerable in place. Writes: `cookies.consent-tool`, `recipients`, `cookies.rows`.

use super::add::{Step, add_vendor};
use crate::content::{self, Text, Vendor, choice, field, find_clause, ui};
use crate::defaults::follow_up::{
    ConsentTool, FollowUp, carriers, consent_services, deliver_ourselves, delivery_unknown,
    is_delivery_unknown, lists,
};
use crate::notice::Notice;
use crate::notice::origin::Origin;
use crate::notice::row::RowId;
use crate::ui::added::Card;
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::fields::OwnField;
use crate::ui::i18n::{lang, t};
use crate::ui::lens::{lens, part};
use crate::ui::state::App;
use crate::ui::steps::location::location;
use leptos::prelude::*;

/// The questions of a card, under one heading.
pub fn questions(app: App, card: &Card) -> Option<AnyView> {
    let number = card.id;
    let one = |ask: &FollowUp| match *ask {
        FollowUp::ConsentTool => consent(app, number),
        FollowUp::Delivery => delivery(app, number),
        FollowUp::Location(row) => place(app, row),
        FollowUp::Lifetime(row) => lifetime(app, row),
    };
    let asked = card.asks.iter().map(one).collect_view();
    (!card.asks.is_empty()).then(|| {
        view! {
            <div class="added-asks">
                <p class="field-label">{t(ui::SERVICE_ASK)}</p>
                {asked}
            </div>
        }
        .into_any()
    })
}

/// Does the site ask for consent, and with what?
fn consent(app: App, number: u32) -> AnyView {
    let tool = Memo::new(move |_| app.draft.with(|draft| ConsentTool::of(&draft.notice)));
    let is = move |wanted: ConsentTool| move || tool.get() == Some(wanted);
    let say = move |answer: ConsentTool| move || change(app, move |notice| answer.write(notice));
    let named = move |vendor: &'static Vendor| move || listed(app, vendor);
    let services = consent_services().map(|vendor| {
        option(vendor.name, named(vendor), move || {
            let window: Step = (Origin::Said, Box::new(|notice| ConsentTool::Window.write(notice)));
            add_vendor(app, vendor, Some(window));
        })
    });
    // A window of one of the services above is not "another window".
    let other = move || is(ConsentTool::Window)() && !consent_services().any(|vendor| listed(app, vendor));
    let options = services
        .chain([
            option(t(ui::SERVICE_CONSENT_WINDOW), other, say(ConsentTool::Window)),
            option(
                t(ui::SERVICE_CONSENT_PAGE),
                is(ConsentTool::SettingsPage),
                say(ConsentTool::SettingsPage),
            ),
            option(t(ui::SERVICE_CONSENT_MISSING), is(ConsentTool::Missing), say(ConsentTool::Missing)),
            option(t(choice::ANSWER_UNKNOWN.label), is(ConsentTool::Unknown), say(ConsentTool::Unknown)),
        ])
        .collect();
    let then = dynamic_view(move || tool.get().map(consequence));
    question(&format!("added-{number}-consent"), ui::SERVICE_ASK_CONSENT, options, then)
}

/// What the answer about consent leads to: the sentence that will be published, or what to do.
fn consequence(tool: ConsentTool) -> AnyView {
    let sentence = tool.clause().and_then(find_clause);
    let (says, sentence) = match tool {
        ConsentTool::Window | ConsentTool::SettingsPage => (ui::SERVICE_CONSENT_SAYS, sentence),
        ConsentTool::Missing => (ui::SERVICE_CONSENT_NEEDED, None),
        ConsentTool::Unknown => (ui::SERVICE_CONSENT_UNKNOWN, None),
    };
    let sentence = sentence.map(|clause| view! { <p class="chosen-text">{clause.text.get(lang())}</p> });
    view! { <div class="chosen"><p class="hint">{t(says)}</p>{sentence}</div> }.into_any()
}

/// Who delivers?
fn delivery(app: App, number: u32) -> AnyView {
    let carriers = carriers().map(|vendor| {
        option(
            vendor.name,
            move || listed(app, vendor),
            move || {
                app.cards.set_ourselves(number, false);
                add_vendor(app, vendor, None);
            },
        )
    });
    let unknown = move || app.draft.with(|draft| is_delivery_unknown(&draft.notice));
    let options = carriers
        .chain([
            option(
                t(ui::SERVICE_DELIVERY_OURSELVES),
                move || app.cards.ourselves(number),
                move || {
                    change(app, deliver_ourselves);
                    app.cards.set_ourselves(number, true);
                },
            ),
            option(t(choice::ANSWER_UNKNOWN.label), unknown, move || {
                app.cards.set_ourselves(number, false);
                change(app, delivery_unknown);
            }),
        ])
        .collect();
    let then = dynamic_view(move || {
        unknown().then(|| view! { <p class="hint">{t(ui::SERVICE_DELIVERY_UNKNOWN)}</p> })
    });
    question(&format!("added-{number}-delivery"), ui::SERVICE_ASK_DELIVERY, options, then)
}

/// Where does the service process data?
fn place(app: App, row: RowId) -> AnyView {
    let lens = lens!(recipients).row(row);
    let here = lens.watch(app, |_| ());
    dynamic_view(move || {
        here.get().map(|()| location(&format!("added-recipient-{}", row.0), &part!(lens, location)))
    })
}

/// How long does the cookie last?
fn lifetime(app: App, row: RowId) -> AnyView {
    let lens = part!(lens!(cookies).yes(), rows).row(row);
    let name = lens.watch(app, |cookie| cookie.name.clone());
    dynamic_view(move || {
        name.get().map(|name| {
            let path = format!("added-cookie-{}", row.0);
            view! {
                <p class="hint">{name}</p>
                <OwnField
                    lens=part!(lens, lifetime)
                    path=path
                    words=&field::COOKIES_ROWS_LIFETIME
                    lines=1
                />
            }
        })
    })
}

/// A question with its answers as buttons, and what the answer leads to.
fn question(id: &str, words: Text, options: Vec<AnyView>, then: AnyView) -> AnyView {
    view! {
        <div class="field" role="group" aria-labelledby=id.to_owned()>
            <p class="field-label" id=id.to_owned()>{t(words)}</p>
            <div class="options">{options}</div>
            <div aria-live="polite">{then}</div>
        </div>
    }
    .into_any()
}

/// One answer: a button that stays pressed.
fn option(
    words: &'static str,
    pressed: impl Fn() -> bool + Send + Sync + 'static,
    choose: impl Fn() + Send + 'static,
) -> AnyView {
    view! {
        <button
            type="button"
            class="option"
            aria-pressed=move || pressed().to_string()
            on:click=listener(move |_| choose())
        >
            {content::capitalised(words)}
        </button>
    }
    .into_any()
}

/// Whether the notice lists a service; followed.
fn listed(app: App, vendor: &Vendor) -> bool {
    app.draft.with(|draft| lists(&draft.notice, vendor))
}

/// Writes what the firm has just said.
fn change(app: App, change: impl FnOnce(&mut Notice)) {
    app.session.change_draft(&Origin::Said, change);
}
