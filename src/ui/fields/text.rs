//! A line of text.

use super::frame::{described_by, frame};
use crate::content::Field;
use crate::ui::lens::Lens;
use crate::ui::state::use_app;
use leptos::prelude::*;

/// What a line of text is, for keyboards and autofill.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Input {
    /// Anything.
    #[default]
    Text,
    /// The firm's name.
    Organization,
    /// A person's name.
    Name,
    /// Street.
    Street,
    /// Postal code.
    PostalCode,
    /// Town.
    City,
    /// E-mail.
    Email,
    /// Phone.
    Phone,
    /// Address on the web.
    Url,
    /// A day.
    Date,
}

impl Input {
    /// `type`, `inputmode` and `autocomplete`. Never `number` or `date`: people type those in many ways.
    pub const fn attributes(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Text | Self::Date => ("text", "text", "off"),
            Self::Organization => ("text", "text", "organization"),
            Self::Name => ("text", "text", "name"),
            Self::Street => ("text", "text", "street-address"),
            Self::PostalCode => ("text", "numeric", "postal-code"),
            Self::City => ("text", "text", "address-level2"),
            Self::Email => ("email", "email", "email"),
            Self::Phone => ("tel", "tel", "tel"),
            Self::Url => ("text", "url", "url"),
        }
    }

    /// The width of the box, which hints at the length of the answer.
    pub const fn class(self) -> &'static str {
        match self {
            Self::PostalCode | Self::Date => "input input-short",
            Self::City | Self::Phone => "input input-medium",
            _ => "input",
        }
    }
}

/// A line of text under its label.
#[component]
pub fn TextField(
    /// Reads and writes the text.
    lens: Lens<String>,
    /// The field's path.
    #[prop(into)]
    path: String,
    /// Its label, hint and reason.
    words: &'static Field,
    /// What kind of text it is.
    #[prop(optional)]
    input: Input,
) -> impl IntoView {
    let app = use_app();
    let value = lens.watch(app, String::clone);
    let (kind, mode, autocomplete) = input.attributes();
    let control = view! {
        <input
            class=input.class()
            id=path.clone()
            name=path.clone()
            type=kind
            inputmode=mode
            autocomplete=autocomplete
            aria-describedby=described_by(&path)
            prop:value=move || value.get().unwrap_or_default()
            on:input:target=move |event| {
                let typed = event.target().value();
                lens.change(app, |text| *text = typed);
            }
        />
    };
    frame(&path, words, control)
}
