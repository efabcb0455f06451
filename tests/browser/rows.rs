//! Rows: added, edited, moved, removed and taken back; "En tiedä"; ready clauses in one's own words.
//!
//! Covers: `ui::fields` (rows, list, statement, answer) on the screens of purposes, sources, recipients, retention
//! and cookies.

use crate::actions::{
    add_row, answer, card_titles, cards, home, own_words, paste, row_button, section, start_register_table,
    status, text, value, wait_status,
};
use crate::harness::driver::Setup;
use crate::harness::page::Page;
use crate::harness::run::browse;
use serde_json::json;

/// The preview's text of a section.
async fn preview(page: &Page, section: &str) -> String {
    let script = "return document.querySelector(arguments[0])?.innerText ?? ''";
    text(&page.eval(script, vec![json!(format!(".preview [data-section='{section}']"))]).await)
}

/// Adds a row in own words, moves it, removes it and takes it back; `what` is the path of its statement in the row.
async fn a_row_lives(page: &Page, list: &str, button: &str) {
    let before = card_titles(page, list).await;
    let row = add_row(page, list, button).await;
    assert_eq!(card_titles(page, list).await.last().map(String::as_str), Some("Uusi, vielä tyhjä"));
    own_words(page, &format!("{row}.what"), "Ensimmäinen sana").await;
    page.wait_until(&says(list, "Ensimmäinen sana")).await;
    // Edited: a second time over the first.
    page.fill_id(&format!("{row}.what-own"), "Öljyä ja äyriäisiä").await;
    page.wait_until(&says(list, "Öljyä ja äyriäisiä")).await;
    assert!(!preview(page, list).await.contains("Ensimmäinen"), "the old words are gone");
    it_moves(page, list, &row, before.len()).await;
    it_goes_and_comes_back(page, list, &row).await;
}

async fn it_moves(page: &Page, list: &str, row: &str, above: usize) {
    let neighbour = card_titles(page, list).await[above - 1].clone();
    row_button(page, row, "Siirrä ylös").await;
    page.wait_until(&format!("{}[{}].id === '{row}.summary'", summaries(list), above - 1)).await;
    let shown = preview(page, list).await.to_lowercase();
    let place =
        |words: &str| shown.find(&words.to_lowercase()).unwrap_or_else(|| panic!("no “{words}” in {shown}"));
    assert!(place("Öljyä ja äyriäisiä") < place(&neighbour), "the notice has the new order: {shown}");
    row_button(page, row, "Siirrä alas").await;
    page.wait_until(&format!("{}.at(-1).id === '{row}.summary'", summaries(list))).await;
    let shown = preview(page, list).await.to_lowercase();
    assert!(
        shown.find("öljyä ja äyriäisiä") > shown.find(&neighbour.to_lowercase()),
        "and the old one: {shown}"
    );
}

/// The summaries of a list's cards, as a JavaScript expression.
fn summaries(list: &str) -> String {
    format!("[...document.getElementById('{list}').querySelectorAll('.card-summary')]")
}

/// Whether the preview says something in a section, as a JavaScript expression.
fn says(section: &str, words: &str) -> String {
    format!("document.querySelector('.preview [data-section={section}]')?.innerText.includes('{words}')")
}

async fn it_goes_and_comes_back(page: &Page, list: &str, row: &str) {
    // From the middle, so that the place to come back to is not the end.
    if cards(page, list).await.len() > 1 {
        row_button(page, row, "Siirrä ylös").await;
    }
    let order = cards(page, list).await;
    row_button(page, row, "Poista").await;
    page.wait_until(&format!("!document.getElementById('{row}.summary')")).await;
    page.wait_text("Rivi poistettu.").await;
    assert!(!preview(page, list).await.contains("Öljyä ja äyriäisiä"));
    page.click("Kumoa").await;
    page.wait_until(&format!("document.getElementById('{row}.summary')")).await;
    assert_eq!(cards(page, list).await, order, "back where it stood");
    page.wait_until(&says(list, "Öljyä ja äyriäisiä")).await;
    page.wait_no_text("Rivi poistettu.").await;
}

#[tokio::test]
async fn purposes_are_added_moved_removed_and_taken_back() {
    browse(Setup::desktop(), async |page| {
        let draft = start_register_table(page).await;
        section(page, &draft, "purposes").await;
        a_row_lives(page, "purposes", "Lisää tarkoitus").await;
    })
    .await;
}

#[tokio::test]
async fn sources_are_added_moved_removed_and_taken_back() {
    browse(Setup::desktop(), async |page| {
        let draft = start_register_table(page).await;
        section(page, &draft, "sources").await;
        a_row_lives(page, "sources", "Lisää tietolähde").await;
    })
    .await;
}

#[tokio::test]
async fn recipients_are_added_moved_removed_and_taken_back() {
    browse(Setup::desktop(), async |page| {
        let draft = start_register_table(page).await;
        section(page, &draft, "recipients").await;
        a_row_lives(page, "recipients", "Lisää vastaanottaja").await;
    })
    .await;
}

#[tokio::test]
async fn retention_rows_are_added_moved_removed_and_taken_back() {
    browse(Setup::desktop(), async |page| {
        let draft = start_register_table(page).await;
        section(page, &draft, "retention").await;
        a_row_lives(page, "retention", "Lisää säilytysaika").await;
    })
    .await;
}

#[tokio::test]
async fn cookies_are_added_moved_and_removed() {
    browse(Setup::desktop(), async |page| {
        let draft = start_register_table(page).await;
        section(page, &draft, "cookies").await;
        answer(page, "cookies", 0).await;
        for name in ["_ensin", "_sitten"] {
            let row = add_row(page, "cookies.rows", "Lisää eväste").await;
            paste(page, &format!("{row}.name"), name).await;
        }
        assert_eq!(card_titles(page, "cookies.rows").await, ["_ensin", "_sitten"]);
        let second = &cards(page, "cookies.rows").await[1];
        row_button(page, second, "Siirrä ylös").await;
        page.wait_until("document.querySelector('.card-title').textContent === '_sitten'").await;
        page.wait_until(
            "/_sitten[^]*_ensin/.test(document.querySelector('.preview [data-section=cookies]').innerText)",
        )
        .await;
        row_button(page, second, "Poista").await;
        page.wait_until("document.querySelector('.card-title').textContent === '_ensin'").await;
        // "No" takes the section's rows out of the notice, and the next "yes" brings them back.
        answer(page, "cookies", 1).await;
        page.wait_until("!document.getElementById('cookies.rows')").await;
        answer(page, "cookies", 0).await;
        assert_eq!(card_titles(page, "cookies.rows").await, ["_ensin"]);
    })
    .await;
}

#[tokio::test]
async fn what_is_removed_here_does_not_come_back_elsewhere() {
    browse(Setup::desktop(), async |page| {
        let first = start_register_table(page).await;
        section(page, &first, "purposes").await;
        row_button(page, &cards(page, "purposes").await[0], "Poista").await;
        page.wait_text("Rivi poistettu.").await;
        home(page).await;
        let second = start_register_table(page).await;
        section(page, &second, "purposes").await;
        let rows = cards(page, "purposes").await;
        // Whether the offer is gone or still there: the other draft must not get this row.
        if page.text().await.contains("Rivi poistettu.") {
            page.click("Kumoa").await;
        }
        section(page, &second, "sources").await;
        section(page, &second, "purposes").await;
        assert_eq!(cards(page, "purposes").await, rows);
    })
    .await;
}

#[tokio::test]
async fn i_do_not_know_is_an_answer_and_an_open_task() {
    browse(Setup::desktop(), async |page| {
        let draft = start_register_table(page).await;
        section(page, &draft, "dpo").await;
        assert_eq!(status(page, "dpo").await, "Tyhjä");
        answer(page, "dpo", 2).await;
        wait_status(page, "dpo", "Kesken").await;
        section(page, &draft, "disclosures").await;
        answer(page, "disclosures", 2).await;
        wait_status(page, "disclosures", "Kesken").await;
        page.reload().await;
        page.wait_until("document.getElementById('disclosures-2')?.checked").await;
        page.goto(&format!("#/notice/{draft}/check")).await;
        page.wait_text("On vielä auki, onko yritykselle nimetty tietosuojavastaava.").await;
        page.wait_text("On vielä auki, luovutetaanko tietoja säännöllisesti").await;
        // The notice itself says nothing of what nobody knows.
        page.goto(&format!("#/notice/{draft}/dpo")).await;
        page.wait_until("!document.querySelector('.preview [data-section=dpo]')").await;
    })
    .await;
}

#[tokio::test]
async fn a_ready_clause_is_edited_in_own_words_and_restored() {
    browse(Setup::desktop(), async |page| {
        let draft = start_register_table(page).await;
        section(page, &draft, "security-electronic").await;
        let list = "security-electronic";
        let clause = "Pidämme laitteet ja ohjelmat ajan tasalla.";
        let tick = "document.getElementById('security-electronic-security-electronic.updates').checked";
        let choice = ".choice:has([id='security-electronic-security-electronic.updates'])";
        page.click_css(&format!("{choice} label")).await;
        page.wait_until(tick).await;
        page.click_css(&format!("{choice} .choice-edit")).await;
        page.wait_until("document.activeElement.localName === 'textarea'").await;
        let own = page.focused().await;
        assert_eq!(value(page, &own).await, clause, "the clause is where one begins");
        page.fill_id(&own, "Päivitämme laitteet joka yö.").await;
        page.wait_until(&says(list, "Päivitämme laitteet joka yö.")).await;
        page.wait_until(&format!("!({})", says(list, clause))).await;
        page.wait_until(&format!("!({tick})")).await;
        page.click("Palauta valmis teksti").await;
        page.wait_until(&says(list, clause)).await;
        page.wait_until(tick).await;
        assert_eq!(page.count(".own-row").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_chosen_statement_is_edited_in_own_words() {
    browse(Setup::desktop(), async |page| {
        let draft = start_register_table(page).await;
        section(page, &draft, "purposes").await;
        let row = cards(page, "purposes").await.swap_remove(0);
        let own = format!("{row}.what-own");
        crate::actions::open_card(page, &row).await;
        page.click_in(&format!("details:has(> [id='{row}.summary'])"), "Muokkaa omin sanoin").await;
        page.wait_until(&format!("document.activeElement.id === '{own}'")).await;
        assert_eq!(value(page, &own).await, "kuluttajien tilausten ja sopimusten hoitaminen");
        page.fill_id(&own, "tilausten käsittely").await;
        page.wait_until(
            "document.querySelector('.card-title').textContent.startsWith('tilausten käsittely')",
        )
        .await;
        page.reload().await;
        page.find(&format!("[id='{own}']")).await;
        assert_eq!(value(page, &own).await, "tilausten käsittely");
    })
    .await;
}

#[tokio::test]
async fn a_row_taken_back_and_one_added_since_are_two() {
    browse(Setup::desktop(), async |page| {
        let draft = start_register_table(page).await;
        section(page, &draft, "recipients").await;
        let before = cards(page, "recipients").await.len();
        let first = add_row(page, "recipients", "Lisää vastaanottaja").await;
        paste(page, &format!("{first}.name"), "Poistettu ja palautettu").await;
        row_button(page, &first, "Poista").await;
        page.wait_text("Rivi poistettu.").await;
        let second = add_row(page, "recipients", "Lisää vastaanottaja").await;
        paste(page, &format!("{second}.name"), "Lisätty sen jälkeen").await;
        page.click("Kumoa").await;
        let all = format!("{}.length === {}", summaries("recipients"), before + 2);
        page.wait_until(&all).await;
        let mut ids = cards(page, "recipients").await;
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), before + 2, "each row has an id of its own");
        let titles = card_titles(page, "recipients").await.join("\n");
        for name in ["Poistettu ja palautettu", "Lisätty sen jälkeen"] {
            assert!(titles.contains(name), "{name} in {titles}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_clause_that_is_restored_and_ticked_stands_once() {
    browse(Setup::desktop(), async |page| {
        let draft = start_register_table(page).await;
        section(page, &draft, "security-electronic").await;
        let choice = ".choice:has([id='security-electronic-security-electronic.updates'])";
        page.click_css(&format!("{choice} label")).await;
        page.click_css(&format!("{choice} .choice-edit")).await;
        page.find(".own-row textarea").await;
        // Ticked anew while one's own version of it stands below; then that one is put back as well.
        page.click_css(&format!("{choice} label")).await;
        page.click("Palauta valmis teksti").await;
        page.wait_until("!document.querySelector('.own-row')").await;
        let said = preview(page, "security-electronic").await;
        assert_eq!(said.matches("Pidämme laitteet ja ohjelmat ajan tasalla.").count(), 1, "{said}");
    })
    .await;
}
