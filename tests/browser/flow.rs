//! The main job from end to end: a notice is entered, looked at, taken away, deleted and brought back.
//!
//! Covers: home, a new notice, steps, the task list, preview, check page, exports, import; with the facts of notice D.

use crate::actions::{
    check, choose_needs, draft_names, draft_of, home, paste, progress, saved, section, shows,
    start_register_table, status, tasks, wait_status,
};
use crate::harness::driver::Setup;
use crate::harness::page::{Download, Page};
use crate::harness::run::browse;
use crate::harness::tools;
use crate::notice_d;
use crate::readback::{notice_of, pdf_pages, pdf_text, texts, without_blanks};
use crate::samples::{fixture, sections_of_html, statements, wanted};
use serde_json::{Value, json};
use std::path::PathBuf;

/// The files of one notice.
struct Files {
    pdf: Download,
    html: Download,
    text: Download,
    json: Download,
}

#[tokio::test]
async fn a_notice_is_entered_taken_away_deleted_and_brought_back() {
    browse(Setup::desktop(), async |page| {
        let draft = start_register_table(page).await;
        a_gap_is_shown_on_continue(page).await;
        the_firm_is_typed_and_statuses_follow(page, &draft).await;
        reload_and_history_keep_place_and_text(page, &draft).await;
        notice_d::rest(page, &draft).await;
        let files = all_formats_are_downloaded(page, &draft).await;
        every_fact_comes_out(&files);
        the_draft_is_deleted(page, &draft).await;
        the_files_bring_the_notice_back(page, &files).await;
    })
    .await;
}

async fn a_gap_is_shown_on_continue(page: &Page) {
    page.fill_id("controller.name", "").await;
    wait_status(page, "controller", "Tyhjä").await;
    page.click("Jatka").await;
    page.wait_until("document.activeElement.id === 'found'").await;
    page.wait_text("Tässä kohdassa on vielä tehtävää").await;
    assert!(page.route().await.ends_with("/controller"), "the first press stays");
    page.click_in("#found", "Yrityksen nimi").await;
    page.wait_until("document.activeElement.id === 'controller.name'").await;
    page.control("Jatka silti").await;
}

async fn the_firm_is_typed_and_statuses_follow(page: &Page, draft: &str) {
    let [done, of] = progress(page).await;
    assert!(done < of, "{done} / {of}");
    page.fill_id("controller.name", "Yritys D").await;
    wait_status(page, "controller", "Kesken").await;
    page.wait_until(&in_preview("controller", "Yritys D")).await;
    // One key more, and the preview has it.
    page.find("[id='controller.name']").await.send_keys("x").await.unwrap();
    page.wait_until(&in_preview("controller", "Yritys Dx")).await;
    notice_d::firm(page).await;
    wait_status(page, "controller", "Valmis").await;
    let [done_now, _] = progress(page).await;
    assert!(done_now > done, "{done_now} after {done}");
    // What was found is gone, and so is the insistence.
    page.click("Jatka").await;
    shows(page, "contact").await;
    assert_eq!(status(page, "contact").await, "Tyhjä");
    notice_d::contact(page).await;
    // The phone number is written as the old notice has it, and its form is found.
    wait_status(page, "contact", "Tarkista").await;
    saved(page).await;
    tasks(page, draft).await;
    assert_eq!(status(page, "controller").await, "Valmis");
    assert_eq!(status(page, "dpo").await, "Tyhjä", "nobody was asked");
}

/// Whether a section of the preview says something, as a JavaScript expression.
fn in_preview(section: &str, words: &str) -> String {
    format!("document.querySelector('.preview [data-section={section}]')?.innerText.includes('{words}')")
}

async fn reload_and_history_keep_place_and_text(page: &Page, draft: &str) {
    section(page, draft, "controller").await;
    page.fill_id("controller.street", "Väliaikainen katu 1 ÄÖ").await;
    // At once, before the pause after which it is saved anyway.
    page.reload().await;
    page.find("[id='controller.street']").await;
    assert_eq!(page.route().await, format!("#/notice/{draft}/controller"));
    assert_eq!(page.value("Katuosoite tai postilokero").await, "Väliaikainen katu 1 ÄÖ");
    assert_eq!(page.value("Yrityksen nimi").await, "Yritys D Oy");
    page.fill_id("controller.street", "Esimerkkikatu 2").await;
    page.click("Jatka").await;
    shows(page, "contact").await;
    page.back().await;
    shows(page, "controller").await;
    assert_eq!(page.value("Katuosoite tai postilokero").await, "Esimerkkikatu 2");
    page.forward().await;
    shows(page, "contact").await;
    assert_eq!(page.value("Nimi tai tehtävä").await, "Etunimi Sukunimi");
    home(page).await;
    assert_eq!(draft_names(page).await, ["Yritys D Oy"]);
}

async fn all_formats_are_downloaded(page: &Page, draft: &str) -> Files {
    check(page, draft).await;
    page.click("Lataa PDF").await;
    let pdf = page.download("pdf").await;
    page.wait_text("PDF on ladattu.").await;
    page.click("Lataa HTML").await;
    let html = page.download("html").await;
    page.click("Lataa teksti").await;
    let text = page.download("txt").await;
    page.click_in(".exports", "Lataa luonnos (JSON)").await;
    let json = page.download("json").await;
    assert_eq!(pdf.name, "tietosuojaseloste-yritys-d-oy-asiakasrekisteri-fi.pdf");
    assert_eq!(html.name, "tietosuojaseloste-yritys-d-oy-asiakasrekisteri-fi.html");
    assert_eq!(text.name, "tietosuojaseloste-yritys-d-oy-asiakasrekisteri-fi.txt");
    assert_eq!(json.name, "seloste-yritys-d-oy-asiakasrekisteri.json");
    Files { pdf, html, text, json }
}

fn every_fact_comes_out(files: &Files) {
    assert!(pdf_pages(&files.pdf.bytes) > 1);
    let pdf = pdf_text(&files.pdf.bytes);
    for words in
        ["tietosuojaseloste", "Asiakasrekisteri", "Yritys D Oy", "Henkilötietojen käsittelyn tarkoitus"]
    {
        assert!(pdf.contains(&without_blanks(words)), "the PDF lacks “{words}”:\n{pdf}");
    }
    let html = String::from_utf8(files.html.bytes.clone()).unwrap();
    let html = sections_of_html(&html);
    let text = crate::samples::squeezed(&String::from_utf8_lossy(&files.text.bytes).replace("| ", ""));
    let draft: Value = serde_json::from_slice(&files.json.bytes).unwrap();
    let draft = texts(&draft);
    let statements = statements(&fixture("notice-d.txt"));
    assert!(statements.len() > 60);
    let mut lost = Vec::new();
    for (sections, statement) in &statements {
        for words in wanted(sections, statement) {
            let here = html.iter().filter(|(id, _)| sections.contains(&id.as_str()));
            let in_html = here.into_iter().any(|(_, body)| body.contains(&words));
            // Street and town are two fields, so no field has the comma between them; the date is kept as typed.
            let typed = if sections == &["date"] { statement } else { words.trim_end_matches(',') };
            let in_json = draft.iter().any(|text| text.contains(typed));
            let places = [
                (in_html, "HTML"),
                (pdf.contains(&without_blanks(&words)), "PDF"),
                (text.contains(&words), "text"),
            ];
            for (found, place) in places.into_iter().chain([(in_json, "JSON")]) {
                if !found {
                    lost.push(format!("{place}, {}: {words}", sections[0]));
                }
            }
        }
    }
    assert!(lost.is_empty(), "lost on the way:\n{}\nthe PDF says:\n{pdf}", lost.join("\n"));
}

async fn the_draft_is_deleted(page: &Page, draft: &str) {
    let key = format!("seloste:draft:{draft}");
    home(page).await;
    assert!(page.stored(&key).await.is_some());
    page.click_in(".drafts", "Poista").await;
    page.wait_text("Poistettu luonnos: Yritys D Oy").await;
    page.wait_text("Ei vielä luonnoksia").await;
    assert_eq!(page.stored(&key).await, None);
    // What is gone is said to be gone.
    page.goto(&format!("#/notice/{draft}/controller")).await;
    page.wait_text("Luonnosta ei löydy").await;
}

async fn the_files_bring_the_notice_back(page: &Page, files: &Files) {
    let original = notice_of(&files.json.bytes);
    for file in [&files.json, &files.html] {
        home(page).await;
        page.choose_file("#open-file", &kept(file)).await;
        page.find(".tasks").await;
        assert_eq!(published(exported(page).await), published(original.clone()), "from {}", file.name);
    }
    home(page).await;
    // The HTML holds no id, so it came as another draft of the same firm.
    assert_eq!(draft_names(page).await, ["Yritys D Oy", "Yritys D Oy"]);
}

/// Puts a download where a file input can take it.
fn kept(file: &Download) -> PathBuf {
    let folder = tools::output().join("kept");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(&file.name);
    std::fs::write(&path, &file.bytes).unwrap();
    path
}

/// The notice without its texts in languages that are not published: those do not ride along in an HTML file.
fn published(mut notice: Value) -> Value {
    match &mut notice {
        Value::Object(fields) => {
            if fields.get("fi").is_some_and(Value::is_string) {
                fields.retain(|name, _| name == "fi");
            }
            fields.values_mut().for_each(|field| *field = published(field.take()));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| *item = published(item.take())),
        _ => {}
    }
    notice
}

/// The notice of the draft in hand, as its JSON export holds it.
async fn exported(page: &Page) -> Value {
    let draft = draft_of(&page.route().await);
    check(page, &draft).await;
    page.click_in(".exports", "Lataa luonnos (JSON)").await;
    notice_of(&page.download("json").await.bytes)
}

#[tokio::test]
async fn a_dropped_draft_opens() {
    browse(Setup::desktop(), async |page| {
        let file = fixture("notice-d.json");
        page.drop_file(".drop", "notice-d.json", &file).await;
        page.find(".tasks").await;
        // The file is of format 1: its notice has another shape now, and says the same.
        let there = exported(page).await;
        let said = texts(&there);
        let mut given = notice_d::json()["notice"].take();
        given.as_object_mut().unwrap().remove("id");
        for text in texts(&given) {
            assert!(said.contains(&text), "lost: {text}");
        }
        for list in ["purposes", "data-content", "sources", "recipients", "retention"] {
            assert_eq!(
                there[list].as_array().unwrap().len(),
                given[list].as_array().unwrap().len(),
                "{list}"
            );
        }
        home(page).await;
        assert_eq!(draft_names(page).await, ["Esimerkki D"]);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_saved_before_it_is_asked_for() {
    browse(Setup::desktop(), async |page| {
        page.wait_text("Ei vielä luonnoksia").await;
        page.click("Aloita uusi seloste").await;
        choose_needs(page, None, &["customers"]).await;
        paste(page, "controller.name", "Alku Oy").await;
        assert_eq!(json!(page.stored_keys().await), json!([]));
        start_from_here(page).await;
        assert_eq!(page.stored_keys().await.len(), 1);
    })
    .await;
}

async fn start_from_here(page: &Page) {
    page.click("Aloita").await;
    page.find(".question").await;
    page.back().await;
    // The question is no step in the history: back leads home, not to a second new draft.
    page.find(".home-drafts").await;
}
