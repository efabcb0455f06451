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
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::fields::{severity_class, severity_icon};
use crate::ui::i18n::{fill, t};
use crate::ui::icon::icon;
use crate::ui::language_files::missing;
use crate::ui::pdf::{self, Outcome};
use crate::ui::pdf_choice::{What, choice};
use crate::ui::state::{App, use_app};
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use std::time::Duration;

/// After how long the user is told that a PDF is being made. Most are finished sooner, and a message that flashes cannot
/// be read.
const TELL_AFTER: Duration = Duration::from_millis(200);

/// The button that asks for the notice as a PDF.
const PDF_BUTTON: &str = "export-pdf";

/// The state of a download.
#[derive(Clone, Debug, PartialEq)]
enum Progress {
    Idle,
    /// Just begun.
    Begun,
    /// It takes a while.
    Working,
    Done(Outcome),
    /// The texts of this language could not be fetched.
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
    let blocked = dynamic_view(move || {
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
                <button type="button" class="button" on:click=listener(move |_| write(app, progress, Format::Html))>{t(ui::EXPORT_HTML)}</button>
                <button type="button" class="button button-secondary" on:click=listener(move |_| write(app, progress, Format::Text))>
                    {t(ui::EXPORT_TEXT)}
                </button>
                <button type="button" class="button button-secondary" on:click=listener(move |_| download_json(app))>
                    {t(ui::EXPORT_JSON)}
                </button>
            </div>
            <div class="export-state" role="status">{dynamic_view(move || state(app, &progress.get(), PDF_BUTTON))}</div>
            <p class="hint">{t(ui::EXPORT_HINT)}</p>
            <p class="hint">{t(ui::EXPORT_CARRIES)}</p>
        </section>
    }
    .into_any()
}

/// The button that asks for a PDF; disabled while one is being made.
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
            aria-disabled=move || progress.with(Progress::is_busy).to_string()
            on:click=listener(make)
        >
            {t(words)}
        </button>
    }
    .into_any()
}

/// Marks a PDF as begun. Returns `false` if one is being made already.
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

/// Downloads a finished PDF, and shows the outcome.
fn finish(progress: RwSignal<Progress>, name: &str, outcome: Outcome) {
    if let Outcome::Made { bytes, .. } = &outcome {
        let _ = download(name, Format::Pdf.media_type(), bytes);
    }
    progress.set(Progress::Done(outcome));
}

/// The message about a download. `button` is the id of the button that asked for it.
fn state(app: App, progress: &Progress, button: &'static str) -> Option<AnyView> {
    match progress {
        Progress::Idle | Progress::Begun => None,
        Progress::Wordless(lang) if app.languages.files.here(*lang) => None,
        Progress::Working => {
            let stop = move |_| {
                pdf::stop();
                // The stop button had the focus and is removed.
                focus(button);
            };
            Some(
                view! {
                    <p class="export-wait">
                        <span>{t(ui::EXPORT_WORKING)}</span>
                        <button type="button" class="button button-secondary" on:click=listener(stop)>{t(ui::EXPORT_STOP)}</button>
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

/// A message about what went wrong.
fn told(severity: Severity, text: String) -> AnyView {
    view! { <p class=severity_class(severity)>{icon(severity_icon(severity))} <span>{text}</span></p> }
        .into_any()
}

fn file_name(app: App, format: Format, lang: Lang) -> String {
    app.draft.with_untracked(|draft| format.file_name(&file_title(&draft.notice, lang), lang))
}

/// Downloads the notice as HTML or text, in the language of the preview.
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

/// Writes a file once the texts of its language are here, or says that they could not be fetched.
fn when_here(app: App, lang: Lang, progress: RwSignal<Progress>, hand_out: impl FnOnce() + 'static) {
    app.languages.files.once_here(vec![lang], move |here| match here {
        Ok(()) => hand_out(),
        Err(lang) => progress.set(Progress::Wordless(lang)),
    });
}

/// Downloads the draft in hand as JSON.
pub fn download_json(app: App) {
    save_json(&app.session.saved_draft());
}

/// Downloads a draft as JSON, which holds all of its languages.
pub fn save_json(draft: &Draft) {
    let lang = draft.notice.languages.first().copied().unwrap_or_default();
    let name = Format::Json.file_name(&file_title(&draft.notice, lang), lang);
    let _ = download_text(&name, Format::Json.media_type(), &draft.to_json().unwrap_or_default());
}

/// Downloads a stored text unchanged, whatever it is.
pub fn save_raw(raw: &str) {
    let _ = download_text("seloste-luonnos.json", Format::Json.media_type(), raw);
}
