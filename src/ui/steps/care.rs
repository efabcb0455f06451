//! Shows: whose clients a care register is about, and what to do where they are another's. Writes: `clients`.

use crate::content::{self, field, ui};
use crate::notice::clients::ClientsOf;
use crate::route::Route;
use crate::ui::browser::show_whole;
use crate::ui::erased::dynamic_view;
use crate::ui::fields::{ChoiceField, are_shown};
use crate::ui::i18n::t;
use crate::ui::icon::{Icon, icon};
use crate::ui::lens::lens;
use crate::ui::state::use_app;
use leptos::prelude::*;

/// The id of the message that another controller has to publish the notice.
const STOP: &str = "clients-stop";

/// The first question of a care register; other kinds are not asked.
pub fn clients() -> Option<AnyView> {
    let is_care = use_app().draft.with_untracked(|draft| draft.notice.is_care());
    is_care.then(|| {
        view! {
            <ChoiceField lens=lens!(clients) path="clients" words=&field::CLIENTS options=&ClientsOf::ALL/>
            <NotYours/>
        }
        .into_any()
    })
}

/// Said at once, unlike other findings: whoever goes on would write a notice that nobody may publish.
/// Once the section has been left, the summary of findings says the same.
#[component]
fn NotYours() -> impl IntoView {
    let app = use_app();
    let section = expect_context();
    let processor = Memo::new(move |_| app.draft.with(|draft| draft.notice.is_processor()));
    // The question is long: without scrolling, the message that an answer brings up could be below the screen.
    Effect::new(move |before: Option<bool>| {
        let stopped = processor.get();
        if stopped && before == Some(false) {
            show_whole(STOP);
        }
        stopped
    });
    let stop = dynamic_view(move || {
        let words = content::rule(content::rule_id::CARE_PROCESSOR)?;
        (processor.get() && !are_shown(section)).then(|| {
            view! {
                <div class="stop">
                    <p class="stop-title">{icon(Icon::Stop)} <span>{t(words.message)}</span></p>
                    <p>{t(words.advice)}</p>
                    <p><a href=Route::New.to_string()>{t(ui::HOME_START)}</a></p>
                </div>
            }
        })
    });
    view! { <div class="stop-place" role="status" id=STOP>{stop}</div> }.into_any()
}
