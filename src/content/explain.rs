//! Why a file could not be opened as a draft, in words: the same in the browser and on the command line.
//!
//! Knows: the reasons that `draft` gives, and the interface's words. Does not know: where a message is shown.

use super::{fill, ui};
use crate::draft::OpenError;
use crate::lang::Lang;

/// What was wrong with a file, and what to do about it.
pub fn explain(error: &OpenError, lang: Lang) -> String {
    let said = match error {
        OpenError::Empty => &ui::OPEN_EMPTY,
        OpenError::TooLarge => &ui::OPEN_TOO_LARGE,
        OpenError::NotJson { .. } => &ui::OPEN_NOT_JSON,
        OpenError::NotSeloste => &ui::OPEN_NOT_SELOSTE,
        OpenError::PdfWithoutDraft => &ui::OPEN_PDF_WITHOUT_DRAFT,
        OpenError::NotText => &ui::OPEN_NOT_TEXT,
        OpenError::Newer { .. } => &ui::OPEN_NEWER,
        OpenError::Damaged { .. } => &ui::OPEN_DAMAGED,
    };
    let text = said.get(lang);
    match error {
        OpenError::Empty
        | OpenError::TooLarge
        | OpenError::NotSeloste
        | OpenError::PdfWithoutDraft
        | OpenError::NotText => (*text).to_owned(),
        OpenError::NotJson { line, column } => {
            fill(text, &[("line", &line.to_string()), ("column", &column.to_string())])
        }
        OpenError::Newer { version, minor } => fill(text, &[("version", &format!("{version}.{minor}"))]),
        OpenError::Damaged { reason } => fill(text, &[("reason", reason)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_told_in_every_language_with_its_details() {
        let errors = [
            (OpenError::Empty, vec![]),
            (OpenError::TooLarge, vec![]),
            (OpenError::NotJson { line: 12, column: 34 }, vec!["12", "34"]),
            (OpenError::NotSeloste, vec![]),
            (OpenError::PdfWithoutDraft, vec![]),
            (OpenError::NotText, vec![]),
            (OpenError::Newer { version: 7, minor: 3 }, vec!["7.3"]),
            (OpenError::Damaged { reason: "unknown field `x`".into() }, vec!["`x`"]),
        ];
        for lang in Lang::ALL {
            for (error, details) in &errors {
                let said = explain(error, lang);
                assert!(!said.is_empty() && !said.contains('{'), "{said}");
                assert!(details.iter().all(|detail| said.contains(detail)), "{said}");
            }
        }
    }
}
