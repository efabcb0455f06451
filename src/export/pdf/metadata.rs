//! What the file says of itself: title, firm, date and tool.
//!
//! A file says it twice, in its information dictionary (here) and as XML (in `archive`); PDF/A wants the two to agree, so
//! both are written from one [`Metadata`]. Does not know: the clock. The only date is the notice's own.

use super::objects::{one_line, text_string};
use crate::document::Document;
use lopdf::{Dictionary, dictionary};

/// What the file says of itself.
pub struct Metadata {
    /// The notice's title, or else the firm, or else the tool; never empty.
    pub title: String,
    /// The firm; `None` when it is not given yet.
    pub author: Option<String>,
    /// When the notice was last changed.
    pub date: Option<Date>,
    /// The program that made the file.
    pub tool: &'static str,
}

/// A date, in the two forms that a file needs.
#[derive(Debug, PartialEq)]
pub struct Date {
    /// For the information dictionary: `D:20261120`.
    pub info: String,
    /// For the XML: `2026-11-20`.
    pub xmp: String,
}

impl Metadata {
    /// The metadata of a notice.
    pub fn of(document: &Document) -> Self {
        let tool = "Seloste";
        let author = Some(one_line(&document.firm)).filter(|firm| !firm.is_empty());
        let title =
            [one_line(&document.title)].into_iter().chain(author.clone()).find(|title| !title.is_empty());
        let date = document.date.as_deref().and_then(date);
        Self { title: title.unwrap_or_else(|| tool.to_owned()), author, date, tool }
    }

    /// The information dictionary (ISO 32000-1, 14.3.3).
    pub fn info(&self) -> Dictionary {
        let mut info =
            dictionary! { "Title" => text_string(&self.title), "Creator" => text_string(self.tool) };
        if let Some(author) = &self.author {
            info.set("Author", text_string(author));
        }
        if let Some(date) = &self.date {
            info.set("CreationDate", text_string(&date.info));
            info.set("ModDate", text_string(&date.info));
        }
        info
    }
}

/// Reads `2026-11-20`; `None` for anything else.
fn date(iso: &str) -> Option<Date> {
    let mut fields = iso.split('-');
    let mut number = |digits: usize| {
        let field = fields
            .next()
            .filter(|field| field.len() == digits && field.bytes().all(|byte| byte.is_ascii_digit()))?;
        field.parse::<u32>().ok()
    };
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    let real = fields.next().is_none() && (1..=12).contains(&month) && (1..=31).contains(&day);
    real.then(|| Date { info: format!("D:{year:04}{month:02}{day:02}"), xmp: iso.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_dates_enter_the_file() {
        let date_of = |info: &str, xmp: &str| Some(Date { info: info.into(), xmp: xmp.into() });
        assert_eq!(date("2026-11-20"), date_of("D:20261120", "2026-11-20"));
        for bad in
            ["", "2026", "2026-11", "20.11.2026", "2026-13-01", "2026-11-20-1", "2026-11-20T10", "+026-11-20"]
        {
            assert_eq!(date(bad), None, "{bad}");
        }
    }
}
