//! What has been chosen for new notices so far. It outlives the screen, which is built anew when the interface's language changes.

use crate::defaults;
use crate::lang::Lang;
use crate::notice::{RegisterKind, Trade};
use crate::session::{Card, Firm};
use crate::ui::i18n::lang;
use leptos::prelude::*;

/// What the firm does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TradeChoice {
    /// Not said yet.
    #[default]
    Open,
    /// Nothing of the catalogue.
    Other,
    /// A trade of the catalogue.
    Is(Trade),
}

impl TradeChoice {
    /// The trade, if it is one of the catalogue's.
    pub const fn trade(self) -> Option<Trade> {
        match self {
            Self::Is(trade) => Some(trade),
            Self::Open | Self::Other => None,
        }
    }
}

/// Whose notices they will be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum FirmChoice {
    /// Not said yet.
    #[default]
    Open,
    /// A firm whose card is filled in now.
    New,
    /// The firm of this draft.
    Of(String),
}

/// What is still missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// No notice is chosen.
    Kinds,
    /// No firm is chosen.
    Firm,
    /// The firm has no name.
    Name,
}

/// The choices, as signals.
#[derive(Clone, Copy)]
pub struct Beginning {
    /// What the firm does.
    pub trade: RwSignal<TradeChoice>,
    /// The notices that it needs.
    pub kinds: RwSignal<Vec<RegisterKind>>,
    /// The languages of the notices; never empty once the screen has been entered.
    pub languages: RwSignal<Vec<Lang>>,
    /// Whose they are.
    pub firm: RwSignal<FirmChoice>,
    /// The card of a new firm.
    pub card: RwSignal<Card>,
    /// Whether requests go to the firm's own address.
    pub same_address: RwSignal<bool>,
    /// What was missing at the last attempt to go on.
    pub missing: RwSignal<Option<Missing>>,
}

impl Beginning {
    /// Nothing is chosen.
    pub fn new() -> Self {
        Self {
            trade: RwSignal::default(),
            kinds: RwSignal::default(),
            languages: RwSignal::default(),
            firm: RwSignal::default(),
            card: RwSignal::default(),
            same_address: RwSignal::default(),
            missing: RwSignal::new(None),
        }
    }

    /// Begins anew, for a known firm or for one that is yet to be said.
    pub fn enter(self, firm: Option<&Firm>) {
        let first = firm.and_then(|firm| firm.drafts.first());
        self.firm.set(first.map_or(FirmChoice::Open, |kept| FirmChoice::Of(kept.draft.id.clone())));
        self.card.set(Card::default());
        self.same_address.set(false);
        self.languages.set(first.map_or_else(|| vec![lang()], |kept| kept.draft.notice.languages.clone()));
        let trade = firm.and_then(Firm::trade).map_or(TradeChoice::Open, TradeChoice::Is);
        self.choose_trade(trade, firm);
    }

    /// Chooses what the firm does. What firms of this trade usually need is ticked, unless this firm has it already.
    pub fn choose_trade(self, trade: TradeChoice, firm: Option<&Firm>) {
        let proposed = defaults::needs(trade.trade()).proposed.into_iter();
        let lacks = |kind: &RegisterKind| !firm.is_some_and(|firm| firm.has_kind(*kind));
        self.kinds.set(proposed.filter(lacks).collect());
        self.trade.set(trade);
        self.missing.set(None);
    }
}
