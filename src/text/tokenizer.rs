//! Splits a text into sentences and each sentence into tokens, folded so that one spelling stands for all.
//!
//! A token is a word or a number. Folding makes capitals small, drops soft hyphens, makes one hyphen of the many dashes, and
//! joins letters that were written as two characters: none of these hides a word or fakes one. One pass over the bytes,
//! because it runs on every key press.
//! Knows: characters. Does not know: languages, phrases, where the text comes from.

use super::HitKind;
use super::marks::Marks;
use std::ops::Range;

/// A word or a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Its bytes in the text.
    pub span: Range<usize>,
    /// Its bytes among the folded tokens.
    pub folded: Range<usize>,
    /// A bracket opens right before it.
    pub open: bool,
    /// A bracket closes right after it.
    pub close: bool,
    /// A full stop follows it.
    pub stop: bool,
}

/// One sentence. The same value is used for each sentence of a text, so that nothing is allocated anew.
#[derive(Debug, Default)]
pub(super) struct Sentence {
    /// The tokens in order.
    pub tokens: Vec<Token>,
    /// Blanks to be filled in, and markup, with their bytes in the text.
    pub marks: Vec<(HitKind, Range<usize>)>,
}

impl Sentence {
    /// Its bytes in the text, from the first token or mark to the last; empty when there is neither.
    pub fn span(&self) -> Range<usize> {
        let tokens = self.tokens.first().zip(self.tokens.last());
        let marks = self.marks.first().zip(self.marks.last());
        let starts = [tokens.map(|(token, _)| token.span.start), marks.map(|((_, span), _)| span.start)];
        let ends = [tokens.map(|(_, token)| token.span.end), marks.map(|(_, (_, span))| span.end)];
        let start = starts.into_iter().flatten().min().unwrap_or_default();
        start..ends.into_iter().flatten().max().unwrap_or(start)
    }
}

/// Reads the sentences of a text, one after the other.
pub(super) struct Tokenizer<'a> {
    text: &'a str,
    /// The byte that is read next.
    at: usize,
    marks: Marks,
}

/// The most tokens and marks of a sentence. A longer one is cut: rules look at the rest of a sentence from each of its
/// hits, which would take minutes in a pasted file without full stops.
const LONGEST: usize = 400;

/// Whether it is a dash or a minus sign, other than the hyphen itself.
pub(super) const fn is_dash(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}')
}

/// Whether it is invisible, as a soft hyphen or a zero-width space: it separates no words.
pub(super) const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{61c}')
}

/// What a character beyond ASCII is to the token that it stands in or before.
enum CharClass {
    /// A letter or digit: its folded bytes were added.
    Letter,
    /// Invisible: the token goes on.
    Unseen,
    /// A dash: the token goes on if a letter follows.
    Dash,
    /// Anything else: the token ends.
    Other,
}

impl<'a> Tokenizer<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, marks: Marks::default() }
    }

    /// Reads the next sentence, and adds its folded tokens to `folded`, each with a blank after it. False at the end of
    /// the text.
    pub fn next(&mut self, sentence: &mut Sentence, folded: &mut Vec<u8>) -> bool {
        sentence.tokens.clear();
        sentence.marks.clear();
        while let Some(byte) = self.byte(self.at) {
            let ends = if byte.is_ascii_alphanumeric() || !byte.is_ascii() {
                self.token(sentence, folded);
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

    /// Reads a token, or one character beyond ASCII that belongs to none.
    fn token(&mut self, sentence: &mut Sentence, folded: &mut Vec<u8>) {
        let (start, from) = (self.at, folded.len());
        let mut end = start;
        while let Some(byte) = self.byte(self.at) {
            if byte.is_ascii_alphanumeric() {
                let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
                let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
                let piece = rest.get(..length).unwrap_or_default();
                let added = folded.len();
                folded.extend_from_slice(piece);
                folded.get_mut(added..).unwrap_or_default().make_ascii_lowercase();
                self.at += length;
                end = self.at;
            } else if byte.is_ascii() {
                let joins = match byte {
                    b'-' => true,
                    // 7.3, 523/1999
                    b'.' | b'/' => folded.last().is_some_and(u8::is_ascii_digit),
                    _ => false,
                };
                let next = self.byte(self.at + 1);
                let digit_only = byte != b'-';
                let goes_on = next.is_some_and(|next| {
                    next.is_ascii_digit()
                        || !digit_only && (next.is_ascii_alphabetic() || self.letter_at(self.at + 1))
                });
                if folded.len() == from || !joins || !goes_on {
                    break;
                }
                folded.push(byte);
                self.at += 1;
            } else if !self.beyond_ascii(from, &mut end, folded) {
                break;
            }
        }
        if folded.len() > from {
            let open = start.checked_sub(1).and_then(|before| self.byte(before)) == Some(b'(');
            let after = self.byte(self.at);
            let (close, stop) = (after == Some(b')'), after == Some(b'.'));
            sentence.tokens.push(Token { span: start..end, folded: from..folded.len(), open, close, stop });
            folded.push(b' ');
        }
    }

    /// Reads one character beyond ASCII inside or before a token, whose folded bytes begin at `from`. False when the token
    /// ends before it.
    fn beyond_ascii(&mut self, from: usize, end: &mut usize, folded: &mut Vec<u8>) -> bool {
        let Some(c) = self.char(self.at) else {
            self.at += 1;
            return false;
        };
        let inside = folded.len() > from;
        match fold_char(c, inside, folded) {
            CharClass::Letter => {
                self.at += c.len_utf8();
                *end = self.at;
                true
            }
            CharClass::Unseen => {
                self.at += c.len_utf8();
                inside
            }
            CharClass::Dash if inside && self.letter_at(self.at + c.len_utf8()) => {
                folded.push(b'-');
                self.at += c.len_utf8();
                true
            }
            CharClass::Dash | CharClass::Other => {
                // Before a token, it is skipped.
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

    /// Reads a sign between tokens, or a mark that begins with it. True when the sentence ends with it.
    fn sign(&mut self, byte: u8, sentence: &mut Sentence) -> bool {
        if let Some((kind, end)) = self.marks.at(self.text, self.at) {
            sentence.marks.push((kind, self.at..end));
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
        // "esim. kun", "p. 029": before a small letter it was an abbreviation, and so it was in a short word before a number.
        match after.find(|c| !c.is_whitespace()) {
            Some(c) if c.is_lowercase() => false,
            Some(c) if c.is_ascii_digit() => sentence.tokens.last().is_none_or(|last| last.folded.len() > 4),
            _ => true,
        }
    }

    /// Whether the sentence ends with the line that was just read: it goes on if the next line begins with a small letter.
    fn line_ends(&self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let mut after = rest.trim_start_matches([' ', '\t', '\u{a0}']).chars();
        !after.next().is_some_and(char::is_lowercase)
    }
}

/// Classifies one character beyond ASCII, and adds its folded form to the token if it is a letter or digit.
fn fold_char(c: char, inside: bool, folded: &mut Vec<u8>) -> CharClass {
    match c {
        // Combining marks: with their vowel they are one letter in Finnish and Swedish.
        '\u{308}' | '\u{30a}' => {
            let whole = match (folded.last().copied().filter(|_| inside), c) {
                (Some(b'a'), '\u{308}') => 'ä',
                (Some(b'o'), '\u{308}') => 'ö',
                (Some(b'a'), _) => 'å',
                _ => return CharClass::Unseen,
            };
            folded.pop();
            push(whole, folded);
            CharClass::Letter
        }
        'À'..='Þ' if c != '×' => {
            // Capitals of Latin-1, whose small letters stand 0x20 after them.
            push(char::from_u32(u32::from(c) + 0x20).unwrap_or(c), folded);
            CharClass::Letter
        }
        'ß'..='ÿ' if c != '÷' => {
            push(c, folded);
            CharClass::Letter
        }
        c if is_unseen(c) => CharClass::Unseen,
        c if is_dash(c) => CharClass::Dash,
        c if c.is_alphanumeric() => {
            c.to_lowercase().for_each(|small| push(small, folded));
            CharClass::Letter
        }
        _ => CharClass::Other,
    }
}

fn push(c: char, folded: &mut Vec<u8>) {
    folded.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The folded tokens of each sentence.
    fn read(text: &str) -> Vec<String> {
        let (mut tokenizer, mut sentence, mut folded) =
            (Tokenizer::new(text), Sentence::default(), Vec::new());
        let mut found = Vec::new();
        while tokenizer.next(&mut sentence, &mut folded) {
            let tokens =
                sentence.tokens.iter().map(|token| str::from_utf8(&folded[token.folded.clone()]).unwrap());
            found.push(tokens.collect::<Vec<_>>().join(" "));
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
