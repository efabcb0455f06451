//! Drafts in the browser's localStorage: `seloste:draft:<id>`, one JSON each.
//!
//! Storage is probed first: where it is blocked, gloo's own access would panic.

use crate::store::{DraftStore, Settings, StoreError};
use gloo_storage::{LocalStorage, Storage};
use leptos::prelude::window;

/// What the keys of drafts begin with.
pub const PREFIX: &str = "seloste:draft:";
const SETTINGS: &str = "seloste:settings";
const PROBE: &str = "seloste:probe";

/// localStorage, once it has been seen to work.
#[derive(Debug)]
pub struct LocalStore(());

impl LocalStore {
    /// The store, or `None` where the browser blocks it.
    pub fn probe() -> Option<Self> {
        let storage = window().local_storage().ok()??;
        // Full storage still reads, so only a blocked one fails here: reading must work, writing need not.
        storage.get_item(PROBE).ok()?;
        Some(Self(()))
    }
}

impl DraftStore for LocalStore {
    fn ids(&self) -> Vec<String> {
        let storage = LocalStorage::raw();
        let keys = (0..LocalStorage::length()).filter_map(|place| storage.key(place).ok().flatten());
        keys.filter_map(|key| key.strip_prefix(PREFIX).map(str::to_owned)).collect()
    }

    fn read(&self, id: &str) -> Option<String> {
        LocalStorage::raw().get_item(&format!("{PREFIX}{id}")).ok().flatten()
    }

    fn write(&mut self, id: &str, text: &str) -> Result<(), StoreError> {
        // The text is JSON already: gloo's `set` would wrap it in quotes.
        LocalStorage::raw().set_item(&format!("{PREFIX}{id}"), text).map_err(|_| StoreError::Full)
    }

    fn remove(&mut self, id: &str) {
        LocalStorage::delete(format!("{PREFIX}{id}"));
    }
}

impl Settings {
    /// What was remembered, or the defaults.
    pub fn load() -> Self {
        let kept = LocalStore::probe().and_then(|_| LocalStorage::raw().get_item(SETTINGS).ok().flatten());
        kept.map(|kept| Self::read(&kept)).unwrap_or_default()
    }

    /// Remembers; a browser that cannot, forgets.
    pub fn save(self) {
        if LocalStore::probe().is_some() {
            let _ = LocalStorage::raw().set_item(SETTINGS, &self.written());
        }
    }
}
