//! The report as JSON, for scripts and archives: every requirement in one flat list, with the rules that ask for it.
//!
//! By types, not by way of a `Value`, whose writer would bring the printing of floating-point numbers into the app.

use super::{Evidence, Met, SaidBy, rules_of};
use crate::content;
use crate::lang::Lang;
use crate::notice::path::FieldPath;
use crate::rules::{self, Dismissed};
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Report<'a> {
    title: &'a str,
    firm: &'a str,
    lang: &'a str,
    checked_on: String,
    rules: Rules,
    found: usize,
    of: usize,
    requirements: Vec<Requirement<'a>>,
    findings: Vec<FindingJson<'a>>,
    dismissed: Vec<FindingJson<'a>>,
}

#[derive(Serialize)]
struct Rules {
    version: &'static str,
    date: &'static str,
    count: usize,
}

#[derive(Serialize)]
struct Requirement<'a> {
    set: &'a str,
    code: &'a str,
    name: &'a str,
    law: Vec<&'a str>,
    rules: Vec<&'a str>,
    section: &'a str,
    status: &'a str,
    sentence: &'a str,
    /// Who answers for the sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
}

impl<'a> Requirement<'a> {
    fn of(met: &'a Met) -> Self {
        let requirement = met.requirement;
        Self {
            set: requirement.set.id(),
            code: requirement.code,
            name: requirement.name,
            law: requirement.law.iter().map(|law| law.code()).collect(),
            rules: rules_of(requirement).map(|rule| rule.id.as_str()).collect(),
            section: requirement.section.id(),
            status: met.status.id(),
            sentence: &met.sentence,
            by: met.by.map(SaidBy::id),
        }
    }
}

/// A finding as JSON, for this report and for `seloste check`.
#[derive(Serialize)]
pub struct FindingJson<'a> {
    rule: &'a str,
    severity: &'a str,
    section: &'a str,
    field: FieldPath,
    law: String,
    message: &'a str,
    evidence: &'a str,
    /// The first byte of the words found, and the one after the last; absent where nothing was found in a text.
    #[serde(skip_serializing_if = "Option::is_none")]
    start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end: Option<usize>,
    /// The language of that text, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    lang: Option<&'static str>,
    /// The field that holds that text.
    #[serde(rename = "found-in", skip_serializing_if = "Option::is_none")]
    found_in: Option<FieldPath>,
    /// Of what was set aside: why.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    /// Of what was set aside: on which day.
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<&'a str>,
}

impl<'a> FindingJson<'a> {
    /// What was found, with its message in this language.
    pub fn of(finding: &'a rules::Finding, lang: Lang) -> Self {
        let place = finding.place.as_ref();
        Self {
            rule: finding.rule.id.as_str(),
            severity: finding.rule.severity.id(),
            section: finding.section.id(),
            field: finding.field,
            law: finding.rule.law.iter().map(|law| law.code()).collect::<Vec<_>>().join(", "),
            message: content::rule(finding.rule.id).map_or("", |texts| texts.message.get(lang)),
            evidence: &finding.evidence,
            start: place.map(|place| place.span.start),
            end: place.map(|place| place.span.end),
            lang: place.and_then(|place| place.lang).map(Lang::tag),
            found_in: place.map(|place| place.field),
            reason: None,
            on: None,
        }
    }

    /// What was found and set aside.
    pub fn set_aside(set: &'a Dismissed, lang: Lang) -> Self {
        Self { reason: Some(&set.reason), on: Some(&set.on), ..Self::of(&set.finding, lang) }
    }
}

/// Writes the report.
///
/// # Errors
/// None in practice: every part has a JSON form.
pub fn json(evidence: &Evidence) -> Result<String, serde_json::Error> {
    let lang = evidence.lang;
    let (found, of) = evidence.count();
    let report = Report {
        title: &evidence.title,
        firm: &evidence.firm,
        lang: lang.tag(),
        checked_on: evidence.checked_on.iso(),
        rules: Rules { version: rules::VERSION, date: rules::AS_OF, count: rules::all().count() },
        found,
        of,
        requirements: evidence.requirements.iter().map(Requirement::of).collect(),
        findings: evidence.findings.iter().map(|finding| FindingJson::of(finding, lang)).collect(),
        dismissed: evidence.dismissed.iter().map(|set| FindingJson::set_aside(set, lang)).collect(),
    };
    serde_json::to_string_pretty(&report).map(|text| text + "\n")
}
