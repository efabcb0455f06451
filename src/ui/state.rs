//! What the page knows, as signals. One signal holds the draft; the rest follows from it, or is about the page itself.

use crate::compose::{as_published, compose, section_of};
use crate::content::{self, Clause};
use crate::document::{Document, Section};
use crate::draft::Draft;
use crate::lang::Lang;
use crate::notice::Notice;
use crate::notice::origin::Origin;
use crate::route::Route;
use crate::rules::{self, Report};
use crate::section::SectionId;
use crate::session::{self, NotOpened, beside};
use crate::ui::added::Cards;
use crate::ui::beginning::Beginning;
use crate::ui::browser::{self, measure};
use crate::ui::i18n::{fill, lang};
use crate::ui::languages::Languages;

use crate::ui::messages::{Messages, Scope};
use crate::ui::session::SessionSignals;
use leptos::prelude::*;

/// Whether the draft of the URL is in hand.
#[derive(Clone, PartialEq)]
pub enum Loaded {
    /// The URL names no draft.
    None,
    /// It is in hand.
    Ready,
    /// It could not be opened.
    Not(NotOpened),
}

/// Where the user is, and has been.
#[derive(Clone, Copy)]
pub struct Location {
    /// The screen.
    pub route: RwSignal<Route>,
    /// Whether its draft is in hand.
    pub loaded: RwSignal<Loaded>,
    /// The sections that the user has left, whose findings are shown.
    pub left: RwSignal<Vec<SectionId>>,
}

impl Location {
    /// From now on shows what is found in a section.
    pub fn leave(self, section: SectionId) {
        self.left.update(|left| {
            if !left.contains(&section) {
                left.push(section);
            }
        });
    }
}

/// The page's state: a handful of signals, copied freely.
#[derive(Clone, Copy)]
pub struct App {
    /// The draft in hand; an empty one where the screen has none.
    pub draft: RwSignal<Draft>,
    /// What is found in the draft.
    pub report: Memo<Report>,
    /// The finished notice; `None` while the texts of its language are not here.
    pub document: Memo<Option<Document>>,
    /// Loading and saving.
    pub session: SessionSignals,
    /// Where the user is.
    pub location: Location,
    /// The languages of the interface and of the notice.
    pub languages: Languages,
    /// The message at the foot of the page.
    pub messages: Messages,
    /// The services that were added while the draft was in hand.
    pub cards: Cards,
    /// What has been chosen for new notices so far.
    pub beginning: Beginning,
    /// The day of the last check. Checks ask for the day themselves; a new day makes a new check.
    today: RwSignal<String>,
}

/// The name of a draft, in the interface's language.
pub fn draft_name(draft: &Draft) -> String {
    session::draft_name(draft, lang())
}

/// The page's state, from anywhere below the root.
pub fn use_app() -> App {
    expect_context()
}

impl App {
    /// Opens storage and reads the URL. Called once, at the root.
    pub fn start(wanted: Lang) -> Self {
        let draft = RwSignal::new(Draft::new("", "", Notice::default()));
        let languages = Languages::new(draft, wanted);
        let today = RwSignal::new(browser::today().iso());
        let report = Memo::new_with_compare(
            move |_| {
                // Rules compare with our own texts, so a new language is a new check.
                languages.files.track();
                today.track();
                draft.with(|draft| {
                    let check = || rules::check_with(&draft.notice, browser::today(), &beside(draft));
                    measure("seloste:check", check)
                })
            },
            |_, _| true,
        );
        let document = Memo::new(move |_| {
            let lang = languages.notice.get();
            let write = || report.with(|report| draft.with(|draft| published(&draft.notice, report, lang)));
            languages.files.here(lang).then(write)
        });
        let app = Self {
            draft,
            report,
            document,
            session: SessionSignals::new(draft),
            location: Location {
                route: RwSignal::new(Route::Home),
                loaded: RwSignal::new(Loaded::None),
                left: RwSignal::new(Vec::new()),
            },
            languages,
            messages: Messages::default(),
            cards: Cards::default(),
            beginning: Beginning::new(),
            today,
        };
        app.follow_url();
        app
    }

    /// Goes where the URL says: puts away the draft in hand, and takes up the one of the new screen.
    pub fn follow_url(self) {
        let route = Route::parse(&browser::hash());
        let before = self.location.route.get_untracked();
        if let Route::Section(_, section) = before
            && route != before
        {
            self.location.leave(section);
        }
        let in_hand = self.location.loaded.with_untracked(|loaded| *loaded == Loaded::Ready)
            && route.draft().is_some_and(|id| self.draft.with_untracked(|draft| draft.id == id));
        if route != before {
            self.messages.left_screen();
        }
        if matches!(route, Route::New | Route::NewFor(_) | Route::Firm(_)) {
            // It would cover the fields of a form that it is not about.
            self.messages.close();
        }
        if !in_hand {
            let copy = self.session.leave();
            self.take_up(route.draft().map(|id| self.session.open(id)));
            self.say_kept(copy);
        }
        match &route {
            Route::New if route != before => self.beginning.enter(None),
            Route::NewFor(draft) if route != before => {
                let all = session::group(self.session.drafts()).firms;
                self.beginning.enter(all.iter().find(|firm| firm.has(draft)));
            }
            _ => {}
        }
        self.location.route.set(route);
    }

    /// Takes up what the other window saved. What was typed here and not saved is kept as a copy, and that is said.
    pub fn take_theirs(self) {
        let (theirs, copy) = self.session.take_theirs();
        self.take_up(Some(theirs));
        self.say_kept(copy);
    }

    fn say_kept(self, copy: Option<String>) {
        if let Some(name) = copy {
            self.messages.say(Scope::Page, fill(content::ui::CONFLICT_KEPT, &[("name", &name)]));
        }
    }

    /// Goes on with what is in hand as a draft of its own, beside what the other window saved.
    pub fn keep_both(self) {
        self.session.keep_both();
        let id = self.draft.with_untracked(|draft| draft.id.clone());
        browser::go_instead(&match self.location.route.get_untracked() {
            Route::Questions(_) => Route::Questions(id),
            Route::Section(_, section) => Route::Section(id, section),
            Route::Check(_) => Route::Check(id),
            _ => Route::Tasks(id),
        });
    }

    fn take_up(self, opened: Option<Result<Draft, NotOpened>>) {
        self.location.left.update(Vec::clear);
        self.cards.clear();
        self.location.loaded.set(match opened {
            None => Loaded::None,
            Some(Err(error)) => Loaded::Not(error),
            Some(Ok(draft)) => {
                self.languages.chosen.set(draft.notice.languages.first().copied().unwrap_or_default());
                self.draft.set(draft);
                Loaded::Ready
            }
        });
    }

    /// Checks the notice again if the day has changed.
    pub fn check_the_day(self) {
        let today = browser::today().iso();
        if self.today.with_untracked(|checked| *checked != today) {
            self.today.set(today);
        }
    }

    /// Changes the notice, and offers to undo it. Returns whether it changed anything.
    pub fn change_with_undo(
        self,
        origin: &Origin,
        change: impl FnOnce(&mut Notice),
        message: impl Into<String>,
    ) -> bool {
        let Some(change) = self.session.change_draft(origin, change) else { return false };
        self.messages.offer_undo(Scope::Screen, message, move || self.session.take_back(&change));
        true
    }

    /// The notice as it is now, for the exporters, in a language whose texts are here.
    pub fn published(self, lang: Lang) -> Document {
        self.draft.with_untracked(|draft| {
            self.report.with_untracked(|report| published(&draft.notice, report, lang))
        })
    }

    /// What a section of the wizard says of the notice in hand, whatever the layout; followed. `None` where it says nothing, or while the
    /// texts of its language are not here.
    pub fn facts_of(self, section: SectionId) -> Option<Section> {
        let lang = self.languages.notice.get();
        let here = self.languages.files.here(lang);
        here.then(|| self.draft.with(|draft| section_of(&draft.notice, section, lang))).flatten()
    }

    /// Whether screens offer this clause to the notice at hand.
    pub fn offers(self, clause: &Clause) -> bool {
        self.draft.with_untracked(|draft| clause.offered(draft.notice.kind, draft.notice.trade))
    }

    /// The clauses of a group that screens offer to the notice at hand.
    pub fn offered(self, group: &str) -> impl Iterator<Item = &'static Clause> {
        content::group(group).filter(move |clause| self.offers(clause))
    }
}

/// The notice in a language whose texts are here, marked as a draft while something blocks it.
fn published(notice: &Notice, report: &Report, lang: Lang) -> Document {
    as_published(measure("seloste:compose", || compose(notice, lang)), report.publishable())
}
