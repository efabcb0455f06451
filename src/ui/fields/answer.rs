//! A question of yes, no, or "En tiedä"; a "yes" opens what it needs.

use super::choice::radio_buttons;
use super::frame::Fieldset;
use crate::content::{Field, choice};
use crate::notice::answer::Answer;
use crate::ui::erased::dynamic_view;
use crate::ui::lens::Lens;
use crate::ui::state::use_app;
use leptos::prelude::*;

/// Yes, no, or "En tiedä".
#[component]
pub fn AnswerField<T: Default + Clone + Send + Sync + 'static>(
    /// Reads and writes the answer.
    lens: Lens<Answer<T>>,
    /// The question's path.
    #[prop(into)]
    path: String,
    /// Its label, hint and reason.
    words: &'static Field,
    /// What a "yes" needs.
    #[prop(optional)]
    children: Option<ChildrenFn>,
) -> impl IntoView {
    let app = use_app();
    let selected = lens.watch(app, |answer| match answer {
        Answer::Yes(_) => Some(0),
        Answer::No => Some(1),
        Answer::Unknown => Some(2),
        Answer::Unanswered => None,
    });
    // Remembers what was filled in under a "yes", so that a "no" by mistake loses nothing.
    let kept = StoredValue::new(None::<T>);
    let select = Callback::new(move |place: usize| {
        lens.change(app, |answer| {
            let before = std::mem::take(answer);
            if let Answer::Yes(value) = before {
                kept.set_value(Some(value));
            }
            *answer = match place {
                0 => Answer::Yes(kept.get_value().unwrap_or_default()),
                1 => Answer::No,
                _ => Answer::Unknown,
            };
        });
    });
    let offered = vec![&choice::ANSWER_YES, &choice::ANSWER_NO, &choice::ANSWER_UNKNOWN];
    let selected = Signal::derive(move || selected.get().flatten());
    let buttons = radio_buttons(&path, offered, selected, select);
    let is_yes = Memo::new(move |_| selected.get() == Some(0));
    view! {
        <Fieldset path=path words=words>{buttons}</Fieldset>
        {dynamic_view(move || {
            (is_yes.get())
                .then(|| children.as_ref().map(|children| view! { <div class="conditional">{children()}</div> }))
        })}
    }
    .into_any()
}
