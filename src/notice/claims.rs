//! The claims that Seloste never makes for a firm: they start unanswered, whatever is usual for its kind and trade.
//!
//! A wrong guess here would be a false statement in a published notice: where data is processed, which cookies are set, that
//! nobody is profiled, how paper is locked away. What is usual stays a proposal that a screen may offer once the firm says yes.
//! Law: GDPR 5(1)(a), 13–14. Knows: the fields. Does not know: screens, or what is usual.

use super::Notice;
use super::answer::Answer;
use super::automated::AutomatedDecisions;

/// Takes the claims that are never guessed out of a notice that was made of guided defaults.
pub fn withhold(notice: &mut Notice) {
    let Notice {
        clients,
        dpo,
        joint_controllers,
        children,
        special_categories,
        identity_code,
        disclosures,
        cookies,
        automated_decisions,
        security_manual,
        security_electronic,
        recipients,
        ..
    } = notice;
    *clients = Answer::Unanswered;
    *dpo = Answer::Unanswered;
    *joint_controllers = Answer::Unanswered;
    *children = Answer::Unanswered;
    *special_categories = Answer::Unanswered;
    *identity_code = Answer::Unanswered;
    *disclosures = Answer::Unanswered;
    *cookies = Answer::Unanswered;
    *automated_decisions = AutomatedDecisions::default();
    security_manual.clear();
    security_electronic.clear();
    for recipient in recipients {
        recipient.location = Answer::Unanswered;
    }
}
