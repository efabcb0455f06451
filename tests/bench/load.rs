//! The first load: what comes over the wire, and when something is seen.
//!
//! Knows: the app's files and the browser's clocks. Does not know: the app's screens.

use crate::harness::dist;
use crate::harness::driver::Setup;
use crate::harness::page::Page;
use crate::harness::run::visit;
use crate::harness::server::{APP_PATH, Server};
use crate::table::{Table, kib, median, ms};
use serde_json::Value;
use std::path::Path;
use std::process::{Command, Stdio};

/// Whether a file belongs to the PDF export, which comes when the browser is idle or on first use.
pub fn is_pdf_part(name: &str) -> bool {
    name.starts_with("pdf_worker") || name.starts_with("fonts/")
}

/// Everything that the browser fetched before it fell silent, but for the parts of the PDF export.
pub async fn weight() -> Table {
    let server = Server::start(&[(APP_PATH, dist::folder())]);
    let names = visit(Setup::desktop(), server, APP_PATH, async |page| {
        started(page).await;
        page.eval_async("setTimeout(arguments[0], 1500)", vec![]).await;
        page.server.requests()
    })
    .await;
    let mut names: Vec<_> = names
        .iter()
        .filter_map(|path| path.strip_prefix(APP_PATH))
        .map(|name| if name.is_empty() { "index.html" } else { name })
        .filter(|name| !is_pdf_part(name))
        .collect();
    names.sort_unstable();
    names.dedup();
    weigh("First load (goal: ≤ 250 KiB brotli)", dist::folder(), &names)
}

/// A table of files, raw and compressed, and their sum.
pub fn weigh(title: &str, folder: &Path, names: &[&str]) -> Table {
    let mut table = Table::new(title, &["file", "raw", "brotli"]);
    let (mut raw_sum, mut small_sum) = (0, 0);
    for &name in names {
        let path = folder.join(name);
        let raw = std::fs::read(&path).map_or(0, |bytes| bytes.len());
        let small = brotli(&path);
        table.row([name.to_owned(), kib(raw), kib(small)]);
        (raw_sum, small_sum) = (raw_sum + raw, small_sum + small);
    }
    table.row(["sum".to_owned(), kib(raw_sum), kib(small_sum)]);
    table
}

/// How many bytes a file has at brotli's best, which a static host compresses once.
pub fn brotli(path: &Path) -> usize {
    let output = Command::new("brotli").args(["-q", "11", "-c"]).arg(path).stderr(Stdio::inherit()).output();
    let output = output.expect("brotli: run `make tools`");
    assert!(output.status.success(), "brotli {}", path.display());
    output.stdout.len()
}

/// When something is seen, and when one can type; each time a fresh browser.
pub async fn first_paint() -> Table {
    const TIMES: usize = 7;
    let (mut paints, mut starts) = (vec![], vec![]);
    for _ in 0..TIMES {
        let server = Server::start(&[(APP_PATH, dist::folder())]);
        visit(Setup::desktop().slower(4), server, APP_PATH, async |page| {
            started(page).await;
            page.wait_until("performance.getEntriesByName('first-contentful-paint').length").await;
            let script = "return performance.getEntriesByName('first-contentful-paint')[0].startTime";
            paints.extend(page.eval(script, vec![]).await.as_f64());
            starts.extend(page.measures("seloste:start").await);
        })
        .await;
    }
    let title = format!("Start at 4 × slower CPU, median of {TIMES} fresh browsers");
    let mut table = Table::new(title, &["", "median", "slowest"]);
    for (what, values) in [("first contentful paint", &paints), ("the app stands (seloste:start)", &starts)] {
        table.row([what.to_owned(), ms(median(values)), ms(values.iter().copied().fold(f64::NAN, f64::max))]);
    }
    table
}

async fn started(page: &Page) -> Value {
    page.wait_until("performance.getEntriesByName('seloste:start').length").await;
    Value::Null
}
