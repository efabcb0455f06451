//! A finding shows the words found and leads to them. What can be done about it where it stands: mended in one click and taken back;
//! set aside with a reason.
//!
//! Covers: `ui::findings` (quotes, fixes, dismissal), `ui::selection` on a section's screen and on the check page.

use crate::actions::{addition, check, paste, saved, section, start_notice, text, value};
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

const PHONE: &str = "Puhelinnumero on väärässä muodossa";
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

/// What is selected in the element that has the focus: its id, and the words.
const SELECTED: &str = "const e = document.activeElement; \
    return [e.id, (e.value ?? '').slice(e.selectionStart ?? 0, e.selectionEnd ?? 0)]";

async fn selected(page: &Page, id: &str, words: &str) {
    page.wait_until(&format!("document.activeElement.id === '{id}'")).await;
    assert_eq!(page.eval(SELECTED, vec![]).await, json!([id, words]));
}

#[tokio::test]
async fn a_finding_shows_its_sentence_and_leads_to_the_words() {
    browse(Setup::desktop(), async |page| {
        let draft = with_findings(page).await;
        section(page, &draft, "right-access").await;
        // Signs of two UTF-16 units, and line breaks, stand before what is found.
        let plain = "Näytämme tiedot 💶 pyynnöstä. \n".repeat(30);
        let text = format!("{plain}Tarkastuspyyntö tulee tehdä kirjallisena.");
        addition(page, "right-access", &text).await;
        saved(page).await;
        // On the section's own screen: the message leads to the words, too.
        page.click("Jatka").await;
        page.find(".found-summary .found-quotes").await;
        let quoted = text_of_all(page, ".found-summary .found-quotes q").await;
        assert!(quoted.iter().any(|line| line.contains("Tarkastuspyyntö tulee tehdä kirjallisena")), "{quoted:?}");
        let marked = text_of_all(page, ".found-summary .found-quotes mark").await;
        assert!(marked.contains(&"tulee tehdä kirjallisena".to_owned()), "{marked:?}");
        assert_eq!(violations(page).await, Vec::<String>::new());
        page.click_in(".found-summary .found-quotes li:has(mark)", "Näytä kohta").await;
        selected(page, "additions.right-access", "tulee tehdä kirjallisena").await;
        // The words are at the end of a long text, and in view.
        let scrolled = "const e = document.activeElement; const box = e.getBoundingClientRect(); \
            return (e.scrollTop > 0 || e.scrollHeight <= e.clientHeight) && box.top < innerHeight && box.bottom > 0";
        assert_eq!(page.eval(scrolled, vec![]).await, json!(true));
        // From the last screen, too.
        check(page, &draft).await;
        let entry = ".check-found > .found-list > li:has(mark)";
        page.find(entry).await;
        page.click_in(entry, "Näytä kohta").await;
        page.wait_until("location.hash.endsWith('/right-access')").await;
        selected(page, "additions.right-access", "tulee tehdä kirjallisena").await;
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn all_places_are_told_and_those_beyond_three_are_folded() {
    browse(Setup::desktop(), async |page| {
        let draft = with_findings(page).await;
        section(page, &draft, "purposes").await;
        let sentences: Vec<_> =
            (1..=11).map(|number| format!("Tietoja voidaan käyttää kohteessa {number}.")).collect();
        addition(page, "purposes", &sentences.join(" ")).await;
        saved(page).await;
        check(page, &draft).await;
        let folded = "details.found-more";
        page.find(folded).await;
        assert_eq!(page.text_of(&format!("{folded} > summary")).await, "8 lisää");
        page.click_css(&format!("{folded} > summary")).await;
        page.wait_until("document.querySelector('details.found-more').open").await;
        assert_eq!(page.count(&format!("{folded} q")).await, 8);
        page.click_in(&format!("{folded} li:last-child"), "Näytä kohta").await;
        page.wait_until("location.hash.endsWith('/purposes')").await;
        page.wait_until("document.activeElement.id === 'additions.purposes'").await;
        let before = "const e = document.activeElement; return e.value.slice(e.selectionStart).split('.')[0]";
        assert_eq!(page.eval(before, vec![]).await, json!("voidaan käyttää kohteessa 11"));
        // The field itself says once what is wrong in it.
        page.resize(390, 844).await;
        page.assert_fits().await;
        page.assert_quiet().await;
    })
    .await;
}

async fn text_of_all(page: &Page, css: &str) -> Vec<String> {
    let script = "return [...document.querySelectorAll(arguments[0])].map((e) => e.innerText)";
    let found = page.eval(script, vec![json!(css)]).await;
    found.as_array().expect("a list").iter().map(text).collect()
}
