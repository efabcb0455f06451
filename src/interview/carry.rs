//! Answers that the firm gave for another of its notices, taken over where the same is asked.
//!
//! Which services a firm uses and what it does is the same in all of its notices. A claim about a register is not: that it holds no
//! sensitive data, how long it is kept, that all of its recipients are in the EU. Nobody has said that of this one, so it is asked again.
//! Knows: questions and answers. Does not know: which drafts are of one firm.

use super::facts::facts;
use super::{options, questions, reply, services};
use crate::content::Question;
use crate::draft::Draft;
use crate::draft::answers::{Answers, Pick, UNKNOWN};

/// The answers that can be taken over now: to questions that are asked here and are open, and of which every choice is offered here.
pub fn carried(draft: &Draft, from: &Answers) -> Vec<(&'static Question, Vec<Pick>)> {
    let open = questions(draft.notice.kind, draft.notice.trade, &draft.answers)
        .filter(|question| draft.answers.of(question.id).is_empty());
    let same = open.filter_map(|question| {
        let picks = from.of(question.id);
        let known = !picks.is_empty() && picks.iter().all(|pick| is_offered(draft, question, pick));
        (known && !claims(question, picks)).then(|| (question, picks.to_vec()))
    });
    same.collect()
}

/// Takes them over, one after the other: an answer may open a question that was answered there, too.
pub fn carry(draft: &mut Draft, from: &Answers) {
    while let Some((question, picks)) = carried(draft, from).into_iter().next() {
        reply(draft, question, picks);
        if draft.answers.of(question.id).is_empty() {
            return;
        }
    }
}

/// Whether this can be chosen here. "I do not know" is no answer to take over.
fn is_offered(draft: &Draft, question: &'static Question, pick: &Pick) -> bool {
    match pick {
        Pick::Own(_) => question.own.is_some(),
        Pick::Id(id) if id == UNKNOWN => false,
        Pick::Id(id) => {
            let notice = &draft.notice;
            options(question, notice.kind, notice.trade).any(|option| option.id == id)
                || services(question).any(|vendor| vendor.id == id)
        }
    }
}

/// Whether the answer says something of the register itself, and not only which rows it has.
fn claims(question: &'static Question, picks: &[Pick]) -> bool {
    !question.periods.is_empty()
        || question.options.iter().any(|option| option.all_in_eea)
        || facts(question, picks).says.without_rows().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::defaults;
    use crate::interview::find;
    use crate::notice::RegisterKind;

    #[test]
    fn services_are_taken_over_and_claims_about_a_register_are_asked_again() {
        let mut from = Answers::default();
        for (question, pick) in
            [("files", "microsoft-365"), ("exceptions", "exceptions.none"), ("places", "places.eea")]
        {
            let known = find(question).unwrap_or_else(|| panic!("{question}"));
            let offered = known.options.iter().any(|option| option.id == pick)
                || services(known).any(|vendor| vendor.id == pick);
            assert!(offered, "{question}: {pick}");
            from.set(question, vec![Pick::id(pick)]);
        }
        let notice = defaults::new_notice(RegisterKind::Customers, None);
        let mut draft = Draft::new("a", "", notice);
        carry(&mut draft, &from);
        assert_eq!(draft.answers.questions().collect::<Vec<_>>(), ["files"]);
        assert!(draft.notice.special_categories.is_open(), "nobody has said it of this register");
        assert!(draft.notice.recipients.iter().any(|recipient| recipient.name == "Microsoft 365"));
    }
}
