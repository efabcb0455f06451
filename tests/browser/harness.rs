//! What browser tests and the benchmark stand on: a static host, a browser, a page, and the accessibility rules.
//!
//! Knows: the built app as files, and Chromium. Does not know: what the app is about.
//! A test is one call of [`run::browse`]; everything that it starts ends with it, also when it fails.

// Two programs include these modules, and each uses its own part of them.
#![allow(dead_code, reason = "the benchmark and the tests use different helpers")]

pub mod axe;
pub mod dist;
pub mod driver;
pub mod page;
pub mod run;
pub mod server;
pub mod tools;
