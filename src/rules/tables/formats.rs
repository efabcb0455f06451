//! Numbers and addresses in a form that works: a phone number that can be dialled, an address that can be written to or opened.
//!
//! Law: GDPR 12(2), 13(1)(a): contact details that reach nobody are none; Yritystietolaki 15 § for the business id. The
//! usual forms are defined in `notice::ids`.

use crate::content::rule_id;
use crate::law::Citation;
use crate::notice::ids::{email, ovt, phone, postal, web};
use crate::notice::path::FieldPath;
use crate::rules::Kind::Conflict;
use crate::rules::Severity::{Hint, Warning};
use crate::rules::{Context, Rule};
use crate::section::SectionId;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::BUSINESS_ID_FORMAT,
        severity: Hint,
        kind: Conflict,
        law: &[Citation::new("Yritystietolaki 15 §")],
        anchor: &["C20"],
        check: |c, found| {
            let id = &c.notice.controller.business_id;
            let usual = id.normalised().or_else(|| ovt(&id.0).map(|id| id.0));
            if usual.is_some_and(|usual| usual != id.0.trim()) {
                found.at_with_evidence("controller.business-id", id.0.trim());
            }
        },
    },
    Rule {
        id: rule_id::PHONE_FORMAT,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(2)"), Citation::new("GDPR 13(1)(a)")],
        anchor: &["C21", "Controller Contact"],
        check: |c, found| {
            for (_, field, typed) in lines(c, ".phone") {
                let odd = phone::is_one(typed) && !phone::is_usual(typed);
                if odd || !typed.trim().is_empty() && !phone::is_reachable(typed) {
                    found.at_with_evidence(field, typed.trim());
                }
            }
        },
    },
    Rule {
        id: rule_id::EMAIL_FORMAT,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(2)"), Citation::new("GDPR 13(1)(a)")],
        anchor: &["C21", "Controller Contact"],
        check: |c, found| {
            for (_, field, typed) in lines(c, ".email") {
                // A field may contain several addresses; each is checked by itself.
                let usual = typed
                    .trim()
                    .split([',', ';'])
                    .all(|one| email::normalised(one).as_deref() == Some(one.trim()));
                if !typed.trim().is_empty() && !usual {
                    found.at_with_evidence(field, typed.trim());
                }
            }
        },
    },
    Rule {
        id: rule_id::WEBSITE_FORMAT,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 13(1)(a)")],
        anchor: &[],
        check: |c, found| {
            let typed = c.notice.controller.website.trim();
            if !typed.is_empty() && !web::is_usual(typed) {
                found.at_with_evidence("controller.website", typed);
            }
        },
    },
    Rule {
        id: rule_id::ADDRESS_INCOMPLETE,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(2)")],
        anchor: &["C21"],
        check: |c, found| {
            for (section, field, typed) in lines(c, ".address") {
                // A representative may be outside Finland, where addresses have another form.
                if section != SectionId::Representative
                    && !typed.trim().is_empty()
                    && !postal::is_whole(typed)
                {
                    found.at_with_evidence(field, typed.trim());
                }
            }
        },
    },
    Rule {
        id: rule_id::PERSONAL_MAILBOX,
        severity: Hint,
        kind: Conflict,
        law: &[Citation::new("GDPR 12(2)")],
        anchor: &[],
        check: |c, found| {
            let contact = &c.notice.contact;
            if email::is_personal(&contact.email, &contact.name) {
                found.at_with_evidence("contact.email", contact.email.trim());
            }
        },
    },
];

/// The lines with this name in all sections, such as every phone number or every e-mail address.
fn lines<'a>(c: &Context<'a>, name: &'static str) -> impl Iterator<Item = (SectionId, FieldPath, &'a str)> {
    let named =
        c.said.iter().filter(move |said| said.field.part().ends_with(name) && said.field.row_id().is_none());
    named.filter_map(|said| Some((said.section, said.field, said.line()?)))
}

#[cfg(test)]
cases! {
    "business-id-format":
        fires "the VAT number" at "controller.business-id" => |n| n.controller.business_id.0 = "FI12345671".into();
        fires "the code of e-invoices" at "controller.business-id" => |n| n.controller.business_id.0 = "003712345671".into();
        fires "no hyphen" at "controller.business-id" => |n| n.controller.business_id.0 = "12345671".into();
        silent "the usual form" => |n| n.controller.business_id.0 = " 1234567-1".into();
        silent "a wrong one, which another rule finds" => |n| n.controller.business_id.0 = "1234567-8".into();
    "phone-format":
        fires "country code and a zero in brackets" at "controller.phone" => |n| n.controller.phone = "358 (0)40 123 4567".into();
        fires "hyphens" at "contact.phone" => |n| n.contact.phone = "040-1234567".into();
        fires "no number at all" at "contact.phone" => |n| n.contact.phone = "abcde".into();
        fires "too short to be one" at "controller.phone" => |n| n.controller.phone = "1234".into();
        silent "the usual form" => |n| n.controller.phone = "+358 40 123 4567".into();
        silent "words beside a number" => |n| n.controller.phone = "myymälä 040 123 4567".into();
        silent "none" => |n| n.controller.phone.clear();
    "email-format":
        fires "hidden from robots, and from people" at "controller.email" => |n| n.controller.email = "info(at)firma.example".into();
        fires "no address" at "contact.email" => |n| n.contact.email = "info@firma".into();
        silent "two addresses" => |n| n.contact.email = "info@firma.example, tuki@firma.example".into();
        silent "none" => |n| n.controller.email.clear();
    "website-format":
        fires "a slip in the scheme" at "controller.website" => |n| n.controller.website = "http//www.firma.example".into();
        fires "an e-mail address" at "controller.website" => |n| n.controller.website = "info@firma.example".into();
        silent "without a scheme" => |n| n.controller.website = "www.firma.example".into();
        silent "none" => |n| n.controller.website.clear();
    "address-incomplete":
        fires "a street alone" at "contact.address" => |n| n.contact.address = "Kalevantie 8".into();
        silent "street, code and town" => |n| n.contact.address = "Kalevantie 8, 33100 Tampere".into();
        silent "none" => |n| n.contact.address.clear();
    "personal-mailbox":
        fires "a private provider" at "contact.email" => |n| n.contact.email = "esimerkki.oy@gmail.com".into();
        fires "a person's own" at "contact.email" => |n| n.contact.email = "outi.esimerkki@esimerkki.example".into();
        silent "a shared one" => |n| n.contact.email = "asiakaspalvelu@esimerkki.example".into();
}
