//! The register's name and languages, the controller's details, and whom people can ask.
//!
//! Law: GDPR 12(1)–(2), 13(1)(a); SVPL 176 § and Yritystietolaki 15 § for the business id.

use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::ids::{email, ovt, phone, postal};
use crate::rules::Kind::{Conflict, Gap};
use crate::rules::Rule;
use crate::rules::Severity::{Blocking, Hint, Warning};

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::LANGUAGES_EMPTY,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 12(1)")],
        anchor: &[],
        check: |c, found| {
            if c.notice.languages.is_empty() {
                found.at("languages");
            }
        },
    },
    Rule {
        id: rule_id::REGISTER_NAME_MISSING,
        severity: Hint,
        kind: Gap,
        law: &[],
        anchor: &[],
        check: |c, found| {
            if c.notice.register_name.is_blank() {
                found.at("register-name");
            }
        },
    },
    Rule {
        id: rule_id::CONTROLLER_INCOMPLETE,
        severity: Blocking,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)(a)")],
        anchor: &["C20", "C21", "Controller Name", "Controller Contact"],
        check: |c, found| {
            let firm = &c.notice.controller;
            for (field, value) in [
                ("controller.name", &firm.name),
                ("controller.street", &firm.street),
                ("controller.postal-code", &firm.postal_code),
                ("controller.city", &firm.city),
            ] {
                if value.trim().is_empty() {
                    found.at(field);
                }
            }
            if firm.email.trim().is_empty() && firm.phone.trim().is_empty() {
                found.at("controller.email");
            }
        },
    },
    Rule {
        id: rule_id::CONTACT_UNREACHABLE,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(a)"), Citation::new("GDPR 12(2)")],
        anchor: &["C21", "Controller Contact"],
        check: |c, found| {
            let (notice, firm) = (c.notice, &c.notice.controller);
            let mut unreachable =
                |email_at: &'static str, email: &str, phone_at: &'static str, phone: &str| {
                    let typed = [(email_at, email.trim()), (phone_at, phone.trim())];
                    if let Some((field, text)) = typed.into_iter().find(|(_, text)| !text.is_empty())
                        && !email::is_reachable(email)
                        && !phone::is_reachable(phone)
                    {
                        found.at_with_evidence(field, text);
                    }
                };
            unreachable("controller.email", &firm.email, "controller.phone", &firm.phone);
            if notice.contact.address.trim().is_empty() {
                unreachable("contact.email", &notice.contact.email, "contact.phone", &notice.contact.phone);
            }
            if let Some(officer) = notice.dpo.yes().filter(|officer| officer.address.trim().is_empty()) {
                unreachable("dpo.email", &officer.email, "dpo.phone", &officer.phone);
            }
            let code = firm.postal_code.trim();
            if !code.is_empty() && !notice.representative.is_yes() && !is_nearly_a_code(code) {
                found.at_with_evidence("controller.postal-code", code);
            }
        },
    },
    Rule {
        id: rule_id::BUSINESS_ID_MISSING,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("SVPL 176 §"), Citation::new("Yritystietolaki 15 §")],
        anchor: &["C20"],
        check: |c, found| {
            if c.notice.controller.business_id.is_blank() {
                found.at("controller.business-id");
            }
        },
    },
    Rule {
        id: rule_id::BUSINESS_ID_INVALID,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("SVPL 176 §"), Citation::new("Yritystietolaki 15 §")],
        anchor: &["C20"],
        check: |c, found| {
            let id = &c.notice.controller.business_id;
            if !id.is_blank() && id.normalised().is_none() && ovt(&id.0).is_none() {
                found.at_with_evidence("controller.business-id", id.0.trim());
            }
        },
    },
    Rule {
        id: rule_id::POSTAL_CODE_INVALID,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(a)")],
        anchor: &["C21"],
        check: |c, found| {
            // A controller outside the EU (one with a representative) has a postal code in the form of its country.
            let code = c.notice.controller.postal_code.trim();
            let wrong = is_nearly_a_code(code) && !postal::is_code(code);
            if wrong && !c.notice.representative.is_yes() {
                found.at_with_evidence("controller.postal-code", code);
            }
        },
    },
    Rule {
        id: rule_id::CONTACT_MISSING,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 12(2)")],
        anchor: &["C21"],
        check: |c, found| {
            if !c.notice.contact.has_channel() {
                found.at("contact.email");
            }
        },
    },
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
];

/// Whether a postal code has enough digits that somebody may guess which one is meant.
fn is_nearly_a_code(code: &str) -> bool {
    code.chars().filter(char::is_ascii_digit).count() > 3
}

#[cfg(test)]
cases! {
    "languages-empty":
        fires "no language chosen" at "languages" => |n| n.languages.clear();
        silent "Swedish alone" => |n| { n.languages = vec![Lang::Sv]; in_swedish(n) };
    "register-name-missing":
        fires "a name of blanks" at "register-name" => |n| n.register_name.fi = "  ".into();
        silent "a name" => |n| n.register_name.fi = "Asiakasrekisteri".into();
    "controller-incomplete":
        fires "no name" at "controller.name" => |n| n.controller.name.clear();
        fires "no street" at "controller.street" => |n| n.controller.street.clear();
        fires "no postal code" at "controller.postal-code" => |n| n.controller.postal_code.clear();
        fires "no town" at "controller.city" => |n| n.controller.city = "\n".into();
        fires "neither e-mail nor phone" at "controller.email" => |n| {
            n.controller.email.clear();
            n.controller.phone.clear();
        };
        silent "phone but no e-mail" => |n| n.controller.email.clear();
        silent "no website" => |n| n.controller.website.clear();
    "contact-unreachable":
        fires "no address and no number" at "controller.email" => |n| {
            n.controller.email = "eiole".into();
            n.controller.phone = "abcde".into();
        };
        fires "a phone of words alone" at "controller.phone" => |n| {
            n.controller.email.clear();
            n.controller.phone = "ei ole".into();
        };
        fires "one digit as postal code" at "controller.postal-code" => |n| n.controller.postal_code = "1".into();
        fires "the contact" at "contact.email" => |n| n.contact.email = "ei".into();
        fires "the officer" at "dpo.phone" => |n| {
            n.dpo = Answer::Yes(ContactDetails { phone: "xxx".into(), ..ContactDetails::default() });
        };
        silent "the phone works" => |n| n.controller.email = "eiole".into();
        silent "hidden from robots" => |n| n.contact.email = "info(at)firma.example".into();
        silent "an address to write to" => |n| {
            n.contact.email = "ei".into();
            n.contact.address = "Esimerkkikatu 2, 00100 Helsinki".into();
        };
        silent "left blank, which another rule finds" => |n| {
            (n.controller.email, n.controller.phone, n.controller.postal_code) = Default::default();
        };
        silent "a short number" => |n| {
            n.controller.email.clear();
            n.controller.phone = "116 111".into();
        };
    "business-id-missing":
        fires "left blank" at "controller.business-id" => |n| n.controller.business_id.0.clear();
        silent "a wrong one, which another rule finds" => |n| n.controller.business_id.0 = "1234567-8".into();
    "business-id-invalid":
        fires "a wrong check digit" at "controller.business-id" => |n| n.controller.business_id.0 = "2747637-6".into();
        fires "not a business id at all" at "controller.business-id" => |n| n.controller.business_id.0 = "tulossa".into();
        silent "the code of e-invoices, which another rule finds" => |n| n.controller.business_id.0 = "003712345671".into();
        silent "the VAT form" => |n| n.controller.business_id.0 = "FI12345671".into();
        silent "left blank, which another rule finds" => |n| n.controller.business_id.0.clear();
    "postal-code-invalid":
        fires "four digits" at "controller.postal-code" => |n| n.controller.postal_code = "0010".into();
        fires "the town in the same field" at "controller.postal-code" => |n| {
            n.controller.postal_code = "00100 Helsinki".into();
        };
        silent "one digit, which another rule finds" => |n| n.controller.postal_code = "1".into();
        silent "Åland with its prefix" => |n| n.controller.postal_code = "AX-22100".into();
        silent "a firm outside the EU" => |n| {
            n.controller.postal_code = "SW1A 1AA".into();
            n.representative = Answer::Yes(n.contact.clone());
        };
    "contact-missing":
        fires "a name without a way to reach it" at "contact.email" => |n| {
            n.contact.email.clear();
            n.contact.phone.clear();
            n.contact.address.clear();
        };
        silent "a shared mailbox without a name" => |n| n.contact.name.clear();
    "contact-same-as-controller":
        fires "the same block twice" at "contact.name" => |n| {
            n.contact.name = "esimerkki oy ".into();
            n.contact.phone.clone_from(&n.controller.phone);
        };
        silent "a person at the same address" => |n| n.contact.phone.clone_from(&n.controller.phone);
        silent "no name" => |n| n.contact.name.clear();
}
