//! The plain notice: a dozen sections at most, with a table of situations as its heart, and each thing said once.
//!
//! Law: GDPR 12(1) asks for concise and easily understood; 13–14 for the content, which is that of the register table.
//! Knows: which sections of the wizard a section of the plain notice takes in. Does not know: formats.
//! A "no" is told by silence, but for profiling and automated decisions, of which readers ask. Items of data from the catalogue are
//! told by their kinds, and the register's usual name by the title.

mod by_section;
mod parties;
mod permission;
mod rights;
mod row;
mod situations;

use super::phrasing::{Phrasing, Run, run};
use super::{cookies, data, heading, purposes, title_with, told};
use crate::content::{self, Clause, clause};
use crate::document::{Block, Document, Inline, Section, plain};
use crate::lang::Lang;
use crate::notice::Notice;
use crate::notice::data::Origin;
use crate::notice::statement::Statement;
use crate::section::SectionId::{self, self as S};

/// What a section of the wizard says in the plain notice, in our words.
type Part = fn(&Notice, Phrasing) -> Vec<Block>;

/// A section of the plain notice.
struct Slot {
    /// The section that gives it its anchor.
    id: SectionId,
    /// Its title.
    title: fn(&Notice) -> &'static Clause,
    /// What it begins with, from several sections at once.
    lead: Part,
    /// What it takes in, in order.
    parts: &'static [(SectionId, Part)],
}

const SLOTS: &[Slot] = &[
    Slot {
        id: S::Controller,
        title: |_| &clause::PLAIN_CONTROLLER,
        lead: nothing,
        parts: &[
            (S::Controller, parties::controller),
            (S::Contact, parties::contact),
            (S::Dpo, parties::dpo),
            (S::JointControllers, parties::joint_controllers),
            (S::Representative, parties::representative),
        ],
    },
    Slot {
        id: S::Purposes,
        title: |_| &clause::PLAIN_PURPOSES,
        lead: nothing,
        parts: &[
            (S::DataSubjects, nothing),
            (S::Purposes, situations::table),
            (S::LegitimateInterests, situations::interests),
            (S::DataCategories, situations::data_beside),
            (S::DataContent, situations::items_beside),
            (S::Retention, situations::periods_beside),
            (S::AutomatedDecisions, automated_decisions),
        ],
    },
    Slot {
        id: S::Consent,
        title: permission::title,
        lead: nothing,
        parts: &[
            (S::SpecialCategories, data::special_categories),
            (S::Consent, permission::consent),
            (S::IdentityCode, data::identity_code),
            (S::Children, purposes::children),
        ],
    },
    Slot {
        id: S::Cookies,
        title: |_| &clause::PLAIN_COOKIES,
        lead: nothing,
        parts: &[(S::Cookies, permission::cookies)],
    },
    Slot {
        id: S::Provision,
        title: |_| &clause::PLAIN_PROVISION,
        lead: nothing,
        parts: &[(S::Provision, purposes::provision)],
    },
    Slot {
        id: S::Sources,
        title: |_| &clause::PLAIN_SOURCES,
        lead: nothing,
        parts: &[(S::Sources, sources)],
    },
    Slot {
        id: S::Recipients,
        title: |_| &clause::PLAIN_RECIPIENTS,
        lead: nothing,
        parts: &[
            (S::Recipients, parties::recipients),
            (S::Disclosures, parties::disclosures),
            (S::SecurityManual, parties::security_manual),
            (S::SecurityElectronic, parties::security_electronic),
        ],
    },
    Slot {
        id: S::Transfers,
        title: |_| &clause::PLAIN_TRANSFERS,
        lead: nothing,
        parts: &[(S::Transfers, parties::transfers)],
    },
    Slot {
        id: S::RightObjection,
        title: |_| &clause::PLAIN_OBJECTION,
        lead: nothing,
        parts: &[(S::RightObjection, rights::objection), (S::DirectMarketing, rights::direct_marketing)],
    },
    Slot {
        id: S::ExercisingRights,
        title: rights::title,
        lead: rights::list,
        parts: &[
            (S::RightAccess, nothing),
            (S::RightRectification, nothing),
            (S::RightErasure, nothing),
            (S::RightRestriction, nothing),
            (S::RightPortability, nothing),
            (S::ExercisingRights, rights::exercising),
            (S::OtherRights, super::rights::other),
        ],
    },
    Slot {
        id: S::Complaint,
        title: |_| &clause::PLAIN_COMPLAINT,
        lead: nothing,
        parts: &[(S::Complaint, rights::complaint)],
    },
    Slot {
        id: S::Changes,
        title: |_| &clause::PLAIN_CHANGES,
        lead: nothing,
        parts: &[(S::Changes, changes), (S::Register, nothing), (S::Date, nothing)],
    },
];

/// What the plain notice tells, by the sections of the wizard.
pub(super) fn by_section(notice: &Notice, phrasing: Phrasing) -> Document {
    let notice = &*notice.printed();
    Document {
        sections: by_section::sections(notice, phrasing),
        ..heading(notice, title(notice, phrasing), phrasing)
    }
}

/// The plain notice.
pub(super) fn document(notice: &Notice, phrasing: Phrasing) -> Document {
    let notice = &*notice.printed();
    let sections = SLOTS.iter().filter_map(|slot| slot.write(notice, phrasing)).collect();
    Document {
        intro: intro(notice, phrasing),
        sections,
        ..heading(notice, title(notice, phrasing), phrasing)
    }
}

impl Slot {
    /// `None` where it has nothing to say.
    fn write(&self, notice: &Notice, phrasing: Phrasing) -> Option<Section> {
        let mut blocks = (self.lead)(notice, phrasing);
        blocks.extend(self.parts.iter().flat_map(|(id, ours)| self.part(*id, *ours, notice, phrasing)));
        let others = self.parts.iter().map(|(id, _)| *id).filter(|id| *id != self.id);
        (!blocks.is_empty()).then(|| Section {
            id: self.id,
            tells: others.collect(),
            title: phrasing.clause((self.title)(notice)).to_owned(),
            law: String::new(),
            blocks,
        })
    }

    /// What a section says here; own words instead of ours stand under the section's name.
    fn part(&self, id: SectionId, ours: Part, notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
        let named = notice.is_replaced(id) && id != self.id;
        let name = named
            .then(|| Block::Para(vec![Inline::Strong(phrasing.text(content::section(id).title).to_owned())]));
        name.into_iter().chain(told(notice, id, phrasing, || ours(notice, phrasing))).collect()
    }
}

/// A section that is told elsewhere: only the firm's own words stand here.
fn nothing(_: &Notice, _: Phrasing) -> Vec<Block> {
    Vec::new()
}

/// "Tietosuojaseloste asiakkaille", or with the firm's own name for the register.
fn title(notice: &Notice, phrasing: Phrasing) -> String {
    let usual = |register: &content::Register| {
        let same = |lang: Lang| notice.register_name.get(lang).trim() == register.usual_name.get(lang);
        notice.register_name.is_blank() || Lang::ALL.into_iter().any(same)
    };
    match content::register(notice.kind).filter(|register| usual(register)) {
        Some(register) => phrasing.text(register.title).to_owned(),
        None => title_with(notice, phrasing, &clause::LABEL_NOTICE, &clause::LABEL_NOTICE_ALONE),
    }
}

/// When the notice applies, and the people that the firm has named in its own words.
fn intro(notice: &Notice, phrasing: Phrasing) -> Run {
    let mut intro =
        content::register(notice.kind).map_or_else(Vec::new, |register| run(phrasing.text(register.applies)));
    let own = notice.data_subjects.iter().filter(|row| matches!(row.what, Statement::Own(_)));
    let own: Vec<Run> = own.map(|row| phrasing.statement(&row.what)).filter(|run| !run.is_empty()).collect();
    if !own.is_empty() && !notice.is_replaced(S::DataSubjects) {
        intro.push(Inline::Text(format!(" {} ", phrasing.clause(&clause::LEAD_DATA_SUBJECTS))));
        intro.extend(listed(own));
    }
    intro
}

/// Runs with commas between; with semicolons where one has a comma of its own.
fn listed(runs: Vec<Run>) -> Run {
    let between = if runs.iter().any(|run| plain(run).contains(", ")) { "; " } else { ", " };
    let mut all = Run::new();
    for run in runs {
        if !all.is_empty() {
            all.push(Inline::Text(between.to_owned()));
        }
        all.extend(run);
    }
    all
}

/// A clause that ends in a colon, in bold, and what follows it; nothing where nothing follows.
fn led(lead: &Clause, rest: Run, phrasing: Phrasing) -> Vec<Block> {
    if rest.is_empty() {
        return Vec::new();
    }
    let mut para = vec![Inline::Strong(phrasing.clause(lead).to_owned()), Inline::Text(" ".to_owned())];
    para.extend(rest);
    vec![Block::Para(para)]
}

/// Profiling and automated decisions (GDPR 13(2)(f)): two denials are one sentence.
fn automated_decisions(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let automated = &notice.automated_decisions;
    if automated.profiling.is_no() && automated.decisions.is_no() {
        vec![phrasing.para(&clause::PLAIN_NO_AUTOMATION)]
    } else {
        cookies::automated_decisions(notice, phrasing)
    }
}

/// Where the data comes from (GDPR 14(2)(f)).
fn sources(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let person: Vec<_> =
        notice.sources.iter().map(|source| (source, phrasing.statement(&source.what))).collect();
    match person.as_slice() {
        [(source, what)] if source.origin == Origin::Person => {
            led(&clause::PLAIN_ONLY_YOU, what.clone(), phrasing)
        }
        _ => data::sources(notice, phrasing),
    }
}

/// How changes are told, and those that were made (GDPR 13(3)).
fn changes(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let mut blocks = phrasing.bullets(&notice.changes);
    let log = notice.change_log.iter().map(|entry| {
        let mut line = run(&phrasing.date(&entry.on));
        if !line.is_empty() {
            line.push(Inline::Text(": ".to_owned()));
        }
        line.extend(phrasing.local(&entry.what));
        line
    });
    let log: Vec<Run> = log.filter(|line| !line.is_empty()).collect();
    if !log.is_empty() {
        blocks.push(Block::List(log));
    }
    blocks
}

#[cfg(test)]
mod tests;
