//! The business id (Y-tunnus), and the two numbers that are made of it: the VAT number and the OVT code of e-invoices.
//!
//! Law: VNA 288/2001 3 § (check digit). A right check digit proves form, not existence.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A business id as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(test, derive(proptest_derive::Arbitrary))]
#[serde(transparent)]
pub struct BusinessId(pub String);

impl BusinessId {
    /// Nothing has been typed.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }

    /// The id in its official form `1234567-1`, if its check digit is right.
    ///
    /// Accepts the VAT form `FI12345671`, blanks, and any dash; a six-digit id of old gets its zero.
    pub fn normalised(&self) -> Option<String> {
        let typed = self.0.trim();
        let typed = typed.strip_prefix("FI").or_else(|| typed.strip_prefix("fi")).unwrap_or(typed);
        let mut digits = Vec::with_capacity(8);
        for c in typed.chars() {
            match c.to_digit(10) {
                Some(digit) => digits.push(digit),
                None if c.is_whitespace() || is_dash(c) => {}
                None => return None,
            }
        }
        if digits.len() == 7 {
            digits.insert(0, 0);
        }
        let (check, number) = digits.split_last().filter(|(_, number)| number.len() == 7)?;
        let sum: u32 = number.iter().zip([7, 9, 10, 5, 8, 4, 2]).map(|(digit, weight)| digit * weight).sum();
        let expected = match sum % 11 {
            0 => 0,
            1 => return None,
            rest => 11 - rest,
        };
        let number: String = number.iter().filter_map(|digit| char::from_digit(*digit, 10)).collect();
        (*check == expected).then(|| format!("{number}-{check}"))
    }
}

/// Any of the dashes that stand where a hyphen is meant.
pub(super) const fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–' | '−')
}

/// The VAT number of a business id: `FI` and its eight digits.
pub fn vat(typed: &str) -> Option<String> {
    let digits = typed.trim().strip_prefix("FI").or_else(|| typed.trim().strip_prefix("fi"))?;
    let id = BusinessId(digits.to_owned()).normalised()?;
    Some(format!("FI{}", id.replace('-', "")))
}

/// The business id behind an OVT code: `0037`, its eight digits, and up to five letters or digits for a unit.
pub fn ovt(typed: &str) -> Option<BusinessId> {
    let code: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let rest = code.strip_prefix("0037").filter(|rest| rest.is_ascii())?;
    let (digits, unit) = rest.split_at_checked(8)?;
    let fits = unit.len() <= 5 && unit.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase());
    let whole = digits.bytes().all(|byte| byte.is_ascii_digit());
    let id = BusinessId(digits.to_owned()).normalised().filter(|_| fits && whole)?;
    Some(BusinessId(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn normalised(typed: &str) -> Option<String> {
        BusinessId(typed.into()).normalised()
    }

    #[test]
    fn right_check_digits_are_accepted_in_any_form() {
        for id in ["2747637-5", "0245974-7", "2332748-7", "1234567-1"] {
            assert_eq!(normalised(id).as_deref(), Some(id));
        }
        for form in ["FI27476375", "2747637–5", " 2747637 - 5 ", "27476375"] {
            assert_eq!(normalised(form).as_deref(), Some("2747637-5"), "{form}");
        }
        assert_eq!(normalised("245974-7").as_deref(), Some("0245974-7"));
    }

    #[test]
    fn wrong_ones_are_refused() {
        for id in ["1234567-8", "2747637-6", "2069746-9", "", "1234567", "12345678-1", "yritys", "1234567-A"]
        {
            assert_eq!(normalised(id), None, "{id}");
        }
    }

    #[test]
    fn the_numbers_made_of_a_business_id_lead_back_to_it() {
        assert_eq!(vat("FI 2747637-5").as_deref(), Some("FI27476375"));
        assert_eq!(vat("fi27476375").as_deref(), Some("FI27476375"));
        for other in ["27476375", "SE27476375", "FI27476376", "FI"] {
            assert_eq!(vat(other), None, "{other}");
        }
        for code in ["003727476375", "00372747637512AB3", "0037 2747 6375"] {
            assert_eq!(ovt(code), Some(BusinessId("2747637-5".into())), "{code}");
        }
        for other in
            ["003727476376", "0037274763751234567", "0037 27476375ä", "27476375", "0037", "003727476375-"]
        {
            assert_eq!(ovt(other), None, "{other}");
        }
    }
}
