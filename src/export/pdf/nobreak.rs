//! Where Unicode lets a line end and a typographer does not, such as between a number and what it counts.
//!
//! Knows: how three languages write numbers, references to acts, and addresses. Does not know: fonts, widths.

use crate::lang::{ENGLISH_MONTHS, Lang};

/// Words that stay on one line with the number after them: "artikla 6" is not split, "PL 800" neither.
const BEFORE_NUMBER: &[&str] = &[
    "pl", "pb", "artikel", "article", "articles", "section", "chapter", "kapitel", "punkt", "point", "box",
    "page", "nr", "no", "luku", "kap",
];
/// The letters of the longest word in [`BEFORE_NUMBER`] and in the months, so that no more of the text is looked at.
const LONGEST: usize = 9;

/// Whether a line must not end after the character at `at`, though Unicode would allow it.
pub fn binds(text: &[char], at: usize, lang: Lang) -> bool {
    let Some((ch, next)) = text.get(at).zip(text.get(at + 1)) else { return false };
    if *ch == ')' && *next == '(' {
        return true;
    }
    if *ch != ' ' {
        return false;
    }
    let before = text.get(at.saturating_sub(LONGEST + 1)..at).unwrap_or_default();
    // A dash between two spaces stands at the end of a line, and not at the beginning of the next.
    if matches!(next, '–' | '—' | '€' | '%' | '‰' | '°' | '·') {
        return true;
    }
    let digits = before.iter().rev().take_while(|ch| ch.is_ascii_digit()).count();
    if *next == '§' || before.last() == Some(&'§') {
        return digits > 0 || next.is_ascii_digit();
    }
    if digits > 0 {
        return after_number(text, at, digits, lang);
    }
    next.is_ascii_digit() && {
        let word = before.iter().rev().take_while(|ch| ch.is_alphabetic() || **ch == '.').count();
        let word: String = before.iter().skip(before.len() - word).flat_map(|ch| ch.to_lowercase()).collect();
        BEFORE_NUMBER.contains(&word.trim_end_matches('.'))
    }
}

/// Whether a number with so many digits stays with what follows the space at `at`.
fn after_number(text: &[char], at: usize, digits: usize, lang: Lang) -> bool {
    let rest = text.get(at + 1..).unwrap_or_default();
    let is_digit = |ch: &&char| ch.is_ascii_digit();
    match rest.first() {
        // Thousands and telephone numbers. Four digits may be a year, which does not belong to the number after it.
        Some(next) if next.is_ascii_digit() => {
            digits != 4 || matches!(rest.iter().take_while(is_digit).count(), 2 | 4)
        }
        // What is counted: "10 vuotta", "13 artikla". Four digits may be a year, and the sentence goes on after it.
        Some(next) if next.is_lowercase() => digits <= 3,
        Some(next) if next.is_uppercase() => {
            // A Finnish or Swedish postal code, or a day and its month in English.
            if lang == Lang::En {
                digits <= 2 && {
                    let word: String =
                        rest.iter().take_while(|ch| ch.is_alphabetic()).take(LONGEST).collect();
                    ENGLISH_MONTHS.contains(&word.as_str())
                }
            } else {
                digits == 5
            }
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with "~" for a space that a line must not end at.
    fn bound(text: &str, lang: Lang) -> String {
        let chars: Vec<char> = text.chars().collect();
        let mark = |at: usize, ch: char| match (binds(&chars, at, lang), ch) {
            (true, ' ') => "~".to_owned(),
            (true, ch) => format!("{ch}~"),
            (false, ch) => ch.to_string(),
        };
        chars.iter().enumerate().map(|(at, ch)| mark(at, *ch)).collect()
    }

    #[test]
    fn numbers_stay_with_what_they_count() {
        for (lang, text, expected) in [
            (Lang::Fi, "säilytämme 10 vuotta", "säilytämme 10~vuotta"),
            (Lang::Fi, "tietosuoja-asetuksen 6 artiklan", "tietosuoja-asetuksen 6~artiklan"),
            (Lang::Fi, "PL 800, 00531 Helsinki", "PL~800, 00531~Helsinki"),
            (Lang::Fi, "2 luku 10 §, 4 a §", "2~luku~10~§, 4~a §"),
            (Lang::Fi, "hinta 1 000 € vuonna 2026 ja", "hinta 1~000~€ vuonna 2026 ja"),
            (Lang::Fi, "029 566 6700", "029~566~6700"),
            (Lang::Fi, "ehto – jos", "ehto~– jos"),
            (Lang::Sv, "enligt 10 § i lagen, artikel 6", "enligt 10~§ i lagen, artikel~6"),
            (Lang::Sv, "PB 800, 00531 Helsingfors", "PB~800, 00531~Helsingfors"),
            (Lang::En, "Article 13(1)(f), Section 4", "Article~13(1)~(f), Section~4"),
            (Lang::En, "on 20 November 2026 in", "on 20~November 2026 in"),
            (Lang::En, "P.O. Box 800", "P.O. Box~800"),
            (Lang::Fi, "", ""),
        ] {
            assert_eq!(bound(text, lang), expected);
        }
    }
}
