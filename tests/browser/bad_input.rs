//! Bad input: files that are no draft, markup in every field, characters that the font lacks, a PDF that cannot be made.
//!
//! Covers: `ui::open_file`, `draft::open` as people meet it, escaping on the page and in all exports, `ui::pdf`.

use crate::actions::{
    SECTIONS, answer, check, draft_names, home, paste, saved, section, start_notice, strings, text,
};
use crate::harness::driver::Setup;
use crate::harness::page::Page;
use crate::harness::run::browse;
use crate::harness::tools;
use crate::notice_d;
use crate::readback::{pdf_text, without_blanks};
use crate::samples::fixture;
use serde_json::{Value, json};
use std::path::PathBuf;

/// A file for the file input.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = tools::output().join("bad");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path
}

/// Puts notice D into storage as the draft `d` and shows the first page.
async fn with_notice_d(page: &Page) {
    page.store("seloste:draft:d", &fixture("notice-d.json")).await;
    page.reload().await;
    page.find(".home-drafts").await;
}

/// All that storage holds, as one text.
async fn all_stored(page: &Page) -> Value {
    page.eval("return JSON.stringify(Object.entries(localStorage).sort())", vec![]).await
}

/// A PDF that ends in the middle of its draft.
const CUT_PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<</SELO_Draft 1/Length 900>>stream\n{\"format\":";

#[tokio::test]
async fn a_file_that_is_no_draft_is_refused_by_name_and_cause() {
    browse(Setup::desktop(), async |page| {
        with_notice_d(page).await;
        let before = all_stored(page).await;
        let good = fixture("notice-d.json");
        let newer = good.replacen("\"version\": 1", "\"version\": 99", 1);
        assert_ne!(newer, good, "the fixture says its version");
        let wrong = good.replacen("\"purposes\"", "\"porpoises\"", 1);
        for (name, bytes, cause) in [
            ("katkennut.json", &good.as_bytes()[..900], "ei ole ehjä: lukeminen katkesi riville"),
            ("package.json", br#"{"name": "toinen", "version": "1.0.0"}"#, "ei ole Selosteen luonnos"),
            ("sivu.html", b"<!doctype html><title>Hei</title>", "ei ole Selosteen luonnos"),
            ("uudempi.json", newer.as_bytes(), "uudemmalla Selosteella (tiedostomuoto 99.0)"),
            ("vioittunut.json", wrong.as_bytes(), "porpoises"),
            ("tyhjä.json", b"", "Tiedosto on tyhjä."),
            ("kuva.json", b"\x89PNG\r\n\x1a\n\x00\xff\xfe", "Tiedosto ei ole UTF-8-tekstiä"),
            ("vieras.pdf", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n", "PDF-tiedostossa ei ole mukana luonnosta"),
            ("katkennut.pdf", CUT_PDF, "Luonnos on vioittunut, eikä sitä voi avata"),
        ] {
            page.choose_file("#open-file", &file(name, bytes)).await;
            let shown = format!("document.getElementById('open-refused').innerText.includes('{name}')");
            page.wait_until(&shown).await;
            let message = page.text_of("#open-refused").await;
            assert!(message.contains(&format!("Tiedostoa ei avattu: {name}")), "{name}: {message}");
            assert!(message.contains(cause), "{name}: {message}");
            assert!(message.contains("Mitään ei ole muutettu."), "{name}: {message}");
            page.wait_until("document.activeElement.id === 'open-refused'").await;
            assert_eq!(all_stored(page).await, before, "{name} changed what is kept");
        }
        // After a refusal a good file opens, and the draft that was here stays.
        page.choose_file("#open-file", &file("hyvä.json", good.as_bytes())).await;
        page.find(".tasks").await;
        home(page).await;
        assert_eq!(draft_names(page).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_file_of_fifty_megabytes_is_refused_at_once() {
    browse(Setup::desktop(), async |page| {
        with_notice_d(page).await;
        let before = all_stored(page).await;
        let path = file("suuri.json", &vec![b' '; 50 * 1024 * 1024]);
        page.choose_file("#open-file", &path).await;
        page.wait_text("Tiedostoa ei avattu: suuri.json").await;
        page.wait_text("liian suuri ollakseen luonnos").await;
        assert_eq!(all_stored(page).await, before);
        std::fs::remove_file(path).unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_rescue_file_may_be_large_and_an_empty_one_says_so() {
    browse(Setup::desktop(), async |page| {
        let drafts =
            json!({ "seloste:draft:d": fixture("notice-d.json"), "seloste:draft:o d d": "{vioittunut" });
        let rescue = |drafts: Value| {
            let drafts = drafts.to_string();
            format!("{{\n  \"format\": \"seloste-rescue\",\n  \"version\": 1,\n  \"drafts\": {drafts}}}")
        };
        let large = format!("{}{}", rescue(drafts), " ".repeat(6 * 1024 * 1024));
        page.choose_file("#open-file", &file("pelastus.json", large.as_bytes())).await;
        page.wait_until("document.querySelectorAll('.drafts .draft').length === 2").await;
        assert_eq!(draft_names(page).await[0], "Esimerkki D");
        page.choose_file("#open-file", &file("tyhjä pelastus.json", rescue(json!({})).as_bytes())).await;
        page.wait_text("Tiedostossa ei ole yhtään luonnosta.").await;
        page.wait_until("document.activeElement.id === 'open-refused'").await;
    })
    .await;
}

#[tokio::test]
async fn a_dropped_file_that_is_no_draft_is_refused_too() {
    browse(Setup::desktop(), async |page| {
        page.drop_file(".drop", "muistio.json", "Maitoa, leipää").await;
        page.wait_text("Tiedostoa ei avattu: muistio.json").await;
        page.wait_text("ei ole ehjä").await;
        assert_eq!(page.stored_keys().await, Vec::<String>::new());
    })
    .await;
}

/// What would run, if anything did.
const MARKUP: &str = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'><b>&amp;";

/// Questions whose "yes" opens boxes, by their sections.
const YES: [(&str, &str); 7] = [
    ("dpo", "dpo"),
    ("joint-controllers", "joint-controllers"),
    ("representative", "representative"),
    ("children", "children"),
    ("special-categories", "special-categories"),
    ("automated-decisions", "automated-decisions.profiling"),
    ("automated-decisions", "automated-decisions.decisions"),
];

/// What stands on the page when markup was taken for markup.
const ALIVE: &str = "return document.querySelectorAll('.preview img, .preview script, .preview b, \
    main img, main script, main b').length";

/// Fills every box of the screen with the markup, each with a number of its own, and returns how many there were.
async fn fill_all_boxes(page: &Page, from: usize) -> usize {
    let ids = "return [...document.querySelectorAll('main form input.input, main form textarea')]\
        .filter((box) => !['drawn-up', 'updated'].includes(box.id)).map((box) => box.id)";
    let open = "document.querySelectorAll('main details').forEach((details) => { details.open = true; })";
    page.eval(open, vec![]).await;
    let ids = strings(&page.eval(ids, vec![]).await);
    for (place, id) in ids.iter().enumerate() {
        paste(page, id, &format!("m{}{MARKUP}", from + place)).await;
    }
    ids.len()
}

#[tokio::test]
async fn markup_in_every_field_is_text_everywhere() {
    browse(Setup::desktop(), async |page| {
        with_notice_d(page).await;
        let mut boxes = 0;
        for each in SECTIONS {
            section(page, "d", each).await;
            for (_, question) in YES.iter().filter(|(at, _)| *at == each) {
                answer(page, question, 0).await;
            }
            boxes += fill_all_boxes(page, boxes).await;
            assert_eq!(page.eval(ALIVE, vec![]).await, json!(0), "markup came alive in {each}");
        }
        assert!(boxes > 80, "only {boxes} boxes were found");
        saved(page).await;
        check(page, "d").await;
        assert_eq!(page.eval(ALIVE, vec![]).await, json!(0), "markup came alive on the check page");
        page.click("Lataa HTML").await;
        let html = String::from_utf8(page.download("html").await.bytes).unwrap();
        page.click("Lataa PDF").await;
        let pdf = pdf_text(&page.download("pdf").await.bytes);
        // The draft rides along in a script element of data, and there too the brackets are escaped.
        assert_eq!(html.matches("<script").count(), 1, "one script element: the draft as data");
        assert!(!html.contains("<img"), "an image came alive");
        assert!(html.contains("&lt;img src=x onerror=alert(1)&gt;&lt;script&gt;alert(2)&lt;/script&gt;"));
        assert!(pdf.contains(&without_blanks(MARKUP)), "the PDF has it as text:\n{pdf}");
        // Whatever was composed of what was typed: nothing of it ran.
        home(page).await;
        assert_eq!(page.eval(ALIVE, vec![]).await, json!(0), "markup came alive on the first page");
        let name = text(&page.eval("return document.querySelector('.draft-name').textContent", vec![]).await);
        assert!(!name.is_empty());
        let dialog = page.driver.get_alert_text().await;
        assert!(dialog.is_err(), "a dialog opened: {dialog:?}");
    })
    .await;
}

#[tokio::test]
async fn markup_in_a_drafts_name_and_in_a_files_name_is_text() {
    browse(Setup::desktop(), async |page| {
        let mut draft = notice_d::json();
        draft["name"] = json!(MARKUP);
        page.store("seloste:draft:d", &draft.to_string()).await;
        page.reload().await;
        page.wait_until("document.querySelector('.draft-name')?.textContent.includes('onerror')").await;
        assert_eq!(page.eval(ALIVE, vec![]).await, json!(0));
        page.goto("#/notice/d").await;
        page.find(".tasks").await;
        assert_eq!(page.eval(ALIVE, vec![]).await, json!(0));
        home(page).await;
        page.drop_file(".drop", "<img src=x onerror=alert(1)>.json", "{}").await;
        page.wait_text("Tiedostoa ei avattu: <img").await;
        assert_eq!(page.eval(ALIVE, vec![]).await, json!(0));
    })
    .await;
}

#[tokio::test]
async fn a_character_that_the_font_lacks_is_reported() {
    browse(Setup::desktop(), async |page| {
        let draft = start_notice(page).await;
        paste(page, "controller.name", "Merkki 漢 Oy").await;
        saved(page).await;
        check(page, &draft).await;
        page.click("Lataa PDF").await;
        let pdf = pdf_text(&page.download("pdf").await.bytes);
        page.wait_text("sen kirjasimesta puuttuvat nämä merkit: 漢").await;
        assert!(pdf.contains("Merkki\u{fffd}Oy"), "shown as missing, not dropped:\n{pdf}");
        page.click("Lataa HTML").await;
        let html = String::from_utf8(page.download("html").await.bytes).unwrap();
        assert!(html.contains("Merkki 漢 Oy"));
    })
    .await;
}

#[tokio::test]
async fn without_the_pdf_worker_the_page_says_so_and_goes_on() {
    for blocked in ["*pdf_worker_loader.js", "*pdf_worker.js", "*pdf_worker_bg.wasm", "*NotoSans-Bold.ttf"] {
        browse(Setup::desktop().expecting_errors(), async |page| {
            with_notice_d(page).await;
            page.server.refuse(blocked.trim_start_matches('*'));
            check(page, "d").await;
            page.click("Lataa PDF").await;
            page.wait_text("PDF-tiedoston tekeminen ei onnistunut.").await;
            page.wait_no_text("PDF-tiedostoa tehdään…").await;
            page.click("Lataa HTML").await;
            assert!(!page.download("html").await.bytes.is_empty());
            // Once the file can be had again, so can the PDF.
            page.server.mend();
            page.click("Lataa PDF").await;
            assert!(page.download("pdf").await.bytes.starts_with(b"%PDF"), "after {blocked}");
        })
        .await;
    }
}

/// Workers that break in ways of their own: at the start, at work, and with words that nobody understands.
const BROKEN_WORKERS: [&str; 4] = [
    "throw new Error('at the start')",
    "postMessage({ ready: true }); onmessage = () => { throw new Error('at work') }",
    "postMessage({ ready: true }); onmessage = () => { null.field }",
    "this is no script",
];

#[tokio::test]
async fn a_pdf_worker_that_breaks_is_told_and_started_anew() {
    for broken in BROKEN_WORKERS {
        browse(Setup::desktop().expecting_errors(), async |page| {
            with_notice_d(page).await;
            page.server.replace("pdf_worker_loader.js", broken.as_bytes());
            check(page, "d").await;
            page.click("Lataa PDF").await;
            page.wait_text("PDF-tiedoston tekeminen ei onnistunut.").await;
            page.wait_no_text("PDF-tiedostoa tehdään…").await;
            page.wait_text("lataa HTML ja tulosta se selaimella").await;
            page.click("Lataa HTML").await;
            assert!(!page.download("html").await.bytes.is_empty());
            page.server.mend();
            page.click("Lataa PDF").await;
            assert!(page.download("pdf").await.bytes.starts_with(b"%PDF"), "after {broken}");
        })
        .await;
    }
}
