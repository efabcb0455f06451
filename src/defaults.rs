//! From a kind of register to a notice that is filled in already, and from a firm's details into that notice.
//!
//! Knows: the catalogue's registers (`content/registers/*.toml`, compiled to JSON). Does not know: screens, drafts.
//! A default is a proposal: everything in it says in the catalogue why it was chosen, and the firm confirms it.

use crate::content::REGISTERS;
use crate::notice::contact::ContactDetails;
use crate::notice::date::DateText;
use crate::notice::ids::BusinessId;
use crate::notice::purpose::Topic;
use crate::notice::{Notice, RegisterKind};
use serde::{Deserialize, Serialize};

/// The guided defaults of a kind of register, with numbered rows.
///
/// A register file that could not be read would give an empty notice; a test proves that there is none.
pub fn notice(kind: RegisterKind) -> Notice {
    let mut notice = read(kind).unwrap_or_default();
    notice.kind = kind;
    notice.number_rows();
    notice
}

fn read(kind: RegisterKind) -> Option<Notice> {
    let register = REGISTERS.iter().find(|register| register.id == kind.id())?;
    // By way of a `Value`, as drafts are opened: the model's reading code is in the app once.
    let value: serde_json::Value = serde_json::from_str(register.notice).ok()?;
    Notice::deserialize(value).ok()
}

/// What kind of purpose a clause of the catalogue is, so that choosing one brings the rights that follow from it.
/// `None` for a clause that the catalogue does not have.
pub fn topic_of(purpose: &str) -> Option<Topic> {
    Some(match purpose {
        "purpose.orders"
        | "purpose.delivery"
        | "purpose.invoicing"
        | "purpose.company-customers"
        | "purpose.service"
        | "purpose.claims"
        | "purpose.quotes"
        | "purpose.appointments"
        | "purpose.maintenance"
        | "purpose.account"
        | "purpose.loyalty" => Topic::Service,
        "purpose.bookkeeping" | "purpose.tax" => Topic::Duty,
        "purpose.direct-marketing"
        | "purpose.email-marketing"
        | "purpose.customer-email-marketing"
        | "purpose.b2b-marketing" => Topic::Marketing,
        "purpose.development" | "purpose.statistics" | "purpose.surveys" | "purpose.personalised-content" => {
            Topic::Development
        }
        "purpose.web-analytics" => Topic::Analytics,
        "purpose.credit-check" | "purpose.collection" => Topic::Credit,
        "purpose.security" => Topic::Security,
        "purpose.archive" => Topic::Other,
        _ => return None,
    })
}

/// A firm's details as the command line takes them: flat, and all of them optional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Firm {
    /// Registered name with its form.
    pub name: Option<String>,
    /// Y-tunnus.
    pub business_id: Option<String>,
    /// Street and number, or a P.O. box.
    pub street: Option<String>,
    /// Postal code.
    pub postal_code: Option<String>,
    /// Town.
    pub city: Option<String>,
    /// E-mail of the firm.
    pub email: Option<String>,
    /// Phone of the firm.
    pub phone: Option<String>,
    /// Address on the web.
    pub website: Option<String>,
    /// Whom to ask.
    pub contact: Option<FirmContact>,
    /// When the notice is drawn up.
    pub date: Option<String>,
}

/// The contact person in a firm's details.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FirmContact {
    /// Name of a person or a function.
    pub name: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Phone.
    pub phone: Option<String>,
}

/// Writes what the firm says of itself into a notice; what it does not say stays as it was.
pub fn apply(firm: &Firm, notice: &mut Notice) {
    let set = |field: &mut String, value: &Option<String>| {
        if let Some(value) = value {
            value.trim().clone_into(field);
        }
    };
    let controller = &mut notice.controller;
    set(&mut controller.name, &firm.name);
    if let Some(id) = &firm.business_id {
        let typed = BusinessId(id.trim().to_owned());
        controller.business_id = typed.normalised().map_or(typed, BusinessId);
    }
    set(&mut controller.street, &firm.street);
    set(&mut controller.postal_code, &firm.postal_code);
    set(&mut controller.city, &firm.city);
    set(&mut controller.email, &firm.email);
    set(&mut controller.phone, &firm.phone);
    set(&mut controller.website, &firm.website);
    if let Some(contact) = &firm.contact {
        let ContactDetails { name, email, phone, .. } = &mut notice.contact;
        set(name, &contact.name);
        set(email, &contact.email);
        set(phone, &contact.phone);
    }
    if let Some(date) = &firm.date {
        notice.drawn_up = DateText(date.trim().to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content;
    use crate::content::{Text, group};

    #[test]
    fn every_purpose_has_a_topic_and_the_defaults_use_it() {
        for clause in group("purpose") {
            assert!(topic_of(clause.id).is_some(), "{}", clause.id);
        }
        for kind in RegisterKind::ALL {
            for purpose in notice(kind).purposes {
                assert_eq!(purpose.what.clause_id().and_then(topic_of), Some(purpose.topic), "{purpose:?}");
            }
        }
    }

    #[test]
    fn every_kind_has_defaults_that_can_be_read() {
        for kind in RegisterKind::ALL {
            let register = REGISTERS.iter().find(|register| register.id == kind.id()).unwrap();
            let read: Result<Notice, _> = serde_json::from_str(register.notice);
            assert!(read.is_ok(), "{}: {:?}", kind.id(), read.err());
            assert_ne!(notice(kind), Notice { kind, ..Notice::default() });
        }
        assert_eq!(REGISTERS.len(), RegisterKind::ALL.len());
    }

    /// Every clause in the defaults exists, and says why it is proposed.
    #[test]
    fn every_default_clause_exists_and_says_why() {
        for kind in RegisterKind::ALL {
            let json = serde_json::to_string(&notice(kind)).unwrap();
            let ids: Vec<_> = json
                .split("{\"clause\":{\"id\":\"")
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
                .collect();
            assert!(ids.len() > 20, "{ids:?}");
            for id in ids {
                let clause = content::find_clause(id).unwrap_or_else(|| panic!("no clause {id}"));
                let detail = ["interest.", "statute.", "start."].iter().any(|group| id.starts_with(group));
                assert!(detail || clause.why != Text::EMPTY, "{id} does not say why");
            }
        }
    }

    #[test]
    fn a_firm_says_what_it_says_and_nothing_else() {
        let firm: Firm = serde_json::from_str(
            r#"{"name": " Mallila Oy ", "business_id": "FI12345671", "contact": {"email": "a@mallila.example"}, "date": "2026-11-20"}"#,
        )
        .unwrap();
        let mut notice = notice(RegisterKind::Customers);
        notice.controller.city = "Turku".into();
        apply(&firm, &mut notice);
        assert_eq!(notice.controller.name, "Mallila Oy");
        assert_eq!(notice.controller.business_id.0, "1234567-1");
        assert_eq!(notice.controller.city, "Turku");
        assert_eq!(notice.contact.email, "a@mallila.example");
        assert_eq!(notice.drawn_up.0, "2026-11-20");
        assert!(serde_json::from_str::<Firm>(r#"{"nmae": "x"}"#).is_err(), "a typo is refused");
    }
}
