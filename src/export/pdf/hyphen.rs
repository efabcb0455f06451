//! Where a word may be divided at the end of a line.
//!
//! Knows: the patterns of three languages, and Finnish compounds that the patterns divide wrongly.
//! Does not know: fonts, widths. A soft hyphen that the text itself holds goes before all of this.

use crate::lang::Lang;

/// Shorter words are not divided: what is won is less than what the reader loses.
const SHORTEST: usize = 8;
/// Letters that stay together at either end of a word.
const ENDS: usize = 3;

/// Members of Finnish compounds that begin with a vowel. The patterns go by syllables and would divide
/// "säilytysaika" as "säilyty-saika". Only stems that do not also occur inside other words.
const VOWEL_STEMS: &[&str] = &[
    "aika", "aikoj", "aineisto", "alihank", "artikla", "arvioin", "asema", "asetuks", "asetus", "asiakas",
    "asiakirj", "asiakka", "asioin", "automaat", "ehkäis", "erittely", "evästei", "ilmoit", "ohjei",
    "ohjelm", "oikeud", "oikeus", "oikeut", "osoite", "osoitt",
];

/// The places in a word, counted in letters, where it may be divided, from left to right.
pub fn points(word: &str, lang: Lang) -> Vec<usize> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    if length < SHORTEST {
        return Vec::new();
    }
    let mut place = 0;
    let syllables = hypher::hyphenate_bounded(&word, patterns(lang), ENDS, ENDS);
    let mut points: Vec<usize> = syllables
        .map(|syllable| {
            place += syllable.chars().count();
            place
        })
        .filter(|place| *place < length)
        .collect();
    if lang == Lang::Fi {
        mend(&word, length, &mut points);
    }
    points
}

const fn patterns(lang: Lang) -> hypher::Lang {
    match lang {
        Lang::Fi => hypher::Lang::Finnish,
        Lang::Sv => hypher::Lang::Swedish,
        Lang::En => hypher::Lang::English,
    }
}

/// Moves points to the seams of compounds, and drops those that would leave a vowel alone.
fn mend(word: &str, length: usize, points: &mut Vec<usize>) {
    let seams: Vec<usize> = VOWEL_STEMS
        .iter()
        .flat_map(|stem| word.match_indices(stem))
        .map(|(byte, _)| word.get(..byte).unwrap_or_default().chars().count())
        .filter(|seam| *seam >= ENDS && length - seam >= ENDS)
        .collect();
    points.retain(|point| seams.iter().all(|seam| point.abs_diff(*seam) != 1));
    let all = points.clone();
    let alone = |point: usize| all.iter().any(|other| other.abs_diff(point) == 1);
    points.retain(|point| !alone(*point));
    points.extend(seams);
    points.sort_unstable();
    points.dedup();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(word: &str, lang: Lang) -> String {
        let points = points(word, lang);
        let letters = word.chars().enumerate();
        letters.flat_map(|(at, ch)| points.contains(&at).then_some('-').into_iter().chain([ch])).collect()
    }

    #[test]
    fn words_are_divided_by_their_language() {
        for (word, lang, expected) in [
            ("henkilötiedot", Lang::Fi, "hen-ki-lö-tie-dot"),
            ("säilytysaika", Lang::Fi, "säi-ly-tys-aika"),
            ("tarkastusoikeus", Lang::Fi, "tar-kas-tus-oi-keus"),
            ("rekisteri", Lang::Fi, "rekis-teri"),
            ("personuppgifter", Lang::Sv, "per-son-upp-gif-ter"),
            ("processing", Lang::En, "pro-cess-ing"),
            ("asiakas", Lang::Fi, "asiakas"),
        ] {
            assert_eq!(divided(word, lang), expected);
        }
    }

    #[test]
    fn ends_keep_three_letters() {
        for lang in Lang::ALL {
            for word in [
                "ääääääääää",
                "rekisteröidyn",
                "MAKSUHÄIRIÖMERKINTÄ",
                "İstanbulinmatka",
                "a\u{308}a\u{308}aaaaa",
            ] {
                let length = word.to_lowercase().chars().count();
                assert!(points(word, lang).iter().all(|at| (3..=length - 3).contains(at)), "{word}");
            }
        }
    }
}
