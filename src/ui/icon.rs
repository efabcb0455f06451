//! The icons of the interface, as paths on a grid of 16 × 16.

use leptos::prelude::*;

/// An icon. Every icon stands beside a word, so it is hidden from screen readers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Done.
    Check,
    /// Begun.
    Half,
    /// Waits for a yes.
    Question,
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
            Self::Question => {
                "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.6a5.4 5.4 0 1 1 0 10.8A5.4 5.4 0 0 1 8 2.6Zm-2.3 3.8c0-1.4 1-2.3 2.3-2.3s2.3.8 2.3 2c0 1-.6 1.4-1.1 1.8-.4.3-.5.4-.5.9H7.3c0-1.1.5-1.5 1-1.9.4-.3.5-.4.5-.8s-.3-.6-.8-.6-.9.3-.9.9ZM8 9.7a.9.9 0 1 1 0 1.8.9.9 0 0 1 0-1.8Z"
            }
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

/// Draws an icon.
pub fn icon(icon: Icon) -> AnyView {
    view! {
        <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
            <path fill="currentColor" fill-rule="evenodd" d=icon.path()/>
        </svg>
    }
    .into_any()
}
