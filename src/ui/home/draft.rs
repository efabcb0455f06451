//! Shows: one draft on the first screen, readable or damaged, and what can be done with it.

use crate::content::{self, ui};
use crate::draft::{Draft, is_draft_id};
use crate::export::Format;
use crate::notice::date::Date;
use crate::route::Route;
use crate::session::{Kept, title_in_firm};
use crate::store::Entry;
use crate::ui::browser::{download_text, focus_soon, go, new_id};
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::exports::save_json;
use crate::ui::i18n::{fill, lang, t};
use crate::ui::messages::Scope;
use crate::ui::session::fresh;
use crate::ui::state::{App, draft_name};
use leptos::prelude::*;

/// A draft that can be read: its name among those of its firm, and what can be done with it.
pub fn readable(app: App, kept: Kept) -> AnyView {
    let Kept { raw, draft } = kept;
    let id = draft.id.clone();
    let title = title_in_firm(&draft, lang());
    // Among all drafts; in a list of its firm the title is enough.
    let own = draft.name.trim().is_empty().then(|| format!(", {title}"));
    let name = format!("{}{}", draft_name(&draft), own.unwrap_or_default());
    let kind = content::register(draft.notice.kind).map(|register| t(register.name));
    // Unless that is what it is called.
    let kind = kind.filter(|kind| *kind != title).map(|kind| format!("{kind} · "));
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
    let hidden = title.clone();
    let link = link(app, &id, title);
    let about = move || view! { <span class="visually-hidden">": " {hidden.clone()}</span> };
    view! {
        <li class="draft">
            <div class="draft-head">
                {link}
                <p class="draft-facts">{kind} {updated}</p>
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
fn link(app: App, id: &str, name: String) -> AnyView {
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
pub fn damaged(app: App, entry: Entry) -> AnyView {
    let Entry { id, raw, draft } = entry;
    let reason = draft.err().map(|error| content::explain(&error, lang()));
    let text = raw.clone();
    let file = format!("seloste-{id}.json");
    let save = move |_| drop(download_text(&file, Format::Json.media_type(), &text));
    view! {
        <li class="draft draft-damaged">
            <div class="draft-head">
                <p class="draft-name">{fill(ui::DRAFT_DAMAGED, &[("id", &id)])}</p>
                <p class="draft-facts">{reason}</p>
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
