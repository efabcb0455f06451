//! Reads free text once, and answers what was found in it and in which sentence.
//!
//! The caller hands in passages: a text with its language, and the section and the field that the caller knows it by. Both
//! may be of any type, so the texts of a notice are read with their paths, and a pasted document with line numbers.
//! Phrases are asked for by the name of their group in `content/patterns.toml`, never by their wording:
//!
//! ```text
//! texts.hits(patterns::TRANSFER_UNLESS)                    anywhere
//! texts.hits_in(section, patterns::BROWSER_SETTINGS)       in one section
//! texts.says(section, patterns::TOPIC_OBJECTION)           does the section speak of it?
//! ```
//!
//! Knows: languages, the phrase table. Does not know: notices, rules, what a hit means.

mod codes;
mod excerpt;
mod marks;
mod phrases;
mod similar;
mod tokenizer;

pub use codes::Code;
pub use excerpt::safe_excerpt;

use crate::content::patterns::Phrase;
use crate::lang::{Lang, LangSet};
use std::ops::Range;
use tokenizer::{Sentence, Tokenizer};

/// A text, and where the caller has it from.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a, S, F> {
    /// The section. A sentence that stands in two of them is a repetition.
    pub section: S,
    /// The field, line or page.
    pub field: F,
    /// Its language; names and addresses have none, and are searched for the phrases of every language.
    pub lang: Option<Lang>,
    /// The text as typed.
    pub text: &'a str,
    /// Whether it is published. What is not is searched for secret numbers only.
    pub published: bool,
}

/// What can be found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HitKind {
    /// A phrase of this group.
    Phrase(Phrase),
    /// A blank to be filled in: `[…]`, `____`.
    Blank,
    /// A tag, or another sign of a markup language.
    Markup,
    /// A number that does not belong in a notice.
    Code(Code),
    /// A sentence of our own guidance.
    Guidance,
    /// A sentence that stands in another section too.
    Repeated,
}

impl From<Phrase> for HitKind {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

/// Something that was found, with its passage and its sentence.
#[derive(Clone, Copy, Debug)]
pub struct Hit<'s, S, F> {
    /// The passage that it was found in.
    pub passage: &'s Passage<'s, S, F>,
    sentence: &'s SentenceSpan,
    record: &'s HitRecord,
}

impl<S, F> Hit<'_, S, F> {
    /// What was found, as typed. May hold a secret number: show the [`excerpt`](Self::excerpt) instead.
    pub fn text(&self) -> &str {
        self.passage.text.get(self.span()).unwrap_or_default()
    }

    /// The sentence that it was found in, as typed.
    pub fn sentence(&self) -> &str {
        self.passage.text.get(self.sentence_span()).unwrap_or_default()
    }

    /// The sentence from the hit to its end.
    pub fn rest_of_sentence(&self) -> &str {
        self.passage.text.get(self.record.start..self.sentence.end).unwrap_or_default()
    }

    /// The bytes of the passage that were found.
    pub const fn span(&self) -> Range<usize> {
        self.record.start..self.record.end
    }

    /// The bytes of the passage that its sentence takes.
    pub const fn sentence_span(&self) -> Range<usize> {
        self.sentence.start..self.sentence.end
    }

    /// Where its sentence stands: the same for two hits in one sentence.
    pub const fn sentence_position(&self) -> SentencePosition {
        (self.sentence.passage, self.sentence.start)
    }

    /// Whether its sentence is one of these, which are in ascending order.
    pub fn is_in(&self, sentences: &[SentencePosition]) -> bool {
        sentences.binary_search(&self.sentence_position()).is_ok()
    }

    /// The hit with some of its sentence around it, fit to be shown: short, and without secret numbers.
    pub fn excerpt(&self) -> String {
        self.quote().0
    }

    /// The [`excerpt`](Self::excerpt), and which bytes of it are the hit.
    pub fn quote(&self) -> (String, Range<usize>) {
        excerpt::quote(self.passage.text, self.sentence_span(), self.span())
    }
}

/// The index of a sentence's passage, and the byte there at which the sentence begins.
pub type SentencePosition = (usize, usize);

/// A sentence: the index of its passage, and its bytes there.
#[derive(Debug)]
struct SentenceSpan {
    passage: usize,
    start: usize,
    end: usize,
}

/// A hit as it is stored: its kind, the index of its sentence, and its bytes in the passage.
#[derive(Debug)]
struct HitRecord {
    kind: HitKind,
    sentence: usize,
    start: usize,
    end: usize,
}

/// Passages, and what was found in them.
#[derive(Debug)]
pub struct Texts<'a, S, F> {
    passages: Vec<Passage<'a, S, F>>,
    index: Index,
}

/// The sentences and hits of all passages. Apart from them, so that it is compiled once and not for each type of section.
#[derive(Debug, Default)]
struct Index {
    sentences: Vec<SentenceSpan>,
    hits: Vec<HitRecord>,
    /// Whether a phrase group was found at all, by its index: most questions are about one that was not.
    phrases: Vec<bool>,
}

/// The hits of one kind. A named type, so that the search is not compiled anew for each rule that asks.
#[derive(Clone, Debug)]
pub struct Hits<'s, S, F> {
    texts: &'s Texts<'s, S, F>,
    records: std::slice::Iter<'s, HitRecord>,
    kind: HitKind,
    section: Option<S>,
}

impl<'s, S: Copy + PartialEq, F: Copy> Iterator for Hits<'s, S, F> {
    type Item = Hit<'s, S, F>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let record = self.records.find(|record| record.kind == self.kind)?;
            let hit = self.texts.hit(record)?;
            if self.section.is_none_or(|section| section == hit.passage.section) {
                return Some(hit);
            }
        }
    }
}

impl<'a, S: Copy + PartialEq, F: Copy> Texts<'a, S, F> {
    /// Reads passages, sentence by sentence. Empty ones may be left out.
    pub fn read(passages: Vec<Passage<'a, S, F>>) -> Self {
        let mut index = Index::default();
        // The tokens of all passages, for the comparison of sentences.
        let mut folded = Vec::with_capacity(passages.iter().map(|passage| passage.text.len() + 1).sum());
        let mut long = similar::LongSentences::default();
        let mut sentence = Sentence::default();
        for (number, passage) in passages.iter().enumerate() {
            let mut tokenizer = Tokenizer::new(passage.text);
            while tokenizer.next(&mut sentence, &mut folded) {
                if passage.published {
                    index.add_phrases(&sentence, &folded, passage.lang.map_or(LangSet::ALL, LangSet::of));
                    for (kind, span) in &sentence.marks {
                        index.add(*kind, span.clone());
                    }
                    if let Some(lang) = passage.lang {
                        long.add(index.sentences.len(), lang, number, &sentence, &folded);
                    }
                }
                let Range { start, end } = sentence.span();
                for (code, span) in codes::find(passage.text.get(start..end).unwrap_or_default()) {
                    index.add(HitKind::Code(code), start + span.start..start + span.end);
                }
                index.sentences.push(SentenceSpan { passage: number, start, end });
            }
        }
        let section = |passage: usize| passages.get(passage).map(|passage| passage.section);
        for (kind, sentence) in long.compare(&folded, |one, other| section(one) == section(other)) {
            if let Some(&SentenceSpan { start, end, .. }) = index.sentences.get(sentence) {
                index.hits.push(HitRecord { kind, sentence, start, end });
            }
        }
        Self { passages, index }
    }

    /// Every hit of a kind, in the order of the passages.
    pub fn hits(&self, kind: impl Into<HitKind>) -> Hits<'_, S, F> {
        let kind = kind.into();
        Hits { texts: self, records: self.index.records(kind).iter(), kind, section: None }
    }

    /// The hits in one section.
    pub fn hits_in(&self, section: S, kind: impl Into<HitKind>) -> Hits<'_, S, F> {
        Hits { section: Some(section), ..self.hits(kind) }
    }

    /// Whether a section speaks of it.
    pub fn says(&self, section: S, kind: impl Into<HitKind>) -> bool {
        self.hits_in(section, kind).next().is_some()
    }

    /// The hits of one phrase, except in sentences where the other is found too.
    pub fn hits_without(&self, phrase: Phrase, other: Phrase) -> impl Iterator<Item = Hit<'_, S, F>> {
        let excluded = self.sentences(other);
        self.hits(phrase).filter(move |hit| !hit.is_in(&excluded))
    }

    /// The positions of the sentences in which a phrase is found, in ascending order.
    pub fn sentences(&self, phrase: Phrase) -> Vec<SentencePosition> {
        self.hits(phrase).map(|hit| hit.sentence_position()).collect()
    }

    /// The fields that speak of it.
    pub fn fields(&self, kind: impl Into<HitKind>) -> Vec<F> {
        self.hits(kind).map(|hit| hit.passage.field).collect()
    }

    /// The sections that speak of it, each once.
    pub fn sections(&self, kind: impl Into<HitKind>) -> Vec<S> {
        let mut sections = Vec::new();
        for hit in self.hits(kind) {
            if !sections.contains(&hit.passage.section) {
                sections.push(hit.passage.section);
            }
        }
        sections
    }

    /// Every service that is named, and whether it processes data outside the EEA.
    pub fn services(&self) -> impl Iterator<Item = (Hit<'_, S, F>, Phrase, bool)> {
        self.index.hits.iter().filter_map(|record| {
            let HitKind::Phrase(phrase) = record.kind else { return None };
            Some((self.hit(record)?, phrase, phrase.service_abroad()?))
        })
    }

    fn hit<'s>(&'s self, record: &'s HitRecord) -> Option<Hit<'s, S, F>> {
        let sentence = self.index.sentences.get(record.sentence)?;
        Some(Hit { passage: self.passages.get(sentence.passage)?, sentence, record })
    }
}

impl Index {
    /// The records among which those of a kind are: none of them when there is none.
    fn records(&self, kind: HitKind) -> &[HitRecord] {
        match kind {
            HitKind::Phrase(phrase) if self.phrases.get(phrase.index()) != Some(&true) => &[],
            _ => &self.hits,
        }
    }

    /// Adds a hit in the sentence that is being read.
    fn add(&mut self, kind: HitKind, span: Range<usize>) {
        let Range { start, end } = span;
        self.hits.push(HitRecord { kind, sentence: self.sentences.len(), start, end });
    }

    fn add_phrases(&mut self, sentence: &Sentence, folded: &[u8], langs: LangSet) {
        phrases::find(&sentence.tokens, folded, langs, |phrase, tokens| {
            let tokens = sentence.tokens.get(tokens).unwrap_or_default();
            if let Some((first, last)) = tokens.first().zip(tokens.last()) {
                if phrase.index() >= self.phrases.len() {
                    self.phrases.resize(phrase.index() + 1, false);
                }
                if let Some(found) = self.phrases.get_mut(phrase.index()) {
                    *found = true;
                }
                self.add(phrase.into(), first.span.start..last.span.end);
            }
        });
    }
}

#[cfg(test)]
pub(crate) mod tests;
