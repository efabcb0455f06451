//! What a person does with Seloste: starts a notice, opens a section, answers, adds rows, takes files away.
//!
//! Knows: the places and the element ids of the app. Does not know: any one notice, the library.
//! An element's id is its field's path (`purposes.3.basis`), so a form is addressed as the model is.

use crate::harness::page::Page;
use serde_json::{Value, json};
use thirtyfour::components::SelectElement;

/// What a statement's list calls one's own words.
const OWN: &str = "Kirjoitan omin sanoin";

/// All sections by their ids, as the app shows them.
pub const SECTIONS: [&str; 37] = [
    "register",
    "date",
    "controller",
    "contact",
    "dpo",
    "joint-controllers",
    "representative",
    "data-subjects",
    "purposes",
    "legitimate-interests",
    "consent",
    "provision",
    "children",
    "data-categories",
    "data-content",
    "special-categories",
    "identity-code",
    "sources",
    "recipients",
    "disclosures",
    "transfers",
    "retention",
    "security-manual",
    "security-electronic",
    "cookies",
    "automated-decisions",
    "exercising-rights",
    "right-access",
    "right-rectification",
    "right-erasure",
    "right-restriction",
    "right-portability",
    "right-objection",
    "direct-marketing",
    "complaint",
    "other-rights",
    "changes",
];

// ---- places ----

/// The firm of notices that a test begins, until it types another name.
pub const FIRM: &str = "Malli Oy";

/// From the first page to the firm's section of a new customers' notice; returns the draft's id.
pub async fn start_notice(page: &Page) -> String {
    begin_notice(page, "customers", None).await
}

/// As [`start_notice`], with the register table, in whose preview each section stands by itself.
pub async fn start_register_table(page: &Page) -> String {
    let draft = start_notice(page).await;
    page.goto(&format!("#/notice/{draft}/check")).await;
    page.find(".exports").await;
    page.click_css("label[for='layout-1']").await;
    section(page, &draft, "controller").await;
    draft
}

/// From the first page past the interview to the firm's section of a new notice of this kind, for a new firm; returns the draft's id.
pub async fn begin_notice(page: &Page, kind: &str, trade: Option<&str>) -> String {
    page.click("Aloita uusi seloste").await;
    choose_needs(page, trade, &[kind]).await;
    new_firm(page).await;
    paste(page, "controller.name", FIRM).await;
    page.click("Aloita").await;
    page.find(".question").await;
    let draft = draft_of(&page.route().await);
    section(page, &draft, "controller").await;
    draft
}

/// Chooses a trade by its id, or "other", and exactly these kinds of notice.
pub async fn choose_needs(page: &Page, trade: Option<&str>, kinds: &[&str]) {
    page.click_css(&format!("label[for='trade-{}']", trade.unwrap_or("other"))).await;
    page.find("#kinds").await;
    let script = "for (const box of document.querySelectorAll('#kinds input')) \
        if (box.checked !== arguments[0].includes(box.id.replace('kind-', ''))) box.click()";
    page.eval(script, vec![json!(kinds)]).await;
}

/// Says that the firm is a new one, where there are others to choose from.
pub async fn new_firm(page: &Page) {
    page.find("#firm").await;
    if page.count("#firm-new").await > 0 {
        page.click_css("label[for='firm-new']").await;
    }
}

/// The draft that a place belongs to.
pub fn draft_of(route: &str) -> String {
    route.split('/').nth(2).unwrap_or_else(|| panic!("{route} is no place of a draft")).to_owned()
}

/// Goes to a section of a draft, as by its link, and waits until it stands there.
pub async fn section(page: &Page, draft: &str, section: &str) {
    page.goto(&format!("#/notice/{draft}/{section}")).await;
    shows(page, section).await;
}

/// Waits until the form of a section is the screen.
pub async fn shows(page: &Page, section: &str) {
    page.wait_until(&format!(
        "location.hash.endsWith('/{section}') && \
         document.querySelector('.side-link[aria-current]')?.href.endsWith('/{section}') && \
         document.activeElement.id === 'title'"
    ))
    .await;
}

/// Goes to the task list of a draft.
pub async fn tasks(page: &Page, draft: &str) {
    page.goto(&format!("#/notice/{draft}")).await;
    page.find(".tasks").await;
}

/// Goes to the check page of a draft.
pub async fn check(page: &Page, draft: &str) {
    page.goto(&format!("#/notice/{draft}/check")).await;
    page.find(".exports").await;
}

/// Goes to the first page and waits for its list of drafts.
pub async fn home(page: &Page) {
    page.goto("#/").await;
    page.find(".home-drafts").await;
}

// ---- answers ----

/// Puts a text into a field in one go, as from the clipboard, replacing what was there. The page hears one input.
pub async fn paste(page: &Page, id: &str, text: &str) {
    page.find(&format!("[id='{id}']")).await;
    let select = "const e = document.getElementById(arguments[0]); e.focus(); e.select(); return e.value";
    let before = page.eval(select, vec![json!(id)]).await;
    if before == json!(text) {
        return;
    }
    page.cdp("Input.insertText", json!({ "text": text })).await;
    assert_eq!(value(page, id).await, text, "{id} takes what is pasted");
}

/// The value of the field with this id.
pub async fn value(page: &Page, id: &str) -> String {
    let found = page.find(&format!("[id='{id}']")).await.prop("value").await;
    found.expect("a field").unwrap_or_default()
}

/// Chooses the n-th answer of a question.
pub async fn answer(page: &Page, path: &str, place: usize) {
    page.click_css(&format!("label[for='{path}-{place}']")).await;
    page.wait_until(&format!("document.getElementById('{path}-{place}').checked")).await;
}

/// Chooses from the list with this id.
pub async fn pick(page: &Page, id: &str, option: &str) {
    let field = page.find(&format!("[id='{id}']")).await;
    let select = SelectElement::new(&field).await.expect("a list to choose from");
    select.select_by_exact_text(option).await.unwrap_or_else(|error| panic!("{id}, “{option}”: {error}"));
}

/// Chooses the first clause of the list with this id, whatever it says.
pub async fn pick_first(page: &Page, id: &str) {
    let field = page.find(&format!("[id='{id}']")).await;
    let select = SelectElement::new(&field).await.expect("a list to choose from");
    // The one before it is "Valitse…".
    select.select_by_index(1).await.unwrap_or_else(|error| panic!("{id}: {error}"));
}

/// Makes a statement in one's own words.
pub async fn own_words(page: &Page, path: &str, text: &str) {
    pick(page, path, OWN).await;
    paste(page, &format!("{path}-own"), text).await;
}

/// Unticks every clause of a list.
pub async fn untick_all(page: &Page, path: &str) {
    page.find(&format!("fieldset[id='{path}']")).await;
    while page.count(&format!("fieldset[id='{path}'] > .choices input:checked")).await > 0 {
        page.click_css(&format!("fieldset[id='{path}'] > .choices .choice:has(input:checked) label")).await;
    }
}

/// Adds a statement of one's own to a list and returns its path.
pub async fn add_own(page: &Page, list: &str, text: &str) -> String {
    let rows = format!("fieldset[id='{list}'] .own-row");
    let before = page.count(&rows).await;
    page.click_in(&format!("fieldset[id='{list}']"), "Lisää oma kohta").await;
    page.wait_until(&format!("document.querySelectorAll(\"{rows}\").length === {}", before + 1)).await;
    page.wait_until(&format!("document.activeElement.id.startsWith('{list}.')")).await;
    let path = page.focused().await;
    paste(page, &path, text).await;
    path
}

/// Adds a row with the button of these words and returns its path; its card is open.
pub async fn add_row(page: &Page, list: &str, button: &str) -> String {
    let before = cards(page, list).await.len();
    page.click_in(&format!("[id='{list}']"), button).await;
    page.wait_until(&format!(
        "document.getElementById('{list}').querySelectorAll('.card').length > {before}"
    ))
    .await;
    let path = cards(page, list).await.pop().expect("a card");
    page.wait_until(&format!("document.activeElement.id === '{path}.summary'")).await;
    assert!(is_open(page, &path).await, "a new row is open");
    path
}

/// The paths of a list's rows, in the order in which they stand.
pub async fn cards(page: &Page, list: &str) -> Vec<String> {
    let script = "return [...document.getElementById(arguments[0]).querySelectorAll('.card-summary')] \
        .map((summary) => summary.id.replace(/\\.summary$/, ''))";
    page.find(&format!("[id='{list}']")).await;
    strings(&page.eval(script, vec![json!(list)]).await)
}

/// What the closed cards of a list say.
pub async fn card_titles(page: &Page, list: &str) -> Vec<String> {
    let script = "return [...document.getElementById(arguments[0]).querySelectorAll('.card-title')] \
        .map((title) => title.textContent)";
    strings(&page.eval(script, vec![json!(list)]).await)
}

async fn is_open(page: &Page, path: &str) -> bool {
    let script = "return document.getElementById(arguments[0] + '.summary').parentElement.open";
    page.eval(script, vec![json!(path)]).await == json!(true)
}

/// Opens a row's card.
pub async fn open_card(page: &Page, path: &str) {
    if !is_open(page, path).await {
        page.click_css(&format!("[id='{path}.summary']")).await;
    }
    assert!(is_open(page, path).await, "{path} opens");
}

/// A button of a row, by the beginning of its name: "Siirrä ylös", "Siirrä alas", "Poista".
pub async fn row_button(page: &Page, path: &str, words: &str) {
    open_card(page, path).await;
    page.click_css(&format!("details:has(> [id='{path}.summary']) button[aria-label^='{words}']")).await;
}

/// Removes every row of a list, from the first to the last.
pub async fn remove_rows(page: &Page, list: &str) {
    for path in cards(page, list).await {
        row_button(page, &path, "Poista").await;
        page.wait_until(&format!("!document.getElementById('{path}.summary')")).await;
    }
}

/// Adds a text of one's own at the end of a section.
pub async fn addition(page: &Page, section: &str, text: &str) {
    let id = format!("additions.{section}");
    page.find(&format!("[id='{id}']")).await;
    let closed = "return !document.getElementById(arguments[0]).closest('details').open";
    if page.eval(closed, vec![json!(id)]).await == json!(true) {
        page.click("Lisää omin sanoin").await;
    }
    paste(page, &id, text).await;
}

// ---- what the app says ----

/// The status of a section, in the list beside the form or in the task list.
pub async fn status(page: &Page, section: &str) -> String {
    let script = "return document.querySelector(arguments[0])?.textContent.trim() ?? ''";
    let css = format!("main a[href$='/{section}'] .status-word, nav a[href$='/{section}'] .status-word");
    text(&page.eval(script, vec![json!(css)]).await)
}

/// Waits until a section has a status.
pub async fn wait_status(page: &Page, section: &str, status: &str) {
    let css = format!("main a[href$='/{section}'] .status-word, nav a[href$='/{section}'] .status-word");
    page.wait_until(&format!("document.querySelector(\"{css}\")?.textContent.trim() === '{status}'")).await;
}

/// The overall figure: how many sections are done, of how many, and the per cent.
pub async fn progress(page: &Page) -> [u32; 2] {
    let words = page.text_of(".progress-text").await;
    let numbers: Vec<u32> =
        words.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    numbers.try_into().unwrap_or_else(|found| panic!("“{words}” has two numbers, not {found:?}"))
}

/// Waits until all that was typed is saved.
pub async fn saved(page: &Page) {
    page.wait_text("Tallennettu tähän selaimeen").await;
}

/// The names of the drafts that the first page lists: the user's own, or else the firm's.
pub async fn draft_names(page: &Page) -> Vec<String> {
    let script = "return [...document.querySelectorAll('.drafts .draft-name')].map((name) => \
        name.innerText === 'Asiakasrekisteri' ? name.closest('.firm-group').querySelector('h3').innerText : name.innerText)";
    strings(&page.eval(script, vec![]).await)
}

/// A text out of a script's answer.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Texts out of a script's answer.
pub fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(text).collect()
}
