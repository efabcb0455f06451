//! One statement: chosen from the catalogue's clauses, or written in one's own words.

use super::frame::{FieldFindings, described_by, hint, why};
use super::own::boxes;
use crate::content::{self, Clause, Field, capitalised, find_clause};
use crate::lang::{Lang, Localized};
use crate::notice::statement::{Own, Statement};
use crate::ui::browser::focus_soon;
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::i18n::{lang, t};
use crate::ui::lens::{Lens, lens};
use crate::ui::messages::Scope;
use crate::ui::state::{App, use_app};
use leptos::prelude::*;

/// The value of the "my own words" option; no clause has such an id.
const OWN: &str = "own";

/// The clause's text as own words, in every language that the notice is published in. Not in the others: the firm does not
/// see those, so they would keep the clause's text when it changes its own.
pub fn clause_as_own(app: App, id: &str) -> Own {
    let mut text = Localized::default();
    if let Some(clause) = find_clause(id) {
        for lang in app.draft.with_untracked(|draft| draft.notice.languages.clone()) {
            clause.text.get(lang).clone_into(text.get_mut(lang));
        }
    }
    Own { text, from: Some(id.to_owned()) }
}

/// The lens on the own text of a statement.
pub fn own_text(lens: &Lens<Statement>) -> Lens<Localized<String>> {
    lens.then(
        |statement| match statement {
            Statement::Own(own) => Some(&own.text),
            Statement::Clause(_) => None,
        },
        |statement| match statement {
            Statement::Own(own) => Some(&mut own.text),
            Statement::Clause(_) => None,
        },
    )
}

/// The choice: nothing yet, a clause, or own words.
fn chosen(statement: &Statement, writing: bool) -> String {
    match statement {
        Statement::Clause(clause) => clause.id.clone(),
        Statement::Own(own) if writing || !own.text.is_blank() => OWN.to_owned(),
        Statement::Own(_) => String::new(),
    }
}

/// A list of clauses to choose from, with "my own words" as the last choice.
#[component]
pub fn StatementField(
    /// Reads and writes the statement.
    lens: Lens<Statement>,
    /// The field's path.
    #[prop(into)]
    path: String,
    /// Its label, hint and reason.
    words: &'static Field,
    /// The group of clauses that is offered.
    group: &'static str,
    /// Writes the clause with this id and what comes with it, where more than the clause is written.
    #[prop(optional, into)]
    on_clause: Option<Callback<String>>,
) -> impl IntoView {
    let app = use_app();
    // "Own words" was chosen and nothing has been typed yet: the model cannot tell this from no choice.
    let writing = RwSignal::new(false);
    let value = lens.watch(app, move |statement| chosen(statement, writing.get()));
    let value = move || value.get().unwrap_or_default();
    let is_own = Memo::new(move |_| value() == OWN);
    let clause = Memo::new(move |_| find_clause(&value()).map(|clause| clause.id));
    let choose = {
        let (lens, path) = (lens.clone(), path.clone());
        move |id: String| match on_clause.filter(|_| find_clause(&id).is_some()) {
            Some(on_clause) => {
                writing.set(false);
                on_clause.run(id);
            }
            None => choose(app, &lens, &path, &id, writing),
        }
    };
    let edit = {
        let (lens, path) = (lens.clone(), path.clone());
        move |_| {
            if let Some(id) = clause.get_untracked() {
                writing.set(true);
                let own = clause_as_own(app, id);
                lens.change(app, |statement| *statement = Statement::Own(own));
                focus_soon(own_path(&path));
            }
        }
    };
    let current = lens.peek(app, |statement| statement.clause_id().map(str::to_owned)).flatten();
    let options = app
        .offered(group)
        .chain(not_offered(app, current))
        .map(|clause| {
            view! {
                <option value=clause.id selected=move || value() == clause.id>{short(&capitalised(t(clause.text)))}</option>
            }
        })
        .collect_view();
    let own_lens = own_text(&lens);
    let box_path = own_path(&path);
    view! {
        <div class="field">
            <label class="field-label" for=path.clone()>{t(words.label)}</label>
            {hint(&path, words)}
            <FieldFindings path=path.clone()/>
            <select
                class="input select"
                id=path.clone()
                name=path.clone()
                aria-describedby=described_by(&path)
                prop:value=value
                on:change:target=move |event| choose(event.target().value())
            >
                <option value="" selected=move || value().is_empty()>{t(content::ui::STATEMENT_CHOOSE)}</option>
                {options}
                <option value=OWN selected=move || value() == OWN>{t(content::ui::STATEMENT_OWN)}</option>
            </select>
            {dynamic_view(move || {
                clause
                    .get()
                    .and_then(find_clause)
                    .map(|clause| {
                        // As it will stand in the notice, in the notice's first language.
                        let first = lens!(languages)
                            .peek(app, |langs| langs.first().copied().unwrap_or_default())
                            .unwrap_or_default();
                        let lang = if app.languages.files.here(first) { first } else { lang() };
                        let text = clause.text.get(lang);
                        let reason = t(clause.why);
                        view! {
                            <div class="chosen">
                                <p class="chosen-text" lang=lang.tag()>{text}</p>
                                {(!reason.is_empty()).then(|| view! { <p class="hint">{reason}</p> })}
                                <button type="button" class="link-button" on:click=listener(edit.clone())>
                                    {t(content::ui::STATEMENT_EDIT)}
                                </button>
                            </div>
                        }
                    })
            })}
            {dynamic_view(move || is_own.get().then(|| boxes(&own_lens, &box_path, t(content::ui::STATEMENT_OWN_LABEL), 2)))}
            {why(words)}
        </div>
    }
    .into_any()
}

/// A clause that the notice has although its kind is not offered it: from another version, or another kind.
fn not_offered(app: App, id: Option<String>) -> Option<&'static Clause> {
    find_clause(&id?).filter(|clause| !app.offers(clause))
}

/// The id of the box for own words beside the list of clauses.
pub fn own_path(path: &str) -> String {
    format!("{path}-own")
}

fn choose(app: App, lens: &Lens<Statement>, path: &str, id: &str, writing: RwSignal<bool>) {
    writing.set(id == OWN);
    let before = lens.peek(app, Clone::clone).unwrap_or_default();
    match id {
        OWN if matches!(before, Statement::Own(_)) => {}
        OWN | "" => lens.change(app, |statement| *statement = Statement::default()),
        clause => lens.change(app, |statement| *statement = Statement::clause(clause)),
    }
    if id == OWN {
        focus_soon(own_path(path));
    } else if matches!(&before, Statement::Own(own) if !own.text.is_blank()) {
        let lens = lens.clone();
        app.messages.offer_undo(Scope::Screen, t(content::ui::STATEMENT_REPLACED), move || {
            lens.change(app, |statement| *statement = before.clone());
        });
    }
}

/// A clause short enough for a list of options: the whole text is shown below, once chosen.
fn short(text: &str) -> String {
    const MOST: usize = 90;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MOST).collect();
    format!("{}…", cut.trim_end())
}

/// A statement as the interface shows it in a summary.
pub fn summary(statement: &Statement) -> String {
    match statement {
        Statement::Clause(clause) => find_clause(&clause.id)
            .map_or_else(|| clause.id.clone(), |clause| capitalised(clause.text.get(lang()))),
        Statement::Own(own) => {
            Lang::ALL
                .into_iter()
                .map(|lang| own.text.get(lang).trim())
                .find(|text| !text.is_empty())
                .map(str::to_owned)
        }
        .unwrap_or_default(),
    }
}
