//! Takes a text apart: sentences, and in each the words, folded so that one spelling stands for all.
//!
//! Capitals, soft hyphens, no-break spaces, the many dashes, and letters written as two characters neither hide
//! a word nor fake one. One pass over the bytes, because it runs on every key press.
//! Knows: characters. Does not know: any word, rule or field.

use super::marks::{Mark, Marks};
use crate::letters::small;
use std::ops::Range;

/// A word: where it stands in the text, and in the folded words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Its bytes in the text.
    pub raw: Range<usize>,
    /// Its bytes among the folded words.
    pub fold: Range<usize>,
    /// A bracket opens right before it.
    pub open: bool,
    /// A bracket closes right after it.
    pub close: bool,
    /// A full stop follows it.
    pub stop: bool,
}

/// The words of one sentence, kept from one sentence to the next so that nothing is allocated anew.
#[derive(Debug, Default)]
pub(super) struct Sentence {
    /// The words in order.
    pub tokens: Vec<Token>,
    /// What else was seen.
    pub marks: Vec<(Mark, Range<usize>)>,
    /// How many digits it has.
    pub digits: usize,
}

impl Sentence {
    /// Its bytes in the text, from the first word or mark to the last; empty when there is neither.
    pub fn raw(&self) -> Range<usize> {
        let tokens = self.tokens.first().zip(self.tokens.last());
        let marks = self.marks.first().zip(self.marks.last());
        let starts = [tokens.map(|(token, _)| token.raw.start), marks.map(|((_, range), _)| range.start)];
        let ends = [tokens.map(|(_, token)| token.raw.end), marks.map(|(_, (_, range))| range.end)];
        let start = starts.into_iter().flatten().min().unwrap_or_default();
        start..ends.into_iter().flatten().max().unwrap_or(start)
    }
}

/// The sentences of a text, one after the other.
pub(super) struct Reader<'a> {
    text: &'a str,
    at: usize,
    marks: Marks,
}

/// No sentence is longer, in words and marks: where somebody pastes a file without full stops, rules that look at the rest
/// of a sentence from each of its hits would else take minutes.
const LONGEST: usize = 400;

/// What a dash may be written with, other than the hyphen itself.
pub(super) const fn is_dash(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}')
}

/// Characters that nobody sees: they part no word.
pub(super) const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{61c}')
}

/// One character as the folded words have it.
enum Folded {
    /// Bytes of a word.
    Letter,
    /// Part of no word, and parting none.
    Unseen,
    /// A hyphen, in whatever form.
    Dash,
    /// Anything else.
    Other,
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, marks: Marks::default() }
    }

    /// Reads the next sentence, and adds its words to `fold`, each with a blank after it. False at the end.
    pub fn next(&mut self, sentence: &mut Sentence, fold: &mut Vec<u8>) -> bool {
        sentence.tokens.clear();
        sentence.marks.clear();
        sentence.digits = 0;
        while let Some(byte) = self.byte(self.at) {
            let ends = if byte.is_ascii_alphanumeric() || !byte.is_ascii() {
                self.word(sentence, fold);
                false
            } else {
                self.sign(byte, sentence)
            };
            let length = sentence.tokens.len() + sentence.marks.len();
            if ends && length > 0 || length >= LONGEST {
                return true;
            }
        }
        !(sentence.tokens.is_empty() && sentence.marks.is_empty())
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn char(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    /// A word, or a character beyond ASCII that is none.
    fn word(&mut self, sentence: &mut Sentence, fold: &mut Vec<u8>) {
        let (start, folded) = (self.at, fold.len());
        let mut end = start;
        while let Some(byte) = self.byte(self.at) {
            if byte.is_ascii_alphanumeric() {
                let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
                let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
                let piece = rest.get(..length).unwrap_or_default();
                let added = fold.len();
                fold.extend_from_slice(piece);
                fold.get_mut(added..).unwrap_or_default().make_ascii_lowercase();
                // Numbers that matter begin or end with a digit.
                if [piece.first(), piece.last()].into_iter().flatten().any(u8::is_ascii_digit) {
                    sentence.digits += piece.iter().filter(|byte| byte.is_ascii_digit()).count();
                }
                self.at += length;
                end = self.at;
            } else if byte.is_ascii() {
                let joins = match byte {
                    b'-' => true,
                    // 7.3, 523/1999
                    b'.' | b'/' => fold.last().is_some_and(u8::is_ascii_digit),
                    _ => false,
                };
                let next = self.byte(self.at + 1);
                let digit_only = byte != b'-';
                let goes_on = next.is_some_and(|next| {
                    next.is_ascii_digit()
                        || !digit_only && (next.is_ascii_alphabetic() || self.letter_at(self.at + 1))
                });
                if fold.len() == folded || !joins || !goes_on {
                    break;
                }
                fold.push(byte);
                self.at += 1;
            } else if !self.beyond_ascii(folded, &mut end, fold) {
                break;
            }
        }
        if fold.len() > folded {
            let open = start.checked_sub(1).and_then(|before| self.byte(before)) == Some(b'(');
            let after = self.byte(self.at);
            let (close, stop) = (after == Some(b')'), after == Some(b'.'));
            sentence.tokens.push(Token { raw: start..end, fold: folded..fold.len(), open, close, stop });
            fold.push(b' ');
        }
    }

    /// One character beyond ASCII inside or before a word. False when it ends the word.
    fn beyond_ascii(&mut self, folded: usize, end: &mut usize, fold: &mut Vec<u8>) -> bool {
        let Some(c) = self.char(self.at) else {
            self.at += 1;
            return false;
        };
        let inside = fold.len() > folded;
        match fold_char(c, inside, fold) {
            Folded::Letter => {
                self.at += c.len_utf8();
                *end = self.at;
                true
            }
            Folded::Unseen => {
                self.at += c.len_utf8();
                inside
            }
            Folded::Dash if inside && self.letter_at(self.at + c.len_utf8()) => {
                fold.push(b'-');
                self.at += c.len_utf8();
                true
            }
            Folded::Dash | Folded::Other => {
                // A word ends here; what stands alone is passed over.
                if !inside {
                    self.at += c.len_utf8();
                }
                false
            }
        }
    }

    fn letter_at(&self, at: usize) -> bool {
        self.char(at).is_some_and(char::is_alphanumeric)
    }

    /// A sign between words. True when a sentence ends with it.
    fn sign(&mut self, byte: u8, sentence: &mut Sentence) -> bool {
        if let Some((mark, end)) = self.marks.at(self.text, self.at) {
            sentence.marks.push((mark, self.at..end));
            self.at = end;
            return false;
        }
        self.at += 1;
        match byte {
            b'.' | b'!' | b'?' => self.ends(sentence),
            b'\n' => self.line_ends(),
            _ => false,
        }
    }

    /// Whether a sentence ends at the full stop that was just read.
    fn ends(&self, sentence: &Sentence) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut after = rest.trim_start_matches(['"', '\'', '”', '’', ')', ']', '»']).chars();
        match after.next() {
            None => return true,
            Some(c) if c.is_whitespace() => {}
            Some(_) => return false,
        }
        // "esim. kun", "p. 029": a small letter goes on, and so does a number after a short word.
        match after.find(|c| !c.is_whitespace()) {
            Some(c) if c.is_lowercase() => false,
            Some(c) if c.is_ascii_digit() => sentence.tokens.last().is_none_or(|word| word.fold.len() > 4),
            _ => true,
        }
    }

    /// Whether a sentence ends with the line: not in the middle of one, where a small letter follows at once.
    fn line_ends(&self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut after = rest.trim_start_matches([' ', '\t', '\u{a0}']).chars();
        !after.next().is_some_and(char::is_lowercase)
    }
}

/// Adds one character beyond ASCII to a word, if it belongs to one.
fn fold_char(c: char, inside: bool, fold: &mut Vec<u8>) -> Folded {
    match c {
        // A letter of its own in Finnish and Swedish, though it came in two pieces.
        '\u{308}' | '\u{30a}' => {
            let whole = match (fold.last().copied().filter(|_| inside), c) {
                (Some(b'a'), '\u{308}') => 'ä',
                (Some(b'o'), '\u{308}') => 'ö',
                (Some(b'a'), _) => 'å',
                _ => return Folded::Unseen,
            };
            fold.pop();
            push(whole, fold);
            Folded::Letter
        }
        'À'..='Þ' if c != '×' => {
            // Latin letters of the second page: most of what is not ASCII here.
            push(char::from_u32(u32::from(c) + 0x20).unwrap_or(c), fold);
            Folded::Letter
        }
        'ß'..='ÿ' if c != '÷' => {
            push(c, fold);
            Folded::Letter
        }
        c if is_unseen(c) => Folded::Unseen,
        c if is_dash(c) => Folded::Dash,
        c if c.is_alphanumeric() => {
            push(small(c), fold);
            Folded::Letter
        }
        _ => Folded::Other,
    }
}

fn push(c: char, fold: &mut Vec<u8>) {
    fold.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The folded words of each sentence.
    fn read(text: &str) -> Vec<String> {
        let (mut reader, mut sentence, mut fold) = (Reader::new(text), Sentence::default(), Vec::new());
        let mut found = Vec::new();
        while reader.next(&mut sentence, &mut fold) {
            let words =
                sentence.tokens.iter().map(|token| str::from_utf8(&fold[token.fold.clone()]).unwrap());
            found.push(words.collect::<Vec<_>>().join(" "));
        }
        found
    }

    #[test]
    fn one_spelling_stands_for_all() {
        for written in [
            "SÄHKÖPOSTI ei",
            "sähkö\u{ad}posti\u{a0}ei",
            "sa\u{308}hko\u{308}posti\u{200b} ei",
            "\u{feff}Sähköposti—ei",
            "sähköposti\nei",
        ] {
            let words = read(written).join(" ").replace('-', " ");
            assert_eq!(words, "sähköposti ei", "{written:?}");
        }
        assert_eq!(read("s–postiosoite, asiakasomistaja- ja ÅR"), ["s-postiosoite asiakasomistaja ja år"]);
        assert_eq!(read("ATK:lla 7.3 art. 523/1999"), ["atk lla 7.3 art 523/1999"]);
        assert_eq!(read("привет ΣΑΣ 東京"), ["привет σας 東京".replace('ς', "σ")]);
    }

    #[test]
    fn sentences_end_where_readers_end_them() {
        assert_eq!(read("Yksi. Kaksi! Kolme? neljä"), ["yksi", "kaksi", "kolme neljä"]);
        assert_eq!(read("Mm. nimi, esim. kun.\nToinen"), ["mm nimi esim kun", "toinen"]);
        assert_eq!(read("p. 029 56 66700 www.tietosuoja.fi"), ["p 029 56 66700 www tietosuoja fi"]);
        assert_eq!(read("rivi\njatkuu\n\nkappale\n- Kohta"), ["rivi jatkuu", "kappale", "kohta"]);
        assert_eq!(read(" \n—…\u{308}"), Vec::<String>::new());
    }

    #[test]
    fn a_file_without_full_stops_is_many_sentences() {
        for endless in ["sana ", "[a] ", "<b>", "p. 1, "] {
            let sentences = read(&endless.repeat(1000));
            assert!(
                sentences.len() > 1 && sentences.iter().all(|it| it.split(' ').count() <= LONGEST),
                "{endless}"
            );
        }
    }
}
