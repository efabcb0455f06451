//! The index of the phrase table: phrases stand in buckets, by the first three bytes of their first word.
//!
//! Compiled twice: into the build script that sorts the table, and into the library that looks words up in it.

/// The number of buckets.
pub const BUCKETS: usize = 512;

/// The bucket of a word, or of a word's beginning of at least three bytes.
pub fn bucket(word: &[u8]) -> usize {
    let byte = |index: usize| word.get(index).copied().map_or(0, usize::from);
    (byte(0) * 31 + byte(1) * 7 + byte(2)) % BUCKETS
}
