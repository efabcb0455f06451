//! Leads to the words that a finding is about: to the screen of their field, and there to the words, selected and in view.
//!
//! Knows: the ids of text boxes, web-sys. Does not know: rules.

use crate::notice::path::FieldPath;
use crate::route::Route;
use crate::rules::Place;
use crate::ui::browser::{go, open_around};
use crate::ui::fields::own_path;
use crate::ui::state::App;
use leptos::prelude::*;
use std::cell::RefCell;
use std::ops::Range;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    HtmlElement, HtmlInputElement, HtmlTextAreaElement, ScrollIntoViewOptions, ScrollLogicalPosition,
};

/// Words in a text box.
struct Words {
    /// The ids that the box may have.
    boxes: [String; 2],
    /// In UTF-16 units, as the browser counts.
    units: Range<u32>,
}

thread_local! {
    /// What to select once the screen that is asked for is there.
    static AWAITED: RefCell<Option<Words>> = const { RefCell::new(None) };
}

/// Goes to the words: at once where their field is on the screen, else by way of the screen of its section.
pub fn lead_to(app: App, place: &Place) {
    let Some(words) = words_at(app, place) else { return };
    let Some(section) = place.field.section() else { return };
    let route = Route::Section(app.draft.with_untracked(|draft| draft.id.clone()), section);
    if app.location.route.with_untracked(|now| *now == route) {
        request_animation_frame(move || select(&words));
    } else {
        AWAITED.replace(Some(words));
        go(&route);
    }
}

/// Selects what [`lead_to`] asked for. Called once the new screen has been drawn.
pub fn select_awaited() {
    if let Some(words) = AWAITED.take() {
        select(&words);
    }
}

fn words_at(app: App, place: &Place) -> Option<Words> {
    app.draft.with_untracked(|draft| {
        let units = place.units(&draft.notice)?;
        // The box of the first language bears the path itself.
        let first = draft.notice.languages.first().copied();
        let suffix = place.lang.filter(|lang| Some(*lang) != first);
        let suffix = suffix.map(|lang| format!("-{}", lang.tag())).unwrap_or_default();
        let path = |path: FieldPath| path.to_string();
        let boxes = [path(place.field), own_path(&path(place.field))].map(|id| id + &suffix);
        Some(Words { boxes, units })
    })
}

fn select(words: &Words) {
    let elements = words.boxes.iter().filter_map(|id| document().get_element_by_id(id));
    for element in elements {
        let Range { start, end } = words.units;
        let Ok(element) = element.dyn_into::<HtmlElement>() else { continue };
        open_around(&element);
        if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
            let _ = element.focus();
            let _ = area.set_selection_range(start, end);
            scroll_inside(area, end);
        } else if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
            let _ = element.focus();
            // Boxes for addresses and numbers cannot select a part.
            if input.set_selection_range(start, end).is_err() {
                input.select();
            }
        } else {
            continue;
        }
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Center);
        element.scroll_into_view_with_scroll_into_view_options(&options);
        return;
    }
}

/// Scrolls inside a text box so that the text up to this unit is in view: no browser does it for a selection made by a program.
fn scroll_inside(area: &HtmlTextAreaElement, end: u32) {
    let measure = || -> Result<i32, JsValue> {
        // How high the text is up to there, a box of the same width tells.
        let copy = area.clone_node()?.dyn_into::<HtmlTextAreaElement>()?;
        copy.remove_attribute("id")?;
        copy.set_attribute("aria-hidden", "true")?;
        let style = HtmlElement::style(&copy);
        for (name, value) in
            [("position", "absolute"), ("visibility", "hidden"), ("height", "0"), ("min-height", "0")]
        {
            style.set_property(name, value)?;
        }
        style.set_property("width", &format!("{}px", area.offset_width()))?;
        let text: Vec<u16> =
            area.value().encode_utf16().take(usize::try_from(end).unwrap_or_default()).collect();
        copy.set_value(&String::from_utf16_lossy(&text));
        area.after_with_node_1(&copy)?;
        let height = copy.scroll_height();
        copy.remove();
        Ok(height)
    };
    if let Ok(height) = measure() {
        area.set_scroll_top(height - area.client_height() / 2);
    }
}
