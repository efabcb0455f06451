//! Compiles `interview.toml`: plain questions, and what each answer writes into a notice.

use super::shapes::{Interview, Question, QuestionOption};
use super::{File, Texts};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

pub fn interview(content: &Path, out: &mut String, texts: &mut Texts) {
    let mut file = File::read(content.join("interview.toml"));
    let questions = file.parse::<Interview>().question;
    let option_id = |question: &Question, option: &QuestionOption| format!("{}.{}", question.id, option.id);
    let options: BTreeSet<String> = questions
        .iter()
        .flat_map(|question| question.option.iter().map(|option| option_id(question, option)))
        .collect();
    out.push_str("/// The questions of the interview, in the order in which they are asked.\npub static QUESTIONS: &[Question] = &[\n");
    for question in &questions {
        file.id(&question.id);
        if let Some(missing) = question.after.iter().find(|option| !options.contains(*option)) {
            file.fail(missing, &format!("\"{}\" is asked after an option that does not exist", question.id));
        }
        if question.option.is_empty() && question.services.is_empty() {
            file.fail_in(&question.id, &question.id, "has nothing to choose");
        }
        let [text, unknown] =
            [&question.text, &question.unknown].map(|text| file.text(&question.id, text, true, texts));
        let help = file.text(&question.id, &question.help, false, texts);
        let mut written = String::new();
        for option in &question.option {
            let id = option_id(question, option);
            file.id(&id);
            let text = file.text(&question.id, &option.text, true, texts);
            let hint = file.text(&question.id, &option.hint, false, texts);
            let json = |piece: &toml::Table| serde_json::to_string(piece).expect("a TOML table is JSON");
            let (says, adds) = (json(&option.says), json(&option.adds));
            let QuestionOption { alone, purposes, kinds, trades, .. } = option;
            write!(
                written,
                "QuestionOption {{ id: {id:?}, text: {text}, hint: {hint}, alone: {alone}, kinds: &{kinds:?}, trades: &{trades:?}, purposes: &{purposes:?}, says: {says:?}, adds: {adds:?} }}, "
            )
            .unwrap();
        }
        let Question { id, kinds, trades, after, one, services, own, settles, .. } = question;
        writeln!(
            out,
            "Question {{ id: {id:?}, text: {text}, help: {help}, unknown: {unknown}, kinds: &{kinds:?}, trades: &{trades:?}, after: &{after:?}, one: {one}, services: &{services:?}, own: {own:?}, settles: &{settles:?}, options: &[{written}] }},"
        )
        .unwrap();
    }
    out.push_str("];\n");
}
