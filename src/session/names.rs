//! What a draft is called: on the screens, as a copy, and as a file.

use crate::content::{self, Text, fill, ui};
use crate::draft::Draft;
use crate::lang::Lang;
use crate::notice::Notice;

/// The name of a draft in a list: the user's own, or the firm's, or that it has none.
pub fn draft_name(draft: &Draft, lang: Lang) -> String {
    let named = [draft.name.trim(), draft.notice.controller.name.trim()];
    let name = named.into_iter().find(|name| !name.is_empty());
    name.unwrap_or(ui::DRAFT_UNNAMED.get(lang)).to_owned()
}

/// The name of a copy; `pattern` says what it is a copy of, as `{name}`.
pub fn copy_name(pattern: Text, draft: &Draft, lang: Lang) -> String {
    fill(pattern.get(lang), &[("name", &draft_name(draft, lang))])
}

/// What a downloaded file is called after: the firm and the register. Not the user's own name for the draft, which is
/// nobody else's business.
pub fn file_title(notice: &Notice, lang: Lang) -> String {
    format!("{} {}", notice.controller.name.trim(), register_name(notice, lang))
}

/// What a notice is called among the notices of its firm: the draft's own name, or the register's.
pub fn title_in_firm(draft: &Draft, lang: Lang) -> String {
    let own = draft.name.trim();
    if own.is_empty() { register_name(&draft.notice, lang) } else { own }.to_owned()
}

/// The firm's own name for the register, or that of its kind.
fn register_name(notice: &Notice, lang: Lang) -> &str {
    let own = notice.register_name.get(lang).trim();
    let general = || content::register(notice.kind).map_or("", |register| register.name.get(lang));
    if own.is_empty() { general() } else { own }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_called_by_its_own_name_or_the_firms() {
        let mut draft = Draft::new("a", "", Notice::default());
        assert_eq!(draft_name(&draft, Lang::Fi), "Nimetön luonnos");
        draft.notice.controller.name = " Yritys Oy ".to_owned();
        assert_eq!(draft_name(&draft, Lang::Fi), "Yritys Oy");
        draft.name = "Syksyn versio".to_owned();
        assert_eq!(draft_name(&draft, Lang::Fi), "Syksyn versio");
        assert_eq!(copy_name(ui::DRAFT_COPY_NAME, &draft, Lang::Fi), "Syksyn versio (kopio)");
    }

    #[test]
    fn a_file_is_called_after_firm_and_register_only() {
        let mut draft = Draft::new("a", "", Notice::default());
        assert_eq!(title_in_firm(&draft, Lang::Fi), "Asiakasrekisteri");
        draft.name = "SISÄINEN".to_owned();
        assert_eq!(title_in_firm(&draft, Lang::Fi), "SISÄINEN");
        draft.notice.controller.name = "Yritys Oy".to_owned();
        assert_eq!(file_title(&draft.notice, Lang::Fi), "Yritys Oy Asiakasrekisteri");
        *draft.notice.register_name.get_mut(Lang::Fi) = "Kanta-asiakkaat".to_owned();
        assert_eq!(file_title(&draft.notice, Lang::Fi), "Yritys Oy Kanta-asiakkaat");
    }
}
