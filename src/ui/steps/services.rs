//! Shows: the catalogue's services. Writes: the recipients, transfers, cookies and purpose that come with one.

use crate::content::{VENDORS, VENDORS_AS_OF, Vendor, capitalised, find_clause, ui};
use crate::defaults;
use crate::notice::date::DateText;
use crate::ui::erased::listener;
use crate::ui::i18n::{fill, t};
use crate::ui::messages::Scope;
use crate::ui::state::{App, use_app};
use leptos::prelude::*;

/// A list of known services, and a button that adds the chosen one.
pub fn picker() -> AnyView {
    let app = use_app();
    let chosen = RwSignal::new(None::<usize>);
    let add = move |_| {
        if let Some(vendor) = chosen.get_untracked().and_then(|place| VENDORS.get(place)) {
            write(app, vendor);
        }
    };
    let as_of = DateText(VENDORS_AS_OF.to_owned());
    let as_of = as_of.date().map(crate::notice::date::Date::dotted).unwrap_or_default();
    view! {
        <div class="field service">
            <label class="field-label" for="service">{t(ui::SERVICE_TITLE)}</label>
            <p class="hint" id="service-hint">{fill(ui::SERVICE_HINT, &[("date", &as_of)])}</p>
            <div class="service-line">
                <select
                    class="input select"
                    id="service"
                    aria-describedby="service-hint"
                    on:change:target=move |event| chosen.set(event.target().value().parse().ok())
                >
                    <option value="">{t(ui::SERVICE_CHOOSE)}</option>
                    {groups()}
                </select>
                <button type="button" class="button button-secondary" id="service-add" on:click=listener(add)>
                    {t(ui::SERVICE_ADD)}
                </button>
            </div>
        </div>
    }
    .into_any()
}

/// The services by what they do, in the order of the file.
fn groups() -> AnyView {
    let mut groups: Vec<(&str, Vec<(usize, &Vendor)>)> = Vec::new();
    for (place, vendor) in VENDORS.iter().enumerate() {
        match groups.iter_mut().find(|(what, _)| *what == vendor.what) {
            Some((_, services)) => services.push((place, vendor)),
            None => groups.push((vendor.what, vec![(place, vendor)])),
        }
    }
    let one = |(what, services): (&str, Vec<(usize, &'static Vendor)>)| {
        let label = find_clause(what).map(|clause| capitalised(t(clause.text))).unwrap_or_default();
        let options = services
            .into_iter()
            .map(|(place, vendor)| view! { <option value=place.to_string()>{vendor.name}</option> })
            .collect_view();
        view! { <optgroup label=label>{options}</optgroup> }
    };
    groups.into_iter().map(one).collect_view().into_any()
}

/// Writes what comes with the service beside what the notice says already, and offers to undo it.
fn write(app: App, vendor: &'static Vendor) {
    let offer = defaults::vendor(vendor);
    let cookies = offer.notice().cookies.is_yes();
    let said = if cookies { ui::SERVICE_ADDED_WITH_COOKIES } else { ui::SERVICE_ADDED };
    if !app.merge_offer(&offer, fill(said, &[("name", vendor.name)])) {
        app.messages.say(Scope::Draft, fill(ui::SERVICE_THERE, &[("name", vendor.name)]));
    }
}
