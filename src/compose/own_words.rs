//! The firm's own words as blocks of a document, and a section of ours as words that the firm can go on from.
//!
//! A blank line begins a new paragraph, and a single line break stays one. Lines that begin with "-", "–", "•" or "*" are a list, and so
//! are lines that are numbered 1, 2, 3: one alone could be a date ("1. tammikuuta").
//! Knows: lines. Does not know: what they say.

use super::phrasing::Phrasing;
use super::section_of;
use crate::document::{Block, Inline, plain};
use crate::lang::Localized;
use crate::notice::Notice;
use crate::section::SectionId;

/// What a line begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marker {
    Bullet,
    Number(u32),
}

impl Marker {
    /// Whether an item with this marker goes on a list whose last item has the marker `last`.
    fn continues(self, last: Self) -> bool {
        match (last, self) {
            (Self::Bullet, Self::Bullet) => true,
            (Self::Number(last), Self::Number(this)) => last.checked_add(1) == Some(this),
            _ => false,
        }
    }
}

/// What is being read.
enum Open {
    Nothing,
    Para(String),
    List(Marker, Vec<String>),
}

impl Phrasing {
    /// The firm's own words as paragraphs and lists; in another language, marked as such, where this one has none.
    pub(super) fn own_words(self, text: &Localized<String>) -> Vec<Block> {
        let Some(inline) = self.local(text).pop() else { return Vec::new() };
        let run = |text: String| {
            vec![match &inline {
                Inline::Lang { lang, .. } => Inline::Lang { lang: *lang, text },
                _ => Inline::Text(text),
            }]
        };
        let block = |open| match open {
            Open::Nothing => None,
            Open::Para(text) => Some(Block::Para(run(text))),
            Open::List(_, items) => Some(Block::List(items.into_iter().map(run).collect())),
        };
        read(inline.text()).into_iter().filter_map(block).collect()
    }
}

fn read(text: &str) -> Vec<Open> {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let mut done = Vec::new();
    let mut open = Open::Nothing;
    // Whether a blank line stands before this one.
    let mut apart = true;
    for (index, line) in lines.iter().enumerate() {
        let text = line.trim_start();
        if text.is_empty() {
            apart = true;
            continue;
        }
        let rest = lines.get(index + 1..).unwrap_or_default();
        open = match (open, item(text)) {
            (Open::List(last, mut items), Some((marker, text))) if marker.continues(last) => {
                items.push(text.to_owned());
                Open::List(marker, items)
            }
            (before, Some((marker, text))) if begins_list(marker, rest) => {
                done.push(before);
                Open::List(marker, vec![text.to_owned()])
            }
            // An indented line goes on the item above it.
            (Open::List(marker, mut items), None) if !apart && text.len() < line.len() => {
                items.last_mut().into_iter().for_each(|item| append(item, text));
                Open::List(marker, items)
            }
            (Open::Para(mut para), _) if !apart => {
                append(&mut para, line);
                Open::Para(para)
            }
            (before, _) => {
                done.push(before);
                Open::Para((*line).to_owned())
            }
        };
        apart = false;
    }
    done.push(open);
    done
}

fn append(text: &mut String, line: &str) {
    text.push('\n');
    text.push_str(line);
}

/// The marker of a line, and the text after it; `None` where there is no marker or no text.
fn item(line: &str) -> Option<(Marker, &str)> {
    let spaced = |rest: &str| rest.starts_with(char::is_whitespace);
    let (marker, rest) = if let Some(rest) = line.strip_prefix('•') {
        (Marker::Bullet, rest)
    } else if let Some(rest) = line.strip_prefix(['-', '–', '*']).filter(|rest| spaced(rest)) {
        (Marker::Bullet, rest)
    } else {
        let (number, rest) = line.split_once(['.', ')'])?;
        let written = number.parse::<u32>().ok().filter(|parsed| parsed.to_string() == number)?;
        (Marker::Number(written), Some(rest).filter(|rest| spaced(rest))?)
    };
    let text = rest.trim();
    (!text.is_empty()).then_some((marker, text))
}

/// Whether an item begins a list: every bullet does, and a 1 that a 2 follows.
fn begins_list(marker: Marker, rest: &[&str]) -> bool {
    let markers = rest.iter().filter_map(|line| item(line.trim_start())).map(|(marker, _)| marker);
    match marker {
        Marker::Bullet => true,
        Marker::Number(1) => {
            markers.into_iter().find(|marker| *marker != Marker::Bullet) == Some(Marker::Number(2))
        }
        Marker::Number(_) => false,
    }
}

/// Our text of a section in each language in which the notice is published, as the firm would have typed it: what somebody starts from
/// who wants to say it in their own words. The texts of those languages must be loaded.
pub fn as_own_words(notice: &Notice, section: SectionId) -> Localized<String> {
    let mut words = Localized::default();
    for lang in notice.languages.iter().copied() {
        let composed = section_of(notice, section, lang);
        *words.get_mut(lang) = composed.map(|section| as_typed(&section.blocks)).unwrap_or_default();
    }
    words
}

/// The text of some blocks, as the firm would have typed it.
pub fn as_typed(blocks: &[Block]) -> String {
    let blocks: Vec<String> = blocks.iter().map(typed_block).filter(|text| !text.is_empty()).collect();
    blocks.join("\n\n")
}

fn typed_block(block: &Block) -> String {
    let item = |text: String| format!("- {}", text.replace('\n', " "));
    let lines: Vec<String> = match block {
        Block::Heading(run) | Block::Para(run) => vec![plain(run)],
        Block::List(items) => items.iter().map(|run| item(plain(run))).collect(),
        Block::DefinitionList(terms) => {
            let line = |(term, value): &(Vec<Inline>, Vec<Inline>)| {
                format!("{}: {}", plain(term).trim_end_matches(':'), plain(value))
            };
            terms.iter().map(line).collect()
        }
        Block::Table(table) => {
            // Each row as an item: its first cell, then the others under their heads.
            let row = |row: &Vec<Vec<Inline>>| {
                let mut cells = table.head.iter().zip(row).map(|(head, cell)| (head, plain(cell)));
                let first = cells.next().map(|(_, cell)| cell).unwrap_or_default();
                let others = cells.filter(|(_, cell)| !cell.is_empty());
                let others: Vec<_> = others.map(|(head, cell)| format!("{head}: {cell}")).collect();
                let both = [first, others.join("; ")];
                item(both.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" – "))
            };
            table.rows.iter().map(row).collect()
        }
        Block::Box(blocks) => vec![as_typed(blocks)],
        Block::Code { text, .. } => vec![text.clone()],
    };
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compose::compose;
    use crate::defaults;
    use crate::lang::Lang;
    use crate::notice::RegisterKind;
    use crate::notice::layout::Layout;
    use proptest::prelude::*;

    /// A paragraph as its text, a list as its items.
    fn shown(text: &str) -> Vec<Vec<String>> {
        let blocks = Phrasing::new(Lang::Fi).own_words(&Localized::only(Lang::Fi, text));
        let show = |block| match block {
            Block::Para(run) => vec![plain(&run)],
            Block::List(items) => items.iter().map(|item| format!("• {}", plain(item))).collect(),
            other => panic!("{other:?}"),
        };
        blocks.into_iter().map(show).collect()
    }

    #[test]
    fn lines_with_markers_are_lists() {
        let list = [["• nimi", "• puhelin"].map(str::to_owned).to_vec()];
        for text in [
            "- nimi\n- puhelin",
            "• nimi\n•\tpuhelin",
            "* nimi\n\n* puhelin",
            "– nimi\n– puhelin",
            " 1. nimi\n 2. puhelin",
            "1) nimi\n2) puhelin",
        ] {
            assert_eq!(shown(text), list, "{text}");
        }
        assert_eq!(
            shown("Keräämme:\n- nimi\n- puhelin\n  ja tekstiviestit\nSaamme ne sinulta."),
            [vec!["Keräämme:"], vec!["• nimi", "• puhelin\nja tekstiviestit"], vec!["Saamme ne sinulta."]]
        );
    }

    #[test]
    fn what_only_looks_like_a_marker_stays_text() {
        for text in
            ["1. tammikuuta alkaen", "-5 astetta", "-", "2. luku\n3. luku", "1.11.2026 alkaen", "*tähti*"]
        {
            assert_eq!(shown(text), [[text.to_owned()]], "{text}");
        }
    }

    #[test]
    fn our_own_text_can_be_gone_on_from() {
        let mut notice = defaults::notice(RegisterKind::Customers, None);
        notice.languages = Lang::ALL.into();
        for section in SectionId::ALL {
            let words = as_own_words(&notice, section);
            for lang in Lang::ALL {
                let composed = section_of(&notice, section, lang);
                assert_eq!(composed.is_some(), !words.is_blank_in(lang), "{section:?} {lang:?}");
            }
        }
        let retention = as_own_words(&notice, SectionId::Retention);
        assert!(retention.fi.lines().all(|line| line.starts_with("- ")), "{}", retention.fi);
    }

    proptest! {
        /// All that the firm wrote in a section that it replaced is printed, and nothing else, under our title.
        #[test]
        fn a_replaced_section_prints_its_own_words_alone(
            mut notice: Notice,
            section: SectionId,
            lines in proptest::collection::vec("( {0,2}([-•*–]|[1-3][.)]) ?)?[a-zäö ,.]{0,12}", 1..9),
        ) {
            let text = lines.join("\n");
            prop_assume!(!text.trim().is_empty());
            notice.layout = Layout::Register;
            notice.replacements.insert(section, Localized::only(Lang::Fi, text.clone()));
            notice.additions.insert(section, Localized::only(Lang::Fi, "Lisäys"));
            let document = compose(&notice, Lang::Fi);
            let printed = document.section(section).unwrap();
            prop_assert_eq!(&printed.blocks, &Phrasing::new(Lang::Fi).own_words(&notice.replacements[&section]));
            let bare = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
            prop_assert_eq!(bare(&as_typed(&printed.blocks)), bare(&text));
            prop_assert!(!printed.title.is_empty());
        }
    }
}
