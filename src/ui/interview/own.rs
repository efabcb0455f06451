//! Services by a name of the firm's own: a box that opens a line for each.
//!
//! A name counts when the line is left, and not at every key: half a name is no service.

use super::chip::box_and_words;
use super::question::Card;
use crate::content::{find_clause, ui};
use crate::draft::answers::Pick;
use crate::interview;
use crate::ui::browser::{focus_soon, once_released};
use crate::ui::erased::each;
use crate::ui::i18n::t;
use leptos::prelude::*;

/// The box, the last choice beside it, and the lines; the last choice alone where a question takes no service by name.
pub fn own(card: Card, last_choice: AnyView) -> AnyView {
    let Some(kind) = card.question.own else {
        return view! { <div class="chips">{last_choice}</div> }.into_any();
    };
    // What a service by its own name is taken for: its line in the notice says so.
    let what = find_clause(kind).map_or("", |clause| t(clause.text));
    let names = Memo::new(move |_| {
        let name = |pick: &Pick| if let Pick::Own(own) = pick { Some(own.name.clone()) } else { None };
        card.picks.with(|picks| picks.iter().filter_map(name).collect::<Vec<_>>())
    });
    let opened = RwSignal::new(false);
    let open = Memo::new(move |_| {
        // Where one answer is true, another one closes the lines.
        let other = card.question.one && card.picks.with(|picks| !picks.is_empty());
        names.with(|names| !names.is_empty()) || opened.get() && !other
    });
    let choose = move |on: bool| {
        opened.set(on);
        if !on || card.question.one {
            let picks = card.picks.get_untracked();
            card.reply(
                picks.into_iter().filter(|pick| !card.question.one && matches!(pick, Pick::Id(_))).collect(),
            );
        }
        if on {
            focus_soon(card.id("own-0"));
        }
    };
    let lines = each(
        move || {
            let count = u32::try_from(names.with(Vec::len)).unwrap_or_default();
            let empty_line = u32::from(!card.question.one || count == 0);
            if open.get() { (0..count + empty_line).collect() } else { Vec::new() }
        },
        move |place| line(card, names, place),
    );
    view! {
        <div class="chips">
            {box_and_words(card, "other", "chip", open.into(), choose, t(ui::QUESTIONS_OTHER), what)}
            {last_choice}
        </div>
        <div class="question-own">{lines}</div>
    }
    .into_any()
}

/// The line of one service.
fn line(card: Card, names: Memo<Vec<String>>, place: u32) -> AnyView {
    let id = card.id(&format!("own-{place}"));
    let index = usize::try_from(place).unwrap_or_default();
    let value = move || names.with(|names| names.get(index).cloned().unwrap_or_default());
    let label = if place == 0 { ui::QUESTIONS_OTHER_NAME } else { ui::QUESTIONS_OTHER_NEXT };
    let rename = move |name: String| {
        let picks = card.picks.with_untracked(|picks| interview::renamed(card.question, picks, index, &name));
        card.reply(picks);
    };
    view! {
        <div class="question-own-line">
            <label class="field-label field-label-small" for=id.clone()>{t(label)}</label>
            <input
                class="input input-medium"
                type="text"
                id=id
                autocomplete="off"
                maxlength="200"
                prop:value=value
                on:change:target=move |event| {
                    let name = event.target().value();
                    // A tap on another choice leaves this line first. What the name brings must not move that choice from under the finger.
                    once_released(move || rename(name));
                }
            />
        </div>
    }
    .into_any()
}
