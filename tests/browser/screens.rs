//! Every screen, wide and narrow, light and dark: accessible, no wider than the window, focused on its heading, titled.
//!
//! Covers: all screens of `ui`, `style/`.

use crate::actions::{SECTIONS, answer, draft_of, section, start_notice, text};
use crate::harness::axe::violations;
use crate::harness::driver::Setup;
use crate::harness::page::Page;
use crate::harness::run::browse;
use crate::samples::fixture;
use serde_json::json;
use thirtyfour::Key;

/// What is wrong with the screen as it stands; its name leads each line.
async fn faults(page: &Page, screen: &str) -> Vec<String> {
    let mut faults = violations(page).await;
    let measure = "const room = document.documentElement.clientWidth, wide = [...document.querySelectorAll('main *, header *')].filter((e) => \
            e.getBoundingClientRect().right > room + 1 && !e.closest('.table, .visually-hidden, .preview')); \
        return [document.documentElement.scrollWidth - room, wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 120))]";
    let found = page.eval(measure, vec![]).await;
    if found[0].as_f64() > Some(0.0) {
        faults.push(format!("{} px too wide: {}", found[0], found[1]));
    }
    faults.into_iter().map(|fault| format!("{screen}: {fault}")).collect()
}

/// Goes to a place as by a link, and checks what must hold of each: focus on the heading, a title that names it.
async fn visit(page: &Page, route: &str) -> Vec<String> {
    let heading = "document.activeElement.id === 'title' && document.activeElement.localName === 'h1'";
    page.goto(route).await;
    page.wait_until(&format!("location.hash === '{route}' && {heading}")).await;
    let titled = "const done = arguments[0], named = () => \
            document.title.includes(document.getElementById('title').innerText) ? '' : document.title; \
        requestAnimationFrame(() => requestAnimationFrame(() => done(named())))";
    let title = text(&page.eval_async(titled, vec![]).await);
    // Whatever can be opened is part of the screen.
    page.eval(
        "document.querySelectorAll('main details').forEach((details) => { details.open = true; })",
        vec![],
    )
    .await;
    let mut faults = faults(page, route).await;
    if !title.is_empty() {
        faults.push(format!("{route}: the title is “{title}” and does not name the screen"));
    }
    faults
}

/// The places without a draft, and those of the draft `d`. The check page comes before the sections, because it makes
/// them show what was found in them.
fn places() -> Vec<String> {
    let others = [
        "#/notice/eiole",
        "#/",
        "#/new",
        "#/new/d",
        "#/firm/d",
        "#/notice/d",
        "#/notice/d/questions",
        "#/notice/d/confirm",
        "#/notice/d/check",
    ];
    let sections = SECTIONS.iter().map(|section| format!("#/notice/d/{section}"));
    others.iter().map(|place| (*place).to_owned()).chain(sections).collect()
}

async fn all_places(page: &Page, places: &[String]) {
    // The first page before there is a draft.
    let mut faults = faults(page, "first page, no drafts").await;
    page.store("seloste:draft:d", &fixture("notice-d.json")).await;
    page.store("seloste:draft:x", "vioittunut {").await;
    page.reload().await;
    page.wait_text("Vioittunut luonnos: x").await;
    for place in places {
        faults.extend(visit(page, place).await);
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[tokio::test]
async fn every_screen_at_a_desk() {
    browse(Setup::desktop(), async |page| all_places(page, &places()).await).await;
}

#[tokio::test]
async fn every_screen_on_a_phone() {
    browse(Setup::phone(), async |page| all_places(page, &places()).await).await;
}

/// A handful that between them have every part of the interface.
const SOME: [&str; 8] =
    ["", "/check", "/controller", "/purposes", "/cookies", "/data-content", "/retention", "/transfers"];

#[tokio::test]
async fn screens_in_the_dark_at_a_desk() {
    let places: Vec<_> = SOME.iter().map(|place| format!("#/notice/d{place}")).collect();
    browse(Setup::desktop().dark(), async |page| all_places(page, &places).await).await;
}

#[tokio::test]
async fn screens_in_the_dark_on_a_phone() {
    let places: Vec<_> = SOME.iter().map(|place| format!("#/notice/d{place}")).collect();
    browse(Setup::phone().dark(), async |page| all_places(page, &places).await).await;
}

#[tokio::test]
async fn what_opens_on_a_screen_is_accessible_too() {
    browse(Setup::phone(), async |page| {
        let draft = start_notice(page).await;
        let mut all = Vec::new();
        // Findings, after an attempt to go on.
        page.click("Jatka").await;
        page.wait_until("document.activeElement.id === 'found'").await;
        all.extend(faults(page, "findings").await);
        page.click("Näytä esikatselu").await;
        page.find(".paper-section").await;
        all.extend(faults(page, "preview on a phone").await);
        page.goto("#/").await;
        page.click_in(".drafts", "Nimeä uudelleen").await;
        page.wait_until(&format!("document.activeElement.id === 'name-{draft}'")).await;
        all.extend(faults(page, "renaming").await);
        page.drop_file(".drop", "muistio.json", "Maitoa").await;
        page.wait_text("Tiedostoa ei avattu").await;
        page.click_in(".drafts", "Poista").await;
        page.wait_text("Poistettu luonnos").await;
        all.extend(faults(page, "a refused file and a way back").await);
        assert!(all.is_empty(), "{}", all.join("\n"));
    })
    .await;
}

/// Presses Tab until the wished element has the focus, as a person would who looks where it is.
async fn tab_to(page: &Page, test: &str) {
    let mut passed = Vec::new();
    for _ in 0..60 {
        page.press(Key::Tab + "").await;
        passed.push(page.focused().await);
        if page.eval(&format!("const e = document.activeElement; return {test}"), vec![]).await == json!(true)
        {
            let seen = "const e = document.activeElement, s = getComputedStyle(e); \
                return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none'";
            assert_eq!(page.eval(seen, vec![]).await, json!(true), "the focus is seen where {test}");
            return;
        }
    }
    panic!("Tab never came to where {test}; it passed {passed:?}");
}

#[tokio::test]
async fn by_keyboard_alone_from_home_to_a_filled_controller() {
    browse(Setup::desktop(), async |page| {
        page.find(".home-drafts").await;
        tab_to(page, "e.innerText === 'Siirry sisältöön'").await;
        tab_to(page, "e.innerText === 'Aloita uusi seloste'").await;
        page.press(Key::Enter + "").await;
        page.find("#trade-other").await;
        page.wait_until("document.activeElement.id === 'title'").await;
        tab_to(page, "e.name === 'trade'").await;
        page.press(Key::Up + "").await;
        page.wait_until("document.activeElement.id === 'trade-other'").await;
        tab_to(page, "e.id === 'kind-customers'").await;
        page.press(Key::Space + "").await;
        tab_to(page, "e.id === 'controller.name'").await;
        page.press("Alku Oy").await;
        tab_to(page, "e.innerText === 'Aloita'").await;
        page.press(Key::Enter + "").await;
        page.find(".question").await;
        page.wait_until("document.activeElement.id === 'title'").await;
        let draft = draft_of(&page.route().await);
        section(page, &draft, "controller").await;
        for (id, text) in [
            ("controller.name", "Näppäin Oy"),
            ("controller.business-id", "1234567-1"),
            ("controller.street", "Esimerkkikatu 2"),
            ("controller.postal-code", "20380"),
            ("controller.city", "Turku"),
            ("controller.email", "toimisto@nappain.example"),
        ] {
            tab_to(page, &format!("e.id === '{id}'")).await;
            page.press(text).await;
        }
        tab_to(page, "e.innerText === 'Jatka'").await;
        page.press(Key::Enter + "").await;
        page.wait_until("location.hash.endsWith('/contact') && document.activeElement.id === 'title'").await;
        page.wait_until("document.querySelector('.preview').innerText.includes('Näppäin Oy')").await;
    })
    .await;
}

#[tokio::test]
async fn by_keyboard_alone_a_row_is_added_moved_and_removed() {
    browse(Setup::desktop(), async |page| {
        let draft = start_notice(page).await;
        section(page, &draft, "recipients").await;
        tab_to(page, "e.innerText === 'Lisää vastaanottaja'").await;
        page.press(Key::Enter + "").await;
        page.wait_until("/^recipients.*summary$/.test(document.activeElement.id)").await;
        let row = crate::actions::cards(page, "recipients").await.swap_remove(3);
        page.wait_until(&format!("document.activeElement.id === '{row}.summary'")).await;
        tab_to(page, &format!("e.id === '{row}.name'")).await;
        page.press("Nappula").await;
        tab_to(page, "e.innerText === 'Siirrä ylös'").await;
        page.press(Key::Enter + "").await;
        page.wait_until(&format!(
            "[...document.querySelectorAll('.card-summary')].map((s) => s.id).indexOf('{row}.summary') === 2"
        ))
        .await;
        // The button that was pressed still has the focus: pressing again moves on.
        page.wait_until(&format!("document.activeElement.id === '{row}.up'")).await;
        page.press(Key::Enter + "").await;
        page.wait_until(&format!(
            "[...document.querySelectorAll('.card-summary')].map((s) => s.id).indexOf('{row}.summary') === 1"
        ))
        .await;
        tab_to(page, "e.innerText === 'Poista'").await;
        page.press(Key::Space + "").await;
        page.wait_until(&format!("!document.getElementById('{row}.summary')")).await;
        page.wait_until("document.activeElement.id === 'recipients'").await;
    })
    .await;
}

#[tokio::test]
async fn continue_and_back_walk_through_what_applies_in_a_task() {
    browse(Setup::desktop(), async |page| {
        let draft = start_notice(page).await;
        section(page, &draft, "contact").await;
        for place in ["/controller", "/date", "/register"] {
            page.click("Takaisin").await;
            page.wait_until(&format!("location.hash.endsWith('{place}')")).await;
        }
        page.click("Takaisin").await;
        page.wait_until(&format!("location.hash === '#/notice/{draft}'")).await;
        // The representative does not apply: after the joint controllers, on to the list.
        section(page, &draft, "dpo").await;
        answer(page, "dpo", 1).await;
        page.click("Jatka").await;
        page.wait_until("location.hash.endsWith('/joint-controllers')").await;
        answer(page, "joint-controllers", 1).await;
        page.click("Jatka").await;
        page.wait_until(&format!("location.hash === '#/notice/{draft}'")).await;
        section(page, &draft, "purposes").await;
        page.click("Jatka").await;
        page.wait_until("location.hash.endsWith('/legitimate-interests')").await;
    })
    .await;
}
