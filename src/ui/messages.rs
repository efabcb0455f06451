//! The message at the foot of the page: what just happened, and how to undo it.

use leptos::prelude::*;
use std::sync::Arc;

/// How long a message makes sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// On any screen: it is about a draft as a whole.
    Page,
    /// On the screen where it happened.
    Screen,
}

/// A message.
#[derive(Clone)]
pub struct Message {
    /// What happened.
    pub text: String,
    /// Undoes it, where it can be undone. Not a reactive callback: it outlives the screen that offered it.
    pub undo: Option<Arc<dyn Fn() + Send + Sync>>,
    scope: Scope,
}

impl Message {
    /// Whether it only tells something about drafts as a whole: it then stands in the page and not over it.
    pub fn only_tells(&self) -> bool {
        self.undo.is_none() && self.scope == Scope::Page
    }
}

/// The message that is shown, if any. It stays until the next one, or until it is closed.
#[derive(Clone, Copy, Default)]
pub struct Messages(RwSignal<Option<Message>>);

impl Messages {
    /// The message that is shown, followed.
    pub fn shown(self) -> Option<Message> {
        self.0.get()
    }

    /// Says what happened.
    pub fn say(self, scope: Scope, text: impl Into<String>) {
        self.0.set(Some(Message { text: text.into(), undo: None, scope }));
    }

    /// Says what happened, and offers to undo it.
    pub fn offer_undo(self, scope: Scope, text: impl Into<String>, undo: impl Fn() + Send + Sync + 'static) {
        self.0.set(Some(Message { text: text.into(), undo: Some(Arc::new(undo)), scope }));
    }

    /// Closes the message.
    pub fn close(self) {
        self.0.set(None);
    }

    /// Another screen is shown: a message about the last one goes.
    pub fn left_screen(self) {
        if self
            .0
            .with_untracked(|message| message.as_ref().is_some_and(|message| message.scope == Scope::Screen))
        {
            self.close();
        }
    }
}
