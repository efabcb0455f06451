//! Adds a service in a way that can be undone as one, and lists what came with it.
//!
//! Knows: offers and their origins. Does not know: how cards are shown.

use crate::content::{Vendor, ui};
use crate::defaults::follow_up::{OtherService, follow_ups};
use crate::defaults::{self, added};
use crate::notice::Notice;
use crate::notice::origin::Origin;
use crate::ui::added::Card;
use crate::ui::browser::focus_soon;
use crate::ui::i18n::{fill, lang};
use crate::ui::messages::Scope;
use crate::ui::state::App;
use leptos::prelude::*;
use std::sync::Arc;

/// A change of the notice, and where it comes from.
pub type Step = (Origin, Box<dyn FnOnce(&mut Notice)>);

/// Adds a service of the catalogue. What the firm says along with it, if anything, comes first.
pub fn add_vendor(app: App, vendor: &'static Vendor, said: Option<Step>) {
    let offer = defaults::vendor(vendor);
    let accept: Step = (offer.origin(), Box::new(move |notice| offer.accept(notice)));
    add(app, vendor.name, Some(vendor), said.into_iter().chain([accept]).collect());
}

/// Adds a service that the firm has described. Its role is proposed.
pub fn add_other(app: App, service: OtherService) {
    let (name, proposal) = (service.name.trim().to_owned(), service.clone());
    let steps: Vec<Step> = vec![
        (Origin::Said, Box::new(move |notice| service.write(notice))),
        // A step of its own, because nobody has said this.
        (Origin::AddedWith(proposal.what.to_owned()), Box::new(move |notice| proposal.propose_role(notice))),
    ];
    add(app, &name, None, steps);
}

/// Takes the steps, and shows a card with what they added; says so where they changed nothing.
fn add(app: App, name: &str, vendor: Option<&'static Vendor>, steps: Vec<Step>) {
    let notice = || app.draft.with_untracked(|draft| draft.notice.clone());
    let before = notice();
    let changes: Vec<_> =
        steps.into_iter().filter_map(|(origin, change)| app.session.change_draft(&origin, change)).collect();
    if changes.is_empty() {
        app.messages.say(Scope::Screen, fill(ui::SERVICE_THERE, &[("name", name)]));
        return;
    }
    let after = notice();
    let undo = move || changes.iter().rev().for_each(|change| app.session.take_back(change));
    let id = app.cards.next();
    app.cards.push(Card {
        id,
        name: name.to_owned(),
        added: added(&before, &after, lang()),
        asks: vendor.map(|vendor| follow_ups(vendor, &after)).unwrap_or_default(),
        ourselves: false,
        undo: Arc::new(undo),
    });
    app.messages.close();
    focus_soon(card_id(id));
}

/// The id of a card on the page.
pub fn card_id(id: u32) -> String {
    format!("added-{id}")
}
