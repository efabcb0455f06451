//! Paths of fields: one spelling for screens, findings, the command line, and what a draft remembers of a field.
//!
//! `controller.name` is a field; `purposes.2` the row with the id 2, and `purposes.2.basis.interest` one of its columns;
//! `additions.retention` what the firm added to a section, and `replacements.retention` what it says there instead of our text. A
//! section's id alone means the section as a whole.
//! Knows: the table of parts. Does not know: what a screen makes of a path.

use super::Notice;
use super::parts::{self, Content};
use super::row::RowId;
use crate::section::SectionId;
use schemars::JsonSchema;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// What the paths of additions begin with.
const ADDITIONS: &str = "additions";
/// What the paths of own words begin with that stand in for our text of a section.
const REPLACEMENTS: &str = "replacements";

/// The path of a field, or of a row or a section as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldPath {
    /// A path of the table of parts, a section's id, [`ADDITIONS`] or [`REPLACEMENTS`].
    part: &'static str,
    row: Option<RowId>,
    /// A column of the row, or the section of an addition or a replacement; empty for none.
    column: &'static str,
}

impl FieldPath {
    /// What the firm added to a section in its own words.
    pub const fn addition(section: SectionId) -> Self {
        Self { part: ADDITIONS, row: None, column: section.id() }
    }

    /// What the firm says in a section instead of our text.
    pub const fn replacement(section: SectionId) -> Self {
        Self { part: REPLACEMENTS, row: None, column: section.id() }
    }

    /// A section as a whole.
    pub const fn section_of(section: SectionId) -> Self {
        Self { part: section.id(), row: None, column: "" }
    }

    /// A row of this list.
    #[must_use]
    pub const fn row(self, id: RowId) -> Self {
        Self { row: Some(id), ..self }
    }

    /// A column of this row.
    #[must_use]
    pub const fn column(self, column: &'static str) -> Self {
        Self { column, ..self }
    }

    /// The path without the row and its column: of the list, or of the field itself.
    pub const fn part(self) -> &'static str {
        self.part
    }

    /// The row, where the path leads into one.
    pub const fn row_id(self) -> Option<RowId> {
        self.row
    }

    /// The column of the row; empty for the row as a whole, and for fields that stand in no row.
    pub const fn column_name(self) -> &'static str {
        if self.row.is_some() { self.column } else { "" }
    }

    /// Whether it leads into a row of this list.
    pub fn is_in(self, list: &str) -> bool {
        self.row.is_some() && self.part == list
    }

    /// Whether it is a part of the field with this path: `special-categories.ground` of `special-categories`.
    pub fn is_inside(self, field: Self) -> bool {
        self.part.strip_prefix(field.part).is_some_and(|rest| rest.starts_with('.'))
    }

    /// Whether it is this column of a row of this list.
    pub fn is_column(self, list: &str, column: &str) -> bool {
        self.is_in(list) && self.column == column
    }

    /// The section to which it is an addition.
    pub fn added_to(self) -> Option<SectionId> {
        SectionId::from_id(self.column).filter(|_| self.part == ADDITIONS)
    }

    /// The section in which it replaces our text.
    pub fn replaces(self) -> Option<SectionId> {
        SectionId::from_id(self.column).filter(|_| self.part == REPLACEMENTS)
    }

    /// The section of which it holds the firm's own words as a whole, beside our text or instead of it.
    pub fn own_words_in(self) -> Option<SectionId> {
        self.added_to().or_else(|| self.replaces())
    }

    /// The section whose screen has the field.
    pub fn section(self) -> Option<SectionId> {
        let of_part = || parts::find(self.part).map(|part| part.section);
        self.own_words_in().or_else(of_part).or_else(|| SectionId::from_id(self.part))
    }

    /// The steps that lead to it, from the outside in.
    pub(super) fn steps(self) -> impl Iterator<Item = Step> {
        let names = |path: &'static str| path.split('.').filter(|name| !name.is_empty()).map(Step::Name);
        names(self.part).chain(self.row.map(Step::Row)).chain(names(self.column))
    }
}

/// One step on the way to a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// Into a structure, by the name of the field.
    Name(&'static str),
    /// Into a list, by the id of the row.
    Row(RowId),
}

/// A path as it is written in the source; [`FieldPath::from_str`] is for texts that may be wrong.
impl From<&'static str> for FieldPath {
    fn from(part: &'static str) -> Self {
        Self { part, row: None, column: "" }
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.part)?;
        if let Some(RowId(row)) = self.row {
            write!(f, ".{row}")?;
        }
        if self.column.is_empty() { Ok(()) } else { write!(f, ".{}", self.column) }
    }
}

/// A text that is no path of a field of this version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSuchField(String);

impl fmt::Display for NoSuchField {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown field `{}`", self.0)
    }
}

impl std::error::Error for NoSuchField {}

impl FromStr for FieldPath {
    type Err = NoSuchField;

    fn from_str(text: &str) -> Result<Self, NoSuchField> {
        let whole = || parts::find(text).map(|part| Self::from(part.path));
        let section = || SectionId::from_id(text).map(Self::section_of);
        let own_words = || {
            let (part, id) = text.split_once('.')?;
            let section = SectionId::from_id(id)?;
            match part {
                ADDITIONS => Some(Self::addition(section)),
                REPLACEMENTS => Some(Self::replacement(section)),
                _ => None,
            }
        };
        whole()
            .or_else(section)
            .or_else(own_words)
            .or_else(|| in_row(text))
            .ok_or_else(|| NoSuchField(text.to_owned()))
    }
}

/// `purposes.2` and `purposes.2.basis.interest`: a list, a row's id, and a column of such rows.
fn in_row(text: &str) -> Option<FieldPath> {
    let (number, _) = text.char_indices().find(|(at, _)| {
        text.get(..*at).is_some_and(|before| before.ends_with('.'))
            && text.get(*at..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    })?;
    let list = parts::find(text.get(..number)?.strip_suffix('.')?)?;
    let rest = text.get(number..)?;
    let (id, column) = rest.split_once('.').unwrap_or((rest, ""));
    // One spelling: `+7` and `007` are none.
    let row = id.parse().ok().filter(|number: &u32| number.to_string() == id).map(RowId)?;
    let path = FieldPath::from(list.path).row(row);
    let empty = Notice::default();
    let Content::Rows(rows) = (list.read)(&empty) else { return None };
    match column {
        "" if !rest.contains('.') => Some(path),
        "" => None,
        column => rows.columns().into_iter().find(|name| *name == column).map(|name| path.column(name)),
    }
}

#[cfg(test)]
impl proptest::arbitrary::Arbitrary for FieldPath {
    type Parameters = ();
    type Strategy = proptest::strategy::BoxedStrategy<Self>;

    fn arbitrary_with((): ()) -> Self::Strategy {
        use proptest::prelude::*;
        let own = (any::<SectionId>(), any::<bool>()).prop_map(|(section, instead)| {
            if instead { Self::replacement(section) } else { Self::addition(section) }
        });
        let path = |(part, row, column): (prop::sample::Index, u32, prop::sample::Index)| {
            let part = part.get(parts::PARTS);
            let path = Self::from(part.path);
            let empty = Notice::default();
            match (part.read)(&empty) {
                Content::Rows(rows) => path.row(RowId(row)).column(column.get::<&str>(&rows.columns())),
                _ => path,
            }
        };
        let field = any::<(prop::sample::Index, u32, prop::sample::Index)>().prop_map(path);
        prop_oneof![3 => field, 1 => own].boxed()
    }
}

impl Serialize for FieldPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.to_string())
    }
}

impl<'de> Deserialize<'de> for FieldPath {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

impl JsonSchema for FieldPath {
    fn schema_name() -> Cow<'static, str> {
        "FieldPath".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        String::json_schema(generator)
    }
}
