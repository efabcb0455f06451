//! What waits for a yes, as the finished sentences in which it would be published.
//!
//! A yes must be to something that stands in plain sight, so one card holds at most [`TOGETHER`] rows or answers.
//! Knows: which facts wait, and which sections are composed from them. Does not know: screens.

use super::section_of;
use crate::document::Section;
use crate::lang::Lang;
use crate::notice::Notice;
use crate::notice::origin::Origins;
use crate::notice::path::FieldPath;
use crate::notice::tree;
use crate::section::SectionId;

/// How many rows or answers one yes may confirm.
const TOGETHER: usize = 7;

/// Facts that are confirmed together, and how they would be published.
#[derive(Clone, Debug, PartialEq)]
pub struct ToConfirm {
    /// The section whose screen asks for them.
    pub section: SectionId,
    /// The fields and rows.
    pub paths: Vec<FieldPath>,
    /// The sentences, by the sections in which they stand; none where nothing is composed of these facts.
    pub sentences: Vec<Section>,
}

/// The facts that wait for a yes in a section, in cards of what can be confirmed together.
pub fn to_confirm(notice: &Notice, origins: &Origins, section: SectionId, lang: Lang) -> Vec<ToConfirm> {
    let notice = &*notice.printed();
    let waiting = origins.told(notice).waiting.into_iter();
    let here: Vec<_> = waiting.filter(|(of, _)| *of == section).map(|(_, path)| path).collect();
    let cards = here.chunks(TOGETHER).map(|paths| {
        // Without the other rows of the section, so that the card shows what its yes is about and nothing else.
        let is_other = |path: &FieldPath| path.row_id().is_some() && !paths.contains(path);
        let others: Vec<_> = here.iter().copied().filter(is_other).collect();
        let mut alone = notice.clone();
        tree::clear(&mut alone, &others);
        let sections = std::iter::once(section).chain(composed_from(section).iter().copied());
        let sentences = sections.filter_map(|section| section_of(&alone, section, lang)).collect();
        ToConfirm { section, paths: paths.to_vec(), sentences }
    });
    cards.collect()
}

/// The other sections in which the facts of this one are told.
const fn composed_from(section: SectionId) -> &'static [SectionId] {
    match section {
        SectionId::Purposes => &[SectionId::LegitimateInterests, SectionId::Consent],
        SectionId::Recipients => &[SectionId::Transfers],
        _ => &[],
    }
}
