//! The interface in another language: what changes, and what must not.
//!
//! Covers: `ui::header`, `ui::i18n`. A language is offered once all its texts are there.

use crate::actions::{section, start_notice, text, value};
use crate::harness::axe::assert_accessible;
use crate::harness::driver::Setup;
use crate::harness::page::Page;
use crate::harness::run::browse;

async fn html_lang(page: &Page) -> String {
    text(&page.eval("return document.documentElement.lang", vec![]).await)
}

#[tokio::test]
async fn another_language_changes_every_word_and_no_answer() {
    browse(Setup::phone(), async |page| {
        let draft = start_notice(page).await;
        page.fill_id("controller.name", "Pysyvä Oy").await;
        let (heading, title) = (page.text_of("#title").await, page.title().await);
        for (language, tag) in [("Svenska", "sv"), ("English", "en")] {
            page.click(language).await;
            page.wait_until(&format!("document.documentElement.lang === '{tag}'")).await;
            assert_ne!(page.text_of("#title").await, heading);
            assert_eq!(value(page, "controller.name").await, "Pysyvä Oy");
            assert!(page.route().await.ends_with(&format!("{draft}/controller")));
            assert_accessible(page, language).await;
            page.assert_fits().await;
            page.reload().await;
            page.find("[id='controller.name']").await;
            assert_eq!(html_lang(page).await, tag, "remembered");
            assert_ne!(page.title().await, title);
        }
        page.click("Suomi").await;
        page.wait_until("document.documentElement.lang === 'fi'").await;
        assert_eq!(page.text_of("#title").await, heading);
    })
    .await;
}

#[tokio::test]
async fn another_language_renames_the_page() {
    browse(Setup::desktop(), async |page| {
        start_notice(page).await;
        page.click("English").await;
        page.wait_until("document.documentElement.lang === 'en'").await;
        page.wait_until("document.title.includes(document.getElementById('title').innerText)").await;
    })
    .await;
}

#[tokio::test]
async fn another_language_leaves_the_focus_on_its_button() {
    browse(Setup::desktop(), async |page| {
        start_notice(page).await;
        page.click("English").await;
        page.wait_until("document.documentElement.lang === 'en'").await;
        page.wait_until("document.activeElement.innerText === 'English'").await;
    })
    .await;
}

#[tokio::test]
async fn the_preview_leaves_a_language_that_is_no_longer_published() {
    browse(Setup::desktop(), async |page| {
        let draft = start_notice(page).await;
        section(page, &draft, "register").await;
        page.click_css("[id='languages-en']").await;
        page.click_in(".preview-bar", "Englanti").await;
        page.wait_until("document.querySelector('.paper').lang === 'en'").await;
        page.click_css("[id='languages-en']").await;
        page.wait_until("document.querySelector('.paper').lang === 'fi'").await;
        page.wait_until("document.querySelector('.paper').innerText.includes('Kuka vastaa tiedoistasi')")
            .await;
    })
    .await;
}
