//! What the page knows: the draft in hand, where the user is, and what follows from the draft.
//!
//! One signal holds the draft. Everything else is derived from it, or is about the page itself.

use super::browser;
use super::i18n::{fill, t};
use super::local_store::{LocalStore, PREFIX};
use super::preview::as_published;
use super::words::Words;
use crate::content::{self, Clause, ui};
use crate::defaults::Offer;
use crate::document::Document;
use crate::draft::{Draft, OpenError};
use crate::lang::Lang;
use crate::notice::Notice;
use crate::notice::dismissal::Dismissal;
use crate::notice::tree::take_back;
use crate::route::Route;
use crate::rules::{self, Report};
use crate::section::SectionId;
use crate::store::{DraftStore, Entry, Fallback, StoreError};
use crate::ui::live::memo;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// How long after the last key press a draft is saved.
const SAVE_AFTER: Duration = Duration::from_millis(300);

/// Whether the draft of the URL is in hand.
#[derive(Clone, PartialEq)]
pub enum Loaded {
    /// The place has no draft.
    None,
    /// It is in hand.
    Ready,
    /// There is no such draft in this browser.
    Missing,
    /// It cannot be read, and is kept as it is.
    Damaged(Box<Entry>, OpenError),
}

/// How the last save went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Nothing has been changed.
    Not,
    /// Changed, and not yet saved.
    Pending,
    /// Saved in the browser.
    Done,
    /// Kept in memory only.
    MemoryOnly(StoreError),
}

/// A message with a way back.
#[derive(Clone)]
pub struct Toast {
    /// What happened.
    pub text: String,
    /// Takes it back, where there is anything to take back. Not a reactive callback: it outlives the screen that
    /// offered it.
    pub undo: Option<Arc<dyn Fn() + Send + Sync>>,
    /// The draft in which it happened; it can be taken back only while that one is in hand. `None` where it
    /// happened to a draft as a whole.
    within: Option<String>,
}

/// The page's state; a handful of signals, copied freely.
#[derive(Clone, Copy)]
pub struct App {
    /// The draft in hand; an empty one where the place has none.
    pub draft: RwSignal<Draft>,
    /// Where the user is.
    pub route: RwSignal<Route>,
    /// Whether the draft of the place is in hand.
    pub loaded: RwSignal<Loaded>,
    /// How saving goes.
    pub saved: RwSignal<Saved>,
    /// What storage said last, for the standing notice.
    pub storage: RwSignal<Option<StoreError>>,
    /// Another window has changed the draft in hand: saving waits until the user has chosen.
    pub conflict: RwSignal<bool>,
    /// Grows when the list of drafts changes.
    pub drafts_changed: RwSignal<u32>,
    /// Sections that the user has left: their findings are shown.
    pub left: RwSignal<Vec<SectionId>>,
    /// The last thing that can be taken back.
    pub toast: RwSignal<Option<Toast>>,
    /// In which of its languages the user wants to see the notice.
    pub chosen_lang: RwSignal<Lang>,
    /// The language of the preview and of the exports: the chosen one while the notice is published in it.
    pub notice_lang: Memo<Lang>,
    /// The interface's language, for what must follow it; words themselves are read from `i18n`.
    pub ui_lang: RwSignal<Lang>,
    /// In which language the user wants the interface; it follows once the words are here.
    pub wanted_lang: RwSignal<Lang>,
    /// Which words are here.
    pub words: Words,
    /// What is found in the draft.
    pub report: Memo<Report>,
    /// The finished notice; `None` while the words of its language are not here.
    pub document: Memo<Option<Document>>,
    store: StoredValue<Fallback<LocalStore>>,
    timer: StoredValue<Option<TimeoutHandle>>,
    /// The draft as it was last loaded or saved: what differs from it needs saving.
    clean: StoredValue<Option<(Notice, Vec<Dismissal>)>>,
}

/// The name of a draft: the user's own, or the firm's, or that it has none.
pub fn draft_name(draft: &Draft) -> String {
    let firm = draft.notice.controller.name.trim();
    let own = draft.name.trim();
    match (own.is_empty(), firm.is_empty()) {
        (false, _) => own.to_owned(),
        (true, false) => firm.to_owned(),
        (true, true) => t(ui::DRAFT_UNNAMED).to_owned(),
    }
}

/// The page's state, from anywhere below the root.
pub fn use_app() -> App {
    expect_context()
}

impl App {
    /// Opens storage and reads the URL. Called once, at the root.
    pub fn start(wanted: Lang) -> Self {
        let lasting = LocalStore::probe();
        let storage = RwSignal::new(lasting.is_none().then_some(StoreError::Blocked));
        let draft = RwSignal::new(Draft::new("", "", Notice::default()));
        let chosen_lang = RwSignal::new(Lang::Fi);
        let notice_lang = memo(move || {
            let chosen = chosen_lang.get();
            draft.with(|draft| {
                let published = &draft.notice.languages;
                if published.contains(&chosen) {
                    chosen
                } else {
                    published.first().copied().unwrap_or_default()
                }
            })
        });
        let words = Words::new(wanted);
        let today = browser::today();
        let report = Memo::new_with_compare(
            move |_| {
                // A rule knows our own guidance again.
                words.track();
                draft.with(|draft| {
                    browser::measure("seloste:check", || {
                        rules::check_with(&draft.notice, today, &draft.dismissals)
                    })
                })
            },
            |_, _| true,
        );
        let document = memo(move || {
            let lang = notice_lang.get();
            let all = || draft.with(|draft| report.with(|report| as_published(draft, report, lang)));
            words.here(lang).then(all)
        });
        let app = Self {
            draft,
            route: RwSignal::new(Route::Home),
            loaded: RwSignal::new(Loaded::None),
            saved: RwSignal::new(Saved::Not),
            storage,
            conflict: RwSignal::new(false),
            drafts_changed: RwSignal::new(0),
            left: RwSignal::new(Vec::new()),
            toast: RwSignal::new(None),
            chosen_lang,
            notice_lang,
            ui_lang: RwSignal::new(super::i18n::lang()),
            wanted_lang: RwSignal::new(wanted),
            words,
            report,
            document,
            store: StoredValue::new(Fallback::new(lasting)),
            timer: StoredValue::new(None),
            clean: StoredValue::new(None),
        };
        app.open_place();
        app
    }

    /// Follows the URL: saves what is in hand, and takes up the draft of the new place.
    pub fn open_place(self) {
        let route = Route::parse(&browser::hash());
        if let Route::Section(_, section) = self.route.get_untracked()
            && route != self.route.get_untracked()
        {
            self.leave(section);
        }
        let in_hand = self.loaded.get_untracked() == Loaded::Ready
            && route.draft().is_some_and(|id| self.draft.with_untracked(|draft| draft.id == id));
        if !in_hand {
            self.flush();
            self.load(route.draft());
        }
        self.route.set(route);
    }

    fn load(self, id: Option<&str>) {
        self.left.update(Vec::clear);
        self.saved.set(Saved::Not);
        self.conflict.set(false);
        self.toast.update(|toast| {
            if toast.as_ref().is_some_and(|toast| toast.within.is_some()) {
                *toast = None;
            }
        });
        let Some(id) = id else {
            self.clean.set_value(None);
            self.loaded.set(Loaded::None);
            return;
        };
        let entry = self.store.with_value(|store| store.get(id));
        let loaded = match entry.map(|entry| (entry.draft.clone(), entry)) {
            None => Loaded::Missing,
            Some((Err(error), entry)) => Loaded::Damaged(Box::new(entry), error),
            Some((Ok(mut draft), _)) => {
                id.clone_into(&mut draft.id);
                self.clean.set_value(Some((draft.notice.clone(), draft.dismissals.clone())));
                let published = draft.notice.languages.first().copied().unwrap_or_default();
                self.chosen_lang.set(published);
                self.draft.set(draft);
                Loaded::Ready
            }
        };
        self.loaded.set(loaded);
    }

    /// From now on shows what is found in a section.
    pub fn leave(self, section: SectionId) {
        self.left.update(|left| {
            if !left.contains(&section) {
                left.push(section);
            }
        });
    }

    /// Saves soon: called by an effect on every change of the draft.
    pub fn save_soon(self) {
        if self.loaded.get_untracked() != Loaded::Ready || !self.is_dirty() {
            return;
        }
        self.saved.set(Saved::Pending);
        self.timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
            *timer = set_timeout_with_handle(move || self.flush(), SAVE_AFTER).ok();
        });
    }

    fn is_dirty(self) -> bool {
        self.clean.with_value(|clean| {
            clean.as_ref().is_none_or(|(notice, dismissals)| {
                self.draft.with_untracked(|draft| draft.notice != *notice || draft.dismissals != *dismissals)
            })
        })
    }

    /// Saves now what is not saved yet: before another place, before the page goes away, after a pause.
    pub fn flush(self) {
        if self.loaded.get_untracked() == Loaded::Ready && !self.conflict.get_untracked() && self.is_dirty() {
            self.save();
        }
    }

    /// Another window wrote to storage. Only a change of the draft in hand matters here.
    pub fn heard_from_another_window(self, key: Option<&str>) {
        self.drafts_changed.update(|n| *n += 1);
        let id = key.and_then(|key| key.strip_prefix(PREFIX));
        let in_hand = self.draft.with_untracked(|draft| id == Some(draft.id.as_str()));
        if in_hand && self.loaded.get_untracked() == Loaded::Ready {
            self.conflict.set(true);
        }
    }

    /// Takes up what the other window wrote, and lets go of what is in hand.
    pub fn take_theirs(self) {
        let id = self.draft.with_untracked(|draft| draft.id.clone());
        self.load(Some(&id));
    }

    /// Keeps what is in hand as a draft of its own, beside what the other window wrote.
    pub fn keep_both(self) {
        let id = browser::new_id();
        self.conflict.set(false);
        self.draft.update(|draft| {
            draft.name = fill(ui::DRAFT_COPY_NAME, &[("name", &draft_name(draft))]);
            draft.id.clone_from(&id);
        });
        self.save();
        let route = match self.route.get_untracked() {
            Route::Section(_, section) => Route::Section(id, section),
            Route::Check(_) => Route::Check(id),
            _ => Route::Tasks(id),
        };
        browser::go_instead(&route);
    }

    fn save(self) {
        self.draft.update_untracked(|draft| {
            draft.updated = browser::now();
            draft.revision += 1;
        });
        let result = browser::measure("seloste:save", || {
            self.draft.with_untracked(|draft| {
                self.clean.set_value(Some((draft.notice.clone(), draft.dismissals.clone())));
                self.keep(draft)
            })
        });
        self.saved.set(result.map_or_else(Saved::MemoryOnly, |()| Saved::Done));
    }

    /// Keeps a draft, and tells the standing notice how that went.
    pub fn keep(self, draft: &Draft) -> Result<(), StoreError> {
        self.keep_text(&draft.id, &draft.to_json().unwrap_or_default())
    }

    /// Keeps a text under an id, whatever it is: the way back after a deletion, and out of a rescue file.
    pub fn keep_text(self, id: &str, text: &str) -> Result<(), StoreError> {
        let result = self.store.try_update_value(|store| store.keep(id, text)).unwrap_or(Ok(()));
        self.storage.set(result.err());
        self.drafts_changed.update(|n| *n += 1);
        result
    }

    /// All drafts, newest first.
    pub fn drafts(self) -> Vec<Entry> {
        self.store.with_value(DraftStore::list)
    }

    /// Whether a draft with this id is kept.
    pub fn has_draft(self, id: &str) -> bool {
        self.store.with_value(|store| store.read(id).is_some())
    }

    /// Removes a draft.
    pub fn remove(self, id: &str) {
        self.store.update_value(|store| store.remove(id));
        self.drafts_changed.update(|n| *n += 1);
    }

    /// Shows a message with a way back, about a draft as a whole.
    pub fn toast(self, text: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        self.toast.set(Some(Toast { text: text.into(), undo: Some(Arc::new(undo)), within: None }));
    }

    /// Shows a message with a way back, about something in the draft in hand. It goes when the draft goes.
    pub fn toast_within(self, text: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        let within = self.draft.with_untracked(|draft| Some(draft.id.clone()));
        self.toast.set(Some(Toast { text: text.into(), undo: Some(Arc::new(undo)), within }));
    }

    /// Shows a message about the draft in hand that there is nothing to take back of.
    pub fn say(self, text: impl Into<String>) {
        let within = self.draft.with_untracked(|draft| Some(draft.id.clone()));
        self.toast.set(Some(Toast { text: text.into(), undo: None, within }));
    }

    /// Writes a partial notice beside what the draft says, and offers to take it back. Whether it said anything new.
    pub fn bring(self, offer: &Offer, said: impl Into<String>) -> bool {
        self.change_with_undo(|notice| offer.accept(notice), said)
    }

    /// Changes the notice, and offers to take the change back. Whether it changed anything.
    pub fn change_with_undo(self, change: impl FnOnce(&mut Notice), said: impl Into<String>) -> bool {
        let before = self.draft.with_untracked(|draft| draft.notice.clone());
        self.draft.update(|draft| change(&mut draft.notice));
        let after = self.draft.with_untracked(|draft| draft.notice.clone());
        if before == after {
            return false;
        }
        self.toast_within(said, move || {
            self.draft.update(|draft| take_back(&mut draft.notice, &before, &after));
        });
        true
    }

    /// Whether screens offer this clause to the notice at hand.
    pub fn offers(self, clause: &Clause) -> bool {
        self.draft.with_untracked(|draft| clause.offered(draft.notice.kind, draft.notice.trade))
    }

    /// The clauses of a group that screens offer to the notice at hand.
    pub fn offered(self, group: &str) -> impl Iterator<Item = &'static Clause> {
        content::group(group).filter(move |clause| self.offers(clause))
    }

    /// The draft to hand out: saved first, so that it bears the moment of its last change.
    pub fn saved_draft(self) -> Draft {
        self.flush();
        self.draft.get_untracked()
    }
}
