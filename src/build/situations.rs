//! Compiles `situations.toml`: the rows of the plain notice, and the purposes that stand in each.

use super::shapes::Situations;
use super::{File, Texts};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

/// `purposes`: the ids of all purposes of ours. Each must stand in one situation, so that none is told without its row.
pub fn situations(content: &Path, purposes: &BTreeSet<String>, out: &mut String, texts: &mut Texts) {
    let mut file = File::read(content.join("situations.toml"));
    let mut told = BTreeSet::new();
    out.push_str("/// The situations of the plain notice, in the order of its rows.\npub static SITUATIONS: &[Situation] = &[\n");
    for situation in file.parse::<Situations>().situation {
        let id = &situation.id;
        file.id(id);
        let title = file.text(id, &situation.title, true, texts);
        let mut does = String::new();
        for phrase in situation.does {
            if !purposes.contains(&phrase.purpose) {
                file.fail(&phrase.purpose, &format!("\"{id}\": no purpose is called {}", phrase.purpose));
            }
            if !told.insert(phrase.purpose.clone()) {
                file.fail(&phrase.purpose, &format!("{} stands in two situations", phrase.purpose));
            }
            let words = file.text(id, &phrase.words, false, texts);
            write!(does, "({:?}, {words}), ", phrase.purpose).unwrap();
        }
        writeln!(out, "Situation {{ id: {id:?}, title: {title}, does: &[{does}] }},").unwrap();
    }
    out.push_str("];\n");
    if let Some(missing) = purposes.difference(&told).next() {
        file.fail("", &format!("{missing} stands in no situation"));
    }
}
