//! How grave a finding is, as people see it: its word, its colour, its icon, and the law that it rests on.

use crate::content::{Text, ui};
use crate::rules::{Rule, Severity};
use crate::ui::i18n::lang;
use crate::ui::icon::Icon;

/// The word of a severity.
pub fn severity_word(severity: Severity) -> Text {
    match severity {
        Severity::Blocking => ui::SEVERITY_BLOCKING,
        Severity::Warning => ui::SEVERITY_WARNING,
        Severity::Hint => ui::SEVERITY_HINT,
    }
}

/// The class that colours a finding.
pub fn severity_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Blocking => "finding finding-blocking",
        Severity::Warning => "finding finding-warning",
        Severity::Hint => "finding finding-hint",
    }
}

/// The icon of a severity.
pub fn severity_icon(severity: Severity) -> Icon {
    match severity {
        Severity::Blocking => Icon::Stop,
        Severity::Warning => Icon::Warning,
        Severity::Hint => Icon::Info,
    }
}

/// The citations of a rule, in the interface's language.
pub fn law_of(rule: &Rule) -> String {
    rule.law.iter().map(|citation| citation.display(lang())).collect::<Vec<_>>().join(", ")
}
