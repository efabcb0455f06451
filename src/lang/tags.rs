//! The one list of the languages, by their tags.
//!
//! Knows: nothing else, because the build script and `.ci/words` read this file too. [`Lang`](super::Lang) has a
//! variant for each tag, or it does not compile.

/// The BCP 47 tags of all languages, in the order in which they are shown. The first is the one in which every text is
/// written first, and the only one that is inside the browser app; content files use the tags as keys.
pub const TAGS: [&str; 3] = ["fi", "sv", "en"];
