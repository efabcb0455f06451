//! Shows: a button for each finding that has one right answer. Writes: the fix, and offers to undo it.

use crate::content::{self, ui};
use crate::notice::origin::Origin;
use crate::rules::Group;
use crate::rules::fix::{Fix, FixKind, fix};
use crate::ui::browser::focus_soon;
use crate::ui::erased::listener;
use crate::ui::fields::label;
use crate::ui::i18n::{fill, t};
use crate::ui::state::App;
use leptos::prelude::*;

/// Buttons for the fixes of a group's findings, each once. A pressed button disappears, so the focus moves to the id `then`.
pub fn buttons(app: App, group: &Group<'_>, then: &'static str) -> Option<AnyView> {
    /// A fix reads the whole notice: of many places in one text the first few get a button, and then the next.
    const MOST_IN_A_FIELD: usize = 3;
    let mut offered: Vec<(Fix, Option<String>)> = Vec::new();
    let (mut last, mut count) = (None, 0);
    for finding in &group.findings {
        count = if last.replace(finding.field) == Some(finding.field) { count + 1 } else { 1 };
        if count > MOST_IN_A_FIELD {
            continue;
        }
        app.draft.with_untracked(|draft| {
            if let Some(fix) =
                fix(finding, &draft.notice).filter(|fix| offered.iter().all(|(other, _)| other != fix))
            {
                offered.push((fix, label(&draft.notice, finding.field)));
            }
        });
    }
    let several = offered.len() > 1;
    let buttons = offered.into_iter().map(|(fix, field)| {
        let what = words(&fix.kind);
        let which = several.then_some(field).flatten();
        let apply = {
            let what = what.clone();
            move |_| {
                let text = fill(ui::FIX_DONE, &[("what", &what)]);
                app.change_with_undo(&Origin::Said, |notice| fix.apply(notice), text);
                focus_soon(then.to_owned());
            }
        };
        view! {
            <button type="button" class="button button-secondary button-small" on:click=listener(apply)>
                {what}
                {which.map(|field| view! { <span class="visually-hidden">": " {field}</span> })}
            </button>
        }
    });
    let buttons: Vec<_> = buttons.collect();
    (!buttons.is_empty()).then(|| view! { <span class="found-fixes">{buttons}</span> }.into_any())
}

/// The text of a fix's button.
fn words(kind: &FixKind) -> String {
    match kind {
        FixKind::Write(value) => fill(ui::FIX_WRITE, &[("value", value)]),
        FixKind::FillIn(value) => fill(ui::FIX_FILL_IN, &[("value", value)]),
        FixKind::Move(section) => fill(ui::FIX_MOVE, &[("section", t(content::section(*section).title))]),
        FixKind::Authority => t(ui::FIX_AUTHORITY).to_owned(),
        FixKind::Hide => t(ui::FIX_HIDE).to_owned(),
        FixKind::Plain => t(ui::FIX_PLAIN).to_owned(),
        FixKind::InEea => t(ui::FIX_IN_EEA).to_owned(),
        FixKind::Framework => t(ui::FIX_FRAMEWORK).to_owned(),
        FixKind::Origin => t(ui::FIX_ORIGIN).to_owned(),
        FixKind::Authoritative => t(ui::FIX_AUTHORITATIVE).to_owned(),
        FixKind::Marketing => t(ui::FIX_MARKETING).to_owned(),
        FixKind::LegalPeriod => t(ui::FIX_LEGAL_PERIOD).to_owned(),
        FixKind::RemoveRow => t(ui::FIX_REMOVE_ROW).to_owned(),
    }
}
