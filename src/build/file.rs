//! A content file while it is compiled: where it is, what it says twice, and the numbers of its texts.

use super::lang_set::TAGS;
use super::shapes::{PerLang, Text};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// What the program puts into texts, by the names that stand in braces.
const SLOTS: &[&str] = &[
    "authority",
    "blocking",
    "channels",
    "characters",
    "column",
    "count",
    "date",
    "done",
    "file",
    "hints",
    "id",
    "line",
    "n",
    "name",
    "of",
    "path",
    "percent",
    "place",
    "reason",
    "row",
    "rows",
    "section",
    "sections",
    "value",
    "version",
    "warnings",
    "what",
];

/// A content file, and what has been said about it so far.
pub struct File {
    path: PathBuf,
    source: String,
    pub ids: BTreeSet<String>,
}

impl File {
    pub fn read(path: PathBuf) -> Self {
        let source = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Self { path, source, ids: BTreeSet::new() }
    }

    pub fn parse<T: for<'a> Deserialize<'a>>(&self) -> T {
        toml::from_str(&self.source).unwrap_or_else(|error| panic!("{}: {error}", self.path.display()))
    }

    /// Stops the build, naming the line where `needle` stands for the last time.
    pub fn fail(&self, needle: &str, what: &str) -> ! {
        let line = self.source.lines().enumerate().filter(|(_, line)| line.contains(needle)).last();
        self.stop(line.map_or(0, |(index, _)| index), what)
    }

    /// Stops the build, naming the line of a record where `needle` stands, or else the line of the record's id.
    pub fn fail_in(&self, id: &str, needle: &str, what: &str) -> ! {
        let lines: Vec<_> = self.source.lines().collect();
        let names = |line: &&str| line.starts_with("id") && line.ends_with(&format!("= \"{id}\""));
        let first = lines.iter().rposition(names).unwrap_or_default();
        let record = lines.iter().skip(first).take_while(|line| !line.starts_with("[["));
        let index = record.enumerate().find(|(_, line)| line.contains(needle)).map_or(0, |(index, _)| index);
        self.stop(first + index, &format!("\"{id}\" {what}"))
    }

    fn stop(&self, index: usize, what: &str) -> ! {
        panic!("{}:{}: {what}", self.path.display(), index + 1);
    }

    pub fn id(&mut self, id: &str) {
        if !self.ids.insert(id.to_owned()) {
            self.fail_in(id, id, "is used twice as an id");
        }
    }

    /// Checks one text and writes it as a Rust literal. `must`: it may not be empty.
    pub fn text(&self, id: &str, text: &Text, must: bool, texts: &mut Texts) -> String {
        let text = self.checked(id, text, must, texts);
        format!("Text({})", texts.number(&text))
    }

    /// Checks one text, and notes the languages that lack it.
    pub fn checked(&self, id: &str, text: &Text, must: bool, texts: &mut Texts) -> Text {
        let first = &text.0[0];
        if must && first.trim().is_empty() {
            self.fail_in(id, TAGS[0], "has no Finnish text");
        }
        let slots = slots(first);
        if let Some(unknown) = slots.iter().find(|slot| !SLOTS.contains(slot)) {
            self.fail(&format!("{{{unknown}}}"), &format!("\"{id}\": nobody fills {{{unknown}}}"));
        }
        for ((name, other), missing) in TAGS.iter().zip(&text.0).zip(&mut texts.missing) {
            if first.is_empty() != other.is_empty() {
                let file = self.path.file_name().unwrap_or_default().to_string_lossy();
                missing.push(format!("{file}: {id}"));
            } else if self::slots(other) != slots {
                self.fail_in(id, name, &format!("has other slots in {name} than in {}", TAGS[0]));
            }
        }
        for written in &text.0 {
            if let Some(glued) = glued_slot(written) {
                self.fail(
                    glued,
                    &format!("\"{id}\": a letter follows {glued}; what users type is never inflected"),
                );
            }
            assert!(!written.contains(BETWEEN), "{id}: a control character");
        }
        // A number and its paragraph sign stay on one line.
        PerLang(text.0.each_ref().map(|text| text.replace(" §", "\u{a0}§")))
    }
}

/// All texts, each in every language, and those that a language lacks.
///
/// A text in the tables is its number here: the tables then hold two bytes where a string per language would take
/// eight each, and each language's words lie in one piece, which compresses well.
pub struct Texts {
    pub written: Vec<Text>,
    /// Per language, the texts that another has, as `file: id`.
    pub missing: [Vec<String>; TAGS.len()],
}

/// What stands between two texts of a language's file. No text has it.
pub const BETWEEN: char = '\u{1f}';

impl Texts {
    /// Number 0 is the empty text.
    pub fn new() -> Self {
        Self { written: vec![Text::default()], missing: Default::default() }
    }

    /// The number of a text; the same text has one number.
    pub fn number(&mut self, text: &Text) -> u16 {
        let place = self.written.iter().position(|other| other == text).unwrap_or_else(|| {
            self.written.push(text.clone());
            self.written.len() - 1
        });
        u16::try_from(place).expect("fewer than 65,536 texts")
    }
}

fn slots(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(slot, _)| slot)).collect()
}

fn glued_slot(text: &str) -> Option<&str> {
    text.split('{').skip(1).find_map(|rest| {
        let (slot, after) = rest.split_once('}')?;
        after.chars().next().filter(|next| next.is_alphabetic()).map(|_| slot)
    })
}
