//! The words of a language are fetched when it is used, and nothing is shown or handed out without them.
//!
//! Covers: `ui::words`, `content::words`, boot.js, `.ci/words`.

use crate::actions::{check, section, start_notice};
use crate::harness::axe::assert_accessible;
use crate::harness::driver::Setup;
use crate::harness::page::Page;
use crate::harness::run::browse;
use crate::pdf::native;
use crate::samples::fixture;
use serde_json::{Value, json};

const MISSING: &str = "Tekstien lataaminen tällä kielellä ei onnistunut: Svenska.";

/// The files of words that were asked for so far, by their languages.
fn asked(page: &Page) -> Vec<String> {
    let requests = page.server.requests();
    let files = requests.iter().filter_map(|path| path.rsplit('/').next()?.strip_prefix("texts-"));
    files.map(|name| name.chars().take(2).collect()).collect()
}

/// The name of the file with the words of a language.
async fn file_of(page: &Page, lang: &str) -> String {
    let named = page.find(&format!("script[data-texts-{lang}]")).await;
    named.attr(format!("data-texts-{lang}")).await.unwrap().unwrap().trim_start_matches("./").to_owned()
}

/// Has the interface's language chosen on an earlier visit, and comes again.
async fn come_again_in(page: &Page, lang: &str) {
    page.store("seloste:settings", &json!({ "lang": lang }).to_string()).await;
    page.reload().await;
}

/// A notice of a firm that is published in these languages, opened at a section.
async fn notice_in(page: &Page, languages: &[&str]) {
    let mut draft: Value = serde_json::from_str(&fixture("notice-d.json")).unwrap();
    draft["notice"]["languages"] = json!(languages);
    page.store("seloste:draft:d", &draft.to_string()).await;
    page.reload().await;
    page.find(".home-drafts").await;
    section(page, "d", "register").await;
}

async fn json_of(page: &Page) -> Vec<u8> {
    page.click_in(".exports", "Lataa luonnos (JSON)").await;
    page.download("json").await.bytes
}

#[tokio::test]
async fn in_finnish_no_other_words_are_asked_for() {
    browse(Setup::desktop(), async |page| {
        let draft = start_notice(page).await;
        section(page, &draft, "purposes").await;
        check(page, &draft).await;
        assert_eq!(asked(page), [""; 0]);
    })
    .await;
}

#[tokio::test]
async fn another_language_comes_with_one_file_and_without_a_flash_of_finnish() {
    browse(Setup::desktop(), async |page| {
        page.find("#title").await;
        // Whatever the app draws, from its very first moment.
        let watch = "window.drawn = new Set(); new MutationObserver(() => { \
            const title = document.querySelector('#app #title')?.innerText; if (title) window.drawn.add(title); \
            }).observe(document, { childList: true, subtree: true, characterData: true })";
        page.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": watch })).await;
        let finnish = page.text_of("#title").await;
        for (lang, own, count) in [("sv", "Svenska", 1), ("en", "English", 2)] {
            come_again_in(page, lang).await;
            page.find(&format!("button[lang='{lang}'][aria-pressed='true']")).await;
            assert_eq!(page.eval("return document.documentElement.lang", vec![]).await, json!(lang), "{own}");
            let drawn = page.eval("return [...window.drawn]", vec![]).await;
            assert_eq!(drawn.as_array().map(Vec::len), Some(1), "{drawn}");
            assert_ne!(drawn[0], json!(finnish));
            assert_eq!(page.measures("seloste:start").await.len(), 1);
            assert_eq!((asked(page).len(), asked(page).last().map(String::as_str)), (count, Some(lang)));
        }
    })
    .await;
}

#[tokio::test]
async fn without_its_words_the_app_opens_in_finnish_and_says_so() {
    browse(Setup::phone().expecting_errors(), async |page| {
        let file = file_of(page, "sv").await;
        // The host has lost the file; it sends another one; it sends half of it.
        let whole = std::fs::read(crate::harness::dist::folder().join(&file)).unwrap();
        let half = &whole[..whole.len() / 2];
        for broken in [None, Some(b"<!doctype html><title>Hups</title>".as_slice()), Some(half)] {
            match broken {
                None => page.server.refuse(&file),
                Some(other) => page.server.replace(&file, other),
            }
            page.cdp("Network.clearBrowserCache", json!({})).await;
            come_again_in(page, "sv").await;
            page.wait_text(MISSING).await;
            page.wait_text("Aloita uusi seloste").await;
            assert_eq!(page.eval("return document.documentElement.lang", vec![]).await, json!("fi"));
            assert_accessible(page, "without words").await;
            page.assert_fits().await;
            page.server.mend();
        }
        // What was chosen is still wanted.
        page.click("Yritä uudelleen").await;
        page.wait_until("document.documentElement.lang === 'sv'").await;
        page.wait_no_text(MISSING).await;
    })
    .await;
}

#[tokio::test]
async fn a_language_that_cannot_be_had_changes_nothing_until_it_can() {
    browse(Setup::desktop().expecting_errors(), async |page| {
        start_notice(page).await;
        page.server.refuse(&file_of(page, "sv").await);
        page.click("Svenska").await;
        page.wait_text(MISSING).await;
        page.fill_id("controller.name", "Jatkava Oy").await;
        assert_eq!(page.eval("return document.documentElement.lang", vec![]).await, json!("fi"));
        page.server.mend();
        page.click("Yritä uudelleen").await;
        page.wait_until("document.documentElement.lang === 'sv'").await;
        assert_eq!(crate::actions::value(page, "controller.name").await, "Jatkava Oy");
    })
    .await;
}

#[tokio::test]
async fn a_notice_in_three_languages_is_whole_in_each() {
    browse(Setup::desktop(), async |page| {
        notice_in(page, &["fi"]).await;
        assert_eq!(asked(page), [""; 0]);
        page.click_css("[id='languages-sv']").await;
        page.click_css("[id='languages-en']").await;
        check(page, "d").await;
        let draft = json_of(page).await;
        for (lang, name) in [("sv", "Ruotsi"), ("en", "Englanti")] {
            page.click_in("main", name).await;
            page.click("Lataa HTML").await;
            let html = String::from_utf8(page.download("html").await.bytes).unwrap();
            let expected = String::from_utf8(native(&draft, "html", lang)).unwrap();
            assert_eq!(html, expected, "{lang}");
        }
        page.select("Mitä PDF-tiedostoon tulee", "Koko seloste kaikilla sen kielillä, samassa tiedostossa")
            .await;
        page.click("Lataa PDF").await;
        let pdf = page.download("pdf").await.bytes;
        assert!(pdf == native(&draft, "pdf", "fi,sv,en"), "another PDF than the command line's");
        let mut asked = asked(page);
        asked.sort();
        assert_eq!(asked, ["en", "sv"], "once each");
    })
    .await;
}

#[tokio::test]
async fn nothing_goes_out_in_a_language_whose_words_are_missing() {
    browse(Setup::desktop().expecting_errors(), async |page| {
        page.server.refuse(&file_of(page, "sv").await);
        notice_in(page, &["sv"]).await;
        page.wait_until("document.querySelector('.preview').innerText.includes('ei onnistunut: Svenska')")
            .await;
        assert_eq!(page.count(".preview .paper-section").await, 0);
        check(page, "d").await;
        for (button, state) in [
            ("Lataa PDF", ".exports .export-state"),
            ("Lataa HTML", ".exports .export-state"),
            ("Lataa teksti", ".exports .export-state"),
        ] {
            page.click(button).await;
            page.wait_until(&format!(
                "document.querySelector('{state}').innerText.includes('ei onnistunut')"
            ))
            .await;
        }
        page.click_in(".exports-report", "PDF").await;
        page.wait_until(
            "document.querySelector('.exports-report .export-state').innerText.includes('ei onnistunut')",
        )
        .await;
        // The draft itself needs no words.
        let draft = json_of(page).await;
        page.server.mend();
        page.click("Lataa HTML").await;
        let html = page.download("html").await.bytes;
        assert!(html == native(&draft, "html", "sv"), "another page than the command line's");
        page.wait_until("document.querySelector('.exports .export-state').innerText === ''").await;
        page.wait_no_text("ei onnistunut: Svenska").await;
    })
    .await;
}
