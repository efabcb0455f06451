//! One question: its choices, what is asked back, and what came of the answer.

use super::question::Card;
use super::{choices, unknown};
use crate::content::{self, Text, ui};
use crate::draft::answers::Pick;
use crate::interview::{self, Outcome, State};
use crate::route::Route;
use crate::ui::browser::focus_soon;
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::fields::summary;
use crate::ui::i18n::{fill, t};
use crate::ui::icon::{Icon, icon};
use crate::ui::state::App;
use leptos::prelude::*;

/// How many rows that came of an answer are named in each section. The rest are counted.
const NAMED: usize = 2;

/// Draws the card.
pub fn card(card: Card) -> AnyView {
    let question = card.question;
    let state = Memo::new(move |_| card.picks.with(|picks| interview::state(question, picks)));
    let help = t(question.help);
    let (help_id, asked_id) = (card.id("help"), card.id("asked"));
    let described = if help.is_empty() { asked_id.clone() } else { format!("{help_id} {asked_id}") };
    let tick = dynamic_view(move || {
        (state.get() == State::Answered)
            .then(|| view! { <span class="question-tick">{icon(Icon::Check)}</span> })
    });
    view! {
        <fieldset
            class="question"
            class:question-contradictory=move || state.get() == State::Contradictory
            id=card.id("")
            aria-describedby=described
        >
            <legend class="question-legend">
                <h2 class="question-title" id=card.id("title") tabindex="-1">{t(question.text)} {tick}</h2>
            </legend>
            {(!help.is_empty()).then(|| view! { <p class="hint" id=help_id>{help}</p> })}
            {choices::choices(card)}
            {unknown::whom_to_ask(card, state)}
            <div class="question-back">
                <div id=asked_id role="status">{asked_back(card)}</div>
                {which_is_right(card)}
            </div>
            {what_follows(card)}
        </fieldset>
    }
    .into_any()
}

/// What cannot be true at the same time: one choice in words, and all the others.
fn contradiction(card: Card) -> Option<[(String, Vec<Pick>); 2]> {
    let (one, others) = card.picks.with(|picks| interview::contradiction(card.question, picks))?;
    let words: Vec<_> = others.iter().map(|pick| card.words(pick)).collect();
    Some([(card.words(&one), vec![one]), (words.join(", "), others)])
}

/// A contradiction shows a question back.
fn asked_back(card: Card) -> AnyView {
    dynamic_view(move || {
        contradiction(card).map(|[(one, _), (others, _)]| {
            let asked = fill(ui::QUESTIONS_CONTRADICTION, &[("name", &one), ("value", &others)]);
            view! { <p class="question-asked">{icon(Icon::Warning)} <span>{asked}</span></p> }
        })
    })
}

/// The two ways out of a contradiction.
fn which_is_right(card: Card) -> AnyView {
    dynamic_view(move || {
        contradiction(card).map(|ways| {
            let buttons = ways.map(|(words, picks)| {
                let keep = move |_| {
                    card.reply(picks.clone());
                    // The button goes with the contradiction.
                    focus_soon(card.id("title"));
                };
                view! {
                    <button type="button" class="button button-secondary" on:click=listener(keep)>{words}</button>
                }
            });
            view! { <div class="question-ways">{buttons.into_iter().collect_view()}</div> }
        })
    })
}

/// What stands in the notice because of the answer, as links to the sections, and the way back from the last answer.
fn what_follows(card: Card) -> AnyView {
    let Card { app, question, last, .. } = card;
    let outcomes = Memo::new(move |_| app.draft.with(|draft| interview::outcomes(draft, question.id)));
    let can_undo =
        Memo::new(move |_| last.with(|last| last.as_ref().is_some_and(|last| last.0 == question.id)));
    let undo = move |_| {
        if let Some((_, change)) = last.get_untracked() {
            last.set(None);
            app.session.take_back(&change);
            focus_soon(card.id("title"));
        }
    };
    let undo = dynamic_view(move || {
        can_undo.get().then(|| {
            view! {
                <button type="button" class="link-button" on:click=listener(undo)>
                    {t(ui::TOAST_UNDO)} <span class="visually-hidden">": " {t(question.text)}</span>
                </button>
            }
        })
    });
    let list = move |title: Text, left_out: bool| {
        outcomes.with(|outcomes| {
            let shown: Vec<_> = outcomes.iter().filter(|outcome| outcome.left_out == left_out).collect();
            (!shown.is_empty()).then(|| {
                let links = shown.into_iter().map(|outcome| link(app, outcome)).collect_view();
                view! { <div class="question-result-facts"><p>{t(title)}</p> " " <ul>{links}</ul></div> }
            })
        })
    };
    let links = dynamic_view(move || (list(ui::QUESTIONS_RESULT, false), list(ui::QUESTIONS_LEFT_OUT, true)));
    view! { <div class="question-result">{links} {undo}</div> }.into_any()
}

/// A section in which something came of the answer, and what that is about.
fn link(app: App, outcome: &Outcome) -> AnyView {
    let named = outcome.rows.iter().map(|brought| {
        let what = || brought.what.as_ref().map(summary).unwrap_or_default();
        if brought.name.is_empty() { what() } else { brought.name.clone() }
    });
    // A whole sentence is read in its section.
    let named: Vec<_> = named.filter(|name| !name.is_empty() && !name.ends_with('.')).collect();
    let mut words = named.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    if named.len() > NAMED {
        let more = fill(ui::QUESTIONS_MORE, &[("count", &(named.len() - NAMED).to_string())]);
        words = format!("{words} {more}");
    }
    let to = Route::Section(app.draft.with_untracked(|draft| draft.id.clone()), outcome.section);
    let title = t(content::section(outcome.section).title);
    view! {
        <li>
            <a href=to.to_string()>{title}</a>
            {(!words.is_empty()).then(|| format!(": {words}"))}
        </li>
    }
    .into_any()
}
