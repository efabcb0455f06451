//! The first screen: what Seloste is, a new notice, and the drafts in this browser.

mod draft;
mod drafts;

use crate::content::ui;
use crate::route::Route;
use crate::ui::i18n::t;
use crate::ui::open_file::OpenFile;
use drafts::Drafts;
use leptos::prelude::*;

/// The screen.
pub fn home() -> AnyView {
    view! {
        <main class="page" id="main">
            <div class="hero">
                <h1 id="title" tabindex="-1">{t(ui::HOME_TITLE)}</h1>
                <p class="lead">{t(ui::HOME_LEAD)}</p>
                <a class="button button-large" href=Route::New.to_string()>{t(ui::HOME_START)}</a>
                <ul class="points">
                    <li>{t(ui::HOME_POINT_PRIVATE)}</li>
                    <li>{t(ui::HOME_POINT_GUIDED)}</li>
                    <li>{t(ui::HOME_POINT_FINDINGS)}</li>
                </ul>
            </div>
            <Drafts/>
            <section class="home-open" aria-labelledby="open-title">
                <h2 id="open-title">{t(ui::OPEN_TITLE)}</h2>
                <OpenFile/>
            </section>
            <p class="fine">{t(ui::HOME_NOT_ADVICE)}</p>
        </main>
    }
    .into_any()
}
