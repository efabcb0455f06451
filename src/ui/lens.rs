//! A lens: a getter and a setter for one field of the notice, through the draft's one signal.
//!
//! A row may be removed while its form is still on the page, so reading and writing may find nothing.

use super::state::App;
use crate::notice::Notice;
use crate::notice::answer::Answer;
use crate::notice::row::{Row, RowId};

use leptos::prelude::*;
use std::sync::Arc;

type Read<T> = dyn Fn(&Notice) -> Option<&T> + Send + Sync;
type Write<T> = dyn Fn(&mut Notice) -> Option<&mut T> + Send + Sync;

/// A field of the notice.
pub struct Lens<T: 'static> {
    read: Arc<Read<T>>,
    write: Arc<Write<T>>,
}

impl<T> Clone for Lens<T> {
    fn clone(&self) -> Self {
        Self { read: Arc::clone(&self.read), write: Arc::clone(&self.write) }
    }
}

/// A lens on a field that is always there: `lens!(controller.name)`.
macro_rules! lens {
    ($($path:tt).+) => {
        $crate::ui::lens::Lens::new(|notice| Some(&notice.$($path).+), |notice| Some(&mut notice.$($path).+))
    };
}

/// A lens on a field of what another lens sees: `part!(row, basis)`.
macro_rules! part {
    ($lens:expr, $($path:tt).+) => {
        $lens.then(|whole| Some(&whole.$($path).+), |whole| Some(&mut whole.$($path).+))
    };
}

pub(super) use {lens, part};

impl<T: 'static> Lens<T> {
    /// The field in a notice, to be changed; `None` when it is gone.
    pub fn of_mut<'a>(&self, notice: &'a mut Notice) -> Option<&'a mut T> {
        (self.write)(notice)
    }

    /// Builds a lens from a getter and a setter.
    pub fn new(
        read: impl Fn(&Notice) -> Option<&T> + Send + Sync + 'static,
        write: impl Fn(&mut Notice) -> Option<&mut T> + Send + Sync + 'static,
    ) -> Self {
        Self { read: Arc::new(read), write: Arc::new(write) }
    }

    /// A lens on a field of what this one sees.
    pub fn then<U: 'static>(
        &self,
        read: impl Fn(&T) -> Option<&U> + Send + Sync + 'static,
        write: impl Fn(&mut T) -> Option<&mut U> + Send + Sync + 'static,
    ) -> Lens<U> {
        let (outer_read, outer_write) = (Arc::clone(&self.read), Arc::clone(&self.write));
        Lens {
            read: Arc::new(move |notice| outer_read(notice).and_then(&read)),
            write: Arc::new(move |notice| outer_write(notice).and_then(&write)),
        }
    }

    /// Reads without tracking: for the first value and for event listeners.
    pub fn peek<R>(&self, app: App, look: impl FnOnce(&T) -> R) -> Option<R> {
        app.draft.with_untracked(|draft| (self.read)(&draft.notice).map(look))
    }

    /// A derived signal of the field.
    pub fn watch<R: PartialEq + Send + Sync + 'static>(
        &self,
        app: App,
        look: impl Fn(&T) -> R + Send + Sync + 'static,
    ) -> Memo<Option<R>> {
        let read = Arc::clone(&self.read);
        Memo::new(move |_| app.draft.with(|draft| read(&draft.notice).map(&look)))
    }

    /// Changes the field, if it is still there.
    pub fn change(&self, app: App, change: impl FnOnce(&mut T)) {
        app.draft.update(|draft| {
            if let Some(part) = (self.write)(&mut draft.notice) {
                change(part);
            }
        });
    }
}

impl<R: Row + 'static> Lens<Vec<R>> {
    /// Appends a row, under an id that no row of the draft ever had.
    pub fn push(&self, app: App, mut row: R) -> RowId {
        let mut id = RowId::default();
        app.draft.update(|draft| {
            id = draft.notice.new_row_id();
            row.set_id(id);
            if let Some(rows) = (self.write)(&mut draft.notice) {
                rows.push(row);
            }
        });
        id
    }

    /// One row of a list.
    pub fn row(&self, id: RowId) -> Lens<R> {
        self.then(
            move |rows| rows.iter().find(|row| row.id() == id),
            move |rows| rows.iter_mut().find(|row| row.id() == id),
        )
    }
}

impl<T: 'static> Lens<Answer<T>> {
    /// The content of a "yes".
    pub fn yes(&self) -> Lens<T> {
        self.then(Answer::yes, Answer::yes_mut)
    }
}
