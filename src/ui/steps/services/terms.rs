//! Where a service processes data, as a proposal with its day: the service's own terms decide.

use crate::content::{self, VENDORS_AS_OF, Vendor, VendorPlace, choice, ui};
use crate::defaults::follow_up::service_of;
use crate::notice::date::{Date, DateText};
use crate::notice::recipient::Recipient;
use crate::ui::erased::dynamic_view;
use crate::ui::i18n::{fill, lang, t};
use crate::ui::lens::Lens;
use crate::ui::state::use_app;
use leptos::prelude::*;

/// The day on which the facts about the services were written down.
fn as_of() -> String {
    DateText(VENDORS_AS_OF.to_owned()).date().map(Date::dotted).unwrap_or_default()
}

/// The place of a service, and that its terms decide.
pub fn place(vendor: &Vendor) -> String {
    let place = match vendor.place {
        VendorPlace::Eea => t(choice::LOCATION_EEA.label),
        VendorPlace::Abroad(country) => content::country(country, lang()),
        VendorPlace::Asked => return t(ui::SERVICE_PLACE_ASKED).to_owned(),
    };
    fill(ui::SERVICE_PLACE, &[("place", place), ("date", &as_of())])
}

/// Beside the place of a recipient that is a service of the catalogue: check it in the terms.
pub fn check_terms(lens: &Lens<Recipient>) -> AnyView {
    let known = lens.watch(use_app(), |row| service_of(row).is_some_and(|it| it.place != VendorPlace::Asked));
    dynamic_view(move || {
        known.get().unwrap_or_default().then(|| {
            view! { <p class="hint check-terms">{fill(ui::SERVICE_CHECK_TERMS, &[("date", &as_of())])}</p> }
        })
    })
}
