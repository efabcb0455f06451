//! The first screen: what Seloste is, a new notice, and the drafts in this browser.

use crate::content::{self, ui};
use crate::draft::{Draft, is_draft_id};
use crate::export::Format;
use crate::notice::date::Date;
use crate::route::Route;
use crate::store::Entry;
use crate::ui::browser::{download_text, focus_soon, go, new_id};
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::exports::save_json;
use crate::ui::i18n::{fill, lang, t};
use crate::ui::messages::Scope;
use crate::ui::open_file::OpenFile;
use crate::ui::session::fresh;
use crate::ui::state::{App, draft_name, use_app};
use leptos::prelude::*;

/// The screen.
pub fn home() -> AnyView {
    view! {
        <main class="page" id="main">
            <div class="hero">
                <h1 id="title" tabindex="-1">{t(ui::HOME_TITLE)}</h1>
                <p class="lead">{t(ui::HOME_LEAD)}</p>
                <a class="button button-large" href=Route::New.to_string()>{t(ui::HOME_START)}</a>
                <ul class="points">
                    <li>{t(ui::HOME_POINT_PRIVATE)}</li>
                    <li>{t(ui::HOME_POINT_GUIDED)}</li>
                    <li>{t(ui::HOME_POINT_FINDINGS)}</li>
                </ul>
            </div>
            <Drafts/>
            <section class="home-open" aria-labelledby="open-title">
                <h2 id="open-title">{t(ui::OPEN_TITLE)}</h2>
                <OpenFile/>
            </section>
            <p class="fine">{t(ui::HOME_NOT_ADVICE)}</p>
        </main>
    }
    .into_any()
}

/// The drafts that this browser keeps.
#[component]
fn Drafts() -> impl IntoView {
    let app = use_app();
    let list = dynamic_view(move || {
        let drafts = app.session.drafts();
        if drafts.is_empty() {
            return view! { <p class="quiet">{t(ui::DRAFTS_NONE)}</p> }.into_any();
        }
        let rows = drafts.into_iter().map(|entry| row(app, entry)).collect_view();
        view! { <ul class="drafts">{rows}</ul> }.into_any()
    });
    view! {
        <section class="home-drafts" aria-labelledby="drafts-title">
            <h2 id="drafts-title" tabindex="-1">{t(ui::DRAFTS_TITLE)}</h2>
            {list}
            <p class="hint">{t(ui::DRAFTS_WHERE)}</p>
        </section>
    }
    .into_any()
}

fn row(app: App, entry: Entry) -> AnyView {
    match entry.draft.clone() {
        Ok(draft) => readable(app, entry, draft),
        Err(error) => {
            let reason = content::explain(&error, lang());
            damaged(app, entry, &reason)
        }
    }
}

fn readable(app: App, entry: Entry, draft: Draft) -> AnyView {
    let Entry { id, raw, .. } = entry;
    let name = draft_name(&draft);
    let kind = content::register(draft.notice.kind);
    let kind = kind.map_or("", |register| t(register.name));
    let updated = fill(ui::DRAFT_UPDATED, &[("date", &day(&draft.updated))]);
    let naming = RwSignal::new(false);
    let copy = {
        let draft = draft.clone();
        move |_| drop(app.session.change(|session| session.copy(&draft, fresh())))
    };
    let export = {
        let draft = draft.clone();
        move |_| save_json(&draft)
    };
    let rename_id = format!("name-{id}");
    let rename_open = {
        let rename_id = rename_id.clone();
        move |_| {
            naming.set(true);
            focus_soon(rename_id.clone());
        }
    };
    let rename = dynamic_view(move || {
        let draft = draft.clone();
        naming.get().then(|| name_form(app, draft, rename_id.clone(), naming))
    });
    let title = title(app, &id, name.clone());
    let hidden = name.clone();
    let about = move || view! { <span class="visually-hidden">": " {hidden.clone()}</span> };
    view! {
        <li class="draft">
            <div class="draft-head">
                {title}
                <p class="draft-facts">{kind} " · " {updated}</p>
            </div>
            {rename}
            <div class="row-actions">
                <button type="button" class="link-button" on:click=listener(rename_open)>{t(ui::DRAFT_RENAME)} {about()}</button>
                <button type="button" class="link-button" on:click=listener(copy)>{t(ui::DRAFT_COPY)} {about()}</button>
                <button type="button" class="link-button" on:click=listener(export)>{t(ui::EXPORT_JSON)} {about()}</button>
                {remove_button(app, id, raw, &name)}
            </div>
        </li>
    }
    .into_any()
}

/// The draft's name, which opens it. An id that cannot stand in a URL is replaced first: another program wrote it, or a
/// person by hand.
fn title(app: App, id: &str, name: String) -> AnyView {
    if is_draft_id(id) {
        let link = Route::Tasks(id.to_owned()).to_string();
        return view! { <a class="draft-name" href=link>{name}</a> }.into_any();
    }
    let id = id.to_owned();
    let open = move |_| {
        let new_id = new_id();
        app.session.change(|session| session.move_to(&id, &new_id));
        go(&Route::Tasks(new_id));
    };
    view! { <button type="button" class="link-button draft-name" on:click=listener(open)>{name}</button> }
        .into_any()
}

fn name_form(app: App, draft: Draft, id: String, naming: RwSignal<bool>) -> AnyView {
    let name = RwSignal::new(draft.name.clone());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        name.with_untracked(|name| app.session.change(|session| session.rename(&draft.id, name)));
        naming.set(false);
        focus_soon("drafts-title");
    };
    view! {
        <form class="draft-rename" on:submit=listener(submit)>
            <label class="field-label field-label-small" for=id.clone()>{t(ui::DRAFT_NAME_LABEL)}</label>
            <input
                class="input"
                id=id
                autocomplete="off"
                prop:value=move || name.get()
                on:input:target=move |event| name.set(event.target().value())
            />
            <button type="submit" class="button button-secondary">{t(ui::DRAFT_NAME_SAVE)}</button>
        </form>
    }
    .into_any()
}

/// A draft that cannot be read: why, and a button that downloads its text.
fn damaged(app: App, entry: Entry, reason: &str) -> AnyView {
    let Entry { id, raw, .. } = entry;
    let text = raw.clone();
    let file = format!("seloste-{id}.json");
    let save = move |_| drop(download_text(&file, Format::Json.media_type(), &text));
    view! {
        <li class="draft draft-damaged">
            <div class="draft-head">
                <p class="draft-name">{fill(ui::DRAFT_DAMAGED, &[("id", &id)])}</p>
                <p class="draft-facts">{reason.to_owned()}</p>
            </div>
            <div class="row-actions">
                <button type="button" class="link-button" on:click=listener(save)>{t(ui::DRAFT_SAVE_RAW)}</button>
                {remove_button(app, id.clone(), raw, &id)}
            </div>
        </li>
    }
    .into_any()
}

fn remove_button(app: App, id: String, raw: String, name: &str) -> AnyView {
    let removed = fill(ui::DRAFT_REMOVED, &[("name", name)]);
    let hidden = name.to_owned();
    let remove = move |_| {
        if !app.session.change(|session| session.remove(&id)) {
            return;
        }
        let (id, raw) = (id.clone(), raw.clone());
        let undo = move || app.session.change(|session| session.keep_text(&id, &raw));
        app.messages.offer_undo(Scope::Page, removed.clone(), undo);
        focus_soon("drafts-title");
    };
    view! {
        <button type="button" class="link-button link-button-danger" on:click=listener(remove)>
            {t(ui::DRAFT_REMOVE)} <span class="visually-hidden">": " {hidden}</span>
        </button>
    }
    .into_any()
}

/// `20.11.2026` of `2026-11-20T12:00:00Z`.
fn day(moment: &str) -> String {
    let iso = moment.split('T').next().unwrap_or_default();
    Date::parse(iso).map_or_else(|| iso.to_owned(), Date::dotted)
}
