//! Three notices that small firms published, entered as drafts: every statement of theirs comes out again,
//! in HTML and in text, in the section where it belongs. (Names and addresses are invented.)

use seloste::compose::compose;
use seloste::document::Document;
use seloste::draft::Draft;
use seloste::export::{html::html, text::text};
use seloste::lang::Lang;
use seloste::notice::date::Date;
use seloste::section::SectionId;
use std::fs;
use std::path::Path;

/// The rows of the old template, and the sections that may hold what they say.
const ROWS: [(&str, &[SectionId]); 27] = {
    use SectionId as S;
    [
        ("Laatimispäivä", &[S::Date]),
        ("Rekisterinpitäjä", &[S::Controller]),
        ("Yhteys henkilö rekisteriä koskevissa asioissa", &[S::Contact]),
        ("Yhteyshenkilö rekisteriä koskevissa asioissa", &[S::Contact]),
        ("Rekisterin nimi", &[S::Register]),
        (
            "Oikeusperuste ja henkilötietojen käsittelyn tarkoitus. Onko tietojen antaminen lakisääteinen tai sopimukseen perustuva vaatimus",
            &[S::Purposes],
        ),
        ("Oikeutetun edun peruste", &[S::LegitimateInterests]),
        ("Kyseessä olevat henkilötietoryhmät", &[S::DataCategories]),
        ("Vastaanottajat ja vastaanottajaryhmät", &[S::Recipients]),
        ("Suostumus", &[S::Consent]),
        ("Rekisterin tietosisältö", &[S::DataContent]),
        ("Säännönmukaiset tietolähteet", &[S::Sources]),
        ("Henkilötietojen säilyttämisaika", &[S::Retention]),
        ("Tietojen säännönmukaiset luovutukset", &[S::Disclosures]),
        ("Tietojen siirto EU:n tai ETA:n ulkopuolelle", &[S::Transfers]),
        ("Rekisterin suojauksen periaatteet A: Manuaalinen aineisto", &[S::SecurityManual]),
        ("Rekisterin suojausten periaatteet A: Manuaalinen aineisto", &[S::SecurityManual]),
        ("Rekisterin suojauksen periaatteet B: ATK:lla käsiteltävät toiminnot", &[S::SecurityElectronic]),
        ("Rekisterin suojausten periaatteet B: ATK:lla käsiteltävät toiminnot", &[S::SecurityElectronic]),
        ("Evästeet", &[S::Cookies]),
        ("Automaattinen käsittely ja profilointi", &[S::AutomatedDecisions]),
        // The ban on marketing stood in the row on access: it has a section of its own now.
        ("Tarkastusoikeus, eli oikeus saada pääsy henkilötietoihin.", &[S::RightAccess, S::DirectMarketing]),
        ("Oikeus siirtää tiedot järjestelmästä toiseen", &[S::RightPortability]),
        ("Oikeus vaatia tiedon korjaamista", &[S::RightRectification]),
        ("Rajoittamisoikeus", &[S::RightRestriction]),
        ("Vastustamisoikeus", &[S::RightObjection]),
        ("Oikeus tehdä valitus valvontaviranomaiselle", &[S::Complaint]),
    ]
};
const LAST: (&str, &[SectionId]) =
    ("Muut henkilötietojen käsittelyyn liittyvät oikeudet", &[SectionId::OtherRights]);
/// What introduces the list of data: the notice has a lead of its own there.
const LEAD: &str = "Henkilörekisteri sisältää seuraavia tietoja:";

fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn without_tags(html: &str, instead: char) -> String {
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
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The statements of an old notice, each with the sections that may hold it.
fn statements(sample: &str) -> Vec<(&'static [SectionId], String)> {
    let text = without_tags(sample, '\n').replace('|', " ").replace('\t', "\n");
    let mut row: &[SectionId] = &[];
    let mut paragraphs: Vec<(&[SectionId], String)> = Vec::new();
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

/// What each section says in the exported HTML, and in the exported text.
fn in_html(document: &Document) -> Vec<(SectionId, String)> {
    let file = html(document, None);
    let parts = file.split("<section aria-labelledby=\"").skip(1);
    parts
        .map(|part| {
            let (id, rest) = part.split_once('"').expect("an id");
            let body = rest.split("</section>").next().unwrap_or_default();
            let text = without_tags(&body.replace("<strong>", "").replace("</strong>", ""), ' ');
            let text = text.replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&");
            (SectionId::from_id(id).expect("a section"), squeezed(&text))
        })
        .collect()
}

fn in_text(document: &Document) -> Vec<(SectionId, String)> {
    let file = text(document);
    let mut rest = file.as_str();
    let mut found = Vec::new();
    for section in &document.sections {
        let underline = "-".repeat(section.title.chars().count());
        let (before, after) = rest.split_once(&format!("{}\n{underline}\n", section.title)).expect("a title");
        found.push(before);
        rest = after;
    }
    found.push(rest);
    let bodies = found.into_iter().skip(1).map(|body| {
        let lines = body.lines().map(|line| line.strip_prefix("| ").unwrap_or(line));
        squeezed(&lines.collect::<Vec<_>>().join("\n"))
    });
    document.sections.iter().map(|section| section.id).zip(bodies).collect()
}

#[test]
fn every_statement_of_an_old_notice_comes_out_in_its_section() {
    for name in ["a", "c", "d"] {
        let draft = Draft::open(&fixture(&format!("notice-{name}.json"))).expect("a draft");
        let document = compose(&draft.notice, Lang::Fi);
        let statements = statements(&fixture(&format!("notice-{name}.txt")));
        assert!(statements.len() > 60, "{name}: only {} statements found", statements.len());
        for (format, exported) in [("html", in_html(&document)), ("text", in_text(&document))] {
            for (sections, statement) in &statements {
                let bodies: Vec<&str> = exported
                    .iter()
                    .filter(|(id, _)| sections.contains(id))
                    .map(|(_, body)| body.as_str())
                    .collect();
                let says = |wanted: &str| bodies.iter().any(|body| body.contains(wanted));
                // Facts stand under labels of their own: word by word. A date is written in one way.
                let facts = [SectionId::Controller, SectionId::Contact];
                let found = if sections.iter().all(|section| facts.contains(section)) {
                    statement.split(' ').filter(|word| *word != "Y-tunnus:").all(says)
                } else if let Some(date) = Date::parse(statement) {
                    says(&date.dotted())
                } else {
                    says(statement)
                };
                assert!(found, "{name}, {format}, {}: {statement}\n{bodies:#?}", sections[0].id());
            }
        }
    }
}
