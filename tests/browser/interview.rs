//! The interview: answers are kept at the click, can be changed and taken back, and a contradiction is asked back.
//!
//! Covers: `ui/interview.rs` and what is in its folder, the link in `ui/tasks.rs`, "the interview" in `style/components.css`.

use crate::actions::tasks;
use crate::harness::axe::assert_accessible;
use crate::harness::driver::Setup;
use crate::harness::page::Page;
use crate::harness::run::browse;
use serde_json::json;

/// A hairdresser's notice of bookings, with nothing answered yet.
const DRAFT: &str = r#"{"format": "seloste", "version": 2, "minor": 1, "id": "q",
    "created": "2026-11-21T12:00:00Z", "updated": "2026-11-21T12:00:00Z",
    "notice": {"kind": "bookings", "trade": "hairdresser"}}"#;

const PLACE: &str = "#/notice/q/questions";

/// Opens the interview of the draft.
async fn interview(page: &Page) {
    page.find(".home-drafts").await;
    page.store("seloste:draft:q", DRAFT).await;
    page.reload().await;
    page.goto(PLACE).await;
    page.find("#question-booking").await;
}

/// Clicks a choice as a finger does, on its words.
async fn click(page: &Page, choice: &str) {
    page.click_css(&format!("label:has(> #{choice})")).await;
}

async fn wait_chosen(page: &Page, choice: &str, chosen: bool) {
    page.wait_until(&format!("document.getElementById('{choice}').checked === {chosen}")).await;
}

/// Waits until the line about what came of the answer to this question names something, or does not any more.
async fn wait_result(page: &Page, question: &str, words: &str, named: bool) {
    let result = format!("document.querySelector('#{question} .question-result').innerText");
    page.wait_until(&format!("{result}.includes('{words}') === {named}")).await;
}

async fn wait_far(page: &Page, begins: &str) {
    page.wait_until(&format!("document.querySelector('.progress-text').innerText.startsWith('{begins}')"))
        .await;
}

#[tokio::test]
async fn answers_are_kept_at_the_click() {
    browse(Setup::desktop(), async |page| {
        interview(page).await;
        wait_far(page, "0/").await;
        click(page, "question-booking-timma").await;
        wait_far(page, "1/").await;
        wait_result(page, "question-booking", "Timma", true).await;
        // The second click replaces the first: one answer is true.
        click(page, "question-site-site\\.own-notice").await;
        click(page, "question-site-site\\.no-site").await;
        wait_chosen(page, "question-site-site.own-notice", false).await;
        wait_far(page, "2/").await;
        page.wait_text("Tallennettu tähän selaimeen").await;
        page.reload().await;
        page.find("#question-booking").await;
        wait_chosen(page, "question-booking-timma", true).await;
        wait_chosen(page, "question-site-site.no-site", true).await;
        wait_far(page, "2/").await;
        wait_result(page, "question-booking", "Timma", true).await;

        // The interview can be left and taken up again from the task list.
        page.click_in(".questions-foot", "Jatka").await;
        page.wait_until("location.hash !== '#/notice/q/questions'").await;
        tasks(page, "q").await;
        page.wait_until("document.getElementById('to-questions').innerText.startsWith('Kysymykset (2/')")
            .await;
        page.click_css("#to-questions").await;
        page.wait_until("document.activeElement.id === 'title'").await;
        wait_chosen(page, "question-booking-timma", true).await;
    })
    .await;
}

#[tokio::test]
async fn what_came_of_an_answer_goes_with_it_and_comes_back_with_undo() {
    browse(Setup::desktop(), async |page| {
        interview(page).await;
        let in_preview = "document.querySelector('.preview').innerText.includes('Timma')";
        click(page, "question-booking-timma").await;
        page.wait_until(in_preview).await;
        click(page, "question-booking-booking\\.phone").await;
        click(page, "question-booking-timma").await;
        wait_result(page, "question-booking", "Timma", false).await;
        page.wait_until(&format!("!{in_preview}")).await;
        // The focus and the place on the page are where they were.
        assert_eq!(page.focused().await, "question-booking-timma");
        page.click_in("#question-booking .question-result", "Kumoa").await;
        wait_result(page, "question-booking", "Timma", true).await;
        wait_chosen(page, "question-booking-timma", true).await;
        page.wait_until("document.activeElement.id === 'question-booking-title'").await;
        page.wait_until(in_preview).await;
    })
    .await;
}

#[tokio::test]
async fn a_contradiction_is_asked_back_and_counts_as_open() {
    browse(Setup::desktop(), async |page| {
        interview(page).await;
        click(page, "question-booking-timma").await;
        wait_far(page, "1/").await;
        click(page, "question-booking-unknown").await;
        let asked = "document.querySelector('#question-booking [role=status]').innerText";
        page.wait_until(&format!("{asked}.includes('Valitsit sekä ”En tiedä” että ”Timma”')")).await;
        wait_far(page, "0/").await;
        wait_result(page, "question-booking", "Timma", false).await;
        assert_accessible(page, "a contradiction").await;
        page.click_in("#question-booking .question-ways", "En tiedä").await;
        page.wait_until(&format!("{asked} === ''")).await;
        page.wait_until("document.activeElement.id === 'question-booking-title'").await;
        wait_chosen(page, "question-booking-timma", false).await;
        // Somebody else has to be asked: that is not answered, and there is a message to send.
        page.wait_until("document.querySelector('.progress-text').innerText.includes('1 selvitettävänä')")
            .await;
        page.find("#question-booking .question-unknown").await;
    })
    .await;
}

#[tokio::test]
async fn a_message_is_copied_for_whom_to_ask() {
    browse(Setup::desktop(), async |page| {
        interview(page).await;
        let grant = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        page.cdp("Browser.grantPermissions", grant).await;
        click(page, "question-site-unknown").await;
        page.click_in("#question-site .question-unknown", "Kopioi viesti").await;
        page.wait_text("Viesti kopioitu").await;
        let read =
            "const done = arguments[0]; navigator.clipboard.readText().then(done, (e) => done(String(e)))";
        let message = page.eval_async(read, vec![]).await;
        let title = page.text_of("#question-site-title").await;
        assert!(message.as_str().is_some_and(|message| message.contains(title.trim())), "{message}");
    })
    .await;
}

#[tokio::test]
async fn a_service_by_its_own_name_is_an_answer() {
    browse(Setup::desktop(), async |page| {
        interview(page).await;
        click(page, "question-booking-other").await;
        page.wait_until("document.activeElement.id === 'question-booking-own-0'").await;
        wait_far(page, "0/").await;
        page.press("Varausvihko").await;
        page.press(thirtyfour::Key::Tab + "").await;
        wait_far(page, "1/").await;
        wait_result(page, "question-booking", "Varausvihko", true).await;
        // The name of a service that is in the list chooses it there.
        page.fill_id("question-booking-own-1", "timma").await;
        page.press(thirtyfour::Key::Tab + "").await;
        wait_chosen(page, "question-booking-timma", true).await;
        click(page, "question-booking-other").await;
        wait_result(page, "question-booking", "Varausvihko", false).await;
        assert_eq!(page.count("#question-booking .question-own input").await, 0);
    })
    .await;
}

/// Everything that a card can show at once fits, can be hit with a finger, and is accessible.
async fn all_of_it(page: &Page, picture: &str) {
    interview(page).await;
    assert_accessible(page, "the interview, unanswered").await;
    for choice in ["question-booking-timma", "question-booking-unknown", "question-booking-other"] {
        click(page, choice).await;
    }
    page.find("#question-booking-own-0").await;
    click(page, "question-site-site\\.no-site").await;
    wait_far(page, "1/").await;
    page.assert_fits().await;
    assert_accessible(page, "the interview").await;
    let small = "return [...document.querySelectorAll('.chip, .question button, .questions input:not(.chip input), .questions-foot a')] \
        .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 44).map((e) => e.outerHTML)";
    assert_eq!(page.eval(small, vec![]).await, json!([]), "lower than 44 px");
    page.screenshot(picture).await;
}

#[tokio::test]
async fn the_interview_fits_a_phone() {
    browse(Setup::phone(), async |page| {
        all_of_it(page, "interview-390").await;
        // The way on is at the lower edge, and covers nothing that has the focus.
        let edge = "const foot = document.querySelector('.questions-foot').getBoundingClientRect(); \
            return Math.abs(foot.bottom - innerHeight) < 2";
        page.eval("scrollTo(0, 0)", vec![]).await;
        assert_eq!(page.eval(edge, vec![]).await, json!(true));
        page.resize(320, 640).await;
        page.assert_fits().await;
    })
    .await;
}

#[tokio::test]
async fn the_interview_is_accessible_at_a_desk_and_in_the_dark() {
    browse(Setup::desktop(), async |page| all_of_it(page, "interview-1440").await).await;
    browse(Setup::phone().dark(), async |page| all_of_it(page, "interview-390-dark").await).await;
}
