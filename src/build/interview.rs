//! Compiles `interview.toml`: plain questions, and what each answer writes into a notice.

use super::shapes::Text;
use super::{File, Texts};
use serde::Deserialize;
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
        let is_group = |id: &String| questions.iter().any(|other| other.services.contains(id));
        if let Some(missing) = question.after.iter().find(|id| !options.contains(*id) && !is_group(id)) {
            file.fail(
                missing,
                &format!("\"{}\" is asked after something that no question offers", question.id),
            );
        }
        if question.option.is_empty() && question.services.is_empty() {
            file.fail_in(&question.id, &question.id, "has nothing to choose");
        }
        let [text, unknown] =
            [&question.text, &question.unknown].map(|text| file.text(&question.id, text, true, texts));
        let help = file.text(&question.id, &question.help, false, texts);
        let json = |piece: &toml::Table| serde_json::to_string(piece).expect("a TOML table is JSON");
        let otherwise = json(&question.otherwise);
        let mut written = String::new();
        for option in &question.option {
            let id = option_id(question, option);
            file.id(&id);
            let text = file.text(&question.id, &option.text, true, texts);
            let hint = file.text(&question.id, &option.hint, false, texts);
            let (says, adds) = (json(&option.says), json(&option.adds));
            let QuestionOption { alone, purposes, kinds, trades, not_for, keeps, .. } = option;
            let kept = option.kept.as_ref().map_or_else(|| "None".to_owned(), Kept::written);
            if option.kept.is_some() && question.periods.is_empty() {
                file.fail_in(
                    &question.id,
                    "kept",
                    &format!("\"{id}\" sets a period, and the question names none"),
                );
            }
            let all_in_eea = matches!(option.places, Some(Places::Eea));
            if let Some(kept) = keeps.iter().find(|clause| !question.settles.contains(clause)) {
                file.fail(kept, &format!("\"{id}\" keeps what its question does not settle"));
            }
            write!(
                written,
                "QuestionOption {{ id: {id:?}, text: {text}, hint: {hint}, alone: {alone}, kinds: &{kinds:?}, trades: &{trades:?}, not_for: &{not_for:?}, keeps: &{keeps:?}, all_in_eea: {all_in_eea}, kept: {kept}, purposes: &{purposes:?}, says: {says:?}, adds: {adds:?} }}, "
            )
            .unwrap();
        }
        let Question { id, kinds, trades, not_for, after, one, services, own, settles, periods, .. } =
            question;
        writeln!(
            out,
            "Question {{ id: {id:?}, text: {text}, help: {help}, unknown: {unknown}, kinds: &{kinds:?}, trades: &{trades:?}, not_for: &{not_for:?}, after: &{after:?}, one: {one}, services: &{services:?}, own: {own:?}, settles: &{settles:?}, periods: &{periods:?}, otherwise: {otherwise:?}, options: &[{written}] }},"
        )
        .unwrap();
    }
    out.push_str("];\n");
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Interview {
    question: Vec<Question>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    id: String,
    text: Text,
    #[serde(default)]
    help: Text,
    /// Whom to ask, or where to look, when the firm does not know.
    unknown: Text,
    #[serde(default)]
    kinds: Vec<String>,
    #[serde(default)]
    trades: Vec<String>,
    /// Trades for which it is not asked.
    #[serde(default, rename = "not-for")]
    not_for: Vec<String>,
    /// Options of other questions, `question.option`, or groups of services, `recipient.analytics`, of which one must have been
    /// chosen, as far as the kind is offered them; none offered: always asked.
    #[serde(default)]
    after: Vec<String>,
    /// Only one option can be true.
    #[serde(default)]
    one: bool,
    /// Groups of services that are offered by name: the clause of what they do.
    #[serde(default)]
    services: Vec<String>,
    /// What a service by a name of the firm's own does: the clause.
    own: Option<String>,
    /// Suggested rows that go once the question is answered, unless the answer brings or keeps them: by clause.
    #[serde(default)]
    settles: Vec<String>,
    /// Suggested periods that the answer sets: the clauses of what is kept.
    #[serde(default)]
    periods: Vec<String>,
    /// What any answer says of matters of which the chosen options say nothing: a piece of a notice.
    #[serde(default)]
    otherwise: toml::Table,
    #[serde(default)]
    option: Vec<QuestionOption>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuestionOption {
    /// Unique in its question.
    id: String,
    text: Text,
    #[serde(default)]
    hint: Text,
    /// It excludes every other answer: "nothing of this".
    #[serde(default)]
    alone: bool,
    #[serde(default)]
    kinds: Vec<String>,
    #[serde(default)]
    trades: Vec<String>,
    /// Trades for which it is not offered.
    #[serde(default, rename = "not-for")]
    not_for: Vec<String>,
    /// Suggested rows that the question settles and that stay with this option: by clause.
    #[serde(default)]
    keeps: Vec<String>,
    /// Where all recipients are whose place nothing else has told.
    places: Option<Places>,
    /// How long what the question names in `periods` is kept.
    kept: Option<Kept>,
    /// Purposes that come with it, with what belongs to each.
    #[serde(default)]
    purposes: Vec<String>,
    /// What the answer itself says: a piece of a notice. It counts as said.
    #[serde(default)]
    says: toml::Table,
    /// What usually comes with it: a piece of a notice that waits for a yes.
    #[serde(default)]
    adds: toml::Table,
}

/// A place of processing that an answer can tell of all recipients at once.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Places {
    Eea,
}

/// A length with the reason for it, or that nothing is erased.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
enum Kept {
    /// As long as this, for the usual reason.
    For(Length),
    /// As long as this, for another reason: a clause.
    Because(Length, String),
    /// As long as this, for a reason that the firm has to say.
    Unexplained(Length),
    /// The firm erases nothing yet.
    Unsettled,
}

impl Kept {
    /// The same as Rust.
    fn written(&self) -> String {
        let (length, why) = match self {
            Self::For(length) => (Some(length), "Why::Usual".to_owned()),
            Self::Because(length, clause) => (Some(length), format!("Why::Clause({clause:?})")),
            Self::Unexplained(length) => (Some(length), "Why::Own".to_owned()),
            Self::Unsettled => (None, "Why::Usual".to_owned()),
        };
        let length = length.map(|Length(amount, unit)| (amount, format!("Unit::{unit:?}")));
        let length =
            length.map_or_else(|| "None".to_owned(), |(amount, unit)| format!("Some(({amount}, {unit}))"));
        format!("Some(Kept {{ length: {length}, why: {why} }})")
    }
}

/// A number and its unit: `[3, "years"]`.
#[derive(Deserialize)]
struct Length(u16, Unit);

/// The units, by the names of `notice/retention.rs`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Unit {
    Days,
    Months,
    Years,
}
