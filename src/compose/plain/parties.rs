//! Who answers for the data, and who else handles it and where.
//!
//! Law: GDPR 13(1)(a)–(b), 13(1)(e)–(f), 26, 28, 44–49.

use super::row;
use super::{led, listed};
use crate::compose::phrasing::{Phrasing, Run, email, phone, run, website};
use crate::compose::recipients::{all_in_eea, country, safeguards};
use crate::content::{Clause, clause};
use crate::document::{Block, Inline};
use crate::notice::Notice;
use crate::notice::contact::ContactDetails;
use crate::notice::recipient::{Recipient, Role};
use crate::notice::statement::Item;
use crate::section::SectionId as S;

/// The controller with everything by which it can be told and reached, in one sentence.
pub(super) fn controller(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let firm = &notice.controller;
    let name = firm.name.trim();
    let mut details = Vec::new();
    if !name.is_empty() {
        let business_id =
            firm.business_id.normalised().unwrap_or_else(|| firm.business_id.0.trim().to_owned());
        let mut who = vec![Inline::Strong(name.to_owned())];
        if !business_id.is_empty() {
            let label = phrasing.clause(&clause::LABEL_BUSINESS_ID);
            who.push(Inline::Text(format!(" ({label} {business_id})")));
        }
        details.push(who);
    }
    details.push(run(&firm.postal_address()));
    details.extend([email(&firm.email), phone(&firm.phone), website(&firm.website)]);
    details.retain(|detail| !detail.is_empty());
    if details.is_empty() {
        return Vec::new();
    }
    let mut para = vec![Inline::Text(format!("{} ", phrasing.clause(&clause::PLAIN_CONTROLLER_IS)))];
    para.extend(one_after_another(details));
    vec![Block::Para(para)]
}

/// Whom to ask, where that is not the firm's own address.
pub(super) fn contact(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let (contact, firm) = (&notice.contact, &notice.controller);
    let same = [(&contact.email, &firm.email), (&contact.phone, &firm.phone)];
    let is_firm = contact.name.trim().is_empty()
        && contact.address.trim().is_empty()
        && same.into_iter().all(|(one, other)| one.trim().is_empty() || one.trim() == other.trim());
    if is_firm { Vec::new() } else { led(&clause::PLAIN_ASK, details(contact), phrasing) }
}

/// The data protection officer (GDPR 13(1)(b)).
pub(super) fn dpo(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    notice.dpo.yes().map(|officer| led(&clause::PLAIN_DPO, details(officer), phrasing)).unwrap_or_default()
}

/// The other controllers and the essence of the arrangement (GDPR 26(2)).
pub(super) fn joint_controllers(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let Some(joint) = notice.joint_controllers.yes() else { return Vec::new() };
    let mut blocks = led(&clause::PLAIN_JOINT, run(&joint.parties), phrasing);
    blocks.extend(phrasing.own_words(&joint.arrangement));
    blocks
}

/// The representative in the EU (GDPR 27).
pub(super) fn representative(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let details = |person| led(&clause::PLAIN_REPRESENTATIVE, details(person), phrasing);
    notice.representative.yes().map(details).unwrap_or_default()
}

fn details(person: &ContactDetails) -> Run {
    let all = [run(&person.name), run(&person.address), email(&person.email), phone(&person.phone)];
    one_after_another(all.into_iter().filter(|one| !one.is_empty()).collect())
}

/// Details with commas between, whatever is in them: an address has commas of its own.
fn one_after_another(details: Vec<Run>) -> Run {
    let mut all = Run::new();
    for detail in details {
        if !all.is_empty() {
            all.push(Inline::Text(", ".to_owned()));
        }
        all.extend(detail);
    }
    all
}

/// How much of a recipient is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// Its name, or in short what it is where it has none.
    Name,
    /// What it does, too, and when it gets the data.
    NameAndJob,
}

/// A recipient in a list.
pub(super) fn who(recipient: &Recipient, shown: Shown, phrasing: Phrasing) -> Run {
    let (name, what) = (run(&recipient.name), phrasing.statement(&recipient.what));
    match shown {
        Shown::Name if name.is_empty() => in_short(recipient, what),
        Shown::Name => name,
        Shown::NameAndJob => {
            let mut who = if name.is_empty() { what } else { in_brackets(name, what) };
            let condition = phrasing.local(&recipient.condition);
            if !condition.is_empty() {
                who.push(Inline::Text(" – ".to_owned()));
                who.extend(condition);
            }
            who
        }
    }
}

/// "tilitoimisto": our clauses say after a comma what a recipient does, which is told once. What the firm wrote stays whole.
fn in_short(recipient: &Recipient, mut what: Run) -> Run {
    if recipient.what.clause_id().is_some()
        && let [Inline::Text(text)] = what.as_mut_slice()
        && let Some((short, _)) = text.split_once(", ")
    {
        *text = short.to_owned();
    }
    what
}

fn in_brackets(mut name: Run, what: Run) -> Run {
    if !what.is_empty() {
        name.push(Inline::Text(" (".to_owned()));
        name.extend(what);
        name.push(Inline::Text(")".to_owned()));
    }
    name
}

/// Who works for the firm, and who answers for the data itself. Those whom the table names are named again only if they work for the
/// firm: of the others it is said once that they answer for themselves.
pub(super) fn recipients(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let rows = if notice.is_replaced(S::Purposes) { Vec::new() } else { row::rows(notice) };
    let in_table = |recipient: &Recipient| {
        rows.iter().any(|row| row.recipients(notice).iter().any(|one| one.id == recipient.id))
    };
    let list = |lead: &Clause, role: Option<Role>, again: bool| {
        let of_role = notice.recipients.iter().filter(|recipient| recipient.role.yes().copied() == role);
        let named = of_role.filter(|recipient| again || !in_table(recipient)).map(|recipient| {
            who(recipient, if in_table(recipient) { Shown::Name } else { Shown::NameAndJob }, phrasing)
        });
        led(lead, listed(named.filter(|run| !run.is_empty()).collect()), phrasing)
    };
    let mut blocks = list(&clause::PLAIN_PROCESSORS, Some(Role::Processor), true);
    blocks.extend(list(&clause::PLAIN_JOINT_RECIPIENTS, Some(Role::Joint), true));
    blocks.extend(list(&clause::PLAIN_CONTROLLERS, Some(Role::Controller), false));
    blocks.extend(list(&clause::PLAIN_AUTHORITIES, Some(Role::Authority), false));
    blocks.extend(list(&clause::PLAIN_OTHERS, None, false));
    let answers_itself = |recipient: &&Recipient| {
        matches!(recipient.role.yes(), Some(Role::Controller | Role::Authority)) && in_table(recipient)
    };
    if notice.recipients.iter().any(|recipient| answers_itself(&recipient)) {
        blocks.push(phrasing.para(&clause::PLAIN_REST_OF_TABLE));
    }
    if !notice.is_replaced(S::Transfers) && all_in_eea(notice) {
        blocks.push(phrasing.para(&clause::TRANSFERS_NONE));
    }
    blocks
}

/// Every recipient by name, wherever it stands.
pub(super) fn all_recipients(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let all = notice.recipients.iter().map(|recipient| who(recipient, Shown::Name, phrasing));
    let all: Vec<Run> = all.filter(|run| !run.is_empty()).collect();
    if all.is_empty() { Vec::new() } else { vec![Block::List(all)] }
}

/// To whom data is regularly disclosed for their own use.
pub(super) fn disclosures(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let Some(disclosures) = notice.disclosures.yes() else { return Vec::new() };
    led(&clause::LEAD_DISCLOSURES, listed(phrasing.items(&disclosures.list)), phrasing)
}

/// How paper is protected.
pub(super) fn security_manual(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    led(&clause::PLAIN_SECURITY, sentences(&notice.security_manual, phrasing), phrasing)
}

/// How systems are protected: goes on from paper, where that is told in our words.
pub(super) fn security_electronic(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let told = sentences(&notice.security_electronic, phrasing);
    if notice.is_replaced(S::SecurityManual) || security_manual(notice, phrasing).is_empty() {
        return led(&clause::PLAIN_SECURITY, told, phrasing);
    }
    if told.is_empty() { Vec::new() } else { vec![Block::Para(told)] }
}

fn sentences(items: &[Item], phrasing: Phrasing) -> Run {
    let mut all = Run::new();
    for item in phrasing.items(items) {
        if !all.is_empty() {
            all.push(Inline::Text(" ".to_owned()));
        }
        all.extend(item);
    }
    all
}

/// The transfers out of the EEA with their safeguards (GDPR 13(1)(f)); nothing where there are none.
pub(super) fn transfers(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    // What they do stands beside the recipients, where those are told in our words.
    let shown = if notice.is_replaced(S::Recipients) { Shown::NameAndJob } else { Shown::Name };
    let lines = notice.transfers().map(|(recipient, transfer)| {
        let mut line = who(recipient, shown, phrasing);
        let place = country(transfer, phrasing);
        if !line.is_empty() && !place.is_empty() {
            line.push(Inline::Text(": ".to_owned()));
        }
        line.extend(place);
        if let Some(safeguard) = transfer.safeguard.yes() {
            line.push(Inline::Text(" (".to_owned()));
            line.extend(phrasing.cell(*safeguard));
            line.push(Inline::Text(")".to_owned()));
        }
        let copy = phrasing.local(&transfer.copy);
        if !copy.is_empty() {
            line.push(Inline::Text(" – ".to_owned()));
            line.extend(copy);
        }
        line
    });
    let lines: Vec<Run> = lines.filter(|line| !line.is_empty()).collect();
    let mut blocks = phrasing.led_list(&clause::TRANSFERS_LEAD, lines);
    if !blocks.is_empty() {
        blocks.extend(safeguards(notice, phrasing));
    }
    blocks
}
