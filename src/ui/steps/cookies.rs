//! Shows: cookies, profiling and automated decisions. Writes: `cookies`, `automated_decisions`.

use crate::content::{field, ui};
use crate::notice::cookies::{Cookie, CookieKind};
use crate::ui::fields::{AnswerField, ChoiceField, OwnField, Rows, StatementField, TextField};
use crate::ui::lens::{Lens, lens, part};
use leptos::prelude::*;

/// Cookies, one a row, and the consent tool.
pub fn cookies() -> AnyView {
    let lens = lens!(cookies);
    let cookies = lens.yes();
    view! {
        <AnswerField lens=lens path="cookies" words=&field::COOKIES>
            <Rows
                lens=part!(cookies, rows)
                path="cookies.rows"
                words=&field::COOKIES_ROWS
                add=ui::COOKIE_ADD
                summary=|cookie: &Cookie| (cookie.name.trim().to_owned(), cookie.party.trim().to_owned())
                form=one_cookie
            />
            {consent_tool(&cookies)}
        </AnswerField>
    }
    .into_any()
}

fn consent_tool(cookies: &Lens<crate::notice::cookies::Cookies>) -> AnyView {
    let tool = part!(cookies, consent_tool);
    let how = tool.yes();
    view! {
        <AnswerField lens=tool path="cookies.consent-tool" words=&field::COOKIES_CONSENT_TOOL>
            <StatementField
                lens=how.clone()
                path="cookies.consent-tool.how"
                words=&field::COOKIES_CONSENT_HOW
                group="consent-tool"
            />
        </AnswerField>
    }
    .into_any()
}

fn one_cookie(path: String, lens: Lens<Cookie>) -> AnyView {
    view! {
        <TextField lens=part!(lens, name) path=format!("{path}.name") words=&field::COOKIES_ROWS_NAME/>
        <OwnField lens=part!(lens, purpose) path=format!("{path}.purpose") words=&field::COOKIES_ROWS_PURPOSE lines=2/>
        <ChoiceField
            lens=part!(lens, kind)
            path=format!("{path}.kind")
            words=&field::COOKIES_ROWS_KIND
            options=&CookieKind::ALL
        />
        <OwnField lens=part!(lens, lifetime) path=format!("{path}.lifetime") words=&field::COOKIES_ROWS_LIFETIME lines=1/>
        <TextField lens=part!(lens, party) path=format!("{path}.party") words=&field::COOKIES_ROWS_PARTY/>
    }
    .into_any()
}

/// Profiling, and decisions by machine alone.
pub fn automated_decisions() -> AnyView {
    let (profiling, decisions) = (lens!(automated_decisions.profiling), lens!(automated_decisions.decisions));
    let (how, decision) = (profiling.yes(), decisions.yes());
    view! {
        <AnswerField lens=profiling path="automated-decisions.profiling" words=&field::AUTOMATED_DECISIONS_PROFILING>
            <OwnField lens=part!(how, how) path="automated-decisions.profiling.how" words=&field::AUTOMATED_DECISIONS_PROFILING_HOW/>
        </AnswerField>
        <AnswerField lens=decisions path="automated-decisions.decisions" words=&field::AUTOMATED_DECISIONS_DECISIONS>
            <OwnField lens=part!(decision, logic) path="automated-decisions.decisions.logic" words=&field::AUTOMATED_DECISIONS_DECISIONS_LOGIC/>
            <OwnField lens=part!(decision, effect) path="automated-decisions.decisions.effect" words=&field::AUTOMATED_DECISIONS_DECISIONS_EFFECT/>
        </AnswerField>
    }
    .into_any()
}
