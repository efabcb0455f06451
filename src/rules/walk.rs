//! Everything that is said in a notice, gathered once for all rules.
//!
//! Rules about texts as such (an unknown clause, a missing translation, an empty row) ask here.
//! Knows: the table of parts. Does not know: any rule, or which fields there are.

use crate::lang::Localized;
use crate::notice::Notice;
use crate::notice::parts::{self, Content};
use crate::notice::path::FieldPath;
use crate::notice::statement::Statement;
use crate::section::SectionId;

/// Something that is said, blank or not.
#[derive(Clone, Copy, Debug)]
pub(super) struct Said<'a> {
    /// The section whose screen asks for it.
    pub(super) section: SectionId,
    /// The field that holds it.
    pub(super) field: FieldPath,
    what: What<'a>,
}

#[derive(Clone, Copy, Debug)]
enum What<'a> {
    /// A statement: a clause or own words.
    Statement(&'a Statement),
    /// Own words in a field that offers no clauses.
    Text(&'a Localized<String>),
    /// A name, an address or a number, once for all languages.
    Line(&'a str),
}

impl<'a> Said<'a> {
    /// The firm's own words, if it is those.
    pub(super) const fn own(self) -> Option<&'a Localized<String>> {
        match self.what {
            What::Statement(Statement::Own(own)) => Some(&own.text),
            What::Text(text) => Some(text),
            What::Statement(Statement::Clause(_)) | What::Line(_) => None,
        }
    }

    /// The clause's id, if it is a clause.
    pub(super) fn clause(self) -> Option<&'a str> {
        match self.what {
            What::Statement(statement) => statement.clause_id(),
            What::Text(_) | What::Line(_) => None,
        }
    }

    /// The text, if it is one that exists once for all languages: a name, an address, a number.
    pub(super) const fn line(self) -> Option<&'a str> {
        match self.what {
            What::Line(line) => Some(line),
            What::Statement(_) | What::Text(_) => None,
        }
    }

    /// The statement, if it is a row of a list that is made of statements.
    pub(super) fn list_row(self) -> Option<&'a Statement> {
        match self.what {
            What::Statement(row) if self.field.row_id().is_some() && self.field.column_name().is_empty() => {
                Some(row)
            }
            _ => None,
        }
    }
}

/// Everything that is said, in the order of the notice.
pub(super) fn said_in(notice: &Notice) -> Vec<Said<'_>> {
    let mut all = Vec::new();
    parts::visit(notice, |section, field, content| {
        let mut add = |what| all.push(Said { section, field, what });
        match content {
            Content::Statement(statement) => add(What::Statement(statement)),
            Content::Text(text) => add(What::Text(text)),
            Content::Line(line) => add(What::Line(line)),
            Content::Lines(lines) => lines.iter().for_each(|line| add(What::Line(line))),
            _ => {}
        }
    });
    all
}
