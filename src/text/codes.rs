//! Secret numbers, which no notice may show: identity codes, payment cards, bank accounts.
//!
//! Each is known by its form and its check digits, which prove that it could exist, not that it does.
//! Law: VNA 690/2022 (form and check of the identity code); ISO 13616 (account numbers); Luhn (cards).
//! Knows: digits. Does not know: words, where the text comes from.

use super::tokenizer::{is_dash, is_unseen};
use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;

/// A kind of secret number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// An identity code with a right check character.
    Identity,
    /// The form of an identity code with a wrong check character.
    LikeIdentity,
    /// A payment card's number.
    Card,
    /// An international account number.
    Account,
}

/// An identity code has this many digits, an account or a card more.
const FEWEST_DIGITS: usize = 9;

/// The secret numbers in a text. Linear: each is tried only where a run of letters and digits begins.
pub fn find(text: &str) -> Vec<(Code, Range<usize>)> {
    let mut found = Vec::new();
    if text.bytes().filter(u8::is_ascii_digit).count() < FEWEST_DIGITS {
        return found;
    }
    let (mut inside, mut free) = (false, 0);
    for (at, c) in text.char_indices() {
        if is_unseen(c) || at < free {
            continue;
        }
        let begins = !inside && c.is_ascii_alphanumeric();
        inside = c.is_alphanumeric();
        if begins && let Some((code, end)) = code_at(text, at) {
            found.push((code, at..end));
            (inside, free) = (false, end);
        }
    }
    found
}

fn code_at(text: &str, at: usize) -> Option<(Code, usize)> {
    let rest = text.get(at..)?;
    let found = identity(rest).or_else(|| account(rest)).or_else(|| card(rest));
    found.map(|(code, length)| (code, at + length))
}

/// Reads a text character by character, and skips the invisible ones.
struct Cursor<'a> {
    rest: Peekable<CharIndices<'a>>,
    length: usize,
}

impl<'a> Cursor<'a> {
    fn new(text: &'a str) -> Self {
        Self { rest: text.char_indices().peekable(), length: text.len() }
    }

    fn peek(&mut self) -> Option<char> {
        while self.rest.next_if(|(_, c)| is_unseen(*c) && *c != '\u{ad}').is_some() {}
        self.rest.peek().map(|(_, c)| *c)
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let mut next = self.peek()?;
        // A soft hyphen is a hyphen where one is wanted, and is skipped elsewhere.
        while next == '\u{ad}' && !wanted('-') {
            self.rest.next();
            next = self.peek()?;
        }
        let next = if next == '\u{ad}' { '-' } else { next };
        wanted(next).then(|| {
            self.rest.next();
            next
        })
    }

    /// Skips one blank, if there is one.
    fn skip_blank(&mut self) {
        self.peek();
        self.rest.next_if(|(_, c)| matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}'));
    }

    fn digits(&mut self, count: usize) -> Option<u64> {
        (0..count).try_fold(0, |number, _| {
            let digit = self.take(|c| c.is_ascii_digit())?.to_digit(10)?;
            Some(number * 10 + u64::from(digit))
        })
    }

    /// The number of bytes that have been read.
    fn position(&mut self) -> usize {
        self.rest.peek().map_or(self.length, |(at, _)| *at)
    }

    /// Whether the number ends here: no letter or digit follows.
    fn ends(&mut self) -> bool {
        !self.peek().is_some_and(char::is_alphanumeric)
    }
}

/// `DDMMYY`, a sign for the century, three digits, a check character.
fn identity(text: &str) -> Option<(Code, usize)> {
    const CHECKS: &[u8; 31] = b"0123456789ABCDEFHJKLMNPRSTUVWXY";
    let mut cursor = Cursor::new(text);
    let date = cursor.digits(6)?;
    let (day, month) = (date / 10_000, date / 100 % 100);
    if !(1..=31).contains(&day) || !(1..=12).contains(&month) {
        return None;
    }
    cursor.skip_blank();
    cursor.take(|c| {
        let c = c.to_ascii_uppercase();
        c == '-' || c == '+' || is_dash(c) || matches!(c, 'A'..='F' | 'U'..='Y')
    })?;
    cursor.skip_blank();
    let number = cursor.digits(3)?;
    let check = cursor.take(|c| c.is_ascii_alphanumeric())?.to_ascii_uppercase();
    let known = CHECKS.iter().any(|known| char::from(*known) == check);
    if !known || !cursor.ends() {
        return None;
    }
    let remainder = usize::try_from((date * 1000 + number) % 31).ok()?;
    let right = CHECKS.get(remainder).is_some_and(|wanted| char::from(*wanted) == check);
    Some((if right { Code::Identity } else { Code::LikeIdentity }, cursor.position()))
}

/// Two letters, two digits, up to thirty more, in groups or not; the whole modulo 97 is 1.
fn account(text: &str) -> Option<(Code, usize)> {
    let mut cursor = Cursor::new(text);
    let mut head = [0_u32; 4];
    for (index, digit) in head.iter_mut().enumerate() {
        let letter = index < 2;
        let c = cursor.take(|c| if letter { c.is_ascii_alphabetic() } else { c.is_ascii_digit() })?;
        *digit = c.to_digit(36)?;
    }
    let add = |rest: u32, digit: u32| (rest * if digit > 9 { 100 } else { 10 } + digit) % 97;
    let (mut rest, mut length, mut best) = (0, 4, None);
    loop {
        let blank = cursor.take(|c| matches!(c, ' ' | '\u{a0}')).is_some();
        let Some(c) = cursor.take(|c| c.is_ascii_alphanumeric()) else { break };
        if blank && !c.is_ascii_digit() && length % 4 != 0 || length >= 34 {
            break;
        }
        rest = add(rest, c.to_digit(36)?);
        length += 1;
        // A word may follow after a blank: the longest beginning that passes the check is the number.
        let whole = head.iter().fold(rest, |rest, digit| add(rest, *digit));
        if length >= 15 && whole == 1 && cursor.ends() {
            best = Some((Code::Account, cursor.position()));
        }
    }
    best
}

/// 13 to 19 digits, in groups or not, with a right Luhn check and the first digit of a payment card.
fn card(text: &str) -> Option<(Code, usize)> {
    let mut cursor = Cursor::new(text);
    let (mut digits, mut count, mut best) = ([0; 19], 0, None);
    while let Some(digit) = cursor.take(|c| c.is_ascii_digit()) {
        let digit = digit.to_digit(10)?;
        // Most numbers are ruled out by their first digit.
        if count == 0 && !(2..=6).contains(&digit) {
            return None;
        }
        let Some(next) = digits.get_mut(count) else { break };
        *next = digit;
        count += 1;
        let end = cursor.position();
        // Another number may follow after a blank: the longest beginning that passes the check is the card's.
        let ends = !text.get(end..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        if ends && count >= 13 && digits.get(..count).is_some_and(passes_luhn) {
            best = Some((Code::Card, end));
        }
        cursor.take(|c| c == ' ' || c == '\u{a0}' || c == '-' || is_dash(c));
    }
    best
}

/// Whether the digits pass the Luhn check, and are not all the same.
fn passes_luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(index, digit)| match (index % 2, digit * 2) {
            (0, _) => *digit,
            (_, double) if double > 9 => double - 9,
            (_, double) => double,
        })
        .sum();
    sum.is_multiple_of(10) && digits.iter().any(|digit| Some(digit) != digits.first())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<(Code, &str)> {
        find(text).into_iter().map(|(code, range)| (code, &text[range])).collect()
    }

    #[test]
    fn identity_codes_of_every_century_are_found_in_any_spelling() {
        for code in [
            "131052-308T",
            "010594Y9032",
            "020594X903P",
            "030594W903B",
            "040594V902Y",
            "050594U903M",
            "020504A902E",
            "010516B903X",
            "020516C903K",
            "030516D9037",
            "010501E9032",
            "020503F9037",
        ] {
            assert_eq!(codes(code), [(Code::Identity, code)]);
            let small = code.to_lowercase();
            assert_eq!(codes(&format!("hetu:{small}.")), [(Code::Identity, small.as_str())]);
        }
        for spelling in [
            "131052–308T",
            "131052−308T",
            "131052 - 308T",
            "131052\u{a0}-308T",
            "131052\u{ad}308T",
            "1310\u{200b}52-30\u{ad}8T",
        ] {
            assert_eq!(
                codes(&format!("Tunnus ({spelling}), nimi")),
                [(Code::Identity, spelling)],
                "{spelling:?}"
            );
        }
        assert_eq!(codes("abc-131052-308T"), [(Code::Identity, "131052-308T")]);
    }

    #[test]
    fn a_wrong_check_is_told_apart_and_other_numbers_are_left_alone() {
        assert_eq!(codes("010190-999K"), [(Code::LikeIdentity, "010190-999K")]);
        for other in [
            "321052-308T",
            "131352-308T",
            "131052-308G",
            "131052-308TA",
            "7131052-308T",
            "ä131052-308T",
            "1234567-1",
            "040 123 4567",
            "10.12.2019",
        ] {
            assert_eq!(codes(other), [], "{other}");
        }
    }

    #[test]
    fn accounts_and_cards_are_found_by_their_checks() {
        for account in [
            "FI21 1234 5600 0007 85",
            "fi2112345600000785",
            "DE89 3704 0044 0532 0130 00",
            "GB82 WEST 1234 5698 7654 32",
        ] {
            assert_eq!(codes(&format!("Tili {account} on meidän.")), [(Code::Account, account)]);
        }
        assert_eq!(codes("FI21 1234 5600 0007 86"), []);
        let two = codes("FI21 1234 5600 0007 85\u{ad}FI21 1234 5600 0007 85");
        assert_eq!(two.len(), 2, "a soft hyphen ends a number, so another may begin after it: {two:?}");
        for card in ["4111 1111 1111 1111", "5500-0000-0000-0004", "378282246310005"] {
            assert_eq!(codes(&format!("kortti {card}.")), [(Code::Card, card)]);
        }
        let both = "4111 1111 1111 1111 5500-0000-0000-0004 12/27";
        let cards = [(Code::Card, "4111 1111 1111 1111"), (Code::Card, "5500-0000-0000-0004")];
        assert_eq!(codes(both), cards, "another number follows after a blank");
        for other in [
            "4111 1111 1111 1112",
            "0000 0000 0000 0000",
            "1234 5678 9012 3452",
            "41111111111111111111111",
            "4111 1111 1111 1111x",
        ] {
            assert_eq!(codes(other), [], "{other}");
        }
    }
}
