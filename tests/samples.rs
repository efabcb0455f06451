//! Notices that small firms published, taken apart: each statement, and the sections where it belongs.
//!
//! Knows: the old template's rows, the ids of sections, the shape of an exported page. Does not know: the library.
//! Stands under both the tests from outside and those in a browser.

use std::fs;
use std::path::Path;

/// The rows of the old template, and the sections that may hold what they say.
pub const ROWS: [(&str, &[&str]); 27] = [
    ("Laatimispäivä", &["date"]),
    ("Rekisterinpitäjä", &["controller"]),
    ("Yhteys henkilö rekisteriä koskevissa asioissa", &["contact"]),
    ("Yhteyshenkilö rekisteriä koskevissa asioissa", &["contact"]),
    ("Rekisterin nimi", &["register"]),
    (
        "Oikeusperuste ja henkilötietojen käsittelyn tarkoitus. Onko tietojen antaminen lakisääteinen tai sopimukseen perustuva vaatimus",
        &["purposes"],
    ),
    ("Oikeutetun edun peruste", &["legitimate-interests"]),
    ("Kyseessä olevat henkilötietoryhmät", &["data-categories"]),
    ("Vastaanottajat ja vastaanottajaryhmät", &["recipients"]),
    ("Suostumus", &["consent"]),
    ("Rekisterin tietosisältö", &["data-content"]),
    ("Säännönmukaiset tietolähteet", &["sources"]),
    ("Henkilötietojen säilyttämisaika", &["retention"]),
    ("Tietojen säännönmukaiset luovutukset", &["disclosures"]),
    ("Tietojen siirto EU:n tai ETA:n ulkopuolelle", &["transfers"]),
    ("Rekisterin suojauksen periaatteet A: Manuaalinen aineisto", &["security-manual"]),
    ("Rekisterin suojausten periaatteet A: Manuaalinen aineisto", &["security-manual"]),
    ("Rekisterin suojauksen periaatteet B: ATK:lla käsiteltävät toiminnot", &["security-electronic"]),
    ("Rekisterin suojausten periaatteet B: ATK:lla käsiteltävät toiminnot", &["security-electronic"]),
    ("Evästeet", &["cookies"]),
    ("Automaattinen käsittely ja profilointi", &["automated-decisions"]),
    // The ban on marketing stood in the row on access: it has a section of its own now.
    ("Tarkastusoikeus, eli oikeus saada pääsy henkilötietoihin.", &["right-access", "direct-marketing"]),
    ("Oikeus siirtää tiedot järjestelmästä toiseen", &["right-portability"]),
    ("Oikeus vaatia tiedon korjaamista", &["right-rectification"]),
    ("Rajoittamisoikeus", &["right-restriction"]),
    ("Vastustamisoikeus", &["right-objection"]),
    ("Oikeus tehdä valitus valvontaviranomaiselle", &["complaint"]),
];
/// The last of them.
pub const LAST: (&str, &[&str]) = ("Muut henkilötietojen käsittelyyn liittyvät oikeudet", &["other-rights"]);
/// What introduces the list of data: the notice has a lead of its own there.
const LEAD: &str = "Henkilörekisteri sisältää seuraavia tietoja:";

/// A file of `tests/fixtures`.
pub fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub fn without_tags(html: &str, instead: char) -> String {
    let mut out = String::with_capacity(html.len());
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                out.push(instead);
            }
            c if !inside => out.push(c),
            _ => {}
        }
    }
    out
}

/// One line, with every run of blanks as one.
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The statements of an old notice, each with the sections that may hold it.
pub fn statements(sample: &str) -> Vec<(&'static [&'static str], String)> {
    let text = without_tags(sample, '\n').replace('|', " ").replace('\t', "\n");
    let mut row: &[&str] = &[];
    let mut paragraphs: Vec<(&[&str], String)> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| line.contains(char::is_alphanumeric)) {
        if let Some((_, sections)) = ROWS.iter().chain([&LAST]).find(|(title, _)| *title == line) {
            row = sections;
            continue;
        }
        // A page break in the middle of a sentence.
        let goes_on = line.starts_with(char::is_lowercase);
        match paragraphs.last_mut() {
            Some((sections, last)) if goes_on && *sections == row => {
                last.push(' ');
                last.push_str(line);
            }
            _ => paragraphs.push((row, line.to_owned())),
        }
    }
    let mut statements = Vec::new();
    for (sections, paragraph) in paragraphs.into_iter().filter(|(sections, _)| !sections.is_empty()) {
        let bullets = split_bullets(&paragraph);
        for sentence in bullets.iter().flat_map(|bullet| bullet.split(". ")) {
            let sentence = squeezed(sentence.trim().trim_end_matches('.'));
            if !sentence.is_empty() && sentence != LEAD {
                statements.push((sections, sentence));
            }
        }
    }
    statements
}

/// "- Nimi- Osoite - puhelin" is three, and "etu- ja sukunimi" is one.
fn split_bullets(line: &str) -> Vec<String> {
    let mut bullets = Vec::new();
    for part in line.trim_start_matches("- ").split(" - ") {
        let mut bullet = String::new();
        for piece in part.split_inclusive("- ") {
            let starts_new = piece.starts_with(char::is_uppercase) && bullet.ends_with("- ");
            if starts_new {
                bullets.push(bullet.trim_end_matches("- ").to_owned());
                bullet.clear();
            }
            bullet.push_str(piece);
        }
        bullets.push(bullet);
    }
    bullets
}

/// What each section of an exported page says, by its id.
pub fn sections_of_html(file: &str) -> Vec<(String, String)> {
    let parts = file.split("<section aria-labelledby=\"").skip(1);
    parts
        .map(|part| {
            let (id, rest) = part.split_once('"').expect("an id");
            let body = rest.split("</section>").next().unwrap_or_default();
            let text = without_tags(&body.replace("<strong>", "").replace("</strong>", ""), ' ');
            let text = text.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
            (id.to_owned(), squeezed(&text))
        })
        .collect()
}

/// The words that must be found in one piece. Facts of the firm and of the contact stand under labels of their own,
/// so there it is word by word; everything else is said as it was.
pub fn wanted(sections: &[&str], statement: &str) -> Vec<String> {
    if sections.iter().all(|section| ["controller", "contact"].contains(section)) {
        return statement.split(' ').filter(|word| *word != "Y-tunnus:").map(str::to_owned).collect();
    }
    // A date is written in one way: without leading zeros.
    let parts: Option<Vec<u32>> = statement.split('.').map(|part| part.parse().ok()).collect();
    match parts.as_deref() {
        Some([day, month, year]) => vec![format!("{day}.{month}.{year}")],
        _ => vec![statement.to_owned()],
    }
}
