//! Sentences that are similar: one that stands in two sections, and one that repeats our own guidance.
//!
//! Two sentences are similar when they share four words of five. They are compared only when they begin or end with the same
//! words, so that the time grows with the length of the text and not with its square.
//! Knows: folded tokens, our guidance. Does not know: what a section is.

use super::HitKind;
use super::tokenizer::{Sentence, Tokenizer};
use crate::content::patterns;
use crate::lang::Lang;
use std::ops::Range;
use std::sync::OnceLock;

/// Shorter sentences, in bytes, are not compared: they may well stand twice, or be written by us and by a firm.
const LEAST: usize = 60;
/// Longer ones, in bytes, are not compared either: they are hardly sentences.
const MOST: usize = 2000;
/// The number of words at either end that must be the same.
const END: usize = 4;

#[derive(Debug)]
struct LongSentence {
    sentence: usize,
    lang: Lang,
    passage: usize,
    folded: Range<usize>,
    ends: [u32; 2],
}

/// The sentences of all passages that are long enough to be compared.
#[derive(Debug, Default)]
pub(super) struct LongSentences {
    all: Vec<LongSentence>,
}

impl LongSentences {
    /// Adds a sentence by its index and that of its passage, if it is long enough.
    pub fn add(&mut self, number: usize, lang: Lang, passage: usize, sentence: &Sentence, folded: &[u8]) {
        let span = folded_span(sentence);
        if (LEAST..=MOST).contains(&span.len()) {
            let ends = ends(sentence, folded);
            self.all.push(LongSentence { sentence: number, lang, passage, folded: span, ends });
        }
    }

    /// The sentences that repeat our guidance or another section, with the index of each. `same_section` is asked about
    /// two passages by their indices.
    pub fn compare(
        &self,
        folded: &[u8],
        same_section: impl Fn(usize, usize) -> bool,
    ) -> Vec<(HitKind, usize)> {
        let text = |long: &LongSentence| folded.get(long.folded.clone()).unwrap_or_default();
        let mut found = Vec::new();
        let mut keys = Vec::with_capacity(self.all.len() * 2);
        for (index, long) in self.all.iter().enumerate() {
            if guidance(long.lang).is_some_and(|ours| ours.has_similar(text(long), long.ends)) {
                found.push((HitKind::Guidance, long.sentence));
            }
            keys.extend(long.ends.map(|hash| key(hash, index)));
        }
        keys.sort_unstable();
        let mut repeated = vec![false; self.all.len()];
        for run in keys.chunk_by(|a, b| a >> 32 == b >> 32) {
            // Each is compared only with the nearest one before it that stands in another section.
            let (mut last, mut other): (Option<&LongSentence>, Option<&LongSentence>) = (None, None);
            for index in run.iter().map(|key| index_of(*key)) {
                let Some((long, repeated)) = self.all.get(index).zip(repeated.get_mut(index)) else {
                    continue;
                };
                if last.is_some_and(|last| !same_section(last.passage, long.passage)) {
                    other = last;
                }
                *repeated = *repeated
                    || other.is_some_and(|other| other.lang == long.lang && similar(text(other), text(long)));
                last = Some(long);
            }
        }
        let repeated = self.all.iter().zip(repeated).filter(|(_, repeated)| *repeated);
        found.extend(repeated.map(|(long, _)| (HitKind::Repeated, long.sentence)));
        found
    }
}

/// One end of a sentence as a number: its hash in the upper half, the sentence's index in the lower. Plain numbers, because
/// the standard library's sort is compiled anew for each type that is sorted.
fn key(hash: u32, index: usize) -> u64 {
    u64::from(hash) << 32 | u64::from(u32::try_from(index).unwrap_or(u32::MAX))
}

/// The index of a key's sentence.
fn index_of(key: u64) -> usize {
    usize::try_from(key & u64::from(u32::MAX)).unwrap_or(usize::MAX)
}

/// The bytes of a sentence among the folded tokens.
fn folded_span(sentence: &Sentence) -> Range<usize> {
    let ends = sentence.tokens.first().zip(sentence.tokens.last());
    ends.map_or(0..0, |(first, last)| first.folded.start..last.folded.end)
}

/// The hashes of the first words and of the last.
fn ends(sentence: &Sentence, folded: &[u8]) -> [u32; 2] {
    let Range { start, end } = folded_span(sentence);
    let first = sentence.tokens.get(END - 1).map_or(end, |token| token.folded.end);
    let last = sentence.tokens.len().checked_sub(END).and_then(|index| sentence.tokens.get(index));
    let last = last.map_or(start, |token| token.folded.start);
    [hash(folded.get(start..first).unwrap_or_default()), hash(folded.get(last..end).unwrap_or_default()) ^ 1]
}

/// A hash that takes eight bytes at a time.
fn hash(bytes: &[u8]) -> u32 {
    let mixed = bytes.chunks(8).fold(0_u64, |hash, chunk| {
        let mut eight = [0; 8];
        eight.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
        (hash.rotate_left(5) ^ u64::from_le_bytes(eight)).wrapping_mul(0x517c_c1b7_2722_0a95)
    });
    // The upper half is better mixed than the lower.
    u32::try_from(mixed >> 32).unwrap_or_default()
}

/// Whether two sentences share four words of five.
fn similar(a: &[u8], b: &[u8]) -> bool {
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

/// Our guidance in one language: its long sentences, folded.
struct Guidance {
    folded: Vec<u8>,
    /// The bytes of each sentence in `folded`.
    sentences: Vec<Range<usize>>,
    /// The [`key`]s of their ends, ascending.
    keys: Vec<u64>,
}

impl Guidance {
    fn of(texts: impl Iterator<Item = &'static str>) -> Self {
        let mut all = Self { folded: Vec::new(), sentences: Vec::new(), keys: Vec::new() };
        let mut sentence = Sentence::default();
        for text in texts {
            let mut tokenizer = Tokenizer::new(text);
            while tokenizer.next(&mut sentence, &mut all.folded) {
                let span = folded_span(&sentence);
                if span.len() >= LEAST {
                    all.keys.extend(ends(&sentence, &all.folded).map(|hash| key(hash, all.sentences.len())));
                    all.sentences.push(span);
                }
            }
        }
        all.keys.sort_unstable();
        all
    }

    /// Whether a sentence of the guidance is similar to this one with these ends.
    fn has_similar(&self, sentence: &[u8], ends: [u32; 2]) -> bool {
        /// The most sentences compared at each end.
        const COMPARED: usize = 4;
        ends.into_iter().any(|hash| {
            let from = self.keys.partition_point(|other| *other < key(hash, 0));
            let same = self.keys.iter().skip(from).take_while(|other| *other >> 32 == u64::from(hash));
            same.take(COMPARED).any(|key| {
                let span = self.sentences.get(index_of(*key)).cloned();
                span.and_then(|span| self.folded.get(span)).is_some_and(|ours| similar(ours, sentence))
            })
        })
    }
}

/// Read once per language, when the first long sentence in it is compared. `None` while the language is not loaded.
fn guidance(lang: Lang) -> Option<&'static Guidance> {
    static READ: [OnceLock<Guidance>; Lang::ALL.len()] = [const { OnceLock::new() }; Lang::ALL.len()];
    let texts = patterns::guidance(lang)?;
    Some(READ.get(lang as usize)?.get_or_init(|| Guidance::of(texts)))
}
