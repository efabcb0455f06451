//! Profiling and automated decisions: answered, explained where they exist, and allowed by a legal basis.
//!
//! Law: GDPR 4(4), 13(2)(f), 22. Where there are none, the notice says so.

use crate::content::facts::About;
use crate::content::patterns;
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::purpose::{BasisKind, Purpose};
use crate::rules::Kind::{Conflict, Gap};
use crate::rules::Rule;
use crate::rules::Severity::Blocking;
use crate::rules::facts::speaks_of;

/// The transparency requirement that these rules check.
const LABEL: &str = "Automated Decision-Making";

pub(in crate::rules) const RULES: &[Rule] = &[
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
    Rule {
        id: rule_id::DECISION_WITHOUT_GROUND,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 22(2)")],
        anchor: &[LABEL],
        check: |c, found| {
            let allows = |kind| !matches!(kind, BasisKind::LegitimateInterests | BasisKind::VitalInterests);
            let allowed = c.notice.purposes.iter().filter_map(Purpose::basis_kind).any(allows);
            if c.notice.automated_decisions.decisions.is_yes() && c.notice.bases_are_known() && !allowed {
                found.at("automated-decisions.decisions");
            }
        },
    },
    Rule {
        id: rule_id::PROFILING_DENIED,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 4(4)"), Citation::new("GDPR 13(2)(f)")],
        anchor: &[LABEL],
        check: |c, found| {
            if !c.notice.automated_decisions.profiling.is_no() {
                return;
            }
            if let Some(hit) = c.text.hits_without(patterns::PROFILING, patterns::PROFILING_DENIED).next() {
                found.at_hit("automated-decisions.profiling", &hit);
            } else if speaks_of(c, About::Profiling) {
                found.at("automated-decisions.profiling");
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
        fires "yes, and not described" at "automated-decisions.profiling.how" => |n| {
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
    "decision-without-ground":
        fires "on an interest alone" at "automated-decisions.decisions" => |n| {
            decide(n, "Pisteet ratkaisevat.", "Et saa luottoa.");
            each(&mut n.purposes, |p| p.basis = Answer::Yes(BasisKind::LegitimateInterests.blank()));
        };
        silent "for a contract" => |n| decide(n, "Pisteet ratkaisevat.", "Et saa luottoa.");
        silent "no decisions" => |n| each(&mut n.purposes, |p| p.basis = Answer::Yes(BasisKind::LegitimateInterests.blank()));
    "profiling-denied":
        fires "advertisements by earlier visits" at "automated-decisions.profiling" => |n| {
            each(&mut n.purposes, |p| p.what = Statement::clause("purpose.personalised-content"));
        };
        fires "in own words" at "automated-decisions.profiling" => |n| {
            add(n, SectionId::Purposes, "Kohdennamme mainoksia ostosten perusteella.");
        };
        fires "a credit decision by a program" at "automated-decisions.profiling" => |n| {
            add(n, SectionId::Purposes, "Teemme automaattisen luottopäätöksen.");
        };
        fires "in Swedish" at "automated-decisions.profiling" => |n| say(n, Lang::Sv, "Vi profilerar våra kunder.");
        fires "in English" at "automated-decisions.profiling" => |n| say(n, Lang::En, "We personalise your offers.");
        silent "said again that there is none" => |n| {
            add(n, SectionId::Purposes, "Emme profiloi asiakkaitamme.");
        };
        silent "a credit decision that people make" => |n| {
            add(n, SectionId::Purposes, "Käytämme luottotietoja luottopäätöksen tekemiseen.");
        };
        silent "described" => |n| {
            each(&mut n.purposes, |p| p.what = Statement::clause("purpose.personalised-content"));
            n.automated_decisions.profiling = Answer::Yes(Profiling { how: own("Valitsemme mainokset käyntien perusteella.") });
        };
        silent "nothing of the kind" => |n| n.purposes.truncate(1);
}
