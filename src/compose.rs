//! From a notice to a document: which sections apply, and what they say, in one language.
//!
//! Law: GDPR 12(1) (plain words), 13–14 (what must be told). Knows: the model and the catalogue.
//! Does not know: formats, screens or rules. A question without an answer never becomes a claim here:
//! what is not filled in is left out, and a section that would be empty is not shown.

mod cookies;
mod data;
mod firm;
mod first_layer;
mod purposes;
mod recipients;
mod retention;
mod rights;
mod words;

use crate::content::{self, Clause, clause};
use crate::document::{Block, Document, Inline, Labels, Section};
use crate::lang::Lang;
use crate::notice::Notice;
use crate::notice::date::{Date, DateText};
use crate::section::SectionId;
pub use first_layer::first_layer;
use words::Words;

/// The notice as a reader of `lang` gets it.
pub fn compose(notice: &Notice, lang: Lang) -> Document {
    let words = Words::new(lang);
    let title = title_with(notice, words, &clause::LABEL_NOTICE, &clause::LABEL_NOTICE_ALONE);
    let sections = SectionId::ALL.into_iter().filter_map(|id| section(notice, id, words)).collect();
    Document { sections, ..heading(notice, title, words) }
}

/// A document with all but its sections.
fn heading(notice: &Notice, title: String, words: Words) -> Document {
    let latest = [(&clause::LABEL_UPDATED, &notice.updated), (&clause::LABEL_DRAWN_UP, &notice.drawn_up)]
        .into_iter()
        .find(|(_, date)| !date.is_blank());
    Document {
        lang: words.lang,
        title,
        firm: notice.controller.name.trim().to_owned(),
        facts: latest
            .iter()
            .map(|(label, date)| (words.clause(label).to_owned(), words.date(date)))
            .collect(),
        labels: Labels {
            page: words.clause(&clause::LABEL_PAGE).to_owned(),
            continued: words.clause(&clause::LABEL_CONTINUED).to_owned(),
            more: words.clause(&clause::LABEL_MORE).to_owned(),
            contents: words.clause(&clause::LABEL_CONTENTS).to_owned(),
            // Whether a notice is ready is for the rules to say, and for the one who asked them to mark.
            draft: String::new(),
        },
        date: [&notice.updated, &notice.drawn_up].into_iter().find_map(DateText::date).map(Date::iso),
        sections: Vec::new(),
    }
}

/// The document as it may leave the app: marked as a draft unless the rules found it publishable.
#[must_use]
pub fn as_published(mut document: Document, publishable: bool) -> Document {
    if !publishable {
        clause::LABEL_DRAFT.text.get(document.lang).clone_into(&mut document.labels.draft);
    }
    document
}

/// One section of the notice; `None` when it does not apply or has nothing to say yet.
pub fn section_of(notice: &Notice, id: SectionId, lang: Lang) -> Option<Section> {
    section(notice, id, Words::new(lang))
}

fn section(notice: &Notice, id: SectionId, words: Words) -> Option<Section> {
    let mut blocks = blocks(notice, id, words);
    if let Some(addition) = notice.additions.get(&id) {
        blocks.extend(words.paragraphs(addition));
    }
    (!blocks.is_empty()).then(|| Section {
        id,
        title: words.text(content::section(id).title).to_owned(),
        law: words.citations(id.law()),
        blocks,
    })
}

fn blocks(notice: &Notice, id: SectionId, words: Words) -> Vec<Block> {
    match id {
        SectionId::Register => firm::register(notice, words),
        SectionId::Date => firm::dates(notice, words),
        SectionId::Controller => firm::controller(notice, words),
        SectionId::Contact => firm::contact(notice, words),
        SectionId::Dpo => firm::dpo(notice, words),
        SectionId::JointControllers => firm::joint_controllers(notice, words),
        SectionId::Representative => firm::representative(notice, words),
        SectionId::DataSubjects => data::subjects(notice, words),
        SectionId::Purposes => purposes::purposes(notice, words),
        SectionId::LegitimateInterests => purposes::legitimate_interests(notice, words),
        SectionId::Consent => purposes::consent(notice, words),
        SectionId::Provision => purposes::provision(notice, words),
        SectionId::Children => purposes::children(notice, words),
        SectionId::DataCategories => data::categories(notice, words),
        SectionId::DataContent => data::content(notice, words),
        SectionId::SpecialCategories => data::special_categories(notice, words),
        SectionId::IdentityCode => data::identity_code(notice, words),
        SectionId::Sources => data::sources(notice, words),
        SectionId::Recipients => recipients::recipients(notice, words),
        SectionId::Disclosures => recipients::disclosures(notice, words),
        SectionId::Transfers => recipients::transfers(notice, words),
        SectionId::Retention => retention::retention(notice, words),
        SectionId::SecurityManual => words.bullets(&notice.security_manual),
        SectionId::SecurityElectronic => words.bullets(&notice.security_electronic),
        SectionId::Cookies => cookies::cookies(notice, words),
        SectionId::AutomatedDecisions => cookies::automated_decisions(notice, words),
        SectionId::ExercisingRights => rights::exercising(notice, words),
        SectionId::RightAccess => rights::access(notice, words),
        SectionId::RightRectification => rights::rectification(words),
        SectionId::RightErasure => rights::erasure(notice, words),
        SectionId::RightRestriction => rights::restriction(notice, words),
        SectionId::RightPortability => rights::portability(notice, words),
        SectionId::RightObjection => rights::objection(notice, words),
        SectionId::DirectMarketing => rights::direct_marketing(notice, words),
        SectionId::Complaint => rights::complaint(words),
        SectionId::OtherRights => rights::other(notice, words),
        SectionId::Changes => words.bullets(&notice.changes),
    }
}

/// "Asiakasrekisteri – tietosuojaseloste". The register's name stands as it was typed, in the nominative.
fn title_with(notice: &Notice, words: Words, kind: &Clause, alone: &Clause) -> String {
    let name = words.local(&notice.register_name).iter().map(Inline::text).collect::<String>();
    let kind = words.clause(kind);
    if name.is_empty() {
        words.clause(alone).to_owned()
    } else if name.to_lowercase().contains(kind) {
        name
    } else {
        format!("{name} – {kind}")
    }
}

#[cfg(test)]
mod tests;
