//! Shows: the register and the firm. Writes: `register_name`, the dates, `controller`, `contact`, `dpo`,
//! `joint_controllers`, `representative`; by way of `care`, `clients`.

use super::care;
use crate::content::field;
use crate::notice::contact::ContactDetails;
use crate::ui::fields::{AnswerField, Input, LanguagesField, OwnField, TextField};
use crate::ui::lens::{Lens, lens, part};
use leptos::prelude::*;

/// What the register is called, and in which languages the notice is published; of care first, whose clients it is about.
pub fn register() -> AnyView {
    view! {
        {care::clients()}
        <OwnField lens=lens!(register_name) path="register-name" words=&field::REGISTER_NAME lines=1/>
        <LanguagesField/>
    }
    .into_any()
}

/// When the notice was drawn up and updated.
pub fn date() -> AnyView {
    view! {
        <TextField lens=lens!(drawn_up.0) path="drawn-up" words=&field::DRAWN_UP input=Input::Date/>
        <TextField lens=lens!(updated.0) path="updated" words=&field::UPDATED input=Input::Date/>
    }
    .into_any()
}

/// The controller.
pub fn controller() -> AnyView {
    view! {
        <TextField
            lens=lens!(controller.name)
            path="controller.name"
            words=&field::CONTROLLER_NAME
            input=Input::Organization
        />
        <TextField lens=lens!(controller.business_id.0) path="controller.business-id" words=&field::CONTROLLER_BUSINESS_ID/>
        <TextField
            lens=lens!(controller.street)
            path="controller.street"
            words=&field::CONTROLLER_STREET
            input=Input::Street
        />
        <div class="field-pair">
            <TextField
                lens=lens!(controller.postal_code)
                path="controller.postal-code"
                words=&field::CONTROLLER_POSTAL_CODE
                input=Input::PostalCode
            />
            <TextField lens=lens!(controller.city) path="controller.city" words=&field::CONTROLLER_CITY input=Input::City/>
        </div>
        <TextField lens=lens!(controller.email) path="controller.email" words=&field::CONTROLLER_EMAIL input=Input::Email/>
        <TextField lens=lens!(controller.phone) path="controller.phone" words=&field::CONTROLLER_PHONE input=Input::Phone/>
        <TextField lens=lens!(controller.website) path="controller.website" words=&field::CONTROLLER_WEBSITE input=Input::Url/>
    }
    .into_any()
}

/// Whom to ask.
pub fn contact() -> AnyView {
    contact_fields(&lens!(contact), "contact")
}

/// The data protection officer.
pub fn dpo() -> AnyView {
    let lens = lens!(dpo);
    let officer = lens.yes();
    view! {
        <AnswerField lens=lens path="dpo" words=&field::DPO>
            {contact_fields(&officer, "dpo")}
        </AnswerField>
    }
    .into_any()
}

/// Joint controllers.
pub fn joint_controllers() -> AnyView {
    let lens = lens!(joint_controllers);
    let joint = lens.yes();
    view! {
        <AnswerField lens=lens path="joint-controllers" words=&field::JOINT_CONTROLLERS>
            <TextField
                lens=part!(joint, parties)
                path="joint-controllers.parties"
                words=&field::JOINT_CONTROLLERS_PARTIES
            />
            <OwnField
                lens=part!(joint, arrangement)
                path="joint-controllers.arrangement"
                words=&field::JOINT_CONTROLLERS_ARRANGEMENT
            />
        </AnswerField>
    }
    .into_any()
}

/// The representative in the EU.
pub fn representative() -> AnyView {
    let lens = lens!(representative);
    let person = lens.yes();
    view! {
        <AnswerField lens=lens path="representative" words=&field::REPRESENTATIVE>
            {contact_fields(&person, "representative")}
        </AnswerField>
    }
    .into_any()
}

/// A person or function that can be reached.
fn contact_fields(lens: &Lens<ContactDetails>, path: &str) -> AnyView {
    view! {
        <TextField lens=part!(lens, name) path=format!("{path}.name") words=&field::PERSON_NAME input=Input::Name/>
        <TextField lens=part!(lens, email) path=format!("{path}.email") words=&field::PERSON_EMAIL input=Input::Email/>
        <TextField lens=part!(lens, phone) path=format!("{path}.phone") words=&field::PERSON_PHONE input=Input::Phone/>
        <TextField lens=part!(lens, address) path=format!("{path}.address") words=&field::PERSON_ADDRESS/>
    }
    .into_any()
}
