//! Whose data, what data, and where it comes from.
//!
//! Law: GDPR 9(2), 14(1)(d), 14(2)(f), 87; Tietosuojalaki 6 § and 29 §.

use super::words::Words;
use crate::content::clause;
use crate::document::{Block, Inline};
use crate::notice::Notice;
use crate::notice::data::Origin;

/// N04.
pub(super) fn subjects(notice: &Notice, words: Words) -> Vec<Block> {
    words.led_list(&clause::LEAD_DATA_SUBJECTS, words.items(&notice.data_subjects))
}

/// R07.
pub(super) fn categories(notice: &Notice, words: Words) -> Vec<Block> {
    words.led_list(&clause::LEAD_DATA_CATEGORIES, words.items(&notice.data_categories))
}

/// R10.
pub(super) fn content(notice: &Notice, words: Words) -> Vec<Block> {
    words.led_list(&clause::LEAD_DATA_CONTENT, words.items(&notice.data_content))
}

/// N11: where there are none, nothing needs to be said.
pub(super) fn special_categories(notice: &Notice, words: Words) -> Vec<Block> {
    let Some(special) = notice.special_categories.yes() else { return Vec::new() };
    let mut blocks = words.led_list(&clause::LEAD_SPECIAL_CATEGORIES, words.items(&special.data));
    blocks.extend(words.terms([(&clause::LABEL_GROUND, words.statement(&special.ground))]));
    blocks
}

/// N12.
pub(super) fn identity_code(notice: &Notice, words: Words) -> Vec<Block> {
    let Some(code) = notice.identity_code.yes() else { return Vec::new() };
    let mut blocks = vec![words.para(&clause::LEAD_IDENTITY_CODE)];
    blocks.extend(words.terms([(&clause::LABEL_GROUND, words.statement(&code.ground))]));
    blocks
}

/// R11 and N09: a public source says that it is one.
pub(super) fn sources(notice: &Notice, words: Words) -> Vec<Block> {
    let sources = notice.sources.iter().filter_map(|source| {
        let mut what = words.statement(&source.what);
        if what.is_empty() {
            return None;
        }
        if source.origin == Origin::Public {
            let public = words.clause(&clause::LEAD_PUBLIC_SOURCE);
            what.push(Inline::Text(format!(" ({public})")));
        }
        Some(what)
    });
    let sources: Vec<_> = sources.collect();
    words.led_list(&clause::LEAD_SOURCES, sources)
}
