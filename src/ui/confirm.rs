//! The screen on which the firm says yes: what is only suggested, as finished sentences, and what Seloste never guesses.

mod open;

use crate::compose::{ToConfirm, to_confirm};
use crate::content::{self, ui};
use crate::export::html::{self, HeadingLevel};
use crate::notice::path::FieldPath;
use crate::route::Route;
use crate::section::SectionId;
use crate::session::Change;
use crate::ui::browser::show_first;
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::i18n::{fill, t};
use crate::ui::icon::{Icon, icon};
use crate::ui::language_notices::Awaited;
use crate::ui::preview::LangTabs;
use crate::ui::state::{App, draft_name, use_app};
use crate::ui::tasks::Progress;
use leptos::prelude::*;
use std::sync::Arc;

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
    let cards_left = move || cards.with(Vec::len);
    let left = dynamic_view(move || match cards_left() {
        0 => t(ui::CONFIRM_NOTHING).to_owned(),
        n => fill(ui::CONFIRM_LEFT, &[("n", &n.to_string())]),
    });
    let last = RwSignal::new(None::<Confirmed>);
    let cards = dynamic_view(move || {
        let lang = app.languages.notice.get().tag();
        cards
            .get()
            .into_iter()
            .enumerate()
            .map(|(place, facts)| card(app, place, facts, last, lang))
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
                {dynamic_view(move || undo_line(app, last, cards_left()))}
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
fn card(
    app: App,
    place: usize,
    facts: ToConfirm,
    last: RwSignal<Option<Confirmed>>,
    lang: &'static str,
) -> AnyView {
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
    // The next card comes to the place of the one that was confirmed, and is read from its beginning.
    let then = move |change: Change, said: String| {
        last.set(Some(Confirmed { place, said, change: Arc::new(change) }));
        show_first(&[&card_id(place), LEFT]);
    };
    let label = titles.clone();
    view! {
        {dynamic_view(move || undo_line(app, last, place))}
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

/// What was confirmed last, and how to take it back.
#[derive(Clone)]
struct Confirmed {
    /// Where the card stood.
    place: usize,
    said: String,
    change: Arc<Change>,
}

/// What was confirmed where this card stands now, and its undo: beside the cards, and not over them.
fn undo_line(app: App, last: RwSignal<Option<Confirmed>>, place: usize) -> Option<AnyView> {
    let Confirmed { said, change, .. } = last.get().filter(|last| last.place == place)?;
    let undo = move |_| {
        last.set(None);
        app.session.take_back(&change);
        show_first(&[&card_id(place)]);
    };
    Some(
        view! {
            <p class="confirm-last">
                {icon(Icon::Check)} <span>{said}</span>
                <button type="button" class="link-button" on:click=listener(undo)>{t(ui::TOAST_UNDO)}</button>
            </p>
        }
        .into_any(),
    )
}

fn card_id(place: usize) -> String {
    format!("confirm-{place}")
}

/// The button that says yes to these facts; `then` gets the change and what was said of it, and moves the focus on from the button, which
/// goes with them.
pub fn yes(
    app: App,
    paths: Vec<FieldPath>,
    titles: String,
    then: impl Fn(Change, String) + Send + 'static,
) -> AnyView {
    let hidden = titles.clone();
    let confirm = move |_| {
        if let Some(change) = app.session.confirm(&paths) {
            then(change, fill(ui::CONFIRM_DONE, &[("section", &titles)]));
        }
    };
    view! {
        <button type="button" class="button button-yes" on:click=listener(confirm)>
            {icon(Icon::Check)} {t(ui::CONFIRM_YES)} <span class="visually-hidden">": " {hidden}</span>
        </button>
    }
    .into_any()
}
