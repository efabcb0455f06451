//! The languages of the page: of the interface, and of the notice as it is shown and exported.

use crate::draft::Draft;
use crate::lang::Lang;
use crate::ui::i18n;
use crate::ui::language_files::LanguageFiles;

use leptos::prelude::*;

/// The languages, as signals.
#[derive(Clone, Copy)]
pub struct Languages {
    /// In which of its languages the user wants to see the notice.
    pub chosen: RwSignal<Lang>,
    /// The language of the preview and of the exports: the chosen one while the notice is published in it, else the
    /// first that it is published in.
    pub notice: Memo<Lang>,
    /// The interface's language, for what must follow it; texts themselves are read through `i18n`.
    pub interface: RwSignal<Lang>,
    /// The language that the user wants for the interface, which follows once its texts are here.
    pub wanted: RwSignal<Lang>,
    /// Which languages' texts are here.
    pub files: LanguageFiles,
}

impl Languages {
    /// The languages at the start, with the draft's signal.
    pub fn new(draft: RwSignal<Draft>, wanted: Lang) -> Self {
        let chosen = RwSignal::new(Lang::Fi);
        let notice = Memo::new(move |_| {
            let chosen = chosen.get();
            draft.with(|draft| {
                let published = &draft.notice.languages;
                let is_published = published.contains(&chosen);
                is_published.then_some(chosen).or(published.first().copied()).unwrap_or_default()
            })
        });
        Self {
            chosen,
            notice,
            interface: RwSignal::new(i18n::lang()),
            wanted: RwSignal::new(wanted),
            files: LanguageFiles::new(wanted),
        }
    }

    /// Fetches the texts of the languages in use, and changes the interface once the wanted ones are here.
    pub fn follow(self, draft: RwSignal<Draft>) {
        Effect::new(move |_| {
            let wanted = self.wanted.get();
            self.files.want(wanted);
            if self.files.here(wanted) && self.interface.get_untracked() != wanted {
                i18n::set_lang(wanted);
                self.interface.set(wanted);
            }
        });
        let published = Memo::new(move |_| draft.with(|draft| draft.notice.languages.clone()));
        Effect::new(move |_| {
            for lang in published.get() {
                self.files.want(lang);
            }
        });
    }
}
