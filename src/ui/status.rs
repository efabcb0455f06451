//! A section's status, as a word with an icon.

use crate::content::ui;
use crate::rules::{SectionReport, Status};
use crate::section::SectionId;
use crate::ui::erased::dynamic_view;
use crate::ui::i18n::t;
use crate::ui::icon::{Icon, icon};
use crate::ui::state::use_app;
use leptos::prelude::*;

/// What is shown of a section: its status, or that something in it is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Something is wrong, whatever its status.
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
    /// It in a word.
    pub fn word(self) -> &'static str {
        t(match self {
            Self::Attention => ui::STATUS_ATTENTION,
            Self::Status(Status::NotNeeded) => ui::STATUS_NOT_NEEDED,
            Self::Status(Status::Empty) => ui::STATUS_EMPTY,
            Self::Status(Status::Incomplete) => ui::STATUS_INCOMPLETE,
            Self::Status(Status::Unconfirmed) => ui::STATUS_UNCONFIRMED,
            Self::Status(Status::Complete) => ui::STATUS_COMPLETE,
        })
    }

    const fn look(self) -> (Icon, &'static str) {
        match self {
            Self::Attention => (Icon::Warning, "status status-attention"),
            Self::Status(Status::NotNeeded) => (Icon::Dash, "status status-not-needed"),
            Self::Status(Status::Empty) => (Icon::Ring, "status status-empty"),
            Self::Status(Status::Incomplete) => (Icon::Half, "status status-incomplete"),
            Self::Status(Status::Unconfirmed) => (Icon::Question, "status status-unconfirmed"),
            Self::Status(Status::Complete) => (Icon::Check, "status status-complete"),
        }
    }

    /// Icon and word.
    pub fn tag(self) -> AnyView {
        let (sign, class) = self.look();
        view! { <span class=class>{icon(sign)} <span class="status-word">{self.word()}</span></span> }
            .into_any()
    }
}

/// The state of a section, followed.
pub fn shown(section: SectionId) -> Memo<Shown> {
    let app = use_app();
    Memo::new(move |_| app.report.with(|report| report.section(section).into()))
}

/// The state of a section as a tag.
#[component]
pub fn SectionStatus(
    /// The section.
    section: SectionId,
) -> impl IntoView {
    let shown = shown(section);
    dynamic_view(move || shown.get().tag())
}
