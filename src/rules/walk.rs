//! A walk over everything that is said in a notice: each statement and each text of the firm's own.
//!
//! Rules about texts as such (an unknown clause, a missing translation, an empty row) ask here.
//! Knows: the table of parts. Does not know: any rule, or which fields there are.

use crate::lang::Localized;
use crate::notice::Notice;
use crate::notice::parts::{self, Content};
use crate::notice::path::FieldPath;
use crate::notice::statement::Statement;
use crate::section::SectionId;

/// Something that is said.
#[derive(Clone, Copy)]
pub(super) enum Said<'a> {
    /// A statement: a clause or own words.
    Statement(&'a Statement),
    /// Own words in a field that offers no clauses.
    Text(&'a Localized<String>),
}

impl<'a> Said<'a> {
    /// The firm's own words, if it is those.
    pub(super) const fn own(self) -> Option<&'a Localized<String>> {
        match self {
            Self::Statement(Statement::Own(own)) => Some(&own.text),
            Self::Statement(Statement::Clause(_)) => None,
            Self::Text(text) => Some(text),
        }
    }

    /// The clause's id, if it is a clause.
    pub(super) fn clause(self) -> Option<&'a str> {
        match self {
            Self::Statement(statement) => statement.clause_id(),
            Self::Text(_) => None,
        }
    }
}

/// Visits everything that is said, blank or not.
pub(super) fn walk<'a>(notice: &'a Notice, mut visit: impl FnMut(SectionId, FieldPath, Said<'a>)) {
    parts::visit(notice, |section, path, content| match content {
        Content::Statement(statement) => visit(section, path, Said::Statement(statement)),
        Content::Text(text) => visit(section, path, Said::Text(text)),
        _ => {}
    });
}

/// Visits every text that exists once for all languages: names, addresses, numbers.
pub(super) fn names<'a>(notice: &'a Notice, mut visit: impl FnMut(SectionId, FieldPath, &'a str)) {
    parts::visit(notice, |section, path, content| match content {
        Content::Line(line) => visit(section, path, line),
        Content::Lines(lines) => lines.iter().for_each(|line| visit(section, path, line)),
        _ => {}
    });
}

/// Visits the rows of the lists that are made of statements, in the order of the lists.
pub(super) fn list_rows<'a>(notice: &'a Notice, mut visit: impl FnMut(SectionId, FieldPath, &'a Statement)) {
    walk(notice, |section, path, said| {
        if let (Said::Statement(statement), true) =
            (said, path.row_id().is_some() && path.column_name() == "")
        {
            visit(section, path, statement);
        }
    });
}

/// The ids of all clauses in a notice, in the order of the walk.
pub(super) fn clauses_in(notice: &Notice) -> impl Iterator<Item = &str> {
    let mut ids = Vec::new();
    walk(notice, |_, _, said| ids.extend(said.clause()));
    ids.into_iter()
}
