//! The words of the screens in a review pack: sections, questions, choices, glossary.
//!
//! Knows: the catalogue. Does not know: HTML.

use super::sheet::{Group, Part, Row};
use crate::content::{self, CHOICES, FIELDS, GLOSSARY, ui};
use crate::lang::Lang;
use crate::section::SectionId;

/// What the app asks, and how it helps to answer.
pub(super) fn screens(lang: Lang) -> Part {
    let section = |id: SectionId| {
        let section = content::section(id);
        Row::new(id.id(), section.title.get(lang))
            .fact(ui::REVIEW_INTRO, section.intro.get(lang))
            .fact(ui::REVIEW_WHY, section.why.get(lang))
            .law(id.law(), lang)
    };
    // A question may be called as its section is: its code says that it is the question.
    let fields = FIELDS.iter().map(|field| {
        Row::new(format!("field.{}", field.id), field.label.get(lang))
            .fact(ui::REVIEW_HINT, field.hint.get(lang))
            .fact(ui::REVIEW_EXAMPLE, field.example.get(lang))
            .fact(ui::REVIEW_WHY, field.why.get(lang))
    });
    let choices = CHOICES.iter().map(|choice| {
        Row::new(format!("choice.{}", choice.id), choice.label.get(lang))
            .fact(ui::REVIEW_HINT, choice.hint.get(lang))
    });
    let group = |id: &str, title: content::Text, rows| Group {
        id: id.to_owned(),
        title: title.get(lang).to_owned(),
        rows,
    };
    Part {
        id: "screens",
        title: ui::REVIEW_PART_SCREENS,
        lead: ui::REVIEW_LEAD_SCREENS,
        groups: vec![
            group("sections", ui::REVIEW_SECTIONS, SectionId::ALL.into_iter().map(section).collect()),
            group("fields", ui::REVIEW_FIELDS, fields.collect()),
            group("choices", ui::REVIEW_CHOICES, choices.collect()),
        ],
    }
}

/// The terms that the app explains.
pub(super) fn glossary(lang: Lang) -> Part {
    let row = |entry: &content::glossary::Entry| {
        Row::new(entry.id, entry.term.get(lang))
            .fact(ui::REVIEW_EXPLAINED, entry.text.get(lang))
            .law(entry.law, lang)
    };
    let title = ui::GLOSSARY_TITLE;
    let group = Group {
        id: "terms".to_owned(),
        title: title.get(lang).to_owned(),
        rows: GLOSSARY.iter().map(row).collect(),
    };
    Part { id: "glossary", title, lead: ui::REVIEW_LEAD_GLOSSARY, groups: vec![group] }
}
