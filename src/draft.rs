//! A draft: a notice with its name and history, as it is stored and handed on.
//!
//! Format 1: `{"format": "seloste", "version": 1, …}`. What cannot be read is refused with a reason, never
//! half read. Knows: JSON and the model. Does not know: storage, the clock (times are arguments), words.

mod inflate;
mod migrate;
mod open;
mod pdf;
mod rescue;

pub use open::{MAX_BYTES, OpenError, file_text};
pub use rescue::rescued;

use crate::notice::Notice;
use crate::notice::dismissal::Dismissal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The version of the format that this code writes.
pub const VERSION: u32 = 1;

/// Whether a text can be a draft's id: it names the draft in URLs and storage keys.
pub fn is_draft_id(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// The name of the format: what tells a draft from the JSON of another program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// The only one.
    #[default]
    Seloste,
}

/// A draft.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// Always `"seloste"`.
    pub format: Format,
    /// The version of the format, now 1.
    #[cfg_attr(test, proptest(value = "VERSION"))]
    pub version: u32,
    /// The draft's id: names it in storage and in URLs. Letters, digits and hyphens.
    #[serde(default)]
    pub id: String,
    /// What the user calls it; empty until named, and then the firm's name stands for it.
    #[serde(default)]
    pub name: String,
    /// When it was made, ISO 8601 in UTC, to the second.
    #[serde(default)]
    pub created: String,
    /// When it was last changed, likewise.
    #[serde(default)]
    pub updated: String,
    /// Grows by one with each save, so that two windows can tell whose is newer.
    #[serde(default)]
    pub revision: u64,
    /// The notice.
    pub notice: Notice,
    /// Findings that the firm has set aside, with its reasons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dismissals: Vec<Dismissal>,
}

impl Draft {
    /// A new draft around a notice.
    pub fn new(id: impl Into<String>, now: impl Into<String>, notice: Notice) -> Self {
        let now = now.into();
        Self {
            format: Format::Seloste,
            version: VERSION,
            id: id.into(),
            name: String::new(),
            created: now.clone(),
            updated: now,
            revision: 0,
            notice,
            dismissals: Vec::new(),
        }
    }

    /// The draft as JSON, indented: people open these files. Stored in the same form, because a second one
    /// would bring the code for the whole model into the app a second time.
    ///
    /// # Errors
    /// None in practice: every part of a draft has a JSON form. The error is passed on rather than hidden.
    pub fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(self)
    }

    /// The draft as it may ride along in a published notice: without what the firm set aside, and why.
    #[must_use]
    pub fn to_publish(&self) -> Self {
        Self { dismissals: Vec::new(), ..self.clone() }
    }

    /// The JSON Schema of the format.
    ///
    /// # Errors
    /// None in practice, as with [`to_json`](Self::to_json).
    pub fn schema() -> Result<String, serde_json::Error> {
        serde_json::to_string_pretty(&schemars::schema_for!(Self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    /// Where each value in a file stands, as JSON pointers; without the file as a whole.
    fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
        let mut go = |key: String, value| {
            let at = format!("{at}/{key}");
            found.push(at.clone());
            pointers(value, &at, found);
        };
        match value {
            Value::Object(fields) => fields.iter().for_each(|(key, value)| go(key.clone(), value)),
            Value::Array(values) => {
                values.iter().enumerate().for_each(|(key, value)| go(key.to_string(), value))
            }
            _ => {}
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn any_draft_goes_through_json_and_back(mut draft: Draft) {
            draft.notice.number_rows();
            let json = draft.to_json().unwrap();
            prop_assert_eq!(Draft::open(&json).unwrap(), draft);
        }

        #[test]
        fn what_is_published_holds_no_reason(draft: Draft) {
            let published = draft.to_publish();
            prop_assert!(published.dismissals.is_empty());
            prop_assert_eq!(published.notice, draft.notice);
        }

        /// Wherever a value in a file is not what stood there, the file opens as another draft, or the reader is told why not.
        #[test]
        fn a_file_with_any_value_changed_opens_or_says_why_not(
            draft: Draft,
            at in any::<proptest::sample::Index>(),
            other in prop_oneof![
                Just(json!(null)), Just(json!([])), Just(json!({})), Just(json!({ "yes": {} })), Just(json!([7])),
                any::<i64>().prop_map(Value::from), any::<String>().prop_map(Value::from), any::<bool>().prop_map(Value::from),
            ],
        ) {
            let mut file = serde_json::to_value(&draft).unwrap();
            let mut paths = Vec::new();
            pointers(&file, "", &mut paths);
            let path = at.get(&paths);
            *file.pointer_mut(path).unwrap() = other;
            match Draft::open(&file.to_string()) {
                Ok(opened) => prop_assert_eq!(Draft::open(&opened.to_json().unwrap()), Ok(opened)),
                Err(OpenError::Damaged { reason }) => prop_assert!(!reason.is_empty(), "{}", path),
                Err(OpenError::NotSeloste) => prop_assert_eq!(path, "/format"),
                Err(OpenError::Newer { .. }) => prop_assert_eq!(path, "/version"),
                Err(error) => prop_assert!(false, "{}: {:?}", path, error),
            }
        }

        #[test]
        fn opening_a_draft_that_lost_a_piece_ends_in_an_answer(cut in 0usize..4000, len in 1usize..50) {
            let json = Draft::new("a", "2026-11-20T12:00:00Z", Notice::default()).to_json().unwrap();
            let start = cut % json.len();
            let mut bytes = json.into_bytes();
            let end = (start + len).min(bytes.len());
            bytes.drain(start..end);
            let _ = Draft::open(&String::from_utf8_lossy(&bytes));
        }
    }
}
