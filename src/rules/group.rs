//! Findings as people are told of them: one entry for each rule in each section, however many fields it names.

use super::{Finding, Report, Rule, Severity};
use crate::section::SectionId;

/// All findings of one rule in one section.
#[derive(Debug)]
pub struct Group<'a> {
    /// The rule.
    pub rule: &'static Rule,
    /// The section.
    pub section: SectionId,
    /// Where it fired.
    pub findings: Vec<&'a Finding>,
}

/// Findings by rule and section, worst first.
pub fn grouped<'a>(findings: impl Iterator<Item = &'a Finding>) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    for finding in findings {
        match groups.iter_mut().find(|group| group.rule == finding.rule && group.section == finding.section) {
            Some(group) => group.findings.push(finding),
            None => {
                groups.push(Group { rule: finding.rule, section: finding.section, findings: vec![finding] });
            }
        }
    }
    groups.sort_by_key(|group| group.rule.severity);
    groups
}

impl Report {
    /// How many things of this severity are to be mended, as the app and the command line count them: groups, not
    /// fields.
    pub fn count(&self, severity: Severity) -> usize {
        grouped(self.findings.iter().filter(|finding| finding.rule.severity == severity)).len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::Notice;
    use crate::notice::date::Date;
    use crate::notice::recipient::Recipient;
    use crate::notice::row::RowId;
    use crate::rules::check;

    #[test]
    fn a_rule_that_names_several_fields_of_a_section_counts_once() {
        let mut notice = Notice::default();
        let blank = |id| Recipient { id: RowId(id), ..Recipient::default() };
        notice.recipients = vec![blank(1), blank(2), blank(3)];
        let report = check(&notice, Date::FIRST);
        let groups = grouped(report.findings.iter());
        assert!(groups.iter().any(|group| group.findings.len() == 3), "each recipient lacks the same");
        assert!(groups.is_sorted_by_key(|group| group.rule.severity));
        let total: usize = Severity::ALL.map(|severity| report.count(severity)).iter().sum();
        assert_eq!(total, groups.len());
        assert!(total < report.findings.len());
    }
}
