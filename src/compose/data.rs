//! Whose data, what data, and where it comes from.
//!
//! Law: GDPR 9(2), 14(1)(d), 14(2)(f), 87; Tietosuojalaki 6 § and 29 §.

use super::phrasing::Phrasing;
use crate::content::clause;
use crate::document::{Block, Inline};
use crate::notice::Notice;
use crate::notice::data::Origin;

/// Whose data: a list of groups of people. No article asks for it; a reader must see whether they are meant (GDPR 12(1)).
pub(super) fn subjects(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    phrasing.led_list(&clause::LEAD_DATA_SUBJECTS, phrasing.items(&notice.data_subjects))
}

/// The kinds of data (GDPR 14(1)(d)), as a list.
pub(super) fn categories(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    phrasing.led_list(&clause::LEAD_DATA_CATEGORIES, phrasing.items(&notice.data_categories))
}

/// The data item by item, as a list: the same as the kinds, in detail.
pub(super) fn content(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    phrasing.led_list(&clause::LEAD_DATA_CONTENT, phrasing.items(&notice.data_content))
}

/// Which data of special categories there is, and on what ground (GDPR 9(2)). No section where there is none.
pub(super) fn special_categories(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let Some(special) = notice.special_categories.yes() else { return Vec::new() };
    let mut blocks = phrasing.led_list(&clause::LEAD_SPECIAL_CATEGORIES, phrasing.items(&special.data));
    blocks.extend(phrasing.terms([(&clause::LABEL_GROUND, phrasing.statement(&special.ground))]));
    blocks
}

/// That the personal identity code is used, and on what ground (Tietosuojalaki 29 §). No section where it is not.
pub(super) fn identity_code(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let Some(code) = notice.identity_code.yes() else { return Vec::new() };
    let mut blocks = vec![phrasing.para(&clause::LEAD_IDENTITY_CODE)];
    blocks.extend(phrasing.terms([(&clause::LABEL_GROUND, phrasing.statement(&code.ground))]));
    blocks
}

/// Where the data comes from; of a publicly accessible source it must be said that it is one (GDPR 14(2)(f)).
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
