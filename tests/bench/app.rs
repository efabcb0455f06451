//! What the measures ask of the app: the only file here that knows its screens.
//!
//! Knows: where a draft lies, which elements show status and preview, which button makes a PDF.
//! Does not know: how anything is timed.

use crate::harness::page::Page;
use crate::sample;
use seloste::draft::Draft;

/// The elements in which a key press shows: the statuses, the progress and the preview. What else changes in the meantime
/// (the note that the draft was saved) is not waited for.
pub const WATCHED: &str = "#preview, .side-list, .progress";

const ROUTE: &str = "#/notice/full";

/// Opens a notice with every section filled in, on the controller's section, with the cursor after the firm's name: the
/// field that the most sections of the preview repeat.
pub async fn open_full_notice(page: &Page) {
    open(page, "controller", &sample::draft()).await;
    page.click_css("[id='controller.name']").await;
}

/// Opens the screen where a notice can be downloaded.
pub async fn open_exports(page: &Page, draft: &Draft) {
    open(page, "check", draft).await;
    page.control("Lataa PDF").await;
}

/// Asks for the PDF through the interface, as a person would.
pub async fn ask_for_pdf(page: &Page) {
    page.click("Lataa PDF").await;
}

async fn open(page: &Page, place: &str, draft: &Draft) {
    let draft = draft.to_json().expect("a draft has a JSON form");
    page.store("seloste:draft:full", &draft).await;
    page.goto(&format!("{ROUTE}/{place}")).await;
    page.find("#preview .paper-section, .exports").await;
}
