//! The facts beside the words of a clause: checks that each group of clauses has the facts that it is compared by, and
//! writes them as Rust.
//!
//! Nothing is missing silently: where a group needs a fact, the build asks for it, or for the words that there is none.

use super::File;
use super::about::About;
use super::shapes::{Clause, Compared, Origin, Role, Serves};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// A clause with its file, and the kinds and trades for which it is offered.
pub struct Entry<'f> {
    pub file: &'f File,
    pub clause: &'f Clause,
    pub kinds: Vec<String>,
    pub trades: Vec<String>,
}

impl Entry<'_> {
    fn group(&self) -> &str {
        self.clause.id.split('.').next().unwrap_or_default()
    }

    /// Whether one notice can hold both clauses.
    fn meets(&self, other: &Self) -> bool {
        let meet = |one: &[String], other: &[String]| {
            one.is_empty() || other.is_empty() || one.iter().any(|id| other.contains(id))
        };
        meet(&self.kinds, &other.kinds) && meet(&self.trades, &other.trades)
    }

    fn fail(&self, needle: &str, what: &str) -> ! {
        self.file.fail_in(&self.clause.id, needle, what)
    }
}

/// An attribute of a clause.
struct Attribute {
    name: &'static str,
    given: fn(&Clause) -> bool,
    /// The groups of which every clause needs it.
    needed: &'static [&'static str],
    /// The groups that may have it besides.
    may: &'static [&'static str],
    /// What to write.
    form: &'static str,
}

/// Which group has which facts; any clause may be `about` something.
///
/// What is kept must name its data, for a period without its data is what old notices get wrong. Of purposes, recipients,
/// sources and criteria only few belong to one kind of data, and of data only little has one source, so those may.
const ATTRIBUTES: [Attribute; 9] = [
    Attribute {
        name: "role",
        given: |clause| clause.role.is_some(),
        needed: &["recipient"],
        may: &[],
        form: "\"processor\", \"controller\", \"authority\" or \"depends\"",
    },
    Attribute {
        name: "origin",
        given: |clause| clause.origin.is_some(),
        needed: &["source"],
        may: &[],
        form: "\"person\", \"other\", \"public\" or \"depends\"",
    },
    Attribute {
        name: "needs",
        given: |clause| clause.needs.is_some(),
        needed: &["withdrawal"],
        may: &[],
        form: "\"email\", \"phone\", \"account\" or \"nothing\"",
    },
    Attribute {
        name: "to",
        given: |clause| clause.to.is_some(),
        needed: &["disclosure"],
        may: &[],
        form: "a list of recipients, [\"role:authority\"], or \"not comparable\"",
    },
    Attribute {
        name: "serves",
        given: |clause| clause.serves.is_some(),
        needed: SERVING,
        may: &[],
        form: "a list of purposes, \"all\" or { all-but = [a list of purposes] }",
    },
    Attribute {
        name: "data",
        given: |clause| clause.data.is_some(),
        needed: &["retention-what"],
        may: &["purpose", "recipient", "source", "until"],
        form: "a list of kinds and items of data, or \"not comparable\"",
    },
    Attribute {
        name: "sources",
        given: |clause| clause.sources.is_some(),
        needed: &[],
        may: &["category", "data"],
        form: "a list of sources",
    },
    Attribute {
        name: "least-months",
        given: |clause| clause.least_months.is_some(),
        needed: &[],
        may: &["retention-what", "retention-ground"],
        form: "months",
    },
    Attribute {
        name: "year-end",
        given: |clause| clause.year_end.is_some(),
        needed: &[],
        may: &["start"],
        form: "true",
    },
];

/// The groups of clauses that serve purposes.
const SERVING: &[&str] = &["subjects", "category", "data", "recipient", "retention-what"];

/// All clauses, in the order of their files.
#[derive(Default)]
pub struct Catalogue<'f> {
    pub entries: Vec<Entry<'f>>,
    numbers: BTreeMap<&'f str, usize>,
    /// The purposes that bring a clause with them, and so are served by it.
    brought_by: BTreeMap<String, BTreeSet<&'f str>>,
}

impl<'f> Catalogue<'f> {
    pub fn add(&mut self, entry: Entry<'f>) {
        let clause = entry.clause;
        for brought in clause.brings.iter().flatten().flat_map(|(_, value)| clause_ids(value)) {
            self.brought_by.entry(brought).or_default().insert(&clause.id);
        }
        self.numbers.insert(&clause.id, self.entries.len());
        self.entries.push(entry);
    }

    /// The facts of a clause, as Rust.
    pub fn facts(&self, entry: &Entry<'_>) -> String {
        self.check(entry);
        let clause = entry.clause;
        let mut out = String::new();
        if let Some(role) = clause.role.filter(|role| *role != Role::Depends) {
            write!(out, "role: Some(Role::{role:?}), ").unwrap();
        }
        if let Some(origin) = clause.origin.filter(|origin| *origin != Origin::Depends) {
            write!(out, "origin: Some(Origin::{origin:?}), ").unwrap();
        }
        if let Some(needs) = clause.needs {
            write!(out, "needs: Some(Needs::{needs:?}), ").unwrap();
        }
        if let Some(months) = clause.least_months {
            write!(out, "least_months: {months}, ").unwrap();
        }
        if let Some(year_end) = clause.year_end {
            write!(out, "year_end: {year_end}, ").unwrap();
        }
        if !clause.about.is_empty() {
            let matter = |word: &String| match About::from_id(word) {
                Some(about) => format!("About::{about:?}, "),
                None => {
                    entry.fail(&format!("\"{word}\""), &format!("is about \"{word}\", which nobody knows"))
                }
            };
            write!(out, "about: &[{}], ", clause.about.iter().map(matter).collect::<String>()).unwrap();
        }
        for (name, field, compared, groups) in [
            ("to", "recipients", &clause.to, &["recipient"][..]),
            ("data", "data", &clause.data, &["category", "data"]),
            ("sources", "sources", &clause.sources, &["source"]),
        ] {
            if let Some(Compared::With(ids)) = compared {
                write!(out, "{field}: {}, ", list(&self.resolve(entry, name, ids, groups))).unwrap();
            }
        }
        if SERVING.contains(&entry.group()) {
            let purposes = |ids| self.resolve(entry, "serves", ids, &["purpose"]);
            let brought_by = self.brought_by.get(&clause.id).cloned().unwrap_or_default();
            let (form, purposes) = match &clause.serves {
                None => ("Only", brought_by),
                Some(Serves::Only(ids)) => ("Only", &purposes(ids) | &brought_by),
                Some(Serves::All(_)) => ("AllBut", BTreeSet::new()),
                Some(Serves::But(but)) => ("AllBut", purposes(&but.all_but)),
            };
            write!(out, "serves: Serves::{form}({}), ", list(&purposes)).unwrap();
        }
        if out.is_empty() { "&Facts::NONE".to_owned() } else { format!("&Facts {{ {out}..Facts::NONE }}") }
    }

    /// Stops the build where an attribute stands with a clause of another group, or is missing.
    fn check(&self, entry: &Entry<'_>) {
        let group = entry.group();
        for Attribute { name, given, needed, may, form } in ATTRIBUTES {
            let given = given(entry.clause);
            if given && !needed.contains(&group) && !may.contains(&group) {
                let groups = [needed, may].concat().join(", ");
                entry.fail(name, &format!("has \"{name}\", which belongs to these only: {groups}"));
            }
            let brought = name == "serves" && self.brought_by.contains_key(&entry.clause.id);
            if needed.contains(&group) && !given && !brought {
                entry.fail("id", &format!("lacks \"{name}\": {form}"));
            }
        }
    }

    /// The clauses that a list means. `about:x` is every clause about a matter, `role:authority` every authority.
    fn resolve(
        &self,
        entry: &Entry<'_>,
        name: &str,
        ids: &'f [String],
        groups: &[&str],
    ) -> BTreeSet<&'f str> {
        let mut found = BTreeSet::new();
        for id in ids {
            let fail = |what: &str| -> ! {
                entry.fail(&format!("\"{id}\""), &format!("names \"{id}\" in \"{name}\": {what}"))
            };
            let before = found.len();
            if id.contains(':') {
                let meant = |other: &&Entry<'f>| {
                    let clause = other.clause;
                    let matter = id
                        .strip_prefix("about:")
                        .is_some_and(|word| clause.about.iter().any(|about| about == word));
                    let authority = id == "role:authority" && clause.role == Some(Role::Authority);
                    (matter || authority) && groups.contains(&other.group()) && other.meets(entry)
                };
                found.extend(self.entries.iter().filter(meant).map(|other| other.clause.id.as_str()));
            } else {
                let Some(other) = self.numbers.get(id.as_str()).and_then(|number| self.entries.get(*number))
                else {
                    fail("there is no such clause")
                };
                if !groups.contains(&other.group()) {
                    fail(&format!("only {} can stand there", groups.join(" and ")));
                }
                if !other.meets(entry) {
                    fail("no notice can hold both, for their kinds or trades differ");
                }
                found.insert(&other.clause.id);
            }
            if found.len() == before {
                fail("it means nothing, or only what is named already");
            }
        }
        found
    }
}

fn list(ids: &BTreeSet<&str>) -> String {
    format!("&{:?}", ids.iter().collect::<Vec<_>>())
}

/// The ids of all clauses in a partial notice.
fn clause_ids(value: &toml::Value) -> Vec<String> {
    match value {
        toml::Value::Array(values) => values.iter().flat_map(clause_ids).collect(),
        toml::Value::Table(table) => {
            let own = table.get("clause").and_then(|clause| clause.get("id")).and_then(toml::Value::as_str);
            let inner = table.values().flat_map(clause_ids);
            own.map(str::to_owned).into_iter().chain(inner).collect()
        }
        _ => Vec::new(),
    }
}
