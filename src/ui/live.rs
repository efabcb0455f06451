//! What follows signals, through one type each.
//!
//! A closure has a type of its own, and leptos brings its code anew for every type: for each piece of page that follows a
//! signal, for each attribute and each listener. Boxed here, they share one type, and that code is in the app once.
//! Knows: leptos. Does not know: what is shown.

use leptos::prelude::*;
use std::sync::Arc;

/// A closure that follows what it reads.
pub type Live<T> = Box<dyn FnMut() -> T + Send>;

/// A piece of page that is drawn anew when what it reads changes.
pub fn redrawn<V: IntoAny>(draw: impl Fn() -> V + Send + 'static) -> AnyView {
    fn one(draw: Live<AnyView>) -> AnyView {
        draw.into_any()
    }
    one(Box::new(move || draw().into_any()))
}

/// A listener.
pub fn act<E>(does: impl FnMut(E) + Send + 'static) -> Box<dyn FnMut(E) + Send> {
    Box::new(does)
}

/// A value that is computed anew when what it reads changes, and tells those who read it only when it has become another.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    compute: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    fn one<T: PartialEq + Send + Sync + 'static>(compute: Box<dyn Fn() -> T + Send + Sync>) -> Memo<T> {
        Memo::new(move |_| compute())
    }
    one(Box::new(compute))
}

/// A row for each key; a row stays as it is for as long as its key is there.
pub fn each(
    keys: impl Fn() -> Vec<u32> + Send + 'static,
    row: impl Fn(u32) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    fn one(
        keys: Box<dyn Fn() -> Vec<u32> + Send>,
        row: Arc<dyn Fn(u32) -> AnyView + Send + Sync>,
    ) -> AnyView {
        view! { <For each=keys key=|key| *key children=move |key| row(key)/> }.into_any()
    }
    one(Box::new(keys), Arc::new(row))
}
