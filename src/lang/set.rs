//! A set of languages, one bit for each.
//!
//! Compiled twice: into the library, and into the build script, which writes such sets into the phrase table and cannot
//! see `Lang`. So languages are named by their tags here. `lang.rs` takes its tags and their number from this file:
//! a language that is added in only one of the two does not compile.

/// The BCP 47 tag of every language, in the order of `Lang::ALL`: the one list of them, which `.ci/words` reads too. The first
/// language is the one in which every text is written first, and the only one inside the browser app. Content files have the tags
/// as keys.
pub const TAGS: [&str; 3] = ["fi", "sv", "en"];

/// A set of languages: bit `n` stands for the language with index `n` in [`TAGS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LangSet(pub u8);

impl LangSet {
    /// Every language.
    pub const ALL: Self = Self((1 << TAGS.len()) - 1);

    /// Only the language with this index in [`TAGS`].
    pub const fn only(index: usize) -> Self {
        Self(1 << index)
    }
}
