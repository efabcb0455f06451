//! Three notices that small firms published, entered as drafts: every statement of theirs comes out again,
//! in HTML and in text, in the section where it belongs. (Names and addresses are invented.)

use crate::samples::{fixture, sections_of_html, squeezed, statements, wanted};
use seloste::compose::compose;
use seloste::document::Document;
use seloste::draft::Draft;
use seloste::export::{html::html, text::text};
use seloste::lang::Lang;

fn in_text(document: &Document) -> Vec<(String, String)> {
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
    document.sections.iter().map(|section| section.id.id().to_owned()).zip(bodies).collect()
}

#[test]
fn every_statement_of_an_old_notice_comes_out_in_its_section() {
    for name in ["a", "c", "d"] {
        let draft = Draft::open(&fixture(&format!("notice-{name}.json"))).expect("a draft");
        let document = compose(&draft.notice, Lang::Fi);
        let statements = statements(&fixture(&format!("notice-{name}.txt")));
        assert!(statements.len() > 60, "{name}: only {} statements found", statements.len());
        let html = sections_of_html(&html(&document, None));
        for (format, exported) in [("html", html), ("text", in_text(&document))] {
            for (sections, statement) in &statements {
                let bodies: Vec<&str> = exported
                    .iter()
                    .filter(|(id, _)| sections.contains(&id.as_str()))
                    .map(|(_, body)| body.as_str())
                    .collect();
                for words in wanted(sections, statement) {
                    let found = bodies.iter().any(|body| body.contains(&words));
                    assert!(found, "{name}, {format}, {}: {words}\n{bodies:#?}", sections[0]);
                }
            }
        }
    }
}
