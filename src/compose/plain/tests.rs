//! That the plain notice tells what the register table tells, once, and within its budget.

use super::*;
use crate::compose::{compose, told_by_section};
use crate::defaults;
use crate::export::text::text;
use crate::notice::RegisterKind;
use crate::notice::layout::Layout;
use crate::notice::testing::everything;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn words_of(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[test]
fn each_section_of_the_wizard_is_told_in_one_place() {
    let mut told: Vec<_> = SLOTS.iter().flat_map(|slot| slot.parts).map(|(id, _)| *id).collect();
    told.sort_by_key(|id| id.index());
    assert_eq!(told, SectionId::ALL);
    let anchors: BTreeSet<_> = SLOTS.iter().map(|slot| slot.id).collect();
    assert_eq!(anchors.len(), SLOTS.len());
}

/// What the firm adds to one right does not part the others from their list.
#[test]
fn the_rights_are_one_list_whatever_the_firm_adds() {
    let mut notice = defaults::notice(RegisterKind::Customers, None);
    let lists = |notice: &Notice| {
        let document = compose(notice, Lang::Fi);
        let rights = document.section(SectionId::ExercisingRights).unwrap();
        let of_items = |block: &Block| if let Block::List(items) = block { Some(items.len()) } else { None };
        rights.blocks.iter().filter_map(of_items).collect::<Vec<_>>()
    };
    assert_eq!(lists(&notice), [5]);
    notice
        .additions
        .insert(SectionId::RightAccess, crate::lang::Localized::only(Lang::Fi, "Kysy myymälästä."));
    assert_eq!(lists(&notice), [5]);
    notice.replacements.insert(SectionId::RightErasure, crate::lang::Localized::only(Lang::Fi, "Poistamme."));
    assert_eq!(lists(&notice), [4]);
}

/// No sentence stands twice: a reader who meets one again looks for the difference.
#[test]
fn nothing_is_said_twice() {
    for kind in RegisterKind::ALL {
        for lang in Lang::ALL {
            let document = compose(&defaults::notice(kind, None), lang);
            let mut seen = BTreeSet::new();
            for section in &document.sections {
                for block in &section.blocks {
                    let (Block::Para(run) | Block::Heading(run)) = block else { continue };
                    for sentence in plain(run).split_inclusive(". ").filter(|one| one.chars().count() >= 60) {
                        assert!(seen.insert(sentence.to_owned()), "{kind:?} {lang:?}: {sentence}");
                    }
                }
            }
        }
    }
}

/// What the evidence report quotes of a plain notice stands in it.
#[test]
fn what_is_arranged_by_section_stands_in_the_notice() {
    for kind in RegisterKind::ALL {
        for lang in Lang::ALL {
            let notice = defaults::notice(kind, None);
            let whole = words_of(&text(&compose(&notice, lang)));
            for section in told_by_section(&notice, lang).sections {
                for block in section.blocks {
                    let (Block::Para(run) | Block::Heading(run)) = block else { continue };
                    assert!(whole.contains(&words_of(&plain(&run))), "{kind:?} {lang:?}: {}", plain(&run));
                }
            }
        }
    }
}

/// Every text that the firm typed itself and that the register table prints, the plain notice prints, too.
fn own_texts(notice: &Notice) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    crate::notice::parts::visit(&notice.printed(), |_, path, content| {
        let is_link = ["short", "situation"].contains(&path.column_name());
        if let Some(own) = content.own_text().filter(|_| !is_link) {
            texts.push((path.to_string(), words_of(own.get(Lang::Fi))));
        }
    });
    // A letter or two stand somewhere by chance.
    texts.retain(|(_, text)| text.chars().count() > 4);
    texts
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn own_words_of_the_register_table_are_all_told(notice: Notice) {
        let mut notice = notice;
        notice.number_rows();
        let shown = |layout| words_of(&text(&compose(&Notice { layout, ..notice.clone() }, Lang::Fi)));
        let (table, short) = (shown(Layout::Register), shown(Layout::Concise));
        for (path, own) in own_texts(&notice) {
            prop_assert!(short.contains(&own) || !table.contains(&own), "not told: {path}");
        }
    }
}

#[test]
fn everything_that_can_be_said_is_told() {
    let notice = everything();
    let shown = words_of(&text(&compose(&notice, Lang::Fi)));
    let missing: Vec<_> = own_texts(&notice).into_iter().filter(|(_, own)| !shown.contains(own)).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}
