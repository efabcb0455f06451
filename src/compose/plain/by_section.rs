//! What the plain notice tells, arranged by the sections of the wizard: so the evidence report finds each thing where it looks for it in
//! the register table.
//!
//! Only the arrangement and the heads are the register's. The words are those of the plain notice, and a test holds that each stands there.

use super::situations;
use super::{Part, SLOTS, parties, rights};
use crate::compose::phrasing::{Phrasing, Run};
use crate::compose::{firm, purposes, recipients, retention, told};
use crate::content::{self, clause};
use crate::document::{Block, Section, Table};
use crate::notice::Notice;
use crate::section::SectionId::{self, self as S};

/// Each section that the plain notice tells.
pub(super) fn sections(notice: &Notice, phrasing: Phrasing) -> Vec<Section> {
    let parts = SLOTS.iter().flat_map(|slot| slot.parts).copied();
    let told = parts.filter_map(|(id, ours)| {
        let blocks = told(notice, id, phrasing, || ours_by_section(id, ours, notice, phrasing));
        let title = phrasing.text(content::section(id).title).to_owned();
        (!blocks.is_empty()).then(|| Section { id, tells: Vec::new(), title, law: String::new(), blocks })
    });
    told.collect()
}

fn ours_by_section(id: SectionId, ours: Part, notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let in_table = !notice.is_replaced(S::Purposes);
    match id {
        S::Controller => firm::controller(notice, phrasing),
        S::Dpo => firm::dpo(notice, phrasing),
        S::JointControllers => firm::joint_controllers(notice, phrasing),
        S::Representative => firm::representative(notice, phrasing),
        S::Purposes => {
            let [situation, basis, _] = situations::columns(notice, phrasing);
            two_columns([clause::LABEL_PURPOSE.text, clause::LABEL_BASIS.text], situation, basis, phrasing)
        }
        S::LegitimateInterests if in_table => situations::named_interests(notice, phrasing),
        S::DataCategories if in_table => {
            let [_, _, data] = situations::columns(notice, phrasing);
            let data: Vec<Run> = data.into_iter().filter(|cell| !cell.is_empty()).collect();
            let mut blocks = if data.is_empty() { Vec::new() } else { vec![Block::List(data)] };
            blocks.extend(situations::data_beside(notice, phrasing));
            blocks
        }
        S::Retention if in_table => retention::retention(notice, phrasing),
        S::Recipients => parties::all_recipients(notice, phrasing),
        S::Transfers => recipients::transfers(notice, phrasing),
        S::Consent => purposes::consent(notice, phrasing),
        _ => match rights::item(id, notice) {
            Some(right) => vec![phrasing.para(right)],
            None => ours(notice, phrasing),
        },
    }
}

/// Two columns of the table of situations.
fn two_columns(heads: [content::Text; 2], one: Vec<Run>, other: Vec<Run>, phrasing: Phrasing) -> Vec<Block> {
    let rows: Vec<_> = one.into_iter().zip(other).map(|(one, other)| vec![one, other]).collect();
    let heads = heads.map(|head| phrasing.text(head).to_owned()).to_vec();
    if rows.is_empty() { Vec::new() } else { vec![Block::Table(Table::new(heads, rows))] }
}
