//! From a key press to the updated status and preview, on a full notice.
//!
//! Knows: events, frames and the app's User Timing measures. Does not know: the app's screens (`app` does).

use crate::app;
use crate::harness::dist;
use crate::harness::driver::Setup;
use crate::harness::page::Page;
use crate::harness::run::visit;
use crate::harness::server::{APP_PATH, Server};
use crate::table::{Table, median, ms, quantile};
use serde_json::{Value, json};

/// Notes for each `input` event when the watched elements last changed within 150 ms, layout included, and when the next
/// frame had been drawn.
const WATCH: &str = "
    window.keys = [];
    addEventListener('input', () => {
        const key = { start: performance.now(), changed: null, frame: null };
        keys.push(key);
        const observer = new MutationObserver(() => {
            document.body.getBoundingClientRect();
            key.changed = performance.now() - key.start;
        });
        for (const element of document.querySelectorAll(arguments[0])) {
            observer.observe(element, { subtree: true, childList: true, characterData: true, attributes: true });
        }
        requestAnimationFrame(() => setTimeout(() => { key.frame = performance.now() - key.start; }));
        setTimeout(() => observer.disconnect(), 150);
    }, { capture: true });";

/// The letters that are typed, one by one.
const TEXT: &str = "Asiakkaamme saavat tietää tästä selosteesta, miten heidän tietojaan käytetään.";

/// One row for each span of time.
pub async fn key_to_preview() -> Table {
    let title =
        "Key press on a full notice at 4 × slower CPU (goal: p95 ≤ 16 ms to updated status and preview)";
    let mut table = Table::new(title, &["", "median", "p95"]);
    let server = Server::start(&[(APP_PATH, dist::folder())]);
    for (what, values) in visit(Setup::desktop(), server, APP_PATH, type_text).await {
        assert!(!values.is_empty(), "nothing was recorded {what}");
        table.row([what.to_owned(), ms(median(&values)), ms(quantile(&values, 0.95))]);
    }
    table
}

async fn type_text(page: &Page) -> Vec<(&'static str, Vec<f64>)> {
    app::open_full_notice(page).await;
    page.slow_down(4).await;
    page.eval(WATCH, vec![json!(app::WATCHED)]).await;
    page.eval("performance.clearMeasures()", vec![]).await;
    for letter in TEXT.chars() {
        page.press(letter.to_string()).await;
        page.eval_async("setTimeout(arguments[0], 200)", vec![]).await;
    }
    let keys = page.eval("return keys", vec![]).await;
    let span = |name: &str| {
        let values = keys.as_array().into_iter().flatten().map(|key| key[name].clone());
        values.filter_map(|value: Value| value.as_f64()).collect::<Vec<_>>()
    };
    vec![
        ("to updated status and preview, laid out", span("changed")),
        ("to the next frame drawn", span("frame")),
        ("of which rules (seloste:check)", page.measures("seloste:check").await),
        ("of which compose (seloste:compose)", page.measures("seloste:compose").await),
        ("of which preview (seloste:preview)", page.measures("seloste:preview").await),
    ]
}
