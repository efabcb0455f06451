//! To whom and where to: recipients, disclosures, and the transfers that follow from the recipients.
//!
//! Law: GDPR 13(1)(e)–(f), 44–49.

use super::phrasing::{Phrasing, Run, run};
use crate::content::{self, choice, clause};
use crate::document::{Block, Inline};
use crate::notice::Notice;
use crate::notice::answer::Answer;
use crate::notice::recipient::{Location, Recipient, Safeguard, Transfer};

/// Who gets the data, in what role and where (GDPR 13(1)(e)), as a table.
pub(super) fn recipients(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let rows = notice
        .recipients
        .iter()
        .map(|recipient| [who(recipient, phrasing), role(recipient, phrasing), location(recipient, phrasing)])
        .filter(|[who, ..]| !who.is_empty())
        .collect();
    phrasing.rows([&clause::LABEL_RECIPIENT, &clause::LABEL_ROLE, &clause::LABEL_LOCATION], rows)
}

/// What they do, and their name where it is given.
fn who(recipient: &Recipient, phrasing: Phrasing) -> Run {
    let mut who = phrasing.opening(&recipient.what);
    let name = run(&recipient.name);
    if !who.is_empty() && !name.is_empty() {
        who.push(Inline::Text(": ".to_owned()));
    }
    who.extend(name);
    who
}

fn role(recipient: &Recipient, phrasing: Phrasing) -> Run {
    recipient.role.yes().map(|role| phrasing.cell(*role)).unwrap_or_default()
}

fn location(recipient: &Recipient, phrasing: Phrasing) -> Run {
    match recipient.location.yes() {
        Some(Location::Eea) => run(phrasing.text(choice::LOCATION_EEA.label)),
        Some(Location::ThirdCountry(transfer)) => country(transfer, phrasing),
        None => Vec::new(),
    }
}

pub(super) fn country(transfer: &Transfer, phrasing: Phrasing) -> Run {
    let names = transfer.named_countries().map(|country| content::country(country, phrasing.lang));
    run(&names.collect::<Vec<_>>().join(", "))
}

/// To whom data is regularly disclosed for their own use. A "no" is said too.
pub(super) fn disclosures(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    match &notice.disclosures {
        Answer::Yes(disclosures) => {
            phrasing.led_list(&clause::LEAD_DISCLOSURES, phrasing.items(&disclosures.list))
        }
        Answer::No => vec![phrasing.para(&clause::LEAD_NO_DISCLOSURES)],
        Answer::Unanswered | Answer::Unknown => Vec::new(),
    }
}

/// Transfers out of the EEA with their safeguards, and where to have a copy of those (GDPR 13(1)(f)). Made from the recipients,
/// so that the two sections cannot disagree. "No transfers" is said only when every recipient is known to be in the EEA.
pub(super) fn transfers(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let rows: Vec<[Run; 3]> = notice
        .transfers()
        .map(|(recipient, transfer)| {
            let safeguard = transfer.safeguard.yes().map(|safeguard| phrasing.cell(*safeguard));
            [who(recipient, phrasing), country(transfer, phrasing), safeguard.unwrap_or_default()]
        })
        .filter(|row| row.iter().any(|cell| !cell.is_empty()))
        .collect();
    if rows.is_empty() {
        return if all_in_eea(notice) { vec![phrasing.para(&clause::TRANSFERS_NONE)] } else { Vec::new() };
    }
    let mut blocks = vec![phrasing.para(&clause::TRANSFERS_LEAD)];
    blocks.extend(
        phrasing.rows([&clause::LABEL_RECIPIENT, &clause::LABEL_COUNTRY, &clause::LABEL_SAFEGUARD], rows),
    );
    blocks.extend(safeguards(notice, phrasing));
    blocks
}

/// Whether every recipient is known to be in the EEA.
pub(super) fn all_in_eea(notice: &Notice) -> bool {
    let inside = |recipient: &Recipient| matches!(recipient.location.yes(), Some(Location::Eea));
    !notice.recipients.is_empty() && notice.recipients.iter().all(inside)
}

/// What the grounds of the transfers are, and where to have a copy of them.
pub(super) fn safeguards(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let used = |safeguard: &Safeguard| {
        notice.transfers().any(|(_, transfer)| transfer.safeguard.yes() == Some(safeguard))
    };
    let used: Vec<_> = Safeguard::ALL.into_iter().filter(used).collect();
    let mut blocks: Vec<Block> = used
        .iter()
        .map(|safeguard| {
            phrasing.para(match safeguard {
                Safeguard::Adequacy => &clause::TRANSFERS_ADEQUACY,
                Safeguard::DataPrivacyFramework => &clause::TRANSFERS_DATA_PRIVACY_FRAMEWORK,
                Safeguard::StandardClauses => &clause::TRANSFERS_STANDARD_CLAUSES,
                Safeguard::BindingRules => &clause::TRANSFERS_BINDING_RULES,
                Safeguard::ExplicitConsent => &clause::TRANSFERS_EXPLICIT_CONSENT,
            })
        })
        .collect();
    if used.iter().any(|used| matches!(used, Safeguard::StandardClauses | Safeguard::BindingRules)) {
        blocks.push(phrasing.para(&clause::TRANSFERS_COPY));
    }
    blocks
}
