//! Accessibility: axe-core's rules on the page as it stands.
//!
//! Knows: axe-core from the tools folder. Does not know: the app.

use super::page::Page;
use super::tools;
use serde_json::{Value, json};
use std::fmt::Write;
use std::sync::OnceLock;

/// What is asked for: WCAG 2.2 A and AA, and axe's best practices.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// The violations on the page, each with its rule, the elements and what would mend it; empty when there are none.
pub async fn violations(page: &Page) -> Vec<String> {
    static SOURCE: OnceLock<String> = OnceLock::new();
    let source = SOURCE.get_or_init(|| {
        std::fs::read_to_string(tools::npm_file("axe-core/axe.min.js")).expect("axe-core is readable")
    });
    if page.eval("return typeof axe === 'undefined'", vec![]).await == json!(true) {
        page.eval(source, vec![]).await;
    }
    let script = "const [tags, done] = arguments; \
        axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }) \
            .then((result) => done(result.violations), (error) => done([{ id: String(error), nodes: [] }]))";
    let found = page.eval_async(script, vec![json!(TAGS)]).await;
    found.as_array().into_iter().flatten().map(describe).collect()
}

/// Fails with a readable list when axe finds anything.
pub async fn assert_accessible(page: &Page, screen: &str) {
    let found = violations(page).await;
    assert!(found.is_empty(), "axe on {screen}:\n{}", found.join("\n"));
}

fn describe(violation: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut lines =
        format!("{} ({}): {}", text(&violation["id"]), text(&violation["impact"]), text(&violation["help"]));
    for node in violation["nodes"].as_array().into_iter().flatten() {
        let summary = text(&node["failureSummary"]).replace('\n', "\n      ");
        let _ = write!(lines, "\n    {}\n      {summary}", text(&node["html"]));
    }
    lines
}
