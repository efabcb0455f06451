//! What a finding calls a statement or a recipient, and what tells two statements apart.
//!
//! Knows: statements and recipients. Does not know: any rule, or the words of clauses.

use crate::lang::Lang;
use crate::notice::recipient::Recipient;
use crate::notice::statement::{Own, Statement};
use crate::text::safe_excerpt;

/// The firm's own words in a statement, at most 80 characters of them; empty for a clause.
pub(super) fn own_words_excerpt(statement: &Statement) -> String {
    const MOST: usize = 80;
    let Statement::Own(own) = statement else { return String::new() };
    let text = safe_excerpt(first_text(own).unwrap_or_default());
    match text.char_indices().nth(MOST).and_then(|(end, _)| text.get(..end)) {
        Some(start) => format!("{}…", start.trim_end()),
        None => text,
    }
}

/// What tells one statement from another: the clause's id, or the firm's own words in the first language that has any.
/// `None` for a blank one.
pub(super) fn identity(statement: &Statement) -> Option<&str> {
    match statement {
        Statement::Clause(clause) => Some(clause.id.as_str()),
        Statement::Own(own) => first_text(own),
    }
}

/// The recipient's name, or the firm's own words for what it is.
pub(super) fn recipient_label(recipient: &Recipient) -> String {
    match recipient.name.trim() {
        "" => own_words_excerpt(&recipient.what),
        name => name.to_owned(),
    }
}

/// The text in the first language that has any, without the spaces around it.
fn first_text(own: &Own) -> Option<&str> {
    Lang::ALL.into_iter().map(|lang| own.text.get(lang).trim()).find(|text| !text.is_empty())
}
