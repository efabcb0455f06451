//! The first question of a new notice: what is it about? The answer chooses the guided defaults.

use crate::content::{self, TradeWords, ui};
use crate::defaults;
use crate::draft::Draft;
use crate::notice::date::DateText;
use crate::notice::{Notice, RegisterKind, Trade};
use crate::route::Route;
use crate::section::SectionId;
use crate::session::Fresh;
use crate::ui::browser::{go_instead, today};
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::i18n::t;
use crate::ui::icon::{Icon, icon};
use crate::ui::session::fresh;
use crate::ui::state::{App, use_app};
use leptos::prelude::*;

/// The screen.
pub fn new_notice() -> AnyView {
    let app = use_app();
    let kind = RwSignal::new(RegisterKind::default());
    let trade = RwSignal::new(None);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        begin(app, kind.get_untracked(), trade.get_untracked());
    };
    let kinds = RegisterKind::ALL.into_iter().filter_map(|one| one_kind(one, kind)).collect_view();
    let trades = Trade::ALL.into_iter().filter_map(content::trade).map(one_trade).collect_view();
    let trade_help = move || trade.get().and_then(content::trade).map(|words| t(words.help));
    view! {
        <main class="page page-narrow" id="main">
            <a class="back" href="#/">{icon(Icon::Back)} {t(ui::NEW_BACK)}</a>
            <h1 id="title" tabindex="-1">{t(ui::NEW_TITLE)}</h1>
            <p class="intro">{t(ui::NEW_INTRO)}</p>
            <form novalidate on:submit=listener(submit)>
                <fieldset class="field">
                    <legend class="field-label">{t(ui::NEW_KIND)}</legend>
                    <div class="choices">{kinds}</div>
                </fieldset>
                <div class="field">
                    <label class="field-label" for="trade">{t(ui::NEW_TRADE)}</label>
                    <p class="hint" id="trade-hint">{dynamic_view(move || trade_help().unwrap_or(t(ui::NEW_TRADE_HINT)))}</p>
                    <select
                        class="input select"
                        id="trade"
                        aria-describedby="trade-hint"
                        on:change:target=move |event| trade.set(Trade::from_id(&event.target().value()))
                    >
                        <option value="">{t(ui::NEW_TRADE_OTHER)}</option>
                        {trades}
                    </select>
                </div>
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

fn one_trade(words: &'static TradeWords) -> AnyView {
    view! { <option value=words.id>{t(words.name)}</option> }.into_any()
}

fn one_kind(kind: RegisterKind, chosen: RwSignal<RegisterKind>) -> Option<AnyView> {
    let register = content::register(kind)?;
    let id = format!("kind-{}", register.id);
    Some(
        view! {
            <div class="choice">
                <input
                    type="radio"
                    name="kind"
                    id=id.clone()
                    prop:checked=move || chosen.get() == kind
                    on:change=listener(move |_| chosen.set(kind))
                />
                <label for=id>
                    {t(register.name)} <span class="choice-hint">{t(register.help)}</span>
                </label>
            </div>
        }
        .into_any(),
    )
}

/// Makes the draft and goes to the firm's details, the first thing that only the user knows. For care it goes to the
/// question whose clients they are: a firm that works for another controller has nothing to fill in.
fn begin(app: App, kind: RegisterKind, trade: Option<Trade>) {
    let suggested = defaults::new_notice(kind, trade);
    let notice = Notice { drawn_up: DateText(today().dotted()), ..suggested.clone() };
    let Fresh { id, now, .. } = fresh();
    let origins = defaults::origins(&suggested, &notice);
    let draft = Draft { origins, ..Draft::new(id.clone(), now, notice) };
    app.session.change(|session| session.keep(&draft));
    let first = if kind == RegisterKind::Care { SectionId::Register } else { SectionId::Controller };
    go_instead(&Route::Section(id, first));
}
