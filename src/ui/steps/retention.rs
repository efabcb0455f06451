//! Shows: one row per kind of data, with guided periods; and how data is protected.
//! Writes: `retention`, `security_manual`, `security_electronic`.

use crate::content::choices::length;
use crate::content::{choice, field, ui};
use crate::notice::answer::Answer;
use crate::notice::retention::{Fixed, Period, Retention, Unit, Until};
use crate::ui::erased::dynamic_view;
use crate::ui::fields::{
    NumberField, OptionField, Rows, StatementField, StatementsField, Summary, summary, variants,
};
use crate::ui::i18n::lang;
use crate::ui::lens::{Lens, lens, part};
use leptos::prelude::*;

/// How long.
pub fn retention() -> AnyView {
    view! {
        <Rows
            lens=lens!(retention)
            path="retention"
            words=&field::RETENTION
            add=ui::RETENTION_ADD
            summary=in_one_line
            form=one_row
        />
    }
    .into_any()
}

fn in_one_line(row: &Retention) -> Summary {
    let period = match row.period.yes() {
        Some(Period::Fixed(Fixed { amount: Some(amount), unit, .. })) => length(*amount, *unit, lang()),
        Some(Period::Until(until)) => summary(&until.criterion),
        _ => String::new(),
    };
    (summary(&row.what), period)
}

fn one_row(path: String, lens: Lens<Retention>) -> AnyView {
    view! {
        <StatementField
            lens=part!(lens, what)
            path=format!("{path}.what")
            words=&field::RETENTION_WHAT
            group="retention-what"
        />
        {period(&path, &part!(lens, period))}
        <StatementField
            lens=part!(lens, ground)
            path=format!("{path}.ground")
            words=&field::RETENTION_GROUND
            group="retention-ground"
        />
    }
    .into_any()
}

/// A length from a start, or the criterion that decides the end.
fn period(path: &str, lens: &Lens<Answer<Period>>) -> AnyView {
    let (radios, chosen) = variants(
        format!("{path}.period"),
        &field::RETENTION_PERIOD,
        lens,
        vec![
            (&choice::PERIOD_FIXED, || Period::Fixed(Fixed::default())),
            (&choice::PERIOD_UNTIL, || Period::Until(Until::default())),
        ],
        |period| usize::from(matches!(period, Period::Until(_))),
    );
    let fixed = lens.yes().then(
        |period| if let Period::Fixed(fixed) = period { Some(fixed) } else { None },
        |period| if let Period::Fixed(fixed) = period { Some(fixed) } else { None },
    );
    let until = lens.yes().then(
        |period| if let Period::Until(until) = period { Some(until) } else { None },
        |period| if let Period::Until(until) = period { Some(until) } else { None },
    );
    let path = path.to_owned();
    view! {
        {radios}
        {dynamic_view(move || match chosen.get() {
            Some(0) => Some(fixed_fields(&path, &fixed)),
            Some(1) => Some(until_field(&path, &until)),
            _ => None,
        })}
    }
    .into_any()
}

fn fixed_fields(path: &str, lens: &Lens<Fixed>) -> AnyView {
    view! {
        <div class="conditional">
            <div class="field-pair">
                <NumberField
                    lens=part!(lens, amount)
                    path=format!("{path}.period.amount")
                    words=&field::RETENTION_PERIOD_AMOUNT
                />
                <OptionField
                    lens=part!(lens, unit)
                    path=format!("{path}.period.unit")
                    words=&field::RETENTION_PERIOD_UNIT
                    options=&Unit::ALL
                />
            </div>
            <StatementField
                lens=part!(lens, start)
                path=format!("{path}.period.start")
                words=&field::RETENTION_PERIOD_START
                group="start"
            />
        </div>
    }
    .into_any()
}

fn until_field(path: &str, lens: &Lens<Until>) -> AnyView {
    view! {
        <div class="conditional">
            <StatementField
                lens=part!(lens, criterion)
                path=format!("{path}.period.criterion")
                words=&field::RETENTION_PERIOD_CRITERION
                group="until"
            />
        </div>
    }
    .into_any()
}

/// Protection of paper.
pub fn security_manual() -> AnyView {
    view! {
        <StatementsField
            lens=lens!(security_manual)
            path="security-manual"
            words=&field::SECURITY_MANUAL
            group="security-manual"
        />
    }
    .into_any()
}

/// Protection of systems.
pub fn security_electronic() -> AnyView {
    view! {
        <StatementsField
            lens=lens!(security_electronic)
            path="security-electronic"
            words=&field::SECURITY_ELECTRONIC
            group="security-electronic"
        />
    }
    .into_any()
}
