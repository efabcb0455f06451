//! A static host, as plain as the plainest: it serves folders under a path, and remembers what was asked.
//!
//! Knows: files and HTTP. Does not know: the app.
//! It is also the browser's proxy for everything that is not on this machine: such a request is noted and refused,
//! so that a test can say that nothing left, workers and the browser itself included.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

/// The path that the app is served under: not the root, because a static host seldom gives one that.
pub const APP_PATH: &str = "/sivut/seloste/";

/// Chromium's own errands, which it runs whatever page is open and whatever it is told.
const ERRANDS: [&str; 4] =
    ["accounts.google.com", "redirector.gvt1.com", "start.duckduckgo.com", "update.googleapis.com"];

/// What was asked of the server.
#[derive(Default)]
struct Seen {
    own: Mutex<Vec<String>>,
    foreign: Mutex<Vec<String>>,
    refused: Mutex<Option<String>>,
    replaced: Mutex<Option<(String, Vec<u8>)>>,
    stop: AtomicBool,
}

/// A running server; it ends when dropped.
pub struct Server {
    address: SocketAddr,
    seen: Arc<Seen>,
}

impl Server {
    /// Serves each folder under its path prefix; prefixes begin and end with `/`.
    pub fn start(mounts: &[(&str, &Path)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let seen = Arc::new(Seen::default());
        let mounts: Arc<[(String, PathBuf)]> =
            mounts.iter().map(|(prefix, folder)| ((*prefix).to_owned(), folder.to_path_buf())).collect();
        let shared = Arc::clone(&seen);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if shared.stop.load(Ordering::Relaxed) {
                    break;
                }
                let (mounts, seen) = (Arc::clone(&mounts), Arc::clone(&shared));
                std::thread::spawn(move || answer(stream, &mounts, &seen));
            }
        });
        Self { address, seen }
    }

    /// `127.0.0.1:<port>`.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// From now on answers 404 for whatever ends so, as a host that lost a file.
    pub fn refuse(&self, ending: &str) {
        *self.seen.refused.lock().expect("no panic while locked") = Some(ending.to_owned());
    }

    /// From now on answers with this for whatever ends so, as a host with a broken file.
    pub fn replace(&self, ending: &str, body: &[u8]) {
        *self.seen.replaced.lock().expect("no panic while locked") = Some((ending.to_owned(), body.to_vec()));
    }

    /// Has all its files again, and whole.
    pub fn mend(&self) {
        *self.seen.refused.lock().expect("no panic while locked") = None;
        *self.seen.replaced.lock().expect("no panic while locked") = None;
    }

    /// The paths that were asked so far, in order.
    pub fn requests(&self) -> Vec<String> {
        self.seen.own.lock().expect("no panic while locked").clone()
    }

    /// What was wanted from elsewhere, whoever asked, but for the browser's own errands.
    pub fn foreign_requests(&self) -> Vec<String> {
        let foreign = self.seen.foreign.lock().expect("no panic while locked");
        foreign.iter().filter(|request| !ERRANDS.contains(&host(request))).cloned().collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.seen.stop.store(true, Ordering::Relaxed);
        // Wakes the thread that waits for a connection.
        let _ = TcpStream::connect(self.address);
    }
}

/// Answers one request and closes. A browser that goes away in the middle is no error.
fn answer(mut stream: TcpStream, mounts: &[(String, PathBuf)], seen: &Seen) {
    let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
    let Some(request) = lines.next() else { return };
    // The headers are read to the end, because closing a socket with unread bytes resets it.
    for _ in lines.by_ref().take_while(|line| !line.is_empty()) {}
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    if !target.starts_with('/') {
        seen.foreign.lock().expect("no panic while locked").push(format!("{method} {target}"));
        let _ = respond(&mut stream, "403 Forbidden", "text/plain", b"no way out");
        return;
    }
    let path = target.split(['?', '#']).next().unwrap_or_default();
    seen.own.lock().expect("no panic while locked").push(path.to_owned());
    let refused = seen.refused.lock().expect("no panic while locked").clone();
    let there = refused.is_none_or(|ending| !path.ends_with(&ending));
    let replaced = seen.replaced.lock().expect("no panic while locked").clone();
    let replaced = replaced.filter(|(ending, _)| path.ends_with(ending)).map(|(_, body)| body);
    let _ = match find(path, mounts)
        .filter(|_| there)
        .and_then(|file| Some((mime(&file), replaced.or_else(|| std::fs::read(file).ok())?)))
    {
        Some((mime, body)) => respond(&mut stream, "200 OK", mime, &body),
        None => respond(&mut stream, "404 Not Found", "text/plain", b"not found"),
    };
}

fn respond(stream: &mut TcpStream, status: &str, mime: &str, body: &[u8]) -> std::io::Result<()> {
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    stream.write_all(body)
}

/// The file behind a path, if one of the mounts holds it.
fn find(path: &str, mounts: &[(String, PathBuf)]) -> Option<PathBuf> {
    let (rest, folder) =
        mounts.iter().find_map(|(prefix, folder)| Some((path.strip_prefix(prefix.as_str())?, folder)))?;
    if rest.split('/').any(|part| part == "..") {
        return None;
    }
    let file = folder.join(rest);
    if rest.is_empty() || rest.ends_with('/') { Some(file.join("index.html")) } else { Some(file) }
}

/// The host of `CONNECT host:port` or `GET http://host/path`.
fn host(request: &str) -> &str {
    let target = request.split(' ').nth(1).unwrap_or_default();
    let authority = target.split_once("://").map_or(target, |(_, rest)| rest);
    authority.split(['/', ':']).next().unwrap_or_default()
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ttf" => "font/ttf",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "pdf" => "application/pdf",
        _ => "application/octet-stream",
    }
}
