//! Shows: the words that a rule found, each in its sentence with a way to it. Writes nothing.

use crate::content::ui;
use crate::rules::{Finding, Group};
use crate::ui::erased::listener;
use crate::ui::fields::label;
use crate::ui::i18n::{fill, t};
use crate::ui::selection::lead_to;
use crate::ui::state::App;
use leptos::prelude::*;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// How many are shown before the rest is folded up.
const SHOWN: usize = 3;

thread_local! {
    /// The lists that the user has unfolded: they are drawn anew at every key press, and stay open.
    static UNFOLDED: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

/// A quotation for each place of a group; nothing if none was found in a text.
pub fn list(app: App, group: &Group<'_>) -> Option<AnyView> {
    let placed: Vec<&Finding> =
        group.findings.iter().copied().filter(|finding| finding.place.is_some()).collect();
    let field = |finding: &&Finding| finding.place.as_ref().map(|place| place.field);
    let several = placed.iter().any(|finding| field(finding) != placed.first().and_then(field));
    let (shown, folded) = placed.split_at_checked(SHOWN).unwrap_or((&placed, &[]));
    let lines = |findings: &[&Finding]| {
        findings.iter().filter_map(|finding| line(app, finding, several)).collect::<Vec<_>>()
    };
    let first = lines(shown);
    let more = (!folded.is_empty()).then(|| {
        let key = format!("{} {}", group.rule.id, group.section.id());
        let open = UNFOLDED.with_borrow(|open| open.contains(&key));
        let toggle = move |event: leptos::ev::Event| {
            let open = event_target::<web_sys::Element>(&event).has_attribute("open");
            UNFOLDED.with_borrow_mut(|all| if open { all.insert(key.clone()) } else { all.remove(&key) });
        };
        view! {
            <details class="found-more" prop:open=open on:toggle=listener(toggle)>
                <summary>{fill(ui::FOUND_MORE, &[("n", &folded.len().to_string())])}</summary>
                <ul class="found-quotes">{lines(folded)}</ul>
            </details>
        }
    });
    (!first.is_empty()).then(|| view! { <ul class="found-quotes">{first}</ul> {more} }.into_any())
}

fn line(app: App, finding: &Finding, named: bool) -> Option<AnyView> {
    let (before, hit, after) = finding.quoted()?;
    let place = finding.place.clone()?;
    let name = app.draft.with_untracked(|draft| label(&draft.notice, place.field)).filter(|_| named);
    let spoken = hit.to_owned();
    let lang = place.lang.map(crate::lang::Lang::tag);
    Some(
        view! {
            <li>
                {name.map(|name| view! { <span class="found-where">{name} ": "</span> })}
                <q lang=lang>{before.to_owned()}<mark>{hit.to_owned()}</mark>{after.to_owned()}</q>
                " "
                <button type="button" class="link-button" on:click=listener(move |_| lead_to(app, &place))>
                    {t(ui::FOUND_SHOW)}
                    <span class="visually-hidden">": " {spoken}</span>
                </button>
            </li>
        }
        .into_any(),
    )
}
