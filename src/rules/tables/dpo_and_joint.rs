//! Those who answer beside the controller: data protection officer, joint controllers, representative.
//!
//! Law: GDPR 13(1)(a)–(b), 26(2), 27, 37–39. An open question blocks: otherwise a mandatory item might be missing without
//! anybody having decided that it is not needed.

use crate::content::patterns;
use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::recipient::Role;
use crate::rules::Kind::{Conflict, Gap};
use crate::rules::Rule;
use crate::rules::Severity::{Blocking, Warning};
use crate::rules::labels::recipient_label;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::DPO_UNANSWERED,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)(b)"), Citation::new("GDPR 37(1)")],
        anchor: &["DPO Contact"],
        check: |c, found| {
            if c.notice.dpo.is_open() {
                found.at("dpo");
            }
        },
    },
    Rule {
        id: rule_id::DPO_CONTACT_MISSING,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)(b)")],
        anchor: &["C19", "DPO Contact"],
        check: |c, found| {
            if c.notice.dpo.yes().is_some_and(|dpo| !dpo.has_channel()) {
                found.at("dpo.email");
            }
        },
    },
    Rule {
        id: rule_id::JOINT_UNANSWERED,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 26(2)")],
        anchor: &[],
        check: |c, found| {
            if c.notice.joint_controllers.is_open() {
                found.at("joint-controllers");
            }
        },
    },
    Rule {
        id: rule_id::JOINT_INCOMPLETE,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)(a)"), Citation::new("GDPR 26(2)")],
        anchor: &[],
        check: |c, found| {
            let Some(joint) = c.notice.joint_controllers.yes() else { return };
            if joint.parties.trim().is_empty() {
                found.at("joint-controllers.parties");
            }
            if joint.arrangement.is_blank() {
                found.at("joint-controllers.arrangement");
            }
        },
    },
    Rule {
        id: rule_id::JOINT_DENIED,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(a)"), Citation::new("GDPR 26(2)")],
        anchor: &[],
        check: |c, found| {
            if c.notice.joint_controllers.is_no() {
                let mut joint = c.notice.recipients.iter().filter(|row| row.role.yes() == Some(&Role::Joint));
                if let Some(row) = joint.next() {
                    found.at_with_evidence("joint-controllers", recipient_label(row));
                }
            }
        },
    },
    Rule {
        id: rule_id::REPRESENTATIVE_UNANSWERED,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)(a)"), Citation::new("GDPR 27")],
        anchor: &["C22"],
        check: |c, found| {
            if c.notice.representative.is_open() {
                found.at("representative");
            }
        },
    },
    Rule {
        id: rule_id::REPRESENTATIVE_CONTACT_MISSING,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)(a)")],
        anchor: &["C22", "C23"],
        check: |c, found| {
            let Some(representative) = c.notice.representative.yes() else { return };
            if representative.name.trim().is_empty() {
                found.at("representative.name");
            }
            if !representative.has_channel() {
                found.at("representative.email");
            }
        },
    },
    Rule {
        id: rule_id::DPO_DENIED,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(b)"), Citation::new("GDPR 37(1)")],
        anchor: &["C19", "DPO Contact"],
        check: |c, found| {
            if c.notice.dpo.is_no() {
                found.hits(c.text.hits_without(patterns::OFFICER, patterns::NO_OFFICER));
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
    "dpo-unanswered":
        fires "not answered" at "dpo" => |n| n.dpo = Answer::Unanswered;
        fires "I do not know" at "dpo" => |n| n.dpo = Answer::Unknown;
        silent "none appointed" => |n| n.dpo = Answer::No;
    "dpo-contact-missing":
        fires "a name only" at "dpo.email" => |n| n.dpo = Answer::Yes(name_only());
        silent "a mailbox without a name: 13(1)(b) asks for no name" => |n| {
            n.dpo = Answer::Yes(ContactDetails { name: String::new(), ..n.contact.clone() });
        };
    "joint-unanswered":
        fires "not answered" at "joint-controllers" => |n| n.joint_controllers = Answer::Unanswered;
        fires "I do not know" at "joint-controllers" => |n| n.joint_controllers = Answer::Unknown;
        silent "alone" => |n| n.joint_controllers = Answer::No;
    "joint-incomplete":
        fires "who else is not said" at "joint-controllers.parties" => |n| {
            n.joint_controllers = Answer::Yes(JointControllers::default());
        };
        fires "who answers for what is not said" at "joint-controllers.arrangement" => |n| {
            let parties = "Toinen Oy, toinen@toinen.example".to_owned();
            n.joint_controllers = Answer::Yes(JointControllers { parties, ..JointControllers::default() });
        };
        silent "both said" => |n| {
            let parties = "Toinen Oy, toinen@toinen.example".to_owned();
            let arrangement = own("Toinen Oy vastaa pyyntöihin.");
            n.joint_controllers = Answer::Yes(JointControllers { parties, arrangement });
        };
    "joint-denied":
        fires "a pixel whose provider decides too" at "joint-controllers" => |n| {
            each(&mut n.recipients, |r| { r.name = "Meta Pixel".into(); r.role = Answer::Yes(Role::Joint) });
        };
        fires "in own words, without a name" at "joint-controllers" => |n| {
            again(&mut n.recipients, |r| { r.what = said("ketjun emoyhtiö"); r.role = Answer::Yes(Role::Joint) });
        };
        silent "the joint controller is told" => |n| {
            each(&mut n.recipients, |r| { r.name = "Meta Pixel".into(); r.role = Answer::Yes(Role::Joint) });
            let arrangement = own("Vastaamme keräämisestä yhdessä.");
            let parties = "Meta Platforms Ireland Limited".to_owned();
            n.joint_controllers = Answer::Yes(JointControllers { parties, arrangement });
        };
        silent "the question is open, which another rule says" => |n| {
            each(&mut n.recipients, |r| r.role = Answer::Yes(Role::Joint));
            n.joint_controllers = Answer::Unanswered;
        };
        silent "a recipient with purposes of its own" => |n| each(&mut n.recipients, |r| r.role = Answer::Yes(Role::Controller));
    "representative-unanswered":
        fires "not answered" at "representative" => |n| n.representative = Answer::Unanswered;
        fires "I do not know" at "representative" => |n| n.representative = Answer::Unknown;
        silent "a firm in the EU" => |n| n.representative = Answer::No;
    "representative-contact-missing":
        fires "no way to reach them" at "representative.email" => |n| {
            n.representative = Answer::Yes(name_only());
        };
        fires "no name" at "representative.name" => |n| {
            n.representative = Answer::Yes(ContactDetails { name: String::new(), ..n.contact.clone() });
        };
        silent "name and e-mail" => |n| n.representative = Answer::Yes(n.contact.clone());
    "dpo-denied":
        fires "the contact is the officer" at "contact.name" => |n| n.contact.name = "Tietosuojavastaava Outi Esimerkki".into();
        fires "in Swedish" at "additions.changes" => |n| say(n, Lang::Sv, "Fråga vårt dataskyddsombud.");
        fires "in English" at "additions.changes" => |n| say(n, Lang::En, "Ask our data protection officer.");
        silent "there is one" => |n| {
            n.dpo = Answer::Yes(n.contact.clone());
            n.contact.name = "Tietosuojavastaava".into();
        };
        silent "there is none" => |n| add(n, SectionId::Dpo, "Emme ole nimenneet tietosuojavastaavaa.");
    "representative-needless":
        fires "a firm in Finland" at "representative" => |n| n.representative = Answer::Yes(n.contact.clone());
        silent "a firm outside the EU" => |n| {
            n.controller.business_id.0.clear();
            n.representative = Answer::Yes(n.contact.clone());
        };
        silent "none" => |n| n.representative = Answer::No;
}
