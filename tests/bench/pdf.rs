//! The PDF of a full notice: ours, and two peers in the same browser and run, with the same text and font.
//!
//! Knows: the peers' page beside this file, and `pdfinfo`. Does not know: how any of them works.

use crate::harness::driver::Setup;
use crate::harness::page::Page;
use crate::harness::run::visit;
use crate::harness::server::{APP_PATH, Server};
use crate::harness::{dist, tools};
use crate::load::{brotli, is_pdf_part};
use crate::table::{Table, kib, median, ms};
use crate::{app, sample};
use base64::prelude::{BASE64_STANDARD, Engine};
use seloste::draft::Draft;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

/// How often each makes the PDF after its warm-up; the median counts.
const TIMES: usize = 15;

/// How often each makes it before: code is compiled, fonts are there. The peers' page does the same.
const WARM_UP: usize = 3;

/// What each needs over the wire before it can make a PDF.
pub fn wire() -> Table {
    let mut table = Table::new(
        "PDF code and fonts over the wire (goal: ≤ 600 KiB brotli)",
        &["", "code", "fonts", "sum"],
    );
    let fonts = ["NotoSans-Regular.ttf", "NotoSans-Bold.ttf"].map(|name| project("public/fonts").join(name));
    let own = std::fs::read_dir(dist::folder()).expect("the built app").flatten().map(|entry| entry.path());
    let own = own.filter(|path| {
        path.is_file() && is_pdf_part(&path.file_name().unwrap_or_default().to_string_lossy())
    });
    let peers = |names: &[&str]| names.iter().map(|name| tools::npm_file(name)).collect();
    let candidates: [(&str, Vec<PathBuf>); 3] = [
        ("Seloste", own.collect()),
        (
            "jsPDF + autotable",
            peers(&["jspdf/dist/jspdf.umd.min.js", "jspdf-autotable/dist/jspdf.plugin.autotable.min.js"]),
        ),
        ("pdfmake", peers(&["pdfmake/build/pdfmake.min.js"])),
    ];
    let sum = |paths: &[PathBuf]| paths.iter().map(|path| brotli(path)).sum::<usize>();
    let fonts = sum(&fonts);
    for (name, code) in candidates {
        let code = sum(&code);
        table.row([name.to_owned(), kib(code), kib(fonts), kib(code + fonts)]);
    }
    table
}

/// Time, size, pages and tags of each.
pub async fn export() -> Table {
    let title =
        "PDF of a full notice, embedded Noto Sans (goal: 2 × faster than the faster peer, ≤ 40 KiB, tagged)";
    let mut table = Table::new(title, &["", "median", "size", "pages", "tagged"]);
    let mut add = |name: &str, made: Made| {
        let info = inspect(name, &made.pdf);
        table.row([name.to_owned(), ms(median(&made.times)), kib(made.pdf.len()), info.pages, info.tagged]);
    };
    let server = Server::start(&[(APP_PATH, dist::folder())]);
    let full = sample::draft();
    let (inside, outside) =
        visit(Setup::desktop(), server, APP_PATH, async |page| ours(page, &full).await).await;
    add("Seloste", inside);
    add("Seloste, click to file", outside);
    let server = Server::start(&[(APP_PATH, dist::folder())]);
    let ten = sample::tenfold_text();
    let (inside, _) = visit(Setup::desktop(), server, APP_PATH, async |page| ours(page, &ten).await).await;
    add("Seloste, ten times the text", inside);
    for peer in ["jspdf", "pdfmake"] {
        let modules = tools::folder().join("node_modules");
        let (bench, fonts) = (project("tests/bench"), project("public/fonts"));
        let server = Server::start(&[("/bench/", &bench), ("/npm/", &modules), ("/fonts/", &fonts)]);
        let made =
            visit(Setup::desktop(), server, "/bench/peers.html", async |page| theirs(page, peer).await).await;
        add(if peer == "jspdf" { "jsPDF + autotable" } else { "pdfmake" }, made);
    }
    table
}

/// Durations in milliseconds, and one of the files.
struct Made {
    times: Vec<f64>,
    pdf: Vec<u8>,
}

/// Notes for each click how long it took until a file was handed out, and how long the worker says that the exporter took.
const STOPWATCH: &str = "
    window.spans = [];
    window.took = [];
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (...given) {
        if (!this.heard) this.addEventListener('message', ({ data }) => { if (data.took) took.push(data.took); });
        this.heard = true;
        return post.apply(this, given);
    };
    let start;
    addEventListener('click', () => { start = performance.now(); }, { capture: true });
    const hand = URL.createObjectURL;
    URL.createObjectURL = (blob) => { spans.push(performance.now() - start); return hand.call(URL, blob); };";

/// Ours, through the app: the exporter alone, as the peers are measured; and from the click to the file, with the way to
/// the worker and back, which the peers are spared.
async fn ours(page: &Page, draft: &Draft) -> (Made, Made) {
    app::open_exports(page, draft).await;
    page.eval(STOPWATCH, vec![]).await;
    // The browser saves files at its own pace: what counts is that the next one was handed out.
    for made in 0..WARM_UP + TIMES {
        app::ask_for_pdf(page).await;
        page.wait_until(&format!("spans.length > {made}")).await;
    }
    let spans = page.eval("return spans", vec![]).await;
    let took = page.eval("return took", vec![]).await;
    let pdf = page.download("pdf").await.bytes;
    let made = |times: &Value| Made { times: numbers(times).split_off(WARM_UP), pdf: pdf.clone() };
    (made(&took), made(&spans))
}

fn numbers(values: &Value) -> Vec<f64> {
    values.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

/// A peer, on its own page: from the text and the font's bytes to the PDF's bytes.
async fn theirs(page: &Page, peer: &str) -> Made {
    let text = sample::sections(&sample::document());
    let script = "const [peer, text, times, done] = arguments; \
        measure(peer, text, times).then(done, (error) => done({ error: String(error?.stack ?? error) }))";
    page.wait_until("window.measure").await;
    let made = page.eval_async(script, vec![json!(peer), text, json!(TIMES)]).await;
    assert!(made["error"].is_null(), "{peer}: {}", made["error"]);
    let pdf = BASE64_STANDARD.decode(made["pdf"].as_str().unwrap_or_default()).expect("base64");
    Made { times: numbers(&made["times"]), pdf }
}

/// What a reader of PDF says about a file.
struct Info {
    pages: String,
    tagged: String,
}

/// Asks `pdfinfo`, and makes sure with `pdftotext` that the words are in it: a fast empty file is no feat.
fn inspect(name: &str, pdf: &[u8]) -> Info {
    let path = tools::output().join(format!("{name}.pdf"));
    std::fs::write(&path, pdf).expect("a place for the PDF");
    let run = |program: &str, args: &[&str]| {
        let output =
            Command::new(program).arg(&path).args(args).output().expect("poppler-utils: run `make tools`");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    assert!(run("pdftotext", &["-"]).contains("ä"), "{name}: no text in {}", path.display());
    let info = run("pdfinfo", &[]);
    let field = |key: &str| {
        let line = info.lines().find_map(|line| line.strip_prefix(key)).unwrap_or("?");
        line.trim().to_owned()
    };
    Info { pages: field("Pages:"), tagged: field("Tagged:") }
}

fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
