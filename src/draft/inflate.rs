//! Zlib data made whole again: RFC 1950 and 1951.
//!
//! Code of our own, because nobody should wait for it: it adds 2.5 KB to the first load, and a crate that does the same
//! 6.5 KB. The browser's own inflater would serve neither the command line nor the tests; and without any, each PDF would
//! be 4 to 10 KB larger. The tests hold it against that crate.
//! Knows: bits. Does not know: what they mean. Never panics, and never gives more than it was allowed to.

/// Takes bits from bytes, the lowest first.
struct Bits<'a> {
    rest: &'a [u8],
    held: u32,
    count: u32,
}

impl Bits<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (byte, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*byte)
    }

    /// A number of at most 16 bits.
    fn take(&mut self, bits: usize) -> Option<usize> {
        let bits = u32::try_from(bits).ok().filter(|bits| *bits <= 16)?;
        while self.count < bits {
            self.held |= u32::from(self.byte()?) << self.count;
            self.count += 8;
        }
        let value = self.held & ((1 << bits) - 1);
        self.held >>= bits;
        self.count -= bits;
        usize::try_from(value).ok()
    }

    /// Drops the rest of a byte that was begun.
    fn align(&mut self) {
        (self.held, self.count) = (0, 0);
    }
}

/// A Huffman code: how many symbols there are of each length, and the symbols in the order of their codes.
struct Code {
    counts: [usize; 16],
    symbols: Vec<usize>,
}

impl Code {
    fn new(lengths: &[usize]) -> Self {
        let mut counts = [0; 16];
        let mut symbols = Vec::new();
        for (length, count) in (1..).zip(counts.iter_mut().skip(1)) {
            let before = symbols.len();
            let own = lengths.iter().enumerate().filter(|(_, own)| **own == length);
            symbols.extend(own.map(|(symbol, _)| symbol));
            *count = symbols.len() - before;
        }
        Self { counts, symbols }
    }

    /// The next symbol. Codes of one length follow each other, after those of the length before.
    fn read(&self, bits: &mut Bits<'_>) -> Option<usize> {
        let (mut code, mut first, mut index) = (0, 0, 0);
        for count in self.counts.iter().skip(1) {
            code |= bits.take(1)?;
            if let Some(place) = code.checked_sub(first).filter(|place| place < count) {
                return self.symbols.get(index + place).copied();
            }
            index += count;
            first = (first + count) << 1;
            code <<= 1;
        }
        None
    }
}

/// Inflates zlib data to at most `most` bytes. `None` for anything broken: the checksum at the end must fit.
pub(super) fn inflate(bytes: &[u8], most: usize) -> Option<Vec<u8>> {
    let mut bits = Bits { rest: bytes, held: 0, count: 0 };
    let header = u16::from_be_bytes([bits.byte()?, bits.byte()?]);
    // Deflated, and without a dictionary of its own.
    if header & 0x0F20 != 0x0800 || !header.is_multiple_of(31) {
        return None;
    }
    let mut out = Vec::new();
    loop {
        let last = bits.take(1)? == 1;
        match bits.take(2)? {
            0 => stored(&mut bits, &mut out)?,
            1 => {
                let lengths: Vec<usize> = [(8, 144), (9, 112), (7, 24), (8, 8)]
                    .iter()
                    .flat_map(|(length, n)| vec![*length; *n])
                    .collect();
                coded(&mut bits, &mut out, most, &Code::new(&lengths), &Code::new(&[5; 30]))?;
            }
            2 => {
                let (symbols, distances) = codes(&mut bits)?;
                coded(&mut bits, &mut out, most, &symbols, &distances)?;
            }
            _ => return None,
        }
        if out.len() > most {
            return None;
        }
        if last {
            break;
        }
    }
    bits.align();
    let told = u32::from_be_bytes([bits.byte()?, bits.byte()?, bits.byte()?, bits.byte()?]);
    (told == checksum(&out)).then_some(out)
}

/// A block as it is.
fn stored(bits: &mut Bits<'_>, out: &mut Vec<u8>) -> Option<()> {
    bits.align();
    let length = u16::from_le_bytes([bits.byte()?, bits.byte()?]);
    let check = u16::from_le_bytes([bits.byte()?, bits.byte()?]);
    if length != !check {
        return None;
    }
    let (block, rest) = bits.rest.split_at_checked(usize::from(length))?;
    out.extend(block);
    bits.rest = rest;
    Some(())
}

/// The codes of a block that brings its own: their lengths are themselves in a code.
fn codes(bits: &mut Bits<'_>) -> Option<(Code, Code)> {
    const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    let (symbols, distances, own) = (bits.take(5)? + 257, bits.take(5)? + 1, bits.take(4)? + 4);
    let mut lengths = [0; 19];
    for place in ORDER.iter().take(own) {
        *lengths.get_mut(*place)? = bits.take(3)?;
    }
    let code = Code::new(&lengths);
    let mut lengths: Vec<usize> = Vec::new();
    while lengths.len() < symbols + distances {
        let (length, times) = match code.read(bits)? {
            16 => (*lengths.last()?, 3 + bits.take(2)?),
            17 => (0, 3 + bits.take(3)?),
            18 => (0, 11 + bits.take(7)?),
            length => (length, 1),
        };
        lengths.extend(std::iter::repeat_n(length, times));
    }
    let (symbols, rest) = lengths.split_at_checked(symbols)?;
    Some((Code::new(symbols), Code::new(rest.get(..distances)?)))
}

/// A block of bytes and of repetitions of what came before.
fn coded(
    bits: &mut Bits<'_>,
    out: &mut Vec<u8>,
    most: usize,
    symbols: &Code,
    distances: &Code,
) -> Option<()> {
    loop {
        match symbols.read(bits)? {
            byte @ 0..=255 => out.push(u8::try_from(byte).ok()?),
            256 => return Some(()),
            285 => repeat(bits, out, 258, distances)?,
            symbol @ 257..=264 => repeat(bits, out, symbol - 254, distances)?,
            symbol @ 265..=284 => {
                let extra = (symbol - 261) / 4;
                let length = 3 + ((4 + (symbol - 261) % 4) << extra) + bits.take(extra)?;
                repeat(bits, out, length, distances)?;
            }
            _ => return None,
        }
        if out.len() > most {
            return None;
        }
    }
}

fn repeat(bits: &mut Bits<'_>, out: &mut Vec<u8>, length: usize, distances: &Code) -> Option<()> {
    let distance = match distances.read(bits)? {
        near @ 0..=3 => near + 1,
        far @ 4..=29 => {
            let extra = far / 2 - 1;
            1 + ((2 + far % 2) << extra) + bits.take(extra)?
        }
        _ => return None,
    };
    let from = out.len().checked_sub(distance)?;
    for at in from..from + length {
        // What is repeated may reach into the repetition itself.
        out.push(*out.get(at)?);
    }
    Some(())
}

/// Adler-32.
fn checksum(bytes: &[u8]) -> u32 {
    let (low, high) = bytes.iter().fold((1, 0), |(low, high), byte| {
        let low = (low + u32::from(*byte)) % 65521;
        (low, (high + low) % 65521)
    });
    high << 16 | low
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
