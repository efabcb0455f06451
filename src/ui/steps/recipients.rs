//! Shows: who gets the data, and where they are. Writes: `recipients`, `disclosures`.

use super::location::location;
use super::services;
use crate::content::{capitalised, field, ui};
use crate::notice::recipient::{Recipient, Role};
use crate::notice::row::RowId;
use crate::section::SectionId;
use crate::ui::composed::ComposedText;
use crate::ui::fields::{
    AnswerField, ChoiceField, Rows, StatementField, StatementsField, Summary, TextField, summary,
};
use crate::ui::lens::{Lens, lens, part};
use crate::ui::state::use_app;
use leptos::prelude::*;

/// Who gets the data.
pub fn recipients() -> AnyView {
    view! {
        {services::picker()}
        <Rows
            lens=lens!(recipients)
            path="recipients"
            words=&field::RECIPIENTS
            add=ui::RECIPIENT_ADD
            summary=in_one_line
            form=one_recipient
        />
    }
    .into_any()
}

fn in_one_line(recipient: &Recipient) -> Summary {
    let (name, what) = (recipient.name.trim().to_owned(), summary(&recipient.what));
    if name.is_empty() { (what, name) } else { (name, what) }
}

fn one_recipient(path: String, lens: Lens<Recipient>) -> AnyView {
    view! {
        <StatementField
            lens=part!(lens, what)
            path=format!("{path}.what")
            words=&field::RECIPIENTS_WHAT
            group="recipient"
        />
        <TextField lens=part!(lens, name) path=format!("{path}.name") words=&field::RECIPIENTS_NAME/>
        <ChoiceField
            lens=part!(lens, role)
            path=format!("{path}.role")
            words=&field::RECIPIENTS_ROLE
            options=&Role::ALL
        />
        {services::check_terms(&lens)}
        {location(&path, &part!(lens, location))}
    }
    .into_any()
}

/// Where one recipient processes data, under its name.
pub fn place_of(id: RowId) -> AnyView {
    let app = use_app();
    let lens = lens!(recipients).row(id);
    let name = lens.peek(app, |recipient| in_one_line(recipient).0).unwrap_or_default();
    view! {
        <h3 class="confirm-title">{capitalised(&name)}</h3>
        {location(&format!("recipients.{}", id.0), &part!(lens, location))}
    }
    .into_any()
}

/// Regular disclosures.
pub fn disclosures() -> AnyView {
    let lens = lens!(disclosures);
    let list = lens.yes();
    view! {
        <AnswerField lens=lens path="disclosures" words=&field::DISCLOSURES>
            <StatementsField
                lens=part!(list, list)
                path="disclosures.list"
                words=&field::DISCLOSURES_LIST
                group="disclosure"
            />
        </AnswerField>
    }
    .into_any()
}

/// Transfers are composed from the recipients: shown here, changed there.
pub fn transfers() -> AnyView {
    view! { <ComposedText section=SectionId::Transfers from=SectionId::Recipients/> }.into_any()
}
