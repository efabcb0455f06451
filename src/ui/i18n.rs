//! The language of the interface: one per page, changed by drawing the page anew.
//!
//! Kept outside the reactive graph on purpose: words are read ten thousand times and change once a year.

use crate::content::Text;
use crate::lang::Lang;
use std::cell::Cell;

thread_local! {
    static LANG: Cell<Lang> = const { Cell::new(Lang::Fi) };
}

/// The interface's language.
pub fn lang() -> Lang {
    LANG.get()
}

/// Changes the interface's language; whoever calls this draws the page anew.
pub fn set_lang(lang: Lang) {
    LANG.set(lang);
}

/// A text in the interface's language.
pub fn t(text: Text) -> &'static str {
    text.get(lang())
}

/// A text in the interface's language, with its slots filled.
pub fn fill(text: Text, values: &[(&str, &str)]) -> String {
    crate::content::fill(t(text), values)
}
