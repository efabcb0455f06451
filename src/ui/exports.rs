//! The downloads: PDF, HTML, text and the draft itself.

mod report;

pub use report::ReportExports;

use crate::content::ui;
use crate::export::{Format, html, text};
use crate::rules::Report;
use crate::ui::browser::{download, download_text, measure};
use crate::ui::home::save_json;
use crate::ui::i18n::{fill, t};
use crate::ui::pdf::{self, Outcome};
use crate::ui::pdf_choice::{What, choice};
use crate::ui::state::{App, draft_name, use_app};
use crate::ui::status::{Icon, icon};
use leptos::prelude::*;
use std::time::Duration;

/// After this long, somebody who waits is told that work is going on. Most PDFs are there sooner, and a message that
/// comes and goes at once would only be read halfway.
const TELL_AFTER: Duration = Duration::from_millis(200);

/// How the PDF comes along.
#[derive(Clone, Debug, PartialEq)]
enum Progress {
    Idle,
    /// Just begun.
    Begun,
    /// It takes a while.
    Working,
    Done(Outcome),
}

impl Progress {
    const fn is_busy(&self) -> bool {
        matches!(self, Self::Begun | Self::Working)
    }
}

/// The downloads of the draft in hand.
#[component]
pub fn Exports() -> impl IntoView {
    let app = use_app();
    let progress = RwSignal::new(Progress::Idle);
    let what = RwSignal::new(What::Full);
    // The PDF module is fetched while the user reads the page.
    pdf::warm_up();
    let make_pdf = move |_| {
        if !begin(progress) {
            return;
        }
        let name = file_name(app, Format::Pdf);
        pdf::render(&what.get_untracked().job(app), move |outcome| finish(progress, &name, outcome));
    };
    let blocked = move || {
        (!app.report.with(Report::publishable)).then(|| {
            view! { <p class="finding finding-warning">{icon(Icon::Warning)} <span>{t(ui::EXPORT_BLOCKED)}</span></p> }
        })
    };
    view! {
        <section class="exports" aria-labelledby="exports-title">
            <h2 id="exports-title">{t(ui::EXPORT_TITLE)}</h2>
            {blocked}
            {choice(app, what)}
            <div class="buttons">
                <button
                    type="button"
                    class="button"
                    aria-disabled=move || progress.with(Progress::is_busy).to_string()
                    on:click=make_pdf
                >
                    {t(ui::EXPORT_PDF)}
                </button>
                <button type="button" class="button" on:click=move |_| download_html(app)>{t(ui::EXPORT_HTML)}</button>
                <button type="button" class="button button-secondary" on:click=move |_| download_plain(app)>
                    {t(ui::EXPORT_TEXT)}
                </button>
                <button type="button" class="button button-secondary" on:click=move |_| download_json(app)>
                    {t(ui::EXPORT_JSON)}
                </button>
            </div>
            <div class="export-state" role="status">{move || state(&progress.get())}</div>
            <p class="hint">{t(ui::EXPORT_HINT)}</p>
        </section>
    }
    .into_any()
}

/// Begins a PDF, unless one is on its way.
fn begin(progress: RwSignal<Progress>) -> bool {
    if progress.with_untracked(Progress::is_busy) {
        return false;
    }
    progress.set(Progress::Begun);
    set_timeout(
        move || {
            if progress.get_untracked() == Progress::Begun {
                progress.set(Progress::Working);
            }
        },
        TELL_AFTER,
    );
    true
}

/// Hands a PDF out, and tells how it went.
fn finish(progress: RwSignal<Progress>, name: &str, outcome: Outcome) {
    if let Outcome::Made { bytes, .. } = &outcome {
        let _ = download(name, Format::Pdf.media_type(), bytes);
    }
    progress.set(Progress::Done(outcome));
}

fn state(progress: &Progress) -> Option<AnyView> {
    match progress {
        Progress::Idle | Progress::Begun => None,
        Progress::Working => Some(view! { <p>{t(ui::EXPORT_WORKING)}</p> }.into_any()),
        Progress::Done(Outcome::Made { missing, .. }) if missing.is_empty() => {
            Some(view! { <p>{t(ui::EXPORT_PDF_DONE)}</p> }.into_any())
        }
        Progress::Done(Outcome::Made { missing, .. }) => {
            let text = fill(ui::EXPORT_PDF_MISSING, &[("characters", missing)]);
            Some(
                view! { <p class="finding finding-warning">{icon(Icon::Warning)} <span>{text}</span></p> }
                    .into_any(),
            )
        }
        Progress::Done(Outcome::Failed) => {
            let text = t(ui::EXPORT_PDF_FAILED);
            Some(
                view! { <p class="finding finding-blocking">{icon(Icon::Stop)} <span>{text}</span></p> }
                    .into_any(),
            )
        }
    }
}

fn file_name(app: App, format: Format) -> String {
    let name = app.draft.with_untracked(draft_name);
    format.file_name(&name, app.notice_lang.get_untracked())
}

fn download_html(app: App) {
    let html = measure("seloste:export-html", || {
        let draft = app.saved_draft().to_publish().to_json().unwrap_or_default();
        app.document.with_untracked(|document| html::html(document, Some(&draft)))
    });
    let _ = download_text(&file_name(app, Format::Html), Format::Html.media_type(), &html);
}

fn download_plain(app: App) {
    let text = app.document.with_untracked(text::text);
    let _ = download_text(&file_name(app, Format::Text), Format::Text.media_type(), &text);
}

/// Hands the draft in hand out as JSON.
pub fn download_json(app: App) {
    save_json(&app.saved_draft());
}

/// Hands out a text as it is kept, whatever it is.
pub fn save_raw(raw: &str) {
    let _ = download_text("seloste-luonnos.json", Format::Json.media_type(), raw);
}
