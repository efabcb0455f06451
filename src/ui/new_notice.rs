//! The first question of a new notice: what is it about? The answer brings the guided defaults.

use crate::content::{self, Register, ui};
use crate::defaults;
use crate::draft::Draft;
use crate::notice::RegisterKind;
use crate::notice::date::DateText;
use crate::route::Route;
use crate::section::SectionId;
use crate::ui::browser::{go_instead, new_id, now, today};
use crate::ui::i18n::t;
use crate::ui::state::{App, use_app};
use crate::ui::status::{Icon, icon};
use leptos::prelude::*;

/// The screen.
pub fn new_notice() -> AnyView {
    let app = use_app();
    let kind = RwSignal::new(RegisterKind::default());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        begin(app, kind.get_untracked());
    };
    let kinds = content::REGISTERS.iter().filter_map(|register| one_kind(register, kind)).collect_view();
    view! {
        <main class="page page-narrow" id="main">
            <a class="back" href="#/">{icon(Icon::Back)} {t(ui::NEW_BACK)}</a>
            <h1 id="title" tabindex="-1">{t(ui::NEW_TITLE)}</h1>
            <p class="intro">{t(ui::NEW_INTRO)}</p>
            <form novalidate on:submit=submit>
                <fieldset class="field">
                    <legend class="field-label">{t(ui::NEW_KIND)}</legend>
                    <div class="choices">{kinds}</div>
                </fieldset>
                <h2>{t(ui::NEW_NEXT_TITLE)}</h2>
                <p>{t(ui::NEW_NEXT)}</p>
                <div class="buttons">
                    <button type="submit" class="button">{t(ui::STEP_CONTINUE)}</button>
                </div>
            </form>
        </main>
    }
    .into_any()
}

fn one_kind(register: &'static Register, chosen: RwSignal<RegisterKind>) -> Option<AnyView> {
    let kind = RegisterKind::from_id(register.id)?;
    let id = format!("kind-{}", register.id);
    Some(
        view! {
            <div class="choice">
                <input
                    type="radio"
                    name="kind"
                    id=id.clone()
                    prop:checked=move || chosen.get() == kind
                    on:change=move |_| chosen.set(kind)
                />
                <label for=id>
                    {t(register.name)} <span class="choice-hint">{t(register.help)}</span>
                </label>
            </div>
        }
        .into_any(),
    )
}

/// Makes the draft and goes to the firm's details, the first thing that only the user knows.
fn begin(app: App, kind: RegisterKind) {
    let mut notice = defaults::notice(kind);
    notice.drawn_up = DateText(today().dotted());
    let draft = Draft::new(new_id(), now(), notice);
    let id = draft.id.clone();
    // Kept in memory where it cannot be stored; the standing notice says so.
    let _ = app.keep(&draft);
    go_instead(&Route::Section(id, SectionId::Controller));
}
