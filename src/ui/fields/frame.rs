//! What every field has: a label, a hint, why it is asked, and its findings.

use crate::content::{self, Field};
use crate::notice::path::FieldPath;
use crate::rules::{Finding, Kind};
use crate::section::SectionId;
use crate::ui::erased::dynamic_view;
use crate::ui::i18n::t;
use crate::ui::icon::icon;
use crate::ui::severity::{severity_class, severity_icon, severity_word};
use crate::ui::state::use_app;
use leptos::prelude::*;

/// A label with its hint, its reason and its findings, and then the control.
pub fn frame(path: &str, words: &'static Field, control: impl IntoView + 'static) -> AnyView {
    frame_parts(path, words, control.into_any())
}

fn frame_parts(path: &str, words: &'static Field, control: AnyView) -> AnyView {
    view! {
        <div class="field">
            <label class="field-label" for=path.to_owned()>{t(words.label)}</label>
            {hint(path, words)}
            <FieldFindings path=path.to_owned()/>
            {control}
            {why(words)}
        </div>
    }
    .into_any()
}

/// The hint and the example, if there are any.
pub fn hint(path: &str, words: &'static Field) -> Option<AnyView> {
    let (hint, example) = (t(words.hint), t(words.example));
    (!hint.is_empty() || !example.is_empty()).then(|| {
        let example = (!example.is_empty())
            .then(|| view! { <span class="example">{t(content::ui::FIELD_EXAMPLE)} " " {example}</span> });
        view! { <p class="hint" id=hint_id(path)>{hint} " " {example}</p> }.into_any()
    })
}

/// Why the question is asked, for those who want to know.
pub fn why(words: &'static Field) -> Option<AnyView> {
    let why = t(words.why);
    (!why.is_empty()).then(|| {
        view! {
            <details class="why">
                <summary>{t(content::ui::FIELD_WHY)}</summary>
                <p>{why}</p>
            </details>
        }
        .into_any()
    })
}

/// The id of a field's hint, for `aria-describedby`.
pub fn hint_id(path: &str) -> String {
    format!("{path}-hint")
}

/// The value of `aria-describedby`: the ids of the hint and of the findings. Browsers ignore ids that are not on the page.
pub fn described_by(path: &str) -> String {
    format!("{path}-hint {path}-found")
}

/// A group of controls under one question.
#[component]
pub fn Fieldset(
    /// The path of the question.
    #[prop(into)]
    path: String,
    /// Its label, hint and reason.
    words: &'static Field,
    /// The controls.
    children: Children,
) -> impl IntoView {
    view! {
        <fieldset class="field" id=path.clone() tabindex="-1" aria-describedby=described_by(&path)>
            <legend class="field-label">{t(words.label)}</legend>
            {hint(&path, words)}
            <FieldFindings path=path.clone()/>
            {children()}
            {why(words)}
        </fieldset>
    }
    .into_any()
}

/// Whether the findings of a section are shown: once the user has left it.
pub fn are_shown(section: SectionId) -> bool {
    use_app().location.left.with(|left| left.contains(&section))
}

/// What was found in one field, once its section has been left.
#[component]
pub fn FieldFindings(
    /// The field's path.
    path: String,
) -> impl IntoView {
    let app = use_app();
    let section: SectionId = expect_context();
    let id = format!("{path}-found");
    let field: Option<FieldPath> = path.parse().ok();
    let found = dynamic_view(move || {
        if !are_shown(section) {
            return Vec::new();
        }
        app.report.with(|report| {
            let here = report.in_section(section).filter(|finding| Some(finding.field) == field);
            let mut told = Vec::new();
            // A rule that fires at several places of a text says so once: the list above quotes them all.
            let once = here.filter(|finding| {
                let new = !told.contains(&finding.rule.id);
                told.push(finding.rule.id);
                new
            });
            once.map(|finding| {
                let same = report.in_section(section).filter(|other| other.rule == finding.rule).count();
                finding_line(finding, same == 1 || finding.rule.kind == Kind::Conflict)
            })
            .collect::<Vec<_>>()
        })
    });
    view! { <div class="found" id=id>{found}</div> }.into_any()
}

/// A finding in one line: its severity and message. If its rule fired in several fields, the message is about all of them,
/// so each field only says that something is missing.
fn finding_line(finding: &Finding, alone: bool) -> AnyView {
    let message = match content::rule(finding.rule.id) {
        Some(words) if alone => t(words.message),
        Some(_) => t(content::ui::FOUND_FILL_IN),
        None => finding.rule.id.as_str(),
    };
    view! {
        <p class=severity_class(finding.rule.severity)>
            {icon(severity_icon(finding.rule.severity))}
            <span>
                <span class="visually-hidden">{t(severity_word(finding.rule.severity))} ": "</span>
                {message}
            </span>
        </p>
    }
    .into_any()
}
