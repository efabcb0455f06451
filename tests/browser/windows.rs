//! Two windows on one draft, and pages that close: nothing typed is lost without a question.
//!
//! Covers: `session` and `ui::session` as people meet them.

use crate::actions::{check, draft_names, home, paste, saved, section, start_notice};
use crate::harness::driver::Setup;
use crate::harness::page::Page;
use crate::harness::run::browse;
use crate::samples::fixture;
use serde_json::{Value, json};

/// The bar of a conflict.
const CONFLICT: &str = "Luonnosta on muutettu toisessa ikkunassa";

/// Whether the browser would ask before the page closes.
async fn asks(page: &Page) -> bool {
    let script = "return !dispatchEvent(new Event('beforeunload', { cancelable: true }))";
    page.eval(script, vec![]).await == json!(true)
}

/// A draft of the firm "Alku Oy", in hand in the section of the firm. Returns its id.
async fn in_hand(page: &Page) -> String {
    let draft = start_notice(page).await;
    paste(page, "controller.name", "Alku Oy").await;
    saved(page).await;
    draft
}

/// Runs a script in another window of the same app.
async fn elsewhere(page: &Page, script: &str, args: Vec<Value>) {
    let here = page.driver.window().await.unwrap();
    let other = page.driver.new_tab().await.unwrap();
    page.driver.switch_to_window(other).await.unwrap();
    page.open().await;
    page.find(".home-drafts").await;
    page.eval(script, args).await;
    page.driver.close_window().await.unwrap();
    page.driver.switch_to_window(here).await.unwrap();
}

/// Changes a stored draft as another window does, which saves a firm's name.
async fn saves_elsewhere(page: &Page, draft: &str, firm: &str) {
    let script = "const key = 'seloste:draft:' + arguments[0], draft = JSON.parse(localStorage.getItem(key)); \
        draft.notice.controller.name = arguments[1]; draft.revision += 1; \
        localStorage.setItem(key, JSON.stringify(draft))";
    elsewhere(page, script, vec![json!(draft), json!(firm)]).await;
}

#[tokio::test]
async fn what_is_typed_in_a_conflict_is_kept_as_a_copy_when_one_leaves() {
    browse(Setup::desktop(), async |page| {
        let draft = in_hand(page).await;
        saves_elsewhere(page, &draft, "Toinen Oy").await;
        page.wait_text(CONFLICT).await;
        paste(page, "controller.name", "Oma Oy").await;
        page.wait_text("Ei tallenneta…").await;
        page.wait_no_text("Tallennetaan…").await;
        assert!(asks(page).await, "closing would lose what was typed");
        // The bar stays in view.
        page.eval("scrollTo(0, document.body.scrollHeight)", vec![]).await;
        page.wait_until(
            "scrollY > 0 && document.querySelector('.notice-bar').getBoundingClientRect().top >= 0",
        )
        .await;
        home(page).await;
        page.wait_text("Omat muutoksesi ovat kopiossa: Oma Oy (kopio).").await;
        let mut names = draft_names(page).await;
        names.sort();
        assert_eq!(names, ["Oma Oy (kopio)", "Toinen Oy"]);
        assert!(!asks(page).await, "both are saved");
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_in_a_conflict_is_kept_as_a_copy_when_the_page_is_loaded_anew() {
    browse(Setup::desktop(), async |page| {
        let draft = in_hand(page).await;
        saves_elsewhere(page, &draft, "Toinen Oy").await;
        page.wait_text(CONFLICT).await;
        paste(page, "controller.name", "Oma Oy").await;
        page.wait_text("Ei tallenneta…").await;
        page.reload().await;
        page.wait_until("document.getElementById('controller.name')?.value === 'Toinen Oy'").await;
        home(page).await;
        let mut names = draft_names(page).await;
        names.sort();
        assert_eq!(names, ["Oma Oy (kopio)", "Toinen Oy"]);
    })
    .await;
}

#[tokio::test]
async fn a_window_that_saves_the_same_is_no_conflict() {
    browse(Setup::desktop(), async |page| {
        let draft = in_hand(page).await;
        saves_elsewhere(page, &draft, "Alku Oy").await;
        page.wait_text("Tallennettu tähän selaimeen").await;
        page.wait_no_text(CONFLICT).await;
        paste(page, "controller.name", "Jatkuu Oy").await;
        page.wait_until(&format!("localStorage.getItem('seloste:draft:{draft}').includes('Jatkuu Oy')"))
            .await;
        page.wait_no_text(CONFLICT).await;
    })
    .await;
}

#[tokio::test]
async fn the_other_windows_version_is_not_ones_own_from_memory() {
    browse(Setup::desktop(), async |page| {
        let draft = in_hand(page).await;
        page.fill_storage().await;
        paste(page, "controller.name", &"Oma Oy ".repeat(40)).await;
        page.wait_text("Selaimen tallennustila on täynnä.").await;
        saves_elsewhere(page, &draft, "Toinen").await;
        page.click("Avaa toisen ikkunan versio").await;
        page.wait_until("document.getElementById('controller.name')?.value === 'Toinen'").await;
    })
    .await;
}

#[tokio::test]
async fn what_only_memory_holds_is_asked_about_on_every_screen() {
    browse(Setup::desktop().without_storage(), async |page| {
        assert!(!asks(page).await, "there is nothing to lose yet");
        in_memory(page).await;
        assert!(asks(page).await);
        home(page).await;
        assert!(asks(page).await);
    })
    .await;
}

/// A draft that only memory holds.
async fn in_memory(page: &Page) {
    start_notice(page).await;
    paste(page, "controller.name", "Muisti Oy").await;
    page.wait_text("Ei tallennettu").await;
}

#[tokio::test]
async fn room_that_becomes_free_is_used_without_a_key_press() {
    browse(Setup::desktop(), async |page| {
        page.fill_storage().await;
        page.drop_file(".drop", "d.json", &fixture("notice-d.json")).await;
        page.find(".tasks").await;
        page.wait_text("Selaimen tallennustila on täynnä.").await;
        assert!(asks(page).await, "an import is not on disk, either");
        page.eval("localStorage.clear()", vec![]).await;
        page.wait_no_text("Selaimen tallennustila on täynnä.").await;
        assert_eq!(page.stored_keys().await.len(), 1);
        assert!(!asks(page).await);
    })
    .await;
}

#[tokio::test]
async fn typing_without_a_pause_is_saved() {
    browse(Setup::desktop(), async |page| {
        let draft = in_hand(page).await;
        let script = "const done = arguments[arguments.length - 1], key = 'seloste:draft:' + arguments[0]; \
            const box = document.getElementById('controller.name'); let keys = 0; \
            const typing = setInterval(() => { box.value += 'x'; \
                box.dispatchEvent(new Event('input', { bubbles: true })); \
                if (++keys === 25) { clearInterval(typing); done(localStorage.getItem(key).includes('xxx')); } \
            }, 100)";
        assert_eq!(page.eval_async(script, vec![json!(draft)]).await, json!(true));
    })
    .await;
}

#[tokio::test]
async fn storage_that_refuses_for_another_reason_is_not_called_full() {
    browse(Setup::desktop(), async |page| {
        let draft = in_hand(page).await;
        let refuse = "for (const name of arguments) \
            Storage.prototype[name] = () => { throw new DOMException('no', 'SecurityError') }";
        page.eval(refuse, vec![json!("setItem")]).await;
        paste(page, "controller.name", "Estetty Oy").await;
        page.wait_text("Selain estää tallentamisen.").await;
        page.wait_no_text("täynnä").await;
        home(page).await;
        page.find(".drafts .draft").await;
        let all = ["getItem", "removeItem", "key", "clear"].map(|name| json!(name));
        page.eval(refuse, all.to_vec()).await;
        page.click_in(".drafts", "Poista").await;
        page.wait_text("Poistettu luonnos: Estetty Oy").await;
        page.click("Kumoa").await;
        page.wait_until("document.querySelectorAll('.drafts .draft').length === 1").await;
        section(page, &draft, "controller").await;
        assert_eq!(page.value("Yrityksen nimi").await, "Estetty Oy");
    })
    .await;
}

#[tokio::test]
async fn a_new_day_is_noticed() {
    browse(Setup::desktop(), async |page| {
        let tomorrow = "const day = new Date(Date.now() + 864e5); \
            return `${day.getDate()}.${day.getMonth() + 1}.${day.getFullYear()}`";
        let tomorrow = page.eval(tomorrow, vec![]).await;
        let draft = in_hand(page).await;
        section(page, &draft, "date").await;
        paste(page, "drawn-up", tomorrow.as_str().unwrap()).await;
        check(page, &draft).await;
        page.wait_text("tulevaisuudessa").await;
        let later = "const Now = Date; window.Date = class extends Now { \
            constructor(...args) { args.length ? super(...args) : super(Now.now() + 3 * 864e5) } }";
        page.eval(later, vec![]).await;
        page.wait_no_text("tulevaisuudessa").await;
    })
    .await;
}

#[tokio::test]
async fn a_draft_with_an_id_that_is_no_link_opens() {
    browse(Setup::desktop(), async |page| {
        page.store("seloste:draft:oma luonnos!", &fixture("notice-d.json")).await;
        page.reload().await;
        page.click("Esimerkki D").await;
        page.find(".tasks").await;
        home(page).await;
        assert_eq!(draft_names(page).await, ["Esimerkki D"]);
        assert_eq!(page.stored("seloste:draft:oma luonnos!").await, None);
    })
    .await;
}
