//! Postal codes and addresses in Finland: five digits, and a town after them.
//!
//! P.O. boxes have codes of their own (00531), and Åland writes `AX-22100`.

/// Five digits, with the country in front where somebody writes it: `FI-00100`, `AX-22100`.
pub fn is_code(typed: &str) -> bool {
    let digits = typed.strip_prefix("FI-").or_else(|| typed.strip_prefix("AX-")).unwrap_or(typed);
    digits.len() == 5 && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// A code and the town that was typed into the same field: `00100 Helsinki`.
pub fn code_and_town(typed: &str) -> Option<(&str, &str)> {
    let (code, town) = typed.trim().split_once(char::is_whitespace)?;
    let town = town.trim();
    let is_town = !town.is_empty() && town.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '-');
    (is_code(code) && is_town).then_some((code, town))
}

/// Whether an address in one line has a code and a town, so that a letter finds its way.
pub fn is_whole(address: &str) -> bool {
    let mut words = address.split([' ', ',', '\n', '\u{a0}']).filter(|word| !word.is_empty());
    words.by_ref().any(is_code) && words.any(|word| word.chars().any(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_five_digits() {
        for code in ["00100", "FI-00100", "AX-22100"] {
            assert!(is_code(code), "{code}");
        }
        for code in ["0010", "001000", "00100 Helsinki", "SE-11122 ", "ABCDE", ""] {
            assert!(!is_code(code), "{code}");
        }
    }

    #[test]
    fn a_town_in_the_codes_field_is_told_apart() {
        assert_eq!(code_and_town(" 00100  Helsinki "), Some(("00100", "Helsinki")));
        assert_eq!(code_and_town("22100 Mariehamn"), Some(("22100", "Mariehamn")));
        for typed in ["00100", "0010 Helsinki", "00100 12", "Helsinki 00100", ""] {
            assert_eq!(code_and_town(typed), None, "{typed}");
        }
    }

    #[test]
    fn an_address_has_a_street_a_code_and_a_town() {
        for whole in
            ["Esimerkkikatu 2, 00100 Helsinki", "PL 800, 00531 Helsinki", "Gatan 1\nAX-22100 Mariehamn"]
        {
            assert!(is_whole(whole), "{whole}");
        }
        for incomplete in ["Kalevantie 8", "Kalevantie 8, 00100", "Helsinki", ""] {
            assert!(!is_whole(incomplete), "{incomplete}");
        }
    }
}
