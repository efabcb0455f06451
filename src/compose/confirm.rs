//! What waits for a yes, as the finished sentences in which it would be published.
//!
//! A yes must be to something that stands in plain sight, so one card holds at most [`TOGETHER`] sentences.
//! Knows: which facts wait, and which sections are composed from them. Does not know: screens.

use super::section_of;
use crate::document::Section;
use crate::lang::Lang;
use crate::notice::Notice;
use crate::notice::origin::Origins;
use crate::notice::path::FieldPath;
use crate::notice::tree;
use crate::section::{SectionId, Task};

/// How many sentences one yes may confirm.
const TOGETHER: usize = 7;

/// Facts that are confirmed together, and how they would be published.
#[derive(Clone, Debug, PartialEq)]
pub struct ToConfirm {
    /// The sections whose screens ask for them.
    pub sections: Vec<SectionId>,
    /// The fields and rows.
    pub paths: Vec<FieldPath>,
    /// The sentences, by the sections in which they stand; none where nothing is composed of these facts.
    pub sentences: Vec<Section>,
}

/// The facts that wait for a yes in the sections of a task, in cards of what can be confirmed together.
pub fn to_confirm(notice: &Notice, origins: &Origins, task: Task, lang: Lang) -> Vec<ToConfirm> {
    let notice = &*notice.printed();
    let mut waiting = origins.told(notice).waiting;
    waiting.retain(|(section, _)| section.task() == task);
    let mut cards = Vec::new();
    let mut rest = waiting.as_slice();
    while let Some((facts, later)) =
        rest.split_at_checked(first_card(rest)).filter(|(facts, _)| !facts.is_empty())
    {
        cards.push(card(notice, facts, &waiting, lang));
        rest = later;
    }
    cards
}

/// How many of these facts, from the first on, fit into one card. A list of words is one sentence, however long it is, and stays whole.
fn first_card(waiting: &[(SectionId, FieldPath)]) -> usize {
    let (mut taken, mut sentences) = (0, 0);
    for facts in waiting.chunk_by(|(one, _), (other, _)| one == other && is_one_sentence(*one)) {
        sentences += 1;
        if sentences > TOGETHER {
            break;
        }
        taken += facts.len();
    }
    taken
}

/// A card with these facts, without the rows that have a card of their own: so that it shows what its yes is about and nothing else.
fn card(
    notice: &Notice,
    facts: &[(SectionId, FieldPath)],
    all: &[(SectionId, FieldPath)],
    lang: Lang,
) -> ToConfirm {
    let mut sections: Vec<_> = facts.iter().map(|(section, _)| *section).collect();
    sections.dedup();
    let others: Vec<_> = all
        .iter()
        .filter(|fact| fact.1.row_id().is_some() && !facts.contains(fact))
        .map(|(_, path)| *path)
        .collect();
    let mut alone = notice.clone();
    tree::clear(&mut alone, &others);
    let told = sections
        .iter()
        .flat_map(|section| std::iter::once(*section).chain(composed_from(*section).iter().copied()));
    let sentences = told.filter_map(|section| section_of(&alone, section, lang)).collect();
    ToConfirm { sections, paths: facts.iter().map(|(_, path)| *path).collect(), sentences }
}

/// Sections that are composed as one sentence with a list of words in it.
const fn is_one_sentence(section: SectionId) -> bool {
    matches!(
        section,
        SectionId::DataSubjects | SectionId::DataCategories | SectionId::DataContent | SectionId::Sources
    )
}

/// The other sections in which the facts of this one are told.
const fn composed_from(section: SectionId) -> &'static [SectionId] {
    match section {
        SectionId::Purposes => &[SectionId::LegitimateInterests, SectionId::Consent],
        SectionId::Recipients => &[SectionId::Transfers],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::defaults;
    use crate::notice::origin::Origin;
    use crate::notice::{RegisterKind, Trade};

    /// Every kind and trade, with everything only suggested: each fact is on one card, no card holds more than a reader can take in,
    /// and each shows what it is about.
    #[test]
    fn each_fact_waits_on_one_card_that_shows_it() {
        for kind in RegisterKind::ALL {
            for trade in Trade::ALL.map(Some).into_iter().chain([None]) {
                let notice = defaults::new_notice(kind, trade);
                let mut origins = Origins::default();
                origins.note(&Notice::default(), &notice, &Origin::Suggested);
                let cards: Vec<_> = Task::ALL
                    .into_iter()
                    .flat_map(|task| to_confirm(&notice, &origins, task, Lang::Fi))
                    .collect();
                let mut confirmed: Vec<_> = cards.iter().flat_map(|card| card.paths.clone()).collect();
                let mut waiting: Vec<_> =
                    origins.told(&notice).waiting.into_iter().map(|(_, path)| path).collect();
                confirmed.sort();
                waiting.sort();
                assert_eq!(confirmed, waiting, "{kind:?} {trade:?}");
                for card in &cards {
                    assert!(!card.sentences.is_empty(), "{kind:?} {trade:?}: {:?}", card.sections);
                    let words = |path: &&FieldPath| path.section().is_some_and(is_one_sentence);
                    assert!(card.paths.iter().filter(|path| !words(path)).count() <= TOGETHER, "{card:?}");
                }
            }
        }
    }
}
