//! Shows: that the firm has answered the same questions for another of its notices, and takes those answers over. Writes: the answers.

use crate::content::ui;
use crate::interview;
use crate::session::{Kept, group, title_in_firm};
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::i18n::{fill, lang, t};
use crate::ui::messages::Scope;
use crate::ui::state::App;
use leptos::prelude::*;

/// The offer; nothing where no other notice of the firm answers what is still open here.
pub fn offer(app: App) -> AnyView {
    let id = app.draft.with_untracked(|draft| draft.id.clone());
    // Once: a save of this draft does not change the others.
    let firms = group(untrack(|| app.session.drafts())).firms;
    let others = firms.into_iter().find(|firm| firm.has(&id)).map(|firm| firm.drafts).unwrap_or_default();
    let others: Vec<_> = others.into_iter().filter(|kept| kept.draft.id != id).collect();
    dynamic_view(move || {
        let count =
            |kept: &Kept| app.draft.with(|draft| interview::carried(draft, &kept.draft.answers).len());
        let most = others.iter().map(|kept| (count(kept), kept)).max_by_key(|(count, _)| *count);
        most.filter(|(count, _)| *count > 1).map(|(_, kept)| {
            let name = title_in_firm(&kept.draft, lang());
            let answers = kept.draft.answers.clone();
            let done = fill(ui::QUESTIONS_CARRIED, &[("name", &name)]);
            let carry = move |_| {
                if let Some(change) = app.session.carry(&answers) {
                    app.messages.offer_undo(Scope::Screen, done.clone(), move || app.session.take_back(&change));
                }
            };
            view! {
                <div class="note questions-carry">
                    <p>{fill(ui::QUESTIONS_CARRY, &[("name", &name)])}</p>
                    <button type="button" class="button" id="carry" on:click=listener(carry)>{t(ui::QUESTIONS_CARRY_BUTTON)}</button>
                </div>
            }
        })
    })
}
