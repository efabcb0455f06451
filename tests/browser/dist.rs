//! The built app: a folder of files, made once per run or handed over by `make`.
//!
//! Knows: trunk. Does not know: the browser.

use super::tools;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// The folder with the built app. `SELOSTE_DIST` names a ready one (`make test` and `make bench` hand over the
/// release build, which is what people get); otherwise a development build is made, which takes seconds once
/// its dependencies are there.
pub fn folder() -> &'static Path {
    static DIST: OnceLock<PathBuf> = OnceLock::new();
    DIST.get_or_init(|| match std::env::var_os("SELOSTE_DIST") {
        Some(ready) => {
            let ready = PathBuf::from(ready);
            assert!(ready.join("index.html").is_file(), "SELOSTE_DIST={} holds no app", ready.display());
            ready
        }
        None => build(),
    })
}

fn build() -> PathBuf {
    let dist = tools::output().join("dist");
    let status = Command::new("trunk")
        .args(["build", "--dist"])
        .arg(&dist)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("PATH", tools::search_path())
        // Trunk refuses the usual NO_COLOR=1.
        .env_remove("NO_COLOR")
        .status();
    match status {
        Ok(status) if status.success() => dist,
        Ok(status) => panic!("trunk could not build the app: {status}"),
        Err(error) => panic!("trunk did not start ({error}): run `make tools`"),
    }
}
