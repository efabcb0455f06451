//! The language of the interface: one for the whole page, which is built again when it changes.
//!
//! Not a signal on purpose: texts are read ten thousand times, and the language changes once a year.

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

/// Changes the interface's language. The caller must build the page again.
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
