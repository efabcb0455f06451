//! The guided defaults of a review pack: each kind of register as the notice it yields, what each trade changes, and
//! what each purpose adds.
//!
//! Knows: the defaults and the composer. Does not know: HTML.

use super::sheet::{Group, Part, Row};
use crate::compose::facts_by_section;
use crate::content::{self, Change, Register, TRADES, TradeWords, ui};
use crate::defaults::{self, Firm, FirmContact};
use crate::document::Section;
use crate::lang::Lang;
use crate::notice::{Notice, RegisterKind, Trade};
use crate::section::{SectionId, Task};

/// What a kind is called; its id where it has no words yet.
pub(super) fn kind_name(id: &str, lang: Lang) -> String {
    let register = RegisterKind::from_id(id).and_then(content::register);
    register.map_or(id, |register| register.name.get(lang)).to_owned()
}

/// What a trade is called.
pub(super) fn trade_name(id: &str, lang: Lang) -> String {
    let trade = Trade::from_id(id).and_then(content::trade);
    trade.map_or(id, |trade| trade.name.get(lang)).to_owned()
}

/// A firm that does not exist, so that the sections with its details are there to be read.
fn firm() -> Firm {
    let some = |text: &str| Some(text.to_owned());
    Firm {
        name: some("Esimerkki Oy"),
        business_id: some("1234567-1"),
        street: some("Esimerkkikatu 2"),
        postal_code: some("00100"),
        city: some("Helsinki"),
        email: some("info@esimerkki.example"),
        website: some("https://esimerkki.example"),
        contact: Some(FirmContact {
            name: some("Eija Esimerkki"),
            email: some("tieto@esimerkki.example"),
            ..FirmContact::default()
        }),
        ..Firm::default()
    }
}

/// A kind of register with the notice that it yields.
struct Example {
    register: &'static Register,
    notice: Notice,
    sections: Vec<Section>,
}

/// Each kind of register, section by section. What all kinds that have a section say alike stands once, in front.
pub(super) fn kinds(lang: Lang) -> Part {
    let example = |kind| {
        let register = content::register(kind)?;
        let mut notice = defaults::notice(kind, None);
        defaults::apply(&firm(), &mut notice);
        let sections = facts_by_section(&notice, lang).sections;
        Some(Example { register, notice, sections })
    };
    let all: Vec<_> = RegisterKind::ALL.into_iter().filter_map(example).collect();
    let alike: Vec<_> = SectionId::ALL.into_iter().filter_map(|id| alike(id, &all)).collect();
    let row = |section: &Section| Row::new(section.id.id(), "").composed(vec![section.clone()]);
    let shared = Group {
        id: "alike".to_owned(),
        title: ui::REVIEW_ALIKE.get(lang).to_owned(),
        rows: alike.iter().map(row).collect(),
    };
    Part {
        id: "defaults",
        title: ui::REVIEW_PART_DEFAULTS,
        lead: ui::REVIEW_LEAD_DEFAULTS,
        groups: [shared].into_iter().chain(all.iter().map(|one| kind(one, &alike, lang))).collect(),
    }
}

/// The section, if it says the same in every kind that has it.
fn alike(id: SectionId, all: &[Example]) -> Option<Section> {
    let mut written = all.iter().filter_map(|one| one.sections.iter().find(|section| section.id == id));
    let first = written.next()?;
    let mut others = written.peekable();
    (others.peek().is_some() && others.all(|other| other == first)).then(|| first.clone())
}

fn kind(example: &Example, alike: &[Section], lang: Lang) -> Group {
    let Example { register, notice, sections } = example;
    let id = register.id;
    let shared = sections.iter().filter(|section| alike.contains(section));
    let mut rows = vec![
        Row::new(id, register.help.get(lang))
            .fact(ui::REVIEW_ANSWERED_NO, answered_no(notice, lang))
            .fact(ui::REVIEW_AS_ALIKE, shared.map(|section| &*section.title).collect::<Vec<_>>().join(" · ")),
    ];
    for section in SectionId::ALL {
        let written = sections.iter().find(|written| written.id == section && !alike.contains(written));
        let note = register.notes.iter().find(|(id, _)| *id == section.id());
        if written.is_none() && note.is_none() {
            continue;
        }
        let text = if written.is_none() { content::section(section).title.get(lang) } else { "" };
        rows.push(
            Row::new(format!("{id}.{}", section.id()), text)
                .fact(ui::REVIEW_NOTE, note.map_or("", |(_, note)| note.get(lang)))
                .composed(written.cloned().into_iter().collect()),
        );
    }
    Group { id: id.to_owned(), title: register.name.get(lang).to_owned(), rows }
}

/// The sections whose question is answered with "no".
fn answered_no(notice: &Notice, lang: Lang) -> String {
    let sections = [
        (notice.dpo.is_no(), SectionId::Dpo),
        (notice.joint_controllers.is_no(), SectionId::JointControllers),
        (notice.representative.is_no(), SectionId::Representative),
        (notice.children.is_no(), SectionId::Children),
        (notice.special_categories.is_no(), SectionId::SpecialCategories),
        (notice.identity_code.is_no(), SectionId::IdentityCode),
        (notice.disclosures.is_no(), SectionId::Disclosures),
        (notice.cookies.is_no(), SectionId::Cookies),
        (notice.automated_decisions.decisions.is_no(), SectionId::AutomatedDecisions),
    ];
    let titles = sections.into_iter().filter(|(no, _)| *no);
    titles.map(|(_, id)| content::section(id).title.get(lang)).collect::<Vec<_>>().join(" · ")
}

/// Each trade with its changes.
pub(super) fn trades(lang: Lang) -> Part {
    Part {
        id: "trades",
        title: ui::REVIEW_PART_TRADES,
        lead: ui::REVIEW_LEAD_TRADES,
        groups: TRADES.iter().map(|of| trade(of, lang)).collect(),
    }
}

fn trade(trade: &TradeWords, lang: Lang) -> Group {
    let kinds = |ids: &[&str]| ids.iter().map(|id| kind_name(id, lang)).collect::<Vec<_>>().join(", ");
    let first = Row::new(trade.id, trade.help.get(lang))
        .fact(ui::REVIEW_PROPOSED_KINDS, kinds(trade.proposes))
        .fact(ui::REVIEW_ASKED_KINDS, kinds(trade.asks));
    let changes = trade.changes.iter().enumerate();
    let rows = changes.map(|(index, one)| change(format!("{}.{}", trade.id, index + 1), one, lang));
    Group {
        id: trade.id.to_owned(),
        title: trade.name.get(lang).to_owned(),
        rows: [first].into_iter().chain(rows).collect(),
    }
}

fn change(code: String, change: &Change, lang: Lang) -> Row {
    let kinds: Vec<_> = change.kinds.iter().map(|id| kind_name(id, lang)).collect();
    let kinds = if kinds.is_empty() { ui::REVIEW_ALL.get(lang).to_owned() } else { kinds.join(", ") };
    let notice = defaults::change(change).unwrap_or_default();
    let text = format!("{}: {kinds}", ui::REVIEW_CONCERNS.get(lang));
    Row::new(code, text)
        .list(ui::REVIEW_REMOVED, change.remove.iter().map(|id| with_text(id, lang)).collect())
        .list(ui::REVIEW_ADDED, clauses(change.notice).map(|id| with_text(id, lang)).collect())
        .fact(ui::REVIEW_ANSWERED_NO, answered_no(&notice, lang))
        .composed(brought(&notice, lang))
}

/// What choosing each purpose of the catalogue adds.
pub(super) fn purposes(lang: Lang) -> Part {
    let row = |clause: &'static content::Clause| {
        let notice = defaults::purpose(clause.id).map(|offer| offer.notice()).unwrap_or_default();
        Row::new(clause.id, clause.text.get(lang)).composed(brought(&notice, lang))
    };
    let rows = content::group("purpose").map(row).collect();
    let title = content::section(SectionId::Purposes).title.get(lang).to_owned();
    Part {
        id: "purposes",
        title: ui::REVIEW_PART_PURPOSES,
        lead: ui::REVIEW_LEAD_PURPOSES,
        groups: vec![Group { id: "all".to_owned(), title, rows }],
    }
}

/// The sections that a partial notice writes. People's rights follow from the purposes, and are read with the kinds.
fn brought(notice: &Notice, lang: Lang) -> Vec<Section> {
    let always = facts_by_section(&Notice::default(), lang).sections;
    let mut sections = facts_by_section(notice, lang).sections;
    let own = [SectionId::DirectMarketing, SectionId::OtherRights, SectionId::Changes];
    sections.retain(|section| {
        (section.id.task() != Task::Rights || own.contains(&section.id)) && !always.contains(section)
    });
    sections
}

/// The ids of the clauses in a partial notice, each once, as they come.
fn clauses(json: &str) -> impl Iterator<Item = &str> {
    let mut seen = Vec::new();
    let ids = json.split("{\"clause\":{\"id\":\"").skip(1).filter_map(|rest| rest.split('"').next());
    ids.filter(move |id| {
        let new = !seen.contains(id);
        seen.push(*id);
        new
    })
}

fn with_text(id: &str, lang: Lang) -> String {
    let text = content::find_clause(id).map_or("", |clause| clause.text.get(lang));
    format!("{id}: {text}")
}
