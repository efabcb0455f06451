//! What goes into the PDF: the notice in one language, in all of its languages, or its first layer on one page.

use crate::compose::{as_published, first_layer};
use crate::content::ui;
use crate::export::Format;
use crate::export::pdf_job::Job;
use crate::lang::Lang;
use crate::rules::Report;
use crate::ui::erased::dynamic_view;
use crate::ui::fields::lang_name;
use crate::ui::i18n::t;
use crate::ui::state::App;
use leptos::prelude::*;

/// What goes into the PDF.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The notice in the language of the preview.
    Full,
    /// The notice in every language that it is published in.
    Languages,
    /// One page for the counter.
    FirstLayer,
}

impl What {
    /// The languages of the PDF.
    pub fn languages(self, app: App) -> Vec<Lang> {
        match self {
            Self::Full | Self::FirstLayer => vec![app.languages.notice.get_untracked()],
            Self::Languages => app.draft.with_untracked(|draft| draft.notice.languages.clone()),
        }
    }

    /// What the file is called; `title` says whose it is.
    pub fn file_name(self, title: &str, languages: &[Lang]) -> String {
        match (self, languages) {
            (Self::FirstLayer, [lang]) => Format::Pdf.first_layer_name(title, *lang),
            _ => Format::Pdf.file_name(title, languages),
        }
    }

    /// The job for the PDF worker, in languages whose texts are here.
    pub fn job(self, app: App, languages: &[Lang]) -> Job {
        let one_page = self == Self::FirstLayer;
        let page = |lang| {
            let document = app.draft.with_untracked(|draft| first_layer(&draft.notice, lang));
            as_published(document, app.report.with_untracked(Report::publishable))
        };
        let one = |lang: &Lang| if one_page { page(*lang) } else { app.published(*lang) };
        let draft = app.session.saved_draft().to_publish().to_json().ok();
        Job { documents: languages.iter().map(one).collect(), one_page, draft }
    }
}

/// The choice, as a list.
pub fn choice(app: App, what: RwSignal<What>) -> AnyView {
    let several = move || app.draft.with(|draft| draft.notice.languages.len() > 1);
    let offered = move || -> Vec<_> {
        let all = [
            (What::Full, ui::EXPORT_WHAT_FULL),
            (What::Languages, ui::EXPORT_WHAT_LANGUAGES),
            (What::FirstLayer, ui::EXPORT_WHAT_FIRST_LAYER),
        ];
        all.into_iter().filter(|(offer, _)| several() || *offer != What::Languages).collect()
    };
    let options = dynamic_view(move || {
        offered()
            .into_iter()
            .enumerate()
            .map(|(place, (offer, words))| {
                let several = several() && offer != What::Languages;
                let lang = several.then(|| format!(" ({})", lang_name(app.languages.notice.get())));
                view! { <option value=place.to_string() selected=what.get_untracked() == offer>{t(words)} {lang}</option> }
            })
            .collect_view()
    });
    view! {
        <div class="field">
            <label class="field-label" for="export-what">{t(ui::EXPORT_WHAT)}</label>
            <select
                class="input select"
                id="export-what"
                on:change:target=move |event| {
                    let chosen = event.target().value().parse::<usize>().ok().and_then(|place| offered().get(place).copied());
                    if let Some((chosen, _)) = chosen {
                        what.set(chosen);
                    }
                }
            >
                {options}
            </select>
        </div>
    }
    .into_any()
}
