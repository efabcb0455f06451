//! Shows: who gets the data, and where they are. Writes: `recipients`, `disclosures`.

use super::services;
use crate::content::{choice, field, ui};
use crate::notice::answer::Answer;
use crate::notice::recipient::{Location, Recipient, Role, Safeguard, Transfer};
use crate::section::SectionId;
use crate::ui::composed::ComposedText;
use crate::ui::erased::{dynamic_view, each};
use crate::ui::fields::{
    AnswerField, ChoiceField, CountryField, Rows, StatementField, StatementsField, Summary, TextField,
    summary, variants,
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
        {location(&path, &part!(lens, location))}
    }
    .into_any()
}

/// In the EEA or not; outside it, which country and on what ground.
fn location(path: &str, lens: &Lens<Answer<Location>>) -> AnyView {
    let (radios, chosen) = variants(
        format!("{path}.location"),
        &field::RECIPIENTS_LOCATION,
        lens,
        vec![
            (&choice::LOCATION_EEA, || Location::Eea),
            (&choice::LOCATION_THIRD_COUNTRY, || Location::ThirdCountry(Transfer::default())),
        ],
        |location| usize::from(matches!(location, Location::ThirdCountry(_))),
    );
    let transfer = lens.yes().then(
        |location| if let Location::ThirdCountry(transfer) = location { Some(transfer) } else { None },
        |location| if let Location::ThirdCountry(transfer) = location { Some(transfer) } else { None },
    );
    let path = path.to_owned();
    view! {
        {radios}
        {dynamic_view(move || (chosen.get() == Some(1)).then(|| transfer_fields(&path, &transfer)))}
    }
    .into_any()
}

fn transfer_fields(path: &str, lens: &Lens<Transfer>) -> AnyView {
    view! {
        <div class="conditional">
            {countries(&part!(lens, countries), format!("{path}.location.countries"))}
            <ChoiceField
                lens=part!(lens, safeguard)
                path=format!("{path}.location.safeguard")
                words=&field::RECIPIENTS_LOCATION_SAFEGUARD
                options=&Safeguard::ALL
            />
        </div>
    }
    .into_any()
}

/// One box for each country, and an empty one below: a service may process data in several.
fn countries(lens: &Lens<Vec<String>>, path: String) -> AnyView {
    let app = use_app();
    let count = lens.watch(app, |countries| countries.iter().filter(|name| !name.is_empty()).count());
    let lens = lens.clone();
    let boxes = move || (0..=u32::try_from(count.get().unwrap_or_default()).unwrap_or_default()).collect();
    each(boxes, move |index| {
        let path = if index == 0 { path.clone() } else { format!("{path}-{index}") };
        let words = if index == 0 {
            &field::RECIPIENTS_LOCATION_COUNTRIES
        } else {
            &field::RECIPIENTS_LOCATION_ANOTHER
        };
        view! { <CountryField lens=lens.clone() index=index as usize path=path words=words/> }.into_any()
    })
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
