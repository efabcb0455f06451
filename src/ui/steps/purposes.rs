//! Shows: why data is used, on what basis, and what follows. Writes: `purposes`, `provision`, `children`.

use crate::content::choices::Worded;
use crate::content::{field, ui};
use crate::defaults;
use crate::notice::Notice;
use crate::notice::answer::Answer;
use crate::notice::data::Requirement;
use crate::notice::purpose::{BasisKind, LegalBasis, Purpose, Topic};
use crate::notice::statement::Statement;
use crate::section::SectionId;
use crate::ui::composed::ComposedText;
use crate::ui::erased::dynamic_view;
use crate::ui::fields::{
    AnswerField, ChoiceField, OptionField, OwnField, Rows, StatementField, Summary, summary, variants,
};
use crate::ui::i18n::t;
use crate::ui::lens::{Lens, lens, part};
use crate::ui::state::{App, use_app};
use leptos::prelude::*;

/// The purposes, each with its basis.
pub fn purposes() -> AnyView {
    view! {
        <Rows
            lens=lens!(purposes)
            path="purposes"
            words=&field::PURPOSES
            add=ui::PURPOSE_ADD
            summary=in_one_line
            form=one_purpose
        />
    }
    .into_any()
}

fn in_one_line(purpose: &Purpose) -> Summary {
    let basis = purpose.basis.yes().map(|basis| t(basis.kind().words().label));
    (summary(&purpose.what), basis.unwrap_or_default().to_owned())
}

fn one_purpose(path: String, lens: Lens<Purpose>) -> AnyView {
    let app = use_app();
    let topic = part!(lens, topic);
    let choose = {
        let lens = lens.clone();
        Callback::new(move |clause: String| choose(app, &lens, &clause))
    };
    view! {
        <StatementField
            lens=part!(lens, what)
            path=format!("{path}.what")
            words=&field::PURPOSES_WHAT
            group="purpose"
            on_clause=choose
        />
        <OptionField lens=topic path=format!("{path}.topic") words=&field::PURPOSES_TOPIC options=&Topic::ALL/>
        {basis(&path, &part!(lens, basis))}
    }
    .into_any()
}

/// Makes the row a purpose of the catalogue, with what that usually needs: its topic and basis in the row; its data, retention and
/// recipients beside those that the notice has already.
fn choose(app: App, lens: &Lens<Purpose>, clause: &str) {
    let Some(offer) = defaults::purpose(clause) else { return };
    let Some(usual) = offer.notice().purposes.pop() else { return };
    let (origin, rest) = (offer.origin(), offer.without_purposes());
    // One change, so that undo gives back the purpose that stood there, with its topic and its basis.
    let rewrite_row = |notice: &mut Notice| {
        if let Some(purpose) = lens.of_mut(notice) {
            purpose.what = usual.what;
            purpose.topic = usual.topic;
            purpose.basis = usual.basis;
        }
    };
    let change = |notice: &mut Notice| rest.accept_after(notice, rewrite_row);
    app.change_with_undo(&origin, change, t(ui::PURPOSE_BROUGHT));
}

/// The basis, and below it what the chosen one needs.
fn basis(path: &str, lens: &Lens<Answer<LegalBasis>>) -> AnyView {
    let (radios, kind) = variants(
        format!("{path}.basis"),
        &field::PURPOSES_BASIS,
        lens,
        vec![
            (BasisKind::Consent.words(), || BasisKind::Consent.blank()),
            (BasisKind::Contract.words(), || BasisKind::Contract.blank()),
            (BasisKind::LegalObligation.words(), || BasisKind::LegalObligation.blank()),
            (BasisKind::VitalInterests.words(), || BasisKind::VitalInterests.blank()),
            (BasisKind::PublicTask.words(), || BasisKind::PublicTask.blank()),
            (BasisKind::LegitimateInterests.words(), || BasisKind::LegitimateInterests.blank()),
        ],
        |basis| basis.kind() as usize,
    );
    let detail = lens.yes().then(LegalBasis::detail, LegalBasis::detail_mut);
    let row = path.to_owned();
    view! {
        {radios}
        {dynamic_view(move || {
            let kind = kind.get().and_then(|place| BasisKind::ALL.get(place).copied());
            kind.and_then(|kind| basis_detail(kind, detail.clone(), format!("{row}.{}", kind.detail_column())))
        })}
    }
    .into_any()
}

fn basis_detail(kind: BasisKind, lens: Lens<Statement>, path: String) -> Option<AnyView> {
    let (words, group) = match kind {
        BasisKind::Consent => (&field::PURPOSES_BASIS_HOW, "withdrawal"),
        BasisKind::LegalObligation => (&field::PURPOSES_BASIS_LAW, "statute"),
        BasisKind::PublicTask => (&field::PURPOSES_BASIS_TASK, "statute"),
        BasisKind::LegitimateInterests => (&field::PURPOSES_BASIS_INTEREST, "interest"),
        BasisKind::Contract | BasisKind::VitalInterests => return None,
    };
    let field = view! { <StatementField lens=lens path=path words=words group=group/> };
    Some(view! { <div class="conditional">{field}</div> }.into_any())
}

/// The interests are composed from the purposes: shown here, changed there.
pub fn legitimate_interests() -> AnyView {
    view! { <ComposedText section=SectionId::LegitimateInterests from=SectionId::Purposes/> }.into_any()
}

/// Consent is composed from the purposes: shown here, changed there.
pub fn consent() -> AnyView {
    view! { <ComposedText section=SectionId::Consent from=SectionId::Purposes/> }.into_any()
}

/// Must the data be given?
pub fn provision() -> AnyView {
    view! {
        <ChoiceField
            lens=lens!(provision.requirement)
            path="provision.requirement"
            words=&field::PROVISION_REQUIREMENT
            options=&Requirement::ALL
        />
        <StatementField
            lens=lens!(provision.consequence)
            path="provision.consequence"
            words=&field::PROVISION_CONSEQUENCE
            group="consequence"
        />
    }
    .into_any()
}

/// Children.
pub fn children() -> AnyView {
    let lens = lens!(children);
    let how = lens.yes();
    view! {
        <AnswerField lens=lens path="children" words=&field::CHILDREN>
            <OwnField lens=part!(how, how) path="children.how" words=&field::CHILDREN_HOW/>
        </AnswerField>
    }
    .into_any()
}
