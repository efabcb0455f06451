//! Answers that contradict each other, by theme. A notice can be complete and still say two things.
//!
//! Law: GDPR 5(1)(a) and 12(1): what is told must be true and plain; each rule cites its own.
//! Knows: the model and clause ids. A contradiction names the answer that is more likely to be wrong.

pub(super) mod bases;
pub(super) mod claims;
pub(super) mod contacts;
pub(super) mod data;
pub(super) mod marketing;
pub(super) mod periods;
pub(super) mod recipients;
pub(super) mod twice;
pub(super) mod vendors;
pub(super) mod web;
