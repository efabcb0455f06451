//! Joint controllers that come with a service, beside those that a notice has already.
//!
//! Law: GDPR 26(2); CJEU C-40/17. Other answers of a notice stay as they are when something is added to it. This one grows: a notice
//! with two pixels has two joint controllers, and one that denies them would be wrong.

use crate::lang::Lang;
use crate::notice::Notice;
use crate::notice::answer::Answer;
use crate::notice::contact::JointControllers;

/// Adds what a service says of its joint controller, once.
pub(super) fn join(notice: &mut Notice, new: &JointControllers) {
    match notice.joint_controllers.yes_mut() {
        Some(joint) => join_parties(joint, new),
        None => notice.joint_controllers = Answer::Yes(new.clone()),
    }
}

/// Adds joint controllers with their arrangement to others, each once.
pub(super) fn join_parties(joint: &mut JointControllers, new: &JointControllers) {
    append(&mut joint.parties, &new.parties, "; ");
    for lang in Lang::ALL {
        append(joint.arrangement.get_mut(lang), new.arrangement.get(lang), " ");
    }
}

fn append(text: &mut String, more: &str, between: &str) {
    if text.trim().is_empty() {
        more.clone_into(text);
    } else if !text.contains(more) {
        text.push_str(between);
        text.push_str(more);
    }
}
