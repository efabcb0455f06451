//! One chromedriver for the whole run, and a fresh Chromium with a folder of its own for each test.
//!
//! Knows: processes, `WebDriver` and Chromium's switches. Does not know: the app.

use super::tools;
use serde_json::json;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use thirtyfour::{Capabilities, WebDriver};

/// Light or dark, as the device asks for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scheme {
    /// Light, as most devices do.
    #[default]
    Light,
    /// Dark.
    Dark,
}

/// What kind of device a test sits at.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The window's width in CSS pixels.
    pub width: u32,
    /// The window's height.
    pub height: u32,
    /// A phone: touch, a mobile viewport.
    pub mobile: bool,
    /// Light or dark.
    pub scheme: Scheme,
    /// Whether the site may store anything (`false`: localStorage throws, as when cookies are blocked).
    pub storage: bool,
    /// How many times slower the processor is made: 4 stands for a cheap phone.
    pub slowdown: u32,
    /// Whether the test itself provokes errors on the console, so that a clean one is not asked for at its end.
    pub errors_expected: bool,
}

impl Setup {
    /// A desk: 1440 × 900.
    pub fn desktop() -> Self {
        Self {
            width: 1440,
            height: 900,
            mobile: false,
            scheme: Scheme::Light,
            storage: true,
            slowdown: 1,
            errors_expected: false,
        }
    }

    /// A phone: 390 × 844.
    pub fn phone() -> Self {
        Self { width: 390, height: 844, mobile: true, ..Self::desktop() }
    }

    /// The same device, dark.
    pub fn dark(self) -> Self {
        Self { scheme: Scheme::Dark, ..self }
    }

    /// The same device with storage blocked.
    pub fn without_storage(self) -> Self {
        Self { storage: false, ..self }
    }

    /// The same device with a processor so many times slower.
    pub fn slower(self, times: u32) -> Self {
        Self { slowdown: times, ..self }
    }

    /// The same device in a test that provokes errors.
    pub fn expecting_errors(self) -> Self {
        Self { errors_expected: true, ..self }
    }
}

/// A session: a Chromium of its own, with its profile and downloads.
pub struct Session {
    /// The `WebDriver` session.
    pub driver: WebDriver,
    /// Where downloads land.
    pub downloads: PathBuf,
}

/// Starts a session whose way out of this machine is `proxy`.
pub async fn start(setup: &Setup, proxy: SocketAddr) -> Session {
    let chromedriver = Chromedriver::shared();
    let home = chromedriver.new_folder();
    let downloads = home.join("downloads");
    std::fs::create_dir_all(&downloads).expect("a folder for downloads");
    let capabilities = capabilities(setup, &home, &downloads, proxy);
    let driver = WebDriver::new(format!("http://127.0.0.1:{}", chromedriver.port), capabilities)
        .await
        .unwrap_or_else(|error| panic!("Chromium did not start: {error}"));
    Session { driver, downloads }
}

fn capabilities(setup: &Setup, home: &Path, downloads: &Path, proxy: SocketAddr) -> Capabilities {
    let mut args = vec![
        "--headless".to_owned(),
        "--disable-gpu".into(),
        "--disable-quic".into(),
        "--disable-dev-shm-usage".into(),
        "--no-first-run".into(),
        "--no-default-browser-check".into(),
        "--disable-background-networking".into(),
        "--disable-component-update".into(),
        "--disable-default-apps".into(),
        "--disable-sync".into(),
        "--disable-breakpad".into(),
        "--disable-client-side-phishing-detection".into(),
        "--disable-component-extensions-with-background-pages".into(),
        "--disable-domain-reliability".into(),
        "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,\
         NetworkTimeServiceQuerying,SearchEngineChoiceTrigger"
            .into(),
        "--homepage=about:blank".into(),
        "--no-pings".into(),
        "--hide-scrollbars".into(),
        "--lang=fi-FI".into(),
        // Tests run side by side; none may be slowed down as a background window.
        "--disable-renderer-backgrounding".into(),
        "--disable-backgrounding-occluded-windows".into(),
        format!("--proxy-server=http://{proxy}"),
        format!("--user-data-dir={}", home.join("profile").display()),
        format!("--window-size={},{}", setup.width, setup.height),
    ];
    if is_root() {
        args.push("--no-sandbox".into());
    }
    let mut prefs = json!({
        "download.default_directory": downloads,
        "download.prompt_for_download": false,
        "profile.default_content_setting_values.automatic_downloads": 1,
    });
    if !setup.storage {
        prefs["profile.default_content_setting_values.cookies"] = json!(2);
    }
    let mut options = json!({ "args": args, "prefs": prefs });
    if setup.mobile {
        let metrics = json!({
            "width": setup.width, "height": setup.height, "pixelRatio": 1.0, "mobile": true, "touch": true,
        });
        options["mobileEmulation"] = json!({ "deviceMetrics": metrics });
    }
    let mut capabilities = Capabilities::new();
    for (name, value) in [
        ("browserName", json!("chrome")),
        ("goog:chromeOptions", options),
        ("goog:loggingPrefs", json!({ "browser": "ALL" })),
        // A dialog that the app opens stays for the test to answer.
        ("unhandledPromptBehavior", json!("ignore")),
    ] {
        capabilities.set(name, value).expect("plain JSON");
    }
    capabilities
}

/// Chromium's own sandbox does not start for root.
fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|process| {
        use std::os::unix::fs::MetadataExt;
        process.uid() == 0
    })
}

/// The one chromedriver of this process.
struct Chromedriver {
    port: u16,
    home: PathBuf,
    folders: AtomicUsize,
    /// Its standard input stays open as long as this process lives: see [`WATCH`].
    _alive: Child,
}

/// Starts chromedriver in a process group of its own and waits until standard input closes, which happens
/// when the test process ends in whatever way, a crash included. Then the whole group goes, browsers and all,
/// and the folder with their profiles. (A destructor would not run for a static, nor after an abort.)
const WATCH: &str = r#"
    command -v chromedriver >/dev/null || exit 1
    trap : INT TERM HUP
    setsid chromedriver --port=0 &
    group=$!
    read -r _
    kill -- "-$group" 2>/dev/null
    sleep 0.5
    kill -9 -- "-$group" 2>/dev/null
    rm -rf -- "$1"
"#;

impl Chromedriver {
    fn shared() -> &'static Self {
        static SHARED: OnceLock<Chromedriver> = OnceLock::new();
        SHARED.get_or_init(Self::start)
    }

    fn start() -> Self {
        let home = std::env::temp_dir().join(format!("seloste-browser-{}", std::process::id()));
        std::fs::create_dir_all(&home).expect("a temporary folder");
        let mut watch = Command::new("sh")
            .args(["-c", WATCH, "watch"])
            .arg(&home)
            .env("PATH", tools::search_path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // Not the test's own: whoever waits for that to close would wait for the watcher as well.
            .stderr(Stdio::null())
            .spawn()
            .expect("a shell");
        let mut lines = BufReader::new(watch.stdout.take().expect("piped")).lines().map_while(Result::ok);
        let port = lines
            .by_ref()
            .find_map(|line| line.rsplit_once("successfully on port ")?.1.trim_end_matches('.').parse().ok())
            .expect("chromedriver did not start: run `make tools`");
        // Whatever it says later must not fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Self { port, home, folders: AtomicUsize::new(0), _alive: watch }
    }

    fn new_folder(&self) -> PathBuf {
        self.home.join(self.folders.fetch_add(1, Ordering::Relaxed).to_string())
    }
}
