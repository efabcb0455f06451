//! From the first page to a notice that can be published and in which the firm has said every fact. Counted.
//!
//! The firms and their answers are those of `tests/fixtures/firm-*.json`. The goal is at most 12 typed fields and 40 clicks for a
//! notice, and 10 clicks more for each further notice of the same firm.

use crate::actions::{choose_needs, draft_of, new_firm};
use crate::harness::driver::Setup;
use crate::harness::page::Page;
use crate::harness::run::browse;
use serde_json::{Value, json};

/// What a person did.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    fields: usize,
    clicks: usize,
}

/// A firm's file.
fn firm(name: &str) -> Value {
    let path = format!("{}/tests/fixtures/firm-{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(&path).expect("the firm's file")).expect("JSON")
}

/// The details as the start asks for them: what is typed, by field.
fn details(firm: &Value) -> Vec<(&'static str, String)> {
    let asked = [
        ("controller.name", "name"),
        ("controller.business-id", "business_id"),
        ("controller.street", "street"),
        ("controller.postal-code", "postal_code"),
        ("controller.city", "city"),
        ("controller.email", "email"),
        ("controller.phone", "phone"),
    ];
    asked.map(|(field, key)| (field, firm[key].as_str().expect("a text").to_owned())).to_vec()
}

/// Answers every question of the interview that is asked, as the firm's file answers it.
async fn answer_all(page: &Page, firm: &Value, count: &mut Count) {
    answer(page, firm, ".question", count).await;
}

/// Answers the questions that are still open.
async fn answer_open(page: &Page, firm: &Value, count: &mut Count) {
    answer(page, firm, ".question:not(:has(.question-tick))", count).await;
}

async fn answer(page: &Page, firm: &Value, which: &str, count: &mut Count) {
    let mut done = Vec::new();
    loop {
        let asked = page
            .eval(
                "return [...document.querySelectorAll(arguments[0])].map((card) => card.id)",
                vec![json!(which)],
            )
            .await;
        let asked: Vec<String> = serde_json::from_value(asked).expect("ids");
        let Some(card) = asked.into_iter().find(|card| !done.contains(card)) else { return };
        let question = card.strip_prefix("question-").expect("a question");
        let picks = match &firm["answers"][question] {
            Value::Null => panic!("the firm does not answer {question}"),
            Value::Array(picks) => picks.clone(),
            one => vec![one.clone()],
        };
        for pick in picks {
            if let Some(name) = pick["name"].as_str() {
                page.click_css(&format!("label:has(> #{card}-other)")).await;
                page.find(&format!("#{card}-own-0")).await;
                page.fill_id(&format!("{card}-own-0"), name).await;
                count.clicks += 1;
                count.fields += 1;
                continue;
            }
            let pick = pick.as_str().expect("an option or a service");
            let chip = "const ids = [arguments[0] + '-' + arguments[1] + '.' + arguments[2], arguments[0] + '-' + arguments[2]]; \
                const box = ids.map((id) => document.getElementById(id)).find((box) => box); \
                if (!box) return false; box.closest('label').scrollIntoView({ block: 'center' }); box.closest('label').click(); return true";
            let clicked = page.eval(chip, vec![json!(card), json!(question), json!(pick)]).await;
            assert_eq!(clicked, json!(true), "{question}: {pick}");
            count.clicks += 1;
        }
        done.push(card);
    }
}

/// Says yes to everything that waits.
async fn confirm_all(page: &Page, count: &mut Count) {
    loop {
        let left = page.count(".confirm-cards .button-yes").await;
        if left == 0 {
            return;
        }
        page.click_css(".confirm-cards .button-yes").await;
        count.clicks += 1;
        page.wait_until(&format!("document.querySelectorAll('.confirm-cards .button-yes').length < {left}"))
            .await;
    }
}

/// From the interview of a draft to its notice, in which everything was said.
async fn from_interview(page: &Page, name: &str, firm: &Value, count: &mut Count) {
    answer_all(page, firm, count).await;
    from_answers(page, name, count).await;
}

/// From the answers to the notice.
async fn from_answers(page: &Page, name: &str, count: &mut Count) {
    page.click_in(".questions-foot", "Jatka").await;
    page.find(".confirm-cards").await;
    confirm_all(page, count).await;
    page.click("Tarkista ja lataa").await;
    page.find(".exports").await;
    count.clicks += 2;
    let verdict = page.text_of("#verdict").await;
    assert!(verdict.contains("uutteita ei löytynyt"), "{name}: {verdict}");
    page.click("Lataa PDF").await;
    count.clicks += 1;
    let file = page.download("pdf").await;
    assert!(file.bytes.starts_with(b"%PDF"), "{name}");
    let stored =
        page.stored(&format!("seloste:draft:{}", draft_of(&page.route().await))).await.expect("the draft");
    let stored: Value = serde_json::from_str(&stored).expect("JSON");
    let origins = stored["origins"].as_object().expect("origins");
    // Neither the kind and the trade nor the links between rows are sentences; and a "no" to the representative is not published.
    let is_no_sentence = |path: &str| {
        ["kind", "trade", "representative"].contains(&path)
            || ["people", "data", "recipients", "retention"]
                .iter()
                .any(|link| path.ends_with(&format!(".{link}")))
    };
    let guessed = origins.iter().filter(|(path, origin)| {
        !is_no_sentence(path) && (**origin == json!("suggested") || origin.get("added-with").is_some())
    });
    assert_eq!(guessed.map(|(path, _)| path.as_str()).collect::<Vec<_>>(), Vec::<&str>::new(), "{name}");
}

/// From the first page to the interview of the first notice.
async fn start(page: &Page, firm: &Value, trade: &str, kinds: &[&str], count: &mut Count) {
    page.open().await;
    page.click("Aloita uusi seloste").await;
    choose_needs(page, Some(trade), kinds).await;
    new_firm(page).await;
    for (field, text) in details(firm) {
        page.fill_id(field, &text).await;
        count.fields += 1;
    }
    page.click_css("label[for='same-address']").await;
    page.click("Aloita").await;
    page.find(".question").await;
    // The button, the trade, each kind, the new firm, the same address, and "Start".
    count.clicks += 5 + kinds.len();
}

/// A hairdresser's notice of bookings that can be published; the check page is shown, and its PDF was taken away. Returns the
/// draft's id.
pub async fn a_published_notice(page: &Page) -> String {
    let (firm, mut count) = (firm("hairdresser"), Count::default());
    start(page, &firm, "hairdresser", &["bookings"], &mut count).await;
    from_interview(page, "hairdresser", &firm, &mut count).await;
    draft_of(&page.route().await)
}

/// The second notice of a firm: its answers are taken over from the first.
#[tokio::test]
async fn a_second_notice_of_the_firm_takes_few_steps_more() {
    browse(Setup::desktop(), async |page| {
        let mut count = Count::default();
        start(page, &firm("heat-pumps"), "heat-pumps", &["customers", "web"], &mut count).await;
        from_interview(page, "customers", &firm("heat-pumps"), &mut count).await;
        let mut more = Count::default();
        page.click_css(".next-notices a").await;
        page.click_css("#to-questions").await;
        page.find(".question").await;
        page.click_css("#carry").await;
        more.clicks += 3;
        answer_open(page, &firm("heat-pumps-web"), &mut more).await;
        from_answers(page, "web", &mut more).await;
        eprintln!("second notice: {} fields, {} clicks", more.fields, more.clicks);
        assert!(more.fields <= 1, "{more:?}");
    })
    .await;
}

#[tokio::test]
async fn a_notice_in_which_every_fact_was_said_takes_few_steps() {
    browse(Setup::desktop(), async |page| {
        for (name, kind, trade) in [
            ("hairdresser", "bookings", "hairdresser"),
            ("heat-pumps", "customers", "heat-pumps"),
            ("wholesale", "customers", "wholesale"),
            ("social-services", "care", "social-services"),
            ("association", "members", "association"),
        ] {
            let (firm, mut count) = (firm(name), Count::default());
            start(page, &firm, trade, &[kind], &mut count).await;
            from_interview(page, name, &firm, &mut count).await;
            eprintln!("{name}: {} fields, {} clicks", count.fields, count.clicks);
            assert!(count.fields <= 12, "{name}: {count:?}");
        }
    })
    .await;
}
