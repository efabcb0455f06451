//! Whether data must be given, what follows if not, and children's consent.
//!
//! Law: GDPR 8, 13(2)(e); Tietosuojalaki 5 §.

use super::Kind::Gap;
use super::Rule;
use super::Severity::{Blocking, Warning};
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::data::Requirement;

pub(super) const RULES: &[Rule] = &[
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
            // What is voluntary may be left out without consequence, and then there is nothing to tell.
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
];

#[cfg(test)]
cases! {
    "provision-unanswered":
        fires "not answered" at "provision.requirement" => |n| n.provision.requirement = Answer::Unanswered;
        fires "I do not know" at "provision.requirement" => |n| n.provision.requirement = Answer::Unknown;
        silent "voluntary" => |n| n.provision.requirement = Answer::Yes(Requirement::Voluntary);
    "provision-without-consequence":
        fires "needed for the contract, or else?" at "provision.consequence" => |n| {
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
}
