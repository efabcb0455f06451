//! Where a word may be hyphenated.
//!
//! Knows: the patterns of three languages, and Finnish compounds that the patterns divide wrongly.
//! Does not know: fonts, widths. Soft hyphens in the text are not looked at here; `line` prefers them to all of this.

use crate::lang::Lang;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// Words with fewer letters are not hyphenated: it would cost the reader more than it saves.
const SHORTEST: usize = 8;
/// At least this many letters stay together at either end of a word.
const ENDS: usize = 3;

/// How words begin that are the second member of Finnish compounds which the patterns divide wrongly: they go by syllables,
/// and divide "säilytysaika" as "säilyty-saika" and "ostoprosessi" as "ostop-rosessi". The seam is at the bar, or else
/// before the first letter. Beginnings that also occur in the middle of words are not listed.
const STEMS: &str = "\
    aikoj aineisto ajanvarau ajoneuvo alihank alaikä aloitus ammatti analyy apteek arkisto artikla \
    arvioin arvonlisä asema asennus asetuks asetus asiakas asiakirj asiakka asiakku asiantunt asioin \
    asunno asunto automaat avaus edustaj edustu ehkäis eläin ennakko erittely esimie eväste ihmis \
    ilmaisu ilmoit internet isännöi itsepalvel ohjaaj ohjaus ohjei ohjelm oikais oikeud oikeus oikeut \
    olosuh omistaj omistu opetus opisk oppila osapuol osasto osoite osoitt ulkomaa ulkopuol urakka \
    urakoi urheilu uutis yhdisty yhteyde yhteys yhtiö ylläpi ympärist yrity blogi brutto klinik kriteer \
    premium printt profi projek promo prose skanna sponsor standard statist strateg trans traktor \
    asiakas|etu asiakas|edu kansan|eläk käyttöön|ot luoton|ann luoton|ant luontois|e nimen|omai n|aika \
    palvelun|anta rikos|asia s|aika sairaus|aj sopimus|aj säilytys|aj säilytys|ai tahdon|ilmau \
    toimitus|aj työn|anta työttömyys|e ulos|ot vastaan|ot viran|omai y|aika yhteyden|ot yritys|asia \
    yhteys|aj";

/// First members of Finnish compounds. The seam after them is a better break than one between syllables.
const FIRST: &str = "\
    asiakas asiakkuus henkilö kirjanpito käsittely käyttäjä markkinointi rekisterin sopimus sähköposti \
    säilytys tietoliikenne tietosuoja tilaus toimitus turvallisuus työntekijä valvonta viranomais yhteis \
    yhteys";

/// A point where a word may be hyphenated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Point {
    /// The number of letters before it.
    pub at: usize,
    /// Whether two members of a compound meet there.
    pub seam: bool,
}

/// The words looked up so far, with their points.
#[derive(Default)]
pub struct Cache(RefCell<Points>);

type Points = HashMap<(Lang, String), Rc<[Point]>>;

impl Cache {
    /// The points of a word, from left to right.
    pub fn points(&self, word: String, lang: Lang) -> Rc<[Point]> {
        /// The cache is emptied when it holds this many words.
        const MOST: usize = 4000;
        let key = (lang, word);
        let mut known = self.0.borrow_mut();
        if let Some(points) = known.get(&key) {
            return Rc::clone(points);
        }
        if known.len() >= MOST {
            known.clear();
        }
        let points: Rc<[Point]> = points(&key.1, lang).into();
        known.insert(key, Rc::clone(&points));
        points
    }
}

fn points(word: &str, lang: Lang) -> Vec<Point> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    if length < SHORTEST {
        return Vec::new();
    }
    let mut end = 0;
    let syllables = hypher::hyphenate_bounded(&word, patterns(lang), ENDS, ENDS);
    let mut points: Vec<usize> = syllables
        .map(|syllable| {
            end += syllable.chars().count();
            end
        })
        .filter(|end| *end < length)
        .collect();
    let seams = if lang == Lang::Fi { add_seams(&word, length, &mut points) } else { Vec::new() };
    points.into_iter().map(|at| Point { at, seam: seams.contains(&at) }).collect()
}

const fn patterns(lang: Lang) -> hypher::Lang {
    match lang {
        Lang::Fi => hypher::Lang::Finnish,
        Lang::Sv => hypher::Lang::Swedish,
        Lang::En => hypher::Lang::English,
    }
}

/// Corrects the points of a Finnish word: adds the seams of compounds, and drops the points one letter away from a seam or
/// from another point. Returns the seams.
fn add_seams(word: &str, length: usize, points: &mut Vec<usize>) -> Vec<usize> {
    let count = |byte: usize| word.get(..byte).unwrap_or_default().chars().count();
    let inside = |seam: &usize| *seam >= ENDS && length - seam >= ENDS;
    let seams = STEMS.split(' ').flat_map(|stem| {
        let (before, after) = stem.split_once('|').unwrap_or(("", stem));
        let found = word.match_indices(after).map(|(byte, _)| byte);
        found.filter(move |byte| word.get(..*byte).is_some_and(|head| head.ends_with(before))).map(count)
    });
    let mut seams: Vec<usize> = seams.filter(inside).collect();
    points.retain(|point| seams.iter().all(|seam| point.abs_diff(*seam) != 1));
    let all = points.clone();
    let alone = |point: usize| all.iter().any(|other| other.abs_diff(point) == 1);
    points.retain(|point| !alone(*point));
    points.extend(&seams);
    points.sort_unstable();
    points.dedup();
    // A first member is one only if the patterns too divide after it: otherwise the word may go on in another way.
    let first = FIRST.split(' ').filter(|first| word.starts_with(first)).map(|first| first.chars().count());
    seams.extend(first.filter(|seam| inside(seam) && points.contains(seam)));
    seams
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(word: &str, lang: Lang) -> String {
        let points = points(word, lang);
        let mark =
            |at| points.iter().find(|point| point.at == at).map(|point| if point.seam { '|' } else { '-' });
        word.chars().enumerate().flat_map(|(at, ch)| mark(at).into_iter().chain([ch])).collect()
    }

    #[test]
    fn words_are_divided_by_their_language() {
        for (word, lang, expected) in [
            ("henkilötiedot", Lang::Fi, "hen-ki-lö|tie-dot"),
            ("säilytysaika", Lang::Fi, "säi-ly-tys|aika"),
            ("tarkastusoikeus", Lang::Fi, "tar-kas-tus|oi-keus"),
            ("tietosuojaseloste", Lang::Fi, "tie-to-suo-ja|se-loste"),
            ("laskutusprosessi", Lang::Fi, "las-ku-tus|pro-sessi"),
            ("vastaanottajat", Lang::Fi, "vas-taan|ot-ta-jat"),
            ("työnantaja", Lang::Fi, "työn|an-taja"),
            ("kuljetusyritykselle", Lang::Fi, "kul-je-tus|yri-tyk-selle"),
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
                assert!(
                    points(word, lang).iter().all(|point| (3..=length - 3).contains(&point.at)),
                    "{word}"
                );
            }
        }
    }
}
