//! The start: what the firm does proposes what it needs, its card is typed once, and changes in all of its notices when asked.
//!
//! Covers: `ui::new_notice`, `ui::firm`, `ui::home` by firm, `session::firms` as people meet it.

use crate::actions::{FIRM, choose_needs, draft_names, home, new_firm, paste, strings, value};
use crate::harness::axe::assert_accessible;
use crate::harness::driver::Setup;
use crate::harness::page::Page;
use crate::harness::run::browse;
use serde_json::{Value, json};

/// The card of a salon, as people type it.
const CARD: [(&str, &str); 7] = [
    ("controller.name", "Mallikampaamo Oy"),
    ("controller.business-id", "12345671"),
    ("controller.street", "Esimerkkikatu 2"),
    ("controller.postal-code", "20380"),
    ("controller.city", "Turku"),
    ("controller.email", "posti@malli.example"),
    ("controller.phone", "040 123 4567"),
];

async fn types(page: &Page) {
    for (id, text) in CARD {
        page.fill_id(id, text).await;
    }
}

/// All stored drafts, by kind.
async fn drafts(page: &Page) -> Vec<Value> {
    let mut drafts = Vec::new();
    for key in page.stored_keys().await.iter().filter(|key| key.starts_with("seloste:draft:")) {
        drafts.push(serde_json::from_str::<Value>(&page.stored(key).await.unwrap()).unwrap());
    }
    drafts.sort_by_key(|draft: &Value| draft["notice"]["kind"].to_string());
    drafts
}

async fn fields(page: &Page, path: &str) -> Vec<Value> {
    drafts(page)
        .await
        .iter()
        .map(|draft| draft["notice"].pointer(path).cloned().unwrap_or_default())
        .collect()
}

/// A salon with a notice of its bookings and one of its website; the first page is shown.
async fn a_salon(page: &Page) {
    page.click("Aloita uusi seloste").await;
    choose_needs(page, Some("hairdresser"), &["bookings", "web"]).await;
    types(page).await;
    page.click_css("label[for='same-address']").await;
    page.click("Aloita").await;
    page.wait_text("Uudet luonnokset: Ajanvarausrekisteri, Verkkosivut ja verkkokauppa.").await;
    home(page).await;
    page.wait_until("document.querySelectorAll('.drafts .draft').length === 2").await;
}

async fn ticked(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('#kinds input:checked')].map((box) => box.id)";
    strings(&page.eval(script, vec![]).await)
}

#[tokio::test]
async fn a_hairdresser_makes_two_notices_in_one_go() {
    browse(Setup::phone(), async |page| {
        page.click("Aloita uusi seloste").await;
        page.find("#trade-hairdresser").await;
        assert_eq!(page.count("main input:checked").await, 0, "nothing is chosen beforehand");
        assert_eq!(page.count("#kinds").await, 0);
        page.choose("Kampaamo ja kauneushoitola").await;
        page.wait_until("document.querySelector('#kind-bookings')?.checked").await;
        assert_eq!(ticked(page).await, ["kind-bookings"]);
        page.choose("Verkkosivut ja verkkokauppa").await;
        page.choose("Ruotsi").await;
        types(page).await;
        page.choose("Tietopyynnöt samaan osoitteeseen").await;
        assert_accessible(page, "the start").await;
        page.assert_fits().await;
        page.click("Aloita").await;
        page.find(".question").await;
        page.wait_text("Uudet luonnokset: Ajanvarausrekisteri, Verkkosivut ja verkkokauppa.").await;
        assert!(page.route().await.ends_with("/questions"), "{}", page.route().await);

        let made = drafts(page).await;
        assert_eq!(made.len(), 2);
        for (draft, [kind, trade]) in
            made.iter().zip([[json!("bookings"), json!("hairdresser")], [json!("web"), Value::Null]])
        {
            let notice = &draft["notice"];
            assert_eq!((&notice["kind"], &notice["trade"]), (&kind, &trade));
            assert_eq!(notice["languages"], json!(["fi", "sv"]));
            assert_eq!(notice["controller"]["business-id"], "1234567-1");
            assert_eq!(notice["contact"]["email"], "posti@malli.example");
            assert_eq!(notice["contact"]["address"], "Esimerkkikatu 2, 20380 Turku");
            assert_eq!(draft["origins"]["contact.email"], "said");
            assert_eq!(draft["origins"]["controller.name"], "said");
        }

        home(page).await;
        page.wait_until("document.querySelectorAll('.firm-group').length === 1").await;
        assert_eq!(page.text_of(".firm-name").await, "Mallikampaamo Oy");
        let mut names = draft_names(page).await;
        names.sort();
        assert_eq!(names, ["Ajanvarausrekisteri", "Verkkosivut ja verkkokauppa"]);
        assert_accessible(page, "a firm on the first page").await;
        page.assert_fits().await;
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_is_said_where_it_is_missing() {
    browse(Setup::desktop(), async |page| {
        page.click("Aloita uusi seloste").await;
        page.choose("Muu").await;
        page.find("#kinds").await;
        assert_eq!(ticked(page).await, Vec::<String>::new(), "nothing is known of another trade");
        assert_eq!(page.count("#kinds input").await, 10);
        page.click("Aloita").await;
        page.wait_text("Valitse ainakin yksi seloste.").await;
        page.wait_until("document.activeElement.id === 'kinds'").await;
        page.choose("Asiakasrekisteri").await;
        page.wait_no_text("Valitse ainakin yksi seloste.").await;
        paste(page, "controller.name", "   ").await;
        page.click("Aloita").await;
        page.wait_text("Kirjoita yrityksen nimi.").await;
        page.wait_until("document.activeElement.id === 'controller.name'").await;
        page.wait_until("document.activeElement.getAttribute('aria-invalid') === 'true'").await;
        assert_eq!(drafts(page).await.len(), 0);
        // Another language of the page takes nothing away.
        paste(page, "controller.name", FIRM).await;
        page.click("Svenska").await;
        page.wait_text("Ny beskrivning").await;
        assert_eq!(value(page, "controller.name").await, FIRM);
        page.click("Börja").await;
        page.find(".question").await;
        assert_eq!(fields(page, "/controller/name").await, [FIRM]);
        assert_eq!(fields(page, "/languages").await, [json!(["fi"])]);
    })
    .await;
}

#[tokio::test]
async fn a_known_firm_is_chosen_and_nothing_is_typed() {
    browse(Setup::desktop(), async |page| {
        a_salon(page).await;
        page.click("Uusi seloste tälle yritykselle").await;
        page.find("#kinds").await;
        assert_eq!(page.count("#trade-hairdresser:checked").await, 1);
        assert_eq!(ticked(page).await, Vec::<String>::new(), "it has its bookings already");
        page.wait_text("Yritykselläsi on tästä jo luonnos.").await;
        assert_eq!(page.count("main input[type=text]").await, 0);
        page.choose("Henkilöstörekisteri").await;
        page.click("Aloita").await;
        page.find(".question").await;
        assert_eq!(fields(page, "/controller/street").await, ["Esimerkkikatu 2"; 3]);
        assert_eq!(fields(page, "/contact/email").await, ["posti@malli.example"; 3]);

        // From the first page one of the two has to be said.
        home(page).await;
        page.click("Aloita uusi seloste").await;
        choose_needs(page, None, &["cameras"]).await;
        page.click("Aloita").await;
        page.wait_text("Valitse yritys.").await;
        page.wait_until("document.activeElement.id === 'firm'").await;
        new_firm(page).await;
        page.fill_id("controller.name", "Toinen Oy").await;
        page.click("Aloita").await;
        page.find(".question").await;
        home(page).await;
        page.wait_until("document.querySelectorAll('.firm-group').length === 2").await;
    })
    .await;
}

#[tokio::test]
async fn a_changed_card_is_asked_about_and_changes_all_notices() {
    browse(Setup::desktop(), async |page| {
        a_salon(page).await;
        page.click("Muuta yrityksen tietoja").await;
        page.find("[id='controller.phone']").await;
        assert_eq!(value(page, "controller.phone").await, "040 123 4567");
        page.fill_id("controller.phone", "050 765 4321").await;
        page.click("Tallenna").await;
        page.find("dialog[open]").await;
        let asked = page.text_of("dialog[open]").await;
        for words in ["Ajanvaraus", "Verkkosivut ja verkkokauppa", "Muuttuu: Puhelin, Tietopyyntöjen osoite"]
        {
            assert!(asked.contains(words), "{asked}");
        }
        assert_accessible(page, "the question").await;
        page.click_in("dialog", "Peruuta").await;
        page.wait_until("!document.querySelector('dialog[open]')").await;
        assert_eq!(fields(page, "/controller/phone").await, ["040 123 4567"; 2]);

        page.click("Tallenna").await;
        page.find("dialog[open]").await;
        page.click_in("dialog", "Muuta").await;
        page.wait_text("Yrityksen tiedot muuttuivat näissä:").await;
        page.find(".home-drafts").await;
        assert_eq!(fields(page, "/controller/phone").await, ["050 765 4321"; 2]);
        assert_eq!(fields(page, "/contact/phone").await, ["050 765 4321"; 2]);

        // The change can be taken back, also while one of the notices is in hand.
        page.click("Ajanvarausrekisteri").await;
        page.find(".tasks").await;
        page.click("Kumoa").await;
        home(page).await;
        assert_eq!(fields(page, "/controller/phone").await, ["040 123 4567"; 2]);
        assert_eq!(fields(page, "/contact/phone").await, ["040 123 4567"; 2]);
    })
    .await;
}

#[tokio::test]
async fn a_draft_that_another_window_changed_is_not_overwritten() {
    browse(Setup::desktop(), async |page| {
        a_salon(page).await;
        page.click("Muuta yrityksen tietoja").await;
        page.fill_id("controller.phone", "050 765 4321").await;
        page.click("Tallenna").await;
        page.find("dialog[open]").await;
        // No event reaches this window, as when the other one saves in the same moment.
        let script = "for (const key of Object.keys(localStorage).filter((key) => key.startsWith('seloste:draft:'))) { \
            const draft = JSON.parse(localStorage.getItem(key)); if (draft.notice.kind !== 'web') continue; \
            draft.notice.controller.phone = '09 111 222'; draft.revision += 1; \
            localStorage.setItem(key, JSON.stringify(draft)) }";
        page.eval(script, vec![]).await;
        page.click_in("dialog", "Muuta").await;
        page.wait_text("Tarkista luettelo uudelleen.").await;
        page.wait_text("Ei muutu, koska selosteessa on eri tieto: Puhelin").await;
        page.click_in("dialog", "Muuta").await;
        page.find(".home-drafts").await;
        assert_eq!(fields(page, "/controller/phone").await, ["050 765 4321", "09 111 222"]);
        page.wait_text("Luonnoksissa on eri tietoja yrityksestä.").await;
    })
    .await;
}

#[tokio::test]
async fn what_storage_refuses_is_said_and_kept_for_now() {
    browse(Setup::desktop(), async |page| {
        page.fill_storage().await;
        page.click("Aloita uusi seloste").await;
        choose_needs(page, Some("hairdresser"), &["bookings", "web"]).await;
        types(page).await;
        page.click("Aloita").await;
        page.wait_text("Selaimen tallennustila on täynnä.").await;
        home(page).await;
        assert_eq!(draft_names(page).await.len(), 2);
        assert_eq!(drafts(page).await.len(), 0);
    })
    .await;
}

#[tokio::test]
async fn damaged_and_strange_drafts_stand_apart() {
    browse(Setup::desktop(), async |page| {
        page.store("seloste:draft:x", "{\"format\": \"seloste\", \"version\": 1, \"notice\": {\"contr").await;
        page.store("seloste:draft:n", "{\"format\": \"seloste\", \"version\": 2, \"notice\": {}}").await;
        page.reload().await;
        page.wait_text("Luonnokset, joita ei voi avata").await;
        page.wait_text("Yrityksen nimi puuttuu").await;
        a_salon_beside(page).await;
        page.goto("#/firm/n").await;
        page.wait_text("Luonnosta ei löydy").await;
        page.goto("#/new/x").await;
        page.find("#trade-other").await;
        assert_eq!(page.count("main input:checked").await, 0);
    })
    .await;
}

async fn a_salon_beside(page: &Page) {
    page.click("Aloita uusi seloste").await;
    choose_needs(page, Some("hairdresser"), &["bookings"]).await;
    types(page).await;
    page.click("Aloita").await;
    page.find(".question").await;
    home(page).await;
    page.wait_until("document.querySelectorAll('.firm-group').length === 3").await;
}
