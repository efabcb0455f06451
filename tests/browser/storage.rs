//! Storage that fails: blocked, full, or holding something that is no draft.
//!
//! Covers: `ui::local_store`, `store`, the standing notice, damaged drafts on the first page.

use crate::actions::{check, draft_names, home, paste, saved, section, start_notice};
use crate::harness::driver::Setup;
use crate::harness::run::browse;
use crate::readback::notice_of;
use crate::samples::fixture;
use serde_json::json;

#[tokio::test]
async fn blocked_storage_is_said_and_work_goes_on() {
    browse(Setup::desktop().without_storage(), async |page| {
        page.wait_text("Selain estää tallentamisen.").await;
        let draft = start_notice(page).await;
        paste(page, "controller.name", "Muisti Oy").await;
        page.wait_text("Ei tallennettu").await;
        // From screen to screen, and home, nothing is lost.
        section(page, &draft, "contact").await;
        section(page, &draft, "controller").await;
        assert_eq!(page.value("Yrityksen nimi").await, "Muisti Oy");
        home(page).await;
        assert_eq!(draft_names(page).await, ["Muisti Oy"]);
        page.goto(&format!("#/notice/{draft}/controller")).await;
        page.find("[id='controller.name']").await;
        page.wait_text("Selain estää tallentamisen.").await;
        page.click_in(".notice-bar", "Lataa luonnos (JSON)").await;
        let notice = notice_of(&page.download("json").await.bytes);
        assert_eq!(notice["controller"]["name"], "Muisti Oy");
        check(page, &draft).await;
        page.click("Lataa PDF").await;
        assert!(page.download("pdf").await.bytes.starts_with(b"%PDF"));
    })
    .await;
}

#[tokio::test]
async fn full_storage_is_said_and_work_goes_on() {
    browse(Setup::desktop(), async |page| {
        let draft = start_notice(page).await;
        paste(page, "controller.name", "Mahtuva Oy").await;
        saved(page).await;
        let key = format!("seloste:draft:{draft}");
        page.fill_storage().await;
        let kept = page.stored(&key).await;
        let long = "Tämä ei enää mahdu. ".repeat(50);
        section(page, &draft, "contact").await;
        paste(page, "contact.name", long.trim()).await;
        page.wait_text("Selaimen tallennustila on täynnä.").await;
        page.wait_text("Ei tallennettu").await;
        assert_eq!(page.stored(&key).await, kept, "what was kept is still there");
        // What is in memory is what goes on: on other screens, on the first page, and into the file.
        section(page, &draft, "dpo").await;
        section(page, &draft, "contact").await;
        assert_eq!(page.value("Nimi tai tehtävä").await, long.trim());
        page.click_in(".notice-bar", "Lataa luonnos (JSON)").await;
        assert_eq!(notice_of(&page.download("json").await.bytes)["contact"]["name"], long.trim());
        home(page).await;
        page.wait_text("Selaimen tallennustila on täynnä.").await;
        assert_eq!(draft_names(page).await, ["Mahtuva Oy"]);
        // Room again: the next change is saved, and the notice goes.
        page.eval("Object.keys(localStorage).filter((k) => k.startsWith('filler')).forEach((k) => localStorage.removeItem(k))", vec![])
            .await;
        section(page, &draft, "contact").await;
        paste(page, "contact.name", "Lyhyt nimi").await;
        saved(page).await;
        page.wait_no_text("Selaimen tallennustila on täynnä.").await;
        assert!(page.stored(&key).await.unwrap().contains("Lyhyt nimi"));
    })
    .await;
}

#[tokio::test]
async fn a_damaged_draft_is_listed_and_its_text_can_be_had() {
    browse(Setup::desktop(), async |page| {
        let raw = "{\"format\": \"seloste\", \"version\": 1, \"notice\": {\"controller\": {\"name\": \"Ää";
        page.store("seloste:draft:x", raw).await;
        page.store("seloste:draft:d", &fixture("notice-d.json")).await;
        page.store("muu:ohjelma", "ei meidän").await;
        page.reload().await;
        page.wait_text("Vioittunut luonnos: x").await;
        page.wait_text("ei ole ehjä").await;
        assert_eq!(page.count(".drafts .draft").await, 2, "other programs' keys are none of ours");
        page.click_in(".draft-damaged", "Lataa sisältö sellaisenaan").await;
        let file = page.download("json").await;
        assert_eq!(String::from_utf8(file.bytes).unwrap(), raw);
        // Its own address says the same, and nothing has been written over it.
        page.goto("#/notice/x/purposes").await;
        page.wait_text("Luonnosta ei voi avata").await;
        page.click("Lataa sisältö sellaisenaan").await;
        assert_eq!(String::from_utf8(page.download("json").await.bytes).unwrap(), raw);
        // The other draft works as ever.
        section(page, "d", "controller").await;
        page.fill_id("controller.city", "Naantali").await;
        saved(page).await;
        assert!(page.stored("seloste:draft:d").await.unwrap().contains("Naantali"));
        assert_eq!(page.stored("seloste:draft:x").await.as_deref(), Some(raw));
        home(page).await;
        page.click_in(".draft-damaged", "Poista").await;
        page.wait_no_text("Vioittunut luonnos: x").await;
        assert_eq!(page.stored("seloste:draft:x").await, None);
        assert_eq!(page.stored("muu:ohjelma").await.as_deref(), Some("ei meidän"));
    })
    .await;
}

#[tokio::test]
async fn strange_values_in_storage_break_nothing() {
    browse(Setup::desktop(), async |page| {
        for (place, raw) in
            ["", "null", "[]", "42", "\"teksti\"", "{}", "{\"format\":\"seloste\"}"].iter().enumerate()
        {
            page.store(&format!("seloste:draft:o{place}"), raw).await;
        }
        page.store("seloste:draft:", "nimetön avain").await;
        page.store("seloste:settings", "{rikki").await;
        page.reload().await;
        page.wait_until("document.querySelectorAll('.draft-damaged').length >= 7").await;
        let draft = start_notice(page).await;
        paste(page, "controller.name", "Ehjä Oy").await;
        saved(page).await;
        home(page).await;
        assert_eq!(page.stored("seloste:draft:o3").await, Some("42".into()));
        assert!(json!(page.stored_keys().await).to_string().contains(&draft));
    })
    .await;
}
