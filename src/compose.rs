//! From a notice to a document: which sections apply, and what they say, in one language.
//!
//! Law: GDPR 12(1) (plain words), 13–14 (what must be told). Knows: the model and the catalogue of texts.
//! Does not know: formats, screens or rules. A question without an answer never becomes a claim here:
//! what is not filled in is left out, and a section that would be empty is not shown.

mod confirm;
mod cookies;
mod data;
mod firm;
mod first_layer;
mod own_words;
mod phrasing;
mod plain;
mod purposes;
mod recipients;
mod retention;
mod rights;

use crate::content::{self, Clause, clause};
use crate::document::{Block, Document, Inline, Labels, Section};
use crate::lang::Lang;
use crate::notice::Notice;
use crate::notice::date::{Date, DateText};
use crate::notice::layout::Layout;
use crate::section::SectionId;
pub use confirm::{ToConfirm, to_confirm};
pub use first_layer::first_layer;
pub use own_words::{as_own_words, as_typed};
use phrasing::Phrasing;

/// The notice as a reader of `lang` gets it.
pub fn compose(notice: &Notice, lang: Lang) -> Document {
    let phrasing = Phrasing::new(lang);
    match notice.layout {
        Layout::Concise => plain::document(notice, phrasing),
        Layout::Register => register(notice, phrasing),
    }
}

/// What the notice tells in its layout, arranged by the sections of the wizard: for reports on it, never for readers.
pub fn told_by_section(notice: &Notice, lang: Lang) -> Document {
    let phrasing = Phrasing::new(lang);
    match notice.layout {
        Layout::Concise => plain::by_section(notice, phrasing),
        Layout::Register => register(notice, phrasing),
    }
}

/// The facts of the notice by the sections of the wizard, whatever its layout: for comparing two states of it.
pub fn facts_by_section(notice: &Notice, lang: Lang) -> Document {
    register(notice, Phrasing::new(lang))
}

/// The register table: each section of the wizard as a row.
fn register(notice: &Notice, phrasing: Phrasing) -> Document {
    let title = title_with(notice, phrasing, &clause::LABEL_NOTICE, &clause::LABEL_NOTICE_ALONE);
    let sections = SectionId::ALL.into_iter().filter_map(|id| section(notice, id, phrasing)).collect();
    Document { sections, ..heading(notice, title, phrasing) }
}

/// A document with everything but its sections.
fn heading(notice: &Notice, title: String, phrasing: Phrasing) -> Document {
    // Where the firm tells the dates in its own words, no date of ours may differ from them.
    let dates = [(&clause::LABEL_UPDATED, &notice.updated), (&clause::LABEL_DRAWN_UP, &notice.drawn_up)];
    let dates = Some(dates).filter(|_| !notice.is_replaced(SectionId::Date)).into_iter().flatten();
    let latest = dates.clone().find(|(_, date)| !date.is_blank());
    Document {
        lang: phrasing.lang,
        title,
        firm: notice.controller.name.trim().to_owned(),
        facts: latest
            .iter()
            .map(|(label, date)| (phrasing.clause(label).to_owned(), phrasing.date(date)))
            .collect(),
        labels: Labels {
            page: phrasing.clause(&clause::LABEL_PAGE).to_owned(),
            continued: phrasing.clause(&clause::LABEL_CONTINUED).to_owned(),
            more: phrasing.clause(&clause::LABEL_MORE).to_owned(),
            contents: phrasing.clause(&clause::LABEL_CONTENTS).to_owned(),
            // Only the rules know whether a notice is ready; `as_published` marks one that is not.
            draft: String::new(),
        },
        intro: Vec::new(),
        date: dates.map(|(_, date)| date).find_map(DateText::date).map(Date::iso),
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
    section(notice, id, Phrasing::new(lang))
}

fn section(notice: &Notice, id: SectionId, phrasing: Phrasing) -> Option<Section> {
    let blocks = blocks(notice, id, phrasing);
    (!blocks.is_empty()).then(|| Section {
        id,
        tells: Vec::new(),
        title: phrasing.text(content::section(id).title).to_owned(),
        law: phrasing.citations(id.law()),
        blocks,
    })
}

fn blocks(notice: &Notice, id: SectionId, phrasing: Phrasing) -> Vec<Block> {
    told(notice, id, phrasing, || our_blocks(notice, id, phrasing))
}

/// What a section says: the firm's own words where they replace ours, else ours and what the firm adds.
fn told(notice: &Notice, id: SectionId, phrasing: Phrasing, ours: impl FnOnce() -> Vec<Block>) -> Vec<Block> {
    if let Some(words) = notice.replacement(id) {
        return phrasing.own_words(words);
    }
    let mut blocks = ours();
    if let Some(addition) = notice.additions.get(&id) {
        blocks.extend(phrasing.own_words(addition));
    }
    blocks
}

fn our_blocks(notice: &Notice, id: SectionId, phrasing: Phrasing) -> Vec<Block> {
    match id {
        SectionId::Register => firm::register(notice, phrasing),
        SectionId::Date => firm::dates(notice, phrasing),
        SectionId::Controller => firm::controller(notice, phrasing),
        SectionId::Contact => firm::contact(notice, phrasing),
        SectionId::Dpo => firm::dpo(notice, phrasing),
        SectionId::JointControllers => firm::joint_controllers(notice, phrasing),
        SectionId::Representative => firm::representative(notice, phrasing),
        SectionId::DataSubjects => data::subjects(notice, phrasing),
        SectionId::Purposes => purposes::purposes(notice, phrasing),
        SectionId::LegitimateInterests => purposes::legitimate_interests(notice, phrasing),
        SectionId::Consent => purposes::consent(notice, phrasing),
        SectionId::Provision => purposes::provision(notice, phrasing),
        SectionId::Children => purposes::children(notice, phrasing),
        SectionId::DataCategories => data::categories(notice, phrasing),
        SectionId::DataContent => data::content(notice, phrasing),
        SectionId::SpecialCategories => data::special_categories(notice, phrasing),
        SectionId::IdentityCode => data::identity_code(notice, phrasing),
        SectionId::Sources => data::sources(notice, phrasing),
        SectionId::Recipients => recipients::recipients(notice, phrasing),
        SectionId::Disclosures => recipients::disclosures(notice, phrasing),
        SectionId::Transfers => recipients::transfers(notice, phrasing),
        SectionId::Retention => retention::retention(notice, phrasing),
        SectionId::SecurityManual => phrasing.bullets(&notice.security_manual),
        SectionId::SecurityElectronic => phrasing.bullets(&notice.security_electronic),
        SectionId::Cookies => cookies::cookies(notice, phrasing),
        SectionId::AutomatedDecisions => cookies::automated_decisions(notice, phrasing),
        SectionId::ExercisingRights => rights::exercising(notice, phrasing),
        SectionId::RightAccess => rights::access(notice, phrasing),
        SectionId::RightRectification => rights::rectification(phrasing),
        SectionId::RightErasure => rights::erasure(notice, phrasing),
        SectionId::RightRestriction => rights::restriction(notice, phrasing),
        SectionId::RightPortability => rights::portability(notice, phrasing),
        SectionId::RightObjection => rights::objection(notice, phrasing),
        SectionId::DirectMarketing => rights::direct_marketing(notice, phrasing),
        SectionId::Complaint => rights::complaint(phrasing),
        SectionId::OtherRights => rights::other(notice, phrasing),
        SectionId::Changes => phrasing.bullets(&notice.changes),
    }
}

/// "Asiakasrekisteri – tietosuojaseloste". The register's name stands as it was typed, in the nominative.
fn title_with(notice: &Notice, phrasing: Phrasing, kind: &Clause, alone: &Clause) -> String {
    let name = phrasing.local(&notice.register_name).iter().map(Inline::text).collect::<String>();
    let kind = phrasing.clause(kind);
    if name.is_empty() {
        phrasing.clause(alone).to_owned()
    } else if name.to_lowercase().contains(kind) {
        name
    } else {
        format!("{name} – {kind}")
    }
}

#[cfg(test)]
mod tests;
