//! Numbers that no notice may show: somebody's identity code, card number or account number.
//!
//! Law: GDPR 5(1)(c), 5(1)(f); Tietosuojalaki 29 § (an identity code is not written where it need not be).
//! Every language is searched, published or not: the exported file contains the whole draft.

use crate::content::rule_id;
use crate::law::Citation;
use crate::rules::Kind::Conflict;
use crate::rules::Rule;
use crate::rules::Severity::{Blocking, Warning};
use crate::text::{Code, HitKind};

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::IDENTITY_CODE_IN_TEXT,
        severity: Blocking,
        kind: Conflict,
        law: &[Citation::new("GDPR 5(1)(c)"), Citation::new("Tietosuojalaki 29 §")],
        anchor: &[],
        check: |c, found| found.hits(c.text.hits(HitKind::Code(Code::Identity))),
    },
    Rule {
        id: rule_id::IDENTITY_CODE_SUSPECTED,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 5(1)(c)"), Citation::new("Tietosuojalaki 29 §")],
        anchor: &[],
        check: |c, found| found.hits(c.text.hits(HitKind::Code(Code::LikeIdentity))),
    },
    Rule {
        id: rule_id::CARD_NUMBER_IN_TEXT,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 5(1)(f)")],
        anchor: &[],
        check: |c, found| found.hits(c.text.hits(HitKind::Code(Code::Card))),
    },
    Rule {
        id: rule_id::IBAN_IN_TEXT,
        severity: Warning,
        kind: Conflict,
        law: &[Citation::new("GDPR 5(1)(c)")],
        anchor: &[],
        check: |c, found| found.hits(c.text.hits(HitKind::Code(Code::Account))),
    },
];

#[cfg(test)]
cases! {
    "identity-code-in-text":
        fires "in a list of data" at "data-content.1" => |n| n.data_content = list(&["henkilötunnus, kuten 131052-308T"]);
        fires "in a name" at "contact.name" => |n| n.contact.name = "Outi Esimerkki 010594Y9032".into();
        fires "with another dash" at "additions.changes" => |n| add(n, SectionId::Changes, "Kerro tunnus 131052–308t.");
        fires "in a language that is not published" at "additions.changes" => |n| {
            n.additions.insert(SectionId::Changes, Localized::only(Lang::Sv, "Beteckning 131052-308T."));
        };
        silent "the word alone" => |n| n.data_content = list(&["henkilötunnus"]);
        silent "a wrong check character" => |n| n.data_content = list(&["numero 010190-999K"]);
    "identity-code-suspected":
        fires "a wrong check character" at "data-content.1" => |n| n.data_content = list(&["numero 010190-999K"]);
        silent "a business id and a phone number" => |n| n.controller.phone = "040 190 9990".into();
        silent "a right one, which is worse" => |n| n.data_content = list(&["131052-308T"]);
    "card-number-in-text":
        fires "a card" at "data-content.1" => |n| n.data_content = list(&["kortin numero, 4111 1111 1111 1111"]);
        silent "a long number" => |n| n.data_content = list(&["tuote 4111 1111 1111 1112"]);
        silent "an account" => |n| n.data_content = list(&["FI21 1234 5600 0007 85"]);
    "iban-in-text":
        fires "an account" at "data-content.1" => |n| n.data_content = list(&["tilinumero FI21 1234 5600 0007 85"]);
        silent "the word" => |n| n.data_content = list(&["tilinumero"]);
}
