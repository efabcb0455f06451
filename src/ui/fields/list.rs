//! A list of statements: the catalogue's clauses to tick, and rows of one's own below.

use super::frame::Fieldset;
use super::own::boxes;
use super::statement::{clause_as_own, own_text};
use crate::content::{self, Clause, Field};
use crate::notice::row::{Row, RowId};
use crate::notice::statement::{Own, Says, Statement};
use crate::ui::browser::focus_soon;
use crate::ui::erased::{dynamic_view, each, listener};
use crate::ui::i18n::t;
use crate::ui::lens::Lens;
use crate::ui::messages::Scope;
use crate::ui::state::{App, use_app};
use leptos::prelude::*;

/// A list of statements.
#[component]
pub fn StatementsField<R: Says + Send + Sync>(
    /// Reads and writes the list.
    lens: Lens<Vec<R>>,
    /// The list's path.
    #[prop(into)]
    path: String,
    /// Its label, hint and reason.
    words: &'static Field,
    /// The group of clauses that is offered.
    group: &'static str,
) -> impl IntoView {
    let app = use_app();
    let used =
        |clause: &Clause| lens.peek(app, |items| index_of(items, clause.id).is_some()).unwrap_or_default();
    let clauses = content::group(group)
        .filter(|clause| app.offers(clause) || used(clause))
        .map(|clause| tick(app, &lens, &path, clause))
        .collect_view();
    let own = own_rows(app, &lens, &path);
    let add = {
        let (lens, path) = (lens.clone(), path.clone());
        move |_| {
            let id = lens.push(app, R::default());
            focus_soon(format!("{path}.{}", id.0));
        }
    };
    view! {
        <Fieldset path=path words=words>
            <div class="choices">{clauses}</div>
            {own}
            <button type="button" class="button button-secondary" on:click=listener(add)>
                {t(content::ui::LIST_ADD_OWN)}
            </button>
        </Fieldset>
    }
    .into_any()
}

fn index_of<R: Says>(rows: &[R], id: &str) -> Option<usize> {
    rows.iter().position(|row| row.what().clause_id() == Some(id))
}

/// One clause to tick. A ticked one can be taken as the start of one's own words.
fn tick<R: Says + Send + Sync>(
    app: App,
    lens: &Lens<Vec<R>>,
    path: &str,
    clause: &'static Clause,
) -> AnyView {
    let id = format!("{path}-{}", clause.id);
    let ticked = lens.watch(app, |items| index_of(items, clause.id).is_some());
    let ticked = move || ticked.get().unwrap_or_default();
    let toggle = {
        let lens = lens.clone();
        move |_| {
            if let Some(index) = lens.peek(app, |rows| index_of(rows, clause.id)).flatten() {
                lens.change(app, |rows| drop(rows.remove(index)));
            } else {
                let mut row = R::default();
                *row.what_mut() = Statement::clause(clause.id);
                lens.push(app, row);
            }
        }
    };
    let edit = {
        let (lens, path) = (lens.clone(), path.to_owned());
        move |_| {
            let mut row = RowId::default();
            let own = clause_as_own(app, clause.id);
            lens.change(app, |items| {
                if let Some(item) = items.iter_mut().find(|item| item.what().clause_id() == Some(clause.id)) {
                    *item.what_mut() = Statement::Own(own);
                    row = item.id();
                }
            });
            focus_soon(format!("{path}.{}", row.0));
        }
    };
    let why = t(clause.why);
    view! {
        <div class="choice">
            <input type="checkbox" id=id.clone() prop:checked=ticked on:change=listener(toggle)/>
            <label for=id>
                {t(clause.text)} {(!why.is_empty()).then(|| view! { <span class="choice-hint">{why}</span> })}
            </label>
            {dynamic_view(move || {
                let edit = edit.clone();
                ticked()
                    .then(|| {
                        view! {
                            <button type="button" class="link-button choice-edit" on:click=listener(edit)>
                                {t(content::ui::LIST_EDIT)}
                                <span class="visually-hidden">": " {t(clause.text)}</span>
                            </button>
                        }
                    })
            })}
        </div>
    }
    .into_any()
}

fn own_rows<R: Says + Send + Sync>(app: App, lens: &Lens<Vec<R>>, path: &str) -> AnyView {
    let ids = lens.watch(app, |items| {
        let own = items.iter().filter(|item| matches!(item.what(), Statement::Own(_)));
        own.map(|item| item.id().0).collect::<Vec<_>>()
    });
    let (lens, path) = (lens.clone(), path.to_owned());
    each(move || ids.get().unwrap_or_default(), move |id| own_row(app, &lens, &path, RowId(id)))
}

/// A row of one's own: its text, and buttons that remove it or replace it by the clause it came from.
fn own_row<R: Says + Send + Sync>(app: App, lens: &Lens<Vec<R>>, path: &str, id: RowId) -> AnyView {
    let row = lens.row(id);
    let what = row.then(|row| Some(row.what()), |row| Some(row.what_mut()));
    let from = what
        .peek(app, |statement| match statement {
            Statement::Own(Own { from, .. }) => from.clone(),
            Statement::Clause(_) => None,
        })
        .flatten();
    let remove = {
        let (lens, path) = (lens.clone(), path.to_owned());
        move |_| {
            remove_with_undo(app, &lens, id);
            focus_soon(path.clone());
        }
    };
    let restore = from.map(|clause| {
        let lens = lens.clone();
        let back = move |_| {
            lens.change(app, |items| {
                // The clause may have been ticked again meanwhile, and must not be in the notice twice.
                if index_of(items, &clause).is_some() {
                    items.retain(|item| item.id() != id);
                } else if let Some(item) = items.iter_mut().find(|item| item.id() == id) {
                    *item.what_mut() = Statement::clause(clause.clone());
                }
            });
        };
        view! {
            <button type="button" class="link-button" on:click=listener(back)>{t(content::ui::LIST_RESTORE)}</button>
        }
    });
    let row_path = format!("{path}.{}", id.0);
    view! {
        <div class="own-row">
            {boxes(&own_text(&what), &row_path, t(content::ui::STATEMENT_OWN_LABEL), 2)}
            <div class="row-actions">
                {restore}
                <button type="button" class="link-button link-button-danger" on:click=listener(remove)>
                    {t(content::ui::LIST_REMOVE)}
                </button>
            </div>
        </div>
    }
    .into_any()
}

/// Removes a row, and offers to put it back where it was.
pub fn remove_with_undo<R>(app: App, lens: &Lens<Vec<R>>, id: RowId)
where
    R: Row + Clone + Send + Sync + 'static,
{
    let mut removed = None;
    lens.change(app, |rows| {
        if let Some(index) = rows.iter().position(|row| row.id() == id) {
            removed = Some((index, rows.remove(index)));
        }
    });
    if let Some((index, removed)) = removed {
        let lens = lens.clone();
        app.messages.offer_undo(Scope::Screen, t(content::ui::ROW_REMOVED), move || {
            lens.change(app, |rows| {
                // Under its own id, which no other row has got meanwhile: what named the row names it again.
                rows.insert(index.min(rows.len()), removed.clone());
            });
        });
    }
}
