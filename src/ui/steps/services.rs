//! Shows: the catalogue's services, found by typing or by browsing, and what adding one did. Writes: what comes with a service.

mod add;
mod cards;
mod other;
mod questions;
mod terms;

pub use terms::check_terms;

use crate::content::{VENDORS, Vendor, capitalised, find_clause, ui};
use crate::defaults::search;
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::i18n::{fill, lang, t};
use crate::ui::state::{App, use_app};
use leptos::prelude::*;

/// A box that finds services, all of them by what they do, one of one's own, and the services that were added.
pub fn picker() -> AnyView {
    let app = use_app();
    let typed = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let found = search(&typed.get(), lang());
        found.into_iter().map(|vendor| vendor.id).collect::<Vec<_>>()
    });
    let blank = move || typed.with(|typed| typed.trim().is_empty());
    let count = move || {
        let count = found.with(Vec::len);
        match (blank(), count) {
            (true, _) => String::new(),
            (false, 0) => t(ui::SERVICE_NONE).to_owned(),
            (false, _) => fill(ui::SERVICE_COUNT, &[("count", &count.to_string())]),
        }
    };
    // The box stands in the form of the section: Enter would leave the screen.
    let stay = |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
        }
    };
    let results = dynamic_view(move || {
        let services =
            found.with(|found| found.iter().filter_map(|id| crate::defaults::service(id)).collect());
        (!blank()).then(|| services_list(app, services))
    });
    view! {
        <div class="field service">
            <label class="field-label" for="service">{t(ui::SERVICE_TITLE)}</label>
            <p class="hint" id="service-hint">{t(ui::SERVICE_HINT)}</p>
            <input
                class="input"
                id="service"
                type="search"
                autocomplete="off"
                aria-describedby="service-hint service-count"
                prop:value=move || typed.get()
                on:input:target=move |event| typed.set(event.target().value())
                on:keydown=listener(stay)
            />
            <p class="hint" id="service-count" role="status">{dynamic_view(count)}</p>
            {results}
            <details class="service-browse">
                <summary>{t(ui::SERVICE_BROWSE)}</summary>
                {groups(app)}
            </details>
            {other::other_service()}
            {cards::cards()}
        </div>
    }
    .into_any()
}

/// The services by what they do, in the order of the file.
fn groups(app: App) -> AnyView {
    let mut groups: Vec<(&str, Vec<&'static Vendor>)> = Vec::new();
    for vendor in VENDORS {
        match groups.iter_mut().find(|(what, _)| *what == vendor.what) {
            Some((_, services)) => services.push(vendor),
            None => groups.push((vendor.what, vec![vendor])),
        }
    }
    let one = |(what, services): (&str, Vec<&'static Vendor>)| {
        let label = find_clause(what).map(|clause| capitalised(t(clause.text))).unwrap_or_default();
        view! {
            <details class="service-group">
                <summary>{label}</summary>
                {services_list(app, services)}
            </details>
        }
    };
    groups.into_iter().map(one).collect_view().into_any()
}

/// Services as buttons that add them, each with its place.
fn services_list(app: App, services: Vec<&'static Vendor>) -> AnyView {
    let one = |vendor: &'static Vendor| {
        view! {
            <li>
                <button
                    type="button"
                    class="service-add"
                    on:click=listener(move |_| add::add_vendor(app, vendor, None))
                >
                    <span class="service-name">{vendor.name}</span>
                    <span class="choice-hint">{terms::place(vendor)}</span>
                </button>
            </li>
        }
    };
    view! { <ul class="service-list">{services.into_iter().map(one).collect_view()}</ul> }.into_any()
}
