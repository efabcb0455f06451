//! Where in a text something was found: the field, the language and the bytes, and which part of the quotation that is.
//!
//! Knows: the fields of a notice. Does not know: rules, or how a screen marks the words.

use super::Finding;
use super::walk::said_in;
use crate::lang::Lang;
use crate::notice::Notice;
use crate::notice::path::FieldPath;
use std::ops::Range;

/// Where the words of a finding stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The field that holds them: not the one that mends the finding where another text contradicts an answer.
    pub field: FieldPath,
    /// The language of the text; none for names, addresses and numbers.
    pub lang: Option<Lang>,
    /// The bytes of the text.
    pub span: Range<usize>,
    /// The bytes of the finding's evidence.
    pub(super) marked: Range<usize>,
}

impl Place {
    /// Where the words stand in a text box, in UTF-16 units, with each line break as one. `None` if the text has changed.
    pub fn units(&self, notice: &Notice) -> Option<Range<u32>> {
        let said = said_in(notice);
        let texts = said.iter().filter(|said| said.field == self.field);
        let mut texts = texts.filter_map(|said| match self.lang {
            Some(lang) => said.own().map(|own| own.get(lang).as_str()),
            None => said.line(),
        });
        // A field may hold several lines, such as names in a list: the one that is long enough to hold the words.
        texts.find_map(|text| {
            let units = |bytes: Range<usize>| {
                let part = text.get(bytes)?;
                let breaks = part.matches("\r\n").count();
                u32::try_from(part.encode_utf16().count() - breaks).ok()
            };
            let start = units(0..self.span.start)?;
            Some(start..start + units(self.span.clone())?)
        })
    }
}

impl Finding {
    /// The words found with what stands before and after them, if they stand in a text.
    pub fn quoted(&self) -> Option<(&str, &str, &str)> {
        let Range { start, end } = self.place.as_ref()?.marked;
        Some((self.evidence.get(..start)?, self.evidence.get(start..end)?, self.evidence.get(end..)?))
    }
}
