//! The downloads: PDF, HTML, text and the draft itself.

mod changed;
mod layout;
mod progress;
mod report;

pub use changed::ChangedSinceExport;
pub use report::ReportExports;

use crate::content::ui;
use crate::draft::Draft;
use crate::export::{Format, html, text};
use crate::lang::Lang;
use crate::rules::{Report, Severity};
use crate::session::file_title;
use crate::ui::browser::{download_text, measure};
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::fields::lang_name;
use crate::ui::i18n::t;
use crate::ui::pdf::{self, Outcome};
use crate::ui::pdf_choice::{What, choice};
use crate::ui::state::{App, use_app};
use changed::{remember, to_remember};
use leptos::prelude::*;
use progress::{Progress, begin, finish, pdf_button, state, told, when_here};

/// The button that asks for the notice as a PDF.
const PDF_BUTTON: &str = "export-pdf";

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
                let title = app.draft.with_untracked(|draft| file_title(&draft.notice, lang));
                let name = what.file_name(&title, &languages);
                let draft = app.draft.with_untracked(|draft| draft.id.clone());
                // The page for the counter is not the notice.
                let handed_out = to_remember(app).filter(|_| what != What::FirstLayer);
                pdf::render(&what.job(app, &languages), move |outcome| {
                    let made = matches!(outcome, Outcome::Made { .. });
                    finish(progress, &name, outcome);
                    remember(app, &draft, handed_out.filter(|_| made));
                });
            }
            Err(lang) => progress.set(Progress::Wordless(lang)),
        });
    };
    let blocked = dynamic_view(move || {
        (!app.report.with(Report::publishable))
            .then(|| told(Severity::Warning, t(ui::EXPORT_BLOCKED).to_owned()))
    });
    // One file has one language, that of the preview.
    let in_language = move || dynamic_view(move || language_of_file(app));
    view! {
        <section class="exports" aria-labelledby="exports-title">
            <h2 id="exports-title">{t(ui::EXPORT_TITLE)}</h2>
            {blocked}
            {layout::choice(app)}
            {choice(app, what)}
            <div class="buttons">
                {pdf_button(PDF_BUTTON, "button", ui::EXPORT_PDF, progress, make_pdf)}
                <button type="button" class="button" on:click=listener(move |_| write(app, progress, Format::Html))>{t(ui::EXPORT_HTML)} {in_language()}</button>
                <button type="button" class="button button-secondary" on:click=listener(move |_| write(app, progress, Format::Text))>
                    {t(ui::EXPORT_TEXT)} {in_language()}
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

/// The language of a file that holds one, in brackets; nothing where the notice has only one.
fn language_of_file(app: App) -> Option<String> {
    let several = app.draft.with(|draft| draft.notice.languages.len() > 1);
    several.then(|| format!("({})", lang_name(app.languages.notice.get())))
}

fn file_name(app: App, format: Format, lang: Lang) -> String {
    app.draft.with_untracked(|draft| format.file_name(&file_title(&draft.notice, lang), &[lang]))
}

/// Downloads the notice as HTML or text, in the language of the preview.
fn write(app: App, progress: RwSignal<Progress>, format: Format) {
    let lang = app.languages.notice.get_untracked();
    // What was said of the last file is not true of this one.
    progress.update(Progress::forget);
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
        let draft = app.draft.with_untracked(|draft| draft.id.clone());
        remember(app, &draft, to_remember(app));
    });
}

/// Downloads the draft in hand as JSON.
pub fn download_json(app: App) {
    save_json(&app.session.saved_draft());
}

/// Downloads a draft as JSON, which holds all of its languages.
pub fn save_json(draft: &Draft) {
    let lang = draft.notice.languages.first().copied().unwrap_or_default();
    let name = Format::Json.file_name(&file_title(&draft.notice, lang), &[lang]);
    let _ = download_text(&name, Format::Json.media_type(), &draft.to_json().unwrap_or_default());
}

/// Downloads a stored text unchanged, whatever it is.
pub fn save_raw(raw: &str) {
    let _ = download_text("seloste-luonnos.json", Format::Json.media_type(), raw);
}
