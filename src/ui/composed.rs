//! The text of a section that follows from answers given elsewhere: shown here, changed there.

use crate::content::{self, ui};
use crate::export::html::{self, HeadingLevel};
use crate::route::Route;
use crate::section::SectionId;
use crate::ui::erased::dynamic_view;
use crate::ui::i18n::t;
use crate::ui::language_notices::Awaited;
use crate::ui::state::use_app;
use leptos::prelude::*;

/// The text of a section that is composed from other answers, and where those are given.
#[component]
pub fn ComposedText(
    /// The section that is shown.
    section: SectionId,
    /// The section whose answers decide it.
    from: SectionId,
) -> impl IntoView {
    let app = use_app();
    let html = Memo::new(move |_| {
        app.facts_of(section).map(|section| html::section_html(&section, HeadingLevel::new(2)))
    });
    let notice_lang = move || app.languages.notice.get().tag();
    let change = dynamic_view(move || {
        let draft = app.draft.with(|draft| draft.id.clone());
        (from != section).then(|| {
            view! {
                <p>
                    <a href=Route::Section(draft, from).to_string()>
                        {t(ui::COMPOSED_CHANGE)} " " {t(content::section(from).title)}
                    </a>
                </p>
            }
        })
    });
    view! {
        <section class="composed" aria-label=t(ui::COMPOSED_LABEL) id=section.id() tabindex="-1">
            <p class="composed-label">{t(ui::COMPOSED_LABEL)}</p>
            {dynamic_view(move || match html.get() {
                Some(html) => view! { <div class="notice" lang=notice_lang inner_html=html></div> }.into_any(),
                None if app.document.with(Option::is_none) => view! { <Awaited/> }.into_any(),
                None => view! { <p>{t(ui::COMPOSED_NONE)}</p> }.into_any(),
            })}
            {change}
        </section>
    }
    .into_any()
}
