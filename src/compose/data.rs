//! Whose data, what data, and where it comes from.
//!
//! Law: GDPR 9(2), 14(1)(d), 14(2)(f), 87; Tietosuojalaki 6 § and 29 §.

use super::phrasing::Phrasing;
use crate::content::clause;
use crate::document::{Block, Inline};
use crate::notice::Notice;
use crate::notice::data::Origin;

/// N04.
pub(super) fn subjects(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    phrasing.led_list(&clause::LEAD_DATA_SUBJECTS, phrasing.items(&notice.data_subjects))
}

/// R07.
pub(super) fn categories(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    phrasing.led_list(&clause::LEAD_DATA_CATEGORIES, phrasing.items(&notice.data_categories))
}

/// R10.
pub(super) fn content(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    phrasing.led_list(&clause::LEAD_DATA_CONTENT, phrasing.items(&notice.data_content))
}

/// N11: where there are none, nothing needs to be said.
pub(super) fn special_categories(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let Some(special) = notice.special_categories.yes() else { return Vec::new() };
    let mut blocks = phrasing.led_list(&clause::LEAD_SPECIAL_CATEGORIES, phrasing.items(&special.data));
    blocks.extend(phrasing.terms([(&clause::LABEL_GROUND, phrasing.statement(&special.ground))]));
    blocks
}

/// N12.
pub(super) fn identity_code(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let Some(code) = notice.identity_code.yes() else { return Vec::new() };
    let mut blocks = vec![phrasing.para(&clause::LEAD_IDENTITY_CODE)];
    blocks.extend(phrasing.terms([(&clause::LABEL_GROUND, phrasing.statement(&code.ground))]));
    blocks
}

/// R11 and N09: a public source says that it is one.
pub(super) fn sources(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let sources = notice.sources.iter().filter_map(|source| {
        let mut what = phrasing.statement(&source.what);
        if what.is_empty() {
            return None;
        }
        if source.origin == Origin::Public {
            let public = phrasing.clause(&clause::LEAD_PUBLIC_SOURCE);
            what.push(Inline::Text(format!(" ({public})")));
        }
        Some(what)
    });
    let sources: Vec<_> = sources.collect();
    phrasing.led_list(&clause::LEAD_SOURCES, sources)
}
