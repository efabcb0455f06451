//! Which notices a firm of a trade needs, and with which kinds of register the trade makes a difference.
//!
//! Knows: the catalogue's trades. Does not know: screens, or what the firm chooses.

use super::fits;
use crate::content;
use crate::notice::{RegisterKind, Trade};

/// What a trade suggests to a firm that begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// The kinds that firms of the trade usually need, the first one first.
    pub proposed: Vec<RegisterKind>,
    /// The kinds that some of them need.
    pub asked: Vec<RegisterKind>,
    /// All others, in the order of [`RegisterKind::ALL`].
    pub others: Vec<RegisterKind>,
}

/// What firms of a trade need. Of a firm of another trade nothing is known, so that nothing is proposed to it.
pub fn needs(trade: Option<Trade>) -> Needs {
    let read = |ids: &[&str]| ids.iter().filter_map(|id| RegisterKind::from_id(id)).collect::<Vec<_>>();
    let words = trade.and_then(content::trade);
    let (proposed, asked) =
        words.map_or_else(Default::default, |words| (read(words.proposes), read(words.asks)));
    let is_named = |kind: &RegisterKind| proposed.contains(kind) || asked.contains(kind);
    let others = RegisterKind::ALL.into_iter().filter(|kind| !is_named(kind)).collect();
    Needs { proposed, asked, others }
}

/// The trade, where it changes the guided defaults of a kind. A notice of another kind is made without it: a trade that it bears
/// and that changes nothing would promise more than is done.
pub fn trade_for(kind: RegisterKind, trade: Option<Trade>) -> Option<Trade> {
    trade.filter(|trade| {
        let changes = content::trade(*trade).map_or(&[][..], |words| words.changes);
        changes.iter().any(|change| fits(change, kind))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::defaults::notice;
    use crate::notice::Notice;

    #[test]
    fn a_trade_goes_along_exactly_where_it_changes_something() {
        let mut together = 0;
        for kind in RegisterKind::ALL {
            for trade in Trade::ALL {
                let plain = Notice { trade: Some(trade), ..notice(kind, None) };
                let differs = notice(kind, Some(trade)) != plain;
                let kept = trade_for(kind, Some(trade)).is_some();
                assert_eq!(kept, differs, "{} for {}", kind.id(), trade.id());
                together += usize::from(kept);
            }
        }
        assert_eq!(together, 21, "of 130 pairs");
        assert_eq!(trade_for(RegisterKind::Customers, None), None);
    }

    #[test]
    fn every_trade_proposes_kinds_that_exist_and_the_first_one_is_made_for_it() {
        for trade in Trade::ALL {
            let words = content::trade(trade).unwrap();
            let Needs { proposed, asked, others } = needs(Some(trade));
            assert_eq!(proposed.len(), words.proposes.len(), "{}", words.id);
            assert_eq!(asked.len(), words.asks.len(), "{}", words.id);
            assert_eq!(trade_for(proposed[0], Some(trade)), Some(trade), "{}", words.id);
            let mut all = [proposed, asked, others].concat();
            all.sort_by_key(|kind| kind.id());
            all.dedup();
            assert_eq!(all.len(), RegisterKind::ALL.len(), "{}: each kind once", words.id);
        }
    }

    #[test]
    fn nothing_is_proposed_to_a_firm_of_another_trade() {
        let needs = needs(None);
        assert_eq!((needs.proposed, needs.asked), (vec![], vec![]));
        assert_eq!(needs.others, RegisterKind::ALL);
    }
}
