//! What can be done about a finding where it stands: mended in one click and taken back; set aside with a reason.
//!
//! Covers: `ui::findings` (fixes, dismissal) on a section's screen and on the check page.

use crate::actions::{check, paste, saved, section, start_notice, text, value};
use crate::harness::axe::violations;
use crate::harness::driver::Setup;
use crate::harness::page::Page;
use crate::harness::run::browse;
use serde_json::{Value, json};

/// A notice with a phone number that is hard to dial and a date of long ago.
async fn with_findings(page: &Page) -> String {
    let draft = start_notice(page).await;
    paste(page, "controller.phone", "358 (0)40 123 4567").await;
    section(page, &draft, "date").await;
    paste(page, "drawn-up", "1.5.2018").await;
    saved(page).await;
    draft
}

/// The findings of the list that have these words, as JavaScript.
fn listed(words: &str) -> String {
    format!(
        "[...document.querySelectorAll('.check-found > .found-list > li')].some((li) => li.innerText.includes('{words}'))"
    )
}

const PHONE: &str = "Puhelinnumero ei ole muodossa";
const OLD: &str = "Selostetta ei ole päivitetty yli vuoteen";

#[tokio::test]
async fn a_fix_is_applied_and_taken_back() {
    browse(Setup::desktop(), async |page| {
        let draft = with_findings(page).await;
        check(page, &draft).await;
        page.wait_until(&listed(PHONE)).await;
        page.click("Kirjoita muotoon +358 40 123 4567").await;
        page.wait_until(&format!("!{}", listed(PHONE))).await;
        page.wait_text("Korjattu: Kirjoita muotoon +358 40 123 4567").await;
        page.wait_until("document.activeElement.id === 'verdict'").await;
        page.click("Kumoa").await;
        page.wait_until(&listed(PHONE)).await;
        // On the section's own screen, too; and it is kept.
        section(page, &draft, "controller").await;
        page.wait_text(PHONE).await;
        page.click("Kirjoita muotoon +358 40 123 4567").await;
        page.wait_until("document.getElementById('controller.phone').value === '+358 40 123 4567'").await;
        page.wait_until("document.activeElement.id === 'found'").await;
        saved(page).await;
        page.reload().await;
        assert_eq!(value(page, "controller.phone").await, "+358 40 123 4567");
    })
    .await;
}

#[tokio::test]
async fn a_finding_set_aside_with_a_reason_stays_aside() {
    browse(Setup::desktop(), async |page| {
        let draft = with_findings(page).await;
        check(page, &draft).await;
        page.wait_until(&listed(OLD)).await;
        let entry = ".check-found > .found-list > li:has(> div > a[href$='/date'])";
        page.click_in(entry, "Kuittaa huomautus").await;
        let id = "dismiss-notice-old-date";
        page.wait_until(&format!("document.activeElement.id === '{id}'")).await;
        // Without a reason it is not done.
        page.click_in(entry, "Kuittaa").await;
        page.wait_text("Kirjoita syy.").await;
        paste(page, id, "Tarkistettu marraskuussa <b>2026</b>.").await;
        assert_eq!(violations(page).await, Vec::<String>::new());
        page.click_in(entry, "Kuittaa").await;
        page.wait_until(&format!("!{}", listed(OLD))).await;
        page.wait_text("Huomautus kuitattu.").await;
        saved(page).await;
        let kept: Value =
            serde_json::from_str(&page.stored(&format!("seloste:draft:{draft}")).await.expect("a draft"))
                .expect("JSON");
        let set = &kept["dismissals"][0];
        assert_eq!((&set["rule"], &set["field"]), (&json!("notice-old"), &json!("drawn-up")));
        page.reload().await;
        page.find(".dismissed > summary").await;
        assert!(page.eval(&format!("return {}", listed(OLD)), vec![]).await == json!(false));
        page.click_css(".dismissed > summary").await;
        page.wait_text("Tarkistettu marraskuussa <b>2026</b>.").await;
        assert_eq!(violations(page).await, Vec::<String>::new());
        page.click("Ota takaisin").await;
        page.wait_until(&listed(OLD)).await;
        assert_eq!(page.count(".dismissed").await, 0);
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn the_evidence_report_is_handed_out_with_its_reasons() {
    browse(Setup::desktop(), async |page| {
        let draft = with_findings(page).await;
        check(page, &draft).await;
        page.wait_until(&listed(OLD)).await;
        page.click("Raportti JSON").await;
        let report: Value = serde_json::from_slice(&page.download("json").await.bytes).expect("JSON");
        assert_eq!(report["lang"], "fi");
        let rules: Vec<_> = report["findings"]
            .as_array()
            .expect("findings")
            .iter()
            .map(|found| text(&found["rule"]))
            .collect();
        assert!(rules.contains(&"notice-old".to_owned()), "{rules:?}");
        page.click("Raportti HTML").await;
        let html = page.download("html").await;
        assert!(html.name.starts_with("vaatimusraportti"), "{}", html.name);
        page.click("Raportti PDF").await;
        assert!(page.download("pdf").await.bytes.starts_with(b"%PDF-"));
    })
    .await;
}

#[tokio::test]
async fn what_blocks_cannot_be_set_aside_and_all_fits_a_phone() {
    browse(Setup::desktop(), async |page| {
        let draft = with_findings(page).await;
        check(page, &draft).await;
        page.wait_until(&listed(OLD)).await;
        let script = "return [...document.querySelectorAll('.check-found .finding-blocking')] \
            .filter((li) => li.querySelector('.dismiss-place')).length";
        assert_eq!(page.eval(script, vec![]).await, json!(0));
        page.resize(390, 844).await;
        page.click_in(".check-found > .found-list > li:has(> div > a[href$='/date'])", "Kuittaa huomautus")
            .await;
        page.find(".dismiss").await;
        page.assert_fits().await;
        let words = text(&page.eval("return document.querySelector('.dismiss').innerText", vec![]).await);
        assert!(words.contains("Miksi huomautus ei koske selostettasi?"), "{words}");
        page.screenshot("findings-390").await;
        page.resize(1440, 1000).await;
        page.screenshot("findings-1440").await;
    })
    .await;
}
