//! A hash of some bytes, to tell one content from another (FNV-1a, 64 bits): little code, the same on every machine, and
//! not safe against somebody who wants two contents to have the same hash.
//!
//! Compiled twice: into the library, and into the build script, which puts it into the names of the language files.

/// The fingerprint of nothing; [`extend`] starts from it.
pub const START: u64 = 0xcbf2_9ce4_8422_2325;

/// The fingerprint of some bytes.
pub fn fingerprint(bytes: &[u8]) -> u64 {
    extend(START, bytes)
}

/// The fingerprint of all bytes so far, given that of those before `bytes`.
pub fn extend(before: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(before, |print, byte| (print ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The published values: the build script and the app must go on to agree with them.
    #[test]
    fn the_fingerprint_is_fnv_1a() {
        assert_eq!(fingerprint(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fingerprint(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fingerprint(b"foobar"), 0x8594_4171_f739_67e8);
        assert_eq!(extend(fingerprint(b"foo"), b"bar"), fingerprint(b"foobar"));
    }
}
