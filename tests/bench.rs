//! The one place for numbers: `make bench`.
//!
//! Knows: the release build in `SELOSTE_DIST`, the library, and the peers from npm. Does not know: any goal by heart;
//! the goals stand in the tables beside what was measured.
//! A measure that fails stops the run. Nothing is estimated. `cargo bench --bench bench -- pdf` runs one part only:
//! `load`, `typing`, `rules` or `pdf`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a measuring program may stop loudly, and it speaks on stdout"
)]

#[path = "bench/app.rs"]
mod app;
#[path = "browser/harness.rs"]
mod harness;
#[path = "bench/library.rs"]
mod library;
#[path = "bench/load.rs"]
mod load;
#[path = "bench/pdf.rs"]
mod pdf;
#[path = "bench/sample.rs"]
mod sample;
#[path = "bench/table.rs"]
mod table;
#[path = "bench/typing.rs"]
mod typing;

fn main() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    // Cargo adds a word of its own, `--bench`.
    let asked: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let wanted = |part: &str| asked.is_empty() || asked.iter().any(|word| word == part);
    runtime.block_on(async {
        // One after the other, so that no measure disturbs another.
        if wanted("load") {
            load::weight().await.print();
            load::first_paint().await.print();
        }
        if wanted("typing") {
            typing::key_to_preview().await.print();
        }
        if wanted("rules") {
            library::rules_and_compose().print();
            library::rules_over_text().print();
        }
        if wanted("pdf") {
            pdf::wire().print();
            pdf::export().await.print();
        }
    });
}
