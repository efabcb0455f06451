//! The state of a download: its button, what is said while it is made, and how it ended.

use crate::content::{Text, ui};
use crate::export::Format;
use crate::lang::Lang;
use crate::rules::Severity;
use crate::ui::browser::{download, focus};
use crate::ui::erased::listener;
use crate::ui::i18n::{fill, t};
use crate::ui::icon::icon;
use crate::ui::language_files::missing;
use crate::ui::pdf::{self, Outcome};
use crate::ui::severity::{severity_class, severity_icon};
use crate::ui::state::App;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use std::time::Duration;

/// After how long the user is told that a PDF is being made. Most are finished sooner, and a message that flashes cannot
/// be read.
const TELL_AFTER: Duration = Duration::from_millis(200);

/// The state of a download.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Progress {
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
    /// Says no more how the last one ended; one that is being made goes on.
    pub(super) fn forget(&mut self) {
        if !self.is_busy() {
            *self = Self::Idle;
        }
    }

    const fn is_busy(&self) -> bool {
        matches!(self, Self::Begun | Self::Working)
    }
}

/// The button that asks for a PDF; disabled while one is being made.
pub(super) fn pdf_button(
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
pub(super) fn begin(progress: RwSignal<Progress>) -> bool {
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
pub(super) fn finish(progress: RwSignal<Progress>, name: &str, outcome: Outcome) {
    if let Outcome::Made { bytes, .. } = &outcome {
        let _ = download(name, Format::Pdf.media_type(), bytes);
    }
    progress.set(Progress::Done(outcome));
}

/// The message about a download. `button` is the id of the button that asked for it.
pub(super) fn state(app: App, progress: &Progress, button: &'static str) -> Option<AnyView> {
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
pub(super) fn told(severity: Severity, text: String) -> AnyView {
    view! { <p class=severity_class(severity)>{icon(severity_icon(severity))} <span>{text}</span></p> }
        .into_any()
}

/// Writes a file once the texts of its language are here, or says that they could not be fetched.
pub(super) fn when_here(
    app: App,
    lang: Lang,
    progress: RwSignal<Progress>,
    hand_out: impl FnOnce() + 'static,
) {
    app.languages.files.once_here(vec![lang], move |here| match here {
        Ok(()) => hand_out(),
        Err(lang) => progress.set(Progress::Wordless(lang)),
    });
}
