//! The report as a document: what every exporter can write.
//!
//! One section for each section of the notice: its requirements with the words that tell them, the rules that ask, what they
//! found, and what was set aside. Says "found" and "not found", and never more.

use super::{Evidence, Met, SaidBy, Status};
use crate::content::{self, clause, ui};
use crate::document::{Block, Document, Inline, Labels, Section, Table, para};
use crate::lang::Lang;
use crate::notice::date::Date;
use crate::rules::{self, Dismissed, Finding, Severity};
use crate::section::SectionId;

/// The report in its language.
pub fn document(evidence: &Evidence) -> Document {
    let lang = evidence.lang;
    let (found, of) = evidence.count();
    let fact = |label: content::Text, value: String| (label.get(lang).to_owned(), value);
    let label = |clause: &content::Clause| clause.text.get(lang).to_owned();
    Document {
        lang,
        title: format!("{} – {}", evidence.title, ui::EVIDENCE_TITLE.get(lang)),
        firm: evidence.firm.clone(),
        facts: vec![
            fact(ui::EVIDENCE_CHECKED, evidence.checked_on.dotted()),
            fact(ui::EVIDENCE_PACK, format!("{} ({})", rules::VERSION, dotted(rules::AS_OF))),
            fact(ui::EVIDENCE_COUNT, format!("{found} / {of}")),
        ],
        labels: Labels {
            page: label(&clause::LABEL_PAGE),
            continued: label(&clause::LABEL_CONTINUED),
            contents: label(&clause::LABEL_CONTENTS),
            more: label(&clause::LABEL_MORE),
            draft: String::new(),
        },
        intro: Vec::new(),
        date: Some(evidence.checked_on.iso()),
        sections: SectionId::ALL.into_iter().filter_map(|id| section(evidence, id)).collect(),
    }
}

fn section(evidence: &Evidence, id: SectionId) -> Option<Section> {
    let lang = evidence.lang;
    let mut blocks = Vec::new();
    // What the report is stands where nothing is required: before all else.
    let about = id == SectionId::Register;
    if about {
        blocks.extend([para(ui::EVIDENCE_ABOUT.get(lang)), para(ui::EVIDENCE_LISTS.get(lang))]);
    }
    let here: Vec<_> = evidence.requirements.iter().filter(|met| met.requirement.section == id).collect();
    if !here.is_empty() {
        blocks.push(table(&here, lang));
    }
    let findings = evidence.findings.iter().filter(|finding| finding.section == id);
    blocks.extend(list(ui::EVIDENCE_FINDINGS, findings.map(|finding| told(finding, lang)), lang));
    let aside = evidence.dismissed.iter().filter(|set| set.finding.section == id);
    blocks.extend(list(ui::FOUND_DISMISSED, aside.map(|set| reasoned(set, lang)), lang));
    let title = content::section(id).title;
    (!blocks.is_empty()).then(|| Section {
        id,
        tells: Vec::new(),
        title: if about { ui::EVIDENCE_HOW } else { title }.get(lang).to_owned(),
        law: id.law().iter().map(|law| law.display(lang)).collect::<Vec<_>>().join(", "),
        blocks,
    })
}

/// Whether a requirement is told, and who answers for that.
type Outcome = (Status, Option<SaidBy>);

fn table(here: &[&Met], lang: Lang) -> Block {
    let head = [ui::EVIDENCE_REQUIREMENT, ui::EVIDENCE_RESULT, ui::EVIDENCE_SENTENCE];
    let head = head.map(|text| text.get(lang).to_owned()).to_vec();
    // Requirements that the same words meet share a row.
    let mut rows: Vec<(String, Outcome, &str)> = Vec::new();
    for met in here {
        let name = name(met, lang);
        let result = (met.status, met.by);
        match rows.iter_mut().find(|(_, other, sentence)| *other == result && *sentence == met.sentence) {
            Some((names, ..)) if names.split("; ").any(|other| other == name) => {}
            Some((names, ..)) => {
                names.push_str("; ");
                names.push_str(&name);
            }
            None => rows.push((name, result, &met.sentence)),
        }
    }
    let rows = rows.into_iter().map(|(names, (status, by), sentence)| {
        let status = match status {
            Status::Found => ui::EVIDENCE_FOUND,
            Status::OwnWords => ui::EVIDENCE_OWN_WORDS,
            Status::NotFound => ui::EVIDENCE_NOT_FOUND,
            Status::NotApplicable => ui::EVIDENCE_NOT_APPLICABLE,
        };
        let by = by.map(|by| format!(", {}", words(by).get(lang))).unwrap_or_default();
        [&names, &format!("{}{by}", status.get(lang)), sentence].map(cell).to_vec()
    });
    Block::Table(Table::new(head, rows.collect()))
}

const fn words(by: SaidBy) -> content::Text {
    match by {
        SaidBy::Law => ui::EVIDENCE_BY_LAW,
        SaidBy::Firm => ui::EVIDENCE_BY_FIRM,
        SaidBy::Answer => ui::EVIDENCE_BY_ANSWER,
        SaidBy::Confirmation => ui::EVIDENCE_BY_CONFIRMATION,
        SaidBy::Nobody => ui::EVIDENCE_BY_NOBODY,
    }
}

/// An article as the language cites it; a criterion by its published name. Codes are for scripts and stand in the JSON.
fn name(met: &Met, lang: Lang) -> String {
    let requirement = met.requirement;
    match (requirement.set, requirement.law.first()) {
        (super::Set::Articles, Some(law)) => law.display(lang),
        _ if requirement.name.is_empty() => requirement.code.to_owned(),
        _ => requirement.name.to_owned(),
    }
}

fn told(finding: &Finding, lang: Lang) -> String {
    let severity = match finding.rule.severity {
        Severity::Blocking => ui::SEVERITY_BLOCKING,
        Severity::Warning => ui::SEVERITY_WARNING,
        Severity::Hint => ui::SEVERITY_HINT,
    };
    let message = content::rule(finding.rule.id).map_or("", |texts| texts.message.get(lang));
    let quoted = match finding.evidence.as_str() {
        "" => String::new(),
        words => format!(" ”{words}”"),
    };
    format!("{}: {message}{quoted}", severity.get(lang))
}

fn reasoned(set: &Dismissed, lang: Lang) -> String {
    format!("{} – {} ({})", told(&set.finding, lang), set.reason, dotted(&set.on))
}

fn list(title: content::Text, items: impl Iterator<Item = String>, lang: Lang) -> Vec<Block> {
    let items: Vec<_> = items.map(|item| cell(&item)).collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![Block::Heading(cell(title.get(lang))), Block::List(items)]
}

fn cell(text: &str) -> Vec<Inline> {
    if text.is_empty() { Vec::new() } else { vec![Inline::Text(text.to_owned())] }
}

/// An ISO day as people write it; anything else as it is.
fn dotted(iso: &str) -> String {
    Date::parse(iso).map_or_else(|| iso.to_owned(), Date::dotted)
}
