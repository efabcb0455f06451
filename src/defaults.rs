//! From a kind of register to a notice that is filled in already, and from a firm's details into that notice.
//!
//! Knows: the catalogue's registers (`content/registers/*.toml`, compiled to JSON). Does not know: screens, drafts.
//! A default is a proposal: each of its clauses says in the catalogue why it was chosen, and the firm confirms it.

mod added;
mod firm;
pub mod follow_up;
mod joint;
mod links;
mod needs;
mod origins;
mod pieces;
mod search;

pub use added::{Added, added};
pub use firm::{Firm, FirmContact, apply};
pub use needs::{Needs, needs, trade_for};
pub use origins::{infer_origins, origins};
pub use search::{search, service};

use crate::content::{self, Change, Vendor};
use crate::notice::answer::Answer;
use crate::notice::claims;
use crate::notice::contact::JointControllers;
use crate::notice::origin::Origin;
use crate::notice::tree::{self, Clash};
use crate::notice::{Notice, RegisterKind, Trade};
use serde_json::Value;

/// The guided defaults of a kind of register for a trade, with numbered rows.
///
/// A register file that could not be read would give an empty notice; a test proves that there is none.
pub fn notice(kind: RegisterKind, trade: Option<Trade>) -> Notice {
    let mut notice = content::register(kind).and_then(|register| read(register.notice)).unwrap_or_default();
    notice.kind = kind;
    notice.trade = trade;
    let changes = trade.and_then(content::trade).map_or(&[][..], |trade| trade.changes);
    for change in changes.iter().filter(|change| fits(change, kind)) {
        tree::remove_clauses(&mut notice, change.remove);
        tree::merge(&mut notice, &parsed(change.notice), Clash::Replace);
    }
    links::link(&mut notice, &Notice::default());
    notice
}

/// A new notice: the guided defaults without the claims that are never guessed.
pub fn new_notice(kind: RegisterKind, trade: Option<Trade>) -> Notice {
    let mut notice = notice(kind, trade);
    claims::withhold(&mut notice);
    notice
}

fn fits(change: &Change, kind: RegisterKind) -> bool {
    change.kinds.is_empty() || change.kinds.contains(&kind.id())
}

/// A notice, or a piece of one, of the catalogue. The build made the JSON, so it always parses.
fn parsed(json: &str) -> Value {
    serde_json::from_str(json).unwrap_or_default()
}

/// Reads a notice, or a piece of one, from the catalogue.
fn read(json: &str) -> Option<Notice> {
    tree::notice(parsed(json)).ok()
}

/// The name of the joint controllers in the JSON format.
const JOINT_CONTROLLERS: &str = "joint-controllers";

/// A piece of a notice that choosing a purpose or a service adds: rows and answers beside the firm's own.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The id of that purpose or service.
    id: &'static str,
    /// The piece, with the names of the JSON format.
    piece: Value,
}

impl Offer {
    /// A piece of the catalogue.
    pub(crate) fn of(id: &'static str, json: &str) -> Self {
        Self { id, piece: parsed(json) }
    }

    /// Adds another piece to this one, which keeps what it says. Joint controllers of both are joint controllers of the whole.
    pub(crate) fn add(&mut self, other: &Self) {
        let joint = self.joint_controllers().zip(other.joint_controllers());
        tree::merge_pieces(&mut self.piece, &other.piece);
        if let Some((mut joint, others)) = joint {
            joint::join_parties(&mut joint, &others);
            let whole = Notice { joint_controllers: Answer::Yes(joint), ..Notice::default() };
            if let Some(fields) = self.piece.as_object_mut() {
                let joint = tree::tree(&whole).get_mut(JOINT_CONTROLLERS).map(Value::take);
                fields.extend(joint.map(|joint| (JOINT_CONTROLLERS.to_owned(), joint)));
            }
        }
    }

    /// The origin of the answers that it adds.
    pub fn origin(&self) -> Origin {
        Origin::AddedWith(self.id.to_owned())
    }

    /// Merges it into a notice; what the notice already says stays.
    pub fn accept(&self, notice: &mut Notice) {
        self.accept_after(notice, |_| {});
    }

    /// As [`accept`](Self::accept), after a change that belongs to it: links are set as if both were one.
    pub fn accept_after(&self, notice: &mut Notice, change: impl FnOnce(&mut Notice)) {
        let before = notice.clone();
        change(notice);
        tree::merge(notice, &self.piece, Clash::Keep);
        if let Some(joint) = self.joint_controllers() {
            joint::join(notice, &joint);
        }
        links::link(notice, &before);
    }

    /// The joint controllers that come with it.
    fn joint_controllers(&self) -> Option<JointControllers> {
        self.piece.get(JOINT_CONTROLLERS)?;
        tree::notice(self.piece.clone()).ok()?.joint_controllers.yes().cloned()
    }

    /// The piece as a notice of its own.
    pub fn notice(&self) -> Notice {
        let mut notice = Notice::default();
        self.accept(&mut notice);
        notice
    }

    /// The same for a service that stores nothing on the visitor's device: nothing comes from cookies, and whether it needs consent
    /// (SVPL 205 §) is asked.
    fn without_cookies(mut self) -> Self {
        if let Some(fields) = self.piece.as_object_mut() {
            fields.remove("sources");
        }
        let rows = self.piece.get_mut("purposes").and_then(Value::as_array_mut).into_iter().flatten();
        for row in rows.filter_map(Value::as_object_mut) {
            row.insert("basis".to_owned(), "unanswered".into());
        }
        self
    }

    /// The same without its purposes: for a notice that has the purpose already and only lacks what comes with it.
    #[must_use]
    pub fn without_purposes(mut self) -> Self {
        if let Some(fields) = self.piece.as_object_mut() {
            fields.remove("purposes");
        }
        self
    }
}

/// What choosing a purpose adds: the purpose with its topic and usual basis, and the data, retention periods and recipients
/// that go with it. `None` for a clause that is no purpose of the catalogue.
pub fn purpose(clause: &str) -> Option<Offer> {
    let id = content::find_clause(clause)?.id;
    content::purpose(id).map(|json| Offer::of(id, json))
}

/// The piece of a notice that a trade's change merges in. `None` where it cannot be read; a test proves that all can.
pub fn change(change: &Change) -> Option<Notice> {
    read(change.notice)
}

/// What choosing a service adds: the recipient with its country and transfer ground, the cookies that it sets, and the purpose
/// that it is used for.
pub fn vendor(vendor: &Vendor) -> Offer {
    let mut offer = Offer::of(vendor.id, vendor.notice);
    if let Some(purpose) = vendor.purpose.and_then(purpose) {
        let sets_cookies = offer.piece.get("cookies").is_some();
        let purpose = if sets_cookies { purpose } else { purpose.without_cookies() };
        tree::merge_pieces(&mut offer.piece, &purpose.piece);
    }
    offer
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{REGISTERS, TRADES, Text, group};
    use crate::notice::parts::{self, Content};
    use crate::notice::purpose::Purpose;

    /// Every kind, and every kind with every trade.
    fn all() -> impl Iterator<Item = (RegisterKind, Option<Trade>)> {
        let trades = || Trade::ALL.into_iter().map(Some).chain([None]);
        RegisterKind::ALL.into_iter().flat_map(move |kind| trades().map(move |trade| (kind, trade)))
    }

    /// The ids of the clauses that a notice is made of.
    fn clauses(notice: &Notice) -> Vec<String> {
        let mut ids = Vec::new();
        parts::visit(notice, |_, _, content| {
            if let Content::Statement(statement) = content {
                ids.extend(statement.clause_id().map(str::to_owned));
            }
        });
        ids
    }

    #[track_caller]
    fn can_be_read(of: &str, json: &str) {
        let read = tree::notice(parsed(json));
        assert!(read.is_ok(), "{of}: {:?}", read.err());
    }

    #[test]
    fn every_purpose_brings_itself_with_a_basis_and_the_defaults_use_its_topic() {
        for clause in group("purpose") {
            can_be_read(clause.id, content::purpose(clause.id).unwrap_or_else(|| panic!("{}", clause.id)));
            let brought = purpose(clause.id).unwrap().notice();
            assert_eq!(brought.purposes.len(), 1);
            assert!(brought.purposes[0].basis.yes().is_some(), "{}", clause.id);
        }
        for (kind, trade) in all() {
            for row in notice(kind, trade).purposes {
                let topic =
                    row.what.clause_id().and_then(purpose).map(|offer| offer.notice().purposes[0].topic);
                assert_eq!(topic, Some(row.topic), "{kind:?} {trade:?} {row:?}");
            }
        }
    }

    #[test]
    fn every_kind_and_trade_has_defaults_that_can_be_read() {
        for kind in RegisterKind::ALL {
            can_be_read(kind.id(), content::register(kind).unwrap_or_else(|| panic!("{kind:?}")).notice);
            assert!(!notice(kind, None).purposes.is_empty(), "{kind:?}");
        }
        assert_eq!(REGISTERS.len(), RegisterKind::ALL.len());
        for trade in Trade::ALL {
            let of = content::trade(trade).unwrap_or_else(|| panic!("{trade:?}"));
            for change in of.changes {
                can_be_read(of.id, change.notice);
                for kind in change.kinds {
                    assert!(RegisterKind::from_id(kind).is_some(), "{trade:?}: {kind}");
                }
            }
        }
        assert_eq!(TRADES.len(), Trade::ALL.len());
    }

    /// A row that a trade takes away stood there, and what a clause is limited to exists.
    #[test]
    fn trades_remove_what_is_there_and_clauses_name_what_exists() {
        for of in TRADES {
            for change in of.changes {
                let kinds = RegisterKind::ALL.into_iter().filter(|kind| fits(change, *kind));
                let before: Vec<_> = kinds.flat_map(|kind| clauses(&notice(kind, None))).collect();
                for gone in change.remove {
                    assert!(before.iter().any(|id| id == gone), "{}: {gone}", of.id);
                }
            }
        }
        for clause in content::CLAUSES {
            assert!(clause.kinds.iter().all(|id| RegisterKind::from_id(id).is_some()), "{}", clause.id);
            assert!(clause.trades.iter().all(|id| Trade::from_id(id).is_some()), "{}", clause.id);
        }
    }

    /// Every clause in the defaults exists, is offered there, and says why it is proposed.
    #[test]
    fn every_default_clause_exists_and_says_why() {
        for (kind, trade) in all() {
            let ids = clauses(&notice(kind, trade));
            assert!(ids.len() > 20, "{kind:?}: {ids:?}");
            for id in ids {
                let clause =
                    content::find_clause(&id).unwrap_or_else(|| panic!("{kind:?} {trade:?}: no {id}"));
                let detail = ["interest.", "statute.", "start."].iter().any(|group| id.starts_with(group));
                assert!(detail || clause.why != Text::EMPTY, "{id} does not say why");
                assert!(clause.offered(kind, trade), "{id} is not offered to {kind:?} {trade:?}");
            }
        }
        for clause in group("purpose") {
            for id in clauses(&purpose(clause.id).unwrap().notice()) {
                assert!(content::find_clause(&id).is_some(), "{} brings {id}", clause.id);
            }
        }
    }

    /// The purposes that name a row of this clause, by their own clauses.
    fn served_by<'a>(notice: &'a Notice, clause: &str) -> Vec<&'a str> {
        let mut ids = Vec::new();
        parts::visit(notice, |_, path, content| {
            if let Content::Statement(said) = content
                && said.clause_id() == Some(clause)
            {
                ids.extend(path.row_id());
            }
        });
        let links = |row: &Purpose| {
            [&row.people[..], &row.data[..], &row.recipients[..], &row.retention[..]].concat()
        };
        let serving = notice.purposes.iter().filter(|row| links(row).iter().any(|id| ids.contains(id)));
        serving.filter_map(|row| row.what.clause_id()).collect()
    }

    #[test]
    fn guided_defaults_link_purposes_to_what_serves_them() {
        let customers = notice(RegisterKind::Customers, None);
        assert!(served_by(&customers, "retention-what.vouchers").contains(&"purpose.bookkeeping"));
        assert!(served_by(&customers, "recipient.accounting").contains(&"purpose.bookkeeping"));
        assert!(!served_by(&customers, "subjects.company-contacts").contains(&"purpose.orders"));
        assert_eq!(served_by(&customers, "recipient.hosting"), <[&str; 0]>::default(), "it serves all");
        for (kind, trade) in all() {
            let made = notice(kind, trade);
            let mut rows = Vec::new();
            parts::visit(&made, |_, path, _| rows.extend(path.row_id()));
            parts::visit(&made, |_, path, content| {
                if let Content::Links(ids) = content {
                    assert!(
                        ids.iter().all(|id| rows.contains(id)),
                        "{kind:?} {trade:?}: {path} leads nowhere"
                    );
                }
            });
        }
    }

    /// A service is linked to the purpose that it is used for, and what the firm unlinked stays so.
    #[test]
    fn a_service_serves_its_purpose() {
        let mut made = notice(RegisterKind::Customers, None);
        let service = content::VENDORS.iter().find(|vendor| vendor.purpose.is_some()).unwrap();
        vendor(service).accept(&mut made);
        let purpose = service.purpose.unwrap();
        assert!(served_by(&made, service.what).contains(&purpose));
        for row in &mut made.purposes {
            row.data.clear();
        }
        vendor(service).accept(&mut made);
        assert!(made.purposes.iter().all(|row| row.data.is_empty()));
    }

    #[test]
    fn a_firm_says_what_it_says_and_nothing_else() {
        let firm: Firm = serde_json::from_str(
            r#"{"name": " Mallila Oy ", "business_id": "FI12345671", "contact": {"email": "a@mallila.example"}, "date": "2026-11-20"}"#,
        )
        .unwrap();
        let mut notice = notice(RegisterKind::Customers, None);
        notice.controller.city = "Turku".into();
        apply(&firm, &mut notice);
        assert_eq!(notice.controller.name, "Mallila Oy");
        assert_eq!(notice.controller.business_id.0, "1234567-1");
        assert_eq!(notice.controller.city, "Turku");
        assert_eq!(notice.contact.email, "a@mallila.example");
        assert_eq!(notice.drawn_up.0, "2026-11-20");
        assert!(serde_json::from_str::<Firm>(r#"{"nmae": "x"}"#).is_err(), "a typo is refused");
    }
}
