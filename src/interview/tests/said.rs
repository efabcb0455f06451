//! Nothing is published that nobody said, whatever is answered.

use super::typical::pick;
use super::*;
use crate::compose::{as_published, compose};
use crate::lang::Lang;
use crate::notice::date::Date;
use crate::notice::path::FieldPath;
use crate::notice::tree;
use crate::rules::{Beside, check_with};
use crate::section::SectionId;
use proptest::prelude::*;
use proptest::sample::Index;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Without the facts that wait for a yes the notice reads the same, or it is marked as a draft.
    #[test]
    fn a_notice_that_rests_on_a_suggestion_is_marked_as_a_draft(
        kind in any::<RegisterKind>(),
        trade in proptest::option::of(any::<Trade>()),
        replies in proptest::collection::vec(
            (any::<Index>(), proptest::collection::vec(any::<Index>(), 0..4)), 0..8),
        confirmed in proptest::collection::vec(any::<bool>(), SectionId::ALL.len()),
    ) {
        let mut draft = draft_of(kind, trade);
        for (question, picks) in replies {
            let open: Vec<_> = questions(kind, trade, &draft.answers).collect();
            let question = *question.get(&open);
            reply(&mut draft, question, picks.into_iter().map(|index| pick(question, index)).collect());
        }
        let waiting = draft.origins.told(&draft.notice).waiting;
        let yes = waiting.iter().filter(|(section, _)| confirmed[section.index()]);
        draft.origins.confirm(yes.map(|(_, path)| *path));

        let left: Vec<FieldPath> =
            draft.origins.told(&draft.notice).waiting.into_iter().map(|(_, path)| path).collect();
        let mut said = draft.notice.clone();
        tree::clear(&mut said, &left);
        let beside = Beside { origins: Some(&draft.origins), ..Beside::default() };
        let report = check_with(&draft.notice, Date::FIRST, &beside);
        let document = as_published(compose(&draft.notice, Lang::Fi), report.publishable());
        let rests_on_a_guess = compose(&said, Lang::Fi) != compose(&draft.notice, Lang::Fi);
        prop_assert!(!rests_on_a_guess || !document.labels.draft.is_empty(), "{left:?}");
        prop_assert_eq!(report.publishable() && !left.is_empty(), false);
    }
}
