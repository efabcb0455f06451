//! Where the pinned tools lie that `.ci/tools` installs, and what to say when one is missing.
//!
//! Knows: the tools folder. Does not know: what the tools are for.

use std::path::{Path, PathBuf};

/// The folder of tools, outside the checkout.
pub fn folder() -> PathBuf {
    let cache = || std::env::var_os("XDG_CACHE_HOME").filter(|path| !path.is_empty()).map(PathBuf::from);
    let home = || std::env::home_dir().map(|home| home.join(".cache"));
    std::env::var_os("SELOSTE_TOOLS")
        .map(PathBuf::from)
        .or_else(|| cache().or_else(home).map(|base| base.join("seloste-tools")))
        .expect("a home folder")
}

/// A file among the npm packages. Its absence fails the test: nothing is skipped in silence.
pub fn npm_file(name: &str) -> PathBuf {
    let path = folder().join("node_modules").join(name);
    assert!(path.is_file(), "{} is missing: run `make tools`", path.display());
    path
}

/// `PATH` with the tools in front.
pub fn search_path() -> std::ffi::OsString {
    let tools = folder();
    let own = [tools.join("bin"), tools.join("node_modules/.bin")];
    let rest = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(own.into_iter().chain(std::env::split_paths(&rest))).expect("a usable PATH")
}

/// The folder for what the tests make: builds, screenshots of failures.
pub fn output() -> &'static Path {
    Path::new(env!("CARGO_TARGET_TMPDIR"))
}
