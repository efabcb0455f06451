//! Our texts in three languages: each text is an index into the file of its language.
//!
//! Finnish is inside every program. The browser app leaves the other languages out of its first load: it fetches the file
//! of a language when the language is used, and hands it in here.
//! Knows: which file fits this program. Does not know: how a file is fetched, or who needs it.

use super::FILES;
use crate::fingerprint::fingerprint;
use crate::lang::Lang;
use std::sync::OnceLock;

/// A text of our own, in every language that has it: its number in the languages' files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(pub(super) u16);

/// Where the texts of a language are.
#[derive(Debug)]
pub enum Source {
    /// In this program.
    Inside(&'static str),
    /// In a file beside the app.
    Beside {
        /// The file's name. It changes with the content, so that an old one from a cache never meets a new program.
        name: &'static str,
        /// What the [`fingerprint`] of its content must be.
        fingerprint: u64,
    },
}

/// The error for a file that is not the one this program was built with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfit;

/// What stands between two texts of a file.
const BETWEEN: char = '\u{1f}';

/// The texts of each language, split from its file on first use.
static TABLES: [OnceLock<Vec<&'static str>>; Lang::ALL.len()] = [const { OnceLock::new() }; _];

impl Text {
    /// The text that says nothing.
    pub const EMPTY: Self = Self(0);

    /// The text in one language; empty where it has not been written, or while the language is not loaded.
    pub fn get(self, lang: Lang) -> &'static str {
        table(lang).and_then(|texts| texts.get(usize::from(self.0))).copied().unwrap_or_default()
    }
}

fn table(lang: Lang) -> Option<&'static Vec<&'static str>> {
    let table = TABLES.get(lang as usize)?;
    match FILES.get(lang as usize)? {
        Source::Inside(file) => Some(table.get_or_init(|| file.split(BETWEEN).collect())),
        Source::Beside { .. } => table.get(),
    }
}

/// Whether the words of a language are there to be used.
pub fn is_loaded(lang: Lang) -> bool {
    table(lang).is_some()
}

/// The name of the file with the words of a language; `None` for a language that is inside.
pub fn file_name(lang: Lang) -> Option<&'static str> {
    match FILES.get(lang as usize)? {
        Source::Inside(_) => None,
        Source::Beside { name, .. } => Some(name),
    }
}

/// Loads the texts of a language. They stay in memory for as long as the program runs.
///
/// # Errors
/// The file is not the one that this program was built with. Nothing has changed then.
pub fn provide(lang: Lang, file: String) -> Result<(), Unfit> {
    let (Some(table), Some(source)) = (TABLES.get(lang as usize), FILES.get(lang as usize)) else {
        return Err(Unfit);
    };
    if !fits(source, &file) {
        return Err(Unfit);
    }
    table.get_or_init(|| file.leak().split(BETWEEN).collect());
    Ok(())
}

fn fits(source: &Source, file: &str) -> bool {
    match source {
        Source::Inside(inside) => *inside == file,
        Source::Beside { fingerprint: expected, .. } => fingerprint(file.as_bytes()) == *expected,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_fits_whole_and_unchanged_or_not_at_all() {
        let file = "\u{1f}kunder\u{1f}leverantörer";
        let source = Source::Beside { name: "texts-sv.txt", fingerprint: fingerprint(file.as_bytes()) };
        assert!(fits(&source, file));
        let others =
            ["", "\u{1f}kunder", "\u{1f}leverantörer\u{1f}kunder", "<!doctype html><title>404</title>"];
        assert!(others.iter().all(|other| !fits(&source, other)));
    }

    #[test]
    fn this_program_has_all_languages_inside_and_takes_no_others() {
        for lang in Lang::ALL {
            assert!(is_loaded(lang));
            assert_eq!(file_name(lang), None);
            assert_eq!(provide(lang, "other\u{1f}words".to_owned()), Err(Unfit));
            assert!(!super::super::ui::HOME_TITLE.get(lang).is_empty());
        }
    }
}
