//! The services that were added while a draft was in hand: what each added, what it asks, and how to undo it.
//!
//! They outlive the screen, so that a user may look at what was added and come back to undo it.
//! Knows: nothing of the draft. Does not know: how a service is added, or how this is shown.

use crate::defaults::Added;
use crate::defaults::follow_up::FollowUp;
use leptos::prelude::*;
use std::sync::Arc;

/// One service that was added.
#[derive(Clone)]
pub struct Card {
    /// Its number on this page.
    pub id: u32,
    /// What the service is called.
    pub name: String,
    /// What came with it.
    pub added: Vec<Added>,
    /// What it asks.
    pub asks: Vec<FollowUp>,
    /// Whether "we deliver ourselves" was answered: the notice says nothing of it.
    pub ourselves: bool,
    /// Takes everything back.
    pub undo: Arc<dyn Fn() + Send + Sync>,
}

/// The cards, the last one first.
#[derive(Clone, Copy, Default)]
pub struct Cards(RwSignal<Vec<Card>>);

impl Cards {
    /// The number for the next card.
    pub fn next(self) -> u32 {
        self.0.with_untracked(|cards| cards.iter().map(|card| card.id).max().unwrap_or_default() + 1)
    }

    /// Adds a card above the others.
    pub fn push(self, card: Card) {
        self.0.update(|cards| cards.insert(0, card));
    }

    /// The numbers of the cards; followed.
    pub fn numbers(self) -> Vec<u32> {
        self.0.with(|cards| cards.iter().map(|card| card.id).collect())
    }

    /// A card as it is now.
    pub fn get(self, id: u32) -> Option<Card> {
        self.0.with_untracked(|cards| cards.iter().find(|card| card.id == id).cloned())
    }

    /// Whether "we deliver ourselves" was answered on a card; followed.
    pub fn ourselves(self, id: u32) -> bool {
        self.0.with(|cards| cards.iter().any(|card| card.id == id && card.ourselves))
    }

    /// Remembers whether "we deliver ourselves" was answered on a card.
    pub fn set_ourselves(self, id: u32, ourselves: bool) {
        self.0.update(|cards| {
            if let Some(card) = cards.iter_mut().find(|card| card.id == id) {
                card.ourselves = ourselves;
            }
        });
    }

    /// Removes a card.
    pub fn remove(self, id: u32) {
        self.0.update(|cards| cards.retain(|card| card.id != id));
    }

    /// Another draft is in hand: what was added to the last one is not of it.
    pub fn clear(self) {
        self.0.update(Vec::clear);
    }
}
