//! Shows: how to set a warning or a hint aside with a reason, and what has been set aside. Writes: `Draft::dismissals`.

use crate::content::{self, ui};
use crate::notice::date::Date;
use crate::notice::dismissal::Dismissal;
use crate::notice::path::FieldPath;
use crate::rules::{Dismissed, Finding, Group};
use crate::ui::browser::{focus_soon, today};
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::fields::label;
use crate::ui::i18n::t;
use crate::ui::messages::Scope;
use crate::ui::state::App;
use leptos::prelude::*;

/// The form that sets a group's findings aside; nothing if they block.
pub fn form(app: App, group: &Group<'_>, then: &'static str) -> Option<AnyView> {
    if !group.findings.iter().all(|finding| finding.may_be_dismissed()) {
        return None;
    }
    let places: Vec<(String, FieldPath)> =
        group.findings.iter().map(|finding| (finding.rule.id.to_string(), finding.field)).collect();
    let id = format!("dismiss-{}-{}", group.rule.id, group.section.id());
    let open = RwSignal::new(false);
    let reason = RwSignal::new(String::new());
    let missing = RwSignal::new(false);
    let start = {
        let id = id.clone();
        move |_| {
            open.set(true);
            focus_soon(id.clone());
        }
    };
    let save = {
        let id = id.clone();
        move || {
            let why = reason.get_untracked().trim().to_owned();
            if why.is_empty() {
                missing.set(true);
                focus_soon(id.clone());
                return;
            }
            set_aside(app, &places, &why);
            focus_soon(then.to_owned());
        }
    };
    let by_key = {
        let save = save.clone();
        // There may be no form around the list to hear Enter.
        move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                save();
            }
            "Escape" => open.set(false),
            _ => {}
        }
    };
    let body = dynamic_view(move || {
        if !open.get() {
            return view! {
                <button type="button" class="link-button" on:click=listener(start.clone())>{t(ui::DISMISS_OPEN)}</button>
            }
            .into_any();
        }
        let (hint, fault) = (format!("{id}-hint"), format!("{id}-fault"));
        let save = save.clone();
        view! {
            <div class="dismiss">
                <label class="field-label" for=id.clone()>{t(ui::DISMISS_WHY)}</label>
                <p class="hint" id=hint.clone()>{t(ui::DISMISS_HINT)}</p>
                {
                    let fault = fault.clone();
                    dynamic_view(move || missing.get().then(|| view! { <p class="dismiss-fault" id=fault.clone()>{t(ui::DISMISS_MISSING)}</p> }))
                }
                <input
                    class="input"
                    id=id.clone()
                    type="text"
                    aria-describedby=format!("{hint} {fault}")
                    aria-invalid=move || missing.get().then_some("true")
                    prop:value=reason
                    on:input:target=move |event| reason.set(event.target().value())
                    on:keydown=listener(by_key.clone())
                />
                <div class="row-actions">
                    <button type="button" class="button button-small" on:click=listener(move |_| save())>{t(ui::DISMISS_SAVE)}</button>
                    <button type="button" class="link-button" on:click=listener(move |_| open.set(false))>{t(ui::DISMISS_CANCEL)}</button>
                </div>
            </div>
        }
        .into_any()
    });
    Some(view! { <div class="dismiss-place">{body}</div> }.into_any())
}

fn set_aside(app: App, places: &[(String, FieldPath)], reason: &str) {
    let on = today().iso();
    let before = app.draft.with_untracked(|draft| draft.dismissals.clone());
    app.draft.update(|draft| {
        for (rule, field) in places {
            draft.dismissals.retain(|old| (&old.rule, &old.field) != (rule, field));
            let (rule, field) = (rule.clone(), *field);
            draft.dismissals.push(Dismissal { rule, field, reason: reason.to_owned(), on: on.clone() });
        }
    });
    app.messages.offer_undo(Scope::Screen, t(ui::DISMISS_DONE), move || {
        app.draft.update(|draft| draft.dismissals.clone_from(&before));
    });
}

/// The findings that were set aside, with the reasons and a button to bring each back; nothing if there are none.
pub fn list(app: App, dismissed: &[&Dismissed], then: &'static str) -> Option<AnyView> {
    if dismissed.is_empty() {
        return None;
    }
    let lines = dismissed.iter().map(|set| line(app, set, then)).collect::<Vec<_>>();
    Some(
        view! {
            <details class="dismissed">
                <summary>{t(ui::FOUND_DISMISSED)} " (" {dismissed.len()} ")"</summary>
                <ul class="found-list">{lines}</ul>
            </details>
        }
        .into_any(),
    )
}

fn line(app: App, set: &Dismissed, then: &'static str) -> AnyView {
    let Finding { rule, section, field, .. } = &set.finding;
    let message = content::rule(rule.id).map_or(rule.id.as_str(), |words| t(words.message));
    let place = app
        .draft
        .with_untracked(|draft| label(&draft.notice, *field))
        .unwrap_or_else(|| t(content::section(*section).title).to_owned());
    let on = Date::parse(&set.on).map_or_else(|| set.on.clone(), Date::dotted);
    let (rule, field) = (rule.id, *field);
    let back = move |_| {
        app.draft.update(|draft| draft.dismissals.retain(|old| rule != *old.rule || old.field != field));
        focus_soon(then.to_owned());
    };
    view! {
        <li class="finding-dismissed">
            <span>{place} ": " {message}</span>
            <span class="dismissed-reason">{set.reason.clone()} " (" {on} ")"</span>
            <button type="button" class="link-button" on:click=listener(back)>{t(ui::DISMISS_TAKE_BACK)}</button>
        </li>
    }
    .into_any()
}
