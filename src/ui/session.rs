//! The browser side of the session: its timers and events, and its answers as signals.
//!
//! Decides nothing: what is saved, when, and what a conflict is, is `crate::session`'s.

use crate::content::Question;
use crate::draft::answers::{Answers, Pick};
use crate::draft::{Draft, PREFIX};
use crate::notice::Notice;
use crate::notice::origin::Origin;
use crate::notice::path::FieldPath;
use crate::session::{Change, FirmChange, Fresh, NotOpened, Saved, Session};
use crate::store::{Entry, StoreError};
use crate::ui::browser;
use crate::ui::i18n::lang;
use crate::ui::local_store::LocalStore;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;
use web_sys::VisibilityState;

/// How often the page tries again to save what storage refused, and looks whether the day has changed.
const HEARTBEAT: Duration = Duration::from_secs(4);

/// The session, and what it says, as signals.
#[derive(Clone, Copy)]
pub struct SessionSignals {
    /// How saving the draft in hand stands.
    pub saved: RwSignal<Saved>,
    /// Why drafts do not last, while they do not.
    pub problem: RwSignal<Option<StoreError>>,
    /// Grows when the list of drafts may have changed.
    changes: RwSignal<u32>,
    draft: RwSignal<Draft>,
    session: StoredValue<Session<LocalStore>>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

/// What a new draft or a copy needs.
pub fn fresh() -> Fresh {
    Fresh { id: browser::new_id(), now: browser::now(), lang: lang() }
}

fn set_if_changed<T: PartialEq + Clone + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|old| *old != value) {
        signal.set(value);
    }
}

impl SessionSignals {
    /// A session over localStorage. The draft in hand is `draft`.
    pub fn new(draft: RwSignal<Draft>) -> Self {
        let session = Session::new(LocalStore);
        Self {
            saved: RwSignal::new(session.saved()),
            problem: RwSignal::new(session.problem()),
            changes: RwSignal::new(session.changes()),
            draft,
            session: StoredValue::new(session),
            timer: StoredValue::new(None),
        }
    }

    /// Asks the session something about the draft in hand, and copies what it says afterwards to the signals.
    fn ask<R>(self, question: impl FnOnce(&mut Session<LocalStore>, &mut Draft) -> R) -> R {
        let (answer, saved, problem, changes, renamed) = {
            let (mut session, mut draft) = (self.session.write_value(), self.draft.write_untracked());
            let name = (draft.id.clone(), draft.name.clone());
            let answer = question(&mut session, &mut draft);
            let renamed = name.0 != draft.id || name.1 != draft.name;
            (answer, session.saved(), session.problem(), session.changes(), renamed)
        };
        set_if_changed(self.saved, saved);
        set_if_changed(self.problem, problem);
        set_if_changed(self.changes, changes);
        if renamed {
            self.draft.notify();
        }
        answer
    }

    /// Takes up a draft.
    pub fn open(self, id: &str) -> Result<Draft, NotOpened> {
        self.ask(|session, _| session.open(id))
    }

    /// Puts the draft in hand away. Returns the name of the copy that a conflict made necessary.
    pub fn leave(self) -> Option<String> {
        self.ask(|session, draft| session.leave(draft, fresh()))
    }

    /// Takes up what the other window saved, and keeps unsaved changes as a copy: returns its name.
    pub fn take_theirs(self) -> (Result<Draft, NotOpened>, Option<String>) {
        self.ask(|session, draft| session.take_theirs(draft, fresh()))
    }

    /// Goes on with what is in hand as a draft of its own.
    pub fn keep_both(self) {
        self.ask(|session, draft| session.keep_both(draft, fresh()));
    }

    /// Changes the notice in hand in a way that can be taken back. `None` when that changed nothing.
    pub fn change_draft(self, origin: &Origin, change: impl FnOnce(&mut Notice)) -> Option<Change> {
        let change = self.ask(|session, draft| session.change(draft, origin, change))?;
        self.draft.notify();
        Some(change)
    }

    /// Answers a question of the interview. `None` when that is the answer already.
    pub fn reply(self, question: &'static Question, picks: Vec<Pick>) -> Option<Change> {
        let change = self.ask(|session, draft| session.reply(draft, question, picks))?;
        self.draft.notify();
        Some(change)
    }

    /// Takes over the answers that the firm gave for another notice. `None` when there is nothing to take over.
    pub fn carry(self, from: &Answers) -> Option<Change> {
        let change = self.ask(|session, draft| session.carry(draft, from))?;
        self.draft.notify();
        Some(change)
    }

    /// Records that these facts are so. `None` when none of them waits.
    pub fn confirm(self, facts: &[FieldPath]) -> Option<Change> {
        let change = self.ask(|session, draft| session.confirm(draft, facts))?;
        self.draft.notify();
        Some(change)
    }

    /// Takes such a change back.
    pub fn take_back(self, change: &Change) {
        self.ask(|session, draft| session.take_back(draft, change));
        self.draft.notify();
    }

    /// Takes a change of a firm back in all of its drafts, also in the one in hand.
    pub fn take_back_firm(self, change: &FirmChange) {
        self.ask(|session, draft| session.take_back_firm(draft, change, &browser::now()));
        self.draft.notify();
    }

    /// Saves now what is not saved yet.
    pub fn flush(self) {
        self.ask(|session, draft| session.flush(draft, &browser::now()));
    }

    /// The draft in hand, saved, so that it bears the moment of its last change.
    pub fn saved_draft(self) -> Draft {
        self.flush();
        self.draft.get_untracked()
    }

    /// All drafts, newest first; followed.
    pub fn drafts(self) -> Vec<Entry> {
        self.changes.track();
        self.session.with_value(Session::drafts)
    }

    /// Changes drafts that are not in hand.
    pub fn change<R>(self, change: impl FnOnce(&mut Session<LocalStore>) -> R) -> R {
        self.ask(|session, _| change(session))
    }

    /// Saves after a pause in typing, at the latest a while after the first change.
    fn save_when_due(self) {
        let now = window().performance().map_or(0.0, |performance| performance.now());
        let now = Duration::try_from_secs_f64(now / 1000.0).unwrap_or_default();
        let due = self.ask(|session, draft| session.changed(draft, now));
        self.timer.update_value(|timer| {
            if let Some(timer) = timer.take() {
                timer.clear();
            }
            *timer = due.and_then(|due| set_timeout_with_handle(move || self.flush(), due).ok());
        });
    }

    /// Another window changed what is stored.
    fn hear(self, id: Option<&str>) {
        self.ask(|session, draft| session.heard(draft, id));
        self.save_when_due();
    }

    /// Listens to typing, to other windows, and to the page being hidden, shown and closed. `woken` is called every few
    /// seconds and whenever the page is shown again.
    pub fn listen(self, woken: impl Fn() + Copy + 'static) {
        Effect::new(move |_| {
            self.draft.track();
            self.save_when_due();
        });
        let wake = move || {
            self.flush();
            woken();
        };
        let heartbeat = set_interval_with_handle(wake, HEARTBEAT).ok();
        let visibility = window_event_listener(leptos::ev::visibilitychange, move |_| {
            if document().visibility_state() == VisibilityState::Hidden {
                browser::settle_field();
                self.flush();
            } else {
                wake();
            }
        });
        let focus = window_event_listener(leptos::ev::focus, move |_| wake());
        let storage = window_event_listener(leptos::ev::storage, move |event| {
            let key = event.key();
            // No key means that all of them are gone.
            match key.as_deref().map(|key| key.strip_prefix(PREFIX)) {
                None => self.hear(None),
                Some(Some(id)) => self.hear(Some(id)),
                // Not a draft, but perhaps there is room now.
                Some(None) => self.flush(),
            }
        });
        let close = window_event_listener(leptos::ev::beforeunload, move |event| {
            browser::settle_field();
            if !self.ask(|session, draft| session.may_close(draft, &browser::now())) {
                event.prevent_default();
            }
        });
        let hide = window_event_listener(leptos::ev::pagehide, move |_| {
            self.ask(|session, draft| session.closing(draft, fresh()));
        });
        on_cleanup(move || {
            if let Some(heartbeat) = heartbeat {
                heartbeat.clear();
            }
            for listener in [visibility, focus, storage, close, hide] {
                listener.remove();
            }
        });
    }
}
