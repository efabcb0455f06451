//! The glossary on a section's screen: there where the screen uses a term, closed at first, opened by mouse and keyboard.
//!
//! Covers: `ui/step.rs` (the glossary), `content/glossary.toml`.

use crate::actions::{section, start_notice};
use crate::harness::driver::Setup;
use crate::harness::page::Page;
use crate::harness::run::browse;
use thirtyfour::Key;

const OPEN: &str = "document.querySelector('.glossary').open";
const CLOSED: &str = "!document.querySelector('.glossary').open";

/// The terms of a screen's glossary with their explanations, as they can be read.
async fn entries(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.glossary dl > div')].map((e) => e.innerText)";
    let found = page.eval(script, vec![]).await;
    found.as_array().expect("a list").iter().map(|e| e.as_str().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn a_screen_explains_its_terms_where_it_has_any() {
    browse(Setup::desktop(), async |page| {
        let draft = start_notice(page).await;
        section(page, &draft, "recipients").await;
        page.wait_until(CLOSED).await;
        let named = page.text_of(".glossary summary").await;
        assert!(named.starts_with("Sanasto") && named.contains("vastaanottaja"), "{named}");
        page.click_in(".glossary", "Sanasto").await;
        page.wait_until(OPEN).await;
        let entries = entries(page).await;
        let processor = entries.iter().find(|entry| entry.starts_with("Henkilötietojen käsittelijä"));
        let processor = processor.unwrap_or_else(|| panic!("{entries:?}"));
        assert!(
            processor.contains("ohjeidesi mukaan") && processor.contains("tietosuoja-asetus 28"),
            "{processor}"
        );
        // A screen without a term has no block, and none is left over from the last one.
        section(page, &draft, "changes").await;
        assert_eq!(page.count(".glossary").await, 0);
        section(page, &draft, "cookies").await;
        page.wait_until(CLOSED).await;
        assert!(page.text_of(".glossary summary").await.contains("eväste"));
    })
    .await;
}

#[tokio::test]
async fn the_glossary_opens_by_keyboard_on_a_phone() {
    browse(Setup::phone(), async |page| {
        let draft = start_notice(page).await;
        section(page, &draft, "transfers").await;
        page.eval("document.querySelector('.glossary summary').focus()", vec![]).await;
        page.press(Key::Enter + "").await;
        page.wait_until(OPEN).await;
        assert!(entries(page).await.iter().any(|entry| entry.starts_with("Siirto")));
        page.assert_fits().await;
        page.press(Key::Space + "").await;
        page.wait_until(CLOSED).await;
    })
    .await;
}
