//! The downloads: PDF, HTML, text and the draft itself.

mod report;

pub use report::ReportExports;

use crate::content::{Text, ui};
use crate::draft::Draft;
use crate::export::{Format, html, text};
use crate::lang::Lang;
use crate::rules::{Report, Severity};
use crate::session::file_title;
use crate::ui::browser::{download, download_text, focus, measure};
use crate::ui::fields::{severity_class, severity_icon};
use crate::ui::i18n::{fill, t};
use crate::ui::icon::icon;
use crate::ui::language_files::missing;
use crate::ui::live::{act, live, redrawn};
use crate::ui::pdf::{self, Outcome};
use crate::ui::pdf_choice::{What, choice};
use crate::ui::state::{App, use_app};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use std::time::Duration;

/// After this long, somebody who waits is told that work is going on. Most PDFs are there sooner, and a message that
/// comes and goes at once would only be read halfway.
const TELL_AFTER: Duration = Duration::from_millis(200);

/// The button that asks for the notice as a PDF.
const PDF_BUTTON: &str = "export-pdf";

/// How a download comes along.
#[derive(Clone, Debug, PartialEq)]
enum Progress {
    Idle,
    /// Just begun.
    Begun,
    /// It takes a while.
    Working,
    Done(Outcome),
    /// The words of a language could not be had.
    Wordless(Lang),
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
        let (what, lang) = (what.get_untracked(), app.languages.notice.get_untracked());
        let languages = what.languages(app);
        app.languages.files.once_here(languages.clone(), move |here| match here {
            Ok(()) => {
                let name = file_name(app, Format::Pdf, lang);
                pdf::render(&what.job(app, &languages), move |outcome| finish(progress, &name, outcome));
            }
            Err(lang) => progress.set(Progress::Wordless(lang)),
        });
    };
    let blocked = redrawn(move || {
        (!app.report.with(Report::publishable))
            .then(|| told(Severity::Warning, t(ui::EXPORT_BLOCKED).to_owned()))
    });
    view! {
        <section class="exports" aria-labelledby="exports-title">
            <h2 id="exports-title">{t(ui::EXPORT_TITLE)}</h2>
            {blocked}
            {choice(app, what)}
            <div class="buttons">
                {pdf_button(PDF_BUTTON, "button", ui::EXPORT_PDF, progress, make_pdf)}
                <button type="button" class="button" on:click=act(move |_| write(app, progress, Format::Html))>{t(ui::EXPORT_HTML)}</button>
                <button type="button" class="button button-secondary" on:click=act(move |_| write(app, progress, Format::Text))>
                    {t(ui::EXPORT_TEXT)}
                </button>
                <button type="button" class="button button-secondary" on:click=act(move |_| download_json(app))>
                    {t(ui::EXPORT_JSON)}
                </button>
            </div>
            <div class="export-state" role="status">{redrawn(move || state(app, &progress.get(), PDF_BUTTON))}</div>
            <p class="hint">{t(ui::EXPORT_HINT)}</p>
            <p class="hint">{t(ui::EXPORT_CARRIES)}</p>
        </section>
    }
    .into_any()
}

/// The button that asks for a PDF: not while one is on its way.
fn pdf_button(
    id: &'static str,
    class: &'static str,
    words: Text,
    progress: RwSignal<Progress>,
    make: impl FnMut(MouseEvent) + Send + 'static,
) -> AnyView {
    view! {
        <button
            type="button"
            class=class
            id=id
            aria-disabled=live(move || progress.with(Progress::is_busy).to_string())
            on:click=act(make)
        >
            {t(words)}
        </button>
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

/// How it went, or goes. `button` is the one that asked for it.
fn state(app: App, progress: &Progress, button: &'static str) -> Option<AnyView> {
    match progress {
        Progress::Idle | Progress::Begun => None,
        Progress::Wordless(lang) if app.languages.files.here(*lang) => None,
        Progress::Working => {
            let stop = move |_| {
                pdf::stop();
                // The button that had the focus is gone.
                focus(button);
            };
            Some(
                view! {
                    <p class="export-wait">
                        <span>{t(ui::EXPORT_WORKING)}</span>
                        <button type="button" class="button button-secondary" on:click=act(stop)>{t(ui::EXPORT_STOP)}</button>
                    </p>
                }
                .into_any(),
            )
        }
        Progress::Done(Outcome::Stopped) => Some(view! { <p>{t(ui::EXPORT_STOPPED)}</p> }.into_any()),
        Progress::Done(Outcome::Made { missing: lacking, .. }) if lacking.is_empty() => {
            Some(view! { <p>{t(ui::EXPORT_PDF_DONE)}</p> }.into_any())
        }
        Progress::Done(Outcome::Made { missing: lacking, .. }) => {
            Some(told(Severity::Warning, fill(ui::EXPORT_PDF_MISSING, &[("characters", lacking)])))
        }
        Progress::Done(Outcome::Failed) => {
            Some(told(Severity::Blocking, t(ui::EXPORT_PDF_FAILED).to_owned()))
        }
        Progress::Wordless(lang) => Some(told(Severity::Blocking, missing(*lang))),
    }
}

/// What went wrong, or not quite right.
fn told(severity: Severity, text: String) -> AnyView {
    view! { <p class=severity_class(severity)>{icon(severity_icon(severity))} <span>{text}</span></p> }
        .into_any()
}

fn file_name(app: App, format: Format, lang: Lang) -> String {
    app.draft.with_untracked(|draft| format.file_name(&file_title(&draft.notice, lang), lang))
}

/// Hands out the notice as HTML or text, in the language of the preview.
fn write(app: App, progress: RwSignal<Progress>, format: Format) {
    let lang = app.languages.notice.get_untracked();
    when_here(app, lang, progress, move || {
        let written = if format == Format::Html {
            measure("seloste:export-html", || {
                let draft = app.session.saved_draft().to_publish().to_json().unwrap_or_default();
                html::html(&app.published(lang), Some(&draft))
            })
        } else {
            text::text(&app.published(lang))
        };
        let _ = download_text(&file_name(app, format, lang), format.media_type(), &written);
    });
}

/// Writes a file once the words of its language are here; where they cannot be had, says so instead.
fn when_here(app: App, lang: Lang, progress: RwSignal<Progress>, hand_out: impl FnOnce() + 'static) {
    app.languages.files.once_here(vec![lang], move |here| match here {
        Ok(()) => hand_out(),
        Err(lang) => progress.set(Progress::Wordless(lang)),
    });
}

/// Hands the draft in hand out as JSON.
pub fn download_json(app: App) {
    save_json(&app.session.saved_draft());
}

/// Hands out a draft as JSON, which holds all of its languages.
pub fn save_json(draft: &Draft) {
    let lang = draft.notice.languages.first().copied().unwrap_or_default();
    let name = Format::Json.file_name(&file_title(&draft.notice, lang), lang);
    let _ = download_text(&name, Format::Json.media_type(), &draft.to_json().unwrap_or_default());
}

/// Hands out a stored text unchanged, whatever it is.
pub fn save_raw(raw: &str) {
    let _ = download_text("seloste-luonnos.json", Format::Json.media_type(), raw);
}
