//! The grammar of a phrase in `patterns.toml`, and its only parser.
//!
//! Compiled twice: into the build script, which checks the phrases and writes them into a table, and into the library,
//! which searches texts for them. The head of `patterns.toml` explains the grammar to those who write phrases.

/// One word of a phrase: `word`, `word*`, `(word`, `word)`, `word.`, or a number, `#` and `#.#`.
#[derive(Clone, Copy, Debug)]
pub struct WordPattern<'a> {
    /// The word in small letters; with [`STEM`](Self::STEM) only its beginning.
    pub letters: &'a str,
    /// The signs written at the word: any of the four flags below.
    pub signs: u8,
}

impl<'a> WordPattern<'a> {
    /// `word*`: more letters may follow.
    pub const STEM: u8 = 1 << 0;
    /// `(word`: a bracket opens right before it.
    pub const OPEN: u8 = 1 << 1;
    /// `word)`: a bracket closes right after it.
    pub const CLOSE: u8 = 1 << 2;
    /// `word.`: a full stop follows, as in an abbreviation.
    pub const STOP: u8 = 1 << 3;

    /// Separates the letters from the signs.
    pub fn parse(written: &'a str) -> Self {
        let (letters, open) = written.strip_prefix('(').map_or((written, 0), |rest| (rest, Self::OPEN));
        let suffix = |letters: &'a str, sign: char, flag: u8| {
            letters.strip_suffix(sign).map_or((letters, 0), |rest| (rest, flag))
        };
        let (letters, close) = suffix(letters, ')', Self::CLOSE);
        let (letters, stop) = suffix(letters, '.', Self::STOP);
        let (letters, stem) = suffix(letters, '*', Self::STEM);
        Self { letters, signs: open | close | stop | stem }
    }

    /// Whether this sign is written at the word.
    pub const fn has(&self, sign: u8) -> bool {
        self.signs & sign != 0
    }

    /// Whether it stands for any number.
    pub fn is_number(&self) -> bool {
        self.letters.starts_with('#')
    }

    /// The first byte: that of the word, or `#` for a number.
    pub fn initial(&self) -> u8 {
        self.letters.bytes().next().unwrap_or_default()
    }
}

/// A word of a phrase, or a choice of several: `ellei|paitsi`.
#[derive(Clone, Debug)]
pub struct Element<'a> {
    /// Whether other words may stand before it: `…`.
    pub after_gap: bool,
    /// The words of which it may be any.
    pub choices: Vec<WordPattern<'a>>,
}

/// The elements of a phrase, or of what follows its first word, in order.
pub fn elements(phrase: &str) -> impl Iterator<Item = Element<'_>> {
    let mut after_gap = false;
    phrase.split(' ').filter(|written| !written.is_empty()).filter_map(move |written| {
        let after_gap = std::mem::replace(&mut after_gap, written == "…");
        let choices = || written.split('|').map(WordPattern::parse).collect();
        (written != "…").then(|| Element { after_gap, choices: choices() })
    })
}
