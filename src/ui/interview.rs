//! The interview: all questions that are asked, a card for each, in one page. Nothing is submitted: an answer counts at the click.
//!
//! A question that an answer opens or closes comes or goes without touching the other cards, so that focus and scroll stay.

mod card;
mod carried;
mod chip;
mod choices;
mod own;
mod question;
mod services;
mod unknown;

pub use crate::interview::Progress;

use crate::content::{QUESTIONS, ui};
use crate::draft::Draft;
use crate::interview;
use crate::route::Route;
use crate::ui::erased::{dynamic_view, each};
use crate::ui::i18n::{fill, t};
use crate::ui::icon::{Icon, icon};
use crate::ui::preview;
use crate::ui::state::{draft_name, use_app};
use leptos::prelude::*;
use question::Card;

/// The screen.
pub fn interview(draft: &str) -> AnyView {
    let app = use_app();
    let asked = Memo::new(move |_| app.draft.with(asked));
    let last = RwSignal::new(None);
    let cards = each(
        move || asked.get(),
        move |index| {
            let question = usize::try_from(index).ok().and_then(|index| QUESTIONS.get(index));
            question.map(|question| card::card(Card::new(app, question, last))).into_any()
        },
    );
    let progress = progress();
    let value = move || progress.with(|progress| progress.answered.to_string());
    let most = move || progress.with(|progress| progress.of.to_string());
    view! {
        <div class="workspace workspace-tasks workspace-questions">
            <main class="form" id="main">
                <a class="back" href=Route::Tasks(draft.to_owned()).to_string()>
                    {icon(Icon::Back)} {t(ui::STEP_BACK_TO_TASKS)}
                </a>
                <p class="caption">{dynamic_view(move || app.draft.with(draft_name))}</p>
                <h1 id="title" tabindex="-1">{t(ui::QUESTIONS_TITLE)}</h1>
                <div class="progress">
                    <progress max=most aria-hidden="true" prop:value=value></progress>
                    <p class="progress-text" role="status">{how_far(progress)}</p>
                </div>
                <p class="intro">{t(ui::QUESTIONS_INTRO)}</p>
                {carried::offer(app)}
                <div class="questions">{cards}</div>
                <div class="questions-foot">
                    <p class="questions-far" aria-hidden="true">{how_far(progress)}</p>
                    <a class="button" href=after(draft).to_string()>{t(ui::STEP_CONTINUE)}</a>
                </div>
            </main>
            {preview::pane(None)}
        </div>
    }
    .into_any()
}

/// Where the main button leads.
fn after(draft: &str) -> Route {
    Route::Confirm(draft.to_owned())
}

/// The questions that are asked, as their places in the catalogue: what the cards are kept by.
fn asked(draft: &Draft) -> Vec<u32> {
    let Draft { notice, answers, .. } = draft;
    let asked: Vec<_> = interview::questions(notice.kind, notice.trade, answers).map(|one| one.id).collect();
    (0..)
        .zip(QUESTIONS)
        .filter(|(_, question)| asked.contains(&question.id))
        .map(|(index, _)| index)
        .collect()
}

/// How far the interview of the draft in hand is, followed.
pub fn progress() -> Memo<Progress> {
    let app = use_app();
    Memo::new(move |_| {
        app.draft
            .with(|Draft { notice, answers, .. }| interview::progress(notice.kind, notice.trade, answers))
    })
}

/// How far it is in words.
fn how_far(progress: Memo<Progress>) -> AnyView {
    dynamic_view(move || {
        let Progress { answered, unknown, of } = progress.get();
        let done = fill(ui::QUESTIONS_PROGRESS, &[("done", &answered.to_string()), ("of", &of.to_string())]);
        match unknown {
            0 => done,
            _ => format!("{done} · {}", fill(ui::QUESTIONS_TO_FIND_OUT, &[("count", &unknown.to_string())])),
        }
    })
}
