//! The first layer: who, why, which rights, and where the full notice is, on one page for the counter.
//!
//! Law: GDPR 12(1) (concise and easily accessible), 13; the Board's guidelines on transparency (WP 260) ask the first
//! layer for the controller, the purposes and the rights. 21(4): the right to object is set apart from the rest.

use super::phrasing::{Phrasing, filled, run, website};
use super::rights::channel_line;
use super::{firm, heading, title_with};
use crate::content::{self, Clause, clause};
use crate::document::{Block, Document, Inline, Section};
use crate::lang::Lang;
use crate::law::Citation;
use crate::law::facts::AUTHORITY;
use crate::notice::Notice;
use crate::notice::purpose::BasisKind;
use crate::section::SectionId;

/// The first layer of a notice. What does not fit on one page, an exporter leaves to the full notice.
pub fn first_layer(notice: &Notice, lang: Lang) -> Document {
    let phrasing = Phrasing::new(lang);
    let title = title_with(notice, phrasing, &clause::SHORT_TITLE, &clause::SHORT_TITLE_ALONE);
    // Where the firm's own words replace a section of the full notice, they stand here too instead of ours.
    let own = |id: SectionId| notice.replacement(id).map(|words| phrasing.own_words(words));
    let ours_or_own = |id: SectionId, ours: fn(&Notice, Phrasing) -> Vec<Block>| {
        own(id).unwrap_or_else(|| ours(notice, phrasing))
    };
    let controller = ours_or_own(SectionId::Controller, firm::controller);
    let what_for = ours_or_own(SectionId::Purposes, purposes);
    let authority = ours_or_own(SectionId::Complaint, |_, phrasing| complaint(phrasing));
    let sections = [
        titled(SectionId::Controller, None, controller, phrasing),
        titled(SectionId::Purposes, Some(&clause::SHORT_PURPOSES), what_for, phrasing),
        titled(SectionId::ExercisingRights, Some(&clause::SHORT_RIGHTS), rights(notice, phrasing), phrasing),
        titled(SectionId::RightObjection, None, objection(notice, phrasing), phrasing),
        titled(SectionId::Complaint, None, authority, phrasing),
        titled(SectionId::Register, Some(&clause::SHORT_FULL), full(notice, phrasing), phrasing),
    ];
    Document { sections: sections.into_iter().flatten().collect(), ..heading(notice, title, phrasing) }
}

/// A section under its own title or a shorter one; `None` when it has nothing to say.
fn titled(id: SectionId, title: Option<&Clause>, blocks: Vec<Block>, phrasing: Phrasing) -> Option<Section> {
    let law: Vec<Citation> = match id {
        SectionId::Register => Vec::new(),
        _ => id.law().to_vec(),
    };
    let title =
        title.map_or_else(|| phrasing.text(content::section(id).title), |title| phrasing.clause(title));
    let (title, law) = (title.to_owned(), phrasing.citations(&law));
    (!blocks.is_empty()).then_some(Section { id, tells: Vec::new(), title, law, blocks })
}

fn purposes(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let purposes = notice.purposes.iter().map(|purpose| phrasing.statement(&purpose.what));
    let mut purposes: Vec<_> = purposes.filter(|what| !what.is_empty()).collect();
    match purposes.len() {
        0 => Vec::new(),
        1 => purposes.pop().map(Block::Para).into_iter().collect(),
        _ => vec![Block::List(purposes)],
    }
}

/// The rights in short. A right that the firm tells in its own words is left to the full notice, and so is how to use the rights.
fn rights(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    use SectionId as S;
    let consent = notice.has_basis(BasisKind::Consent);
    let portability = consent || notice.has_basis(BasisKind::Contract);
    let rights = [
        (S::RightAccess, true, &clause::SHORT_ACCESS),
        (S::RightRectification, true, &clause::SHORT_RECTIFICATION),
        (S::RightErasure, true, &clause::SHORT_ERASURE),
        (S::RightRestriction, true, &clause::SHORT_RESTRICTION),
        (S::RightPortability, portability, &clause::SHORT_PORTABILITY),
        (S::Consent, consent, &clause::SHORT_WITHDRAWAL),
    ];
    let ours = |(id, applies, _): &(S, bool, _)| *applies && !notice.is_replaced(*id);
    let rights = rights.into_iter().filter(ours).map(|(_, _, right)| run(phrasing.clause(right)));
    let mut blocks = phrasing.led_list(&clause::SHORT_LEAD, rights.collect());
    if ![S::Controller, S::Contact, S::ExercisingRights].into_iter().any(|id| notice.is_replaced(id)) {
        blocks.extend(channel_line(&clause::EXERCISING_CHANNELS, notice, phrasing));
    }
    blocks
}

/// The rights to object, in a box. The two sections that tell them in full may be in the firm's own words.
fn objection(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let rights = [
        (SectionId::RightObjection, notice.rests_on_interest(), &clause::SHORT_OBJECTION),
        (SectionId::DirectMarketing, notice.is_marketing(), &clause::SHORT_MARKETING),
    ];
    let told = rights.into_iter().flat_map(|(id, applies, right)| match notice.replacement(id) {
        Some(words) => phrasing.own_words(words),
        None => applies.then(|| phrasing.para(right)).into_iter().collect(),
    });
    let told: Vec<Block> = told.collect();
    if told.is_empty() { told } else { vec![Block::Box(told)] }
}

fn complaint(phrasing: Phrasing) -> Vec<Block> {
    let authority = AUTHORITY.fact;
    let mut name = run(authority.name.get(phrasing.lang));
    name.push(Inline::Text(", ".to_owned()));
    name.extend(website(authority.web.get(phrasing.lang)));
    vec![Block::Para(filled(phrasing.clause(&clause::SHORT_COMPLAINT), "{authority}", name))]
}

/// Where the full notice is: on the firm's pages, or at the firm.
fn full(notice: &Notice, phrasing: Phrasing) -> Vec<Block> {
    let address = website(&notice.controller.website);
    if address.is_empty() {
        return vec![phrasing.para(&clause::SHORT_FULL_ASK)];
    }
    let code = address.iter().find_map(|inline| match inline {
        Inline::Link { text, href } => Some(Block::Code {
            text: href.clone(),
            alt: format!("{} {text}", phrasing.clause(&clause::SHORT_CODE)),
        }),
        _ => None,
    });
    let where_to_read = Block::Para(filled(phrasing.clause(&clause::SHORT_FULL_AT), "{place}", address));
    std::iter::once(where_to_read).chain(code).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::defaults;
    use crate::document::plain;
    use crate::notice::RegisterKind;

    fn customers(website: &str) -> Notice {
        let mut notice = defaults::notice(RegisterKind::Customers, None);
        website.clone_into(&mut notice.controller.website);
        notice
    }

    fn last(notice: &Notice, lang: Lang) -> Vec<Block> {
        first_layer(notice, lang).sections.pop().unwrap().blocks
    }

    #[test]
    fn it_says_who_why_and_which_rights() {
        for lang in Lang::ALL {
            let layer = first_layer(&customers("www.yritys.example"), lang);
            let ids: Vec<_> = layer.sections.iter().map(|section| section.id).collect();
            for id in [SectionId::Purposes, SectionId::ExercisingRights, SectionId::Complaint] {
                assert!(ids.contains(&id), "{lang:?} {id:?}");
            }
            assert!(layer.sections.iter().all(|section| !section.title.is_empty()));
        }
    }

    #[test]
    fn the_code_leads_where_the_words_do() {
        let blocks = last(&customers("www.yritys.example/tietosuoja"), Lang::Fi);
        assert!(matches!(&blocks[1], Block::Code { text, alt }
            if text == "https://www.yritys.example/tietosuoja" && alt.ends_with("www.yritys.example/tietosuoja")));
    }

    #[test]
    fn without_an_address_the_firm_is_asked() {
        assert!(
            matches!(last(&customers(" "), Lang::En).as_slice(), [Block::Para(text)] if plain(text).ends_with("Ask us for it."))
        );
        let typed = last(&customers("ilmoitustaulu, aula"), Lang::Fi);
        assert!(
            matches!(typed.as_slice(), [Block::Para(text)] if plain(text).ends_with("ilmoitustaulu, aula"))
        );
    }

    #[test]
    fn the_right_to_object_stands_apart() {
        let layer = first_layer(&customers(""), Lang::Sv);
        let objection =
            layer.sections.iter().find(|section| section.id == SectionId::RightObjection).unwrap();
        assert!(matches!(objection.blocks.as_slice(), [Block::Box(_)]));
    }
}
