//! A draft: a notice with its name, its dates and what the firm has set aside, as it is stored and handed on.
//!
//! Format 2: `{"format": "seloste", "version": 2, "minor": 1, …}`. A file that cannot be read is refused with a reason, never half
//! read; an older one is migrated, and of a newer one the user is told that it is newer.
//! Knows: JSON and the model. Does not know: storage, the clock (times are arguments), texts for people.

pub mod answers;
mod exported;
mod inflate;
mod migrate;
mod open;
mod pdf;
mod rescue;

use answers::Answers;
pub use exported::Exported;
pub use open::{MAX_BYTES, OpenError, file_text};
pub use rescue::{BEGINNING, PREFIX, max_bytes, rescued};

use crate::notice::Notice;
use crate::notice::dismissal::Dismissal;
use crate::notice::origin::{Origin, Origins};
use crate::notice::tree;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The version of the format that this code writes: raised when a field changes its name or meaning, with a step in `migrate.rs`.
pub const VERSION: u32 = 2;

/// How often the format has grown within its version: raise it whenever a field or a choice is added, so that an older Seloste
/// tells a newer file as newer, and not as damaged. A test compares it with the schema.
pub const MINOR: u32 = 2;

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

/// A draft. Its JSON is the file format.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// Always `"seloste"`.
    pub format: Format,
    /// The version of the format, now 2.
    #[cfg_attr(test, proptest(value = "VERSION"))]
    pub version: u32,
    /// How often the format had grown within that version when the file was written.
    #[serde(default)]
    #[cfg_attr(test, proptest(value = "MINOR"))]
    pub minor: u32,
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
    /// Grows with each save, so that no two saves of a draft are the same text: a window that finds another text than
    /// the one it last saw knows that another window has saved.
    #[serde(default)]
    pub revision: u64,
    /// The notice.
    pub notice: Notice,
    /// Findings that the firm has set aside, with its reasons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dismissals: Vec<Dismissal>,
    /// What the firm has answered in the interview.
    #[serde(default, skip_serializing_if = "Answers::is_empty")]
    #[cfg_attr(test, proptest(value = "Answers::default()"))]
    pub answers: Answers,
    /// Where each answer came from; empty in a draft from a time before this was written down (minor version 0).
    #[serde(default, skip_serializing_if = "Origins::is_empty")]
    #[cfg_attr(test, proptest(value = "Origins::default()"))]
    pub origins: Origins,
    /// What was last exported, to tell whether the notice has changed since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exported: Option<Exported>,
}

impl Draft {
    /// A new draft around a notice.
    pub fn new(id: impl Into<String>, now: impl Into<String>, notice: Notice) -> Self {
        let now = now.into();
        Self {
            format: Format::Seloste,
            version: VERSION,
            minor: MINOR,
            id: id.into(),
            name: String::new(),
            created: now.clone(),
            updated: now,
            revision: 0,
            notice,
            dismissals: Vec::new(),
            answers: Answers::default(),
            origins: Origins::default(),
            exported: None,
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

    /// The draft as a tree of JSON.
    pub(crate) fn tree(&self) -> Value {
        self.to_json().ok().and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default()
    }

    /// The draft as it may ride along in a published notice: what is published, and nothing else. The draft's own name and id, when it
    /// was made, what the firm set aside and why, texts in languages that are not published, and answers in whose stead it wrote its
    /// own words stay at home. Of origins only those go along that say what still waits for a yes: opened again, it must not count
    /// as said.
    #[must_use]
    pub fn to_publish(&self) -> Self {
        let mut notice = self.notice.printed().into_owned();
        tree::keep_published_languages(&mut notice);
        let mut origins = Origins::default();
        for (_, path) in self.origins.told(&notice).waiting {
            origins.set(path, Origin::Suggested);
        }
        Self { origins, ..Self::new("", "", notice) }
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

    /// Takes the descriptions out of a schema: comments may change without the format.
    fn without_descriptions(schema: &mut Value) {
        match schema {
            Value::Array(items) => items.iter_mut().for_each(without_descriptions),
            Value::Object(fields) => {
                fields.retain(|name, value| name != "description" || !value.is_string());
                fields.values_mut().for_each(without_descriptions);
            }
            _ => {}
        }
    }

    /// A field or a choice that is added without raising [`MINOR`] would make an older Seloste call a newer file damaged. So the golden
    /// file also holds the version, and is not written anew while that stays the same.
    #[test]
    fn the_format_grows_only_with_its_minor_version() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/schema.json");
        let mut schema: Value = serde_json::from_str(&Draft::schema().unwrap()).unwrap();
        without_descriptions(&mut schema);
        let now = json!({ "version": VERSION, "minor": MINOR, "schema": schema });
        let golden: Value =
            serde_json::from_str(&std::fs::read_to_string(path).unwrap_or_default()).unwrap_or_default();
        if now == golden {
            return;
        }
        let same_version = ["version", "minor"].iter().all(|name| now[name] == golden[name]);
        assert!(
            !same_version && std::env::var_os("UPDATE_GOLDEN").is_some(),
            "tests/golden/schema.json: the format has grown. Raise MINOR in src/draft.rs (VERSION, with a step in migrate.rs, if a field \
             changed its name or meaning), then UPDATE_GOLDEN=1 cargo test --lib draft"
        );
        std::fs::write(path, serde_json::to_string_pretty(&now).unwrap() + "\n").unwrap();
    }

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
                values.iter().enumerate().for_each(|(key, value)| go(key.to_string(), value));
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
        fn what_is_published_holds_nothing_of_the_firm_s_own(draft: Draft) {
            let published = draft.to_publish();
            prop_assert_eq!(&published, &Draft::new("", "", published.notice.clone()));
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
                Err(OpenError::Newer { .. }) => {
                    prop_assert!(["/version", "/minor"].contains(&path.as_str()), "{}", path);
                }
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
