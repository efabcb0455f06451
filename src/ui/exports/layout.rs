//! Shows: how the notice is laid out. Writes: `layout`.

use crate::content::choices::Worded;
use crate::content::ui;
use crate::notice::layout::Layout;
use crate::ui::fields::radio_buttons;
use crate::ui::i18n::t;
use crate::ui::state::App;
use leptos::prelude::*;

/// The choice. It is kept in the draft, and the preview follows it.
pub fn choice(app: App) -> AnyView {
    let chosen = Signal::derive(move || {
        let layout = app.draft.with(|draft| draft.notice.layout);
        Layout::ALL.iter().position(|offered| *offered == layout)
    });
    let choose = Callback::new(move |place: usize| {
        if let Some(layout) = Layout::ALL.get(place) {
            app.draft.update(|draft| draft.notice.layout = *layout);
        }
    });
    let offered = Layout::ALL.map(Worded::words).to_vec();
    view! {
        <fieldset class="field" id="layout">
            <legend class="field-label">{t(ui::EXPORT_LAYOUT)}</legend>
            {radio_buttons("layout", offered, chosen, choose)}
        </fieldset>
    }
    .into_any()
}
