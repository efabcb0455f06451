//! Notice D, entered as the firm would: by hand and by pasting, each fact in the section where it belongs.
//!
//! Knows: the fixture of notice D and the app's forms. Does not know: what comes out of it.

use crate::actions::{
    add_own, add_row, addition, answer, own_words, paste, pick, pick_first, remove_rows, section, untick_all,
};
use crate::harness::page::Page;
use crate::samples::fixture;
use serde_json::Value;

/// The fixture's draft, as JSON.
pub fn json() -> Value {
    serde_json::from_str(&fixture("notice-d.json")).expect("the fixture is JSON")
}

/// The own words of one statement of the fixture.
fn own(statement: &Value) -> &str {
    statement["own"]["text"]["fi"].as_str().unwrap_or_else(|| panic!("no own words in {statement}"))
}

/// The own words of all rows of a list of the fixture.
fn owns(rows: &Value) -> Vec<&str> {
    rows.as_array().into_iter().flatten().map(|row| own(&row["what"])).collect()
}

/// The firm and whom to ask, typed key by key.
pub async fn firm(page: &Page) {
    for (id, text) in [
        ("controller.name", "Yritys D Oy"),
        ("controller.business-id", "1234567-1"),
        ("controller.street", "Esimerkkikatu 2"),
        ("controller.postal-code", "20380"),
        ("controller.city", "Turku"),
        ("controller.email", "toimisto@yritys-d.example"),
    ] {
        page.fill_id(id, text).await;
    }
}

/// Whom to ask.
pub async fn contact(page: &Page) {
    for (id, text) in [
        ("contact.name", "Etunimi Sukunimi"),
        ("contact.phone", "044-0000004"),
        ("contact.email", "etunimi.sukunimi@yritys-d.example"),
    ] {
        page.fill_id(id, text).await;
    }
}

/// Everything behind the firm's details.
pub async fn rest(page: &Page, draft: &str) {
    let notice = json()["notice"].take();
    section(page, draft, "date").await;
    page.fill_id("drawn-up", "29.05.2019").await;
    purposes(page, draft, &notice).await;
    data(page, draft, &notice).await;
    recipients(page, draft, &notice).await;
    retention(page, draft, &notice).await;
    cookies(page, draft, &notice).await;
    for list in ["security-manual", "security-electronic", "direct-marketing", "other-rights"] {
        section(page, draft, list).await;
        untick_all(page, list).await;
        for text in owns(&notice[list]) {
            add_own(page, list, text).await;
        }
    }
    for (id, text) in notice["additions"].as_object().expect("additions") {
        section(page, draft, id).await;
        addition(page, id, text["fi"].as_str().expect("a text")).await;
    }
}

async fn purposes(page: &Page, draft: &str, notice: &Value) {
    section(page, draft, "purposes").await;
    remove_rows(page, "purposes").await;
    let [service, marketing] = owns(&notice["purposes"])[..] else { panic!("two purposes") };
    let row = add_row(page, "purposes", "Lisää tarkoitus").await;
    own_words(page, &format!("{row}.what"), service).await;
    answer(page, &format!("{row}.basis"), 1).await;
    let row = add_row(page, "purposes", "Lisää tarkoitus").await;
    own_words(page, &format!("{row}.what"), marketing).await;
    pick(page, &format!("{row}.topic"), "Suoramarkkinointi").await;
    // The firm never said on what basis it advertises; it names a customer relation as its interest.
    answer(page, &format!("{row}.basis"), 5).await;
    own_words(page, &format!("{row}.basis.interest"), "Asiakassuhde").await;
}

async fn data(page: &Page, draft: &str, notice: &Value) {
    section(page, draft, "data-content").await;
    untick_all(page, "data-content").await;
    for text in owns(&notice["data-content"]) {
        add_own(page, "data-content", text).await;
    }
    section(page, draft, "identity-code").await;
    answer(page, "identity-code", 0).await;
    pick_first(page, "identity-code.ground").await;
    section(page, draft, "sources").await;
    remove_rows(page, "sources").await;
    let row = add_row(page, "sources", "Lisää tietolähde").await;
    own_words(page, &format!("{row}.what"), owns(&notice["sources"])[0]).await;
}

async fn recipients(page: &Page, draft: &str, notice: &Value) {
    section(page, draft, "recipients").await;
    remove_rows(page, "recipients").await;
    let staff = owns(&notice["recipients"])[0];
    for (what, name) in [(staff, "ulkoistuskumppani taloushallinto"), ("asiakastietojärjestelmä", "Nappula")]
    {
        let row = add_row(page, "recipients", "Lisää vastaanottaja").await;
        own_words(page, &format!("{row}.what"), what).await;
        paste(page, &format!("{row}.name"), name).await;
        answer(page, &format!("{row}.role"), 0).await;
        answer(page, &format!("{row}.location"), 0).await;
    }
    section(page, draft, "disclosures").await;
    answer(page, "disclosures", 0).await;
    for text in owns(&notice["disclosures"]["yes"]) {
        add_own(page, "disclosures.list", text).await;
    }
}

async fn retention(page: &Page, draft: &str, notice: &Value) {
    section(page, draft, "retention").await;
    remove_rows(page, "retention").await;
    for row in notice["retention"].as_array().expect("rows") {
        let path = add_row(page, "retention", "Lisää säilytysaika").await;
        own_words(page, &format!("{path}.what"), own(&row["what"])).await;
        answer(page, &format!("{path}.period"), 1).await;
        own_words(
            page,
            &format!("{path}.period.criterion"),
            own(&row["period"]["yes"]["until"]["criterion"]),
        )
        .await;
    }
}

async fn cookies(page: &Page, draft: &str, notice: &Value) {
    section(page, draft, "cookies").await;
    answer(page, "cookies", 0).await;
    let given = &notice["cookies"]["yes"]["rows"][0];
    for name in ["Google Analytics", "Google Analytics Demographics"] {
        let row = add_row(page, "cookies.rows", "Lisää eväste").await;
        paste(page, &format!("{row}.name"), name).await;
        paste(page, &format!("{row}.purpose"), given["purpose"]["fi"].as_str().expect("a purpose")).await;
        answer(page, &format!("{row}.kind"), 2).await;
        paste(page, &format!("{row}.party"), "Google").await;
    }
}
