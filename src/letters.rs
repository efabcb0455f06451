//! Small and capital letters of the scripts that names in Finland are written in: Latin (with Sámi), Greek, Cyrillic.
//!
//! The standard library knows every script, from tables that are a fortieth of the app's first load; these few lines do.
//! Letters of other scripts stay as they are, and so do those that become two (`ß`).
//! Knows: letters. Does not know: words, languages.

/// A run of capitals, and how far behind each its small letter stands.
struct Run {
    first: u32,
    last: u32,
    /// 2 where capitals and small letters take turns.
    step: u32,
    distance: u32,
}

const fn run(first: u32, last: u32, step: u32, distance: u32) -> Run {
    Run { first, last, step, distance }
}

/// In ascending order.
const RUNS: &[Run] = &[
    run(0x41, 0x5a, 1, 32),    // A–Z
    run(0xc0, 0xd6, 1, 32),    // À–Ö
    run(0xd8, 0xde, 1, 32),    // Ø–Þ
    run(0x100, 0x12e, 2, 1),   // Ā–Į
    run(0x132, 0x136, 2, 1),   // Ĳ–Ķ
    run(0x139, 0x147, 2, 1),   // Ĺ–Ň
    run(0x14a, 0x176, 2, 1),   // Ŋ–Ŷ
    run(0x179, 0x17d, 2, 1),   // Ź–Ž
    run(0x18f, 0x18f, 1, 202), // Ə
    run(0x1b7, 0x1b7, 1, 219), // Ʒ
    run(0x1cd, 0x1db, 2, 1),   // Ǎ–Ǜ
    run(0x1de, 0x1ee, 2, 1),   // Ǟ–Ǯ
    run(0x1f8, 0x21e, 2, 1),   // Ǹ–Ȟ
    run(0x222, 0x232, 2, 1),   // Ȣ–Ȳ
    run(0x386, 0x386, 1, 38),  // Ά
    run(0x388, 0x38a, 1, 37),  // Έ–Ί
    run(0x38c, 0x38c, 1, 64),  // Ό
    run(0x38e, 0x38f, 1, 63),  // Ύ–Ώ
    run(0x391, 0x3a1, 1, 32),  // Α–Ρ
    run(0x3a3, 0x3ab, 1, 32),  // Σ–Ϋ
    run(0x400, 0x40f, 1, 80),  // Ѐ–Џ
    run(0x410, 0x42f, 1, 32),  // А–Я
    run(0x460, 0x480, 2, 1),   // Ѡ–Ҁ
    run(0x48a, 0x4be, 2, 1),   // Ҋ–Ҿ
    run(0x4d0, 0x52e, 2, 1),   // Ӑ–Ԯ
    run(0x1e00, 0x1e94, 2, 1), // Ḁ–Ẕ
    run(0x1ea0, 0x1efe, 2, 1), // Ạ–Ỿ
];

impl Run {
    const fn holds(&self, capital: u32) -> bool {
        self.first <= capital && capital <= self.last && (capital - self.first).is_multiple_of(self.step)
    }
}

/// The small letter of a capital; any other character is itself.
pub fn small(c: char) -> char {
    let code = u32::from(c);
    let mut near = RUNS.iter().take_while(|run| run.first <= code);
    near.find(|run| run.holds(code)).and_then(|run| char::from_u32(code + run.distance)).unwrap_or(c)
}

/// The capital of a small letter; any other character is itself.
pub fn capital(c: char) -> char {
    let code = u32::from(c);
    let of = |run: &Run| code.checked_sub(run.distance).filter(|capital| run.holds(*capital));
    RUNS.iter().find_map(of).and_then(char::from_u32).unwrap_or(c)
}

/// A text in small letters.
pub fn in_small(text: &str) -> String {
    text.chars().map(small).collect()
}

/// A text in capitals.
pub fn in_capitals(text: &str) -> String {
    text.chars().map(capital).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the standard library makes of a character, where that is one character again.
    fn one(mut chars: impl Iterator<Item = char>) -> Option<char> {
        chars.next().filter(|_| chars.next().is_none())
    }

    #[test]
    fn whatever_changes_changes_as_in_the_standard_library_and_back() {
        for c in '\0'..=char::MAX {
            let (down, up) = (small(c), capital(c));
            assert!(down == c || (Some(down) == one(c.to_lowercase()) && capital(down) == c), "{c} {down}");
            assert!(up == c || (Some(up) == one(c.to_uppercase()) && small(up) == c), "{c} {up}");
        }
    }

    #[test]
    fn no_letter_of_the_scripts_is_forgotten() {
        // The last ones are rare letters of phonetics, Croatian digraphs, and the Turkish dotted capital.
        let scripts =
            ['\0'..='\u{17f}', '\u{386}'..='\u{3ce}', '\u{400}'..='\u{4bf}', '\u{1e00}'..='\u{1e95}'];
        let other: String = scripts
            .into_iter()
            .flatten()
            .filter(|c| !['İ', 'Ÿ'].contains(c) && one(c.to_lowercase()) != Some(small(*c)))
            .collect();
        assert_eq!(other, "");
        assert_eq!(
            in_small("ÄITI Ödmjuk ŠČĐŊŦŽ ǤǦǨƷǮ ΑΘΉΝΑ Жук ÷×"),
            "äiti ödmjuk ščđŋŧž ǥǧǩʒǯ αθήνα жук ÷×"
        );
        assert_eq!(in_capitals("äiti straße ÿ ŋ"), "ÄITI STRAßE ÿ Ŋ");
    }
}
