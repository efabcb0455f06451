//! The table of situations: why, on what basis, what data, who gets it, and how long; and what stands beside it.
//!
//! Law: GDPR 13(1)(c)–(e), 13(2)(a), 14(1)(d). Where the firm tells a column in its own words, the table leaves it out; where it tells
//! the purposes so, there is no table, and the rest is told as in the register layout.

use super::parties::{Shown, who};
use super::row::{self, Row};
use super::{led, listed};
use crate::compose::phrasing::{Phrasing, Run, run};
use crate::compose::{data, purposes, retention};
use crate::content::{capitalised, clause, fill};
use crate::document::{Block, Inline, plain};
use crate::notice::Notice;
use crate::notice::answer::Answer;
use crate::notice::purpose::{BasisKind, LegalBasis};
use crate::notice::recipient::Recipient;
use crate::notice::retention::Retention;
use crate::notice::row::RowId;
use crate::notice::statement::Statement;
use crate::section::SectionId as S;

/// The table.
pub(super) fn table(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let mut named = Vec::new();
    let rows = row::rows(notice);
    let duties = by_duty(&rows, notice);
    let rows = rows.iter().map(|row| {
        [
            situation(row, phrasing),
            basis(row, notice, phrasing),
            data_of(row, notice, phrasing),
            recipients(row, notice, &mut named, phrasing),
            periods(row, notice, &duties, phrasing),
        ]
    });
    let rows = rows.collect();
    let heads = [
        &clause::LABEL_SITUATION,
        &clause::LABEL_SITUATION_BASIS,
        &clause::LABEL_SITUATION_DATA,
        &clause::LABEL_SITUATION_RECIPIENTS,
        &clause::LABEL_SITUATION_PERIOD,
    ];
    phrasing.rows(heads, rows)
}

/// The situations with their bases and their data, each as a column.
pub(super) fn columns(notice: &Notice, phrasing: Phrasing) -> [Vec<Run>; 3] {
    let rows = row::rows(notice);
    let column = |cell: &dyn Fn(&Row<'_>) -> Run| rows.iter().map(cell).collect();
    [
        column(&|row| situation(row, phrasing)),
        column(&|row| basis(row, notice, phrasing)),
        column(&|row| data_of(row, notice, phrasing)),
    ]
}

/// The interests by situation; one that is not named yet is left out.
pub(super) fn named_interests(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let named =
        row::rows(notice).into_iter().filter(|row| row.basis() == Some(BasisKind::LegitimateInterests));
    let named = named.filter_map(|row| {
        let cell = basis(&row, notice, phrasing);
        (cell.len() > 1).then(|| [situation(&row, phrasing), cell])
    });
    phrasing.rows([&clause::LABEL_PURPOSE, &clause::LABEL_INTEREST], named.collect())
}

/// "**Ostat itsellesi.** Teemme tarjouksen, toimitamme tilauksen ja laskutamme."
fn situation(row: &Row<'_>, phrasing: Phrasing) -> Run {
    let Some(situation) = row.situation else {
        return row.purposes.first().map(|purpose| bold(phrasing.opening(&purpose.what))).unwrap_or_default();
    };
    let mut cell = vec![Inline::Strong(format!("{}.", phrasing.text(situation.title)))];
    let phrases = row.purposes.iter().filter_map(|purpose| situation.phrase(purpose.what.clause_id()?));
    let phrases: Vec<_> =
        phrases.map(|words| phrasing.text(words)).filter(|words| !words.is_empty()).collect();
    if let Some((last, before)) = phrases.split_last() {
        let what = if before.is_empty() {
            (*last).to_owned()
        } else {
            format!("{} {} {last}", before.join(", "), phrasing.clause(&clause::LABEL_AND))
        };
        let does = fill(phrasing.clause(&clause::LABEL_WE_DO), &[("what", &what)]);
        cell.push(Inline::Text(format!(" {}", capitalised(&does))));
    }
    cell
}

fn bold(run: Run) -> Run {
    let strong = |inline| match inline {
        Inline::Text(text) => Inline::Strong(text),
        other => other,
    };
    run.into_iter().map(strong).collect()
}

/// The basis in words; of an interest which, of a duty which law.
fn basis(row: &Row<'_>, notice: &Notice, phrasing: Phrasing) -> Run {
    let explicit = || notice.rests_on_explicit_consent() && row.is_sensitive(notice);
    let name = match row.basis() {
        Some(BasisKind::Consent) if explicit() => &clause::PLAIN_BASIS_EXPLICIT,
        Some(BasisKind::Consent) => &clause::PLAIN_BASIS_CONSENT,
        Some(BasisKind::Contract) => &clause::PLAIN_BASIS_CONTRACT,
        Some(BasisKind::LegalObligation) => &clause::PLAIN_BASIS_OBLIGATION,
        Some(BasisKind::VitalInterests) => &clause::PLAIN_BASIS_VITAL,
        Some(BasisKind::PublicTask) => &clause::PLAIN_BASIS_PUBLIC,
        Some(BasisKind::LegitimateInterests) => &clause::PLAIN_BASIS_INTEREST,
        None => return Vec::new(),
    };
    let mut cell = run(phrasing.clause(name));
    let told_elsewhere = notice.is_replaced(S::LegitimateInterests);
    let details = row.purposes.iter().filter_map(|purpose| match purpose.basis.yes() {
        // How consent is withdrawn stands beside the consent.
        Some(LegalBasis::Consent(_)) | None => None,
        Some(LegalBasis::LegitimateInterests(_)) if told_elsewhere => None,
        Some(basis) => basis.detail(),
    });
    let details = distinct(details.map(|detail| phrasing.statement(detail)));
    for (place, detail) in details.into_iter().enumerate() {
        cell.push(Inline::Text(if place == 0 { ": " } else { "; " }.to_owned()));
        cell.extend(detail);
    }
    cell
}

/// The kinds of data, and what the firm adds; item by item only where no kind is named.
fn data_of(row: &Row<'_>, notice: &Notice, phrasing: Phrasing) -> Run {
    let (kinds, items) = row.data(notice);
    let is_own = |what: &&Statement| what.clause_id().is_none();
    let told: Vec<_> = if kinds.is_empty() {
        items
    } else {
        kinds.into_iter().chain(items.into_iter().filter(is_own)).collect()
    };
    let ours = told.first().is_some_and(|what| what.clause_id().is_some());
    opened(listed(distinct(told.into_iter().map(|what| phrasing.statement(what)))), ours)
}

fn recipients<'a>(
    row: &Row<'_>,
    notice: &'a Notice,
    named: &mut Vec<&'a Recipient>,
    phrasing: Phrasing,
) -> Run {
    if notice.is_replaced(S::Recipients) {
        return Vec::new();
    }
    let all = row.recipients(notice);
    let ours = all.first().is_some_and(|one| one.name.trim().is_empty() && one.what.clause_id().is_some());
    let cell = all.into_iter().map(|recipient| {
        let first = !named.iter().any(|other| other.id == recipient.id);
        named.push(recipient);
        who(recipient, if first { Shown::NameAndJob } else { Shown::Name }, phrasing)
    });
    opened(listed(cell.filter(|run| !run.is_empty()).collect()), ours)
}

/// What a law has the firm keep: the row of that duty tells it, and no other row does.
fn by_duty(rows: &[Row<'_>], notice: &Notice) -> Vec<RowId> {
    let duties = rows.iter().filter(|row| row.basis() == Some(BasisKind::LegalObligation));
    duties.flat_map(|row| row.retention(notice)).map(|kept| kept.id).collect()
}

/// "6 vuotta tilikauden päättymisestä"; what is kept is named where several things are kept for different times.
fn periods(row: &Row<'_>, notice: &Notice, duties: &[RowId], phrasing: Phrasing) -> Run {
    let is_duty = row.basis() == Some(BasisKind::LegalObligation);
    let mut kept = row.retention(notice);
    kept.retain(|kept| is_duty || !duties.contains(&kept.id));
    let mut cell = Run::new();
    for one in &kept {
        let line =
            if kept.len() == 1 { retention::period(one, phrasing) } else { named_period(one, phrasing) };
        if !cell.is_empty() && !line.is_empty() {
            cell.push(Inline::Text("\n".to_owned()));
        }
        cell.extend(line);
    }
    cell
}

/// "Laskut ja muut tositteet: 6 vuotta …"
fn named_period(row: &Retention, phrasing: Phrasing) -> Run {
    let (mut line, period) = (phrasing.opening(&row.what), retention::period(row, phrasing));
    if !line.is_empty() && !period.is_empty() {
        line.push(Inline::Text(": ".to_owned()));
    }
    line.extend(period);
    line
}

/// That the interests were weighed, once the firm has said so of all of them (GDPR 6(1)(f)).
pub(super) fn interests(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    if notice.is_replaced(S::Purposes) {
        return purposes::legitimate_interests(notice, phrasing);
    }
    let mut weighed = notice.purposes.iter().filter_map(|purpose| match purpose.basis.yes() {
        Some(LegalBasis::LegitimateInterests(interest)) => Some(matches!(interest.balanced, Answer::Yes(()))),
        _ => None,
    });
    let all = weighed.next().is_some_and(|first| first && weighed.all(|one| one));
    if all { vec![phrasing.para(&clause::PLAIN_BALANCED)] } else { Vec::new() }
}

/// The kinds of data in the firm's own words that it linked to no purpose.
pub(super) fn data_beside(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    if notice.is_replaced(S::Purposes) {
        return data::categories(notice, phrasing);
    }
    let kinds = notice.data_categories.iter().map(|row| (row.id, &row.what));
    led(&clause::PLAIN_ALSO_DATA, beside(kinds, notice, phrasing), phrasing)
}

/// The items, likewise; or all of them, where there is no table with their kinds.
pub(super) fn items_beside(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    if notice.is_replaced(S::Purposes) {
        return data::content(notice, phrasing);
    }
    let items = beside(notice.data_content.iter().map(|row| (row.id, &row.what)), notice, phrasing);
    if notice.is_replaced(S::DataCategories) || data_beside(notice, phrasing).is_empty() {
        return led(&clause::PLAIN_ALSO_DATA, items, phrasing);
    }
    // It goes on from the kinds.
    if items.is_empty() { Vec::new() } else { vec![Block::Para(items)] }
}

fn beside<'a>(
    data: impl Iterator<Item = (RowId, &'a Statement)>,
    notice: &Notice,
    phrasing: Phrasing,
) -> Run {
    let of_all = data.filter(|(id, what)| row::is_of_all(notice, *id, what));
    listed(distinct(of_all.map(|(_, what)| phrasing.statement(what))))
}

/// The periods that belong to no purpose in particular, and why data is kept so long.
pub(super) fn periods_beside(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    if notice.is_replaced(S::Purposes) {
        return retention::retention(notice, phrasing);
    }
    let rest = row::retention_of_all(notice);
    let lines: Vec<Run> =
        rest.iter().map(|row| named_period(row, phrasing)).filter(|line| !line.is_empty()).collect();
    let mut blocks = phrasing.led_list(&clause::PLAIN_ALSO_PERIODS, lines);
    // Of a duty, the law that stands as its basis is the reason, too.
    let duties = by_duty(&row::rows(notice), notice);
    let reasons = notice.retention.iter().filter(|kept| !duties.contains(&kept.id));
    let mut all = Run::new();
    for reason in distinct(reasons.map(|kept| phrasing.statement(&kept.ground))) {
        if !all.is_empty() {
            all.push(Inline::Text("; ".to_owned()));
        }
        all.extend(reason);
    }
    if !all.is_empty() && !plain(&all).ends_with('.') {
        all.push(Inline::Text(".".to_owned()));
    }
    blocks.extend(led(&clause::PLAIN_REASONS, all, phrasing));
    blocks
}

/// The runs that say something, each once.
fn distinct(runs: impl Iterator<Item = Run>) -> Vec<Run> {
    let mut all: Vec<Run> = Vec::new();
    for run in runs {
        if !run.is_empty() && !all.contains(&run) {
            all.push(run);
        }
    }
    all
}

/// A cell, with a capital letter where it begins with our words; what the firm wrote stays as it is.
fn opened(mut run: Run, ours: bool) -> Run {
    if let Some(Inline::Text(text)) = run.first_mut().filter(|_| ours) {
        *text = capitalised(text);
    }
    run
}
