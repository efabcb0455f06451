//! Small services of the browser: the clock, random ids, focus, scrolling, timing, downloads.
//!
//! Knows: web-sys. Does not know: drafts or notices.

use crate::notice::date::Date;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;

/// The present moment, ISO 8601 in UTC, to the second.
pub fn now() -> String {
    let iso = String::from(js_sys::Date::new_0().to_iso_string());
    iso.split_once('.').map_or_else(|| iso.clone(), |(seconds, _)| format!("{seconds}Z"))
}

/// Today, by the user's own calendar.
pub fn today() -> Date {
    let now = js_sys::Date::new_0();
    let [year, month, day] = [now.get_full_year(), now.get_month() + 1, now.get_date()];
    Date::parse(&format!("{day}.{month}.{year}")).unwrap_or(Date::FIRST)
}

/// A new id for a draft: nine letters and digits, enough for one person's drafts.
pub fn new_id() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    (0..9)
        .map(|_| {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let place = (js_sys::Math::random() * 32.0) as usize;
            LETTERS.get(place).copied().map_or('a', char::from)
        })
        .collect()
}

/// The part of the URL after `#`.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to another screen, with a new entry in the browser's history.
pub fn go(route: &crate::route::Route) {
    // It fails only for a malformed URL, which a route never is.
    let _ = window().location().set_hash(&route.to_string());
}

/// Goes to another screen in place of the current history entry.
pub fn go_instead(route: &crate::route::Route) {
    let _ = window().location().replace(&route.to_string());
}

/// Moves the focus to the element with this id, and scrolls it into view.
pub fn focus(id: &str) {
    if let Some(element) =
        document().get_element_by_id(id).and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok())
    {
        let _ = element.focus();
    }
}

thread_local! {
    /// Whether a finger or a mouse button is down.
    static PRESSED: Cell<bool> = const { Cell::new(false) };
    /// What waits until it is up.
    static WAITING: RefCell<Vec<Box<dyn FnOnce()>>> = const { RefCell::new(Vec::new()) };
}

/// Does something at once, or after the click that is being made: what moves the page would take away what is being clicked.
pub fn once_released(work: impl FnOnce() + 'static) {
    if PRESSED.get() {
        WAITING.with_borrow_mut(|all| all.push(Box::new(work)));
    } else {
        work();
    }
}

fn do_waiting() {
    WAITING.take().into_iter().for_each(|work| work());
}

/// Follows whether anything is pressed. Called once.
pub fn follow_pointer() {
    let released = |_| {
        PRESSED.set(false);
        // After the click, which comes next, and before the screen that it may lead to.
        set_timeout(do_waiting, std::time::Duration::ZERO);
    };
    let _ = window_event_listener(leptos::ev::pointerdown, |_| PRESSED.set(true));
    let _ = window_event_listener(leptos::ev::pointerup, released);
    let _ = window_event_listener(leptos::ev::pointercancel, released);
}

/// Lets a field count that counts only once it is left. The focus stays: the page may come back.
pub fn settle_field() {
    // No click comes any more that something could wait for.
    PRESSED.set(false);
    do_waiting();
    let field = document().active_element().filter(|element| element.tag_name() == "INPUT");
    if let (Some(field), Ok(change)) = (field, web_sys::Event::new("change")) {
        let _ = field.dispatch_event(&change);
    }
}

/// As [`focus`], after the page has been drawn.
pub fn focus_soon(id: impl Into<String>) {
    let id = id.into();
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(&id) {
            open_around(&element);
        }
        focus(&id);
    });
}

/// Moves the focus to the first of these elements that there is, and shows it from its beginning, once the page has been drawn.
pub fn show_first(ids: &[&str]) {
    let ids: Vec<_> = ids.iter().map(ToString::to_string).collect();
    request_animation_frame(move || {
        let found = ids.iter().find_map(|id| document().get_element_by_id(id));
        if let Some(element) = found {
            focus(&element.id());
            element.scroll_into_view();
        }
    });
}

/// Opens what holds an element: a field may stand in a closed row.
pub fn open_around(element: &web_sys::Element) {
    let mut parent = element.parent_element();
    while let Some(element) = parent {
        if element.tag_name() == "DETAILS" {
            let _ = element.set_attribute("open", "");
        }
        parent = element.parent_element();
    }
}

/// Opens the dialog with this id over the page, once the page has been drawn.
pub fn open_dialog(id: &'static str) {
    request_animation_frame(move || {
        if let Some(dialog) = dialog(id).filter(|dialog| !dialog.open()) {
            // It fails only for a dialog that is open already.
            let _ = dialog.show_modal();
        }
    });
}

/// Closes the dialog with this id.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<web_sys::HtmlDialogElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Shows the top of the page.
pub fn scroll_to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Scrolls down as far as it takes to see the whole of this element, once the page has been drawn. The focus stays.
pub fn show_whole(id: &'static str) {
    request_animation_frame(move || {
        let Some(element) = document().get_element_by_id(id) else { return };
        let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        if element.get_bounding_client_rect().bottom() > height {
            element.scroll_into_view_with_bool(false);
        }
    });
}

/// Scrolls a container, and nothing else, so that the element in it that is marked as current is in view.
pub fn reveal(container: &'static str, marked: &'static str) {
    request_animation_frame(move || {
        let Ok(Some(container)) = document().query_selector(container) else { return };
        let Ok(Some(marked)) = container.query_selector(marked) else { return };
        let offset = marked.get_bounding_client_rect().top() - container.get_bounding_client_rect().top();
        // A third of the way down, so that what precedes it is visible, too.
        #[allow(clippy::cast_possible_truncation)]
        let target = offset as i32 - container.client_height() / 3;
        container.set_scroll_top(container.scroll_top() + target);
    });
}

/// Measures a piece of work for the browser's performance timeline.
pub fn measure<T>(name: &str, work: impl FnOnce() -> T) -> T {
    let Some(performance) = window().performance() else { return work() };
    let _ = performance.mark(name);
    let result = work();
    let _ = performance.measure_with_start_mark(name, name);
    performance.clear_marks_with_mark_name(name);
    result
}

/// Copies a text to the clipboard, and says whether the browser let it. Asked for by name, because a page that is not served
/// securely has no clipboard at all.
pub async fn copied(text: &str) -> bool {
    let copy = || {
        let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into())?;
        let write = js_sys::Reflect::get(&clipboard, &"writeText".into())?.dyn_into::<js_sys::Function>()?;
        write.call1(&clipboard, &text.into())?.dyn_into::<js_sys::Promise>()
    };
    match copy() {
        Ok(done) => wasm_bindgen_futures::JsFuture::from(done).await.is_ok(),
        Err(_) => false,
    }
}

/// Downloads bytes as a file.
///
/// # Errors
/// The browser's own error, if it cannot make a file of the bytes.
pub fn download(name: &str, media_type: &str, bytes: &JsValue) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&js_sys::Array::of1(bytes), &options)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    let anchor = document().create_element("a")?.unchecked_into::<web_sys::HtmlAnchorElement>();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The browser needs the URL until the download has started.
    set_timeout(move || drop(web_sys::Url::revoke_object_url(&url)), std::time::Duration::from_secs(30));
    Ok(())
}

/// Downloads a text as a file.
///
/// # Errors
/// As [`download`].
pub fn download_text(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    download(name, media_type, &js_sys::Uint8Array::from(text.as_bytes()))
}
