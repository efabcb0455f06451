//! The rules: what a notice still lacks, and what in it contradicts the law or itself.
//!
//! One rule is a question about the model: a small pure function and an entry in one of the tables in `tables`, one for each
//! topic. Its message and its advice are content (`content/rules.toml`); which screen shows it is not decided here.
//! Law: GDPR 13–14 item by item; each rule cites its own.
//! Knows: the model, and whether a clause id exists. Does not know: words, languages' sentences, screens.

#[cfg(test)]
#[macro_use]
mod cases;

mod facts;
mod field;
pub mod fix;
mod group;
mod instead;
mod labels;
mod passages;
mod place;
mod status;
mod tables;
mod walk;

pub use group::{Group, grouped};
pub use place::Place;
pub use status::{SectionReport, Status, is_fixed, source};

use crate::content::RuleId;
use crate::law::Citation;
use crate::notice::Notice;
use crate::notice::date::Date;
use crate::notice::dismissal::Dismissal;
use crate::notice::origin::Origins;
use crate::notice::path::FieldPath;
use crate::notice::statement::Statement;
use crate::section::SectionId;
use crate::text::safe_excerpt;
use labels::own_words_excerpt;
use passages::{Texts, texts_with_name};
use walk::{Said, said_in};

/// The version of the rules: a report names it, so that two reports can be told apart.
pub const VERSION: &str = "2026.11.3";
/// The day on which the rules and what they rest on were last compared with the law, ISO.
pub const AS_OF: &str = "2026-11-20";

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Do not publish: an item that the law demands is missing or wrong.
    Blocking,
    /// Mend it: a reader, or the authority, will stumble over it.
    Warning,
    /// Worth a thought.
    Hint,
}

impl Severity {
    /// All severities, worst first.
    pub const ALL: [Self; 3] = [Self::Blocking, Self::Warning, Self::Hint];

    /// The stable id.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Blocking => "blocking",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

/// Whether something is missing or something is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Something is missing: the section is incomplete.
    Gap,
    /// Something is wrong: the section needs attention.
    Conflict,
}

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// The stable id.
    pub id: RuleId,
    /// How much it matters when the rule fires.
    pub severity: Severity,
    /// Whether it finds a gap or a conflict.
    pub kind: Kind,
    /// What it rests on; empty where custom asks and no law does.
    pub law: &'static [Citation],
    /// Where published criteria ask the same: `C16` of the 23 completeness criteria, or a label of the
    /// 21 transparency requirements. Empty where neither does.
    pub anchor: &'static [&'static str],
    /// The question about the model.
    pub check: fn(&Context<'_>, &mut Found),
}

impl PartialEq for Rule {
    /// By id, which is unique: a function cannot be compared.
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// What a rule may look at.
#[derive(Debug)]
pub struct Context<'a> {
    /// The notice.
    pub notice: &'a Notice,
    /// The day of the check. Passed in: rules have no clock.
    pub today: Date,
    /// Everything that is said in the notice, gathered once for all rules.
    said: Vec<Said<'a>>,
    /// The notice's free text, read once for all rules.
    text: Texts<'a>,
}

impl<'a> Context<'a> {
    /// The ids of all clauses in the notice, in its order.
    fn clauses(&self) -> impl Iterator<Item = &'a str> {
        self.said.iter().filter_map(|said| said.clause())
    }

    /// Whether the firm tells of a section in its own words.
    fn adds_to(&self, section: SectionId) -> bool {
        self.notice.additions.get(&section).is_some_and(|text| !text.is_blank())
    }
}

/// One place where a rule fired.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The rule.
    pub rule: &'static Rule,
    /// The section whose screen mends it.
    pub section: SectionId,
    /// The field: a path such as `purposes.2.basis`, or the section as a whole.
    pub field: FieldPath,
    /// What was found there, in the user's own words; may be empty.
    pub evidence: String,
    /// Where these words stand, if they were found in a text.
    pub place: Option<Place>,
}

/// The findings of a check while it runs.
#[derive(Debug)]
pub struct Found {
    rule: &'static Rule,
    findings: Vec<Finding>,
}

impl Found {
    /// The rule that runs now fires at this field.
    fn at(&mut self, field: impl Into<FieldPath>) {
        self.at_with_evidence(field, "");
    }

    /// As [`at`](Self::at), with what was found there: cut to what fits, and without secret numbers.
    fn at_with_evidence(&mut self, field: impl Into<FieldPath>, evidence: impl AsRef<str>) {
        self.push(field.into(), safe_excerpt(evidence.as_ref()), None);
    }

    /// As [`at`](Self::at), with the firm's own words in this statement.
    fn at_statement(&mut self, field: FieldPath, statement: &Statement) {
        self.at_with_evidence(field, own_words_excerpt(statement));
    }

    /// Adds a finding whose evidence is fit to be shown.
    fn push(&mut self, field: FieldPath, evidence: String, place: Option<Place>) {
        // Every path that a rule names has a section; a test proves it.
        let section = field.section().unwrap_or(SectionId::Register);
        self.findings.push(Finding { rule: self.rule, section, field, evidence, place });
    }
}

/// All rules.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    tables::TABLES.iter().copied().flatten()
}

/// What a check found.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// The findings in the order of the sections, worst first within a section.
    pub findings: Vec<Finding>,
    /// How far the notice has come, in per cent, rounded down. 100 only when every section that applies is
    /// complete and nothing blocks. It never falls when a gap is filled.
    pub completeness: u8,
    /// What the firm has set aside, in the same order: found, and not counted.
    pub dismissed: Vec<Dismissed>,
    /// The facts that nobody has said, each under the section whose screen asks for it: they wait for a yes.
    pub waiting: Vec<(SectionId, FieldPath)>,
    sections: [SectionReport; SectionId::ALL.len()],
}

/// A finding that was set aside.
#[derive(Clone, Debug, PartialEq)]
pub struct Dismissed {
    /// What was found.
    pub finding: Finding,
    /// Why it does not matter here.
    pub reason: String,
    /// The day of the decision, ISO.
    pub on: String,
}

impl Report {
    /// How a section stands.
    pub fn section(&self, section: SectionId) -> SectionReport {
        self.sections.get(section.index()).copied().unwrap_or_default()
    }

    /// The findings that this section's screen mends.
    pub fn in_section(&self, section: SectionId) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.section == section)
    }

    /// All findings that keep a section from being complete, also those that another section's screen mends:
    /// the transfer section is composed from the recipients, and waits for what they lack.
    pub fn concerning(&self, section: SectionId) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| {
            finding.section == section || status::waits_for(section).contains(&finding.rule.id)
        })
    }

    /// Whether nothing blocks, and nothing would be published that nobody has said.
    pub fn publishable(&self) -> bool {
        self.waiting.is_empty()
            && self.findings.iter().all(|finding| finding.rule.severity != Severity::Blocking)
    }

    /// The sections in which something waits for a yes, in their order. A section that is composed from the answers of another one
    /// is not among them: its facts wait there.
    pub fn waiting_sections(&self) -> impl Iterator<Item = SectionId> {
        SectionId::ALL.into_iter().filter(|section| self.waiting.iter().any(|(of, _)| of == section))
    }

    /// How many of the sections that the firm has to answer for are done, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        status::progress(&self.sections)
    }
}

impl Finding {
    /// Whether it may be set aside: what blocks may not.
    pub fn may_be_dismissed(&self) -> bool {
        self.rule.severity != Severity::Blocking
    }

    fn dismissal<'a>(&self, dismissals: &'a [Dismissal]) -> Option<&'a Dismissal> {
        let same = |set_aside: &&Dismissal| self.rule.id == *set_aside.rule && set_aside.field == self.field;
        dismissals.iter().find(same).filter(|_| self.may_be_dismissed())
    }
}

/// Runs all rules over a notice.
pub fn check(notice: &Notice, today: Date) -> Report {
    check_with(notice, today, &Beside::default())
}

/// What a draft holds beside its notice that a check looks at.
#[derive(Clone, Copy, Debug, Default)]
pub struct Beside<'a> {
    /// What the firm calls the draft. It is not published, but it is kept, and read for secret numbers.
    pub draft_name: &'a str,
    /// What the firm has set aside.
    pub dismissals: &'a [Dismissal],
    /// Where each answer came from: what nobody has said waits for a yes. Without them, everything counts as said.
    pub origins: Option<&'a Origins>,
}

/// Runs all rules over a notice, and parts what the firm has set aside from what is open.
pub fn check_with(notice: &Notice, today: Date, beside: &Beside<'_>) -> Report {
    let Beside { draft_name, dismissals, origins } = *beside;
    // Facts that no reader sees are no facts of what is published. Their words are read all the same, for secret numbers.
    let printed = notice.printed();
    let text = texts_with_name(notice, draft_name);
    let said = said_in(&printed);
    let context = Context { notice: &printed, today, said, text };
    let mut findings = Vec::new();
    for rule in all() {
        let mut found = Found { rule, findings };
        (rule.check)(&context, &mut found);
        findings = found.findings;
    }
    findings.retain(|finding| !instead::is_moot(notice, finding));
    findings.sort_by_key(|finding| (finding.section.index(), finding.rule.severity));
    let mut dismissed = Vec::new();
    findings.retain(|finding| match finding.dismissal(dismissals) {
        Some(Dismissal { reason, on, .. }) => {
            let (reason, on) = (reason.clone(), on.clone());
            dismissed.push(Dismissed { finding: finding.clone(), reason, on });
            false
        }
        None => true,
    });
    let told = origins.map(|origins| origins.told(&printed));
    let seen =
        status::Seen { notice: &printed, findings: &findings, dismissed: &dismissed, told: told.as_ref() };
    let sections = SectionId::ALL.map(|section| status::of(&seen, section));
    let completeness = status::completeness(&sections, &findings);
    let waiting = told.map(|told| told.waiting).unwrap_or_default();
    Report { findings, completeness, dismissed, waiting, sections }
}
