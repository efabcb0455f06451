//! Decompresses zlib data up to a limit: a small file must not fill the memory.
//!
//! Knows: the crate that inflates. Does not know: what the data means. The browser's own inflater would serve neither
//! the command line nor the tests, and without any, each PDF would be 4 to 10 KB larger.

use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

/// Inflates zlib data to at most `most` bytes. `None` for anything broken: the checksum at the end must fit.
pub(super) fn inflate(bytes: &[u8], most: usize) -> Option<Vec<u8>> {
    decompress_to_vec_zlib_with_limit(bytes, most).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::deflate::compress_to_vec_zlib as deflate;
    use proptest::prelude::*;

    const ENOUGH: usize = 1 << 20;

    proptest! {
        #[test]
        fn what_was_deflated_comes_back(bytes: Vec<u8>, times in 1usize..300, level in 0u8..=10) {
            for bytes in [bytes.repeat(times), format!("{:?}", bytes.repeat(times % 9)).into_bytes()] {
                prop_assert_eq!(inflate(&deflate(&bytes, level), ENOUGH), Some(bytes));
            }
        }

        #[test]
        fn broken_data_are_nothing(text in "[a-z]{0,9}( [a-e]{3}){0,50}", at: usize, bit in 0u32..8, level in 0u8..=10) {
            let whole = deflate(text.as_bytes(), level);
            let mut broken = whole.clone();
            let at = at % broken.len();
            broken[at] ^= 1 << bit;
            // A bit may have no meaning, such as the level that the header tells.
            prop_assert!(inflate(&broken, ENOUGH).is_none_or(|read| read == text.as_bytes()));
            prop_assert_eq!(inflate(&whole[..at], ENOUGH), None);
        }

        #[test]
        fn any_bytes_end_in_an_answer(mut bytes: Vec<u8>, kind in 0u8..8) {
            bytes.splice(0..0, [0x78, 0x9C, kind]);
            let _ = inflate(&bytes, ENOUGH);
        }
    }

    #[test]
    fn each_kind_of_block_is_read() {
        let long: Vec<u8> =
            (0..40_000_u32).map(|n| u8::try_from(n.wrapping_mul(2_654_435_761) >> 24).unwrap()).collect();
        for bytes in [&b""[..], b"a", &[7].repeat(40_000), &long, &long.repeat(3)] {
            for level in [0, 1, 6, 10] {
                assert_eq!(inflate(&deflate(bytes, level), ENOUGH).as_deref(), Some(bytes), "level {level}");
            }
        }
    }

    #[test]
    fn a_small_file_does_not_fill_the_memory() {
        let bomb = deflate(&vec![0; ENOUGH + 1], 10);
        assert!(bomb.len() < 2000);
        assert_eq!(inflate(&bomb, ENOUGH), None);
    }
}
