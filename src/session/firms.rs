//! Firms: drafts grouped by the firm that they are of, and a change of the firm's card in all of them.
//!
//! A firm's card is kept nowhere but in its notices. A second copy could say something else than they do, would be missing where a
//! draft comes from a file, and would stay behind when the drafts are removed. So the card is read out of the drafts each time.
//! Knows: drafts and the store. Does not know: screens.

use super::card::{Followed, follow};
use super::undo::{Change, Moment};
use super::{Card, Session, infer_origins};
use crate::draft::Draft;
use crate::notice::origin::Origin;
use crate::notice::{RegisterKind, Trade};
use crate::store::{DraftStore, Entry};

/// A draft that can be read, with its stored text.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The stored text.
    pub raw: String,
    /// The draft.
    pub draft: Draft,
}

/// A firm with its drafts, newest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Firm {
    /// What its drafts say of it: in each field the newest one that says anything.
    pub card: Card,
    /// Its drafts; never empty.
    pub drafts: Vec<Kept>,
}

impl Firm {
    fn new(kept: Kept) -> Self {
        Self { card: Card::of(&kept.draft.notice), drafts: vec![kept] }
    }

    fn add(&mut self, kept: Kept) {
        self.card.complete_from(&Card::of(&kept.draft.notice));
        self.drafts.push(kept);
    }

    /// Whether this draft is one of the firm's.
    pub fn has(&self, id: &str) -> bool {
        self.drafts.iter().any(|kept| kept.draft.id == id)
    }

    /// Its trade, as far as a draft tells it.
    pub fn trade(&self) -> Option<Trade> {
        self.drafts.iter().find_map(|kept| kept.draft.notice.trade)
    }

    /// Whether it has a draft of this kind already.
    pub fn has_kind(&self, kind: RegisterKind) -> bool {
        self.drafts.iter().any(|kept| kept.draft.notice.kind == kind)
    }

    /// Whether its drafts say different things of it.
    pub fn differs(&self) -> bool {
        self.drafts.iter().any(|kept| Card::of(&kept.draft.notice).contradicts(&self.card))
    }
}

/// All drafts, by firm.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grouped {
    /// The firms; the one whose draft was changed last comes first.
    pub firms: Vec<Firm>,
    /// Drafts that name no firm.
    pub nameless: Vec<Kept>,
    /// Drafts that cannot be read.
    pub damaged: Vec<Entry>,
}

/// Groups drafts, given newest first, by business id, or by name where one of two has no business id.
pub fn group(entries: Vec<Entry>) -> Grouped {
    let mut all = Grouped::default();
    // The business id and the name by which each firm is known.
    let mut known: Vec<(Option<String>, String)> = Vec::new();
    for Entry { id, raw, draft } in entries {
        let draft = match draft {
            Ok(draft) => draft,
            Err(error) => {
                all.damaged.push(Entry { id, raw, draft: Err(error) });
                continue;
            }
        };
        let controller = &draft.notice.controller;
        let (number, name) = (controller.business_id.normalised(), folded(&controller.name));
        let kept = Kept { raw, draft };
        if number.is_none() && name.is_empty() {
            all.nameless.push(kept);
            continue;
        }
        let same_number = |known: &(Option<String>, String)| number.is_some() && known.0 == number;
        let same_name = |known: &(Option<String>, String)| {
            !name.is_empty() && known.1 == name && (known.0.is_none() || number.is_none())
        };
        let place = known.iter().position(same_number).or_else(|| known.iter().position(same_name));
        if let Some((names, firm)) =
            place.and_then(|place| Some((known.get_mut(place)?, all.firms.get_mut(place)?)))
        {
            names.0 = names.0.take().or(number);
            firm.add(kept);
        } else {
            known.push((number, name));
            all.firms.push(Firm::new(kept));
        }
    }
    all
}

/// A name without what people write now so and now so: capitals and blanks.
fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// What a change of the card does to one draft.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// The draft as it is now.
    pub draft: Draft,
    /// What follows the card, and what does not.
    pub follows: Followed,
}

impl Planned {
    /// Whether the draft changes at all.
    pub fn changes(&self) -> bool {
        self.follows.contact || !self.follows.changed.is_empty()
    }
}

/// What a change of the firm's card from `before` to `after` does to its drafts: those that change, or keep something else.
pub fn plan(firm: &Firm, before: &Card, after: &Card) -> Vec<Planned> {
    let planned = firm.drafts.iter().map(|kept| {
        let follows = follow(&mut kept.draft.notice.clone(), before, after);
        Planned { draft: kept.draft.clone(), follows }
    });
    planned.filter(|planned| planned.follows != Followed::default()).collect()
}

/// What a change of a card did, so that it can be taken back.
#[derive(Debug, Default)]
pub struct FirmChange {
    /// The drafts that it changed.
    changed: Vec<(String, Change)>,
    /// How many drafts it could not change, because another window has changed them and the user has yet to choose.
    pub refused: usize,
}

impl FirmChange {
    /// How many drafts it changed.
    pub fn count(&self) -> usize {
        self.changed.len()
    }
}

impl<S: DraftStore> Session<S> {
    /// Changes the firm in these drafts, as they are in the store now: see [`plan`]. A window that has one of them in hand finds that
    /// it was changed elsewhere, as with any other change.
    pub fn change_firm(&mut self, ids: &[String], before: &Card, after: &Card, now: &str) -> FirmChange {
        let mut done = FirmChange::default();
        for id in ids {
            let Some(mut draft) = self.free(id) else {
                done.refused += 1;
                continue;
            };
            infer_origins(&mut draft);
            let old = Moment::of(&draft);
            follow(&mut draft.notice, before, after);
            if draft.notice != old.notice {
                draft.origins.note(&old.notice, &draft.notice, &Origin::Said);
                done.changed.push((id.clone(), Change::new(old, &draft)));
                self.keep_changed(draft, now);
            }
        }
        done
    }

    /// Takes back a change of the card; what was written since stays. The draft in hand may be one of those that it changed.
    pub fn take_back_firm(&mut self, in_hand: &mut Draft, change: &FirmChange, now: &str) {
        for (id, change) in &change.changed {
            if self.is_open(id) {
                self.take_back(in_hand, change);
            } else if let Some(mut draft) = self.free(id) {
                change.take_back_in(&mut draft);
                self.keep_changed(draft, now);
            }
        }
    }

    /// A draft that may be written: it is not in hand, and nobody has to choose between two versions of it.
    fn free(&self, id: &str) -> Option<Draft> {
        let replaced = self.store.replaced(id);
        let is_disputed = replaced.is_some_and(|text| self.store.lasting().read(id).as_deref() != text);
        let entry = self.store.get(id).filter(|_| !is_disputed && !self.is_open(id))?;
        entry.draft.ok()
    }

    fn is_open(&self, id: &str) -> bool {
        self.open.as_ref().is_some_and(|open| open.id == id)
    }

    fn keep_changed(&mut self, mut draft: Draft, now: &str) {
        now.clone_into(&mut draft.updated);
        draft.revision += 1;
        self.keep(&draft);
    }
}
