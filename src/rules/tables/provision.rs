//! Whether people must give their data, what follows if they do not, and how children's consent is obtained.
//!
//! Law: GDPR 7(4), 8, 13(2)(e); Tietosuojalaki 5 §.

use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::data::Requirement;
use crate::notice::purpose::{BasisKind, Purpose};
use crate::rules::Kind::{Conflict, Gap};
use crate::rules::Rule;
use crate::rules::Severity::{Blocking, Warning};

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::PROVISION_UNANSWERED,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(2)(e)")],
        anchor: &["C17", "Mandatory Data Disclosure"],
        check: |c, found| {
            if !c.notice.provision.requirement.is_yes() {
                found.at("provision.requirement");
            }
        },
    },
    Rule {
        id: rule_id::PROVISION_WITHOUT_CONSEQUENCE,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(2)(e)")],
        anchor: &["C17", "Mandatory Data Disclosure"],
        check: |c, found| {
            // Leaving out voluntary data may have no consequence, and then there is none to tell.
            let provision = &c.notice.provision;
            let demanded = provision.requirement.yes().is_some_and(|what| *what != Requirement::Voluntary);
            if demanded && provision.consequence.is_blank() {
                found.at("provision.consequence");
            }
        },
    },
    Rule {
        id: rule_id::CHILDREN_UNANSWERED,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 8"), Citation::new("Tietosuojalaki 5 §")],
        anchor: &[],
        check: |c, found| {
            if c.notice.children.is_open() {
                found.at("children");
            }
        },
    },
    Rule {
        id: rule_id::CHILDREN_HOW_MISSING,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 8(2)"), Citation::new("Tietosuojalaki 5 §")],
        anchor: &[],
        check: |c, found| {
            if c.notice.children.yes().is_some_and(|children| children.how.is_blank()) {
                found.at("children.how");
            }
        },
    },
    Rule {
        id: rule_id::PROVISION_CONTRADICTS_BASIS,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(2)(e)"), Citation::new("GDPR 7(4)")],
        anchor: &["C17", "Mandatory Data Disclosure"],
        check: |c, found| {
            let Some(requirement) = c.notice.provision.requirement.yes() else { return };
            let bases: Vec<_> = c.notice.purposes.iter().filter_map(Purpose::basis_kind).collect();
            let all = |kinds: &[BasisKind]| bases.iter().all(|kind| kinds.contains(kind));
            let law = &[BasisKind::LegalObligation, BasisKind::PublicTask];
            let disagree = match requirement {
                Requirement::Statutory
                | Requirement::PartlyStatutory
                | Requirement::StatutoryAndContractual => !bases.iter().any(|kind| law.contains(kind)),
                Requirement::Contractual | Requirement::ToContract => all(&[BasisKind::Consent]),
                Requirement::Voluntary => all(law),
                Requirement::Partly | Requirement::Observed => false,
            };
            if disagree && c.notice.bases_are_known() {
                found.at("provision.requirement");
            }
        },
    },
];

#[cfg(test)]
cases! {
    "provision-unanswered":
        fires "not answered" at "provision.requirement" => |n| n.provision.requirement = Answer::Unanswered;
        fires "I do not know" at "provision.requirement" => |n| n.provision.requirement = Answer::Unknown;
        silent "voluntary" => |n| n.provision.requirement = Answer::Yes(Requirement::Voluntary);
    "provision-without-consequence":
        fires "needed for the contract, without a consequence" at "provision.consequence" => |n| {
            n.provision.requirement = Answer::Yes(Requirement::ToContract);
            n.provision.consequence = said("");
        };
        silent "voluntary" => |n| {
            n.provision.requirement = Answer::Yes(Requirement::Voluntary);
            n.provision.consequence = said("");
        };
    "children-unanswered":
        fires "not answered" at "children" => |n| n.children = Answer::Unanswered;
        fires "I do not know" at "children" => |n| n.children = Answer::Unknown;
        silent "no service to children" => |n| n.children = Answer::No;
    "children-how-missing":
        fires "yes, and nothing more" at "children.how" => |n| n.children = Answer::Yes(Children { how: own("") });
        silent "a guardian's consent" => |n| n.children = Answer::Yes(Children { how: own("Huoltaja vahvistaa tilin.") });
    "provision-contradicts-basis":
        fires "required by law, though no purpose rests on a law" at "provision.requirement" => |n| {
            n.provision.requirement = Answer::Yes(Requirement::Statutory);
        };
        fires "consent that must be given" at "provision.requirement" => |n| {
            n.provision.requirement = Answer::Yes(Requirement::ToContract);
            consent(n, "withdrawal.email");
        };
        fires "a duty that is voluntary" at "provision.requirement" => |n| {
            n.provision.requirement = Answer::Yes(Requirement::Voluntary);
            each(&mut n.purposes, |p| p.basis = Answer::Yes(BasisKind::LegalObligation.blank()));
        };
        silent "needed for the contract" => |n| n.provision.requirement = Answer::Yes(Requirement::ToContract);
        silent "a basis is open" => |n| {
            n.provision.requirement = Answer::Yes(Requirement::Statutory);
            each(&mut n.purposes, |p| p.basis = Answer::Unknown);
        };
}
