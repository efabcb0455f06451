//! Phone numbers: read in any form, written as the language office advises (area code apart, no brackets).
//!
//! Source: Kielitoimiston ohjepankki, SFS 4175: `+358 40 123 4567` or `040 123 4567`. Abroad: E.164.

/// Prefixes with three digits, their 0 included: mobile and business numbers, and area codes that begin so. All others
/// have two, as `09` has.
const THREE: [&str; 8] = ["01", "020", "029", "030", "04", "050", "07", "060"];

/// A number in the usual form, with the country code where one was typed; `None` for what is no phone number.
pub fn normalised(typed: &str) -> Option<String> {
    let mut digits = String::new();
    for c in typed.trim().replace("(0)", "").chars() {
        match c {
            '0'..='9' => digits.push(c),
            '+' if digits.is_empty() => digits.push(c),
            c if c.is_whitespace() || "()/.".contains(c) || super::business::is_dash(c) => {}
            _ => return None,
        }
    }
    if let Some(rest) = digits.strip_prefix("00").or_else(|| digits.strip_prefix('+')) {
        return match rest.strip_prefix("358") {
            Some(national) => {
                finnish(national.strip_prefix('0').unwrap_or(national)).map(|n| format!("+358 {n}"))
            }
            None => abroad(rest),
        };
    }
    match digits.strip_prefix("358") {
        // No Finnish number begins with 358 unless it is the country's own.
        Some(national) => {
            finnish(national.strip_prefix('0').unwrap_or(national)).map(|n| format!("+358 {n}"))
        }
        None => finnish(digits.strip_prefix('0')?).map(|number| format!("0{number}")),
    }
}

/// Whether a number is written in a form that reads well, so that there is nothing to mend.
pub fn is_usual(typed: &str) -> bool {
    let typed = typed.trim();
    let plain = typed.chars().all(|c| c.is_ascii_digit() || c == ' ' || c == '\u{a0}' || c == '+');
    let bare = typed.starts_with("358") || typed.starts_with("00");
    plain && !bare && normalised(typed).is_some()
}

/// Whether a text holds a number that somebody could call: at least five digits, whatever stands around them.
pub fn is_reachable(typed: &str) -> bool {
    typed.chars().filter(char::is_ascii_digit).count() > 4
}

/// Whether a text is meant as one number: digits and what stands between them. Two numbers, or words, are not judged.
pub fn is_one(typed: &str) -> bool {
    let count = typed.chars().filter(char::is_ascii_digit).count();
    let between = |c: char| {
        c.is_ascii_digit() || c.is_whitespace() || "+()/.".contains(c) || super::business::is_dash(c)
    };
    (1..=16).contains(&count) && typed.chars().all(between)
}

/// The national part without its 0, in groups: 4 to 12 digits, and none begins with 0.
fn finnish(national: &str) -> Option<String> {
    if !(4..=12).contains(&national.len()) || national.starts_with('0') {
        return None;
    }
    let long =
        THREE.iter().any(|start| start.strip_prefix('0').is_some_and(|start| national.starts_with(start)));
    let code = if long { 2 } else { 1 };
    let (code, rest) = national.split_at_checked(code)?;
    Some(format!("{code} {}", grouped(rest)))
}

/// `1234567` → `123 4567`: groups of three or four, the longer ones last.
fn grouped(rest: &str) -> String {
    let first = match rest.len() {
        0..=4 => rest.len(),
        5 => 2,
        8 => 4,
        _ => 3,
    };
    let (head, tail) = rest.split_at_checked(first).unwrap_or((rest, ""));
    if tail.is_empty() { head.to_owned() } else { format!("{head} {}", grouped(tail)) }
}

/// A number abroad: digits only, as E.164 has them; how its country groups them is not known here.
fn abroad(rest: &str) -> Option<String> {
    let fits = (7..=15).contains(&rest.len()) && !rest.starts_with('0') && !rest.contains('+');
    fits.then(|| format!("+{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_any_form() {
        for (typed, usual) in [
            ("358 (0)40 123 4567", "+358 40 123 4567"),
            ("+358 (0)40 1234567", "+358 40 123 4567"),
            ("00358401234567", "+358 40 123 4567"),
            ("+358-40-1234567", "+358 40 123 4567"),
            ("040-1234567", "040 123 4567"),
            ("0401234567", "040 123 4567"),
            ("050 123 4567", "050 123 4567"),
            ("029 566 6700", "029 566 6700"),
            ("+358 29 566 6700", "+358 29 566 6700"),
            ("09 1234567", "09 123 4567"),
            ("(09) 123 456", "09 123 456"),
            ("019 123456", "019 123 456"),
            ("+46 8 123 456 78", "+46812345678"),
        ] {
            assert_eq!(normalised(typed).as_deref(), Some(usual), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for typed in [
            "",
            "soita",
            "123",
            "112",
            "+358",
            "358 0",
            "040 123 4567 ja 09 1",
            "+0 123 4567",
            "04+0 123 4567",
        ] {
            assert_eq!(normalised(typed), None, "{typed}");
        }
    }

    #[test]
    fn the_usual_forms_are_left_alone() {
        for typed in ["+358 40 123 4567", "040 123 4567", "0401234567", "+46 8 123 456 78", " 029 566 6700 "]
        {
            assert!(is_usual(typed), "{typed}");
        }
        for typed in ["358 (0)40 123 4567", "040-123 4567", "00358 40 123 4567", "358 40 123 4567", "112"] {
            assert!(!is_usual(typed), "{typed}");
            assert!(is_one(typed), "{typed}");
        }
        for typed in ["040 123 4567, 09 123 456", "kysy myymälästä", "", "040 1234567 ja 050 1234567"] {
            assert!(!is_one(typed), "{typed}");
        }
    }

    #[test]
    fn the_usual_form_stays_as_it_is() {
        for typed in [
            "358 (0)40 123 4567",
            "09-1234567",
            "010 123 4567",
            "0201 23456",
            "+46812345678",
            "0400 123456789",
        ] {
            let usual = normalised(typed).unwrap_or_default();
            assert_eq!(normalised(&usual).as_deref(), Some(usual.as_str()), "{typed}");
            assert!(is_usual(&usual), "{typed}");
        }
    }
}
