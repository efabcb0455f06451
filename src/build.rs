//! Compiles `src/content/*.toml` into Rust tables, so that no parser and no parsing reach the browser.
//!
//! Fails the build, with file and line, on what a lawyer's edit can get wrong: an id used twice, a text
//! without Finnish, a slot that one language lacks, a slot that a letter follows (user input is never inflected), a
//! clause that lacks a fact which its group needs, and a reference to a clause that does not exist.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, missing_docs)]

use file::{BETWEEN, File, Texts};
use lang_set::TAGS;
use shapes::{Choices, Fields, Register, Rules, Sections, Trade, UiTexts};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "content/about.rs"]
mod about;
#[path = "content/patterns/bucket.rs"]
mod bucket;
#[path = "build/clauses.rs"]
mod clauses;
#[path = "build/facts.rs"]
mod facts;
#[path = "build/file.rs"]
mod file;
#[path = "fingerprint.rs"]
mod fingerprint;
#[path = "build/glossary.rs"]
mod glossary;
#[path = "content/patterns/grammar.rs"]
mod grammar;
#[path = "build/interview.rs"]
mod interview;
#[path = "lang/set.rs"]
mod lang_set;
#[path = "build/patterns.rs"]
mod patterns;
#[path = "build/services.rs"]
mod services;
#[path = "build/shapes.rs"]
mod shapes;
#[path = "build/situations.rs"]
mod situations;

/// `home.start-new` → `HOME_START_NEW`.
fn constant(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' }).collect()
}

fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    paths.sort();
    paths
}

fn main() {
    println!("cargo:rerun-if-changed=src/content");
    println!("cargo:rerun-if-changed=src/build.rs");
    println!("cargo:rerun-if-changed=src/build");
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    compile(Path::new("src/content"), &folder);
}

/// Compiles a folder of content files into a folder of tables.
///
/// # Panics
///
/// With file and line, on whatever is wrong in the content.
pub fn compile(content: &Path, folder: &Path) {
    let mut out = String::new();
    let mut texts = Texts::new();
    sections(content, &mut out, &mut texts);
    fields(content, &mut out, &mut texts);
    choices(content, &mut out, &mut texts);
    let purposes = clauses::clauses(content, &mut out, &mut texts);
    situations::situations(content, &purposes, &mut out, &mut texts);
    rules(content, &mut out, &mut texts);
    ui(content, &mut out, &mut texts);
    registers(content, &mut out, &mut texts);
    trades(content, &mut out, &mut texts);
    glossary::glossary(content, &mut out, &mut texts);
    services::countries(content, &mut out, &mut texts);
    services::vendors(content, &mut out);
    interview::interview(content, &mut out, &mut texts);
    let missing: String = texts.missing.iter().fold(String::new(), |mut all, texts| {
        write!(all, "&{texts:?}, ").unwrap();
        all
    });
    writeln!(
        out,
        "/// Texts that a language still lacks, as `file: id`; in the order of `Lang::ALL`.\npub static MISSING: [&[&str]; Lang::ALL.len()] = [{missing}];"
    )
    .unwrap();
    languages(&texts, folder, &mut out);
    let write = |name: &str, what: &str| fs::write(folder.join(name), what).expect("a writable OUT_DIR");
    write("content.rs", &out);
    write("patterns.rs", &patterns::patterns(content));
}

/// Whether this is a build for the browser, whose first load should be small.
fn for_the_browser() -> bool {
    std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32")
}

/// Writes the file of each language, and which of them are inside the program. In the browser only the first is:
/// `.ci/words` puts the others beside the app.
fn languages(texts: &Texts, folder: &Path, out: &mut String) {
    out.push_str(
        "/// The words of each language, in the order of `Lang::ALL`.\npub static FILES: [Source; Lang::ALL.len()] = [\n",
    );
    for (index, lang) in TAGS.into_iter().enumerate() {
        let words = texts.written.iter().map(|text| text.0[index].as_str());
        let file = words.collect::<Vec<_>>().join(&BETWEEN.to_string());
        let fingerprint = fingerprint::fingerprint(file.as_bytes());
        let name = format!("texts-{lang}-{fingerprint:016x}.txt");
        fs::write(folder.join(&name), &file).expect("a writable OUT_DIR");
        if index == 0 || !for_the_browser() {
            writeln!(out, "Source::Inside(include_str!(concat!(env!(\"OUT_DIR\"), \"/{name}\"))),").unwrap();
        } else {
            writeln!(out, "Source::Beside {{ name: {name:?}, fingerprint: {fingerprint} }},").unwrap();
        }
    }
    out.push_str("];\n");
}

fn sections(content: &Path, out: &mut String, texts: &mut Texts) {
    let mut file = File::read(content.join("sections.toml"));
    out.push_str("/// The words of each section, in the order of `SectionId::ALL`.\n");
    out.push_str("pub static SECTIONS: &[SectionWords] = &[\n");
    for section in file.parse::<Sections>().section {
        file.id(&section.id);
        let title = file.text(&section.id, &section.title, true, texts);
        let intro = file.text(&section.id, &section.intro, true, texts);
        let why = file.text(&section.id, &section.why, false, texts);
        writeln!(out, "SectionWords {{ id: {:?}, title: {title}, intro: {intro}, why: {why} }},", section.id)
            .unwrap();
    }
    out.push_str("];\n");
}

fn fields(content: &Path, out: &mut String, texts: &mut Texts) {
    let mut file = File::read(content.join("fields.toml"));
    out.push_str("/// Words of each question.\npub mod field { use super::*;\n");
    let mut all = String::new();
    for field in file.parse::<Fields>().field {
        file.id(&field.id);
        let label = file.text(&field.id, &field.label, true, texts);
        let [hint, why, example] =
            [&field.hint, &field.why, &field.example].map(|text| file.text(&field.id, text, false, texts));
        let (id, name) = (&field.id, constant(&field.id));
        writeln!(
            out,
            "/// `{id}`\npub static {name}: Field = Field {{ id: {id:?}, label: {label}, hint: {hint}, why: {why}, example: {example} }};"
        )
        .unwrap();
        write!(all, "&field::{name}, ").unwrap();
    }
    writeln!(out, "}}\n/// All fields.\npub static FIELDS: &[&Field] = &[{all}];").unwrap();
}

fn choices(content: &Path, out: &mut String, texts: &mut Texts) {
    let mut file = File::read(content.join("choices.toml"));
    out.push_str("/// Words of each choice that a question offers.\npub mod choice { use super::*;\n");
    let mut all = String::new();
    for choice in file.parse::<Choices>().choice {
        file.id(&choice.id);
        let label = file.text(&choice.id, &choice.label, true, texts);
        let hint = file.text(&choice.id, &choice.hint, false, texts);
        let (id, name) = (&choice.id, constant(&choice.id));
        writeln!(
            out,
            "/// `{id}`\npub static {name}: Choice = Choice {{ id: {id:?}, label: {label}, hint: {hint} }};"
        )
        .unwrap();
        write!(all, "&choice::{name}, ").unwrap();
    }
    writeln!(out, "}}\n/// All choices.\npub static CHOICES: &[&Choice] = &[{all}];").unwrap();
}

fn rules(content: &Path, out: &mut String, texts: &mut Texts) {
    let mut file = File::read(content.join("rules.toml"));
    let mut rules = file.parse::<Rules>().rule;
    let mut names = String::new();
    rules.sort_by(|a, b| a.id.cmp(&b.id));
    out.push_str(
        "/// What each rule says when it fires, sorted by id.\npub static RULES: &[RuleWords] = &[\n",
    );
    for rule in rules {
        file.id(&rule.id);
        let message = file.text(&rule.id, &rule.message, true, texts);
        let advice = file.text(&rule.id, &rule.advice, true, texts);
        let (id, name) = (&rule.id, constant(&rule.id));
        writeln!(out, "RuleWords {{ id: rule_id::{name}, message: {message}, advice: {advice} }},").unwrap();
        writeln!(names, "/// `{id}`\npub const {name}: RuleId = RuleId({id:?});").unwrap();
    }
    writeln!(
        out,
        "];\n/// The id of each rule that has words.\npub mod rule_id {{ use super::RuleId;\n{names}}}"
    )
    .unwrap();
}

fn ui(content: &Path, out: &mut String, texts: &mut Texts) {
    let mut file = File::read(content.join("ui.toml"));
    out.push_str("/// Words of the interface.\npub mod ui { use super::*;\n");
    // The words of the command line and its review pack are no part of the first load.
    let browser = for_the_browser();
    let elsewhere = |id: &str| browser && (id.starts_with("cli.") || id.starts_with("review."));
    for text in file.parse::<UiTexts>().text {
        file.id(&text.id);
        if elsewhere(&text.id) {
            continue;
        }
        let words = file.text(&text.id, &text.words, true, texts);
        writeln!(out, "/// `{}`\npub static {}: Text = {words};", text.id, constant(&text.id)).unwrap();
    }
    out.push_str("}\n");
}

fn registers(content: &Path, out: &mut String, texts: &mut Texts) {
    out.push_str("/// Guided defaults, one per kind of register.\npub static REGISTERS: &[Register] = &[\n");
    for path in toml_files(&content.join("registers")) {
        let file = File::read(path);
        let register: Register = file.parse();
        let name = file.text(&register.id, &register.name, true, texts);
        let help = file.text(&register.id, &register.help, true, texts);
        let title = file.text(&register.id, &register.title, true, texts);
        let applies = file.text(&register.id, &register.applies, true, texts);
        let usual = register.notice.get("register-name").cloned().expect("a register has a name");
        let usual = file.text(&register.id, &usual.try_into().expect("a name per language"), true, texts);
        let notice = serde_json::to_string(&register.notice).expect("a TOML table is JSON");
        let notes: String = register.notes.iter().fold(String::new(), |mut all, (section, note)| {
            write!(all, "({section:?}, {}), ", file.text(section, note, true, texts)).unwrap();
            all
        });
        writeln!(
            out,
            "Register {{ id: {:?}, name: {name}, help: {help}, title: {title}, applies: {applies}, usual_name: {usual}, notice: {notice:?}, notes: &[{notes}] }},",
            register.id
        )
        .unwrap();
    }
    out.push_str("];\n");
}

fn trades(content: &Path, out: &mut String, texts: &mut Texts) {
    out.push_str(
        "/// What each trade changes in the guided defaults.\npub static TRADES: &[TradeWords] = &[\n",
    );
    for path in toml_files(&content.join("trades")) {
        let file = File::read(path);
        let trade: Trade = file.parse();
        let name = file.text(&trade.id, &trade.name, true, texts);
        let help = file.text(&trade.id, &trade.help, true, texts);
        let changes: String = trade.change.iter().fold(String::new(), |mut all, change| {
            let notice = serde_json::to_string(&change.notice).expect("a TOML table is JSON");
            let (kinds, remove) = (&change.kinds, &change.remove);
            write!(all, "Change {{ kinds: &{kinds:?}, remove: &{remove:?}, notice: {notice:?} }}, ").unwrap();
            all
        });
        let Trade { id, proposes, asks, .. } = &trade;
        writeln!(
            out,
            "TradeWords {{ id: {id:?}, proposes: &{proposes:?}, asks: &{asks:?}, name: {name}, help: {help}, changes: &[{changes}] }},"
        )
        .unwrap();
    }
    out.push_str("];\n");
}
