//! A QR code (ISO/IEC 18004) of a text, as a grid of dark and light squares.
//!
//! Knows: which squares are dark. Does not know: how they are drawn, or what the text says.

use qrcodegen::{QrCode, QrCodeEcc};

/// A QR code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    side: u8,
    /// As in [`Code::bars`].
    bars: Vec<[u8; 3]>,
}

impl Code {
    /// The code of a text; `None` if the text is empty, or longer than 300 bytes: a camera could not read it from paper.
    pub fn new(text: &str) -> Option<Self> {
        const LONGEST: usize = 300;
        if text.is_empty() || text.len() > LONGEST {
            return None;
        }
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
        let side = u8::try_from(code.size()).ok()?;
        let mut bars: Vec<[u8; 3]> = Vec::new();
        for row in 0..side {
            for column in (0..side).filter(|column| code.get_module((*column).into(), row.into())) {
                match bars.last_mut() {
                    Some([first, same, count]) if *same == row && *first + *count == column => *count += 1,
                    _ => bars.push([column, row, 1]),
                }
            }
        }
        Some(Self { side, bars })
    }

    /// Its width and height in squares, without the white margin that a camera needs around it.
    pub const fn side(&self) -> u8 {
        self.side
    }

    /// The rows of adjacent dark squares: column and row of the first square, from 0, and their number.
    pub fn bars(&self) -> impl Iterator<Item = [u8; 3]> {
        self.bars.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_cover_the_dark_squares_and_no_others() {
        let text = "https://www.yritys.example/tietosuoja";
        let (code, known) = (Code::new(text).unwrap(), QrCode::encode_text(text, QrCodeEcc::Medium).unwrap());
        let side = usize::from(code.side());
        let mut dark = vec![vec![false; side]; side];
        for [column, row, count] in code.bars() {
            for at in column..column + count {
                assert!(!std::mem::replace(&mut dark[usize::from(row)][usize::from(at)], true));
            }
        }
        for row in 0..code.side() {
            for column in 0..code.side() {
                let own = dark[usize::from(row)][usize::from(column)];
                assert_eq!(own, known.get_module(column.into(), row.into()));
            }
        }
        // The upper edge of the finder pattern in the corner.
        assert_eq!(code.bars().next(), Some([0, 0, 7]));
    }

    #[test]
    fn nothing_and_too_much_have_no_code() {
        assert!(Code::new("").is_none() && Code::new(&"x".repeat(301)).is_none());
        assert!(Code::new(&"x".repeat(300)).is_some());
    }
}
