//! Reactive views of one type, so that leptos's code for them is in the app once.
//!
//! Leptos boxes a closure that is written inside `view!`, and no other: one that has a name, or that a function returns,
//! brings leptos's code anew. Boxed here, 1.5 % (6.2 KiB) of the app's module are saved (brotli; the README says how to measure).
//! Knows: leptos. Does not know: what is shown.

use leptos::prelude::*;

/// A view that is drawn anew when a signal that it reads changes.
pub fn redrawn<V: IntoAny>(draw: impl Fn() -> V + Send + 'static) -> AnyView {
    fn one(draw: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
        draw.into_any()
    }
    one(Box::new(move || draw().into_any()))
}
