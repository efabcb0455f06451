//! A firm's file for the command line: its details, its answers to the interview, and what it confirms.
//!
//! The answers are those of the interview, by the id of the question; a question that is not asked for a kind of register is passed
//! over, so that one file serves all notices of a firm. `confirmed` names the sections whose suggestions the firm has read and says
//! are so, or is `"all"`.
//! Knows: questions, sections, JSON. Does not know: where the file is.

use super::{NoAnswer, options, questions, reply};
use crate::content::{QUESTIONS, Question, QuestionOption};
use crate::defaults::{self, Firm};
use crate::draft::Draft;
use crate::draft::answers::{Pick, UNKNOWN};
use crate::lang::Lang;
use crate::notice::date::Date;
use crate::notice::{Notice, RegisterKind, Trade};
use crate::section::SectionId;
use serde_json::{Map, Value, json};

/// What a firm's file says.
#[derive(Clone, Debug, Default)]
pub struct FirmFile {
    /// The firm's details.
    pub firm: Firm,
    /// Its answers.
    answers: Vec<Given>,
    /// The sections whose suggestions it confirms.
    confirmed: Vec<SectionId>,
}

/// An answer in a firm's file.
#[derive(Clone, Debug)]
struct Given {
    question: &'static Question,
    picks: Vec<Pick>,
    /// Whether it stands as a list, so that a path into it has an index.
    is_list: bool,
}

impl Given {
    /// The path of what stands at this place of the answer, counted from 0.
    fn path(&self, index: usize) -> String {
        pick_path(self.question.id, self.is_list.then_some(index))
    }

    /// What was chosen that is not offered to notices of this kind and trade, by its path.
    fn of_other_notice(&self, kind: RegisterKind, trade: Option<Trade>) -> Option<String> {
        let is_foreign = |pick: &Pick| {
            let is_it = |option: &&QuestionOption| pick.is(option.id);
            let option = self.question.options.iter().find(is_it);
            option.is_some_and(|option| !options(self.question, kind, trade).any(|one| one.id == option.id))
        };
        self.picks.iter().position(is_foreign).map(|index| self.path(index))
    }
}

fn pick_path(question: &str, index: Option<usize>) -> String {
    index.map_or_else(|| format!("answers.{question}"), |index| format!("answers.{question}[{index}]"))
}

/// Why a firm's file cannot be used: where, and what is wrong there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The path in the file, such as `answers.booking[1]`; empty for the file as a whole.
    pub path: String,
    /// What is wrong there.
    pub what: What,
}

/// What is wrong at a place of a firm's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// It is no JSON, or a value of another type belongs there: the parser's own words.
    Type(String),
    /// There is no question with this id.
    NoQuestion,
    /// The question offers no such option or service.
    NoOption,
    /// The option is offered, but not for this kind of register or this trade.
    OtherNotice,
    /// What was chosen cannot all be true.
    Contradictory,
    /// There is no such section.
    NoSection,
}

fn wrong(path: impl Into<String>, what: What) -> Wrong {
    Wrong { path: path.into(), what }
}

impl FirmFile {
    /// Reads a firm's file.
    ///
    /// # Errors
    /// Says where the file is wrong and how; the first place only.
    pub fn read(json: &str) -> Result<Self, Wrong> {
        let in_file = |error: serde_json::Error| wrong("", What::Type(error.to_string()));
        // Through a map, because serde would also take a list for the details, by position.
        let mut fields: Map<String, Value> =
            serde_json::from_str(json.trim_start_matches('\u{feff}')).map_err(in_file)?;
        let answers = fields.remove("answers").map_or(Ok(Vec::new()), |answers| read_answers(&answers))?;
        let confirmed =
            fields.remove("confirmed").map_or(Ok(Vec::new()), |sections| read_sections(&sections))?;
        let firm = serde_json::from_value(Value::Object(fields)).map_err(in_file)?;
        Ok(Self { firm, answers, confirmed })
    }

    /// A new draft of this firm: what the file says is answered, and the rest waits.
    ///
    /// # Errors
    /// Says where the file answers a question that is asked with an option that is not offered for this kind and trade.
    pub fn draft(
        &self,
        id: &str,
        now: &str,
        today: Date,
        kind: RegisterKind,
        trade: Option<Trade>,
        lang: Lang,
    ) -> Result<Draft, Wrong> {
        let suggested = defaults::new_notice(kind, trade);
        let mut notice = Notice { languages: vec![lang], ..suggested.clone() };
        defaults::apply(&self.firm, &mut notice);
        if notice.drawn_up.is_blank() {
            notice.drawn_up = today.into();
        }
        let origins = defaults::origins(&suggested, &notice);
        let mut draft = Draft { origins, ..Draft::new(id, now, notice) };
        // In the order of the interview: an answer may open the next question.
        for question in QUESTIONS {
            let given = self.answers.iter().find(|given| given.question.id == question.id);
            let asked = questions(kind, trade, &draft.answers).any(|asked| asked.id == question.id);
            let Some(given) = given.filter(|_| asked) else { continue };
            if let Some(path) = given.of_other_notice(kind, trade) {
                return Err(wrong(path, What::OtherNotice));
            }
            reply(&mut draft, question, given.picks.clone());
        }
        let waiting = draft.origins.told(&draft.notice).waiting.into_iter();
        draft
            .origins
            .confirm(waiting.filter(|(section, _)| self.confirmed.contains(section)).map(|(_, path)| path));
        Ok(draft)
    }

    /// The JSON Schema of a firm's file, with every question and what it offers.
    ///
    /// `lang`: the language of the questions in it.
    pub fn schema(lang: Lang) -> Value {
        let text = json!({ "type": "string" });
        let details =
            ["name", "business_id", "street", "postal_code", "city", "email", "phone", "website", "date"];
        let mut properties: Map<String, Value> =
            details.into_iter().map(|name| (name.to_owned(), text.clone())).collect();
        let contact = json!({
            "type": "object", "additionalProperties": false,
            "properties": { "name": text, "email": text, "phone": text },
        });
        properties.insert("contact".to_owned(), contact);
        let answers: Map<String, Value> =
            QUESTIONS.iter().map(|question| (question.id.to_owned(), schema_of(question, lang))).collect();
        properties.insert(
            "answers".to_owned(),
            json!({ "type": "object", "additionalProperties": false, "properties": answers }),
        );
        let sections = SectionId::ALL.map(SectionId::id).to_vec();
        let confirmed =
            json!({ "anyOf": [{ "const": ALL }, { "type": "array", "items": { "enum": sections } }] });
        properties.insert("confirmed".to_owned(), confirmed);
        json!({
            "$schema": "https://json-schema.org/draft/2020-12/schema", "title": "FirmFile",
            "type": "object", "additionalProperties": false, "properties": properties,
        })
    }
}

/// What `confirmed` says for every section.
const ALL: &str = "all";

fn schema_of(question: &'static Question, lang: Lang) -> Value {
    let prefix = format!("{}.", question.id);
    let options =
        question.options.iter().map(|option| option.id.strip_prefix(prefix.as_str()).unwrap_or(option.id));
    let services = super::services(question).map(|vendor| vendor.id);
    let ids: Vec<_> = options.chain(services).chain([UNKNOWN]).collect();
    let mut picks = vec![json!({ "enum": ids })];
    if question.own.is_some() {
        picks.push(json!({
            "type": "object", "additionalProperties": false, "required": ["name"],
            "properties": { "name": { "type": "string" } },
        }));
    }
    let one = json!({ "anyOf": picks });
    json!({ "description": question.text.get(lang), "anyOf": [one, { "type": "array", "items": one }] })
}

fn read_answers(answers: &Value) -> Result<Vec<Given>, Wrong> {
    let expected = |path: &str, what: &str| wrong(path, What::Type(format!("expected {what}")));
    let answers = answers.as_object().ok_or_else(|| expected("answers", "an object"))?;
    let mut read = Vec::new();
    for (id, value) in answers {
        let listed = value.as_array();
        let is_list = listed.is_some();
        let values = listed.map_or_else(|| vec![value], |values| values.iter().collect());
        let at = |index: usize| pick_path(id, is_list.then_some(index));
        let mut picks = Vec::new();
        for (index, value) in values.into_iter().enumerate() {
            let name =
                value.as_object().filter(|fields| fields.len() == 1).and_then(|fields| fields.get("name"));
            picks.push(match (value.as_str(), name.and_then(Value::as_str)) {
                (Some(id), _) => Pick::id(id),
                (None, Some(name)) => Pick::own(name),
                (None, None) => {
                    return Err(expected(&at(index), "the name of an option or a service, or {\"name\": …}"));
                }
            });
        }
        match super::read(id, &picks) {
            Ok((question, picks)) => read.push(Given { question, picks, is_list }),
            Err(NoAnswer::NoQuestion) => return Err(wrong(pick_path(id, None), What::NoQuestion)),
            Err(NoAnswer::Contradictory) => return Err(wrong(pick_path(id, None), What::Contradictory)),
            Err(NoAnswer::NoOption(index)) => return Err(wrong(at(index), What::NoOption)),
        }
    }
    Ok(read)
}

fn read_sections(sections: &Value) -> Result<Vec<SectionId>, Wrong> {
    if sections == ALL {
        return Ok(SectionId::ALL.to_vec());
    }
    let not_a_list = || wrong("confirmed", What::Type(format!("expected \"{ALL}\" or a list of sections")));
    let sections = sections.as_array().ok_or_else(not_a_list)?;
    let read = sections.iter().enumerate().map(|(index, section)| {
        let found = section.as_str().and_then(SectionId::from_id);
        found.ok_or_else(|| wrong(format!("confirmed[{index}]"), What::NoSection))
    });
    read.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(json: &str) -> Wrong {
        FirmFile::read(json).unwrap_err()
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        assert_eq!(refused(r#"{"answers": {"shoes": "no"}}"#), wrong("answers.shoes", What::NoQuestion));
        let service = r#"{"answers": {"booking": ["timma", "timmaa"]}}"#;
        assert_eq!(refused(service), wrong("answers.booking[1]", What::NoOption));
        assert_eq!(
            refused(r#"{"answers": {"dpo": ["no", "yes"]}}"#),
            wrong("answers.dpo", What::Contradictory)
        );
        assert_eq!(refused(r#"{"answers": {"dpo": 7}}"#).path, "answers.dpo");
        assert_eq!(refused(r#"{"answers": []}"#).path, "answers");
        assert_eq!(
            refused(r#"{"confirmed": ["purposes", "shoes"]}"#),
            wrong("confirmed[1]", What::NoSection)
        );
        assert!(matches!(refused("[]").what, What::Type(_)));
        assert!(matches!(refused(r#"{"nmae": "x"}"#).what, What::Type(_)));
    }

    /// One file serves all notices of a firm, so what does not belong to this one is told when it is made.
    #[test]
    fn an_option_of_another_notice_is_named_with_its_place() {
        use RegisterKind::{Bookings, Customers, Employees, Web};
        let made = |json: &str, kind, trade| {
            let file = FirmFile::read(json).unwrap();
            let today = Date::parse("2026-11-21").unwrap();
            file.draft("a", "2026-11-21T12:00:00Z", today, kind, trade, Lang::default()).map(|_| ())
        };
        let foreign = |path: &str| Err(wrong(path, What::OtherNotice));
        let listed = r#"{"answers": {"web-pages": "shop", "payment": ["transfer", "cash"]}}"#;
        assert_eq!(made(listed, Web, None), foreign("answers.payment[1]"));
        assert_eq!(made(listed, Customers, None), Ok(()));
        assert_eq!(made(listed, Employees, None), Ok(()), "a question that is not asked is passed over");
        let alone = r#"{"answers": {"notes": "skin"}}"#;
        assert_eq!(made(alone, Bookings, None), foreign("answers.notes"), "of another trade");
        assert_eq!(made(alone, Bookings, Some(Trade::Hairdresser)), Ok(()));
        assert_eq!(made(r#"{"answers": {"notes": "unknown"}}"#, Bookings, None), Ok(()));
    }

    #[test]
    fn the_schema_names_every_question() {
        let schema = FirmFile::schema(Lang::default());
        for question in QUESTIONS {
            assert!(schema.pointer(&format!("/properties/answers/properties/{}", question.id)).is_some());
        }
    }
}
