//! Services: found by typing, by browsing and by name; what one added is listed with links and one undo, and what it cannot know is
//! asked and answered there.
//!
//! Covers: `ui::steps::services` on the screen of recipients.

use crate::actions::{cards, section, shows, start_notice};
use crate::harness::axe::assert_accessible;
use crate::harness::driver::Setup;
use crate::harness::page::Page;
use crate::harness::run::browse;
use thirtyfour::Key;

/// The card of the service that was added last.
const CARD: &str = ".added";

/// A customers' notice on the screen of recipients: its draft.
async fn at_recipients(page: &Page) -> String {
    let draft = start_notice(page).await;
    section(page, &draft, "recipients").await;
    draft
}

/// Finds a service by typing, and adds it.
async fn add(page: &Page, typed: &str, name: &str) {
    page.fill_id("service", typed).await;
    page.click_in(".service > .service-list", name).await;
    page.wait_until(&format!("document.querySelector('.added-title')?.innerText.endsWith('{name}')")).await;
}

#[tokio::test]
async fn analytics_is_added_listed_asked_about_and_undone() {
    browse(Setup::desktop(), async |page| {
        let draft = at_recipients(page).await;
        let before = cards(page, "recipients").await.len();
        add(page, "analytics", "Google Analytics").await;
        page.wait_until("document.activeElement.className === 'added'").await;
        let listed = page.text_of(CARD).await;
        for said in ["_ga, _ga_*", "Yhdysvallat", "Onko sivuillasi suostumusikkuna?"] {
            assert!(listed.contains(said), "{said}: {listed}");
        }
        assert_accessible(page, "an added service").await;
        page.assert_fits().await;

        // Nothing is said of a window until it is answered; then the sentence is shown as it will be published.
        assert_eq!(page.count(".added [aria-pressed='true']").await, 0);
        page.wait_no_text("Hyväksyt tai hylkäät evästeet").await;
        page.click_in(CARD, "Alustan oma tai muu ikkuna").await;
        page.wait_text("Hyväksyt tai hylkäät evästeet").await;
        page.click_in(CARD, "Ei ole").await;
        page.wait_text("Hanki suostumusikkuna").await;

        // A link leads to what was added, and the list is there on the way back.
        page.click_css(".added-list a[href$='/cookies']").await;
        shows(page, "cookies").await;
        page.wait_text("_ga, _ga_*").await;
        section(page, &draft, "recipients").await;
        page.click_in(CARD, "Kumoa lisäys").await;
        page.wait_text("Lisäys kumottiin: Google Analytics").await;
        page.wait_until("!document.querySelector('.added')").await;
        assert_eq!(cards(page, "recipients").await.len(), before);
        page.assert_quiet().await;
    })
    .await;
}

#[tokio::test]
async fn a_shop_asks_who_delivers_and_a_consent_service_answers_for_analytics() {
    browse(Setup::phone(), async |page| {
        at_recipients(page).await;
        add(page, "mycash", "MyCashflow").await;
        page.click_in(CARD, "Posti").await;
        page.wait_until("document.querySelector('.added-title').innerText.endsWith('Posti')").await;
        let pressed =
            "[...document.querySelectorAll('.option[aria-pressed=true]')].map(it => it.innerText).join()";
        page.wait_until(&format!("{pressed} === 'Posti'")).await;
        add(page, "google an", "Google Analytics").await;
        page.click_in(CARD, "Cookiebot").await;
        page.wait_until("document.querySelectorAll('.added').length === 4").await;
        page.wait_until(&format!("{pressed}.includes('Cookiebot')")).await;
        page.wait_text("Hyväksyt tai hylkäät evästeet").await;
        assert_accessible(page, "four added services").await;
        page.assert_fits().await;
    })
    .await;
}

#[tokio::test]
async fn a_service_is_added_with_the_keyboard_alone_and_enter_stays_on_the_screen() {
    browse(Setup::desktop(), async |page| {
        at_recipients(page).await;
        page.fill_id("service", "timma").await;
        page.wait_text("Palveluja löytyi: 1.").await;
        page.press(Key::Enter + "").await;
        assert!(page.route().await.ends_with("/recipients"), "nothing was sent");
        page.press(Key::Tab + "").await;
        page.press(Key::Enter + "").await;
        page.wait_text("Lisättiin: Timma").await;
        add(page, "facebook", "Meta Pixel").await;
        let listed = page.text_of(CARD).await;
        assert!(listed.contains("Meta Platforms Ireland Limited"), "{listed}");
    })
    .await;
}

#[tokio::test]
async fn a_service_of_ones_own_is_added_by_name() {
    browse(Setup::phone(), async |page| {
        at_recipients(page).await;
        page.fill_id("service", "Esimerkkivaraus").await;
        page.wait_text("Palvelua ei ole luettelossa").await;
        page.click_css(".service-other > summary").await;
        page.click_css("#service-other-add").await;
        page.wait_text("Kirjoita palvelun nimi ja valitse, mitä se tekee.").await;
        page.fill_id("service-other-name", "Esimerkkivaraus").await;
        page.eval(
            "const it = document.getElementById('service-other-what'); it.value = 'recipient.booking'; \
             it.dispatchEvent(new Event('change', { bubbles: true }))",
            Vec::new(),
        )
        .await;
        page.click_css("#service-other-place-0").await;
        page.click_css("#service-other-add").await;
        page.wait_text("Lisättiin: Esimerkkivaraus").await;
        page.assert_fits().await;
    })
    .await;
}
