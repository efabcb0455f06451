//! That the notice has changed since it was last downloaded, where, and a button that dates the change.
//!
//! Shows: the changed sections. Writes: `updated`; beside the notice, what was downloaded.

use crate::content::{self, ui};
use crate::draft::Exported;
use crate::notice::date::Date;
use crate::notice::origin::Origin;
use crate::rules::Report;
use crate::section::SectionId;
use crate::session::{changed_since_export, exported};
use crate::ui::browser::{focus_soon, today};
use crate::ui::erased::{dynamic_view, listener};
use crate::ui::i18n::{fill, t};
use crate::ui::state::{App, use_app};
use leptos::prelude::*;

/// What has changed since the last download; nothing where there was none.
#[component]
pub fn ChangedSinceExport() -> impl IntoView {
    let app = use_app();
    let changed = Memo::new(move |_| {
        app.draft.with(|draft| {
            let Exported { on, lang, .. } = draft.exported.as_ref()?;
            app.languages.files.want(*lang);
            let sections = app.languages.files.here(*lang).then(|| changed_since_export(draft))??;
            // Own words for the dates have no day that could be set here.
            let datable =
                !draft.notice.is_replaced(SectionId::Date) && draft.notice.updated.date() != Some(today());
            (!sections.is_empty()).then(|| (on.clone(), sections, datable))
        })
    });
    dynamic_view(move || {
        changed.get().map(|(on, sections, datable)| {
            let titles: Vec<_> = sections.iter().map(|section| t(content::section(*section).title)).collect();
            let day = Date::parse(&on).map_or(on, Date::dotted);
            let text = fill(ui::EXPORT_CHANGED, &[("date", &day), ("sections", &titles.join(", "))]);
            let button = datable.then(|| {
                view! {
                    <button type="button" class="button button-secondary button-small" on:click=listener(move |_| mark(app))>
                        {t(ui::EXPORT_MARK_UPDATED)}
                    </button>
                }
            });
            view! {
                <div class="note" id="export-changed" tabindex="-1">
                    <p>{text}</p>
                    {button}
                </div>
            }
        })
    })
}

/// Dates the notice today.
fn mark(app: App) {
    let day = today().dotted();
    let told = fill(ui::EXPORT_MARKED_UPDATED, &[("date", &day)]);
    app.change_with_undo(&Origin::Said, |notice| notice.updated.0 = day, told);
    // The button is gone now.
    focus_soon("export-changed");
}

/// What to remember once the notice, as it is now, has been handed out; `None` for one that is marked as a draft, which is no
/// publication, or while the texts of its first language are not here.
pub(super) fn to_remember(app: App) -> Option<Exported> {
    app.draft.with_untracked(|draft| {
        let first = draft.notice.languages.first().copied().unwrap_or_default();
        let here = untrack(|| app.languages.files.here(first));
        let publishable = app.report.with_untracked(Report::publishable);
        (here && publishable).then(|| exported(&draft.notice, today()))
    })
}

/// Remembers what was handed out, if that draft is still in hand.
pub(super) fn remember(app: App, draft: &str, handed_out: Option<Exported>) {
    let in_hand = app.draft.with_untracked(|now| now.id == draft);
    if let Some(exported) = handed_out.filter(|_| in_hand) {
        app.draft.update(|draft| draft.exported = Some(exported));
        app.session.flush();
    }
}
