//! Compiles `glossary.toml`: terms with the forms in which each language's texts have them.

use super::shapes::{Glossary, PerLang};
use super::{File, Texts};
use std::fmt::Write as _;
use std::path::Path;

pub fn glossary(content: &Path, out: &mut String, texts: &mut Texts) {
    let mut file = File::read(content.join("glossary.toml"));
    out.push_str("/// Terms of the law in plain words.\npub static GLOSSARY: &[Entry] = &[\n");
    for entry in file.parse::<Glossary>().entry {
        file.id(&entry.id);
        let term = file.text(&entry.id, &entry.term, true, texts);
        let text = file.text(&entry.id, &entry.text, true, texts);
        let law: String = entry.law.iter().fold(String::new(), |mut all, law| {
            write!(all, "Citation::new({law:?}), ").unwrap();
            all
        });
        let forms = entry.forms.0.map(|forms| {
            if forms.is_empty() || forms.iter().any(|form| form.to_lowercase() != *form) {
                file.fail(&format!("\"{}\"", entry.id), "forms are in lower case, and each language has one");
            }
            forms.join("|")
        });
        let forms = texts.number(&PerLang(forms));
        writeln!(
            out,
            "Entry {{ id: {:?}, term: {term}, text: {text}, law: &[{law}], forms: Text({forms}) }},",
            entry.id
        )
        .unwrap();
    }
    out.push_str("];\n");
}
