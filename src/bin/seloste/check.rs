//! `seloste check`: the findings, as text for people or as JSON for scripts.

use crate::clock::Now;
use crate::failure::Failure;
use crate::files;
use crate::lang_arg;
use clap::ValueEnum;
use seloste::content::{self, fill, ui};
use seloste::evidence::FindingJson;
use seloste::lang::{Lang, TAGS};
use seloste::rules::{self, Finding, Report, Severity};
use seloste::section::SectionId;
use seloste::session::beside;
use serde::{Serialize, Serializer};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

/// List what a draft lacks.
#[derive(clap::Args)]
pub struct Args {
    /// The draft: JSON, or an HTML or PDF notice that Seloste made; `-` reads stdin.
    draft: PathBuf,
    /// How to list the findings.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The language of the messages.
    #[arg(long, value_parser = lang_arg(), default_value = TAGS[0])]
    pub lang: Lang,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// Runs the command.
pub fn run(args: &Args) -> Result<ExitCode, Failure> {
    let draft = files::draft(&args.draft)?;
    let report = rules::check_with(&draft.notice, Now::read().date(), &beside(&draft));
    let written = match args.format {
        Format::Text => text(&report, args.lang),
        Format::Json => json(&report, args.lang).map_err(|error| Failure::Internal(error.to_string()))?,
    };
    files::print(&written)?;
    Ok(if report.publishable() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

#[derive(Serialize)]
struct Printed<'a> {
    findings: Vec<FindingJson<'a>>,
    dismissed: Vec<FindingJson<'a>>,
    #[serde(serialize_with = "statuses")]
    sections: &'a Report,
    completeness: u8,
}

/// Each section's status, in the order of the sections.
fn statuses<S: Serializer>(report: &Report, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(SectionId::ALL.map(|section| (section.id(), report.section(section).status.id())))
}

fn json(report: &Report, lang: Lang) -> Result<String, serde_json::Error> {
    let printed = Printed {
        findings: report.findings.iter().map(|finding| FindingJson::of(finding, lang)).collect(),
        dismissed: report.dismissed.iter().map(|set| FindingJson::set_aside(set, lang)).collect(),
        sections: report,
        completeness: report.completeness,
    };
    serde_json::to_string_pretty(&printed).map(|json| json + "\n")
}

/// What a rule says, and what it advises.
fn message_and_advice(finding: &Finding, lang: Lang) -> (&'static str, &'static str) {
    content::rule(finding.rule.id).map_or(("", ""), |texts| (texts.message.get(lang), texts.advice.get(lang)))
}

/// The findings section by section; a rule that fires at several fields of a section is told once.
fn text(report: &Report, lang: Lang) -> String {
    let mut out = String::new();
    let same = |a: &Finding, b: &Finding| a.section == b.section && a.rule == b.rule;
    let mut section = None;
    for findings in report.findings.chunk_by(same) {
        let Some(first) = findings.first() else { continue };
        if section.replace(first.section) != Some(first.section) {
            let title = content::section(first.section).title.get(lang);
            put(&mut out, format_args!("{title} [{}]\n", first.section.id()));
        }
        let (message, advice) = message_and_advice(first, lang);
        let severity = match first.rule.severity {
            Severity::Blocking => ui::CLI_BLOCKING,
            Severity::Warning => ui::CLI_WARNING,
            Severity::Hint => ui::CLI_HINT,
        };
        put(&mut out, format_args!("  {} {}: {message}\n", severity.get(lang), first.rule.id));
        for finding in findings {
            let evidence = Some(&finding.evidence).filter(|evidence| !evidence.is_empty());
            let evidence = evidence.map(|evidence| format!(" ”{evidence}”")).unwrap_or_default();
            put(&mut out, format_args!("    {}{evidence}\n", finding.field));
        }
        put(&mut out, format_args!("    → {advice}\n"));
        if !first.rule.law.is_empty() {
            let law: Vec<_> = first.rule.law.iter().map(|law| law.display(lang)).collect();
            put(&mut out, format_args!("    {}\n", law.join("; ")));
        }
    }
    if !report.dismissed.is_empty() {
        put(&mut out, format_args!("{}\n", ui::FOUND_DISMISSED.get(lang)));
        for set in &report.dismissed {
            let (rule, field) = (set.finding.rule.id, &set.finding.field);
            put(&mut out, format_args!("  {rule} {field}: {} ({})\n", set.reason, set.on));
        }
    }
    let counts = Severity::ALL.map(|severity| report.count(severity).to_string());
    let [blocking, warnings, hints] = counts.each_ref().map(String::as_str);
    let percent = report.completeness.to_string();
    let waiting: Vec<_> = report.waiting_sections().map(SectionId::id).collect();
    if !waiting.is_empty() {
        put(&mut out, format_args!("{}: {}\n", ui::CLI_WAITING.get(lang), waiting.join(", ")));
    }
    let waiting = waiting.len().to_string();
    let values = [
        ("blocking", blocking),
        ("warnings", warnings),
        ("hints", hints),
        ("n", &waiting),
        ("percent", &percent),
    ];
    out.push_str(&fill(ui::CLI_SUMMARY.get(lang), &values));
    out.push('\n');
    out
}

/// Writing into a string cannot fail.
fn put(out: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(text);
}
