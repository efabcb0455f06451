//! The last screen: all answers as they will be published, what was found, and the downloads.

use crate::content::{self, ui};
use crate::draft::Draft;
use crate::export::html::{self, HeadingLevel};
use crate::interview::{self, State};
use crate::route::Route;
use crate::rules::{Severity, Status, grouped};
use crate::section::{SectionId, Task};
use crate::session;
use crate::ui::erased::dynamic_view;
use crate::ui::exports::{ChangedSinceExport, Exports, ReportExports};
use crate::ui::findings::{dismissed, entry};
use crate::ui::i18n::{fill, lang, t};
use crate::ui::icon::{Icon, icon};
use crate::ui::language_notices::Awaited;
use crate::ui::preview::LangTabs;
use crate::ui::state::{App, draft_name, use_app};
use crate::ui::status::SectionStatus;
use crate::ui::tasks::{Progress, task_words};
use leptos::prelude::*;

/// The check page.
pub fn check_answers(draft: &str) -> AnyView {
    let app = use_app();
    app.location.left.set(SectionId::ALL.to_vec());
    let groups = Task::ALL.map(|task| group(app, draft, task)).collect_view();
    view! {
        <div class="workspace workspace-check">
            <main class="form" id="main">
                <a class="back" href=Route::Tasks(draft.to_owned()).to_string()>
                    {icon(Icon::Back)} {t(ui::STEP_BACK_TO_TASKS)}
                </a>
                <p class="caption">{dynamic_view(move || app.draft.with(draft_name))}</p>
                <h1 id="title" tabindex="-1">{t(ui::CHECK_TITLE)}</h1>
                <Progress/>
                <Found/>
                <ChangedSinceExport/>
                <Exports/>
                {next_notices(app, draft)}
                <ReportExports/>
                <h2 class="check-heading">{t(ui::CHECK_ANSWERS)}</h2>
                <LangTabs/>
                <Awaited/>
                {groups}
            </main>
        </div>
    }
    .into_any()
}

/// Everything that was found, gravest first, with a way to each.
#[component]
fn Found() -> impl IntoView {
    let app = use_app();
    dynamic_view(move || {
        app.report.with(|report| {
            let groups = grouped(report.findings.iter());
            let blocking = report.count(Severity::Blocking);
            let lines = groups.iter().map(|group| entry(app, group, false)).collect::<Vec<_>>();
            let waiting = report.waiting_sections().count();
            let verdict = match blocking {
                0 if waiting == 1 => t(ui::CHECK_ONE_WAITS).to_owned(),
                0 if waiting > 1 => fill(ui::CHECK_SOME_WAIT, &[("n", &waiting.to_string())]),
                0 if lines.is_empty() => t(ui::CHECK_NOTHING_FOUND).to_owned(),
                0 => t(ui::CHECK_NOTHING_BLOCKS).to_owned(),
                1 => t(ui::CHECK_ONE_BLOCKS).to_owned(),
                _ => fill(ui::CHECK_SOME_BLOCK, &[("n", &blocking.to_string())]),
            };
            let (class, sign) = match blocking {
                0 if waiting > 0 => ("verdict verdict-waiting", Icon::Question),
                0 => ("verdict verdict-ready", Icon::Check),
                _ => ("verdict verdict-open", Icon::Stop),
            };
            view! {
                <section class="check-found" aria-labelledby="verdict">
                    <h2 class=class id="verdict" tabindex="-1">{icon(sign)} <span>{verdict}</span></h2>
                    {(waiting > 0)
                        .then(|| {
                            let confirm = app.draft.with(|draft| Route::Confirm(draft.id.clone())).to_string();
                            view! { <p><a class="button" href=confirm>{t(ui::CHECK_TO_CONFIRM)}</a></p> }
                        })}
                    {to_find_out(app)}
                    {(!lines.is_empty()).then(|| view! { <ul class="found-list">{lines}</ul> })}
                    {dismissed(app, &report.dismissed.iter().collect::<Vec<_>>(), "verdict")}
                    <p class="hint">{t(ui::CHECK_HONESTY)}</p>
                </section>
            }
        })
    })
}

/// The questions that were answered with "I do not know": no rule sees them, and they must not be forgotten.
fn to_find_out(app: App) -> Option<AnyView> {
    app.draft.with(|Draft { id, notice, answers, .. }| {
        let asked = interview::questions(notice.kind, notice.trade, answers);
        let unknown = asked.filter(|question| {
            matches!(
                interview::state(question, answers.of(question.id)),
                State::Unknown | State::Contradictory
            )
        });
        let lines: Vec<_> = unknown.map(|question| view! { <li>{t(question.text)}</li> }).collect();
        (!lines.is_empty()).then(|| {
            let back = Route::Questions(id.clone()).to_string();
            view! {
                <div class="note to-find-out">
                    <p>{t(ui::CHECK_TO_FIND_OUT)}</p>
                    <ul>{lines}</ul>
                    <p><a href=back>{t(ui::CHECK_TO_QUESTIONS)}</a></p>
                </div>
            }
            .into_any()
        })
    })
}

/// The firm's other notices that nobody has handed out yet: the way on once this one is done.
fn next_notices(app: App, draft: &str) -> Option<AnyView> {
    let firms = session::group(untrack(|| app.session.drafts())).firms;
    let firm = firms.into_iter().find(|firm| firm.has(draft))?;
    let waiting =
        firm.drafts.into_iter().filter(|kept| kept.draft.id != draft && kept.draft.exported.is_none());
    let links = waiting.map(|kept| {
        let to = Route::Tasks(kept.draft.id.clone()).to_string();
        view! { <li><a href=to>{session::title_in_firm(&kept.draft, lang())}</a></li> }
    });
    let links: Vec<_> = links.collect();
    (!links.is_empty()).then(|| {
        view! {
            <div class="note next-notices">
                <p>{t(ui::CHECK_NEXT)}</p>
                <ul>{links}</ul>
            </div>
        }
        .into_any()
    })
}

fn group(app: App, draft: &str, task: Task) -> AnyView {
    let rows = task.sections().map(|section| row(app, draft, section)).collect_view();
    view! {
        <section class="check-group">
            <h3 class="task-title">{t(task_words(task))}</h3>
            <dl class="check-rows">{rows}</dl>
        </section>
    }
    .into_any()
}

/// One section: its title, what will be published, and the way to change it.
fn row(app: App, draft: &str, section: SectionId) -> AnyView {
    let title = t(content::section(section).title);
    let html = Memo::new(move |_| {
        let found = app.facts_of(section);
        found.map(|section| html::blocks_html(&section, HeadingLevel::new(4)))
    });
    let status = Memo::new(move |_| app.report.with(|report| report.section(section)));
    let body = dynamic_view(move || match html.get() {
        Some(html) => {
            let lang = app.languages.notice.get().tag();
            view! { <div class="notice"><div class="body" lang=lang inner_html=html></div></div> }.into_any()
        }
        None if app.document.with(Option::is_none) => ().into_any(),
        None if status.get().status == Status::NotNeeded => {
            let text = if status.get().said { ui::CHECK_NOT_NEEDED } else { ui::CHECK_LEFT_OUT };
            view! { <p class="quiet">{t(text)}</p> }.into_any()
        }
        None => view! { <p class="quiet">{t(ui::CHECK_NOT_PROVIDED)}</p> }.into_any(),
    });
    view! {
        <div class="check-row">
            <dt>
                <span class="check-title">{title}</span>
                <SectionStatus section=section/>
            </dt>
            <dd>{body}</dd>
            <dd class="check-change">
                <a href=Route::Section(draft.to_owned(), section).to_string()>
                    {t(ui::CHECK_CHANGE)} <span class="visually-hidden">": " {title}</span>
                </a>
            </dd>
        </div>
    }
    .into_any()
}
