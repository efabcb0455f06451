//! People who are followed on the web: over the sites of others, or by what is guessed about them from their visits.
//!
//! Law: SVPL 205 § and GDPR 6(1)(a) (consent first), 13(2)(f), 21(2) (it is profiling). Read from the firm's own words; which cookies
//! need consent is in `cookies`.

use crate::content::patterns;
use crate::content::rule_id;
use crate::law::Citation;
use crate::rules::Kind::Conflict;
use crate::rules::Severity::Blocking;
use crate::rules::passages::Hit;
use crate::rules::{Context, Rule};
use crate::section::{SectionId, Task};

pub(in crate::rules) const RULES: &[Rule] = &[Rule {
    id: rule_id::TRACKING_UNTOLD,
    severity: Blocking,
    kind: Conflict,
    law: &[Citation::new("SVPL 205 §"), Citation::new("GDPR 6(1)(a)"), Citation::new("GDPR 13(2)(f)")],
    anchor: &["Automated Decision-Making"],
    check: |c, found| {
        if is_consent_told(c) && is_profiling_told(c) {
            return;
        }
        let denied = c.text.sentences(patterns::TRACKING_DENIED);
        let elsewhere = |hit: &Hit<'_>| !matches!(hit.passage.section.task(), Task::Firm | Task::Rights);
        let hits = c.text.hits(patterns::TRACKING).filter(elsewhere);
        found.hits(hits.filter(|hit| !hit.is_in(&denied)));
    },
}];

/// Whether the notice says how the site asks for consent, in an answer or in the firm's own words.
fn is_consent_told(c: &Context<'_>) -> bool {
    let tool = c.notice.cookies.yes().and_then(|cookies| cookies.consent_tool.yes());
    let sections = [SectionId::Cookies, SectionId::Consent];
    tool.is_some_and(|how| !how.is_blank())
        || sections.into_iter().any(|section| c.text.says(section, patterns::ASKS_CONSENT))
}

/// Whether the notice says that there is profiling, in an answer or in the firm's own words.
fn is_profiling_told(c: &Context<'_>) -> bool {
    let section = SectionId::AutomatedDecisions;
    c.notice.automated_decisions.profiling.is_yes() || c.text.says(section, patterns::PROFILING)
}

#[cfg(test)]
cases! {
    "tracking-untold":
        fires "on the sites of others" at "additions.sources" => |n| {
            add(n, SectionId::Sources, "Saamme tietoja siitä, mitä teet kumppaneidemme sivustoilla.");
        };
        fires "what people do on the web" at "additions.purposes" => |n| {
            add(n, SectionId::Purposes, "Seuraamme asiakkaiden käyttäytymistä verkossa.");
        };
        fires "age and interests from visits" at "additions.cookies" => |n| {
            add(n, SectionId::Cookies, "Työkalu päättelee kävijän iän, sukupuolen ja kiinnostuksen kohteet.");
        };
        fires "asked for, and no profiling told" at "additions.sources" => |n| {
            cookies(n).consent_tool = Answer::Yes(said("evästepalkki"));
            add(n, SectionId::Sources, "Seuraamme, mitä teet muilla sivustoilla.");
        };
        fires "in Swedish" at "additions.sources" => |n| {
            say_at(n, SectionId::Sources, Lang::Sv, "Vi följer vad du gör på andra webbplatser.");
        };
        fires "in English" at "additions.sources" => |n| {
            say_at(n, SectionId::Sources, Lang::En, "We learn about your activity on other websites.");
        };
        silent "asked for, and told as profiling" => |n| {
            cookies(n).consent_tool = Answer::Yes(said("evästepalkki"));
            n.automated_decisions.profiling = Answer::Yes(Profiling { how: own("Näytämme mainoksia sen mukaan, missä käyt.") });
            add(n, SectionId::Sources, "Seuraamme, mitä teet muilla sivustoilla.");
        };
        silent "not done" => |n| add(n, SectionId::Cookies, "Emme seuraa sinua muilla sivustoilla.");
        silent "not ours to answer for" => |n| add(n, SectionId::Cookies, "Emme vastaa siitä, mitä muilla sivustoilla tehdään.");
        silent "the terms of others" => |n| add(n, SectionId::Cookies, "Muilla sivustoilla sovelletaan niiden omia ehtoja.");
        silent "booked there by the person" => |n| add(n, SectionId::Sources, "Saamme tiedot, kun varaat ajan kumppaneidemme sivustoilla.");
        silent "the terms of others, in Swedish" => |n| {
            say_at(n, SectionId::Cookies, Lang::Sv, "På andra webbplatser tillämpas deras egna villkor.");
        };
        silent "the terms of others, in English" => |n| {
            say_at(n, SectionId::Cookies, Lang::En, "Other websites have their own privacy policy.");
        };
        silent "orders from our own pages" => |n| add(n, SectionId::Sources, "Saamme tiedot, kun tilaat verkkosivuiltamme.");
        silent "not done, in Swedish" => |n| {
            say_at(n, SectionId::Cookies, Lang::Sv, "Vi följer dig inte på andra webbplatser.");
        };
        silent "not done, in English" => |n| {
            say_at(n, SectionId::Cookies, Lang::En, "We do not track you on other websites.");
        };
}
