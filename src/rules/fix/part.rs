//! A part of a notice as it will be, or as it was: one text, one row, or one list.
//!
//! Knows: the model and the paths of fields. Does not know: why a part changes.

use crate::lang::Localized;
use crate::notice::Notice;
use crate::notice::contact::ContactDetails;
use crate::notice::data::Source;
use crate::notice::purpose::Purpose;
use crate::notice::recipient::Recipient;
use crate::notice::retention::{Period, Retention};
use crate::notice::row::{Row, RowId};
use crate::notice::statement::{Own, Statement, Statements};
use crate::section::SectionId;
use std::mem::swap;

/// A part of a notice, with its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    /// A name, number or address.
    Line(String, String),
    /// The firm's own words in a field.
    Words(String, Localized<String>),
    /// A purpose, by its id.
    Purpose(Purpose),
    /// A source, by its id.
    Source(Source),
    /// A recipient, by its id.
    Recipient(Recipient),
    /// A retention row, by its id.
    Retention(Retention),
    /// A whole list of statements.
    List(String, Statements),
    /// All sources.
    Sources(Vec<Source>),
    /// All recipients.
    Recipients(Vec<Recipient>),
}

impl Part {
    /// Writes the part into a notice and hands back what stood there; nothing where there is no such place.
    pub(super) fn swap(mut self, notice: &mut Notice) -> Option<Self> {
        match &mut self {
            Self::Line(path, value) => swap(value, line_mut(notice, path)?),
            Self::Words(path, words) => match path.strip_prefix("additions.").and_then(SectionId::from_id) {
                Some(section) => {
                    let before = notice.additions.remove(&section).unwrap_or_default();
                    if !words.is_blank() {
                        notice.additions.insert(section, words.clone());
                    }
                    *words = before;
                }
                None => swap(words, words_mut(notice, path)?),
            },
            Self::Purpose(row) => swap(row, same(&mut notice.purposes, row.id)?),
            Self::Source(row) => swap(row, same(&mut notice.sources, row.id)?),
            Self::Recipient(row) => swap(row, same(&mut notice.recipients, row.id)?),
            Self::Retention(row) => swap(row, same(&mut notice.retention, row.id)?),
            Self::List(path, list) => swap(list, list_mut(notice, path)?),
            Self::Sources(rows) => swap(rows, &mut notice.sources),
            Self::Recipients(rows) => swap(rows, &mut notice.recipients),
        }
        Some(self)
    }
}

fn same<R: Row>(rows: &mut [R], id: RowId) -> Option<&mut R> {
    rows.iter_mut().find(|row| row.id() == id)
}

/// The name, number or address at a path.
pub(super) fn line_mut<'a>(notice: &'a mut Notice, path: &str) -> Option<&'a mut String> {
    let (head, part) = path.split_once('.')?;
    let person = match head {
        "controller" => {
            let firm = &mut notice.controller;
            return Some(match part {
                "name" => &mut firm.name,
                "business-id" => &mut firm.business_id.0,
                "street" => &mut firm.street,
                "postal-code" => &mut firm.postal_code,
                "city" => &mut firm.city,
                "email" => &mut firm.email,
                "phone" => &mut firm.phone,
                "website" => &mut firm.website,
                _ => return None,
            });
        }
        "contact" => &mut notice.contact,
        "dpo" => notice.dpo.yes_mut()?,
        "representative" => notice.representative.yes_mut()?,
        "joint-controllers" if part == "parties" => {
            return notice.joint_controllers.yes_mut().map(|joint| &mut joint.parties);
        }
        "recipients" | "cookies" => return row_line_mut(notice, head, part),
        _ => return None,
    };
    let ContactDetails { name, address, email, phone } = person;
    Some(match part {
        "name" => name,
        "address" => address,
        "email" => email,
        "phone" => phone,
        _ => return None,
    })
}

fn row_line_mut<'a>(notice: &'a mut Notice, list: &str, rest: &str) -> Option<&'a mut String> {
    let (id, part) = rest.split_once('.')?;
    let id = RowId(id.parse().ok()?);
    match (list, part) {
        ("recipients", "name") => same(&mut notice.recipients, id).map(|row| &mut row.name),
        ("cookies", "name") => same(&mut notice.cookies.yes_mut()?.rows, id).map(|row| &mut row.name),
        ("cookies", "party") => same(&mut notice.cookies.yes_mut()?.rows, id).map(|row| &mut row.party),
        _ => None,
    }
}

/// The own words at a path; additions are a map of their own.
pub(super) fn words_mut<'a>(notice: &'a mut Notice, path: &str) -> Option<&'a mut Localized<String>> {
    match path {
        "register-name" => return Some(&mut notice.register_name),
        "joint-controllers.arrangement" => {
            return notice.joint_controllers.yes_mut().map(|joint| &mut joint.arrangement);
        }
        "children.how" => return notice.children.yes_mut(),
        "automated-decisions.profiling.how" => return notice.automated_decisions.profiling.yes_mut(),
        "automated-decisions.logic" => {
            return notice.automated_decisions.decisions.yes_mut().map(|decision| &mut decision.logic);
        }
        "automated-decisions.effect" => {
            return notice.automated_decisions.decisions.yes_mut().map(|decision| &mut decision.effect);
        }
        "provision.consequence" => return said_in(&mut notice.provision.consequence),
        "special-categories.ground" => return said_in(&mut notice.special_categories.yes_mut()?.ground),
        "identity-code.ground" => return said_in(&mut notice.identity_code.yes_mut()?.ground),
        "cookies.consent-tool" => return said_in(notice.cookies.yes_mut()?.consent_tool.yes_mut()?),
        _ => {}
    }
    if let Some(section) = path.strip_prefix("additions.").and_then(SectionId::from_id) {
        return notice.additions.get_mut(&section);
    }
    let (rest, last) = path.rsplit_once('.')?;
    if let Ok(id) = last.parse() {
        return said_in(&mut same(list_mut(notice, rest)?, RowId(id))?.what);
    }
    let (rows, id) = rest.rsplit_once('.')?;
    in_row(notice, rows, RowId(id.parse().ok()?), last)
}

/// The own words in a part of a row.
fn in_row<'a>(
    notice: &'a mut Notice,
    list: &str,
    id: RowId,
    part: &str,
) -> Option<&'a mut Localized<String>> {
    match (list, part) {
        ("purposes", "what") => said_in(&mut same(&mut notice.purposes, id)?.what),
        ("purposes", "detail") => said_in(same(&mut notice.purposes, id)?.basis.yes_mut()?.detail_mut()?),
        ("sources", "what") => said_in(&mut same(&mut notice.sources, id)?.what),
        ("recipients", "what") => said_in(&mut same(&mut notice.recipients, id)?.what),
        ("retention", "what") => said_in(&mut same(&mut notice.retention, id)?.what),
        ("retention", "ground") => said_in(&mut same(&mut notice.retention, id)?.ground),
        ("retention", "start" | "criterion") => match same(&mut notice.retention, id)?.period.yes_mut()? {
            Period::Fixed(fixed) => said_in(&mut fixed.start),
            Period::Until(until) => said_in(&mut until.criterion),
        },
        ("cookies", "purpose") => same(&mut notice.cookies.yes_mut()?.rows, id).map(|row| &mut row.purpose),
        ("cookies", "lifetime") => same(&mut notice.cookies.yes_mut()?.rows, id).map(|row| &mut row.lifetime),
        _ => None,
    }
}

fn said_in(statement: &mut Statement) -> Option<&mut Localized<String>> {
    match statement {
        Statement::Own(Own { text, .. }) => Some(text),
        Statement::Clause(_) => None,
    }
}

/// A list of statements by its path.
pub(super) fn list_mut<'a>(notice: &'a mut Notice, path: &str) -> Option<&'a mut Statements> {
    Some(match path {
        "data-subjects" => &mut notice.data_subjects,
        "data-categories" => &mut notice.data_categories,
        "data-content" => &mut notice.data_content,
        "special-categories.data" => &mut notice.special_categories.yes_mut()?.data,
        "disclosures.list" => notice.disclosures.yes_mut()?,
        "security-manual" => &mut notice.security_manual,
        "security-electronic" => &mut notice.security_electronic,
        "direct-marketing" => &mut notice.direct_marketing,
        "other-rights" => &mut notice.other_rights,
        "changes" => &mut notice.changes,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::cases::prelude::*;
    use crate::rules::walk::{names, walk};

    /// What rules can find, a fix can reach: each path of the walks leads to its text.
    #[test]
    fn every_text_has_a_place() {
        let mut notice = full();
        notice.dpo = Answer::Yes(notice.contact.clone());
        notice.representative = Answer::Yes(notice.contact.clone());
        let joint = JointControllers { parties: "Toinen Oy".into(), arrangement: own("Toinen vastaa.") };
        notice.joint_controllers = Answer::Yes(joint);
        notice.children = Answer::Yes(own("Huoltaja vahvistaa."));
        notice.special_categories =
            Answer::Yes(SpecialCategories { data: list(&["allergiat"]), ground: said("suostumus") });
        notice.identity_code = Answer::Yes(IdentityCode { ground: said("luotto") });
        notice.disclosures = Answer::Yes(list(&["perintä"]));
        cookies(&mut notice).consent_tool = Answer::Yes(said("palkki"));
        notice.automated_decisions.profiling = Answer::Yes(own("ostoista"));
        decide(&mut notice, "pisteet", "ei luottoa");
        notice.additions.insert(SectionId::Changes, own("Kerromme."));
        let (mut lines, mut texts) = (Vec::new(), Vec::new());
        names(&notice, |_, field, text| lines.push((field.to_string(), text.to_owned())));
        walk(&notice, |_, field, said| {
            texts.extend(said.own().map(|own| (field.to_string(), own.clone())));
        });
        assert!(lines.len() > 20 && texts.len() > 20);
        for (path, text) in lines.into_iter().filter(|(path, _)| !path.ends_with("country")) {
            assert_eq!(line_mut(&mut notice, &path), Some(&mut text.clone()), "{path}");
        }
        for (path, text) in texts {
            assert_eq!(words_mut(&mut notice, &path), Some(&mut text.clone()), "{path}");
        }
    }

    #[test]
    fn what_is_swapped_twice_is_as_it_was() {
        let before = full();
        let mut notice = before.clone();
        let part = Part::Words("additions.changes".into(), own("Uusi."));
        let undo = part.swap(&mut notice).unwrap();
        assert!(notice.additions.contains_key(&SectionId::Changes));
        undo.swap(&mut notice).unwrap();
        assert_eq!(notice, before);
        assert_eq!(Part::Line("controller.fax".into(), "1".into()).swap(&mut notice), None);
    }
}
