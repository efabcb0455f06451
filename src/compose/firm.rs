//! The register and the firm: name, dates, controller, contact, officer, joint controllers, representative.
//!
//! Law: GDPR 13(1)(a)–(b), 26, 27.

use super::phrasing::{Phrasing, Run, email, phone, run, website};
use crate::content::clause;
use crate::document::{Block, Inline};
use crate::notice::Notice;
use crate::notice::contact::ContactDetails;

/// The register's name, as the firm wrote it. The notice's title holds it too.
pub(super) fn register(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let name = phrasing.local(&notice.register_name);
    if name.is_empty() { Vec::new() } else { vec![Block::Para(name)] }
}

/// When the notice was drawn up and updated. One of the dates also stands under the title.
pub(super) fn dates(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    phrasing.terms([
        (&clause::LABEL_DRAWN_UP, run(&phrasing.date(&notice.drawn_up))),
        (&clause::LABEL_UPDATED, run(&phrasing.date(&notice.updated))),
    ])
}

/// The controller's name and contact details (GDPR 13(1)(a)); the business id in its usual form, where it is one.
pub(super) fn controller(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let firm = &notice.controller;
    let business_id = firm.business_id.normalised().unwrap_or_else(|| firm.business_id.0.clone());
    phrasing.terms([
        (&clause::LABEL_NAME, run(&firm.name)),
        (&clause::LABEL_BUSINESS_ID, run(&business_id)),
        (&clause::LABEL_ADDRESS, run(&firm.postal_address())),
        (&clause::LABEL_EMAIL, email(&firm.email)),
        (&clause::LABEL_PHONE, phone(&firm.phone)),
        (&clause::LABEL_WEBSITE, website(&firm.website)),
    ])
}

/// Whom to ask.
pub(super) fn contact(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    details(&notice.contact, phrasing)
}

/// How to reach the data protection officer (GDPR 13(1)(b)). No section where none has been appointed.
pub(super) fn dpo(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    notice.dpo.yes().map(|officer| details(officer, phrasing)).unwrap_or_default()
}

/// The other controllers, and the essence of the arrangement with them (GDPR 26(2)).
pub(super) fn joint_controllers(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let Some(joint) = notice.joint_controllers.yes() else { return Vec::new() };
    phrasing.terms([
        (&clause::LABEL_PARTIES, run(&joint.parties)),
        (&clause::LABEL_ARRANGEMENT, phrasing.local(&joint.arrangement)),
    ])
}

/// The representative in the EU of a controller outside it (GDPR 13(1)(a), 27).
pub(super) fn representative(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    notice.representative.yes().map(|representative| details(representative, phrasing)).unwrap_or_default()
}

/// A person or function and how to reach them, as terms.
pub(super) fn details(details: &ContactDetails, phrasing: Phrasing) -> Vec<Block> {
    phrasing.terms([
        (&clause::LABEL_NAME, run(&details.name)),
        (&clause::LABEL_ADDRESS, run(&details.address)),
        (&clause::LABEL_EMAIL, email(&details.email)),
        (&clause::LABEL_PHONE, phone(&details.phone)),
    ])
}

/// Where requests go: the e-mail and phone of the contact, or else of the firm, or else the postal address.
pub(super) fn channels(notice: &Notice) -> Run {
    let first = |candidates: [&str; 2]| {
        candidates.into_iter().map(str::trim).find(|typed| !typed.is_empty()).unwrap_or_default().to_owned()
    };
    let mut channels = email(&first([&notice.contact.email, &notice.controller.email]));
    let number = phone(&first([&notice.contact.phone, &notice.controller.phone]));
    if !channels.is_empty() && !number.is_empty() {
        channels.push(Inline::Text(", ".to_owned()));
    }
    channels.extend(number);
    if channels.is_empty() {
        channels = run(&first([&notice.contact.address, &notice.controller.postal_address()]));
    }
    channels
}
