//! The PDF exporter as a web worker, so that the form neither waits for it nor loads it before it is used.
//!
//! It receives `{id, job}` with a job in the JSON of `export::pdf_job`, and answers `{id, ok: true, bytes, missing, pages,
//! took}` (milliseconds) or `{id, ok: false, error}` with the error `font-load`, `document` or `pdf`. It sends `{ready: true}`
//! once at the start. Knows: these messages, the paths of the fonts. Does not know: the form, what is in a draft.

#[cfg(target_arch = "wasm32")]
mod worker {
    use js_sys::{Array, Object, Reflect, Uint8Array};
    use seloste::export::pdf::{Fonts, Printer, Rendered};
    use seloste::export::pdf_job;
    use std::cell::RefCell;
    use std::rc::Rc;
    use wasm_bindgen::prelude::*;
    use wasm_bindgen_futures::{JsFuture, spawn_local};
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent, Response};

    /// The name under which the browser's performance tools list an export.
    const MEASURE: &str = "seloste:export-pdf";

    /// Why there is no file: what the app is told.
    #[derive(Clone, Copy)]
    enum Failure {
        FontLoad,
        Document,
        Pdf,
    }

    impl Failure {
        const fn code(self) -> &'static str {
            match self {
                Self::FontLoad => "font-load",
                Self::Document => "document",
                Self::Pdf => "pdf",
            }
        }
    }

    /// The exporter with its fonts, once they have been fetched and read; kept until the worker is closed.
    type Fetched = Rc<RefCell<Option<Rc<Printer<'static>>>>>;

    /// Listens for jobs until the worker is closed.
    pub fn start() {
        let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
        let fonts = Fetched::default();
        let own = scope.clone();
        let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let (scope, fonts) = (own.clone(), Rc::clone(&fonts));
            spawn_local(async move {
                let message = event.data();
                let id = field(&message, "id");
                match answer(&scope, &message, &fonts).await {
                    Ok((file, took)) => send(&scope, &id, &file, took),
                    Err(failure) => {
                        let error = JsValue::from_str(failure.code());
                        let reply = object(&[("id", &id), ("ok", &JsValue::FALSE), ("error", &error)]);
                        // Fails only when the page is gone, and then nobody waits for an answer.
                        let _ = scope.post_message(&reply);
                    }
                }
            });
        });
        scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
        // The listener must live as long as the worker.
        listen.forget();
        let _ = scope.post_message(&object(&[("ready", &JsValue::TRUE)]));
    }

    async fn answer(
        scope: &DedicatedWorkerGlobalScope,
        message: &JsValue,
        fonts: &Fetched,
    ) -> Result<(Rendered, f64), Failure> {
        let job = field(message, "job").as_string().ok_or(Failure::Document)?;
        let job = pdf_job::read(&job).map_err(|_| Failure::Document)?;
        let known = fonts.borrow().clone();
        let printer = if let Some(printer) = known {
            printer
        } else {
            let files = fetch_fonts(scope).await.ok_or(Failure::FontLoad)?;
            let printer = Rc::new(Printer::new(&files).map_err(|_| Failure::Pdf)?);
            fonts.replace(Some(Rc::clone(&printer)));
            printer
        };
        let performance = scope.performance();
        let start = performance.as_ref().map_or(0.0, web_sys::Performance::now);
        let draft = job.draft.as_deref();
        let file = match job.documents.as_slice() {
            [document] if job.one_page => printer.print_on_one_page(document, draft),
            documents => printer.print(documents, draft),
        };
        let mut took = 0.0;
        if let Some(performance) = performance {
            took = performance.now() - start;
            let options = object(&[
                ("start", &JsValue::from_f64(start)),
                ("end", &JsValue::from_f64(performance.now())),
            ]);
            // An old browser without it still exports.
            let _ = measure(&performance, &options);
        }
        file.map(|file| (file, took)).map_err(|_| Failure::Pdf)
    }

    /// Calls `performance.measure(name, {start, end})`. Looked up by name, because web-sys has no binding with times among
    /// the features that we enable.
    fn measure(performance: &web_sys::Performance, options: &JsValue) -> Result<JsValue, JsValue> {
        let measure: js_sys::Function = Reflect::get(performance, &"measure".into())?.dyn_into()?;
        measure.call2(performance, &MEASURE.into(), options)
    }

    async fn fetch_fonts(scope: &DedicatedWorkerGlobalScope) -> Option<Fonts<'static>> {
        let regular = fetch(scope, "fonts/NotoSans-Regular.ttf").await?.leak();
        let bold = fetch(scope, "fonts/NotoSans-Bold.ttf").await?.leak();
        Some(Fonts { regular, bold })
    }

    /// Fetches a file by its path relative to the worker's address. `None` for an error page, and when the fetch fails.
    async fn fetch(scope: &DedicatedWorkerGlobalScope, path: &str) -> Option<Vec<u8>> {
        let response = JsFuture::from(scope.fetch_with_str(path)).await.ok()?;
        let response: Response = response.dyn_into().ok().filter(Response::ok)?;
        let buffer = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
        Some(Uint8Array::new(&buffer).to_vec())
    }

    /// Sends the file; its memory is transferred to the page, not copied.
    fn send(scope: &DedicatedWorkerGlobalScope, id: &JsValue, file: &Rendered, took: f64) {
        let bytes = Uint8Array::from(file.bytes.as_slice());
        let missing: String = file.missing.iter().collect();
        let pages = u32::try_from(file.pages).unwrap_or(u32::MAX);
        let reply = object(&[
            ("id", id),
            ("ok", &JsValue::TRUE),
            ("bytes", &bytes),
            ("missing", &JsValue::from_str(&missing)),
            ("pages", &JsValue::from(pages)),
            ("took", &JsValue::from_f64(took)),
        ]);
        let _ = scope.post_message_with_transfer(&reply, &Array::of1(&bytes.buffer()));
    }

    fn field(of: &JsValue, name: &str) -> JsValue {
        Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
    }

    fn object(fields: &[(&str, &JsValue)]) -> Object {
        let object = Object::new();
        for (name, value) in fields {
            // Setting a field of a new object cannot fail.
            let _ = Reflect::set(&object, &(*name).into(), value);
        }
        object
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    worker::start();
}
