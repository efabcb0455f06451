//! Rows of a repeatable thing: added, edited, moved and removed, each in a card that closes.

use super::list::remove_with_undo;
use crate::content::Text;
use crate::content::{self, Field};
use crate::notice::row::{self, Row, RowId};
use crate::ui::browser::focus_soon;
use crate::ui::erased::{dynamic_view, each, listener};
use crate::ui::i18n::{fill, t};
use crate::ui::lens::Lens;
use crate::ui::state::use_app;
use leptos::prelude::*;

/// The summary of a row on its closed card: title and details.
pub type Summary = (String, String);

/// A list of cards.
#[component]
pub fn Rows<R, F, S>(
    /// Reads and writes the rows.
    lens: Lens<Vec<R>>,
    /// The list's path.
    #[prop(into)]
    path: String,
    /// The question over the list.
    words: &'static Field,
    /// What the button that adds a row says.
    add: Text,
    /// The summary of a row, for its closed card.
    summary: S,
    /// The form of one row, from its path and its lens.
    form: F,
) -> impl IntoView
where
    R: Row + Default + Clone + Send + Sync + 'static,
    F: Fn(String, Lens<R>) -> AnyView + Clone + Send + Sync + 'static,
    S: Fn(&R) -> Summary + Clone + Send + Sync + 'static,
{
    let app = use_app();
    let ids = lens.watch(app, |rows| rows.iter().map(|row| row.id().0).collect::<Vec<_>>());
    // A row that has just been added is open, the others are closed.
    let fresh = RwSignal::new(None::<RowId>);
    let push = {
        let (lens, path) = (lens.clone(), path.clone());
        move |_| {
            let id = lens.push(app, R::default());
            fresh.set(Some(id));
            focus_soon(format!("{path}.{}.summary", id.0));
        }
    };
    let card = {
        let path = path.clone();
        move |id: RowId| {
            let row = lens.row(id);
            let line = {
                let summary = summary.clone();
                row.watch(app, move |row| summary(row))
            };
            let (moving, remove) = (lens.clone(), lens.clone());
            let card = format!("{path}.{}", id.0);
            let actions = Actions {
                path: format!("{path}.{}", id.0),
                list: path.clone(),
                shift: Callback::new(move |by: isize| {
                    let mut at_the_end = false;
                    moving.change(app, |rows| {
                        row::shift(rows, id, by);
                        let end = if by < 0 { rows.first() } else { rows.last() };
                        at_the_end = end.is_some_and(|row| row.id() == id);
                    });
                    // The card has been moved in the page, and the focus with it must be; a button that
                    // cannot be used any more does not take it.
                    let button = if at_the_end {
                        "summary"
                    } else if by < 0 {
                        "up"
                    } else {
                        "down"
                    };
                    focus_soon(format!("{card}.{button}"));
                }),
                remove: Callback::new(move |()| remove_with_undo(app, &remove, id)),
            };
            let place = Signal::derive(move || {
                ids.with(|ids| {
                    ids.as_ref().and_then(|ids| Some((ids.iter().position(|at| *at == id.0)?, ids.len())))
                })
            });
            let open = fresh.get_untracked() == Some(id);
            let body = form(format!("{path}.{}", id.0), row);
            card_view(actions, place, Signal::derive(move || line.get().unwrap_or_default()), open, body)
        }
    };
    view! {
        <div class="rows" id=path.clone() tabindex="-1" role="group" aria-label=t(words.label)>
            {super::frame::hint(&path, words)}
            <super::frame::FieldFindings path=path.clone()/>
            {each(move || ids.get().unwrap_or_default(), move |id| card(RowId(id)))}
            <button type="button" class="button button-secondary" on:click=listener(push)>
                {t(add)}
            </button>
            {super::frame::why(words)}
        </div>
    }
    .into_any()
}

/// The buttons of a row: move up, move down, remove.
struct Actions {
    path: String,
    list: String,
    shift: Callback<isize>,
    remove: Callback<()>,
}

fn card_view(
    actions: Actions,
    place: Signal<Option<(usize, usize)>>,
    line: Signal<Summary>,
    open: bool,
    body: AnyView,
) -> AnyView {
    let Actions { path, list, shift, remove } = actions;
    let number = dynamic_view(move || place.get().map_or(0, |(place, _)| place + 1).to_string());
    let is_first = move || place.get().is_none_or(|(place, _)| place == 0);
    let is_last = move || place.get().is_none_or(|(place, of)| place + 1 == of);
    let title = move || {
        let (title, _) = line.get();
        if title.is_empty() { t(content::ui::ROW_EMPTY).to_owned() } else { title }
    };
    view! {
        <details class="card" prop:open=open>
            <summary class="card-summary" id=format!("{path}.summary")>
                <span class="card-number" aria-hidden="true">{number}</span>
                <span>
                    <span class="card-title">{dynamic_view(title)}</span>
                    <span class="card-detail">{dynamic_view(move || line.get().1)}</span>
                </span>
                <span class="card-open" aria-hidden="true">{t(content::ui::ROW_OPEN)}</span>
            </summary>
            <div class="card-body">
                {body}
                <div class="row-actions">
                    <button
                        type="button"
                        class="link-button"
                        id=format!("{path}.up")
                        disabled=is_first
                        on:click=listener(move |_| shift.run(-1))
                        aria-label=move || fill(content::ui::ROW_UP_LABEL, &[("row", &title())])
                    >
                        {t(content::ui::ROW_UP)}
                    </button>
                    <button
                        type="button"
                        class="link-button"
                        id=format!("{path}.down")
                        disabled=is_last
                        on:click=listener(move |_| shift.run(1))
                        aria-label=move || fill(content::ui::ROW_DOWN_LABEL, &[("row", &title())])
                    >
                        {t(content::ui::ROW_DOWN)}
                    </button>
                    <button
                        type="button"
                        class="link-button link-button-danger"
                        on:click=listener(move |_| {
                            remove.run(());
                            focus_soon(list.clone());
                        })
                        aria-label=move || fill(content::ui::ROW_REMOVE_LABEL, &[("row", &title())])
                    >
                        {t(content::ui::ROW_REMOVE)}
                    </button>
                </div>
            </div>
        </details>
    }
    .into_any()
}
