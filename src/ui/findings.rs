//! Findings as a list: one entry per rule, with a link to each field where it fired, its fixes, and a way to set it aside.

mod dismissal;
mod fixes;

pub use dismissal::list as dismissed;

use crate::content;
use crate::route::Route;
use crate::rules::Group;
use crate::ui::browser::focus_soon;
use crate::ui::erased::listener;
use crate::ui::fields::label;
use crate::ui::i18n::t;
use crate::ui::icon::icon;
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
        let field = group.findings.first().map(|finding| finding.field.to_string());
        to_field(&field.unwrap_or_else(|| section.id().to_owned()), message.to_owned())
    } else {
        let href = Route::Section(draft, section).to_string();
        view! { <a href=href>{t(content::section(section).title)} ": " {message}</a> }.into_any()
    };
    let fields = (here && group.findings.len() > 1).then(|| {
        let links = group.findings.iter().filter_map(|finding| {
            let name = app.draft.with_untracked(|draft| label(&draft.notice, finding.field))?;
            Some(view! { <li>{to_field(&finding.field.to_string(), name)}</li> })
        });
        view! { <ul class="found-fields">{links.collect::<Vec<_>>()}</ul> }
    });
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
                {fixes}
                {dismissal}
            </div>
        </li>
    }
    .into_any()
}

fn to_field(path: &str, text: String) -> AnyView {
    let path = path.to_owned();
    let go = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        focus_soon(path.clone());
    };
    // A link, so that screen readers list it. The URL hash is the route, so the focus is moved by hand.
    view! { <a href="#" on:click=listener(go)>{text}</a> }.into_any()
}
