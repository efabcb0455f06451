//! Drafts in the browser's localStorage: `seloste:draft:<id>`, one JSON each.
//!
//! Every call asks for localStorage anew: a browser may block it from the start, or begin to while the page is open.

use crate::draft::PREFIX;
use crate::store::{DraftStore, Settings, StoreError};
use leptos::prelude::window;
use wasm_bindgen::JsValue;
use web_sys::Storage;

const SETTINGS: &str = "seloste:settings";

/// The browser's localStorage.
#[derive(Debug)]
pub struct LocalStore;

fn storage() -> Result<Storage, StoreError> {
    window().local_storage().ok().flatten().ok_or(StoreError::Blocked)
}

fn key(id: &str) -> String {
    format!("{PREFIX}{id}")
}

/// Why a write was refused. Browsers name a full storage in two ways; whatever else they say, writing is not allowed.
fn refusal(error: &JsValue) -> StoreError {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        _ => StoreError::Blocked,
    }
}

impl DraftStore for LocalStore {
    fn usable(&self) -> Result<(), StoreError> {
        // A full storage can still be read; one that is blocked cannot.
        storage()?.get_item(SETTINGS).map(drop).map_err(|_| StoreError::Blocked)
    }

    fn ids(&self) -> Vec<String> {
        let Ok(storage) = storage() else { return Vec::new() };
        let keys =
            (0..storage.length().unwrap_or_default()).filter_map(|index| storage.key(index).ok().flatten());
        keys.filter_map(|key| key.strip_prefix(PREFIX).map(str::to_owned)).collect()
    }

    fn read(&self, id: &str) -> Option<String> {
        storage().ok()?.get_item(&key(id)).ok().flatten()
    }

    fn write(&mut self, id: &str, text: &str) -> Result<(), StoreError> {
        storage()?.set_item(&key(id), text).map_err(|error| refusal(&error))
    }

    fn remove(&mut self, id: &str) -> Result<(), StoreError> {
        storage()?.remove_item(&key(id)).map_err(|_| StoreError::Blocked)
    }
}

impl Settings {
    /// The stored settings, or the defaults.
    pub fn load() -> Self {
        let kept = storage().ok().and_then(|storage| storage.get_item(SETTINGS).ok().flatten());
        kept.map(|kept| Self::read(&kept)).unwrap_or_default()
    }

    /// Stores the settings. Where the browser does not allow it, they last as long as the page.
    pub fn save(self) {
        if let Ok(storage) = storage() {
            let _ = storage.set_item(SETTINGS, &self.written());
        }
    }
}
