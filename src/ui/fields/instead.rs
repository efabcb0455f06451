//! A section's form, or the firm's own words instead of our text, with the form folded away behind them.
//!
//! Shows: the button that begins own words with our text, the boxes, and the button that puts our text back. Writes: `replacements`.

use super::frame::{FieldFindings, hint_id};
use super::own::{AdditionField, boxes, empty};
use crate::compose::as_own_words;
use crate::content::{self, ui};
use crate::notice::origin::Origin;
use crate::notice::path::FieldPath;
use crate::rules;
use crate::section::SectionId;
use crate::ui::browser::focus_soon;
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::i18n::{fill, t};
use crate::ui::language_files::missing;
use crate::ui::lens::Lens;
use crate::ui::messages::Scope;
use crate::ui::state::{App, use_app};
use leptos::prelude::*;

/// The id of the button that begins own words.
const BEGIN: &str = "replace-begin";

/// The form of a section, which its own words may replace.
#[component]
pub fn ReplaceableForm(
    /// The section.
    section: SectionId,
    /// Its form.
    form: fn(SectionId) -> AnyView,
) -> impl IntoView {
    let app = use_app();
    let replacing =
        Memo::new(move |_| app.draft.with(|draft| draft.notice.replacements.contains_key(&section)));
    dynamic_view(move || if replacing.get() { own_words(section, form) } else { our_text(section, form) })
}

/// Our text follows from the form; something may be added, or all of it written anew.
fn our_text(section: SectionId, form: fn(SectionId) -> AnyView) -> AnyView {
    let app = use_app();
    view! {
        {form(section)}
        <AdditionField section=section/>
        <p>
            <button type="button" class="link-button" id=BEGIN on:click=listener(move |_| begin(app, section))>
                {t(ui::REPLACE_BEGIN)}
            </button>
        </p>
    }
    .into_any()
}

/// The boxes, and the form folded away: other sections may use its answers.
fn own_words(section: SectionId, form: fn(SectionId) -> AnyView) -> AnyView {
    let app = use_app();
    let lens = Lens::new(
        // The boxes may outlive the words by a moment.
        move |notice| notice.replacements.get(&section).or(Some(empty())),
        move |notice| notice.replacements.get_mut(&section),
    );
    let path = FieldPath::replacement(section).to_string();
    let answers = (!is_composed(section)).then(|| {
        view! {
            <details class="addition">
                <summary>{t(ui::REPLACE_ANSWERS)}</summary>
                <p class="note">{t(ui::REPLACE_ANSWERS_NOTE)}</p>
                {form(section)}
            </details>
        }
    });
    view! {
        <section class="field" aria-labelledby="replace-title">
            <h2 class="field-label" id="replace-title">{t(ui::REPLACE_TITLE)}</h2>
            <p class="hint" id=hint_id(&path)>{fill(ui::REPLACE_HINT, &[("section", title(section))])}</p>
            <FieldFindings path=path.clone()/>
            {boxes(&lens, &path, t(ui::REPLACE_LABEL), 10)}
            <p>
                <button type="button" class="link-button" on:click=listener(move |_| restore(app, section))>
                    {t(ui::REPLACE_RESTORE)}
                </button>
            </p>
        </section>
        {answers}
    }
    .into_any()
}

/// Whether the section has no answers of its own: its text follows from those of other sections and from the law.
fn is_composed(section: SectionId) -> bool {
    rules::is_fixed(section) || rules::source(section) != section
}

/// Begins own words with our text, so that nobody starts from a blank box.
fn begin(app: App, section: SectionId) {
    let languages = app.draft.with_untracked(|draft| draft.notice.languages.clone());
    app.languages.files.once_here(languages, move |here| match here {
        Ok(()) => {
            let replace = |notice: &mut crate::notice::Notice| {
                let words = as_own_words(notice, section);
                notice.replacements.insert(section, words);
            };
            app.change_with_undo(&Origin::Said, replace, told(ui::REPLACE_BEGUN, section));
            focus_soon(FieldPath::replacement(section).to_string());
        }
        Err(lang) => app.messages.say(Scope::Screen, missing(lang)),
    });
}

/// Puts our text back.
fn restore(app: App, section: SectionId) {
    let remove = |notice: &mut crate::notice::Notice| drop(notice.replacements.remove(&section));
    app.change_with_undo(&Origin::Said, remove, told(ui::REPLACE_RESTORED, section));
    focus_soon(BEGIN);
}

fn title(section: SectionId) -> &'static str {
    t(content::section(section).title)
}

fn told(words: content::Text, section: SectionId) -> String {
    fill(words, &[("section", title(section))])
}
