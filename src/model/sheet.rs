//! The printed forms of a page.

use serde_json::{Value as Json, json};
use tinystr::TinyAsciiStr;

use super::Kind;
use super::choice::{shown_name, shown_names, unknown_value};
use super::decoder::Decoder;
use super::record::{ChoiceNames, Decode, FieldInput};
use crate::spelling::{find, fold_key};
use crate::yaml::Node;

/// What a format is, besides its name.
pub struct FormatFacts {
    /// Its template in the theme.
    pub template: &'static str,
    /// The kinds of pages that it prints; none for a format of whole sections.
    pub kinds: &'static [Kind],
    /// How its pages are printed two on an A4, if they are: there is then a copy to read and a copy to print.
    pub imposition: Option<Imposition>,
    /// Whether it shows a translation beside its original: the sheet is then that of the translation, and begins
    /// with the site's own language, which the person who hands it out reads.
    pub is_bilingual: bool,
    /// The format with the same content that is never too small; `None` for one that has all the paper it
    /// needs.
    pub roomier: Option<SheetFormat>,
}

/// What becomes of an A4 on which two pages are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Imposition {
    /// It is folded: its pages are in the order of a booklet.
    Fold,
    /// It is cut in two: each page is there twice.
    Cut,
}

/// Declares the formats: `Format = "name" | "alias" { facts }`.
macro_rules! formats {
    ($( $(#[$attribute:meta])+ $Format:ident = $name:literal $(| $alias:literal)* { $($facts:tt)* } ),* $(,)?) => {
        /// A printed form of a page.
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum SheetFormat {
            $( $(#[$attribute])+ $Format, )*
            /// One of the site's own: a template in the folder `sheets` of its theme.
            Own(OwnFormat),
        }

        impl SheetFormat {
            /// The formats of the built-in theme, in the order in which they are listed.
            pub const BUILT_IN: &'static [Self] = &[ $( Self::$Format ),* ];

            /// Every name of a built-in format, English before French, with its format.
            pub const NAMES: &'static [(&'static str, Self)] = &[
                $( ($name, Self::$Format), $( ($alias, Self::$Format), )* )*
            ];

            /// The English name, or that of the site's own template.
            pub fn name(&self) -> &str {
                match self {
                    $( Self::$Format => $name, )*
                    Self::Own(own) => own.0.as_str(),
                }
            }

            /// What the format is.
            pub fn facts(self) -> &'static FormatFacts {
                match self {
                    $( Self::$Format => &FormatFacts { $($facts)* }, )*
                    Self::Own(_) => &OWN,
                }
            }
        }
    };
}

formats! {
    /// A4, in full.
    #[default]
    A4 = "a4" {
        template: "sheets/a4.typ",
        kinds: &[
            Kind::Guide,
            Kind::Article,
            Kind::Organization,
            Kind::Page,
            Kind::Legal,
        ],
        imposition: None,
        is_bilingual: false,
        roomier: None,
    },
    /// A4, one column: text of 18 points; the foot of each page, the numbers of steps, superscripts and subscripts are smaller.
    LargePrint = "large-print" | "gros-caractères" {
        template: "sheets/large-print.typ",
        kinds: &[
            Kind::Guide,
            Kind::Article,
            Kind::Organization,
            Kind::Page,
            Kind::Legal,
        ],
        imposition: None,
        is_bilingual: false,
        roomier: None,
    },
    /// A5 pages imposed on A4.
    Booklet = "booklet" | "livret" {
        template: "sheets/booklet.typ",
        kinds: &[Kind::Guide, Kind::Article, Kind::Page, Kind::Legal],
        imposition: Some(Imposition::Fold),
        is_bilingual: false,
        roomier: None,
    },
    /// A4 folded in three.
    Leaflet = "leaflet" | "dépliant" {
        template: "sheets/leaflet.typ",
        kinds: &[Kind::Guide],
        imposition: None,
        is_bilingual: false,
        roomier: Some(SheetFormat::A4),
    },
    /// A poster with tear-off tabs, A4.
    Poster = "poster" | "affiche" {
        template: "sheets/poster.typ",
        kinds: &[Kind::Guide, Kind::Organization],
        imposition: None,
        is_bilingual: false,
        roomier: Some(SheetFormat::A4),
    },
    /// A poster with tear-off tabs, A3.
    PosterA3 = "poster-a3" | "affiche-a3" {
        template: "sheets/poster.typ",
        kinds: &[Kind::Guide, Kind::Organization],
        imposition: None,
        is_bilingual: false,
        roomier: Some(SheetFormat::A4),
    },
    /// A5, two on an A4.
    Tract = "tract" {
        template: "sheets/tract.typ",
        kinds: &[Kind::Guide, Kind::Article],
        imposition: Some(Imposition::Cut),
        is_bilingual: false,
        roomier: Some(SheetFormat::A4),
    },
    /// Two languages side by side, A4: a translation beside the site's own language.
    Bilingual = "bilingual" | "bilingue" {
        template: "sheets/bilingual.typ",
        kinds: &[Kind::Guide, Kind::Article, Kind::Page, Kind::Legal],
        imposition: None,
        is_bilingual: true,
        roomier: None,
    },
    /// A whole section.
    Binder = "binder" | "classeur" {
        template: "sheets/binder.typ",
        kinds: &[],
        imposition: None,
        is_bilingual: false,
        roomier: None,
    },
}

/// The name of a site's own format: at most 32 small letters, digits and hyphens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OwnFormat(TinyAsciiStr<32>);

/// A site's own format prints a page of any kind. What is too long for it is printed on an A4.
const OWN: FormatFacts = FormatFacts {
    template: "",
    kinds: &[
        Kind::Guide,
        Kind::Article,
        Kind::Organization,
        Kind::Page,
        Kind::Legal,
    ],
    imposition: None,
    is_bilingual: false,
    roomier: Some(SheetFormat::A4),
};

impl SheetFormat {
    /// The built-in format of a name, in English or French, with or without accents.
    pub fn parse(text: &str) -> Option<Self> {
        find(Self::NAMES, text)
    }

    /// The format of a site's own that would have this name, in whatever spelling; `None` if no template can have
    /// it.
    pub fn own(name: &str) -> Option<Self> {
        let name = fold_key(name).replace('_', "-");
        let is_sound = name
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        let name = TinyAsciiStr::try_from_str(&name).ok()?;
        (is_sound && !name.is_empty()).then_some(Self::Own(OwnFormat(name)))
    }

    /// For each built-in format, the name that an editor of this language writes.
    pub fn shown_names(french: bool) -> Vec<&'static str> {
        shown_names(Self::NAMES, french)
    }

    /// The name that an editor of this language writes.
    pub fn shown(&self, french: bool) -> &str {
        match self {
            Self::Own(_) => self.name(),
            built_in => shown_name(Self::NAMES, *built_in, french),
        }
    }

    /// The path of its template in the theme.
    pub fn template(self) -> String {
        match self {
            Self::Own(_) => format!("sheets/{}.typ", self.name()),
            built_in => built_in.facts().template.to_owned(),
        }
    }
}

/// Whether the theme has a format of the site's own is known once the site is assembled: until then, any name that
/// a template can have is one.
impl Decode for SheetFormat {
    const INPUT: FieldInput = FieldInput::Choice;

    const IS_WORD: bool = true;
    const CHOICES: Option<ChoiceNames> = Some(|french| shown_names(Self::NAMES, french));

    fn decode(node: &Node, decoder: &mut Decoder) -> Option<Self> {
        let written = decoder.text(node, "text")?;
        let format = Self::parse(written).or_else(|| Self::own(written));
        if format.is_none() {
            let location = decoder.location(node);
            let found = unknown_value(Self::NAMES, &[], written, decoder.french, location);
            decoder.report(found);
        }
        format
    }

    fn schema() -> Json {
        let names: Vec<&str> = Self::NAMES.iter().map(|(name, _)| *name).collect();
        json!({ "anyOf": [{ "enum": names }, { "type": "string", "pattern": "^[a-z0-9-]{1,32}$" }] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_format_is_listed_once_under_the_name_that_editors_write() {
        let [english, french] = [false, true].map(SheetFormat::shown_names);
        for (at, format) in SheetFormat::BUILT_IN.iter().enumerate() {
            assert_eq!(
                (english[at], french[at]),
                (format.shown(false), format.shown(true))
            );
        }
        let count = SheetFormat::BUILT_IN.len();
        assert_eq!((english.len(), french.len()), (count, count));
        assert_eq!(english[..2], ["a4", "large-print"]);
        assert_eq!(french[..2], ["a4", "gros-caractères"]);
    }

    #[test]
    fn names_of_own_formats_are_those_of_files() {
        let name = |written: &str| SheetFormat::own(written).map(SheetFormat::template);
        assert_eq!(
            name("Carte de poche").as_deref(),
            Some("sheets/carte-de-poche.typ")
        );
        assert_eq!(name("été_2"), name("ete-2"));
        for written in ["", "../a4", "a.b", "卡", &"x".repeat(33)] {
            assert_eq!(name(written), None, "{written}");
        }
    }
}
