//! Whether a notice has changed since it was last exported, and in which sections: then its date no longer holds.
//!
//! Sections are compared by what the register table tells, whatever the layout, in the language that was compared first, and by the firm's
//! own words in all others. So nothing depends on which languages' texts are loaded, as long as those of that one are.
//! Knows: drafts and composed sections. Does not know: the clock, or how a change is shown.

use crate::compose::{as_typed, facts_by_section};
use crate::draft::{Draft, Exported};
use crate::fingerprint::{START, extend};
use crate::lang::Lang;
use crate::notice::Notice;
use crate::notice::date::Date;
use crate::notice::parts;
use crate::section::SectionId;
use std::collections::BTreeMap;

/// What is remembered of a notice that is exported on this day: put it into the draft once the file is handed out. The texts of the
/// notice's first language must be loaded.
pub fn exported(notice: &Notice, on: Date) -> Exported {
    let lang = notice.languages.first().copied().unwrap_or_default();
    Exported { on: on.iso(), lang, sections: prints(notice, lang) }
}

/// The sections that say something else than when the notice was last exported, in their order; `None` if it never was. The date itself
/// is not compared: a new date on old content is no change. The texts of [`Exported::lang`] must be loaded.
pub fn changed_since_export(draft: &Draft) -> Option<Vec<SectionId>> {
    let Exported { lang, sections: before, .. } = draft.exported.as_ref()?;
    let now = prints(&draft.notice, *lang);
    let changed = |section: &SectionId| before.get(section) != now.get(section);
    Some(SectionId::ALL.into_iter().filter(changed).collect())
}

/// The fingerprint of each section that is shown.
fn prints(notice: &Notice, lang: Lang) -> BTreeMap<SectionId, String> {
    let document = facts_by_section(notice, lang);
    let mut prints: BTreeMap<SectionId, u64> = BTreeMap::new();
    let mut add = |section: SectionId, text: &str| {
        let print = prints.entry(section).or_insert(START);
        // A byte that no text has keeps "ab", "c" apart from "a", "bc".
        *print = extend(extend(*print, text.as_bytes()), &[0xff]);
    };
    for section in &document.sections {
        add(section.id, &as_typed(&section.blocks));
    }
    // The title and the languages belong to the screen of the register's name.
    add(SectionId::Register, &document.title);
    add(SectionId::Controller, &document.firm);
    for published in &notice.languages {
        add(SectionId::Register, published.tag());
    }
    parts::visit(&notice.printed(), |section, path, content| {
        let own = content.own_text();
        for other in notice.languages.iter().filter(|other| **other != lang) {
            let words = own.map_or("", |own| own.get(*other).trim());
            if !words.is_empty() {
                add(section, &format!("{path} {} {words}", other.tag()));
            }
        }
    });
    prints.remove(&SectionId::Date);
    prints.into_iter().map(|(section, print)| (section, format!("{print:016x}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::defaults;
    use crate::lang::Localized;
    use crate::notice::RegisterKind;

    fn draft() -> Draft {
        let mut notice = defaults::notice(RegisterKind::Customers, None);
        notice.languages = vec![Lang::Fi, Lang::Sv];
        let mut draft = Draft::new("a", "2026-11-01T12:00:00Z", notice);
        draft.exported = Some(exported(&draft.notice, Date::new(2026, 11, 1).unwrap()));
        draft
    }

    #[test]
    fn a_notice_that_was_never_exported_has_not_changed_since() {
        let draft = Draft::new("a", "", Notice::default());
        assert_eq!(changed_since_export(&draft), None);
    }

    #[test]
    fn what_changed_is_named() {
        let mut draft = draft();
        assert_eq!(changed_since_export(&draft), Some(Vec::new()));
        draft.notice.retention.pop();
        draft.notice.replacements.insert(SectionId::Sources, Localized::only(Lang::Fi, "Kysymme sinulta."));
        draft.notice.recipients.clear();
        let changed = changed_since_export(&draft).unwrap();
        for section in [SectionId::Sources, SectionId::Recipients, SectionId::Retention] {
            assert!(changed.contains(&section), "{section:?}: {changed:?}");
        }
        assert!(!changed.contains(&SectionId::RightAccess), "{changed:?}");
        draft.exported = Some(exported(&draft.notice, Date::new(2026, 11, 2).unwrap()));
        assert_eq!(changed_since_export(&draft), Some(Vec::new()));
        assert_eq!(draft.exported.unwrap().on, "2026-11-02");
    }

    #[test]
    fn a_new_date_is_no_change_and_a_new_name_is() {
        let mut draft = draft();
        draft.notice.updated.0 = "21.11.2026".into();
        assert_eq!(changed_since_export(&draft), Some(Vec::new()));
        draft.notice.controller.name = "Toinen Oy".into();
        assert!(changed_since_export(&draft).unwrap().contains(&SectionId::Controller));
    }

    #[test]
    fn own_words_in_another_published_language_count() {
        let mut draft = draft();
        let words = Localized { fi: "Sama.".into(), sv: "Samma.".into(), en: "Same.".into() };
        draft.notice.additions.insert(SectionId::Retention, words);
        draft.exported = Some(exported(&draft.notice, Date::new(2026, 11, 2).unwrap()));
        let added = |draft: &mut Draft, lang: Lang| {
            *draft.notice.additions.get_mut(&SectionId::Retention).unwrap().get_mut(lang) = "Toinen.".into();
            changed_since_export(draft).unwrap()
        };
        assert_eq!(added(&mut draft, Lang::En), [], "English is not published");
        assert_eq!(added(&mut draft, Lang::Sv), [SectionId::Retention]);
    }

    #[test]
    fn what_was_exported_stays_at_home_and_survives_a_file() {
        let draft = draft();
        assert_eq!(Draft::open(&draft.to_json().unwrap()).unwrap(), draft);
        assert_eq!(draft.to_publish().exported, None);
    }
}
