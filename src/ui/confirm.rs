//! The screen on which the firm says yes: what is only suggested, as finished sentences, and what Seloste never guesses.

use crate::compose::{ToConfirm, to_confirm};
use crate::content::{self, ui};
use crate::export::html::{self, HeadingLevel};
use crate::notice::path::FieldPath;
use crate::route::Route;
use crate::rules::Status;
use crate::section::{SectionId, Task};
use crate::ui::browser::focus_soon;
use crate::ui::erased::{dynamic_view, each, listener};
use crate::ui::i18n::{fill, t};
use crate::ui::icon::{Icon, icon};
use crate::ui::language_notices::Awaited;
use crate::ui::messages::Scope;
use crate::ui::preview::LangTabs;
use crate::ui::state::{App, draft_name, use_app};
use crate::ui::steps;
use crate::ui::tasks::{Progress, task_words};
use leptos::prelude::*;

/// The screen.
pub fn confirm(draft: &str) -> AnyView {
    let app = use_app();
    // They stay on the page once answered: a "yes" asks for more.
    let open: Vec<_> = NEVER_GUESSED.into_iter().filter(|section| is_open(app, *section)).collect();
    let waiting = Memo::new(move |_| app.report.with(|report| report.waiting_sections().collect::<Vec<_>>()));
    let keys = move || {
        let mut tasks: Vec<_> = waiting.get().into_iter().map(|section| section.task() as u32).collect();
        tasks.dedup();
        tasks
    };
    let cards = each(keys, move |number| {
        let task = usize::try_from(number).ok().and_then(|place| Task::ALL.get(place).copied());
        task.map(|task| card(app, task)).into_any()
    });
    let left = dynamic_view(move || match waiting.get().len() {
        0 => t(ui::CONFIRM_NOTHING).to_owned(),
        n => fill(ui::CONFIRM_LEFT, &[("n", &n.to_string())]),
    });
    view! {
        <div class="workspace workspace-check">
            <main class="form" id="main">
                <a class="back" href=Route::Tasks(draft.to_owned()).to_string()>
                    {icon(Icon::Back)} {t(ui::STEP_BACK_TO_TASKS)}
                </a>
                <p class="caption">{dynamic_view(move || app.draft.with(draft_name))}</p>
                <h1 id="title" tabindex="-1">{t(ui::CONFIRM_TITLE)}</h1>
                <Progress/>
                <p class="intro">{t(ui::CONFIRM_INTRO)}</p>
                {(!open.is_empty()).then(|| open_questions(&open))}
                <LangTabs/>
                <Awaited/>
                <p class="confirm-left" id=LEFT tabindex="-1" role="status">{left}</p>
                <div class="confirm-cards">{cards}</div>
                <div class="buttons">
                    <a class="button" href=Route::Check(draft.to_owned()).to_string()>{t(ui::CONFIRM_ON)}</a>
                </div>
            </main>
        </div>
    }
    .into_any()
}

/// The id of the line that says how much is left.
const LEFT: &str = "confirm-left";

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

fn is_open(app: App, section: SectionId) -> bool {
    app.report.with_untracked(|report| report.section(section).status == Status::Empty)
}

fn open_questions(sections: &[SectionId]) -> AnyView {
    let cards = sections.iter().map(|section| view! { <OpenQuestion section=*section/> }).collect_view();
    view! {
        <section class="confirm-open" aria-labelledby="confirm-open-title">
            <h2 id="confirm-open-title">{t(ui::CONFIRM_OPEN_TITLE)}</h2>
            <p class="hint">{t(ui::CONFIRM_OPEN_INTRO)}</p>
            {cards}
        </section>
    }
    .into_any()
}

/// One question that only the firm can answer: the form of its section.
#[component]
fn OpenQuestion(section: SectionId) -> impl IntoView {
    provide_context(section);
    view! { <div class="confirm-card">{steps::form(section)}</div> }.into_any()
}

/// Everything that waits in the sections of a task.
fn card(app: App, task: Task) -> AnyView {
    let parts = Memo::new(move |_| {
        let lang = app.languages.notice.get();
        if content::texts::is_loaded(lang) {
            app.draft.with(|draft| to_confirm(&draft.notice, &draft.origins, task, lang))
        } else {
            Vec::new()
        }
    });
    let title = t(task_words(task));
    let body = dynamic_view(move || {
        let lang = app.languages.notice.get().tag();
        parts.get().into_iter().map(|part| facts(app, part, lang)).collect::<Vec<_>>()
    });
    view! {
        <section class="confirm-card" aria-label=title>
            <h2 class="confirm-title">{title}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// Facts that one yes confirms.
fn facts(app: App, facts: ToConfirm, lang: &'static str) -> AnyView {
    let ToConfirm { sections, paths, sentences } = facts;
    let html: String =
        sentences.iter().map(|sentence| html::section_html(sentence, HeadingLevel::new(3))).collect();
    let body = if html.is_empty() {
        view! { <p class="quiet">{t(ui::CONFIRM_NOT_PUBLISHED)}</p> }.into_any()
    } else {
        view! { <div class="notice"><div class="body" lang=lang inner_html=html></div></div> }.into_any()
    };
    let title = |section: &SectionId| t(content::section(*section).title);
    let titles = sections.iter().map(title).collect::<Vec<_>>().join(", ");
    let change = |section: &SectionId| {
        let place = app.draft.with_untracked(|draft| Route::Section(draft.id.clone(), *section).to_string());
        view! { <li><a href=place>{title(section)}</a></li> }
    };
    let changes = sections.iter().map(change).collect_view();
    view! {
        <div class="confirm-facts">
            {body}
            {yes(app, paths, titles)}
            <div class="confirm-change">
                <span>{t(ui::CONFIRM_CHANGE)} ":"</span>
                <ul>{changes}</ul>
            </div>
        </div>
    }
    .into_any()
}

/// The button that says yes to these facts.
pub fn yes(app: App, paths: Vec<FieldPath>, titles: String) -> AnyView {
    let hidden = titles.clone();
    let confirm = move |_| {
        if let Some(change) = app.session.confirm(&paths) {
            let text = fill(ui::CONFIRM_DONE, &[("section", &titles)]);
            app.messages.offer_undo(Scope::Draft, text, move || app.session.take_back(&change));
            focus_soon(LEFT);
        }
    };
    view! {
        <button type="button" class="button button-yes" on:click=listener(confirm)>
            {icon(Icon::Check)} {t(ui::CONFIRM_YES)} <span class="visually-hidden">": " {hidden}</span>
        </button>
    }
    .into_any()
}
