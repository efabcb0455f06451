//! Shows: the details of a firm, and before they change, which of its notices change with them. Writes: those notices.

use crate::content::{self, ui};
use crate::route::Route;
use crate::session::{Card, CardField, Firm, Planned, group, plan, title_in_firm};
use crate::ui::browser::{close_dialog, focus_soon, go, now, open_dialog};
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::firm_card::{card_fields, fault_line};
use crate::ui::i18n::{fill, lang, t};
use crate::ui::icon::{Icon, icon};
use crate::ui::messages::Scope;
use crate::ui::state::{App, use_app};
use leptos::prelude::*;

const DIALOG: &str = "firm-changes";

/// What the dialog asks about.
#[derive(Clone, PartialEq)]
struct Asked {
    after: Card,
    planned: Vec<Planned>,
    /// Another window has changed a draft since the question was asked first.
    again: bool,
}

/// The screen of the firm that this draft is of; `None` if there is none.
pub fn firm(draft: &str) -> Option<AnyView> {
    let app = use_app();
    // What the drafts said when the screen was opened: only what is changed here may change in them.
    let before = firm_of(app, draft)?.card;
    let card = RwSignal::new(before.clone());
    let unnamed = RwSignal::new(false);
    let asked = RwSignal::new(None::<Asked>);
    let draft = draft.to_owned();
    let before = StoredValue::new((draft, before));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let after = card.get_untracked().tidied();
        unnamed.set(!after.is_named());
        if !after.is_named() {
            return focus_soon(content::field::CONTROLLER_NAME.id);
        }
        let planned = planned(app, before, &after);
        if planned.is_empty() {
            return go(&Route::Home);
        }
        asked.set(Some(Asked { after, planned, again: false }));
        open_dialog(DIALOG);
    };
    let confirm = move |_| {
        let Some(question) = asked.get_untracked() else { return };
        let planned = planned(app, before, &question.after);
        if planned == question.planned {
            close_dialog(DIALOG);
            change(app, before, &question);
        } else {
            asked.set(Some(Asked { planned, again: true, ..question }));
        }
    };
    let question = dynamic_view(move || asked.get().map(|asked| question(&asked)));
    let can_change = move || {
        asked.with(|asked| asked.as_ref().is_some_and(|asked| asked.planned.iter().any(Planned::changes)))
    };
    let can_change = Memo::new(move |_| can_change());
    let yes = dynamic_view(move || {
        can_change.get().then(|| {
            view! {
                <button type="button" class="button" on:click=listener(confirm)>{t(ui::FIRM_CHANGE)}</button>
            }
        })
    });
    let name_fault = move || unnamed.get().then(|| t(ui::NEW_NAME_MISSING));
    Some(
        view! {
            <main class="page page-narrow" id="main">
                <a class="back" href="#/">{icon(Icon::Back)} {t(ui::NEW_BACK)}</a>
                <h1 id="title" tabindex="-1">{t(ui::FIRM_TITLE)}</h1>
                <p class="intro">{t(ui::FIRM_INTRO)}</p>
                <form novalidate on:submit=listener(submit)>
                    {card_fields(card, name_fault)}
                    <div class="buttons">
                        <button type="submit" class="button">{t(ui::FIRM_SAVE)}</button>
                        <a class="button button-secondary" href="#/">{t(ui::FIRM_CANCEL)}</a>
                    </div>
                </form>
                <dialog class="dialog" id=DIALOG aria-labelledby="firm-changes-title">
                    <h2 id="firm-changes-title">{t(ui::FIRM_ASK)}</h2>
                    {question}
                    <div class="buttons">
                        {yes}
                        <button
                            type="button"
                            class="button button-secondary"
                            on:click=listener(move |_| close_dialog(DIALOG))
                        >
                            {t(ui::FIRM_CANCEL)}
                        </button>
                    </div>
                </dialog>
            </main>
        }
        .into_any(),
    )
}

/// The firm that a draft is of, as the drafts are now.
fn firm_of(app: App, draft: &str) -> Option<Firm> {
    group(app.session.drafts()).firms.into_iter().find(|firm| firm.has(draft))
}

type Before = StoredValue<(String, Card)>;

fn planned(app: App, before: Before, after: &Card) -> Vec<Planned> {
    before.with_value(|(draft, before)| {
        firm_of(app, draft).map(|firm| plan(&firm, before, after)).unwrap_or_default()
    })
}

/// The notices that change, and those that keep something else.
fn question(asked: &Asked) -> AnyView {
    let again = asked.again.then(|| fault_line(t(ui::FIRM_AGAIN)));
    let rows = asked.planned.iter().map(|one| {
        let labels =
            |fields: &[&'static CardField]| fields.iter().map(|one| t(one.words.label)).collect::<Vec<_>>();
        let mut changed = labels(&one.follows.changed);
        changed.extend(one.follows.contact.then(|| t(ui::FIRM_REQUESTS)));
        let line = |text, labels: Vec<&str>| {
            let what = fill(text, &[("what", &labels.join(", "))]);
            (!labels.is_empty()).then(|| view! { <p class="draft-facts">{what}</p> })
        };
        view! {
            <li>
                <p class="dialog-name">{title_in_firm(&one.draft, lang())}</p>
                {line(ui::FIRM_CHANGES, changed)}
                {line(ui::FIRM_KEEPS, labels(&one.follows.kept))}
            </li>
        }
    });
    view! {
        <div role="status">{again}</div>
        <ul class="dialog-list">{rows.collect_view()}</ul>
    }
    .into_any()
}

/// Changes the notices, goes home and offers to undo it.
fn change(app: App, before: Before, asked: &Asked) {
    let changing = || asked.planned.iter().filter(|one| one.changes());
    let ids: Vec<_> = changing().map(|one| one.draft.id.clone()).collect();
    let done = before.with_value(|(_, before)| {
        app.session.change(|session| session.change_firm(&ids, before, &asked.after, &now()))
    });
    go(&Route::Home);
    if done.refused > 0 {
        return app
            .messages
            .offer_undo(Scope::Page, t(ui::FIRM_REFUSED), move || app.session.take_back_firm(&done));
    }
    let names: Vec<_> = changing().map(|one| title_in_firm(&one.draft, lang())).collect();
    let message = fill(ui::FIRM_CHANGED, &[("name", &names.join(", "))]);
    app.messages.offer_undo(Scope::Page, message, move || app.session.take_back_firm(&done));
}
