//! The PDF as the browser makes it: the same bytes as on the command line, and a file that opens again as its draft.
//!
//! Covers: `bin::pdf_worker`, `ui::pdf`, `ui::exports`, `ui::open_file` for PDFs.

use crate::actions::{check, draft_names, draft_of, home, section};
use crate::harness::driver::Setup;
use crate::harness::page::Page;
use crate::harness::run::browse;
use crate::harness::tools;
use crate::samples::fixture;
use serde_json::Value;
use std::process::Command;

/// What the command line makes of a draft: a file of a format, in a language or several (`fi,sv`).
pub fn native(draft: &[u8], format: &str, lang: &str) -> Vec<u8> {
    let folder = tools::output().join("native");
    std::fs::create_dir_all(&folder).unwrap();
    let (from, to) = (folder.join(format!("{lang}.json")), folder.join(format!("{lang}.{format}")));
    std::fs::write(&from, draft).unwrap();
    let render = [from.as_os_str(), "--to".as_ref(), format.as_ref(), "--lang".as_ref(), lang.as_ref()];
    let mut command = Command::new(env!("CARGO_BIN_EXE_seloste"));
    let output = command.arg("render").args(render).arg("-o").arg(&to).output().expect("the command line");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    std::fs::read(to).unwrap()
}

async fn stored(page: &Page, draft: &str) -> Value {
    let text = page.stored(&format!("seloste:draft:{draft}")).await.expect("a draft");
    serde_json::from_str(&text).expect("JSON")
}

#[tokio::test]
async fn the_browser_and_the_command_line_make_the_same_bytes_which_open_again() {
    browse(Setup::desktop(), async |page| {
        page.store("seloste:draft:d", &fixture("notice-d.json")).await;
        page.reload().await;
        page.find(".home-drafts").await;
        section(page, "d", "controller").await;
        page.fill_id("controller.name", "Ruusu & <Tähti> Oy").await;
        check(page, "d").await;
        page.click("Lataa PDF").await;
        let pdf = page.download("pdf").await.bytes;
        page.click_in(".exports", "Lataa luonnos (JSON)").await;
        let json = page.download("json").await.bytes;
        let other = native(&json, "pdf", "fi");
        let same = pdf.iter().zip(&other).take_while(|(a, b)| a == b).count();
        assert!(pdf == other, "{} and {} bytes, the same up to {same}", pdf.len(), other.len());

        // On another computer.
        page.eval("localStorage.clear()", vec![]).await;
        home(page).await;
        page.reload().await;
        page.wait_text("Ei vielä luonnoksia").await;
        let path = tools::output().join("uudelleen.pdf");
        std::fs::write(&path, &pdf).unwrap();
        page.choose_file("#open-file", &path).await;
        page.find(".tasks").await;
        let draft: Value = serde_json::from_slice(&json).unwrap();
        assert_eq!(draft["notice"]["controller"]["name"], "Ruusu & <Tähti> Oy");
        // The notice is back; the draft's own name and id stayed at home.
        let opened = stored(page, &draft_of(&page.route().await)).await;
        assert_eq!(opened["notice"], draft["notice"]);
        home(page).await;
        assert_eq!(draft_names(page).await, ["Ruusu & <Tähti> Oy"]);
    })
    .await;
}

#[tokio::test]
async fn who_waits_for_a_pdf_is_told() {
    browse(Setup::desktop(), async |page| {
        page.store("seloste:draft:d", &fixture("notice-d.json")).await;
        page.reload().await;
        page.find(".home-drafts").await;
        page.server.replace("pdf_worker_loader.js", b"postMessage({ ready: true }); onmessage = () => {}");
        check(page, "d").await;
        page.click("Lataa PDF").await;
        page.wait_text("PDF-tiedostoa tehdään…").await;
        page.find(".exports button[aria-disabled='true']").await;
        page.click("Lataa HTML").await;
        assert!(!page.download("html").await.bytes.is_empty(), "nothing else waits");

        // Nobody has to wait for ever, and the next try is a new one.
        page.server.mend();
        page.click("Keskeytä").await;
        page.wait_text("PDF-tiedoston tekeminen keskeytyi.").await;
        assert_eq!(page.eval("return document.activeElement.id", vec![]).await, "export-pdf");
        page.click("Lataa PDF").await;
        assert!(page.download("pdf").await.bytes.starts_with(b"%PDF"));
    })
    .await;
}
