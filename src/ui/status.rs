//! A section's status, by word and sign; the signs of the interface.

use crate::content::ui;
use crate::rules::{SectionReport, Status};
use crate::section::SectionId;
use crate::ui::i18n::t;
use crate::ui::live::{memo, redrawn};
use crate::ui::state::use_app;
use leptos::prelude::*;

/// A sign. Every sign stands beside a word, so it is hidden from screen readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Done.
    Check,
    /// Begun.
    Half,
    /// Nothing yet.
    Ring,
    /// Not needed.
    Dash,
    /// Something to look at.
    Warning,
    /// Something that must be mended.
    Stop,
    /// Good to know.
    Info,
    /// Back.
    Back,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::Check => {
                "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm3.7 5.3-4.3 4.6a.8.8 0 0 1-1.1 0L4.3 8.9l1.1-1.1 1.4 1.4 3.8-4Z"
            }
            Self::Half => "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.6v10.8A5.4 5.4 0 0 1 8 2.6Z",
            Self::Ring => {
                "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.6a5.4 5.4 0 1 1 0 10.8A5.4 5.4 0 0 1 8 2.6Z"
            }
            Self::Dash => "M4 7.2h8v1.6H4Z",
            Self::Warning => {
                "M8.7 1.7a.8.8 0 0 0-1.4 0L.9 13.3c-.3.5.1 1.2.7 1.2h12.8c.6 0 1-.7.7-1.2ZM7.2 5.6h1.6l-.2 4.4H7.4Zm.8 5.4a.9.9 0 1 1 0 1.8.9.9 0 0 1 0-1.8Z"
            }
            Self::Stop => {
                "M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Zm2.1 3.4.2 4.8h1.2l.2-4.8ZM8 10.2a.9.9 0 1 0 0 1.8.9.9 0 0 0 0-1.8Z"
            }
            Self::Info => {
                "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm-.8 6h1.6v5H7.2ZM8 4a.9.9 0 1 1 0 1.8A.9.9 0 0 1 8 4Z"
            }
            Self::Back => "M9.8 2.6 11 3.8 6.8 8l4.2 4.2-1.2 1.2L4.4 8Z",
        }
    }
}

/// Draws a sign.
pub fn icon(icon: Icon) -> AnyView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path fill="currentColor" fill-rule="evenodd" d=icon.path()/>
        </svg>
    }
    .into_any()
}

/// What is shown of a section's state: its status, unless something in it contradicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Something is wrong, whatever else.
    Attention,
    /// Its status.
    Status(Status),
}

impl From<SectionReport> for Shown {
    fn from(report: SectionReport) -> Self {
        if report.attention { Self::Attention } else { Self::Status(report.status) }
    }
}

impl Shown {
    /// Its word.
    pub fn word(self) -> &'static str {
        t(match self {
            Self::Attention => ui::STATUS_ATTENTION,
            Self::Status(Status::NotNeeded) => ui::STATUS_NOT_NEEDED,
            Self::Status(Status::Empty) => ui::STATUS_EMPTY,
            Self::Status(Status::Incomplete) => ui::STATUS_INCOMPLETE,
            Self::Status(Status::Complete) => ui::STATUS_COMPLETE,
        })
    }

    const fn look(self) -> (Icon, &'static str) {
        match self {
            Self::Attention => (Icon::Warning, "status status-attention"),
            Self::Status(Status::NotNeeded) => (Icon::Dash, "status status-not-needed"),
            Self::Status(Status::Empty) => (Icon::Ring, "status status-empty"),
            Self::Status(Status::Incomplete) => (Icon::Half, "status status-incomplete"),
            Self::Status(Status::Complete) => (Icon::Check, "status status-complete"),
        }
    }

    /// Sign and word.
    pub fn tag(self) -> AnyView {
        let (sign, class) = self.look();
        view! { <span class=class>{icon(sign)} <span class="status-word">{self.word()}</span></span> }
            .into_any()
    }
}

/// The state of a section, as it follows every key press.
pub fn shown(section: SectionId) -> Memo<Shown> {
    let app = use_app();
    memo(move || app.report.with(|report| report.section(section).into()))
}

/// The state of a section as a tag.
#[component]
pub fn SectionStatus(
    /// The section.
    section: SectionId,
) -> impl IntoView {
    let shown = shown(section);
    redrawn(move || shown.get().tag())
}
