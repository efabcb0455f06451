//! Sentences that are alike: one that stands in two sections, and one that is our own guidance.
//!
//! Two sentences are compared only when their first or their last words are the same, so that the time grows with the
//! text and not with its square. Alike are those that share four words of five.
//! Knows: folded words. Does not know: rules, fields.

use super::Seen;
use super::fold::{Reader, Sentence};
use crate::content::patterns;
use crate::lang::Lang;
use crate::section::SectionId;
use std::ops::Range;
use std::sync::OnceLock;

/// Shorter sentences may well stand twice, or be said by us and by a firm.
const LEAST: usize = 60;
/// What is longer than this is no sentence, and not worth comparing.
const MOST: usize = 2000;
/// How many words at either end make a key.
const KEY: usize = 4;

#[derive(Debug)]
struct Long {
    sentence: usize,
    lang: Lang,
    section: SectionId,
    fold: Range<usize>,
    ends: [u32; 2],
}

/// The long sentences of a notice, by the words that they begin and end with.
#[derive(Debug, Default)]
pub(super) struct Keys {
    long: Vec<Long>,
}

impl Keys {
    /// Notes a sentence, if it is long enough to be compared.
    pub fn add(&mut self, number: usize, lang: Lang, section: SectionId, sentence: &Sentence, fold: &[u8]) {
        let words = span(sentence);
        if (LEAST..=MOST).contains(&words.len()) {
            let ends = ends(sentence, fold);
            self.long.push(Long { sentence: number, lang, section, fold: words, ends });
        }
    }

    /// What was found alike: as what, and which sentence.
    pub fn found(&self, fold: &[u8]) -> Vec<(Seen, usize)> {
        let words = |long: &Long| fold.get(long.fold.clone()).unwrap_or_default();
        let mut found = Vec::new();
        let mut keys = Vec::with_capacity(self.long.len() * 2);
        for (at, long) in self.long.iter().enumerate() {
            if guidance(long.lang).is_some_and(|ours| ours.any_like(words(long), long.ends)) {
                found.push((Seen::Guidance, long.sentence));
            }
            keys.extend(long.ends.map(|hash| key(hash, at)));
        }
        keys.sort_unstable();
        let mut repeated = vec![false; self.long.len()];
        for run in keys.chunk_by(|a, b| a >> 32 == b >> 32) {
            // Compared with the last one of another section only.
            let (mut last, mut other): (Option<&Long>, Option<&Long>) = (None, None);
            for at in run.iter().map(|key| place(*key)) {
                let Some((long, repeated)) = self.long.get(at).zip(repeated.get_mut(at)) else { continue };
                if last.is_some_and(|last| last.section != long.section) {
                    other = last;
                }
                if !*repeated
                    && other.is_some_and(|other| other.lang == long.lang && alike(words(other), words(long)))
                {
                    *repeated = true;
                }
                last = Some(long);
            }
        }
        let repeated = self.long.iter().zip(repeated).filter(|(_, repeated)| *repeated);
        found.extend(repeated.map(|(long, _)| (Seen::Repeated, long.sentence)));
        found
    }
}

/// One end of a sentence, as a number: its hash, and behind it where the sentence is listed. Everything here is
/// sorted as plain numbers, for each type that is sorted brings its own copy of the sort.
fn key(hash: u32, at: usize) -> u64 {
    u64::from(hash) << 32 | u64::from(u32::try_from(at).unwrap_or(u32::MAX))
}

/// Where the sentence of a key is listed.
fn place(key: u64) -> usize {
    usize::try_from(key & u64::from(u32::MAX)).unwrap_or(usize::MAX)
}

/// Where a sentence stands among the folded words.
fn span(sentence: &Sentence) -> Range<usize> {
    let ends = sentence.tokens.first().zip(sentence.tokens.last());
    ends.map_or(0..0, |(first, last)| first.fold.start..last.fold.end)
}

/// The hash of the first words, and of the last.
fn ends(sentence: &Sentence, fold: &[u8]) -> [u32; 2] {
    let Range { start, end } = span(sentence);
    let first = sentence.tokens.get(KEY - 1).map_or(end, |token| token.fold.end);
    let last = sentence.tokens.len().checked_sub(KEY).and_then(|at| sentence.tokens.get(at));
    let last = last.map_or(start, |token| token.fold.start);
    [hash(fold.get(start..first).unwrap_or_default()), hash(fold.get(last..end).unwrap_or_default()) ^ 1]
}

/// A hash that takes eight bytes at a time.
fn hash(bytes: &[u8]) -> u32 {
    let mixed = bytes.chunks(8).fold(0_u64, |hash, chunk| {
        let mut eight = [0; 8];
        eight.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
        (hash.rotate_left(5) ^ u64::from_le_bytes(eight)).wrapping_mul(0x517c_c1b7_2722_0a95)
    });
    // The upper half is the better mixed one.
    u32::try_from(mixed >> 32).unwrap_or_default()
}

/// Whether two sentences share four words of five.
fn alike(a: &[u8], b: &[u8]) -> bool {
    if a == b {
        return true;
    }
    let sorted = |text: &[u8]| {
        let mut words: Vec<u64> =
            text.split(|byte| *byte == b' ').map(|word| u64::from(hash(word))).collect();
        words.sort_unstable();
        words
    };
    let (a, b) = (sorted(a), sorted(b));
    let mut rest = b.iter().peekable();
    let mut shared = 0;
    for word in &a {
        while rest.next_if(|other| *other < word).is_some() {}
        shared += usize::from(rest.next_if_eq(&word).is_some());
    }
    shared * 2 * 5 >= (a.len() + b.len()) * 4
}

/// Our guidance in one language, folded, by its sentences' ends.
struct Guidance {
    fold: Vec<u8>,
    long: Vec<Range<usize>>,
    keys: Vec<u64>,
}

impl Guidance {
    fn of(texts: impl Iterator<Item = &'static str>) -> Self {
        let mut all = Self { fold: Vec::new(), long: Vec::new(), keys: Vec::new() };
        let mut sentence = Sentence::default();
        for text in texts {
            let mut reader = Reader::new(text);
            while reader.next(&mut sentence, &mut all.fold) {
                let words = span(&sentence);
                if words.len() >= LEAST {
                    all.keys.extend(ends(&sentence, &all.fold).map(|hash| key(hash, all.long.len())));
                    all.long.push(words);
                }
            }
        }
        all.keys.sort_unstable();
        all
    }

    fn any_like(&self, sentence: &[u8], ends: [u32; 2]) -> bool {
        ends.into_iter().any(|hash| {
            let from = self.keys.partition_point(|other| *other < key(hash, 0));
            let same =
                self.keys.iter().skip(from).take_while(|other| *other >> 32 == u64::from(hash)).take(4);
            let words = same.filter_map(|key| self.fold.get(self.long.get(place(*key))?.clone()));
            words.into_iter().any(|words| alike(words, sentence))
        })
    }
}

/// Read once per language, when a notice first has a long sentence in it; nothing while the language is not loaded.
fn guidance(lang: Lang) -> Option<&'static Guidance> {
    static FI: OnceLock<Guidance> = OnceLock::new();
    static SV: OnceLock<Guidance> = OnceLock::new();
    static EN: OnceLock<Guidance> = OnceLock::new();
    let place = match lang {
        Lang::Fi => &FI,
        Lang::Sv => &SV,
        Lang::En => &EN,
    };
    let texts = patterns::guidance(lang)?;
    Some(place.get_or_init(|| Guidance::of(texts)))
}
