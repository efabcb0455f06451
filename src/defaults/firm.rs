//! A firm's details, and how they get into a notice.
//!
//! Knows: the fields of a notice. Does not know: where the details are kept, or what the firm answers beside them.

use crate::notice::Notice;
use crate::notice::contact::ContactDetails;
use crate::notice::date::DateText;
use crate::notice::ids::BusinessId;
use serde::{Deserialize, Serialize};

/// A firm's details as the command line takes them: flat, and all of them optional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Firm {
    /// Registered name with its form.
    pub name: Option<String>,
    /// Y-tunnus.
    pub business_id: Option<String>,
    /// Street and number, or a P.O. box.
    pub street: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// Town.
    pub city: Option<String>,
    /// E-mail of the firm.
    pub email: Option<String>,
    /// Phone of the firm.
    pub phone: Option<String>,
    /// Address on the web.
    pub website: Option<String>,
    /// Whom to ask.
    pub contact: Option<FirmContact>,
    /// When the notice is drawn up.
    pub date: Option<String>,
}

/// The contact person in a firm's details.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FirmContact {
    /// Name of a person or a function.
    pub name: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Phone.
    pub phone: Option<String>,
}

/// Writes what the firm says of itself into a notice; what it does not say stays as it was.
pub fn apply(firm: &Firm, notice: &mut Notice) {
    let set = |field: &mut String, value: &Option<String>| {
        if let Some(value) = value {
            value.trim().clone_into(field);
        }
    };
    let controller = &mut notice.controller;
    set(&mut controller.name, &firm.name);
    if let Some(id) = &firm.business_id {
        let typed = BusinessId(id.trim().to_owned());
        controller.business_id = typed.normalised().map_or(typed, BusinessId);
    }
    set(&mut controller.street, &firm.street);
    set(&mut controller.postal_code, &firm.postal_code);
    set(&mut controller.city, &firm.city);
    set(&mut controller.email, &firm.email);
    set(&mut controller.phone, &firm.phone);
    set(&mut controller.website, &firm.website);
    if let Some(contact) = &firm.contact {
        let ContactDetails { name, email, phone, .. } = &mut notice.contact;
        set(name, &contact.name);
        set(email, &contact.email);
        set(phone, &contact.phone);
    }
    if let Some(date) = &firm.date {
        notice.drawn_up = DateText(date.trim().to_owned());
    }
}
