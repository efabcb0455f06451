//! The drafts on the first page: renamed, copied, deleted, taken back.
//!
//! Covers: `ui::home`, `store` as the browser has it.

use crate::actions::{draft_names, home, paste, saved, section, start_notice};
use crate::harness::driver::Setup;
use crate::harness::page::Page;
use crate::harness::run::browse;
use serde_json::Value;

/// A draft of a firm of this name; the first page is shown.
async fn a_draft(page: &Page, firm: &str) -> String {
    home(page).await;
    let draft = start_notice(page).await;
    paste(page, "controller.name", firm).await;
    saved(page).await;
    home(page).await;
    draft
}

async fn stored(page: &Page, draft: &str) -> Value {
    let text = page.stored(&format!("seloste:draft:{draft}")).await.expect("a draft");
    serde_json::from_str(&text).expect("JSON")
}

#[tokio::test]
async fn a_deleted_draft_comes_back_and_goes_again() {
    browse(Setup::desktop(), async |page| {
        let draft = a_draft(page, "Poistuva Oy").await;
        let before = stored(page, &draft).await;
        page.click_in(".drafts", "Poista").await;
        page.wait_text("Poistettu luonnos: Poistuva Oy").await;
        page.wait_text("Ei vielä luonnoksia").await;
        assert!(page.stored_keys().await.iter().all(|key| !key.starts_with("seloste:draft:")));
        page.click("Kumoa").await;
        page.wait_until("document.querySelectorAll('.drafts .draft').length === 1").await;
        assert_eq!(stored(page, &draft).await, before);
        page.click_in(".drafts", "Poista").await;
        page.wait_text("Ei vielä luonnoksia").await;
        page.reload().await;
        page.wait_text("Ei vielä luonnoksia").await;
    })
    .await;
}

#[tokio::test]
async fn one_of_two_is_deleted_and_comes_back() {
    browse(Setup::desktop(), async |page| {
        a_draft(page, "Jäävä Oy").await;
        a_draft(page, "Poistuva Oy").await;
        let row = ".draft:has(a[href])";
        page.wait_until("document.querySelectorAll('.drafts .draft').length === 2").await;
        page.click_in(row, "Poista").await;
        page.wait_until("document.querySelectorAll('.drafts .draft').length === 1").await;
        page.click("Kumoa").await;
        page.wait_until("document.querySelectorAll('.drafts .draft').length === 2").await;
        let mut names = draft_names(page).await;
        names.sort();
        assert_eq!(names, ["Jäävä Oy", "Poistuva Oy"]);
    })
    .await;
}

#[tokio::test]
async fn a_draft_gets_a_name_of_its_own() {
    browse(Setup::desktop(), async |page| {
        let draft = a_draft(page, "Nimi Oy").await;
        page.click_in(".drafts", "Nimeä uudelleen").await;
        page.wait_until(&format!("document.activeElement.id === 'name-{draft}'")).await;
        page.fill_id(&format!("name-{draft}"), "Syksyn versio – ÄÖ").await;
        page.click("Tallenna nimi").await;
        page.wait_until("document.querySelector('.draft-name').innerText === 'Syksyn versio – ÄÖ'").await;
        page.wait_until("document.activeElement.id === 'drafts-title'").await;
        page.reload().await;
        page.wait_until("document.querySelector('.draft-name')?.innerText === 'Syksyn versio – ÄÖ'").await;
        // The firm's name in the notice is untouched, and typing goes on under the new name.
        section(page, &draft, "controller").await;
        assert_eq!(page.value("Yrityksen nimi").await, "Nimi Oy");
        page.fill_id("controller.city", "Turku").await;
        saved(page).await;
        assert_eq!(stored(page, &draft).await["name"], "Syksyn versio – ÄÖ");
    })
    .await;
}

#[tokio::test]
async fn a_copy_is_a_draft_of_its_own() {
    browse(Setup::desktop(), async |page| {
        let draft = a_draft(page, "Alku Oy").await;
        page.click_in(".drafts", "Kopioi").await;
        page.wait_until("document.querySelectorAll('.drafts .draft').length === 2").await;
        let mut names = draft_names(page).await;
        names.sort();
        assert_eq!(names, ["Alku Oy", "Alku Oy (kopio)"]);
        page.click("Alku Oy (kopio)").await;
        page.find(".tasks").await;
        let copy = crate::actions::draft_of(&page.route().await);
        assert_ne!(copy, draft);
        section(page, &copy, "controller").await;
        page.fill_id("controller.name", "Toinen Oy").await;
        saved(page).await;
        assert_eq!(stored(page, &draft).await["notice"]["controller"]["name"], "Alku Oy");
        assert_eq!(stored(page, &copy).await["notice"]["controller"]["name"], "Toinen Oy");
    })
    .await;
}

#[tokio::test]
async fn the_title_of_a_new_notice_names_no_other_draft() {
    browse(Setup::desktop(), async |page| {
        a_draft(page, "Entinen Oy").await;
        page.wait_until("document.title === 'Seloste – ' + document.getElementById('title').innerText").await;
        page.click("Aloita uusi seloste").await;
        page.find("#trade-other").await;
        page.wait_until("document.title.startsWith('Uusi seloste')").await;
        assert!(!page.title().await.contains("Entinen Oy"), "{}", page.title().await);
        page.goto("#/notice/eiole").await;
        page.wait_text("Luonnosta ei löydy").await;
        assert!(!page.title().await.contains("Entinen Oy"), "{}", page.title().await);
    })
    .await;
}
