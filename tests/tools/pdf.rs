//! What other programs read in a PDF of ours: poppler and qpdf.

mod order;
mod reopen;
mod variants;

use crate::support::pdf::{document, one, render, sample, section};
use seloste::document::{Block, Inline, Labels, Table, para};
use std::io::Write as _;
use std::process::{Command, Stdio};

/// What a tool prints about a file that it is handed through a temporary path.
fn tool(name: &str, before: &[&str], bytes: &[u8], after: &[&str]) -> String {
    let folder = std::env::temp_dir().join(format!("seloste-pdf-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{:?}.pdf", std::thread::current().id()).replace(['(', ')'], "-"));
    std::fs::File::create(&path).unwrap().write_all(bytes).unwrap();
    let output = Command::new(name).args(before).arg(&path).args(after).stdin(Stdio::null()).output();
    let output = output.unwrap_or_else(|error| panic!("{name} is needed for this test: {error}"));
    let _ = std::fs::remove_file(&path);
    let said =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name}: {said}");
    said
}

fn check(bytes: &[u8]) {
    let said = tool("qpdf", &["--check"], bytes, &[]);
    assert!(said.contains("No syntax or stream encoding errors"), "{said}");
    assert!(!said.contains("WARNING"), "{said}");
}

/// The text on one line, as a screen reader would go through it: divided words in one piece.
fn words(bytes: &[u8]) -> String {
    let text = tool("pdftotext", &["-raw"], bytes, &["-"]);
    let text = text.replace("\u{AD}\n", "").replace("\u{AD}\u{C}", "");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_full_notice_reads_in_order() {
    let notice = sample::notice();
    let file = render(&notice);
    check(&file.bytes);
    assert_eq!(file.missing, Vec::<char>::new());
    let text = words(&file.bytes);
    let mut from = 0;
    for section in &notice.sections {
        let found = text[from..]
            .find(&section.title)
            .unwrap_or_else(|| panic!("{} in {}", section.title, &text[from..]));
        from += found;
    }
    for whole in ["”hyvissä ajoin” – hinta 0 €", "Kirjanpitolaki 2 luku 10 §", "_mkt_campaign_attribution"]
    {
        assert!(text.replace(' ', "").contains(&whole.replace(' ', "")), "{whole}: {text}");
    }
}

#[test]
fn the_file_says_what_it_is() {
    let file = render(&sample::notice());
    let info = tool("pdfinfo", &[], &file.bytes, &[]);
    for line in [
        "Title:           Asiakas- ja markkinointirekisterin tietosuojaseloste",
        "Author:          Lämpöpumppu Malli Oy",
        "Tagged:          yes",
        "Page size:       595.28 x 841.89 pts (A4)",
        "PDF version:     1.7",
    ] {
        assert!(info.contains(line), "{line} in {info}");
    }
    assert!(info.contains(&format!("Pages:           {}\n", file.pages)), "{info}");
    assert!(info.contains("Nov 20") && info.contains("2026"), "{info}");
    let undated = tool("pdfinfo", &[], &render(&one(vec![para("x")])).bytes, &[]);
    assert!(!undated.contains("Date"), "{undated}");
}

#[test]
fn the_structure_follows_the_text() {
    let file = render(&sample::notice());
    let tree = tool("pdfinfo", &["-struct-text"], &file.bytes, &[]);
    assert!(!tree.contains("Syntax"), "{tree}");
    let mut from = 0;
    for part in [
        "Document",
        "H1",
        "Sect",
        "H2",
        "Rekisterinpitäjä",
        "LBody",
        "Link",
        "Table",
        "TH",
        "TD",
        "Span",
        "Div",
        "H3",
    ] {
        from += tree[from..].find(part).unwrap_or_else(|| panic!("{part} after {from} in {tree}"));
    }
}

#[test]
fn fonts_are_embedded_in_part_and_can_be_copied_from() {
    let fonts = tool("pdffonts", &[], &render(&sample::notice()).bytes, &[]);
    let rows: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(rows.len(), 2, "{fonts}");
    for row in rows {
        let columns: Vec<&str> = row.split_whitespace().collect();
        let (tag, name) = columns[0].split_once('+').unwrap();
        assert!(tag.len() == 6 && tag.bytes().all(|byte| byte.is_ascii_uppercase()), "{row}");
        assert!(["NotoSans-Regular", "NotoSans-Bold"].contains(&name), "{row}");
        assert!(row.contains("yes yes yes"), "{row}");
    }
}

#[test]
fn markup_stays_text() {
    let typed = r#"<script>alert("1")</script> & (a \) b) <</S /JavaScript>> %PDF"#;
    let script = Inline::Link { text: "tästä".into(), href: "javascript:alert(1)".into() };
    let mut notice = one(vec![para(typed), Block::Para(vec![script])]);
    notice.title = typed.to_owned();
    let file = render(&notice);
    check(&file.bytes);
    assert!(words(&file.bytes).replace(' ', "").contains(&typed.replace(' ', "")), "{}", words(&file.bytes));
    assert!(tool("pdfinfo", &[], &file.bytes, &[]).contains(typed));
    let read = lopdf::Document::load_mem(&file.bytes).unwrap();
    assert!(read.get_pages().values().all(|page| read.get_page_annotations(*page).unwrap().is_empty()));
}

#[test]
fn what_the_fonts_lack_is_shown_and_reported() {
    let file = render(&one(vec![para("kiitos 😀 שלום مرحبا \u{0}\u{7}\u{200D}\u{FEFF}loppu")]));
    check(&file.bytes);
    assert!(file.missing.contains(&'😀') && file.missing.contains(&'ש') && file.missing.contains(&'م'));
    assert!(file.missing.is_sorted() && !file.missing.contains(&'\u{7}'));
    let text = words(&file.bytes);
    assert!(text.contains("kiitos \u{FFFD} \u{FFFD}") && text.contains("loppu"), "{text}");
}

#[test]
fn nothing_at_all_is_a_page() {
    let mut empty = document(Vec::new());
    (empty.title, empty.firm, empty.labels) = (String::new(), String::new(), Labels::default());
    for notice in [
        empty.clone(),
        document(Vec::new()),
        document(vec![section("", Vec::new())]),
        one(Vec::new()),
        one(vec![
            para(""),
            Block::List(Vec::new()),
            Block::List(vec![Vec::new()]),
            Block::Heading(Vec::new()),
            Block::DefinitionList(Vec::new()),
            Block::DefinitionList(vec![(Vec::new(), Vec::new())]),
            Block::Box(Vec::new()),
            Block::Box(vec![Block::Box(vec![para("x")])]),
            Block::Table(Table { head: Vec::new(), rows: Vec::new() }),
            Block::Table(Table { head: vec![String::new()], rows: vec![vec![Vec::new()], Vec::new()] }),
        ]),
    ] {
        let file = render(&notice);
        check(&file.bytes);
        assert_eq!(file.pages, 1);
    }
}

#[test]
fn long_things_go_on_overleaf() {
    let many = "sana ja toinen sana ".repeat(5000);
    let file = render(&one(vec![para(many)]));
    check(&file.bytes);
    assert!(file.pages > 20, "{}", file.pages);
    let text = words(&file.bytes);
    assert_eq!(text.matches("toinen").count(), 5000);
    assert_eq!(text.matches("Tarkoitukset (jatkuu)").count(), file.pages - 1);
    assert!(text.contains(&format!("Sivu 2 / {}", file.pages)));

    let file =
        render(&document((0..200).map(|n| section(&format!("Osa {n}"), vec![para("Lyhyt.")])).collect()));
    check(&file.bytes);
    assert!(words(&file.bytes).contains("Osa 199"));
}

#[test]
fn a_table_repeats_its_head_overleaf() {
    let rows = (0..120)
        .map(|n| vec![vec![Inline::Text(format!("rivi {n}"))], vec![Inline::Text("6 kk".into())]])
        .collect();
    let file =
        render(&one(vec![Block::Table(Table::new(vec!["Tieto".into(), "Kuinka kauan".into()], rows))]));
    check(&file.bytes);
    assert!(file.pages > 2);
    assert_eq!(words(&file.bytes).matches("Kuinka kauan").count(), file.pages);
}

#[test]
fn no_word_runs_off_the_page() {
    let long = "abcdefghij".repeat(30);
    let wide = (0..30).map(|n| format!("sarake{n}")).collect::<Vec<_>>();
    let cells = |count| (0..count).map(|_| vec![Inline::Text(long.clone())]).collect::<Vec<_>>();
    let mut notice = document(vec![section(
        &long,
        vec![
            para(long.as_str()),
            para("\u{A0}".repeat(900) + "x"),
            para(" ".repeat(900) + "x"),
            Block::List(vec![vec![Inline::Link {
                text: long.clone(),
                href: format!("https://{long}.example"),
            }]]),
            Block::Box(vec![Block::DefinitionList(vec![(
                vec![Inline::Strong(long.clone())],
                vec![Inline::Text(long.clone())],
            )])]),
            Block::Table(Table::new(wide[..5].to_vec(), vec![cells(5)])),
            Block::Table(Table::new(wide.clone(), vec![cells(30)])),
        ],
    )]);
    (notice.title, notice.firm) = (long.clone(), long.clone());
    let file = render(&notice);
    check(&file.bytes);
    let boxes = tool("pdftotext", &["-bbox"], &file.bytes, &["-"]);
    for word in boxes.lines().filter(|line| line.contains("<word")) {
        let edge = |name: &str| {
            word.split(&format!("{name}=\""))
                .nth(1)
                .unwrap()
                .split('"')
                .next()
                .unwrap()
                .parse::<f32>()
                .unwrap()
        };
        assert!(edge("xMin") > 40.0 && edge("xMax") < 555.0, "{word}");
        assert!(edge("yMin") > 20.0 && edge("yMax") < 830.0, "{word}");
    }
}
