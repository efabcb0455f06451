//! How one language writes a notice: clauses, the firm's own texts, dates, links, lists and tables.
//!
//! Knows: how a text falls back when a language lacks it. Does not know: which section needs what.

use crate::content::choices::Worded;
use crate::content::{self, Clause, Text, capitalised};
use crate::document::{Block, Inline, Table};
use crate::lang::{ENGLISH_MONTHS, Lang, Localized};
use crate::law::Citation;
use crate::notice::date::DateText;
use crate::notice::ids;
use crate::notice::statement::{Item, Says, Statement};

/// A run of text, as it stands in a paragraph, a bullet or a cell.
pub(super) type Run = Vec<Inline>;

/// Writes texts and blocks in one language.
#[derive(Clone, Copy)]
pub(super) struct Phrasing {
    pub(super) lang: Lang,
}

impl Phrasing {
    pub(super) const fn new(lang: Lang) -> Self {
        Self { lang }
    }

    /// A text of our own. Finnish stands in for a language that lacks it.
    pub(super) fn text(self, text: Text) -> &'static str {
        match text.get(self.lang) {
            "" => text.get(Lang::Fi),
            written => written,
        }
    }

    /// A clause of the catalogue.
    pub(super) fn clause(self, clause: &Clause) -> &'static str {
        self.text(clause.text)
    }

    /// What a choice is called.
    fn choice(self, choice: impl Worded) -> &'static str {
        self.text(choice.words().label)
    }

    /// What a choice is called, with a capital letter, as a table cell.
    pub(super) fn cell(self, choice: impl Worded) -> Run {
        run(&capitalised(self.choice(choice)))
    }

    /// A clause as a paragraph.
    pub(super) fn para(self, clause: &Clause) -> Block {
        Block::Para(run(self.clause(clause)))
    }

    /// What the firm wrote: in this language, or else in another one, marked as such, so that nothing is lost.
    pub(super) fn local(self, text: &Localized<String>) -> Run {
        let written = |lang: Lang| Some((lang, text.get(lang).trim())).filter(|(_, text)| !text.is_empty());
        match written(self.lang).or_else(|| Lang::ALL.into_iter().find_map(written)) {
            Some((lang, text)) if lang == self.lang => run(text),
            Some((lang, text)) => vec![Inline::Lang { lang, text: text.to_owned() }],
            None => Vec::new(),
        }
    }

    /// A statement; nothing when it is blank, or a clause that this version does not have.
    pub(super) fn statement(self, statement: &Statement) -> Run {
        match statement {
            Statement::Clause(clause) => {
                content::find_clause(&clause.id).map(|clause| run(self.clause(clause))).unwrap_or_default()
            }
            Statement::Own(own) => self.local(&own.text),
        }
    }

    /// A statement at the beginning of a table cell: a clause of ours gets a capital letter, what the firm wrote stays as it is.
    pub(super) fn opening(self, statement: &Statement) -> Run {
        match (statement, self.statement(statement).as_slice()) {
            (Statement::Clause(_), [Inline::Text(text)]) => run(&capitalised(text)),
            (_, run) => run.to_vec(),
        }
    }

    /// The statements of a list that say something.
    pub(super) fn items<R: Says>(self, rows: &[R]) -> Vec<Run> {
        rows.iter().map(|row| self.statement(row.what())).filter(|run| !run.is_empty()).collect()
    }

    /// A list without a lead; a single statement is a paragraph.
    pub(super) fn bullets(self, statements: &[Item]) -> Vec<Block> {
        let mut items = self.items(statements);
        match items.len() {
            0 => Vec::new(),
            1 => items.pop().map(Block::Para).into_iter().collect(),
            _ => vec![Block::List(items)],
        }
    }

    /// A lead sentence and its list; nothing when the list is empty.
    pub(super) fn led_list(self, lead: &Clause, items: Vec<Run>) -> Vec<Block> {
        if items.is_empty() { Vec::new() } else { vec![self.para(lead), Block::List(items)] }
    }

    /// Rows under heads: a table, a list of terms where there is one row, bullets where there is one column.
    /// Rows and columns that say nothing are left out.
    pub(super) fn rows<const N: usize>(self, heads: [&Clause; N], rows: Vec<[Run; N]>) -> Vec<Block> {
        let mut rows: Vec<_> =
            rows.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
        let used =
            |column: usize| rows.iter().any(|row| row.get(column).is_some_and(|cell| !cell.is_empty()));
        let columns: Vec<bool> = (0..N).map(used).collect();
        let kept =
            |row: [Run; N]| row.into_iter().zip(&columns).filter(|(_, used)| **used).map(|(cell, _)| cell);
        let heads =
            heads.into_iter().zip(&columns).filter(|(_, used)| **used).map(|(head, _)| self.clause(head));
        if columns.iter().filter(|used| **used).count() == 1 {
            let mut items: Vec<Run> =
                rows.into_iter().flat_map(kept).filter(|cell| !cell.is_empty()).collect();
            return match items.len() {
                1 => items.pop().map(Block::Para).into_iter().collect(),
                _ => vec![Block::List(items)],
            };
        }
        match (rows.len(), rows.pop()) {
            (1, Some(only)) => vec![Block::DefinitionList(heads.map(run).zip(kept(only)).collect())],
            (_, Some(last)) => {
                rows.push(last);
                let rows = rows.into_iter().map(|row| kept(row).collect()).collect();
                vec![Block::Table(Table::new(heads.map(str::to_owned).collect(), rows))]
            }
            (_, None) => Vec::new(),
        }
    }

    /// Terms with their values; a term whose value is blank is left out.
    pub(super) fn terms<const N: usize>(self, terms: [(&Clause, Run); N]) -> Vec<Block> {
        let terms: Vec<_> = terms
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(term, value)| (run(self.clause(term)), value))
            .collect();
        if terms.is_empty() { Vec::new() } else { vec![Block::DefinitionList(terms)] }
    }

    /// A date as this language writes it. What is not a date stays as it was typed.
    pub(super) fn date(self, date: &DateText) -> String {
        let Some(day) = date.date() else { return date.0.trim().to_owned() };
        match (self.lang, ENGLISH_MONTHS.get(usize::from(day.month()).wrapping_sub(1))) {
            (Lang::En, Some(month)) => format!("{} {month} {}", day.day(), day.year()),
            _ => day.dotted(),
        }
    }

    /// Citations in one line; an act that follows itself is named once.
    pub(super) fn citations(self, citations: &[Citation]) -> String {
        let mut line = String::new();
        let mut last = None;
        for citation in citations {
            let found = citation.act_and_provision();
            let act = found.map(|(act, _)| act);
            if !line.is_empty() {
                line.push_str(", ");
            }
            match found {
                Some((_, provision)) if act == last && !provision.is_empty() => line.push_str(provision),
                _ => line.push_str(&citation.display(self.lang)),
            }
            last = act;
        }
        line
    }
}

/// Plain text as a run; nothing for a text of blanks.
pub(super) fn run(text: &str) -> Run {
    match text.trim() {
        "" => Vec::new(),
        text => vec![Inline::Text(text.to_owned())],
    }
}

/// Puts a run into a clause's slot.
pub(super) fn filled(text: &str, slot: &str, value: Run) -> Run {
    let Some((before, after)) = text.split_once(slot) else { return run(text) };
    let plain = |text: &str| Some(Inline::Text(text.to_owned())).filter(|_| !text.is_empty());
    plain(before).into_iter().chain(value).chain(plain(after)).collect()
}

/// An e-mail address as a link, where it looks like one.
pub(super) fn email(typed: &str) -> Run {
    let typed = typed.trim();
    let plain = |c: char| c.is_alphanumeric() || ".!#$*+/=^_{|}~@-".contains(c);
    // An address that nobody can write to gets no link; nor does one with signs that a link would read as more than an address.
    let is_address = typed.chars().all(plain) && ids::email::normalised(typed).as_deref() == Some(typed);
    if is_address && typed.matches('@').count() == 1 {
        link(typed, format!("mailto:{typed}"))
    } else {
        run(typed)
    }
}

/// A phone number as a link, where it looks like one.
pub(super) fn phone(typed: &str) -> Run {
    let typed = typed.trim();
    // The number as it can be dialled: with `(0)` left in, it would ring nowhere.
    match ids::phone::normalised(typed) {
        Some(number) => link(typed, format!("tel:{}", number.replace(' ', ""))),
        None => run(typed),
    }
}

/// A web address as a link, where it looks like one.
pub(super) fn website(typed: &str) -> Run {
    let typed = typed.trim();
    let lower = typed.to_ascii_lowercase();
    let plain = !typed.chars().any(|c| c.is_whitespace() || "<>\"'`".contains(c));
    if plain && (lower.starts_with("https://") || lower.starts_with("http://")) {
        link(typed, typed.to_owned())
    } else if plain && typed.contains('.') && !typed.contains([':', '@']) && !typed.starts_with(['/', '.']) {
        link(typed, format!("https://{typed}"))
    } else {
        run(typed)
    }
}

fn link(text: &str, href: String) -> Run {
    vec![Inline::Link { text: text.to_owned(), href }]
}
