//! The file is well formed, and nothing that a user typed is markup in it.

use super::*;
use crate::document::Labels;
use crate::lang::Lang;
use crate::section::SectionId;

const EVIL: &str = "<script>alert(1)</script>&\"' onload=x\n</style><!--";

/// A document of every kind of block and inline, with the same text everywhere.
fn document(text: &str) -> Document {
    let run = || {
        vec![
            Inline::Text(text.into()),
            Inline::Strong(text.into()),
            Inline::Link { text: text.into(), href: text.into() },
            Inline::Link { text: text.into(), href: format!("https://{text}") },
            Inline::Lang { lang: Lang::Sv, text: text.into() },
        ]
    };
    let blocks = vec![
        Block::Heading(run()),
        Block::Para(run()),
        Block::List(vec![run(), Vec::new()]),
        Block::Table(Table::new(vec![text.into(), text.into()], vec![vec![run(), run()]])),
        Block::DefinitionList(vec![(run(), run())]),
        Block::Box(vec![Block::Para(run())]),
    ];
    let section =
        |id| Section { id, tells: Vec::new(), title: text.into(), law: text.into(), blocks: blocks.clone() };
    Document {
        lang: Lang::Fi,
        title: text.into(),
        firm: text.into(),
        facts: vec![(text.into(), text.into())],
        intro: vec![Inline::Text(text.into())],
        labels: Labels { contents: text.into(), draft: text.into(), ..Labels::default() },
        date: None,
        sections: vec![section(SectionId::Controller), section(SectionId::RightObjection)],
    }
}

/// The names of the tags in order: `p`, `/p`. Fails on a tag that is not closed in turn.
pub(crate) fn well_nested(html: &str) -> Vec<String> {
    const VOID: [&str; 3] = ["meta", "br", "!doctype"];
    let mut open: Vec<&str> = Vec::new();
    let mut all = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, tail) = after.split_once('>').expect("a tag that ends");
        let name = tag.split([' ', '\n']).next().unwrap_or_default();
        all.push(name.to_owned());
        rest = tail;
        if let Some(closed) = name.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed), "{closed} closes something else");
        } else if !VOID.contains(&name) {
            open.push(name);
        }
        if name == "style" || name == "script" {
            rest = &rest[rest.find(&format!("</{name}>")).expect("an end")..];
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
    all
}

#[test]
fn what_a_user_typed_stays_text() {
    let json = format!("{{\"x\": {EVIL:?}}}");
    let file = html(&document(EVIL), Some(&json));
    let tags = well_nested(&file);
    assert_eq!(tags.iter().filter(|tag| *tag == "script").count(), 1, "only the draft");
    assert_eq!(tags.iter().filter(|tag| *tag == "style").count(), 1, "only ours");
    assert!(!file.contains("<script>") && !file.contains("<!--"));
    assert!(!file.contains("\" onload"), "no attribute can be closed");
    assert!(file.contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;&#39;"));
}

#[test]
fn only_safe_addresses_are_links() {
    let link = |href: &str| {
        let mut out = String::new();
        inlines(&[Inline::Link { text: "x".into(), href: href.into() }], &mut out);
        out
    };
    assert_eq!(link("https://a.example/?a=1&b"), "<a href=\"https://a.example/?a=1&amp;b\">x</a>");
    assert_eq!(link("javascript:alert(1)"), "x");
}

#[test]
fn previews_carry_no_ids_and_start_at_their_level() {
    let document = document("x");
    let section = section_html(&document.sections[0], HeadingLevel::new(3));
    assert!(section.contains("<h3>x</h3>") && section.contains("<h4>"), "{section}");
    assert!(!section.contains(" id="));
    well_nested(&section);
    assert!(header_html(&document, HeadingLevel::new(9)).contains("<h6>x</h6>"));
}

#[test]
fn the_style_cannot_leave_its_element_and_is_scoped() {
    assert!(!STYLE.contains("</") && !STYLE.contains("!important") && !STYLE.contains("url("));
}

#[test]
fn line_breaks_stay_and_blanks_between_links_too() {
    let mut out = String::new();
    lines("a\nb", &mut out);
    lines(" ", &mut out);
    lines(", ", &mut out);
    assert_eq!(out, "a<br>b , ");
}
