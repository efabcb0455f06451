//! Marks in a text that are not words: blanks to be filled in (`[…]`, `____`, `.....`, `{…}`), and markup (tags, entities,
//! the signs of another format).
//!
//! Knows: characters. Does not know: words, where the text comes from.

use super::HitKind::{self, Blank, Markup};

/// The most bytes between two brackets that make a blank or a tag.
const REACH: usize = 160;

/// The HTML tags that pasted texts contain.
const TAGS: &str = "a b blockquote br div em font h1 h2 h3 h4 hr html i img li ol p script section span strong style table td th tr ul";

/// Finds the marks of one text, from its beginning to its end.
#[derive(Debug)]
pub(super) struct Marks {
    /// The index of the next closing sign of each kind, as far as known. It is sought once for all signs that open before
    /// it, so that the time for a text of nothing but brackets grows with its length and not with its square.
    closes: [(u8, usize); 3],
}

impl Default for Marks {
    fn default() -> Self {
        Self { closes: [(b']', 0), (b'}', 0), (b'>', 0)] }
    }
}

impl Marks {
    /// The mark that begins at this sign, and where it ends.
    pub fn at(&mut self, text: &str, start: usize) -> Option<(HitKind, usize)> {
        let bytes = text.as_bytes();
        let (sign, rest) = bytes.get(start..)?.split_first()?;
        let before = start.checked_sub(1).and_then(|at| bytes.get(at));
        let run = || 1 + rest.iter().take_while(|byte| *byte == sign).count();
        let blank = |length: usize| (Blank, start + length);
        let markup = |length: usize| (Markup, start + length);
        match sign {
            b'_' => Some(run()).filter(|length| *length >= 3).map(blank),
            b'.' => Some(run()).filter(|length| *length >= 4).map(blank),
            b'*' => (before != Some(sign) && rest.first() == Some(sign) && rest.get(1) != Some(sign))
                .then(|| markup(2)),
            b'[' | b'{' => {
                // `[yrityksen nimi]`. Not `nimi[at]firma`, nor `[1]`.
                let glued = before.is_some_and(u8::is_ascii_alphanumeric);
                let inside =
                    self.enclosed(bytes, start + 1, *sign, if *sign == b'[' { b']' } else { b'}' })?;
                (!glued && inside.iter().any(u8::is_ascii_alphabetic)).then(|| blank(inside.len() + 2))
            }
            b'<' => self.tag(bytes, start),
            b'&' => entity(rest).map(|length| markup(length + 1)),
            _ => None,
        }
    }

    /// The bytes between `from` and the next `close`, if it is near, on the same line, and no other bracket opens before it.
    fn enclosed<'a>(&mut self, bytes: &'a [u8], from: usize, open: u8, close: u8) -> Option<&'a [u8]> {
        let known = self.closes.iter_mut().find(|(sign, _)| *sign == close)?;
        if known.1 < from {
            let length = bytes.get(from..)?.iter().position(|byte| *byte == close);
            known.1 = length.map_or(usize::MAX, |length| from + length);
        }
        let inside = bytes.get(from..known.1).filter(|inside| inside.len() <= REACH)?;
        inside.iter().all(|byte| *byte != open && *byte != b'\n').then_some(inside)
    }

    /// `<p>`, `</li>`, `<ul style=…>` are markup, `<yrityksen nimi>` is a blank; an address in angle brackets is neither.
    fn tag(&mut self, bytes: &[u8], start: usize) -> Option<(HitKind, usize)> {
        const LONGEST: usize = 12;
        let inside = self.enclosed(bytes, start + 1, b'<', b'>');
        let rest = bytes.get(start + 1..)?;
        let slash = usize::from(rest.first() == Some(&b'/'));
        let rest = rest.get(slash..)?;
        let length = rest.iter().take(LONGEST).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let name = rest.get(..length)?;
        if TAGS.split(' ').any(|tag| name.eq_ignore_ascii_case(tag.as_bytes())) {
            // A tag whose end is missing is one too.
            let length = inside.map_or(1 + slash + length, |inside| inside.len() + 2);
            return Some((Markup, start + length));
        }
        let inside = inside.filter(|inside| inside.first().is_some_and(u8::is_ascii_alphabetic))?;
        let address = inside.iter().any(|byte| matches!(byte, b'@' | b':'));
        (!address).then_some((Blank, start + inside.len() + 2))
    }
}

/// The length of `nbsp;` or `#228;` after an ampersand.
fn entity(rest: &[u8]) -> Option<usize> {
    let name = rest.strip_prefix(b"#").unwrap_or(rest);
    let length = name.iter().take(8).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let whole = length >= 2 && name.get(length) == Some(&b';');
    whole.then(|| rest.len() - name.len() + length + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokenizer::{Sentence, Tokenizer};

    fn marks(text: &str) -> Vec<(HitKind, &str)> {
        let (mut tokenizer, mut sentence, mut folded) =
            (Tokenizer::new(text), Sentence::default(), Vec::new());
        let mut found = Vec::new();
        while tokenizer.next(&mut sentence, &mut folded) {
            found.extend(sentence.marks.iter().map(|(kind, span)| (*kind, &text[span.clone()])));
        }
        found
    }

    #[test]
    fn blanks_and_markup_are_marked() {
        assert_eq!(
            marks("[yrityksen nimi] {nimi} ____ ..... <nimi tähän>"),
            ["[yrityksen nimi]", "{nimi}", "____", ".....", "<nimi tähän>"].map(|mark| (Blank, mark))
        );
        assert_eq!(
            marks("<p>a</p> <UL style=\"x\">&nbsp;&#228; **b** <li"),
            ["<p>", "</p>", "<UL style=\"x\">", "&nbsp;", "&#228;", "**", "**", "<li"]
                .map(|mark| (Markup, mark))
        );
        for innocent in [
            "nimi[at]yritys.fi",
            "[1] a < b > c",
            "<nimi@yritys.example>",
            "R&D; A & B",
            "a_b ... 3 * 4",
            "[ei\nloppu]",
        ] {
            assert_eq!(marks(innocent), [], "{innocent}");
        }
    }
}
