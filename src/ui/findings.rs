//! Findings as a list: one entry per rule, with a link to each field where it fired, the words found, its fixes, and a way to set
//! it aside.

mod dismissal;
mod fixes;
mod quotes;

pub use dismissal::list as dismissed;

use crate::content;
use crate::route::Route;
use crate::rules::{Group, Place};
use crate::ui::browser::focus_soon;
use crate::ui::erased::listener;
use crate::ui::fields::label;
use crate::ui::i18n::t;
use crate::ui::icon::icon;
use crate::ui::selection::lead_to;
use crate::ui::severity::{law_of, severity_class, severity_icon, severity_word};
use crate::ui::state::App;
use leptos::prelude::*;

/// One entry. On the section's own screen a link moves the focus; elsewhere it leads to the section.
pub fn entry(app: App, group: &Group<'_>, here: bool) -> AnyView {
    let words = content::rule(group.rule.id);
    let message = words.map_or(group.rule.id.as_str(), |words| t(words.message));
    let advice = words.map_or("", |words| t(words.advice));
    let law = law_of(group.rule);
    let draft = app.draft.with_untracked(|draft| draft.id.clone());
    let section = group.section;
    let main = if here {
        let first = group.findings.first();
        let field = first.map_or_else(|| section.id().to_owned(), |finding| finding.field.to_string());
        to_field(app, &field, first.and_then(|finding| finding.place.clone()), message.to_owned())
    } else {
        let href = Route::Section(draft, section).to_string();
        view! { <a href=href>{t(content::section(section).title)} ": " {message}</a> }.into_any()
    };
    let fields = fields(app, group, here);
    let quoted = quotes::list(app, group);
    let then = if here { "found" } else { "verdict" };
    let (fixes, dismissal) = (fixes::buttons(app, group, then), dismissal::form(app, group, then));
    view! {
        <li class=severity_class(group.rule.severity)>
            {icon(severity_icon(group.rule.severity))}
            <div>
                <span class="visually-hidden">{t(severity_word(group.rule.severity))} ": "</span>
                {main}
                " "
                {advice}
                " "
                {(!law.is_empty()).then(|| view! { <span class="law">{law}</span> })}
                {fields}
                {quoted}
                {fixes}
                {dismissal}
            </div>
        </li>
    }
    .into_any()
}

/// The fields where a rule fired, unless there is only one and the message leads to it. What was found in a text is quoted instead.
fn fields(app: App, group: &Group<'_>, here: bool) -> Option<AnyView> {
    let unquoted = group.findings.iter().filter(|finding| finding.place.is_none());
    // A row is one of several, even where the rule fired on one alone.
    let shown = unquoted.filter(|finding| group.findings.len() > 1 || finding.field.row_id().is_some());
    let named = shown.filter_map(|finding| {
        let name = app.draft.with_untracked(|draft| label(&draft.notice, finding.field))?;
        let name = if here { to_field(app, &finding.field.to_string(), None, name) } else { name.into_any() };
        Some(view! { <li>{name}</li> })
    });
    let named: Vec<_> = named.collect();
    (!named.is_empty()).then(|| view! { <ul class="found-fields">{named}</ul> }.into_any())
}

/// A link to a field of this screen, and to the words found in it.
fn to_field(app: App, path: &str, place: Option<Place>, text: String) -> AnyView {
    let path = path.to_owned();
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        match &place {
            Some(place) => lead_to(app, place),
            None => focus_soon(path.clone()),
        }
    };
    // A link, so that screen readers list it. The URL hash is the route, so the focus is moved by hand.
    view! { <a href="#" on:click=listener(go)>{text}</a> }.into_any()
}
