//! The page as a person meets it: fields by their labels, buttons by their words, files in the downloads folder.
//!
//! Knows: HTML's labels and roles. Does not know: which fields and buttons the app has.
//! Whatever is sought is waited for ([`PATIENCE`]); when it does not come, the panic names it and shows the page's text.

use super::driver::{Scheme, Session, Setup};
use super::server::Server;
use base64::prelude::{BASE64_STANDARD, Engine};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, Instant};
use thirtyfour::error::WebDriverResult;
use thirtyfour::session::scriptret::ScriptRet;
use thirtyfour::{By, Key, WebDriver, WebElement};

/// How long to wait for something to appear.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// Finders for the functions below; a script that uses them follows.
const FINDERS: &str = include_str!("find.js");

/// A page in a browser of its own, and the server behind it.
pub struct Page {
    /// The `WebDriver` session, for what the helpers do not cover.
    pub driver: WebDriver,
    /// The server, with what was asked of it.
    pub server: Server,
    downloads: PathBuf,
    base: String,
    console: Mutex<Vec<(String, String)>>,
    errors_expected: bool,
}

/// A file that the browser saved.
pub struct Download {
    /// Its name, as the app gave it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

impl Page {
    /// A page of a fresh session; nothing is loaded yet.
    pub async fn new(session: Session, server: Server, path: &str, setup: &Setup) -> Self {
        let base = server.url(path);
        let page = Self {
            driver: session.driver,
            downloads: session.downloads,
            server,
            base,
            console: Mutex::default(),
            errors_expected: setup.errors_expected,
        };
        if setup.scheme == Scheme::Dark {
            page.prefer_dark(true).await;
        }
        if setup.slowdown > 1 {
            page.slow_down(setup.slowdown).await;
        }
        page
    }

    // ---- going places ----

    /// Loads the app's first page.
    pub async fn open(&self) {
        self.driver.goto(&self.base).await.expect("the page loads");
    }

    /// Goes to a hash route, such as `#/notice/1/purposes`.
    pub async fn goto(&self, route: &str) {
        self.driver.goto(format!("{}{route}", self.base)).await.expect("the route loads");
    }

    /// Loads the page anew.
    pub async fn reload(&self) {
        self.driver.refresh().await.expect("the page loads again");
    }

    /// The browser's back button.
    pub async fn back(&self) {
        self.driver.back().await.expect("back");
    }

    /// The browser's forward button.
    pub async fn forward(&self) {
        self.driver.forward().await.expect("forward");
    }

    /// The current hash, such as `#/notice/1/purposes`; empty on the first page.
    pub async fn route(&self) -> String {
        self.eval_text("return location.hash").await
    }

    // ---- reading ----

    /// The text that is shown.
    pub async fn text(&self) -> String {
        self.eval_text("return document.body.innerText").await
    }

    /// The text of the first element that matches a CSS selector.
    pub async fn text_of(&self, css: &str) -> String {
        self.find(css).await.text().await.expect("text")
    }

    /// How many elements match a CSS selector just now.
    pub async fn count(&self, css: &str) -> usize {
        self.driver.find_all(By::Css(css)).await.map_or(0, |found| found.len())
    }

    /// The document's title.
    pub async fn title(&self) -> String {
        self.driver.title().await.expect("a title")
    }

    /// The value of a field, by its label.
    pub async fn value(&self, label: &str) -> String {
        self.field(label).await.prop("value").await.ok().flatten().unwrap_or_default()
    }

    /// Whether a radio button or checkbox is chosen, by its label.
    pub async fn is_checked(&self, label: &str) -> bool {
        self.field(label).await.is_selected().await.unwrap_or_default()
    }

    /// What has the focus: its id if it has one, else its element name and text.
    pub async fn focused(&self) -> String {
        let script =
            "const e = document.activeElement; return e.id || `${e.localName} ${e.innerText ?? ''}`.trim()";
        self.eval_text(script).await
    }

    // ---- finding ----

    /// The first element that matches a CSS selector, waited for.
    pub async fn find(&self, css: &str) -> WebElement {
        self.sought(&format!("an element {css}"), async || self.driver.find(By::Css(css)).await.ok()).await
    }

    /// The field with this label: the label's words exactly if possible, else the first label that begins with or
    /// contains them. A radio button or checkbox is a field too.
    pub async fn field(&self, label: &str) -> WebElement {
        self.by_script(&format!("a field labelled “{label}”"), "return field(arguments[0])", label).await
    }

    /// The first visible button or link with these words (exactly, else beginning with or containing them).
    pub async fn control(&self, words: &str) -> WebElement {
        self.by_script(&format!("a button or link “{words}”"), "return control(arguments[0])", words).await
    }

    // ---- acting ----

    /// Clicks the button or link with these words.
    pub async fn click(&self, words: &str) {
        self.click_on(self.control(words).await).await;
    }

    /// Clicks the first element that matches a CSS selector.
    pub async fn click_css(&self, css: &str) {
        self.click_on(self.find(css).await).await;
    }

    /// Clicks the button or link with these words inside the first element that matches a CSS selector: one "Muuta" of many.
    pub async fn click_in(&self, css: &str, words: &str) {
        let script = "const scope = document.querySelector(arguments[1]); return scope && control(arguments[0], scope)";
        let what = format!("a button or link “{words}” in {css}");
        let element =
            self.sought(&what, async || self.element(script, vec![json!(words), json!(css)]).await).await;
        self.click_on(element).await;
    }

    /// Types into the field with this label, replacing what was there, key by key as a person does.
    pub async fn fill(&self, label: &str, text: &str) {
        type_into(&self.field(label).await, text).await;
    }

    /// Types into the field with this id.
    pub async fn fill_id(&self, id: &str, text: &str) {
        type_into(&self.find(&format!("[id='{id}']")).await, text).await;
    }

    /// Chooses a radio button, or ticks a checkbox that is not ticked, by its label.
    pub async fn choose(&self, label: &str) {
        self.set_checked(label, true).await;
    }

    /// Ticks or unticks a checkbox by its label.
    pub async fn set_checked(&self, label: &str, checked: bool) {
        let field = self.field(label).await;
        if field.is_selected().await.unwrap_or_default() == checked {
            return;
        }
        if field.is_clickable().await.unwrap_or_default() && field.click().await.is_ok() {
            return;
        }
        // A styled control often hides the input itself and lets its label take the click.
        let script = "return arguments[0].labels[0]";
        let label = self.driver.execute(script, vec![field.to_json().expect("an element")]).await;
        self.click_on(label.and_then(ScriptRet::element).expect("a label")).await;
    }

    /// Chooses an option of a select by the words of both.
    pub async fn select(&self, label: &str, option: &str) {
        let field = self.field(label).await;
        let select = thirtyfour::components::SelectElement::new(&field).await.expect("a select");
        select
            .select_by_exact_text(option)
            .await
            .unwrap_or_else(|error| panic!("“{label}” has no option “{option}”: {error}"));
    }

    /// Presses keys where the focus is, such as `Key::Tab + ""`.
    pub async fn press(&self, keys: impl Into<thirtyfour::TypingData>) {
        self.driver.action_chain().send_keys(keys).perform().await.expect("keys");
    }

    /// Hands a file to the first file input that matches a CSS selector, hidden or not.
    pub async fn choose_file(&self, css: &str, file: &Path) {
        self.find(css).await.send_keys(file.to_string_lossy().into_owned()).await.expect("a file input");
    }

    /// Drops a file on the first element that matches a CSS selector.
    pub async fn drop_file(&self, css: &str, name: &str, contents: &str) {
        self.find(css).await;
        let args = vec![json!(css), json!(name), json!(contents)];
        self.driver.execute(format!("{FINDERS}\ndropFile(...arguments)"), args).await.expect("a drop");
    }

    // ---- waiting ----

    /// Waits until this text is shown somewhere.
    pub async fn wait_text(&self, text: &str) {
        let shown = async || self.text().await.contains(text).then_some(());
        self.sought(&format!("the text “{text}”"), shown).await;
    }

    /// Waits until this text is shown nowhere.
    pub async fn wait_no_text(&self, text: &str) {
        let gone = async || (!self.text().await.contains(text)).then_some(());
        self.sought(&format!("the text “{text}” to go"), gone).await;
    }

    /// Waits until a JavaScript expression is true.
    pub async fn wait_until(&self, expression: &str) {
        let script = format!("return !!({expression})");
        let met = async || (self.try_eval(&script, vec![]).await.ok()? == json!(true)).then_some(());
        self.sought(expression, met).await;
    }

    /// Waits until the browser has saved a file with this extension, takes it out of the downloads folder and returns it.
    pub async fn download(&self, extension: &str) -> Download {
        self.sought(&format!("a download *.{extension}"), async || {
            let path = std::fs::read_dir(&self.downloads)
                .ok()?
                .flatten()
                .map(|entry| entry.path())
                .find(|path| path.extension().is_some_and(|found| found == extension))?;
            // While it writes elsewhere, the browser keeps the name with an empty file.
            let bytes = std::fs::read(&path).ok().filter(|bytes| !bytes.is_empty())?;
            std::fs::remove_file(&path).ok()?;
            Some(Download { name: path.file_name()?.to_string_lossy().into_owned(), bytes })
        })
        .await
    }

    /// Asks again and again until there is an answer.
    async fn sought<T>(&self, what: &str, ask: impl AsyncFn() -> Option<T>) -> T {
        let start = Instant::now();
        loop {
            if let Some(found) = ask().await {
                return found;
            }
            if start.elapsed() > PATIENCE {
                let text = self.text().await;
                panic!("waited {} s for {what}; the page says:\n{text}", PATIENCE.as_secs());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    // ---- scripts and measures ----

    /// Runs a script in the page and returns its value.
    pub async fn eval(&self, script: &str, args: Vec<Value>) -> Value {
        self.try_eval(script, args).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Runs a script that takes its time: it gets a callback as its last argument.
    pub async fn eval_async(&self, script: &str, args: Vec<Value>) -> Value {
        let value = self.driver.execute_async(script, args).await;
        value.unwrap_or_else(|error| panic!("{script}: {error}")).json().clone()
    }

    async fn try_eval(&self, script: &str, args: Vec<Value>) -> WebDriverResult<Value> {
        Ok(self.driver.execute(script, args).await?.json().clone())
    }

    async fn eval_text(&self, script: &str) -> String {
        self.eval(script, vec![]).await.as_str().unwrap_or_default().to_owned()
    }

    async fn element(&self, script: &str, args: Vec<Value>) -> Option<WebElement> {
        self.driver.execute(format!("{FINDERS}\n{script}"), args).await.ok()?.element().ok()
    }

    async fn by_script(&self, what: &str, script: &str, words: &str) -> WebElement {
        self.sought(what, async || self.element(script, vec![json!(words)]).await).await
    }

    async fn click_on(&self, element: WebElement) {
        if element.click().await.is_err() {
            // It moved, or something was over it for a moment.
            tokio::time::sleep(Duration::from_millis(200)).await;
            let _ = element.scroll_into_view().await;
            element.click().await.unwrap_or_else(|error| panic!("not clickable: {error}"));
        }
    }

    /// The durations in milliseconds of the app's measures with this name (`seloste:check`, …).
    pub async fn measures(&self, name: &str) -> Vec<f64> {
        let script =
            "return performance.getEntriesByName(arguments[0], 'measure').map((entry) => entry.duration)";
        let found = self.eval(script, vec![json!(name)]).await;
        found.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
    }

    // ---- what lies in the browser ----

    /// The value of a key in localStorage.
    pub async fn stored(&self, key: &str) -> Option<String> {
        let value = self.eval("return localStorage.getItem(arguments[0])", vec![json!(key)]).await;
        value.as_str().map(ToOwned::to_owned)
    }

    /// The keys in localStorage.
    pub async fn stored_keys(&self) -> Vec<String> {
        let keys = self.eval("return Object.keys(localStorage)", vec![]).await;
        keys.as_array().into_iter().flatten().filter_map(|key| key.as_str().map(ToOwned::to_owned)).collect()
    }

    /// Puts a value into localStorage.
    pub async fn store(&self, key: &str, value: &str) {
        self.eval("localStorage.setItem(arguments[0], arguments[1])", vec![json!(key), json!(value)]).await;
    }

    /// Fills localStorage until not one more character fits.
    pub async fn fill_storage(&self) {
        let script = "let size = 1 << 20, part = 0; while (size > 0) { \
            try { localStorage.setItem(`filler:${part}`, 'x'.repeat(size)); part += 1; } catch { size >>= 1; } }";
        self.eval(script, vec![]).await;
    }

    // ---- the device ----

    /// A command of the `DevTools` protocol, for what has no helper.
    pub async fn cdp(&self, method: &str, params: Value) -> Value {
        self.driver.cdp().send_raw(method, params).await.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Makes the processor this many times slower.
    pub async fn slow_down(&self, times: u32) {
        self.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await;
    }

    /// Asks for dark or light.
    pub async fn prefer_dark(&self, dark: bool) {
        let value = if dark { "dark" } else { "light" };
        let features = json!([{ "name": "prefers-color-scheme", "value": value }]);
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Changes the size of what is seen.
    pub async fn resize(&self, width: u32, height: u32) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Saves what is seen as a picture under the tests' output folder, the whole length of the page, and says where.
    pub async fn screenshot(&self, name: &str) -> PathBuf {
        let folder = super::tools::output().join("screens");
        std::fs::create_dir_all(&folder).expect("a folder for screenshots");
        let path = folder.join(format!("{name}.png"));
        let options = json!({ "format": "png", "captureBeyondViewport": true });
        let shot = self.cdp("Page.captureScreenshot", options).await;
        let png = BASE64_STANDARD.decode(shot["data"].as_str().unwrap_or_default()).expect("base64");
        std::fs::write(&path, png).expect("a place for a screenshot");
        path
    }

    // ---- what must hold everywhere ----

    /// All that the console said so far, one line each.
    pub async fn console(&self) -> Vec<String> {
        // Reading the log empties it, therefore it is kept here.
        let fresh = self.driver.browser_log().await.unwrap_or_default();
        let mut console = self.console.lock().expect("no panic while locked");
        console.extend(fresh.into_iter().map(|entry| (entry.level, entry.message)));
        console.iter().map(|(level, message)| format!("{level} {message}")).collect()
    }

    /// The console's errors so far.
    pub async fn console_errors(&self) -> Vec<String> {
        self.console().await.into_iter().filter(|line| line.starts_with("SEVERE")).collect()
    }

    /// No error on the console (unless the test provokes some), and not a request to anybody else.
    pub async fn assert_quiet(&self) {
        let errors = self.console_errors().await;
        assert!(self.errors_expected || errors.is_empty(), "errors on the console:\n{}", errors.join("\n"));
        let foreign = self.server.foreign_requests();
        assert!(foreign.is_empty(), "asked somebody else:\n{}", foreign.join("\n"));
    }

    /// The page does not scroll sideways.
    pub async fn assert_fits(&self) {
        let script = "const root = document.documentElement; return [root.scrollWidth, root.clientWidth]";
        let widths = self.eval(script, vec![]).await;
        assert!(widths[0].as_f64() <= widths[1].as_f64(), "{} px wide on {} px", widths[0], widths[1]);
    }
}

/// Selects all and types over it: unlike `WebDriver`'s own clearing, the app hears every key.
async fn type_into(field: &WebElement, text: &str) {
    field.send_keys(Key::Control + "a").await.expect("a field to type in");
    field.send_keys(Key::Delete + "").await.expect("a field to type in");
    if !text.is_empty() {
        field.send_keys(text).await.expect("a field to type in");
    }
}
