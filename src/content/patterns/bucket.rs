//! Where a phrase stands in the table: by the first three bytes of its first word.
//!
//! Compiled twice, into the build script that sorts the table and into the search that reads it, so that both agree.

/// How many buckets the table has.
pub const BUCKETS: usize = 512;

/// The bucket of a word, or of a stem of at least three bytes that words begin with.
pub fn bucket(word: &[u8]) -> usize {
    let byte = |at: usize| word.get(at).copied().map_or(0, usize::from);
    (byte(0) * 31 + byte(1) * 7 + byte(2)) % BUCKETS
}
