//! Shows: what the firm does, which notices it needs, and in which languages. Writes: the choices for new notices.

use crate::content::{self, field, ui};
use crate::defaults;
use crate::lang::Lang;
use crate::notice::{RegisterKind, Trade};
use crate::session::Firm;
use crate::ui::beginning::{Beginning, FirmChoice, Missing, TradeChoice};
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::fields::{hint, hint_id, lang_name};
use crate::ui::firm_card::fault_line;
use crate::ui::i18n::t;
use leptos::prelude::*;

/// A radio button or a checkbox with its label and hint.
pub fn choice(
    kind: &'static str,
    id: &str,
    label: &str,
    hint: &str,
    checked: impl Fn() -> bool + Send + Sync + 'static,
    mut change: impl FnMut() + Send + 'static,
) -> AnyView {
    let group = id.split('-').next().unwrap_or_default().to_owned();
    let hint = (!hint.is_empty()).then(|| view! { <span class="choice-hint">{hint.to_owned()}</span> });
    view! {
        <div class="choice">
            <input
                type=kind
                id=id.to_owned()
                name=group
                prop:checked=checked
                on:change=listener(move |_| change())
            />
            <label for=id.to_owned()>{label.to_owned()} " " {hint}</label>
        </div>
    }
    .into_any()
}

/// What the firm does: the trades by name, and whatever else.
pub fn trades(new: Beginning, firms: Memo<Vec<Firm>>) -> AnyView {
    let mut all: Vec<_> = Trade::ALL
        .into_iter()
        .filter_map(|trade| {
            content::trade(trade).map(|words| (words.id, t(words.name), TradeChoice::Is(trade)))
        })
        .collect();
    all.sort_by_key(|(_, name, _)| *name);
    all.push(("other", t(ui::NEW_TRADE_OTHER), TradeChoice::Other));
    let tiles = all.into_iter().map(|(id, name, trade)| {
        let id = format!("trade-{id}");
        let choose = move |_| {
            firms.with_untracked(|firms| new.choose_trade(trade, chosen_firm(new, firms)));
        };
        view! {
            <div class="tile">
                <input
                    type="radio"
                    name="trade"
                    id=id.clone()
                    prop:checked=move || new.trade.get() == trade
                    on:change=listener(choose)
                />
                <label for=id>{name}</label>
            </div>
        }
    });
    view! {
        <fieldset class="field">
            <legend class="field-title">{t(ui::NEW_TRADE)}</legend>
            <div class="tiles">{tiles.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// The known firm that was chosen.
fn chosen_firm(new: Beginning, firms: &[Firm]) -> Option<&Firm> {
    let FirmChoice::Of(draft) = new.firm.get() else { return None };
    firms.iter().find(|firm| firm.has(&draft))
}

/// The notices that the firm needs: what firms of the trade usually need, what some of them need, and the rest.
pub fn kinds(new: Beginning, firms: Memo<Vec<Firm>>) -> AnyView {
    let missing = move || (new.missing.get() == Some(Missing::Kinds)).then(|| t(ui::NEW_KINDS_MISSING));
    let lists = dynamic_view(move || {
        let trade = new.trade.get().trade();
        let needs = defaults::needs(trade);
        let list = |kinds: Vec<RegisterKind>| {
            let rows = kinds.into_iter().filter_map(|kind| one_kind(new, firms, kind)).collect_view();
            view! { <div class="choices">{rows}</div> }.into_any()
        };
        if needs.proposed.is_empty() {
            return list(needs.others);
        }
        let help = trade.and_then(content::trade).map_or("", |words| t(words.help));
        view! {
            <p class="hint">{help}</p>
            <p class="choices-title">{t(ui::NEW_KINDS_PROPOSED)}</p>
            {list(needs.proposed)}
            <p class="choices-title">{t(ui::NEW_KINDS_ASKED)}</p>
            {list(needs.asked)}
            <details class="why">
                <summary>{t(ui::NEW_KINDS_OTHERS)}</summary>
                {list(needs.others)}
            </details>
        }
        .into_any()
    });
    view! {
        <fieldset class="field" id="kinds" tabindex="-1" aria-describedby="kinds-hint kinds-found">
            <legend class="field-title">{t(ui::NEW_KINDS)}</legend>
            <p class="hint" id="kinds-hint">{t(ui::NEW_KINDS_HINT)}</p>
            <div class="found" id="kinds-found">{dynamic_view(move || missing().map(fault_line))}</div>
            {lists}
        </fieldset>
    }
    .into_any()
}

fn one_kind(new: Beginning, firms: Memo<Vec<Firm>>, kind: RegisterKind) -> Option<AnyView> {
    let register = content::register(kind)?;
    let id = format!("kind-{}", register.id);
    let exists = move || {
        let has = firms.with(|firms| chosen_firm(new, firms).is_some_and(|firm| firm.has_kind(kind)));
        has.then(|| view! { <div class="choice-note">{t(ui::NEW_KIND_EXISTS)}</div> })
    };
    let toggle = move || {
        new.kinds.update(|kinds| {
            if kinds.contains(&kind) {
                kinds.retain(|other| *other != kind);
            } else {
                kinds.push(kind);
            }
        });
        new.missing.set(None);
    };
    let checked = move || new.kinds.with(|kinds| kinds.contains(&kind));
    Some(
        view! {
            {choice("checkbox", &id, t(register.name), t(register.help), checked, toggle)}
            {dynamic_view(exists)}
        }
        .into_any(),
    )
}

/// The languages of the notices. The last one that is ticked cannot be unticked.
pub fn languages(new: Beginning) -> Option<AnyView> {
    let offered: Vec<_> = content::languages().collect();
    (offered.len() > 1).then(|| {
        let words = &field::LANGUAGES;
        let ticks = offered.into_iter().map(|lang| one_language(new, lang)).collect_view();
        view! {
            <fieldset class="field" aria-describedby=hint_id("languages")>
                <legend class="field-title">{t(words.label)}</legend>
                {hint("languages", words)}
                <div class="choices choices-row">{ticks}</div>
            </fieldset>
        }
        .into_any()
    })
}

fn one_language(new: Beginning, lang: Lang) -> AnyView {
    let id = format!("language-{}", lang.tag());
    let ticked = move || new.languages.with(|all| all.contains(&lang));
    let is_last = move || new.languages.with(|all| *all == [lang]);
    let toggle = move |_| {
        new.languages.update(|all| {
            let wanted = |one: &Lang| all.contains(one) != (*one == lang);
            *all = Lang::ALL.into_iter().filter(wanted).collect();
        });
    };
    view! {
        <div class="choice">
            <input
                type="checkbox"
                id=id.clone()
                prop:checked=ticked
                disabled=is_last
                on:change=listener(toggle)
            />
            <label for=id>{lang_name(lang)}</label>
        </div>
    }
    .into_any()
}
