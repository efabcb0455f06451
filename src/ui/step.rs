//! The screen of one section: what it is about, its form, what was found, and the way on.
//!
//! Its status follows every key press; findings appear only once the section has been left, or on "Continue".

use crate::content::{self, capitalised, ui};
use crate::notice::RegisterKind;
use crate::route::Route;
use crate::rules::{Report, Severity, Status, grouped};
use crate::section::SectionId;
use crate::ui::browser::{focus, focus_soon, go, reveal};
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::fields::ReplaceableForm;
use crate::ui::findings::{dismissed, entry};
use crate::ui::i18n::{lang, t};
use crate::ui::icon::{Icon, icon};
use crate::ui::messages::Scope;
use crate::ui::state::{App, use_app};
use crate::ui::status::SectionStatus;
use crate::ui::{confirm, preview, steps, tasks};
use leptos::prelude::*;

/// The screen of a section.
pub fn step(draft: &str, section: SectionId) -> AnyView {
    provide_context(section);
    let words = content::section(section);
    let law: Vec<_> = section.law().iter().map(|citation| citation.display(lang())).collect();
    let why = t(words.why);
    let kind = use_app().draft.with_untracked(|draft| draft.notice.kind);
    let note = content::note(kind, section);
    reveal(".side", "[aria-current]");
    reveal(".preview", ".paper-current");
    view! {
        <div class="workspace workspace-step">
            <nav class="side" aria-label=t(ui::TASKS_TITLE)>
                {tasks::side_list(draft, section)}
            </nav>
            <main class="form" id="main">
                <a class="back" href=Route::Tasks(draft.to_owned()).to_string()>
                    {icon(Icon::Back)} {t(ui::STEP_BACK_TO_TASKS)}
                </a>
                <p class="caption">{t(tasks::task_words(section.task()))}</p>
                <h1 id="title" tabindex="-1">{t(words.title)}</h1>
                <div class="status-line">
                    <SectionStatus section=section/>
                    {(!law.is_empty()).then(|| view! { <span class="law">{law.join(" · ")}</span> })}
                </div>
                <Waiting section=section/>
                <p class="intro">{t(words.intro)}</p>
                {(!why.is_empty())
                    .then(|| {
                        view! {
                            <details class="why">
                                <summary>{t(ui::FIELD_WHY)}</summary>
                                <p>{why}</p>
                            </details>
                        }
                    })}
                {glossary(section, kind)}
                {note.map(|note| view! { <p class="note">{t(note)}</p> })}
                <StepForm section=section draft=draft.to_owned()/>
            </main>
            {preview::pane(Some(section))}
        </div>
    }
    .into_any()
}

/// How many terms a closed glossary names: enough to see what it is about, in little room.
const NAMED: usize = 3;

/// The terms of the law that the screen uses, for those who want to know.
fn glossary(section: SectionId, kind: RegisterKind) -> Option<AnyView> {
    let entries = content::glossary::of_section(section, kind, lang());
    let entry = |entry: &content::glossary::Entry| {
        let law: Vec<_> = entry.law.iter().map(|citation| citation.display(lang())).collect();
        view! {
            <div>
                <dt>{capitalised(t(entry.term))}</dt>
                <dd>{t(entry.text)} " " <span class="law">{law.join(" · ")}</span></dd>
            </div>
        }
    };
    (!entries.is_empty()).then(|| {
        let terms: Vec<_> = entries.iter().take(NAMED).map(|entry| t(entry.term)).collect();
        let more = if entries.len() > NAMED { " …" } else { "" };
        view! {
            <details class="why glossary">
                <summary>
                    {t(ui::GLOSSARY_TITLE)} <span class="glossary-terms">": " {terms.join(", ")} {more}</span>
                </summary>
                <dl>{entries.into_iter().map(entry).collect_view()}</dl>
            </details>
        }
        .into_any()
    })
}

/// The section's form with its way on.
#[component]
fn StepForm(section: SectionId, draft: String) -> impl IntoView {
    let app = use_app();
    // The first "Continue" over something that blocks shows it; the second one goes on.
    let insisted = RwSignal::new(false);
    let submit = {
        let draft = draft.clone();
        move |event: leptos::ev::SubmitEvent| {
            event.prevent_default();
            let blocked = app.report.with_untracked(|report| {
                report.in_section(section).any(|f| f.rule.severity == Severity::Blocking)
            });
            if blocked && !insisted.get_untracked() {
                insisted.set(true);
                app.location.leave(section);
                request_animation_frame(|| focus("found"));
                return;
            }
            go(&next(app, &draft, section));
        }
    };
    let has_blocking = Memo::new(move |_| {
        app.report.with(|report| report.in_section(section).any(|f| f.rule.severity == Severity::Blocking))
    });
    let label = dynamic_view(move || {
        t(if insisted.get() && has_blocking.get() { ui::STEP_CONTINUE_ANYWAY } else { ui::STEP_CONTINUE })
    });
    // Follows the answers: "no" to a question takes the section out of the way back, too.
    let back = move || {
        app.report.track();
        previous(app, &draft, section).to_string()
    };
    view! {
        <FoundSummary section=section/>
        <form novalidate on:submit=listener(submit)>
            <ReplaceableForm section=section form=steps::form/>
            <div class="buttons">
                <button type="submit" class="button">{label}</button>
                <a class="button button-secondary" href=back>{t(ui::STEP_BACK)}</a>
            </div>
        </form>
    }
    .into_any()
}

/// What waits for a yes in the section, and the button that gives it: its text is in the preview, and its answers are below.
#[component]
fn Waiting(section: SectionId) -> impl IntoView {
    let app = use_app();
    let waiting = Memo::new(move |_| {
        let here = |report: &Report| {
            report.waiting.iter().filter(|(of, _)| *of == section).map(|(_, path)| *path).collect()
        };
        app.report.with(here)
    });
    dynamic_view(move || {
        let paths: Vec<_> = waiting.get();
        (!paths.is_empty()).then(|| {
            let title = t(content::section(section).title).to_owned();
            let yes = confirm::yes(app, paths, title, move |change, said| {
                app.messages.offer_undo(Scope::Screen, said, move || app.session.take_back(&change));
                focus_soon("title");
            });
            view! { <div class="waiting"><p>{t(ui::STEP_WAITING)}</p> {yes}</div> }
        })
    })
}

/// The next section of the same task that applies; after the last one, the task list.
fn next(app: App, draft: &str, section: SectionId) -> Route {
    neighbour(app, draft, section.task().sections().skip_while(|other| *other != section).skip(1))
}

/// The section before this one in the same task that applies; before the first one, the task list.
fn previous(app: App, draft: &str, section: SectionId) -> Route {
    let before: Vec<_> = section.task().sections().take_while(|other| *other != section).collect();
    neighbour(app, draft, before.into_iter().rev())
}

fn neighbour(app: App, draft: &str, mut sections: impl Iterator<Item = SectionId>) -> Route {
    let found = app
        .report
        .with_untracked(|report| sections.find(|other| report.section(*other).status != Status::NotNeeded));
    match found {
        Some(section) => Route::Section(draft.to_owned(), section),
        None => Route::Tasks(draft.to_owned()),
    }
}

/// What was found in the section, with links to the fields.
#[component]
fn FoundSummary(section: SectionId) -> impl IntoView {
    let app = use_app();
    let lines = move || {
        if !app.location.left.with(|left| left.contains(&section)) {
            return Vec::new();
        }
        app.report.with(|report| {
            // Also what is mended on another section's screen, if this section is composed from it.
            let grave = report.concerning(section).filter(|finding| finding.rule.severity != Severity::Hint);
            grouped(grave).iter().map(|group| entry(app, group, group.section == section)).collect::<Vec<_>>()
        })
    };
    let summary = dynamic_view(move || {
        let lines = lines();
        (!lines.is_empty()).then(|| {
            view! {
                <h2 class="found-title">{t(ui::FOUND_TITLE)}</h2>
                <ul class="found-list">{lines}</ul>
            }
        })
    });
    let set_aside = dynamic_view(move || {
        app.report.with(|report| {
            let here: Vec<_> = report.dismissed.iter().filter(|set| set.finding.section == section).collect();
            dismissed(app, &here, "found")
        })
    });
    view! {
        <div class="found-summary" id="found" tabindex="-1" role="group" aria-label=t(ui::FOUND_TITLE)>
            {summary}
            {set_aside}
        </div>
    }
    .into_any()
}
