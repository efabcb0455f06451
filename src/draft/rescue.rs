//! The rescue file: what the page hands out when the program has stopped.
//!
//! `{"format": "seloste-rescue", "version": 1, "drafts": {"seloste:draft:<id>": "<text as it was kept>"}}`,
//! written by `public/boot.js` without the program. Its texts are drafts as they were kept, damaged ones too.

use serde_json::Value;

/// What the keys of drafts begin with, in storage and in a rescue file.
pub const PREFIX: &str = "seloste:draft:";

/// The largest rescue file that is opened, in bytes. It holds all drafts of a browser, whose storage has room for some
/// ten million characters.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// How many bytes of a file tell whether it is a rescue file.
pub const BEGINNING: usize = 64;

/// The largest file that is opened, by how it begins.
pub fn max_bytes(beginning: &[u8]) -> usize {
    let beginning = beginning.iter().take(BEGINNING).filter(|byte| !byte.is_ascii_whitespace());
    let beginning: Vec<u8> = beginning.copied().collect();
    if beginning.starts_with(br#"{"format":"seloste-rescue""#) { MAX_BYTES } else { super::MAX_BYTES }
}

/// The drafts of a rescue file, each with its id and its text as it was kept; `None` for any other text.
pub fn rescued(text: &str) -> Option<Vec<(String, String)>> {
    let value: Value = serde_json::from_str(text).ok()?;
    if value.get("format")?.as_str()? != "seloste-rescue" {
        return None;
    }
    let drafts =
        value.get("drafts")?.as_object()?.iter().filter_map(|(key, text)| {
            Some((key.strip_prefix(PREFIX)?.to_owned(), text.as_str()?.to_owned()))
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
        let mut drafts = rescued(file).unwrap();
        drafts.sort();
        assert_eq!(
            drafts,
            [("<b>", "x"), ("a1", "{broken")].map(|(id, text)| (id.to_owned(), text.to_owned()))
        );
    }

    #[test]
    fn only_a_rescue_file_may_be_larger_than_a_draft() {
        for file in ["{\n  \"format\": \"seloste-rescue\",\n", r#"{"format":"seloste-rescue","version":1"#] {
            assert_eq!(max_bytes(file.as_bytes()), MAX_BYTES, "{file}");
        }
        for file in ["", "{\n  \"format\": \"seloste\"", "%PDF-1.7", r#"{"a":"seloste-rescue""#] {
            assert_eq!(max_bytes(file.as_bytes()), crate::draft::MAX_BYTES, "{file}");
        }
        let mut file =
            br#"{"format": "seloste-rescue", "version": 1, "drafts": {"seloste:draft:a": ""#.to_vec();
        file.resize(6 * 1024 * 1024, b'x');
        file.extend(br#""}}"#);
        let text = crate::draft::file_text(&file).expect("it holds all drafts of a browser");
        assert_eq!(rescued(&text).map(|drafts| drafts.len()), Some(1));
    }

    #[test]
    fn other_files_are_none() {
        for text in ["", "{}", "[]", r#"{"format": "seloste"}"#, r#"{"format": "seloste-rescue"}"#] {
            assert_eq!(rescued(text), None, "{text}");
        }
    }
}
