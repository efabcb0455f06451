//! The task list: seven tasks, each section with its status, in any order.
//!
//! After GOV.UK's "complete multiple tasks": few statuses, the whole row is the link, nothing is locked.

use crate::content::Text;
use crate::content::{self, ui};
use crate::route::Route;
use crate::rules::{Report, Status};
use crate::section::{SectionId, Task};
use crate::ui::erased::dynamic_view;
use crate::ui::i18n::{fill, t};
use crate::ui::state::{draft_name, use_app};
use crate::ui::status::{SectionStatus, shown};
use crate::ui::{interview, preview};
use leptos::prelude::*;

/// The name of a task.
pub const fn task_words(task: Task) -> Text {
    match task {
        Task::Firm => ui::TASK_FIRM,
        Task::Purposes => ui::TASK_PURPOSES,
        Task::Data => ui::TASK_DATA,
        Task::Recipients => ui::TASK_RECIPIENTS,
        Task::Retention => ui::TASK_RETENTION,
        Task::Web => ui::TASK_WEB,
        Task::Rights => ui::TASK_RIGHTS,
    }
}

/// The screen of a draft: how far it is, and what is left.
pub fn task_list(draft: &str) -> AnyView {
    let app = use_app();
    let name = dynamic_view(move || app.draft.with(draft_name));
    let tasks = Task::ALL.map(|task| one_task(draft, task)).collect_view();
    view! {
        <div class="workspace workspace-tasks">
            <main class="form" id="main">
                <p class="caption">{name}</p>
                <h1 id="title" tabindex="-1">{t(ui::TASKS_TITLE)}</h1>
                <Progress/>
                <p class="intro">{t(ui::TASKS_INTRO)}</p>
                {questions_link(draft)}
                <ol class="tasks">{tasks}</ol>
                <div class="buttons">{ways_on(draft)}</div>
            </main>
            {preview::pane(None)}
        </div>
    }
    .into_any()
}

/// The ways on: to what waits for a yes while anything does, and to the downloads.
fn ways_on(draft: &str) -> AnyView {
    let app = use_app();
    let (confirm, check) = (Route::Confirm(draft.to_owned()), Route::Check(draft.to_owned()));
    let waiting = Memo::new(move |_| app.report.with(|report| !report.waiting.is_empty()));
    dynamic_view(move || {
        let secondary = if waiting.get() { "button button-secondary" } else { "button" };
        view! {
            {waiting
                .get()
                .then(|| view! { <a class="button" href=confirm.to_string()>{t(ui::TASKS_TO_CONFIRM)}</a> })}
            <a class=secondary href=check.to_string()>{t(ui::TASKS_TO_CHECK)}</a>
        }
    })
}

/// The way back into the interview, with how far it is. Nothing where no question is asked of this kind of register.
fn questions_link(draft: &str) -> AnyView {
    let progress = interview::progress();
    let link = Route::Questions(draft.to_owned()).to_string();
    dynamic_view(move || {
        let interview::Progress { answered, of, .. } = progress.get();
        let values = [("done", &*answered.to_string()), ("of", &*of.to_string())];
        (of > 0).then(|| {
            let text = fill(ui::QUESTIONS_LINK, &values);
            view! { <p><a class="button button-secondary" id="to-questions" href=link.clone()>{text}</a></p> }
        })
    })
}

fn one_task(draft: &str, task: Task) -> AnyView {
    let rows = task.sections().map(|section| row(draft, section)).collect_view();
    view! {
        <li class="task">
            <h2 class="task-title">{t(task_words(task))}</h2>
            <ul class="task-rows">{rows}</ul>
        </li>
    }
    .into_any()
}

fn row(draft: &str, section: SectionId) -> AnyView {
    view! {
        <li class="task-row">
            <a class="task-link" href=Route::Section(draft.to_owned(), section).to_string()>
                <span class="task-name">{t(content::section(section).title)}</span>
                <SectionStatus section=section/>
            </a>
        </li>
    }
    .into_any()
}

/// The task list beside a form, with the current section marked.
pub fn side_list(draft: &str, current: SectionId) -> AnyView {
    let tasks = Task::ALL
        .map(|task| {
            let rows = task.sections().map(|section| side_row(draft, section, current)).collect_view();
            view! {
                <li class="side-task">
                    <p class="side-title">{t(task_words(task))}</p>
                    <ul>{rows}</ul>
                </li>
            }
        })
        .collect_view();
    view! {
        <Progress/>
        <ol class="side-list">{tasks}</ol>
        <a class="side-check" href=Route::Check(draft.to_owned()).to_string()>{t(ui::TASKS_TO_CHECK)}</a>
    }
    .into_any()
}

fn side_row(draft: &str, section: SectionId, current: SectionId) -> AnyView {
    let shown = shown(section);
    let here = (section == current).then_some("step");
    let quiet = move || shown.get() == crate::ui::status::Shown::Status(Status::NotNeeded);
    view! {
        <li>
            <a
                class="side-link"
                class:side-quiet=quiet
                aria-current=here
                href=Route::Section(draft.to_owned(), section).to_string()
            >
                {dynamic_view(move || shown.get().tag())}
                <span>{t(content::section(section).title)}</span>
            </a>
        </li>
    }
    .into_any()
}

/// How many of the sections that apply are complete.
#[component]
pub fn Progress() -> impl IntoView {
    let app = use_app();
    let progress = Memo::new(move |_| app.report.with(Report::progress));
    let text = dynamic_view(move || {
        let (done, of) = progress.get();
        fill(ui::PROGRESS, &[("done", &done.to_string()), ("of", &of.to_string())])
    });
    view! {
        <div class="progress">
            <progress
                max=move || progress.get().1.max(1).to_string()
                aria-hidden="true"
                prop:value=move || progress.get().0.to_string()
            ></progress>
            <p class="progress-text" role="status">{text}</p>
        </div>
    }
    .into_any()
}
