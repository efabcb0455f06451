//! The fields that steps are made of. Each reads and writes through a lens and shows its findings.
//!
//! An element's id is the field's path, so that a finding's link leads to it.

mod answer;
mod choice;
mod country;
mod frame;
mod instead;
mod label;
mod languages;
mod list;
mod number;
mod own;
mod rows;
mod statement;
mod text;
mod variant;

pub use answer::AnswerField;
pub use choice::{ChoiceField, OptionField, radio_buttons};
pub use country::CountryField;
pub use frame::{Fieldset, are_shown, hint, hint_id};
pub use instead::ReplaceableForm;
pub use label::label;
pub use languages::LanguagesField;
pub use list::StatementsField;
pub use number::NumberField;
pub use own::{OwnField, lang_name};
pub use rows::{Rows, Summary};
pub use statement::{StatementField, own_path, summary};
pub use text::{Input, TextField};
pub use variant::variants;
