//! The page's side of the PDF worker: starts it, sends it work, and receives the files.
//!
//! The PDF code and its fonts are a module of their own, so that the form can be used before they are loaded.

use crate::export::pdf_job::{self, Job};
use crate::ui::browser;
use std::cell::RefCell;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// What became of a PDF.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// It was made.
    Made {
        /// The file.
        bytes: JsValue,
        /// Characters that the font lacks, shown in the PDF as a replacement.
        missing: String,
    },
    /// The worker could not be loaded, or broke.
    Failed,
    /// The user stopped it.
    Stopped,
}

type Waiting = Box<dyn FnOnce(Outcome)>;

struct Worker {
    thread: web_sys::Worker,
    ready: bool,
    queue: Vec<JsValue>,
    waiting: Vec<(u32, Waiting)>,
    next: u32,
}

thread_local! {
    static WORKER: RefCell<Option<Worker>> = const { RefCell::new(None) };
}

/// Starts the worker, so that the first PDF does not wait for it.
pub fn warm_up() {
    WORKER.with_borrow_mut(|slot| {
        if slot.is_none() {
            *slot = start();
        }
    });
}

/// Makes a PDF, and calls `done` with the outcome.
pub fn render(job: &Job, done: impl FnOnce(Outcome) + 'static) {
    warm_up();
    let Ok(json) = pdf_job::write(job) else { return done(Outcome::Failed) };
    let refused = WORKER.with_borrow_mut(|slot| {
        let Some(worker) = slot else { return Some(Box::new(done) as Waiting) };
        let id = worker.next;
        worker.next += 1;
        worker.waiting.push((id, Box::new(done)));
        let message = js_sys::Object::new();
        set(&message, "id", &id.into());
        set(&message, "job", &json.into());
        if worker.ready {
            let _ = worker.thread.post_message(&message);
        } else {
            worker.queue.push(message.into());
        }
        None
    });
    if let Some(done) = refused {
        done(Outcome::Failed);
    }
}

fn start() -> Option<Worker> {
    let options = web_sys::WorkerOptions::new();
    options.set_type(web_sys::WorkerType::Module);
    // Never from the cache: an old loader names files by fingerprints that are gone (`.ci/slim-worker`).
    let loader = format!("./pdf_worker_loader.js?{}", browser::now());
    let worker = web_sys::Worker::new_with_options(&loader, &options).ok()?;
    let heard =
        Closure::<dyn Fn(web_sys::MessageEvent)>::new(|event: web_sys::MessageEvent| hear(&event.data()));
    let broken = Closure::<dyn Fn(web_sys::Event)>::new(|_: web_sys::Event| end(&Outcome::Failed));
    worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    worker.set_onerror(Some(broken.as_ref().unchecked_ref()));
    // The worker lives as long as the page, and so do its listeners.
    heard.forget();
    broken.forget();
    Some(Worker { thread: worker, ready: false, queue: Vec::new(), waiting: Vec::new(), next: 1 })
}

fn hear(message: &JsValue) {
    if get(message, "ready").is_truthy() {
        WORKER.with_borrow_mut(|slot| {
            if let Some(worker) = slot {
                worker.ready = true;
                for message in worker.queue.drain(..) {
                    let _ = worker.thread.post_message(&message);
                }
            }
        });
        return;
    }
    let done = WORKER.with_borrow_mut(|slot| {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        let id = get(message, "id").as_f64()? as u32;
        let waiting = &mut slot.as_mut()?.waiting;
        let place = waiting.iter().position(|(of, _)| *of == id)?;
        Some(waiting.swap_remove(place).1)
    });
    if let Some(done) = done {
        done(if get(message, "ok").is_truthy() {
            Outcome::Made {
                bytes: get(message, "bytes"),
                missing: get(message, "missing").as_string().unwrap_or_default(),
            }
        } else {
            Outcome::Failed
        });
    }
}

/// Stops all PDFs. The worker may be waiting for the network for ever, so it is ended.
pub fn stop() {
    end(&Outcome::Stopped);
}

/// Ends the worker and reports `outcome` for all PDFs in work. The next PDF starts a new worker.
fn end(outcome: &Outcome) {
    let waiting = WORKER.with_borrow_mut(|slot| {
        slot.take().map(|worker| {
            worker.thread.terminate();
            worker.waiting
        })
    });
    for (_, done) in waiting.into_iter().flatten() {
        done(outcome.clone());
    }
}

fn get(object: &JsValue, key: &str) -> JsValue {
    js_sys::Reflect::get(object, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

fn set(object: &js_sys::Object, key: &str, value: &JsValue) {
    let _ = js_sys::Reflect::set(object, &key.into(), value);
}
