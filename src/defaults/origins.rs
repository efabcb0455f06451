//! Where the answers of a notice came from that was made of guided defaults.
//!
//! Knows: what the defaults suggest. Does not know: what is published, or what waits for a yes.

use super::notice;
use crate::notice::Notice;
use crate::notice::origin::{Origin, Origins};
use crate::notice::parts::{self, Content};
use crate::notice::path::FieldPath;
use crate::notice::row::{RowId, Rows};
use std::collections::BTreeMap;

/// The origins of a notice that was made from guided defaults: fields that are still as suggested, and what the firm has said.
pub fn origins(suggested: &Notice, notice: &Notice) -> Origins {
    let mut origins = Origins::default();
    origins.note(&Notice::default(), suggested, &Origin::Suggested);
    origins.note(suggested, notice, &Origin::Said);
    // Whoever chose the kind has chosen the name that goes with it.
    origins.set("register-name".into(), Origin::Said);
    origins
}

/// The origins of a notice that is older than they are: fields that say what the guided defaults suggest count as suggested, the
/// rest as said.
pub fn infer_origins(made: &Notice) -> Origins {
    let suggested = notice(made.kind, made.trade);
    let mut origins = Origins::default();
    origins.note(&Notice::default(), made, &Origin::Said);
    for part in parts::PARTS {
        let path = FieldPath::from(part.path);
        match ((part.read)(made), (part.read)(&suggested)) {
            (Content::Rows(rows), Content::Rows(defaults)) => {
                let defaults = by_row(defaults);
                let alike = |one: &Fields<'_>, other: &Fields<'_>| {
                    one.len() == other.len()
                        && one.iter().zip(other).all(|(one, other)| one.0 == other.0 && one.1.same(&other.1))
                };
                for (id, row) in by_row(rows) {
                    if defaults.iter().any(|(_, other)| alike(&row, other)) {
                        origins.set(path.row(id), Origin::Suggested);
                    }
                }
            }
            (content, default) if content.is_said() && content.same(&default) => {
                origins.set(path, Origin::Suggested);
            }
            _ => {}
        }
    }
    origins
}

/// The fields of a row by column name, without links: they hold the ids of other rows, which differ from notice to notice.
type Fields<'a> = Vec<(&'static str, Content<'a>)>;

fn by_row(rows: &dyn Rows) -> BTreeMap<RowId, Fields<'_>> {
    let mut all = BTreeMap::<_, Fields<'_>>::new();
    rows.visit(&mut |id, column, content| {
        if !matches!(content, Content::Links(_)) {
            all.entry(id).or_default().push((column, content));
        }
    });
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notice::{RegisterKind, Trade};

    fn of(origins: &Origins, path: &'static str) -> Option<Origin> {
        origins.get(path.into()).cloned()
    }

    #[test]
    fn what_the_firm_said_is_told_from_what_was_suggested() {
        let suggested = notice(RegisterKind::Bookings, Some(Trade::Hairdresser));
        let mut made = suggested.clone();
        made.controller.name = "Mallikampaamo".into();
        let noted = origins(&suggested, &made);
        assert_eq!(of(&noted, "controller.name"), Some(Origin::Said));
        assert_eq!(of(&noted, "dpo"), Some(Origin::Suggested));
        assert_eq!(of(&noted, "contact.email"), None);
        let row = FieldPath::from("purposes").row(made.purposes[0].id);
        assert_eq!(noted.get(row.column("basis")), Some(&Origin::Suggested));
    }

    /// A draft from before origins: a row that was edited is the firm's, one that stands as it was suggested is not.
    #[test]
    fn an_old_draft_is_compared_with_the_defaults() {
        let mut made = notice(RegisterKind::Customers, None);
        made.dpo = crate::notice::answer::Answer::Unknown;
        made.recipients[0].name = "Tilitoimisto Malli Oy".into();
        let inferred = infer_origins(&made);
        assert_eq!(of(&inferred, "dpo"), Some(Origin::Said));
        assert_eq!(of(&inferred, "representative"), Some(Origin::Suggested));
        let row = |index: usize| FieldPath::from("recipients").row(made.recipients[index].id);
        assert_eq!(inferred.get(row(0)), Some(&Origin::Said));
        assert_eq!(inferred.get(row(1)), Some(&Origin::Suggested));
    }
}
