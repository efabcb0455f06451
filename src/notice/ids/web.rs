//! Web addresses: a plain check, and the usual slips in the scheme.

/// What people type for `https://`.
const SLIPS: [&str; 9] =
    ["https//", "http//", "https:/", "http:/", "htpps://", "htttps://", "https:", "http:", "https;//"];

/// An address in its usual form, with a scheme only where one was typed; `None` for what is no address.
pub fn normalised(typed: &str) -> Option<String> {
    let text: String = typed.trim().trim_end_matches(['.', ',', ';']).replace('\\', "/");
    let lower = text.to_lowercase();
    let scheme = ["https://", "http://"].into_iter().find(|scheme| lower.starts_with(scheme));
    let (scheme, rest) = match scheme {
        Some(scheme) => (scheme, text.get(scheme.len()..)?),
        None => match SLIPS.into_iter().find(|slip| lower.starts_with(slip)) {
            Some(slip) => ("https://", text.get(slip.len()..)?),
            None => ("", text.as_str()),
        },
    };
    // A scheme typed twice.
    let rest = rest.strip_prefix("https://").or_else(|| rest.strip_prefix("http://")).unwrap_or(rest);
    let rest = rest.trim_start_matches('/').trim_start();
    let (host, path) = rest.find(['/', '?', '#']).map_or((rest, ""), |at| rest.split_at(at));
    let host = host.replace("www,", "www.").replace("www ", "www.");
    let label =
        |label: &str| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-' || c == ':');
    let fits = host.contains('.') && host.split('.').all(label) && !path.contains(char::is_whitespace);
    let end = host.rsplit('.').next().unwrap_or_default();
    let named =
        end.split(':').next().is_some_and(|end| end.len() > 1 && end.chars().all(char::is_alphabetic));
    (fits && named).then(|| format!("{scheme}{}{path}", host.to_lowercase()))
}

/// Whether an address is written so that it works, so that there is nothing to mend.
pub fn is_usual(typed: &str) -> bool {
    normalised(typed).is_some_and(|usual| usual.eq_ignore_ascii_case(typed.trim()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_in_any_form() {
        for (typed, usual) in [
            ("www.firma.example", "www.firma.example"),
            ("https://Firma.example/Tietosuoja?a=1", "https://firma.example/Tietosuoja?a=1"),
            ("http//www.firma.example", "https://www.firma.example"),
            ("https:/firma.example", "https://firma.example"),
            ("https://http://firma.example", "https://firma.example"),
            ("www,firma.example", "www.firma.example"),
            ("firma.example.", "firma.example"),
            ("https:\\\\firma.example", "https://firma.example"),
        ] {
            assert_eq!(normalised(typed).as_deref(), Some(usual), "{typed}");
        }
        for other in [
            "",
            "firma",
            "info@firma.example",
            "katso somesta",
            "firma .example",
            "https://",
            "firma.e",
            "1.2",
        ] {
            assert_eq!(normalised(other), None, "{other}");
        }
    }

    #[test]
    fn the_usual_forms_are_left_alone() {
        for typed in
            ["www.firma.example", "https://firma.example", "Firma.example", "http://firma.example:8080/a"]
        {
            assert!(is_usual(typed), "{typed}");
        }
        for typed in ["http//www.firma.example", "info@firma.example", "www,firma.example"] {
            assert!(!is_usual(typed), "{typed}");
        }
    }
}
