//! What own words instead of our text of a section silence: findings about answers that no reader sees.
//!
//! The firm answers itself for a section that it wrote: nothing asks it to fill in the form behind it. Secret numbers are told of
//! wherever they stand, because the draft is passed on whole.
//! Knows: which rules ask for what another section prints. Does not know: what any of them looks for.

use super::{Finding, Kind};
use crate::content::rule_id;
use crate::notice::Notice;
use crate::notice::path::FieldPath;
use crate::section::SectionId::{self, self as S};

/// Whether a field is not printed because own words stand in its stead. Some answers of such a section may still be printed by another
/// one; their words are short, and are not judged then.
pub(super) fn is_unprinted(notice: &Notice, field: FieldPath) -> bool {
    let replaced = field.section().filter(|section| notice.is_replaced(*section));
    replaced.is_some_and(|section| field.replaces().is_none() && !is_printed_elsewhere(section))
}

/// Sections whose answers stand in the title, the header and under the rights too.
const fn is_printed_elsewhere(section: SectionId) -> bool {
    matches!(section, S::Register | S::Controller | S::Contact)
}

/// Whether a finding is about answers that nobody reads.
pub(super) fn is_moot(notice: &Notice, finding: &Finding) -> bool {
    const SECRETS: [&str; 4] = [
        rule_id::IDENTITY_CODE_IN_TEXT.as_str(),
        rule_id::IDENTITY_CODE_SUSPECTED.as_str(),
        rule_id::CARD_NUMBER_IN_TEXT.as_str(),
        rule_id::IBAN_IN_TEXT.as_str(),
    ];
    let (rule, field) = (finding.rule.id.as_str(), finding.field);
    // They stand on the screen of the register's name, and are about the notice as a whole.
    let of_notice = ["kind", "trade", "clients", "languages"].contains(&field.part());
    if field.replaces().is_some() || of_notice || SECRETS.contains(&rule) {
        return false;
    }
    let in_printed_answers = finding.rule.kind == Kind::Conflict && field.added_to().is_none();
    if in_printed_answers && is_printed_elsewhere(finding.section) {
        return false;
    }
    if rule == rule_id::DATA_CATEGORIES_EMPTY.as_str() {
        // Two views of one answer: either will do.
        return [S::DataCategories, S::DataContent].into_iter().any(|section| notice.is_replaced(section));
    }
    let printed_in: &[SectionId] = match finding.rule.id {
        rule_id::BASIS_WITHOUT_INTEREST => &[S::LegitimateInterests],
        rule_id::CONSENT_WITHOUT_WITHDRAWAL => &[S::Consent],
        rule_id::TRANSFER_WITHOUT_SAFEGUARD => &[S::Transfers],
        rule_id::TRANSFER_WITHOUT_COUNTRY | rule_id::RECIPIENT_LOCATION_UNANSWERED => {
            &[S::Recipients, S::Transfers]
        }
        _ => &[finding.section],
    };
    printed_in.iter().all(|section| notice.is_replaced(*section))
}
