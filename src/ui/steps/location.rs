//! Shows: where a recipient processes data, and on what ground. Writes: a recipient's `location`.

use crate::content::{choice, field};
use crate::notice::answer::Answer;
use crate::notice::recipient::{Location, Safeguard, Transfer};
use crate::ui::erased::{dynamic_view, each};
use crate::ui::fields::{ChoiceField, CountryField, variants};
use crate::ui::lens::{Lens, part};
use crate::ui::state::use_app;
use leptos::prelude::*;

/// In the EEA or not; outside it, which country and on what ground.
pub(super) fn location(path: &str, lens: &Lens<Answer<Location>>) -> AnyView {
    let (radios, chosen) = variants(
        format!("{path}.location"),
        &field::RECIPIENTS_LOCATION,
        lens,
        vec![
            (&choice::LOCATION_EEA, || Location::Eea),
            (&choice::LOCATION_THIRD_COUNTRY, || Location::ThirdCountry(Transfer::default())),
        ],
        |location| usize::from(matches!(location, Location::ThirdCountry(_))),
    );
    let transfer = lens.yes().then(
        |location| if let Location::ThirdCountry(transfer) = location { Some(transfer) } else { None },
        |location| if let Location::ThirdCountry(transfer) = location { Some(transfer) } else { None },
    );
    let path = path.to_owned();
    view! {
        {radios}
        {dynamic_view(move || (chosen.get() == Some(1)).then(|| transfer_fields(&path, &transfer)))}
    }
    .into_any()
}

fn transfer_fields(path: &str, lens: &Lens<Transfer>) -> AnyView {
    view! {
        <div class="conditional">
            {countries(&part!(lens, countries), format!("{path}.location.countries"))}
            <ChoiceField
                lens=part!(lens, safeguard)
                path=format!("{path}.location.safeguard")
                words=&field::RECIPIENTS_LOCATION_SAFEGUARD
                options=&Safeguard::ALL
            />
        </div>
    }
    .into_any()
}

/// One box for each country, and an empty one below: a service may process data in several.
fn countries(lens: &Lens<Vec<String>>, path: String) -> AnyView {
    let app = use_app();
    let count = lens.watch(app, |countries| countries.iter().filter(|name| !name.is_empty()).count());
    let lens = lens.clone();
    let boxes = move || (0..=u32::try_from(count.get().unwrap_or_default()).unwrap_or_default()).collect();
    each(boxes, move |index| {
        let path = if index == 0 { path.clone() } else { format!("{path}-{index}") };
        let words = if index == 0 {
            &field::RECIPIENTS_LOCATION_COUNTRIES
        } else {
            &field::RECIPIENTS_LOCATION_ANOTHER
        };
        view! { <CountryField lens=lens.clone() index=index as usize path=path words=words/> }.into_any()
    })
}
