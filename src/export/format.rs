//! The formats, their media types and file names.

use crate::lang::Lang;

/// A format in which a notice leaves Seloste.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One self-contained page.
    Html,
    /// For print and archive.
    Pdf,
    /// Plain text.
    Text,
    /// The draft itself.
    Json,
}

impl Format {
    /// The media type, with the character set where there is one.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html;charset=utf-8",
            Self::Pdf => "application/pdf",
            Self::Text => "text/plain;charset=utf-8",
            Self::Json => "application/json",
        }
    }

    const fn extension(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Pdf => "pdf",
            Self::Text => "txt",
            Self::Json => "json",
        }
    }

    /// A file name that is valid on every system and names the languages in the file: `tietosuojaseloste-yritys-oy-fi-sv.pdf`.
    /// Keeps ASCII letters and digits of `name`, and writes å and ä as a, ö as o.
    pub fn file_name(self, name: &str, languages: &[Lang]) -> String {
        let slug = slug(name);
        if self == Self::Json {
            // No language: the draft holds all of them.
            return format!("seloste{slug}.json");
        }
        let tags: String = languages.iter().flat_map(|lang| ["-", lang.tag()]).collect();
        format!("tietosuojaseloste{slug}{tags}.{}", self.extension())
    }

    /// The file name of the first layer on its page: `tietosuojaseloste-yritys-oy-tiivistelma-fi.pdf`.
    pub fn first_layer_name(self, name: &str, lang: Lang) -> String {
        format!("tietosuojaseloste{}-tiivistelma-{}.{}", slug(name), lang.tag(), self.extension())
    }

    /// The file name of the evidence report on a notice: `vaatimusraportti-yritys-oy-fi.pdf`.
    pub fn report_name(self, name: &str, lang: Lang) -> String {
        format!("vaatimusraportti{}-{}.{}", slug(name), lang.tag(), self.extension())
    }
}

/// A name in the form that file names use, with a hyphen before it; empty for a name without letters and digits.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for c in name.to_lowercase().chars().take(60) {
        match c {
            'a'..='z' | '0'..='9' => slug.push(c),
            'å' | 'ä' => slug.push('a'),
            'ö' => slug.push('o'),
            _ if slug.ends_with('-') || slug.is_empty() => {}
            _ => slug.push('-'),
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { String::new() } else { format!("-{slug}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_plain() {
        assert_eq!(
            Format::Pdf.file_name("Yritys Ääkkönen Oy", &[Lang::Fi, Lang::Sv]),
            "tietosuojaseloste-yritys-aakkonen-oy-fi-sv.pdf"
        );
        assert_eq!(Format::Html.file_name("  ", &[Lang::Sv]), "tietosuojaseloste-sv.html");
        assert_eq!(Format::Pdf.first_layer_name("A", Lang::En), "tietosuojaseloste-a-tiivistelma-en.pdf");
        assert_eq!(Format::Json.report_name("Yritys Oy", Lang::Sv), "vaatimusraportti-yritys-oy-sv.json");
        assert_eq!(Format::Json.file_name("../../etc/passwd", &[Lang::Fi]), "seloste-etc-passwd.json");
    }
}
