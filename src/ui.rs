//! The browser app: the only part of the library that knows the browser.
//!
//! One signal holds the draft; lenses read and write its parts; findings and document are memos of it.
//! Shows everything, decides nothing: what is missing is `rules`, what is said is `compose` and `content`.

// A component owns its properties, whether it consumes them or not.
#![allow(clippy::needless_pass_by_value)]

mod added;
mod app;
mod beginning;
mod browser;
mod check_answers;
mod composed;
mod confirm;
mod erased;
mod exports;
mod fields;
mod findings;
mod firm;
mod firm_card;
mod header;
mod home;
mod i18n;
mod icon;
mod interview;
mod language_files;
mod language_notices;
mod languages;
mod lens;
mod local_store;
mod messages;
mod new_notice;
mod open_file;
mod pdf;
mod pdf_choice;
mod preview;
mod selection;
mod session;
mod severity;
mod state;
mod status;
mod step;
mod steps;
mod tasks;
mod toast;

/// Starts the app in the element that the page keeps for it.
pub fn start() {
    console_error_panic_hook::set_once();
    app::mount();
}
