//! What waits for a yes, as the finished sentences in which it would be published.
//!
//! A yes must be to something that stands in plain sight, so one card holds at most [`TOGETHER`] sentences.
//! Knows: which facts wait, and which sections are composed from them. Does not know: screens.

use super::section_of;
use crate::document::Section;
use crate::lang::Lang;
use crate::notice::Notice;
use crate::notice::origin::Origins;
use crate::notice::parts;
use crate::notice::path::FieldPath;
use crate::notice::tree;
use crate::section::SectionId;

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

/// The facts that wait for a yes, task by task, in cards of what can be confirmed together.
pub fn to_confirm(notice: &Notice, origins: &Origins, lang: Lang) -> Vec<ToConfirm> {
    let notice = &*notice.printed();
    let mut waiting = origins.told(notice).waiting;
    waiting.sort_by_key(|(section, _)| section.task() as usize);
    let mut cards = Vec::new();
    let mut rest = waiting.as_slice();
    while let Some((facts, later)) =
        rest.split_at_checked(first_card(rest)).filter(|(facts, _)| !facts.is_empty())
    {
        cards.push(card(notice, facts, lang));
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

/// A card with these facts, without the other rows of their lists: so that it shows what its yes is about and nothing else.
fn card(notice: &Notice, facts: &[(SectionId, FieldPath)], lang: Lang) -> ToConfirm {
    let mut sections: Vec<_> = facts.iter().map(|(section, _)| *section).collect();
    sections.dedup();
    let mut others: Vec<FieldPath> = Vec::new();
    parts::visit(notice, |section, path, _| {
        let row = path.column("");
        let is_other = path.row_id().is_some() && !facts.iter().any(|(_, fact)| fact.column("") == row);
        if is_other && sections.contains(&section) && others.last() != Some(&row) {
            others.push(row);
        }
    });
    let mut alone = notice.clone();
    tree::clear(&mut alone, &others);
    // That nothing is transferred is no sentence of this card while another card has a transfer.
    let is_false = |section: SectionId| {
        section == SectionId::Transfers && notice.may_leave_eea() && !alone.may_leave_eea()
    };
    let told = sections
        .iter()
        .flat_map(|section| std::iter::once(*section).chain(composed_from(*section).iter().copied()))
        .filter(|section| !is_false(*section));
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
    use crate::notice::answer::Answer;
    use crate::notice::origin::Origin;
    use crate::notice::recipient::{Location, Recipient, Transfer};
    use crate::notice::row::RowId;
    use crate::notice::statement::Statement;
    use crate::notice::{RegisterKind, Trade};

    /// A recipient in the United States and enough others for a second card: that one does not say that nothing is transferred, and once
    /// the first is confirmed, it does not show its rows again.
    #[test]
    fn a_second_card_says_nothing_that_the_first_one_denies() {
        let row = |id: u32, location| Recipient {
            id: RowId(id),
            name: format!("Palvelu {id}"),
            what: Statement::clause("recipient.hosting"),
            location: Answer::Yes(location),
            ..Recipient::default()
        };
        let abroad =
            Location::ThirdCountry(Transfer { countries: vec!["US".to_owned()], ..Transfer::default() });
        let mut notice = Notice { recipients: vec![row(1, abroad)], ..Notice::default() };
        notice.recipients.extend((2..12).map(|id| row(id, Location::Eea)));
        let mut origins = Origins::default();
        origins.note(&Notice::default(), &notice, &Origin::Suggested);
        let cards = |origins: &Origins| to_confirm(&notice, origins, Lang::Fi);
        let tells = |card: &ToConfirm, section| card.sentences.iter().any(|told| told.id == section);
        let [first, second] = cards(&origins).try_into().expect("two cards");
        assert!(tells(&first, SectionId::Transfers) && !tells(&second, SectionId::Transfers));
        origins.confirm(first.paths);
        assert_eq!(cards(&origins), [second], "what was confirmed does not come back");
    }

    /// Every kind and trade, with everything only suggested: each fact is on one card, no card holds more than a reader can take in,
    /// and each shows what it is about.
    #[test]
    fn each_fact_waits_on_one_card_that_shows_it() {
        for kind in RegisterKind::ALL {
            for trade in Trade::ALL.map(Some).into_iter().chain([None]) {
                let notice = defaults::new_notice(kind, trade);
                let mut origins = Origins::default();
                origins.note(&Notice::default(), &notice, &Origin::Suggested);
                let cards = to_confirm(&notice, &origins, Lang::Fi);
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
