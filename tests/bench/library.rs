//! The library by itself, natively: all rules, and composing, over a full notice and over one ten times as big.
//!
//! Knows: the library. Does not know: the browser.

use crate::sample;
use crate::table::{Table, median};
use seloste::compose::compose;
use seloste::lang::{Lang, Localized};
use seloste::notice::Notice;
use seloste::notice::date::Date;
use seloste::rules::check;
use seloste::section::SectionId;
use std::hint::black_box;
use std::time::Instant;

/// One row each for the rules and for composing.
pub fn rules_and_compose() -> Table {
    let title =
        "Rules and compose, native (goals: rules ≤ 1 ms; ten times the rows in at most ten times the time)";
    let mut table = Table::new(title, &["", "a full notice", "ten times", "ratio"]);
    let today = Date::parse("20.11.2026").expect("a date");
    let (full, tenfold) = (sample::draft().notice, sample::tenfold().notice);
    let mut add = |name: &str, work: &dyn Fn(&Notice)| {
        let (once, ten) = (time(|| work(&full)), time(|| work(&tenfold)));
        table.row([
            name.to_owned(),
            format!("{once:.3} ms"),
            format!("{ten:.3} ms"),
            format!("{:.1}", ten / once),
        ]);
    };
    add("rules (check)", &|notice| drop(black_box(check(notice, today))));
    add("compose", &|notice| drop(black_box(compose(notice, Lang::Fi))));
    table
}

/// All rules over much free text: what somebody may paste.
pub fn rules_over_text() -> Table {
    let title = "Rules over free text, native (goals: 10,000 words ≤ 1 ms; a megabyte ≤ 50 ms; linear)";
    let mut table = Table::new(title, &["", "size", "rules (check)"]);
    let today = Date::parse("20.11.2026").expect("a date");
    let plain =
        "Käytämme tilauksesi tietoja tuotteen toimittamiseen ja laskun lähettämiseen sinulle sähköpostitse. ";
    let flawed = "Tietoja voidaan käyttää mm. kehittämiseen, eikä niitä siirretä muualle, ellei yritys tarvitse sitä. ";
    let all = SectionId::ALL.len();
    let of = |sentence: &str, bytes: usize, sections: usize| {
        let mut notice = sample::draft().notice;
        let text = sentence.repeat(bytes.div_ceil(sentence.len() * sections));
        for section in SectionId::ALL.into_iter().take(sections) {
            notice.additions.insert(section, Localized::only(Lang::Fi, text.clone()));
        }
        notice
    };
    let words = |sentence: &str| 10_000 * sentence.len() / sentence.split_whitespace().count();
    for (name, size, sentence, bytes, sections) in [
        ("plain sentences", "10,000 words", plain, words(plain), all),
        ("a defect in each", "10,000 words", flawed, words(flawed), all),
        ("plain sentences", "1 MB", plain, 1 << 20, all),
        ("a defect in each", "1 MB", flawed, 1 << 20, all),
        ("one word", "1 MB", "å", 1 << 20, 1),
        ("digits", "1 MB", "131052 - ", 1 << 20, 1),
        ("lone digits", "1 MB", "0 ", 1 << 20, 1),
        ("the start of many phrases", "1 MB", "muista ei luovuteta ", 1 << 20, 1),
        ("no end of partners", "1 MB", "yhteistyökumppaneidemme ", 1 << 20, 1),
    ] {
        let notice = of(sentence, bytes, sections);
        table.row([
            name.to_owned(),
            size.to_owned(),
            format!("{:.3} ms", time(|| drop(black_box(check(&notice, today))))),
        ]);
    }
    table
}

/// The median duration of a piece of work in milliseconds, after a warm-up.
fn time(work: impl Fn()) -> f64 {
    let once = || {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64() * 1000.0
    };
    for _ in 0..20 {
        once();
    }
    median(&(0..200).map(|_| once()).collect::<Vec<_>>())
}
