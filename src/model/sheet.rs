//! The printed forms of a page.

use super::Kind;
use crate::choice;

choice! {
    /// A printed form of a page.
    pub enum SheetFormat {
        /// A4, in full.
        A4 = "a4",
        /// 18 points and more, one column.
        LargePrint = "large-print" | "gros-caractères",
        /// A5 pages imposed on A4.
        Booklet = "booklet" | "livret",
        /// A4 folded in three.
        Leaflet = "leaflet" | "dépliant",
        /// A poster with tear-off tabs, A4.
        Poster = "poster" | "affiche",
        /// The same on A3.
        PosterA3 = "poster-a3" | "affiche-a3",
        /// A5, two on an A4.
        Tract = "tract",
        /// Two languages side by side, A4: a translation beside the site's own language.
        Bilingual = "bilingual" | "bilingue",
        /// A whole section.
        Binder = "binder" | "classeur",
    }
}

/// What a format is, besides its name.
pub struct Facts {
    /// Its template in the theme.
    pub template: &'static str,
    /// The kinds of pages that it prints; none for a format of whole sections.
    pub kinds: &'static [Kind],
    /// Whether its pages are printed two on an A4: there is then a copy to read and a copy to print.
    pub is_imposed: bool,
    /// The format with the same content that is never too small; `None` for one that has all the paper it
    /// needs.
    pub roomier: Option<SheetFormat>,
}

impl SheetFormat {
    /// What the format is.
    pub fn facts(self) -> &'static Facts {
        match self {
            Self::A4 => &Facts {
                template: "sheets/a4.typ",
                kinds: &[
                    Kind::Guide,
                    Kind::Article,
                    Kind::Organization,
                    Kind::Page,
                    Kind::Legal,
                ],
                is_imposed: false,
                roomier: None,
            },
            Self::LargePrint => &Facts {
                template: "sheets/large-print.typ",
                kinds: &[
                    Kind::Guide,
                    Kind::Article,
                    Kind::Organization,
                    Kind::Page,
                    Kind::Legal,
                ],
                is_imposed: false,
                roomier: None,
            },
            Self::Booklet => &Facts {
                template: "sheets/booklet.typ",
                kinds: &[Kind::Guide, Kind::Article, Kind::Page, Kind::Legal],
                is_imposed: true,
                roomier: None,
            },
            Self::Leaflet => &Facts {
                template: "sheets/leaflet.typ",
                kinds: &[Kind::Guide],
                is_imposed: false,
                roomier: Some(Self::A4),
            },
            Self::Poster => &Facts {
                template: "sheets/poster.typ",
                kinds: &[Kind::Guide, Kind::Organization],
                is_imposed: false,
                roomier: Some(Self::A4),
            },
            Self::PosterA3 => &Facts {
                template: "sheets/poster.typ",
                kinds: &[Kind::Guide, Kind::Organization],
                is_imposed: false,
                roomier: Some(Self::A4),
            },
            Self::Tract => &Facts {
                template: "sheets/tract.typ",
                kinds: &[Kind::Guide, Kind::Article],
                is_imposed: true,
                roomier: Some(Self::A4),
            },
            Self::Bilingual => &Facts {
                template: "sheets/bilingual.typ",
                kinds: &[Kind::Guide, Kind::Article, Kind::Page, Kind::Legal],
                is_imposed: false,
                roomier: None,
            },
            Self::Binder => &Facts {
                template: "sheets/binder.typ",
                kinds: &[],
                is_imposed: false,
                roomier: None,
            },
        }
    }

    /// Every format, in the order in which they are listed.
    pub fn all() -> impl Iterator<Item = Self> {
        let mut last = None;
        let formats = Self::NAMES.iter().map(|(_, format)| *format);
        formats.filter(move |format| last.replace(*format) != Some(*format))
    }
}
