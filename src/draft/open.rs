//! Opening a file or a stored text as a draft.
//!
//! Takes Seloste's own JSON, and an HTML or PDF notice that Seloste exported, which carries its draft along.

use super::{Draft, MINOR, VERSION, migrate, pdf, rescue};
use crate::notice::row::RowId;
use crate::notice::tree;
use serde::Deserialize;
use serde_json::Value;
use std::borrow::Cow;

/// The largest text that is taken for a draft, in bytes. The largest real draft is a hundredth of this.
pub const MAX_BYTES: usize = 5 * 1024 * 1024;

/// The highest row id that is believed. A file with a higher one was not written by Seloste, and would soon run out of ids.
const HIGHEST_ROW: RowId = RowId(1_000_000_000);

/// What an exported HTML notice says before its draft.
const EMBEDDED: &str = r#"<script type="application/json" id="seloste-draft">"#;

/// Why a text is not a draft that can be opened. The user's text is never changed by trying.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// Nothing in it.
    Empty,
    /// Larger than [`MAX_BYTES`].
    TooLarge,
    /// Not JSON, or broken off: where the reader stopped.
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// JSON (or HTML), but not Seloste's.
    NotSeloste,
    /// A PDF that carries no draft: another program's, or one that lost it on the way.
    PdfWithoutDraft,
    /// Not UTF-8.
    NotText,
    /// Made by a newer Seloste.
    Newer {
        /// The version that it says it is.
        version: u64,
        /// How often the format had grown within that version.
        minor: u64,
    },
    /// Seloste's, but a part of it is not what it should be: what the reader says of it, in English.
    Damaged {
        /// serde's own words, which name the field.
        reason: String,
    },
}

/// The text of a file: the draft that a PDF carries, or the file itself.
///
/// # Errors
/// An [`OpenError`] when a PDF carries no draft or a damaged one, and when any other file is no text.
pub fn file_text(bytes: &[u8]) -> Result<Cow<'_, str>, OpenError> {
    if bytes.len() > rescue::max_bytes(bytes) {
        return Err(OpenError::TooLarge);
    }
    if pdf::is_pdf(bytes) {
        return pdf::attached(bytes).map(Cow::Owned);
    }
    std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| OpenError::NotText)
}

impl Draft {
    /// Opens a text: a draft's JSON, or an HTML notice with its draft inside.
    ///
    /// # Errors
    /// An [`OpenError`] that names the cause. Nothing is half read.
    pub fn open(text: &str) -> Result<Self, OpenError> {
        if text.len() > MAX_BYTES {
            return Err(OpenError::TooLarge);
        }
        let text = text.trim_start_matches('\u{feff}').trim();
        if text.is_empty() {
            return Err(OpenError::Empty);
        }
        if text.starts_with('<') {
            return Self::open_json(embedded(text).ok_or(OpenError::NotSeloste)?);
        }
        Self::open_json(text)
    }

    fn open_json(text: &str) -> Result<Self, OpenError> {
        let value: Value = serde_json::from_str(text)
            .map_err(|error| OpenError::NotJson { line: error.line(), column: error.column() })?;
        if value.get("format").and_then(Value::as_str) != Some("seloste") {
            return Err(OpenError::NotSeloste);
        }
        let version = value
            .get("version")
            .and_then(Value::as_u64)
            .ok_or_else(|| OpenError::Damaged { reason: "version".to_owned() })?;
        let known = u32::try_from(version).ok().filter(|version| *version <= VERSION);
        let minor = value.get("minor").and_then(Value::as_u64).unwrap_or_default();
        let known = known.ok_or(OpenError::Newer { version, minor })?;
        if known == VERSION && minor > u64::from(MINOR) {
            return Err(OpenError::Newer { version, minor });
        }
        let mut value = migrate::migrate(value, known);
        if let Some(notice) = value.get_mut("notice")
            && tree::number_rows(notice) > HIGHEST_ROW
        {
            return Err(OpenError::Damaged { reason: "last-row".to_owned() });
        }
        let damaged = |reason: String| OpenError::Damaged { reason };
        let mut draft = Self::deserialize(&value).map_err(|error| damaged(error.to_string()))?;
        if let Some(field) = list_for_structure(&value, &draft.tree()) {
            return Err(damaged(format!("{field}: a list where a structure belongs")));
        }
        draft.version = VERSION;
        Ok(draft)
    }
}

/// The first field of a file that is a list where the draft has a structure. serde reads such a list by position, so that values
/// would end in fields that nobody named.
fn list_for_structure(file: &Value, draft: &Value) -> Option<String> {
    match (file, draft) {
        (Value::Array(_), Value::Object(_)) => Some(String::new()),
        (Value::Array(file), Value::Array(draft)) => {
            file.iter().zip(draft).find_map(|(file, draft)| list_for_structure(file, draft))
        }
        (Value::Object(file), Value::Object(draft)) => file.iter().find_map(|(name, field)| {
            let inner = list_for_structure(field, draft.get(name)?)?;
            Some(format!("{name}.{inner}").trim_end_matches('.').to_owned())
        }),
        _ => None,
    }
}

/// The JSON inside an exported notice. Its `<` are written `\u003c`, so that the next tag ends it.
fn embedded(html: &str) -> Option<&str> {
    let (_, after) = html.split_once(EMBEDDED)?;
    after.split_once("</script>").map(|(json, _)| json)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::Notice;

    fn json() -> String {
        Draft::new("a", "2026-11-20T12:00:00Z", Notice::default()).to_json().unwrap()
    }

    #[test]
    fn each_kind_of_bad_file_has_its_own_reason() {
        let newer = json().replace("\"version\": 2", "\"version\": 3");
        let grown = json()
            .replace(&format!("\"minor\": {MINOR}"), &format!("\"minor\": {}", MINOR + 1))
            .replace("\"purposes\"", "\"something-new\": 1, \"purposes\"");
        let half = json()[..60].to_owned();
        let typo = json().replace("\"purposes\"", "\"porpoises\"");
        let cases: [(&str, OpenError); 8] = [
            ("", OpenError::Empty),
            ("\u{feff} \n", OpenError::Empty),
            ("{\"name\": \"package\"}", OpenError::NotSeloste),
            ("<!doctype html><p>Hei", OpenError::NotSeloste),
            ("[1, 2", OpenError::NotJson { line: 1, column: 5 }),
            (&newer, OpenError::Newer { version: 3, minor: u64::from(MINOR) }),
            (&grown, OpenError::Newer { version: 2, minor: u64::from(MINOR) + 1 }),
            (&"x".repeat(MAX_BYTES + 1), OpenError::TooLarge),
        ];
        for (text, error) in cases {
            assert_eq!(Draft::open(text), Err(error));
        }
        assert!(matches!(Draft::open(&half), Err(OpenError::NotJson { .. })));
        let Err(OpenError::Damaged { reason }) = Draft::open(&typo) else { panic!("a typo is damage") };
        assert!(reason.contains("porpoises"), "{reason}");
    }

    #[test]
    fn row_ids_that_leave_no_room_are_damage() {
        let file = r#"{"format": "seloste", "version": 2, "notice": {"last-row": 4294967295}}"#;
        assert!(matches!(Draft::open(file), Err(OpenError::Damaged { reason }) if reason == "last-row"));
    }

    #[test]
    fn a_list_is_no_structure() {
        for (notice, field) in [
            ("[]", "notice"),
            (r#"{"controller": ["Yritys Oy"]}"#, "notice.controller"),
            (r#"{"purposes": [[1]]}"#, "notice.purposes"),
            (r#"{"dpo": {"yes": ["Nimi"]}}"#, "notice.dpo.yes"),
        ] {
            let file = format!(r#"{{"format": "seloste", "version": 2, "notice": {notice}}}"#);
            let Err(OpenError::Damaged { reason }) = Draft::open(&file) else { panic!("{notice} was read") };
            assert!(reason.starts_with(field), "{notice}: {reason}");
        }
        assert!(matches!(Draft::open(r#"["seloste", 2]"#), Err(OpenError::NotSeloste)));
    }

    #[test]
    fn a_sparse_file_is_a_draft() {
        let draft = Draft::open(r#"{"format": "seloste", "version": 1, "notice": {}}"#).unwrap();
        assert_eq!(draft.notice, Notice::default());
    }

    #[test]
    fn an_exported_notice_opens_as_its_draft() {
        let html = format!("<!doctype html><p>x</p>{EMBEDDED}{}</script>", json().replace('<', "\\u003c"));
        assert!(Draft::open(&html).is_ok());
    }
}
