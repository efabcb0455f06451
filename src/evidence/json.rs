//! The report as JSON, for scripts and archives: every requirement in one flat list, with the rules that ask for it.

use super::{Evidence, rules_of};
use crate::content;
use crate::rules::{self, Finding};
use serde_json::{Value, json};

/// Writes the report.
///
/// # Errors
/// None in practice: every part has a JSON form.
pub fn json(evidence: &Evidence) -> Result<String, serde_json::Error> {
    let lang = evidence.lang;
    let requirements = evidence.requirements.iter().map(|met| {
        let requirement = met.requirement;
        json!({
            "set": requirement.set.id(),
            "code": requirement.code,
            "name": requirement.name,
            "law": requirement.law.iter().map(|law| law.code()).collect::<Vec<_>>(),
            "rules": rules_of(requirement).map(|rule| rule.id).collect::<Vec<_>>(),
            "section": requirement.section.id(),
            "status": met.status.id(),
            "sentence": met.sentence,
        })
    });
    let finding = |finding: &Finding| -> Value {
        let message = content::rule(finding.rule.id).map_or("", |words| words.message.get(lang));
        json!({
            "rule": finding.rule.id,
            "severity": finding.rule.severity.id(),
            "section": finding.section.id(),
            "field": finding.field,
            "law": finding.rule.law.iter().map(|law| law.code()).collect::<Vec<_>>().join(", "),
            "message": message,
            "evidence": finding.evidence,
        })
    };
    let dismissed = evidence.dismissed.iter().map(|set| {
        let mut line = finding(&set.finding);
        if let Some(line) = line.as_object_mut() {
            line.insert("reason".to_owned(), json!(set.reason));
            line.insert("on".to_owned(), json!(set.on));
        }
        line
    });
    let (found, of) = evidence.count();
    let report = json!({
        "title": evidence.title,
        "firm": evidence.firm,
        "lang": lang.tag(),
        "checked-on": evidence.checked_on.iso(),
        "rules": { "version": rules::VERSION, "date": rules::AS_OF, "count": rules::all().count() },
        "found": found,
        "of": of,
        "requirements": requirements.collect::<Vec<_>>(),
        "findings": evidence.findings.iter().map(finding).collect::<Vec<_>>(),
        "dismissed": dismissed.collect::<Vec<_>>(),
    });
    serde_json::to_string_pretty(&report).map(|text| text + "\n")
}
