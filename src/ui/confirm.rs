//! The screen on which the firm says yes: what is only suggested, as finished sentences, and what Seloste never guesses.

mod open;

use crate::compose::{ToConfirm, to_confirm};
use crate::content::{self, ui};
use crate::export::html::{self, HeadingLevel};
use crate::notice::path::FieldPath;
use crate::route::Route;
use crate::section::SectionId;
use crate::ui::browser::focus_first;
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::i18n::{fill, t};
use crate::ui::icon::{Icon, icon};
use crate::ui::language_notices::Awaited;
use crate::ui::messages::Scope;
use crate::ui::preview::LangTabs;
use crate::ui::state::{App, draft_name, use_app};
use crate::ui::tasks::Progress;
use leptos::prelude::*;

/// The screen.
pub fn confirm(draft: &str) -> AnyView {
    let app = use_app();
    let cards = Memo::new(move |_| {
        let lang = app.languages.notice.get();
        if app.languages.files.here(lang) {
            app.draft.with(|draft| to_confirm(&draft.notice, &draft.origins, lang))
        } else {
            Vec::new()
        }
    });
    let left = dynamic_view(move || match cards.with(Vec::len) {
        0 => t(ui::CONFIRM_NOTHING).to_owned(),
        n => fill(ui::CONFIRM_LEFT, &[("n", &n.to_string())]),
    });
    let cards = dynamic_view(move || {
        let lang = app.languages.notice.get().tag();
        cards
            .get()
            .into_iter()
            .enumerate()
            .map(|(place, facts)| card(app, place, facts, lang))
            .collect::<Vec<_>>()
    });
    view! {
        <div class="workspace workspace-check">
            <main class="form" id="main">
                <a class="back" href=Route::Tasks(draft.to_owned()).to_string()>
                    {icon(Icon::Back)} {t(ui::STEP_BACK_TO_TASKS)}
                </a>
                <p class="caption">{dynamic_view(move || app.draft.with(draft_name))}</p>
                <h1 id="title" tabindex="-1">{t(ui::CONFIRM_TITLE)}</h1>
                <Progress/>
                <p class="intro">{t(ui::CONFIRM_INTRO)}</p>
                {open::questions(app)}
                <LangTabs/>
                <Awaited/>
                <div class="confirm-cards">{cards}</div>
                <p class="confirm-left" id=LEFT tabindex="-1" role="status">{left}</p>
                <div class="buttons">
                    <a class="button" href=Route::Check(draft.to_owned()).to_string()>{t(ui::CONFIRM_ON)}</a>
                </div>
            </main>
        </div>
    }
    .into_any()
}

/// The id of the line that says how much is left.
const LEFT: &str = "confirm-left";

/// Facts that one yes confirms.
fn card(app: App, place: usize, facts: ToConfirm, lang: &'static str) -> AnyView {
    let ToConfirm { sections, paths, sentences } = facts;
    let html: String =
        sentences.iter().map(|sentence| html::section_html(sentence, HeadingLevel::new(2))).collect();
    let body = if html.is_empty() {
        view! { <p class="quiet">{t(ui::CONFIRM_NOT_PUBLISHED)}</p> }.into_any()
    } else {
        view! { <div class="notice"><div class="body" lang=lang inner_html=html></div></div> }.into_any()
    };
    let title = |section: &SectionId| t(content::section(*section).title);
    let titles = sections.iter().map(title).collect::<Vec<_>>().join(", ");
    let change = |section: &SectionId| {
        let place = app.draft.with_untracked(|draft| Route::Section(draft.id.clone(), *section).to_string());
        view! { <li><a href=place>{title(section)}</a></li> }
    };
    let changes = sections.iter().map(change).collect_view();
    // The next card comes to the place of the one that was confirmed, and the page does not move.
    let then = move || focus_first(&[&card_id(place), LEFT]);
    let label = titles.clone();
    view! {
        <section class="confirm-card" id=card_id(place) tabindex="-1" aria-label=label>
            {body}
            {yes(app, paths, titles, then)}
            <div class="confirm-change">
                <span>{t(ui::CONFIRM_CHANGE)} ":"</span>
                <ul>{changes}</ul>
            </div>
        </section>
    }
    .into_any()
}

fn card_id(place: usize) -> String {
    format!("confirm-{place}")
}

/// The button that says yes to these facts; `then` moves the focus on from it, since it goes with them.
pub fn yes(app: App, paths: Vec<FieldPath>, titles: String, then: impl Fn() + Send + 'static) -> AnyView {
    let hidden = titles.clone();
    let confirm = move |_| {
        if let Some(change) = app.session.confirm(&paths) {
            let text = fill(ui::CONFIRM_DONE, &[("section", &titles)]);
            app.messages.offer_undo(Scope::Screen, text, move || app.session.take_back(&change));
            then();
        }
    };
    view! {
        <button type="button" class="button button-yes" on:click=listener(confirm)>
            {icon(Icon::Check)} {t(ui::CONFIRM_YES)} <span class="visually-hidden">": " {hidden}</span>
        </button>
    }
    .into_any()
}
