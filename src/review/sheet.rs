//! The sheet of a review pack: parts, groups and rows with a box to tick, and the block to sign.
//!
//! Knows: HTML, and the texts around the rows. Does not know: where the rows come from.

use crate::content::{Text, fill, ui};
use crate::document::Section;
use crate::export::html::{HeadingLevel, POLICY, STYLE as NOTICE_STYLE, escape, section_html};
use crate::lang::Lang;
use crate::law::Citation;
use std::fmt::Write as _;

const STYLE: &str = include_str!("../../style/review.css");

/// How many reservations have a line of their own.
const RESERVATIONS: usize = 12;

/// A part of the pack.
pub(super) struct Part {
    pub id: &'static str,
    pub title: Text,
    pub lead: Text,
    pub groups: Vec<Group>,
}

impl Part {
    /// Whether groups stand under headings of their own: a single one needs none beside the part's.
    fn has_headings(&self) -> bool {
        self.groups.len() > 1
    }

    fn count(&self) -> usize {
        self.groups.iter().map(|group| group.rows.len()).sum()
    }
}

/// Rows that belong together.
pub(super) struct Group {
    pub id: String,
    pub title: String,
    pub rows: Vec<Row>,
}

/// One text of ours with its facts: a reviewer ticks it as a whole.
pub(super) struct Row {
    pub code: String,
    pub text: String,
    pub composed: Vec<Section>,
    facts: Vec<(Text, Vec<String>)>,
}

impl Row {
    pub fn new(code: impl Into<String>, text: impl Into<String>) -> Self {
        Self { code: code.into(), text: text.into(), composed: Vec::new(), facts: Vec::new() }
    }

    /// Adds a labelled value below the text; a blank value adds nothing.
    pub fn fact(self, label: Text, value: impl Into<String>) -> Self {
        self.list(label, vec![value.into()])
    }

    /// Adds a label with several values.
    pub fn list(mut self, label: Text, mut values: Vec<String>) -> Self {
        values.retain(|value| !value.is_empty());
        if !values.is_empty() {
            self.facts.push((label, values));
        }
        self
    }

    /// Adds the law, each provision written out.
    pub fn law(self, law: &[Citation], lang: Lang) -> Self {
        let places: Vec<_> = law.iter().map(|citation| citation.display(lang)).collect();
        self.fact(ui::REVIEW_LAW, places.join(", "))
    }

    /// Adds sections of a notice as readers get them.
    pub fn composed(mut self, sections: Vec<Section>) -> Self {
        self.composed = sections;
        self
    }
}

/// The whole document.
pub(super) fn html(lang: Lang, made: &str, parts: &[Part]) -> String {
    let mut sheet = Sheet { lang, out: String::with_capacity(1 << 20) };
    let rows: usize = parts.iter().map(Part::count).sum();
    let title = ui::REVIEW_TITLE.get(lang);
    let _ = write!(
        sheet.out,
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"Seloste\">\n<title>",
        lang.tag()
    );
    escape(title, &mut sheet.out);
    let _ = write!(
        sheet.out,
        "</title>\n<style>\n{NOTICE_STYLE}{STYLE}</style>\n</head>\n<body class=\"review\">\n"
    );
    sheet.out.push_str("<header>\n");
    sheet.element("h1", "", title);
    let version = env!("CARGO_PKG_VERSION");
    let counted = [("version", version), ("date", made), ("rows", &rows.to_string())];
    sheet.element("p", "made", &fill(ui::REVIEW_MADE.get(lang), &counted));
    sheet.element("p", "lead", ui::REVIEW_LEAD.get(lang));
    sheet.out.push_str("</header>\n");
    sheet.contents(parts);
    sheet.out.push_str("<main>\n");
    for part in parts {
        sheet.part(part);
    }
    sheet.sign_off();
    sheet.out.push_str("</main>\n</body>\n</html>\n");
    sheet.out
}

struct Sheet {
    lang: Lang,
    out: String,
}

impl Sheet {
    fn element(&mut self, tag: &str, class: &str, text: &str) {
        let _ = match class {
            "" => write!(self.out, "<{tag}>"),
            class => write!(self.out, "<{tag} class=\"{class}\">"),
        };
        escape(text, &mut self.out);
        let _ = writeln!(self.out, "</{tag}>");
    }

    fn text_element(&mut self, tag: &str, class: &str, text: Text) {
        self.element(tag, class, text.get(self.lang));
    }

    fn link(&mut self, to: &str, text: &str) {
        self.out.push_str("<a href=\"#");
        escape(to, &mut self.out);
        self.out.push_str("\">");
        escape(text, &mut self.out);
        self.out.push_str("</a>");
    }

    /// The parts with their groups, and how many rows each has.
    fn contents(&mut self, parts: &[Part]) {
        self.out.push_str("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">");
        escape(ui::REVIEW_CONTENTS.get(self.lang), &mut self.out);
        self.out.push_str("</h2>\n<ol>\n");
        for part in parts {
            self.out.push_str("<li>");
            self.link(part.id, part.title.get(self.lang));
            let _ = write!(self.out, " <span class=\"count\">{}</span>", part.count());
            if part.has_headings() {
                self.out.push_str("\n<ul>\n");
                for group in &part.groups {
                    self.out.push_str("<li>");
                    self.link(&anchor(part, group), &group.title);
                    let _ = writeln!(self.out, " <span class=\"count\">{}</span></li>", group.rows.len());
                }
                self.out.push_str("</ul>\n");
            }
            self.out.push_str("</li>\n");
        }
        self.out.push_str("<li>");
        self.link("sign-off", ui::REVIEW_SIGN_TITLE.get(self.lang));
        self.out.push_str("</li>\n</ol>\n</nav>\n");
    }

    fn part(&mut self, part: &Part) {
        let _ = writeln!(self.out, "<section class=\"part\" id=\"{}\">", part.id);
        self.text_element("h2", "", part.title);
        self.text_element("p", "lead", part.lead);
        for group in &part.groups {
            if part.has_headings() {
                self.out.push_str("<h3 id=\"");
                escape(&anchor(part, group), &mut self.out);
                self.out.push_str("\">");
                escape(&group.title, &mut self.out);
                self.out.push_str("</h3>\n");
            }
            for row in &group.rows {
                self.row(part, row);
            }
        }
        self.out.push_str("</section>\n");
    }

    fn row(&mut self, part: &Part, row: &Row) {
        let whole = if row.composed.is_empty() { "row" } else { "row row-long" };
        let _ = write!(self.out, "<div class=\"{whole}\" id=\"{}.", part.id);
        escape(&row.code, &mut self.out);
        self.out.push_str("\">\n<p class=\"mark\">");
        self.box_to_tick();
        self.out.push_str("<code>");
        escape(&row.code, &mut self.out);
        self.out.push_str("</code></p>\n<div class=\"said\">\n");
        if !row.text.is_empty() {
            self.element("p", "text", &row.text);
        }
        if !row.facts.is_empty() {
            self.out.push_str("<dl>\n");
            for (label, values) in &row.facts {
                self.out.push_str("<div>");
                self.text_element("dt", "", *label);
                if let [value] = values.as_slice() {
                    self.element("dd", "", value);
                } else {
                    self.out.push_str("<dd><ul>\n");
                    for value in values {
                        self.element("li", "", value);
                    }
                    self.out.push_str("</ul></dd>\n");
                }
                self.out.push_str("</div>\n");
            }
            self.out.push_str("</dl>\n");
        }
        if !row.composed.is_empty() {
            self.out.push_str("<div class=\"notice\">\n");
            for section in &row.composed {
                self.out.push_str("<div class=\"section\">\n");
                self.out.push_str(&section_html(section, HeadingLevel::new(4)));
                self.out.push_str("</div>\n");
            }
            self.out.push_str("</div>\n");
        }
        self.out.push_str("</div>\n</div>\n");
    }

    fn box_to_tick(&mut self) {
        self.out.push_str("<span class=\"box-to-tick\" aria-hidden=\"true\"></span> ");
    }

    /// Who read it, when, and with what reservations. Lines to write on, because the signature is on paper.
    fn sign_off(&mut self) {
        self.out.push_str("<section class=\"part sign-off\" id=\"sign-off\">\n");
        self.text_element("h2", "", ui::REVIEW_SIGN_TITLE);
        self.text_element("p", "lead", ui::REVIEW_SIGN_LEAD);
        for outcome in [ui::REVIEW_ACCEPTED, ui::REVIEW_WITH_RESERVATIONS] {
            self.out.push_str("<p class=\"outcome\">");
            self.box_to_tick();
            self.text_element("span", "", outcome);
            self.out.push_str("</p>\n");
        }
        self.out.push_str("<table>\n<thead>\n<tr>");
        for head in [ui::REVIEW_RESERVATION_ROW, ui::REVIEW_RESERVATION] {
            self.out.push_str("<th scope=\"col\">");
            escape(head.get(self.lang), &mut self.out);
            self.out.push_str("</th>");
        }
        self.out.push_str("</tr>\n</thead>\n<tbody>\n");
        for _ in 0..RESERVATIONS {
            self.out.push_str("<tr><td></td><td></td></tr>\n");
        }
        self.out.push_str("</tbody>\n</table>\n<dl class=\"lines\">\n");
        for line in [ui::REVIEW_REVIEWER, ui::REVIEW_DATE, ui::REVIEW_SIGNATURE] {
            self.out.push_str("<div>");
            self.text_element("dt", "", line);
            self.out.push_str("<dd></dd></div>\n");
        }
        self.out.push_str("</dl>\n</section>\n");
    }
}

/// The anchor of a group; rows are called by their part and code, and a group may share its name with a row.
fn anchor(part: &Part, group: &Group) -> String {
    format!("{}-{}", part.id, group.id)
}
