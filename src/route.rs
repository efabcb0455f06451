//! The routes of the app, as URLs: `#/notice/<draft>/<section>`.
//!
//! Hash routes work on any static host, from any path, and from a file. Pure; the browser side is in `ui`.

use crate::draft::is_draft_id;
use crate::section::SectionId;
use std::fmt;

/// A screen of the app, and the draft that it shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// The drafts, and a new one.
    #[default]
    Home,
    /// What the firm needs, and who it is: the start of new notices.
    New,
    /// The same for the firm of this draft.
    NewFor(String),
    /// The details of the firm of this draft.
    Firm(String),
    /// The task list of a draft.
    Tasks(String),
    /// The interview: plain questions.
    Questions(String),
    /// One section of a draft.
    Section(String, SectionId),
    /// Say yes to what is only suggested.
    Confirm(String),
    /// Check the answers, and download.
    Check(String),
}

impl Route {
    /// Reads a location hash, with or without the `#`. A hash that names no screen leads home.
    pub fn parse(hash: &str) -> Self {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let mut segments = path.split('/');
        match (segments.next(), segments.next(), segments.next(), segments.next()) {
            (Some("new"), None, ..) => Self::New,
            (Some("new"), Some(draft), None, _) if is_draft_id(draft) => Self::NewFor(draft.to_owned()),
            (Some("firm"), Some(draft), None, _) if is_draft_id(draft) => Self::Firm(draft.to_owned()),
            (Some("notice"), Some(draft), rest, None) if is_draft_id(draft) => match rest {
                None => Self::Tasks(draft.to_owned()),
                Some("confirm") => Self::Confirm(draft.to_owned()),
                Some("questions") => Self::Questions(draft.to_owned()),
                Some("check") => Self::Check(draft.to_owned()),
                // A section of a newer version is not known: the task list is the nearest screen.
                Some(section) => SectionId::from_id(section)
                    .map_or_else(|| Self::Tasks(draft.to_owned()), |id| Self::Section(draft.to_owned(), id)),
            },
            _ => Self::Home,
        }
    }

    /// The id of the draft that the screen has in hand, if it has one. The screens of a firm have all of its drafts, and none of them in
    /// hand.
    pub fn draft(&self) -> Option<&str> {
        match self {
            Self::Home | Self::New | Self::NewFor(_) | Self::Firm(_) => None,
            Self::Tasks(draft)
            | Self::Questions(draft)
            | Self::Section(draft, _)
            | Self::Confirm(draft)
            | Self::Check(draft) => Some(draft),
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("#/"),
            Self::New => f.write_str("#/new"),
            Self::NewFor(draft) => write!(f, "#/new/{draft}"),
            Self::Firm(draft) => write!(f, "#/firm/{draft}"),
            Self::Tasks(draft) => write!(f, "#/notice/{draft}"),
            Self::Questions(draft) => write!(f, "#/notice/{draft}/questions"),
            Self::Section(draft, section) => write!(f, "#/notice/{draft}/{}", section.id()),
            Self::Confirm(draft) => write!(f, "#/notice/{draft}/confirm"),
            Self::Check(draft) => write!(f, "#/notice/{draft}/check"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_has_a_url_that_leads_back_to_it() {
        let mut routes = vec![Route::Home, Route::New];
        routes.extend(
            [Route::Tasks, Route::Questions, Route::Confirm, Route::Check].map(|route| route("a1".into())),
        );
        routes.extend([Route::NewFor("a1".into()), Route::Firm("a1".into())]);
        routes.extend(SectionId::ALL.map(|section| Route::Section("a1".into(), section)));
        for route in routes {
            assert_eq!(Route::parse(&route.to_string()), route);
        }
    }

    #[test]
    fn what_is_no_route_leads_home_or_to_the_tasks() {
        for hash in [
            "",
            "#",
            "#/x",
            "#/notice",
            "#/notice//retention",
            "#/notice/<b>/date",
            "#/new/x/y",
            "#/new/<b>",
            "#/firm",
            "#/notice/a/date/x",
        ] {
            assert_eq!(Route::parse(hash), Route::Home, "{hash}");
        }
        assert_eq!(Route::parse("#/notice/a/unheard-of"), Route::Tasks("a".into()));
    }
}
