//! The firm that the tests write notices for. It does not exist.

use seloste::defaults::{self, Firm};
use seloste::notice::{Notice, RegisterKind, Trade};

/// Its details as the command line takes them. Without a date: a notice is then dated today.
pub const FIRM: &str = r#"{
    "name": "Esimerkkipuutarha Oy", "business_id": "1234567-1", "street": "Esimerkkikatu 2",
    "postal_code": "20380", "city": "Turku", "email": "toimisto@puutarha.example", "phone": "044 000 0004",
    "website": "www.puutarha.example",
    "contact": { "name": "Asiakaspalvelu", "email": "tietosuoja@puutarha.example", "phone": "044 000 0005" }
}"#;

/// Its details, with the day on which its notices are drawn up.
pub fn firm() -> Firm {
    let firm: Firm = serde_json::from_str(FIRM).expect("the firm is JSON");
    Firm { date: Some("2026-11-20".to_owned()), ..firm }
}

/// The defaults of a kind and a trade with a firm's details.
pub fn notice_of(firm: &Firm, kind: RegisterKind, trade: Option<Trade>) -> Notice {
    let mut notice = defaults::notice(kind, trade);
    defaults::apply(firm, &mut notice);
    notice
}
