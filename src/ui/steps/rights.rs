//! Shows: people's rights. Most are composed from the answers, so there is little to ask.
//! Writes: `direct_marketing`, `other_rights`, `ombudsperson`, `changes`.

use crate::content::field;
use crate::section::SectionId;
use crate::ui::composed::ComposedText;
use crate::ui::fields::{Fieldset, StatementsField, TextField};
use crate::ui::lens::lens;
use crate::ui::state::use_app;
use leptos::prelude::*;

/// A section that is composed from other answers: the text as it will be published.
pub fn composed(section: SectionId) -> AnyView {
    let from = match section {
        SectionId::ExercisingRights | SectionId::DirectMarketing => SectionId::Contact,
        // The authority's details are ours; nobody answers for them.
        SectionId::Complaint => section,
        _ => SectionId::Purposes,
    };
    view! { <ComposedText section=section from=from/> }.into_any()
}

/// How direct marketing is sent, and how to say no.
pub fn direct_marketing() -> AnyView {
    view! {
        <StatementsField
            lens=lens!(direct_marketing)
            path="direct-marketing"
            words=&field::DIRECT_MARKETING
            group="marketing"
        />
        {composed(SectionId::DirectMarketing)}
    }
    .into_any()
}

/// Other rights; of care also who helps with them.
pub fn other_rights() -> AnyView {
    let is_care = use_app().draft.with_untracked(|draft| draft.notice.is_care());
    view! {
        <StatementsField lens=lens!(other_rights) path="other-rights" words=&field::OTHER_RIGHTS group="other-right"/>
        {is_care.then(|| {
            view! {
                <Fieldset path="ombudsperson" words=&field::OMBUDSPERSON>
                    <TextField lens=lens!(ombudsperson.name) path="ombudsperson.name" words=&field::OMBUDSPERSON_NAME/>
                    <TextField lens=lens!(ombudsperson.phone) path="ombudsperson.phone" words=&field::PERSON_PHONE/>
                    <TextField lens=lens!(ombudsperson.email) path="ombudsperson.email" words=&field::PERSON_EMAIL/>
                    <TextField lens=lens!(ombudsperson.address) path="ombudsperson.address" words=&field::OMBUDSPERSON_ADDRESS/>
                </Fieldset>
            }
        })}
    }
    .into_any()
}

/// How changes are told.
pub fn changes() -> AnyView {
    view! { <StatementsField lens=lens!(changes) path="changes" words=&field::CHANGES group="change"/> }
        .into_any()
}
