//! Runs one test against a fresh browser, and ends it properly whatever happens.
//!
//! Knows: the server, the driver, the page. Does not know: what is tested.

use super::driver::{self, Setup};
use super::page::Page;
use super::server::{APP_PATH, Server};
use super::{dist, tools};
use std::any::Any;
use std::future::poll_fn;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::pin::pin;
use std::task::Poll;

/// Opens the app on a device and lets the test act on it. At the end the console must hold no error and the browser
/// must have asked nobody but our own server. A failing test leaves a screenshot.
///
/// ```ignore
/// #[tokio::test]
/// async fn a_firm_keeps_its_name() {
///     browse(Setup::phone(), async |page| {
///         page.fill("Yrityksen nimi", "Metsälän Hieronta Oy").await;
///         page.reload().await;
///         assert_eq!(page.value("Yrityksen nimi").await, "Metsälän Hieronta Oy");
///     })
///     .await;
/// }
/// ```
pub async fn browse(setup: Setup, test: impl AsyncFnOnce(&Page)) {
    let server = Server::start(&[(APP_PATH, dist::folder())]);
    visit(setup, server, APP_PATH, async |page| {
        test(page).await;
        page.assert_quiet().await;
    })
    .await;
}

/// Opens a path of a server of one's own; nothing is asserted at the end.
pub async fn visit<T>(setup: Setup, server: Server, path: &str, act: impl AsyncFnOnce(&Page) -> T) -> T {
    let session = driver::start(&setup, server.address()).await;
    let page = Page::new(session, server, path, &setup).await;
    let outcome = caught(async {
        page.open().await;
        act(&page).await
    })
    .await;
    if outcome.is_err() {
        // The test's name is its thread's.
        let name = std::thread::current().name().unwrap_or("browser").replace("::", "-");
        let shot = tools::output().join(format!("failed-{name}.png"));
        eprintln!("console:\n{}", page.console().await.join("\n"));
        if page.driver.screenshot(&shot).await.is_ok() {
            eprintln!("screenshot: {}", shot.display());
        }
    }
    let _ = page.driver.clone().quit().await;
    outcome.unwrap_or_else(|panic| resume_unwind(panic))
}

/// Awaits a future and catches its panic, so that the browser can be asked what it shows and be closed.
async fn caught<T>(future: impl Future<Output = T>) -> Result<T, Box<dyn Any + Send>> {
    let mut future = pin!(future);
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
        Ok(Poll::Pending) => Poll::Pending,
        Ok(Poll::Ready(value)) => Poll::Ready(Ok(value)),
        Err(panic) => Poll::Ready(Err(panic)),
    })
    .await
}
