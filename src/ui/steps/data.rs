//! Shows: whose data, which, and from where. Writes: `data_subjects`, `data_categories`, `data_content`,
//! `special_categories`, `identity_code`, `sources`.

use crate::content::choices::Worded;
use crate::content::{field, ui};
use crate::notice::data::{Origin, Source};
use crate::ui::fields::{AnswerField, OptionField, Rows, StatementField, StatementsField, summary};
use crate::ui::i18n::t;
use crate::ui::lens::{Lens, lens, part};
use leptos::prelude::*;

/// Whose data.
pub fn data_subjects() -> AnyView {
    view! {
        <StatementsField lens=lens!(data_subjects) path="data-subjects" words=&field::DATA_SUBJECTS group="subjects"/>
    }
    .into_any()
}

/// Kinds of data.
pub fn data_categories() -> AnyView {
    view! {
        <StatementsField
            lens=lens!(data_categories)
            path="data-categories"
            words=&field::DATA_CATEGORIES
            group="category"
        />
    }
    .into_any()
}

/// The data, item by item.
pub fn data_content() -> AnyView {
    view! { <StatementsField lens=lens!(data_content) path="data-content" words=&field::DATA_CONTENT group="data"/> }
        .into_any()
}

/// Special categories.
pub fn special_categories() -> AnyView {
    let lens = lens!(special_categories);
    let special = lens.yes();
    view! {
        <AnswerField lens=lens path="special-categories" words=&field::SPECIAL_CATEGORIES>
            <StatementsField
                lens=part!(special, data)
                path="special-categories.data"
                words=&field::SPECIAL_CATEGORIES_DATA
                group="special"
            />
            <StatementField
                lens=part!(special, ground)
                path="special-categories.ground"
                words=&field::SPECIAL_CATEGORIES_GROUND
                group="special-ground"
            />
        </AnswerField>
    }
    .into_any()
}

/// The personal identity code.
pub fn identity_code() -> AnyView {
    let lens = lens!(identity_code);
    let code = lens.yes();
    view! {
        <AnswerField lens=lens path="identity-code" words=&field::IDENTITY_CODE>
            <StatementField
                lens=part!(code, ground)
                path="identity-code.ground"
                words=&field::IDENTITY_CODE_GROUND
                group="identity-ground"
            />
        </AnswerField>
    }
    .into_any()
}

/// Where the data comes from.
pub fn sources() -> AnyView {
    view! {
        <Rows
            lens=lens!(sources)
            path="sources"
            words=&field::SOURCES
            add=ui::SOURCE_ADD
            summary=|source: &Source| (summary(&source.what), t(source.origin.words().label).to_owned())
            form=one_source
        />
    }
    .into_any()
}

fn one_source(path: String, lens: Lens<Source>) -> AnyView {
    view! {
        <StatementField lens=part!(lens, what) path=format!("{path}.what") words=&field::SOURCES_WHAT group="source"/>
        <OptionField
            lens=part!(lens, origin)
            path=format!("{path}.origin")
            words=&field::SOURCES_ORIGIN
            options=&Origin::ALL
        />
    }
    .into_any()
}
