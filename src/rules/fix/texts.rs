//! Fixes of texts: rewrites a part of one, hides it, fills it in, or moves it to the section where it belongs.
//!
//! Law: GDPR 12(1)–(2), 13(2)(d); Tietosuojalaki 29 § (an identity code is hidden, never repeated).
//! Knows: which bytes of a text were found. Does not know: the wording of phrases.

use super::edit::Edit;
use super::{Fix, FixKind};
use crate::content::patterns;
use crate::lang::{Lang, Localized};
use crate::law::facts::AUTHORITY;
use crate::notice::Notice;
use crate::notice::ids::{BusinessId, email, ovt, phone, postal, web};
use crate::notice::path::FieldPath;
use crate::rules::Finding;
use crate::rules::passages::{Hit, texts_of};
use crate::rules::tables::rights::TOPICS;
use crate::rules::walk::said_in;
use crate::section::SectionId;
use crate::text::{Code, HitKind};
use std::cmp::Reverse;
use std::ops::Range;

/// A number or an address in its normal form.
pub(super) fn usual_form(path: FieldPath, notice: &Notice) -> Option<Fix> {
    let typed = line(path, notice)?;
    let usual = match path.part().rsplit('.').next()? {
        "business-id" => BusinessId(typed.clone()).normalised().or_else(|| ovt(&typed).map(|id| id.0)),
        "phone" => phone::normalised(&typed),
        "email" => email::normalised(&typed),
        _ => web::normalised(&typed),
    }?;
    Fix::new(FixKind::Write(usual.clone()), [Edit::Line(path, usual)])
}

/// Separates a postal code from the town that was typed into the same field.
pub(super) fn part_code_and_town(notice: &Notice) -> Option<Fix> {
    let firm = &notice.controller;
    let (code, town) = postal::code_and_town(&firm.postal_code)?;
    let fits = firm.city.trim().is_empty() || firm.city.trim().to_lowercase() == town.to_lowercase();
    let parts = [("controller.postal-code", code), ("controller.city", town)];
    let parts = parts.map(|(path, value)| Edit::Line(FieldPath::from(path), value.to_owned()));
    Fix::new(FixKind::Write(code.to_owned()), parts.into_iter().filter(|_| fits))
}

/// The supervisory authority's address as it is today.
pub(super) fn authority(path: FieldPath, notice: &Notice) -> Option<Fix> {
    let texts = texts_of(notice);
    let mut words = words(path, notice)?;
    let hits: Vec<_> = texts.hits(patterns::OLD_AUTHORITY).filter(|hit| is_at(hit, path)).collect();
    // An authority that no longer exists is named without an address: there is nothing to replace.
    if hits.iter().any(|hit| !hit.text().contains(|c: char| c.is_ascii_digit())) {
        return None;
    }
    for hit in hits.iter().rev() {
        let lang = hit.passage.lang?;
        let text = words.get_mut(lang);
        let (visit, post) = (AUTHORITY.fact.visit.get(lang), AUTHORITY.fact.post.get(lang));
        let span = hit.span();
        if hit.text().chars().all(|c| c.is_ascii_digit()) {
            // A postal code by itself; one beside a street is replaced with the street.
            let code = post.split([' ', '\u{a0}']).find(|word| postal::is_code(word))?;
            if text.get(span.clone()) == Some(hit.text()) {
                text.replace_range(span, code);
            }
        } else {
            let span = whole_address(text, span, post);
            text.replace_range(span, &format!("{visit}; {post}"));
        }
    }
    Fix::new(FixKind::Authority, [Edit::Text(path, words)])
}

/// An old street with the rest of its address: the post-office box before it, the postal code and the town after it.
fn whole_address(text: &str, street: Range<usize>, post: &str) -> Range<usize> {
    let place = post.split(',').next().unwrap_or_default().replace('\u{a0}', " ");
    let before = text.get(..street.start).unwrap_or_default();
    let trimmed = before.trim_end_matches([' ', ',', '\u{a0}', '\n']);
    let letters = place.chars().count();
    let box_before = trimmed.replace('\u{a0}', " ").ends_with(&place);
    let start = letters
        .checked_sub(1)
        .filter(|_| box_before)
        .and_then(|back| trimmed.char_indices().rev().nth(back))
        .map_or(street.start, |(at, _)| at);
    let after = text.get(street.end..).unwrap_or_default();
    let rest = after.trim_start_matches([' ', ',', '\u{a0}', '\n']);
    let end = match rest.split_at_checked(5) {
        Some((code, town)) if postal::is_code(code) => {
            let town = town.strip_prefix(' ').unwrap_or(town);
            let name = town.find(|c: char| !c.is_alphabetic()).unwrap_or(town.len());
            text.len() - town.len() + name
        }
        _ => street.end,
    };
    start..end
}

/// The same text with a dot for each letter and digit of its secret numbers.
pub(super) fn hide_codes(path: FieldPath, notice: &Notice) -> Option<Fix> {
    let texts = texts_of(notice);
    let codes = [Code::Identity, Code::LikeIdentity, Code::Card];
    let spans = codes.into_iter().flat_map(|code| texts.hits(HitKind::Code(code)));
    let mut spans: Vec<_> =
        spans.filter(|hit| is_at(hit, path)).map(|hit| (hit.passage.lang, hit.span())).collect();
    spans.sort_by_key(|(_, span)| Reverse(span.start));
    let hide = |text: &mut String, span: Range<usize>| {
        let number = text.get(span.clone()).unwrap_or_default();
        let hidden: String = number.chars().map(|c| if c.is_alphanumeric() { '•' } else { c }).collect();
        text.replace_range(span, &hidden);
    };
    let part = if let Some(mut text) = line(path, notice) {
        for (_, span) in spans {
            hide(&mut text, span);
        }
        Edit::Line(path, text)
    } else {
        let mut words = words(path, notice)?;
        for (lang, span) in spans {
            hide(words.get_mut(lang?), span);
        }
        Edit::Text(path, words)
    };
    Fix::new(FixKind::Hide, [part])
}

/// Writes the contact's e-mail address or phone number into a blank, if that fills every blank of the field.
pub(super) fn fill_in(path: FieldPath, notice: &Notice) -> Option<Fix> {
    let texts = texts_of(notice);
    let at = |what: HitKind| texts.hits(what).filter(|hit| is_at(hit, path)).collect::<Vec<_>>();
    let known = |one: &String, other: &String| {
        [one, other].into_iter().map(|text| text.trim().to_owned()).find(|text| !text.is_empty())
    };
    let (firm, contact) = (&notice.controller, &notice.contact);
    let email = at(patterns::PLACEHOLDER_EMAIL.into());
    let phone = at(patterns::PLACEHOLDER_PHONE.into());
    let all = at(patterns::PLACEHOLDER.into()).len() + at(HitKind::Blank).len();
    let (hits, value) = match (email.is_empty(), phone.is_empty()) {
        (false, true) => (email, known(&contact.email, &firm.email)?),
        (true, false) => (phone, known(&contact.phone, &firm.phone)?),
        _ => return None,
    };
    if hits.len() != all {
        return None;
    }
    let mut words = words(path, notice)?;
    for hit in hits.iter().rev() {
        let text = words.get_mut(hit.passage.lang?);
        let span = hit.span();
        let open = text.get(..span.start)?.trim_end().strip_suffix('(')?.len();
        let close = text.len() - text.get(span.end..)?.trim_start().strip_prefix(')')?.len();
        text.replace_range(open..close, &value);
    }
    Fix::new(FixKind::FillIn(value), [Edit::Text(path, words)])
}

/// The text without markup.
pub(super) fn without_markup(path: FieldPath, notice: &Notice) -> Option<Fix> {
    let texts = texts_of(notice);
    let mut words = words(path, notice)?;
    let mut hits: Vec<_> = texts.hits(HitKind::Markup).filter(|hit| is_at(hit, path)).collect();
    hits.sort_by_key(|hit| Reverse(hit.span().start));
    for hit in hits {
        words.get_mut(hit.passage.lang?).replace_range(hit.span(), " ");
    }
    for lang in Lang::ALL {
        let text = words.get_mut(lang);
        let lines: Vec<_> =
            text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        lines.join("\n").replace(" .", ".").replace(" ,", ",").trim().clone_into(text);
    }
    Fix::new(FixKind::Plain, [Edit::Text(path, words)])
}

/// Moves a sentence to the section of the one right, or the one subject, that it speaks of.
pub(super) fn to_its_section(finding: &Finding, notice: &Notice) -> Option<Fix> {
    let texts = texts_of(notice);
    let same = |hit: &Hit<'_>| is_at(hit, finding.field) && hit.excerpt() == finding.evidence;
    let (hit, to) = if finding.section == SectionId::Sources {
        let hit = texts.hits(patterns::TOPIC_NOT_A_SOURCE).find(same)?;
        let says = |phrase| hit.is_in(&texts.sentences(phrase));
        let disclosed = says(patterns::NO_DISCLOSURE) || says(patterns::DISCLOSURE_UNLESS);
        let transferred = says(patterns::NO_TRANSFER) || says(patterns::TRANSFER_UNLESS);
        let to = match (disclosed, transferred) {
            (true, false) => SectionId::Disclosures,
            (false, true) => SectionId::Transfers,
            _ => return None,
        };
        (hit, to)
    } else {
        let hit = TOPICS.iter().find_map(|(_, topic)| texts.hits(*topic).find(same))?;
        let spoken_of = |topic| hit.is_in(&texts.sentences(topic));
        let mut of = TOPICS.iter().filter(|(_, topic)| spoken_of(*topic)).map(|(section, _)| *section);
        let to = of.next().filter(|_| of.next().is_none())?;
        (hit, to)
    };
    moved(&hit, to, notice)
}

/// Moves the sentence on refusing marketing to its own section.
pub(super) fn to_marketing(finding: &Finding, notice: &Notice) -> Option<Fix> {
    let texts = texts_of(notice);
    let same = |hit: &Hit<'_>| is_at(hit, finding.field) && hit.excerpt() == finding.evidence;
    let hit = texts.hits(patterns::MARKETING_BAN).find(same)?;
    moved(&hit, SectionId::DirectMarketing, notice)
}

/// Removes a sentence from its text, and adds it to another section unless it stands there already.
fn moved(hit: &Hit<'_>, to: SectionId, notice: &Notice) -> Option<Fix> {
    let (lang, path) = (hit.passage.lang?, hit.passage.field);
    let sentence = hit.sentence().trim();
    let from = if path.own_words_in().is_some() {
        let mut words = words(path, notice)?;
        *words.get_mut(lang) = without(words.get(lang), hit.sentence_span());
        Edit::Text(path, words)
    } else {
        // Of a list, only a whole row can be moved.
        let whole = without(hit.passage.text, hit.sentence_span()).is_empty();
        let rows = said_in(notice)
            .iter()
            .filter(|said| said.list_row().is_some() && said.field.part() == path.part())
            .count();
        let is_row = path.row_id().is_some() && path.column_name().is_empty();
        (whole && is_row && rows > 1).then_some(Edit::RemoveRow(path))?
    };
    let mut there = said_in(notice).into_iter().filter(|said| said.section == to);
    let told = there.any(|said| said.own().is_some_and(|own| own.get(lang).contains(sentence)));
    let (target, there) = match notice.replacement(to) {
        Some(words) => (FieldPath::replacement(to), Some(words)),
        None => (FieldPath::addition(to), notice.additions.get(&to)),
    };
    let mut there = there.cloned().unwrap_or_default();
    let text = there.get_mut(lang);
    let full = if sentence.ends_with(['.', '!', '?', ':']) { "" } else { "." };
    *text = [text.trim_end(), &format!("{sentence}{full}")].join(if text.trim().is_empty() {
        ""
    } else {
        "\n\n"
    });
    let added = (!told).then_some(Edit::Text(target, there));
    Fix::new(FixKind::Move(to), [from].into_iter().chain(added))
}

/// A text without one of its sentences and the full stop that ends it.
fn without(text: &str, sentence: Range<usize>) -> String {
    let before = text.get(..sentence.start).unwrap_or_default().trim_end_matches(' ');
    let after = text.get(sentence.end..).unwrap_or_default();
    let after = after.strip_prefix(['.', '!', '?']).unwrap_or(after).trim_start_matches(' ');
    let space = if before.is_empty() || after.is_empty() || before.ends_with('\n') || after.starts_with('\n')
    {
        ""
    } else {
        " "
    };
    [before, after].join(space).trim().to_owned()
}

fn is_at(hit: &Hit<'_>, path: FieldPath) -> bool {
    hit.passage.field == path
}

/// The name, number or address at a path.
fn line(path: FieldPath, notice: &Notice) -> Option<String> {
    said_in(notice)
        .into_iter()
        .filter(|said| said.field == path)
        .find_map(|said| said.line().map(str::to_owned))
}

/// The firm's own words at a path.
fn words(path: FieldPath, notice: &Notice) -> Option<Localized<String>> {
    said_in(notice).into_iter().filter(|said| said.field == path).find_map(|said| said.own().cloned())
}
