//! The parts of a notice: a table with every field once, its path, its section, and a function that reads it. The fields of
//! rows stand in `columns.rs`.
//!
//! Whatever is done with *every* field goes through this table: searching texts, telling whether a section says anything,
//! comparing two notices, remembering where an answer came from, naming the field of a finding. It reads the types
//! directly, because some of this happens at every key press. Writing by path, merging and taking back happen seldom; they use
//! the same paths in the notice's JSON (`tree.rs`) and need no line for each field. A test makes a notice in which every field
//! of the JSON Schema says something, and names each field that this table lacks.
//! Knows: the model. Does not know: what any field is called on a screen.

use super::Notice;
use super::answer::Answer;
use super::automated::AutomatedDecision;
use super::contact::ContactDetails;
use super::data::SpecialCategories;
use super::path::FieldPath;
use super::row::{Row, RowId, Rows};
use super::statement::Statement;
use crate::lang::Localized;
use crate::section::SectionId::{self, self as S};

/// One field, or one list of rows.
#[derive(Debug)]
pub struct Part {
    /// Its path, which is also its path in the JSON: `controller.name`, `special-categories.ground`.
    pub path: &'static str,
    /// The section whose screen asks for it.
    pub section: SectionId,
    /// Reads it from a notice.
    pub read: fn(&Notice) -> Content<'_>,
}

/// What a field holds.
#[derive(Clone, Copy)]
pub enum Content<'a> {
    /// The field is not there: its question was answered with "no", or another kind of answer was given.
    Absent,
    /// A name, number or address, the same in all languages.
    Line(&'a str),
    /// Several names, such as the countries of a transfer.
    Lines(&'a [String]),
    /// A date as typed.
    Date(&'a str),
    /// The firm's own words, per language.
    Text(&'a Localized<String>),
    /// A clause, or own words.
    Statement(&'a Statement),
    /// How a question is answered. Where one of several choices was made, "yes" holds its index; else 0.
    Answer(Answer<u32>),
    /// The index of a choice that always has a value.
    Choice(u32),
    /// A number, if one was typed.
    Number(Option<u16>),
    /// Links to other rows, by their ids.
    Links(&'a [RowId]),
    /// A list of rows.
    Rows(&'a dyn Rows),
}

impl Content<'_> {
    /// Whether anything has been said here, be it "I do not know". Links, and choices that always have a value, say nothing
    /// by themselves.
    pub fn is_said(&self) -> bool {
        match self {
            Self::Absent | Self::Choice(_) | Self::Links(_) => false,
            Self::Line(text) | Self::Date(text) => !text.trim().is_empty(),
            Self::Lines(texts) => texts.iter().any(|text| !text.trim().is_empty()),
            Self::Text(text) => !text.is_blank(),
            Self::Statement(statement) => !statement.is_blank(),
            Self::Answer(answer) => *answer != Answer::Unanswered,
            Self::Number(number) => number.is_some(),
            Self::Rows(rows) => {
                let mut said = false;
                rows.visit(&mut |_, _, content| said |= content.is_said());
                said
            }
        }
    }

    /// Whether two fields hold the same. Never true of lists of rows: callers compare those row by row.
    pub fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Absent, Self::Absent) => true,
            (Self::Line(a), Self::Line(b)) | (Self::Date(a), Self::Date(b)) => a == b,
            (Self::Lines(a), Self::Lines(b)) => a == b,
            (Self::Text(a), Self::Text(b)) => a == b,
            (Self::Statement(a), Self::Statement(b)) => a == b,
            (Self::Answer(a), Self::Answer(b)) => a == b,
            (Self::Choice(a), Self::Choice(b)) => a == b,
            (Self::Number(a), Self::Number(b)) => a == b,
            (Self::Links(a), Self::Links(b)) => a == b,
            _ => false,
        }
    }

    /// The firm's own words, where it holds such.
    pub const fn own_text(&self) -> Option<&Localized<String>> {
        match self {
            Self::Text(text) => Some(text),
            Self::Statement(Statement::Own(own)) => Some(&own.text),
            _ => None,
        }
    }
}

/// All parts, in the order of the notice. Own words for whole sections are not here: there may be some for each section.
pub static PARTS: &[Part] = &[
    part("kind", S::Register, |n| Content::Choice(n.kind as u32)),
    part("trade", S::Register, |n| Content::Choice(n.trade.map_or(0, |trade| trade as u32 + 1))),
    part("clients", S::Register, |n| choice(&n.clients, |whose| whose as u32)),
    part("languages", S::Register, |n| Content::Choice(language_set(n))),
    part("layout", S::Register, |n| Content::Choice(n.layout as u32)),
    part("register-name", S::Register, |n| Content::Text(&n.register_name)),
    part("drawn-up", S::Date, |n| Content::Date(&n.drawn_up.0)),
    part("updated", S::Date, |n| Content::Date(&n.updated.0)),
    part("controller.name", S::Controller, |n| Content::Line(&n.controller.name)),
    part("controller.business-id", S::Controller, |n| Content::Line(&n.controller.business_id.0)),
    part("controller.street", S::Controller, |n| Content::Line(&n.controller.street)),
    part("controller.postal-code", S::Controller, |n| Content::Line(&n.controller.postal_code)),
    part("controller.city", S::Controller, |n| Content::Line(&n.controller.city)),
    part("controller.city-names", S::Controller, |n| Content::Text(&n.controller.city_names)),
    part("controller.email", S::Controller, |n| Content::Line(&n.controller.email)),
    part("controller.phone", S::Controller, |n| Content::Line(&n.controller.phone)),
    part("controller.website", S::Controller, |n| Content::Line(&n.controller.website)),
    part("contact.name", S::Contact, |n| Content::Line(&n.contact.name)),
    part("contact.address", S::Contact, |n| Content::Line(&n.contact.address)),
    part("contact.email", S::Contact, |n| Content::Line(&n.contact.email)),
    part("contact.phone", S::Contact, |n| Content::Line(&n.contact.phone)),
    part("dpo", S::Dpo, |n| question(&n.dpo)),
    part("dpo.name", S::Dpo, |n| of(&n.dpo, NAME)),
    part("dpo.address", S::Dpo, |n| of(&n.dpo, ADDRESS)),
    part("dpo.email", S::Dpo, |n| of(&n.dpo, EMAIL)),
    part("dpo.phone", S::Dpo, |n| of(&n.dpo, PHONE)),
    part("joint-controllers", S::JointControllers, |n| question(&n.joint_controllers)),
    part("joint-controllers.parties", S::JointControllers, |n| {
        of(&n.joint_controllers, |joint| Content::Line(&joint.parties))
    }),
    part("joint-controllers.arrangement", S::JointControllers, |n| {
        of(&n.joint_controllers, |joint| Content::Text(&joint.arrangement))
    }),
    part("representative", S::Representative, |n| question(&n.representative)),
    part("representative.name", S::Representative, |n| of(&n.representative, NAME)),
    part("representative.address", S::Representative, |n| of(&n.representative, ADDRESS)),
    part("representative.email", S::Representative, |n| of(&n.representative, EMAIL)),
    part("representative.phone", S::Representative, |n| of(&n.representative, PHONE)),
    part("data-subjects", S::DataSubjects, |n| Content::Rows(&n.data_subjects)),
    part("purposes", S::Purposes, |n| Content::Rows(&n.purposes)),
    part("provision.requirement", S::Provision, |n| choice(&n.provision.requirement, |what| what as u32)),
    part("provision.consequence", S::Provision, |n| Content::Statement(&n.provision.consequence)),
    part("provision.consequences", S::Provision, |n| Content::Rows(&n.provision.consequences)),
    part("children", S::Children, |n| question(&n.children)),
    part("children.how", S::Children, |n| of(&n.children, |children| Content::Text(&children.how))),
    part("data-categories", S::DataCategories, |n| Content::Rows(&n.data_categories)),
    part("data-content", S::DataContent, |n| Content::Rows(&n.data_content)),
    part("special-categories", S::SpecialCategories, |n| question(&n.special_categories)),
    part("special-categories.data", S::SpecialCategories, |n| {
        rows(n.special_categories.yes().map(|special: &SpecialCategories| &special.data))
    }),
    part("special-categories.ground", S::SpecialCategories, |n| {
        of(&n.special_categories, |special| Content::Statement(&special.ground))
    }),
    part("identity-code", S::IdentityCode, |n| question(&n.identity_code)),
    part("identity-code.ground", S::IdentityCode, |n| {
        of(&n.identity_code, |code| Content::Statement(&code.ground))
    }),
    part("sources", S::Sources, |n| Content::Rows(&n.sources)),
    part("recipients", S::Recipients, |n| Content::Rows(&n.recipients)),
    part("disclosures", S::Disclosures, |n| question(&n.disclosures)),
    part("disclosures.list", S::Disclosures, |n| rows(n.disclosures.yes().map(|given| &given.list))),
    part("retention", S::Retention, |n| Content::Rows(&n.retention)),
    part("security-manual", S::SecurityManual, |n| Content::Rows(&n.security_manual)),
    part("security-electronic", S::SecurityElectronic, |n| Content::Rows(&n.security_electronic)),
    part("cookies", S::Cookies, |n| question(&n.cookies)),
    part("cookies.rows", S::Cookies, |n| rows(n.cookies.yes().map(|cookies| &cookies.rows))),
    part("cookies.consent-tool", S::Cookies, |n| {
        of(&n.cookies, |cookies| answered_with(&cookies.consent_tool))
    }),
    part("automated-decisions.profiling", S::AutomatedDecisions, |n| {
        question(&n.automated_decisions.profiling)
    }),
    part("automated-decisions.profiling.how", S::AutomatedDecisions, |n| {
        of(&n.automated_decisions.profiling, |profiling| Content::Text(&profiling.how))
    }),
    part("automated-decisions.decisions", S::AutomatedDecisions, |n| {
        question(&n.automated_decisions.decisions)
    }),
    part("automated-decisions.decisions.logic", S::AutomatedDecisions, |n| {
        decision(n, |decision| Content::Text(&decision.logic))
    }),
    part("automated-decisions.decisions.effect", S::AutomatedDecisions, |n| {
        decision(n, |decision| Content::Text(&decision.effect))
    }),
    part("automated-decisions.decisions.ground", S::AutomatedDecisions, |n| {
        decision(n, |decision| choice(&decision.ground, |ground| ground as u32))
    }),
    part("automated-decisions.decisions.review", S::AutomatedDecisions, |n| {
        decision(n, |decision| Content::Text(&decision.review))
    }),
    part("direct-marketing", S::DirectMarketing, |n| Content::Rows(&n.direct_marketing)),
    part("other-rights", S::OtherRights, |n| Content::Rows(&n.other_rights)),
    part("ombudsperson.name", S::OtherRights, |n| NAME(&n.ombudsperson)),
    part("ombudsperson.address", S::OtherRights, |n| ADDRESS(&n.ombudsperson)),
    part("ombudsperson.email", S::OtherRights, |n| EMAIL(&n.ombudsperson)),
    part("ombudsperson.phone", S::OtherRights, |n| PHONE(&n.ombudsperson)),
    part("changes", S::Changes, |n| Content::Rows(&n.changes)),
    part("change-log", S::Changes, |n| Content::Rows(&n.change_log)),
];

const fn part(path: &'static str, section: SectionId, read: fn(&Notice) -> Content<'_>) -> Part {
    Part { path, section, read }
}

const NAME: fn(&ContactDetails) -> Content<'_> = |person| Content::Line(&person.name);
const ADDRESS: fn(&ContactDetails) -> Content<'_> = |person| Content::Line(&person.address);
const EMAIL: fn(&ContactDetails) -> Content<'_> = |person| Content::Line(&person.email);
const PHONE: fn(&ContactDetails) -> Content<'_> = |person| Content::Line(&person.phone);

/// How a question is answered, whatever a "yes" holds.
pub(super) const fn question<T>(answer: &Answer<T>) -> Content<'static> {
    Content::Answer(match answer {
        Answer::Unanswered => Answer::Unanswered,
        Answer::Unknown => Answer::Unknown,
        Answer::No => Answer::No,
        Answer::Yes(_) => Answer::Yes(0),
    })
}

/// How a question is answered that offers several choices.
pub(super) fn choice<T: Copy>(answer: &Answer<T>, number: fn(T) -> u32) -> Content<'static> {
    match answer {
        Answer::Yes(chosen) => Content::Answer(Answer::Yes(number(*chosen))),
        _ => question(answer),
    }
}

/// A field of what a "yes" holds.
pub(super) fn of<'a, T>(answer: &'a Answer<T>, read: impl FnOnce(&'a T) -> Content<'a>) -> Content<'a> {
    answer.yes().map_or(Content::Absent, read)
}

/// A question whose "yes" is a statement: the statement, or how else it is answered.
fn answered_with(answer: &Answer<Statement>) -> Content<'_> {
    answer.yes().map_or_else(|| question(answer), Content::Statement)
}

/// The rows of a list that may not be there.
fn rows<R: Row>(list: Option<&Vec<R>>) -> Content<'_> {
    Content::Rows(list.unwrap_or(const { &Vec::new() }))
}

fn decision(notice: &Notice, read: fn(&AutomatedDecision) -> Content<'_>) -> Content<'_> {
    of(&notice.automated_decisions.decisions, read)
}

/// The languages of a notice and their order as one number: a decimal digit for each.
fn language_set(notice: &Notice) -> u32 {
    notice.languages.iter().fold(0, |all, lang| all * 10 + *lang as u32 + 1)
}

/// The part with this path.
pub fn find(path: &str) -> Option<&'static Part> {
    PARTS.iter().find(|part| part.path == path)
}

/// Visits every field of a notice: rows column by column, then the firm's own words for whole sections.
pub fn visit<'a>(notice: &'a Notice, mut visit: impl FnMut(SectionId, FieldPath, Content<'a>)) {
    for part in PARTS {
        let path = FieldPath::from(part.path);
        match (part.read)(notice) {
            Content::Rows(rows) => rows.visit(&mut |row, column, content| {
                visit(part.section, path.row(row).column(column), content);
            }),
            content => visit(part.section, path, content),
        }
    }
    for (section, text) in &notice.additions {
        visit(*section, FieldPath::addition(*section), Content::Text(text));
    }
    for (section, text) in &notice.replacements {
        visit(*section, FieldPath::replacement(*section), Content::Text(text));
    }
}

/// Whether anything has been said in a section, be it "I do not know", apart from own words for the whole section.
pub fn is_said(notice: &Notice, section: SectionId) -> bool {
    PARTS.iter().any(|part| part.section == section && (part.read)(notice).is_said())
}
