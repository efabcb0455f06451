//! The free text of a notice: gathered from its fields, read once per check, and reported where a rule fires.
//!
//! Clauses are not read: they are ours. What is not published is read for secret numbers only: other languages, and answers in
//! whose stead the firm wrote its own words.
//! Knows: the fields of a notice. Does not know: how texts are searched, or what a hit means.

use super::instead::is_unprinted;
use super::walk::{Said, said_in};
use super::{Found, Place};
use crate::lang::Lang;
use crate::notice::Notice;
use crate::notice::path::FieldPath;
use crate::section::SectionId;
use crate::text::{self, Passage};

/// The texts of a notice, by section and field.
pub(super) type Texts<'a> = text::Texts<'a, SectionId, FieldPath>;
/// Something found in them.
pub(super) type Hit<'s> = text::Hit<'s, SectionId, FieldPath>;

/// Reads every text that the firm has typed in a notice.
pub(super) fn texts_of(notice: &Notice) -> Texts<'_> {
    texts_with_name(notice, "")
}

/// Reads every text that the firm has typed: what is said in a notice, and the name of the draft.
pub(super) fn texts_with_name<'a>(notice: &'a Notice, draft_name: &'a str) -> Texts<'a> {
    let (section, field) = (SectionId::Register, FieldPath::section_of(SectionId::Register));
    let mut passages = vec![Passage { section, field, lang: None, text: draft_name, published: false }];
    let said = said_in(notice);
    for one in &said {
        let Said { section, field, .. } = *one;
        let published = !is_unprinted(notice, field);
        passages.extend(one.line().map(|text| Passage { section, field, lang: None, text, published }));
    }
    for one in &said {
        let Said { section, field, .. } = *one;
        let printed = !is_unprinted(notice, field);
        for (lang, own) in one.own().into_iter().flat_map(|own| Lang::ALL.map(|lang| (lang, own))) {
            let published = printed && notice.languages.contains(&lang);
            passages.push(Passage { section, field, lang: Some(lang), text: own.get(lang), published });
        }
    }
    passages.retain(|passage| !passage.text.is_empty());
    Texts::read(passages)
}

impl Found {
    /// The rule that runs now fires at this hit.
    pub(super) fn hit(&mut self, hit: &Hit<'_>) {
        self.at_hit(hit.passage.field, hit);
    }

    /// The rule that runs now fires at this field because of what is said elsewhere.
    pub(super) fn at_hit(&mut self, field: impl Into<FieldPath>, hit: &Hit<'_>) {
        let (evidence, marked) = hit.quote();
        let place = Place { field: hit.passage.field, lang: hit.passage.lang, span: hit.span(), marked };
        self.push(field.into(), evidence, Some(place));
    }

    /// As [`hit`](Self::hit) for each, but once in a sentence.
    pub(super) fn hits<'s>(&mut self, mut hits: impl Iterator<Item = Hit<'s>>) {
        self.limited(&mut hits);
    }

    /// Not generic, so that it is compiled once and not for each rule.
    ///
    /// Nobody reads a thousand places of one fault, and each takes time to quote at every key press: beyond a number that no
    /// notice of this world reaches, only the first three of each passage are told.
    fn limited(&mut self, hits: &mut dyn Iterator<Item = Hit<'_>>) {
        const MANY: usize = 300;
        const FEW: usize = 3;
        let (mut last, mut here, mut all) = (None, 0, 0);
        for hit in hits {
            let position = hit.sentence_position();
            here = if last.is_some_and(|(passage, _)| passage == position.0) { here } else { 0 };
            if (all < MANY || here < FEW) && last != Some(position) {
                self.hit(&hit);
                here += 1;
                all += 1;
            }
            last = Some(position);
        }
    }
}

#[cfg(test)]
mod tests;
