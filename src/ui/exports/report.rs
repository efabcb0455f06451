//! The downloads of the evidence report on the draft in hand.

use super::progress::{Progress, begin, finish, pdf_button, state, when_here};
use crate::content::ui;
use crate::evidence::{Evidence, document, gather, json};
use crate::export::pdf_job::Job;
use crate::export::{Format, html, text};
use crate::lang::Lang;
use crate::session::{beside, file_title};
use crate::ui::browser::{download_text, today};
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::i18n::t;
use crate::ui::pdf;
use crate::ui::state::{App, use_app};
use leptos::prelude::*;

/// The button that asks for the report as a PDF.
const PDF_BUTTON: &str = "report-pdf";

/// The report in each of its formats.
#[component]
pub fn ReportExports() -> impl IntoView {
    let app = use_app();
    let progress = RwSignal::new(Progress::Idle);
    let make_pdf = move |_| {
        if begin(progress) {
            let lang = app.languages.notice.get_untracked();
            when_here(app, lang, progress, move || {
                let name = file_name(app, Format::Pdf, lang);
                let job =
                    Job { documents: vec![document(&evidence(app, lang))], one_page: false, draft: None };
                pdf::render(&job, move |outcome| finish(progress, &name, outcome));
            });
        }
    };
    let hand_out = move |format: Format| {
        let lang = app.languages.notice.get_untracked();
        when_here(app, lang, progress, move || {
            let evidence = evidence(app, lang);
            let written = match format {
                Format::Html => html::html(&document(&evidence), None),
                Format::Json => json(&evidence).unwrap_or_default(),
                Format::Text | Format::Pdf => text::text(&document(&evidence)),
            };
            let _ = download_text(&file_name(app, format, lang), format.media_type(), &written);
        });
    };
    let others = [
        (Format::Html, ui::EVIDENCE_HTML),
        (Format::Text, ui::EVIDENCE_TEXT),
        (Format::Json, ui::EVIDENCE_JSON),
    ];
    let others = others.map(|(format, words)| {
        view! {
            <button type="button" class="button button-secondary" on:click=listener(move |_| hand_out(format))>{t(words)}</button>
        }
    });
    view! {
        <section class="exports exports-report" aria-labelledby="report-title">
            <h2 id="report-title">{t(ui::EVIDENCE_DOWNLOADS)}</h2>
            <p class="hint">{t(ui::EVIDENCE_HINT)}</p>
            <div class="buttons">
                {pdf_button(PDF_BUTTON, "button button-secondary", ui::EVIDENCE_PDF, progress, make_pdf)}
                {others.collect_view()}
            </div>
            <div class="export-state" role="status">{dynamic_view(move || state(app, &progress.get(), PDF_BUTTON))}</div>
        </section>
    }
    .into_any()
}

/// The report as of now, in a language whose texts are here.
fn evidence(app: App, lang: Lang) -> Evidence {
    app.draft.with_untracked(|draft| gather(&draft.notice, &beside(draft), today(), lang))
}

fn file_name(app: App, format: Format, lang: Lang) -> String {
    app.draft.with_untracked(|draft| format.report_name(&file_title(&draft.notice, lang), lang))
}
