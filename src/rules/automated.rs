//! Profiling and automated decisions: answered, and explained where they exist.
//!
//! Law: GDPR 4(4), 13(2)(f), 22. Where there is none, the notice says so.

use super::Kind::Gap;
use super::Rule;
use super::Severity::Blocking;
use crate::content::rule_id;
use crate::law::Citation;

const LABEL: &str = "Automated Decision-Making";

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::PROFILING_UNANSWERED,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(2)(f)"), Citation::new("GDPR 4(4)")],
        anchor: &[LABEL],
        check: |c, found| {
            if c.notice.automated_decisions.profiling.is_open() {
                found.at("automated-decisions.profiling");
            }
        },
    },
    Rule {
        id: rule_id::PROFILING_NOT_DESCRIBED,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(2)(f)"), Citation::new("GDPR 4(4)")],
        anchor: &[LABEL],
        check: |c, found| {
            if c.notice.automated_decisions.profiling.yes().is_some_and(|profiling| profiling.how.is_blank())
            {
                found.at("automated-decisions.profiling.how");
            }
        },
    },
    Rule {
        id: rule_id::DECISIONS_UNANSWERED,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(2)(f)"), Citation::new("GDPR 22")],
        anchor: &[LABEL],
        check: |c, found| {
            if c.notice.automated_decisions.decisions.is_open() {
                found.at("automated-decisions.decisions");
            }
        },
    },
    Rule {
        id: rule_id::DECISION_NOT_EXPLAINED,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(2)(f)"), Citation::new("GDPR 22")],
        anchor: &[LABEL],
        check: |c, found| {
            let Some(decision) = c.notice.automated_decisions.decisions.yes() else { return };
            for (field, text) in [
                ("automated-decisions.decisions.logic", &decision.logic),
                ("automated-decisions.decisions.effect", &decision.effect),
            ] {
                if text.is_blank() {
                    found.at(field);
                }
            }
        },
    },
];

#[cfg(test)]
cases! {
    "profiling-unanswered":
        fires "not answered" at "automated-decisions.profiling" => |n| {
            n.automated_decisions.profiling = Answer::Unanswered;
        };
        fires "I do not know" at "automated-decisions.profiling" => |n| {
            n.automated_decisions.profiling = Answer::Unknown;
        };
        silent "none" => |n| n.automated_decisions.profiling = Answer::No;
    "profiling-not-described":
        fires "yes, but how?" at "automated-decisions.profiling.how" => |n| {
            n.automated_decisions.profiling = Answer::Yes(Profiling { how: own(" ") });
        };
        silent "described" => |n| {
            n.automated_decisions.profiling = Answer::Yes(Profiling { how: own("Tarjoamme ostosten perusteella lisäosia.") });
        };
    "decisions-unanswered":
        fires "not answered" at "automated-decisions.decisions" => |n| {
            n.automated_decisions.decisions = Answer::Unanswered;
        };
        fires "I do not know" at "automated-decisions.decisions" => |n| {
            n.automated_decisions.decisions = Answer::Unknown;
        };
        silent "none" => |n| n.automated_decisions.decisions = Answer::No;
    "decision-not-explained":
        fires "no logic" at "automated-decisions.decisions.logic" => |n| decide(n, "", "Tilausta ei voi tehdä laskulla.");
        fires "no effect" at "automated-decisions.decisions.effect" => |n| decide(n, "Luottotietomerkintä ratkaisee.", "");
        silent "both told" => |n| decide(n, "Luottotietomerkintä ratkaisee.", "Tilausta ei voi tehdä laskulla.");
}
