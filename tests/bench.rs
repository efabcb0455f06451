//! The one place for numbers: `make bench`.
//!
//! Knows: the release build in `SELOSTE_DIST`, the library, and the peers from npm. Does not know: any goal by heart;
//! the goals stand in the tables beside what was measured.
//! A measure that fails stops the run. Nothing is estimated.

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
    runtime.block_on(async {
        // One after the other, so that no measure disturbs another.
        load::weight().await.print();
        load::first_paint().await.print();
        typing::key_to_preview().await.print();
        library::rules_and_compose().print();
        library::rules_over_text().print();
        pdf::wire().print();
        pdf::export().await.print();
    });
}
