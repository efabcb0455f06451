//! A section in the firm's own words, and a date that keeps itself true.
//!
//! Covers: `ui::fields::instead`, `ui::exports::changed`.

use crate::actions::{check, paste, saved, section, start_notice, tasks, value};
use crate::harness::axe::assert_accessible;
use crate::harness::driver::Setup;
use crate::harness::page::Page;
use crate::harness::run::browse;
use crate::quick::a_published_notice;
use serde_json::{Value, json};

const BEGIN: &str = "Kirjoita kohta omin sanoin";
const RESTORE: &str = "Palauta Selosteen teksti";

async fn draft_in_store(page: &Page, draft: &str) -> Value {
    let stored = page.stored(&format!("seloste:draft:{draft}")).await.expect("a draft");
    serde_json::from_str(&stored).expect("JSON")
}

/// What the preview says in a section.
async fn previewed(page: &Page, words: &str) {
    page.wait_until(&format!("document.querySelector('.preview').innerText.includes('{words}')")).await;
}

#[tokio::test]
async fn a_section_is_written_anew_and_put_back() {
    browse(Setup::desktop(), async |page| {
        let draft = start_notice(page).await;
        section(page, &draft, "retention").await;
        page.click(BEGIN).await;
        page.wait_until("document.activeElement.id === 'replacements.retention'").await;
        let ours = value(page, "replacements.retention").await;
        assert!(ours.starts_with("- "), "the firm goes on from our text: {ours}");
        assert_accessible(page, "a section in own words").await;
        // The form is folded away behind the text.
        page.wait_until("!document.getElementById('retention').closest('details').open").await;
        let own = "Säilytämme vain nämä:\n- laskut 6 vuotta\n- viestit vuoden";
        paste(page, "replacements.retention", own).await;
        previewed(page, "viestit vuoden").await;
        page.wait_until(
            "[...document.querySelectorAll('.preview li')].some((li) => li.innerText === 'laskut 6 vuotta')",
        )
        .await;
        saved(page).await;
        page.reload().await;
        assert_eq!(value(page, "replacements.retention").await, own);
        page.click(RESTORE).await;
        page.wait_until("!document.getElementById('replacements.retention')").await;
        page.wait_until("document.activeElement.id === 'replace-begin'").await;
        page.click("Kumoa").await;
        page.find("[id='replacements.retention']").await;
        assert_eq!(value(page, "replacements.retention").await, own, "taken back with all that was typed");
        page.click(RESTORE).await;
        page.wait_until("!document.querySelector('.preview').innerText.includes('viestit vuoden')").await;
        saved(page).await;
        assert_eq!(draft_in_store(page, &draft).await["notice"].get("replacements"), None);
    })
    .await;
}

#[tokio::test]
async fn the_name_of_the_register_and_the_dates_take_own_words() {
    browse(Setup::phone(), async |page| {
        let draft = start_notice(page).await;
        for id in ["register", "date"] {
            section(page, &draft, id).await;
            page.click("Lisää omin sanoin").await;
            paste(page, &format!("additions.{id}"), "Oma lisäys.").await;
            page.click(BEGIN).await;
            page.find(&format!("[id='replacements.{id}']")).await;
            assert!(value(page, &format!("replacements.{id}")).await.contains("Oma lisäys."), "{id}");
            page.assert_fits().await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_change_after_a_download_is_named_and_dated() {
    browse(Setup::desktop(), async |page| {
        let draft = a_published_notice(page).await;
        saved(page).await;
        let exported = draft_in_store(page, &draft).await["exported"].take();
        assert_eq!(exported["lang"], json!("fi"));
        assert_eq!(page.count("#export-changed").await, 0, "nothing has changed");
        section(page, &draft, "sources").await;
        page.click("Lisää omin sanoin").await;
        paste(page, "additions.sources", "Kysymme myös puhelimessa.").await;
        tasks(page, &draft).await;
        check(page, &draft).await;
        let told = page.text_of("#export-changed").await;
        assert!(told.contains("Sisältö on muuttunut"), "{told}");
        page.click("Merkitse päivitetyksi tänään").await;
        page.wait_until("document.activeElement.id === 'export-changed'").await;
        page.wait_until("!document.querySelector('#export-changed button')").await;
        saved(page).await;
        let updated = draft_in_store(page, &draft).await["notice"]["updated"].clone();
        assert_ne!(updated, json!(""), "{updated}");
        page.click("Kumoa").await;
        page.wait_until("document.querySelector('#export-changed button')").await;
    })
    .await;
}
