//! A number that tells one file of words from another (FNV-1a). It guards against mistakes, not against malice.
//!
//! Compiled twice, into the build script that names the files and into the app that checks them, so that both agree.

/// The fingerprint of a file's content.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
