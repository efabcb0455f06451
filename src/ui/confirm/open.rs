//! What Seloste never guesses and nobody has answered yet, as questions before the export.
//!
//! Shows: the forms of the sections, and the place of each recipient. Writes nothing itself.

use crate::content::ui;
use crate::rules::{Report, Status};
use crate::section::SectionId;
use crate::ui::i18n::t;
use crate::ui::state::App;
use crate::ui::steps;
use leptos::prelude::*;

/// The sections of claims that are never guessed and are a single question.
const NEVER_GUESSED: [SectionId; 8] = [
    SectionId::Dpo,
    SectionId::JointControllers,
    SectionId::Children,
    SectionId::SpecialCategories,
    SectionId::IdentityCode,
    SectionId::Disclosures,
    SectionId::Cookies,
    SectionId::AutomatedDecisions,
];

/// The open questions; nothing where all have been answered. They stay on the page once answered: a "yes" asks for more.
pub(super) fn questions(app: App) -> Option<AnyView> {
    let is_open = |report: &Report, section: SectionId| report.section(section).status == Status::Empty;
    let open = app.report.with_untracked(|report| {
        NEVER_GUESSED.into_iter().filter(|section| is_open(report, *section)).collect::<Vec<_>>()
    });
    let unplaced = app.draft.with_untracked(|draft| draft.notice.unplaced_recipients());
    (!open.is_empty() || !unplaced.is_empty()).then(|| {
        let sections =
            open.into_iter().map(|section| view! { <OpenQuestion section=section/> }).collect_view();
        let places = unplaced.into_iter().map(steps::place_of_recipient).map(card).collect_view();
        view! {
            <section class="confirm-open" aria-labelledby="confirm-open-title">
                <h2 id="confirm-open-title">{t(ui::CONFIRM_OPEN_TITLE)}</h2>
                <p class="hint">{t(ui::CONFIRM_OPEN_INTRO)}</p>
                {sections}
                {places}
            </section>
        }
        .into_any()
    })
}

/// One question that only the firm can answer: the form of its section.
#[component]
fn OpenQuestion(section: SectionId) -> impl IntoView {
    provide_context(section);
    card(steps::form(section))
}

fn card(form: AnyView) -> AnyView {
    view! { <div class="confirm-card">{form}</div> }.into_any()
}
