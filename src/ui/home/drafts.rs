//! Shows: the drafts that this browser keeps, by firm, and what can be done for a firm as a whole.

use super::draft;
use crate::content::ui;
use crate::draft::is_draft_id;
use crate::route::Route;
use crate::session::{Firm, Grouped, Kept, group};
use crate::ui::erased::dynamic_view;
use crate::ui::i18n::t;
use crate::ui::state::{App, use_app};
use leptos::prelude::*;

/// The drafts that this browser keeps.
#[component]
pub fn Drafts() -> impl IntoView {
    let app = use_app();
    let list = dynamic_view(move || {
        let drafts = app.session.drafts();
        if drafts.is_empty() {
            return view! { <p class="quiet">{t(ui::DRAFTS_NONE)}</p> }.into_any();
        }
        let Grouped { firms, nameless, damaged } = group(drafts);
        let damaged = damaged.into_iter().map(|entry| draft::damaged(app, entry)).collect_view();
        let has_damaged = !damaged.is_empty();
        view! {
            <div class="drafts">
                {firms.into_iter().enumerate().map(|(place, one)| firm(app, place, one)).collect_view()}
                {(!nameless.is_empty()).then(|| plain("firm-nameless", t(ui::FIRMS_NAMELESS), rows(app, nameless)))}
                {has_damaged.then(|| plain("firm-damaged", t(ui::FIRMS_DAMAGED), damaged.into_any()))}
            </div>
        }
        .into_any()
    });
    view! {
        <section class="home-drafts" aria-labelledby="drafts-title">
            <h2 id="drafts-title" tabindex="-1">{t(ui::DRAFTS_TITLE)}</h2>
            {list}
            <p class="hint">{t(ui::DRAFTS_WHERE)}</p>
        </section>
    }
    .into_any()
}

fn rows(app: App, drafts: Vec<Kept>) -> AnyView {
    drafts.into_iter().map(|kept| draft::readable(app, kept)).collect_view().into_any()
}

/// A firm: its name, its drafts, and a new one for it.
fn firm(app: App, place: usize, firm: Firm) -> AnyView {
    let id = format!("firm-{place}");
    let differs = firm.differs().then(|| view! { <p class="draft-facts">{t(ui::FIRMS_DIFFER)}</p> });
    let Firm { card, drafts } = firm;
    let controller = card.controller;
    let named = [&controller.name, &controller.business_id.0].map(|text| text.trim().to_owned());
    let title = named.iter().find(|text| !text.is_empty()).cloned().unwrap_or_default();
    let facts = [&controller.business_id.0, &controller.city].map(|text| text.trim());
    let facts = facts.into_iter().filter(|text| !text.is_empty() && *text != title).collect::<Vec<_>>();
    let facts = (!facts.is_empty()).then(|| view! { <p class="draft-facts">{facts.join(" · ")}</p> });
    // The firm is named by one of its drafts, whose id has to fit into a link.
    let linked = drafts.iter().map(|kept| kept.draft.id.clone()).find(|id| is_draft_id(id));
    let actions = linked.map(|draft| {
        let hidden = || view! { <span class="visually-hidden">": " {title.clone()}</span> };
        view! {
            <div class="firm-actions">
                <a class="button button-secondary button-small" href=Route::NewFor(draft.clone()).to_string()>
                    {t(ui::FIRMS_NEW_NOTICE)} {hidden()}
                </a>
                <a class="firm-edit" href=Route::Firm(draft).to_string()>{t(ui::FIRMS_EDIT)} {hidden()}</a>
            </div>
        }
    });
    view! {
        <section class="firm-group" aria-labelledby=id.clone()>
            <div class="firm-head">
                <h3 class="firm-name" id=id.clone()>{title.clone()}</h3>
                {facts}
                {differs}
            </div>
            <ul class="firm-drafts">{rows(app, drafts)}</ul>
            {actions}
        </section>
    }
    .into_any()
}

/// Drafts of no firm.
fn plain(id: &'static str, title: &'static str, rows: AnyView) -> AnyView {
    view! {
        <section class="firm-group" aria-labelledby=id>
            <div class="firm-head"><h3 class="firm-name" id=id>{title}</h3></div>
            <ul class="firm-drafts">{rows}</ul>
        </section>
    }
    .into_any()
}
