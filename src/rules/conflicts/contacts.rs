//! Those who answer, against each other: the same details twice, a representative that nobody needs.
//!
//! Law: GDPR 12(2), 13(1)(a), 27.

use crate::content::rule_id;
use crate::law::Citation;
use crate::rules::Kind::Conflict;
use crate::rules::Rule;
use crate::rules::Severity::{Hint, Warning};

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::CONTACT_SAME_AS_CONTROLLER,
        severity: Hint,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(2)")],
        anchor: &[],
        check: |c, found| {
            let (firm, contact) = (&c.notice.controller, &c.notice.contact);
            let same = |a: &str, b: &str| a.trim().to_lowercase() == b.trim().to_lowercase();
            let named = !contact.name.trim().is_empty() && same(&contact.name, &firm.name);
            if named && same(&contact.email, &firm.email) && same(&contact.phone, &firm.phone) {
                found.at_with_evidence("contact.name", contact.name.trim());
            }
        },
    },
    Rule {
        id: rule_id::REPRESENTATIVE_NEEDLESS,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 27")],
        anchor: &["C22"],
        check: |c, found| {
            if c.notice.representative.is_yes() && c.notice.controller.business_id.normalised().is_some() {
                found.at("representative");
            }
        },
    },
];

#[cfg(test)]
cases! {
    "contact-same-as-controller":
        fires "the same block twice" at "contact.name" => |n| {
            n.contact.name = "esimerkki oy ".into();
            n.contact.phone.clone_from(&n.controller.phone);
        };
        silent "a person at the same address" => |n| n.contact.phone.clone_from(&n.controller.phone);
        silent "no name" => |n| n.contact.name.clear();
    "representative-needless":
        fires "a firm in Finland" at "representative" => |n| n.representative = Answer::Yes(n.contact.clone());
        silent "a firm outside the EU" => |n| {
            n.controller.business_id.0.clear();
            n.representative = Answer::Yes(n.contact.clone());
        };
        silent "none" => |n| n.representative = Answer::No;
}
