//! The rescue file: what the page hands out when the program has stopped.
//!
//! `{"format": "seloste-rescue", "version": 1, "drafts": {"seloste:draft:<id>": "<text as it was kept>"}}`,
//! written by `public/boot.js` without the program. Its texts are drafts as they were kept, damaged ones too.

use super::is_draft_id;
use serde_json::Value;

/// What the keys of its drafts begin with: the names that they have in storage.
const PREFIX: &str = "seloste:draft:";

/// The drafts of a rescue file, each with its id and its text as it was kept; `None` for any other text.
pub fn rescued(text: &str) -> Option<Vec<(String, String)>> {
    let value: Value = serde_json::from_str(text).ok()?;
    if value.get("format")?.as_str()? != "seloste-rescue" {
        return None;
    }
    let drafts = value.get("drafts")?.as_object()?.iter().filter_map(|(key, text)| {
        let id = key.strip_prefix(PREFIX).filter(|id| is_draft_id(id))?;
        Some((id.to_owned(), text.as_str()?.to_owned()))
    });
    Some(drafts.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back_as_they_were_kept() {
        let file = r#"{"format": "seloste-rescue", "version": 1, "saved": "2026-11-21T10:00:00Z",
            "drafts": {"seloste:draft:a1": "{broken", "seloste:draft:<b>": "x", "other": "y"}}"#;
        assert_eq!(rescued(file), Some(vec![("a1".to_owned(), "{broken".to_owned())]));
    }

    #[test]
    fn other_files_are_none() {
        for text in ["", "{}", "[]", r#"{"format": "seloste"}"#, r#"{"format": "seloste-rescue"}"#] {
            assert_eq!(rescued(text), None, "{text}");
        }
    }
}
