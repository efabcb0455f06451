//! Sections in the firm's own words instead of ours: what they should speak of, as far as words give it away.
//!
//! Law: GDPR 5(2) (the firm answers for what it tells), 13–14. The rules on free text judge these words too.

use crate::content::patterns;
use crate::content::rule_id;
use crate::lang::Lang;
use crate::law::Citation;
use crate::notice::path::FieldPath;
use crate::rules::Kind::{Conflict, Gap};
use crate::rules::Severity::{Hint, Warning};
use crate::rules::tables::rights::TOPICS;
use crate::rules::{Context, Rule};
use crate::section::SectionId;

pub(in crate::rules) const RULES: &[Rule] = &[
    Rule {
        id: rule_id::OWN_SECTION_UNCHECKED,
        severity: Hint,
        kind: Conflict,
        law: &[Citation::new("GDPR 5(2)")],
        anchor: &[],
        check: |c, found| {
            // What only custom asks for, the firm may tell as it likes.
            for section in replaced(c).filter(|section| !section.law().is_empty()) {
                found.at(FieldPath::replacement(section));
            }
        },
    },
    Rule {
        id: rule_id::OWN_SECTION_LACKS,
        severity: Warning,
        kind: Gap,
        law: &[Citation::new("GDPR 13(1)"), Citation::new("GDPR 13(2)")],
        anchor: &[],
        check: |c, found| {
            // In no language nothing is read.
            if c.notice.languages.is_empty() {
                return;
            }
            for section in replaced(c).filter(|section| !speaks_of_its_matter(c, *section)) {
                found.at(FieldPath::replacement(section));
            }
        },
    },
];

fn replaced(c: &Context<'_>) -> impl Iterator<Item = SectionId> {
    SectionId::ALL.into_iter().filter(|section| c.notice.is_replaced(*section))
}

/// Whether own words speak of what their section is for. Of many sections, words give nothing away: these pass.
fn speaks_of_its_matter(c: &Context<'_>, section: SectionId) -> bool {
    use SectionId as S;
    let wanted = match section {
        S::Controller | S::Contact | S::Dpo | S::Representative => return names_a_channel(c, section),
        S::Purposes => patterns::OWN_BASIS,
        S::Retention => patterns::OWN_PERIOD,
        S::Consent => patterns::OWN_WITHDRAWAL,
        S::Complaint => patterns::OWN_AUTHORITY,
        S::DirectMarketing => patterns::TOPIC_OBJECTION,
        _ => match TOPICS.iter().find(|(of, _)| *of == section) {
            Some((_, topic)) => *topic,
            None => return true,
        },
    };
    c.text.says(section, wanted)
}

/// Whether there is an e-mail address in the own words, or the digits of a phone number or a postal code.
fn names_a_channel(c: &Context<'_>, section: SectionId) -> bool {
    const POSTAL_CODE: usize = 5;
    let names =
        |text: &str| text.contains('@') || text.chars().filter(char::is_ascii_digit).count() >= POSTAL_CODE;
    c.notice
        .replacement(section)
        .is_some_and(|words| Lang::ALL.into_iter().any(|lang| names(words.get(lang))))
}

#[cfg(test)]
cases! {
    "own-section-unchecked":
        fires "the recipients in own words" at "replacements.recipients" => |n| {
            instead(n, SectionId::Recipients, "Tiedot saa tilitoimistomme.");
        };
        silent "where the law asks for nothing" => |n| instead(n, SectionId::Register, "Asiakkaat ja kannat.");
        silent "an emptied box" => |n| instead(n, SectionId::Recipients, " ");
    "own-section-lacks":
        fires "a controller without an address" at "replacements.controller" => |n| {
            instead(n, SectionId::Controller, "Esimerkki Oy");
        };
        fires "purposes without a basis" at "replacements.purposes" => |n| {
            instead(n, SectionId::Purposes, "Toimitamme tilaukset.");
        };
        fires "no period" at "replacements.retention" => |n| {
            instead(n, SectionId::Retention, "Hävitämme tiedot huolellisesti.");
        };
        fires "consent for ever" at "replacements.consent" => |n| {
            instead(n, SectionId::Consent, "Kysymme luvan uutiskirjeeseen.");
        };
        fires "no authority" at "replacements.complaint" => |n| instead(n, SectionId::Complaint, "Kerro meille, jos olet tyytymätön.");
        fires "no right" at "replacements.right-access" => |n| instead(n, SectionId::RightAccess, "Soita meille.");
        fires "in Swedish" at "replacements.complaint" => |n| {
            n.languages = vec![Lang::Sv];
            n.replacements.insert(SectionId::Complaint, Localized::only(Lang::Sv, "Ring oss."));
        };
        fires "in English" at "replacements.retention" => |n| {
            n.languages = vec![Lang::En];
            n.replacements.insert(SectionId::Retention, Localized::only(Lang::En, "We erase data with care."));
        };
        silent "a phone number" => |n| instead(n, SectionId::Controller, "Esimerkki Oy, puhelin 040 123 4567");
        silent "bases" => |n| instead(n, SectionId::Purposes, "Toimitamme tilaukset, joista olet tehnyt sopimuksen.");
        silent "a period" => |n| instead(n, SectionId::Retention, "Poistamme laskut kuuden vuoden kuluttua.");
        silent "a number" => |n| instead(n, SectionId::Retention, "Laskut: 6 vuotta.");
        silent "the authority in Swedish" => |n| {
            n.languages = vec![Lang::Sv];
            n.replacements.insert(SectionId::Complaint, Localized::only(Lang::Sv, "Klaga hos dataombudsmannen."));
        };
        silent "of a section that words do not give away" => |n| instead(n, SectionId::Sources, "Kysymme sinulta.");
}
