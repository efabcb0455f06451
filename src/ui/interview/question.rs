//! A question of the draft in hand and what was chosen, as signals, and how a click answers it.

use crate::content::{self, Question, QuestionOption, VENDORS};
use crate::draft::answers::{Pick, UNKNOWN};
use crate::interview;
use crate::session::Change;
use crate::ui::i18n::t;
use crate::ui::state::App;
use leptos::prelude::*;
use std::sync::Arc;

/// The last answer of all, which can be taken back: the question, and the change.
pub type Last = RwSignal<Option<(&'static str, Arc<Change>)>>;

/// A question of the draft in hand, and what was chosen.
#[derive(Clone, Copy)]
pub struct Card {
    /// The page's state.
    pub app: App,
    /// The question.
    pub question: &'static Question,
    /// What was chosen, followed.
    pub picks: Memo<Vec<Pick>>,
    /// The last answer of all.
    pub last: Last,
}

impl Card {
    /// The card of a question.
    pub fn new(app: App, question: &'static Question, last: Last) -> Self {
        let picks = Memo::new(move |_| app.draft.with(|draft| draft.answers.of(question.id).to_vec()));
        Self { app, question, picks, last }
    }

    /// The id of an element of the card; with nothing, of the card itself.
    pub fn id(self, part: &str) -> String {
        let id = self.question.id;
        if part.is_empty() { format!("question-{id}") } else { format!("question-{id}-{part}") }
    }

    /// Whether this option or this service is chosen, followed.
    pub fn has(self, id: &str) -> bool {
        self.picks.with(|picks| picks.iter().any(|pick| pick.is(id)))
    }

    /// The options that are offered.
    pub fn options(self) -> Vec<&'static QuestionOption> {
        let notice = self.app.draft.with_untracked(|draft| (draft.notice.kind, draft.notice.trade));
        interview::options(self.question, notice.0, notice.1).collect()
    }

    /// Makes this the answer.
    pub fn reply(self, picks: Vec<Pick>) {
        if let Some(change) = self.app.session.reply(self.question, picks) {
            self.last.set(Some((self.question.id, Arc::new(change))));
        }
    }

    /// Chooses something, or does not choose it any more.
    pub fn toggle(self, pick: Pick, on: bool) {
        let picks = self.picks.with_untracked(|picks| interview::toggled(self.question, picks, pick, on));
        self.reply(picks);
    }

    /// What a choice says.
    pub fn words(self, pick: &Pick) -> String {
        match pick {
            Pick::Own(own) => own.name.clone(),
            Pick::Id(id) if id == UNKNOWN => t(content::choice::ANSWER_UNKNOWN.label).to_owned(),
            Pick::Id(id) => {
                let option = self.question.options.iter().find(|option| option.id == id);
                let vendor = || VENDORS.iter().find(|vendor| vendor.id == id).map(|vendor| vendor.name);
                option.map(|option| t(option.text)).or_else(vendor).unwrap_or(id).to_owned()
            }
        }
    }
}
