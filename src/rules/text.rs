//! The free text of a notice, read once per check: every field's own words with its place, and what was found in them.
//!
//! A rule asks for a phrase group of `content/patterns.toml` by name and never sees a word of it:
//!
//! ```text
//! for hit in c.text.hits(patterns::TRANSFER_UNLESS) { found.hit(&hit); }           // anywhere
//! for hit in c.text.hits_in(SectionId::Cookies, patterns::BROWSER_SETTINGS) { … }  // in one section
//! if c.text.says(SectionId::RightObjection, patterns::TOPIC_OBJECTION) { … }       // does the section speak of it?
//! ```
//!
//! Clauses are not read: they are ours. Languages that are not published are read for numbers only.
//! Knows: the model and its paths. Does not know: what a hit means.

mod alike;
mod codes;
mod evidence;
mod find;
mod fold;
mod marks;

pub(super) use codes::Code;
pub(super) use evidence::shown;

use super::Found;
use super::walk::{names, walk};
use crate::content::patterns::Phrase;
use crate::lang::Lang;
use crate::notice::Notice;
use crate::notice::path::FieldPath;
use crate::section::SectionId;
use fold::Reader;
use marks::Mark;
use std::ops::Range;

/// A text with its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Passage<'a> {
    /// The section whose screen has it.
    pub section: SectionId,
    /// The field.
    pub field: FieldPath,
    /// Its language; names and addresses have none.
    pub lang: Option<Lang>,
    /// The text as typed.
    pub text: &'a str,
    /// Whether a reader of the notice sees it.
    published: bool,
}

/// What can be found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Seen {
    /// A phrase of this group.
    Phrase(Phrase),
    /// Something to be filled in, by its form: `[…]`, `____`.
    Blank,
    /// A tag or another sign of a format.
    Markup,
    /// A number that does not belong into a notice.
    Code(Code),
    /// A sentence of our own guidance.
    Guidance,
    /// A sentence that another section has too.
    Repeated,
}

impl From<Phrase> for Seen {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(phrase)
    }
}

/// A hit with its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit<'s> {
    /// Where it was found.
    pub passage: &'s Passage<'s>,
    frame: &'s Frame,
    range: (usize, usize),
}

impl Hit<'_> {
    /// The words that were found, as typed. May hold a secret number: show [`evidence`](Self::evidence) instead.
    pub fn words(&self) -> &str {
        self.passage.text.get(self.range.0..self.range.1).unwrap_or_default()
    }

    /// The sentence that it was found in, as typed.
    pub fn sentence(&self) -> &str {
        self.passage.text.get(self.frame.range.clone()).unwrap_or_default()
    }

    /// The sentence from the hit on.
    pub fn rest(&self) -> &str {
        self.passage.text.get(self.range.0..self.frame.range.end).unwrap_or_default()
    }

    /// Where in the passage the hit stands.
    pub const fn span(&self) -> Range<usize> {
        self.range.0..self.range.1
    }

    /// Where in the passage its sentence stands.
    pub fn sentence_span(&self) -> Range<usize> {
        self.frame.range.clone()
    }

    /// The passage and where in it the sentence begins: two hits with the same place stand in the same sentence.
    pub const fn place(&self) -> (usize, usize) {
        (self.frame.passage, self.frame.range.start)
    }

    /// The hit with some words around it, fit to be shown.
    pub fn evidence(&self) -> String {
        evidence::excerpt(self.passage.text, self.frame.range.clone(), self.range.0..self.range.1)
    }
}

/// A sentence: of which passage, and which bytes of it.
#[derive(Clone, Debug)]
struct Frame {
    passage: usize,
    range: Range<usize>,
}

/// Something found: what, in which sentence, and at which bytes of the text.
#[derive(Clone, Copy, Debug)]
struct Sighting {
    seen: Seen,
    sentence: usize,
    start: usize,
    end: usize,
}

/// All free text of a notice, and what was found in it.
#[derive(Debug)]
pub(super) struct Texts<'a> {
    passages: Vec<Passage<'a>>,
    sentences: Vec<Frame>,
    hits: Vec<Sighting>,
    /// Which phrase groups were found at all: most rules ask for one that was not.
    present: Vec<bool>,
}

/// The hits of one kind. A type of its own: each rule that asks would else bring its own copy of the search.
#[derive(Clone, Debug)]
pub(super) struct Hits<'s> {
    texts: &'s Texts<'s>,
    rest: std::slice::Iter<'s, Sighting>,
    what: Seen,
    section: Option<SectionId>,
}

impl<'s> Iterator for Hits<'s> {
    type Item = Hit<'s>;

    fn next(&mut self) -> Option<Hit<'s>> {
        loop {
            let sighting = self.rest.find(|sighting| sighting.seen == self.what)?;
            let hit = self.texts.hit(sighting)?;
            if self.section.is_none_or(|section| section == hit.passage.section) {
                return Some(hit);
            }
        }
    }
}

impl<'a> Texts<'a> {
    /// Gathers and reads everything.
    pub fn of(notice: &'a Notice) -> Self {
        let passages = gather(notice);
        let mut texts = Self { passages, sentences: Vec::new(), hits: Vec::new(), present: Vec::new() };
        texts.read();
        texts
    }

    /// Every hit, in the order of the fields.
    pub fn hits(&self, what: impl Into<Seen>) -> Hits<'_> {
        let what = what.into();
        let present = match what {
            Seen::Phrase(phrase) => self.present.get(phrase.index()).copied().unwrap_or_default(),
            _ => true,
        };
        let hits = if present { self.hits.as_slice() } else { &[] };
        Hits { texts: self, rest: hits.iter(), what, section: None }
    }

    /// The hits in one section.
    pub fn hits_in(&self, section: SectionId, what: impl Into<Seen>) -> Hits<'_> {
        Hits { section: Some(section), ..self.hits(what) }
    }

    fn hit(&self, sighting: &Sighting) -> Option<Hit<'_>> {
        let frame = self.sentences.get(sighting.sentence)?;
        let range = (sighting.start, sighting.end);
        Some(Hit { passage: self.passages.get(frame.passage)?, frame, range })
    }

    /// Whether a section's own words speak of it.
    pub fn says(&self, section: SectionId, what: impl Into<Seen>) -> bool {
        self.hits_in(section, what).next().is_some()
    }

    /// Every hit of one group, but not in sentences that the other group is found in.
    pub fn hits_without(&self, what: impl Into<Seen>, but: impl Into<Seen>) -> impl Iterator<Item = Hit<'_>> {
        let denied: Vec<_> = self.hits(but).map(|hit| hit.place()).collect();
        self.hits(what).filter(move |hit| denied.binary_search(&hit.place()).is_err())
    }

    /// The fields whose own words speak of it.
    pub fn fields(&self, what: impl Into<Seen>) -> Vec<FieldPath> {
        self.hits(what).map(|hit| hit.passage.field).collect()
    }

    /// Every service that is named, and whether it processes data outside the EEA.
    pub fn services(&self) -> impl Iterator<Item = (Hit<'_>, Phrase, bool)> {
        self.hits.iter().filter_map(|hit| {
            let Seen::Phrase(phrase) = hit.seen else { return None };
            let abroad = phrase.service_abroad()?;
            Some((self.hit(hit)?, phrase, abroad))
        })
    }

    /// The sections whose own words speak of it, each once.
    pub fn sections(&self, what: impl Into<Seen>) -> Vec<SectionId> {
        let mut sections = Vec::new();
        for hit in self.hits(what) {
            if !sections.contains(&hit.passage.section) {
                sections.push(hit.passage.section);
            }
        }
        sections
    }

    /// Reads all passages, sentence by sentence.
    fn read(&mut self) {
        let size = self.passages.iter().map(|passage| passage.text.len() + 1).sum();
        let mut fold = Vec::with_capacity(size);
        let mut alike = alike::Keys::default();
        let mut sentence = fold::Sentence::default();
        for (number, passage) in self.passages.iter().enumerate() {
            let mut reader = Reader::new(passage.text);
            let langs = passage.lang.map_or(0b111, |lang| 1 << lang as u8);
            while reader.next(&mut sentence, &mut fold) {
                let (here, range) = (self.sentences.len(), sentence.raw());
                let mut add = |seen, start, end| {
                    self.hits.push(Sighting { seen, sentence: here, start, end });
                };
                if passage.published {
                    find::phrases(&sentence.tokens, &fold, langs, |phrase, words| {
                        let words = sentence.tokens.get(words).unwrap_or_default();
                        if let Some((first, last)) = words.first().zip(words.last()) {
                            if phrase.index() >= self.present.len() {
                                self.present.resize(phrase.index() + 1, false);
                            }
                            if let Some(found) = self.present.get_mut(phrase.index()) {
                                *found = true;
                            }
                            add(Seen::Phrase(phrase), first.raw.start, last.raw.end);
                        }
                    });
                    for (mark, range) in &sentence.marks {
                        let seen = match mark {
                            Mark::Blank => Seen::Blank,
                            Mark::Markup => Seen::Markup,
                        };
                        add(seen, range.start, range.end);
                    }
                    if let Some(lang) = passage.lang {
                        alike.add(here, lang, passage.section, &sentence, &fold);
                    }
                }
                if sentence.digits >= codes::FEWEST_DIGITS {
                    let text = passage.text.get(range.clone()).unwrap_or_default();
                    for (code, part) in codes::find(text) {
                        add(Seen::Code(code), range.start + part.start, range.start + part.end);
                    }
                }
                self.sentences.push(Frame { passage: number, range });
            }
        }
        for (seen, sentence) in alike.found(&fold) {
            if let Some(Range { start, end }) = self.sentences.get(sentence).map(|frame| frame.range.clone())
            {
                self.hits.push(Sighting { seen, sentence, start, end });
            }
        }
    }
}

/// Every text of the firm's own that is not blank.
fn gather(notice: &Notice) -> Vec<Passage<'_>> {
    let mut passages = Vec::new();
    names(notice, |section, field, text| {
        passages.push(Passage { section, field, lang: None, text, published: true });
    });
    walk(notice, |section, field, said| {
        for (lang, own) in said.own().into_iter().flat_map(|own| Lang::ALL.map(|lang| (lang, own))) {
            let published = notice.languages.contains(&lang);
            passages.push(Passage { section, field, lang: Some(lang), text: own.get(lang), published });
        }
    });
    passages.retain(|passage| !passage.text.is_empty());
    passages
}

impl Found {
    /// The rule that runs now fires at this hit.
    pub(super) fn hit(&mut self, hit: &Hit<'_>) {
        self.shown(hit.passage.section, hit.passage.field, hit.evidence());
    }

    /// As [`hit`](Self::hit) for each, but few times in a field, and once in a sentence: who mends one sees the rest.
    pub(super) fn hits<'s>(&mut self, mut hits: impl Iterator<Item = Hit<'s>>) {
        self.few(&mut hits);
    }

    fn few(&mut self, hits: &mut dyn Iterator<Item = Hit<'_>>) {
        const MOST: usize = 3;
        let (mut last, mut count) = (None, 0);
        for hit in hits {
            let place = hit.place();
            count = if last.is_some_and(|(before, _)| before == place.0) { count } else { 0 };
            if count < MOST && last != Some(place) {
                self.hit(&hit);
                count += 1;
            }
            last = Some(place);
        }
    }
}

#[cfg(test)]
mod tests;
