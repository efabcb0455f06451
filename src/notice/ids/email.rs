//! E-mail addresses: a plain check, and what tells a private mailbox from a firm's.
//!
//! A mail server alone knows whether an address exists; this is about slips of the fingers.

/// Providers of private mailboxes, by the name before the last dot.
const PRIVATE: [&str; 14] = [
    "gmail",
    "googlemail",
    "hotmail",
    "outlook",
    "live",
    "msn",
    "yahoo",
    "icloud",
    "luukku",
    "suomi24",
    "kolumbus",
    "elisanet",
    "netti",
    "saunalahti",
];

/// An address in its usual form; `None` for what is no address.
pub fn normalised(typed: &str) -> Option<String> {
    let mut text = typed.trim().trim_end_matches(['.', ',', ';']).to_owned();
    if let Some(rest) = text.strip_prefix("mailto:") {
        text = rest.to_owned();
    }
    for at in ["(at)", "[at]", "(ät)", "[ät]", "(a)", " at ", " ät "] {
        text = text.replace(at, "@");
    }
    for dot in ["(dot)", "[dot]", "(piste)"] {
        text = text.replace(dot, ".");
    }
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (name, host) = text.split_once('@')?;
    let plain = |c: char| c.is_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c);
    let label = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-');
    let host_fits = host.contains('.')
        && host.split('.').all(label)
        && host.rsplit('.').next().is_some_and(|end| end.len() > 1);
    let name_fits =
        !name.is_empty() && name.chars().all(plain) && !name.starts_with('.') && !name.ends_with('.');
    (host_fits && name_fits && !text.contains("..")).then_some(text)
}

/// Whether a text holds an address that somebody could write to, beside whatever else it holds.
pub fn is_reachable(typed: &str) -> bool {
    normalised(typed).is_some() || typed.split([',', ';', ' ']).any(|one| normalised(one).is_some())
}

/// Whether somebody's own mailbox: at a provider of private ones, or with the first and the last name of the person.
pub fn is_personal(address: &str, person: &str) -> bool {
    let Some((name, host)) = address.trim().split_once('@') else { return false };
    let provider = host.rsplit('.').nth(1).unwrap_or_default().to_lowercase();
    let folded = |text: &str| text.to_lowercase().replace(['ä', 'å'], "a").replace('ö', "o");
    let mailbox = folded(name);
    let names: Vec<String> = person.split_whitespace().map(folded).collect();
    let own = names.len() > 1 && names.iter().all(|name| name.len() > 1 && mailbox.contains(name));
    PRIVATE.contains(&provider.as_str()) || own
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_in_any_form() {
        for (typed, usual) in [
            ("info@firma.example", "info@firma.example"),
            (" Info@Firma.example. ", "Info@Firma.example"),
            ("info(at)firma.example", "info@firma.example"),
            ("info [ät] firma.example", "info@firma.example"),
            ("mailto:info@firma.example", "info@firma.example"),
            ("info @firma.example", "info@firma.example"),
            ("pääkäyttäjä@yritys.example", "pääkäyttäjä@yritys.example"),
        ] {
            assert_eq!(normalised(typed).as_deref(), Some(usual), "{typed}");
        }
        for other in [
            "",
            "info",
            "info@firma",
            "@firma.example",
            "a@b@c.example",
            "a..b@c.example",
            "a@.example",
            "a@b.x",
            "<a@b.example>",
        ] {
            assert_eq!(normalised(other), None, "{other}");
        }
    }

    #[test]
    fn a_private_mailbox_is_told_from_a_firms() {
        assert!(is_personal("pekka1970@gmail.com", ""));
        assert!(is_personal("matti.meikalainen@yritys.example", "Matti Meikäläinen"));
        for (address, person) in [
            ("tietosuoja@yritys.example", "Matti Meikäläinen"),
            ("matti@yritys.example", "Matti"),
            ("asiakaspalvelu@gmailing.example", ""),
            ("", "Matti Meikäläinen"),
        ] {
            assert!(!is_personal(address, person), "{address}");
        }
    }
}
